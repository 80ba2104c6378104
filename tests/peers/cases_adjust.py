"""Adjusted p-values beside R's p.adjust."""
# SPDX-License-Identifier: Apache-2.0
WAYS = {'holm': 'HOLM', 'hochberg': 'HOCHBERG', 'hommel': 'HOMMEL', 'bonferroni': 'BONFERRONI',
        'BH': 'BENJAMINI_HOCHBERG', 'BY': 'BENJAMINI_YEKUTIELI'}


def adjusted(library, p, way):
    """The p-values adjusted in one of R's ways."""
    how = getattr(library, 'RUNG_ADJUST_' + WAYS[way])
    return library.call('rung_stats_adjust', library.columns(p), how, None, out=len(p))


def every_way(library, case):
    p, table = case.expect['p'], case.expect['adjusted']
    columns = [adjusted(library, p, way) for way in table['col_names']]
    return {'p': p, 'adjusted': {**table, 'rows': [list(row) for row in zip(*columns)]}}


def with_absent(library, case):
    p = case.expect['p']
    return {'p': p, **{way: adjusted(library, p, way) for way in case.expect if way != 'p'}}


CASES = {'mixed__gaps/p_adjust': every_way, 'mixed__gaps/p_adjust_with_NA': with_absent}
