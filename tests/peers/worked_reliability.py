"""The worked cases of doc/statistics/reliability.md, computed."""
# SPDX-License-Identifier: Apache-2.0
import ctypes
import math

from cases_reliability import ITEM, DROPPED, correlations, covariances, item_blocks

OTHERS = ('RUNG_ALPHA_ITEM_', 'RUNG_ALPHA_WITHOUT_', 'RUNG_ALPHA_LIMIT_')


def by_enum(library, name, *arguments, prefix, but=()):
    """A statistic's results by the whole names of its enum."""
    members = {key: number for key, number in library.values.items()
               if key.startswith(prefix) and not key.startswith(tuple(but))}
    found = library.call(name, *arguments, out=max(members.values()) + 1)
    return {key: found[number] for key, number in members.items()}


def missing(library, parameters):
    return library.values['RUNG_MISSING_' + parameters['missing']]


def alpha(library, columns, parameters):
    return by_enum(library, 'rung_stats_alpha', library.columns(*columns), len(columns), None,
                   missing(library, parameters), None, prefix='RUNG_ALPHA_', but=OTHERS)


def from_matrix(library, columns, parameters):
    matrix = [value for column in columns for value in column]
    return by_enum(library, 'rung_stats_alpha_from_matrix', library.array(matrix), len(columns),
                   float(parameters['n']), None, prefix='RUNG_ALPHA_', but=OTHERS)


def interval(library, columns, parameters):
    return by_enum(library, 'rung_stats_alpha_interval', float(parameters['alpha']),
                   int(parameters['items']), float(parameters['n']),
                   library.settings(confidence=float(parameters['confidence'])),
                   prefix='RUNG_ALPHA_LIMIT_')


def items(library, columns, parameters):
    found = item_blocks(library, columns, missing(library, parameters))
    return {f'RUNG_ALPHA_{name.upper()}.{place}': value for name in ITEM + DROPPED
            for place, value in enumerate(found[name], 1)}


def marks(library, columns, parameters):
    return by_enum(library, 'rung_stats_kuder_richardson', library.columns(*columns), len(columns),
                   library.RUNG_MISSING_LISTWISE, prefix='RUNG_KUDER_RICHARDSON_')


def longer(library, columns, parameters):
    reliability = float(parameters['reliability'])
    return {'rung_stats_spearman_brown': library.shared.rung_stats_spearman_brown(
                reliability, float(parameters['length'])),
            'rung_stats_spearman_brown_length': library.shared.rung_stats_spearman_brown_length(
                reliability, float(parameters['wanted']))}


def halves(library, columns, parameters):
    return by_enum(library, 'rung_stats_halves', library.columns(*columns), len(columns), None, None,
                   library.RUNG_MISSING_LISTWISE, prefix='RUNG_HALVES_')


def bounds(library, columns, parameters):
    matrix = library.array([value for column in columns for value in column])
    return {**by_enum(library, 'rung_stats_guttman', matrix, len(columns), prefix='RUNG_GUTTMAN_'),
            **by_enum(library, 'rung_stats_splits', matrix, len(columns), None,
                      prefix='RUNG_SPLITS_')}


def omega(library, columns, parameters):
    how = library.values['RUNG_FACTORING_' + parameters['how']]
    arguments = (library.columns(*columns), len(columns), None, library.RUNG_MISSING_LISTWISE, how)
    found = by_enum(library, 'rung_stats_omega', *arguments, prefix='RUNG_OMEGA_')
    blocks = library.call('rung_stats_one_factor', *arguments, out=2 * len(columns))
    found.update({f'RUNG_ONE_FACTOR_LOADING.{place}': value
                  for place, value in enumerate(blocks[:len(columns)], 1)})
    return found


def errors(library, columns, parameters):
    sd, reliability = float(parameters['sd']), float(parameters['reliability'])
    found = by_enum(library, 'rung_stats_standard_errors', sd, reliability, prefix='RUNG_SCORE_ERROR_')
    found['rung_stats_true_score'] = library.shared.rung_stats_true_score(
        float(parameters['mean']), reliability, float(parameters['score']))
    return found


def certainty(library, columns, parameters):
    cuts = [float(word) for word in parameters['cuts'].split()]
    population = [float(word) for word in parameters['population'].split()]
    out = {}
    for around in ('TRUE', 'OBSERVED'):
        found = by_enum(library, 'rung_stats_level_certainty', library.columns(columns[0]), None,
                        library.array(cuts), len(cuts), library.array(population),
                        library.values['RUNG_AROUND_' + around], prefix='RUNG_CERTAINTY_')
        out.update({f'{name}.{around}': value for name, value in found.items()})
    return out


def scales(library, columns, parameters):
    keys = [int(word) for word in parameters['keys'].replace('|', ' ').split()]
    count, number = len(columns), len(keys) // len(columns)
    matrix = covariances(library, columns, library.RUNG_MISSING_LISTWISE)
    signs = (ctypes.c_int8 * len(keys))(*keys)
    found = library.call('rung_stats_scales', library.array(matrix), count, signs, number,
                         out=2 * number * number)
    names = ('RUNG_SCALES_R', 'RUNG_SCALES_CORRECTED')
    assert not math.isnan(correlations(library, matrix, count)[0])
    return {f'{name}.{row}.{column}': found[(which * number + row - 1) * number + column - 1]
            for which, name in enumerate(names) for row in range(1, number + 1)
            for column in range(1, number + 1)}


WORKED = {
    'three items and six people': alpha,
    'three items, one of them answered by few': alpha,
    'two items from their correlation': from_matrix,
    'the limits of an alpha': interval,
    'the items of a scale': items,
    'right and wrong answers': marks,
    'a test twice as long': longer,
    'odd against even': halves,
    'four parallel items': bounds,
    'one factor of three items': omega,
    'an intelligence test': errors,
    'three scores and two cuts': certainty,
    'two scales of two items': scales,
}
