"""Statistics of columns, scales and groups as beside_r.R gives them, by the library."""
# SPDX-License-Identifier: Apache-2.0
#
# STATISTICS: name -> function(library, tables), or (tolerance, function) where R itself is less exact than
# 1e-10: lavaan, minres and polychor stop their searches early, polychoric of psych at 1.2e-4, and chance is drawn.
# The numbers come in the order of R, matrices column by column.
import ctypes
import math

import cases_agreement
import cases_describe
import cases_icc
import cases_reliability as scale
from beside_data import ITEMS, RATERS

WEIGHTED = ('INVERSE', 'WEIGHTED_7')
SHARES = [.1, .25, .5, .75, .9]


def items(tables):
    return [tables['people'][name] for name in ITEMS]


def full(tables, *more):
    """The complete rows of the items and of other columns."""
    return scale.complete([*items(tables), *(tables['people'][name] for name in more)])


def rows_with(tables, needed, *names):
    """Columns of the people who have the first."""
    table = tables['people']
    keep = [row for row, value in enumerate(table[needed]) if value is not None]
    return [[table[name][row] for row in keep] for name in (needed, *names)]


def flat(columns):
    return [value for column in columns for value in column]


def describe(library, tables):
    names = ['n', 'mean', 'sd', 'median', 'trimmed', 'mad', 'least', 'greatest', 'range', 'skew_3', 'kurtosis_3', 'se']
    found = [cases_describe.describe(library, column) for column in items(tables)]
    return [one[name] for name in names for one in found]


def shapes(library, tables):
    found = cases_describe.describe(library, tables['people']['x'])
    return [found[f'{shape}_{kind}'] for kind in (1, 2) for shape in ('skew', 'kurtosis')]


def quantiles(library, tables):
    return flat(cases_describe.quantiles(library, tables['people']['x'], [.03, .1, .25, .5, .77, .9], how)
                for how in range(1, 10))


def interpolated(library, tables):
    return flat(cases_describe.quantiles(library, item, [p], library.RUNG_QUANTILE_INTERPOLATED)
                for p in (.25, .5, .75) for item in items(tables))


def frequencies(library, tables):
    found = [library.call('rung_stats_frequencies', library.columns(item), None,
                          library.array([1, 2, 3, 4, 5]), 5, out=8) for item in items(tables)]
    places = [*range(3, 8), library.RUNG_FREQUENCIES_ABSENT]
    return [one[place] for place in places for one in found]


def by_groups(library, tables):
    found = cases_describe.by_group(library, *rows_with(tables, 'x', 'group'))
    return [found[group][name] for name in ('mean', 'sd', 'median') for group in sorted(found)]


def weighted_variance(library, tables):
    found = cases_describe.weighted(library, *rows_with(tables, 'x', 'weight'))
    return [found['mean'], found['variance_reliability'], found['mean'], found['variance_population']]


def weighted_correlations(library, tables):
    *columns, weight = full(tables, 'weight')
    return library.call('rung_stats_weighted_correlation', library.columns(*columns), 6,
                        library.columns(weight), library.RUNG_MISSING_FAIL, out=36)


def weighted_quantiles(library, tables):
    values, weights = rows_with(tables, 'x', 'weight')
    return flat(cases_describe.quantiles(library, values, SHARES, getattr(library, 'RUNG_QUANTILE_' + how), weights)
                for how in WEIGHTED)


def item_examination(library, tables):
    each = len(library.members('RUNG_ITEM_EXAM_'))
    found = library.call('rung_stats_item_exam', library.columns(*items(tables)), 6,
                         library.RUNG_MISSING_LISTWISE, each, out=6 * each)
    return [found[item * each + result] for result in range(7) for item in range(6)]


def recode(name, column, *arguments):
    def run(library, tables):
        values = tables['people'][column]
        return library.call('rung_stats_' + name, library.columns(values), *map(float, arguments), out=len(values))
    return run


def row_means(library, tables):
    return library.call('rung_stats_row_means', library.columns(*items(tables)), 6, 4,
                        out=len(tables['people']['i1']))


