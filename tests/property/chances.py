"""Probabilities of levels are those of the distributions that doc/scoring.md names."""
# SPDX-License-Identifier: Apache-2.0
#
# chances.py SOURCE_ROOT RUNG: a TAP stream. Where a probability has a closed form it is reckoned here,
# with an incomplete beta function of its own; what the library draws may differ by four standard
# errors of so many draws.
import json
import math
import os
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import tap  # noqa: E402

SEED, DRAWS = 7, 2000
LEVELS = ['l0', 'l1', 'l2', 'l3']
CUTS = [2, 3, 4]
EVEN = 0.003  # one mean is taken at 500 evenly spaced shares, through a table


def beta_below(x, a, b):
    """I_x(a, b), by the series that converges for this side (Abramowitz and Stegun 26.5.4)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_below(1 - x, b, a)
    front = math.exp(a * math.log(x) + b * math.log1p(-x) + math.lgamma(a + b) - math.lgamma(a) -
                     math.lgamma(b)) / a
    term = total = 1.0
    for index in range(10000):
        term *= (a + b + index) * x / (a + 1 + index)
        total += term
        if term < 1e-16 * total:
            break
    return front * total


def mean_beta(values, points):
    """The ends and parameters of what is believed of a mean on some points."""
    n, k = len(values), len(points)
    low, high = min(points), max(points)
    first = (sum(values) + sum(points) / k) / (n + 1)
    second = (sum(value * value for value in values) + sum(point * point for point in points) / k) / (n + 1)
    variance = (second - first * first) / (n + 2)
    mean, spread = (first - low) / (high - low), variance / (high - low) ** 2
    together = mean * (1 - mean) / spread - 1
    return low, high, mean * together, (1 - mean) * together


def at_least(values, points):
    """The probability of reaching each level above the lowest."""
    low, high, a, b = mean_beta(values, points)
    return [1 - beta_below((cut - low) / (high - low), a, b) for cut in CUTS]


def shares_of(reach):
    """Probabilities of levels from those of reaching them."""
    reach = [1.0] + list(reach) + [0.0]
    return [here - above for here, above in zip(reach, reach[1:])]


def model_of(rules, primary, of='ma'):
    """A model with two items of five points and a reading of a measure."""
    return {'format': 'rung-model/1', 'id': 'chances', 'version': '1.0.0', 'title': {'en': 'Chances'},
            'licence': 'CC0-1.0', 'rows': 'people', 'source': 'own',
            'sources': {'own': {'kind': 'local', 'text': 'ours'}},
            'scales': {'five': {'points': [1, 2, 3, 4, 5]}},
            'items': [{'id': name, 'text': {'en': name}, 'kind': 'perception', 'scale': 'five'}
                      for name in 'ab'],
            'measures': [{'id': f'm{name}', 'of': [name], 'by': 'mean', 'construct': 'reflective'}
                         for name in 'ab'] +
                        [{'id': 'again', 'of': ['a'], 'by': 'mean', 'construct': 'reflective'},
                         {'id': 'both', 'of': ['a', 'b'], 'by': 'mean', 'construct': 'reflective'}],
            'ladders': [{'id': 'four', 'levels': [{'id': level, 'names': {'neutral': {'en': level}}}
                                                  for level in LEVELS]}],
            'readings': [{'id': 'r', 'ladder': 'four', 'of': of, 'primary': primary, 'rules': rules}]}


CUT = {'id': 'cut', 'by': 'cut', 'at': [{'to': level, 'cut': cut} for level, cut in zip(LEVELS[1:], CUTS)]}
OVER = {**CUT, 'id': 'over', 'over': 'people'}


def weakest(*measures):
    return {'id': 'weakest', 'by': 'weakest', 'of': list(measures), 'from': 'cut'}


class Bench:
    """Finds the probabilities of the total, in a folder of its own."""

    def __init__(self, rung, folder):
        self.rung, self.folder = rung, Path(folder)

    def find(self, rules, primary, rows):
        model, answers = self.folder / 'm.json', self.folder / 'a.csv'
        model.write_text(json.dumps(model_of(rules, primary)), encoding='utf-8')
        answers.write_text('a,b\n' + ''.join(f'{a},{b}\n' for a, b in rows), encoding='utf-8')
        return tap.run_json(self.rung, 'score', model, answers, '--format', 'json')['groups'][0]['readings']['r']


    def people(self, rows):
        """Each person's probabilities, and the accuracy and consistency that the population tells."""
        model, answers, tally = self.folder / 'm.json', self.folder / 'a.csv', self.folder / 'a.tally'
        model.write_text(json.dumps(model_of([CUT], 'cut', 'both')), encoding='utf-8')
        answers.write_text('a,b\n' + ''.join(f'{a},{b}\n' for a, b in rows), encoding='utf-8')
        result = tap.run(self.rung, 'tally', model, answers, '-o', tally)
        assert result.returncode == 0, result.stderr
        scored = tap.run_json(self.rung, 'score', model, answers, '--rows', '--person-levels',
                              '--population', tally, '--format', 'json')['rows']
        total = tap.run_json(self.rung, 'findings', model, tally, '--format', 'json')['groups'][0]
        return [row['readings']['r'] for row in scored], total['readings']['r']


def normal_below(z):
    """The share of a standard normal below z."""
    return math.erfc(-z / math.sqrt(2)) / 2


def kelley(score, mean, sd, reliability):
    """The probabilities of levels around the regressed score."""
    centre, error = mean + reliability * (score - mean), sd * math.sqrt(reliability * (1 - reliability))
    return shares_of([1 - normal_below((cut - centre) / error) for cut in CUTS])


