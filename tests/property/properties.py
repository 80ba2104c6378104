"""Properties that hold for any data: splits, order, weights, absence, labels, trees, the oracle."""
# SPDX-License-Identifier: Apache-2.0
#
# properties.py SOURCE_ROOT RUNG: a TAP stream. The seed is printed; RUNG_SEED gives another, and
# RUNG_MODELS another number of random models.
import json
import os
import random
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / 'golden')]

import tap  # noqa: E402
from oracle import rows_json  # noqa: E402
from oracle_groups import groups_json  # noqa: E402
from oracle_model import Model, read_answers  # noqa: E402
from random_models import answers_of, as_csv, model_of  # noqa: E402
from relabel import map_back, relabelled  # noqa: E402
from run import CLOSE, STEP, exact  # noqa: E402

TEAMS = ('a', 'b', 'c', 'd')
WEIGHTS = (1, 0.5, 2, 3, 1.25, 0.0078125, 0, 7.1)
CUTS = ('--by', 'team', '--by', 'site,team')
FIVE_ABSENT = ('', '', '8', '9', '77')


class Bench:
    """A folder, the command, and short ways to use both."""

    def __init__(self, stream, root, rung, folder):
        self.stream, self.root, self.rung, self.folder = stream, root, rung, Path(folder)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding='utf-8')
        return path

    def found(self, model, rows, *options, header=None):
        """What is found of these rows."""
        answers = self.write('answers.csv', as_csv(rows, header))
        return tap.run_json(self.rung, 'score', model, answers, *options, '--format', 'json')

    def groups(self, model, rows, *options):
        """The groups of these rows."""
        return self.found(model, rows, *options)['groups']

    def tally(self, model, rows, name, *options):
        """The path of the saved tally of these rows."""
        answers = self.write('answers.csv', as_csv(rows))
        path = self.folder / name
        result = tap.run(self.rung, 'tally', model, answers, *options, '-o', path)
        if result.returncode != 0:
            raise RuntimeError(result.stderr)
        return path

    def merge(self, tallies, name):
        path = self.folder / name
        result = tap.run(self.rung, 'merge', *tallies, '-o', path)
        if result.returncode != 0:
            raise RuntimeError(result.stderr)
        return path


KEEP = ('score', 'state', 'coverage', 'favourable', 'neutral', 'unfavourable', 'said', 'done',
        'inside', 'outside', 'gap', 'level', 'marks', 'typical', 'distribution')


def means(groups):
    """What does not count rows: means, shares, levels; of every group by its name."""
    def chosen(part):
        return {key: value for key, value in part.items() if key in KEEP}
    return {json.dumps(group['by'], sort_keys=True): {
        **{kind: {name: chosen(part) for name, part in group[kind].items()}
           for kind in ('measures', 'readings', 'items', 'pairs')},
        'rules': {name: {rule: chosen(one) for rule, one in part['rules'].items()}
                  for name, part in group['readings'].items()}} for group in groups}


def shown_only(value):
    """A result without what is withheld from small groups."""
    if not isinstance(value, dict):
        return value
    return {key: shown_only(part) for key, part in value.items()
            if part is not None and not (isinstance(part, dict) and part.get('state') == 'too_few')
            and not (isinstance(part, dict) and part and all(one is None for one in part.values()))}


def splits(bench, dice, model, rows, name):
    """Any split and any order give the same bytes."""
    options = ('--by', 'team,site', '--weight', 'w')
    whole = bench.tally(model, rows, 'whole', *options).read_bytes()
    wrong = []
    for trial in range(6):
        shuffled = dice.sample(rows, len(rows))
        cuts = sorted(dice.sample(range(1, len(rows)), trial + 1))
        parts = [shuffled[low:high] for low, high in zip([0, *cuts], [*cuts, len(rows)])]
        tallies = [bench.tally(model, part, f'part{place}', *options)
                   for place, part in enumerate(parts)]
        merged = bench.merge(dice.sample(tallies, len(tallies)), 'merged').read_bytes()
        if merged != whole:
            wrong.append(f'{len(parts)} parts: {len(merged)} bytes, whole {len(whole)}')
        one = bench.merge([tallies[0]], 'one').read_bytes()
        if one != tallies[0].read_bytes():
            wrong.append('merging one tally changes it')
    bench.stream.ok(not wrong, f'{name}: any split in any order merges to the same bytes', *wrong)


def exact_only(group):
    """A group without means that are rounded, which have no coverage, and pairs of such."""
    measures = {name: part for name, part in group['measures'].items()
                if part['coverage'] is not None or part['score'] is None}
    whole = len(measures) == len(group['measures'])
    return {**group, 'measures': measures, 'pairs': group['pairs'] if whole else {}}


