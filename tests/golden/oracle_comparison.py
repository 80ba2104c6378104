"""The oracle's comparisons: groups against the rest and the wave before, and the gaps of pairs."""
# SPDX-License-Identifier: Apache-2.0
# After "Comparisons" of doc/scoring.md.
from decimal import Decimal
from fractions import Fraction

from oracle import pair_ends
from oracle_disclosure import Access
from oracle_figures import measure_figures
from oracle_numbers import mean
from oracle_sure import Sample, gap_sample
from oracle_t import quantile, two_sided

CONFIDENCE = Decimal('0.95')
NOTHING = {'other': None, 'other_n': None, 'difference': None}
NO_CONTRAST = dict.fromkeys(('low', 'high', 'p'))


def decimal(number):
    number = Fraction(number)
    return Decimal(number.numerator) / number.denominator


def scores(name, members):
    """(score, weight) of the people who have a score."""
    return [(member.row['measures'][name]['score'], member.weight) for member in members
            if member.row['measures'][name]['score'] is not None]


class Side:
    """One side of a comparison."""

    def __init__(self, pairs):
        self.n = len(pairs)
        self.mean = mean(pairs)
        square = mean([((x - self.mean) ** 2, w) for x, w in pairs])
        variance = square * Fraction(self.n, self.n - 1)
        effective = Sample(pairs, (0, 1), None).e
        self.error, self.df = variance / effective, effective - 1


def contrast(one, two):
    """Welch's interval of the difference of two means, and its p."""
    both = one.error + two.error
    if both == 0:
        return None
    df = decimal(both ** 2 / (one.error ** 2 / one.df + two.error ** 2 / two.df))
    error, difference = decimal(both).sqrt(), decimal(one.mean - two.mean)
    half = quantile(1 - CONFIDENCE, df) * error
    return {'low': float(difference - half), 'high': float(difference + half),
            'p': float(two_sided(difference / error, df))}


class Compared:
    """A group with what its comparisons need."""

    def __init__(self, model, members, least, planned=lambda kind, name: 'full'):
        self.members, self.model = members, model
        self.access = Access(model, measure_figures(model, members), members, least, planned)

    def full(self, name):
        """Whether a measure is shown in full."""
        return self.access.measure(name) == 'full'


def too_heavy(pairs, among):
    """Whether one person might hold more than half of the weight; the heaviest of the whole may."""
    return 2 * max(w for _, w in among) > sum(w for _, w in pairs)


def rest_json(name, group, whole):
    """A measure of a group against the others of the whole."""
    if not group.full(name) or not whole.full(name):
        return {'state': 'too_few', **NOTHING, **NO_CONTRAST}
    inside = {id(member) for member in group.members}
    pairs = scores(name, [member for member in whole.members if id(member) not in inside])
    if not pairs:
        return {'state': 'not_applicable', **NOTHING, **NO_CONTRAST}
    if (len(pairs) < group.model.least_n_spread
            or too_heavy(pairs, scores(name, whole.members))):
        return {'state': 'too_few', **NOTHING, **NO_CONTRAST}
    return difference_json(Side(scores(name, group.members)), Side(pairs))


def difference_json(one, two):
    found = contrast(one, two)
    if found is None:
        return {'state': 'not_estimable', **NOTHING, **NO_CONTRAST}
    return {'state': 'shown', 'other': float(two.mean), 'other_n': two.n,
            'difference': float(one.mean - two.mean), **found}


def before_json(name, group, earlier, kept):
    """A measure of a group against itself in the wave before."""
    if not group.full(name) or not kept:
        return {'state': 'too_few', **NOTHING, **NO_CONTRAST}
    return difference_json(Side(scores(name, group.members)), Side(scores(name, earlier.members)))


def gap_json(model, pair, group):
    """The p of the gap of a pair."""
    names = [name for _, name in pair_ends(pair)]
    if not all(group.full(name) for name in names):
        return {'p': None}
    gap = gap_sample(model, names, group.members, group.access.figures)
    if gap is None or not gap.variance:
        return {'p': None}
    error = decimal(gap.variance / gap.e * Fraction(gap.n, gap.n - 1)).sqrt()
    return {'p': float(two_sided(decimal(gap.mean) / error, gap.n - 1))}


def adjust(rows):
    """Benjamini and Hochberg (1995) over the rows that have a p: p(i) m / i, and no more than that of
    the next larger one."""
    for row in rows:
        row.update(p_adjusted=None, notable=None, family=None)
    made = sorted((row for row in rows if row['p'] is not None), key=lambda row: -row['p'])
    least = 1.0
    for place, row in enumerate(made):
        least = min(least, row['p'] * len(made) / (len(made) - place))
        row.update(p_adjusted=least, notable=least <= 0.05, family=len(made))


def kept_before(name, groups, parts, least_n_spread):
    """The groups of the wave before that may be held against the last: `parts` of a group are those
    right below it, cut by cut, and groups stand from the top down."""
    kept = {key for key, group in groups.items() if group.full(name)}
    count = {key: len(scores(name, group.members)) for key, group in groups.items()}

    def told(key, cut):
        for part in parts(key, cut):
            yield from [part] if part in kept else told(part, cut)

    for key in reversed(list(groups)):
        for cut in range(1 + max(cut for cut, _ in groups)):
            while key in kept:
                of = list(told(key, cut))
                left = count[key] - sum(count[part] for part in of)
                if not of or left <= 0 or left >= least_n_spread:
                    break
                kept.remove(min(of, key=lambda part: count[part]))
    return kept


def tell_comparisons(model, found, waves, parts, least, planned):
    """Puts comparisons into groups found: key (cut, name) -> (group, its people by wave), in their
    order; `waves` says how many there are, and `parts(key, cut)` the groups right below one."""
    above = {part: key for key in found for cut in {cut for cut, _ in found}
             for part in parts(key, cut)}
    now = {key: Compared(model, people[-1], least, planned[key])
           for key, (_, people) in found.items()}
    then = {key: Compared(model, people[-2], least) for key, (_, people) in found.items()} \
        if waves > 1 else {}
    families = {}
    for name, measure in model.measures.items():
        kept = kept_before(name, then, parts, model.least_n_spread) if then else set()
        for key, (group, _) in found.items():
            of = group['measures'][name]
            across = measure.get('across', 'people') == 'people'
            refused = {'state': 'not_applicable', **NOTHING, **NO_CONTRAST}
            if key in above:
                of['rest'] = rest_json(name, now[key], now[above[key]]) if across else dict(refused)
                families.setdefault((key[0], 'rest'), []).append(of['rest'])
            if then:
                of['before'] = before_json(name, now[key], then[key], key in kept) if across \
                    else dict(refused)
                families.setdefault((key[0], 'before'), []).append(of['before'])
    for key, (group, _) in found.items():
        for name, pair in model.pairs.items():
            gap = group['pairs'][name]
            gap.update(gap_json(model, pair, now[key]))
            families.setdefault((key[0], 'gap'), []).append(gap)
    for rows in families.values():
        adjust(rows)
