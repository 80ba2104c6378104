"""A model under other ids, and results mapped back to the ids that they had."""
# SPDX-License-Identifier: Apache-2.0
import copy
import json
import re


class Names:
    """Tokens instead of ids, in no order that the ids had."""

    def __init__(self, random):
        self.random, self.tokens, self.taken = random, {}, set()

    def of(self, kind, name):
        """The token of an id of a kind; items and measures are of one kind."""
        if (kind, name) not in self.tokens:
            number = self.random.randrange(10 ** 6)
            while number in self.taken:
                number = self.random.randrange(10 ** 6)
            self.taken.add(number)
            self.tokens[kind, name] = f'zq{number}x'
        return self.tokens[kind, name]


def put(part, key, names, kind):
    """Rename what a part names under a key, where it has the key."""
    if key in part:
        one = part[key]
        part[key] = [names.of(kind, name) for name in one] if isinstance(one, list) \
            else names.of(kind, one)


def rename_item(item, names, ladders):
    ladder = ladders.get(item.get('scale'))
    for option in item.get('options', []):
        put(option, 'level', names, ('level', ladder))
    if 'describes' in item:
        put(item['describes'], 'level', names, ('level', item['describes']['ladder']))
        put(item['describes'], 'ladder', names, 'ladder')
    put(item, 'id', names, 'part')
    put(item, 'scale', names, 'scale')


def rename_measure(measure, names):
    put(measure, 'id', names, 'part')
    put(measure, 'source', names, 'source')
    measure['of'] = [names.of('part', term) if isinstance(term, str)
                     else {**term, 'id': names.of('part', term['id'])} for term in measure['of']]


def rename_reading(reading, names):
    level, rule_of = ('level', reading['ladder']), ('rule', reading['id'])
    for rule in reading['rules']:
        for key, kind in (('id', rule_of), ('from', rule_of), ('of', 'part'), ('source', 'source')):
            put(rule, key, names, kind)
        for step in rule.get('at', []):
            put(step, 'to', names, level)
        for band in rule.get('bands', []):
            put(band, 'level', names, level)
    for key, kind in (('primary', rule_of), ('id', 'reading'), ('ladder', 'ladder'),
                      ('of', 'part')):
        put(reading, key, names, kind)


def rename_condition(condition, names, ladders):
    for key in ('all', 'any'):
        for part in condition.get(key, []):
            rename_condition(part, names, ladders)
    if 'reading' in condition:
        for key in ('at_least', 'at_most'):
            put(condition, key, names, ('level', ladders[condition['reading']]))
    put(condition, 'reading', names, 'reading')
    put(condition, 'measure', names, 'part')


def relabelled(random, document):
    """A copy under other ids, without its examples; and token -> id."""
    model, names = copy.deepcopy(document), Names(random)
    model.pop('examples', None)
    on_scale = {name: scale.get('ladder') for name, scale in model['scales'].items()
                if name != 'comment'}
    on_reading = {reading['id']: reading['ladder'] for reading in model.get('readings', [])}
    for item in model['items']:
        rename_item(item, names, on_scale)
    for measure in model['measures']:
        rename_measure(measure, names)
    for reading in model.get('readings', []):
        rename_reading(reading, names)
    for flag in model.get('flags', []):
        put(flag, 'id', names, 'flag')
        rename_condition(flag['when'], names, on_reading)
    for pair in model.get('pairs', []):
        for key, kind in (('id', 'pair'), ('said', 'part'), ('done', 'part')):
            put(pair, key, names, kind)
    for ladder in model.get('ladders', []):
        for level in ladder['levels']:
            put(level, 'id', names, ('level', ladder['id']))
        for region in ladder.get('regions', []):
            put(region, 'levels', names, ('level', ladder['id']))
            put(region, 'id', names, 'region')
        put(ladder, 'id', names, 'ladder')
    for scale in model['scales'].values():
        if isinstance(scale, dict):
            put(scale, 'ladder', names, 'ladder')
    for key, kind in (('scales', 'scale'), ('sources', 'source')):
        model[key] = {name if name == 'comment' else names.of(kind, name): one
                      for name, one in model.get(key, {}).items()}
    put(model, 'source', names, 'source')
    return model, {token: name for (_, name), token in names.tokens.items()}


def map_back(found, names):
    """A result with the ids that it would have had."""
    text = json.dumps(found, ensure_ascii=False)
    return json.loads(re.sub(r'zq[0-9]+x', lambda token: names[token.group()], text))
