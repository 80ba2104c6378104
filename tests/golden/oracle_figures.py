"""The oracle's figures of groups, before anything is withheld."""
# SPDX-License-Identifier: Apache-2.0
# After "Groups" of doc/rules.md and doc/scoring.md: means of people, items joined over the group,
# coverage, what rules see.
import math
from fractions import Fraction

import oracle
from oracle_condition import Sight
from oracle_item import MISSING
from oracle_measure import (Term, combine, covered, excused, measure_term, share_of,
                            withhold)
from oracle_join import stretched, vote, worth
from oracle_numbers import grid, mean
from oracle_range import stand_in

STATES = ('too_little_evidence', 'not_estimable', 'not_applicable')  # of a group, the first found


class Member:
    """A person of positive weight with everything that is said of them."""

    def __init__(self, model, person):
        self.answers, self.weight, self.groups = person.answers, person.weight, person.groups
        self.row = oracle.evaluate(model, person.answers)


def answered(members, name):
    """(answer, weight) of those who answered an item."""
    return [(member.answers[name], member.weight) for member in members
            if not isinstance(member.answers[name], str)]


def absent_state(members, name):
    """Why nobody answered an item."""
    kinds = {member.answers[name] for member in members}
    return next((kind for kind in (*MISSING, 'not_applicable') if kind in kinds), 'not_asked')


def spread(pairs):
    """The standard deviation with divisor n - 1, weighted in the form n / (n - 1)."""
    count = len(pairs)
    if count < 2:
        return None
    middle = mean(pairs)
    return math.sqrt(Fraction(count, count - 1)
                     * mean([((value - middle) ** 2, weight) for value, weight in pairs]))


def values_over(model, measure, name, members):
    """(value, weight) of an item under a measure: of those who answered, and of the rows in which
    something stands in. Numbers are met by their mean over the group, rounded."""
    item = model.items[name]
    there = answered(members, name)
    if there and not item.raw:
        middle = grid(mean([(item.value(code), weight) for code, weight in there]))
        out = [(stretched(item, middle, measure), sum(weight for _, weight in there))]
    else:
        out = [(worth(item, code, measure), weight) for code, weight in there]
    stands = [(stand_in(model, measure, name, member.answers[name]), member.weight)
              for member in members if isinstance(member.answers[name], str)]
    return out + [(value, weight) for value, weight in stands if value is not None]


def votes_over(model, measure, name, members):
    """The mean number of votes of an item, and that of tagged votes."""
    item = model.items[name]
    votes = [(vote(item, code, item.value(code), measure), weight)
             for code, weight in answered(members, name)]
    return tuple(grid(mean([(one[which], weight) for one, weight in votes])) for which in (0, 1))


def group_term(model, measure, part, weight, members):
    """An item over a group as a term of a measure across items."""
    there = bool(answered(members, part))
    term = Term(model, measure, part, weight, 'there' if there else absent_state(members, part))
    if measure['by'] == 'votes':
        term.value = votes_over(model, measure, part, members) if there else None
        return term
    values = values_over(model, measure, part, members)
    term.value = grid(mean(values)) if values else None
    return term


def leaves(model, name):
    """The items that a measure rests on."""
    if name in model.items:
        return {name}
    return set().union(*(leaves(model, part) for part, _ in model.parts(model.measures[name])))


def share_over(model, name, members, done, key):
    """Coverage, or what is excused, over all people: of a measure of items, item by item; of a
    measure of measures, the weighted mean of its parts'."""
    measure, parts = model.measures[name], []
    listed = model.parts(measure) if key == 'coverage' else model.terms(measure)
    nested = any(part in model.measures for part, _ in listed)
    for part, weight in listed:
        if part in model.measures:
            parts.append((done[part][key], weight))
            continue
        of = ((lambda answer, item=model.items[part]: covered(item, answer))
              if key == 'coverage' else excused)
        found = [(of(member.answers[part]), member.weight) for member in members]
        found = [(value, share) for value, share in found if value is not None]
        parts += ([(share_of(found), weight)] if nested
                  else [(value, share * weight) for value, share in found])
    return share_of(parts)


