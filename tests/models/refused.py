"""What is no model is refused, with its place: mutants of sound models, and errors of meaning."""
# SPDX-License-Identifier: Apache-2.0
#
# refused.py SOURCE_ROOT RUNG PARSE_EACH: a TAP stream. From the built-in models and the model of
# every key, one change at a time makes models that the schema refuses; the library has to refuse
# each of them with RUNG_E_MODEL or another error of the text and a JSON pointer to where the change
# was made, at most two keys above it, or below it. PARSE_EACH reads them all in one process; one
# mutant of each sort and all errors of meaning go through `rung check`, too, whose exit code is 2.
import copy
import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import tap  # noqa: E402
from quick_schema import QuickSchema, alter, nodes, without  # noqa: E402

MODELS = ('examples/models/every-key.json', 'lib/data/five-levels.json',
          'lib/data/customer-centricity.json', 'lib/data/customer-stages.json',
          'lib/data/humane-organisation.json', 'examples/exit-survey/exit-survey.json')
WRONG_TYPES = (None, True, 7, 'zzz', [], {}, [7], {'zzz': 7})
WRONG_NUMBERS = (-70000, 70000, 0.5, -1, 0)
WRONG_TEXTS = ('', '-x', 'a b', 'é', 'x' * 65, 'x' * 5000)
INSTEAD = {('uses',): ('items',)}  # of what uses no other model items are asked
REFUSED = ('3', '4', '6', '8')  # RUNG_E_SYNTAX, _MODEL, _LIMIT, _UNSUPPORTED


def pointer(path):
    """A path as an RFC 6901 pointer."""
    return ''.join('/' + str(key).replace('~', '~0').replace('/', '~1') for key in path)


def kind_of(path):
    """A path with its numbers and chosen names struck out: one mutant of each kind will do."""
    named = ('sources', 'scales', 'labels', 'recode', 'absent', 'answers', 'expect', 'rules')
    return tuple('*' if isinstance(key, int) or place and path[place - 1] in named else key
                 for place, key in enumerate(path))


def changed(document, path, value):
    """A copy of a document, all of its own, in which one value is another."""
    return alter(copy.deepcopy(document), path, lambda _: value)


def mutants(document, seen):
    """(sort of change, path, changed document), once for each kind of place not yet seen."""
    for path, value in nodes(document):
        if kind_of(path) in seen:
            continue
        seen.add(kind_of(path))
        for sort, other in wrong_values(value):
            yield sort, path, alter(document, path, lambda _, other=other: other)
        if path and isinstance(path[-1], str):
            yield 'a missing key', INSTEAD.get(path, path), without(document, path)


def wrong_values(value):
    """(sort of change, what a value is changed to)."""
    if isinstance(value, dict):
        yield 'an unknown key', {**value, 'zzz': 7}
    if isinstance(value, list):
        yield 'an empty list', []
        yield 'a list with a twin', value + value[:1]
        yield 'a list too long', (value * 1100)[:1100]
    for wrong in WRONG_TYPES:
        if type(wrong) is not type(value):
            yield 'a wrong type', wrong
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        for wrong in WRONG_NUMBERS:
            yield 'a number out of range', wrong
    if isinstance(value, str):
        for wrong in WRONG_TEXTS:
            yield 'a wrong text', wrong


def named_place(result, file):
    """The pointer that an error message names, '' for the whole or for a line and column."""
    said = result.stderr.replace(str(file), 'FILE')
    found = re.match(r'rung: FILE: (?:FILE )?(/[^:]*): .', said)
    if found:
        return found.group(1)
    return '' if re.match(r'rung: FILE(:\d+:\d+)?: .', said) else None


def is_near(found, place):
    """Whether a pointer leads to a place, below it, or a little above it: at most two keys."""
    if found is None:
        return False
    named, wanted = found.split('/'), place.split('/')
    common = min(len(named), len(wanted))
    return named[:common] == wanted[:common] and len(wanted) - len(named) <= 2


