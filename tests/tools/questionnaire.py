"""The instrument of a model: what the command writes to be asked, and that its answers are read back."""
# SPDX-License-Identifier: Apache-2.0
import csv
import io
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap

BUILT_IN = ('five-levels', 'customer-centricity', 'customer-stages', 'humane-organisation')
OWN = ('examples/models/every-key.json', 'examples/exit-survey/exit-survey.json')


def load(path):
    return json.loads(path.read_text(encoding='utf-8'))


def composed(root, model):
    """A model with the parts of those that it uses, under their prefix, before its own."""
    whole = {**model, 'items': [], 'scales': dict(model.get('scales', {})), 'ladders': [], 'blocks': []}
    for used in model.get('uses', []):
        name = used.split('@')[0]
        part = load(root / f'lib/data/{name}.json')
        whole['scales'].update({f'{name}.{scale}': value for scale, value in part['scales'].items()})
        whole['items'] += [{**item, 'id': f"{name}.{item['id']}"} |
                           ({'scale': f"{name}.{item['scale']}"} if 'scale' in item else {})
                           for item in part['items']]
        whole['ladders'] += part.get('ladders', [])
        whole['blocks'] += [{**block, 'id': f"{name}.{block['id']}", 'of': [f'{name}.{one}' for one in block['of']]}
                            for block in part.get('blocks', [])]
    for part in ('items', 'ladders', 'blocks'):
        whole[part] += model.get(part, [])
    return whole


def sources(root):
    """The models to ask: how the command is told, and what their file says."""
    for name in BUILT_IN:
        yield name, composed(root, load(root / f'lib/data/{name}.json'))
    for path in OWN:
        yield str(root / path), composed(root, load(root / path))


def asked(model):
    return [item for item in model['items'] if 'unmeasured' not in item]


def blocks(model):
    """The block of each item that is in one."""
    return {item: block for block in model['blocks'] for item in block['of']}


def printed(model):
    """The items that are asked, as they stand on the page: a rater after the other, blocks together."""
    places, block = [item['id'] for item in asked(model)], blocks(model)
    first = {item['id']: block[item['id']]['of'][0] if item['id'] in block else item['id'] for item in asked(model)}
    rater = {item['id']: item.get('rater') for item in asked(model)}
    order = list(dict.fromkeys(rater[first[one]] for one in places))
    several = len({one for one in order if one}) > 1
    return sorted(asked(model), key=lambda item: (
        order.index(rater[first[item['id']]]) if several else 0, places.index(first[item['id']]),
        block[item['id']]['of'].index(item['id']) if item['id'] in block else 0)), several and order


def answers(model, item):
    """(code, label) of what may stand in the item's column, in order; absences without a label."""
    if 'scale' not in item:
        return [('', '')]
    scale = model['scales'][item['scale']]
    absent = [(code, None) for code in scale.get('absent', {})]
    for key, label in {'range': 'a number', 'dates': 'a day as YYYY-MM-DD'}.items():
        if key in scale:
            return [(f'{scale[key][0]} to {scale[key][1]}', label)] + absent
    points = scale.get('points') or []
    labels = scale.get('labels', {}).get('en', [''] * len(points))
    given = [(option['code'], option['text']['en']) for option in item.get('options', [])]
    return [(str(code), label) for code, label in given or zip(points, labels)] + absent


def filled(model, item):
    """An answer: the first code, the lower end of numbers and days, what adds up in a block."""
    scale = model['scales'].get(item.get('scale'), {})
    block = blocks(model).get(item['id'])
    if block and block['kind'] == 'pick':
        return str(int(block['of'].index(item['id']) < block['count']))
    if block:
        return str(block['total'] if item['id'] == block['of'][0] else 0)
    return str((scale.get('range') or scale.get('dates') or [answers(model, item)[0][0] or 'words'])[0])


def pages(report, rung, name, model):
    """Every item once, in order, with its codes; no level, and blanks to fill in."""
    title = model['id']
    text = rung('questionnaire', name, '--lang', 'en').stdout
    wanted, raters = printed(model)
    places = [text.find(f"**{item['id']}.** ") for item in wanted]
    report.ok(places == sorted(places) and min(places) > 0 and text.count('.** ') >= len(places),
              f'{title}: items stand in order, a rater and a block at a time', places)
    report.ok(text.count('\nTo be answered by ') == (len(raters) if raters else 0) and
              ('\n## Questions\n' in text) == (not raters), f'{title}: each rater is told which are theirs')
    report.ok(not any(one['text']['en'] in text for one in model.get('beliefs', [])),
              f'{title}: beliefs are not asked')
    least = model.get('disclosure', {}).get('least_n', 5)
    report.ok(f'fewer than {least} ' in text and '[Name and organisation' in text,
              f'{title}: the consent has the model\'s own number', text[:1500])
    left = [item for item in model['items'] if 'unmeasured' in item]
    report.ok(all(f"{item['unmeasured']}\n" in text.split('## Not asked here')[-1] for item in left)
              and bool(left) == ('## Not asked here' in text), f'{title}: what is not asked is said')
    lines = [line for line in text.splitlines() if line.startswith('- ') and not line.startswith('- **')]
    names = [level['names'][facet]['en'] for ladder in model.get('ladders', [])
             for level in ladder['levels'] for facet in level['names']]
    options = {f"- {option['code']} = {option['text']['en']}" for item in asked(model)
               for option in item.get('options', [])}
    others = set(lines) - options
    report.ok(options <= set(lines) and not [line for line in others for one in names if one in line],
              f'{title}: an option is its code and its text, never its level', lines)
    report.ok(rung('questionnaire', name, '--format', 'md').stdout == text,
              f'{title}: md is the start')


