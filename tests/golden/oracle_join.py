"""The oracle's joins: what a term's value is under a measure, and how values become a score."""
# SPDX-License-Identifier: Apache-2.0
# After "Values of terms" and "Joining" of doc/rules.md.
from fractions import Fraction

from oracle_numbers import clipped, grid, mean, numbers_of, rounded, weighted_median
from oracle_transform import curve_between, on_curve

IN_ORDER = ('difference', 'product', 'ratio')  # all of their terms must take part


class Value:
    """What takes part in a join: a value (of votes, the pair of all and of tagged votes), a weight,
    and the least and the greatest value that it could have."""

    def __init__(self, value, weight, low=None, high=None):
        self.value, self.weight, self.low, self.high = value, weight, low, high


def counts_favourable(measure):
    """Whether a measure looks at favourable answers and not at values."""
    return measure['by'] in ('share', 'net') and 'at_least' not in measure


def held(measure, value):
    """A value as `share` or `count` count it: whether it is at least a number."""
    reached = value >= grid(measure['at_least'])
    return Fraction(0 if not reached else 100 if measure['by'] == 'share' else 1)


def stretched(item, value, measure):
    """A value of an item as a measure takes it: held against a number, or stretched."""
    if 'at_least' in measure:
        return held(measure, value)
    if 'rescale' in measure:
        low, high = map(grid, measure['rescale'])
        return grid(low + (value - item.low) / (item.high - item.low) * (high - low))
    return value


def worth(item, code, measure):
    """The value of an answer to an item inside a measure, on the grid."""
    if counts_favourable(measure):
        if code in item.favourable:
            return Fraction(100)
        neutral = measure['by'] == 'share' or code in item.neutral
        return Fraction(0 if neutral else -100)
    return stretched(item, item.value(code), measure)


def vote(item, code, value, measure):
    """The votes that an answer casts, and how many of them are tagged."""
    if 'level' in measure:
        return Fraction(1), Fraction(item.levels[int(item.raw[code]) - 1] == measure['level'])
    tag = measure['tag']
    if item.options:
        tagged = tag in item.tags or tag in item.options[code].get('tags', [])
        return Fraction(1), Fraction(tagged)
    return value, value if tag in item.tags else Fraction(0)


def votes_of(item, measure):
    """The votes of all answers; of numbers, those of the ends of their own range."""
    if item.raw:
        return [vote(item, code, item.value(code), measure) for code in item.raw]
    return [vote(item, None, value, measure) for value in (item.low, item.high)]


def total(parts):
    """The sum of weight times value."""
    return sum((part.weight * part.value for part in parts), Fraction(0))


def weighted(parts):
    return [(part.value, part.weight) for part in parts]


def over(above, below):
    """A quotient; None over 0."""
    return None if below == 0 else above / below


def percent(measure, parts):
    """The share of what was attainable."""
    return over(100 * sum(part.weight * (part.value - part.low) for part in parts),
                sum(part.weight * (part.high - part.low) for part in parts))


def votes(measure, parts):
    """The share of the votes that are tagged."""
    return over(100 * sum(part.weight * part.value[1] for part in parts),
                sum(part.weight * part.value[0] for part in parts))


def blend(measure, parts):
    floor = grid(measure['floor'])
    return (1 - floor) * mean(weighted(parts)) + floor * min(part.value for part in parts)


def product(measure, parts):
    """The first times the second, rounded, times the third, rounded, ..."""
    out = parts[0].value
    for part in parts[1:]:
        out = grid(out * part.value)
    return out


JOINS = {
    'mean': lambda measure, parts: mean(weighted(parts)),
    'share': lambda measure, parts: mean(weighted(parts)),
    'net': lambda measure, parts: mean(weighted(parts)),
    'sum': lambda measure, parts: grid(measure.get('base', 0)) + total(parts),
    'count': lambda measure, parts: total(parts),
    'deduction': lambda measure, parts: grid(measure.get('base', 100)) - total(parts),
    'median': lambda measure, parts: weighted_median(weighted(parts)),
    'min': lambda measure, parts: min(part.value for part in parts),
    'max': lambda measure, parts: max(part.value for part in parts),
    'votes': votes, 'percent': percent, 'blend': blend, 'product': product,
    'attainable': lambda measure, parts: sum(part.weight * part.high for part in parts),
    'difference': lambda measure, parts: parts[0].value - parts[1].value,
    'ratio': lambda measure, parts: over(parts[0].value, parts[1].value)}


def joined(measure, parts):
    """The score of what takes part, on the grid; None where it is not estimable."""
    score = JOINS[measure['by']](measure, parts)
    return None if score is None else grid(score)


def cut_and_rounded(measure, score):
    """A score after `clip` and `round`."""
    if 'clip' in measure:
        score = clipped(measure['clip'], score)
    return rounded(measure['round'], score) if 'round' in measure else score


def finished(measure, score):
    """A score after curve or recode, clip and round; None where it is not estimable."""
    if score is not None and 'curve' in measure:
        score = on_curve(measure['curve'], score)
    if score is not None and 'recode' in measure:
        score = numbers_of(measure['recode']).get(score)
    return None if score is None else cut_and_rounded(measure, score)


def finished_between(measure, low, high):
    """The least and the greatest finished score between two scores; None where there is none."""
    if low == high:
        one = finished(measure, low)
        return None if one is None else (one, one)
    values = [low, high]
    if 'curve' in measure:
        values = curve_between(measure['curve'], low, high)
    if 'recode' in measure:
        table = numbers_of(measure['recode'])
        values = [value for score, value in table.items() if low <= score <= high]
    if not values:
        return None
    return cut_and_rounded(measure, min(values)), cut_and_rounded(measure, max(values))
