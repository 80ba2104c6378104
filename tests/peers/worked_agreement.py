"""The worked cases of doc/statistics/agreement.md, by their titles."""
# SPDX-License-Identifier: Apache-2.0
from cases_agreement import agreement


def scale_of(parameters):
    return [float(word) for word in parameters['scale'].split()]


def groups(library, columns, parameters):
    """Each result, and behind a point the group."""
    found = agreement(library, columns[1], [columns[0]], scale_of(parameters),
                      settings=library.settings(confidence=0.95))
    return {f'RUNG_AGREEMENT_{key.upper()}.{group}': value for group, row in found.items()
            for key, value in row.items()}


def nulls(library, columns, parameters):
    found = library.by_name('rung_stats_agreement_nulls', *scale_of(parameters),
                            prefix='RUNG_AGREEMENT_NULL_')
    return {'RUNG_AGREEMENT_NULL_' + key.upper(): value for key, value in found.items()}


def chance(library, columns, parameters):
    settings = library.settings(replicates=float(parameters['replicates']))
    found = library.by_name('rung_stats_agreement_chance', library.columns(*columns),
                            int(parameters['members']), int(parameters['items']), settings,
                            prefix='RUNG_AGREEMENT_CHANCE_')
    return {'RUNG_AGREEMENT_CHANCE_' + key.upper(): value for key, value in found.items()}


def camps(library, columns, parameters):
    found = library.by_name('rung_stats_camps', library.columns(*columns), float(parameters['share']),
                            prefix='RUNG_CAMPS_')
    return {'RUNG_CAMPS_' + key.upper(): value for key, value in found.items()}


WORKED = {
    'agreement of three groups of five': groups,
    'nulls of five points': nulls,
    'chance with ten people, five items and five points': chance,
    'one peak on seven points': camps,
    'two camps': camps,
}
