"""Agreement between raters, against R's psych and psy, and definitions worked out in R."""
# SPDX-License-Identifier: Apache-2.0
METRICS = ('nominal', 'ordinal', 'interval', 'ratio')


def cohen(library, kind, *, columns=None, table=None, disagreement=None, levels=None, settings=None):
    """rung_stats_kappa() of two columns, or rung_stats_kappa_table() of rows of counts."""
    kind = getattr(library, 'RUNG_RATER_WEIGHTS_' + kind)
    if columns:
        given = library.columns(levels) if levels else None
        arguments = ('rung_stats_kappa', library.columns(*columns), given, kind)
    else:
        weights = library.columns(*map(list, zip(*disagreement))) if disagreement else None
        arguments = ('rung_stats_kappa_table', library.columns(*map(list, zip(*table))), len(table), kind,
                     weights)
    found = library.call(*arguments, settings, out=library.RUNG_KAPPA_LEVELS + 1)
    return {key.lower(): found[number] for key, number in library.members('RUNG_KAPPA_').items()
            if not key.startswith(('LIGHT_', 'FLEISS_'))}


def part(found, interval):
    out = {'kappa': found['kappa'], 'var': found['variance'], 'var_under_null': found['null_variance'],
           'z': found['z'], 'se': found['variance'] ** .5}
    return {**out, 'ci95': [found['low'], found['high']]} if interval else out


def cohens(library, case):
    data = {'table': case.args['table']['rows']} if 'table' in case.args else {'columns': case.columns()}
    plain = cohen(library, 'NONE', **data)
    weighted = cohen(library, 'LINEAR' if case.name == 'cohen_linear' else 'QUADRATIC', **data)
    n = plain['n']
    return {'kappa': plain['kappa'], 'weighted': weighted['kappa'], 'var_kappa': plain['variance'], 'n': n,
            'unweighted_FCE1969': part(plain, True), 'weighted_FCE1969': part(weighted, True),
            'proportions': {**case.expect['proportions'], 'rows': shares(data, n)}}


def shares(data, n):
    """The table as shares: input, not a result."""
    rows = data.get('table')
    if rows is None:
        pairs = [pair for pair in zip(*data['columns']) if None not in pair]
        levels = sorted({value for pair in pairs for value in pair})
        rows = [[pairs.count((a, b)) for b in levels] for a in levels]
    return [[count / n for count in row] for row in rows]


def psy(library, case):
    columns = case.siblings['cohen_self_manager'].columns()
    return {key: cohen(library, kind, columns=columns)['kappa'] for key, kind in
            (('ckappa', 'NONE'), ('wkappa_sq', 'QUADRATIC'), ('wkappa_abs', 'LINEAR'))}


def light(library, raters, kind, missing='LISTWISE'):
    return library.by_name('rung_stats_kappa_light', library.columns(*raters), len(raters), None,
                           getattr(library, 'RUNG_RATER_WEIGHTS_' + kind),
                           getattr(library, 'RUNG_MISSING_' + missing), prefix='RUNG_KAPPA_LIGHT_')


def lights(library, case):
    columns = case.siblings['krippendorff_expsy'].columns()
    return {'cohen': light(library, columns, 'NONE')['kappa'],
            'weighted_sq': light(library, columns, 'QUADRATIC')['kappa']}


def fleiss(library, case):
    columns = list(map(list, zip(*case.args['counts']['rows'])))
    found = library.by_name('rung_stats_kappa_fleiss_counts', library.columns(*columns), len(columns),
                            prefix='RUNG_KAPPA_FLEISS_')
    return {'kappa': found['kappa'], 'P_bar': found['agreement'], 'P_e': found['chance']}


def krippendorff(library, raters, metric):
    return library.by_name('rung_stats_krippendorff', library.columns(*raters), len(raters),
                           getattr(library, 'RUNG_RATER_METRIC_' + metric.upper()), None,
                           prefix='RUNG_KRIPPENDORFF_')


def krippendorffs(library, case):
    if 'columns' in case.input:
        raters = case.columns()
    else:  # a rater per row
        table = case.table()
        raters = list(zip(*(column for name, column in table.items() if name != 'rater')))
    out = {}
    for metric in case.expect:
        found = krippendorff(library, raters, metric)
        out[metric] = {'alpha': found['alpha'], 'n_pairable': found['paired'], 'units': found['units'],
                       'observed_disagreement': found['observed'],
                       'expected_disagreement': found['expected']}
    return out


def gwet(library, raters, kind, levels=None):
    given = library.columns(levels) if levels else None
    return library.by_name('rung_stats_gwet', library.columns(*raters), len(raters), given,
                           getattr(library, 'RUNG_RATER_WEIGHTS_' + kind), None, prefix='RUNG_GWET_')


def gwets(library, case):
    pairs = [(row + 1, column + 1) for row, counts in enumerate(case.args['table']['rows'])
             for column, count in enumerate(counts) for _ in range(int(count))]
    raters = list(map(list, zip(*pairs)))
    found = {kind: gwet(library, raters, kind, [1, 2, 3, 4, 5]) for kind in ('NONE', 'LINEAR', 'QUADRATIC')}
    return {'AC1': found['NONE']['ac'], 'AC2_linear': found['LINEAR']['ac'],
            'AC2_quadratic': found['QUADRATIC']['ac'], 'percent_agreement': found['NONE']['agreement'],
            'within_one': cohen(library, 'NONE', table=case.args['table']['rows'])['within_one']}


def kendall(library, raters):
    return library.by_name('rung_stats_kendall_w', library.columns(*raters), len(raters),
                           library.RUNG_MISSING_LISTWISE, prefix='RUNG_KENDALL_W_')


def kendalls(library, case):
    found = kendall(library, case.columns())
    return {'W': found['w'], 'chisq_of_W': found['chi_square'],
            'friedman_on_raters_as_blocks': found['chi_square']}


def anes(library, case):
    table = case.table()
    columns = [table['selfLR'], table['ClinLR']]
    levels = [1, 2, 3, 4, 5, 6, 7]
    return {'kappa': cohen(library, 'NONE', columns=columns, levels=levels)['kappa'],
            'weighted': cohen(library, 'QUADRATIC', columns=columns, levels=levels)['kappa']}


CASES = {
    'mixed__interrater/cohen_*': cohens,
    'mixed__interrater/mspatients': cohens,
    'mixed__interrater/kappa_3x3_table': cohens,
    'mixed__interrater/psy': psy,
    'mixed__interrater/light_kappa_expsy': lights,
    'mixed__interrater/fleiss_first_two_peers': fleiss,
    'mixed__interrater/krippendorff*': krippendorffs,
    'mixed__interrater/gwet_self_manager': gwets,
    'mixed__interrater/kendall_w_expsy': kendalls,
    'public__gaps_levels/anes_krippendorff_3x944': krippendorffs,
    'public__gaps_levels/anes_weighted_kappa': anes,
}
