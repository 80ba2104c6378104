"""Agreement of raters: kappa and its relatives (doc/statistics/raters.md). A row per unit, a column per rater."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import Any

from .. import _abi
from ._call import choice, how, many, missing as absent, optional, pair, result
from ._results import (Gwet, Kappa, KappaFleiss, KappaLight, KendallW, Krippendorff, Metric, Missing, Weights)


def kappa(x: Any, y: Any = None, *, weights: Weights = 'none', levels: Any = None,
          confidence: float | None = None) -> Kappa:
    """Cohen's kappa of two raters (Cohen 1960), weighted where `weights` says so (Cohen 1968).

    `levels` lists those that could be given: with weights one that nobody gives matters, too.

    >>> found = kappa([1, 1, 2, 2, 3, 3], [1, 2, 2, 2, 3, 3])
    >>> round(found.kappa, 4), round(found.agreement, 4)
    (0.75, 0.8333)
    """
    raters = pair(x, y)
    return result(Kappa, 'rung_stats_kappa', raters.array, optional(levels),
                  choice(_abi.RaterWeights, weights), how(confidence=confidence))


def kappa_table(table: Any, *, weights: Weights = 'none', disagreement: Any = None,
                confidence: float | None = None) -> Kappa:
    """The same from a table of counts: a column per level of the second rater, a row per one of the first.

    `disagreement`, of the same shape, says how bad each pair is, in the place of `weights`.
    """
    counts = many(table)
    bad = None if disagreement is None else many(disagreement)
    return result(Kappa, 'rung_stats_kappa_table', counts.array, len(counts),
                  choice(_abi.RaterWeights, weights), None if bad is None else bad.array,
                  how(confidence=confidence))


def light(data: Any, *, weights: Weights = 'none', levels: Any = None,
          missing: Missing = 'listwise') -> KappaLight:
    """Light's (1971) kappa: the mean over all pairs of raters (irr's kappam.light)."""
    raters = many(data)
    return result(KappaLight, 'rung_stats_kappa_light', raters.array, len(raters), optional(levels),
                  choice(_abi.RaterWeights, weights), absent(missing))


def fleiss(data: Any, *, missing: Missing = 'listwise') -> KappaFleiss:
    """Fleiss' (1971) kappa of raters who need not be the same for each unit (irr's kappam.fleiss).

    >>> round(fleiss([[1, 1, 2, 2], [1, 1, 2, 1], [1, 1, 2, 2]]).kappa, 4)
    0.6571
    """
    raters = many(data)
    return result(KappaFleiss, 'rung_stats_kappa_fleiss', raters.array, len(raters), absent(missing))


def fleiss_counts(counts: Any) -> KappaFleiss:
    """The same from counts: a row per unit, a column per level (statsmodels' fleiss_kappa)."""
    levels = many(counts)
    return result(KappaFleiss, 'rung_stats_kappa_fleiss_counts', levels.array, len(levels))


def krippendorff(data: Any, *, metric: Metric = 'nominal', work: float | None = None) -> Krippendorff:
    """Krippendorff's (2004) alpha of any number of raters, with gaps.

    irr's kripp.alpha and the package krippendorff take a row per rater; here it is a column.

    >>> a, b = [1, 2, 3, 3, 2, None], [1, 2, 3, 3, 2, 4]
    >>> krippendorff([a, b], metric='ordinal').alpha
    1.0
    """
    raters = many(data)
    return result(Krippendorff, 'rung_stats_krippendorff', raters.array, len(raters),
                  choice(_abi.RaterMetric, metric), how(work=work))


def gwet(data: Any, *, weights: Weights = 'none', levels: Any = None,
         confidence: float | None = None) -> Gwet:
    """Gwet's (2008, 2014) AC1, with `weights` AC2: agreement beyond chance where one level prevails."""
    raters = many(data)
    return result(Gwet, 'rung_stats_gwet', raters.array, len(raters), optional(levels),
                  choice(_abi.RaterWeights, weights), how(confidence=confidence))


def kendall_w(data: Any, *, missing: Missing = 'listwise') -> KendallW:
    """Kendall's W: how far raters put units in one order, with ties (irr's kendall).

    >>> kendall_w([[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]]).w
    1.0
    """
    raters = many(data)
    return result(KendallW, 'rung_stats_kendall_w', raters.array, len(raters), absent(missing))
