"""The golden cases: the oracle is as stored, the command is as stored, both are as published."""
# SPDX-License-Identifier: Apache-2.0
#
# run.py SOURCE_ROOT RUNG: a TAP stream, up to three sub-tests per folder:
#   the oracle gives what expected.json holds, rung gives what expected.json holds, and where the
#   folder has a published.json, expected.json holds what was published.
# (RUNG_NO_ORACLE: the second and the third only.) run.py --write SOURCE_ROOT: writes expected.json of every folder anew, from the oracle.
#
# A folder holds model.json, answers.csv (answers-2.csv ... are later waves), settings.txt (options
# of `rung score`, one line), perhaps units.csv, perhaps also.txt (what groups are told of besides
# their figures: comparisons, relations), expected.json, perhaps published.json, why.md.
# expected.json has `rows`, of the last wave with --person-levels, and `groups`. Scores and levels
# of rows are compared exactly, their coverage up to a step of the grid, figures of groups up to
# 1e-12, relative. Limits are worked out where the settings have --confidence.
import json
import os
import shlex
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]

import tap  # noqa: E402
from oracle import rows_json  # noqa: E402
from oracle_groups import groups_json, read_units  # noqa: E402
from oracle_model import Model, read_answers  # noqa: E402
from oracle_numbers import D  # noqa: E402
from oracle_relation import relations_json  # noqa: E402

CLOSE = 1e-12
STEP = 1 / D  # the coverage of a row lies on the grid


class Case:
    """A folder, and what its settings say."""

    def __init__(self, folder):
        self.folder = folder
        self.sentence = folder.name.replace('_', ' ')
        self.settings = shlex.split((folder / 'settings.txt').read_text(encoding='utf-8'))
        also = folder / 'also.txt'
        self.also = also.read_text(encoding='utf-8').split() if also.exists() else []
        self.waves = [folder / 'answers.csv', *sorted(folder.glob('answers-*.csv'))]

    def option(self, name):
        found = [value for key, value in zip(self.settings, self.settings[1:]) if key == name]
        return found[-1] if found else None

    @staticmethod
    def without(name, settings):
        """The settings without an option and its value."""
        if name not in settings:
            return settings
        place = settings.index(name)
        return settings[:place] + settings[place + 2:]

    def oracle(self):
        """Both parts of expected.json, by the oracle."""
        model = Model.open(self.folder / 'model.json')
        if self.option('--confidence'):
            model.confidence = Fraction(self.option('--confidence'))
        model.everyone = '--everyone' in self.settings
        model.agreement = Fraction(self.option('--agreement') or 0)
        waves = [read_answers(model, path, self.option('--weight')) for path in self.waves]
        cuts = [tuple(value.split(',')) for key, value in zip(self.settings, self.settings[1:])
                if key == '--by']
        units = self.option('--units')
        tree = read_units(self.folder / units) if units else None
        parts = {'rows': rows_json(model, waves[-1])}
        parts['groups'] = groups_json(model, waves, cuts, self.option('--unit'), tree,
                                      int(self.option('--least-n') or 0), self.also)
        if 'relations' in self.also:
            asked = [tuple(value.split(',')) for key, value
                     in zip(self.settings, self.settings[1:]) if key == '--relation']
            parts['relations'] = relations_json(model, self.stored('model.json'), asked,
                                                parts['groups'], self.option('--unit'), tree,
                                                waves[-1], int(self.option('--least-n') or 0))
        return parts

    def command(self, rung):
        """Both parts, by the command: several waves by way of saved tallies."""
        model = self.folder / 'model.json'
        settings = [str(self.folder / word) if word == 'units.csv' else word
                    for word in self.settings]
        rows = tap.run_json(rung, 'score', model, self.waves[-1], '--rows', '--person-levels',
                            '--format', 'json')
        if len(self.waves) == 1:
            found = tap.run_json(rung, 'score', model, self.waves[0], *settings,
                                 '--format', 'json')
            return {**found, 'rows': rows['rows']}
        with tempfile.TemporaryDirectory() as folder:
            tallies = []
            for place, answers in enumerate(self.waves):
                tallies.append(Path(folder) / f'{place}.tally')
                result = tap.run(rung, 'tally', model, answers, *self.without('--units', settings),
                                 '-o', tallies[-1])
                if result.returncode != 0:
                    raise RuntimeError(result.stderr)
            found = tap.run_json(rung, 'findings', model, *tallies, *settings,
                                 '--format', 'json')
        return {**found, 'rows': rows['rows']}

    def stored(self, name):
        path = self.folder / name
        return json.loads(path.read_text(encoding='utf-8')) if path.exists() else None


def exact(rows):
    """The part of rows that is exact: everything but coverage."""
    if isinstance(rows, dict):
        return {key: exact(value) for key, value in rows.items() if key != 'coverage'}
    return [exact(value) for value in rows] if isinstance(rows, list) else rows


def compare(expected, found):
    """The differences between two results, by the rules at the top of this file."""
    out = tap.differences(exact(expected['rows']), found['rows'], place='/rows')
    out += tap.differences(expected['rows'], found['rows'], CLOSE, '/rows', STEP)
    for part in ('groups', 'relations'):
        out += tap.differences(expected.get(part, []), found.get(part, []), CLOSE, f'/{part}')
    return out


def look_up(document, pointer):
    """The value at a JSON pointer."""
    for key in pointer.split('/')[1:]:
        document = document[int(key) if isinstance(document, list) else key]
    return document


def published_differences(published, expected):
    """Where the stored result is not what was published."""
    out = []
    for pointer, value in published['values'].items():
        out += tap.differences(value, look_up(expected, pointer), published['tolerance'], pointer)
    return out


def layout(value, indent=0):
    """JSON for people: what fits on a line stands on one."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + indent <= 120 or not isinstance(value, (dict, list)):
        return line
    pad = ' ' * (indent + 1)
    if isinstance(value, dict):
        parts = [f'{json.dumps(key, ensure_ascii=False)}: {layout(part, indent + 1)}'
                 for key, part in value.items()]
        return '{\n' + ',\n'.join(pad + part for part in parts) + '\n' + ' ' * indent + '}'
    parts = [layout(part, indent + 1) for part in value]
    return '[\n' + ',\n'.join(pad + part for part in parts) + '\n' + ' ' * indent + ']'


def cases(root):
    return [Case(path.parent) for path in sorted((root / 'tests' / 'golden').glob('*/model.json'))]


def check(stream, case, rung):
    """The sub-tests of one case."""
    expected, published = case.stored('expected.json'), case.stored('published.json')
    if not os.environ.get('RUNG_NO_ORACLE'):
        worked = json.loads(json.dumps(case.oracle()))
        lines = compare(expected, worked) + compare(worked, expected)
        stream.ok(not lines, f'{case.sentence}: the oracle gives what is stored', *lines)
    try:
        lines = compare(expected, case.command(rung))
    except RuntimeError as error:
        lines = [error]
    stream.ok(not lines, f'{case.sentence}: rung gives what is stored', *lines)
    if published:
        lines = published_differences(published, expected)
        stream.ok(not lines, f'{case.sentence}: what is stored is what was published', *lines)


def main(arguments):
    if arguments[1:2] == ['--write']:
        for case in cases(Path(arguments[2]).resolve()):
            text = layout(json.loads(json.dumps(case.oracle())))
            (case.folder / 'expected.json').write_text(text + '\n', encoding='utf-8')
        return
    root, rung = tap.places(arguments)
    stream = tap.Tap()
    stream.ok(cases(root), 'there are cases')
    for case in cases(root):
        check(stream, case, rung)
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
