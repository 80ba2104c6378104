"""The oracle's rules: the level of a row, or of a group, by each; section 3 of doc/rules.md."""
# SPDX-License-Identifier: Apache-2.0
from fractions import Fraction

from oracle_condition import NOT_SAID, holds, nodes_in, unseen
from oracle_item import MISSING
from oracle_numbers import grid, rounded
from oracle_transform import holds as in_band


class Found:
    """The place of a level, 0 for the lowest, or None; the state and the marks beside it."""

    def __init__(self, reached, state='shown', marks=()):
        self.reached, self.state, self.marks = reached, state, frozenset(marks)


def passed(step, scores):
    """How a step stands after waves of scores: 'yes', 'new' (not yet held), 'between', or 'no'."""
    if 'cut' in step:
        return 'yes' if scores[-1] >= grid(step['cut']) else 'no'
    up, down = grid(step['up']), grid(step['down'])
    held, running, state = False, 0, 'no'
    for score in scores:
        if score is None:  # breaks the run; what is held stays held
            running = 0
        elif score >= up:
            running += 1
            held = held or running >= step.get('waves', 1)
            state = 'yes' if held else 'new'
        elif score >= down:
            running, state = 0, 'yes' if held else 'between'
        else:
            held, running, state = False, 0, 'no'
    return state


def by_steps(rule, places, scores):
    """Cut: the highest step reached, one after the other."""
    reached, marks = 0, set()
    for step in rule['at']:
        stands = passed(step, scores)
        if stands in ('no', 'between'):
            return Found(reached, 'on_threshold' if stands == 'between' else 'shown', marks)
        reached = places[step['to']]
        marks |= {'not_yet_held'} if stands == 'new' else set()
    return Found(reached, 'shown', marks)


def by_score(model, reading, rule, scores):
    """The level of a measure by cut or bands, from its scores in all waves."""
    places = places_of(model, reading)
    if 'round' in rule:
        scores = [None if score is None else rounded(rule['round'], score) for score in scores]
    if rule['by'] == 'cut':
        return by_steps(rule, places, scores)
    for band in rule['bands']:
        if in_band(band, rule.get('closed', 'low'), scores[-1]):
            return Found(places[band['level']])
    return Found(None, 'not_estimable')


def places_of(model, reading):
    """Level id -> place."""
    return {name: place for place, name in enumerate(model.level_ids(reading))}


def by_measure(model, reading, rule, sight):
    """Cut and bands: the reading's measure against the ladder."""
    result = sight.measure(reading['of'])
    if result['score'] is None:
        return Found(None, result['state'])
    return by_score(model, reading, rule, sight.waves(reading['of']))


def weakest(model, reading, rule, sight):
    """The lowest level of the links; what does not apply is no link, and a link that is not
    critical may lag."""
    scale = model.rule(reading, rule['from'])
    links = [name for name in rule['of'] if sight.measure(name)['state'] != 'not_applicable']
    if not links:
        return Found(None, 'not_applicable')
    if any(sight.measure(name)['score'] is None for name in links):
        states = {sight.measure(name)['state'] for name in links}
        return Found(None, states.pop() if len(states) == 1 else 'too_little_evidence')
    found = {name: by_score(model, reading, scale, sight.waves(name)) for name in links}
    if any(one.reached is None for one in found.values()):
        return Found(None, 'not_estimable')
    highest = len(model.levels(reading)) - 1
    given = {name: one.reached if name in rule.get('critical', rule['of'])
             else min(one.reached + rule.get('lag', 1), highest) for name, one in found.items()}
    lowest = min(given.values())
    at_it = [found[name] for name in links if given[name] == lowest]
    state = 'on_threshold' if all(one.state == 'on_threshold' for one in at_it) else 'shown'
    return Found(lowest, state, frozenset().union(*(one.marks for one in at_it)))


def look(model, name, sight):
    """An item or a measure of a gate: (value or None, state)."""
    return sight.look({'item' if name in model.items else 'measure': name})


def tested(rule, test, name, model, sight):
    """Whether an item or a measure meets a test: True, False, or the state of what is not there."""
    value, state = look(model, name, sight)
    if value is None:
        return state
    if 'at_least' in rule[test]:
        return value >= grid(rule[test]['at_least'])
    return value > grid(rule[test]['above'])


def needed(condition, sight):
    """Whether a condition holds: True, False, or the state of what cannot be seen."""
    truth = holds(condition, sight)
    if truth is not None:
        return truth
    states = unseen(condition, sight)
    other = [state for state in states if state not in NOT_SAID]
    if other:
        return other[0]
    return 'not_applicable' if 'not_applicable' in states else 'not_collected'


def settled(rule, outcome):
    """A requirement after the rule's `missing`: True, False, None (left out) or 'withhold'."""
    if isinstance(outcome, bool):
        return outcome
    if outcome in NOT_SAID:
        return None
    return {'fail': False, 'skip': None, 'withhold': 'withhold'}[rule.get('missing', 'fail')]


