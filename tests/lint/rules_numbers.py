# Finds worked numbers in doc/rules.md that are not those of their golden case, and primitives without a case.
# SPDX-License-Identifier: Apache-2.0
#
# A worked line is: Case [a sentence](../tests/golden/a_sentence/why.md): `/rows/0/measures/m/score` = **12**, ...
# Pointers lead into the case's expected.json; a number is rounded to the decimals that are printed, `none` is null.
# A primitive is a value of an enumeration of the schema, or a key of an item, a measure or an action; it has a case
# if doc/rules.md names it in backticks and the model of some case that is named there uses it.
import json
import os
import re
import sys

from source import end, line, read

PAGE, SCHEMA, GOLDEN = 'doc/rules.md', 'schema/rung-model-1.schema.json', 'tests/golden'
CASE = re.compile(r'Case \[([^\]\n]+)\]\(([^)\s]+)\)(:(?:(?!Case \[)[^\n])*)?')
NUMBER = re.compile(r'`(/[^`\s]+)` = \*\*([^*\n]+)\*\*')
LINK = re.compile(r'\.\./tests/golden/(\w+)/why\.md')
ENUMERATIONS = {  # key of a model file: where the schema lists its values
    'by': ('measure', 'rule_*'), 'absence': ('policy',), 'mode': ('round',), 'better': ('ratio',),
    'closed': ('curve', 'rule_bands'), 'across': ('measure',), 'kind': ('block',), 'ties': ('rule_mode',),
    'missing': ('rule_gate',), 'empty': ('rule_gate',), 'over': ('rule_share', 'rule_ogive', 'rule_mode'),
    'figure': ('condition_measure',)}
KEYS = ('recode', 'curve', 'ratio', 'age', 'clip', 'reverse', 'rescale', 'round', 'withhold', 'cap', 'espoused',
        'critical', 'lag', 'floor', 'base', 'at_least', 'tag', 'otherwise', 'above', 'at_most', 'below',
        'all', 'any', 'not')


def printed(value, text):
    """Whether a value of expected.json is what the page prints."""
    if value is None or isinstance(value, bool):
        return text == {None: 'none', True: 'true', False: 'false'}[value]
    if isinstance(value, list):
        return text == ', '.join(map(str, value))
    if isinstance(value, str):
        return text == value
    if not re.fullmatch(r'-?\d+(\.\d+)?', text):
        return False
    return abs(value - float(text)) <= 0.5 * 10 ** -len(text.partition('.')[2]) * (1 + 1e-9) if '.' in text \
        else value == int(text)


def look_up(document, pointer):
    """The value at a JSON pointer."""
    for key in pointer.split('/')[1:]:
        document = document[int(key) if isinstance(document, list) else key]
    return document


def load(root, path):
    return json.loads(read(root, path)) if os.path.exists(os.path.join(root, path)) else None


def numbers(root, text, match):
    """What is wrong with one worked line; and the model of its case."""
    where = f'{PAGE}:{line(text, match.start())}'
    link = LINK.fullmatch(match[2])
    folder = link and f'{GOLDEN}/{link[1]}'
    model = load(root, f'{folder}/model.json') if folder else None
    if model is None:
        return [f'{where}: no case {match[2]}'], None
    found = [] if link[1].replace('_', ' ') == match[1] else [f'{where}: the case is named {link[1]}']
    expected, pairs = load(root, f'{folder}/expected.json'), NUMBER.findall(match[3] or '')
    if expected is None:
        return [*found, f'{where}: {link[1]} has no expected.json'], model
    if not pairs:
        found.append(f'{where}: no number is printed')
    for pointer, shown in pairs:
        try:
            value = look_up(expected, pointer)
        except (KeyError, IndexError, ValueError, TypeError):
            found.append(f'{where}: {link[1]} has no {pointer}')
            continue
        if not printed(value, shown):
            found.append(f'{where}: {pointer} is {value!r}, not {shown}')
    return found, model


def used(node, key=None):
    """The pairs of key and value, and the keys, that a model uses."""
    if isinstance(node, dict):
        for name, part in node.items():
            if name != 'comment':
                yield name, None
                yield from used(part, 'absence' if key == 'absence' else name)
    elif isinstance(node, list):
        for part in node:
            yield from used(part, key)
    elif isinstance(node, str):
        yield key, node


def primitives(schema):
    """What needs a case: pairs of a key and a value, and keys alone. What a key is where it is left out needs none."""
    definitions = schema.get('$defs', {})
    for key, places in ENUMERATIONS.items():
        for name, definition in definitions.items():
            if not any(name == place or place.endswith('*') and name.startswith(place[:-1]) for place in places):
                continue
            node = next((part for part in definition.get('oneOf', []) if 'enum' in part), {}) \
                if name == 'policy' else definition.get('properties', {}).get(key, {})
            start = re.search(r'Default: `(\w+)`', node.get('description', ''))
            for value in [*node.get('enum', []), *([node['const']] if 'const' in node else [])]:
                if not (start and start[1] == value):
                    yield key, value
    text = json.dumps(definitions)
    yield from ((key, None) for key in KEYS if f'"{key}":' in text)


def main(root):
    text = read(root, PAGE) if os.path.exists(os.path.join(root, PAGE)) else ''
    findings, shown = [], set()
    for match in CASE.finditer(text):
        found, model = numbers(root, text, match)
        findings += found
        shown |= set(used(model)) if model else set()
    for key, value in dict.fromkeys(primitives(load(root, SCHEMA) or {})):
        name = value or key
        if f'`{name}`' not in text and not re.search(rf'[`"]{name}\b|\*\*{name}\*\*', text):
            findings.append(f'{PAGE}:1: {key} {value or ""}: not mentioned'.replace(' :', ':'))
        elif (key, value) not in shown:
            findings.append(f'{PAGE}:1: {key} {value or ""}: no case that is named shows it'.replace(' :', ':'))
    end(findings)


main(sys.argv[1])
