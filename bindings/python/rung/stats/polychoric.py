"""Polychoric correlations: of what lies behind ordered answers (doc/statistics/polychoric.md)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import Any

from .. import _abi
from .._column import plain
from ._base import Matrix, Vector, vector
from ._call import choice, column, fill, many, matrix_of, missing as absent, optional, pair, result
from ._results import Margins, Missing, OrdinalAlpha, Polychoric

MOST = 64  # categories of an item


def polychoric(data: Any, *, weight: Any = None, missing: Missing = 'pairwise',
               margins: Margins = 'item') -> Matrix:
    """The polychoric correlations of all columns, in two steps (Olsson 1979).

    `margins='item'` takes an item's thresholds from all its answers, as psych's `global=TRUE`;
    'pair' from the rows of each pair, as polycor. Nothing is smoothed, and no empty cell is filled.
    """
    items = many(data)
    return matrix_of('rung_stats_polychoric', items.names, items.array, len(items),
                     optional(weight), absent(missing), choice(_abi.Margins, margins))


def polychoric_pair(x: Any,
                    y: Any = None,
                    *,
                    weight: Any = None,
                    margins: Margins = 'item') -> Polychoric:
    """The polychoric correlation of two items, its standard error and a test of the model.

    >>> x = [1] * 40 + [1] * 10 + [2] * 10 + [2] * 40
    >>> y = [1] * 40 + [2] * 10 + [1] * 10 + [2] * 40
    >>> round(polychoric_pair(x, y).r, 6)  # cut at the medians: cos(pi (1 - 0.8))
    0.809017
    """
    items = pair(x, y)
    return result(Polychoric, 'rung_stats_polychoric_pair', items.array, optional(weight),
                  choice(_abi.Margins, margins))


def thresholds(x: Any, *, weight: Any = None) -> Vector:
    """The normal quantiles at which an item's categories end, the lowest first."""
    held = plain(x)
    found = fill('rung_stats_thresholds', [column(held), optional(weight)], MOST, vector)
    count = next((place for place, value in enumerate(found) if value != value), MOST)
    return vector(found[:count])


def ordinal_alpha(data: Any, *, weight: Any = None, missing: Missing = 'pairwise',
                  margins: Margins = 'item') -> OrdinalAlpha:
    """Alpha of the polychoric correlations (Zumbo, Gadermann & Zeisser 2007).

    It is the reliability of a sum of what lies behind the answers, not of the sum of the answers.
    """
    items = many(data)
    return result(OrdinalAlpha, 'rung_stats_ordinal_alpha', items.array, len(items),
                  optional(weight), absent(missing), choice(_abi.Margins, margins))