def gate_level(model, rule, place, sight):
    """One level of a gate: (what is said of its own requirements, of those of lower levels), what
    is left out being left out already; and the states of what was not there."""
    level = rule['levels'][place]
    own = [tested(rule, 'own', name, model, sight) for name in level.get('own', [])]
    own += [needed(condition, sight) for condition in level.get('needs', [])]
    lower = [] if 'lower' not in rule else [
        tested(rule, 'lower', name, model, sight)
        for below in rule['levels'][:place] for name in below.get('own', [])]
    states = [outcome for outcome in own if not isinstance(outcome, bool)]
    return [[one for one in (settled(rule, outcome) for outcome in part) if one is not None]
            for part in (own, lower)], states


def gate_passes(rule, level, own, lower):
    """Whether a level is reached where those below are: True, False, or None: it cannot be said."""
    if not own and level.get('empty', rule['empty']) == 'fail':
        return False
    if False in own + lower:
        return False
    return None if 'withhold' in own + lower else True


def gate(model, reading, rule, sight):
    """The highest level up to which every level's requirements are met."""
    found = [gate_level(model, rule, place, sight) for place in range(len(rule['levels']))]
    if not any(own for (own, _), _ in found):
        states = [state for _, some in found for state in some]
        missing = any(state not in NOT_SAID for state in states)
        return Found(None, 'too_little_evidence' if missing else
                     'not_applicable' if 'not_applicable' in states else 'not_collected')
    reached = 0
    for level, ((own, lower), _) in zip(rule['levels'], found):
        passes = gate_passes(rule, level, own, lower)
        if passes is None:
            return Found(None, 'too_little_evidence')
        if not passes:
            break
        reached = places_of(model, reading)[level['to']]
    return Found(reached)


def asked_for(model, reading, rule):
    """(place, share) of the levels that a share or an ogive may give, rising."""
    if rule['by'] == 'share':
        return [(place, grid(rule['least'])) for place in range(len(model.levels(reading)))]
    places = places_of(model, reading)
    return [(places[step['to']], grid(step['least'])) for step in rule['at']]


def highest_reached(model, reading, rule, pairs):
    """The highest level that its share of (place, weight) reaches; if none, the lowest."""
    everything = sum(weight for _, weight in pairs)
    reached = 0
    for place, least in asked_for(model, reading, rule):
        above = sum(weight for one, weight in pairs if one >= place)
        if everything and grid(above / everything) >= least:
            reached = place
    return reached


def items_of(rule):
    """The items of a share or an ogive over items, with their weights."""
    return [(part, Fraction(1)) if isinstance(part, str)
            else (part['id'], Fraction(part['weight'])) for part in rule['of']]


def state_of_items(states):
    """The state of items of which none is there: that of a measure of them."""
    if any(state in MISSING for state in states):
        return 'too_little_evidence'
    return 'not_applicable' if 'not_applicable' in states else 'not_collected'


def over_items(model, reading, rule, sight):
    """Share and ogive over items, of all their answers: a value is a place, from 1."""
    pairs = [(value - 1, weight * share) for name, weight in items_of(rule)
             for value, share in sight.values(name)]
    if not pairs:
        return Found(None, state_of_items([sight.items[name][1] for name, _ in items_of(rule)]))
    return Found(highest_reached(model, reading, rule, pairs))


def over_people(model, reading, rule, sight):
    """Share, ogive and mode over people, of a single row: as of a group of one."""
    source = source_of(reading, rule)
    got = level_by(model, reading, model.rule(reading, source), sight)
    if got['reached'] is None:
        return Found(None, got['state'])
    if rule['by'] == 'mode':
        return Found(got['reached'])
    return Found(highest_reached(model, reading, rule, [(got['reached'], Fraction(1))]))


def chosen(rule, votes):
    """The place with most votes, of place -> votes."""
    most = [place for place, count in votes.items() if count == max(votes.values())]
    if len(most) > 1 and rule['ties'] == 'withhold':
        return Found(None, 'not_estimable')
    return Found(max(most) if rule['ties'] == 'highest' else min(most))


def mode(model, reading, rule, sight):
    """The level whose measure is greatest."""
    if 'from' in rule:
        return over_people(model, reading, rule, sight)
    places = places_of(model, reading)
    scores = {places[one['level']]: sight.measure(one['measure'])['score'] for one in rule['of']}
    votes = {place: score for place, score in scores.items() if score is not None}
    if not votes:
        return Found(None, sight.measure(rule['of'][0]['measure'])['state'])
    return chosen(rule, votes)


def first(model, reading, rule, sight):
    """The level of the first case that is true."""
    places = places_of(model, reading)
    for case in rule['cases']:
        truth = holds(case['when'], sight)
        if truth is None:
            return Found(None, 'too_little_evidence')
        if truth:
            return Found(places[case['level']])
    if 'otherwise' in rule:
        return Found(places[rule['otherwise']])
    return Found(None, 'not_estimable')


