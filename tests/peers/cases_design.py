"""Survey designs against R's survey."""
# SPDX-License-Identifier: Apache-2.0
from cases_describe import quantiles
from library import Column, Refused

DESIGNS = {'weights_only': {'weight': 'pw'},
           'strat_fpc': {'weight': 'pw', 'stratum': 'stype', 'population': 'fpc'},
           'strat_nofpc': {'weight': 'pw', 'stratum': 'stype'},
           'clus1': {'weight': 'pw', 'cluster': 'dnum', 'population': 'fpc'},
           'clus2': {'weight': 'pw', 'cluster': 'dnum', 'population': 'fpc1', 'cluster_2': 'snum',
                     'population_2': 'fpc2'},
           'domain': {'weight': 'pw', 'stratum': 'stype', 'population': 'fpc'}}


class Survey:
    """A design and the functions that take one."""

    def __init__(self, library, columns, lonely='fail', margins=()):
        self.library = library
        self.lonely = library.members('RUNG_LONELY_')[lonely.upper()]
        self.columns = dict(columns)
        self.margins = margins

    def design(self):
        places = self.library.members('RUNG_DESIGN_')
        given = {places[name.upper()]: values for name, values in self.columns.items()}
        given.update({places['MARGIN'] + index: values
                      for index, values in enumerate(self.margins)})
        count = max(given) + 1
        columns = (Column * count)()
        for place, values in given.items():
            columns[place] = self.library.columns(values)[0]
        return columns, count

    def within(self, domain):
        """The same survey, estimates from a part of it."""
        return Survey(self.library, {**self.columns, 'domain': [float(one) for one in domain]},
                      'fail', self.margins)

    def call(self, name, *columns, prefix='RUNG_SURVEY_', before=()):
        shared, (design, count) = self.library.columns(*columns), self.design()
        if name == 'covariance':
            size = len(columns)
            found = self.library.call('rung_stats_survey_covariance', shared, size, design, count,
                                      self.lonely, out=size * size)
            return [found[row * size:(row + 1) * size] for row in range(size)]
        numbers = {key: number for key, number in self.library.members(prefix).items()
                   if not key.startswith(('SHARE_', 'QUANTILE_'))}
        found = self.library.call('rung_stats_survey_' + name, shared, *before, design, count,
                                  self.lonely, None, out=max(numbers.values()) + 1)
        return {key.lower(): found[number] for key, number in numbers.items()}


def survey_of(library, case, name=None):
    """The survey of a case, and its table."""
    table = case.table()
    return Survey(library, {key: table[column] for key, column in
                            DESIGNS[name or case.name].items()}), table


def square(rows, names=None):
    return {'nrow': len(rows), 'ncol': len(rows), 'row_names': names, 'col_names': names,
            'rows': rows}


def estimate(found, name):
    return {'est': {name: found['estimate']}, 'se': {name: found['se']}, 'vcov': found['se'] ** 2}


def means(survey, table):
    names = ('api00', 'api99')
    found = [survey.call('mean', table[name]) for name in names]

    def both(*keys):
        return [[one[key] for key in keys] for one in found]
    return {'est': {name: one['estimate'] for name, one in zip(names, found)},
            'se': {name: one['se'] for name, one in zip(names, found)},
            'vcov': square(survey.call('covariance', *(table[name] for name in names))),
            'deff': [one['design_effect'] for one in found],
            'deff_replace': [one['design_effect_replaced'] for one in found],
            'ci': {'normal': square(both('normal_low', 'normal_high')),
                   't_design_df': square(both('low', 'high')), 'df': found[0]['df']}}


def share_vcov(survey, table):
    levels = ('E', 'H', 'M')
    indicators = [[float(one == level) for one in table['stype']] for level in levels]
    found = [survey.call('mean', one) for one in indicators]
    return {'est': {'stype' + level: one['estimate'] for level, one in zip(levels, found)},
            'se': {'stype' + level: one['se'] for level, one in zip(levels, found)},
            'vcov': square(survey.call('covariance', *indicators))}


def by_stype(survey, table):
    levels = ['E', 'H', 'M']
    found = [survey.within(one == level for one in table['stype']).call('mean', table['api00'])
             for level in levels]
    return {'level': levels, 'mean': [one['estimate'] for one in found],
            'se': [one['se'] for one in found]}


