"""The oracle's transforms: curve, ratio and age, number by number; section 1 of doc/rules.md."""
# SPDX-License-Identifier: Apache-2.0
import calendar
import datetime
import re
from fractions import Fraction

from oracle_numbers import clipped, grid, numbers_of

EPOCH = datetime.date(1970, 1, 1)


def holds(piece, closed, x):
    """Whether a piece of a curve, or a band of a rule, holds a number."""
    low = grid(piece['from']) if 'from' in piece else None
    high = grid(piece['to']) if 'to' in piece else None
    if closed == 'low':
        return (low is None or low <= x) and (high is None or x < high)
    return (low is None or low < x) and (high is None or x <= high)


def piece_of(curve, x):
    """The first piece of a curve that holds a number."""
    closed = curve.get('closed', 'low')
    return next((piece for piece in curve['pieces'] if holds(piece, closed, x)), None)


def on_piece(piece, x):
    return grid(grid(piece['value']) + grid(piece.get('slope', 0)) * x)


def on_curve(curve, x):
    """What a number becomes by a curve; None where no piece holds it."""
    piece = piece_of(curve, x)
    return None if piece is None else on_piece(piece, x)


def curve_between(curve, low, high):
    """The values of a curve from one number to another, at all its ends; an open end counts as
    closed, and a piece counts where it is the first that holds."""
    inner = {grid(piece[key]) for piece in curve['pieces'] for key in ('from', 'to')
             if key in piece and low < grid(piece[key]) < high}
    ends = sorted({low, high} | inner)
    values = [on_curve(curve, x) for x in ends]
    for left, right in zip(ends, ends[1:]):
        piece = piece_of(curve, (left + right) / 2)
        if piece is not None:
            values += [on_piece(piece, left), on_piece(piece, right)]
    return [value for value in values if value is not None]


def on_ratio(ratio, x):
    """The ratio of a number to a target, cut to 0 ... most."""
    target, most = grid(ratio['target']), grid(ratio.get('most', 1))
    if ratio['better'] == 'high':
        value = x / target
    else:
        value = target / x if x > 0 else most
    return grid(min(max(value, Fraction(0)), most))


def day_of(text):
    """The days since 1970-01-01 of a day as YYYY-MM-DD; None where there is no such day."""
    if not re.fullmatch(r'[0-9]{4}-[0-9]{2}-[0-9]{2}', text):
        return None
    try:
        return (datetime.date.fromisoformat(text) - EPOCH).days
    except ValueError:
        return None


def later(day, within):
    """A day plus a duration: years and months together, the day cut to the month's last; then weeks
    and days. Years after 9999 are never reached: None, later than all."""
    parts = dict((unit, int(count)) for count, unit in re.findall(r'([0-9]+)([YMWD])', within))
    date = EPOCH + datetime.timedelta(days=int(day))
    months = date.year * 12 + date.month - 1 + parts.get('Y', 0) * 12 + parts.get('M', 0)
    year, month = divmod(months, 12)
    if year > 9999:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    moved = datetime.date(year, month + 1, min(date.day, last))
    return (moved - EPOCH).days + parts.get('W', 0) * 7 + parts.get('D', 0)


def on_age(age, day, on):
    """The value of a date by the bands of its age on a day; None where it is in none or later."""
    if day > on:
        return None
    for band in age['bands']:
        end = later(day, band['within']) if 'within' in band else None
        if end is None or end >= on:
            return grid(band['value'])
    return None


class Transform:
    """What an item does to a raw value, before it is mirrored: recode, curve or ratio; then clip.
    (A date comes as the value of its band.)"""

    def __init__(self, item):
        self.recode = numbers_of(item.get('recode', {}))
        self.curve, self.ratio, self.clip = item.get('curve'), item.get('ratio'), item.get('clip')

    def clipped(self, value):
        return clipped(self.clip, value) if self.clip else value

    def __call__(self, raw):
        """The value of a raw value; None where no piece holds it."""
        value = raw
        if self.recode:
            value = self.recode[raw]
        elif self.curve:
            value = on_curve(self.curve, raw)
        elif self.ratio:
            value = on_ratio(self.ratio, raw)
        return None if value is None else self.clipped(value)

    def between(self, low, high):
        """The values at all ends from one raw value to another."""
        if self.curve:
            return [self.clipped(value) for value in curve_between(self.curve, low, high)]
        return [self(low), self(high)]
