"""Descriptives, quantiles, shares and weighted statistics against R's psych, psychometric and Hmisc."""
# SPDX-License-Identifier: Apache-2.0
import math

QUANTILES = [0, .01, .05, .1, .25, .5, .75, .9, .95, .99, 1]
QUANTILE_NAMES = ['0', '.01', '.05', '.1', '.25', '.5', '.75', '.9', '.95', '.99', '1']
DESCRIBE = {'n': 'n', 'mean': 'mean', 'sd': 'sd', 'median': 'median', 'trimmed': 'trimmed',
            'mad': 'mad', 'min': 'least', 'max': 'greatest', 'range': 'range', 'skew': 'skew_3',
            'kurtosis': 'kurtosis_3', 'se': 'se'}


def describe(library, values):
    """rung_stats_describe() by name."""
    return library.by_name('rung_stats_describe', library.columns(values), .1,
                           prefix='RUNG_DESCRIBE_')


def weighted(library, values, weights):
    """rung_stats_describe_weighted() by name."""
    return library.by_name('rung_stats_describe_weighted', library.columns(values),
                           library.columns(weights), prefix='RUNG_WEIGHTED_')


def quantiles(library, values, probabilities, how=7, weights=None):
    """Quantiles of one convention."""
    given = library.array(probabilities)
    return library.call('rung_stats_quantiles', library.columns(values),
                        library.columns(weights) if weights else None, how, given,
                        out=len(probabilities))


def summary(library, values, head=50):
    """A column as the reference sums it up."""
    found = describe(library, values)
    there = [value for value in values if value is not None and not math.isnan(value)]
    return {'n': len(values), 'n_missing': found['absent'], 'sum': math.fsum(there),
            'sum_sq': math.fsum(value * value for value in there),
            'sum_index_times_x': math.fsum(
                index * value for index, value in enumerate(values, 1)
                if value is not None and not math.isnan(value)),
            'mean': found['mean'], 'sd': found['sd'], 'min': found['least'],
            'max': found['greatest'],
            'quantile_type7': dict(zip(QUANTILE_NAMES, quantiles(library, values, QUANTILES))),
            'head': values[:head]}


def frame(case, rows, columns=None, names=None):
    """A data frame in the shape of the case's."""
    return {'nrow': len(rows), 'ncol': len(rows[0]), 'rows': rows,
            'row_names': names or case.expect['row_names'],
            'col_names': columns or case.expect['col_names']}


def describe_row(library, values, place, names):
    """A row of psych::describe()."""
    found = describe(library, values)
    middle = dict(zip(('0.1', '0.25', '0.5', '0.75', '0.9'),
                      quantiles(library, values, [.1, .25, .5, .75, .9])))
    return [place if name == 'vars' else middle['0.75'] - middle['0.25'] if name == 'IQR' else
            middle[name[1:]] if name.startswith('Q') else found[DESCRIBE[name]] for name in names]


def describe_type3(library, case):
    names, table = case.expect['col_names'], case.table()
    return frame(case, [describe_row(library, table[name], place, names)
                        for place, name in enumerate(case.expect['row_names'], 1)])


def shape(result):
    """One result of rung_stats_describe(), of each column by name."""
    return lambda library, case: {name: describe(library, values)[result] for name, values
                                  in zip(case.input['columns'], case.columns())}


def interpolated(probability):
    return lambda library, case: {
        name: quantiles(library, values, [probability], library.RUNG_QUANTILE_INTERPOLATED)[0]
        for name, values in zip(case.input['columns'], case.columns())}


def item_exam(library, case):
    columns, each = case.columns(), len(library.members('RUNG_ITEM_EXAM_'))
    found = library.call('rung_stats_item_exam', library.columns(*columns), len(columns),
                         library.RUNG_MISSING_LISTWISE, each, out=each * len(columns))
    results = [dict(zip((name.lower() for name in library.members('RUNG_ITEM_EXAM_')),
                        found[item * each:])) for item in range(len(columns))]
    return frame(case, [[one['sd'], one['total'], one['rest'], one['mean'], one['discrimination'],
                         None, one['reliability'], one['reliability_rest'], None]
                        for one in results])


def response_frequencies(library, case):
    categories = [float(name) for name in case.expect['col_names'][:-1]]
    rows = []
    for values in case.columns():
        found = library.call('rung_stats_frequencies', library.columns(values), None,
                             library.array(categories), len(categories), out=3 + len(categories))
        rows.append(found[3:] + [found[library.RUNG_FREQUENCIES_ABSENT]])
    return frame(case, rows)


