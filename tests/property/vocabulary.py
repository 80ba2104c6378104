"""Random models of the whole vocabulary: rows and groups by the command are those of the oracle."""
# SPDX-License-Identifier: Apache-2.0
#
# vocabulary.py SOURCE_ROOT RUNG [COUNT [SEED]]: a TAP stream. COUNT models, of each some rows, and
# of one in ten the groups, too. Seed and counts are printed: models, rows, groups, and figures that
# were compared. Some models that differ are kept, each with its answers and with what is expected
# and found, in a folder whose path is printed.
import gc
import json
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / 'golden')]

import tap  # noqa: E402
from oracle import rows_json  # noqa: E402
from oracle_groups import groups_json  # noqa: E402
from oracle_model import Model, read_answers  # noqa: E402
from random_models import answers_of, as_csv, model_of  # noqa: E402
from run import CLOSE, STEP, exact  # noqa: E402

COUNT, SEED, ROWS, PEOPLE, GROUPS_IN = 10000, 20240229, 6, (40, 40, 18), 10
KEPT, SAID = 5, 12
WEIGHTS = ((1,), (1, 0.5, 2, 3, 1.25, 0.0078125, 0, 7.1))
BATCH = 25


class Trial:
    """One random model with its answers, in a folder."""

    def __init__(self, folder, seed, number):
        self.folder, self.number = Path(folder), number
        self.dice = random.Random(f'{seed}-{number}')
        self.document = model_of(self.dice, number)
        self.path = self.write('model.json', json.dumps(self.document))

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding='utf-8')
        return path

    def answers(self, name, count, weights=(1,)):
        return self.write(name, as_csv(answers_of(self.dice, self.document, count,
                                                  weights=weights)))

    def rows(self):
        """What the oracle says of rows, and the options that ask the command."""
        path = self.answers('rows.csv', ROWS)
        model = Model.open(self.path)
        return rows_json(model, read_answers(model, path)), (
            path, '--rows', '--person-levels'), 'rows'

    def groups(self):
        """What the oracle says of groups, and the options that ask the command."""
        path = self.answers('people.csv', self.dice.choice(PEOPLE), self.dice.choice(WEIGHTS))
        model = Model.open(self.path)
        return groups_json(model, [read_answers(model, path, 'w')], [('team',)]), (
            path, '--by', 'team', '--weight', 'w'), 'groups'

    def differences(self, rung, work, counts):
        """Where the command does not give what the oracle says."""
        expected, options, part = work()
        expected = json.loads(json.dumps(expected))
        found = tap.run_json(rung, 'score', self.path, *options, '--format', 'json')[part]
        if part == 'groups':
            lines = tap.differences(expected, found, CLOSE)
        else:
            lines = (tap.differences(exact(expected), found)
                     + tap.differences(expected, found, CLOSE, absolute=STEP))
        if lines:
            self.write(f'{part}-expected.json', json.dumps(expected, indent=1))
            self.write(f'{part}-found.json', json.dumps(found, indent=1))
        counts[part] += len(expected)
        counts['figures'] += figures_in(expected)
        return lines

    def keep(self, kept, lines):
        """Keeps a model that differs, if not enough are kept already."""
        if len(list(kept.iterdir())) < KEPT:
            self.write('model.json', json.dumps(self.document, indent=1))
            self.write('differences.txt', '\n'.join(lines) + '\n')
            shutil.copytree(self.folder, kept / f'model-{self.number}')


def figures_in(value):
    """How many numbers, texts and nothings there are: each is compared."""
    if isinstance(value, (dict, list)):
        parts = value.values() if isinstance(value, dict) else value
        return sum(map(figures_in, parts))
    return 1


def check_one(trial, rung, kept, counts):
    """The differences of one model: (number, part, lines)."""
    works = {'rows': trial.rows, **({} if trial.number % GROUPS_IN else {'groups': trial.groups})}
    wrong = {part: differences_or_error(trial, rung, work, counts)
             for part, work in works.items()}
    if any(wrong.values()):
        trial.keep(kept, [line for lines in wrong.values() for line in lines])
    counts['models'] += 1
    return [(trial.number, part, lines[:5]) for part, lines in wrong.items() if lines]


def check(rung, seed, numbers, kept):
    """The differences of some models, and how much was compared."""
    out, counts = [], Counter()
    gc.set_threshold(100000)  # millions of fractions, and no circles among them
    for number in numbers:
        with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
            out += check_one(Trial(folder, seed, number), rung, kept, counts)
    return out, counts


def differences_or_error(trial, rung, work, counts):
    """The differences, or what the command said when it failed."""
    try:
        return trial.differences(rung, work, counts)
    except (RuntimeError, ValueError) as error:
        return [str(error).replace(str(trial.folder), '').split(': exit ', 1)[-1]]


def check_all(rung, seed, count, kept):
    """The differences of all models, by two processes."""
    batches = [range(low, min(low + BATCH, count)) for low in range(0, count, BATCH)]
    with ProcessPoolExecutor(2) as pool:
        waiting = [pool.submit(check, rung, seed, batch, kept) for batch in batches]
        results = [one.result() for one in waiting]
    return ([line for wrong, _ in results for line in wrong],
            sum((counts for _, counts in results), Counter()))


def count_of(wrong, part):
    return sum(one == part for _, one, _ in wrong)


def main(arguments):
    root, rung = tap.places(arguments[:3])
    count, seed = [int(given) for given in arguments[3:5]] + [COUNT, SEED][len(arguments[3:5]):]
    stream = tap.Tap()
    print(f'# seed {seed}, {count} models of {root.name}')
    folder = Path(tempfile.mkdtemp(prefix='vocabulary-', dir=os.environ.get('TMPDIR')))
    kept = folder / 'differ'
    kept.mkdir()
    wrong, counts = check_all(rung, seed, count, kept)
    print('# compared: ' + ', '.join(f'{counts[key]} {key}'
                                     for key in ('models', 'rows', 'groups', 'figures')))
    stream.ok(counts['models'] == count and counts['rows'] >= ROWS * (count - count_of(wrong, 'rows'))
              and counts['groups'] >= count // GROUPS_IN - count_of(wrong, 'groups'),
              'all models, their rows and the groups of one in ten were compared', dict(counts))
    for part in ('rows', 'groups'):
        some = [f'model {number}: {line}' for number, one, lines in wrong if one == part
                for line in lines[:2]]
        stream.ok(not some, f'{part} of random models of the whole vocabulary are those of the '
                  'oracle', f'{count_of(wrong, part)} models differ; some are in {kept}',
                  *some[:SAID])
    if not wrong:
        kept.rmdir()
        folder.rmdir()
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
