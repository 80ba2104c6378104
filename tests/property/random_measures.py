"""Random measures of small models, and the conditions that measures, readings and flags have."""
# SPDX-License-Identifier: Apache-2.0
import math

from oracle_join import finished_between
from oracle_numbers import grid
from oracle_range import bounds, extremes, joined_extremes, reach
from random_items import KINDS, NUMBERS, TAGS, absence, curve, text

WEIGHTS = (0.5, 2, 3, 0.25, 1.5, 0.001, 7)
PLAIN = ('mean', 'mean', 'median', 'share')
WHOLE = ('mean', 'mean', 'median', 'share', 'share', 'sum', 'sum', 'min', 'max', 'net', 'count',
         'votes', 'votes', 'percent', 'percent', 'attainable', 'deduction', 'blend', 'difference',
         'product', 'ratio')
STRETCHABLE = ('mean', 'median', 'sum', 'min', 'max', 'percent', 'attainable', 'deduction',
               'blend', 'difference', 'product', 'ratio')
SHARES = (0.5, 0.75, 0.333, 0.667, 1)
MOST = 30000
OWN = 0.3  # how often a measure is withheld by what it is itself


def has_number(policies):
    """Whether an item's own policies name a number, or its target."""
    every = policies.values() if isinstance(policies, dict) else [policies]
    return any(one == 'target' or isinstance(one, (int, float)) for one in every)


def has_mean(policies):
    every = policies.values() if isinstance(policies, dict) else [policies]
    return 'person_mean' in every


class Pool:
    """What a new measure may be made of."""

    def __init__(self, draw, model, items, earlier):
        self.draw, self.model, self.items, self.earlier = draw, model, items, earlier

    def of(self, holds):
        """The ids of the items of which something holds."""
        return [one['id'] for one in self.items if holds(one, self.model.items[one['id']])]

    def for_measure(self, made):
        """The items, and the measures, that a measure of a kind may have."""
        by, across = made['by'], made.get('across')
        plain = (lambda one: across != 'items' or not has_mean(one.get('absence')))
        if by in ('share', 'net') and 'at_least' not in made:
            return self.of(lambda one, item: plain(one) and item.rated
                           and not has_number(one.get('absence')))
        if 'level' in made:
            return self.of(lambda one, item: plain(one) and item.ladder)
        if 'tag' in made:
            return self.of(lambda one, item: plain(one) and (item.options or (
                not item.ladder and not item.age and min(item.ends_of_values()) >= 0)))
        if 'at_least' in made and across == 'items':
            return self.of(lambda one, item: plain(one) and item.points) + self.earlier
        if 'rescale' in made:
            return self.varying(self.of(lambda one, item: plain(one) and item.low < item.high),
                                made, [])
        if made['by'] in ('percent', 'attainable'):
            return self.varying(self.of(lambda one, item: plain(one)), made, self.earlier)
        return self.of(lambda one, item: plain(one)) + self.earlier

    def varying(self, items, made, measures):
        """The terms of which something is attainable: those with more than one value."""
        ends = [(part, bounds(self.model, made, part)) for part in items + measures]
        forget(self.model, made['id'])
        return [part for part, (low, high) in ends if low < high]


def keys_by(draw, by, levels):
    """The keys that a kind of measure has."""
    if by == 'count' or by == 'share' and draw.whole(0.5):
        return {'at_least': draw.choice((1, 2, 3, 0.5, 1.667, 50))}
    if by == 'votes':
        return {'tag': draw.choice(TAGS)} if draw.chance(0.6) else {'level': draw.choice(levels)}
    if by in ('sum', 'deduction') and draw.chance(0.5):
        return {'base': draw.choice((0, 100, -3, 12.5, 0.333))}
    return {'floor': draw.choice((0, 0.2, 0.333, 0.7, 1))} if by == 'blend' else {}


def is_tagged(model, made):
    """Whether any vote can be tagged: a tag that nothing has would be a slip."""
    items = [model.items[part] for part, _ in model.terms(made)]
    if 'level' in made:
        return True
    return any(made['tag'] in item.tags or any(made['tag'] in option.get('tags', [])
                                               for option in item.options.values())
               for item in items)


def terms(draw, by, pool):
    """Some terms, with weights where the kind of measure has them."""
    if by in ('difference', 'ratio', 'product'):
        return draw.sample(pool, 2 if by != 'product' else draw.randint(2, min(3, len(pool))))
    return [part if draw.chance(0.6) else {'id': part, 'weight': draw.choice(WEIGHTS)}
            for part in draw.some(pool, 6)]


def needs(draw, made):
    count = len(made['of'])
    return draw.choice(({'count': draw.randint(0 if draw.whole(0.3) else 1, count)},
                        {'share': draw.choice(SHARES)}))


def table(draw, low, high):
    """A table of scores, most of them whole."""
    keys = {draw.randint(round(low), max(round(low), round(high))) for _ in range(8)}
    keys |= {round(draw.between(low, high), 3) for _ in range(2)}
    return {repr(key): draw.choice(NUMBERS) for key in sorted(keys)}


def step(draw):
    return {'mode': draw.choice(('half_up', 'half_even', 'half_away', 'down')),
            'digits': draw.randint(0, 3)}


def finish(draw, made, low, high):
    """Curve or recode, clip, round of a measure whose join has these ends; a ratio has a clip."""
    if made['by'] != 'ratio' and draw.whole(0.12):  # (a ratio has no bounds before its clip)
        made['curve'] = curve(draw, low, high, True)
    elif draw.whole(0.12):
        made['recode'] = table(draw, low, high)
    if made['by'] == 'ratio' or draw.whole(0.12):
        made['clip'] = draw.choice(([0, 1], [-2, 3.333], [0.5, 50], [-100, 100]))
    if draw.whole(0.2):
        made['round'] = step(draw)


