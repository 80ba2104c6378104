"""How often the interval of alpha holds the true alpha where one item is answered by few."""
# SPDX-License-Identifier: Apache-2.0
#
# alpha_limits.py SOURCE_ROOT LIBRARY [REPLICATES]: prints the shares that doc/statistics/reliability.md
# states and fails where a promise made there does not hold. The seed is fixed.
#
# Five parallel normal items with correlations of .35, 800 rows, the last item answered by the first 80.
# The interval is alpha with 1.96 standard errors, whose n is that of the library (the harmonic mean of the
# n of all pairs), all rows, or the smallest n of a pair.
import math
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'peers'))

import tap  # noqa: E402
from library import Library  # noqa: E402

ITEMS, ROWS, FEW, CORRELATION, SEED = 5, 800, 80, .35, 20
TRUE = ITEMS * CORRELATION / (1 + (ITEMS - 1) * CORRELATION)


def draw(chance):
    """Columns of one sample."""
    shared, own = math.sqrt(CORRELATION), math.sqrt(1 - CORRELATION)
    common = [shared * chance.gauss(0, 1) for _ in range(ROWS)]
    columns = [[value + own * chance.gauss(0, 1) for value in common] for _ in range(ITEMS)]
    columns[-1][FEW:] = [None] * (ROWS - FEW)
    return columns


def limits(library, columns):
    """Alpha, and its standard error by each n."""
    names = library.values
    found = library.call('rung_stats_alpha', library.columns(*columns), ITEMS, None,
                         library.RUNG_MISSING_PAIRWISE, None, out=names['RUNG_ALPHA_SCORE_SD'] + 1)
    n, error = found[names['RUNG_ALPHA_N']], found[names['RUNG_ALPHA_SE']]
    least, rows = found[names['RUNG_ALPHA_N_LEAST']], found[names['RUNG_ALPHA_ROWS']]
    return found[names['RUNG_ALPHA_RAW']], {
        'library': error, 'all rows': error * math.sqrt(n / rows), 'least': error * math.sqrt(n / least)}


def main(arguments):
    root, path = tap.places(arguments[:3])
    replicates = int(arguments[3]) if len(arguments) > 3 else 2000
    library, stream, chance = Library(root, path), tap.Tap(), random.Random(SEED)
    held = {'library': 0, 'all rows': 0, 'least': 0}
    for _ in range(replicates):
        alpha, errors = limits(library, draw(chance))
        library.keep.clear()
        for name, error in errors.items():
            held[name] += abs(alpha - TRUE) <= 1.959964 * error
    shares = {name: count / replicates for name, count in held.items()}
    for name, share in shares.items():
        print(f'# 95 % intervals by {name} hold the true alpha: {share:.4f}')
    slack = 4 * math.sqrt(.95 * .05 / replicates)
    stream.ok(shares['library'] > .95 - slack, 'the interval of alpha is not too narrow', shares)
    stream.ok(shares['all rows'] < .8, 'with all rows as its n it would be', shares)
    stream.ok(shares['least'] > shares['library'], 'with the smallest n it is wider than need be', shares)
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
