# Finds differences between the headers, the linker map, Python's table and what the shared library exports.
# SPDX-License-Identifier: Apache-2.0
import re
import sys

from source import code, defined, end, files, read

TABLE = 'bindings/python/rung/_abi.py'


def declared(root):
    headers = (code(read(root, path)) for path in files(root, '.h') if path.startswith('include/rung/'))
    return {name for text in headers for name in re.findall(r'^RUNG_API\s[^;(]*?(\w+)\(', text, re.M)}


def mapped(root):
    nodes = re.findall(r'\{(.*?)\}', code(read(root, 'lib/rung.map')), re.S)
    return {name for node in nodes for name in re.findall(r'([\w*?]+)\s*;', node.split('local:')[0])}


def tabled(root):
    return set(re.findall(r"^    '(rung_\w+)': \($", read(root, TABLE), re.M))


def main(root, library):
    lists = {'include/rung': declared(root), 'lib/rung.map': mapped(root), TABLE: tabled(root),
             library: defined(library, '-D')}
    names = sorted(set.union(*lists.values()))
    end([f'{place}: lacks {name}' for name in names for place, there in lists.items() if name not in there]
        or ([] if names else ['include/rung: declares nothing']))


main(sys.argv[1], sys.argv[2])
