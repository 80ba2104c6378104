"""Cases of polychoric correlations and ordinal alpha."""
# SPDX-License-Identifier: Apache-2.0
from cases_reliability import table


def items(case):
    """The items, as answered, of as many rows as psych was given (its n.obs)."""
    first = case.siblings['psych_polychoric']
    whole = case.table(first.input['csv'])
    return [whole[name][:first.expect['n.obs']] for name in first.input['columns']]


def names(case):
    return case.siblings['psych_polychoric'].input['columns']


def matrix(library, case, margins, missing=None):
    columns, count = items(case), len(names(case))
    missing = library.RUNG_MISSING_PAIRWISE if missing is None else missing
    found = library.call('rung_stats_polychoric', library.columns(*columns), count, None, missing,
                         margins, out=count * count)
    return [found[row * count:(row + 1) * count] for row in range(count)]


def pair(library, case, a, b, margins):
    columns = items(case)
    return library.by_name('rung_stats_polychoric_pair', library.columns(columns[a], columns[b]), None,
                           margins, prefix='RUNG_POLYCHORIC_')


def as_psych(library, case):
    columns, rows = items(case), []
    width = case.expect['tau']['ncol']
    for column in columns:
        rows.append(library.call('rung_stats_thresholds', library.columns(column), None, out=width))
    return {'rho': table(matrix(library, case, library.RUNG_MARGINS_ITEM), names(case), names(case)),
            'tau': table(rows, names(case), [str(number + 1) for number in range(width)]),
            'n.obs': len(columns[0])}


def item_margins(library, case):
    return {'rho': table(matrix(library, case, library.RUNG_MARGINS_ITEM), names(case), names(case))}


def pair_margins(library, case):
    count = len(names(case))
    logs = [[1 if a == b else pair(library, case, a, b, library.RUNG_MARGINS_PAIR)['log_likelihood']
             for b in range(count)] for a in range(count)]
    return {'rho': table(matrix(library, case, library.RUNG_MARGINS_PAIR), names(case), names(case)),
            'loglik': table(logs, names(case), names(case))}


def ordinal_alpha(library, case):
    found = {}
    for name, margins in (('item', library.RUNG_MARGINS_ITEM), ('pair', library.RUNG_MARGINS_PAIR)):
        columns = items(case)
        found[f'from_exact_{name}_margins'] = library.by_name(
            'rung_stats_ordinal_alpha', library.columns(*columns), len(columns), None,
            library.RUNG_MISSING_PAIRWISE, margins, prefix='RUNG_ORDINAL_ALPHA_')['alpha']
    return found


def two_step(library, case):
    found = pair(library, case, 0, 1, library.RUNG_MARGINS_PAIR)
    return {'two_step': found['r'], 'two_step_se': found['standard_error'],
            'chisq': found['chi_square'], 'df': found['df']}


def listwise(library, case):
    found = matrix(library, case, library.RUNG_MARGINS_PAIR, library.RUNG_MISSING_LISTWISE)
    return {'rho': table(found, names(case), names(case))}


CASES = {
    '*__polychoric/psych_polychoric': as_psych,
    '*__polychoric/two_step_exact_item_margins': item_margins,
    '*__polychoric/two_step_exact_pair_margins': pair_margins,
    '*__polychoric/ordinal_alpha': ordinal_alpha,
    '*__polychoric/polycor_items_1_2': two_step,
    '*__polychoric/lavCor_listwise': listwise,
}
FULL = 'maximum likelihood over correlation and thresholds at once is not offered: two steps are'
STOPPED = ('the search of psych stops at 1.2e-4 (STATISTICS, section 1.5): its matrix is matched at its own '
           'tolerance in psych_polychoric, and the alpha of the exact matrix in this case at 1e-8')

OUT_OF_SCOPE = {
    '*__polychoric/polycor_items_1_2:/ml*': FULL,
    '*__polychoric/polycor_items_1_2:/*_cuts_ml*': FULL,
}
EXCEPTED = {'*__polychoric/ordinal_alpha:/from_psych': STOPPED}