def quantile_math(survey, values, expected):
    found = [survey.call('quantile', values, prefix='RUNG_SURVEY_QUANTILE_', before=(p,))
             for p in expected['p']]
    return {'p': expected['p'], 'q': [one['estimate'] for one in found],
            'ci_low': [one['low'] for one in found], 'ci_high': [one['high'] for one in found],
            'se': [one['se'] for one in found]}


def ttest(survey, table):
    found = survey.call('difference', table['api00'],
                        [float(one == 'Yes') for one in table['sch.wide']])
    return {'t': found['estimate'] / found['se'], 'df': found['df'],
            'p': {'sch.wideYes': found['p']}, 'est': found['estimate'],
            'ci': [found['low'], found['high']]}


def api(library, case):
    survey, table = survey_of(library, case)
    found = means(survey, table)
    ratio = survey.call('ratio', table['api.stu'], table['enroll'])
    change = survey.call('mean', [a - b for a, b in zip(table['api00'], table['api99'])])
    share = survey.call('share', [float(one > 700) for one in table['api00']],
                        prefix='RUNG_SURVEY_SHARE_')
    quantile = case.expect['quantile_math']
    one = survey.call('mean', table['api00'])
    return {'mean': found, 'total_enroll': estimate(survey.call('total', table['enroll']),
                                                    'enroll'),
            'var_api00': estimate(survey.call('variance', table['api00']), 'api00'),
            'by_stype': by_stype(survey, table),
            'ratio': {'est': ratio['estimate'], 'se': ratio['se']},
            'prop_stype': share_vcov(survey, table),
            'change_api00_minus_api99': {'est': change['estimate'], 'se': change['se']},
            'quantile_math': quantile_math(survey, table['api00'], quantile),
            'quantile_hf7': quantiles(library, table['api00'], quantile['p'],
                                      library.RUNG_QUANTILE_WEIGHTED_7, table['pw']),
            'prop_gt700_logit': [share['estimate'], share['logit_low'], share['logit_high']],
            'prop_gt700_beta': [share['estimate'], share['beta_low'], share['beta_high']],
            'ttest_schwide': ttest(survey, table), 'sum_w': one['weight'], 'n': one['n']}


def domain(library, case):
    survey, table = survey_of(library, case)
    inside = survey.within(value > 600 for value in table['api99'])
    return estimate(inside.call('mean', table['api00']), 'api00')


def nhanes(library, case):
    table = case.table()
    survey = Survey(library, {'weight': table['WTMEC2YR'], 'stratum': table['SDMVSTRA'],
                              'cluster': table['SDMVPSU']})
    whole = survey.call('mean', table['HI_CHOL'])
    expected = case.expect['by']
    parts = [survey.within(a == race and b == sex for a, b in
                           zip(table['race'], table['RIAGENDR'])).call('mean', table['HI_CHOL'])
             for race, sex in zip(expected['race'], expected['sex'])]
    return {**estimate(whole, 'HI_CHOL'), 'deff': whole['design_effect'], 'df': whole['df'],
            'by': {'race': expected['race'], 'sex': expected['sex'],
                   'mean': [one['estimate'] for one in parts], 'se': [one['se'] for one in parts]}}


def kappa(library, case):
    table = case.table()
    survey = Survey(library, {key: table[column] for key, column in DESIGNS['clus1'].items()})
    found = survey.call('kappa', *([float(one == 'Yes') for one in table[name]]
                                   for name in ('awards', 'both')))
    return {'est': found['estimate'], 'se': found['se']}


def lonely(library, case):
    table, policy = case.table(), case.name.rsplit('_', 1)[1]
    survey = Survey(library, {'weight': table['w'], 'stratum': table['s'], 'cluster': table['p']},
                    policy)
    try:
        return estimate(survey.call('mean', table['y']), 'y')
    except Refused as refused:
        assert refused.status == library.RUNG_E_NOT_ESTIMABLE
        return {'R_error': 'Stratum (3) has only one PSU at stage 1'}


API = 'survey-api__survey_weights/'
CASES = {
    API + 'weights_only': api,
    API + 'strat_fpc': api,
    API + 'strat_nofpc': api,
    API + 'clus1': api,
    API + 'clus2': api,
    API + 'domain': domain,
    API + 'nhanes_hi_chol': nhanes,
    API + 'lonely_psu_*': lonely,
    API + 'svykappa': kappa,
}