def population_of(rows):
    """Mean, standard deviation and alpha of the mean of two answers."""
    n, scores = len(rows), [(a + b) / 2 for a, b in rows]

    def spread(values):
        mean = sum(values) / n
        return sum((value - mean) ** 2 for value in values) / (n - 1)
    parts = spread([a for a, _ in rows]) + spread([b for _, b in rows])
    return sum(scores) / n, math.sqrt(spread(scores)), 2 * (1 - parts / spread([a + b for a, b in rows]))


def check_people(bench, rows):
    """What is wrong with the chances of persons."""
    found, total = bench.people(rows)
    mean, sd, reliability = population_of(rows)
    lines = []
    for (a, b), one in zip(rows, found):
        lines += wrong(one, kelley((a + b) / 2, mean, sd, reliability), 1e-9)
        if 'people' not in one['population']:
            lines.append(f'the population is called {one["population"]}')
    accuracy = consistency = whole = 0
    for step in range(-60000, 60001):
        weight = math.exp(-0.5 * (step / 10000) ** 2)
        odds = kelley(mean + sd * step / 10000, mean, sd, reliability)
        whole, accuracy = whole + weight, accuracy + weight * max(odds)
        consistency += weight * sum(one * one for one in odds)
    for name, value in (('accuracy', accuracy / whole), ('consistency', consistency / whole)):
        if total[name] is None or abs(total[name] - value) > 2e-4:
            lines.append(f'{name}: expected {value}, found {total[name]}')
    return lines


def wrong(found, expected, slack):
    """Where probabilities are not those expected; without a slack, up to chance."""
    lines = []
    for level, value in zip(LEVELS, expected):
        room = slack or 4 * math.sqrt(max(value * (1 - value), 1 / DRAWS) / DRAWS) + EVEN
        one = found['probabilities'][level]
        if one is None or abs(one - value) > room:
            lines.append(f'{level}: expected {value:.4f}, found {one}')
    return lines


def orthogonal(chance, count):
    """Pairs of answers that do not correlate at all: every one of some with every one of others."""
    first = [chance.randint(1, 5) for _ in range(count)]
    second = [chance.randint(2, 5) for _ in range(count)]
    return [(a, b) for a in first for b in second]


def main(arguments):
    _, rung = tap.places(arguments)
    stream, chance = tap.Tap(), random.Random(SEED)
    points = [1, 2, 3, 4, 5]
    print(f'# seed {SEED}')
    with tempfile.TemporaryDirectory(dir=os.environ.get('TMPDIR')) as folder:
        bench = Bench(rung, folder)
        for count in (10, 23, 80, 400):
            rows = [(min(5, max(1, round(chance.gauss(3.1, 1.1)))), chance.randint(1, 5)) for _ in range(count)]
            first = [a for a, _ in rows]
            found = bench.find([CUT], 'cut', rows)
            lines = wrong(found, shares_of(at_least(first, points)), EVEN)
            stream.ok(not lines, f'{count} people, one mean against cuts: areas of its Beta distribution', *lines)
            found = bench.find([weakest('ma', 'again'), CUT], 'weakest', rows)
            lines = wrong(found, shares_of(at_least(first, points)), None)
            stream.ok(not lines, f'{count} people, a link twice: the chain is as likely as the link', *lines)
            found = bench.find([OVER], 'over', rows)
            lines = wrong(found, by_half(first), None)
            stream.ok(not lines, f'{count} people, the one in the middle: areas of Beta shares', *lines)
            found = bench.find([{'id': 'share', 'by': 'share', 'least': 0.6, 'from': 'cut'}, CUT], 'share', rows)
            lines = wrong(found, by_share(first, 0.6), None)
            stream.ok(not lines, f'{count} people, a share that reaches: areas of Beta shares', *lines)
        for count in (4, 7):
            rows = orthogonal(chance, count)
            reach = [one * other for one, other in zip(at_least([a for a, _ in rows], points),
                                                       at_least([b for _, b in rows], points))]
            lines = wrong(bench.find([weakest('ma', 'mb'), CUT], 'weakest', rows), shares_of(reach), None)
            stream.ok(not lines, f'{count * count} people, links that do not correlate: a product', *lines)
        rows = [(min(5, max(1, round(base + chance.gauss(0, 0.7)))), min(5, max(1, round(base + chance.gauss(0, 0.7)))))
                for base in (chance.gauss(3, 1) for _ in range(60))]
        lines = check_people(bench, rows)
        stream.ok(not lines, 'persons: areas around the regressed score; how well scores tell levels', *lines)
        found = bench.find([CUT], 'cut', rows[:9])
        stream.ok(found['probability'] is None and found['probabilities']['l0'] is None,
                  'nine people: a level that is not shown has no probability')
    stream.done()


def counts_of(values):
    """Persons on each level by the cuts."""
    levels = [sum(value >= cut for cut in CUTS) for value in values]
    return [levels.count(level) for level in range(4)]


def by_half(values):
    """The probabilities of the level of the person in the middle: the lowest that half are at or below."""
    parameter = [count + 0.25 for count in counts_of(values)]
    below = [1 - beta_below(0.5, sum(parameter[:level + 1]), sum(parameter[level + 1:]))
             for level in range(3)] + [1.0]
    return [here - before for before, here in zip([0.0] + below, below)]


def by_share(values, least):
    """The probabilities of the highest level that a share reaches."""
    parameter = [count + 0.25 for count in counts_of(values)]
    return shares_of([1 - beta_below(least, sum(parameter[level:]), sum(parameter[:level]))
                      for level in range(1, 4)])


if __name__ == '__main__':
    main(sys.argv)
