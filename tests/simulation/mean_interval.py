"""How often the interval of a mean of answers covers the true mean, and how wide it is."""
# SPDX-License-Identifier: Apache-2.0
#
# mean_interval.py SOURCE_ROOT LIBRARY [REPLICATES]: prints the tables of doc/statistics/interval.md and
# fails where a promise made there does not hold. Needs numpy; the seed is fixed.
#
# Answers are of five points; scores are means of 1, 4 or 8 items whose latent answers correlate .3. Four
# intervals are compared at 95 %: `scale`, the one of the library (one answer spread over the points of the
# scale); `items`, the same with a J-th of that answer's variance for scores of J items; `exact`, quantiles
# of the Dirichlet posterior itself by drawing (one item only); and Student's t.
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'peers'))

import tap  # noqa: E402
from library import Library  # noqa: E402

POINTS = [1, 2, 3, 4, 5]
SHAPES = {'even': [.1, .2, .4, .2, .1], 'skewed': [.02, .05, .13, .3, .5],
          'steep': [.004, .006, .04, .15, .8]}
SIZES, ITEMS, CORRELATION, DRAWS = (3, 5, 10, 30, 100), (1, 4, 8), .3, 400


def scores(numpy, library, random, shape, items, n, replicates):
    """Means of items: replicates x n."""
    common = random.standard_normal((replicates, n, 1)) * CORRELATION ** .5
    latent = common + random.standard_normal((replicates, n, items)) * (1 - CORRELATION) ** .5
    shares = numpy.cumsum(SHAPES[shape])[:-1]
    cuts = [library.shared.rung_stats_normal_quantile(float(share)) for share in shares]
    return (1 + numpy.searchsorted(cuts, latent)).mean(axis=2)


def middle(library, mean, variance):
    """The middle 95 % of the beta distribution on the scale with a mean and a variance."""
    below, length = (mean - POINTS[0]) / 4, 4
    shapes = below * (1 - below) / (variance / length ** 2) - 1
    find = library.shared.rung_stats_beta_quantile
    return [POINTS[0] + length * find(p, below * shapes, (1 - below) * shapes) for p in (.025, .975)]


def spread(library, mean, variance, n, prior_variance):
    """The interval from sums, as rung__mean_interval reckons it."""
    after = (n * mean + 3) / (n + 1)
    square = (n * (variance + (mean - after) ** 2) + prior_variance + (3 - after) ** 2) / (n + 1)
    low, high = middle(library, after, square / (n + 2))
    return [min(low, mean), max(high, mean)]


def student(numpy, library, mean, variance, n):
    reach = -library.shared.rung_stats_t_quantile(.025, n - 1.0) * (variance / (n - 1)) ** .5
    return [mean - reach, mean + reach]


def exact(numpy, random, row):
    """Quantiles of draws from the Dirichlet posterior."""
    counts = [(row == point).sum() + .2 for point in POINTS]
    return numpy.quantile(random.dirichlet(counts, DRAWS) @ numpy.array(POINTS), [.025, .975])


def study(numpy, library, shape, items, n, replicates):
    """{interval: (coverage, mean width)}."""
    random = numpy.random.default_rng([SIZES.index(n), items, list(SHAPES).index(shape)])
    sample = scores(numpy, library, random, shape, items, n, replicates)
    truth = sum(point * share for point, share in zip(POINTS, SHAPES[shape]))
    found = {'scale': [], 'items': [], 'exact': [], 't': []}
    for row, mean, variance in zip(sample, sample.mean(axis=1), sample.var(axis=1)):
        mean, variance = float(mean), float(variance)
        found['scale'].append(spread(library, mean, variance, n, 2))
        found['items'].append(spread(library, mean, variance, n, 2 / items))
        found['t'].append(student(numpy, library, mean, variance, n))
        if items == 1:
            found['exact'].append(exact(numpy, random, row))
    return {name: (sum(low <= truth <= high for low, high in limits) / replicates,
                   sum(high - low for low, high in limits) / replicates)
            for name, limits in found.items() if limits}


def main(arguments):
    root, path = tap.places(arguments[:3])
    stream = tap.Tap()
    try:
        import numpy
    except ImportError:
        print('1..0 # SKIP numpy is not installed')
        return
    library = Library(root, path)
    replicates = int(arguments[3]) if arguments[3:] else 4000
    for items in ITEMS:
        for shape in SHAPES:
            for n in SIZES:
                found = study(numpy, library, shape, items, n, replicates)
                print(f'# | {items} | {shape} | {n} | ' + ' | '.join(
                    f'{100 * found[name][0]:.1f} ({found[name][1]:.2f})' if name in found else ''
                    for name in ('scale', 'items', 'exact', 't')) + ' |', flush=True)
                stream.ok(found['scale'][0] >= FLOOR[shape], f'{items} items, {shape}, n {n}: covers '
                          f'{FLOOR[shape]:.0%} or more')
    stream.done()


# What doc/statistics/interval.md promises at the least, less three standard errors of 4,000 replicates.
FLOOR = {'even': .92, 'skewed': .915, 'steep': .88}

if __name__ == '__main__':
    main(sys.argv)
