"""The exit survey by region and by position: a computation in pandas agrees with `rung`."""
# SPDX-License-Identifier: Apache-2.0
#
# exit_survey.py SOURCE_ROOT RUNG: a TAP stream. The data are not part of the project: they are
# looked for in data/ of RUNG_SHARED (default: ../shared beside the source root), and the test is
# skipped in words where they, or pandas, are missing. Nothing here is computed by the project.
import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import tap  # noqa: E402

try:
    import pandas
except ImportError:
    pandas = None

OTHER = '/usr/bin/python3'  # the system's own, which may have pandas where another has not
SENTENCE = 'the exit survey agrees with pandas'
CODES = {'SD': 1, 'D': 2, 'N': 3, 'A': 4, 'SA': 5}
KINDS = {'': 'skipped', 'N/A': 'not_applicable', 'M': 'invalid'}
LEAST, LEAST_SPREAD = 5, 10
CLOSE = 1e-12
ASKED = ('answer', 'skipped', 'invalid')


def read(path, mapping):
    """Answers by item as codes, and their kinds; and the grouping columns."""
    raw = pandas.read_csv(path, dtype=str, keep_default_na=False)
    columns = {header: what['item'] for header, what in mapping['columns'].items()
               if 'item' in what}
    text = raw[list(columns)].rename(columns=columns).apply(lambda column: column.str.strip())
    codes = text.apply(lambda column: column.map(CODES))
    kinds = text.apply(lambda column: column.map(lambda one: 'answer' if one in CODES
                                                 else KINDS[one]))
    groups = raw[['Region', 'Position']].copy()
    groups['Region'] = groups['Region'].replace({'': None, 'Not Stated': None})
    groups['Position'] = groups['Position'].replace({'': None})
    return codes, kinds, groups


def person_scores(measure, codes, kinds):
    """One score per person: the mean of what is there, where half of what was asked is."""
    items = measure['of']
    asked = kinds[items].isin(ASKED).sum(axis=1)
    answered = codes[items].notna().sum(axis=1)
    if measure['by'] == 'share':
        score = 100 * (codes[items] >= 4).sum(axis=1) / answered
    else:
        score = (codes[items].sum(axis=1) / answered - 1) * 25
    enough = (answered > 0) & (answered >= measure['needs']['share'] * asked)
    return score.where(enough)


def measure_figures(measure, codes, kinds):
    """What a group's measure has to show."""
    items = measure['of']
    scores = person_scores(measure, codes, kinds).dropna()
    count = least = len(scores)
    mean = scores.mean() if count else None
    if measure.get('across') == 'items':  # shown no better than the least answered of its items
        count = int(codes[items].notna().any(axis=1).sum())
        least = min(answers for answers in codes[items].notna().sum() if answers > 0)
        shares = [100 * (codes[item].dropna() >= 4).mean() for item in items
                  if codes[item].notna().any()]
        mean = sum(shares) / len(shares) if shares else None
    if least < LEAST:
        return {'score': None, 'n': None, 'sd': None, 'coverage': None}
    if least < LEAST_SPREAD:
        return {'score': round(mean * 10) / 10, 'n': count, 'sd': None, 'coverage': None}
    asked = int(kinds[items].isin(ASKED).to_numpy().sum())
    figures = {'score': mean, 'n': count,
               'coverage': int(codes[items].notna().to_numpy().sum()) / asked}
    if measure.get('across') != 'items':
        figures['sd'] = scores.std(ddof=1)
    return figures


def item_figures(codes, kinds):
    """What a group's item has to show."""
    there = codes.dropna()
    if len(there) < LEAST_SPREAD:
        return {'n': None, 'score': None, 'favourable': None, 'neutral': None,
                'unfavourable': None}
    return {'n': len(there), 'score': there.mean(), 'favourable': (there >= 4).mean(),
            'neutral': (there == 3).mean(), 'unfavourable': (there <= 2).mean(),
            'coverage': len(there) / int(kinds.isin(ASKED).sum()),
            'absent': {kind: int((kinds == kind).sum())
                       for kind in ('not_asked', 'skipped', 'not_applicable', 'dont_know',
                                    'invalid')}}


