"""Random scales, items and blocks of small models."""
# SPDX-License-Identifier: Apache-2.0
ABSENT = {'-': 'not_asked', 'n/a': 'not_applicable', 'dk': 'dont_know'}
KINDS = ('skipped', 'not_applicable', 'dont_know', 'invalid', 'not_asked')
NUMBERS = (-7, -1, -0.333, 0, 0.001, 0.143, 0.667, 1, 1.5, 2, 3, 7, 11.111)
TAGS = ('red', 'blue')
WITHIN = ('P1D', 'P3W', 'P1M', 'P6M', 'P1Y', 'P1Y6M', 'P2Y1M3D', 'P400D', 'P3Y2W')


def text(words):
    return {'en': words}


class Draw:
    """The dice of a model; `plain` models keep to points, means, cuts and what is like them."""

    def __init__(self, random, plain):
        self.random, self.plain = random, plain
        self.choice, self.sample, self.randint = random.choice, random.sample, random.randint

    def chance(self, part):
        return self.random.random() < part

    def whole(self, part):
        """A chance that plain models do not have."""
        return not self.plain and self.chance(part)

    def some(self, pool, most):
        return self.sample(pool, self.randint(1, min(most, len(pool))))

    def between(self, low, high):
        """A number with at most three decimals from one to another."""
        low, high = float(low), float(high)
        if self.chance(0.3):
            return min(max(self.randint(round(low), max(round(low), round(high))), low), high)
        return min(max(round(low + (high - low) * self.randint(0, 42) / 42, 3), low), high)

    def two(self, low, high):
        """Two ends, the first below the second."""
        ends = sorted({round(self.between(low, high), 3) for _ in range(4)})
        return [ends[0], ends[-1]] if len(ends) > 1 else [ends[0], ends[0] + 1]


def points(draw):
    """Evenly spaced points, so that a reversed item has the same points."""
    count = draw.randint(2, 7)
    start, step = draw.choice(((1, 1), (0, 1), (-2, 1), (0, 2.5), (0.1, 0.1), (0, 25)))
    made = [round(start + step * place, 3) for place in range(count)]
    high = draw.randint(1, count - 1)
    low = draw.randint(0, high)
    return {'points': made, 'favourable': made[high:], 'neutral': made[low:high],
            'absent': ABSENT}


def scales_of(draw):
    """Some scales by id: of points; of a ladder; of numbers, of days, and of picks."""
    scales = {f's{place}': points(draw) for place in range(draw.randint(1, 3))}
    scales['level'] = {'ladder': 'ladder', 'absent': ABSENT}
    if not draw.plain:
        scales['number'] = {'range': draw.choice(([0, 1], [-3, 3.5], [0, 100], [1, 7])),
                            'absent': ABSENT}
        scales['day'] = {'dates': draw.choice((['2019-12-31', '2024-03-01'],
                                               ['1970-01-01', '2149-06-06'])), 'absent': ABSENT}
        scales['pick'] = {'points': [0, 1], 'favourable': [1], 'absent': ABSENT}
        scales['part'] = {'range': [0, 10], 'absent': ABSENT}
    return scales


def curve(draw, low, high, holes):
    """A curve over a stretch; with holes perhaps, or pieces that overlap."""
    cuts = sorted({draw.between(low, high) for _ in range(draw.randint(1, 4))})
    pieces = []
    for lower, upper in zip([None, *cuts], [*cuts, None]):
        piece = {'value': draw.choice(NUMBERS)}
        if draw.chance(0.5):
            piece['slope'] = draw.choice((-1, -0.333, 0.001, 0.143, 0.5, 2))
        if lower is not None:
            piece['from'] = lower
        if upper is not None:
            piece['to'] = upper
        if not (holes and pieces and draw.chance(0.15)):
            pieces.append(piece)
    if draw.chance(0.2):
        pieces.insert(0, {'from': cuts[0], 'to': cuts[0] + 1, 'value': draw.choice(NUMBERS)})
    return {'pieces': pieces, **({'closed': draw.choice(('low', 'high'))}
                                 if draw.chance(0.6) else {})}


def ratio(draw):
    made = {'target': draw.choice((0.7, 3, 7, 13, 50)), 'better': draw.choice(('high', 'low'))}
    return {**made, **({'most': draw.choice((0.9, 1.5, 3))} if draw.chance(0.5) else {})}


def recode(draw, scale):
    """A table of all points; its values are not all one."""
    values = [draw.randint(-3000, 9000) / 1000 for _ in scale['points']]
    values[0] = values[-1] - 1 - draw.randint(0, 5)
    return {repr(point): value for point, value in zip(scale['points'], values)}


