"""The worked cases of doc/statistics/bootstrap.md, computed."""
# SPDX-License-Identifier: Apache-2.0


def interval(library, columns, parameters):
    """From replicates and the values without each row."""
    replicate, left = columns
    found = library.by_name('rung_stats_bootstrap_interval', float(parameters['estimate']),
                            library.array(replicate), len(replicate), library.array(left), len(left),
                            library.settings(confidence=float(parameters['confidence'])),
                            prefix='RUNG_BOOTSTRAP_')
    return {f'RUNG_BOOTSTRAP_{name.upper()}': value for name, value in found.items()}


def drawn(library, columns, parameters):
    """A statistic of a column."""
    found = library.by_name('rung_stats_bootstrap', library.columns(columns[0]),
                            getattr(library, 'RUNG_REPLICATED_' + parameters['statistic']),
                            library.settings(seed=float(parameters['seed'])), prefix='RUNG_BOOTSTRAP_')
    return {f'RUNG_BOOTSTRAP_{name.upper()}': value for name, value in found.items()}


WORKED = {'nineteen replicates': interval, 'a median is drawn': drawn}
