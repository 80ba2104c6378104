"""The oracle's reliability and agreement: alpha, ICC, r_wg(j), camps."""
# SPDX-License-Identifier: Apache-2.0
# After "How sure" of doc/scoring.md.
from fractions import Fraction
from itertools import combinations

from oracle_figures import answered
from oracle_join import stretched, worth
from oracle_numbers import as_json, mean
from oracle_sure import beta_quantile, effective, held, kish

ABOUT_SELF = 'self'
SKEWED = {points: Fraction(value) for points, value in enumerate(
    ('1.34', '1.85', '2.90', '3.47', '5.66', '6.30', '7.31'), 5)}  # LeBreton & Senter (2008)
NO_ALPHA = {'alpha': None, 'low': None, 'high': None}
NO_ICC = {'icc1': None, 'icc2': None, 'low': None, 'high': None}
NO_AGREEMENT = {'even': None, 'skewed': None, 'low': None, 'high': None}


def f_quantile(p, above, under):
    x = beta_quantile(Fraction(p), Fraction(above) / 2, Fraction(under) / 2)
    return Fraction(under) / Fraction(above) * x / (1 - x)


def columns_of(model, name, members):
    """Each item's values under a measure, by person; None: it is not made of items alone."""
    measure = model.measures[name]
    out = []
    for part, _ in model.terms(measure):
        if part in model.measures:
            return None
        item = model.items[part]
        out.append({index: worth(item, member.answers[part], measure) if item.raw
                    else stretched(item, item.value(member.answers[part]), measure)
                    for index, member in enumerate(members)
                    if not isinstance(member.answers[part], str)})
    return out


def covariance(one, other, weights):
    """With divisor n - 1 over those with both, and their means there; and their effective n."""
    both = [person for person in one if person in other]
    n, whole = len(both), sum(weights[p] for p in both)
    if n < 2:
        return None, None
    means = [sum(weights[p] * values[p] for p in both) / whole for values in (one, other)]
    apart = sum(weights[p] * (one[p] - means[0]) * (other[p] - means[1]) for p in both)
    return apart / whole * Fraction(n, n - 1), kish([weights[p] for p in both])


def reliability_json(model, name, members, confidence):
    """Alpha of a measure of a group that is shown in full."""
    measure, columns = model.measures[name], columns_of(model, name, members)
    if measure.get('construct') != 'reflective' or columns is None or len(columns) < 2 \
            or measure['by'] not in ('mean', 'sum', 'share', 'net', 'median'):
        return {**NO_ALPHA}
    weights = dict(held((index, member.weight) for index, member in enumerate(members)))
    pairs = [covariance(one, other, weights) for one, other in combinations(columns, 2)]
    own = [covariance(column, column, weights)[0] for column in columns]
    if any(value is None for value, _ in pairs) or None in own:
        return {**NO_ALPHA, 'state': 'not_estimable'}
    everything = sum(own) + 2 * sum(value for value, _ in pairs)
    if everything <= 0:
        return {**NO_ALPHA, 'state': 'not_estimable'}
    k = len(columns)
    alpha = Fraction(k, k - 1) * (1 - sum(own) / everything)
    n = len(pairs) / sum(1 / n for _, n in pairs)
    tail = (1 - confidence) / 2
    low, high = (1 - (1 - alpha) * f_quantile(p, n - 1, (n - 1) * (k - 1))
                 for p in (1 - tail, tail))
    return {'alpha': as_json(alpha), 'low': as_json(low), 'high': as_json(high), 'state': 'shown'}


