"""Weights post-stratified, raked and trimmed, and means with them, against R's survey."""
# SPDX-License-Identifier: Apache-2.0
from cases_describe import summary, weighted
from cases_design import API, Survey, estimate

SCHOOLS = {'stype': {'E': 4421, 'H': 755, 'M': 1018}, 'sch.wide': {'No': 1072, 'Yes': 5122}}


def rake(library, table, margins, weight):
    """Weights raked to {column: {label: total}}."""
    names = list(margins)
    return library.call('rung_stats_rake', library.columns(table[weight]),
                        library.columns(*(table[name] for name in names)),
                        library.columns(*(list(margins[name]) for name in names)),
                        library.columns(*(list(margins[name].values()) for name in names)),
                        len(names), out=len(table[weight]))


def poststratify(library, table, margins, weight):
    (name, totals), = margins.items()
    return library.call('rung_stats_poststratify', library.columns(table[weight]),
                        library.columns(table[name]), library.columns(list(totals)),
                        library.columns(list(totals.values())), out=len(table[weight]))


def school_survey(library, table, weights, margins):
    columns = {'weight': weights}
    columns.update({'cluster': table['dnum'], 'population': table['fpc']}
                   if len(weights) == 183 else {'stratum': table['stype']})
    return Survey(library, columns, margins=[table[name] for name in margins])


def poststratified(library, case):
    table = case.table()
    weights = poststratify(library, table, {'stype': case.args['stype']}, 'pw')
    survey = school_survey(library, table, weights, ['stype'])
    return {'weights': summary(library, weights, 200),
            'mean': estimate(survey.call('mean', table['api00']), 'api00'),
            'total': estimate(survey.call('total', table['enroll']), 'enroll')}


def raked(library, case):
    table, margins = case.table(), case.args or SCHOOLS
    weights = rake(library, table, margins, 'pw')
    survey = school_survey(library, table, weights, margins)
    return {'weights': summary(library, weights, 200),
            'mean': estimate(survey.call('mean', table['api00']), 'api00')}


def trim(library, case):
    table = case.table()
    weights = rake(library, table, SCHOOLS, 'pw')
    found = [library.call('rung_stats_trim_weights', library.columns(weights), 20.0, 40.0, strict,
                          out=len(weights)) for strict in (0, 1)]
    return {'weights': summary(library, found[0], 200),
            'weights_strict': summary(library, found[1], 200)}


def rake_two_margins(library, case):
    table = case.table()
    weights = rake(library, table, case.args, 'weight')
    return {'weights': summary(library, weights),
            'deff_kish': weighted(library, weights, weights)['design_effect']}


CASES = {
    API + 'poststratify_clus1': poststratified,
    API + 'rake_clus1_converged': raked,
    API + 'rake_strat': raked,
    API + 'trim': trim,
    'synthlev__weighted_stats/rake_two_margins': rake_two_margins,
}

OUT_OF_SCOPE = {
    API + 'rake_clus1_default_epsilon': 'raking stops here when no weight moves, not when a cell moves '
                                        'by less than a person, as the start of that program does',
    API + 'calibrate_*': 'calibration beyond post-stratification and raking is not offered',
    API + 'jk1_clus1': 'replicate weights are not offered',
    API + 'jkn_strat': 'replicate weights are not offered',
}
