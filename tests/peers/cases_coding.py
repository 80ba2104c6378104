"""Recoded columns and means of rows against R's psych."""
# SPDX-License-Identifier: Apache-2.0
import math

from cases_describe import describe, summary


def column(case):
    """The one column that the case names."""
    return case.table()[case.input['columns']]


def recode(library, name, values, *arguments):
    """A function that gives a number per row."""
    return library.call(name, library.columns(values), *map(float, arguments), out=len(values))


def ends(case):
    return case.args['min'], case.args['max']


def as_summary(name, *arguments):
    return lambda library, case: summary(library, recode(
        library, name, column(case), *(arguments or ends(case))), 50)


def reverse_observed(library, case):
    values = column(case)[:20]
    found = describe(library, values)
    least, greatest = found['least'], found['greatest']
    return {'value': recode(library, 'rung_stats_reverse', values, least, greatest),
            'observed_min': least, 'observed_max': greatest}


def winsor_mean(library, case):
    found = describe(library, recode(library, 'rung_stats_winsorise', column(case),
                                     case.args['trim']))
    return {'mean': found['mean'], 'sd': found['sd']}


def trimmed_mean(library, case):
    found = library.by_name('rung_stats_describe', library.columns(column(case)),
                            case.args['trim'], prefix='RUNG_DESCRIBE_')
    return {'mean': found['trimmed']}


def scale_columns(library, case, keys):
    """The items of a scale, those with a minus reversed."""
    table = case.table()
    return [recode(library, 'rung_stats_reverse', table[key[1:]], *ends(case)) if key[0] == '-'
            else table[key] for key in keys]


def row_means(library, case, fraction):
    """The mean of the answered items of each scale, if that share of them is answered."""
    found = {}
    for scale, keys in case.args['keys'].items():
        columns = scale_columns(library, case, keys)
        least = max(1, math.ceil(fraction * len(columns) - 1e-9))
        scores = library.call('rung_stats_row_means', library.columns(*columns), len(columns),
                              least, out=len(columns[0]))
        found[scale] = summary(library, scores)
    return found


def imputed(library, case):
    """What psych does unless told otherwise: the item's mean or median stands in for what is absent."""
    found, totals = {}, case.args['totals']
    for scale, keys in case.args['keys'].items():
        columns = []
        for key in keys:
            values = case.table()[key.lstrip('-')]
            middle = describe(library, values)[case.args['impute']]
            values = [middle if value is None else value for value in values]
            columns.append(recode(library, 'rung_stats_reverse', values, *ends(case)) if key[0] == '-' else values)
        scores = library.call('rung_stats_row_means', library.columns(*columns), len(keys), len(keys),
                              out=len(columns[0]))
        found[scale] = summary(library, [score * len(keys) for score in scores] if totals else scores)
    return {'scores': found}


def n_answered(library, case):
    keys, found = case.siblings['available_mean_min_valid_1'].args['keys'], {}
    for scale, names in keys.items():
        columns = [case.table()[name.lstrip('-')] for name in names]
        each = len(library.members('RUNG_CARELESS_'))
        out = library.call('rung_stats_careless', library.columns(*columns), len(columns), each,
                           out=each * len(columns[0]))
        found[scale] = summary(library, out[library.RUNG_CARELESS_ANSWERED::each])
    return found


CASES = {
    'mixed__coding/reverse_given_range': as_summary('rung_stats_reverse'),
    'mixed__coding/reverse_observed_range_first20': reverse_observed,
    'mixed__coding/zscore': as_summary('rung_stats_standardise', 0, 1),
    'mixed__coding/t_score_50_10': as_summary('rung_stats_standardise', 50, 10),
    'mixed__coding/pomp_0_100': as_summary('rung_stats_pomp'),
    'mixed__coding/winsor_20': as_summary('rung_stats_winsorise', .2),
    'mixed__coding/winsor_mean': winsor_mean,
    'mixed__coding/trimmed_mean_10': trimmed_mean,
    '*__scores/scoreItems_none_means': lambda library, case: {
        'scores': row_means(library, case, 0)},
    '*__scores/scoreItems_mean_*': imputed,
    '*__scores/scoreItems_median_*': imputed,
    '*__scores/available_mean_min_valid_*': lambda library, case: row_means(
        library, case, case.args['min_valid_fraction']),
    '*__scores/n_answered': n_answered,
}
