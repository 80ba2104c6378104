"""Limits hold the truth as often as is promised, and levels come true as often as is said."""
# SPDX-License-Identifier: Apache-2.0
#
# coverage.py SOURCE_ROOT SIMULATION quick|full: a TAP stream. Draws anew, by another seed than that of
# tests/simulation/coverage.csv, and holds it against what is promised and against the table.
# coverage.py --write SOURCE_ROOT SIMULATION: writes that table, doc/coverage.md and doc/coverage.svg anew.
import math
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]

import coverage_page as page  # noqa: E402
import tap  # noqa: E402

SEED, OTHER_SEED = 1, 2
PROMISE, ERRORS = .93, 4  # errors: Monte-Carlo standard errors that are let pass


def draw(root, program, seed, much):
    found = subprocess.run([str(program), str(root / 'tests' / 'simulation' / 'models'), str(seed), much],
                           capture_output=True, encoding='utf-8', timeout=3600, check=True)
    return found.stdout


def draw_rows(root, program, seed, much):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'found.csv'
        path.write_text(draw(root, program, seed, much), encoding='utf-8')
        return page.read(path)


def error(share, count):
    """The standard error of a share; never that of a share nearer to the end than one in `count`."""
    inner = min(max(share, 1 / count), 1 - 1 / count)
    return math.sqrt(inner * (1 - inner) / count)


def breaks(rows):
    """Cells under what is promised, by more than chance makes up."""
    return [f'{key}: {page.held(row):.4f} of {row["count"]:.0f}' for key, row in rows.items()
            if page.promised(key, row) and
            page.held(row) < PROMISE - ERRORS * error(PROMISE, row['count'])]


def apart(rows, stored, parts):
    """Cells that differ from what is stored, by more than chance makes up."""
    out = []
    for key, row in rows.items():
        if key[0] not in parts or row['count'] < 30:
            continue
        old = stored.get(key)
        if old is None:
            out.append(f'{key}: not in the table')
            continue
        both = (row['held'] + old['held']) / (row['count'] + old['count'])
        slack = ERRORS * math.hypot(error(both, row['count']), error(both, old['count']))
        if abs(page.held(row) - page.held(old)) > slack:
            out.append(f'{key}: {page.held(row):.4f}, in the table {page.held(old):.4f}')
    return out


def uncalibrated(rows, part, figures, least, slack):
    """Bins of stated chances that come true more or less often than stated: by more than `slack` and chance."""
    out = []
    for key, row in rows.items():
        if key[0] != part or key[1] not in figures or key[5] < 0 or row['count'] < 30 or \
                key[2] < least:
            continue
        off = page.held(row) - row['mean']
        if abs(off) > slack + ERRORS * error(row['mean'], row['count']):
            out.append(f'{key}: stated {row["mean"]:.3f}, true {page.held(row):.3f}')
    return out


def check(stream, rows, stored):
    cells = [key for key, row in rows.items() if page.promised(key, row)]
    below = breaks(rows)
    stream.ok(cells and not below, f'{len(cells)} cells of n >= 30 and |skew| < 1 hold in 93 %', *below)
    kinds = {'coverage': ('coverage',), 'effective persons': ('effective',), 'levels': ('levels',),
             'persons': ('persons',), 'single statistics': ('statistics', 'exact')}
    for what, parts in kinds.items():
        off = apart(rows, stored, parts)
        stream.ok(any(key[0] in parts for key in rows) and not off, f'{what}: as the table has it', *off)
    off = uncalibrated(rows, 'levels', ('single',), 30, .02)
    stream.ok(not off, 'one measure from 30 people on: stated chances come true', *off)
    off = uncalibrated(rows, 'levels', ('weakest', 'gate'), 30, .05)
    stream.ok(not off, 'weakest link and gate from 30 people on: within 5 points', *off)
    off = uncalibrated(rows, 'persons', ('regressed',), 0, .04)
    stream.ok(not off, 'persons by regressed scores: within 4 points', *off)
    off = uncalibrated(rows, 'persons', ('observed',), 0, .04)
    stream.ok(off, 'persons by observed scores: they do not, which is why the others are told')


def main(arguments):
    if arguments[1] == '--write':
        root, program = (Path(argument).resolve() for argument in arguments[2:4])
        (root / 'tests' / 'simulation' / 'coverage.csv').write_text(
            draw(root, program, SEED, 'table'), encoding='utf-8')
        page.main(['', str(root)])
        return
    root, program = (Path(argument).resolve() for argument in arguments[1:3])
    stream = tap.Tap()
    print(f'# seed {OTHER_SEED}')
    old = page.stale(root)
    stream.ok(not old, 'the page and its diagram are what the table says', *old)
    check(stream, draw_rows(root, program, OTHER_SEED, arguments[3]),
          page.read(root / 'tests' / 'simulation' / 'coverage.csv'))
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
