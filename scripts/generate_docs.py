#!/usr/bin/env python3
# Writes doc/model-format.md from the schemas and doc/errors.md from the headers; --check compares.
# SPDX-License-Identifier: Apache-2.0
import json
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

FORMAT = '''# The model file

A model is one JSON file, `rung-model/1`: data only, no code. It is checked completely as it is read; what is wrong is named by line
and column (not JSON) or by JSON pointer (not a model). This page is made from `schema/rung-model-1.schema.json` and
`schema/rung-map-1.schema.json`, which other programs may use to check files; what the schema refuses, the reader refuses.

The reader also refuses what a schema cannot say: ids that are given twice or lead nowhere, keys given twice, measures that depend
on themselves, steps that do not rise, options that belong to no point or level, bands that overlap, and text that is not UTF-8.
Whether a model's arithmetic makes sense is for `rung check` to say.

Any object may carry a `comment`, a string that is ignored. Any other key that is not listed here is an error. In a path, `*`
stands for any place in a list or any id.
'''

ERRORS = '''# Errors

A call that can fail returns a status; the caller's own `rung_error`, if given, says the rest: `status`, `row` and `column`
(1-based, 0 for no place), `where` (a file, a JSON pointer, a column's name) and `message`, one line that says what was found, what
was expected and what to do. It is written only on failure. A failed call leaves its object as it was.

Numbers are never reused or reordered: test for the names. This page is made from `include/rung/`.
'''


def read(path):
    with open(os.path.join(ROOT, path), encoding='utf-8') as file:
        return file.read()


def cell(text):
    return re.sub(r'\s+', ' ', text).strip().replace('|', '\\|')


def table(head, rows):
    return ['', '| ' + ' | '.join(head) + ' |', '|' + ' --- |' * len(head),
            *('| ' + ' | '.join(cell(value) for value in row) + ' |' for row in rows), '']


