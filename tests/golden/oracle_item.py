"""The oracle's items: what is an answer, and what it is worth; section 1 of doc/rules.md."""
# SPDX-License-Identifier: Apache-2.0
import re
from fractions import Fraction

from oracle_numbers import grid
from oracle_transform import Transform, day_of, on_age

ABSENCES = ('not_asked', 'skipped', 'not_applicable', 'dont_know', 'invalid')
MISSING = ('skipped', 'dont_know', 'invalid')
NUMBER = re.compile(r'[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?')


class Item:
    """An item. An answer is a code: a point, an option's code, a rank, a number, or, of a date with
    an age, the value of its band. Absences are words."""

    def __init__(self, item, model):
        self.id, self.kind = item['id'], item['kind']
        self.about = item.get('about')
        self.absence, self.target = item.get('absence'), item.get('target')
        self.tags, self.age = set(item.get('tags', [])), item.get('age')
        self.unmeasured, self.reverse = 'unmeasured' in item, item.get('reverse', False)
        self.transform, self.known = Transform(item), {}
        self.scale = model['scales'].get(item.get('scale'), {})
        self.options = {Fraction(one['code']): one for one in item.get('options', [])}
        self.ladder = self.scale.get('ladder')
        self.levels = next(([level['id'] for level in one['levels']]
                            for one in model.get('ladders', []) if one['id'] == self.ladder), [])
        self.points = [grid(point) for point in self.scale.get('points', [])] \
            or [Fraction(place) for place in range(1, len(self.levels) + 1)]
        self.read_scale()
        self.rate()
        self.labels = {}
        for language, words in self.scale.get('labels', {}).items():
            if language != 'comment' and not self.options:
                self.labels.update({word.strip().lower(): point
                                    for word, point in zip(words, self.points)})
        self.absent = {key: kind for key, kind in self.scale.get('absent', {}).items()
                       if key != 'comment'}

    def read_scale(self):
        """The raw values by code, the item's own range, and whether it has values at all."""
        self.raw, values = {}, []
        if self.points:
            self.raw = {point: point for point in self.points}
            values = [self.transform(point) for point in self.points]
        if self.options:
            self.raw = {code: Fraction(self.levels.index(one['level']) + 1) if 'level' in one
                        else grid(one['value']) for code, one in self.options.items()}
        if 'range' in self.scale:
            self.ends = [grid(end) for end in self.scale['range']]
            values = self.transform.between(*self.ends)
        if 'dates' in self.scale:
            self.ends = [day_of(day) for day in self.scale['dates']]
            values = [self.transform.clipped(grid(band['value']))
                      for band in (self.age or {'bands': []})['bands']]
        self.answered = not self.unmeasured and self.kind != 'text' and bool(self.scale)
        self.scored = self.answered and bool(values)
        self.low, self.high = (min(values), max(values)) if values else (0, 0)

    def rate(self):
        """Which codes are favourable and neutral: mirrored with the scale."""
        self.rated = 'favourable' in self.scale
        mirror = dict(zip(self.points, reversed(self.points)))
        chosen = {key: {mirror[grid(point)] if self.reverse else grid(point)
                        for point in self.scale.get(key, [])} for key in ('favourable', 'neutral')}
        self.favourable = {code for code, raw in self.raw.items() if raw in chosen['favourable']}
        self.neutral = {code for code, raw in self.raw.items() if raw in chosen['neutral']}

    def value(self, code):
        """The value of an answer."""
        if code not in self.known:
            value = (self.transform.clipped(code) if self.age
                     else self.transform(self.raw.get(code, code)))
            self.known[code] = self.low + self.high - value if self.reverse else value
        return self.known[code]

    def ends_of_values(self):
        """The values of all answers; of numbers and dates, the ends of the own range."""
        return [self.value(code) for code in self.raw] or [self.low, self.high]

    def read(self, text):
        """A cell of a CSV: a code, or a kind of absence; of a date, its day."""
        text = text.strip()
        if text == '':
            return 'skipped'
        if text in self.absent:
            return self.absent[text]
        if text.lower() in self.labels:
            return self.labels[text.lower()]
        if 'dates' in self.scale:
            day = day_of(text)
            return 'invalid' if day is None or not self.ends[0] <= day <= self.ends[1] else day
        if not NUMBER.fullmatch(text):
            return 'invalid'
        if 'range' in self.scale:
            number = grid(Fraction(text))
            inside = self.ends[0] <= number <= self.ends[1]
            return number if inside and self.transform(number) is not None else 'invalid'
        return Fraction(text) if Fraction(text) in self.raw else 'invalid'

    def aged(self, days):
        """The answer of an item with an age, from the days of all items of its row."""
        day, on = days[self.id], day_of(self.age['on'])
        on = days[self.age['on']] if on is None else on
        if isinstance(day, str):
            return day
        if isinstance(on, str):
            return on
        value = on_age(self.age, day, on)
        return 'invalid' if value is None else value
