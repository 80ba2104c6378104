"""The oracle: findings of groups, worked out from the rows themselves, after doc/scoring.md."""
# SPDX-License-Identifier: Apache-2.0
import csv
import math
from fractions import Fraction

import oracle
from oracle_model import ABSENCES, grid, halves_even

TENTH = Fraction(1, 10)


class Member:
    """A person of positive weight with everything that is said of them."""

    def __init__(self, model, person):
        self.answers, self.weight, self.groups = person.answers, person.weight, person.groups
        self.row = oracle.evaluate(model, person.answers)


def mean(pairs):
    """The weighted mean of (value, weight)."""
    return sum(value * weight for value, weight in pairs) / sum(weight for _, weight in pairs)


def spread(pairs):
    """The standard deviation with divisor n - 1, weighted in the form n / (n - 1)."""
    count = len(pairs)
    if count < 2:
        return None
    middle = mean(pairs)
    return math.sqrt(Fraction(count, count - 1)
                     * mean([((value - middle) ** 2, weight) for value, weight in pairs]))


def item_figure(model, item, weight, measure, members):
    """An item over a group as a term of a measure across items: its mean, or why it has none."""
    if item.unmeasured:
        return oracle.Part(weight, 'unmeasured', covered=Fraction(0))
    there = [(oracle.worth(item, member.answers[item.id], measure), member.weight)
             for member in members if not isinstance(member.answers[item.id], str)]
    if there:
        value = grid(mean(there))
        return oracle.Part(weight, 'there', value, value, value, Fraction(1))
    kinds = {member.answers[item.id] for member in members}
    state = next((kind for kind in ('skipped', 'dont_know', 'invalid') if kind in kinds),
                 'not_applicable' if 'not_applicable' in kinds else 'not_asked')
    return oracle.item_part(item, state, weight, measure)


def leaves(model, name):
    """The items that a measure rests on."""
    if name in model.items:
        return {name}
    return set().union(*(leaves(model, part) for part, _ in model.terms(model.measures[name])))


def covered(item, answer):
    """What an answer brings to coverage: 1, 0, or None where it was not asked for."""
    if item.unmeasured:
        return Fraction(0)
    if isinstance(answer, str):
        return None if answer in oracle.LEAVES else Fraction(0)
    return Fraction(1)


def coverage_of(model, name, members, done):
    """Evidence present over evidence asked for, over all people: of a measure of items, item by
    item; of a measure of measures, the weighted mean of its parts' coverage."""
    parts = []
    nested = any(part in model.measures for part, _ in model.terms(model.measures[name]))
    for part, weight in model.terms(model.measures[name]):
        if part in model.measures:
            own = done[part]['coverage']
            parts += [] if own is None else [(own * weight, weight)]
            continue
        item = model.items[part]
        found = [(covered(item, member.answers[part]), member.weight) for member in members]
        pairs = [(one * by, by) for one, by in found if one is not None]
        if nested:
            own = coverage(pairs)
            parts += [] if own is None else [(own * weight, weight)]
        else:
            parts += [(present * weight, asked * weight) for present, asked in pairs]
    return coverage(parts)


def is_exposed(model, name, members):
    """Whether one silent person might weigh more than half of those asked, so that the coverage of
    a measure, or of an item, would tell who is silent."""
    if name in model.measures:
        return any(is_exposed(model, part, members)
                   for part, _ in model.terms(model.measures[name]))
    asked = [member.weight for member in members
             if covered(model.items[name], member.answers[name]) is not None]
    return bool(asked) and 2 * max(member.weight for member in members) > sum(asked)


def coverage(pairs):
    """Evidence present over evidence asked for, over all people of a group."""
    asked = sum((one for _, one in pairs), Fraction(0))
    return sum(one for one, _ in pairs) / asked if asked else None


