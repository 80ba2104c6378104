"""What `rung check` says of odd arithmetic: exit code 1 and a note at the right place."""
# SPDX-License-Identifier: Apache-2.0
#
# linted.py SOURCE_ROOT RUNG: a TAP stream. A sound model is changed in one respect at a time.
import copy
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


def with_parts(document, **parts):
    """A copy with more items, measures and scales."""
    copied = copy.deepcopy(document)
    for key, more in parts.items():
        if isinstance(more, dict):
            copied.setdefault(key, {}).update(more)
        else:
            copied.setdefault(key, []).extend(more)
    return copied


def measure(name, of, by='mean', **more):
    return {'id': name, 'of': of, 'by': by, 'construct': 'formative', **more}


def number(name, scale='percent', **more):
    return {'id': name, 'kind': 'outcome', 'about': 'team', 'scale': scale, 'text': {'en': name},
            **more}


CURVE = {'pieces': [{'to': 50, 'value': 1}, {'from': 50, 'value': 2}]}
NUMBERS = with_parts(SOUND, scales={'percent': {'range': [0, 100]}},
                     items=[number('n1', curve=CURVE)], measures=[measure('n', ['n1'])])


def side(name, says, stem):
    return {**opinion(name, 'leader'), 'rater': 'employee', 'says': says, 'stem': stem}


PAIRED = with_parts(SOUND, scales={'often': {'points': [1, 2, 3, 4, 5]}},
                    items=[side('s1', 'said', 'one'), side('s2', 'said', 'two'),
                           side('d1', 'done', 'one'), side('d2', 'done', 'two')],
                    measures=[measure('words', ['s1', 's2']), measure('deeds', ['d1', 'd2'])],
                    pairs=[{'id': 'p', 'said': 'words', 'done': 'deeds'}])
COMPOSITE = {**SOUND, 'uses': ['five-levels@1']}

# model, sentence, path of the change, value, pattern of the note's place
DEEPER = (
    (SOUND, 'the same weight for each term', 'measures/0/of',
     [{'id': name, 'weight': 2} for name in ('c1', 'c2', 'c3')], '/measures/0/of'),
    (SOUND, 'a weight of the only term', 'measures/1/of', [{'id': 'a1', 'weight': 3}],
     '/measures/1/of'),
    (SOUND, 'weights under a least', 'measures/1',
     measure('climate', [{'id': 'a1', 'weight': 2}, 'a2'], 'min'), '/measures/1/of'),
    (SOUND, 'a floor of 0', 'measures/1', measure('climate', ['a1', 'a2'], 'blend', floor=0),
     '/measures/1/floor'),
    (SOUND, 'a floor of 1', 'measures/1', measure('climate', ['a1', 'a2'], 'blend', floor=1),
     '/measures/1/floor'),
    (SOUND, 'a test that every answer to one of the terms fails', 'measures/1',
     measure('climate', ['height', 'a1', 'a2'], 'count', at_least=5), '/measures/1/of/0'),
    (SOUND, 'stretching onto the same range', 'measures/1/rescale', [1, 5], '/measures/1/rescale'),
    (SOUND, 'a clip that never cuts', 'measures/1/clip', [0, 100], '/measures/1/clip'),
    (SOUND, 'a clip that leaves one value', 'measures/1/clip', [100, 200], '/measures/1/clip'),
    (SOUND, 'rounding what is round', 'measures/1',
     measure('climate', ['a1', 'a2'], 'sum', round={'mode': 'half_up', 'digits': 0}),
     '/measures/1/round'),
    (SOUND, 'a curve of scores with a hole', 'measures/1/curve',
     {'pieces': [{'to': 40, 'value': 1}, {'from': 60, 'value': 2}]}, '/measures/1/curve'),
    (NUMBERS, 'a curve of answers with a hole', 'items/5/curve/pieces/1/from', 60, '/items/5/curve'),
    (NUMBERS, 'a curve without its lowest answer', 'items/5/curve/pieces/0/from', 1,
     '/items/5/curve'),
    (NUMBERS, 'a piece behind one that holds the same', 'items/5/curve/pieces',
     [{'to': 50, 'value': 1}, {'from': 20, 'to': 50, 'value': 3}, {'from': 50, 'value': 2}],
     '/items/5/curve/pieces/1'),
    (NUMBERS, 'a piece outside the range', 'items/5/curve/pieces',
     [{'value': 1, 'to': 200}, {'from': 200, 'value': 2}], '/items/5/curve/pieces/1'),
    (NUMBERS, 'a clip of answers that never cuts', 'items/5/clip', [0, 5], '/items/5/clip'),
    (SOUND, 'a mean of few that stands in for many', 'measures/0/absence', 'person_mean', None),
    (SOUND, 'the mean of one that stands in for two', 'measures/0',
     measure('height', ['c1', 'c2', 'c3'], absence='person_mean'), '/measures/0/needs'),
    (SOUND, 'a level that no rule gives', 'ladders/0/levels',
     [{'id': name, 'names': {'neutral': {'en': name}}} for name in '12345'], '/ladders/0/levels/4'),
    (SOUND, 'extremes that the numbers do not have', 'measures/0/extremes', [0, 4],
     '/measures/0/extremes'),
    (SOUND, 'a cut that every score reaches', 'readings/0/rules/0/at',
     [{'to': '2', 'cut': 0.25}, {'to': '3', 'cut': 0.75}, {'to': '4', 'cut': 3.55}],
     '/readings/0/rules/0/at/1'),
    (PAIRED, 'words and deeds on different scales', 'items/7/scale', 'often', '/pairs/0'),
    (PAIRED, 'a stem that stands alone', 'items/7/stem', 'three', '/pairs/0'),
    (PAIRED, 'words on the side of deeds', 'items/7/says', 'said', '/pairs/0'),
    (PAIRED, 'words and deeds of different raters', 'items/7/rater', 'leader', '/pairs/0'),
    (PAIRED, 'words and deeds on different ranges', 'measures/3/rescale', [0, 100], '/pairs/0'),
    (COMPOSITE, 'beside a used model, an item in no measure', 'measures/1/of', ['a1'], '/items/4'),
    (COMPOSITE, 'beside a used model, a measure that mixes referents', 'items/4/about', 'leader',
     '/measures/1/of/1'))