class Checker:
    """Gives models to `rung check`."""

    def __init__(self, rung, folder):
        self.rung, self.folder = rung, Path(folder)
        self.path = self.folder / 'model.json'

    def check(self, document, name='model.json'):
        """A model as a document or as bytes."""
        if not isinstance(document, bytes):
            document = json.dumps(document).encode()
        path = self.folder / name
        path.write_bytes(document)
        return tap.run(self.rung, 'check', path)

    def refusal(self, document, path, name='model.json'):
        """What is wrong with the refusal of a document that is wrong at a path; None: nothing."""
        result = self.check(document, name)
        place, found = pointer(path), named_place(result, self.folder / name)
        if result.returncode != 2:
            return f'{place}: exit {result.returncode}: {(result.stderr or result.stdout)[:200]}'
        if is_near(found, place):
            return None
        return f'{place}: names another place: {result.stderr.strip()[:200]}'


def refusals(parse_each, texts):
    """What the library says of each text: (status, where, message)."""
    given = b''.join(b'%d\n%s' % (len(text), text) for text in texts)
    result = subprocess.run([str(parse_each)], input=given, capture_output=True, timeout=500,
                            check=False)
    lines = result.stdout.decode('utf-8', 'replace').splitlines()
    if result.returncode != 0 or len(lines) != len(texts):
        raise RuntimeError(f'{parse_each}: exit {result.returncode} after {len(lines)} of '
                           f'{len(texts)} models: {result.stderr.decode()[:4000]}')
    return [tuple(line.split('\t', 2)) for line in lines]


def fault_of(said, path):
    """What is wrong with what the library says of a mutant changed at a path; None: nothing."""
    status, where, message = said
    place = pointer(path)
    if status not in REFUSED:
        return f'{place}: status {status}: {message[:200]}'
    if is_near(where, place) and message:
        return None
    return f'{place}: names another place: {where}: {message[:200]}'


def of_one(root, parse_each, name, seen):
    """All mutants of a model that the schema refuses: {sort: count}, {sort: faults}, and of each
    sort one mutant with its path."""
    document = json.loads((root / name).read_text(encoding='utf-8'))
    schema = json.loads((root / 'schema' / 'rung-model-1.schema.json').read_text(encoding='utf-8'))
    judge = QuickSchema(schema, document)
    bad = [one for one in mutants(document, set(seen)) if not judge.is_valid(one[2])]
    said = refusals(parse_each, [json.dumps(mutant).encode() for _, _, mutant in bad])
    counts, faults, samples = {}, {}, {}
    for (sort, path, mutant), answer in zip(bad, said):
        counts[sort] = counts.get(sort, 0) + 1
        samples.setdefault(sort, (path, mutant))
        fault = fault_of(answer, path)
        if fault:
            faults.setdefault(sort, []).append(f'{sort} at {fault}')
    return document['id'], counts, faults, samples


def by_schema(stream, checker, root, parse_each):
    """The mutants that the schema refuses."""
    try:
        import jsonschema  # noqa: F401
    except ImportError:
        stream.skip('what the schema refuses is refused', 'the package jsonschema is missing')
        return
    seen, tasks = set(), []
    with ProcessPoolExecutor(2) as pool:
        for name in MODELS:
            tasks.append(pool.submit(of_one, root, parse_each, name, frozenset(seen)))
            document = json.loads((root / name).read_text(encoding='utf-8'))
            seen |= {kind_of(path) for path, _ in nodes(document)}
        results = [task.result() for task in tasks]
    total = 0
    for model, counts, faults, samples in results:
        for sort, count in counts.items():
            total += count
            path, mutant = samples[sort]
            fault = checker.refusal(mutant, path)
            print(f'# {model}: {sort}: {count} mutants')
            stream.ok(sort not in faults and fault is None,
                      f'{model}: {sort} is refused with its place',
                      *faults.get(sort, []), *([f'rung check: {fault}'] if fault else []))
    print(f'# {total} mutants')
    stream.ok(total >= 300, 'there were at least 300 mutants', total)