def measure_figures(model, members):
    """The measures of a group: score, state, n, sd, coverage, and the people who contribute."""
    done = {}

    def work(name):
        if name in done:
            return done[name]
        measure = model.measures[name]
        own = [(member.row['measures'][name]['score'], member.weight) for member in members
               if member.row['measures'][name]['score'] is not None]
        figure = {'score': mean(own) if own else None, 'sd': spread(own), 'state': 'shown'}
        weights = [weight for _, weight in own]
        if measure.get('across', 'people') == 'items':
            parts = [item_figure(model, model.items[part], weight, measure, members)
                     if part in model.items else oracle.measure_part(work(part), weight)
                     for part, weight in model.terms(measure)]
            figure['score'], figure['sd'] = oracle.combine(measure, parts)['score'], None
            items = leaves(model, name)
            weights = [member.weight for member in members
                       if any(not isinstance(member.answers[item], str) for item in items)]
        figure['n'], figure['weights'] = len(weights), weights
        for part, _ in model.terms(measure):
            if part in model.measures:
                work(part)
        figure['coverage'] = coverage_of(model, name, members, done)
        figure['exposed'] = is_exposed(model, name, members)
        states = {member.row['measures'][name]['state'] for member in members}
        if figure['score'] is None:
            figure['state'] = next((state for state in ('too_little_evidence', 'not_applicable')
                                    if state in states), 'not_collected')
        figure['told'] = figure['score']  # levels and other measures see it on the grid
        figure['score'] = None if figure['score'] is None else grid(figure['score'])
        figure['lowest'] = figure['highest'] = figure['score']
        done[name] = figure
        return figure

    return {name: work(name) for name in model.measures}


def tier(model, least, weights):
    """What may be shown of a figure to which people of these weights contribute."""
    least_n = max(model.least_n, least)
    if len(weights) < least_n:
        return 'too_few'
    if 2 * max(weights) > sum(weights):
        return 'hidden'
    return 'full' if len(weights) >= model.least_n_spread else 'rounded'


def tier_of_group(model, least, members):
    """What may be shown of a group, before its figures are looked at one by one."""
    if len(members) < max(model.least_n, least):
        return 'too_few'
    return 'full' if len(members) >= model.least_n_spread else 'rounded'


def worst(tiers):
    """The strictest of some tiers."""
    return min(tiers, key=('too_few', 'hidden', 'rounded', 'full').index)


def people_level(model, reading, name, rule, members):
    """(levels reached by each person under a rule, weight)."""
    found = [(member.row['readings'][name]['rules'][rule]['reached'], member.weight)
             for member in members]
    return [(reached, weight) for reached, weight in found if reached is not None]


def typical_of(pairs):
    """The weighted median of levels: the lowest at which half of the weight is reached."""
    half, below = sum(weight for _, weight in pairs) / Fraction(2), Fraction(0)
    for reached, weight in sorted(pairs):
        below += weight
        if below >= half:
            return reached
    return None


def group_rule(model, name, rule, history, members):
    """The level of a group by one rule."""
    reading = model.readings[name]
    rules = {one['id']: one for one in reading['rules']}
    if rule['by'] != 'share' and rule.get('over', 'group') == 'people':
        reached = typical_of(people_level(model, reading, name, rule['id'], members))
        state = 'shown' if reached is not None else 'too_little_evidence'
        return oracle.state_level(model, reading, rule, reached, state, set())
    if rule['by'] != 'share' or rule.get('over', 'people') == 'group':
        return oracle.rule_on_scores(model, reading, rule, history)
    source = rule.get('from', reading['primary'])
    pairs = people_level(model, reading, name, rules[source]['id'], members)
    total = sum(weight for _, weight in pairs)
    reached = None
    for place in range(len(model.levels(reading))):
        least = Fraction(rule['least'])
        if pairs and sum(w for level, w in pairs if level >= place) >= least * total:
            reached = place
    state = 'shown' if pairs else history[-1][reading['of']]['state']
    return oracle.state_level(model, reading, rule, reached, state, set())


def rule_tier(model, name, rule, members, least, shown, group):
    """What may be shown of a rule: that of the measures, or of the people, on whom it rests."""
    reading = model.readings[name]
    if rule['by'] == 'weakest' and rule.get('over', 'group') == 'group':
        tiers = [shown[part] for part in rule['of'] if shown[part] != 'none']
        return worst([group, *tiers]) if tiers else 'too_few'
    if rule['by'] != 'share' and rule.get('over', 'group') == 'group':
        return 'too_few' if shown[reading['of']] == 'none' else shown[reading['of']]
    source = rule.get('from', reading['primary']) if rule['by'] == 'share' else rule['id']
    pairs = people_level(model, reading, name, source, members)
    return worst([group, tier(model, least, [weight for _, weight in pairs])])


