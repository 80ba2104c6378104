"""Bootstrap intervals beside R's boot, from the resamples that come with the reference."""
# SPDX-License-Identifier: Apache-2.0
#
# The resamples are those of the index matrix; every statistic of them, and every interval, is the library's.
import csv
import math

ITEMS = ['rating', 'complaints', 'privileges', 'learning', 'raises', 'critical', 'advance']
PROBABILITIES = ['0', '.01', '.05', '.1', '.25', '.5', '.75', '.9', '.95', '.99', '1']


def whole(case, name):
    """A CSV of whole numbers without its header."""
    with open(case.place / 'data' / name, newline='', encoding='utf-8') as file:
        return [[int(cell) for cell in row] for row in list(csv.reader(file))[1:]]


def described(name):
    """A result of rung_stats_describe()."""
    def of_columns(library, columns):
        which = getattr(library, 'RUNG_DESCRIBE_' + name)
        return library.call('rung_stats_describe', library.columns(columns[0]), 0.0, out=which + 1)[which]
    return of_columns


def alpha(library, columns):
    return library.call('rung_stats_alpha', library.columns(*columns), len(columns), None,
                        library.RUNG_MISSING_LISTWISE, None, out=1)[0]


def correlation(library, columns):
    return library.call('rung_stats_weighted_correlation', library.columns(*columns), 2, None,
                        library.RUNG_MISSING_LISTWISE, out=4)[1]


def quantiles(library, values, how):
    found = library.call('rung_stats_quantiles', library.columns(values), None, how,
                         library.array([float(p) for p in PROBABILITIES]), out=len(PROBABILITIES))
    return dict(zip(PROBABILITIES, found))


def summary(library, values):
    """What the reference keeps of replicates, by the library where it has it."""
    one = library.by_name('rung_stats_describe', library.columns(values), 0.0, prefix='RUNG_DESCRIBE_')
    return {'n': len(values), 'n_missing': 0, 'sum': math.fsum(values),
            'sum_sq': math.fsum(value * value for value in values),
            'sum_index_times_x': math.fsum(index * value for index, value in enumerate(values, 1)),
            'mean': one['mean'], 'sd': one['sd'], 'min': one['least'], 'max': one['greatest'],
            'quantile_type7': quantiles(library, values, library.RUNG_QUANTILE_TYPE_7),
            'head': values[:50]}


def interval(library, estimate, replicates, jackknife, **settings):
    return library.by_name('rung_stats_bootstrap_interval', estimate, library.array(replicates),
                           len(replicates), library.array(jackknife), len(jackknife),
                           library.settings(**settings), prefix='RUNG_BOOTSTRAP_')


def ends(found, name):
    return [found[name + '_low'], found[name + '_high']]


def regression(rows, replicates):
    """boot's influence values: the replicates regressed on how often each row was drawn (Davison & Hinkley
    1997, section 2.7.4)."""
    import numpy
    size = len(rows[0])
    often = numpy.array([numpy.bincount(row, minlength=size + 1)[1:] for row in rows]) / size
    design = numpy.hstack([numpy.ones((len(rows), 1)), often[:, 1:]])
    slopes = numpy.concatenate([[0], numpy.linalg.lstsq(design, numpy.array(replicates), rcond=None)[0][1:]])
    return list(slopes - slopes.mean())


def of(statistic, columns):
    """The case of a statistic of some columns."""
    def run(library, case):
        table, rows = case.table(), whole(case, 'boot_idx_attitude_1999x30.csv')
        data = [table[column] for column in columns]
        size = len(data[0])
        estimate = statistic(library, data)
        replicates = [statistic(library, [[column[index - 1] for index in row] for column in data]) for row in rows]
        left = [statistic(library, [column[:row] + column[row + 1:] for column in data]) for row in range(size)]
        slopes = [estimate - slope / (size - 1) for slope in regression(rows, replicates)]
        main = interval(library, estimate, replicates, left)
        ninety = interval(library, estimate, replicates, left, confidence=.9)
        boot = interval(library, estimate, replicates, slopes)
        types = {kind: [library.call('rung_stats_quantiles', library.columns(replicates), None, kind,
                                     library.array([p]), out=1)[0] for p in (.025, .975)]
                 for kind in (6, 7)}
        return {'t0': main['estimate'], 't_star': summary(library, replicates), 'bias': main['bias'],
                'se': main['se'], 'normal': ends(main, 'normal'), 'basic': ends(main, 'basic'),
                'percentile': ends(main, 'percentile'), 'z0': main['z0'],
                'a_regression': boot['acceleration'], 'a_jackknife': main['acceleration'],
                'bca_regression_L_boot_default': ends(boot, 'bca'),
                'bca_jackknife_L': ends(main, 'bca'), 'bca_jackknife_L_90': ends(ninety, 'bca'),
                'L_jack': [(size - 1) * (estimate - one) for one in left],
                'percentile_type7': types[7], 'percentile_type6': types[6]}
    return run


CASES = {
    'attitude__bootstrap/mean_rating': of(described('MEAN'), ['rating']),
    'attitude__bootstrap/median_rating': of(described('MEDIAN'), ['rating']),
    'attitude__bootstrap/alpha': of(alpha, ITEMS),
    'attitude__bootstrap/cor_rating_complaints': of(correlation, ['rating', 'complaints']),
}

EXCEPTED = {
    'attitude__bootstrap/cluster_bootstrap_mean':
        'the groups that were drawn (boot_groups_bh1996_200x99.csv) are not among the data of the reference: '
        'what they give cannot be reckoned by anyone',
}
