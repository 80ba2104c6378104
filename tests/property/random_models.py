"""Random small models of the whole vocabulary, and random answers to them."""
# SPDX-License-Identifier: Apache-2.0
import csv
import io
from fractions import Fraction

from oracle_model import Item

ABSENT = {'-': 'not_asked', 'n/a': 'not_applicable', 'dk': 'dont_know'}
ABSENT_CELLS = ('', '', '-', 'n/a', 'dk', 'zzz')
WEIGHTS = (0.5, 2, 3, 0.25, 1.5, 0.001, 7)


def text(words):
    return {'en': words}


def scale(random):
    """Evenly spaced points, so that a reversed item has the same points."""
    count = random.randint(2, 7)
    start, step = random.choice(((1, 1), (0, 1), (-2, 1), (0, 2.5), (0.1, 0.1), (0, 25)))
    points = [round(start + step * place, 3) for place in range(count)]
    high = random.randint(1, count - 1)
    low = random.randint(0, high)
    return {'points': points, 'favourable': points[high:], 'neutral': points[low:high],
            'absent': ABSENT}


def item(random, name, scales, levels):
    """A rating, perhaps reversed or recoded; or a choice whose options are levels or points."""
    if random.random() < 0.3:
        order = random.sample(levels, len(levels))
        return {'id': name, 'kind': 'choice', 'scale': 'level', 'text': text(name),
                'options': [{'code': code, 'level': level, 'text': text(level)}
                            for code, level in enumerate(order, random.choice((1, -2, 10)))]}
    chosen = random.choice([one for one in scales if one != 'level'])
    points = scales[chosen]['points']
    if random.random() < 0.2:
        order = random.sample(points, len(points))
        return {'id': name, 'kind': 'choice', 'scale': chosen, 'text': text(name),
                'options': [{'code': code, 'value': value, 'text': text(f'{name} {value}')}
                            for code, value in enumerate(order, 1)]}
    made = {'id': name, 'kind': random.choice(('practice', 'perception', 'outcome')),
            'scale': chosen, 'text': text(name), 'reverse': random.random() < 0.4}
    if random.random() < 0.25:
        values = [random.randint(-3000, 9000) / 1000 for _ in points]
        values[0] = values[-1] - 1 - random.randint(0, 5)
        made['recode'] = {repr(point): value for point, value in zip(points, values)}
    return made


def measure(random, name, items, earlier, rated):
    """A measure of items, or of items and measures made before it."""
    by = random.choice(('mean', 'mean', 'median', 'share'))
    if by == 'share' and not rated:
        by = 'mean'
    pool = list(rated) if by == 'share' else list(items)
    made = {'id': name, 'by': by}
    stretched = by != 'share' and random.random() < 0.3
    if by != 'share' and not stretched:
        pool += earlier
    parts = random.sample(pool, random.randint(1, min(6, len(pool))))
    made['of'] = [part if random.random() < 0.6 else {'id': part, 'weight': random.choice(WEIGHTS)}
                  for part in parts]
    if stretched:
        made['rescale'] = random.choice(([0, 100], [-1, 1], [0, 7], [1.5, 2.75]))
    if random.random() < 0.4:
        made['across'] = random.choice(('items', 'people'))
    if random.random() < 0.6:
        made['needs'] = random.choice(({'count': random.randint(1, len(parts))},
                                       {'share': random.choice((0.5, 0.75, 0.333, 0.667, 1))}))
    return made


def reach(model, name):
    """The least and the greatest score of a measure."""
    made = next(one for one in model['measures'] if one['id'] == name)
    if made['by'] == 'share':
        return Fraction(0), Fraction(100)
    if 'rescale' in made:
        return tuple(Fraction(str(end)) for end in made['rescale'])
    ends = []
    for part in made['of']:
        part = part if isinstance(part, str) else part['id']
        found = [one for one in model['items'] if one['id'] == part]
        if found and 'unmeasured' in found[0]:
            continue
        if found:
            values = Item(found[0], model).value.values()
            ends.append((min(values), max(values)))
        else:
            ends.append(reach(model, part))
    return min(low for low, _ in ends), max(high for _, high in ends)


def steps(random, levels, low, high):
    """Rising cuts, some of them thresholds."""
    chosen = [level for level in levels[1:] if random.random() < 0.9] or levels[1:2]
    at, floor = [], Fraction(low)
    for place, level in enumerate(chosen):
        ceiling = low + (high - low) * Fraction(place + 1, len(chosen))
        draws = [floor + (ceiling - floor) * random.randint(1, 99) / 100 for _ in range(2)]
        lower, upper = sorted(round(float(draw), 2) for draw in draws)
        if lower <= floor or upper > ceiling:
            lower, upper = float(floor) + 0.01, float(floor) + 0.02
        lower, upper = round(lower, 3), round(upper, 3)
        at.append({'to': level, 'cut': upper} if random.random() < 0.7 else
                  {'to': level, 'up': upper, 'down': lower, 'waves': random.randint(1, 3)})
        floor = max(ceiling, Fraction(str(upper)))
    return at


def bands(random, levels, low, high):
    """Bands with or without a hole, in rising order."""
    ends = sorted({round(float(low + (high - low) * random.randint(0, 40) / 40), 3)
                   for _ in range(len(levels))})
    out = []
    for level, lower, upper in zip(levels, [None, *ends], [*ends, None]):
        band = {'level': level}
        if lower is not None:
            band['from'] = lower
        if upper is not None:
            band['to'] = upper
        if 'from' in band and 'to' in band and random.random() < 0.15 and len(out) > 1:
            continue
        out.append(band)
    return out


