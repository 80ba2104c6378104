"""Row scores agree with psych's scoreItems in R on 1,500 synthetic people with absent answers."""
# SPDX-License-Identifier: Apache-2.0
#
# synthlev_scores.py SOURCE_ROOT RUNG: a TAP stream. The figures are not part of the project: they
# are looked for in reference/ of RUNG_SHARED (default: ../shared beside the source root), and
# skipped in words where they are not. The model is built from the keys in the file of figures.
import json
import math
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import tap  # noqa: E402

CASES = {'scoreItems_none_means': {'count': 1}, 'available_mean_min_valid_0.5': {'share': 0.5},
         'available_mean_min_valid_0.8': {'share': 0.8}, 'available_mean_min_valid_1': {'share': 1}}


def model_of(case, needs):
    """A model of means with the keys of a case; a key with a minus is reversed."""
    keys = case['args']['keys']
    points = list(range(case['args']['min'], case['args']['max'] + 1))
    return {'format': 'rung-model/1', 'id': 'keys', 'version': '1.0.0', 'title': {'en': 'Keys'},
            'licence': 'CC0-1.0', 'rows': 'people', 'scales': {'scale': {'points': points}},
            'items': [{'id': key.lstrip('-'), 'kind': 'perception', 'scale': 'scale',
                       'reverse': key.startswith('-'), 'text': {'en': key}}
                      for part in keys.values() for key in part],
            'measures': [{'id': name, 'of': [key.lstrip('-') for key in part], 'by': 'mean',
                          'needs': needs} for name, part in keys.items()]}


def quantile(values, share):
    """R's type 7."""
    place = (len(values) - 1) * share
    low = math.floor(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (place - low) * (values[high] - values[low])


def summary(scores):
    """The figures that the file holds of one scale."""
    there = [score for score in scores if score is not None]
    mean = math.fsum(there) / len(there)
    square = math.fsum((score - mean) ** 2 for score in there)
    ordered = sorted(there)
    return {'n': len(scores), 'n_missing': len(scores) - len(there), 'sum': math.fsum(there),
            'sum_sq': math.fsum(score * score for score in there),
            'sum_index_times_x': math.fsum(index * score for index, score in enumerate(scores, 1)
                                           if score is not None),
            'mean': mean, 'sd': math.sqrt(square / (len(there) - 1)),
            'min': min(there), 'max': max(there),
            'quantile_type7': lambda share: quantile(ordered, float(share)),
            'head': scores}


def differences(expected, found, tolerance):
    """Where a summary is not what R found."""
    out = []
    for key, value in expected.items():
        if key == 'quantile_type7':
            value = list(value.items())
            pairs = [(one, found[key](share)) for share, one in value]
        elif key == 'head':
            pairs = [(None if one in ('NaN', None) else one, other)
                     for one, other in zip(value, found[key])]
        else:
            pairs = [(value, found[key])]
        out += [f'{key}: expected {one!r}, found {other!r}' for one, other in pairs
                if not tap.same(one, other, tolerance)]
    return out


def main(arguments):
    root, rung = tap.places(arguments)
    stream = tap.Tap()
    shared = Path(os.environ.get('RUNG_SHARED') or root.parent / 'shared') / 'reference'
    file = shared / 'json' / 'synthlev__scores.json'
    data = json.loads(file.read_text(encoding='utf-8')) if file.exists() else None
    for name, needs in CASES.items():
        sentence = f'scores agree with R: {name.replace("_", " ")}'
        case = data and data['cases'][name]
        answers = shared / case['input']['csv'] if case else file
        if not answers.exists():
            stream.skip(sentence, f'{answers} is not there')
            continue
        expected = case['expect'].get('scores', case['expect'])
        with tempfile.TemporaryDirectory(dir=os.environ.get('TMPDIR')) as folder:
            path = Path(folder) / 'model.json'
            path.write_text(json.dumps(model_of(case, needs)), encoding='utf-8')
            rows = tap.run_json(rung, 'score', path, answers, '--rows', '--format', 'json')['rows']
        lines = []
        for scale, figures in expected.items():
            scores = [row['measures'][scale]['score'] for row in rows]
            lines += [f'{scale}: {line}' for line in
                      differences(figures, summary(scores), case['tol_rel'])]
        stream.ok(not lines, sentence, *lines)
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