def variance_limits(pairs, points, confidence):
    """The limits of the variance of answers, in steps: (step from 0, weight)."""
    e = effective(pairs, mean(pairs), mean([((x - mean(pairs)) ** 2, w) for x, w in pairs]))
    whole = sum(w for _, w in pairs)
    own = [e * sum(w for x, w in pairs if x == point) / whole + Fraction(1, points)
           for point in range(points)]
    total = sum(own)
    middle = sum(a * x for x, a in enumerate(own)) / total
    two, four = (sum(a * (x - middle) ** power for x, a in enumerate(own)) for power in (2, 4))
    first = two / (total + 1)
    second = ((two ** 2 + four) / (total * (total + 1))
              - 2 * (two ** 2 + 2 * four) / (total * (total + 1) * (total + 2))
              + (3 * two ** 2 + 6 * four)
              / (total * (total + 1) * (total + 2) * (total + 3)))
    most = Fraction((points - 1) ** 2, 4)
    part, spread = first / most, (second - first ** 2) / most ** 2
    c, tail = part * (1 - part) / spread - 1, (1 - confidence) / 2
    return [most * beta_quantile(p, part * c, (1 - part) * c) for p in (tail, 1 - tail)]


def is_even(item):
    """Whether an item's points are one step apart."""
    values = [item.value(code) for code in item.raw]
    steps = {two - one for one, two in zip(values, values[1:])}
    return len(values) > 1 and len(steps) == 1 and 0 not in steps


def rwg(variance, null, items):
    part = min(variance, null) / null
    return items * (1 - part) / (items * (1 - part) + part)


def agreement_json(model, names, members, confidence):
    """r_wg(j) of some items of a group that is shown in full."""
    items = [model.items[name] for name in names]
    blocked = {one for block in model.blocks for one in block['of']}
    if any(not item.raw or not is_even(item) or item.about == ABOUT_SELF or item.id in blocked
           for item in items) or len({len(item.raw) for item in items}) != 1:
        return {**NO_AGREEMENT, 'state': 'not_applicable'}
    points = len(items[0].raw)
    variances, limits = [], []
    for item in items:
        codes = list(item.raw)
        pairs = held((Fraction(codes.index(code)), weight)
                     for code, weight in answered(members, item.id))
        if len(pairs) < 2:
            continue
        middle, n = mean(pairs), len(pairs)
        variances.append(mean([((x - middle) ** 2, w) for x, w in pairs]) * Fraction(n, n - 1))
        limits.append(variance_limits(pairs, points, confidence))
    if not variances:
        return {**NO_AGREEMENT, 'state': 'not_estimable'}
    count = len(variances)
    even, skewed = Fraction(points ** 2 - 1, 12), SKEWED.get(points)
    found, low, high = (sum(values) / count for values in (variances, *zip(*limits)))
    return {'even': as_json(rwg(found, even, count)),
            'skewed': as_json(rwg(found, skewed, count)) if skewed else None,
            'low': as_json(rwg(high, even, count)), 'high': as_json(rwg(low, even, count)),
            'state': 'shown'}


def icc_json(groups, confidence):
    """ICC of groups: (n, mean, variance with divisor n - 1) of each that is shown in full."""
    j, n = len(groups), sum(n for n, _, _ in groups)
    if j < 2:
        return {**NO_ICC, 'state': 'not_estimable'}
    middle = sum(size * own for size, own, _ in groups) / Fraction(n)
    between = sum(size * (own - middle) ** 2 for size, own, _ in groups) / (j - 1)
    within = sum((size - 1) * spread for size, _, spread in groups) / Fraction(n - j)
    if within == 0 or between == 0:
        return {**NO_ICC}
    size, ratio, p = Fraction(n, j), between / within, 1 - (1 - confidence) / 2
    low = ratio / f_quantile(p, j - 1, n - j)
    high = ratio * f_quantile(p, n - j, j - 1)
    return {'icc1': as_json((between - within) / (between + (size - 1) * within)),
            'icc2': as_json((between - within) / between),
            'low': as_json(1 - 1 / low), 'high': as_json(1 - 1 / high), 'state': 'shown'}