SMALL = {
    'format': 'rung-model/1', 'id': 'small', 'version': '1.0.0', 'title': {'en': 'Small'},
    'licence': 'CC0-1.0', 'rows': 'assessments', 'source': 'own',
    'sources': {'own': {'kind': 'local', 'text': 'Ours.'}},
    'scales': {'agree': {'points': [1, 2, 3, 4, 5], 'favourable': [4, 5]},
               'plain': {'points': [0, 1]}, 'level': {'ladder': 'three'}},
    'items': [
        {'id': 'a', 'kind': 'practice', 'scale': 'agree', 'text': {'en': 'A'}},
        {'id': 'b', 'kind': 'practice', 'scale': 'agree', 'text': {'en': 'B'}},
        {'id': 'p', 'kind': 'practice', 'scale': 'plain', 'text': {'en': 'P'}},
        {'id': 'q', 'kind': 'text', 'text': {'en': 'Q'}},
        {'id': 'c', 'kind': 'choice', 'scale': 'level', 'text': {'en': 'C'}, 'options': [
            {'code': 1, 'level': '2', 'text': {'en': 'two'}},
            {'code': 2, 'level': '1', 'text': {'en': 'one'}},
            {'code': 3, 'level': '3', 'text': {'en': 'three'}}]}],
    'measures': [{'id': 'm', 'of': ['a', 'b'], 'by': 'mean'},
                 {'id': 'k', 'of': ['c'], 'by': 'median'},
                 {'id': 'o', 'of': ['b'], 'by': 'mean'},
                 {'id': 'n', 'of': ['m', {'id': 'p', 'weight': 2}], 'by': 'mean'}],
    'ladders': [{'id': 'three', 'levels': [{'id': str(place), 'names': {'neutral': {'en': 'L'}}}
                                           for place in (1, 2, 3)],
                 'regions': [{'id': 'low', 'names': {'en': 'Low'}, 'levels': ['1', '2']}]},
                {'id': 'two', 'levels': [{'id': str(place), 'names': {'neutral': {'en': 'L'}}}
                                         for place in (1, 2)]}],
    'readings': [{'id': 'r', 'ladder': 'three', 'of': 'm', 'primary': 'cut', 'rules': [
        {'id': 'cut', 'by': 'cut', 'at': [{'to': '2', 'cut': 2}, {'to': '3', 'cut': 4}]},
        {'id': 'weak', 'by': 'weakest', 'from': 'cut', 'of': ['m', 'k']},
        {'id': 'half', 'by': 'share', 'least': 0.5}]},
        {'id': 's', 'ladder': 'three', 'of': 'o', 'primary': 'cut', 'rules': [
            {'id': 'cut', 'by': 'cut', 'at': [{'to': '2', 'cut': 2}, {'to': '3', 'cut': 4}]}]}],
    'relations': [{'id': 'same', 'of': ['s', 'r']},
                  {'id': 'other', 'of': ['r', 's'], 'diagonal': [['1', '1'], ['2', '3']]}],
    'pairs': [{'id': 'pair', 'said': 'm', 'done': 'o'}],
    'flags': [{'id': 'f', 'when': {'all': [{'measure': 'm', 'above': 2},
                                           {'reading': 'r', 'at_least': '2'}]},
               'text': {'en': 'F'}}],
    'examples': [{'answers': {'a': 1, 'b': 5}, 'expect': {'r': '2', 'm': 3, 'f': True}}]}

SHORT = {'id': 's', 'ladder': 'two', 'of': 'o', 'primary': 'cut', 'rules': [
    {'id': 'cut', 'by': 'cut', 'at': [{'to': '2', 'cut': 2}]}]}
