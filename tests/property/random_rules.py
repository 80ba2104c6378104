"""Random readings of small models: every rule, and conditions that act on levels."""
# SPDX-License-Identifier: Apache-2.0
from fractions import Fraction

from oracle_range import extremes
from oracle_rule import rests_on_block
from random_items import text
from random_measures import SHARES, WEIGHTS, Seen, condition, step

PEOPLE = ('share', 'ogive')  # over people, by a rule that gives each of them a level
GIVES_LEVELS = ('cut', 'bands', 'weakest', 'gate', 'first', 'mode')


class Source:
    """What the rules of one reading may look at."""

    def __init__(self, draw, model, name, of, levels, items):
        self.draw, self.model, self.name, self.of, self.levels = draw, model, name, of, levels
        self.seen = Seen(model, list(model.measures), list(model.readings))
        self.low, self.high = extremes(model, of)
        self.on_ladder = [one['id'] for one in items if one.get('scale') == 'level'
                          and not {'curve', 'ratio', 'clip', 'recode'} & set(one)
                          and not one.get('reverse')]

    def rising(self):
        """Some levels above the lowest, rising."""
        return [level for level in self.levels[1:] if self.draw.chance(0.85)] or self.levels[1:2]


def steps(draw, source):
    """Rising cuts, some of them thresholds."""
    low, high = Fraction(source.low), Fraction(source.high)
    at, floor = [], low
    chosen = source.rising()
    for place, level in enumerate(chosen):
        ceiling = low + (high - low) * Fraction(place + 1, len(chosen))
        draws = [floor + (ceiling - floor) * draw.randint(1, 99) / 100 for _ in range(2)]
        lower, upper = sorted(round(float(one), 2) for one in draws)
        if lower <= floor or upper > ceiling:
            lower, upper = float(floor) + 0.01, float(floor) + 0.02
        lower, upper = round(lower, 3), round(upper, 3)
        at.append({'to': level, 'cut': upper} if draw.chance(0.7) else
                  {'to': level, 'up': upper, 'down': lower, 'waves': draw.randint(1, 3)})
        floor = max(ceiling, Fraction(str(upper)))
    return at


def rounding(draw):
    return {'round': step(draw)} if draw.whole(0.3) else {}


def cut(draw, source):
    return {'by': 'cut', 'at': steps(draw, source), **rounding(draw)}


def bands(draw, source):
    """Bands with or without a hole, in rising order."""
    ends = sorted({round(draw.between(source.low, source.high), 3) for _ in source.levels})
    out = []
    for level, lower, upper in zip(source.levels, [None, *ends], [*ends, None]):
        band = {'level': level}
        if lower is not None:
            band['from'] = lower
        if upper is not None:
            band['to'] = upper
        if 'from' in band and 'to' in band and draw.chance(0.15) and len(out) > 1:
            continue
        out.append(band)
    return {'by': 'bands', 'bands': out, 'closed': draw.choice(('low', 'high')), **rounding(draw)}


def weakest(draw, source, first):
    names = list(source.model.measures)
    made = {'by': 'weakest', 'from': draw.choice(first),
            'of': draw.sample(names, draw.randint(2, min(3, len(names))))}
    if draw.whole(0.5):
        made['critical'] = draw.some(made['of'], 2)
        if draw.chance(0.5):
            made['lag'] = draw.randint(1, 2)
    return made


def gate_test(draw, low, high):
    return {draw.choice(('at_least', 'above')): draw.between(low, high)}


def gate(draw, source):
    """Levels with items and measures of their own, with needs, or empty."""
    pool = source.seen.items + source.seen.measures
    draw.random.shuffle(pool)
    levels = []
    for name in source.rising():
        level = {'to': name}
        if draw.chance(0.7):
            level['own'] = [pool.pop() for _ in range(min(draw.randint(0, 3), len(pool)))]
        if draw.chance(0.4):
            level['needs'] = [condition(draw, source.seen, 1) for _ in range(draw.randint(1, 2))]
        if draw.chance(0.2):
            level['empty'] = draw.choice(('pass', 'fail'))
        levels.append(level)
    made = {'by': 'gate', 'levels': levels, 'empty': draw.choice(('pass', 'fail'))}
    if any(level.get('own') for level in levels) or draw.chance(0.1):
        made['own'] = gate_test(draw, 0, 4)
    if draw.chance(0.4):
        made['lower'] = gate_test(draw, 0, 6)
    if draw.chance(0.7):
        made['missing'] = draw.choice(('fail', 'skip', 'withhold'))
    return made