def camps_of(shares):
    """Two camps: levels of at least a fifth each, with a level between them that at most half as many
    hold as the smaller camp; the pair with the largest smaller camp, then the largest larger one, then
    the wider."""
    best = None
    for low, high in combinations(range(len(shares)), 2):
        between = shares[low + 1:high]
        smaller, larger = sorted((shares[low], shares[high]))
        if smaller < Fraction(1, 5) or not between or 2 * min(between) > smaller:
            continue
        rank = smaller, larger, high - low
        if best is None or rank > best[0]:
            best = rank, low, high
    return best and best[1:]


def add_agreement(model, group, access, confidence):
    """Puts reliability and agreement beside the figures of a group; of what ICC needs, (n, mean,
    variance) or None."""
    for name, found in group['measures'].items():
        full = access.measure(name) == 'full'
        found['reliability'] = reliability_json(model, name, access.members, confidence) \
            if full else NO_ALPHA
        nested = any(part in model.measures for part, _ in model.terms(model.measures[name]))
        found['agreement'] = NO_AGREEMENT if nested or not full else agreement_json(
            model, [part for part, _ in model.terms(model.measures[name])], access.members,
            confidence)
        found['icc'] = side_of(model, name, access) if full else None
    for name, found in group['items'].items():
        found['agreement'] = agreement_json(model, [name], access.members, confidence) \
            if model.items[name].scored and access.item(name) == 'full' else NO_AGREEMENT
    for name, found in group['readings'].items():
        shares = list(found['distribution'].values())
        levels = list(found['distribution'])
        camps = None if None in shares else camps_of([Fraction(share) for share in shares])
        found['camps'] = camps and {'lower': levels[camps[0]], 'lower_share': shares[camps[0]],
                                    'upper': levels[camps[1]], 'upper_share': shares[camps[1]]}
    if model.agreement:
        refuse(model, group)


def is_shared(model, name):
    """Whether all items of a measure are about something that people share."""
    parts = [part for part, _ in model.terms(model.measures[name])]
    return not any(part in model.measures or model.items[part].about in (None, ABOUT_SELF)
                   for part in parts)


def refuse(model, group):
    """Takes levels away where people do not agree, and marks those of which it is not clear."""
    for name, found in group['readings'].items():
        reading = model.readings[name]
        of = group['measures'][reading['of']]['agreement']
        if of['low'] is None or of['low'] >= model.agreement or not is_shared(model, reading['of']):
            continue
        by = {rule['id']: rule['by'] for rule in reading['rules']}
        centres = [(found, by[reading['primary']])] + \
            [(rule, by[one]) for one, rule in found['rules'].items()]
        for rule in (rule for rule, kind in centres if kind in ('cut', 'bands')):
            if rule['level'] is None:
                continue
            if of['high'] < model.agreement:
                rule.update(level=None, state='no_agreement', marks=[])
                rule.pop('visits', None)
            else:
                rule['marks'] = [*rule['marks'], 'agreement_unclear']
        levels = {rule['level'] for rule in found['rules'].values()} - {None}
        found['rules_agree'] = None if found['level'] is None else len(levels) == 1


def side_of(model, name, access):
    """n, mean and variance of a measure across people."""
    own = [(member.row['measures'][name]['score'], member.weight) for member in access.members
           if member.row['measures'][name]['score'] is not None]
    if model.measures[name].get('across', 'people') != 'people' or len(own) < 2:
        return None
    middle = mean(own)
    return len(own), middle, mean([((x - middle) ** 2, 1) for x, _ in own]) \
        * Fraction(len(own), len(own) - 1)


def add_icc(cuts, confidence, weighted):
    """Turns what ICC needs into what it is: `cuts` are lists of groups side by side, each with
    whether it holds others; of groups in no cut it goes."""
    for groups in cuts:
        for name in groups[0][0]['measures'] if groups else ():
            sides = [group['measures'][name]['icc'] for group, holds in groups if not holds]
            found = icc_json([side for side in sides if side and not weighted], confidence)
            for group, holds in groups:
                of = group['measures'][name]
                of['icc'] = NO_ICC if holds or of['icc'] is None else found