def group_figures(model, codes, kinds):
    """Everything of one group."""
    count = len(codes)
    if count < LEAST:
        nothing = {'score': None, 'n': None, 'sd': None, 'coverage': None}
        return {'n': None, 'state': 'too_few',
                'measures': {one['id']: nothing for one in model['measures']},
                'items': {item: {'n': None, 'score': None, 'favourable': None, 'coverage': None}
                          for item in codes}}
    found = {'n': count, 'state': 'shown',
             'measures': {one['id']: measure_figures(one, codes, kinds)
                          for one in model['measures']}}
    if count < LEAST_SPREAD:
        for figures in found['measures'].values():
            figures.update(sd=None, coverage=None)
        found['items'] = {item: {'n': None, 'score': None} for item in codes}
    else:
        found['items'] = {item: item_figures(codes[item], kinds[item]) for item in codes}
    return found


def plain(value):
    """NumPy's numbers as Python's."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value.item() if hasattr(value, 'item') else value


def expected_groups(model, codes, kinds, groups):
    """(by, figures) of the total and of each region and position, in byte order."""
    yield {}, group_figures(model, codes, kinds)
    for column in ('Region', 'Position'):
        labels = [label for label in groups[column].unique() if label is not None]
        if groups[column].isna().any():
            chosen = groups[column].isna()
            yield {column: None}, group_figures(model, codes[chosen], kinds[chosen])
        for label in sorted(labels, key=str.encode):
            chosen = groups[column] == label
            yield {column: label}, group_figures(model, codes[chosen], kinds[chosen])


def hand_over():
    """Go on in the system's own Python, where this one has no pandas and that one has."""
    if pandas is None and Path(sys.executable).resolve() != Path(OTHER).resolve():
        try:
            has = subprocess.run([OTHER, '-c', 'import pandas'], capture_output=True, check=False)
        except OSError:
            return
        if has.returncode == 0:
            os.execv(OTHER, [OTHER, *sys.argv])


def main(arguments):
    hand_over()
    root, rung = tap.places(arguments)
    stream = tap.Tap()
    shared = Path(os.environ.get('RUNG_SHARED') or root.parent / 'shared')
    data = shared / 'data' / 'dete_survey.csv'
    folder = root / 'examples' / 'exit-survey'
    if pandas is None or not data.exists():
        stream.skip(SENTENCE, 'pandas is missing' if pandas is None else f'{data} is not there')
        stream.done()
        return
    model, mapping = (json.loads((folder / name).read_text(encoding='utf-8'))
                      for name in ('exit-survey.json', 'exit-survey.map.json'))
    found = tap.run_json(rung, 'score', folder / 'exit-survey.json', data, '--map',
                         folder / 'exit-survey.map.json', '--by', 'Region', '--by', 'Position',
                         '--unsafe', '--format', 'json')['groups']
    expected = list(expected_groups(model, *read(data, mapping)))
    stream.ok([group['by'] for group in found] == [by for by, _ in expected],
              f'{SENTENCE}: the groups are the same, in the same order',
              *(group['by'] for group in found))
    hidden = 0
    for by, figures in expected:
        group = next((one for one in found if one['by'] == by), {})
        name = ' '.join(f'{key} {value or "not stated"}' for key, value in by.items())
        name = name or 'the total'
        lines = tap.differences(plain(figures), group, CLOSE)
        hidden += figures['n'] is None
        what = 'is hidden' if figures['n'] is None else 'has the same figures'
        stream.ok(not lines, f'{SENTENCE}: {name} {what}', *lines)
    stream.ok(hidden > 0, f'{SENTENCE}: some group is small enough to be hidden')
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
