"""The oracle's conditions: what they see, and whether they hold; "Conditions" of doc/rules.md."""
# SPDX-License-Identifier: Apache-2.0
from fractions import Fraction

from oracle_item import MISSING
from oracle_numbers import grid

TESTS = {'at_least': lambda a, b: a >= b, 'at_most': lambda a, b: a <= b,
         'above': lambda a, b: a > b, 'below': lambda a, b: a < b}
NOT_SAID = ('not_asked', 'not_applicable', 'not_collected')  # was not asked, or does not apply


class Sight:
    """What conditions and rules see of a row, or of a group.

    `items` gives (value or None, 'there' or the kind of absence) of each item, `measure` the result
    of a measure by its name, `readings` the results of the readings so far.
    """

    is_row = True

    def __init__(self, model, items, measure, readings):
        self.model, self.items, self.measure, self.readings = model, items, measure, readings
        self.acting = {}

    def waves(self, name):
        """The scores of a measure in all waves, the last one included."""
        return [self.measure(name)['score']]

    def values(self, name):
        """(value, weight) of all answers to an item."""
        value, _ = self.items[name]
        return [] if value is None else [(value, Fraction(1))]

    def conditions(self, reading):
        """The conditions of a reading that act; found once, by what is seen here."""
        name = reading['id']
        if name not in self.acting:
            self.acting[name] = acting(reading.get('conditions', []), self)
        return self.acting[name]

    def look(self, test):
        """What a test looks at: (its value or None, its state)."""
        if 'item' in test:
            return self.items[test['item']]
        if 'reading' in test:
            result = self.readings[test['reading']]
            return result['reached'], result['state']
        result, figure = self.measure(test['measure']), test.get('figure', 'score')
        value, state = result[figure], result['state']
        if figure != 'score' and value is None and state not in NOT_SAID:
            state = 'not_collected' if not result.get('exposed') else 'hidden'
        return value, state

    def is_open(self, kind, name):
        """Whether an answer that is missing may change an item, a measure or a reading."""
        if kind == 'item':
            return self.items[name][1] in MISSING
        seen = self.measure(name) if kind == 'measure' else self.readings[name]
        return seen.get('open', False)  # (of a group nothing is open)

    def is_unsure(self, kind, name):
        """Whether a measure or a reading may be without a value in spite of its range."""
        if kind == 'item':
            return False
        return (self.measure(name) if kind == 'measure' else self.readings[name])['unsure']

    def compared(self, test, key):
        """What a test compares with: a number, or the place of a level."""
        if 'reading' in test:
            return self.model.level_ids(self.model.readings[test['reading']]).index(test[key])
        return grid(test[key])


def holds(condition, sight):
    """Whether a condition holds: True, False, or None where it cannot be said."""
    if 'not' in condition:
        inner = holds(condition['not'], sight)
        return None if inner is None else not inner
    if 'all' in condition or 'any' in condition:
        every = 'all' in condition
        parts = [holds(part, sight) for part in condition['all' if every else 'any']]
        if (not every) in parts:
            return not every
        return None if None in parts else every
    value, _ = sight.look(condition)
    if value is None:
        return None
    key = next(key for key in TESTS if key in condition)
    return TESTS[key](value, sight.compared(condition, key))


def tests_in(condition):
    """The tests of a condition, from within all joins."""
    if 'not' in condition:
        return tests_in(condition['not'])
    for key in ('all', 'any'):
        if key in condition:
            return [test for part in condition[key] for test in tests_in(part)]
    return [condition]


def unseen(condition, sight):
    """The states of what a condition looks at and cannot see."""
    return [state for value, state in map(sight.look, tests_in(condition)) if value is None]


def nodes_in(condition):
    """What a condition looks at: ('item', 'measure' or 'reading', id)."""
    return {(kind, test[kind]) for test in tests_in(condition)
            for kind in ('item', 'measure', 'reading') if kind in test}


def acting(conditions, sight):
    """Those of some conditions that act: all that are not known to be false."""
    return [one for one in conditions if holds(one['when'], sight) is not False]
