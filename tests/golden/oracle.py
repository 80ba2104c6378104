"""The oracle: all that is said of one row, worked out slowly, and how it prints."""
# SPDX-License-Identifier: Apache-2.0
# After doc/rules.md and doc/scoring.md alone.
from oracle_condition import Sight, holds
from oracle_ends import Row
from oracle_item import MISSING
from oracle_measure import measures_of
from oracle_numbers import as_json
from oracle_rule import level_by, stated_at

MARKS = ('espoused', 'not_yet_held', 'visiting', 'assumed', 'ipsative', 'capped')
ENDS = ('lowest', 'highest')


def items_seen(model, answers):
    """What conditions see of the items of a row: (value or None, 'there' or why not)."""
    return {name: (None, answers[name]) if isinstance(answers[name], str)
            else (item.value(answers[name]) if item.scored else None, 'there')
            for name, item in model.items.items()}


def at_end(model, answers, measures, end, readings):
    """What rules see at one end of the possible ranges."""
    items = items_seen(model, answers)
    for name, item in model.items.items():
        if answers[name] in MISSING and item.scored:
            items[name] = (item.low if end == 'lowest' else item.high), 'there'
    ended = {}
    for name, result in measures.items():
        state = 'shown' if result[end] is not None else result['state']
        gone = result[end] is None and state == 'shown'
        ended[name] = {**result, 'score': result[end],
                       'state': 'not_estimable' if gone else state}
    return Sight(model, items, ended.__getitem__, readings)


def ends_of_level(model, reading, sight, sights, rules):
    """The possible range of the level by the primary rule, and what may still become of it."""
    rule = model.rule(reading, reading['primary'])
    row = Row(model, reading, sight, [sights[end] for end in ENDS], rules)
    ends, levels = row.ends(rule), model.levels(reading)
    for end, reached in zip(ENDS, ends):
        sights[end].readings[reading['id']] = {**rules[rule['id']], 'reached': reached}
    return {**{end: None if reached is None else stated_at(levels, reached)
               for end, reached in zip(ENDS, ends)}, **row.outlook(rule, ends)}


def readings_of(model, answers, items, measures):
    """Every reading of a row, in the order of the file."""
    readings = {}
    sight = Sight(model, items, measures.__getitem__, readings)
    sights = {end: at_end(model, answers, measures, end, {}) for end in ENDS}
    for name, reading in model.readings.items():
        rules = {rule['id']: level_by(model, reading, rule, sight) for rule in reading['rules']}
        readings[name] = {**rules[reading['primary']], 'rules': rules,
                          **ends_of_level(model, reading, sight, sights, rules),
                          'coverage': measures[reading['of']]['coverage']}
    return readings, sight


def pair_ends(pair):
    """The two measures of a pair: (key, measure), the first to be subtracted from the second."""
    keys = ('said', 'done') if 'said' in pair else ('inside', 'outside')
    return [(key, pair[key]) for key in keys]


def pair_of(pair, measures):
    """A pair: both scores, and the second minus the first."""
    out = {key: measures[name]['score'] for key, name in pair_ends(pair)}
    one, two = out.values()
    return {**out, 'gap': None if one is None or two is None else two - one}


def evaluate(model, answers):
    """Everything that is said of one row."""
    items = items_seen(model, answers)
    measures = measures_of(model, answers, items)
    readings, sight = readings_of(model, answers, items, measures)
    return {'measures': measures, 'readings': readings,
            'pairs': {name: pair_of(pair, measures) for name, pair in model.pairs.items()},
            'flags': {name: holds(when, sight) for name, when in model.flags.items()}}


def marks_in_order(marks):
    return [mark for mark in MARKS if mark in marks]


def level_json(levels, result):
    """A level as the command prints it."""
    def name(place):
        return None if place is None else levels[place]['id']
    out = {'level': name(result['level']), 'state': result['state'],
           'marks': marks_in_order(result['marks'])}
    if 'visiting' in result['marks']:
        out['visits'] = name(result['reached'])
    return out


def measure_json(result):
    """A measure of a row as the command prints it."""
    return {'state': result['state'],
            **{key: as_json(result[key]) for key in ('score', 'coverage', *ENDS)}}


def reading_json(levels, reading):
    """A reading of a row as the command prints it."""
    return {**level_json(levels, reading), 'coverage': as_json(reading['coverage']),
            **{key: None if reading[key] is None else levels[reading[key]]['id'] for key in ENDS},
            'rules': {rule: level_json(levels, one) for rule, one in reading['rules'].items()}}


def row_json(model, place, person):
    """One row as `rung score --rows --person-levels --format json` prints it."""
    result = evaluate(model, person.answers)
    return {'row': place,
            'measures': {name: measure_json(one) for name, one in result['measures'].items()},
            'readings': {name: reading_json(model.levels(model.readings[name]), one)
                         for name, one in result['readings'].items()},
            'flags': result['flags'],
            'pairs': {name: {key: as_json(one) for key, one in pair.items()}
                      for name, pair in result['pairs'].items()}}


def rows_json(model, people):
    return [row_json(model, place, person) for place, person in enumerate(people, 1)]
