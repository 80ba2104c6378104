"""The worked cases of doc/statistics/polychoric.md, computed."""
# SPDX-License-Identifier: Apache-2.0
from worked_reliability import by_enum


def pair(library, columns, parameters):
    weight = library.columns(columns[2]) if len(columns) > 2 else None
    return by_enum(library, 'rung_stats_polychoric_pair', library.columns(*columns[:2]), weight,
                   library.values['RUNG_MARGINS_' + parameters['margins']], prefix='RUNG_POLYCHORIC_')


def thresholds(library, columns, parameters):
    found = library.call('rung_stats_thresholds', library.columns(columns[0]), None, out=2)
    return {f'threshold.{place}': value for place, value in enumerate(found, 1)}


def ordinal_alpha(library, columns, parameters):
    return by_enum(library, 'rung_stats_ordinal_alpha', library.columns(*columns), len(columns), None,
                   library.RUNG_MISSING_PAIRWISE,
                   library.values['RUNG_MARGINS_' + parameters['margins']],
                   prefix='RUNG_ORDINAL_ALPHA_')


WORKED = {
    'a table of two by two, cut at the medians': pair,
    'two items of three categories': pair,
    'the thresholds of an item': thresholds,
    'ordinal alpha of three items': ordinal_alpha,
}
