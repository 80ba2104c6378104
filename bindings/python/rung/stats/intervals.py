"""Intervals of shares, net scores, means of answers; the bootstrap (doc/statistics/interval.md)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from array import array
from typing import Any, Sequence

from .. import _abi
from ._base import Estimate, Rows, vector
from ._call import choice, column, doubles, fill, how, number, result
from ._results import AnswerMean, Bootstrap, NetScore, Replicated, ShareInterval, ShareMethod


def share_interval(count: float, n: float, *, method: ShareMethod = 'wilson',
                   confidence: float | None = None) -> ShareInterval:
    """The interval of a share, `count` of `n` (statsmodels' proportion_confint).

    Counts need not be whole: with weights give the share times an effective n.

    >>> found = share_interval(1, 29)
    >>> round(found.low, 4), round(found.high, 4)
    (0.0061, 0.1718)
    """
    return result(ShareInterval, 'rung_stats_share_interval', count, n, choice(_abi.Share, method),
                  how(confidence=confidence))


def wilson(count: float, n: float, *, confidence: float | None = None) -> ShareInterval:
    """Wilson's (1927) interval of a share: the one to take where none is asked for."""
    return share_interval(count, n, method='wilson', confidence=confidence)


def clopper_pearson(count: float, n: float, *, confidence: float | None = None) -> ShareInterval:
    """Clopper & Pearson's (1934) interval of a share: it never covers less than it says."""
    return share_interval(count, n, method='clopper_pearson', confidence=confidence)


def jeffreys(count: float, n: float, *, confidence: float | None = None) -> ShareInterval:
    """Jeffreys' interval of a share (Brown, Cai & DasGupta 2001)."""
    return share_interval(count, n, method='jeffreys', confidence=confidence)


def korn_graubard_n(effective: float,
                    n: float,
                    df: float,
                    *,
                    confidence: float | None = None) -> float:
    """The n of an interval of a share from a sample with a design (Korn & Graubard 1998)."""
    return number('rung_stats_korn_graubard_n', effective, n, df, how(confidence=confidence))


def goodman(counts: Any, *, confidence: float | None = None) -> Rows[Estimate]:
    """Intervals of all shares of a whole that hold together (Goodman 1965; DescTools' MultinomCI).

    `counts` is a list, or a dictionary whose keys name the categories.

    >>> found = goodman({'low': 91, 'middle': 49, 'high': 37})
    >>> round(found.at('low').low, 4), round(found.at('low').high, 4)
    (0.4252, 0.6022)
    """
    named = dict(counts.items() if hasattr(counts, 'items') else enumerate(counts, 1))
    labels, numbers = list(named), [float(value) for value in named.values()]
    found = fill('rung_stats_goodman', [doubles(numbers), len(numbers), how(confidence=confidence)],
                 2 * len(numbers), vector)
    whole = sum(numbers)
    return Rows(Estimate, 'category', labels, {
        'estimate': vector(array('d', [value / whole for value in numbers])),
        'low': vector(found[0::2]), 'high': vector(found[1::2])})


def net_score(promoters: float,
              detractors: float,
              n: float,
              *,
              confidence: float | None = None) -> NetScore:
    """A net score, the share of promoters less that of detractors, and its interval.

    >>> round(net_score(50, 20, 100).estimate, 4)
    0.3
    """
    return result(NetScore, 'rung_stats_net_score', promoters, detractors, n,
                  how(confidence=confidence))


def answer_mean(points: Sequence[float], counts: Sequence[float], n: float = 0, *,
                confidence: float | None = None) -> AnswerMean:
    """The interval of a mean of answers on few points; it never leaves the scale (Ferguson 1973).

    `counts` says how many gave each of `points`; `n` is the effective number, 0 for their sum.

    >>> found = answer_mean([1, 2, 3, 4, 5], [0, 0, 0, 3, 0])
    >>> found.mean, round(found.low, 2), round(found.high, 2)
    (4.0, 2.97, 4.41)
    """
    if len(points) != len(counts):
        raise ValueError(
            f'{len(points)} points and {len(counts)} counts: expected a count for each point')
    return result(AnswerMean, 'rung_stats_answer_mean', doubles(points), doubles(counts),
                  len(points), n, how(confidence=confidence))


def bootstrap(x: Any, statistic: Replicated = 'mean', *, confidence: float | None = None,
              seed: int | None = None, replicates: int | None = None) -> Bootstrap:
    """Bootstrap intervals of a mean, a median or a standard deviation: percentile, BCa, basic,
    normal.

    The same `seed` gives the same draws (doc/statistics/bootstrap.md).

    >>> found = bootstrap([1, 2, 3, 4, 5, 9], 'median', seed=7)
    >>> found.estimate, found.replicates
    (3.5, 2000.0)
    """
    return result(Bootstrap, 'rung_stats_bootstrap', column(x), choice(_abi.Replicated, statistic),
                  how(confidence=confidence, seed=seed, replicates=replicates))


def bootstrap_interval(estimate: float, replicates: Any, jackknife: Any = None, *,
                       confidence: float | None = None) -> Bootstrap:
    """The same from replicates of the caller's; BCa (Efron 1987) needs the `jackknife`, too:
    the estimate without each row.
    """
    drawn, without = list(replicates), None if jackknife is None else list(jackknife)
    return result(Bootstrap, 'rung_stats_bootstrap_interval', estimate, doubles(drawn), len(drawn),
                  None if without is None else doubles(without), len(without or ()),
                  how(confidence=confidence))
