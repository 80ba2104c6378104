"""How two columns go together, or say the same (doc/statistics/association.md, concordance.md)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import Any

from .. import _abi
from ._base import Vector
from ._call import choice, how, many, missing as absent, number, optional, pair, result, values
from ._results import Association, BlandAltman, Concordance, Kendall, Missing, SelfOthers


def pearson(x: Any, y: Any = None, *, weight: Any = None, missing: Missing = 'listwise',
            confidence: float | None = None) -> Association:
    """Pearson's correlation with Fisher's (1921) limits.

    >>> found = pearson([10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
    ...                 [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68])
    >>> round(found.r, 4), round(found.p, 5)
    (0.8164, 0.00217)
    """
    columns = pair(x, y)
    return result(Association, 'rung_stats_pearson', columns.array, optional(weight),
                  absent(missing), how(confidence=confidence))


def spearman(x: Any, y: Any = None, *, missing: Missing = 'listwise',
             confidence: float | None = None) -> Association:
    """Spearman's correlation of ranks, limits by Bonett & Wright (2000)."""
    return result(Association, 'rung_stats_spearman', pair(x, y).array, absent(missing),
                  how(confidence=confidence))


def kendall(x: Any, y: Any = None, *, missing: Missing = 'listwise',
            confidence: float | None = None) -> Kendall:
    """Kendall's tau-b and Goodman & Kruskal's gamma, with limits.

    >>> round(kendall([1, 2, 3, 4, 5], [1, 3, 2, 5, 4]).tau, 4)
    0.6
    """
    return result(Kendall, 'rung_stats_kendall',
                  pair(x, y).array, absent(missing), how(confidence=confidence))


def disattenuated(correlation: float, reliability_x: float, reliability_y: float) -> float:
    """A correlation without what unreliability took from it (Spearman 1904); it is not cut at 1.

    >>> round(disattenuated(0.4, 0.8, 0.7), 4)
    0.5345
    """
    return number('rung_stats_disattenuated', correlation, reliability_x, reliability_y)


def concordance(x: Any, y: Any = None, *, missing: Missing = 'listwise',
                confidence: float | None = None) -> Concordance:
    """Lin's (1989) concordance correlation: whether two columns give the same values.

    >>> round(concordance([1, 2, 3, 4, 5], [2, 3, 4, 5, 6]).ccc, 4)
    0.8
    """
    return result(Concordance, 'rung_stats_concordance', pair(x, y).array, absent(missing),
                  how(confidence=confidence))


def bland_altman(x: Any, y: Any = None, *, multiple: float = 1.96, missing: Missing = 'listwise',
                 confidence: float | None = None) -> BlandAltman:
    """The limits between which most differences x - y lie (Bland & Altman 1986, 1999)."""
    return result(BlandAltman, 'rung_stats_bland_altman',
                  pair(x, y).array, multiple, absent(missing), how(confidence=confidence))


def self_others(own: Any, others: Any = None, *, width: float = 0.5,
                missing: Missing = 'listwise') -> SelfOthers:
    """How many see themselves higher than others do, lower, or alike (Atwater & Yammarino 1992)."""
    return result(SelfOthers, 'rung_stats_self_others',
                  pair(own, others).array, width, absent(missing))


def profiles(one: Any, other: Any, which: str = 'correlation') -> Vector:
    """Two profiles compared in each row: their 'correlation' or 'distance' (D^2, Cronbach & Gleser
    1953).

    `one` and `other` have the same dimensions as columns.
    """
    left, right = many(one), many(other)
    if len(left) != len(right):
        raise ValueError(f'the profiles have {len(left)} and {len(right)} dimensions')
    both = (_abi.Column * (2 * len(left)))(*left.array, *right.array)
    both.kept = (left, right)  # type: ignore[attr-defined]
    return values('rung_stats_profiles', left.rows, both, len(left), choice(_abi.Profile, which))
