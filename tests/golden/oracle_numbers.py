"""The oracle's numbers: exact fractions, the grid they are rounded to, and the rounding steps."""
# SPDX-License-Identifier: Apache-2.0
import functools
import json
import math
from fractions import Fraction

D = 23279256000  # the grid of doc/scoring.md: every score is a whole multiple of 1/D


@functools.lru_cache(4096)
def grid(number):
    """A number put on the grid, half to even."""
    return Fraction(round(Fraction(number) * D), D)


def halves_even(number, step):
    """A number rounded to a multiple of `step`, half to even."""
    return round(Fraction(number) / step) * Fraction(step)


def rounded(step, number):
    """A number after a rounding step of the model: `round` of doc/rules.md."""
    scale = 10 ** step['digits']
    scaled = Fraction(number) * scale
    if step['mode'] == 'half_up':
        whole = math.floor(scaled + Fraction(1, 2))
    elif step['mode'] == 'half_even':
        whole = round(scaled)
    else:
        more = Fraction(1, 2) if step['mode'] == 'half_away' else 0
        whole = math.floor(abs(scaled) + more) * (-1 if scaled < 0 else 1)
    return Fraction(whole, scale)


def clipped(ends, number):
    """A number cut to two ends."""
    return min(max(number, grid(ends[0])), grid(ends[1]))


def mean(pairs):
    """The weighted mean of (value, weight)."""
    return sum(value * weight for value, weight in pairs) / sum(weight for _, weight in pairs)


def weighted_median(pairs):
    """The value at which half of the weight is reached; where exactly half lies below or at a
    value, the mean of it and the next."""
    pairs = sorted(pairs)
    half = sum(weight for _, weight in pairs) / Fraction(2)
    below = Fraction(0)
    for index, (value, weight) in enumerate(pairs):
        below += weight
        if below > half:
            return value
        if below == half:
            return (value + pairs[index + 1][0]) / 2
    raise AssertionError('no weight')


def numbers_of(table):
    """A table of an object: number -> number, on the grid, without its comment."""
    return {grid(Fraction(key)): grid(value) for key, value in table.items() if key != 'comment'}


def as_json(value):
    """A fraction as JSON: a whole number, or the double nearest to it."""
    if value is None:
        return None
    value = Fraction(value)
    return int(value) if value.denominator == 1 else value.numerator / value.denominator


def read_json(path):
    """JSON whose numbers are exact."""
    with open(path, encoding='utf-8') as file:
        return json.load(file, parse_float=Fraction)