def is_attainable(model, made, ranges):
    """Whether every term of a percentage has more than one value, or nothing else stands in."""
    return made['by'] != 'percent' or all(
        low == high or len(set(bounds(model, made, part))) > 1
        for (part, _), (low, high) in zip(model.terms(made), ranges))


def is_sound(draw, model, made):
    """Whether nothing of a measure leaves the numbers that a model may have; it is finished."""
    ranges = [] if made['by'] == 'votes' else reach(model, made)
    if not is_attainable(model, made, ranges):
        return False
    ends = [grid(-2), grid(5)] if made['by'] == 'ratio' else [
        grid(end) for end in joined_extremes(model, made, ranges)]
    sizes = [max(1, *map(abs, one)) for one in ranges] if made['by'] == 'product' else []
    if max(map(abs, [*ends, math.prod(sizes), *(end for one in ranges for end in one)])) > MOST:
        return False
    finish(draw, made, *ends)
    between = finished_between(made, *ends)
    return between is not None and max(map(abs, between)) < MOST


def has_scores(model):
    """Whether every item and measure can have a value, and none too large a one; else the reader
    refuses the model."""
    for made in model.measures.values():
        ends = joined_extremes(model, made, [] if made['by'] == 'votes' else reach(model, made))
        if ends is None:
            continue
        ends = [grid(end) for end in ends]
        if max(map(abs, ends)) > MOST or finished_between(made, *ends) is None:
            return False
    return all(item.scored or 'range' not in item.scale for item in model.items.values())


def forget(model, name):
    """Forget what was worked out of a measure that comes to nothing."""
    model.measures.pop(name, None)
    for key in [key for key in model.known if name in key]:
        del model.known[key]


def measure(draw, name, model, items, earlier, levels):
    """A measure of items, and of measures made before it; None where these dice make none."""
    by = draw.choice(PLAIN if draw.plain else WHOLE)
    made = {'id': name, 'by': by, **keys_by(draw, by, levels)}
    if draw.chance(0.4):
        made['across'] = draw.choice(('items', 'people') if draw.plain
                                     else ('items', 'items', 'people', 'none'))
    if by in STRETCHABLE and draw.chance(0.3):
        made['rescale'] = draw.choice(([0, 100], [-1, 1], [0, 7], [1.5, 2.75]))
    pool = Pool(draw, model, items, earlier).for_measure(made)
    if len(pool) < (2 if by in ('difference', 'ratio', 'product') else 1):
        return None
    made['of'] = terms(draw, by, pool)
    if by == 'votes' and not is_tagged(model, made):
        return None
    if by != 'votes' and draw.whole(0.5):
        favourable = by in ('share', 'net') and 'at_least' not in made
        made['absence'] = absence(draw, means=made.get('across') != 'items')
        if favourable:
            made['absence'] = {kind: 'fail' if one == 'target' else one for kind, one in (
                made['absence'] if isinstance(made['absence'], dict)
                else dict.fromkeys(KINDS[:1], made['absence'])).items()}
    if draw.chance(0.6):
        made['needs'] = needs(draw, made)
    model.measures[name] = made
    if is_sound(draw, model, made):
        return made
    forget(model, name)
    return None


def withhold(draw, model, made, earlier):
    """Conditions of a measure: on items, on earlier measures, on its own coverage."""
    seen = Seen(model, earlier, [])
    own = (test_of(draw, {'measure': made['id']}, *extremes(model, made['id']))
           if draw.chance(0.5) else
           {'measure': made['id'], 'figure': draw.choice(('coverage', 'excused')),
            draw.choice(('below', 'above')): draw.choice((0.333, 0.5, 0.75))})
    made['withhold'] = [{'when': dict(own) if draw.chance(OWN) else condition(draw, seen, 1),
                         'reason': text('Not so.')} for _ in range(draw.randint(1, 2))]


class Seen:
    """What a condition may look at."""

    def __init__(self, model, measures, readings):
        self.model, self.measures, self.readings = model, measures, readings
        self.items = [name for name, item in model.items.items() if item.scored]


def test_of(draw, name, low, high):
    return {**name, draw.choice(('at_least', 'at_most', 'above', 'below')):
            draw.between(low, high)}


def condition(draw, seen, depth=0):
    """A test, or tests joined."""
    if depth < 3 and draw.chance(0.35):
        if draw.whole(0.3):
            return {'not': condition(draw, seen, depth + 1)}
        return {draw.choice(('all', 'any')): [condition(draw, seen, depth + 1)
                                              for _ in range(draw.randint(1, 3))]}
    if seen.readings and draw.chance(0.4):
        reading = seen.model.readings[draw.choice(seen.readings)]
        return {'reading': reading['id'], draw.choice(('at_least', 'at_most')):
                draw.choice(seen.model.level_ids(reading))}
    if not seen.measures or draw.whole(0.3):
        item = seen.model.items[draw.choice(seen.items)]
        return test_of(draw, {'item': item.id}, item.low, item.high)
    name = draw.choice(seen.measures)
    if draw.whole(0.25):
        return {'measure': name, 'figure': draw.choice(('coverage', 'excused')),
                draw.choice(('at_least', 'at_most', 'above', 'below')):
                draw.choice((0, 0.25, *SHARES))}
    return test_of(draw, {'measure': name}, *extremes(seen.model, name))
