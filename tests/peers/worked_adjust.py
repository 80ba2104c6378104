"""The worked cases of doc/statistics/adjust.md, by their titles."""
# SPDX-License-Identifier: Apache-2.0
from cases_adjust import WAYS, adjusted


def every_way(library, columns, parameters):
    """Each way, a p-value each: the name of the way, and behind it the row."""
    return {f'RUNG_ADJUST_{name}_{row}': value for way, name in WAYS.items()
            for row, value in enumerate(adjusted(library, columns[0], way), 1)}


WORKED = {'three p-values and one that is absent': every_way}
