"""Findings in Python: what the command says, as frames and text, and nothing that is hidden."""
# SPDX-License-Identifier: Apache-2.0
import csv
import io
import json
import math
import subprocess

import pytest

import rung
from rung._figures import TABLES, column_name
from rung.__main__ import command

UNITS = 'examples/five-levels/units.csv'


@pytest.fixture(scope='module')
def found(model, survey, root):
    return model.findings(survey, ['tenure', ('team', 'tenure')], unit='team', units=root / UNITS,
                          relations=[('thinking', 'leadership')])


def test_the_command_says_the_same(model, survey, root):
    path = command()
    if path is None:
        pytest.skip('the command rung is not here')
    run = subprocess.run([path, 'score', 'five-levels', str(root / 'examples/five-levels/answers.csv'),
                          '--by', 'tenure', '--unit', 'team', '--units', str(root / UNITS),
                          '--confidence', '0.9', '--least-n', '6', '--merge-small', '--format', 'json'],
                         capture_output=True, encoding='utf-8', check=True)
    said = model.findings(survey, 'tenure', unit='team', units=root / UNITS, confidence=0.9, least_n=6,
                          merge_small=True)
    assert said.to_json() == run.stdout


def test_a_frame_has_what_the_csv_has(found):
    rows = list(csv.DictReader(io.StringIO(found.to_csv())))
    whole = found.to_frame(frame='dict')
    places = {}
    for place, cut in enumerate(whole['cut']):
        group = ' | '.join(str(whole[key][place] or '') for key in cut.split(' | ') if cut)
        places[cut, group, *(whole[name][place] for name in ('kind', 'id', 'part'))] = place
    assert len(places) == len(whole['kind'])
    kinds = dict.fromkeys(TABLES, 0)
    for line in rows:
        kind = line['kind'].replace(' ', '_')
        kinds[kind] += 1
        place = places[line['by'], line['group'], kind, line['id'], line['part']]
        for name in set(line) & set(whole) - {'kind', 'part', 'id', 'marks'}:
            assert equal(line[name], whole[name][place]), (name, line, whole[name][place])
    assert {kind for kind, count in kinds.items() if count == 0} <= {'relation_persons', 'cell_persons'}


def equal(written, value):
    if value is None or value != value:
        return written == ''
    if isinstance(value, bool):
        return written == str(value).lower()
    if isinstance(value, float):
        return float(written) == value
    return written.lstrip("'") == str(value).lstrip("'")


@pytest.mark.parametrize('kind', TABLES)
def test_a_table_has_no_figure_that_is_left_out(found, kind):
    from rung._figures import Rows
    rows = Rows(found.model, found, kind)
    others = [figure.name for figure in rung._abi.Figure if figure.name not in rows.figures]
    for name in others:
        assert all(value is None or value != value for value in rows.figure(name)), f'{kind} has {name}'


@pytest.mark.parametrize('library', ['pandas', 'polars', 'pyarrow', 'dict'])
def test_frames_are_tidy_in_every_library(found, library):
    if library != 'dict':
        pytest.importorskip(library)
    frame = found.to_frame('reading', frame=library)
    names = list(frame) if library == 'dict' else list(getattr(frame, 'columns', None) if library != 'pyarrow'
                                                       else frame.column_names)
    assert names[:6] == ['tenure', 'team', 'cut', 'kind', 'id', 'part'] and names[-1] == 'reason'
    assert found.to_frame(frame=library) is not None


def test_hidden_figures_are_nowhere(found):
    frame = found.to_frame(frame='dict')
    hidden = [place for place, state in enumerate(frame['state'])
              if state == 'too_few' and frame['kind'][place] == 'group']
    assert hidden
    for place in hidden:
        assert all(value is None or value != value for name, value in
                   ((name, frame[name][place]) for name in map(column_name, TABLES['measure'][1].split())))
    group = next(group for group in found.to_dict()['groups'] if group['by'].get('team') == 'Legal')
    assert group['n'] is None and all(part['score'] is None for part in group['measures'].values())
    assert 'too few' in found._repr_html_() and '<script' not in found._repr_html_()


def test_labels_are_escaped_in_html(model):
    answers = {item.id: [3] * 12 for item in model.items}
    html = model.findings({**answers, 'team': ['<script>alert(1)</script>'] * 12}, 'team')._repr_html_()
    assert '<script' not in html and '&lt;script&gt;' in html


def test_earlier_waves_and_what_was_shown_count(model, survey):
    first = model.tally(survey, 'team')
    found = model.findings(survey, 'team', before=[first])
    assert found.to_dict()['waves'] == 2
    again = model.findings(survey, 'team', shown=[found, found.to_dict(), found.to_json()])
    assert again.to_dict()['waves'] == 1


def test_units_come_in_any_form(model, survey, root):
    with open(root / UNITS, encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file))
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    expected = model.findings(survey, unit='team', units=root / UNITS).to_json()
    forms = [rows, columns, [rung.Unit(row['unit'], row['parent'] or None,
                                       int(row['invited']) if row['invited'] else None) for row in rows]]
    pd = pytest.importorskip('pandas')
    forms.append(pd.read_csv(root / UNITS))
    if pytest.importorskip('polars'):
        import polars
        forms.append(polars.read_csv(root / UNITS))
    for units in forms:
        assert model.findings(survey, unit='team', units=units).to_json() == expected
    assert model.findings(survey, by='team', units=root / UNITS).to_json() == expected
    with pytest.raises(ValueError, match='unit 1'):
        model.findings(survey, unit='team', units=[{'name': 'x'}])
    with pytest.raises(ValueError, match='whole number'):
        model.findings(survey, unit='team', units=[{'unit': 'x', 'parent': None, 'invited': 'many'}])
    with pytest.raises(ValueError, match='go together'):
        model.findings(survey, unit='team')


def test_targets_are_levels_that_units_want(model, survey, root):
    with open(root / UNITS, encoding='utf-8', newline='') as file:
        units = [dict(row, **{'target:thinking': '4' if row['unit'] == 'Data' else ''})
                 for row in csv.DictReader(file)]
    reading = next(group for group in model.findings(survey, unit='team', units=units).to_dict()['groups']
                   if group['by'].get('team') == 'Data')['readings']['thinking']
    assert reading['target'] == '4'


def test_notes_and_the_audit_tell_what_is_withheld(found):
    assert any('fewer than 5' in note.text for note in found.notes)
    assert all(note.severity in ('information', 'warning', 'error') for note in found.audit())


def test_findings_are_saved_as_json(found, tmp_path):
    found.save(tmp_path / 'found.json')
    assert json.loads((tmp_path / 'found.json').read_text(encoding='utf-8')) == found.to_dict()
    assert str(found).startswith('Five levels') and 'hidden' in repr(found)
    with pytest.raises(TypeError):
        found.to_csv(tmp_path / 'found.csv')  # gives text: a path is not taken for a language


def test_options_out_of_range_are_refused(model, survey):
    for options in ({'confidence': 2}, {'least_n': 2}, {'by': 'nowhere'}, {'relations': [('a', 'b')]}):
        with pytest.raises(rung.RungError):
            model.findings(survey, **options)
    with pytest.raises(ValueError, match='"reading"|reading'):
        model.findings(survey).to_frame('levels')
