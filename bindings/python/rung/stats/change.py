"""Change between two times (doc/statistics/change.md)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import math
from array import array
from dataclasses import dataclass
from typing import Any

from .. import _abi
from ._base import Matrix, Vector
from ._call import doubles, fill, missing as absent, pair, result, values
from ._results import Change, Missing, Transition


def change(before: Any,
           after: Any = None,
           *,
           reliability: float,
           reliability_after: float | None = None,
           critical: float = 1.96,
           missing: Missing = 'listwise') -> Change:
    """Change between two times, and whose is larger than error of measurement (Jacobson & Truax
    1991).

    `reliability` is that of the scores before, `reliability_after` that of those after (else the
    same).

    >>> found = change([10, 12, 14, 16, 18], [14, 12, 15, 22, 17], reliability=0.8)
    >>> found.mean, round(found.smallest, 4), found.rose
    (2.0, 3.92, 2.0)
    """
    both = doubles([reliability, reliability if reliability_after is None else reliability_after])
    return result(Change, 'rung_stats_change',
                  pair(before, after).array, both, critical, absent(missing))


def rci(before: Any, after: Any = None, *, reliability: float) -> Vector:
    """Each row's reliable change index (Jacobson & Truax 1991)."""
    columns = pair(before, after)
    return values('rung_stats_change_rows', columns.rows, columns.array, reliability,
                  int(_abi.ChangeRow.INDEX))


def residual_change(before: Any, after: Any = None) -> Vector:
    """Each row's change beyond what a straight line foretells: free of regression to the mean."""
    columns = pair(before, after)
    return values('rung_stats_change_rows', columns.rows, columns.array, 0.0,
                  int(_abi.ChangeRow.RESIDUAL))


@dataclass(frozen=True)
class Transitions(Transition):
    """Who went from which level to which: the results of `Transition`, and the table.

    table: Counts, rows before, columns after.
    """

    table: Matrix

    def to_dict(self) -> dict[str, Any]:
        """The numbers, and the table as a dictionary."""
        return {**super().to_dict(), 'table': self.table.to_dict()}

    def to_frame(self, frame: str | None = None) -> Any:
        """The table as a frame."""
        return self.table.to_frame(frame)


def transition(before: Any, after: Any = None, *, levels: int) -> Transitions:
    """Who went from which level, 1 to `levels`, to which, and Bowker's (1948) test of symmetry.

    >>> found = transition([1, 1, 2, 2, 3], [1, 2, 2, 3, 3], levels=3)
    >>> found.stayed, found.rose, found.table['1', '2']
    (0.6, 0.4, 1.0)
    """
    names = [str(level) for level in range(1, levels + 1)]
    counts = doubles([math.nan] * levels ** 2)

    def made(out: array[float]) -> Transitions:
        return Transitions(**Transition(*out).to_dict(), table=Matrix(names, counts[:levels ** 2]))
    return made(fill('rung_stats_transition', [pair(before, after).array, levels, counts],
                     len(_abi.Transition), made))
