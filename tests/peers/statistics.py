"""Statistics agree with R and other programs, case by case, at the tolerance that each case states."""
# SPDX-License-Identifier: Apache-2.0
#
# statistics.py SOURCE_ROOT LIBRARY [TOPIC]: a TAP stream, a sub-test per case; at last how many cases
# were matched, are out of scope and are excepted; with a topic, of the cases that it claims. Cases are looked for in reference/ of RUNG_SHARED
# (default: ../shared beside the source root), of which tests/peers/golden/ then must be a true copy; where
# that is not there, in tests/peers/golden/: the cases whose data may be copied.
#
# The modules named in TOPICS say what is done with each case: CASES has a function per pattern
# 'file/case', which gives what the library found in the shape of the case's `expect`; OUT_OF_SCOPE
# has the reason for a pattern 'file/case' or 'file/case:path'; EXCEPTED has the derivation where the
# expectation is not right. A case that nobody claims fails.
import csv
import fnmatch
import importlib
import json
import math
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import golden_copies  # noqa: E402
import tap  # noqa: E402
from library import Library  # noqa: E402

TOPICS = ['cases_adjust', 'cases_agreement', 'cases_association', 'cases_bootstrap', 'cases_change',
          'cases_coding', 'cases_describe', 'cases_design', 'cases_gap', 'cases_icc',
          'cases_interval', 'cases_levels', 'cases_polychoric', 'cases_raters', 'cases_reliability',
          'cases_scales', 'cases_scope', 'cases_weights']
NUMBERS = {'NaN': math.nan, 'Inf': math.inf, '-Inf': -math.inf}
ABSENT = ('', 'NA', 'NaN')


def number(text):
    """A field of a CSV: a number, None, or the text itself."""
    if text in ABSENT:
        return None
    try:
        return float(text)
    except ValueError:
        return text


class Case:
    """One case: what it expects, its arguments, and its data."""

    def __init__(self, place, file, name, content):
        self.place, self.file, self.name, self.content = place, file, name, content
        self.expect = content['expect']
        self.args = content.get('args', {})
        self.input = content.get('input', {})
        self.tolerance = content.get('tol_rel', 1e-10)
        self.siblings = {}  # the other cases of the file, by name

    def table(self, path=None):
        """A CSV of the reference as {column: [number, text or None]}."""
        with open(self.place / (path or self.input['csv']), newline='', encoding='utf-8') as file:
            rows = list(csv.reader(file))
        return {name: [number(row[index]) for row in rows[1:]] for index, name in enumerate(rows[0])}

    def columns(self):
        """The columns that the case names, in its order."""
        table = self.table()
        return [table[name] for name in self.input['columns']]


def match(patterns, name):
    """The value of the first pattern that fits, or None."""
    return next((value for pattern, value in patterns.items() if fnmatch.fnmatch(name, pattern)), None)


def close(expected, found, tolerance):
    """Whether two leaves agree; what R leaves out or writes as NaN is NaN here."""
    expected = math.nan if expected is None else NUMBERS.get(expected, expected) \
        if isinstance(expected, str) else expected
    found = math.nan if found is None else found
    if isinstance(expected, (int, float)) and not isinstance(expected, bool):
        if not isinstance(found, (int, float)):
            return False
        if math.isnan(expected) or math.isnan(found):
            return math.isnan(expected) and math.isnan(found)
        return expected == found or abs(expected - found) <= max(
            tolerance * max(abs(expected), abs(found)), tolerance * 1e-2 if tolerance else 0)
    return expected == found


def compare(expected, found, tolerance, skipped, path=''):
    """Where `found` is not what is expected; every leaf counts that no pattern of `skipped` names."""
    if skipped(path):
        return []
    if isinstance(expected, dict) and isinstance(found, dict):
        return [line for key, value in expected.items() for line in
                compare(value, found.get(key, KeyError), tolerance, skipped, f'{path}/{key}')]
    if isinstance(expected, list) and isinstance(found, (list, tuple)) and len(expected) == len(found):
        return [line for index, value in enumerate(expected) for line in
                compare(value, found[index], tolerance, skipped, f'{path}/{index}')]
    if found is KeyError:
        return [f'{path}: not given, expected {str(expected)[:200]}']
    return [] if close(expected, found, tolerance) else [
        f'{path}: expected {str(expected)[:200]}, found {str(found)[:200]}']