def twice(bench, model, rows, name):
    """Every row twice, every row of weight 2, every weight doubled."""
    single = [dict(row, w=1) for row in rows]
    double = bench.groups(model, single + single, '--by', 'team')
    heavy = bench.groups(model, [dict(row, w=2) for row in rows], '--by', 'team', '--weight', 'w')
    exact = means([exact_only(group) for group in heavy])
    lines = tap.differences(shown_only(exact), means(double), CLOSE)
    if not any(part['score'] is not None for group in heavy for part in group['measures'].values()):
        lines.append('nothing was shown, so that nothing was compared')
    bench.stream.ok(not lines, f'{name}: every row twice is every row of weight 2 but for n',
                    *lines)
    options = ('--by', 'team', '--by', 'site,team', '--weight', 'w')
    once = bench.groups(model, rows, *options)
    doubled = bench.groups(model, [dict(row, w=2 * row['w']) for row in rows], *options)
    lines = tap.differences(once, doubled, CLOSE) + tap.differences(doubled, once, CLOSE)
    bench.stream.ok(not lines, f'{name}: doubling all weights changes nothing that is shown',
                    *lines)


def of_answers(group):
    """What answers give: no count of people asked, no coverage, no state of what is not there."""
    def chosen(part, keys):
        return {key: part[key] for key in keys}

    def level(part, *more):
        return chosen(part, () if part['level'] is None
                      else ('level', 'state', 'marks', 'reason', *more))
    return {
        'measures': {name: chosen(part, ('score', 'sd', 'n'))
                     for name, part in group['measures'].items()},
        'readings': {name: {**level(part, 'typical', 'peak', 'rules_agree'),
                            **chosen(part, ('n', 'distribution')),
                            'rules': {rule: level(one) for rule, one in part['rules'].items()}}
                     for name, part in group['readings'].items()},
        'items': {name: chosen(part, ('n', 'score', 'favourable', 'neutral', 'unfavourable'))
                  for name, part in group['items'].items()},
        'pairs': {name: chosen(part, ('n', 'gap', *({'said', 'done', 'inside', 'outside'} & set(part))))
                  for name, part in group['pairs'].items()},
        'flags': group['flags']}


def by_name(groups, change=lambda group: group):
    """Groups by their keys and values."""
    return {json.dumps(group['by'], sort_keys=True, ensure_ascii=False): change(group)
            for group in groups}


def absent(bench, dice, model, rows, name):
    """Rows without any answer change nothing that answers give."""
    blank = [{key: value if key in ('team', 'site', 'w') else '' for key, value in row.items()}
             for row in rows[:5]]
    options = ('--by', 'team', '--weight', 'w')
    before = by_name(bench.groups(model, rows, *options), of_answers)
    after = by_name(bench.groups(model, dice.sample(rows + blank, len(rows) + len(blank)),
                                 *options), of_answers)
    lines = tap.differences(before, after, CLOSE) + tap.differences(after, before, CLOSE)
    bench.stream.ok(not lines, f'{name}: rows without answers change no score, level or share',
                    *lines)


def renamed(bench, dice, file, rows, name):
    """The order of the columns and the names of groups and of all parts carry no meaning."""
    teams = dict(zip(TEAMS, ('zebra', 'Öl', 'a,b', 'quote " here')))
    document = json.loads(file.read_text(encoding='utf-8'))
    other, names = relabelled(dice, document)
    items = {item['id']: changed['id'] for item, changed in zip(document['items'], other['items'])}
    relabelled_file = bench.write('relabelled.json', json.dumps(other))
    changed = [{items.get(key, key): teams[value] if key == 'team' else value
                for key, value in row.items()} for row in rows]
    header = dice.sample(list(changed[0]), len(rows[0]))
    lines = []
    for options in (('--by', 'team', '--weight', 'w'), ('--rows', '--person-levels')):
        before = bench.found(file, rows, *options)
        after = map_back(bench.found(relabelled_file, changed, *options, header=header), names)
        if 'groups' in before:
            for group in before['groups']:
                group['by'] = {key: teams[value] for key, value in group['by'].items()}
            before, after = by_name(before['groups']), by_name(after['groups'])
        else:
            before, after = before['rows'], after['rows']
        lines += tap.differences(before, after) + tap.differences(after, before)
    bench.stream.ok(not lines, f'{name}: all ids and groups renamed, columns in another order: '
                    'the same', *lines)


def own_figures(found):
    """Without what depends on the groups beside it."""
    others = ('rest', 'p_adjusted', 'notable', 'family')
    if isinstance(found, dict):
        return {key: own_figures(value) for key, value in found.items() if key not in others}
    return found


def tree(bench, model, rows, name):
    """A parent is the merge of its children, and the total of their rows, before what is hidden for the
    sake of other groups."""
    units = bench.write('units.csv', 'unit,parent\ntop,\nleft,top\nright,top\na,left\nb,left\n'
                                     'c,right\nd,right\n')
    found = bench.groups(model, rows, '--unit', 'team', '--units', units, '--weight', 'w', '--unsafe')
    wrong = []
    for unit, inside in (('top', 'abcd'), ('left', 'ab'), ('right', 'cd'), ('a', 'a')):
        own = [row for row in rows if row['team'] in inside]
        total = bench.groups(model, own, '--weight', 'w', '--unsafe')[0]
        parent = next(group for group in found if group['by'] == {'team': unit})
        skip = ('by', 'parent', 'invited', 'reason')
        own_total = {key: own_figures(value) for key, value in total.items() if key not in skip}
        wrong += tap.differences(own_total, parent, 0.0, unit)
    bench.stream.ok(not wrong, f'{name}: a unit is the total of all rows below it', *wrong)