def by_group(library, values, groups):
    """rung_stats_describe_groups(): {group: results by name}."""
    names = [name.lower() for name in library.members('RUNG_DESCRIBE_')]
    labels = list(dict.fromkeys(groups))
    found = library.call('rung_stats_describe_groups', library.columns(values),
                         library.columns(groups), .1, len(names), None,
                         out=len(names) * len(labels))
    return {label: dict(zip(names, found[place * len(names):]))
            for place, label in enumerate(labels)}


def by_dept(library, case):
    groups, values = case.columns()
    found = by_group(library, values, groups)
    return frame(case, [[found[float(name)][DESCRIBE[column]] for column in
                         case.expect['col_names']] for name in case.expect['row_names']])


def by_lecturer(library, case):
    groups, values = case.columns()
    found = by_group(library, values, groups)
    top = by_group(library, [float(value >= 4) for value in values], groups)
    order = sorted(found)
    columns = {name: [found[group][name] for group in order] for name in ('n', 'mean', 'sd',
                                                                          'median')}
    columns['top2box'] = [top[group]['mean'] for group in order]
    result = {name: summary(library, column) for name, column in columns.items()}
    result['lecturer_head'] = [str(int(group)) for group in order[:50]]
    return result


def mean_of_answered(rows, least=1):
    """Per row the mean of the answers there are, if there are `least`."""
    found = []
    for row in rows:
        there = [value for value in row if value is not None]
        found.append(math.fsum(there) / len(there) if len(there) >= least else None)
    return found


def level3(library, case):
    table = case.table()
    scores = mean_of_answered(zip(*(table[name] for name in case.args['keys'])))
    found = weighted(library, scores, table['weight'])
    probabilities = [.1, .25, .5, .75, .9]
    names = ['10', '25', '50', '75', '90']
    return {'n': found['n'], 'sum_w': found['weight'], 'wtd_mean': found['mean'],
            'wtd_var_unbiased_freq': found['variance_frequency'],
            'wtd_var_normwt': found['variance_reliability'],
            'wtd_var_ml': found['variance_population'],
            'cov_wt_unbiased': found['variance_reliability'],
            'svy_n_over_n1': found['variance_design'],
            'wtd_quantile_hmisc': dict(zip(names, quantiles(
                library, scores, probabilities, library.RUNG_QUANTILE_FREQUENCY_7,
                table['weight']))),
            'wtd_quantile_in': dict(zip(names, quantiles(
                library, scores, probabilities, library.RUNG_QUANTILE_WEIGHTED_4,
                table['weight']))),
            'kish_deff': found['design_effect'], 'n_eff': found['effective_n'],
            'se_svy': found['se']}


def weighted_correlation(library, case):
    *columns, weights = case.columns()
    count, names = len(columns), case.input['columns'][:-1]
    found = library.call('rung_stats_weighted_correlation', library.columns(*columns), count,
                         library.columns(weights), library.RUNG_MISSING_LISTWISE,
                         out=count * count)
    rows = [found[item * count:(item + 1) * count] for item in range(count)]
    complete = [row for row in zip(*columns, weights) if None not in row]
    table = {'nrow': count, 'ncol': count, 'row_names': names, 'col_names': names, 'rows': rows}
    return {'psych': table, 'cov_wt': table,
            'means': {name: weighted(library, [row[place] for row in complete],
                                     [row[-1] for row in complete])['mean']
                      for place, name in enumerate(names)}}


CASES = {
    '*__descriptives/describe_type3': describe_type3,
    'public__gaps_levels/anes_describe': describe_type3,
    '*__descriptives/skew_type1': shape('skew_1'),
    '*__descriptives/skew_type2': shape('skew_2'),
    '*__descriptives/kurt_type1': shape('kurtosis_1'),
    '*__descriptives/kurt_type2': shape('kurtosis_2'),
    '*__descriptives/interp_median': interpolated(.5),
    '*__descriptives/interp_q25': interpolated(.25),
    '*__descriptives/interp_q75': interpolated(.75),
    '*__descriptives/item_exam': item_exam,
    '*__descriptives/response_frequencies': response_frequencies,
    'InstEval__group_descriptives/by_dept': by_dept,
    'InstEval__group_descriptives/by_lecturer': by_lecturer,
    'synthlev__weighted_stats/level3': level3,
    'synthlev__weighted_stats/weighted_cor': weighted_correlation,
}