def reading_figures(model, name, history, members, least, shown, group):
    """A reading of a group."""
    reading = model.readings[name]
    levels = model.levels(reading)
    rules = {}
    for rule in reading['rules']:
        full = rule_tier(model, name, rule, members, least, shown, group) == 'full'
        rules[rule['id']] = group_rule(model, name, rule, history, members) if full else None
    pairs = people_level(model, reading, name, reading['primary'], members)
    spread_shown = worst([group, tier(model, least, [weight for _, weight in pairs])]) == 'full'
    primary = next(rule for rule in reading['rules'] if rule['id'] == reading['primary'])
    least_n = max(model.least_n, least)

    def called(place):
        return None if place is None else levels[place]['id']

    def told(result):
        return {'level': None} if result is None else oracle.level_json(levels, result)
    out = {**told(rules[primary['id']]), 'typical': None, 'peak': None,
           'distribution': {level['id']: None for level in levels},
           'rules': {rule: told(result) for rule, result in rules.items()},
           'coverage': None}
    if rules[primary['id']] and shown[reading['of']] == 'full':  # else the measure withholds it
        out['coverage'] = coverage_json(history[-1][reading['of']])
    stated = {one['level'] for one in rules.values() if one and one['level'] is not None}
    out['rules_agree'] = None if out['level'] is None else len(stated) == 1
    if spread_shown:
        total = sum(weight for _, weight in pairs)
        share = {place: Fraction(sum(w for level, w in pairs if level == place)) / total
                 for place in range(len(levels))}
        typical = typical_of(pairs)
        while not levels[typical].get('anchor', True):
            typical -= 1
        peaks = [place for place, part in share.items() if part >= TENTH
                 and sum(level == place for level, _ in pairs) >= least_n]
        out['distribution'] = {level['id']: oracle.number(share[place])
                               for place, level in enumerate(levels)}
        if rules[primary['id']]:
            out.update(typical=called(typical), peak=called(max(peaks, default=None)))
    return out


def item_figures(item, members, least, model, group):
    """An item over a group: its answers, in full or not at all."""
    if not item.scored:
        return {'score': None, 'favourable': None, 'neutral': None, 'unfavourable': None}
    there = [(member.answers[item.id], member.weight) for member in members
             if not isinstance(member.answers[item.id], str)]
    kinds = {kind: sum(member.answers[item.id] == kind for member in members)
             for kind in ABSENCES}
    if worst([group, tier(model, least, [weight for _, weight in there])]) != 'full':
        return {'score': None, 'favourable': None, 'neutral': None, 'unfavourable': None}
    total = sum(weight for _, weight in there)
    rated = {'favourable': item.favourable, 'neutral': item.neutral,
             'unfavourable': set(item.value) - item.favourable - item.neutral}
    asked = [member.weight for member in members
             if member.answers[item.id] not in oracle.LEAVES]
    return {'state': 'shown', 'n': len(there),
            'score': oracle.number(mean([(item.value[code], w) for code, w in there])),
            'coverage': None if is_exposed(model, item.id, members)
            else oracle.number(total / sum(asked)), 'absent': kinds,
            **{key: oracle.number(Fraction(sum(w for code, w in there if code in codes)) / total)
               if item.rated else None for key, codes in rated.items()}}


def measure_json(figure, shown, group):
    """A measure as it is shown under a tier, in a group of a tier."""
    state = figure['state']
    if group != 'full' and state == 'too_little_evidence':
        state = 'too_few'
    if shown == 'too_few':
        return {'score': None, 'state': shown, 'n': None, 'sd': None, 'coverage': None}
    if shown == 'hidden':
        return {'score': None, 'state': shown, 'sd': None}
    if shown == 'none':
        return {'score': None, 'state': state, 'sd': None}
    if shown == 'rounded':  # the mean and nothing else, not even why there is none
        state = 'too_few' if figure['told'] is None else state
        score = None if figure['told'] is None else halves_even(figure['told'], TENTH)
        return {'score': oracle.number(score), 'state': state, 'sd': None, 'coverage': None,
                'n': None if state == 'too_few' else figure['n']}
    return {'score': oracle.number(figure['told']), 'state': figure['state'], 'n': figure['n'],
            'sd': figure['sd'], 'coverage': coverage_json(figure)}


def coverage_json(figure):
    """A measure's coverage, where it tells of nobody."""
    return None if figure['exposed'] else oracle.number(figure['coverage'])


def shown_of(model, name, figures, members, group, least):
    """The tier of a measure in a group of a tier; 'none' where nobody contributes. A measure across
    items is shown no better than its parts: one of them would follow from it and the others."""
    measure, figure = model.measures[name], figures[name]
    if group == 'too_few':
        return group
    if figure['n'] == 0:
        return 'none'
    if measure.get('across', 'people') == 'people':
        return worst([group, tier(model, least, figure['weights'])])
    tiers = []
    for part, _ in model.terms(measure):
        if part in model.measures:
            tiers.append(shown_of(model, part, figures, members, group, least))
            continue
        weights = [member.weight for member in members
                   if not isinstance(member.answers[part], str)]
        tiers.append(tier(model, least, weights) if weights else 'none')
    return worst([group, *(one for one in tiers if one != 'none')])


