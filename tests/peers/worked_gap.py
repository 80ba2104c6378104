"""The worked cases of doc/statistics/gap.md and concordance.md, by their titles."""
# SPDX-License-Identifier: Apache-2.0
from worked_describe import by_enum


def paired(library, columns, parameters):
    return by_enum(library, 'rung_stats_paired', library.columns(*columns), None,
                   library.RUNG_MISSING_LISTWISE, None, prefix='RUNG_PAIRED_')


def independent(library, columns, parameters):
    weight = library.columns(*columns[2:]) if len(columns) > 2 else None
    return by_enum(library, 'rung_stats_independent', library.columns(columns[0]),
                   library.columns(columns[1]), weight, None, prefix='RUNG_INDEPENDENT_')


def part(library, columns, parameters):
    weight = library.columns(columns[2]) if len(columns) > 2 else None
    return by_enum(library, 'rung_stats_part', library.columns(*columns[:2]), weight,
                   library.RUNG_MISSING_LISTWISE, None, prefix='RUNG_INDEPENDENT_')


def dominance(library, columns, parameters):
    return by_enum(library, 'rung_stats_dominance', library.columns(columns[0]),
                   library.columns(columns[1]), None, prefix='RUNG_DOMINANCE_')


def concordance(library, columns, parameters):
    return by_enum(library, 'rung_stats_concordance', library.columns(*columns),
                   library.RUNG_MISSING_LISTWISE, None, prefix='RUNG_CONCORDANCE_')


def bland_altman(library, columns, parameters):
    return by_enum(library, 'rung_stats_bland_altman', library.columns(*columns),
                   float(parameters['multiple']), library.RUNG_MISSING_LISTWISE, None,
                   prefix='RUNG_BLAND_ALTMAN_')


def self_others(library, columns, parameters):
    return by_enum(library, 'rung_stats_self_others', library.columns(*columns),
                   float(parameters['width']), library.RUNG_MISSING_LISTWISE,
                   prefix='RUNG_SELF_OTHERS_')


def profiles(library, columns, parameters):
    given, half, rows = library.columns(*columns), len(columns) // 2, len(columns[0])
    return {f'{name}_{row}': value
            for name in ('RUNG_PROFILE_CORRELATION', 'RUNG_PROFILE_DISTANCE')
            for row, value in enumerate(library.call('rung_stats_profiles', given, half,
                                                     getattr(library, name), out=rows), 1)}


WORKED = {
    'ten patients take two drugs': paired,
    'the same hours as those of two groups': independent,
    'two groups with weights': independent,
    'a team is held against the rest of its unit': part,
    'two groups by order alone': dominance,
    'two raters, one a point higher': concordance,
    'limits between which differences lie': bland_altman,
    'five people and how others see them': self_others,
    'two leaders on three dimensions': profiles,
}
