"""The oracle's possible ranges of levels; "Possible range" in section 3 of doc/rules.md."""
# SPDX-License-Identifier: Apache-2.0
from fractions import Fraction

from oracle_condition import nodes_in, tests_in
from oracle_numbers import grid
from oracle_rule import (RULES, Found, after_conditions, gives_rows_no_level, highest_reached,
                         looked_at, source_of)


def counts_people(rule):
    """Whether a rule rests on the levels of people by another."""
    if rule['by'] == 'mode':
        return 'from' in rule
    return rule['by'] in ('share', 'ogive') and rule.get('over') != 'items'


def under(model, reading, rule):
    """The rule that looks at the row itself."""
    return model.rule(reading, source_of(reading, rule)) if counts_people(rule) else rule


def condition_rises(condition):
    """Whether a higher figure can only make a condition true."""
    if 'not' in condition:
        return False
    if 'all' in condition or 'any' in condition:
        return all(map(condition_rises, condition.get('all', condition.get('any'))))
    return 'at_least' in condition or 'above' in condition


def bands_rise(places, bands):
    """Whether bands join without a hole and rise, from the first to the last or back."""
    if places[bands[0]['level']] > places[bands[-1]['level']]:
        bands = bands[::-1]
    return all(places[one['level']] <= places[other['level']] and 'to' in one and 'from' in other
               and grid(one['to']) == grid(other['from']) for one, other in zip(bands, bands[1:]))


def rises(model, reading, rule):
    """Whether a higher figure never gives a lower level, or takes it away."""
    if rule['by'] == 'bands':
        places = {name: place for place, name in enumerate(model.level_ids(reading))}
        return bands_rise(places, rule['bands'])
    if rule['by'] == 'weakest':
        return rises(model, reading, model.rule(reading, rule['from']))
    if rule['by'] == 'gate':
        return all(condition_rises(one) for level in rule['levels']
                   for one in level.get('needs', []))
    return rule['by'] in ('cut', 'share', 'ogive')


def scale_of(model, reading, rule):
    """The rule that makes levels of scores."""
    return model.rule(reading, rule['from']) if rule['by'] == 'weakest' else rule


def looks_unsure(model, reading, rule, sight):
    """Whether anything that a rule looks at is unsure; of a coverage there is no range."""
    needs = [test for level in rule.get('levels', []) for one in level.get('needs', [])
             for test in tests_in(one)] + [test for case in rule.get('cases', [])
                                           for test in tests_in(case['when'])]
    covers = [one for one in needs if one.get('figure', 'score') != 'score']
    return (any(sight.is_unsure(*node) for node in looked_at(model, reading, rule))
            or any(sight.is_open('measure', one['measure']) for one in covers))


def holds_between(model, reading, rule, ends, unsure):
    """Whether the levels at the two ends are the ends of the levels."""
    if gives_rows_no_level(model, reading, rule):
        return True
    if not rises(model, reading, rule):
        return False
    if rule['by'] == 'gate':
        return None not in ends and not unsure
    return None not in ends or scale_of(model, reading, rule)['by'] != 'bands'


class Row:
    """What is seen of a row, and at the ends of its possible ranges."""

    def __init__(self, model, reading, sight, sights, rules):
        self.model, self.reading, self.sight, self.rules = model, reading, sight, rules
        self.sights, conditions = sights, reading.get('conditions', [])
        self.conditions_open = any(sight.is_open(*node) for one in conditions
                                   for node in nodes_in(one['when']))
        acting = sight.conditions(reading)
        self.acting = (acting, acting) if not self.conditions_open else (
            [one for one in conditions if 'cap' in one], [])

    def is_open(self, rule):
        looks = looked_at(self.model, self.reading, under(self.model, self.reading, rule))
        return any(self.sight.is_open(*node) for node in looks)

    def act(self, ends):
        """The ends after the conditions that act on them."""
        return [after_conditions(self.model, self.reading, Found(level), acting).reached
                for level, acting in zip(ends, self.acting)]

    def judged(self, rule):
        """What a rule says at both ends."""
        if gives_rows_no_level(self.model, self.reading, rule):
            return [None, None]
        if not counts_people(rule):
            return [RULES[rule['by']](self.model, self.reading, rule, sight).reached
                    for sight in self.sights]
        ends = self.ends(under(self.model, self.reading, rule))
        return [level if level is None or rule['by'] == 'mode' else highest_reached(
            self.model, self.reading, rule, [(level, Fraction(1))]) for level in ends]

    def ends(self, rule):
        """The possible range of the level by a rule."""
        level, ends = self.rules[rule['id']]['reached'], self.act(self.judged(rule))
        is_open = self.is_open(rule)
        if not is_open and not self.conditions_open and level is not None:
            ends = [level, level]
        elif is_open and not counts_people(rule) and not holds_between(
                self.model, self.reading, rule, ends,
                looks_unsure(self.model, self.reading, rule, self.sight)):
            ends = [0, len(self.model.levels(self.reading)) - 1]
        elif None not in ends:
            ends.sort()
        return self.act(ends)

    def outlook(self, rule, ends):
        """Whether the reading is open, and whether it may be without a level in spite of its
        range."""
        seen = under(self.model, self.reading, rule)
        is_open = self.is_open(rule) or self.conditions_open
        firm = 'conditions' not in self.reading and (
            rule['by'] == 'cut' or rule.get('over') == 'items')
        unsure = looks_unsure(self.model, self.reading, seen, self.sight) or any(
            self.sight.is_unsure(*node) for one in self.reading.get('conditions', [])
            for node in nodes_in(one['when']))
        gone = self.rules[rule['id']]['reached'] is None and ends[0] is not None
        return {'open': is_open, 'unsure': unsure or gone or is_open and not firm}