def share(model, reading, rule, sight):
    over = over_items if rule.get('over') == 'items' else over_people
    return over(model, reading, rule, sight)


RULES = {'cut': by_measure, 'bands': by_measure, 'weakest': weakest, 'gate': gate, 'share': share,
         'ogive': share, 'mode': mode, 'first': first}


def source_of(reading, rule):
    """The rule that another rests on, if it rests on any."""
    people = rule['by'] in ('share', 'ogive') and rule.get('over') != 'items'
    return rule.get('from', reading['primary'] if people else None)


def looked_at(model, reading, rule):
    """What a rule looks at itself: ('item', 'measure' or 'reading', id)."""
    if rule['by'] in ('cut', 'bands'):
        return {('measure', reading['of'])}
    if rule['by'] == 'weakest':
        return {('measure', name) for name in rule['of']}
    if rule['by'] == 'mode':
        return {('measure', one['measure']) for one in rule.get('of', [])}
    if rule['by'] == 'first':
        return set().union(*(nodes_in(case['when']) for case in rule['cases']))
    if rule['by'] == 'gate':
        return set().union(*({('item' if name in model.items else 'measure', name)
                              for name in level.get('own', [])}.union(
            *map(nodes_in, level.get('needs', []))) for level in rule['levels']))
    return {('item', name) for name, _ in items_of(rule)} if rule.get('over') == 'items' else set()


def nodes_of(model, reading, rule):
    """What a rule looks at, the conditions of its reading included."""
    return looked_at(model, reading, rule).union(
        *(nodes_in(one['when']) for one in reading.get('conditions', [])))


def is_ipsative(model, kind, name):
    """Whether an item, a measure or a reading rests on a block."""
    def work():
        if kind == 'item':
            return any(name in block['of'] for block in model.blocks)
        if kind == 'reading':
            reading = model.readings[name]
            return rests_on_block(model, reading, model.rule(reading, reading['primary']))
        measure = model.measures[name]
        return any(is_ipsative(model, 'item' if part in model.items else 'measure', part)
                   for part, _ in model.terms(measure))
    return model.once(('ipsative', kind, name), work)


def rests_on_block(model, reading, rule):
    """Whether a rule rests on a block, by what it looks at itself or by the rule under it."""
    if any(is_ipsative(model, *node) for node in looked_at(model, reading, rule)):
        return True
    source = source_of(reading, rule) if rule['by'] != 'weakest' else None
    return source is not None and rests_on_block(model, reading, model.rule(reading, source))


def is_assumed(model, reading, rule):
    """Whether a level rests on numbers of the author's choice: the rule's, or those under it."""
    source = source_of(reading, rule)
    return model.assumed(rule) or source is not None and is_assumed(
        model, reading, model.rule(reading, source))


def after_conditions(model, reading, found, conditions):
    """A level after the conditions that act on it, one after the other."""
    places = places_of(model, reading)
    for one in conditions:
        if found.reached is None:
            break
        if 'cap' in one and found.reached > places[one['cap']]:
            found = Found(places[one['cap']], found.state, found.marks | {'capped'})
        elif 'espoused' in one and found.reached >= places[one['espoused']]:
            found = Found(found.reached, found.state, found.marks | {'espoused'})
        elif 'withhold' in one:
            found = Found(None, 'not_estimable')
    return found


def stated_at(levels, level):
    """The highest anchor up to a level."""
    while not levels[level].get('anchor', True):
        level -= 1
    return level


def stated(model, reading, rule, found):
    """A level as it may be stated: anchors, assumed numbers, what rests on a block."""
    levels, marks = model.levels(reading), set(found.marks)
    if is_assumed(model, reading, rule):
        marks.add('assumed')
    if rests_on_block(model, reading, rule):
        marks.add('ipsative')
    level = None if found.reached is None else stated_at(levels, found.reached)
    if level != found.reached:
        marks.add('visiting')
    return {'level': level, 'state': found.state, 'marks': marks, 'reached': found.reached}


def gives_rows_no_level(model, reading, rule):
    """Whether a rule over the group rests on a block: what is ipsative gives a row a level by its
    mode only, and nothing but such a mode can be under a rule over people."""
    over_group = rule['by'] == 'weakest' or source_of(reading, rule) is None
    return rule['by'] != 'mode' and over_group and rests_on_block(model, reading, rule)


def level_by(model, reading, rule, sight):
    """The level of a row by a rule, or of a group by a rule over it, after the conditions of the
    reading that act."""
    if sight.is_row and gives_rows_no_level(model, reading, rule):
        return stated(model, reading, rule, Found(None, 'not_estimable'))
    found = RULES[rule['by']](model, reading, rule, sight)
    return stated(model, reading, rule,
                  after_conditions(model, reading, found, sight.conditions(reading)))