def tables(report, rung, name, model):
    """One line per item and answer."""
    text = rung('questionnaire', name, '--format', 'csv').stdout
    rows = list(csv.DictReader(io.StringIO(text)))
    found = [tuple(row[key] for key in ('item', 'kind', 'rater', 'block', 'text', 'code', 'label')) for row in rows]
    block = {item: (f"{of['id']}: choose exactly {of['count']}" if of['kind'] == 'pick' else
                    f"{of['id']}: share out {of['total']} points") for item, of in blocks(model).items()}
    wanted = [(item['id'], item['kind'], item.get('rater', ''), block.get(item['id'], ''), item['text']['en'], code, label)
              for item in asked(model) for code, label in answers(model, item)]
    same = len(found) == len(wanted) and all(
        one[:-1] == other[:-1] and other[-1] in (None, one[-1]) and (other[-1] is not None or one[-1])
        for one, other in zip(found, wanted))
    report.ok(same, f"{model['id']}: csv has a line per item and answer", found[:40], wanted[:40])


def templates(report, rung, run, folder, name, model):
    """What is filled in is read without a mapping."""
    path = folder / 'answers.csv'
    rung('template', name, '-o', path)
    header = path.read_text(encoding='utf-8')
    report.ok(header == ','.join(item['id'] for item in asked(model)) + '\n',
              f"{model['id']}: a template is a header and no row", header)
    row = ','.join(filled(model, item) for item in asked(model))
    path.write_text(header + f'{row}\n' * 12, encoding='utf-8')
    result = run('inspect', name, path)
    report.ok(result.returncode == 0 and result.stdout.endswith(': 0 errors, 0 warnings\n') and
              not result.stderr,
              f"{model['id']}: filled in, it is read without a warning", result.stdout, result.stderr)
    result = run('score', name, path, '--unsafe', '--format', 'json')
    items = json.loads(result.stdout)['groups'][0]['items'] if result.returncode == 0 else {}
    wrong = [item['id'] for item in asked(model)
             if 'scale' in item and items and items[item['id']]['absent']['invalid'] != 0]
    report.ok(items and not wrong, f"{model['id']}: filled in, no answer is invalid", wrong, result.stderr)


def limits(report, rung, folder):
    """A small model does not make a page without end: legends that take turns are long."""
    points = list(range(60))
    scales = {name: {'points': points, 'labels': {'en': [f'{name}{point} ' + 'x' * 4000 for point in points]}}
              for name in 'st'}
    items = [{'id': f'i{place}', 'kind': 'outcome', 'text': {'en': 'How?'}, 'scale': 'st'[place % 2]}
             for place in range(300)]
    model = {'format': 'rung-model/1', 'id': 'long', 'version': '1.0.0', 'title': {'en': 'Long'},
             'licence': 'CC0-1.0', 'rows': 'people', 'scales': scales, 'items': items,
             'measures': [{'id': 'm', 'of': ['i0'], 'by': 'mean'}]}
    path = folder / 'long.json'
    path.write_text(json.dumps(model), encoding='utf-8')
    for form in ('md', 'csv'):
        result = rung('questionnaire', path, '--format', form)
        report.ok(result.returncode == 2 and 'more than 64 MiB' in result.stderr and not result.stdout,
                  f'{form} has a limit', result.returncode, result.stderr)


def refusals(report, rung, run):
    """Formats belong to their subcommand."""
    for sentence, result in {
            'a questionnaire is no json': rung('questionnaire', 'five-levels', '--format', 'json'),
            'nor a table': rung('questionnaire', 'five-levels', '--format', 'table'),
            'a description is no md': rung('show', 'five-levels', '--format', 'md'),
            'a template has no format': rung('template', 'five-levels', '--format', 'csv'),
            'nor a language': rung('template', 'five-levels', '--language', 'en'),
            'scoring knows no md': run('score', 'five-levels', 'x.csv', '--format', 'md'),
            'a questionnaire is of a model': rung('questionnaire'),
            'of one that is there': rung('questionnaire', 'nobody')}.items():
        report.ok(result.returncode == 2 and result.stderr and not result.stdout, sentence,
                  result.returncode, result.stderr, result.stdout[:300])


def main(arguments):
    root, command = tap.places(arguments)
    report = tap.Tap()

    def run(*words):
        return tap.run(command, *words)

    def rung(*words):
        return run('models', *words)

    with tempfile.TemporaryDirectory() as folder:
        for name, model in sources(root):
            pages(report, rung, name, model)
            tables(report, rung, name, model)
            templates(report, rung, run, Path(folder), name, model)
        limits(report, rung, Path(folder))
    refusals(report, rung, run)
    report.done()


if __name__ == '__main__':
    main(sys.argv)
