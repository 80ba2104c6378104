"""The oracle's view of a model and of answers: plain dictionaries, and fractions for numbers."""
# SPDX-License-Identifier: Apache-2.0
import csv
from fractions import Fraction

from oracle_item import Item
from oracle_numbers import grid, read_json


class Model:
    """A model that is known to be sound: nothing is checked here."""

    def __init__(self, document):
        self.document = document
        self.people = document['rows'] == 'people'
        scaled = dict(document, scales=document.get('scales', {}))
        self.items = {item['id']: Item(item, scaled) for item in document['items']}
        self.measures = {measure['id']: measure for measure in document['measures']}
        self.readings = {reading['id']: reading for reading in document.get('readings', [])}
        self.ladders = {ladder['id']: ladder['levels'] for ladder in document.get('ladders', [])}
        self.flags = {flag['id']: flag['when'] for flag in document.get('flags', [])}
        self.pairs = {pair['id']: pair for pair in document.get('pairs', [])}
        self.blocks = document.get('blocks', [])
        limits = document.get('disclosure', {})
        self.least_n = limits.get('least_n', 5)
        self.least_n_spread = limits.get('least_n_spread', 10)
        self.confidence = None  # of limits, where they are asked for
        self.everyone = False  # whether limits are of all who were invited
        self.agreement = 0  # the cutoff under which no level is stated
        self.known = {}  # what has been worked out of the model alone: ranges, extremes

    @classmethod
    def open(cls, path):
        return cls(read_json(path))

    def parts(self, measure):
        """The parts of a measure with their weights, what is unmeasured included."""
        return [(part, Fraction(1)) if isinstance(part, str)
                else (part['id'], Fraction(part['weight'])) for part in measure['of']]

    def terms(self, measure):
        """The parts of a measure that are terms."""
        return [(part, weight) for part, weight in self.parts(measure)
                if part in self.measures or not self.items[part].unmeasured]

    def once(self, key, work):
        """What `work` gives, worked out once."""
        if key not in self.known:
            self.known[key] = work()
        return self.known[key]

    def levels(self, reading):
        return self.ladders[reading['ladder']]

    def level_ids(self, reading):
        return [level['id'] for level in self.levels(reading)]

    def rule(self, reading, name):
        return next(rule for rule in reading['rules'] if rule['id'] == name)

    def assumed(self, rule):
        """Whether a rule's numbers are the author's own choice."""
        source = rule.get('source', self.document.get('source'))
        sources = self.document.get('sources', {})
        return source in sources and sources[source]['kind'] == 'assumed'


class Person:
    """One row: answers by item, groups by column, a weight."""

    def __init__(self, answers, groups, weight):
        self.answers, self.groups, self.weight = answers, groups, weight


def settle_block(model, block, answers):
    """A block on one row: what was not ticked was not picked; what does not add up is invalid."""
    items = [model.items[name] for name in block['of']]
    if all(isinstance(answers[item.id], str) for item in items):
        return
    for item in items:
        if block['kind'] == 'pick' and answers[item.id] == 'skipped':
            answers[item.id] = next(code for code, raw in item.raw.items() if raw == 0)
    there = [item for item in items if not isinstance(answers[item.id], str)]
    total = sum(item.raw.get(answers[item.id], answers[item.id]) for item in there)
    if len(there) < len(items) or total != grid(block.get('total', block.get('count'))):
        for item in there:
            answers[item.id] = 'invalid'


def settle(model, read):
    """The answers of one row, from its cells: ages and blocks."""
    answers = {name: model.items[name].aged(read)
               if model.items[name].age and model.items[name].answered else answer
               for name, answer in read.items()}
    for block in model.blocks:
        settle_block(model, block, answers)
    return answers


def read_cell(item, record, labels):
    """The answer of one cell; `labels` are answer texts that a mapping names."""
    if item.id not in record or not item.answered:
        return 'not_asked'
    text = record[item.id]
    known = (labels or {}).get(text.strip())
    if known is None:
        return item.read(text)
    return known if isinstance(known, str) else Fraction(known)


def read_answers(model, path, weight=None, labels=None):
    """The rows of a CSV; `labels` are answer texts that a mapping names, for every column."""
    people = []
    with open(path, encoding='utf-8', newline='') as file:
        for record in csv.DictReader(file):
            answers = settle(model, {item.id: read_cell(item, record, labels)
                                     for item in model.items.values()})
            groups = {column: text for column, text in record.items()
                      if column not in model.items}
            share = Fraction(record[weight]) if weight else Fraction(1)
            people.append(Person(answers, groups, Fraction(round(share * 2 ** 40), 2 ** 40)))
    return people
