"""The oracle's ranges: stand-ins for absences, and the extremes of terms and measures."""
# SPDX-License-Identifier: Apache-2.0
# After "Values of terms", "Absence" and "Possible range" of doc/rules.md.
from fractions import Fraction

from oracle_item import ABSENCES, MISSING
from oracle_join import counts_favourable, cut_and_rounded, finished_between, held, stretched, worth
from oracle_numbers import grid

OF_MEASURES = ('skipped', 'not_asked', 'not_applicable')  # the absences that a measure can have
LEVELLING = ('mean', 'median', 'share', 'net', 'min', 'max', 'blend')  # never beyond their terms


def named(policies, kind):
    """The policy that is named for a kind of absence; None where nobody names it."""
    if isinstance(policies, dict):
        return policies.get(kind)
    return policies if kind in MISSING else None


def policy_of(model, measure, part, kind):
    """(policy, whether it is the item's own): the item's comes first, then the measure's."""
    if measure['by'] == 'votes':
        return 'exclude', False
    own = named(model.items[part].absence, kind) if part in model.items else None
    if counts_favourable(measure) and (own == 'target' or not isinstance(own, str)):
        own = None  # a number has no favour
    if own is not None:
        return own, True
    policy = named(measure.get('absence'), kind)
    return ('exclude' if policy is None else policy), False


def best(model, measure, part, wanted):
    """The greatest value of a term, or the least; of what is deducted, the other way round."""
    low, high = bounds(model, measure, part)
    return high if wanted != (measure['by'] == 'deduction') else low


def in_terms_of(model, measure, part, number):
    """A number in terms of an item's value, as the measure takes it; None where answers are
    counted by what is favourable."""
    if counts_favourable(measure):
        return None
    return stretched(model.items[part], grid(number), measure)


def stand_in(model, measure, part, kind):
    """What stands in for a term with a kind of absence: a number, 'person_mean', or None."""
    policy, own = policy_of(model, measure, part, kind)
    if policy == 'exclude':
        return None
    if policy == 'zero':
        return Fraction(0)
    if policy in ('full', 'fail'):
        return best(model, measure, part, policy == 'full')
    if policy == 'target':
        target = model.items[part].target if part in model.items else None
        if target is None:
            return best(model, measure, part, True)
        return in_terms_of(model, measure, part, target)
    if policy == 'person_mean':
        return policy
    return in_terms_of(model, measure, part, policy) if own else grid(policy)


def stand_ins(model, measure, part):
    """What can stand in for a term: of all kinds of absence that it can have."""
    kinds = ABSENCES if part in model.items else OF_MEASURES
    return [stand_in(model, measure, part, kind) for kind in kinds]


def bounds(model, measure, part):
    """The least and the greatest value of a term, without what stands in for it."""
    def work():
        if part in model.measures:
            low, high = extremes(model, part)
            return (held(measure, low), held(measure, high)) if 'at_least' in measure \
                else (low, high)
        item = model.items[part]
        if counts_favourable(measure):
            values = [worth(item, code, measure) for code in item.raw]
        else:
            values = [stretched(item, value, measure) for value in item.ends_of_values()]
        return min(values), max(values)
    return model.once(('bounds', measure['id'], part), work)


def wide_bounds(model, measure, part):
    """The least and the greatest value of a term, numbers that stand in for it included."""
    def work():
        numbers = [one for one in stand_ins(model, measure, part) if isinstance(one, Fraction)]
        values = [*bounds(model, measure, part), *numbers]
        return min(values), max(values)
    return model.once(('wide', measure['id'], part), work)


def reach(model, measure):
    """The ranges of all terms; one for which the row's mean can stand in reaches over all."""
    terms = [part for part, _ in model.terms(measure)]
    wide = [wide_bounds(model, measure, part) for part in terms]
    least, greatest = min(low for low, _ in wide), max(high for _, high in wide)
    return [(least, greatest) if 'person_mean' in stand_ins(model, measure, part) else ends
            for part, ends in zip(terms, wide)]


def summed(model, measure, ranges):
    """The ends of a sum; a term that can be left out counts as 0 where that is further out."""
    low = high = Fraction(0)
    for (part, weight), (least, greatest) in zip(model.terms(measure), ranges):
        optional = None in stand_ins(model, measure, part)
        low += weight * (min(least, 0) if optional else least)
        high += weight * (max(greatest, 0) if optional else greatest)
    return low, high


def percent_extremes(model, measure, ranges):
    """A percentage lies between the least and the greatest of its terms'."""
    ends = [Fraction(0), Fraction(100)]
    for (part, _), (low, high) in zip(model.terms(measure), ranges):
        least, greatest = bounds(model, measure, part)
        if least != greatest:
            ends += [100 * (end - least) / (greatest - least) for end in (low, high)]
    return min(ends), max(ends)


def product_of(ranges):
    """The least and the greatest product of all ends, term by term."""
    ends = ranges[0]
    for other in ranges[1:]:
        products = [grid(one * two) for one in ends for two in other]
        ends = min(products), max(products)
    return ends


def quotients_of(above, below):
    """The least and the greatest of the four quotients; None where one is over 0."""
    if below[0] <= 0 <= below[1]:
        return None
    quotients = [grid(one / two) for one in above for two in below]
    return min(quotients), max(quotients)


def joined_extremes(model, measure, ranges):
    """The ends of a measure's join."""
    by = measure['by']
    if by in LEVELLING:
        return min(low for low, _ in ranges), max(high for _, high in ranges)
    if by == 'votes':
        return Fraction(0), Fraction(100)
    if by == 'percent':
        return percent_extremes(model, measure, ranges)
    if by == 'product':
        return product_of(ranges)
    if by == 'difference':
        return ranges[0][0] - ranges[1][1], ranges[0][1] - ranges[1][0]
    if by == 'ratio':
        return quotients_of(*ranges)
    if by == 'attainable':
        highs = [bounds(model, measure, part)[1] for part, _ in model.terms(measure)]
        return summed(model, measure, [(high, high) for high in highs])
    low, high = summed(model, measure, ranges)
    if by == 'deduction':
        base = grid(measure.get('base', 100))
        return base - high, base - low
    base = grid(measure.get('base', 0))
    return base + low, base + high


def has_holes(measure):
    """Whether a curve or a table may leave a score without another."""
    if 'recode' in measure:
        return True
    pieces = measure['curve']['pieces'] if 'curve' in measure else []
    joined_up = all('to' in one and 'from' in other and grid(other['from']) <= grid(one['to'])
                    for one, other in zip(pieces, pieces[1:]))
    return bool(pieces) and not (joined_up and any('from' not in one for one in pieces)
                                 and any('to' not in one for one in pieces))


def is_fragile(model, measure):
    """Whether a measure of which every term is there may be without a score all the same."""
    if measure['by'] == 'ratio':
        low, high = reach(model, measure)[1]
        if low < Fraction(1, 1000) and high > Fraction(-1, 1000):
            return True
    return measure['by'] == 'votes' or 'withhold' in measure or has_holes(measure)


def extremes(model, name):
    """The least and the greatest score of a measure over all answers and all absences."""
    def work():
        measure = model.measures[name]
        ranges = [] if measure['by'] == 'votes' else reach(model, measure)
        ends = joined_extremes(model, measure, ranges)
        if ends is None:  # a ratio without bounds: its clip bounds it
            return tuple(cut_and_rounded(measure, grid(end)) for end in measure['clip'])
        return finished_between(measure, *map(grid, ends)) or (Fraction(0), Fraction(0))
    return model.once(('extremes', name), work)
