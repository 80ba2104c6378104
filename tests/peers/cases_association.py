"""Rank correlations and tables of ratings beside R's cor and tapply."""
# SPDX-License-Identifier: Apache-2.0
from cases_describe import summary


def spearman(library, case):
    table, names = case.table(), case.expect['rho']['row_names']
    rows = [[library.by_name('rung_stats_spearman', library.columns(table[one], table[other]),
                             library.RUNG_MISSING_LISTWISE, None, prefix='RUNG_ASSOCIATION_')['r']
             for other in names] for one in names]
    return {'rho': {**case.expect['rho'], 'rows': rows}}


def ratings(library, case):
    table = case.table()
    rating, age = table['rate_marriage'], table['age']
    rows = []
    for band in sorted(set(age)):
        found = summary(library, [one for one, other in zip(rating, age) if other == band])
        rows.append([band, found['n'], found['mean'], found['sd']])
    return {'table': [rating.count(point) for point in sorted(set(rating))],
            'by_age': {**case.expect['by_age'], 'rows': rows}}


CASES = {'public__gaps_levels/fair_spearman': spearman, 'public__gaps_levels/fair_levels': ratings}
