"""Cases of several scales at once, against psych's scoreItems."""
# SPDX-License-Identifier: Apache-2.0
import ctypes

from cases_reliability import alpha_of, by_keys, covariances, fill_in, mean, median, table


def inter_item(keys, place, matrix, item_scale, shorter):
    """psych's MIMS, mean covariances of items of two scales and mean correlations within one; and MIMT, mean
    correlations of a scale's items with each scale."""
    signed = {scale: [(place[item.lstrip('-')], -1 if item.startswith('-') else 1) for item in items]
              for scale, items in keys.items()}
    count, within, with_scale = len(place), [], []
    for scale, mine in signed.items():
        within.append([shorter[scale] if scale == other else
                       mean([a * b * matrix[i * count + j] for i, a in mine for j, b in theirs])
                       for other, theirs in signed.items()])
        with_scale.append([mean([a * item_scale[i][column] for i, a in mine]) for column in range(len(keys))])
    return within, with_scale


def scale_stats(library, case, columns, missing):
    """psych::scoreItems: its scales from the covariances of all items."""
    names_of, keys = case.input['columns'], case.args['keys']
    place = {name: index for index, name in enumerate(names_of)}
    count, scales = len(names_of), len(keys)
    signs = (ctypes.c_int8 * (count * scales))()
    alphas, reversed_columns = {}, dict(zip(names_of, columns))
    for number, (scale, items) in enumerate(keys.items()):
        for item in items:
            signs[number * count + place[item.lstrip('-')]] = -1 if item.startswith('-') else 1
        alphas[scale] = alpha_of(library, by_keys(reversed_columns, items, 0, 0), missing)
    matrix = library.array(covariances(library, columns, missing))
    arguments = (matrix, count, signs, scales)
    pairs = library.call('rung_stats_scales', *arguments, out=2 * scales * scales)
    item = library.call('rung_stats_scale_items', *arguments, out=2 * count * scales)
    grid = lambda values: [values[start:start + scales]  # noqa: E731
                           for start in range(0, len(values), scales)]
    raw, corrected = grid(pairs[:scales * scales]), grid(pairs[scales * scales:])
    shorter = {scale: library.shared.rung_stats_spearman_brown(found['raw'], 1 / len(keys[scale]))
               for scale, found in alphas.items()}
    counts = {scale: [sum(value is not None for value in row) for row in
                      zip(*by_keys(reversed_columns, items, 0, 0))] for scale, items in keys.items()}
    answered = {scale: mean([count for count in found if count]) for scale, found in counts.items()}
    both = [[corrected[row][column] if column >= row else raw[row][column]
             for column in range(scales)] for row in range(scales)]
    whole = list(keys)
    matrices = inter_item(keys, place, matrix, grid(item[:count * scales]), shorter)
    return {'MIMS': table(matrices[0], whole, whole), 'MIMT': table(matrices[1], whole, whole), 'alpha': {scale: found['raw'] for scale, found in alphas.items()},
            'av.r': shorter,
            'med.r': {scale: found['median_r'] for scale, found in alphas.items()},
            'n.items': {scale: len(items) for scale, items in keys.items()},
            'cor': table(raw, whole, whole),
            'corrected_upper_alpha_diag_raw_lower': table(both, whole, whole),
            'item.cor': table(grid(item[:count * scales]), names_of, whole),
            'item.corrected': table(grid(item[count * scales:]), names_of, whole),
            'alpha.ob': {scale: library.shared.rung_stats_spearman_brown(shorter[scale],
                                                                         answered[scale])
                         for scale in keys},
            'num.ob.item': answered}


def scale_stats_pairwise(library, case):
    return scale_stats(library, case, case.columns(), library.RUNG_MISSING_PAIRWISE)


def scale_stats_imputed(library, case):
    return scale_stats(library, case, fill_in(case.columns(), median), library.RUNG_MISSING_FAIL)


CASES = {
    '*__scores/scale_stats_pairwise': scale_stats_pairwise,
    '*__scores/scale_stats_median_imputed': scale_stats_imputed,
}

ALL_ITEMS = ('not lambda 6 of the scale: its squared multiple correlations are on the items of all scales '
             '(1 - sum v(1 - smc)/V with smc from the inverse of all 20 or 30 items gives the value to '
             '1e-15); lambda 6 of a scale is on its own items (Guttman 1945), case alpha_pairwise')
SIGNAL = ('alpha/(1 - alpha): k r/(1 - r) with r = alpha/(k - (k - 1) alpha), not with the mean correlation '
          '(Cronbach & Gleser 1964), which psych::alpha uses: case alpha_pairwise')

EXCEPTED = {
    '*__scores/scale_stats_*:/G6*': ALL_ITEMS,
    '*__scores/scale_stats_*:/sn*': SIGNAL,
}
