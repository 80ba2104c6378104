"""What `rung check MODEL --against OTHER` says of an edited copy: what moved, by id, and what follows."""
# SPDX-License-Identifier: Apache-2.0
#
# against.py SOURCE_ROOT RUNG: a TAP stream. A model is changed in one respect at a time.
import copy
import json
import os
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap


class Versions:
    """A model, and edited copies of it in a folder."""

    def __init__(self, report, rung, folder, path):
        self.report, self.rung, self.folder = report, rung, Path(folder)
        self.old = path
        self.document = json.loads(path.read_text(encoding='utf-8'))

    def edited(self, edit):
        document = copy.deepcopy(self.document)
        edit(document)
        path = self.folder / 'new.json'
        path.write_text(json.dumps(document), encoding='utf-8')
        return path

    def says(self, sentence, edit, code, *patterns, not_=None):
        """The exit code, and a line for each pattern; none for `not_`."""
        result = tap.run(self.rung, 'check', self.edited(edit), '--against', self.old)
        missing = [pattern for pattern in patterns
                   if not re.search(pattern, result.stdout, re.MULTILINE)]
        clean = not_ is None or not re.search(not_, result.stdout, re.MULTILINE)
        self.report.ok(result.returncode == code and not missing and clean, sentence,
                       f'exit {result.returncode}, wanted {code}', f'missing: {missing}',
                       result.stdout, result.stderr)


def find(document, key, name):
    """A part by its id."""
    return next(part for part in document[key] if part['id'] == name)


def nothing(_document):
    """The same model."""


def reword(document):
    document['items'][0]['text']['en'] += ' (please)'


def swap_levels(document):
    options = document['items'][0]['options']
    options[0]['level'], options[1]['level'] = options[1]['level'], options[0]['level']


def turn_items(document):
    document['items'].reverse()


def move_cut(document):
    document['readings'][0]['rules'][0]['at'][0]['cut'] = 1.75


def drop_term(document):
    document['measures'][0]['of'].pop()


def weigh(document):
    document['measures'][0]['of'][0] = {'id': document['measures'][0]['of'][0], 'weight': 2}


def add_flag(document):
    flag = copy.deepcopy(document['flags'][0])
    document['flags'].append({**flag, 'id': 'another'})


def hide_more(document):
    document['disclosure']['least_n'] = 9


def five_levels(versions):
    """The model that comes along."""
    versions.says('a copy has no difference', nothing, 0, '^information: the arithmetic is the same',
                  not_='^warning')
    versions.says('another wording is information', reword, 0,
                  "^information: /items/0: the text of the item 'T1' in 'en' changed", not_='^warning')
    versions.says('an option that is worth another level is named before and after', swap_levels, 1,
                  "^warning: /items/0/options/0: what the answer 1 is worth of the item 'T1' was 2 and is 3",
                  'do not merge')
    versions.says('parts are matched by id, never by position', turn_items, 1,
                  '^warning: saved tallies .* another order', not_='worth')
    versions.says('a cut that moved is named from and to', move_cut, 1,
                  "^warning: /readings/0/rules/0/at/0: the cut for the level '2' .* was 1.5 and is 1.75")
    versions.says('a term that is gone is named', drop_term, 1,
                  "^warning: /measures/0: the term '.*' of the measure '.*' is gone")
    versions.says('a weight is named from and to', weigh, 1,
                  "^warning: /measures/0/of/0: the weight of '.*' was 1 and is 2")
    versions.says('a new flag is named', add_flag, 1, "^warning: /flags/4: the flag 'another' is new")
    versions.says('who is shown is a difference that tallies survive', hide_more, 1,
                  '^warning: /disclosure: .* was 5 and is 9', '^information: the arithmetic is the same')


def paths(value, key, path=()):
    """Where a key stands in a document."""
    if isinstance(value, dict):
        if key in value:
            yield value
        for part in value.values():
            yield from paths(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from paths(part, key)


def edit_first(key, change):
    """Changes the first object that has a key."""
    def edit(document):
        holder = next(paths([document['items'], document['measures'], document['readings']], key))
        holder[key] = change(holder[key])
    return edit


def every_key(versions):
    """The model of every key: the whole vocabulary."""
    versions.says('a copy of every key has no difference', nothing, 0, 'merge$', not_='^warning')
    versions.says('a floor is named from and to', edit_first('floor', lambda _: 0.625), 1,
                  '^warning: /measures/.*: the floor of the measure .* and is 0.625')
    versions.says('a curve that changed is named', edit_first('curve', moved_curve), 1,
                  '^warning: /(items|measures)/.*: the curve of the')
    versions.says('a gate test is named from and to', edit_first('own', moved_test), 1,
                  '^warning: /readings/.*: the test "own" of the rule')


def turn_relation(document):
    document['relations'][0]['of'].reverse()
    document['relations'][0]['diagonal'] = [pair[::-1] for pair in
                                            document['relations'][0]['diagonal']]


def drop_relation(document):
    document['relations'].pop()


def redraw_diagonal(document):
    document['relations'][0]['diagonal'].pop()


def relations(versions):
    """What a tally counts persons by."""
    versions.says('a relation of other readings is another tally', turn_relation, 1,
                  "^warning: /relations/0: the first reading of the relation '.*' was .* and is ",
                  'do not merge')
    versions.says('so is one that is gone', drop_relation, 1,
                  "^warning: /relations: the relation '.*' is gone", 'do not merge')
    versions.says('what belongs together changes no tally', redraw_diagonal, 0,
                  '^information: /relations/0: the levels of the relation', 'merge$', not_='^warning')


def moved_curve(curve):
    return {**curve, 'pieces': [{**piece, 'value': piece['value'] + 0.25}
                                for piece in curve['pieces']]}


def moved_test(test):
    return {key: value + 0.0625 for key, value in test.items() if key in ('at_least', 'above')}


def refusals(report, rung):
    """What cannot be compared."""
    for sentence, *arguments in (
            ('the other version has to be there', 'check', 'five-levels', '--against', './none.json'),
            ('and so has the model', 'check', './none.json', '--against', 'five-levels'),
            ('--against needs a model', 'check', 'five-levels', '--against'),
            ('two models without --against are refused', 'check', 'five-levels', 'five-levels')):
        result = tap.run(rung, *arguments)
        report.ok(result.returncode == 2 and result.stderr and not result.stdout, sentence,
                  result.returncode, result.stdout, result.stderr)


def main(arguments):
    root, rung = tap.places(arguments)
    report = tap.Tap()
    with tempfile.TemporaryDirectory(dir=os.environ.get('TMPDIR')) as folder:
        five_levels(Versions(report, rung, folder, root / 'lib/data/five-levels.json'))
        every_key(Versions(report, rung, folder, root / 'examples/models/every-key.json'))
        relations(Versions(report, rung, folder, root / 'examples/models/every-key.json'))
    refusals(report, rung)
    report.done()


if __name__ == '__main__':
    main(sys.argv)