def is_exposed(model, name, members):
    """Whether one silent person might weigh more than half of those asked, so that the coverage of
    a measure, or of an item, would tell who is silent."""
    if name in model.measures:
        return any(is_exposed(model, part, members)
                   for part, _ in model.parts(model.measures[name]))
    asked = [member.weight for member in members
             if covered(model.items[name], member.answers[name]) is not None]
    return bool(asked) and 2 * max(member.weight for member in members) > sum(asked)


def people_figure(name, members):
    """A measure across people: the mean of the rows' scores."""
    own = [(member.row['measures'][name]['score'], member.weight) for member in members
           if member.row['measures'][name]['score'] is not None]
    return {'score': mean(own) if own else None, 'sd': spread(own), 'state': 'shown',
            'weights': [weight for _, weight in own]}


def items_figure(model, name, members, work, items):
    """A measure across items: the items' means over the group, joined once."""
    measure = model.measures[name]
    terms = [group_term(model, measure, part, weight, members) if part in model.items
             else measure_term(model, measure, part, weight, work(part))
             for part, weight in model.terms(measure)]
    own = {**combine(model, name, terms), **shares_over(model, name, members, work)}

    def seen(other):
        return told(own if other == name else work(other))
    result = withhold(measure, Sight(model, items, seen, {}), own)
    on = leaves(model, name)
    return {'score': result['score'], 'sd': None, 'state': result['state'],
            'weights': [member.weight for member in members
                        if any(not isinstance(member.answers[item], str) for item in on)]}


class Parts(dict):
    """The figures of measures, worked out when they are asked for."""

    def __init__(self, work):
        super().__init__()
        self.work = work

    def __missing__(self, name):
        return self.work(name)


def shares_over(model, name, members, work):
    """Coverage, what is excused, and whether they would tell of one person."""
    exposed = is_exposed(model, name, members)
    return {**{key: share_over(model, name, members, Parts(work), key)
               for key in ('coverage', 'excused')}, 'exposed': exposed}


def state_without_score(name, members):
    """Why a group has no score across people: as its rows say."""
    states = {member.row['measures'][name]['state'] for member in members}
    return next((state for state in STATES if state in states), 'not_collected')


def figure_of(model, name, members, work, items):
    """One measure of a group: score, state, n, sd, coverage, and those who contribute."""
    across = model.measures[name].get('across', 'people')
    if across == 'none':
        figure = {'score': None, 'sd': None, 'state': 'not_applicable', 'weights': []}
    elif across == 'items':
        figure = items_figure(model, name, members, work, items)
    else:
        figure = people_figure(name, members)
    if figure['score'] is None and across == 'people':
        figure['state'] = state_without_score(name, members)
    figure.update(shares_over(model, name, members, work))
    figure['n'], figure['told'] = len(figure['weights']), figure['score']
    figure['never'] = across == 'none'
    figure['score'] = None if figure['told'] is None else grid(figure['told'])  # as rules see it
    figure['lowest'] = figure['highest'] = figure['score']
    return figure


def items_over(model, members):
    """What conditions see of the items of a group: (mean or None, 'there' or why not)."""
    out = {}
    for name, item in model.items.items():
        there = answered(members, name)
        value = grid(mean([(item.value(code), weight) for code, weight in there])) \
            if there and item.scored else None
        out[name] = value, 'there' if there else absent_state(members, name)
    return out


def measure_figures(model, members):
    """The measures of a group."""
    done, items = {}, items_over(model, members)

    def work(name):
        if name not in done:
            done[name] = figure_of(model, name, members, work, items)
        return done[name]

    return {name: work(name) for name in model.measures}


def told(figure):
    """A measure as conditions see it: without coverage where that would tell of one person."""
    return {**figure, **{key: None if figure['exposed'] or figure[key] is None
                         else grid(figure[key]) for key in ('coverage', 'excused')}}
