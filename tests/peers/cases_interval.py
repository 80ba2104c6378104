"""Intervals of shares beside R."""
# SPDX-License-Identifier: Apache-2.0


def share_intervals(library, counts, how):
    """The limits of each count among their sum."""
    return [library.by_name('rung_stats_share_interval', float(count), float(sum(counts)),
                            getattr(library, 'RUNG_SHARE_' + how), None, prefix='RUNG_SHARE_INTERVAL_')
            for count in counts]


def goodman(library, counts):
    """Simultaneous limits, a row a category."""
    found = library.call('rung_stats_goodman', library.array(counts), len(counts), None,
                         out=2 * len(counts))
    return [list(row) for row in zip(found[::2], found[1::2])]


def level_shares(library, case):
    counts, expect = case.expect['n'], case.expect
    limits = {how: [[one['low'], one['high']] for one in share_intervals(library, counts, how)]
              for how in ('WILSON', 'CLOPPER_PEARSON')}
    shares = [one['share'] for one in share_intervals(library, counts, 'WILSON')]
    return {'n': counts, 'share': shares,
            'clopper_pearson': {**expect['clopper_pearson'], 'rows': limits['CLOPPER_PEARSON']},
            'wilson': {**expect['wilson'], 'rows': limits['WILSON']},
            'goodman_simultaneous_z2': {**expect['goodman_simultaneous_z2'],
                                        'rows': goodman(library, counts)}}


CASES = {'synthlev__levels/level_shares_ci': level_shares}
