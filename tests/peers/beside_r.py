"""Statistics of fresh data sets beside R: the largest relative difference of each."""
# SPDX-License-Identifier: Apache-2.0
#
# beside_r.py SOURCE_ROOT LIBRARY: a TAP stream, a sub-test per statistic; at last a table of all. The seed is
# printed; RUNG_SEED gives another. R reads the tables once (beside_r.R). What lacks its package is skipped,
# and without Rscript or jsonlite everything is.
#
# A difference counts relative to the larger of the two numbers, below LEAST relative to LEAST: a
# correlation of 0 is found as some 1e-17. Distributions have no such floor above 1e-280, but for two.
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import beside_data  # noqa: E402
import beside_distributions  # noqa: E402
import beside_more  # noqa: E402
import beside_statistics  # noqa: E402
import tap  # noqa: E402
from library import Library  # noqa: E402

SEED, TOLERANCE, LEAST = 20240229, 1e-10, 1e-4
# qf() takes 1 / x - 1 of an x near 1, and pmvnorm() is exact to 1e-15 absolutely: small numbers lack digits.
# distribution_table.py holds the library's to 40 digits.
LEAST_OF = {'f_quantile': 1e-3, 'bivariate_normal_cdf': 1e-3}


def by_r(folder):
    """What R finds: {name: {by, value or skip or error}}, or a sentence where it cannot be asked."""
    if not shutil.which('Rscript'):
        return 'Rscript is not there'
    script = Path(__file__).with_name('beside_r.R')
    ran = subprocess.run(['Rscript', '--vanilla', str(script), str(folder)], capture_output=True, text=True,
                         timeout=300, check=False)
    if ran.returncode == 3:
        return "R's package jsonlite is not there"
    if ran.returncode:
        raise SystemExit(f'Bail out! beside_r.R: {ran.stderr[-2000:]}')
    return json.loads((folder / 'r.json').read_text(encoding='utf-8'))


def number(value):
    """What R writes: null for NA and NaN, words for the infinite."""
    return math.nan if value in (None, 'NaN') else float(value)


def difference(one, other, least):
    """How far two numbers differ, relative to the larger."""
    if math.isnan(one) or math.isnan(other):
        return 0.0 if math.isnan(one) and math.isnan(other) else math.inf
    if one == other:
        return 0.0
    return abs(one - other) / max(abs(one), abs(other), least)


def largest(expected, found, least):
    """The largest difference, and a sentence on where it is."""
    if len(expected) != len(found):
        return math.inf, f'R gives {len(expected)} numbers, the library {len(found)}'
    worst, place = max((difference(one, other, least), place)
                       for place, (one, other) in enumerate(zip(expected, found)))
    return worst, f'number {place + 1} of {len(found)}: R {expected[place]!r}, the library {found[place]!r}'


class Beside:
    """The run: library, tables, what R found, and the lines of the table."""

    def __init__(self, library, tables, found):
        self.library, self.tables, self.found = library, tables, found
        self.stream, self.lines = tap.Tap(), []

    def hold(self, name, entry, least):
        tolerance, function = entry if isinstance(entry, tuple) else (TOLERANCE, entry)
        r = self.found.get(name, {'by': '-', 'error': 'beside_r.R does not give it'})
        if 'skip' in r:
            return self.stream.skip(f'{name} as {r["by"]}', r['skip'])
        if 'error' in r:
            return self.stream.ok(False, f'{name} as {r["by"]}', r['error'])
        try:
            mine = [number(value) for value in function(self.library, self.tables)]
        except Exception as error:  # one statistic must not stop the others
            return self.stream.ok(False, f'{name} as {r["by"]}', f'{type(error).__name__}: {error}')
        value = r['value'] if isinstance(r['value'], list) else [r['value']]
        worst, where = largest([number(one) for one in value], mine, least)
        self.library.keep.clear()
        self.lines.append((name, r['by'], worst, tolerance, len(mine)))
        return self.stream.ok(worst <= tolerance, f'{name} as {r["by"]}', f'differs by {worst:.2g}; {where}')

    def table(self):
        print(f'# {"statistic":40} {"beside":28} {"numbers":>7} {"largest":>9} {"allowed":>9}')
        for name, by, worst, tolerance, numbers in self.lines:
            print(f'# {name:40} {by:28} {numbers:7} {worst:9.1e} {tolerance:9.0e}')


def main(arguments):
    root, path = tap.places(arguments)
    seed = int(os.environ.get('RUNG_SEED', SEED))
    print(f'# seed {seed} (RUNG_SEED)')
    tables, places = beside_data.make(seed), beside_distributions.draw(seed)
    with tempfile.TemporaryDirectory(dir=os.environ.get('TMPDIR')) as folder:
        beside_data.write({**tables, 'places': beside_distributions.rows(places)}, Path(folder))
        found = by_r(Path(folder))
    if isinstance(found, str):
        print(f'1..0 # SKIP {found}')
        return
    beside = Beside(Library(root, path), {**tables, 'by_r': found}, found)
    for name, entry in {**beside_statistics.STATISTICS, **beside_more.STATISTICS}.items():
        beside.hold(name, entry, LEAST)
    for name, entry in beside_distributions.statistics(places).items():
        beside.hold(name, entry, LEAST_OF.get(name, 1e-280))
    unused = set(found) - {line[0] for line in beside.lines} - {'replicates'}
    unused = {name for name in unused if 'value' in found[name]}
    beside.stream.ok(not unused, 'the library is asked for everything that R gives', *sorted(unused))
    beside.table()
    beside.stream.done()


if __name__ == '__main__':
    main(sys.argv)
