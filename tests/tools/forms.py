"""One survey in three forms: a CSV, JSON Lines and a long table come to the same tally, byte for byte."""
# SPDX-License-Identifier: Apache-2.0
#
# forms.py SOURCE_ROOT RUNG: a TAP stream.
import csv
import io
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap


def read(path):
    """The header and the rows of a CSV."""
    with open(path, encoding='utf-8', newline='') as file:
        header, *rows = csv.reader(file)
    return header, rows


def value(text):
    """A cell as JSON: nothing, a number where that says the same, or text."""
    if text == '':
        return None
    return int(text) if text.isdecimal() and str(int(text)) == text else text


def as_lines(header, rows):
    """JSON Lines; every other row begins with its last member, and blank lines stand between."""
    lines = []
    for number, row in enumerate(rows):
        pairs = [(name, value(cell)) for name, cell in zip(header, row)]
        lines.append(json.dumps(dict(pairs if number % 2 else pairs[::-1]), ensure_ascii=number % 3 == 0))
    return '\n\n'.join(lines) + '\n'


def as_table(header, rows, items, names=('row', 'item', 'answer'), delimiter=','):
    """A long table: groups and the weight in every record, answers as they stand in the CSV."""
    beside = [place for place, name in enumerate(header) if name not in items]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator='\r\n')
    writer.writerow([names[0], *(header[place] for place in beside), names[1], names[2]])
    for number, row in enumerate(rows):
        for place, name in enumerate(header):
            if name in items:
                writer.writerow([f'r{number}', *(row[other] for other in beside), name, row[place]])
    return out.getvalue()


class Bench:
    """A folder, and tallies made in it."""

    def __init__(self, report, rung, folder):
        self.report, self.rung, self.folder = report, rung, Path(folder)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding='utf-8', newline='')
        return path

    def tally(self, answers, *options):
        """The bytes of the tally; None where it failed, which is a failed test."""
        path = self.folder / 'one.tally'
        path.unlink(missing_ok=True)
        result = tap.run(self.rung, 'tally', 'five-levels', answers, *options, '-o', path)
        if self.report.ok(result.returncode == 0, f'{Path(answers).name} is tallied', result.stderr):
            return path.read_bytes()
        return None


def same(bench, title, answers, items, options, mapping):
    """The three forms of a file."""
    header, rows = read(answers)
    expected = bench.tally(answers, *options)
    lines = bench.write('answers.jsonl', as_lines(header, rows))
    table = bench.write('table.csv', as_table(header, rows, items))
    bench.report.ok(bench.tally(lines, *options) == expected is not None,
                    f'{title}: JSON Lines come to the same tally')
    bench.report.ok(bench.tally(table, *options, '--form', 'long') == expected,
                    f'{title}: a long table comes to the same tally')
    other = bench.write('other', as_lines(header, rows[::-1]))
    bench.report.ok(bench.tally(other, *options, '--form', 'jsonl') == expected,
                    f'{title}: so do rows turned round, of a file whose name says nothing')
    names = json.loads(mapping.read_text(encoding='utf-8'))['long'].values()
    renamed = bench.write('renamed.csv', as_table(header, rows, items, tuple(names), ';'))
    bench.report.ok(bench.tally(renamed, *options, '--form', 'long', '--map', mapping) == expected,
                    f'{title}: a mapping names the columns of a long table')


def five_levels(bench, root):
    model = json.loads((root / 'lib/data/five-levels.json').read_text(encoding='utf-8'))
    items = {item['id'] for item in model['items']}
    answers = root / 'examples/five-levels/answers.csv'
    header, rows = read(answers)
    groups = [name for name in header if name not in items]
    cuts = [word for name in groups[:3] for word in ('--by', name)]
    mapping = root / 'examples/five-levels/long.map.json'
    same(bench, 'the shipped survey', answers, items, cuts, mapping)
    weighted = io.StringIO()
    writer = csv.writer(weighted, lineterminator='\n')
    writer.writerow([*header, 'w'])
    for number, row in enumerate(rows):
        writer.writerow([*row, ('0', '0.5', '2', '1.25')[number % 4]])
    path = bench.write('weighted.csv', weighted.getvalue())
    same(bench, 'weighted', path, items, (*cuts, '--weight', 'w'), mapping)
    many = bench.write('many.csv', '\n'.join([','.join(header), *(','.join(row) for row in rows * 9)]) + '\n')
    same(bench, f'{len(rows) * 9} rows', many, items, cuts, mapping)


def inspected(bench):
    """What is said of a file says what it is."""
    lines = bench.write('a.ndjson', '{"T1": 1, "id": 7}\n{"T1": true}\n')
    result = tap.run(bench.rung, 'inspect', 'five-levels', lines)
    bench.report.ok(result.returncode == 1 and 'JSON Lines' in result.stdout
                    and '"true" x 1, first in row 2' in result.stdout, 'inspect reads JSON Lines',
                    result.stdout, result.stderr)
    table = bench.write('a.csv', 'row,item,answer\n1,T1,1\n1,zz,1\n2,T1,3\n')
    result = tap.run(bench.rung, 'inspect', 'five-levels', table, '--form', 'long')
    bench.report.ok(result.returncode == 0 and 'a long table: 2 rows of 3 records' in result.stdout
                    and '"zz"' in result.stdout, 'inspect reads a long table', result.stdout,
                    result.stderr)
    result = tap.run(bench.rung, 'score', 'five-levels', lines, '--form', 'xml')
    bench.report.ok(result.returncode == 2 and 'csv, jsonl or long' in result.stderr,
                    'there is no other form', result.stderr)
    result = tap.run(bench.rung, 'inspect', 'five-levels', lines, '--delimiter', 'tab')
    bench.report.ok(result.returncode == 2 and 'no delimiter' in result.stderr,
                    'a delimiter of JSON Lines is refused', result.stderr)
    table = bench.write('b.csv', 'row,item,answer\n1,T1,1\n2,T1,1\n1,T2,3\n')
    result = tap.run(bench.rung, 'score', 'five-levels', table, '--form', 'long')
    bench.report.ok(result.returncode == 2 and 'b.csv:4:1: row' in result.stderr
                    and 'sort the file' in result.stderr, 'a row that returns is refused',
                    result.stderr)


def main(arguments):
    root, rung = tap.places(arguments)
    report = tap.Tap()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(report, rung, folder)
        five_levels(bench, root)
        inspected(bench)
    report.done()


if __name__ == '__main__':
    main(sys.argv)
