"""Statistics of raters, gaps, change, shares, surveys and distributions as beside_r.R gives them."""
# SPDX-License-Identifier: Apache-2.0
#
# As beside_statistics.py: limits of d by a root of R's noncentral pt(), which is exact to 1e-12 absolutely, and
# shares by a regression that R stops at 1e-8, have tolerances of their own. tables['by_r'] holds what R found,
# of which the replicates of the bootstrap are taken.
import math

import cases_adjust
import cases_interval
import cases_raters
import cases_weights
from beside_data import RATERS
from cases_design import Survey

COUNTS = [0, 1, 13, 40, 59, 60]
SEX, AGE = {'f': 300, 'm': 500}, {'mid': 250, 'new': 350, 'old': 200}


def flat(columns):
    return [value for column in columns for value in column]


def raters(tables, prefix=''):
    return [tables['ratings'][prefix + rater] for rater in RATERS]


def kappa(library, tables, kind='NONE'):
    return cases_raters.cohen(library, kind, columns=raters(tables)[:2], levels=[1, 2, 3, 4, 5])


def plain_kappa(library, tables):
    found = kappa(library, tables)
    return [found[name] for name in ('kappa', 'variance', 'low', 'high')]


def fleiss(library, tables):
    return library.call('rung_stats_kappa_fleiss', library.columns(*raters(tables)), 4, library.RUNG_MISSING_FAIL, out=1)


def krippendorff(library, tables):
    return [cases_raters.krippendorff(library, raters(tables, 'g'), metric)['alpha'] for metric in cases_raters.METRICS]


def kendall_w(library, tables):
    found = cases_raters.kendall(library, raters(tables))
    return [found[name] for name in ('chi_square', 'df', 'p', 'w')]


def waves(library, tables, first='before', second='after'):
    return library.columns(tables['waves'][first], tables['waves'][second])


def both_waves(tables):
    pairs = [pair for pair in zip(tables['waves']['before'], tables['waves']['after']) if None not in pair]
    return [list(column) for column in zip(*pairs)]


def paired(*names):
    def run(library, tables):
        found = library.by_name('rung_stats_paired', waves(library, tables), None, library.RUNG_MISSING_LISTWISE, None,
                                prefix='RUNG_PAIRED_')
        return [found[name] for name in names]
    return run


def parts(tables, column):
    """The values of the part and of the rest."""
    table = tables['people']
    return [[value for value, part in zip(table[column], table['part']) if part == which] for which in (1, 0)]


def independent(*names):
    """By the two columns, and by the column and the part: they must be the same."""
    def run(library, tables):
        one, other = parts(tables, 'x')
        found = library.by_name('rung_stats_independent', library.columns(one), library.columns(other), None, None,
                                prefix='RUNG_INDEPENDENT_')
        part = library.by_name('rung_stats_part', library.columns(tables['people']['x'], tables['people']['part']), None,
                               library.RUNG_MISSING_LISTWISE, None, prefix='RUNG_INDEPENDENT_')
        assert all(math.isclose(found[name], part[name], rel_tol=1e-9, abs_tol=1e-12) for name in names)
        return [found[name] for name in names]
    return run


def dominance(*names):
    def run(library, tables):
        found = library.by_name('rung_stats_dominance', *map(library.columns, parts(tables, 'i1')), None,
                                prefix='RUNG_DOMINANCE_')
        return [found[name] for name in names]
    return run


def association(function, prefix, columns, names):
    def run(library, tables):
        given = [library.columns(*(tables['people'][name] for name in columns))]
        given += [None] if function == 'pearson' else []
        found = library.by_name('rung_stats_' + function, *given, library.RUNG_MISSING_LISTWISE, None, prefix=prefix)
        return [found[name] for name in names]
    return run


def concordance(library, tables):
    found = library.by_name('rung_stats_concordance', waves(library, tables), library.RUNG_MISSING_LISTWISE, None,
                            prefix='RUNG_CONCORDANCE_')
    return [found[name] for name in ('ccc', 'r', 'rmse')]


def limits_of_agreement(library, tables):
    found = library.by_name('rung_stats_bland_altman', waves(library, tables), 1.96, library.RUNG_MISSING_LISTWISE, None,
                            prefix='RUNG_BLAND_ALTMAN_')
    return [found[name] for name in ('bias', 'bias_low', 'bias_high', 'lower', 'upper')]


def self_others(library, tables):
    found = library.by_name('rung_stats_self_others', waves(library, tables), .5, library.RUNG_MISSING_LISTWISE,
                            prefix='RUNG_SELF_OTHERS_')
    return [found[name] for name in ('agreeing', 'over', 'under', 'band')]


def profiles(library, tables):
    table = tables['waves']
    columns = library.columns(*(table[f'{side}{number}'] for side in 'ab' for number in (1, 2, 3)))
    return flat(library.call('rung_stats_profiles', columns, 3, which, out=len(table['a1'])) for which in (0, 1))


