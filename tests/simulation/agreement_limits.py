"""The limits of r_wg hold the true value about as often as they say, in groups drawn from known shares."""
# SPDX-License-Identifier: Apache-2.0
#
# agreement_limits.py SOURCE_ROOT LIBRARY: a TAP stream, a sub-test per size of group; the ranges that
# doc/statistics/agreement.md states are read from it and held against what is found.
import random
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'peers'))

import tap  # noqa: E402
from cases_agreement import agreement  # noqa: E402
from library import Library  # noqa: E402

GROUPS, REPLICATES = 600, 500
SHAPES = ((.1, .2, .4, .2, .1), (0, 0, .1, .4, .5), (.05, .15, .2, .35, .25), (0, 0, 0, .9, .1),
          (.4, .1, 0, .1, .4), (0, .02, .03, .15, .8))
STATED = re.compile(r'([\d.]+)\s+to\s+([\d.]+)\s+%\s+of\s+groups\s+of\s+(\d+)')


def true_value(shares):
    mean = sum(point * share for point, share in enumerate(shares))
    return max(0, 1 - sum(share * (point - mean) ** 2 for point, share in enumerate(shares)) / 2)


def cover(library, shares, size, draw):
    """The share of groups whose limits hold the true value."""
    answers = [1 + point for point in draw.choices(range(5), shares, k=size * GROUPS)]
    labels = [float(place // size) for place in range(size * GROUPS)]
    found = agreement(library, labels, [answers], (1, 5),
                      settings=library.settings(replicates=REPLICATES, work=1e9))
    truth = true_value(shares)
    return sum(row['lower'] <= truth <= row['upper'] for row in found.values()) / GROUPS


def main(arguments):
    root, path = tap.places(arguments)
    library, stream, draw = Library(root, path), tap.Tap(), random.Random(1)
    page = (root / 'doc' / 'statistics' / 'agreement.md').read_text(encoding='utf-8')
    for least, most, size in STATED.findall(page):
        rates = [cover(library, shares, int(size), draw) for shares in SHAPES]
        found = f'{100 * min(rates):.1f} to {100 * max(rates):.1f} %'
        stream.ok(float(least) - .05 <= 100 * min(rates) and 100 * max(rates) <= float(most) + .05,
                  f'limits of r_wg in groups of {size} hold in {least} to {most} %', f'found {found}')
        print(f'# groups of {size}: {found}')
    stream.ok(len(STATED.findall(page)) == 3, 'the page states three sizes')
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