STEP = {'to': '3', 'up': 3, 'down': 3.5}
# sentence, the place of the change, the value put there, the place of the error where it is another
MEANING = (
    ('a measure of an unknown item', 'measures/0/of/0', 'nobody', None),
    ('a measure of a text item', 'measures/0/of/0', 'q', None),
    ('a measure that is its own part', 'measures/0/of/0', 'm', None),
    ('measures that go in a circle', 'measures/0/of/0', 'n', 'measures'),
    ('an item that is twice in a measure', 'measures/0/of/1', 'a', None),
    ('two items of one id', 'items/1/id', 'a', None),
    ('an item and a measure of one id', 'measures/0/id', 'p', None),
    ('two measures of one id', 'measures/1/id', 'm', None),
    ('two rules of one id', 'readings/0/rules/1/id', 'cut', None),
    ('two levels of one id', 'ladders/0/levels/1/id', '1', None),
    ('two options of one code', 'items/4/options/1/code', 1, None),
    ('an option of an unknown level', 'items/4/options/1/level', '9', None),
    ('a scale of an unknown ladder', 'scales/level/ladder', 'nine', None),
    ('an item of an unknown scale', 'items/0/scale', 'nothing', None),
    ('an unknown default source', 'source', 'nobody', None),
    ('an unknown source of a measure', 'measures/0/source', 'nobody', None),
    ('an unknown source of a rule', 'readings/0/rules/0/source', 'nobody', None),
    ('a reading of an unknown measure', 'readings/0/of', 'nothing', None),
    ('a reading of an item', 'readings/0/of', 'a', None),
    ('a reading on an unknown ladder', 'readings/0/ladder', 'nine', None),
    ('an unknown primary rule', 'readings/0/primary', 'nothing', None),
    ('an unknown rule under a share', 'readings/0/rules/2/from', 'nothing', None),
    ('a share of its own levels', 'readings/0/rules/2/from', 'half', None),
    ('an unknown rule under a weakest link', 'readings/0/rules/1/from', 'nothing', None),
    ('a weakest link by a share', 'readings/0/rules/1/from', 'half', None),
    ('a weakest link of an unknown measure', 'readings/0/rules/1/of/1', 'nothing', None),
    ('a step to an unknown level', 'readings/0/rules/0/at/0/to', '9', None),
    ('a step to the lowest level', 'readings/0/rules/0/at/0/to', '1', None),
    ('falling levels', 'readings/0/rules/0/at/0/to', '3', 'readings/0/rules/0/at'),
    ('falling cuts', 'readings/0/rules/0/at/1/cut', 1.5, None),
    ('equal cuts', 'readings/0/rules/0/at/1/cut', 2, None),
    ('a threshold lost above where it is granted', 'readings/0/rules/0/at/1', STEP, None),
    ('a pair of an unknown measure', 'pairs/0/said', 'nothing', None),
    ('a relation of an unknown reading', 'relations/0/of/1', 'nothing', None),
    ('a relation of one reading', 'relations/1/of/1', 'r', None),
    ('two relations of one id', 'relations/1/id', 'same', 'relations/1'),
    ('a diagonal of an unknown level', 'relations/1/diagonal/1/1', '9', None),
    ('a diagonal unsaid of ladders that differ', 'readings/1', SHORT, 'relations/0/of'),
    ('a flag on an unknown measure', 'flags/0/when/all/0/measure', 'nothing', None),
    ('a flag on an unknown reading', 'flags/0/when/all/1/reading', 'nothing', None),
    ('a flag on an unknown level', 'flags/0/when/all/1/at_least', '9', None),
    ('a region of an unknown level', 'ladders/0/regions/0/levels/1', '9', None),
    ('a region with a gap', 'ladders/0/regions/0/levels', ['1', '3'], None),
    ('points that do not rise', 'scales/agree/points', [1, 2, 4, 3, 5], None),
    ('a favourable answer that is no point', 'scales/agree/favourable', [6], None),
    ('labels that are too few', 'scales/agree/labels', {'en': ['no', 'yes']}, None),
    ('a recoding that forgets a point', 'items/0/recode', {'1': 1, '2': 2}, None),
    ('a recoding of an answer that is none', 'items/2/recode', {'0': 0, '1': 1, '7': 2}, None),
    ('a share without favourable answers', 'measures/3',
     {'id': 'n', 'of': ['p'], 'by': 'share'}, None),
    ('a stretched measure of a measure', 'measures/3/rescale', [0, 100], 'measures/3'),
    ('a range that does not rise', 'measures/0/rescale', [100, 0], None),
    ('a need of more than there is', 'measures/0/needs', {'count': 3}, None),
    ('an example with an unknown item', 'examples/0/answers', {'nobody': 1}, None),
    ('an example that expects of nothing known', 'examples/0/expect', {'nothing': 1}, None),
    ('an example that expects an unknown level', 'examples/0/expect', {'r': '9'}, None),
    ('a weight finer than a millionth', 'measures/3/of/1/weight', 0.0000001, None))