def careless(result):
    def run(library, tables):
        each, rows = len(library.members('RUNG_CARELESS_')), len(tables['people']['i1'])
        found = library.call('rung_stats_careless', library.columns(*items(tables)), 6, each, out=each * rows)
        return found[getattr(library, 'RUNG_CARELESS_' + result)::each]
    return run


def even_odd(library, tables):
    return library.call('rung_stats_even_odd', library.columns(*items(tables)), 6, (ctypes.c_uint32 * 6)(0, 0, 1, 1, 2, 2),
                        out=len(tables['people']['i1']))


def pace(library, tables):
    columns = [[math.exp(value) for value in tables['waves'][name]] for name in ('a1', 'a2')]
    found = library.call('rung_stats_pace', library.columns(*columns), 2, library.array([2, 5]), 6.0, 2,
                         out=2 * len(columns[0]))
    return found[::2] + found[1::2]


def certainty(library, tables):
    values, = rows_with(tables, 'x')
    found = cases_describe.describe(library, values)
    return library.call('rung_stats_level_certainty', library.columns(values), None, library.array([-.5, .4, 1.1]), 3,
                        library.array([found['mean'], found['sd'], .7]), library.RUNG_AROUND_TRUE, out=4)


def ranks(library, tables):
    column = tables['people']['i1']
    return flat(library.call('rung_stats_ranks', library.columns(column), how, out=len(column)) for how in range(5))


def norms(library, tables):
    names = ('AT_OR_BELOW', 'Z', 'T', 'T_NORMALISED', 'STANINE', 'STEN')
    each, places = len(library.members('RUNG_NORMS_')), [getattr(library, 'RUNG_NORMS_' + name) for name in names]
    found = library.call('rung_stats_norms', library.columns(tables['people']['x']), None,
                         library.array([-1, .2, 1.5]), 3, each, out=3 * each)
    at_or_below = [library.shared.rung_stats_normal_quantile(found[score * each + places[0]] / 100) for score in range(3)]
    return [50 + 10 * at_or_below[score] if name == 'T_NORMALISED' else found[score * each + place]
            for name, place in zip(names, places) for score in range(3)]


def distance(library, tables):
    columns = full(tables)
    rows = len(columns[0])
    found = library.call('rung_stats_mahalanobis', library.columns(*columns), 6, library.RUNG_MISSING_FAIL,
                         out=3 * rows)
    return found[:rows] + found[2 * rows:]


def alpha(library, tables):
    found = scale.alpha_of(library, items(tables), library.RUNG_MISSING_LISTWISE)
    return [found[name] for name in ('raw', 'standardised', 'lambda6', 'average_r', 'signal_noise', 'se',
                                     'score_mean', 'score_sd', 'median_r')]


def alpha_by_pairs(library, tables):
    found = scale.alpha_of(library, items(tables), library.RUNG_MISSING_PAIRWISE)
    return [found[name] for name in ('raw', 'standardised', 'lambda6')]


def item_fields(*fields):
    def run(library, tables):
        found = scale.item_blocks(library, items(tables), library.RUNG_MISSING_LISTWISE)
        return flat(found[field] for field in fields)
    return run


def alpha_limits(confidence):
    return lambda library, tables: library.call('rung_stats_alpha_interval', .7, 6, 300.0,
                                                library.settings(confidence=confidence), out=2)


def weighted_alpha(library, tables):
    *columns, weight = full(tables, 'weight')
    return [scale.by_alpha(library, 'rung_stats_alpha', library.columns(*columns), 6, library.columns(weight),
                           library.RUNG_MISSING_FAIL, None)['raw']]


def covariances(library, tables):
    return scale.covariances(library, items(tables), library.RUNG_MISSING_PAIRWISE)


def kuder_richardson(library, tables):
    columns = list(tables['right'].values())
    return library.call('rung_stats_kuder_richardson', library.columns(*columns), len(columns),
                        library.RUNG_MISSING_FAIL, out=1)


def matrix_of(library, tables):
    return library.array(scale.correlations(
        library, scale.covariances(library, full(tables), library.RUNG_MISSING_FAIL), 6))


