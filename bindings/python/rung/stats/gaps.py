"""Gaps between two means, paired or not, and by order alone (doc/statistics/gap.md)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import Any

from ._base import Estimate
from ._call import Many, column, how, missing as absent, optional, pair, result
from ._results import Dominance, Independent, Missing, Paired


def paired(x: Any, y: Any = None, *, weight: Any = None, missing: Missing = 'listwise',
           confidence: float | None = None) -> Paired:
    """The gap x - y of the same rows: t, Wilcoxon's V, and d_z, d_av, d_rm with Hedges' factor.

    >>> x = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
    >>> y = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    >>> found = paired(x, y)
    >>> round(found.difference, 4), round(found.t, 4), round(found.p, 6)
    (-1.58, -4.0621, 0.002833)
    """
    columns = pair(x, y)
    return result(Paired, 'rung_stats_paired', columns.array, optional(weight), absent(missing),
                  how(confidence=confidence))


def independent(x: Any, y: Any, *, weight: tuple[Any, Any] | None = None,
                confidence: float | None = None) -> Independent:
    """The gap between two columns of different rows: Welch's t, pooled t, Cohen's d, Hedges' g.

    `weight` has the weights of x and those of y.
    """
    weights = None if weight is None else Many([('x', weight[0]), ('y', weight[1])]).array
    return result(Independent, 'rung_stats_independent', column(x), column(y), weights,
                  how(confidence=confidence))


def part(x: Any, member: Any, *, weight: Any = None, missing: Missing = 'listwise',
         confidence: float | None = None) -> Independent:
    """The gap between a part and the rest of its whole: `member` is not 0 in the rows of the
    part.
    """
    columns = Many([('x', x), ('member', member)])
    return result(Independent, 'rung_stats_part', columns.array, optional(weight), absent(missing),
                  how(confidence=confidence))


def dominance(x: Any, y: Any, *, confidence: float | None = None) -> Dominance:
    """Cliff's (1993) delta with the limits of Feng & Cliff (2004), and Mann & Whitney's U.

    >>> found = dominance([3, 4, 5, 5], [1, 2, 4, 3])
    >>> found.delta, found.u
    (0.75, 14.0)
    """
    return result(Dominance, 'rung_stats_dominance', column(x), column(y),
                  how(confidence=confidence))


cliffs_delta = dominance


def effect(x: Any, y: Any, letter: str, is_paired: bool, kind: str,
           confidence: float | None) -> Estimate:
    """One effect size, with its limits where it has any."""
    if not is_paired:
        given = independent(x, y, confidence=confidence).to_dict()
        return Estimate(*(given[letter + end] for end in ('', '_low', '_high')))
    if kind not in ('z', 'av', 'rm'):
        raise ValueError(f"kind {kind!r}: expected 'z', 'av' or 'rm'")
    given = paired(x, y, confidence=confidence).to_dict()
    return Estimate(*(given.get(f'{letter}_{kind}{end}', float('nan'))
                      for end in ('', '_low', '_high')))


def cohen_d(x: Any, y: Any, paired: bool = False, *, kind: str = 'z',
            confidence: float | None = None) -> Estimate:
    """Cohen's d, x over y, with limits from the noncentral t (Steiger & Fouladi 1997).

    Paired, `kind` is 'z' (by the standard deviation of differences; the only one that has limits),
    'av' (by the mean variance, what pingouin's compute_effsize gives) or 'rm'.

    >>> round(cohen_d([3, 4, 5, 5], [1, 2, 4, 3]).estimate, 4)
    1.5398
    """
    return effect(x, y, 'd', paired, kind, confidence)


def hedges_g(x: Any, y: Any, paired: bool = False, *, kind: str = 'z',
             confidence: float | None = None) -> Estimate:
    """Hedges' g: Cohen's d times the exact factor of Hedges (1981); `kind` as for `cohen_d`.

    >>> found = hedges_g([3, 4, 5, 5], [1, 2, 4, 3])
    >>> round(found.estimate, 4), round(found.low, 4), round(found.high, 4)
    (1.3375, -0.1139, 2.7116)
    """
    return effect(x, y, 'g', paired, kind, confidence)
