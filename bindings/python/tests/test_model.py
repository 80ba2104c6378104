"""Models in Python: read, refused with their place, checked and asked."""
# SPDX-License-Identifier: Apache-2.0
import json
import pickle

import pytest

import rung

TINY = {
    'id': 'tiny', 'version': '1.0.0', 'title': {'en': 'Tiny'}, 'licence': 'CC0-1.0', 'rows': 'people',
    'source': 'own', 'sources': {'own': {'kind': 'assumed', 'text': 'cut at the middle'}},
    'scales': {'agree': {'points': [1, 2, 3, 4, 5],
                         'labels': {'en': ['never', 'seldom', 'at times', 'often', 'always']}}},
    'items': [{'id': 'Q1', 'kind': 'perception', 'about': 'team', 'scale': 'agree', 'text': {'en': 'We talk.'}}],
    'measures': [{'id': 'talk', 'of': ['Q1'], 'by': 'mean', 'construct': 'formative'}],
    'ladders': [{'id': 'two', 'levels': [{'id': 'low', 'names': {'neutral': {'en': 'Low'}}},
                                         {'id': 'high', 'names': {'neutral': {'en': 'High'}}}]}],
    'readings': [{'id': 'level', 'ladder': 'two', 'of': 'talk', 'primary': 'centre',
                  'rules': [{'id': 'centre', 'by': 'cut', 'over': 'group', 'at': [{'to': 'high', 'cut': 3}]}]}]}


def test_every_builtin_model_is_there_and_checks(model):
    assert model.id in rung.Model.builtins()
    for name in rung.Model.builtins():
        built = rung.Model.builtin(name)
        assert built.id == name and not [note for note in built.check() if note.severity == 'error']


def test_a_model_of_a_dictionary_scores():
    made = rung.Model.from_dict(TINY)
    assert [item.id for item in made.items] == ['Q1']
    assert [level.name for level in made.readings[0].levels] == ['Low', 'High']
    found = made.findings({'Q1': ['often', 'always', 4, 5, 5.0, 'at times'] * 2})
    assert found.to_dict()['groups'][0]['readings']['level']['level'] == 'high'


def test_a_wrong_meaning_has_its_pointer_and_wrong_text_its_line():
    wrong = json.loads(json.dumps(TINY))
    wrong['readings'][0]['rules'][0]['at'][0]['to'] = 'nowhere'
    with pytest.raises(rung.errors.RungModelError) as caught:
        rung.Model.from_dict(wrong)
    assert caught.value.pointer == '/readings/0/rules/0/at/0/to'
    with pytest.raises(rung.errors.RungSyntaxError) as syntax:
        rung.Model.parse('{"id": "x",\n}')
    assert syntax.value.row == 2 and syntax.value.column is not None
    with pytest.raises(OSError):
        rung.Model.open('/nowhere/model.json')


def test_each_status_has_its_exception():
    kinds = {status: kind.status for status, kind in rung.errors.KINDS.items()}
    assert kinds == {status: status for status in rung._abi.Status if status != rung._abi.Status.OK}
    error = rung.errors.RungAnswersError('bad', 3, None, 'Q1')
    again = pickle.loads(pickle.dumps(error))
    assert (again.row, again.pointer, str(again)) == (3, 'Q1', 'Q1, row 3: bad')


@pytest.mark.parametrize('message, told', [
    ('weight -2 cannot be', 'w, row 2: weight -2 cannot be'),
    ('row 2: column "w" has a weight that cannot be', 'row 2: column "w" has a weight that cannot be'),
    ('row 12: bad', 'w, row 2: row 12: bad'),
])
def test_an_error_tells_its_place_once(message, told):
    assert str(rung.errors.RungAnswersError(message, 2, None, 'w')) == told


def test_models_say_what_people_are_asked_and_never_what_it_is_worth(model):
    asked = model.questionnaire()
    assert asked.startswith('# ') and all(item.id in asked for item in model.items)
    assert model.questionnaire(format='csv').splitlines()[0] == 'item,kind,rater,block,text,code,label'
    assert model.template().strip().split(',') == [item.id for item in model.items]
    with pytest.raises(ValueError, match='markdown'):
        model.questionnaire(format='pdf')


def test_models_compare_pickle_and_are_equal_by_their_text(model):
    other = rung.Model.parse(model.source)
    assert other == model and hash(other) == hash(model) and other is not model
    assert pickle.loads(pickle.dumps(model)) == model
    changed = json.loads(model.source)
    changed['measures'][0]['by'] = 'median'
    assert any(note.severity == 'warning' for note in rung.Model.from_dict(changed).compare(model))


def test_a_text_with_a_nul_is_refused():
    with pytest.raises(ValueError, match='NUL'):
        rung.Model.builtin('five\0levels')
