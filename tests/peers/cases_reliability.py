"""Cases of reliability: alpha and its items, halves, omega, errors of scores, chances of levels."""
# SPDX-License-Identifier: Apache-2.0
import ctypes
import itertools
import math

Z_OF_R = 0.9500042097035591  # the confidence whose normal quantile is R's 1.96: 2 Phi(1.96) - 1
DROPPED = ['without_raw', 'without_standardised', 'without_lambda6', 'without_average_r',
           'without_signal_noise', 'without_se', 'without_variance_r', 'without_median_r']
DROPPED_NAMES = ['raw_alpha', 'std.alpha', 'G6(smc)', 'average_r', 'S/N', 'alpha se', 'var.r', 'med.r']
ITEM = ['item_n', 'item_total_r', 'item_standardised_r', 'item_corrected_r', 'item_rest_r',
        'item_mean', 'item_sd']
ITEM_NAMES = ['n', 'raw.r', 'std.r', 'r.cor', 'r.drop', 'mean', 'sd']


def reverse(column, low, high):
    return [None if value is None else low + high - value for value in column]


def keyed(case):
    """The items of a reliability file, reversed as its case alpha_pairwise says."""
    first = case.siblings['alpha_pairwise']
    table, args = case.table(first.input['csv']), first.args
    return [table[name] if key > 0 else reverse(table[name], args['min'], args['max'])
            for name, key in zip(first.input['columns'], args['keys'])]


def names(case):
    return case.siblings['alpha_pairwise'].input['columns']


def complete(items):
    rows = [row for row in zip(*items) if None not in row]
    return [list(column) for column in zip(*rows)]


def alpha(library, items, missing, weight=None, **settings):
    return library.by_name('rung_stats_alpha', library.columns(*items), len(items), weight, missing,
                           library.settings(**settings), prefix='RUNG_ALPHA_')


def blocks(library, name, prefix, count, *arguments):
    """A statistic of items: {field: [a value per item]}."""
    fields = library.members(prefix)
    found = library.call(name, *arguments, out=(max(fields.values()) + 1) * count)
    return {field.lower(): found[index * count:(index + 1) * count]
            for field, index in fields.items()}


def alpha_members(library):
    """The enum rung_alpha alone: other enums begin with the same letters."""
    return [name for name in library.members('RUNG_ALPHA_')
            if not name.startswith(('ITEM_', 'WITHOUT_', 'LIMIT_'))]


def item_blocks(library, items, missing):
    fields = {name: number for name, number in library.members('RUNG_ALPHA_').items()
              if name.startswith(('ITEM_', 'WITHOUT_'))}
    count = len(items)
    found = library.call('rung_stats_alpha_items', library.columns(*items), count, None, missing,
                         out=(max(fields.values()) + 1) * count)
    return {field.lower(): found[index * count:(index + 1) * count]
            for field, index in fields.items()}


def by_alpha(library, name, *arguments):
    fields = library.members('RUNG_ALPHA_')
    wanted = alpha_members(library)
    found = library.call(name, *arguments, out=max(fields[one] for one in wanted) + 1)
    return {one.lower(): found[fields[one]] for one in wanted}


def table(rows, row_names, col_names):
    return {'nrow': len(rows), 'ncol': len(col_names), 'row_names': row_names, 'col_names': col_names,
            'rows': rows}


def mean(values):
    return math.fsum(values) / len(values)


def median(values):
    ordered, middle = sorted(values), len(values) // 2
    return ordered[middle] if len(values) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def covariances(library, items, missing, weight=None):
    count = len(items)
    return library.call('rung_stats_covariance_matrix', library.columns(*items), count, weight, missing,
                        out=count * count)


def correlations(library, matrix, count):
    return library.call('rung_stats_correlation_from_covariance', library.array(matrix), count,
                        out=count * count)


def alpha_of(library, items, missing, **settings):
    return by_alpha(library, 'rung_stats_alpha', library.columns(*items), len(items), None, missing,
                    library.settings(**settings))


def unidimensional(library, matrix, count):
    """psych's Unidim: the squares of R that the mean correlation in every cell leaves, the diagonal included."""
    r = correlations(library, matrix, count)
    middle = by_alpha(library, 'rung_stats_alpha_from_matrix', library.array(r), count, 0, None)['average_r']
    return 1 - math.fsum((one - middle) ** 2 for one in r) / math.fsum(one * one for one in r)


