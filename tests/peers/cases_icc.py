"""Intraclass correlations, against R's psych, multilevel and psy."""
# SPDX-License-Identifier: Apache-2.0
import math

FORMS = ('1', '2', '3', '1k', '2k', '3k')


def groups_of(library, value, labels, settings=None):
    return library.by_name('rung_stats_icc_groups', library.columns(value), library.columns(labels),
                           settings, prefix='RUNG_ICC_GROUPS_')


def reliability(library, icc, labels, values):
    """{group: reliability of its mean} where the group has a value."""
    sizes = {}
    for label, value in zip(labels, values):
        if value is not None:
            sizes[label] = sizes.get(label, 0) + 1
    found = library.call('rung_stats_icc_mean_reliability', icc, library.columns(list(sizes.values())),
                         out=len(sizes))
    return {str(int(label)): number for label, number in zip(sizes, found)}


def one_way(library, case):
    if case.name == 'negative_icc':
        values, labels = case.args['y'], case.args['g']
    else:
        labels, *items = case.columns()
        values = items[0] if len(items) == 1 else [mean(row) for row in zip(*items)]
    found = groups_of(library, values, labels)
    expected = case.expect['REML']
    remade = {'gmean_reliability': reliability(library, expected['ICC1'], labels, values)} \
        if 'gmean_reliability' in expected else {}
    return {
        'MSB': found['between'], 'MSW': found['within'], 'F': found['f'], 'p': found['p'],
        'df1': found['df1'], 'df2': found['df2'], 'J': found['groups'], 'N': found['n'],
        'mean_group_size': found['mean_size'], 'k0_unbalanced': found['unbiased_size'],
        'ICC1_multilevel': found['icc1'], 'ICC2_multilevel': found['icc2'],
        'ICC1_k0': found['unbiased'], 'statsBy_ICC1': found['icc1'], 'statsBy_ICC2': found['icc2'],
        'statsBy_ci1': [found['icc1_low'], found['icc1_high']],
        'statsBy_ci2': [found['icc2_low'], found['icc2_high']],
        'eta_sq': found['eta_squared'], 'omega_sq': found['omega_squared'],
        'design_effect_mean_size': found['design_effect'], 'REML': remade}


def mean(row):
    there = [value for value in row if value is not None]
    return math.fsum(there) / len(there) if there else None


def raters_of(library, raters, settings=None):
    return library.by_name('rung_stats_icc_raters', library.columns(*raters), len(raters),
                           library.RUNG_MISSING_LISTWISE, settings, prefix='RUNG_ICC_RATERS_')


def columns_of(case):
    """Raters of a two-way case."""
    if 'columns' in case.input:
        columns = case.columns()
    else:
        columns = [column for name, column in case.table().items() if name not in ('subject', 'bottle')]
    if case.input.get('rows') == 'first 500 complete':
        rows = [row for row in zip(*columns) if None not in row][:500]
        columns = [list(column) for column in zip(*rows)]
        columns[0] = [7 - value for value in columns[0]]  # A1 is keyed the other way
    return columns


def two_way(library, case):
    found = raters_of(library, columns_of(case))
    test = {form: 'f_one' if form[0] == '1' else 'f_two' for form in FORMS}
    rows = [[found[form], *(found[test[form] + part] for part in ('', '_df1', '_df2', '_p')),
             found[form + '_low'], found[form + '_high']] for form in FORMS]
    n, k = found['n'], found['k']
    squares = [found['between'], found['raters'], found['residual']]
    dfs = [n - 1, k - 1, (n - 1) * (k - 1)]
    return {'results': table(case, 'results', rows), 'MSW': found['within'], 'n': n, 'k': k,
            'anova': table(case, 'anova', [dfs, [df * square for df, square in zip(dfs, squares)], squares,
                                           [found['f_two'], found['f_raters'], None],
                                           [found['f_two_p'], found['f_raters_p'], None]])}


def table(case, key, rows):
    """Rows with the names that the case has."""
    return {**case.expect[key], 'rows': rows}


def psy(library, case):
    found = raters_of(library, case.columns())
    return {'nb.subjects': found['n'], 'nb.raters': found['k'],
            'subject.variance': found['unit_variance'], 'rater.variance': found['rater_variance'],
            'residual': found['residual'], 'icc.consistency': found['3'], 'icc.agreement': found['2']}