def age(draw, others):
    """An age by rising bands, on a day or on another date of the row."""
    on = draw.choice(others) if others and draw.chance(0.6) else draw.choice(
        ('2024-02-29', '2022-07-31', '2021-01-01'))
    bands = [{'within': within, 'value': draw.choice(NUMBERS)}
             for within in sorted(draw.some(WITHIN, 3), key=WITHIN.index)]
    if draw.chance(0.6):
        bands.append({'value': draw.choice(NUMBERS)})
    return {'on': on, 'bands': bands}


def policy(draw, numbers=True, means=True):
    """What counts where there is no answer."""
    words = ['exclude', 'zero', 'full', 'fail'] + ['person_mean'] * means
    return draw.choice(words + [draw.choice(NUMBERS), 'target'] * numbers)


def absence(draw, numbers=True, means=True):
    """A policy for all, or one by kind."""
    if draw.chance(0.5):
        return policy(draw, numbers, means)
    return {kind: policy(draw, numbers, means) for kind in draw.some(KINDS, 5)}


def choice_item(draw, name, scales, levels):
    """A choice whose options are levels or points, perhaps not all of them."""
    scale = draw.choice([one for one in scales if one[0] == 's'])
    on = {'level': levels} if draw.chance(0.6) else {'value': scales[scale]['points']}
    (key, pool), = on.items()
    order = draw.sample(pool, max(2, len(pool) - (draw.randint(0, 1) if not draw.plain else 0)))
    made = {'id': name, 'kind': 'choice', 'scale': 'level' if key == 'level' else scale,
            'text': text(name),
            'options': [{'code': code, key: one, 'text': text(f'{name} {one}')}
                        for code, one in enumerate(order, draw.choice((1, -2, 10)))]}
    for option in made['options']:
        if draw.whole(0.3):
            option['tags'] = draw.some(TAGS, 2)
    return made


def rating(draw, name, scales):
    """A rating on points, ranks or numbers, perhaps transformed and reversed."""
    scale = draw.choice([one for one in scales if one[0] == 's'])
    if draw.whole(0.35):
        scale = draw.choice(('number', 'number', 'level'))
    made = {'id': name, 'kind': draw.choice(('practice', 'perception', 'outcome')),
            'scale': scale, 'text': text(name), 'reverse': draw.chance(0.4)}
    low, high = ends_of(scales[scale])
    if scale[0] == 's' and draw.chance(0.2):
        made['recode'] = recode(draw, scales[scale])
    elif draw.whole(0.2):
        made['curve'] = curve(draw, low, high, scale == 'number')
    elif draw.whole(0.15):
        made['ratio'] = ratio(draw)
    return made


def ends_of(scale):
    """The ends of a scale's raw values, roughly."""
    if 'ladder' in scale:
        return 1, 4
    ends = scale.get('points') or scale['range']
    return ends[0], ends[-1]


def dated(draw, name, dates):
    """A date with an age."""
    return {'id': name, 'kind': 'outcome', 'scale': 'day', 'text': text(name),
            'age': age(draw, dates), 'reverse': draw.chance(0.3)}


def item(draw, name, scales, levels, dates):
    """One item that has values."""
    if draw.chance(0.25):
        made = choice_item(draw, name, scales, levels)
    elif draw.whole(0.15):
        made = dated(draw, name, dates)
    else:
        made = rating(draw, name, scales)
    if draw.whole(0.15):
        made['clip'] = draw.two(-2, 8)
    if draw.whole(0.25):
        made['tags'] = draw.some(TAGS, 2)
    if draw.whole(0.2):
        made['absence'] = absence(draw, means=draw.chance(0.5))
    if draw.whole(0.2):
        made['target'] = draw.choice(NUMBERS)
    return made


def blocks_of(draw):
    """(blocks, their items): a sum, picks, or both, or none."""
    blocks, items = [], []
    if draw.whole(0.12):
        names = [f'b{place}' for place in range(draw.randint(2, 4))]
        blocks.append({'id': 'shared', 'kind': 'sum', 'of': names, 'total': draw.choice((10, 1))})
        items += [(name, 'part') for name in names]
    if draw.whole(0.12):
        names = [f'k{place}' for place in range(draw.randint(2, 4))]
        blocks.append({'id': 'picked', 'kind': 'pick', 'of': names,
                       'count': draw.randint(1, len(names) - 1)})
        items += [(name, 'pick') for name in names]
    made = [{'id': name, 'kind': 'practice', 'scale': scale, 'text': text(name),
             'reverse': draw.chance(0.2)} for name, scale in items]
    for one in made:
        if draw.chance(0.3):
            one['tags'] = draw.some(TAGS, 2)
    return blocks, made
