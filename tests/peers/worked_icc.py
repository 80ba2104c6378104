"""The worked cases of doc/statistics/icc.md, by their titles."""
# SPDX-License-Identifier: Apache-2.0
from cases_icc import groups_of, raters_of


def named(prefix, found):
    return {prefix + key.upper(): value for key, value in found.items()}


def groups(library, columns, parameters):
    return named('RUNG_ICC_GROUPS_', groups_of(library, *columns))


def raters(library, columns, parameters):
    return named('RUNG_ICC_RATERS_', raters_of(library, columns))


def means(library, columns, parameters):
    found = library.call('rung_stats_icc_mean_reliability', float(parameters['icc']),
                         library.columns(*columns), out=len(columns[0]))
    return {f'RUNG_RELIABILITY.{row}': value for row, value in enumerate(found, 1)}


def between_within(library, columns, parameters):
    x, y, labels = (library.columns(column) for column in columns)
    return named('RUNG_BETWEEN_WITHIN_', library.by_name(
        'rung_stats_between_within', x, y, labels, library.RUNG_MISSING_LISTWISE,
        prefix='RUNG_BETWEEN_WITHIN_'))


WORKED = {
    'ICC of three groups of five': groups,
    'reliability of means of 1, 5 and 20 people': means,
    'Shrout and Fleiss 1979': raters,
    'more between, less within': between_within,
}