def between_within(library, case):
    names = case.input['columns']
    labels, *variables = case.columns()
    count = len(variables)
    groups = library.columns(labels)
    pairs = [[library.by_name('rung_stats_between_within', library.columns(x), library.columns(y), groups,
                              library.RUNG_MISSING_PAIRWISE, prefix='RUNG_BETWEEN_WITHIN_')
              for y in variables] for x in variables]
    square = lambda key, result: table(case, key, [[pair[result] for pair in row] for row in pairs])  # noqa: E731
    named = lambda key: dict(zip(case.expect[key], [pairs[i][i][RESULT[key]] for i in range(count)]))  # noqa: E731
    every = [labels, *variables]
    icc = [groups_of(library, values, labels) for values in every]
    raw = [[library.by_name('rung_stats_between_within', library.columns(x), library.columns(y), groups,
                            library.RUNG_MISSING_PAIRWISE, prefix='RUNG_BETWEEN_WITHIN_')['r']
            for y in every] for x in every]
    each = described(library, labels, every)
    return {
        'F': dict(zip(names, [one['f'] for one in icc])),
        'ICC1': dict(zip(names, [one['icc1'] for one in icc])),
        'ICC2': dict(zip(names, [one['icc2'] for one in icc])),
        'ci1': table(case, 'ci1', [[one['icc1_low'], one['icc1_high']] for one in icc]),
        'ci2': table(case, 'ci2', [[one['icc2_low'], one['icc2_high']] for one in icc]),
        'raw': table(case, 'raw', raw), 'rbg': square('rbg', 'r_between'), 'rwg': square('rwg', 'r_within'),
        'pbg': square('pbg', 'p_between'), 'pwg': square('pwg', 'p_within'), 'nw': square('nw', 'n'),
        'etabg': named('etabg'), 'etawg': [pairs[i][i]['eta_within_x'] for i in range(count)],
        'nG': dict(zip(names, [one['groups'] for one in icc])),
        'mean_rows_head10': table(case, 'mean_rows_head10', each['MEAN']),
        'sd_rows_head10': table(case, 'sd_rows_head10', each['SD']),
        'n_rows_head10': table(case, 'n_rows_head10', each['N'])}


RESULT = {'etabg': 'eta_between_x'}


def described(library, labels, every):
    """Mean, deviation and number of the first ten groups by label, a row per group."""
    order = sorted({label for label in labels if label is not None})
    first = list(dict.fromkeys(label for label in labels if label is not None))
    places = [first.index(label) for label in order[:10]]
    each = library.RUNG_DESCRIBE_SD + 1
    found = [library.call('rung_stats_describe_groups', library.columns(values), library.columns(labels), 0.1,
                          each, None, out=each * len(first)) for values in every]
    return {key: [[one[place * each + getattr(library, 'RUNG_DESCRIBE_' + key)] for one in found]
                  for place in places] for key in ('MEAN', 'SD', 'N')}


CASES = {
    'mixed__icc_groups/*': one_way,
    'public__gaps_levels/anes_icc_by_educ': one_way,
    'mixed__icc_two_way/psy_icc': psy,
    'mixed__icc_two_way/*': two_way,
    'mixed__between_within/bh1996': between_within,
    'mixed__between_within/synthlev_with_missing': between_within,
}
REML = 'restricted maximum likelihood is not offered: it cannot give a negative variance'
OUT_OF_SCOPE = {
    'mixed__icc_two_way/*_reml*': REML,
    **{f'*/*:/REML/{field}': REML for field in
       ('tau00', 'sigma2', 'ICC1', 'ICC2_mean_size', 'logLik', 'grand_mean')},
}
SELF = 'the peer takes the label itself for a variable; nothing of it varies within groups: F is ' \
       'infinite, and (F_L - 1) / (F_L + n - 1) tends to 1, where the peer divides infinity by infinity'
PWG = 'the lower triangle of the peer holds other degrees of freedom than the upper, of the same ' \
      'correlation over the same rows: t with N - J - 2 = 1454 - 60 - 2 is .0238795, which is the upper'
EXCEPTED = {
    'mixed__between_within/*:/ci1/rows/0/*': SELF,
    'mixed__between_within/synthlev_with_missing:/pwg/rows/*/*': PWG,
}