def waves_of(bench, dice, document, path):
    """Two to four waves of random size as files of answers and as tallies; some wave may be too
    small to be shown or lack a team."""
    files, tallies = [], []
    for place in range(dice.randint(2, 4)):
        rows = answers_of(dice, document, dice.choice((8, 16, 24, 48)),
                          teams=dice.choice((('north',), ('north', 'south'))), weights=WEIGHTS[:4])
        files.append(bench.write(f'wave{place}.csv', as_csv(rows)))
        tallies.append(bench.tally(path, rows, f'wave{place}', *CUTS, '--weight', 'w'))
    return files, tallies


def by_oracle(bench, seed, count):
    """Random models score the same here and in the oracle."""
    wrong = {'rows': [], 'groups': [], 'waves': []}
    for number in range(count):
        dice = random.Random(f'{seed}-{number}')
        document = model_of(dice, number)
        rows = answers_of(dice, document, 36, weights=dice.choice(((1,), WEIGHTS)))
        path = bench.write('model.json', json.dumps(document, indent=1))
        answers = bench.write('random.csv', as_csv(rows))
        model = Model.open(path)
        for part in wrong:
            if len(wrong[part]) >= 5:
                continue
            try:
                lines = (compare_waves(bench, model, path, *waves_of(bench, dice, document, path))
                         if part == 'waves' else compare(bench, model, path, answers, part))
            except RuntimeError as error:
                lines = [str(error)]
            if lines:
                wrong[part].append(f'random model {number}: ' + '\n  '.join(lines[:5]))
    for part, lines in wrong.items():
        bench.stream.ok(not lines, f'{part} of random models are those of the oracle', *lines)


def compare(bench, model, path, answers, part):
    """The differences of one random model's rows or groups."""
    if part == 'rows':
        expected = json.loads(json.dumps(rows_json(model, read_answers(model, answers))))
        found = tap.run_json(bench.rung, 'score', path, answers, '--rows', '--person-levels',
                             '--format', 'json')['rows']
        return (tap.differences(exact(expected), found)
                + tap.differences(expected, found, CLOSE, absolute=STEP))
    people = read_answers(model, answers, 'w')
    expected = groups_json(model, [people], [('team',), ('site', 'team')])
    found = tap.run_json(bench.rung, 'score', path, answers, *CUTS, '--weight', 'w',
                         '--format', 'json')['groups']
    return tap.differences(json.loads(json.dumps(expected)), found, CLOSE)


def compare_waves(bench, model, path, files, tallies):
    """The differences of one random model's groups over several waves."""
    waves = [read_answers(model, file, 'w') for file in files]
    expected = groups_json(model, waves, [('team',), ('site', 'team')])
    found = tap.run_json(bench.rung, 'findings', path, *tallies, *CUTS,
                         '--format', 'json')['groups']
    return tap.differences(json.loads(json.dumps(expected)), found, CLOSE)


def main(arguments):
    root, rung = tap.places(arguments)
    stream = tap.Tap()
    seed = int(os.environ.get('RUNG_SEED', '20240229'))
    count = int(os.environ.get('RUNG_MODELS', '150'))
    print(f'# seed {seed}, {count} random models (RUNG_SEED, RUNG_MODELS)')
    with tempfile.TemporaryDirectory(dir=os.environ.get('TMPDIR')) as folder:
        bench = Bench(stream, root, rung, folder)
        dice = random.Random(seed)
        five = json.loads((root / 'lib/data/five-levels.json').read_text(encoding='utf-8'))
        trials = [('five-levels', five, FIVE_ABSENT)]
        for number in range(4):  # (what stands in for absence does change scores: not in the last)
            plain = number == 3
            document = model_of(dice, number, plain)
            trials.append((f'a random {"plain " * plain}model {number + 1}', document,
                           ('', '-', 'n/a', 'dk', 'zz')))
        for name, document, gone in trials:
            model = 'five-levels' if name == 'five-levels' else bench.write(
                f'{document["id"]}.json', json.dumps(document))
            rows = answers_of(dice, document, 120, gone, TEAMS, WEIGHTS)
            splits(bench, dice, model, rows, name)
            if name == 'five-levels' or 'plain' in name:
                absent(bench, dice, model, rows, name)
            renamed(bench, dice, root / 'lib/data/five-levels.json' if name == 'five-levels'
                    else model, rows, name)
            for prove in (twice, tree):
                prove(bench, model, rows, name)
        by_oracle(bench, seed, count)
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