class Format:
    """One schema as Markdown: a section per kind of object, in the order in which the file meets them."""

    def __init__(self, schema):
        self.schema, self.kinds = schema, schema['$defs']
        self.sections, self.used = {}, {}
        self.visit(schema, '/', schema['title'])

    def resolve(self, node):
        """The node behind a reference, and the name it has there."""
        if '$ref' in node:
            name = node['$ref'].split('/')[-1]
            return self.kinds[name], name
        return node, None

    def is_simple(self, node):
        node, _ = self.resolve(node)
        return not self.members(node) and not (node.get('oneOf') and all('$ref' in one for one in node['oneOf'])
                                               and not all(self.is_simple(one) for one in node['oneOf']))

    @staticmethod
    def members(node):
        return {key: value for key, value in node.get('properties', {}).items() if key != 'comment'}

    @staticmethod
    def values(node):
        """What stands under free keys (ids, texts, languages), if anything."""
        found = list(node.get('patternProperties', {}).values())
        extra = node.get('additionalProperties')
        return (found + ([extra] if isinstance(extra, dict) else []) or [None])[0]

    def type(self, node):
        target, name = self.resolve(node)
        if name:
            if self.is_simple(node):
                self.used.setdefault(name, target)
            return '*' + name.replace('_', ' ') + '*'
        if 'const' in target:
            return '`' + json.dumps(target['const']) + '`'
        if 'enum' in target:
            return ', '.join(f'`{value}`' for value in target['enum'])
        if 'oneOf' in target:
            return ' or '.join(self.type(one) for one in target['oneOf'])
        if self.values(target) and not self.members(target):
            return 'object of ' + self.type(self.values(target))
        if target.get('type') == 'array':
            return 'list of ' + self.type(target['items']) + self.bounds(target, 'minItems', 'maxItems')
        kind = target.get('type', 'any')
        return (kind if isinstance(kind, str) else ' or '.join(kind)) + \
            self.bounds(target, 'exclusiveMinimum' if 'exclusiveMinimum' in target else 'minimum', 'maximum',
                        'above ' if 'exclusiveMinimum' in target else 'from ')

    @staticmethod
    def bounds(node, least, most, word='from '):
        if least not in node:
            return f', at most {node[most]:,}' if most in node and word == 'from ' else ''
        if node[least] == node.get(most):
            return f', exactly {node[least]:,}'
        return f', {word}{node[least]:,}' + (f' to {node[most]:,}' if most in node else '')

    def visit(self, node, path, title):
        """Note the section of an object, or of the alternatives, that stands at a path."""
        node, name = self.resolve(node)
        title = (name or title).replace('_', ' ')
        if self.is_simple(node):
            return
        if title in self.sections:
            paths = self.sections[title][1]
            if path not in paths and not any(path.startswith(known + '/') for known in paths):
                paths.append(path)
            return
        self.sections[title] = (node, [path])
        for one in node.get('oneOf', []):
            if '$ref' in one:
                self.visit(one, path, title)
        for key, value in self.members(node).items():
            self.descend(value, path.rstrip('/') + '/' + key)

    def descend(self, node, path):
        node, name = self.resolve(node)
        if node.get('type') == 'array':
            self.descend_into(node['items'], path + '/*')
        elif self.values(node) and not self.members(node):
            self.descend_into(self.values(node), path + '/*')
        else:
            self.visit({'$ref': '#/$defs/' + name} if name else node, path, f'`{path}`')

    def descend_into(self, node, path):
        for one in (node, *node.get('oneOf', [])):
            if '$ref' in one or 'properties' in one:
                self.visit(one, path, f'`{path}`')

    def section(self, title, node, paths):
        places = [f'`{path}`' for path in paths]
        lines = ['', f'### {title}', '', 'At ' + ', '.join(places) + '. ' + node.get('description', '')]
        if not self.members(node):
            return lines + ['', 'One of: ' + ', '.join(self.type(one) for one in node['oneOf']) + '.']
        rows = []
        for key, value in self.members(node).items():
            text = value.get('description') or self.resolve(value)[0].get('description', '')
            start = re.search(r'\s*Default: (.+?)\.(?=\s|$)', text)
            required = key in node.get('required', [])
            rows.append((f'`{key}`', self.type(value), 'yes' if required else '',
                         start[1] if start and not required else '', text.replace(start[0], '') if start else text))
        if self.values(node):
            rows.append(('any other', self.type(self.values(node)), '', '', 'As many as are wanted.'))
        lines += table(('key', 'type', 'required', 'if left out', 'meaning'), rows)
        choices = [one['required'][0] for one in node.get('oneOf', []) if set(one) == {'required'}]
        if choices:
            lines.append('Exactly one of ' + ', '.join(f'`{key}`' for key in choices) + ' is required.')
        return lines

    def lines(self, heading):
        body = []
        for title, (node, paths) in self.sections.items():
            body += self.section(title, node, paths)
        rows = [(f'*{name.replace("_", " ")}*', node.get('description', '')) for name, node in self.used.items()]
        return ['', f'## {heading}', *body, '', f'### Values of {self.schema["title"]}', *table(('type', 'meaning'), rows)]


def model_format():
    lines = []
    for name, heading in (('rung-model-1', 'Models'), ('rung-map-1', 'Mappings')):
        lines += Format(json.loads(read(f'schema/{name}.schema.json'))).lines(heading)
    return FORMAT + '\n'.join(lines)


def errors():
    headers = sorted(name for name in os.listdir(os.path.join(ROOT, 'include/rung')) if name.endswith('.h'))
    calls = [call for name in headers for call in
             re.findall(r'/\*\*((?:(?!\*/).)*)\*/\s*RUNG_API[^;(]*?(\w+)\(', read('include/rung/' + name), re.S)]
    enum = re.search(r'typedef enum rung_status \{(.*?)\} rung_status;', read('include/rung/status.h'), re.S)[1]
    rows = []
    for name, number, text in re.findall(r'(RUNG_\w+) = (\d+),?\s*/\*\*< (.*?) \*/', enum, re.S):
        by = [f'{call}()' for comment, call in calls if re.search(rf'#{name}\b', comment)]
        rows.append((number, f'`{name}`', text, '' if name == 'RUNG_OK' else 'most calls' if len(by) > 8 else ', '.join(by)))
    return ERRORS + '\n'.join(table(('number', 'name', 'meaning', 'named in the documentation of'), rows))


def main():
    stale = 0
    for path, text in (('doc/model-format.md', model_format()), ('doc/errors.md', errors())):
        text = re.sub(r'\n{3,}', '\n\n', text).rstrip() + '\n'
        if sys.argv[1:] == ['--check']:
            if not os.path.exists(os.path.join(ROOT, path)) or read(path) != text:
                print(f'{path}:1: is out of date: run scripts/generate_docs.py')
                stale = 1
        else:
            with open(os.path.join(ROOT, path), 'w', encoding='utf-8') as file:
                file.write(text)
    sys.exit(stale)


main()
