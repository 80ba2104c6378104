"""No level is read off agreement: every statement agreed to, and the first option everywhere."""
# SPDX-License-Identifier: Apache-2.0
#
# agreement_is_no_level.py SOURCE_ROOT RUNG: a TAP stream. Whoever says yes to everything, or ticks
# whatever stands first, must not come out on level 4 or 5, or on a later stage, neither as a person nor as a group.
import csv
import json
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import tap  # noqa: E402

PEOPLE = 20
HIGH = ('4', '5', 'creation', 'transformation')
MODELS = (('five-levels', 'overall'), ('customer-centricity', 'overall'),
          ('customer-stages', 'stage'))
LOW = ('1', '2', '3', 'exchange')


def answers(model, agreement, options):
    """One row: agreement items by one function of the item, choices by another; None: skipped."""
    row = {}
    for item in model['items']:
        if item.get('unmeasured') or item['kind'] == 'text':
            continue
        row[item['id']] = (options if item['kind'] == 'choice' else agreement)(item)
    return row


def agree(model):
    """The second highest point of an item's scale: on five points, "agree"."""
    return lambda item: model['scales'][item['scale']]['points'][-2]


def levels(rung, name, row, folder):
    """The levels of all readings by all rules, of a person and of a group of equal people."""
    path = Path(folder) / 'answers.csv'
    with open(path, 'w', encoding='utf-8', newline='') as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerows([{key: '' if value is None else value for key, value in row.items()}]
                         * PEOPLE)
    person = tap.run_json(rung, 'score', name, path, '--rows', '--person-levels',
                          '--format', 'json')['rows'][0]
    group = tap.run_json(rung, 'score', name, path, '--unsafe', '--format', 'json')['groups'][0]
    return {f'{what}, {reading}, {rule}': result['level']
            for what, found in (('a person', person), ('the group', group))
            for reading, one in found['readings'].items()
            for rule, result in [('primary', one), *one['rules'].items()]}


def main(arguments):
    root, rung = tap.places(arguments)
    stream = tap.Tap()
    for name, main_reading in MODELS:
        model = json.loads((root / 'lib' / 'data' / f'{name}.json').read_text(encoding='utf-8'))
        first = lambda item: item['options'][0]['code']  # noqa: E731
        top = lambda item: model['scales'][item['scale']]['points'][-1]  # noqa: E731
        trials = (('agreement throughout, choices absent', agree(model), lambda item: None, ()),
                  ('full agreement throughout, choices absent', top, lambda item: None, ()),
                  ('agreement throughout, the first option everywhere', agree(model), first, LOW),
                  ('full agreement and the first option everywhere', top, first, LOW),
                  ('the first option everywhere, no agreement asked', lambda item: None, first,
                   LOW))
        for sentence, agreement, options, allowed in trials:
            with tempfile.TemporaryDirectory(dir=os.environ.get('TMPDIR')) as folder:
                found = levels(rung, name, answers(model, agreement, options), folder)
            wrong = [f'{place}: {level}' for place, level in found.items()
                     if level in HIGH or (not allowed and level is not None)]
            what = 'no high level by any rule' if allowed else 'no level at all'
            stream.ok(found and not wrong, f'{name}: {sentence}: {what}', *wrong)
            if allowed:
                primary = [level for place, level in found.items()
                           if f', {main_reading}, primary' in place]
                stream.ok(primary and set(primary) <= set(allowed),
                          f'{name}: {sentence}: a low level overall', primary)
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
