"""The oracle's view of a model and of answers: plain dictionaries, and fractions for numbers."""
# SPDX-License-Identifier: Apache-2.0
import csv
import json
from fractions import Fraction

D = 23279256000  # the grid of doc/scoring.md: every score is a whole multiple of 1/D
ABSENCES = ('not_asked', 'skipped', 'not_applicable', 'dont_know', 'invalid')


def grid(number):
    """A number put on the grid, half to even."""
    return Fraction(round(Fraction(number) * D), D)


def halves_even(number, step):
    """A number rounded to a multiple of `step`, half to even."""
    return round(Fraction(number) / step) * Fraction(step)


def read_json(path):
    """JSON whose numbers are exact."""
    with open(path, encoding='utf-8') as file:
        return json.load(file, parse_float=Fraction)


class Item:
    """What an item's answers are worth: code -> value, after recode and reverse."""

    def __init__(self, item, model):
        self.id = item['id']
        self.unmeasured = 'unmeasured' in item
        scale = model['scales'].get(item.get('scale'), {})
        ladder = {one['id']: one for one in model.get('ladders', [])}.get(scale.get('ladder'))
        levels = [level['id'] for level in ladder['levels']] if ladder else []
        points = list(range(1, len(levels) + 1)) if ladder else scale.get('points', [])
        self.points = [Fraction(point) for point in points]
        if item['kind'] == 'choice':
            raw = {Fraction(option['code']):
                   Fraction(levels.index(option['level']) + 1 if 'level' in option
                            else option['value']) for option in item['options']}
        else:
            raw = {point: point for point in self.points}
        recode = {Fraction(key): Fraction(value) for key, value in item.get('recode', {}).items()
                  if key != 'comment'}
        values = {code: grid(recode.get(point, point)) for code, point in raw.items()}
        self.low, self.high = (min(values.values()), max(values.values())) if values else (0, 0)
        self.scored = bool(values) and not self.unmeasured and item['kind'] != 'text'
        self.rated = 'favourable' in scale
        favourable = [Fraction(point) for point in scale.get('favourable', [])]
        neutral = [Fraction(point) for point in scale.get('neutral', [])]
        if item.get('reverse'):
            values = {code: self.low + self.high - value for code, value in values.items()}
            mirror = dict(zip(self.points, reversed(self.points)))
            favourable = [mirror[point] for point in favourable]
            neutral = [mirror[point] for point in neutral]
        self.value = values
        self.favourable = {code for code, point in raw.items() if point in favourable}
        self.neutral = {code for code, point in raw.items() if point in neutral}
        self.labels = {}
        for language, words in scale.get('labels', {}).items():
            if language != 'comment' and item['kind'] != 'choice':
                self.labels.update({word.strip().lower(): point
                                    for word, point in zip(words, self.points)})
        self.absent = {key: kind for key, kind in scale.get('absent', {}).items()
                       if key != 'comment'}

    def read(self, text):
        """A cell of a CSV: a code, or a kind of absence."""
        text = text.strip()
        if text == '':
            return 'skipped'
        if text in self.absent:
            return self.absent[text]
        if text.lower() in self.labels:
            return self.labels[text.lower()]
        try:
            code = Fraction(text)
        except ValueError:
            return 'invalid'
        return code if code in self.value else 'invalid'


class Model:
    """A model that is known to be sound: nothing is checked here."""

    def __init__(self, document):
        self.document = document
        self.people = document['rows'] == 'people'
        self.scales = document.get('scales', {})
        self.items = {item['id']: Item(item, dict(document, scales=self.scales))
                      for item in document['items']}
        self.measures = {measure['id']: measure for measure in document['measures']}
        self.readings = {reading['id']: reading for reading in document.get('readings', [])}
        self.ladders = {ladder['id']: ladder['levels'] for ladder in document.get('ladders', [])}
        self.flags = {flag['id']: flag['when'] for flag in document.get('flags', [])}
        self.pairs = {pair['id']: pair for pair in document.get('pairs', [])}
        limits = document.get('disclosure', {})
        self.least_n = limits.get('least_n', 5)
        self.least_n_spread = limits.get('least_n_spread', 10)

    @classmethod
    def open(cls, path):
        return cls(read_json(path))

    def terms(self, measure):
        """The parts of a measure with their weights."""
        return [(part, Fraction(1)) if isinstance(part, str)
                else (part['id'], Fraction(part['weight'])) for part in measure['of']]

    def levels(self, reading):
        return self.ladders[reading['ladder']]

    def assumed(self, rule):
        """Whether a rule's numbers are the author's own choice."""
        source = rule.get('source', self.document.get('source'))
        sources = self.document.get('sources', {})
        return source in sources and sources[source]['kind'] == 'assumed'


class Person:
    """One row: answers by item, groups by column, a weight."""

    def __init__(self, answers, groups, weight):
        self.answers, self.groups, self.weight = answers, groups, weight


def read_answers(model, path, weight=None, labels=None):
    """The rows of a CSV; `labels` are answer texts that a mapping names, for every column."""
    people = []
    with open(path, encoding='utf-8', newline='') as file:
        for record in csv.DictReader(file):
            answers = {}
            for item in model.items.values():
                if item.id not in record or not item.scored:
                    answers[item.id] = 'not_asked'
                    continue
                text = record[item.id]
                known = (labels or {}).get(text.strip())
                answers[item.id] = item.read(text) if known is None else (
                    known if isinstance(known, str) else Fraction(known))
            groups = {column: text for column, text in record.items()
                      if column not in model.items}
            share = Fraction(record[weight]) if weight else Fraction(1)
            people.append(Person(answers, groups, Fraction(round(share * 2 ** 40), 2 ** 40)))
    return people
