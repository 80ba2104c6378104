"""Many groups or drivers at once (doc/statistics/adjust.md, importance.md, shrinkage.md)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Sequence

from .. import _abi
from .._column import plain
from ._base import Rows, Vector
from ._call import (Many, blocks_of, choice, column, group_labels, how, many, missing as absent,
                    optional, result, rows_of, values)
from ._results import Heterogeneity, Importance, Missing, Shrinkage

ADJUSTMENTS = {
    'BH': 'benjamini_hochberg',
    'fdr': 'benjamini_hochberg',
    'fdr_bh': 'benjamini_hochberg',
    'BY': 'benjamini_yekutieli',
    'fdr_by': 'benjamini_yekutieli',
    'bonf': 'bonferroni'
}


def adjust(p: Any, method: str = 'holm') -> Vector:
    """p-values adjusted for how many there are; an absent one stays absent (R's p.adjust).

    `method` is 'holm', 'hochberg', 'hommel', 'bonferroni' ('bonf'), 'BH' ('fdr', 'fdr_bh') or 'BY'
    ('fdr_by').

    >>> [round(float(value), 4) for value in adjust([0.01, 0.02, 0.03], 'BH')]
    [0.03, 0.03, 0.03]
    """
    held = plain(p)
    return values('rung_stats_adjust', len(held), column(held),
                  choice(_abi.Adjust, ADJUSTMENTS.get(method, method)), None)


@dataclass(frozen=True)
class Drivers:
    """What drivers have to do with an outcome.

    outcome: What their shares are shares of: R^2.
    drivers: The results of each driver.
    """

    outcome: Importance
    drivers: Rows[Importance]

    def to_dict(self) -> dict[str, Any]:
        """The outcome's results, and those of each driver by name."""
        return {'outcome': self.outcome.to_dict(), 'drivers': self.drivers.to_dict()}

    def to_frame(self, frame: str | None = None) -> Any:
        """A frame with a row per driver."""
        return self.drivers.to_frame(frame)


def importance(outcome: Any, drivers: Any, *, weight: Any = None, missing: Missing = 'listwise',
               work: float | None = None) -> Drivers:
    """How well drivers foretell an outcome, shared out among them: LMG, relative weights and others
    (Lindeman, Merenda & Gold 1980; Johnson 2000; relaimpo's calc.relimp).

    They are shares of an association: nothing says that to change a driver changes the outcome.

    >>> found = importance([1, 2, 3, 4, 6], {'a': [1, 2, 3, 4, 5], 'b': [2, 1, 2, 3, 2]})
    >>> round(found.outcome.average, 4), round(found.drivers.at('a').average, 4)
    (0.9797, 0.9088)
    """
    columns = many(drivers)
    given = Many([('outcome', outcome), *zip(columns.names, columns.held)])
    found = blocks_of(Importance, 'driver', given.names, 'rung_stats_importance', given.array,
                      len(given), optional(weight), absent(missing), how(work=work))
    return Drivers(found[0], Rows(Importance, 'driver', given.names[1:],
                                  {name: found[name][1:] for name in found.columns}))


def heterogeneity(mean: Any, variance: Any) -> Heterogeneity:
    """How the true means of groups vary beyond sampling: tau^2, Q, I^2 (DerSimonian & Laird
    1986).
    """
    return result(Heterogeneity, 'rung_stats_heterogeneity', column(mean), column(variance))


def shrinkage(mean: Any, variance: Any, labels: Sequence[Any] | None = None, *,
              confidence: float | None = None, seed: int | None = None,
              replicates: int | None = None) -> Rows[Shrinkage]:
    """Means of groups drawn towards their common mean, and the ranks that they may have (Morris
    1983).

    `variance` is the sampling variance of each mean.

    >>> found = shrinkage([3.1, 3.4, 3.9, 4.4, 2.8], [0.04, 0.05, 0.04, 0.3, 0.1], list('ABCDE'))
    >>> round(found.at('D').mean, 4), round(found.at('D').share, 4)
    (4.1032, 0.6893)
    """
    held = plain(mean)
    names = range(len(held)) if labels is None else list(labels)
    if len(names) != len(held):
        raise ValueError(f'{len(names)} labels and {len(held)} means')
    return rows_of(Shrinkage, 'group', names, 'rung_stats_shrinkage', column(held),
                   column(variance), how(confidence=confidence, seed=seed, replicates=replicates))


def groups(labels: Any) -> list[Any]:
    """The groups of a column of labels, in the order in which they first come.

    >>> groups(['B', 'A', None, 'B'])
    ['B', 'A']
    """
    return group_labels(labels)