def pair_figures(pair, figures, shown):
    """What is said and done, each by those scored on it: a second variant of the group, of those
    scored on both, would tell of single people."""
    of = [pair['said'], pair['done']]
    if any(figures[name]['score'] is None for name in of):
        return {'gap': None}
    access = worst([shown[name] for name in of])
    said, done = (figures[name]['told'] for name in of)
    if access in ('too_few', 'hidden'):
        return {'said': None, 'done': None, 'gap': None}
    if access == 'rounded':
        said, done = (halves_even(one, TENTH) for one in (said, done))
    return {'state': 'shown', 'n': min(figures[name]['n'] for name in of),
            'said': oracle.number(said), 'done': oracle.number(done),
            'gap': oracle.number(done - said)}


def withheld(model, figures, members, least):
    """An earlier wave as thresholds see it: what was not shown in full then is no figure."""
    group = tier_of_group(model, least, members)
    return {name: figure if shown_of(model, name, figures, members, group, least) == 'full'
            else {**figure, 'score': None} for name, figure in figures.items()}


def group_json(model, by, waves, least, invited=None):
    """The findings of one group: its people in the last wave, thresholds over all waves."""
    history = [withheld(model, measure_figures(model, members), members, least)
               for members in waves[:-1]] + [measure_figures(model, waves[-1])]
    figures, members = history[-1], waves[-1]
    group = tier_of_group(model, least, members)
    shown = {name: shown_of(model, name, figures, members, group, least) for name in figures}
    readings = {name: reading_figures(model, name, history, members, least, shown, group)
                for name in model.readings}
    seen = {name: figure if shown[name] == 'full' else {'score': None}
            for name, figure in figures.items()}
    places = {}
    for name, reading in readings.items():
        names = [level['id'] for level in model.levels(model.readings[name])]
        level = reading.get('visits', reading['level'])
        places[name] = {'reached': None if level is None else names.index(level)}
    return {'by': by, 'n': None if group == 'too_few' else len(members),
            'state': 'too_few' if group == 'too_few' else 'shown',
            'invited': invited if group == 'full' else None,
            'measures': {name: measure_json(figure, shown[name], group)
                         for name, figure in figures.items()},
            'readings': readings,
            'items': {item.id: item_figures(item, members, least, model, group)
                      for item in model.items.values()},
            'flags': {name: {'raised': raised}
                      for name, raised in oracle.flags_of(model, seen, places).items()},
            'pairs': {name: pair_figures(pair, figures, shown)
                      for name, pair in model.pairs.items()}}


def read_units(path):
    """The tree: unit -> (parent or '', invited or None)."""
    with open(path, encoding='utf-8', newline='') as file:
        return {record['unit']: (record['parent'], int(record['invited'])
                                 if record.get('invited') else None)
                for record in csv.DictReader(file)}


def tree_order(units, parent=''):
    """The units from the top down, those of one parent in the order of their bytes."""
    for unit in sorted((one for one, (above, _) in units.items() if above == parent),
                       key=str.encode):
        yield unit
        yield from tree_order(units, unit)


def below(units, unit):
    """A unit and all units under it."""
    return {unit}.union(*(below(units, child) for child, (parent, _) in units.items()
                          if parent == unit))


def groups_json(model, waves, cuts=(), unit=None, units=None, least=0):
    """All groups: the total, each cut in byte order of its values, then the units of the tree.

    `waves` are lists of people, the oldest first, and the last one has the groups; `cuts` are
    tuples of columns.
    """
    waves = [[Member(model, person) for person in people if person.weight > 0]
             for people in waves]
    out = [group_json(model, {}, waves, least)]
    for cut in cuts:
        keys = {tuple(member.groups[column] or None for column in cut) for member in waves[-1]}
        for key in sorted(keys, key=lambda key: [(one is not None, (one or '').encode())
                                                 for one in key]):
            chosen = [[member for member in members
                       if tuple(member.groups[column] or None for column in cut) == key]
                      for members in waves]
            out.append(group_json(model, dict(zip(cut, key)), chosen, least))
    for name in tree_order(units or {}):
        inside = below(units, name)
        chosen = [[member for member in members if member.groups[unit] in inside]
                  for members in waves]
        asked = [units[one][1] for one in inside]
        out.append(group_json(model, {unit: name}, chosen, least,
                              None if None in asked else sum(asked)))
    return out
