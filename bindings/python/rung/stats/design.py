"""Populations from samples with a design, and weights (doc/statistics/design.md, weights.md)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import Any, Mapping, Sequence

from .. import _abi
from .._column import Held, list_column, plain
from ._base import Matrix, Vector
from ._call import Many, choice, column, how, many, matrix_of, pair, result, values
from ._results import Lonely, Survey, SurveyQuantile, SurveyShare

MARGINS = int(_abi.Design.MARGIN)
MOST = 16  # places of a design


class Design:
    """How a sample was drawn: what R's `svydesign` takes, and margins to which weights were
    adjusted.

    `weight`, `stratum`, `cluster` (the primary unit), `population` (how many units of the stratum
    there are, or the share sampled: R's fpc), `cluster_2` and `population_2` of a second stage,
    `domain` (0 or absent: outside), `margins` (columns of groups). Each is a column or None.
    """

    def __init__(self, *, weight: Any = None, stratum: Any = None, cluster: Any = None,
                 population: Any = None, cluster_2: Any = None, population_2: Any = None,
                 domain: Any = None, margins: Sequence[Any] = ()) -> None:
        given = [
            weight, stratum, cluster, population, cluster_2, population_2, domain, None, *margins
        ]
        if len(given) > MOST:
            raise ValueError(f'{len(margins)} margins: a design has up to {MOST - MARGINS}')
        self.held: list[Held | None] = [None if part is None else plain(part) for part in given]
        self.array = (_abi.Column * len(given))(*(
            _abi.Column() if part is None else part.column for part in self.held))


def estimate(kind: Any, name: str, of: Sequence[Any], design: Design | None, lonely: Lonely,
             confidence: float | None) -> Any:
    """Call one of the estimates."""
    places, count = (None, 0) if design is None else (design.array, len(design.array))
    return result(kind, name, *of, places, count, choice(_abi.Lonely, lonely),
                  how(confidence=confidence))


def survey_mean(x: Any, design: Design | None = None, *, lonely: Lonely = 'fail',
                confidence: float | None = None) -> Survey:
    """The mean of a population, by Taylor linearisation (R's svymean).

    >>> found = survey_mean([1, 2, 4, 5], Design(weight=[1, 2, 2, 1]))
    >>> found.estimate, round(found.se, 4)
    (3.0, 0.7698)
    """
    found: Survey = estimate(Survey, 'rung_stats_survey_mean', [column(x)], design, lonely,
                             confidence)
    return found


def survey_total(x: Any, design: Design | None = None, *, lonely: Lonely = 'fail',
                 confidence: float | None = None) -> Survey:
    """The total of a population (R's svytotal)."""
    found: Survey = estimate(Survey, 'rung_stats_survey_total', [column(x)], design, lonely,
                             confidence)
    return found


def survey_ratio(y: Any, x: Any, design: Design | None = None, *, lonely: Lonely = 'fail',
                 confidence: float | None = None) -> Survey:
    """The ratio of two totals of a population, y over x (R's svyratio)."""
    return of_two('rung_stats_survey_ratio', y, x, design, lonely, confidence)


def survey_variance(x: Any, design: Design | None = None, *, lonely: Lonely = 'fail',
                    confidence: float | None = None) -> Survey:
    """The variance of a population (R's svyvar)."""
    found: Survey = estimate(Survey, 'rung_stats_survey_variance', [column(x)], design, lonely,
                             confidence)
    return found


def survey_difference(y: Any, part: Any, design: Design | None = None, *, lonely: Lonely = 'fail',
                      confidence: float | None = None) -> Survey:
    """By how much the mean is higher where `part` is not 0 than where it is, and a test (R's
    svyttest).
    """
    return of_two('rung_stats_survey_difference', y, part, design, lonely, confidence)


def survey_kappa(x: Any, y: Any, design: Design | None = None, *, lonely: Lonely = 'fail',
                 confidence: float | None = None) -> Survey:
    """Cohen's kappa of a population (R's svykappa)."""
    return of_two('rung_stats_survey_kappa', x, y, design, lonely, confidence)


def of_two(name: str, x: Any, y: Any, design: Design | None, lonely: Lonely,
           confidence: float | None) -> Survey:
    """An estimate of two columns."""
    found: Survey = estimate(Survey, name, [pair(x, y).array], design, lonely, confidence)
    return found


def survey_covariance(data: Any,
                      design: Design | None = None,
                      *,
                      lonely: Lonely = 'fail') -> Matrix:
    """The variances and covariances of several means."""
    columns = many(data)
    places, count = (None, 0) if design is None else (design.array, len(design.array))
    return matrix_of('rung_stats_survey_covariance', columns.names, columns.array, len(columns),
                     places, count, choice(_abi.Lonely, lonely))


def survey_share(x: Any, design: Design | None = None, *, lonely: Lonely = 'fail',
                 confidence: float | None = None) -> SurveyShare:
    """A share of a population, of what is not 0 (R's svyciprop, logit and beta)."""
    found: SurveyShare = estimate(SurveyShare, 'rung_stats_survey_share', [column(x)], design,
                                  lonely, confidence)
    return found


def survey_quantile(x: Any, probability: float = 0.5, design: Design | None = None, *,
                    lonely: Lonely = 'fail', confidence: float | None = None) -> SurveyQuantile:
    """A quantile of a population with Woodruff's (1952) interval (R's svyquantile)."""
    found: SurveyQuantile = estimate(SurveyQuantile, 'rung_stats_survey_quantile',
                                     [column(x), probability], design, lonely, confidence)
    return found


def poststratify(weight: Any, groups: Any, totals: Mapping[Any, float]) -> Vector:
    """Weights adjusted so that those of each group sum to its total (Holt & Smith 1979).

    >>> found = poststratify([1, 1, 1, 1], ['A', 'A', 'A', 'B'], {'A': 60, 'B': 40})
    >>> [float(value) for value in found]
    [20.0, 20.0, 20.0, 40.0]
    """
    held, known = plain(weight), dict(totals)
    return values('rung_stats_poststratify', len(held), column(held), column(groups),
                  column(list_column(list(known))), column(list_column(list(known.values()))))


def rake(weight: Any, groups: Any, totals: Mapping[str, Mapping[Any, float]]) -> Vector:
    """Weights adjusted to several margins at once (Deming & Stephan 1940; R's rake).

    `groups` has a column of labels per margin, by name, and `totals` the totals of each.

    >>> groups = {'sex': ['f', 'f', 'm', 'm'], 'site': ['N', 'S', 'N', 'S']}
    >>> found = rake([1, 1, 1, 1], groups, {'sex': {'f': 60, 'm': 40}, 'site': {'N': 50, 'S': 50}})
    >>> [round(float(value), 6) for value in found]
    [30.0, 30.0, 20.0, 20.0]
    """
    margins, held = many(groups), plain(weight)
    unknown = set(margins.names) ^ set(map(str, totals))
    if unknown:
        raise KeyError(f'{", ".join(sorted(unknown))}: groups and totals name different margins')
    listed = [dict(totals[name]) for name in margins.names]
    labels = Many((name, list(total)) for name, total in zip(margins.names, listed))
    sums = Many((name, list(total.values())) for name, total in zip(margins.names, listed))
    return values('rung_stats_rake', len(held), column(held), margins.array, labels.array,
                  sums.array, len(margins))


def trim_weights(weight: Any,
                 lower: float = 0,
                 upper: float = float('inf'),
                 *,
                 strict: bool = False) -> Vector:
    """Weights within limits, what that takes shared out among the others (Potter 1990; R's
    trimWeights).

    >>> [round(float(value), 4) for value in trim_weights([1, 1, 2, 8], upper=6)]
    [1.6667, 1.6667, 2.6667, 6.0]
    """
    held = plain(weight)
    return values('rung_stats_trim_weights', len(held), column(held), lower, upper, int(strict))
