"""The worked cases of doc/statistics/norms.md, computed."""
# SPDX-License-Identifier: Apache-2.0


def norms(library, columns, parameters):
    """What one score is in a sample, with weights where there is a second column."""
    names = library.members('RUNG_NORMS_')
    found = library.call('rung_stats_norms', library.columns(columns[0]),
                         library.columns(columns[1]) if columns[1:] else None,
                         library.array([float(parameters['score'])]), 1, len(names), out=len(names))
    return {f'RUNG_NORMS_{name}': found[place] for name, place in names.items()}


def ranks(library, columns, parameters):
    """Each row under each way."""
    return {f'{name}_{row}': value for name, how in library.members('RUNG_RANKS_').items()
            for row, value in enumerate(library.call('rung_stats_ranks', library.columns(columns[0]), how,
                                                     out=len(columns[0])), 1)}


WORKED = {'a score among six': norms, 'a weighted sample': norms, 'ranks and their normal scores': ranks}
