"""The tables of doc/compare.md, from results.json."""
# SPDX-License-Identifier: Apache-2.0
#
# page.py [--check]: writes the tables between their marks; --check finds where they are not up to date.
from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Sequence

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / 'doc/compare.md'
RESULTS = Path(__file__).with_name('results.json')
BLOCK = re.compile(r'(<!-- table: (\w+) -->\n).*?(<!-- end -->)', re.S)
TOOLS = ('rung', 'psych', 'pingouin', 'factor_analyzer', 'pyreadstat')
OUT_OF_R = ('psych', 'multilevel')
FIGURES = {'alpha': 'alpha, with limits', 'omega': 'omega of one factor', 'icc': 'ICC(2,1) of raters'}
PLACES = {'alpha': (0, 1, 2), 'omega': (0,), 'icc': (1, 3, 4)}
POLICIES = {'pairwise': 'each pair of items from who answered both', 'listwise': 'leaves out who has a gap',
            'median': "fills gaps with the item's median", 'refuses': 'refuses', 'other': 'another way'}
ASKED = {'alpha': 'alpha with limits', 'item-total': 'item-total correlations', 'omega': 'omega',
         'icc': 'ICC of raters, six forms', 'kappa': 'kappa of two raters',
         'rwg(j) and AD': 'r_wg(j) and AD within teams', 'levels': 'levels of 25 teams, small ones hidden, from CSV',
         'sav': 'read a labelled .sav'}


def table(head: Sequence[Any], rows: Sequence[Sequence[Any]]) -> str:
    """A table of Markdown."""
    return '\n'.join('| ' + ' | '.join(str(value).replace('|', '\\|') for value in row) + ' |'
                     for row in [head, ['---'] * len(head), *rows]) + '\n'


def about(results: Dict[str, Any]) -> str:
    """Versions and the machine."""
    machine, versions = results['machine'], results['versions']
    load = results['speed']['load']
    return table(['', ''], [
        ['versions', ', '.join(f'{name} {version}' for name, version in versions.items())],
        ['machine', f'{machine["processor"]}, {machine["cores"]} cores, {machine["system"]}'],
        ['load while times were taken', f'{min(load)} to {max(load)} (of one minute; other work ran beside)'],
    ])


def megabytes(count: Optional[int]) -> str:
    return '' if count is None else f'{count / 1e6:.1f} MB'


def install(results: Dict[str, Any]) -> str:
    """What it takes to install each."""
    by_tool = results['install']['by tool']
    shown_as: Dict[str, Callable[[Dict[str, Any]], str]] = {
        'packages, dependencies included': lambda found: str(found['packages']),
        'fetched': lambda found: megabytes(found['download']),
        'on disk': lambda found: megabytes(found['installed']),
        'seconds, without fetching': lambda found: f'{found["seconds"]:.1f}' if 'seconds' in found else 'not taken',
        'built where it is installed': built,
        'first call': lambda found: str(found.get('first call', 'not tried'))}
    return table(['', *TOOLS], [[name, *(get(by_tool[tool]) if tool in by_tool else '' for tool in TOOLS)]
                                for name, get in shown_as.items()])


def built(found: Dict[str, Any]) -> str:
    """Which packages came as source."""
    if found.get('compilers'):
        return 'nothing; brings ' + ' and '.join(found['compilers'])
    names = [re.sub(r'-[\d.]+(\.tar\.gz|\.zip)$', '', name) for name in found.get('sources', [])]
    return ', '.join(names) or 'nothing'


def code(results: Dict[str, Any]) -> str:
    """Calls by task."""
    rows = []
    for task, asked in ASKED.items():
        of = results['calls'][task]
        rows.append([asked, *(of[tool]['calls'] if tool in of else
                              f'multilevel: {of["multilevel"]["calls"]}' if tool == 'psych' and 'multilevel' in of
                              else '-' for tool in TOOLS)])
    return table(['calls for', *TOOLS], rows)


def missing(results: Dict[str, Any]) -> str:
    """What is done by default where answers are absent."""
    rows = [[FIGURES[name.split('/')[0]].replace(', with limits', ''), name.split('/')[1], POLICIES[found['policy']]]
            for name, found in sorted(results['missing'].items())]
    return table(['figure', 'tool', 'with 10 % of answers absent, by default'], rows)


def shown(task: str, found: Dict[str, Any]) -> str:
    """A figure with its limits, or how it is refused."""
    if found['error']:
        return 'refuses'
    values = [found['figures'][place] for place in PLACES[task] if place < len(found['figures'])]
    if task == 'omega':
        values = [next((value for value in found['figures'] if value is not None), None)]
    if values[0] is None:
        return 'NaN'
    limits = values[1:]
    return f'{values[0]:.2f}' + (' ({:.2f} to {:.2f})'.format(*limits) if limits and None not in limits else '')


def warned(found: Dict[str, Any]) -> str:
    """A mark where something was said of the data."""
    about_data = [line for line in found['said'] if not line.startswith('Omega_h')]
    return ' \\*' if about_data and not found['error'] else ''