def alpha_case(library, items, item_names, missing):
    """psych::alpha. Its n is all rows: here by the function that takes an n, from the same matrix; the
    standard errors without an item are those of our n, brought to that n."""
    own = alpha_of(library, items, missing)
    count, rows = len(items), own['rows']
    matrix = library.array(covariances(library, items, missing))
    total = by_alpha(library, 'rung_stats_alpha_from_matrix', matrix, count, len(items[0]),
                     library.settings())
    wide = by_alpha(library, 'rung_stats_alpha_from_matrix', matrix, count, len(items[0]),
                    library.settings(confidence=Z_OF_R))
    item = item_blocks(library, items, missing)
    item['without_se'] = [
        value * math.sqrt(n / len(items[0]))
        for value, n in zip(item['without_se'], item['without_n'])]
    assert rows <= len(items[0])
    return {'total': {'raw_alpha': own['raw'], 'std.alpha': own['standardised'],
                      'G6(smc)': own['lambda6'], 'average_r': own['average_r'],
                      'S/N': own['signal_noise'], 'ase': total['se'],
                      'mean': own['score_mean'], 'sd': own['score_sd'], 'median_r': own['median_r']},
            'alpha_drop': table([list(row) for row in zip(*(item[name] for name in DROPPED))],
                                item_names, DROPPED_NAMES),
            'item_stats': table([list(row) for row in zip(*(item[name] for name in ITEM))],
                                item_names, ITEM_NAMES),
            'feldt95': {'lower.ci.raw_alpha': total['feldt_low'], 'alpha.raw_alpha': own['raw'],
                        'upper.ci.raw_alpha': total['feldt_high']},
            'r_bar': {'r.bar.raw_alpha': library.shared.rung_stats_spearman_brown(own['raw'],
                                                             1 / count)},
            'var_r': own['variance_r'], 'Unidim': unidimensional(library, covariances(library, items, missing), count),
            'duhachek95': {'lower': wide['low'], 'upper': wide['high']}}


def alpha_pairwise(library, case):
    return alpha_case(library, keyed(case), names(case), library.RUNG_MISSING_PAIRWISE)


def alpha_listwise(library, case):
    return alpha_case(library, complete(keyed(case)), names(case), library.RUNG_MISSING_FAIL)


def feldt(library, case):
    found = alpha_of(library, keyed(case), library.RUNG_MISSING_LISTWISE, confidence=0.9)
    return {'LCL': found['feldt_low'], 'ALPHA': found['raw'], 'UCL': found['feldt_high']}


def standard_error(library, case):
    found = alpha_of(library, keyed(case), library.RUNG_MISSING_LISTWISE)
    return {'ase': found['se'], 'n': found['n']}


def fill_in(items, middle):
    """Absent answers as the median or mean of the others: no treatment of this library."""
    out = []
    for column in items:
        value = middle([one for one in column if one is not None])
        out.append([value if one is None else one for one in column])
    return out


def available_sum(library, items):
    """Each variance from what there is, that of the sums with absent answers as 0."""
    sums = [math.fsum(value or 0 for value in row) for row in zip(*items)]
    each = [covariances(library, [column], library.RUNG_MISSING_LISTWISE)[0] for column in (*items, sums)]
    return len(items) / (len(items) - 1) * (1 - math.fsum(each[:-1]) / each[-1])


def treatments(library, case):
    items = keyed(case)
    listwise = alpha_of(library, items, library.RUNG_MISSING_LISTWISE)
    pairwise = alpha_of(library, items, library.RUNG_MISSING_PAIRWISE)
    filled = [alpha_of(library, fill_in(items, middle), library.RUNG_MISSING_FAIL)['raw']
              for middle in (median, mean)]
    return {'listwise': listwise['raw'], 'pairwise_cov': pairwise['raw'], 'median_imputed': filled[0],
            'ltm_style_available_sum': available_sum(library, items),
            'mean_imputed': filled[1], 'n_listwise': listwise['n'],
            'n_min_pair': pairwise['n_least'], 'n': len(items[0])}


def item_total(library, case):
    items = keyed(case)
    found = item_blocks(library, items, library.RUNG_MISSING_LISTWISE)
    by_item = [dict(zip(names(case), found[field])) for field in ('item_rest_r', 'without_raw')]
    return {'listwise': {'item_rest_r': by_item[0], 'alpha_without': by_item[1],
                         'N': found['item_n'][0]}}