def reading(random, name, model, levels):
    """A reading of some of the rules."""
    names = [one['id'] for one in model['measures']]
    of = random.choice(names)
    low, high = reach(model, of)
    rules = [{'id': 'centre', 'by': 'cut', 'at': steps(random, levels, low, high)}]
    if random.random() < 0.6:
        rules.append({'id': 'bands', 'by': 'bands', 'bands': bands(random, levels, low, high),
                      'closed': random.choice(('low', 'high'))})
    first = [rule['id'] for rule in rules]
    if len(names) > 1 and random.random() < 0.6:
        rules.append({'id': 'weakest', 'by': 'weakest', 'from': random.choice(first),
                      'of': random.sample(names, random.randint(2, min(3, len(names))))})
    if random.random() < 0.7:
        rules.append({'id': 'share', 'by': 'share', 'least': random.choice((0.5, 0.333, 0.1, 1)),
                      'from': random.choice(first)})
    random.shuffle(rules)
    for rule in rules:
        if rule['by'] != 'share' and random.random() < 0.2:
            rule['over'] = 'people'
        if random.random() < 0.5:
            rule['source'] = random.choice(('own', 'theirs'))
    return {'id': name, 'ladder': 'ladder', 'of': of, 'rules': rules,
            'primary': random.choice([rule['id'] for rule in rules])}


def condition(random, model, depth=0):
    """A test, or tests joined."""
    if depth < 3 and random.random() < 0.35:
        return {random.choice(('all', 'any')): [condition(random, model, depth + 1)
                                                for _ in range(random.randint(1, 3))]}
    if model['readings'] and random.random() < 0.4:
        levels = [level['id'] for level in model['ladders'][0]['levels']]
        return {'reading': random.choice(model['readings'])['id'],
                random.choice(('at_least', 'at_most')): random.choice(levels)}
    name = random.choice(model['measures'])['id']
    low, high = reach(model, name)
    at = round(float(low + (high - low) * random.randint(0, 20) / 20), 3)
    return {'measure': name, random.choice(('at_least', 'at_most', 'above', 'below')): at}


def model_of(random, number):
    """A model; every choice is the generator's."""
    levels = [f'L{place}' for place in range(random.randint(2, 5))]
    scales = {f's{place}': scale(random) for place in range(random.randint(1, 3))}
    scales['level'] = {'ladder': 'ladder', 'absent': ABSENT}
    model = {'format': 'rung-model/1', 'id': f'random-{number}', 'version': '0.0.1',
             'title': text('Random'), 'licence': 'CC0-1.0',
             'rows': random.choice(('people', 'assessments')), 'source': 'own',
             'sources': {'own': {'kind': 'assumed', 'text': 'Random.'},
                         'theirs': {'kind': 'published', 'text': 'Random.'}},
             'scales': scales,
             'ladders': [{'id': 'ladder', 'levels': [
                 {'id': level, 'names': {'neutral': text(level)},
                  'anchor': place == 0 or random.random() < 0.85}
                 for place, level in enumerate(levels)]}]}
    model['items'] = [item(random, f'i{place}', scales, levels)
                      for place in range(random.randint(2, 7))]
    scored = [one['id'] for one in model['items']]
    rated = [one['id'] for one in model['items'] if one['scale'] != 'level']
    model['measures'] = []
    for place in range(random.randint(1, 5)):
        earlier = [one['id'] for one in model['measures']]
        model['measures'].append(measure(random, f'm{place}', scored, earlier, rated))
    if random.random() < 0.3:
        model['items'].append({'id': 'u', 'kind': 'outcome', 'unmeasured': 'Not yet.',
                               'text': text('u')})
        plain = [one for one in model['measures'] if one['by'] != 'share']
        if plain:
            random.choice(plain)['of'].append({'id': 'u', 'weight': 2})
    model['readings'] = [reading(random, f'r{place}', model, levels)
                         for place in range(random.randint(0, 2))]
    names = [one['id'] for one in model['measures'] if one.get('across') != 'items']
    if len(names) > 1:
        said, done = random.sample(names, 2)
        model['pairs'] = [{'id': 'p', 'said': said, 'done': done}]
    model['flags'] = [{'id': f'f{place}', 'when': condition(random, model), 'text': text('Look.')}
                      for place in range(random.randint(0, 3))]
    random.shuffle(model['measures'])
    return model


def cells(model, weighted_absence=0.2):
    """A function that gives a random cell of an item."""
    codes = {}
    for one in model['items']:
        if 'unmeasured' in one or one['kind'] == 'text':
            continue
        if 'options' in one:
            codes[one['id']] = [option['code'] for option in one['options']]
        else:
            kind = model['scales'][one['scale']]
            count = next((len(ladder['levels']) for ladder in model.get('ladders', [])
                          if ladder['id'] == kind.get('ladder')), 0)
            codes[one['id']] = kind.get('points') or list(range(1, count + 1))

    def cell(random, name, absent):
        return (random.choice(absent) if random.random() < weighted_absence
                else random.choice(codes[name]))
    return list(codes), cell


def answers_of(random, model, count, absent=ABSENT_CELLS, teams=('north', 'south'),
               weights=(1,)):
    """Rows as dictionaries: team, site, w, then the items that are asked."""
    names, cell = cells(model)
    asked = [name for name in names if random.random() < 0.95] or names
    return [{'team': random.choice(teams), 'site': random.choice(('x', 'y', '')),
             'w': random.choice(weights),
             **{name: cell(random, name, absent) for name in asked}} for _ in range(count)]


def as_csv(rows, header=None):
    """Rows as the text of a CSV."""
    out = io.StringIO()
    writer = csv.DictWriter(out, header or list(rows[0]), lineterminator='\n')
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