def first(draw, source):
    made = {'by': 'first', 'cases': [
        {'when': condition(draw, source.seen, 1), 'level': draw.choice(source.levels)}
        for _ in range(draw.randint(1, 4))]}
    return {**made, **({'otherwise': draw.choice(source.levels)} if draw.chance(0.6) else {})}


def ties(draw):
    return draw.choice(('lowest', 'highest', 'withhold'))


def mode(draw, source):
    """One measure a level; only what has scores may have votes."""
    count = min(len(source.levels), len(source.model.measures))
    levels = sorted(draw.sample(source.levels, count), key=source.levels.index)
    return {'by': 'mode', 'ties': ties(draw), 'of': [
        {'level': level, 'measure': measure} for level, measure in zip(
            levels, draw.sample(list(source.model.measures), count))]}


def least(draw, source, made):
    """What a share or an ogive asks for."""
    if made['by'] == 'share':
        return {'least': draw.choice((0.1, *SHARES))}
    return {'at': [{'to': level, 'least': draw.choice((0.1, 0.25, *SHARES))}
                   for level in source.rising()]}


def over_items(draw, source):
    made = {'by': draw.choice(PEOPLE), 'over': 'items', 'of': [
        name if draw.chance(0.6) else {'id': name, 'weight': draw.choice(WEIGHTS)}
        for name in draw.some(source.on_ladder, 4)]}
    return {**made, **least(draw, source, made)}


def over_people(draw, source, under):
    """A rule that rests on the levels that another gives to people."""
    if draw.whole(0.3):
        return {'by': 'mode', 'over': 'people', 'from': under, 'ties': ties(draw)}
    made = {'by': 'ogive' if draw.whole(0.5) else 'share', 'from': under}
    if draw.chance(0.5):
        made['over'] = 'people'
    return {**made, **least(draw, source, made)}


def rules_of(draw, source):
    """Some rules over the group."""
    made = [{'id': 'centre', **cut(draw, source)}]
    if draw.chance(0.5):
        made.append({'id': 'bands', **bands(draw, source)})
    if len(source.model.measures) > 1 and draw.chance(0.5):
        scales = [rule['id'] for rule in made]
        made.append({'id': 'weakest', **weakest(draw, source, scales)})
    if draw.whole(0.4):
        made.append({'id': 'gate', **gate(draw, source)})
    if draw.whole(0.3):
        made.append({'id': 'first', **first(draw, source)})
    if len(source.model.measures) > 1 and draw.whole(0.3):
        made.append({'id': 'mode', **mode(draw, source)})
    if source.on_ladder and draw.whole(0.4):
        made.append({'id': 'items', **over_items(draw, source)})
    return made


def conditions(draw, source):
    """Conditions that cap, withhold or mark levels."""
    kinds = ({'cap': draw.choice(source.levels)}, {'cap': draw.choice(source.levels)},
             {'espoused': draw.choice(source.levels)}, {'withhold': True})
    return [{'when': condition(draw, source.seen, 1), **draw.choice(kinds), 'reason': text('So.')}
            for _ in range(draw.randint(1, 3))]


def may_have_people(model, reading, rule):
    """Whether each person may have a level by a rule."""
    return rule['by'] in GIVES_LEVELS and (
        rule['by'] == 'mode' or not rests_on_block(model, reading, rule))


def reading(draw, name, model, document, levels):
    """A reading of some of the rules."""
    of = draw.choice(list(model.measures))
    source = Source(draw, model, name, of, levels, document['items'])
    made = {'id': name, 'ladder': 'ladder', 'of': of, 'rules': rules_of(draw, source)}
    if draw.whole(0.35):
        made['conditions'] = conditions(draw, source)
    people = [rule['id'] for rule in made['rules'] if may_have_people(model, made, rule)]
    if people and draw.chance(0.7):
        made['rules'].append({'id': 'people',
                              **over_people(draw, source, draw.choice(people))})
    draw.random.shuffle(made['rules'])
    for rule in made['rules']:
        if rule['id'] in people and draw.chance(0.2):
            rule['over'] = 'people'
        if draw.chance(0.5):
            rule['source'] = draw.choice(('own', 'theirs'))
    made['primary'] = draw.choice([rule['id'] for rule in made['rules']])
    model.readings[name] = made
    model.known.clear()
    return made