def listwise_correlations(library, case):
    items = keyed(case)
    matrix = covariances(library, items, library.RUNG_MISSING_LISTWISE)
    return library.array(correlations(library, matrix, len(items))), len(items)


def splits(library, case):
    matrix, count = listwise_correlations(library, case)
    return library.by_name('rung_stats_splits', matrix, count, None, prefix='RUNG_SPLITS_')


def split_quantiles(library, case):
    """Quantiles of all splits of an even number of items, split by split; of an odd number psych has half of them."""
    items = complete(keyed(case))
    count, found = len(items), []
    if count % 2:
        return [None] * 3
    standard = library.columns(*(library.call('rung_stats_standardise', library.columns(item), 0.0, 1.0, out=len(item))
                                 for item in items))
    for rest in itertools.combinations(range(1, count), count // 2 - 1):
        half = (ctypes.c_uint8 * count)(*(int(item not in (0, *rest)) for item in range(count)))
        found.append(library.by_name('rung_stats_halves', standard, count, half, None, library.RUNG_MISSING_FAIL,
                                     prefix='RUNG_HALVES_')['flanagan_rulon'])
    return library.call('rung_stats_quantiles', library.columns(found), None, library.RUNG_QUANTILE_TYPE_7,
                        library.array([.025, .5, .975]), out=3)


def hierarchical(library, case):
    """Of omega's case what does not depend on its factors; a name that ends in - was turned."""
    items = [[None if value is None else -value for value in column] if name.endswith('-') else column
             for name, column in zip(case.expect['schmid_leiman']['row_names'], keyed(case))]
    found = alpha_of(library, items, library.RUNG_MISSING_LISTWISE)
    return {'alpha': found['standardised'], 'G6': found['lambda6']}


def guttman(library, case):
    matrix, count = listwise_correlations(library, case)
    found = library.by_name('rung_stats_guttman', matrix, count, prefix='RUNG_GUTTMAN_')
    item = item_blocks(library, keyed(case), library.RUNG_MISSING_LISTWISE)
    every = splits(library, case)
    return {**{f'lambda{number}': found[f'lambda{number}'] for number in (1, 2, 3, 5, 6)},
            'lambda4_max_split': every['lambda4'], 'min_split_beta': every['beta'],
            'mean_split': every['mean'], 'n_splits': every['count'],
            'split_quantiles': split_quantiles(library, case),
            'smc': dict(zip(names(case), item['item_smc'])),
            'tenberge': {f'mu{number}': found[f'mu{number}'] for number in range(4)}}


def all_splits(library, case):
    found = splits(library, case)
    count, mean, sd = found['count'], found['mean'], found['sd']
    return {'n': count, 'max_lambda4': found['lambda4'], 'min_beta': found['beta'], 'mean': mean,
            'median': found['median'], 'sum': count * mean, 'sum_sq': count * (sd * sd + mean * mean)}


def halves(library, items, missing):
    return library.by_name('rung_stats_halves', library.columns(*items), len(items), None, None,
                           missing, prefix='RUNG_HALVES_')


def odd_even(library, case):
    found = halves(library, keyed(case), library.RUNG_MISSING_LISTWISE)
    return {key: found[key] for key in ('r', 'spearman_brown', 'flanagan_rulon')}


def errors_of_scores(library, case):
    found = alpha_of(library, keyed(case), library.RUNG_MISSING_LISTWISE)
    sd, mean = found['score_sd'], found['score_mean']
    errors = library.by_name('rung_stats_standard_errors', sd, found['raw'],
                             prefix='RUNG_SCORE_ERROR_')
    return {'alpha': found['raw'], 'sd_mean_score': sd, 'SEM': errors['measurement'],
            'SEE': errors['estimate'], 'SEP': errors['prediction'],
            'true_score_of_mean_plus_1sd':
                library.shared.rung_stats_true_score(mean, found['raw'], mean + sd)}


def spearman_brown(library, case):
    raw = alpha_of(library, keyed(case), library.RUNG_MISSING_LISTWISE)['raw']
    return {'doubled': library.shared.rung_stats_spearman_brown(raw, 2),
            'length_for_.9': library.shared.rung_stats_spearman_brown_length(raw, 0.9)}


def factor(library, case, how):
    items = keyed(case)
    arguments = (library.columns(*items), len(items), None, library.RUNG_MISSING_LISTWISE, how)
    return (library.by_name('rung_stats_omega', *arguments, prefix='RUNG_OMEGA_'),
            blocks(library, 'rung_stats_one_factor', 'RUNG_ONE_FACTOR_', len(items), *arguments))


def likelihood(library, case):
    omega, item = factor(library, case, library.RUNG_FACTORING_LIKELIHOOD)
    assert omega['improper'] == 0
    return {'loadings': dict(zip(names(case), item['loading'])),
            'error_var': dict(zip(names(case), item['uniqueness'])),
            'omega': omega['model'], 'omega_denominator_sample_V': omega['observed'],
            'chisq': omega['chi_square'], 'df': omega['df'], 'cfi': omega['cfi'],
            'rmsea': omega['rmsea'], 'srmr': omega['srmr'], 'AVE_std': omega['extracted']}


def minres(library, case):
    omega, item = factor(library, case, library.RUNG_FACTORING_MINRES)
    return {'loadings': dict(zip(names(case), item['loading'])),
            'uniqueness': dict(zip(names(case), item['uniqueness'])),
            'omega_total_1f': omega['unique'], 'omega_model': omega['model']}


def two_items(library, case):
    pairwise = alpha_of(library, case.columns(), library.RUNG_MISSING_PAIRWISE)
    both = halves(library, case.columns(), library.RUNG_MISSING_LISTWISE)
    c, r = covariances(library, case.columns(), library.RUNG_MISSING_PAIRWISE), pairwise['average_r']
    without = [[c[1] / c[3 - 3 * item], r, r * r, r, r / (1 - r), None, 0, r] for item in (0, 1)]
    return {'raw_alpha': pairwise['raw'], 'std_alpha': pairwise['standardised'],
            'drop': {**case.expect['drop'], 'rows': without},  # psych's, which is no alpha
            'pairwise_check': pairwise['raw'], 'spearman_brown': both['spearman_brown']}


def kuder_richardson(library, case):
    items = list(case.table().values())
    found = library.by_name('rung_stats_kuder_richardson', library.columns(*items), len(items),
                            library.RUNG_MISSING_LISTWISE, prefix='RUNG_KUDER_RICHARDSON_')
    return {'kr20_pop_variance': found['20'], 'kr21': found['21'], 'n': found['n'],
            'alpha_sample': alpha_of(library, items, library.RUNG_MISSING_LISTWISE)['raw']}


def from_correlations(library, case):
    items = list(case.table().values())
    matrix = covariances(library, items, library.RUNG_MISSING_FAIL)
    found = by_alpha(library, 'rung_stats_alpha_from_matrix',
                     library.array(correlations(library, matrix, len(items))), len(items), 30, None)
    return {'raw_alpha': found['raw'], 'std.alpha': found['standardised'],
            'G6(smc)': found['lambda6'], 'average_r': found['average_r'],
            'S/N': found['signal_noise'], 'ase': found['se'],
            'median_r': found['median_r']}


def by_keys(table, keys, low, high):
    return [reverse(table[key[1:]], low, high) if key.startswith('-') else table[key] for key in keys]


def weighted(library, case):
    table = case.table()
    items = by_keys(table, case.args['keys'], case.args['min'], case.args['max'])
    whole = complete([*items, table['weight']])
    weight, arguments = library.columns(whole[-1]), (len(items), library.RUNG_MISSING_FAIL)
    found = by_alpha(library, 'rung_stats_alpha', library.columns(*whole[:-1]), len(items), weight,
                     library.RUNG_MISSING_FAIL, None)
    matrix = covariances(library, whole[:-1], arguments[1], weight)
    again = by_alpha(library, 'rung_stats_alpha_from_matrix', library.array(matrix), len(items), 0,
                     None)
    return {'svycralpha': found['raw'], 'from_weighted_cov': again['raw'], 'n': found['rows'],
            'unweighted': alpha_of(library, whole[:-1], library.RUNG_MISSING_FAIL)['raw']}


def interval_table(library, case):
    rows = []
    for value, items, n, *_ in case.expect['rows']:
        found = library.by_name('rung_stats_alpha_interval', value, int(items), n, None,
                                prefix='RUNG_ALPHA_LIMIT_')
        rows.append([value, items, n, found['low'], found['high']])
    return {'nrow': len(rows), 'ncol': 5, 'row_names': None,
            'col_names': ['alpha', 'k', 'n', 'lower', 'upper'], 'rows': rows}


def level_chances(library, case):
    """The scores are the means of level 3's items where three are answered or more."""
    items = list(case.table('data/synthlev_wave1.csv')[f'L3_{number}'] for number in range(1, 7))
    scores = [mean(there) if len(there) >= 3 else None for there in
              ([value for value in row if value is not None] for row in zip(*items))]
    listwise = alpha_of(library, items, library.RUNG_MISSING_LISTWISE)
    own = library.call('rung_stats_covariance_matrix', library.columns(scores), 1, None,
                       library.RUNG_MISSING_LISTWISE, out=1)
    sd, cuts = math.sqrt(own[0]), library.array(case.args['cuts'])
    error = library.by_name('rung_stats_standard_errors', sd, listwise['raw'],
                            prefix='RUNG_SCORE_ERROR_')['measurement']
    chances = [library.call('rung_stats_level_chances', score, error, cuts, 4, out=5)
               if score is not None else [None] * 5 for score in scores[:50]]
    found = library.by_name('rung_stats_level_certainty', library.columns(scores), None, cuts, 4,
                            library.array([0.0, sd, listwise['raw']]), library.RUNG_AROUND_OBSERVED,
                            prefix='RUNG_CERTAINTY_')
    return {'alpha': listwise['raw'], 'sd': sd, 'SEM': error,
            'P_first50': table(chances, None, [f'P{level}' for level in range(1, 6)]),
            'classification_accuracy_mean': found['largest'],
            'consistency_mean_sum_p2': found['squares']}


CASES = {
    '*__reliability/alpha_pairwise': alpha_pairwise,
    '*__reliability/alpha_listwise': alpha_listwise,
    '*__reliability/feldt_90_listwise': feldt,
    '*__reliability/ase_listwise': standard_error,
    '*__reliability/alpha_other_missing': treatments,
    '*__reliability/item_total': item_total,
    '*__reliability/guttman': guttman,
    '*__reliability/all_splits': all_splits,
    '*__reliability/odd_even': odd_even,
    '*__reliability/sem': errors_of_scores,
    '*__reliability/spearman_brown': spearman_brown,
    '*__reliability/omega_cfa_ml': likelihood,
    '*__reliability/omega_minres_1f': minres,
    '*__reliability/omega_hierarchical_3f': hierarchical,
    'mixed__reliability_misc/alpha_two_items': two_items,
    'mixed__reliability_misc/kr20_ability_listwise': kuder_richardson,
    'mixed__reliability_misc/alpha_from_correlation_matrix': from_correlations,
    'mixed__reliability_misc/alpha_weighted_survey': weighted,
    'mixed__reliability_misc/alpha_ci_table': interval_table,
    'synthlev__levels/sem_classification': level_chances,
}

ODD = ('psych visits half of the distinct splits of an odd number of items (STATISTICS, defect 6): the '
       'case itself says so; every split is held against the case all_splits, which is enumerated')
FACTORS = ('a fit of three factors: omega_tot is the glb of case glb_fa where that takes three factors, too, to 1e-10 '
           '(attitude .90622865377, synthlev-level4 .85220922252), and omega_h follows from how these factors are '
           'turned, which the fit leaves open - the case itself says "rotation local optimum; compare loosely"; alpha '
           'and lambda 6 in it are matched')
BOUND = ('one less the uniquenesses of a least-squares fit of three to five factors over V: where it takes three it is '
         'omega_tot of the case omega_hierarchical_3f to 1e-10 (.90622865377 of attitude), so a latent-trait fit, and '
         'not the greatest lower bound, which is of no model (Jackson & Agunwamba 1977)')
EXCEPTED = {
    **{f'{file}__reliability/guttman:/{field}*': ODD for file in ('attitude', 'efc-cope', 'lq2002-lead')
       for field in ('lambda4_max_split', 'min_split_beta', 'mean_split', 'n_splits', 'split_quantiles')},
    '*__reliability/glb_fa': BOUND,
    **{f'*__reliability/omega_hierarchical_3f:/{field}': FACTORS
       for field in ('omega_h', 'omega_tot', 'omega_lim', 'ECV', 'schmid_leiman*')},
}
