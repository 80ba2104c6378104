"""Agreement within groups, against R's multilevel."""
# SPDX-License-Identifier: Apache-2.0
import math

SCALES = {'lq2002-lead': (1, 5), 'lq2002-hostile': (0, 4), 'synthlev-level4': (1, 6),
          'edge': (1, 5)}
NULLS = ('uniform', 'slight_skew', 'moderate_skew', 'heavy_skew', 'triangular', 'normal')


def group_labels(library, labels):
    """The labels in the order in which statistics number them."""
    count = len({label for label in labels if label is not None})
    column = library.columns(labels)
    rows = library.call('rung_stats_groups', column, None, out=count)
    return [name(labels[int(row)]) for row in rows]


def name(label):
    """A label as R prints it."""
    return str(int(label)) if isinstance(label, float) else label


def agreement(library, labels, values, scale, missing='LISTWISE', settings=None):
    """{group: {result: number}} of rung_stats_agreement()."""
    members = library.members('RUNG_AGREEMENT_')
    members = {key: number for key, number in members.items()
               if not key.startswith(('NULL_', 'CHANCE_'))}
    names = group_labels(library, labels)
    each = max(members.values()) + 1 if settings else members['LOW']
    groups = library.columns(labels)
    found = library.call('rung_stats_agreement', library.columns(*values), len(values), groups,
                         scale[0], scale[1], getattr(library, 'RUNG_MISSING_' + missing), settings,
                         each, out=each * len(names))
    return {group: {key.lower(): found[index * each + number] for key, number in members.items()
                    if number < each} for index, group in enumerate(names)}


def of_case(library, case):
    dataset = case.file.split('__')[0]
    scale = SCALES[dataset]
    labels, *values = case.columns()
    return agreement(library, labels, values, scale)


def pick(found, key):
    return {group: row[key] for group, row in found.items()}


def center(numbers):
    there = sorted(number for number in numbers if not math.isnan(number))
    middle = there[(len(there) - 1) // 2], there[len(there) // 2]
    return {'mean': math.fsum(there) / len(there), 'median': sum(middle) / 2}


def rwg(key, result):
    def run(library, case):
        found = of_case(library, case)
        numbers = pick(found, result)
        return {key: numbers, 'gsize': pick(found, 'n'), **center(numbers.values())}
    return run


def covariance_means(library, case):
    """What the peer gives as a group's mean variance: the mean of its whole covariance matrix."""
    rows = {}
    labels, *columns = case.columns()
    if case.file.startswith('synthlev'):  # its reference is of answers turned one way: L4_2 runs against the others
        columns[1] = [None if value is None else 7 - value for value in columns[1]]
    for label, *answers in zip(labels, *columns):
        if label is not None and None not in answers:
            rows.setdefault(name(label), []).append(answers)
    out = {}
    for group, answers in rows.items():
        count = len(answers[0])
        found = library.call('rung_stats_covariance_matrix', library.columns(*map(list, zip(*answers))), count,
                             None, library.RUNG_MISSING_FAIL, out=count * count) if len(answers) > 1 else [math.nan]
        out[group] = math.fsum(found) / len(found)
    return out


def awg(library, case):
    found = of_case(library, case)
    return {'a.wg': pick(found, 'awg'), 'var': pick(found, 'variance'),
            'avg.grp.var': covariance_means(library, case) if 'avg.grp.var' in case.expect else None}


def simple(key, result):
    def run(library, case):
        numbers = pick(of_case(library, case), result)
        return {key: numbers, **center(numbers.values())}
    return run


def constants(library, case):
    scale = SCALES[case.file.split('__')[0]]
    found = library.by_name('rung_stats_agreement_nulls', *scale, prefix='RUNG_AGREEMENT_NULL_')
    return {'A': scale[1] - scale[0] + 1, 'ranvar_uniform': found['uniform'],
            'ranvar_max_even_split': found['dissensus'], 'ad_practical_cutoff_A_over_6': found['ad_cut']}


def by_null(library, case):
    table = case.table()
    values = [table[f'LEAD{item:02d}'] for item in range(1, 12)]
    found = agreement(library, table['COMPID'], values, (1, 5))
    out = {}
    for null in NULLS:
        numbers = [row['rwg_' + null] for row in found.values()]
        out[null] = {**center(numbers),
                     'share_ge_.7': sum(number >= .7 for number in numbers) / len(numbers)}
    return out


def chance(library, case):
    settings = library.settings(replicates=200000)
    found = library.by_name('rung_stats_agreement_chance', library.columns([1, 1, 1, 1, 1]), 10, 5,
                            settings, prefix='RUNG_AGREEMENT_CHANCE_')
    return {'rwg_95': found['q95'], 'mean': found['mean'],
            'q': {level: found['q' + level] for level in ('50', '90', '95', '99')}}


def anes(library, case):
    found = agreement(library, *(lambda g, v: (g, [v]))(*case.columns()), (1, 7))
    return {'rwg': pick(found, 'rwg_uniform'), 'n': pick(found, 'n')}


CASES = {
    '*__agreement/rwg_single': rwg('rwg', 'rwg_uniform'),
    '*__agreement/rwg_j': rwg('rwg.j', 'rwg_uniform'),
    '*__agreement/rwg_j_lindell': rwg('rwg.lindell', 'star_uniform'),
    '*__agreement/awg_*': awg,
    '*__agreement/ad_mean_*': simple('ad', 'ad_mean'),
    '*__agreement/ad_median_*': simple('ad', 'ad_median'),
    '*__agreement/sd_within_mean': simple('sd', 'sd'),
    '*__agreement/constants': constants,
    'lq2002-lead__agreement_nulls/by_null': by_null,
    'simulated__agreement_null_quantiles/g10_j5_A5': chance,
    'public__gaps_levels/anes_rwg_by_educ': anes,
}
EXCEPTED = {
    'simulated__agreement_null_quantiles/g10_j5_A5:/q/50':
        'The median is where the cut at 0 ends, so that it is nearly 0 itself and its error is far '
        'larger: the mean of 5 variances of 10 answers has standard deviation .27 around 2 (var s^2 = '
        '(6.8 - 4 x 7/9) / 10), so the median of 5,000 of them has an error of 1.25 x .27 / 71 = .005 '
        'and r_wg(j), near 5 (1 - m/2) there, one of .012: twice the value .0055 itself.',
}
