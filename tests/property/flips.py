"""Moving the cut or the weight that a flip names changes the level, and anything less does not."""
# SPDX-License-Identifier: Apache-2.0
#
# flips.py SOURCE_ROOT RUNG: a TAP stream. Models by chance are scored; then each of their cuts is
# moved in the file of the model, and the row scored again: the library's own search is not used.
import copy
import json
import os
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import tap  # noqa: E402

SEED, MODELS, ROWS = 20261128, 18, 5
LEVELS = ['l0', 'l1', 'l2', 'l3']


def model_of(rule, rules, weights):
    """A model of four items with a measure of each and one of all, read by `rule`."""
    return {'format': 'rung-model/1', 'id': 'flips', 'version': '1.0.0', 'title': {'en': 'Flips'},
            'licence': 'CC0-1.0', 'rows': 'assessments', 'source': 'own',
            'sources': {'own': {'kind': 'local', 'text': 'ours'}},
            'scales': {'part': {'range': [0, 100]}},
            'items': [{'id': name, 'text': {'en': name}, 'kind': 'practice', 'scale': 'part'}
                      for name in 'abcd'],
            'measures': [{'id': f'm{name}', 'of': [name], 'by': 'mean'} for name in 'abcd'] +
                        [{'id': 'all', 'of': [{'id': name, 'weight': weight} for name, weight
                                              in zip('abcd', weights)], 'by': 'mean'}],
            'ladders': [{'id': 'four', 'levels': [{'id': level, 'names': {'neutral': {'en': level}}}
                                                  for level in LEVELS]}],
            'readings': [{'id': 'r', 'ladder': 'four', 'of': 'all', 'primary': rule,
                          'rules': rules}]}


def rules_of(chance, kind):
    """The rules of one kind, with rising cuts by chance."""
    cuts = sorted(chance.sample(range(5, 96), 3))
    steps = [{'to': level, 'cut': cut} for level, cut in zip(LEVELS[1:], cuts)]
    if kind == 'cut':
        return [{'id': 'cut', 'by': 'cut', 'at': steps}]
    if kind == 'weakest':
        return [{'id': 'weakest', 'by': 'weakest', 'of': ['ma', 'mb', 'mc'], 'from': 'cut'},
                {'id': 'cut', 'by': 'cut', 'at': steps}]
    if kind == 'gate':
        return [{'id': 'gate', 'by': 'gate', 'own': {'at_least': cuts[1]}, 'empty': 'fail',
                 'levels': [{'to': 'l1', 'own': ['a']},
                            {'to': 'l2', 'own': ['b'], 'needs': [{'measure': 'mc', 'at_least': cuts[0]}]},
                            {'to': 'l3', 'own': ['d']}]}]
    return [{'id': 'bands', 'by': 'bands', 'closed': chance.choice(['low', 'high']), 'bands': [
        {'level': 'l0', 'to': cuts[0]}, {'level': 'l1', 'from': cuts[0], 'to': cuts[1]},
        {'level': 'l2', 'from': cuts[1], 'to': cuts[2]}, {'level': 'l3', 'from': cuts[2]}]}]


def moves(model, change):
    """The model with each of its cuts moved by as much; cuts that would not rise are left out."""
    for index, rule in enumerate(model['readings'][0]['rules']):
        for step in range(len(rule.get('at', []))):
            other = copy.deepcopy(model)
            at = other['readings'][0]['rules'][index]['at']
            at[step]['cut'] += change
            if all(one['cut'] < two['cut'] for one, two in zip(at, at[1:])):
                yield other
        for edge in range(1, len(rule.get('bands', []))):
            other = copy.deepcopy(model)
            bands = other['readings'][0]['rules'][index]['bands']
            bands[edge - 1]['to'] += change
            bands[edge]['from'] = bands[edge - 1]['to']
            edges = [band['from'] for band in bands[1:]]
            if all(one < two for one, two in zip(edges, edges[1:])):
                yield other
        if rule['by'] == 'gate':
            for path in (('own', 'at_least'), ('levels', 1, 'needs', 0, 'at_least')):
                other = copy.deepcopy(model)
                place = other['readings'][0]['rules'][index]
                for key in path[:-1]:
                    place = place[key]
                place[path[-1]] += change
                yield other


class Bench:
    """Scores rows under models, in a folder of its own."""

    def __init__(self, rung, folder):
        self.rung, self.model, self.answers = rung, Path(folder) / 'm.json', Path(folder) / 'a.csv'

    def score(self, model, rows):
        self.model.write_text(json.dumps(model), encoding='utf-8')
        self.answers.write_text('a,b,c,d\n' + ''.join(','.join(map(str, row)) + '\n' for row in rows),
                                encoding='utf-8')
        found = tap.run_json(self.rung, 'score', self.model, self.answers, '--rows', '--format', 'json')
        return [row['readings']['r'] for row in found['rows']]

    def level(self, model, row):
        return self.score(model, [row])[0]['level']


def check_cut(bench, model, row, found):
    """What is wrong with the flip of a cut."""
    change, level, wrong = found['flip']['cut'], found['level'], []
    if change is None:
        return []
    if not any(bench.level(other, row) == found['flip']['level'] for other in moves(model, change)):
        wrong.append(f'{row}: moving a cut by {change!r} never gives {found["flip"]["level"]}')
    for less in ((0.98 * change, -0.98 * change) if abs(change) > 0.01 else ()):
        wrong += [f'{row}: already {less!r} changes {level}' for other in moves(model, less)
                  if bench.level(other, row) != level]
    return wrong


def check_weight(bench, model, row, found):
    """What is wrong with the flip of a weight."""
    factor, term, level = found['flip']['weight'], found['flip']['term'], found['level']
    if factor is None or not 0.001 < factor < 1000:
        return []
    levels = set()
    for beyond in (1 - 1e-4, 1 + 1e-4):
        other = copy.deepcopy(model)
        for one in other['measures'][-1]['of']:
            if one['id'] == term:
                one['weight'] = round(one['weight'] * factor * beyond, 6)
        levels.add(bench.level(other, row))
    return [] if len(levels | {level}) > 1 else [
        f'{row}: weighing {term} {factor!r} times as much leaves level {level}']


def main(arguments):
    _, rung = tap.places(arguments)
    stream, chance = tap.Tap(), random.Random(SEED)
    print(f'# seed {SEED}')
    with tempfile.TemporaryDirectory(dir=os.environ.get('TMPDIR')) as folder:
        bench = Bench(rung, folder)
        for index in range(MODELS):
            kind = ('cut', 'weakest', 'gate', 'bands')[index % 4]
            weights = [chance.randint(1, 5) for _ in 'abcd']
            rules = rules_of(chance, kind)
            model = model_of(rules[0]['id'], rules, weights)
            rows = [[chance.randint(0, 100) for _ in 'abcd'] for _ in range(ROWS)]
            told, wrong = 0, []
            for row, found in zip(rows, bench.score(model, rows)):
                told += found['flip']['cut'] is not None
                wrong += check_cut(bench, model, row, found)
                if kind in ('cut', 'bands'):
                    wrong += check_weight(bench, model, row, found)
            stream.ok(told > 0 and not wrong, f'model {index} by {kind}: flips hold, and nothing less does', *wrong)
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