def change(library, tables):
    columns = library.columns(*both_waves(tables))
    found = library.by_name('rung_stats_change', columns, library.array([.8, .75]), 1.96, library.RUNG_MISSING_LISTWISE,
                            prefix='RUNG_CHANGE_')
    rows = library.call('rung_stats_change_rows', columns, .8, library.RUNG_CHANGE_ROW_INDEX, out=int(found['n']))
    return [found[name] for name in ('mean', 'sem', 'se', 'smallest', 'rose', 'fell', 'srm', 'effect',
                                     'reliability')] + rows


def residual_change(library, tables):
    columns = both_waves(tables)
    return library.call('rung_stats_change_rows', library.columns(*columns), 0.0, library.RUNG_CHANGE_ROW_RESIDUAL,
                        out=len(columns[0]))


def transitions(library, tables):
    table = library.array([0] * 9)
    found = library.by_name('rung_stats_transition', waves(library, tables, 'level', 'later'), 3, table,
                            prefix='RUNG_TRANSITION_')
    return [*table, found['bowker'], found['df'], found['p']]


def importance(library, tables):
    columns = library.columns(*(tables['people'][name] for name in ('y', 'x', 'i1', 'i2')))
    found = library.call('rung_stats_importance', columns, 4, None, library.RUNG_MISSING_LISTWISE, None, out=28)
    which = {name: found[4 * getattr(library, 'RUNG_IMPORTANCE_' + name):][:4]
             for name in ('AVERAGE', 'ALONE', 'LAST', 'BETA')}
    return [*flat(values[1:] for values in which.values()), which['AVERAGE'][0], which['BETA'][0]]


def shares(how, counts):
    def run(library, tables):
        found = [library.by_name('rung_stats_share_interval', float(count), 60.0, getattr(library, 'RUNG_SHARE_' + how),
                                 None, prefix='RUNG_SHARE_INTERVAL_') for count in counts]
        return [one[end] for one in found for end in ('low', 'high')]
    return run


def simultaneous(library, tables):
    counts = [float(tables['people']['i1'].count(point)) for point in (1, 2, 3, 4, 5)]
    return flat(cases_interval.goodman(library, counts))


def answer_mean(library, tables):
    points = [1, 2, 3, 4, 5]
    found = library.by_name('rung_stats_answer_mean', library.array(points), library.array(
        [tables['people']['i1'].count(point) for point in points]), 5, 0.0, None, prefix='RUNG_ANSWER_MEAN_')
    return [found[name] for name in ('posterior', 'sd', 'low', 'high')]


def net_score(library, tables):
    found = library.by_name('rung_stats_net_score', 30.0, 10.0, 60.0, None, prefix='RUNG_NET_SCORE_')
    return [found[name] for name in ('estimate', 'se', 'wald_low', 'wald_high')]


def bootstrap(library, tables):
    given = tables['by_r']['replicates']
    (estimate, *replicates), left = given['value'], given['jackknife']
    one = library.by_name('rung_stats_bootstrap_interval', estimate, library.array(replicates), len(replicates),
                          library.array(left), len(left), None, prefix='RUNG_BOOTSTRAP_')
    return [one[f'{kind}_{end}'] for kind in ('normal', 'basic', 'percentile', 'bca') for end in ('low', 'high')]


def survey(library, tables, population=True, **more):
    names = ['stratum', 'cluster', 'weight'] + (['population'] if population else [])
    return Survey(library, {**{name: tables['sample'][name] for name in names}, **more})


def survey_of(name, columns, results, population=True):
    def run(library, tables):
        found = survey(library, tables, population).call(name, *(tables['sample'][column] for column in columns))
        return [found[result] for result in results]
    return run


def survey_domain(library, tables):
    inside = survey(library, tables).within(side == 1 for side in tables['sample']['side'])
    found = inside.call('mean', tables['sample']['value'])
    return [found['estimate'], found['se']]


def survey_covariances(library, tables):
    return flat(survey(library, tables).call('covariance', *(tables['sample'][name] for name in ('value', 'size', 'yes'))))


def survey_difference(library, tables):
    found = survey(library, tables).call('difference', tables['sample']['value'], tables['sample']['side'])
    return [found['estimate'], found['estimate'] / found['se'], found['df'], found['p'], found['low'], found['high']]


def survey_share(library, tables):
    found = survey(library, tables).call('share', tables['sample']['yes'], prefix='RUNG_SURVEY_SHARE_')
    return [found[name] for name in ('estimate', 'logit_low', 'logit_high', 'estimate', 'beta_low', 'beta_high')]


