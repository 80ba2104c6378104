"""The worked cases of doc/statistics/shrinkage.md, computed."""
# SPDX-License-Identifier: Apache-2.0


def heterogeneity(library, columns, parameters):
    mean, variance = (library.columns(column) for column in columns)
    found = library.by_name('rung_stats_heterogeneity', mean, variance, prefix='RUNG_HETEROGENEITY_')
    return {f'RUNG_HETEROGENEITY_{name.upper()}': value for name, value in found.items()}


def shrinkage(library, columns, parameters):
    """Each group's results by name and row."""
    mean, variance = (library.columns(column) for column in columns)
    names, rows = library.members('RUNG_SHRINKAGE_'), len(columns[0])
    found = library.call('rung_stats_shrinkage', mean, variance, None, len(names), out=rows * len(names))
    return {f'RUNG_SHRINKAGE_{name}_{row + 1}': found[row * len(names) + place]
            for row in range(rows) for name, place in names.items()}


WORKED = {'five teams': heterogeneity, 'five teams are drawn together': shrinkage}
