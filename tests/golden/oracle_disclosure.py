"""The oracle's disclosure: what may be shown of a figure of a group."""
# SPDX-License-Identifier: Apache-2.0
# After "Small groups" of doc/scoring.md. A tier is too_few, hidden, rounded or full; 'none' where
# nobody contributes.
from oracle_condition import nodes_in
from oracle_figures import answered
from oracle_rule import looked_at, nodes_of, source_of


def worst(tiers):
    """The strictest of some tiers."""
    return min(tiers, key=('too_few', 'hidden', 'rounded', 'full').index)


def people_level(name, rule, members):
    """(level reached by each person under a rule of a reading, weight)."""
    found = [(member.row['readings'][name]['rules'][rule]['reached'], member.weight)
             for member in members]
    return [(reached, weight) for reached, weight in found if reached is not None]


def people_rule(reading, rule):
    """The rule by which people have the levels that a rule rests on; None: it is over the group."""
    source = source_of(reading, rule)
    if source is not None and rule['by'] != 'weakest':
        return source
    return rule['id'] if rule.get('over') == 'people' else None


class Access:
    """What may be shown of one group: of its measures, items, readings and rules."""

    def __init__(self, model, figures, members, least, planned=lambda kind, name: 'full'):
        self.model, self.figures, self.members = model, figures, members
        self.least = max(model.least_n, least)
        self.spread = max(model.least_n_spread, self.least)
        self.planned = planned  # what is left to it beside all other groups
        self.group = worst([planned('group', None), self.by_size(len(members))])

    def by_size(self, count):
        return 'too_few' if count < self.least else 'full' if count >= self.spread else 'rounded'

    def of_weights(self, weights, planned='full'):
        """The tier of a figure to which people of these weights contribute."""
        if not weights:
            return 'none'
        if self.group in ('too_few', 'hidden'):
            return self.group
        tier = worst([self.group, self.by_size(len(weights)), planned])
        return 'hidden' if tier != 'too_few' and 2 * max(weights) > sum(weights) else tier

    def of_all(self, tiers):
        """The tier of what rests on several figures: the strictest of those with contributors."""
        tiers = [tier for tier in tiers if tier != 'none']
        if self.group == 'hidden':
            return 'hidden'
        return worst([self.group, *tiers]) if tiers else 'none'

    def item(self, name):
        """The tier of an item: of those who answered it."""
        return self.of_weights([weight for _, weight in answered(self.members, name)],
                               self.planned('item', name))

    def measure(self, name):
        """The tier of a measure. Across items it is shown no better than its parts, and than what
        its own conditions look at: one of them would follow from it and the others."""
        measure, figure = self.model.measures[name], self.figures[name]
        if self.group in ('too_few', 'hidden'):
            return self.group
        if figure['n'] == 0:  # (with a score: of what stands in for answers that nobody gave)
            return 'none' if figure['told'] is None else 'too_few'
        if measure.get('across', 'people') == 'people':
            return self.of_weights(figure['weights'], self.planned('measure', name))
        nodes = {('item' if part in self.model.items else 'measure', part)
                 for part, _ in self.model.terms(measure)}.union(
                     *(nodes_in(one['when']) for one in measure.get('withhold', [])))
        tier = self.of_all([self.node(*node) for node in nodes if node != ('measure', name)])
        return self.group if tier == 'none' else tier

    def people(self, name, rule):
        """The tier of the levels that people have by a rule."""
        return self.of_weights([weight for _, weight in people_level(name, rule, self.members)],
                               self.planned('levels', (name, rule)))

    def rule(self, name, rule):
        """The tier of a rule: of the people it rests on by their levels, or of all it looks at.
        Conditions of its reading count where it has contributors of its own."""
        reading = self.model.readings[name]
        source = people_rule(reading, rule)
        if source is not None:
            return self.people(name, source)
        own = [self.node(*node) for node in looked_at(self.model, reading, rule)]
        if self.of_all(own) == 'none':
            return 'none'
        return self.of_all([self.node(*node) for node in nodes_of(self.model, reading, rule)])

    def reading(self, name):
        """The tier of a reading: of its primary rule."""
        reading = self.model.readings[name]
        return self.rule(name, self.model.rule(reading, reading['primary']))

    def node(self, kind, name):
        return getattr(self, kind)(name)
