"""The worked cases of doc/statistics/weights.md, computed."""
# SPDX-License-Identifier: Apache-2.0


def rows(found):
    return {f'ROW_{row}': number for row, number in enumerate(found, 1)}


def poststratify(library, columns, parameters):
    return rows(library.call('rung_stats_poststratify', *map(library.columns, columns),
                             out=len(columns[0])))


def rake(library, columns, parameters):
    count = int(parameters['margins'])
    pairs = columns[1 + count:]
    return rows(library.call('rung_stats_rake', library.columns(columns[0]),
                             library.columns(*columns[1:1 + count]),
                             library.columns(*pairs[::2]), library.columns(*pairs[1::2]), count,
                             out=len(columns[0])))


def trim(library, columns, parameters):
    lower, upper = map(float, parameters['limits'].split())
    return rows(library.call('rung_stats_trim_weights', library.columns(columns[0]), lower, upper,
                             int(parameters['strict']), out=len(columns[0])))


WORKED = {
    'groups reach their totals': poststratify,
    'two margins are reached': rake,
    'weights are trimmed once': trim,
    'weights are trimmed strictly': trim,
}