def splits(library, tables):
    matrix = matrix_of(library, tables)
    found = library.by_name('rung_stats_splits', matrix, 6, None, prefix='RUNG_SPLITS_')
    bounds = library.by_name('rung_stats_guttman', matrix, 6, prefix='RUNG_GUTTMAN_')
    return [found['lambda4'], found['beta'], found['mean'], bounds['lambda3'], bounds['lambda2']]


def lower_bounds(library, tables):
    found = library.by_name('rung_stats_guttman', matrix_of(library, tables), 6, prefix='RUNG_GUTTMAN_')
    return [found[f'mu{number}'] for number in range(4)]


def halves(library, tables):
    found = scale.halves(library, items(tables), library.RUNG_MISSING_LISTWISE)
    return [found[name] for name in ('r', 'spearman_brown', 'flanagan_rulon')]


def scales(library, tables):
    signs = (ctypes.c_int8 * 12)(1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, -1)
    matrix = library.array(scale.covariances(library, full(tables), library.RUNG_MISSING_FAIL))
    pairs = library.call('rung_stats_scales', matrix, 6, signs, 2, out=8)
    item = library.call('rung_stats_scale_items', matrix, 6, signs, 2, out=24)
    return [*pairs[:4], pairs[4], pairs[5], pairs[7], *item[0:12:2], *item[1:12:2], *item[12::2], *item[13::2]]


def likelihood(library, tables):
    arguments = (library.columns(*items(tables)), 6, None, library.RUNG_MISSING_LISTWISE, library.RUNG_FACTORING_LIKELIHOOD)
    omega = library.by_name('rung_stats_omega', *arguments, prefix='RUNG_OMEGA_')
    item = library.call('rung_stats_one_factor', *arguments, out=12)
    return item + [omega[name] for name in ('model', 'chi_square', 'df', 'p', 'cfi', 'rmsea', 'srmr')]


def least_squares(library, tables):
    arguments = (library.columns(*items(tables)), 6, None, library.RUNG_MISSING_LISTWISE, library.RUNG_FACTORING_MINRES)
    return library.call('rung_stats_one_factor', *arguments, out=6) + library.call('rung_stats_omega', *arguments, out=1)


def longer(library, tables):
    shared = library.shared
    return [shared.rung_stats_spearman_brown(.7, 2), shared.rung_stats_spearman_brown(.7, .5),
            shared.rung_stats_spearman_brown_length(.7, .9)]


def polychoric(library, tables):
    found = library.by_name('rung_stats_polychoric_pair', library.columns(*full(tables)[:2]), None,
                            library.RUNG_MARGINS_PAIR, prefix='RUNG_POLYCHORIC_')
    return [found[name] for name in ('r', 'se', 'chi_square', 'df')]


def polychoric_matrix(library, tables):
    arguments = (library.columns(*full(tables)), 6, None, library.RUNG_MISSING_FAIL, library.RUNG_MARGINS_ITEM)
    return library.call('rung_stats_polychoric', *arguments, out=36) + library.call(
        'rung_stats_ordinal_alpha', *arguments, out=1)


def thresholds(library, tables):
    return flat(library.call('rung_stats_thresholds', library.columns(item), None, out=4) for item in full(tables))


def agreement(result, columns=1):
    """A result of each group by its number; groups that the complete rows do not know have none."""
    def run(library, tables):
        groups = [float(group) for group in tables['people']['group']]
        found = cases_agreement.agreement(library, groups, items(tables)[:columns], (1, 5))
        return [found[str(group)][result] for group in range(1, 26)]
    return run


def chance(library, tables):
    found = library.by_name('rung_stats_agreement_chance', library.columns([1] * 5), 10, 5,
                            library.settings(replicates=20000), prefix='RUNG_AGREEMENT_CHANCE_')
    return [found[name] for name in ('q90', 'q95', 'q99')]


def groups_icc(*names):
    def run(library, tables):
        found = cases_icc.groups_of(library, tables['people']['x'], tables['people']['group'])
        return [found[name] for name in names]
    return run