def place_of(root):
    """Where the reference is."""
    shared = Path(os.environ.get('RUNG_SHARED') or root.parent / 'shared') / 'reference'
    return shared if shared.exists() else golden_copies.GOLDEN


def cases_of(place):
    """Every case of every file."""
    for file in sorted((place / 'json').glob('*.json')):
        content = json.loads(file.read_text(encoding='utf-8'))
        if 'cases' not in content:
            continue
        made = {name: Case(place, file.stem, name, one) for name, one in content['cases'].items()}
        for case in made.values():
            case.siblings = made
            yield case


def claims(topics):
    """The three tables of all topics."""
    tables = {'CASES': {}, 'OUT_OF_SCOPE': {}, 'EXCEPTED': {}}
    for topic in topics:
        module = importlib.import_module(topic)
        for name, table in tables.items():
            table.update(getattr(module, name, {}))
    return tables


def run_case(library, case, function, skipped):
    """Where the library does not agree with one case."""
    try:
        found = function(library, case)
    except Exception as error:  # one case must not stop the others
        return [f'{type(error).__name__}: {error}']
    return compare(case.expect, found, case.tolerance, skipped)


class Reasons:
    """What is out of scope or excepted, of cases and of fields, and how often each reason was met."""

    def __init__(self, tables):
        self.reasons = {pattern: (verdict, why) for verdict, title in
                        (('excepted', 'EXCEPTED'), ('out of scope', 'OUT_OF_SCOPE'))
                        for pattern, why in tables[title].items()}
        self.met = dict.fromkeys(self.reasons, 0)

    def of(self, name):
        """(verdict, why) of 'file/case' or 'file/case:path', or None; it counts as met."""
        for pattern, reason in self.reasons.items():
            if (':' in pattern) == (':' in name) and fnmatch.fnmatch(name, pattern):
                self.met[pattern] += 1
                return reason
        return None

    def print_fields(self):
        for pattern, (verdict, why) in self.reasons.items():
            if ':' in pattern and self.met[pattern]:
                print(f'# {verdict}, {self.met[pattern]} fields: {pattern}: {why}')

    def idle(self):
        return [pattern for pattern, times in self.met.items() if not times]


def run_all(library, stream, tables, place, every):
    """A sub-test per case; how many came out how. Without `every`, cases that nobody claims are left."""
    counts = {'matched': 0, 'out of scope': 0, 'excepted': 0, 'not matched': 0}
    reasons = Reasons(tables)
    for case in cases_of(place):
        name = f'{case.file}/{case.name}'
        reason, function = reasons.of(name), match(tables['CASES'], name)
        if reason:
            counts[reason[0]] += 1
            print(f'# {reason[0]}: {name}: {reason[1]}')
        elif function or every:
            lines = run_case(library, case, function, lambda path, name=name: reasons.of(f'{name}:{path}')) \
                if function else ['no topic claims it']
            counts['not matched' if lines else 'matched'] += 1
            stream.ok(not lines, f'agrees: {name}', *lines)
        library.keep.clear()
    reasons.print_fields()
    return counts, reasons.idle()


def main(arguments):
    root, path = tap.places(arguments[:3])
    library, stream, place = Library(root, path), tap.Tap(), place_of(root)
    whole = place != golden_copies.GOLDEN and not arguments[3:]
    if whole:
        lines = golden_copies.differences(place)
        stream.ok(not lines, 'the golden copies are what the reference holds', *lines)
    counts, idle = run_all(library, stream, claims(arguments[3:] or TOPICS), place, not arguments[3:])
    if whole:
        stream.ok(not idle, 'every reason for not matching is of some case', *idle)
    print('# ' + ', '.join(f'{count} {title}' for title, count in counts.items()))
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
