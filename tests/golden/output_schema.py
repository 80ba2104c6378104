"""The JSON that the command prints holds its schemas, for rows and for groups of several models."""
# SPDX-License-Identifier: Apache-2.0
#
# output_schema.py SOURCE_ROOT RUNG: a TAP stream. Beside the schemas it checks what they cannot
# say: every id of the model is there, in model order.
import json
import shlex
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

import tap  # noqa: E402
from run import cases  # noqa: E402

try:
    from jsonschema import Draft202012Validator
except ImportError:
    Draft202012Validator = None


def answered(file, folder):
    """Answers to a model's first example with the most answers, twelve times in each of two teams."""
    model = json.loads(file.read_text(encoding='utf-8'))
    answers = max((example['answers'] for example in model['examples']), key=len)
    cells = ['' if value is None or str(value) in ('dont_know', 'not_applicable') else str(value)
             for value in answers.values()]
    lines = [[*answers, 'team'], *([*cells, f't{row % 2}'] for row in range(24))]
    path = Path(folder) / 'every-key.csv'
    path.write_text('\n'.join(map(','.join, lines)) + '\n', encoding='utf-8')
    return path


def jobs(root, folder):
    """(sentence, model, model's file, answers, options for groups)."""
    five = root / 'examples' / 'five-levels'
    yield ('five-levels', 'five-levels', root / 'lib' / 'data' / 'five-levels.json',
           five / 'answers.csv',
           ['--by', 'team', '--by', 'tenure,team', '--unit', 'team', '--units', five / 'units.csv'])
    every = root / 'examples' / 'models' / 'every-key.json'
    yield 'every key of the format', every, every, answered(every, folder), ['--by', 'team']
    for case in cases(root):
        options = [case.folder / word if word == 'units.csv' else word
                   for word in shlex.split((case.folder / 'settings.txt').read_text())]
        model = case.folder / 'model.json'
        yield case.sentence, model, model, case.waves[0], options


def validator(root, name):
    schema = json.loads((root / 'schema' / name).read_text(encoding='utf-8'))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults(schema, document):
    return [f'{error.json_path}: {error.message[:200]}'
            for error in list(schema.iter_errors(document))[:10]]


def order_faults(model, parts, found):
    """Where the ids of a result are not those of the model, in its order."""
    out = []
    for part in parts:
        wanted = [one['id'] for one in model.get(part, [])]
        if list(found[part]) != wanted:
            out.append(f'{part}: {list(found[part])} instead of {wanted}')
    for reading in model.get('readings', []):
        rules = [rule['id'] for rule in reading['rules']]
        if list(found['readings'][reading['id']]['rules']) != rules:
            out.append(f'readings/{reading["id"]}: not the rules {rules}')
    return out


def check(stream, rung, schemas, job):
    """Rows with and without levels, and groups, of one model."""
    sentence, model, file, answers, options = job
    document = json.loads(Path(file).read_text(encoding='utf-8'))
    for extra, what in (([], 'rows'), (['--person-levels'], 'rows with levels')):
        try:
            found = tap.run_json(rung, 'score', model, answers, '--rows', *extra,
                                 '--format', 'json')
        except (RuntimeError, ValueError) as error:
            stream.ok(False, f'{sentence}: {what} hold their schema', error)
            continue
        lines = faults(schemas[0], found)
        for row in found['rows'][:50]:
            lines += order_faults(document, ('measures', 'readings', 'flags', 'pairs'), row)
        if what == 'rows' and document['rows'] == 'people':
            shown = [name for row in found['rows'] for name, one in row['readings'].items()
                     if one['level'] is not None]
            lines += [f'a level of a person is shown: {name}' for name in shown[:5]]
        stream.ok(not lines, f'{sentence}: {what} hold their schema', *lines)
    try:
        found = tap.run_json(rung, 'score', model, answers, *options, '--format', 'json')
        lines = faults(schemas[1], found)
        for group in found['groups'][:50]:
            lines += order_faults(document, ('measures', 'readings', 'items', 'flags', 'pairs'),
                                  group)
    except (RuntimeError, ValueError) as error:
        lines = [error]
    stream.ok(not lines, f'{sentence}: groups hold their schema', *lines)


def main(arguments):
    root, rung = tap.places(arguments)
    stream = tap.Tap()
    if Draft202012Validator is None:
        stream.skip('the output holds its schemas', 'the package jsonschema is missing')
    else:
        schemas = [validator(root, f'rung-{name}-1.schema.json') for name in ('scores', 'findings')]
        with tempfile.TemporaryDirectory() as folder:
            for job in jobs(root, folder):
                check(stream, rung, schemas, job)
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
