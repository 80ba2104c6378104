"""Agreement within groups: r_wg and its relatives, camps (doc/statistics/agreement.md)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .. import _abi
from ._base import Result, Rows
from ._call import (Many, column, group_labels, how, many, missing as absent, result,
                    rows_of)
from ._results import Agreement, AgreementChance, AgreementNulls, Camps, Missing, Null

FIGURES = len(_abi.Agreement) - 2  # the last two are the limits, which are drawn


@dataclass(frozen=True)
class GroupAgreement(Result):
    """How far a group agrees.

    estimate: The statistic that was asked for.
    low: The lower limit; of r_wg of one item under the uniform null, else NaN.
    high: The upper limit.
    mean: The mean of the answers.
    n: People who count.
    """

    estimate: float
    low: float
    high: float
    mean: float
    n: float


def agreement(data: Any, groups: Any, scale: tuple[float, float], *, missing: Missing = 'listwise',
              limits: bool = True, confidence: float | None = None, seed: int | None = None,
              replicates: int | None = None) -> Rows[Agreement]:
    """Every statistic of agreement for each group: r_wg(j), r*_wg(j), a_wg, AD and more.

    `data` is one column or several items on one scale from `scale[0]` to `scale[1]`; `groups` a
    label per row. The limits of r_wg are drawn with `seed`; `limits=False` leaves them out.

    >>> found = agreement([4, 4, 5, 4, 1, 5, 1, 5], list('AAAABBBB'), (1, 5))
    >>> round(found.at('A').rwg_uniform, 4), found.at('B').rwg_uniform, found.at('B').awg
    (0.875, 0.0, -1.0)
    """
    items, (low, high) = items_of(data), scale
    return rows_of(Agreement, 'group', group_labels(groups), 'rung_stats_agreement', items.array,
                   len(items), column(groups), low, high, absent(missing),
                   how(confidence=confidence, seed=seed, replicates=replicates),
                   each=FIGURES + (2 if limits and len(items) == 1 else 0))


def items_of(data: Any) -> Many:
    """One column or several."""
    try:
        return many(data)
    except TypeError:
        return Many([('1', data)])


def one(name: str, data: Any, groups: Any, scale: tuple[float, float], missing: Missing,
        limits: bool = False, **given: Any) -> Rows[GroupAgreement]:
    """One statistic of each group."""
    found = agreement(data, groups, scale, missing=missing, limits=limits, **given)
    return Rows(GroupAgreement, 'group', found.labels, {
        'estimate': found[name], 'low': found['low'], 'high': found['high'], 'mean': found['mean'],
        'n': found['n']})


def rwg(x: Any, groups: Any, scale: tuple[float, float], *, null: Null = 'uniform',
        confidence: float | None = None, seed: int | None = None,
        replicates: int | None = None) -> Rows[GroupAgreement]:
    """r_wg of one item in each group (James, Demaree & Wolf 1984); under the uniform null with
    limits.

    >>> rwg([4, 4, 5, 4, 1, 5, 1, 5], list('AAAABBBB'), (1, 5)).at('A').estimate
    0.875
    """
    return one(f'rwg_{null}', Many([('x', x)]), groups, scale, 'listwise', null == 'uniform',
               confidence=confidence, seed=seed, replicates=replicates)


def rwg_j(data: Any, groups: Any, scale: tuple[float, float], *, null: Null = 'uniform',
          missing: Missing = 'listwise') -> Rows[GroupAgreement]:
    """r_wg(j) of several items in each group (James, Demaree & Wolf 1984); it grows with their
    number.
    """
    return one(f'rwg_{null}', data, groups, scale, missing)


def rwg_star(data: Any, groups: Any, scale: tuple[float, float], *, null: Null = 'uniform',
             missing: Missing = 'listwise') -> Rows[GroupAgreement]:
    """r*_wg(j) in each group (Lindell, Brandt & Whitney 1999): not cut at 0, no growth with
    items.
    """
    return one(f'star_{null}', data, groups, scale, missing)


def awg(data: Any, groups: Any, scale: tuple[float, float], *,
        missing: Missing = 'listwise') -> Rows[GroupAgreement]:
    """a_wg in each group (Brown & Hauenstein 2005)."""
    return one('awg', data, groups, scale, missing)


def ad(data: Any, groups: Any, scale: tuple[float, float], *, centre: str = 'mean',
       missing: Missing = 'listwise') -> Rows[GroupAgreement]:
    """The mean absolute deviation around the `centre`, 'mean' or 'median', in each group (Burke et
    al. 1999).
    """
    if centre not in ('mean', 'median'):
        raise ValueError(f"centre {centre!r}: expected 'mean' or 'median'")
    return one(f'ad_{centre}', data, groups, scale, missing)


def nulls(scale: tuple[float, float]) -> AgreementNulls:
    """The variances of answers where nobody agrees, by name of the distribution (LeBreton & Senter
    2008).

    >>> nulls((1, 5)).uniform, nulls((1, 5)).dissensus
    (2.0, 4.0)
    """
    return result(AgreementNulls, 'rung_stats_agreement_nulls', *scale)


def agreement_chance(shares: Any, members: int, items: int = 1, *, seed: int | None = None,
                     replicates: int | None = None, work: float | None = None) -> AgreementChance:
    """How much r_wg(j) chance alone shows in a group of this size (Dunlap, Burke & Smith-Crowe
    2003).

    `shares` weighs each point of the scale, lowest first: five ones for a uniform scale of five.
    """
    return result(AgreementChance, 'rung_stats_agreement_chance', column(shares), members, items,
                  how(seed=seed, replicates=replicates, work=work))


def camps(counts: Any, least_share: float = 0.25) -> Camps:
    """Whether a group is divided into two camps, and van der Eijk's (2001) A.

    `counts` are the answers on each point of the scale, lowest first.

    >>> found = camps([6, 1, 0, 1, 6], 0.25)
    >>> found.found, found.lower_point, found.upper_point
    (1.0, 1.0, 5.0)
    """
    return result(Camps, 'rung_stats_camps', column(counts), least_share)
