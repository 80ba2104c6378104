"""The worked cases of doc/statistics/importance.md, computed."""
# SPDX-License-Identifier: Apache-2.0


def importance(library, columns, parameters):
    members = {key: number for key, number in library.values.items()
               if key.startswith('RUNG_IMPORTANCE_')}
    count = len(columns)
    found = library.call('rung_stats_importance', library.columns(*columns), count, None,
                         library.RUNG_MISSING_LISTWISE, None, out=count * len(members))
    return {f'{name}.{column}': found[number * count + column]
            for name, number in members.items() for column in range(count)}


WORKED = {'an outcome and two drivers': importance, 'two drivers that do not go together': importance}
