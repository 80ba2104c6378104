"""A model under other ids, and results mapped back to the ids that they had."""
# SPDX-License-Identifier: Apache-2.0
import copy
import json
import re


SIDES = ('said', 'done', 'inside', 'outside')


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
        put(option, 'tags', names, 'tag')
    if not re.fullmatch(r'[0-9]{4}-[0-9]{2}-[0-9]{2}', item.get('age', {}).get('on', '0000-00-00')):
        put(item['age'], 'on', names, 'part')
    put(item, 'tags', names, 'tag')
    if 'describes' in item:
        put(item['describes'], 'level', names, ('level', item['describes']['ladder']))
        put(item['describes'], 'ladder', names, 'ladder')
    put(item, 'id', names, 'part')
    put(item, 'scale', names, 'scale')


def put_terms(part, names):
    """Rename the terms of a measure, or of a rule: ids, or objects that have one."""
    part['of'] = [names.of('part', term) if isinstance(term, str)
                  else {**term, 'id': names.of('part', term['id'])} for term in part['of']]


def rename_measure(measure, names, ladders, readings):
    """A measure; the level of its votes is one of the ladder of its items."""
    put(measure, 'level', names, ('level', ladders.get(id_of(measure['of'][0]))))
    put(measure, 'tag', names, 'tag')
    put(measure, 'id', names, 'part')
    put(measure, 'source', names, 'source')
    for one in measure.get('withhold', []):
        rename_condition(one['when'], names, readings)
    put_terms(measure, names)


def id_of(term):
    return term if isinstance(term, str) else term['id']


def rename_parts(rule, names, level, ladders):
    """What a rule names in its own way: steps, bands, levels of a gate, of a mode, of cases."""
    for key, field in (('at', 'to'), ('bands', 'level'), ('levels', 'to'), ('cases', 'level')):
        for one in rule.get(key, []):
            put(one, field, names, level)
            put(one, 'own', names, 'part')
            for condition in one.get('needs', [one['when']] if 'when' in one else []):
                rename_condition(condition, names, ladders)
    if rule['by'] == 'mode':
        for one in rule.get('of', []):
            put(one, 'level', names, level)
            put(one, 'measure', names, 'part')
    elif 'of' in rule:
        put_terms(rule, names)


def rename_reading(reading, names, ladders):
    level, rule_of = ('level', reading['ladder']), ('rule', reading['id'])
    for rule in reading['rules']:
        for key, kind in (('id', rule_of), ('from', rule_of), ('critical', 'part'),
                          ('source', 'source'), ('otherwise', level)):
            put(rule, key, names, kind)
        rename_parts(rule, names, level, ladders)
    for one in reading.get('conditions', []):
        rename_condition(one['when'], names, ladders)
        for key in ('cap', 'espoused'):
            put(one, key, names, level)
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
    if 'not' in condition:
        rename_condition(condition['not'], names, ladders)
    put(condition, 'reading', names, 'reading')
    for key in ('measure', 'item'):
        put(condition, key, names, 'part')


def relabelled(random, document):
    """A copy under other ids, without its examples; and token -> id."""
    model, names = copy.deepcopy(document), Names(random)
    model.pop('examples', None)
    on_scale = {name: scale.get('ladder') for name, scale in model['scales'].items()
                if name != 'comment'}
    on_reading = {reading['id']: reading['ladder'] for reading in model.get('readings', [])}
    on_item = {item['id']: on_scale.get(item.get('scale')) for item in model['items']}
    for item in model['items']:
        rename_item(item, names, on_scale)
    for block in model.get('blocks', []):
        put(block, 'of', names, 'part')
        put(block, 'id', names, 'block')
    for measure in model['measures']:
        rename_measure(measure, names, on_item, on_reading)
    for reading in model.get('readings', []):
        rename_reading(reading, names, on_reading)
    for flag in model.get('flags', []):
        put(flag, 'id', names, 'flag')
        rename_condition(flag['when'], names, on_reading)
    for pair in model.get('pairs', []):
        for key, kind in (('id', 'pair'), *((key, 'part') for key in SIDES)):
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
