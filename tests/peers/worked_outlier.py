"""The worked cases of doc/statistics/outlier.md, computed."""
# SPDX-License-Identifier: Apache-2.0


def mahalanobis(library, columns, parameters):
    members = {key: number for key, number in library.values.items()
               if key.startswith('RUNG_MAHALANOBIS_')}
    rows = len(columns[0])
    found = library.call('rung_stats_mahalanobis', library.columns(*columns), len(columns),
                         library.values['RUNG_MISSING_' + parameters['missing']],
                         out=rows * len(members))
    return {f'{name}.{row + 1}': found[number * rows + row]
            for name, number in members.items() for row in range(rows)}


WORKED = {'five people and two items': mahalanobis, 'an answer that is absent': mahalanobis}
