"""How much nearer to the truth means of groups come when they are drawn together, and how often limits hold."""
# SPDX-License-Identifier: Apache-2.0
#
# shrinkage.py SOURCE_ROOT LIBRARY [REPLICATES]: prints the table of doc/statistics/shrinkage.md and fails
# where a promise made there does not hold. Needs numpy; the seed is fixed.
#
# True means are normal with variance tau^2, sampling variances 1/5 to 1 (groups of 5 to 25 people with a
# variance of 5 within), known.
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'peers'))

import tap  # noqa: E402
from library import Library  # noqa: E402

COLUMNS = ['mean', 'sd', 'share', 'lower', 'upper', 'rank', 'rank_lower', 'rank_upper']
GROUPS, FLOOR = (5, 10, 30, 100), .90  # the floor is that of limits


def study(numpy, library, groups, tau2, replicates):
    """Squared error of raw and shrunken means; coverage of limits and of ranks."""
    random = numpy.random.default_rng([groups, int(100 * tau2)])
    kept = numpy.zeros(4)
    settings = library.settings(replicates=500)
    for _ in range(replicates):
        truth = random.normal(0, tau2 ** .5, groups)
        variance = 5 / random.integers(5, 26, groups)
        mean = random.normal(truth, variance ** .5)
        found = numpy.array(library.call(
            'rung_stats_shrinkage', library.columns(list(mean)), library.columns(list(variance)), settings,
            len(COLUMNS), out=groups * len(COLUMNS))).reshape(groups, -1)
        library.keep.clear()
        column = dict(zip(COLUMNS, found.T))
        rank = groups - numpy.argsort(numpy.argsort(truth))
        kept += [((mean - truth) ** 2).mean(), ((column['mean'] - truth) ** 2).mean(),
                 ((column['lower'] <= truth) & (truth <= column['upper'])).mean(),
                 ((column['rank_lower'] <= rank) & (rank <= column['rank_upper'])).mean()]
    return kept / replicates


def main(arguments):
    root, path = tap.places(arguments[:3])
    stream = tap.Tap()
    try:
        import numpy
    except ImportError:
        print('1..0 # SKIP numpy is not installed')
        return
    library = Library(root, path)
    replicates = int(arguments[3]) if arguments[3:] else 1000
    for groups in GROUPS:
        for tau2 in (.04, .25, 1):
            raw, shrunken, limits, ranks = study(numpy, library, groups, tau2, replicates)
            print(f'# | {groups} | {tau2} | {raw:.3f} | {shrunken:.3f} | {100 * limits:.1f} | '
                  f'{100 * ranks:.1f} |', flush=True)
            stream.ok(shrunken < raw, f'{groups} groups, tau^2 {tau2}: shrunken means are nearer')
            stream.ok(limits >= FLOOR, f'{groups} groups, tau^2 {tau2}: limits hold')
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