# the same, for what is said as information: a pattern of the whole line
TOLD = (
    (SOUND, 'how many patterns lie on a cut', 'readings/0/rules/0/at/0/cut', 2,
     r'/readings/0/rules/0/at/0: .* on 2 exactly: 15\.63 % .* above it'),
    (SOUND, 'how many lie on the edge of a band that is closed above', 'readings/0/rules/1',
     {'id': 'bands', 'by': 'bands', 'closed': 'high', 'bands': [
         {'level': '1', 'to': 2}, {'level': '2', 'from': 2, 'to': 2.5},
         {'level': '3', 'from': 2.5, 'to': 3.5}, {'level': '4', 'from': 3.5}]},
     r'/readings/0/rules/1/bands/1: .* on 2 exactly: 15\.63 % .* below it'),
    (SOUND, 'what does not apply as full credit', 'measures/1/absence', {'not_applicable': 'full'},
     '/measures/1/absence: what does not apply counts in full .*'),
    (SOUND, 'the same of an item', 'items/3/absence', {'not_applicable': 'full'},
     '/items/3/absence: what does not apply counts in full .*'),
    (SOUND, 'a test that every answer meets', 'measures/1',
     measure('climate', ['a1', 'a2'], 'count', at_least=1),
     '/measures/1/at_least: every term .* counts the same, .*'),
    (SOUND, 'a policy that says nothing', 'measures/1/absence', 'exclude',
     '/measures/1/absence: "exclude" says no more .*'),
    (SOUND, 'a zero below the least answer', 'measures/0/absence', 'zero',
     '/measures/0/absence: .* counts 0, .*'))

DAYS = with_parts(SOUND, scales={'days': {'dates': ['2020-01-01', '2030-12-31']}},
                  items=[number('today', 'days'),
                         number('proof', 'days', age={'on': 'today', 'bands': [
                             {'within': 'P1Y', 'value': 1}, {'value': 0}]})],
                  measures=[measure('fresh', ['proof'])])
SHARED = with_parts(SOUND, scales={'percent': {'range': [0, 100]}},
                    items=[number(name) for name in ('b1', 'b2')],
                    blocks=[{'id': 'b', 'kind': 'sum', 'of': ['b1', 'b2'], 'total': 100}],
                    measures=[measure('first', ['b1'])])
MIXED = with_parts(SOUND, scales={'percent': {'range': [0, 100]}, 'ten': {'range': [1, 10]}},
                   items=[number('n1'), number('n2', 'ten')],
                   measures=[measure('times', ['n1', 'n2'], 'product'),
                             measure('over', ['n1', 'n2'], 'ratio'),
                             measure('less', ['n1', 'n2'], 'difference'),
                             measure('high', ['n1', 'n2'], 'count', at_least=5),
                             measure('part', ['n1', 'n2'], 'percent')])
# sentence, a model of which nothing is odd
CLEAN = (('numbers with a curve', NUMBERS), ('words and deeds on the same stems', PAIRED),
         ('parts beside a used model', COMPOSITE), ('a day that only an age looks at', DAYS),
         ('an item that only a block needs', SHARED),
         ('different ranges in a product, a ratio, a difference, a count and a percentage', MIXED))

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


def keys_of(path):
    return tuple(int(key) if key.isdigit() else key for key in path.split('/'))


def deeper(stream, checker):
    """The finer defects, what is only told, and what is not odd."""
    for sentence, document in CLEAN:
        result = checker.check(document)
        stream.ok(result.returncode == 0 and not notes(result), f'{sentence}: nothing is odd',
                  result.stdout, result.stderr)
    for document, sentence, path, value, place in DEEPER:
        if place is not None:
            check(stream, checker, sentence, changed(document, keys_of(path), value), place)
            continue
        result = checker.check(changed(document, keys_of(path), value))
        stream.ok(result.returncode == 0, f'{sentence}: with enough needed, nothing is odd',
                  result.stdout, result.stderr)
    for document, sentence, path, value, line in TOLD:
        edited = document if path is None else changed(document, keys_of(path), value)
        result = checker.check(edited)
        stream.ok(re.search(f'^information: {line}$', result.stdout, re.MULTILINE),
                  f'{sentence}: told', result.stdout, result.stderr)


def main(arguments):
    root, rung = tap.places(arguments)
    stream = tap.Tap()
    with tempfile.TemporaryDirectory(dir=os.environ.get('TMPDIR')) as folder:
        checker = Checker(rung, folder)
        result = checker.check(SOUND)
        stream.ok(result.returncode == 0 and not notes(result), 'the sound model is clean',
                  result.stdout, result.stderr)
        for sentence, path, value, place in DEFECTS:
            check(stream, checker, sentence, changed(SOUND, keys_of(path), value), place)
        deeper(stream, checker)
        check(stream, checker, 'numbers without a source', NO_SOURCE, '/(readings|measures).*|/')
        for name in ('five-levels', 'customer-centricity', 'customer-stages', 'humane-organisation'):
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
