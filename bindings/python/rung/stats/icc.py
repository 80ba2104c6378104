"""Intraclass correlations of groups and of raters (doc/statistics/icc.md)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import Any

from .._column import plain
from ._base import Estimate, Vector
from ._call import column, how, many, missing as absent, result, values
from ._results import BetweenWithin, IccGroups, IccRaters, Missing


def icc(data: Any, *, missing: Missing = 'listwise', confidence: float | None = None) -> IccRaters:
    """The six forms of Shrout & Fleiss (1979): a row per unit, a column per rater (psych's ICC).

    >>> found = icc([[9, 6, 8, 7, 10, 6], [2, 1, 4, 1, 5, 2],
    ...              [5, 3, 6, 2, 6, 4], [8, 2, 8, 6, 9, 7]])
    >>> round(found.icc1, 2), round(found.icc2, 2), round(found.icc3, 2), round(found.icc3k, 2)
    (0.17, 0.29, 0.71, 0.91)
    """
    raters = many(data)
    return result(IccRaters, 'rung_stats_icc_raters', raters.array, len(raters), absent(missing),
                  how(confidence=confidence))


def icc_groups(x: Any, groups: Any, *, confidence: float | None = None) -> IccGroups:
    """How much of a value's variance lies between groups: ICC(1), ICC(2) and more (Bliese 2000).

    >>> found = icc_groups([4, 4, 5, 3, 2, 1, 2, 2], list('AAABBCCC'))
    >>> round(found.icc1, 4), round(found.icc2, 4)
    (0.8405, 0.9336)
    """
    return result(IccGroups, 'rung_stats_icc_groups', column(x), column(groups),
                  how(confidence=confidence))


def icc1(x: Any, groups: Any, *, confidence: float | None = None) -> Estimate:
    """ICC(1) of groups: the share of variance between them (multilevel's ICC1)."""
    found = icc_groups(x, groups, confidence=confidence)
    return Estimate(found.icc1, found.icc1_low, found.icc1_high)


def icc2(x: Any, groups: Any, *, confidence: float | None = None) -> Estimate:
    """ICC(2) of groups: the reliability of their means (multilevel's ICC2)."""
    found = icc_groups(x, groups, confidence=confidence)
    return Estimate(found.icc2, found.icc2_low, found.icc2_high)


def icc_mean_reliability(icc: float, sizes: Any) -> Vector:
    """How reliable the mean of a group of each size is, by Spearman and Brown's formula.

    >>> [round(float(value), 4) for value in icc_mean_reliability(0.2, [1, 5, 20])]
    [0.2, 0.5556, 0.8333]
    """
    held = plain(sizes)
    return values('rung_stats_icc_mean_reliability', len(held), icc, column(held))


def between_within(x: Any, y: Any, groups: Any, *, missing: Missing = 'listwise') -> BetweenWithin:
    """A correlation taken apart: between groups and within them (Robinson 1950; psych's
    statsBy).
    """
    return result(BetweenWithin, 'rung_stats_between_within', column(x), column(y), column(groups),
                  absent(missing))
