"""The worked cases of doc/statistics/careless.md, computed."""
# SPDX-License-Identifier: Apache-2.0
import ctypes


def by_row(library, prefix, found):
    """Results of rows by name and row."""
    names = library.members(prefix)
    return {f'{name}_{row + 1}': found[row * len(names) + place]
            for row in range(len(found) // len(names)) for name, place in names.items()}


def careless(library, columns, parameters):
    each = len(library.members('RUNG_CARELESS_'))
    return by_row(library, 'RUNG_CARELESS_', library.call(
        'rung_stats_careless', library.columns(*columns), len(columns), each,
        out=each * len(columns[0])))


def even_odd(library, columns, parameters):
    scale = [int(word) for word in parameters['scale'].split()]
    found = library.call('rung_stats_even_odd', library.columns(*columns), len(columns),
                         (ctypes.c_uint32 * len(scale))(*scale), out=len(columns[0]))
    return {f'ROW_{row}': number for row, number in enumerate(found, 1)}


def pace(library, columns, parameters):
    each = len(library.members('RUNG_PACE_'))
    items = [float(word) for word in parameters['items'].split()]
    return by_row(library, 'RUNG_PACE_', library.call(
        'rung_stats_pace', library.columns(*columns), len(columns), library.array(items),
        float(parameters['cutoff']), each, out=each * len(columns[0])))


WORKED = {
    'a row is looked at': careless,
    'halves agree or contradict': even_odd,
    'a page was too fast': pace,
}
