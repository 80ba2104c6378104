"""How rows were answered, and how far out they lie (doc/statistics/careless.md, outlier.md)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import ctypes
from typing import Any, Sequence

from ._base import Rows, Vector
from ._call import blocks_of, doubles, many, missing as absent, rows_of, values
from ._results import Careless, Mahalanobis, Missing, Pace


def careless(data: Any) -> Rows[Careless]:
    """How each row was answered: runs of equal answers, variability, what is absent.

    `data` are answers as given, not reversed, in the order in which they were asked.

    >>> found = careless([[3, 1], [3, 2], [3, 5], [3, 4]])
    >>> found[0].longstring, found[1].longstring, found[0].irv
    (4.0, 1.0, 0.0)
    """
    items = many(data)
    return rows_of(Careless, 'row', range(items.rows), 'rung_stats_careless', items.array,
                   len(items))


def longstring(data: Any) -> Vector:
    """The longest run of equal answers of each row (Johnson 2005; R's careless::longstring)."""
    return careless(data)['longstring']


def irv(data: Any) -> Vector:
    """The standard deviation of each row's answers (Dunn et al. 2018; R's careless::irv)."""
    return careless(data)['irv']


def even_odd(data: Any, scales: Sequence[Any]) -> Vector:
    """How far each row agrees with itself, from -1 to 1 (Johnson 2005; R's careless::evenodd).

    `scales` names the scale of each item, in the order of the columns.
    """
    items = many(data)
    if len(scales) != len(items):
        raise ValueError(
            f'{len(scales)} scales and {len(items)} items: name the scale of each item')
    places = {scale: place for place, scale in enumerate(dict.fromkeys(scales))}
    marks = (ctypes.c_uint32 * len(items))(*(places[scale] for scale in scales))
    return values('rung_stats_even_odd', items.rows, items.array, len(items), marks)


def pace(data: Any, items: Sequence[float] | None = None, *, cutoff: float = 2) -> Rows[Pace]:
    """How fast each row was answered: `data` has the seconds on each page, `items` how many each
    page has. Under two seconds an item nobody has read it (Huang et al. 2012).

    >>> pace([[20, 4], [30, 30]], [5, 5])[1].fast
    0.5
    """
    pages = many(data)
    if items is not None and len(items) != len(pages):
        raise ValueError(f'{len(items)} numbers of items and {len(pages)} pages')
    return rows_of(Pace, 'row', range(pages.rows), 'rung_stats_pace', pages.array, len(pages),
                   None if items is None else doubles(items), cutoff)


def mahalanobis(data: Any, *, missing: Missing = 'pairwise') -> Rows[Mahalanobis]:
    """How far each row lies from the mean of all (Mahalanobis 1936; psych's outlier).

    >>> found = mahalanobis([[1, 2, 3, 4, 9], [1, 3, 2, 5, 0]])
    >>> round(found[4].d2, 4), found[4].df
    (3.113, 2.0)
    """
    columns = many(data)
    return blocks_of(Mahalanobis, 'row', range(columns.rows), 'rung_stats_mahalanobis',
                     columns.array, len(columns), absent(missing))
