"""Several scales, and what a reliability says of one score (doc/statistics/reliability.md)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import ctypes
from array import array
from dataclasses import dataclass
from typing import Any, Mapping, Sequence

from .. import _abi
from ._base import Matrix, Vector, vector
from ._call import choice, column, doubles, fill, many, number, optional, result, square
from ._results import Around, Certainty, Missing, ScoreError
from .reliability import covariance_matrix


@dataclass(frozen=True)
class Correlations:
    """Two matrices of correlations.

    r: As they are.
    corrected: Without what unreliability takes; in the diagonal of `scales` each scale's alpha.
    """

    r: Matrix
    corrected: Matrix

    def to_frame(self, frame: str | None = None) -> Any:
        """The frame of `r`."""
        return self.r.to_frame(frame)

    def to_dict(self) -> dict[str, dict[str, dict[str, float]]]:
        """Both, as dictionaries."""
        return {'r': self.r.to_dict(), 'corrected': self.corrected.to_dict()}


def scales(data: Any,
           keys: Mapping[str, Sequence[str]],
           *,
           missing: Missing = 'pairwise') -> Correlations:
    """The correlations of scales, as they are and corrected (Spearman 1904), and each scale's
    alpha.

    `keys` names the items of each scale, with `-` before one that counts reversed, as psych's
    `scoreItems` takes them. `data` is answers with a column per item, or their covariances as a
    `Matrix`.

    >>> data = {'a': [1, 2, 3, 4], 'b': [1, 3, 2, 4], 'c': [4, 3, 1, 2], 'd': [5, 2, 2, 1]}
    >>> round(scales(data, {'first': ['a', 'b'], 'second': ['c', 'd']}).r['first', 'second'], 4)
    -0.866
    """
    numbers, items, signs, names = keyed(data, keys, missing)
    count = len(keys)
    return two_matrices('rung_stats_scales', [numbers, items, signs, count], list(keys), list(keys))


def scale_items(data: Any,
                keys: Mapping[str, Sequence[str]],
                *,
                missing: Missing = 'pairwise') -> Correlations:
    """The correlations of every item with every scale, and those corrected for overlap."""
    numbers, items, signs, names = keyed(data, keys, missing)
    return two_matrices('rung_stats_scale_items',
                        [numbers, items, signs, len(keys)], names, list(keys))


def keyed(data: Any, keys: Mapping[str, Sequence[str]],
          missing: Missing) -> tuple[Any, int, Any, list[str]]:
    """Covariances, their size, what each scale does with each item, and the items' names."""
    matrix = data if isinstance(data, Matrix) else covariance_matrix(many(data), missing=missing)
    numbers, items, names = square(matrix)
    signs = [0] * (items * len(keys))
    for scale, (title, listed) in enumerate(keys.items()):
        for key in listed:
            name = key[1:] if key not in names and key.startswith('-') else key
            if name not in names:
                raise KeyError(f'{title}: no item is called {name!r}')
            signs[scale * items + names.index(name)] = -1 if name != key else 1
    return numbers, items, (ctypes.c_int8 * max(len(signs), 1))(*signs), names


def two_matrices(name: str, arguments: Sequence[Any], rows: list[str],
                 columns: list[str]) -> Correlations:
    """Call a statistic that gives two matrices one after the other."""
    size = len(rows) * len(columns)

    def made(out: array[float]) -> Correlations:
        return Correlations(Matrix(rows, out[:size], columns), Matrix(rows, out[size:], columns))
    return made(fill(name, arguments, 2 * size, made))


def standard_errors(sd: float, reliability: float) -> ScoreError:
    """The standard errors of measurement, of estimate and of prediction (Lord & Novick 1968, 3.8).

    >>> round(standard_errors(15, 0.91).measurement, 6)
    4.5
    """
    return result(ScoreError, 'rung_stats_standard_errors', sd, reliability)


def true_score(mean: float, reliability: float, score: float) -> float:
    """The true score, estimated: the score drawn towards its population's mean (Kelley 1927)."""
    return number('rung_stats_true_score', mean, reliability, score)


def level_chances(centre: float, spread: float, cuts: Sequence[float]) -> Vector:
    """The chance of each level, lowest first, for what is normal around a centre.

    >>> [round(float(chance), 4) for chance in level_chances(2.5, 0.5, [2, 3])]
    [0.1587, 0.6827, 0.1587]
    """
    cuts = list(cuts)
    return vector(fill('rung_stats_level_chances', [centre, spread, doubles(cuts), len(cuts)],
                       len(cuts) + 1, vector))


def level_certainty(score: Any,
                    cuts: Sequence[float],
                    mean: float,
                    sd: float,
                    reliability: float,
                    *,
                    around: Around = 'true',
                    weight: Any = None) -> Certainty:
    """How surely scores tell levels: accuracy and consistency (Rudner 2005; Lee 2010).

    `mean`, `sd` and `reliability` are those of the population that the scores are of.
    """
    cuts = list(cuts)
    return result(Certainty, 'rung_stats_level_certainty', column(score), optional(weight),
                  doubles(cuts), len(cuts), doubles([mean, sd, reliability]),
                  choice(_abi.Around, around))
