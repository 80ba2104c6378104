"""The worked cases of doc/statistics/ are what the library reckons, to the digits that are printed."""
# SPDX-License-Identifier: Apache-2.0
#
# worked.py SOURCE_ROOT LIBRARY: a TAP stream, a sub-test per case. A case is a fenced block `worked`:
#
#     case: its title
#     columns: 1 2 3 - | 4 5 6 7        numbers or words, `-` for absent, `|` between columns
#     any other key: its value          parameters, as the case's function reads them
#     RUNG_ENUM_NAME = 0.123            results
#
# The modules worked_TOPIC.py have WORKED: title -> function(library, columns, parameters), which
# gives {name: value}.
import importlib
import math
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import tap  # noqa: E402
from library import Library  # noqa: E402

BLOCK = re.compile(r'^```worked\n(.*?)^```$', re.M | re.S)
RESULT = re.compile(r'^([\w.]+) = (\S+)$')


def value(word):
    """A word of a column: a number, None or text."""
    if word == '-':
        return None
    try:
        return float(word)
    except ValueError:
        return word


def read(block):
    """A block's title, columns, parameters and results."""
    parameters, results = {}, {}
    for line in block.splitlines():
        result = RESULT.match(line)
        if result:
            results[result[1]] = result[2]
        elif ': ' in line:
            key, text = line.split(': ', 1)
            parameters[key] = text.strip()
        elif line.strip():
            raise ValueError(f'"{line}" is neither "key: value" nor "NAME = number"')
    columns = [[value(word) for word in column.split()]
               for column in parameters.pop('columns', '').split('|') if column.split()]
    return parameters.pop('case'), columns, parameters, results


def shows(printed, found):
    """Whether a number, written with as many digits as are printed, is what is printed."""
    if printed == 'NaN':
        return math.isnan(found)
    if math.isnan(found) or math.isinf(found):
        return False
    mantissa, _, power = printed.partition('e')
    digits = len(mantissa.partition('.')[2])
    unit = 10.0 ** (int(power or 0) - digits)
    return abs(float(printed) - found) <= 0.5000001 * unit


def run(stream, library, page, block, functions):
    """One sub-test."""
    title, columns, parameters, results = read(block)
    if not results:
        return stream.ok(False, f'{page}: {title}', 'the case prints no result')
    if title not in functions:
        return stream.ok(False, f'{page}: {title}', 'no worked_*.py reckons it')
    found = functions[title](library, columns, parameters)
    lines = [f'{name}: the page says {printed}, found {found.get(name)}'
             for name, printed in results.items()
             if name not in found or not shows(printed, found[name])]
    return stream.ok(not lines, f'{page}: {title}', *lines)


def main(arguments):
    root, path = tap.places(arguments)
    library, stream, functions = Library(root, path), tap.Tap(), {}
    for module in sorted(Path(__file__).parent.glob('worked_*.py')):
        functions.update(importlib.import_module(module.stem).WORKED)
    for page in sorted((root / 'doc' / 'statistics').glob('*.md')):
        blocks = BLOCK.findall(page.read_text(encoding='utf-8'))
        if not blocks:
            stream.ok(False, f'{page.name} has a worked case')
        for block in blocks:
            run(stream, library, page.name, block, functions)
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
