"""The worked cases of doc/statistics/change.md, by their titles."""
# SPDX-License-Identifier: Apache-2.0
from worked_describe import by_enum


def change(library, columns, parameters):
    reliability = [float(one) for one in parameters['reliability'].split()]
    return by_enum(library, 'rung_stats_change', library.columns(*columns),
                   library.array(reliability), float(parameters['critical']),
                   library.RUNG_MISSING_LISTWISE, prefix='RUNG_CHANGE_')


def rows(library, columns, parameters):
    given, count = library.columns(*columns), len(columns[0])
    return {f'{name}_{row}': value
            for name in ('RUNG_CHANGE_ROW_INDEX', 'RUNG_CHANGE_ROW_RESIDUAL')
            for row, value in enumerate(library.call(
                'rung_stats_change_rows', given, float(parameters['reliability']),
                getattr(library, name), out=count), 1)}


def transition(library, columns, parameters):
    levels = int(parameters['levels'])
    table = library.array([0] * levels * levels)
    found = by_enum(library, 'rung_stats_transition', library.columns(*columns), levels, table,
                    prefix='RUNG_TRANSITION_')
    return {**found, **{f'from_{place // levels + 1}_to_{place % levels + 1}': count
                        for place, count in enumerate(table)}}


WORKED = {
    'five people before and after': change,
    'the change of each of them': rows,
    'seven people on three levels': transition,
}
