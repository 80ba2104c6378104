"""Scores of rows: as the command writes them; levels of persons only on request."""
# SPDX-License-Identifier: Apache-2.0
import csv
import io
import subprocess
import warnings

import pytest

import rung
from rung.__main__ import command


def written(root, *options):
    """The rows as the command writes them."""
    path = command()
    if path is None:
        pytest.skip('the command rung is not here')
    run = subprocess.run([path, 'score', *options, '--rows', '--format', 'csv'], cwd=root,
                         capture_output=True, encoding='utf-8', check=True)
    return list(csv.DictReader(io.StringIO(run.stdout)))


def same(cell, value):
    if value is None or value != value:
        return cell == ''
    if isinstance(value, bool):
        return cell == str(value).lower()
    return cell == value if isinstance(value, str) else float(cell) == float(value)


def compare(rows, frame, least):
    names = [name for name in frame if name in rows[0]]
    assert len(names) >= least
    for name in names:
        for row, value in zip(rows, frame[name]):
            assert same(row[name], value), (name, row[name], value)


def test_rows_score_as_the_command_scores_them(model, survey, root):
    frame = model.score(survey, frame='dict')
    rows = written(root, 'five-levels', 'examples/five-levels/answers.csv')
    assert len(frame['thinking_median']) == len(rows) == 492
    compare(rows, frame, 60)
    assert not any('.level' in name for name in frame)


def test_levels_of_persons_are_told_on_request_with_a_warning(model, survey, root):
    with pytest.warns(rung.PersonLevelsWarning, match='never use them for pay'):
        frame = model.score(survey, person_levels=True, frame='dict')
    rows = written(root, 'five-levels', 'examples/five-levels/answers.csv', '--person-levels')
    compare(rows, frame, 90)
    assert set(frame['thinking.level']) - {None} <= {'1', '2', '3', '4', '5'}


def test_assessments_have_levels_without_asking(root):
    model = rung.Model.open(root / 'examples/models/samm2.json')
    answers = rung.read_csv(root / 'examples/models/samm2.csv')
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        frame = model.score(answers, sensitivity=True, frame='dict')
    assert any(name.endswith('.level') for name in frame)
    compare(written(root, 'examples/models/samm2.json', 'examples/models/samm2.csv'), frame, 100)


@pytest.mark.parametrize('library', ['pandas', 'polars', 'pyarrow'])
def test_a_frame_comes_back_in_the_library_it_came_in(model, library):
    module = pytest.importorskip(library)
    make = module.table if library == 'pyarrow' else module.DataFrame
    answers = {'T1': [3, 4, None], 'T2': [2, 4, None], 'T3': [3, 5, None]}
    scored, expected = model.score(make(answers)), model.score(answers, frame='dict')['thinking_median']
    assert type(scored).__module__.split('.')[0] == library
    column = scored['thinking_median']
    assert (column.to_pylist() if library == 'pyarrow' else column.to_list())[:2] == list(expected[:2])
    assert list(scored['thinking_median.state'].to_pylist() if library == 'pyarrow' else
                scored['thinking_median.state'])[2] == 'too_little_evidence'


def test_columns_have_a_type_that_a_frame_can_work_with(model):
    pl = pytest.importorskip('polars')
    answers = {item.id: [3, None] for item in model.items}
    with pytest.warns(rung.PersonLevelsWarning):
        scored = model.score(pl.DataFrame(answers), person_levels=True)
    types = {name: str(kind) for name, kind in scored.schema.items()}
    assert {types[f'{flag.id}.flag'] for flag in model.flags} == {'Boolean'}
    assert types['thinking.level'] == types['thinking_median.state'] == 'String'
    assert scored['thinking_median'].to_list() == [model.score(answers, frame='dict')['thinking_median'][0], None]


def test_scores_of_a_part_of_a_pandas_frame_are_joined_to_its_rows(model):
    pd = pytest.importorskip('pandas')
    frame = pd.DataFrame({'T1': [1, 3, 4], 'T2': [1, 3, 4], 'T3': [1, 3, 4]}, index=['a', 'b', 'c'])
    scored = model.score(frame[frame.T1 > 1])
    assert list(scored.index) == ['b', 'c']
    whole = model.score(frame)['thinking_median'].to_list()
    assert frame.join(scored)['thinking_median'].to_list()[1:] == whole[1:] and whole[1] != whole[2]
    assert list(model.score({'T1': frame.T1}, frame='pandas').index) == [0, 1, 2]


def test_strict_answers_fail_with_their_row(model):
    with pytest.raises(rung.errors.RungAnswersError, match='row 2') as caught:
        model.score({'T1': [3, 77]}, strict=True, frame='dict')
    assert caught.value.row == 2
    assert model.score({'T1': [3, 77]}, frame='dict')['thinking_median.coverage'][1] == 0
