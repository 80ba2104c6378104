"""The worked cases of doc/statistics/raters.md, by their titles."""
# SPDX-License-Identifier: Apache-2.0
import cases_raters as raters


def named(prefix, found):
    return {prefix + key.upper(): value for key, value in found.items()}


def cohen(library, columns, parameters):
    table, disagreement = list(map(list, zip(*columns))), None
    if 'disagreement' in parameters:
        flat = [float(word) for word in parameters['disagreement'].split()]
        disagreement = [flat[row * len(table):(row + 1) * len(table)] for row in range(len(table))]
    return named('RUNG_KAPPA_', raters.cohen(library, 'NONE', table=table, disagreement=disagreement))


def light(library, columns, parameters):
    return named('RUNG_KAPPA_LIGHT_', raters.light(library, columns, 'NONE', 'PAIRWISE'))


def fleiss(library, columns, parameters):
    return named('RUNG_KAPPA_FLEISS_', library.by_name(
        'rung_stats_kappa_fleiss', library.columns(*columns), len(columns), library.RUNG_MISSING_LISTWISE,
        prefix='RUNG_KAPPA_FLEISS_'))


def krippendorff(library, columns, parameters):
    return {metric.upper(): raters.krippendorff(library, columns, metric)['alpha']
            for metric in raters.METRICS}


def gwet(library, columns, parameters):
    return named('RUNG_GWET_', raters.gwet(library, columns, 'NONE'))


def kendall(library, columns, parameters):
    return named('RUNG_KENDALL_W_', raters.kendall(library, columns))


WORKED = {
    'Cohen 1968': cohen,
    'Cohen 1968, weighted': cohen,
    'three raters by pairs': light,
    'two units and three raters': fleiss,
    'Krippendorff 2011': krippendorff,
    "AC1 of Krippendorff's ratings": gwet,
    'three raters put four units in order': kendall,
}
