"""Reliability of a scale: alpha, items, halves, bounds, omega (doc/statistics/reliability.md)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import ctypes
from typing import Any, Sequence

from .. import _abi
from ._base import Matrix, Rows
from ._call import (blocks_of, choice, how, many, matrix_of, missing as absent, number, optional,
                    result, square)
from ._results import (Alpha, AlphaItem, AlphaLimit, Factoring, Guttman, Halves, KuderRichardson,
                       Missing, Omega, OneFactor, Splits)


def alpha(data: Any, *, weight: Any = None, missing: Missing = 'pairwise',
          confidence: float | None = None) -> Alpha:
    """Cronbach's alpha of items that already point one way (Cronbach 1951), with its intervals.

    `data` has a column per item. As in psych and pingouin, covariances are taken pairwise unless
    `missing` says otherwise; n is then the harmonic mean of the pairs', not all rows.

    >>> found = alpha({'a': [1, 2, 3, 4, 5, 4], 'b': [2, 2, 4, 4, 5, 3], 'c': [1, 3, 3, 5, 4, 4]})
    >>> round(found.raw, 4), round(found.feldt_low, 4), round(found.feldt_high, 4)
    (0.9176, 0.6511, 0.9876)
    """
    items = many(data)
    return result(Alpha, 'rung_stats_alpha', items.array, len(items), optional(weight),
                  absent(missing), how(confidence=confidence))


def alpha_from_matrix(matrix: Any, n: float = 0, *, confidence: float | None = None) -> Alpha:
    """Alpha from a covariance or correlation matrix of `n` persons; without n there is no
    interval.
    """
    numbers, items, _ = square(matrix)
    return result(Alpha, 'rung_stats_alpha_from_matrix', numbers, items, n,
                  how(confidence=confidence))


def alpha_interval(alpha: float,
                   items: int,
                   n: float,
                   *,
                   confidence: float | None = None) -> AlphaLimit:
    """Feldt's (1965) interval of an alpha that was published.

    >>> round(alpha_interval(0.8, 5, 50, confidence=0.9).low, 6)
    0.716132
    """
    return result(AlphaLimit, 'rung_stats_alpha_interval', alpha, items, n,
                  how(confidence=confidence))


def alpha_items(data: Any, *, weight: Any = None, missing: Missing = 'pairwise') -> Rows[AlphaItem]:
    """What each item does in the scale, and the scale without it (psych's item.stats and
    alpha.drop).

    >>> data = {'a': [1, 2, 3, 4, 5, 4], 'b': [2, 2, 4, 4, 5, 3], 'c': [1, 3, 3, 5, 4, 4]}
    >>> found = alpha_items(data)
    >>> round(found.at('a').rest_r, 4), round(found.at('b').without_raw, 4)
    (0.9492, 0.9244)
    """
    items = many(data)
    return blocks_of(AlphaItem, 'item', items.names, 'rung_stats_alpha_items', items.array,
                     len(items), optional(weight), absent(missing))


def kr20(data: Any, *, missing: Missing = 'listwise') -> KuderRichardson:
    """Kuder and Richardson's (1937) formulas 20 and 21 for answers that are 0 or 1."""
    items = many(data)
    return result(KuderRichardson, 'rung_stats_kuder_richardson', items.array, len(items),
                  absent(missing))


def omega(data: Any, *, method: Factoring = 'likelihood', weight: Any = None,
          missing: Missing = 'pairwise') -> Omega:
    """McDonald's (1999) omega from one factor, and how well one factor fits.

    This is omega total of a model with one factor; psych's `omega` fits three and a general one.

    >>> data = [[1, 2, 3, 4, 5, 4], [2, 2, 4, 4, 5, 3], [1, 3, 3, 5, 4, 4]]
    >>> round(omega(data).model, 4)
    0.9399
    """
    items = many(data)
    return result(Omega, 'rung_stats_omega', items.array, len(items), optional(weight),
                  absent(missing), choice(_abi.Factoring, method))


def one_factor(data: Any, *, method: Factoring = 'likelihood', weight: Any = None,
               missing: Missing = 'pairwise') -> Rows[OneFactor]:
    """The loadings of one factor, item by item (Joreskog 1967; minres: Harman & Jones 1966)."""
    items = many(data)
    return blocks_of(OneFactor, 'item', items.names, 'rung_stats_one_factor', items.array,
                     len(items), optional(weight), absent(missing), choice(_abi.Factoring, method))


def split_half(data: Any, half: Sequence[int] | None = None, *, weight: Any = None,
               missing: Missing = 'pairwise') -> Halves:
    """Reliability from two halves: `half` says 0 or 1 of each item, else odd items against even
    ones.
    """
    items = many(data)
    if half is not None and len(half) != len(items):
        raise ValueError(f'half has {len(half)} numbers and the data {len(items)} items')
    marks = None if half is None else (ctypes.c_uint8 * len(half))(*half)
    return result(Halves, 'rung_stats_halves', items.array, len(items), marks, optional(weight),
                  absent(missing))


def splits(data: Any, *, standardised: bool = False, missing: Missing = 'pairwise',
           work: float | None = None) -> Splits:
    """Every split of the items into halves: lambda 4, the worst (beta), mean, median (psych's
    splitHalf).
    """
    return splits_from_matrix(covariances(data, standardised, missing), work=work)


def splits_from_matrix(matrix: Any, *, work: float | None = None) -> Splits:
    """The same from a covariance or correlation matrix."""
    numbers, items, _ = square(matrix)
    return result(Splits, 'rung_stats_splits', numbers, items, how(work=work))


def guttman(data: Any, *, standardised: bool = False, missing: Missing = 'pairwise') -> Guttman:
    """Guttman's (1945) lower bounds of reliability, and those of ten Berge & Zegers (1978).

    Of the covariances; psych's `guttman` takes correlations, as `standardised=True` does.
    """
    return guttman_from_matrix(covariances(data, standardised, missing))


def guttman_from_matrix(matrix: Any) -> Guttman:
    """The same from a covariance or correlation matrix."""
    numbers, items, _ = square(matrix)
    return result(Guttman, 'rung_stats_guttman', numbers, items)


def covariances(data: Any, standardised: bool, missing: Missing) -> Matrix:
    """The covariances of items, or their correlations."""
    found = covariance_matrix(data, missing=missing)
    return correlation_from_covariance(found) if standardised else found


def covariance_matrix(data: Any, *, weight: Any = None, missing: Missing = 'pairwise') -> Matrix:
    """The covariances of columns, each pair from the rows that have both (or as `missing` says)."""
    columns = many(data)
    return matrix_of('rung_stats_covariance_matrix', columns.names, columns.array, len(columns),
                     optional(weight), absent(missing))


def correlation_from_covariance(matrix: Any) -> Matrix:
    """The correlations that belong to a covariance matrix (R's cov2cor)."""
    numbers, items, names = square(matrix)
    return matrix_of('rung_stats_correlation_from_covariance', names, numbers, items)


def spearman_brown(reliability: float, length: float = 2) -> float:
    """The reliability of a test `length` times as long (Spearman 1910, Brown 1910).

    >>> round(spearman_brown(0.5, 2), 4)
    0.6667
    """
    return number('rung_stats_spearman_brown', reliability, length)


def spearman_brown_length(reliability: float, wanted: float) -> float:
    """How many times as long a test must be to be as reliable as wanted."""
    return number('rung_stats_spearman_brown_length', reliability, wanted)
