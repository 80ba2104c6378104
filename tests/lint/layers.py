# Finds includes that go upward, sideways by bare name, or in a circle (lib/LAYERS has the order).
# SPDX-License-Identifier: Apache-2.0
import os
import re
import sys

from source import code, end, files, line, read

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


def judge(layers, path, sign, target):
    """What is wrong with one include, or None."""
    top, own = path.split('/')[0], path.split('/')[1]
    layer = target.split('/')[0]
    if sign == '<':
        return f'<{target}> is ours: "{target}"' if '/' in target and layer in layers else None
    if top in ('include', 'examples'):
        return f'"{target}": the public interface is <rung/...> alone'
    if top == 'tools':
        return f'"{target}" is inside the library' if layer in layers else None
    if '/' not in target:
        return f'"{target}" by bare name: write "{own}/{target}"'
    if layer not in layers:
        return f'"{target}" is in no layer'
    if layers.index(layer) > layers.index(own):
        return f'"{target}" goes upward: {own} is below {layer}'
    return None


def circle(graph, start):
    """A way from start back to it, or None."""
    ways = [[start]]
    seen = set()
    while ways:
        way = ways.pop()
        for target in graph.get(way[-1], ()):
            if target == start:
                return way + [start]
            if target not in seen:
                seen.add(target)
                ways.append(way + [target])
    return None


def main(root):
    layers = [name for name in read(root, 'lib/LAYERS').split('\n') if name and name[0] != '#']
    findings, graph = [], {}
    for path in files(root, '.c', '.h'):
        parts = path.split('/')
        if parts[0] not in ('include', 'lib', 'tools', 'examples'):
            continue
        if parts[0] == 'lib' and (len(parts) < 3 or parts[1] not in layers):
            findings.append(f'{path}:1: is in no layer of lib/LAYERS')
            continue
        text = code(read(root, path), strings=True)
        module = os.path.splitext(path)[0]
        for match in INCLUDE.finditer(text):
            wrong = judge(layers, path, *match.groups())
            if wrong:
                findings.append(f'{path}:{line(text, match.start(1))}: {wrong}')
            target = os.path.splitext('lib/' + match[2] if match[1] == '"' else 'include/' + match[2])[0]
            if target != module:
                graph.setdefault(module, []).append(target)
    for module in sorted(graph):
        way = circle(graph, module)
        if way and min(way) == module:
            findings.append(f'{module}:1: includes go in a circle: ' + ' -> '.join(way))
    end(findings)


main(sys.argv[1])
