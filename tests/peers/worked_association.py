"""The worked cases of doc/statistics/association.md, by their titles."""
# SPDX-License-Identifier: Apache-2.0
from worked_describe import by_enum


def pearson(library, columns, parameters):
    weight = library.columns(columns[2]) if len(columns) > 2 else None
    return by_enum(library, 'rung_stats_pearson', library.columns(*columns[:2]), weight,
                   library.RUNG_MISSING_LISTWISE, None, prefix='RUNG_ASSOCIATION_')


def spearman(library, columns, parameters):
    return by_enum(library, 'rung_stats_spearman', library.columns(*columns),
                   library.RUNG_MISSING_LISTWISE, None, prefix='RUNG_ASSOCIATION_')


def kendall(library, columns, parameters):
    return by_enum(library, 'rung_stats_kendall', library.columns(*columns),
                   library.RUNG_MISSING_LISTWISE, None, prefix='RUNG_KENDALL_')


def disattenuated(library, columns, parameters):
    given = (float(parameters[key]) for key in ('correlation', 'reliability x', 'reliability y'))
    function = library.shared.rung_stats_disattenuated
    return {'correlation_of_true_scores': function(*given)}


WORKED = {
    'eleven points of Anscombe': pearson,
    'three answers that weigh differently': pearson,
    'five people in two orders': spearman,
    'levels of ten people by two readings': kendall,
    'a correlation of two short scales': disattenuated,
}
