"""The worked cases of doc/statistics/coding.md, computed."""
# SPDX-License-Identifier: Apache-2.0


def rows(found):
    """A number per row by the row."""
    return {f'ROW_{row}': number for row, number in enumerate(found, 1)}


def recoded(name, *keys):
    """A function that recodes the first column, with these parameters."""
    def compute(library, columns, parameters):
        numbers = [float(word) for key in keys for word in parameters[key].split()]
        return rows(library.call(name, library.columns(columns[0]), *numbers,
                                 out=len(columns[0])))
    return compute


def row_means(library, columns, parameters):
    return rows(library.call('rung_stats_row_means', library.columns(*columns), len(columns),
                             int(parameters['least']), out=len(columns[0])))


WORKED = {
    'an item is reversed': recoded('rung_stats_reverse', 'scale'),
    'an item is put on 0 to 100': recoded('rung_stats_pomp', 'scale'),
    'a T score': recoded('rung_stats_standardise', 'mean', 'sd'),
    'what lies far out is drawn in': recoded('rung_stats_winsorise', 'share'),
    'a mean asks for enough answers': row_means,
}
