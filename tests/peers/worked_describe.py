"""The worked cases of doc/statistics/describe.md, computed."""
# SPDX-License-Identifier: Apache-2.0


def by_enum(library, name, *arguments, prefix):
    """A statistic's results by the whole names of its enum."""
    members = {key: number for key, number in library.values.items() if key.startswith(prefix)}
    found = library.call(name, *arguments, out=max(members.values()) + 1)
    return {key: found[number] for key, number in members.items()}


def describe(library, columns, parameters):
    return by_enum(library, 'rung_stats_describe', library.columns(columns[0]),
                   float(parameters['trim']), prefix='RUNG_DESCRIBE_')


def groups(library, columns, parameters):
    found = library.call('rung_stats_describe_groups', library.columns(columns[0]),
                         library.columns(columns[1]), .1, 2, None, out=6)
    return {f'{what}_{label}': found[2 * place + result]
            for place, label in enumerate('213') for result, what in enumerate(('MEAN', 'N'))}


def weighted(library, columns, parameters):
    return by_enum(library, 'rung_stats_describe_weighted', library.columns(columns[0]),
                   library.columns(columns[1]), prefix='RUNG_WEIGHTED_')


def quantiles(library, columns, parameters):
    found = {}
    for name, how in library.values.items():
        takes = how >= library.RUNG_QUANTILE_INVERSE
        if not name.startswith('RUNG_QUANTILE_') or takes != (len(columns) > 1):
            continue
        found[name] = library.call('rung_stats_quantiles', library.columns(columns[0]),
                                   library.columns(columns[1]) if takes else None, how,
                                   library.array([float(parameters['probability'])]), out=1)[0]
    return found


def frequencies(library, columns, parameters):
    category = [float(one) for one in parameters['category'].split()]
    return by_enum(library, 'rung_stats_frequencies', library.columns(columns[0]), None,
                   library.array(category), len(category), prefix='RUNG_FREQUENCIES_')


def item_exam(library, columns, parameters):
    return by_enum(library, 'rung_stats_item_exam', library.columns(*columns), len(columns),
                   library.RUNG_MISSING_LISTWISE, len(library.members('RUNG_ITEM_EXAM_')),
                   prefix='RUNG_ITEM_EXAM_')


def correlation(library, columns, parameters):
    return {'CORRELATION': library.call(
        'rung_stats_weighted_correlation', library.columns(*columns[:2]), 2,
        library.columns(columns[2]), library.RUNG_MISSING_LISTWISE, out=4)[1]}


WORKED = {
    'a column is described': describe,
    'groups are described': groups,
    'a weighted column is described': weighted,
    'a quartile has nine types': quantiles,
    'a median of categories is interpolated': quantiles,
    'weighted quantiles differ': quantiles,
    'shares leave out who did not answer': frequencies,
    'an item is examined': item_exam,
    'a weighted correlation': correlation,
}