def awkward(results: Dict[str, Any]) -> str:
    """What is made of awkward data."""
    tools = [(task, tool) for task in FIGURES for tool in TOOLS
             if tool in results['awkward']['no gaps'][task]]
    rows: List[List[str]] = []
    for name in ('no gaps', '10 % of answers absent', 'one item against the others', 'two items the same',
                 'one item constant', 'one item without an answer', 'two people', 'nobody answered'):
        of = results['awkward'][name]
        rows.append([name, *(shown(task, of[task][tool]) + warned(of[task][tool]) for task, tool in tools)])
    columns = list(zip(['data', *(f'{task}, {tool}' for task, tool in tools)], *rows))
    parts = []
    for task in FIGURES:
        mine = [column for column, of in zip(columns[1:], tools) if of[0] == task]
        body = [list(row) for row in zip(columns[0][1:], *(column[1:] for column in mine))]
        parts.append(table([FIGURES[task], *(tool for of, tool in tools if of == task)], body))
    return '\n'.join(parts)


def duration(seconds: float) -> str:
    """A time in a unit that is easily read."""
    for unit, factor in (('µs', 1e6), ('ms', 1e3)):
        if seconds * factor < 1000:
            return f'{seconds * factor:.3g} {unit}'
    return f'{seconds:.3g} s'


def ratio(one: float, other: float) -> str:
    """How many times as long as rung."""
    return f'{one / other:.2g}' if one / other < 100 else f'{one / other:.0f}'


def timed(found: Dict[str, Any], rung: Dict[str, Any], is_rung: bool) -> str:
    """A median with its spread, and the ratio."""
    if found.get('seconds') is None:
        return found.get('error') or ''
    spread = f' ({duration(found["least"])} to {duration(found["most"])})' if found['runs'] > 1 else ' (one run)'
    times = '' if is_rung else f', x {ratio(found["seconds"], rung["seconds"])}'
    return duration(found['seconds']) + spread + times


def speed(results: Dict[str, Any]) -> str:
    """The time of one call."""
    rows = []
    for size, of in sorted(results['speed']['cells'].items(), reverse=True):
        for task, by_tool in of.items():
            for tool, found in by_tool.items():
                if tool != 'rung':
                    rows.append([ASKED[task], size, timed(by_tool['rung'], by_tool['rung'], True),
                                 tool, timed(found, by_tool['rung'], False)])
    return table(['task', 'rows x columns', 'rung', 'peer', 'its time, and as a multiple of rung\'s'], rows)


def faster(results: Dict[str, Any]) -> str:
    """Who is faster than rung, and at what."""
    found = [f'{tool} at {ASKED[task].split(",")[0]} ({size})'
             for size, of in results['speed']['cells'].items() for task, by_tool in of.items()
             for tool, one in by_tool.items()
             if one.get('seconds') is not None and one['seconds'] < by_tool['rung']['seconds']]
    return f'Faster than rung: {", ".join(found) or "none"}.\n'


def survey(results: Dict[str, Any]) -> str:
    """The whole way, which only rung goes."""
    found = results['speed']['cells']['the survey']['levels']['rung']
    return f'Only rung does it: {timed(found, found, True)} from the file to the frame.\n'


def sav(results: Dict[str, Any]) -> str:
    """What became of the labelled file."""
    found = results['sav']
    same = 'the same findings as' if found['the same findings'] else 'other findings than'
    return (f'Given the file itself, rung refuses: "{found["rung on the file"]}".\nGiven the frame that pyreadstat '
            f'read of it, `model.findings(frame, by="team")` gives {same} the CSV.\n')


def equal(results: Dict[str, Any]) -> str:
    """The largest difference of each figure that two tools have."""
    rows = []
    for task, of in results['figures'].items():
        for tool in of:
            if tool == 'rung':
                continue
            pairs = [(one, other) for one, other in zip(of['rung'], of[tool]) if None not in (one, other)]
            worst = max(abs(one - other) for one, other in pairs)
            rows.append([ASKED[task], tool, len(pairs), f'{worst:.1e}'])
    return table(['figure', 'beside', 'numbers', 'largest difference'], rows)


BLOCKS: Dict[str, Callable[[Dict[str, Any]], str]] = {
    'about': about, 'install': install, 'code': code, 'missing': missing, 'awkward': awkward,
    'speed': speed, 'faster': faster, 'survey': survey, 'sav': sav, 'equal': equal}


def main(arguments: List[str]) -> None:
    results = json.loads(RESULTS.read_text(encoding='utf-8'))
    old = PAGE.read_text(encoding='utf-8')
    new = BLOCK.sub(lambda match: match[1] + BLOCKS[match[2]](results) + match[3], old)
    if '--check' not in arguments:
        PAGE.write_text(new, encoding='utf-8')
    elif new != old:
        raise SystemExit('doc/compare.md: not made from bench/python/results.json; run bench/python/page.py')


if __name__ == '__main__':
    main(sys.argv[1:])
