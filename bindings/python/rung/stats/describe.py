"""Columns described and recoded, norms (doc/statistics/describe.md, coding.md, norms.md)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from array import array
from dataclasses import dataclass, fields
from typing import Any, Sequence

from .. import _abi
from .._column import plain
from ._base import Matrix, Rows, Vector, vector
from ._call import (choice, column, doubles, fill, group_labels, many, matrix_of,
                    missing as absent, optional, result, rows_of, values)
from ._results import Describe, ItemExam, Missing, Norms, Scoring, Weighted


def describe(x: Any, trim: float = 0.1) -> Describe:
    """A column described: mean, spread, median, skew and kurtosis of three types (psych's
    describe).

    >>> found = describe([1, 2, 2, 3, 4, 9, None])
    >>> found.mean, found.n, found.absent, found.median
    (3.5, 6.0, 1.0, 2.5)
    """
    return result(Describe, 'rung_stats_describe', column(x), trim)


def describe_columns(data: Any, trim: float = 0.1) -> Rows[Describe]:
    """Each column of a frame described."""
    columns = many(data)
    found = [result(Describe, 'rung_stats_describe', held.column, trim) for held in columns.held]
    return Rows(Describe, 'column', columns.names, {
        field.name: vector(array('d', [getattr(one, field.name) for one in found]))
        for field in fields(Describe)})


def describe_by(x: Any, groups: Any, trim: float = 0.1) -> Rows[Describe]:
    """A column described by group (psych's describeBy).

    >>> describe_by([1, 2, 3, 5], ['A', 'A', 'B', 'B']).at('B').mean
    4.0
    """
    labels = group_labels(groups)
    found = plain(groups)
    names = [field.name for field in fields(Describe)]

    def made(out: array[float]) -> Rows[Describe]:
        return Rows(Describe, 'group', labels, {name: vector(out[place::len(names)])
                                                for place, name in enumerate(names)})
    given = [column(x), column(found), trim, len(names), None]
    return made(fill('rung_stats_describe_groups', given, len(labels) * len(names), made))


def describe_weighted(x: Any, weight: Any = None) -> Weighted:
    """A weighted column: its mean, every variance that programs call weighted, and Kish's effective
    n.

    >>> found = describe_weighted([1, 2, 3], [1, 1, 2])
    >>> found.mean, round(found.effective_n, 4)
    (2.25, 2.6667)
    """
    return result(Weighted, 'rung_stats_describe_weighted', column(x), optional(weight))


QUANTILES: dict[int | str, int] = {
    'interpolated': 10,
    'inverse': 11,
    'weighted_7': 12,
    'frequency_7': 13,
    'weighted_4': 14,
    **{kind: kind for kind in range(1, 10)}
}


def quantiles(x: Any,
              probabilities: Sequence[float] = (0, 0.25, 0.5, 0.75, 1),
              *,
              type: int | str = 7,
              weight: Any = None) -> Vector:
    """Quantiles of a column, by R's types 1 to 9, 'interpolated', or for weights 'inverse',
    'weighted_7', 'frequency_7' (Hmisc) or 'weighted_4'.

    >>> [float(value) for value in quantiles([1, 2, 3, 4], [0.25, 0.5])]
    [1.75, 2.5]
    """
    if type not in QUANTILES:
        raise ValueError(f'type {type!r}: expected 1 to 9 or one of '
                         + ', '.join(repr(name) for name in QUANTILES if isinstance(name, str)))
    wanted = list(probabilities)
    return values('rung_stats_quantiles', len(wanted), column(x), optional(weight), QUANTILES[type],
                  doubles(wanted))


@dataclass(frozen=True)
class Frequencies:
    """The share of each category.

    n: Rows that have a value.
    absent: The share of all rows that have none.
    other: The share, of those that have one, of what is no category.
    shares: The share of each category, by category.
    """

    n: float
    absent: float
    other: float
    shares: dict[float, float]

    def to_dict(self) -> dict[Any, float]:
        """The shares by category, and of what has none."""
        return {**self.shares, 'other': self.other, 'absent': self.absent, 'n': self.n}

    def to_frame(self, frame: str | None = None) -> Any:
        """A frame with a row per category."""
        from .._frame import frame_of
        return frame_of({'category': list(self.shares), 'share': list(self.shares.values())}, frame)


def frequencies(x: Any,
                categories: Sequence[float] | None = None,
                *,
                weight: Any = None) -> Frequencies:
    """The share of each category among the values of a column; without `categories`, of each value.

    >>> frequencies([1, 2, 2, 5, None], [1, 2, 3, 4, 5]).shares[2]
    0.5
    """
    held = plain(x)
    if categories is None:
        categories = sorted({float(value) for value in group_labels(x)})
    listed = [float(value) for value in categories]

    def made(out: array[float]) -> Frequencies:
        return Frequencies(out[0], out[1], out[2], dict(zip(listed, out[3:])))
    given = [column(held), optional(weight), doubles(listed), len(listed)]
    return made(fill('rung_stats_frequencies', given, 3 + len(listed), made))


def item_exam(data: Any, *, missing: Missing = 'listwise') -> Rows[ItemExam]:
    """The items of one scale as classical test theory examines them (Allen & Yen 1979;
    psychometric's item.exam)."""
    items = many(data)
    return rows_of(ItemExam, 'item', items.names, 'rung_stats_item_exam', items.array, len(items),
                   absent(missing))


def weighted_correlation(data: Any, weight: Any = None, *, missing: Missing = 'listwise') -> Matrix:
    """The weighted correlations of columns (psych's cor.wt)."""
    columns = many(data)
    return matrix_of('rung_stats_weighted_correlation', columns.names, columns.array, len(columns),
                     optional(weight), absent(missing))


def reverse(x: Any, low: float, high: float) -> Vector:
    """An item reversed on its scale from `low` to `high`: low + high - x.

    >>> [float(value) for value in reverse([1, 2, 5], 1, 5)]
    [5.0, 4.0, 1.0]
    """
    return recoded('rung_stats_reverse', x, low, high)


def pomp(x: Any, low: float, high: float) -> Vector:
    """An item on 0 to 100, per cent of the maximum possible (Cohen, Cohen, Aiken & West 1999)."""
    return recoded('rung_stats_pomp', x, low, high)


def standardise(x: Any, mean: float = 0, sd: float = 1) -> Vector:
    """A column with the mean and standard deviation that are wanted; 50 and 10 give T scores."""
    return recoded('rung_stats_standardise', x, mean, sd)


def winsorise(x: Any, trim: float = 0.2) -> Vector:
    """A column whose ends are drawn in to the quantiles at `trim` and 1 - `trim` (psych's
    winsor).
    """
    return recoded('rung_stats_winsorise', x, trim)


def recoded(name: str, x: Any, *arguments: float) -> Vector:
    """A column made of another."""
    held = plain(x)
    return values(name, len(held), column(held), *arguments)


def row_means(data: Any, least: int = 1) -> Vector:
    """The mean of each row over the answers that are there, where there are at least so many.

    >>> [float(value) for value in row_means([[1, 2], [3, None]], least=1)]
    [2.0, 2.0]
    """
    items = many(data)
    return values('rung_stats_row_means', items.rows, items.array, len(items), least)


def norms(sample: Any, scores: Sequence[float], *, weight: Any = None) -> Rows[Norms]:
    """What scores are among those of a norm sample: percentiles, z, T, stanines, stens.

    >>> round(norms([10, 12, 12, 14, 15, 20], [14]).at(14).percentile, 4)
    58.3333
    """
    looked = list(scores)
    return rows_of(Norms, 'score', looked, 'rung_stats_norms', column(sample), optional(weight),
                   doubles(looked), len(looked))


def ranks(x: Any, scoring: Scoring = 'plain') -> Vector:
    """The rank of each value, ties sharing their mean, or the normal score of its rank ('blom',
    ...).
    """
    return recoded('rung_stats_ranks', x, choice(_abi.Ranks, scoring))
