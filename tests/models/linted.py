"""What `rung check` says of odd arithmetic: exit code 1 and a note at the right place."""
# SPDX-License-Identifier: Apache-2.0
#
# linted.py SOURCE_ROOT RUNG: a TAP stream. A sound model is changed in one respect at a time.
import os
import re
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

import tap  # noqa: E402
from refused import Checker, changed  # noqa: E402


def choice(name, order):
    """A choice item whose options stand in an order that is not the order of the levels."""
    return {'id': name, 'kind': 'choice', 'about': 'team', 'scale': 'level', 'text': {'en': name},
            'options': [{'code': code, 'level': level, 'text': {'en': f'Like {level}'}}
                        for code, level in enumerate(order, 1)]}


def opinion(name, about='team'):
    return {'id': name, 'kind': 'perception', 'about': about, 'scale': 'agree',
            'text': {'en': name}}


SOUND = {
    'format': 'rung-model/1', 'id': 'sound', 'version': '1.0.0', 'title': {'en': 'Sound'},
    'licence': 'CC0-1.0', 'rows': 'people', 'source': 'own',
    'sources': {'own': {'kind': 'local', 'text': 'Agreed among us.'}},
    'scales': {'agree': {'points': [1, 2, 3, 4, 5], 'favourable': [4, 5], 'neutral': [3]},
               'level': {'ladder': 'four'}},
    'items': [choice('c1', '3142'), choice('c2', '2413'), choice('c3', '4213'),
              opinion('a1'), opinion('a2')],
    'measures': [{'id': 'height', 'of': ['c1', 'c2', 'c3'], 'by': 'mean',
                  'construct': 'formative', 'needs': {'count': 2}},
                 {'id': 'climate', 'of': ['a1', 'a2'], 'by': 'mean', 'construct': 'reflective',
                  'rescale': [0, 100]}],
    'ladders': [{'id': 'four', 'levels': [{'id': name, 'names': {'neutral': {'en': name}}}
                                          for name in '1234']}],
    'readings': [{'id': 'r', 'ladder': 'four', 'of': 'height', 'primary': 'cut', 'rules': [
        {'id': 'cut', 'by': 'cut', 'at': [{'to': '2', 'cut': 1.55}, {'to': '3', 'cut': 2.55},
                                          {'to': '4', 'cut': 3.55}]},
        {'id': 'bands', 'by': 'bands', 'bands': [
            {'level': '1', 'to': 1.55}, {'level': '2', 'from': 1.55, 'to': 2.55},
            {'level': '3', 'from': 2.55, 'to': 3.55}, {'level': '4', 'from': 3.55}]}]}]}

NO_SOURCE = {key: value for key, value in SOUND.items() if key not in ('source', 'sources')}
BANDS = 'readings/0/rules/1/bands'
RULE = '/readings/0/rules/1.*'

# sentence, path of the change, value, pattern of the note's place
DEFECTS = (
    ('a hole between bands', f'{BANDS}/1/to', 2.25, RULE),
    ('bands that overlap', f'{BANDS}/1/to', 2.75, RULE),
    ('a hole below the lowest band', f'{BANDS}/0/from', 1.25, RULE),
    ('a hole above the highest band', f'{BANDS}/3/to', 3.75, RULE),
    ('a band that nothing can reach', f'{BANDS}/3/from', 4.5, RULE),
    ('a level that no score reaches', 'readings/0/rules/0/at/2/cut', 4.25,
     '/readings/0/rules/0.*'),
    ('a level without a step', 'readings/0/rules/0/at', [{'to': '2', 'cut': 1.55},
                                                         {'to': '4', 'cut': 3.55}],
     '/readings/0/rules/0.*'),
    ('an item in no measure', 'measures/1/of', ['a1'], '/items/4.*'),
    ('a mean of levels and agreement', 'measures/0/of', ['c1', 'c2', 'c3', 'a1'],
     '/measures/0.*'),
    ('a middle level that an agreement item describes', 'items/3/describes',
     {'ladder': 'four', 'level': '2'}, '/items/3.*'),
    ('a measure that mixes referents', 'items/4/about', 'leader', '/measures/1.*'),
    ('an example that is not met', 'examples',
     [{'answers': {'c1': 1, 'c2': 1, 'c3': 1}, 'expect': {'r': '1'}}], '/examples/0.*'))


def notes(result, severities=('error', 'warning')):
    """The places of the notes of these severities."""
    text = result.stdout + result.stderr
    return re.findall(rf'^(?:{"|".join(severities)}): (/[^:]*): .+$', text, re.MULTILINE)


def check(stream, checker, sentence, document, place):
    """A model with one defect: exit 1, and a note at a place like this."""
    result = checker.check(document)
    found = notes(result)
    stream.ok(result.returncode == 1 and any(re.fullmatch(place, one) for one in found),
              f'{sentence}: noted at its place', f'exit {result.returncode}, wanted {place}',
              result.stdout, result.stderr)


def main(arguments):
    root, rung = tap.places(arguments)
    stream = tap.Tap()
    with tempfile.TemporaryDirectory(dir=os.environ.get('TMPDIR')) as folder:
        checker = Checker(rung, folder)
        result = checker.check(SOUND)
        stream.ok(result.returncode == 0 and not notes(result), 'the sound model is clean',
                  result.stdout, result.stderr)
        for sentence, path, value, place in DEFECTS:
            keys = tuple(int(key) if key.isdigit() else key for key in path.split('/'))
            check(stream, checker, sentence, changed(SOUND, keys, value), place)
        check(stream, checker, 'numbers without a source', NO_SOURCE, '/(readings|measures).*|/')
        for name in ('five-levels', 'customer-centricity'):
            result = tap.run(rung, 'check', name)
            stream.ok(result.returncode == 0, f'{name} passes its own check', result.stdout,
                      result.stderr)
        for path in ('examples/models/every-key.json', 'examples/exit-survey/exit-survey.json'):
            result = tap.run(rung, 'check', root / path)
            stream.ok(result.returncode == 0, f'{Path(path).stem} passes its own check',
                      result.stdout, result.stderr)
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
