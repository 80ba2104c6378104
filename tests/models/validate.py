#!/usr/bin/env python3
# Holds every model and mapping file of the project against its schema.
# SPDX-License-Identifier: Apache-2.0
"""validate.py [file...]: the files named, or else every .json file in lib/data and examples.

A file's `format` names its schema. The schemas themselves are checked too: each must be a valid
schema, and each of its keys must have a description, since the manual is made from them. A branch
(oneOf, anyOf) that narrows a key of the object that it is a branch of need not describe it again.
Exit code 0: all hold; 1: some do not; 77: the package jsonschema is missing.
"""
import json
import sys
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print('jsonschema is not installed', file=sys.stderr)
    sys.exit(77)

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMAS = {'rung-model/1': 'rung-model-1.schema.json', 'rung-map/1': 'rung-map-1.schema.json'}


def no_twins(pairs):
    """An object whose keys all differ."""
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise ValueError(f'the key {key!r} stands twice')
    return dict(pairs)


def read(path):
    return json.loads(path.read_text(encoding='utf-8'), object_pairs_hook=no_twins)


def undescribed(schema, place=''):
    """The places of keys without a description of their own or of what they refer to."""
    definitions = schema.get('$defs', {})

    def walk(node, place, described=frozenset()):
        if isinstance(node, list):
            for index, part in enumerate(node):
                yield from walk(part, f'{place}/{index}', described)
        elif isinstance(node, dict):
            for key, value in node.get('properties', {}).items():
                if isinstance(value, dict) and key not in described and not {'allOf', 'if', 'then'} & set(place.split('/')):
                    target = definitions.get(value.get('$ref', '').rpartition('/')[2], {})
                    if 'description' not in value and 'description' not in target:
                        yield f'{place}/properties/{key}'
            for key, value in node.items():
                inner = described | set(node.get('properties', ())) if key in ('oneOf', 'anyOf') else frozenset()
                yield from walk(value, f'{place}/{key}', inner)

    return list(walk(schema, place))


def main(arguments):
    wrong = 0

    def report(path, place, message):
        nonlocal wrong
        wrong += 1
        print(f'{path}: {place or "/"}: {message}', file=sys.stderr)

    validators = {}
    for name, file in SCHEMAS.items():
        path = ROOT / 'schema' / file
        schema = read(path)
        Draft202012Validator.check_schema(schema)
        for place in undescribed(schema):
            report(path, place, 'no description')
        validators[name] = Draft202012Validator(schema)

    paths = [Path(argument) for argument in arguments]
    if not paths:
        folders = [ROOT / 'lib' / 'data', ROOT / 'examples']
        paths = sorted(path for folder in folders for path in folder.rglob('*.json'))
    for path in paths:
        try:
            document = read(path)
        except ValueError as error:
            report(path, '', error)
            continue
        validator = validators.get(document.get('format') if isinstance(document, dict) else None)
        if validator is None:
            report(path, '/format', 'names no format that has a schema here')
            continue
        for error in validator.iter_errors(document):
            report(path, '/' + '/'.join(map(str, error.absolute_path)), error.message[:300])
    print(f'{len(paths)} files, {wrong} wrong')
    return 1 if wrong or not paths else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