def between_within(library, tables):
    table = tables['people']
    found = library.by_name('rung_stats_between_within', library.columns(table['x']), library.columns(table['y']),
                            library.columns(table['group']), library.RUNG_MISSING_PAIRWISE, prefix='RUNG_BETWEEN_WITHIN_')
    return [found[name] for name in ('r_between', 'r_within', 'eta_between_x', 'eta_between_y', 'eta_within_x',
                                     'eta_within_y')]


def raters_icc(library, tables):
    found = cases_icc.raters_of(library, [tables['ratings'][rater] for rater in RATERS])
    test = ['f_one' if form[0] == '1' else 'f_two' for form in cases_icc.FORMS]
    return [*(found[form] for form in cases_icc.FORMS),
            *(found[one + part] for part in ('', '_df1', '_df2', '_p') for one in test),
            *(found[form + end] for end in ('_low', '_high') for form in cases_icc.FORMS)]


STATISTICS = {
    'describe': describe, 'skew and kurtosis, types 1 and 2': shapes, 'quantiles, types 1 to 9': quantiles,
    'interpolated quantiles': interpolated, 'frequencies': frequencies, 'groups described': by_groups,
    'weighted variance': weighted_variance, 'weighted correlations': weighted_correlations,
    'weighted quantiles': weighted_quantiles, 'item examination': item_examination,
    'reversed': recode('reverse', 'i1', 1, 5), 'standardised': recode('standardise', 'x', 50, 10),
    'winsorised': recode('winsorise', 'x', .2), 'row means': row_means, 'longest runs': careless('LONGSTRING'),
    'variability of rows': careless('IRV'), 'odd against even places': even_odd, 'pace': pace, 'certainty of levels': certainty,
    'ranks and normal scores': ranks, 'norms': norms,
    'distance of rows': distance,
    'alpha': alpha, 'alpha by pairs': alpha_by_pairs, 'alpha without an item': item_fields(*scale.DROPPED),
    'items and their scale': item_fields(*scale.ITEM), 'interval of alpha': alpha_limits(.9),
    "Feldt's interval": alpha_limits(.95), 'weighted alpha': weighted_alpha, 'covariances by pairs': covariances,
    'Kuder-Richardson 20': kuder_richardson, 'item-rest correlations': item_fields('item_rest_r', 'without_raw'),
    'splits': splits, 'lower bounds': lower_bounds, 'odd and even halves': halves, 'scales': scales,
    'omega, likelihood': (1e-5, likelihood), 'omega, least squares': (1e-4, least_squares),
    'errors of scores': lambda library, tables: library.call('rung_stats_standard_errors', .8, .7, out=3),
    'true score': lambda library, tables: [library.shared.rung_stats_true_score(3.1, .7, 4.2)],
    'longer tests': longer,
    'chances of levels': lambda library, tables: library.call(
        'rung_stats_level_chances', 3.3, .4, library.array([2, 3, 4]), 3, out=4),
    'polychoric, two steps': (1e-3, polychoric), 'polychoric matrix': (2e-4, polychoric_matrix),
    'thresholds': thresholds,
    **{f'{name}, {size}': agreement(result, columns)
       for name, result in (('a_wg', 'awg'), ('r_wg', 'rwg_uniform'), ('deviation from the mean', 'ad_mean'),
                            ('deviation from the median', 'ad_median'))
       for size, columns in (('one item', 1), ('scale', 6))},
    'r*_wg': agreement('star_uniform', 6), 'agreement by chance': (.05, chance),
    'intraclass correlation of groups': groups_icc('icc1', 'icc2', 'f', 'p', 'df1', 'df2', 'between', 'within'),
    'limits of ICC of groups': groups_icc('icc1_low', 'icc1_high', 'icc2_low', 'icc2_high'),
    'between and within': between_within,
    'eta and omega squared': groups_icc('eta_squared', 'omega_squared'),
    'reliability of means of groups': lambda library, tables: library.call(
        'rung_stats_icc_mean_reliability', .12, library.columns([2, 7, 25]), out=3),
    'intraclass correlation of raters': raters_icc,
}
