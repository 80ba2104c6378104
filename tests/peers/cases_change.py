"""Reliable change and transitions beside values from R."""
# SPDX-License-Identifier: Apache-2.0
import math
from types import SimpleNamespace

from cases_describe import summary
from cases_gap import SEARCHED, paired
from cases_icc import two_way

CRITICAL = 1.96  # Jacobson and Truax's


def alpha(rows):
    """Cronbach's alpha of complete rows: the reliability is given to the library."""
    def variance(values):
        centre = math.fsum(values) / len(values)
        return math.fsum((value - centre) ** 2 for value in values) / (len(values) - 1)
    count = len(rows[0])
    parts = math.fsum(variance(column) for column in zip(*rows))
    return count / (count - 1) * (1 - parts / variance([math.fsum(row) for row in rows]))


def answers(table, keys):
    """{id: answers} of the complete rows; a key with a minus is reversed on 1 to 6."""
    out = {}
    for row, person in enumerate(table['id']):
        given = [table[key.lstrip('-')][row] for key in keys]
        if None not in given:
            out[person] = [7 - value if key.startswith('-') else value
                           for key, value in zip(keys, given)]
    return out


def change_rows(library, columns, reliability, which, rows):
    return library.call('rung_stats_change_rows', columns, reliability, which, out=rows)


def reliable_change(library, case):
    one, two = (answers(case.table(f'data/synthlev_wave{wave}.csv'), case.args['keys'])
                for wave in (1, 2))
    people = sorted(person for person in one if person in two)
    before, after = ([math.fsum(wave[person]) / 6 for person in people] for wave in (one, two))
    columns, reliability = library.columns(before, after), alpha(list(one.values()))
    given = library.array([reliability, alpha(list(two.values()))])
    found = library.by_name('rung_stats_change', columns, given, CRITICAL,
                            library.RUNG_MISSING_LISTWISE, prefix='RUNG_CHANGE_')
    index, residual = library.RUNG_CHANGE_ROW_INDEX, library.RUNG_CHANGE_ROW_RESIDUAL
    rows = [change_rows(library, columns, *which, len(people)) for which in (
        (reliability, index), (found['r'], index), (0, residual))]
    return {'n': found['n'], 'alpha_wave1_listwise': reliability, 'sd_wave1': found['sd_before'],
            'SEM': found['sem'], 'S_diff': found['se'],
            'rci': summary(library, rows[0]), 'improved': found['rose'],
            'declined': found['fell'], 'no_change': found['stayed'],
            'smallest_reliable_change_95': found['smallest'], 'retest_r': found['r'],
            'rci_retest': summary(library, rows[1]), 'srm': found['srm'],
            'es_baseline_sd': found['effect'], 'reliability_of_difference': found['reliability'],
            'regression_based_resid': summary(library, rows[2]),
            'paired': paired(library, after, before)}


def matrix(library, table, names):
    """Correlations of all pairs, each from the rows that it has."""
    return [[library.by_name('rung_stats_pearson', library.columns(table[one], table[other]), None,
                             library.RUNG_MISSING_LISTWISE, None, prefix='RUNG_ASSOCIATION_')['r']
             for other in names] for one in names]


def courses(library, complete):
    """Of each person the slope of the line through three waves, and the mean squared successive difference."""
    first, second, third = complete
    rows = len(first)
    squares = library.call('rung_stats_profiles', library.columns(first, second, second, third), 2,
                           library.RUNG_PROFILE_DISTANCE, out=rows)
    slopes = [(last - start) / 2 for start, last in zip(first, third)]
    return {'slope': summary(library, slopes), 'mssd_rows': summary(library, [square / 2 for square in squares])}


def three_waves(library, case):
    table, names = case.table(), case.input['columns'][1:]
    first = {}
    for row, person in enumerate(table['SUBNUM']):
        first.setdefault(person, row)
    people = {name: [table[name][row] for row in first.values()] for name in names}
    whole = [row for row in zip(*people.values()) if None not in row]
    complete = dict(zip(names, map(list, zip(*whole))))
    sums = {name: summary(library, complete[name]) for name in names}
    return {'n_complete': len(whole), 'means': {name: sums[name]['mean'] for name in names},
            'sds': {name: sums[name]['sd'] for name in names},
            'r': {**case.expect['r'], 'rows': matrix(library, complete, names)},
            'r_pairwise': {**case.expect['r_pairwise'], 'rows': matrix(library, people, names)},
            'icc': two_way(library, SimpleNamespace(
                expect=case.expect['icc'], input={'columns': names},
                columns=lambda: [complete[name] for name in names])),
            **courses(library, [complete[name] for name in names]),
            **{f't{one + 1}{other + 1}': paired(library, people[names[other]], people[names[one]])
               for one, other in ((0, 1), (1, 2), (0, 2))}}


def chen(library, case):
    table = case.table()
    return {f't1{wave}': paired(library, table[f'NCPRF.T{wave}'], table['NCPRF.T1'])
            for wave in (2, 3)}


CASES = {
    'mixed__change/rci_*': reliable_change,
    'mixed__change/univbct_jobsat': three_waves,
    'mixed__change/chen2005': chen,
}
EXCEPTED = {'mixed__change/*:*/effectsize_*_ci': SEARCHED}