def survey_quantiles(library, tables):
    found = [survey(library, tables).call('quantile', tables['sample']['value'], prefix='RUNG_SURVEY_QUANTILE_',
                                          before=(p,)) for p in (.25, .5, .75)]
    return [one[name] for name in ('estimate', 'low', 'high', 'se') for one in found]


def adjusted(how, margins):
    """Adjusted weights, and the mean with them."""
    def run(library, tables):
        weights = how(library, tables['sample'], margins, 'weight')
        design = survey(library, tables, False, weight=weights)
        design.margins = [tables['sample'][name] for name in margins]
        found = design.call('mean', tables['sample']['value'])
        return [*weights, found['estimate'], found['se']]
    return run


def trimmed(library, tables):
    weight = tables['sample']['weight']
    return flat(library.call('rung_stats_trim_weights', library.columns(weight), *limits, strict, out=len(weight))
                for strict, limits in ((0, (8.0, 25.0)), (1, (0.0, 20.0))))


MEAN = ('estimate', 'se', 'low', 'high')
STATISTICS = {
    'kappa': plain_kappa,
    'weighted kappa': lambda library, tables: [kappa(library, tables, kind)['kappa'] for kind in ('QUADRATIC', 'LINEAR')],
    "Light's kappa": lambda library, tables: [cases_raters.light(library, raters(tables), 'NONE')['kappa']],
    "Fleiss' kappa": fleiss, "Krippendorff's alpha": krippendorff, "Kendall's W": kendall_w,
    "Gwet's AC1": lambda library, tables: [cases_raters.gwet(library, raters(tables), 'NONE', [1, 2, 3, 4, 5])['ac']],
    'paired gap': paired('difference', 'low', 'high', 't', 'df', 'p'),
    'signed ranks': paired('signed_rank', 'signed_rank_p'),
    'paired effect sizes': paired('d_z', 'g_z', 'd_av', 'd_rm'),
    'limits of paired d': (1e-5, paired('d_z_low', 'd_z_high')),
    'limits of paired d, by the root': (1e-8, paired('d_z_low', 'd_z_high')),
    'independent gap': independent('low', 'high', 't', 'df', 'p', 'low_pooled', 'high_pooled', 't_pooled', 'df_pooled',
                                   'p_pooled'),
    'independent effect sizes': independent('d', 'g', 'glass'),
    'limits of independent d': (1e-8, independent('d_low', 'd_high')),
    'gap by order': dominance('u', 'p'), "Cliff's delta": dominance('delta'),
    **{f'adjusted p, {way}': lambda library, tables, way=way: cases_adjust.adjusted(library, tables['p_values']['p'], way)
       for way in cases_adjust.WAYS},
    'Pearson': association('pearson', 'RUNG_ASSOCIATION_', ('x', 'y'), ('r', 'low', 'high', 't', 'df', 'p')),
    'Spearman': association('spearman', 'RUNG_ASSOCIATION_', ('i1', 'i2'), ('r', 'p')),
    'Kendall': association('kendall', 'RUNG_KENDALL_', ('i1', 'i2'), ('tau', 'z', 'p')),
    "Goodman and Kruskal's gamma": association('kendall', 'RUNG_KENDALL_', ('i1', 'i2'), ('gamma',)),
    'disattenuated': lambda library, tables: [library.shared.rung_stats_disattenuated(.4, .8, .7)],
    'concordance': concordance, 'limits of agreement': limits_of_agreement, 'self and others': self_others,
    'profiles': profiles, 'change': change, 'residual change': residual_change, 'transitions': transitions,
    'importance': importance,
    "Wilson's interval": shares('WILSON', COUNTS), "Clopper and Pearson's interval": shares('CLOPPER_PEARSON', COUNTS),
    "Jeffreys' interval": shares('JEFFREYS', [1, 13, 40]), 'simultaneous intervals': simultaneous,
    'mean of answers': answer_mean, 'net score': net_score, 'bootstrap intervals': bootstrap,
    'survey mean': survey_of('mean', ['value'], (*MEAN, 'df', 'design_effect', 'design_effect_replaced')),
    'survey mean, with replacement': survey_of('mean', ['value'], MEAN, False),
    'survey total': survey_of('total', ['value'], MEAN), 'survey ratio': survey_of('ratio', ['value', 'size'], MEAN[:2]),
    'survey variance': survey_of('variance', ['value'], MEAN[:2]), 'survey domain': survey_domain,
    'survey covariances': survey_covariances, 'survey difference': survey_difference,
    'survey kappa': survey_of('kappa', ['yes', 'also'], MEAN[:2]), 'survey share': (1e-7, survey_share),
    'survey quantiles': survey_quantiles, 'post-stratified': adjusted(cases_weights.poststratify, {'sex': SEX}),
    'raked': adjusted(cases_weights.rake, {'sex': SEX, 'age': AGE}), 'trimmed weights': trimmed,
}
