"""What the importers share: refusing by name and place, ids, and JSON for people."""
# SPDX-License-Identifier: Apache-2.0
import json
import re
import sys

MOST = 65536  # no number of a model file is larger
MOST_BYTES = 8 << 20


class Refused(Exception):
    """The input says something that this importer does not read: where, and what."""


def name_id(text):
    """A name as an id of a model file: other characters become an underscore."""
    name = re.sub(r'[^A-Za-z0-9_.-]', '_', text)[:64]
    if not re.match(r'[A-Za-z0-9]', name):
        name = ('x' + name)[:64]
    return name


def number(text, where):
    """A number as a model file may hold it: whole if it is."""
    try:
        value = float(text)
    except (TypeError, ValueError):
        raise Refused(f'{where}: {text!r} is no number') from None
    if not -MOST <= value <= MOST:
        raise Refused(f'{where}: {text} is not from -{MOST} to {MOST}')
    return int(value) if value == int(value) else value


def layout(value, indent=0, width=120):
    """JSON for people: what fits on a line stands on one."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + indent <= width or not isinstance(value, (dict, list)):
        return line
    inner = indent + 2
    if isinstance(value, dict):
        parts = [f'{json.dumps(key, ensure_ascii=False)}: {layout(part, inner, width)}'
                 for key, part in value.items()]
    else:
        parts = [layout(part, inner, width) for part in value]
    begin, end = '{}' if isinstance(value, dict) else '[]'
    return begin + '\n' + ',\n'.join(' ' * inner + part for part in parts) + '\n' + ' ' * indent + end


def finish(make, arguments):
    """Make the model and print it, or say why not: exit 2."""
    try:
        model = make(arguments)
    except (Refused, OSError) as error:
        print(f'{sys.argv[0].rpartition("/")[2]}: {error}', file=sys.stderr)
        return 2
    text = layout(model) + '\n'
    if arguments.output:
        with open(arguments.output, 'w', encoding='utf-8') as file:
            file.write(text)
    else:
        sys.stdout.write(text)
    return 0
