"""Agreement of raters, a row per unit and a column per rater (doc/statistics/raters.md)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import Any

from .. import _abi
from ._base import is_absent
from ._call import (Many, choice, column, how, listed, many, missing as absent, named_columns,
                    optional, result)
from ._results import (Gwet, Kappa, KappaFleiss, KappaLight, KendallW, Krippendorff, Metric,
                       Missing, Weights)


def rated(data: Any, levels: Any = None, ordered: bool = False) -> tuple[Many, Any]:
    """Ratings and the levels that could be given; words as their places among the levels."""
    named = named_columns(data)
    raters = Many(named)
    if not any(held.column.type == _abi.Type.TEXT for held in raters.held):
        return raters, optional(levels)
    if levels is None and ordered:
        raise ValueError('ratings are words, and how far they differ depends on their order: '
                         'give numbers, or the levels in their order')
    words = [[None if is_absent(value) or value == '' else value for value in listed(values)]
             for _, values in named]
    known = listed(levels) if levels is not None else sorted(
        {value for of in words for value in of if value is not None}, key=str)
    places = {level: place for place, level in enumerate(known)}
    unknown = {value for of in words for value in of if value is not None} - set(places)
    if unknown:
        raise ValueError(f'{sorted(unknown, key=str)[0]!r} is none of the levels')
    codes = [[None if value is None else places[value] for value in of] for of in words]
    return Many(zip(raters.names, codes)), column(list(range(len(known))))


def kappa(x: Any, y: Any = None, *, weights: Weights = 'none', levels: Any = None,
          confidence: float | None = None) -> Kappa:
    """Cohen's kappa of two raters (Cohen 1960), weighted where `weights` says so (Cohen 1968).

    `levels` lists those that could be given: with weights one that nobody gives matters, too.
    Ratings are numbers or words; words have an order only by `levels`.

    >>> found = kappa([1, 1, 2, 2, 3, 3], [1, 2, 2, 2, 3, 3])
    >>> round(found.kappa, 4), round(found.agreement, 4)
    (0.75, 0.8333)
    """
    raters, known = rated(x if y is None else [x, y], levels, weights != 'none')
    if len(raters) != 2:
        raise ValueError(f'expected two raters: found {len(raters)}')
    return result(Kappa, 'rung_stats_kappa', raters.array, known,
                  choice(_abi.RaterWeights, weights), how(confidence=confidence))


def kappa_table(table: Any, *, weights: Weights = 'none', disagreement: Any = None,
                confidence: float | None = None) -> Kappa:
    """The same from a table of counts: a column per level of the second rater, a row per one of the
    first.

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
    raters, known = rated(data, levels, weights != 'none')
    return result(KappaLight, 'rung_stats_kappa_light', raters.array, len(raters), known,
                  choice(_abi.RaterWeights, weights), absent(missing))


def fleiss(data: Any, *, missing: Missing = 'listwise') -> KappaFleiss:
    """Fleiss' (1971) kappa of raters who need not be the same for each unit (irr's kappam.fleiss).

    >>> round(fleiss([[1, 1, 2, 2], [1, 1, 2, 1], [1, 1, 2, 2]]).kappa, 4)
    0.6571
    """
    raters, _ = rated(data)
    return result(KappaFleiss, 'rung_stats_kappa_fleiss', raters.array, len(raters),
                  absent(missing))


def fleiss_counts(counts: Any) -> KappaFleiss:
    """The same from counts: a row per unit, a column per level (statsmodels' fleiss_kappa)."""
    levels = many(counts)
    return result(KappaFleiss, 'rung_stats_kappa_fleiss_counts', levels.array, len(levels))


def krippendorff(data: Any,
                 *,
                 metric: Metric = 'nominal',
                 work: float | None = None) -> Krippendorff:
    """Krippendorff's (2004) alpha of any number of raters, with gaps.

    irr's kripp.alpha and the package krippendorff take a row per rater; here it is a column.

    >>> a, b = [1, 2, 3, 3, 2, None], [1, 2, 3, 3, 2, 4]
    >>> krippendorff([a, b], metric='ordinal').alpha
    1.0
    """
    raters, _ = rated(data, None, metric != 'nominal')
    return result(Krippendorff, 'rung_stats_krippendorff', raters.array, len(raters),
                  choice(_abi.RaterMetric, metric), how(work=work))


def gwet(data: Any, *, weights: Weights = 'none', levels: Any = None,
         confidence: float | None = None) -> Gwet:
    """Gwet's (2008, 2014) AC1, with `weights` AC2: agreement beyond chance where one level
    prevails.
    """
    raters, known = rated(data, levels, weights != 'none')
    return result(Gwet, 'rung_stats_gwet', raters.array, len(raters), known,
                  choice(_abi.RaterWeights, weights), how(confidence=confidence))


def kendall_w(data: Any, *, missing: Missing = 'listwise') -> KendallW:
    """Kendall's W: how far raters put units in one order, with ties (irr's kendall).

    >>> kendall_w([[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]]).w
    1.0
    """
    raters = many(data)
    return result(KendallW, 'rung_stats_kendall_w', raters.array, len(raters), absent(missing))