def of_meaning(stream, checker):
    """Errors that a schema cannot say."""
    stream.ok(checker.check(SMALL).returncode in (0, 1), 'the small model itself is read')
    for sentence, place, value, other in MEANING:
        path = tuple(int(key) if key.isdigit() else key for key in place.split('/'))
        wanted = tuple((other or place).split('/'))
        fault = checker.refusal(changed(SMALL, path, value), wanted)
        stream.ok(fault is None, f'{sentence}: refused with its place', fault)


def as_text(stream, checker):
    """Errors of the text itself: each is refused, whatever the place."""
    text = json.dumps(SMALL)
    deep = text.replace('"Small"', '"Small"' + ', "x": ' + '{"y": ' * 33 + '1' + '}' * 33, 1)
    texts = {
        'a key that stands twice': text.replace('"rows":', '"rows": "people", "rows":', 1),
        'a key that stands twice deep inside': text.replace('"to": "2"', '"to": "2", "to": "2"'),
        'a text that is no JSON': text[:-1],
        'something behind the model': text + ' {}',
        'an empty file': '',
        'a number that is none': text.replace('"cut": 4', '"cut": NaN'),
        'a number without end': text.replace('"cut": 4', '"cut": 1e999'),
        'a list as a model': f'[{text}]',
        'nesting deeper than 32': deep,
        'nesting without end': '[' * 200000,
        'half of a surrogate': text.replace('"Small"', '"\\ud800"'),
        'a NUL in a text': text.replace('"Small"', '"Sm\\u0000all"'),
        'a comma too many': text[:-1] + ',}',
    }
    for sentence, one in texts.items():
        result = checker.check(one.encode())
        stream.ok(result.returncode == 2 and result.stderr.startswith('rung: '),
                  f'{sentence}: refused', result.returncode, result.stderr[:300])
    latin = text.replace('Small', 'Sméll').encode('latin-1')
    result = checker.check(latin)
    stream.ok(result.returncode == 2, 'a text that is not UTF-8: refused', result.stderr[:300])
    result = checker.check(text.encode() + b' ' * (9 << 20))
    stream.ok(result.returncode == 2, 'nine megabytes: refused', result.stderr[:300])
    result = checker.check(b'\xef\xbb\xbf' + text.encode())
    stream.ok(result.returncode in (0, 1, 2), 'a byte order mark: read or refused, no worse')
    result = tap.run(checker.rung, 'check', checker.path.parent / 'nothing.json')
    stream.ok(result.returncode == 2, 'a file that is not there: refused', result.stderr[:300])
    result = tap.run(checker.rung, 'check', checker.path.parent)
    stream.ok(result.returncode == 2, 'a folder: refused', result.stderr[:300])


def main(arguments):
    root, rung = tap.places(arguments[:3])
    parse_each = Path(arguments[3]).resolve()
    stream = tap.Tap()
    with tempfile.TemporaryDirectory(dir=os.environ.get('TMPDIR')) as folder:
        checker = Checker(rung, folder)
        by_schema(stream, checker, root, parse_each)
        of_meaning(stream, checker)
        as_text(stream, checker)
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
