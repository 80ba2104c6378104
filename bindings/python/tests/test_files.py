"""Files of answers in Python: forms, mappings, what was set aside, and refusals with their place."""
# SPDX-License-Identifier: Apache-2.0
import json

import pytest

import rung


def test_forms_of_a_file_count_alike(model, survey, words, root, tmp_path):
    expected = model.tally(survey, 'team').to_bytes()
    lines = tmp_path / 'answers.jsonl'
    rows = zip(*words.values())
    lines.write_text('\n'.join(json.dumps(dict(zip(words, row))) for row in rows), encoding='utf-8')
    assert model.tally(rung.read_csv(lines), 'team').to_bytes() == expected
    wide = tmp_path / 'answers.tsv'
    wide.write_text('\n'.join('\t'.join(row) for row in [tuple(words), *zip(*words.values())]),
                    encoding='utf-16')
    assert model.tally(rung.read_csv(wide, delimiter='tab'), 'team').to_bytes() == expected


def test_the_exit_survey_is_mapped_as_the_command_maps_it(root, tmp_path):
    model = rung.Model.open(root / 'examples/exit-survey/exit-survey.json')
    mapping = root / 'examples/exit-survey/exit-survey.map.json'
    columns = json.loads(mapping.read_text(encoding='utf-8'))
    for given in (mapping, str(mapping), columns):
        answers = rung.read_csv(small_export(columns, tmp_path), given)
        assert model.tally(answers).rows == 3 and any('rows' in note.text for note in answers.notes)


def small_export(mapping, folder):
    """An export with the columns that a mapping names, and three rows of nothing."""
    path = folder / 'export.csv'
    names = list(mapping['columns'])
    path.write_text('\n'.join([','.join(f'"{name}"' for name in names), *[',' * (len(names) - 1)] * 3]) + '\n',
                    encoding='utf-8')
    return path


def test_ragged_rows_are_set_aside_or_refused(model, tmp_path):
    path = tmp_path / 'ragged.csv'
    path.write_text('T1,T2\n1,2\n3\n4,5\n', encoding='utf-8')
    with pytest.raises(rung.errors.RungAnswersError) as caught:
        model.tally(rung.read_csv(path))
    assert caught.value.row == 3 and caught.value.pointer == str(path) and str(path) in str(caught.value)
    answers = rung.read_csv(path, set_aside=True)
    assert model.tally(answers).rows == 2 and answers.set_aside == 'T1,T2\n3\n'


def test_inspecting_says_how_a_file_meets_a_model(model, survey):
    notes = survey.inspect(model)
    assert any('492 rows of 39 columns' in note.text for note in notes)
    assert any(note.where == 'T1' for note in notes)


@pytest.mark.parametrize('options, kind', [
    ({'form': 'xlsx'}, ValueError), ({'delimiter': '|'}, ValueError), ({'mapping': '/nowhere'}, OSError)])
def test_what_cannot_be_read_is_refused(options, kind):
    with pytest.raises(kind):
        rung.read_csv('answers.csv', **options)


def test_a_file_that_is_not_there_or_lacks_a_column_says_so(model, survey, tmp_path):
    with pytest.raises(OSError):
        model.tally(rung.read_csv(tmp_path / 'none.csv'))
    with pytest.raises(rung.errors.RungUnknownError, match='nowhere'):
        model.tally(survey, 'nowhere')
    with pytest.raises(TypeError, match='one of its columns'):
        model.tally(survey, weight=[1.0])
