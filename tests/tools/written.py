"""What is written of numbers, days, blocks, sides and marks: rows and groups of the model with every key."""
# SPDX-License-Identifier: Apache-2.0
import csv
import io
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap

MODEL = 'examples/models/every-key.json'
ROW = {'G1': 1, 'G2': 4, 'R1': 3, 'R2': 2, 'P1': 2, 'P2': 4, 'P3': 4, 'O1': 5, 'W1': 5, 'W2': 4, 'A1': 3, 'A2': 2,
       'H1': 1.5, 'H2': '?', 'T0': '2026-11-25', 'T1': '2026-11-02', 'T2': '2025-03-31', 'K1': 1, 'K3': 1, 'Z1': 6,
       'Z2': 3, 'Z3': 1, 'V1': 4, 'V2': 2}
IPSATIVE = {'begins_with_people', 'talk_people', 'talk_things'}


def answers(folder, count):
    path = folder / f'{count}.csv'
    lines = [','.join([*ROW, 'team']), *(','.join(map(str, [*(ROW | {'H2': '?' if row % 2 else 0.5}).values(), f't{row // 2 % 2}']))
                                     for row in range(count))]
    path.write_text('\n'.join(lines) + '\n', encoding='utf-8')
    return path


def rows(report, run, path):
    """Each row: sides of a pair, marks of measures and levels."""
    found = json.loads(run(path, '--rows', '--person-levels', '--format', 'json').stdout)['rows'][0]
    report.ok(found['pairs'] == {'say_do': {'said': 87.5, 'done': 37.5, 'gap': -50},
                                 'told': {'inside': 75, 'outside': 25, 'gap': -50}}, 'a pair has its own keys',
              found['pairs'])
    report.ok({name for name, one in found['measures'].items() if one['marks'] == ['ipsative']} == IPSATIVE and
              all(one['marks'] in ([], ['ipsative']) for one in found['measures'].values()),
              'what rests on a block is marked')
    report.ok(set(found['readings']['kept']['marks']) == {'espoused', 'capped'}, 'a level held down says so',
              found['readings']['kept'])
    table = list(csv.DictReader(io.StringIO(run(path, '--rows', '--person-levels', '--format', 'csv').stdout)))[0]
    report.ok(table['told.inside'] == '75' and table['told.outside'] == '25' and table['told.gap'] == '-50' and
              table['say_do.said'] == '87.5', 'csv names the sides', [key for key in table if '.gap' in key])
    report.ok({key[:-6] for key, value in table.items() if value == 'ipsative' and key.endswith('.marks')} >= IPSATIVE,
              'csv marks measures')
    page = ' '.join(run(path, '--rows', '--person-levels').stdout.split())
    report.ok("'begins_with_people', 'talk_people', 'talk_things' compare within a row only" in page and
              'Decided without a measurement: Both shifts' in page, 'the page says what ranks nobody', page[:900])


def groups(report, run, path):
    """Groups, who all agree and are shown nevertheless: numbers and days among the items, signs beside levels."""
    total = json.loads(run(path, '--unsafe', '--by', 'team', '--format', 'json').stdout)['groups'][0]
    item = total['items']
    report.ok(item['H1']['n'] == 24 and item['H1']['score'] == 7.5 and item['H1']['coverage'] == 1 and
              item['H1']['favourable'] is None, 'a number has n, mean and coverage, and nothing favourable', item['H1'])
    report.ok(item['H2']['score'] == 1 and item['H2']['absent']['dont_know'] == 12 and item['H2']['n'] == 12 and
              item['H2']['coverage'] == 0.5, 'its absences are counted', item['H2'])
    report.ok(item['T0']['n'] == 24 and item['T0']['score'] is None and item['T0']['state'] == 'shown' and
              item['T1']['score'] == 4, 'a day has a mean only by its age', item['T0'], item['T1'])
    report.ok(total['pairs']['told']['inside'] == 75 and total['pairs']['told']['gap'] == -50 and
              'said' not in total['pairs']['told'], 'a group has the sides of a pair', total['pairs'])
    report.ok({name for name, one in total['measures'].items() if one['marks']} == IPSATIVE, 'and marks of measures')
    text = run(path, '--unsafe', '--by', 'team').stdout
    for line in ('Questions answered by a number or a day', '† espoused: said, not seen', '↓ held down by a condition',
                 '‡ compares within a row only', 'it is lower from outside, by 50.00'):
        report.ok(line in text, f'the page has: {line.strip()}', text[:3000])
    lines = list(csv.DictReader(io.StringIO(run(path, '--unsafe', '--format', 'csv').stdout)))
    told = next(line for line in lines if line['id'] == 'told')
    report.ok((told['said'], told['done'], told['score']) == ('75', '25', '-50'), 'csv keeps its columns', told)
    report.ok({line['id'] for line in lines if line['kind'] == 'measure' and line['marks'] == 'ipsative'} == IPSATIVE,
              'csv of groups marks measures')


def main(arguments):
    root, command = tap.places(arguments)
    report = tap.Tap()

    def run(path, *options):
        return tap.run(command, 'score', str(root / MODEL), str(path), *options)

    with tempfile.TemporaryDirectory() as folder:
        path = answers(Path(folder), 24)
        rows(report, run, path)
        groups(report, run, path)
    report.done()


if __name__ == '__main__':
    main(sys.argv)
