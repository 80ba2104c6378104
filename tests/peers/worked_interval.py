"""The worked cases of doc/statistics/interval.md, computed."""
# SPDX-License-Identifier: Apache-2.0
import cases_interval


def shares(library, columns, parameters):
    """The limits of each method, and the share itself."""
    found = {}
    for how in ('WILSON', 'CLOPPER_PEARSON', 'JEFFREYS'):
        one = library.by_name('rung_stats_share_interval', float(parameters['count']),
                              float(parameters['n']), getattr(library, 'RUNG_SHARE_' + how), None,
                              prefix='RUNG_SHARE_INTERVAL_')
        found.update({f'RUNG_SHARE_INTERVAL_{end}_{how}': one[end.lower()] for end in ('LOW', 'HIGH')})
        found.update({f'RUNG_SHARE_INTERVAL_{name}': one[name.lower()] for name in ('SHARE', 'SE')})
    return found


def korn_graubard(library, columns, parameters):
    n = library.shared.rung_stats_korn_graubard_n(
        float(parameters['effective']), float(parameters['n']), float(parameters['df']), None)
    one = library.by_name('rung_stats_share_interval', float(parameters['share']) * n, n,
                          library.RUNG_SHARE_CLOPPER_PEARSON, None, prefix='RUNG_SHARE_INTERVAL_')
    return {f'RUNG_SHARE_INTERVAL_{name.upper()}': value for name, value in one.items()}


def goodman(library, columns, parameters):
    return {f'{end}_{row}': value for row, limits in enumerate(cases_interval.goodman(library, columns[0]), 1)
            for end, value in zip(('LOW', 'HIGH'), limits)}


def net_score(library, columns, parameters):
    found = library.by_name('rung_stats_net_score', float(parameters['promoters']),
                            float(parameters['detractors']), float(parameters['n']), None,
                            prefix='RUNG_NET_SCORE_')
    return {f'RUNG_NET_SCORE_{name.upper()}': value for name, value in found.items()}


def answer_mean(library, columns, parameters):
    point, count = columns
    found = library.by_name('rung_stats_answer_mean', library.array(point), library.array(count),
                            len(point), float(parameters.get('n', 0)), None, prefix='RUNG_ANSWER_MEAN_')
    return {f'RUNG_ANSWER_MEAN_{name.upper()}': value for name, value in found.items()}


WORKED = {
    'one of 29': shares,
    'a share from clusters': korn_graubard,
    'five levels at once': goodman,
    'promoters and detractors': net_score,
    'four people answered': answer_mean,
    'two points are a share': answer_mean,
    'three people answered alike': answer_mean,
}
