"""Random small models of the whole vocabulary, or of a plain part of it, and random answers."""
# SPDX-License-Identifier: Apache-2.0
import csv
import datetime
import io

from oracle_model import Model
from random_items import Draw, blocks_of, item, scales_of, text
from random_measures import Seen, condition, has_scores, measure, withhold
from random_rules import reading

ABSENT_CELLS = ('', '', '-', 'n/a', 'dk', 'zzz')


def frame(draw, number, levels):
    """A model with its ladder and nothing else."""
    return {'format': 'rung-model/1', 'id': f'random-{number}', 'version': '0.0.1',
            'title': text('Random'), 'licence': 'CC0-1.0',
            'rows': draw.choice(('people', 'assessments')), 'source': 'own',
            'sources': {'own': {'kind': 'assumed', 'text': 'Random.'},
                        'theirs': {'kind': 'published', 'text': 'Random.'}},
            'scales': scales_of(draw), 'ladders': [{'id': 'ladder', 'levels': [
                {'id': level, 'names': {'neutral': text(level)},
                 'anchor': place == 0 or draw.chance(0.85)}
                for place, level in enumerate(levels)]}]}


def items_of(draw, made, levels):
    """The items that have values; beside them, days on which others are looked at."""
    dates = [{'id': f'd{place}', 'kind': 'outcome', 'scale': 'day', 'text': text('Day')}
             for place in range(draw.randint(0, 1) if not draw.plain else 0)]
    names = [one['id'] for one in dates]
    scored = [item(draw, f'i{place}', made['scales'], levels, names)
              for place in range(draw.randint(2, 7))]
    blocks, shared = blocks_of(draw)
    if blocks:
        made['blocks'] = blocks
    made['items'] = scored + shared + dates
    return scored + shared


def measures_of(draw, model, scored, levels):
    """One to five measures, each of items and of those before it."""
    made = []
    wanted = draw.randint(1, 5)
    for _ in range(40 * wanted):
        earlier = [one['id'] for one in made]
        one = measure(draw, f'm{len(made)}', model, scored, earlier, levels)
        if one is not None:
            made.append(one)
            if draw.whole(0.15):
                withhold(draw, model, one, earlier)
        if len(made) == wanted:
            break
    return made


def with_unmeasured(draw, made):
    """An item that nobody measures, in a measure that can have it."""
    made['items'].append({'id': 'u', 'kind': 'outcome', 'unmeasured': 'Not yet.',
                          'text': text('u')})
    able = [one for one in made['measures'] if one['by'] in ('mean', 'median', 'sum', 'min')]
    if able:
        draw.choice(able)['of'].append({'id': 'u', 'weight': 2})


def pairs_of(draw, measures):
    """What is said against what is done, or inside against outside."""
    names = [one['id'] for one in measures if one.get('across', 'people') == 'people']
    if len(names) < 2:
        return []
    keys = ('inside', 'outside') if draw.whole(0.5) else ('said', 'done')
    return [{'id': 'p', **dict(zip(keys, draw.sample(names, 2)))}]


def model_of(random, number, plain=False):
    """A model; every choice is the generator's."""
    draw = Draw(random, plain)
    levels = [f'L{place}' for place in range(draw.randint(2, 5))]
    made = frame(draw, number, levels)
    scored = items_of(draw, made, levels)
    made['measures'] = []
    model = Model(made)
    made['measures'] = measures_of(draw, model, scored, levels)
    if not made['measures']:
        return model_of(random, number, plain)
    if draw.chance(0.3):
        with_unmeasured(draw, made)
        model = Model(made)
    made['readings'] = []
    for place in range(draw.randint(0, 2)):
        made['readings'].append(reading(draw, f'r{place}', model, made, levels))
    pairs = pairs_of(draw, made['measures'])
    if pairs:
        made['pairs'] = pairs
    seen = Seen(model, list(model.measures), list(model.readings))
    made['flags'] = [{'id': f'f{place}', 'when': condition(draw, seen), 'text': text('Look.')}
                     for place in range(draw.randint(0, 3))]
    random.shuffle(made['measures'])
    return made if has_scores(Model(made)) else model_of(random, number, plain)


def numbers_in(random, low, high):
    """A number of a range as text: whole, a third, a seventh, an end, or one beyond."""
    if random.random() < 0.06:
        return random.choice((high + 1, low - 0.001))
    where = random.choice((random.randint(0, 3) / 3, random.randint(0, 7) / 7, random.random()))
    return min(max(round(low + (high - low) * where, random.choice((0, 1, 3, 6))), low), high)


def day_in(random, first, last):
    """A day of a scale, most often a recent one; or one that is none."""
    if random.random() < 0.05:
        return random.choice(('2023-02-30', '2150-01-01', '2024-13-01'))
    early, late = map(datetime.date.fromisoformat, (first, last))
    if random.random() < 0.8:
        early = max(early, datetime.date(2020, 1, 1))
        late = min(late, datetime.date(2024, 3, 1))
    if random.random() < 0.3:
        return random.choice(('2020-02-29', '2024-02-29', '2023-08-31', '2021-07-31'))
    return (early + datetime.timedelta(days=random.randint(0, (late - early).days))).isoformat()


def answer_to(random, model, one):
    """A random answer to an item."""
    if 'options' in one:
        return random.choice(one['options'])['code']
    scale = model['scales'][one['scale']]
    if 'range' in scale:
        return numbers_in(random, *scale['range'])
    if 'dates' in scale:
        return day_in(random, *scale['dates'])
    count = next((len(ladder['levels']) for ladder in model.get('ladders', [])
                  if ladder['id'] == scale.get('ladder')), 0)
    return random.choice(scale.get('points') or list(range(1, count + 1)))


def share_out(random, block):
    """Cells of a block that add up."""
    names = block['of']
    if block['kind'] == 'pick':
        picked = random.sample(names, block['count'])
        return {name: 1 if name in picked else random.choice((0, 0, '')) for name in names}
    cuts = sorted(random.randint(0, 1000 * block['total']) for _ in names[1:])
    ends = [0, *cuts, 1000 * block['total']]
    return {name: (high - low) / 1000 for name, low, high in zip(names, ends, ends[1:])}


def row_of(random, model, items, absent):
    """The cells of one row; blocks add up more often than not."""
    cells = {one['id']: random.choice(absent) if random.random() < 0.2
             else answer_to(random, model, one) for one in items}
    for block in model.get('blocks', []):
        if random.random() < 0.7 and all(name in cells for name in block['of']):
            cells.update(share_out(random, block))
    return cells


def answers_of(random, model, count, absent=ABSENT_CELLS, teams=('north', 'south'),
               weights=(1,)):
    """Rows as dictionaries: team, site, w, then the items that are asked."""
    items = [one for one in model['items'] if 'unmeasured' not in one and one['kind'] != 'text']
    asked = [one for one in items if random.random() < 0.95] or items
    return [{'team': random.choice(teams), 'site': random.choice(('x', 'y', '')),
             'w': random.choice(weights), **row_of(random, model, asked, absent)}
            for _ in range(count)]


def as_csv(rows, header=None):
    """Rows as the text of a CSV."""
    out = io.StringIO()
    writer = csv.DictWriter(out, header or list(rows[0]), lineterminator='\n')
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
