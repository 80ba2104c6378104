"""What odd data may not do: other numbers, lost rows, clobbered columns, broken pages."""
# SPDX-License-Identifier: Apache-2.0
import copy
import pickle
from array import array
from threading import Thread
from xml.etree import ElementTree

import pytest

import rung
from rung import stats

np = pytest.importorskip('numpy')
pd = pytest.importorskip('pandas')
HERE = 'a b a b b c'.split()
THERE = 'b b c a a b'.split()


def polars():
    return pytest.importorskip('polars')


def pyarrow():
    return pytest.importorskip('pyarrow')


DICTIONARIES = {
    'pandas': lambda values, order: pd.Series(values, dtype=pd.CategoricalDtype(order)),
    'polars': lambda values, order: polars().Series(values, dtype=polars().Enum(order)),
    'pyarrow': lambda values, order: pyarrow().DictionaryArray.from_arrays(
        [order.index(value) for value in values], order),
}


@pytest.mark.parametrize('make', DICTIONARIES.values(), ids=DICTIONARIES)
def test_statistics_take_categories_by_their_labels_and_not_by_their_codes(make):
    """Two raters whose categories are in another order agree as far as their words do."""
    found = stats.kappa(make(HERE, list('cba')), make(THERE, list('abc')))
    assert found.agreement == stats.kappa(HERE, THERE).agreement
    with pytest.raises(rung.errors.RungArgumentError, match='text'):
        stats.describe(make(['5', '6'], ['5', '6']))


def test_numbers_in_a_dictionary_are_the_numbers():
    given = pyarrow().array([10, 30, 20, 10]).dictionary_encode()
    assert stats.describe(given).mean == 17.5


def labels(model, groups, **columns):
    """The groups that some labels make."""
    answers = {'T1': [1] * len(groups), 'team': groups, **columns}
    return model.findings(answers, 'team').to_frame('group', frame='dict')['team'][1:]


@pytest.mark.parametrize('make', [
    lambda: np.ma.masked_array(np.array([1., 9., 2., 9., 3., 9.])[::2], mask=[0, 1, 0]),
    lambda: np.ma.masked_array(np.array([3., 2., 1.])[::-1], mask=[0, 1, 0]),
    lambda: pd.Series(pd.arrays.FloatingArray(np.array([1., 7., 3.]), np.array([False, True, False]))),
    lambda: pd.Series(pd.arrays.FloatingArray(np.array([1, 7, 3], 'f4'), np.array([False, True, False]))),
    lambda: [1.0, None, 3.0],
])
def test_masked_floats_are_groups_where_they_are_and_nowhere_else(model, make):
    assert labels(model, make()) == [None, '1', '3']


def test_categories_of_any_kind_are_groups_by_their_text(model):
    ages = pd.cut(pd.Series([1, 2, 3]), [0, 2, 4])
    assert labels(model, ages) == ['(0, 2]', '(2, 4]']
    dates = pd.Series(pd.to_datetime(['2026-03-01', '2026-03-02'])).astype('category')
    assert labels(model, dates) == ['2026-03-01', '2026-03-02']


@pytest.mark.parametrize('make', [
    lambda: pd.Series(pd.to_datetime(['1970-01-04'])),
    lambda: pd.Series(pd.period_range('1970-04', periods=1, freq='M')),
    lambda: np.ma.masked_array(np.array(['1970-01-04'], 'datetime64[s]'), mask=[0]),
])
def test_a_date_is_no_code_of_a_scale(model, make):
    with pytest.raises((rung.errors.RungUnsupportedError, TypeError), match='T1'):
        model.tally({'T1': make()})


def test_only_the_columns_that_are_wanted_have_to_hold_answers(model):
    assert model.tally({'T1': [1, 2], 'notes': [object(), {}]}).rows == 2
    with pytest.raises(TypeError, match="column 'T1': row 2"):
        model.tally({'T1': [1, object()]})
    with pytest.raises(ValueError, match="column 'team': row 2.*UTF-8"):
        model.tally({'T1': [1, 2], 'team': ['a', b'\xff']}, 'team')
    with pytest.raises(TypeError, match="column 'team': row 2: a ndarray"):
        model.tally({'T1': [1, 2], 'team': ['a', np.array([1, 2])]}, 'team')
    with pytest.raises(ValueError, match="two columns are called '1'"):
        model.tally({'T1': [1], 1: [1], '1': [2]}, '1')


def test_numbers_too_large_for_a_group_are_refused_and_not_overrun(model):
    with pytest.raises(rung.errors.RungArgumentError, match='groups cannot be'):
        model.tally({'T1': [1], 'team': [2 ** 64]}, 'team')


def test_subclasses_of_frames_are_frames(model):
    class Frame(pd.DataFrame):
        pass

    class Series(pd.Series):
        pass

    assert model.tally(Frame({'T1': [1, 2], 'notes': [object(), 1]})).rows == 2
    assert model.tally({'T1': Series([1, 2])}).rows == 2
    with pytest.raises(TypeError, match='give a series'):
        model.tally({'T1': [1]}, weight=pd.DataFrame({'w': [1]}))


def test_an_array_cannot_move_while_it_is_read(model):
    weights = array('d', [1.0, 1.0])

    class Growing:
        def __arrow_c_stream__(self, requested_schema=None):
            with pytest.raises(BufferError):
                weights.extend([1.0] * 100_000)
            return pyarrow().table({'T1': [1, 2]}).__arrow_c_stream__()

    assert model.tally(Growing(), weight=weights).rows == 2
    weights.append(1.0)


def test_a_stream_that_was_read_already_is_refused(model):
    pa = pyarrow()
    capsule = pa.table({'T1': [1]}).__arrow_c_stream__()

    class Again:
        def __arrow_c_stream__(self, requested_schema=None):
            return capsule

    pa.RecordBatchReader._import_from_c_capsule(capsule)
    with pytest.raises(ValueError, match='read already'):
        model.tally(Again())


class Exporter:
    """Something whose Arrow array is what it is told to be."""

    def __init__(self, *capsules):
        self.capsules = capsules

    def __arrow_c_array__(self, requested_schema=None):
        return self.capsules


def test_an_array_that_was_taken_over_or_is_another_than_its_type_is_refused(model):
    pa = pyarrow()
    taken = pa.array([1.0, 2.0]).__arrow_c_array__()
    pa.Array._import_from_c_capsule(*taken)
    schema, array = pa.array([1.0]).__arrow_c_array__()[0], pa.array([None, None]).__arrow_c_array__()[1]
    for capsules, message in ((taken, 'taken over'), ((schema, array), 'Arrow array')):
        with pytest.raises(ValueError, match=message):
            stats.describe(Exporter(*capsules))
        with pytest.raises(ValueError, match=message):
            model.tally({'T1': Exporter(*capsules)})


def test_cuts_may_come_from_a_generator(model):
    answers = {'T1': [1] * 6, 'team': list('aabbcc')}
    found = model.findings(answers, by=(name for name in ['team']))
    assert found.to_json() == model.findings(answers, by=['team']).to_json()


def test_a_tally_is_found_in_by_its_model_and_without_other_weights(model):
    tally = model.tally({'T1': [1]})
    other = rung.Model.builtin('customer-stages')
    with pytest.raises(rung.errors.RungMismatchError, match='customer-stages'):
        other.findings(tally)
    with pytest.raises(ValueError, match='Tally.add'):
        model.findings(tally, weight='w')


@pytest.mark.parametrize('name', ['n', 'state', 'level', 'cut', 'id', 'kind', 'part', 'reason', 'score'])
def test_a_key_that_is_called_as_a_figure_is_keeps_both(model, words, name):
    answers = {name if column == 'team' else column: values for column, values in words.items()}
    renamed = model.findings(answers, name)
    plain = model.findings(words, 'team')
    for table in (None, 'group', 'reading'):
        one, other = (found.to_frame(table, frame='dict') for found in (renamed, plain))
        assert one[f'by.{name}'] == other['team']
        assert repr(one.get(name)) == repr([name if value == 'team' else value for value in other[name]]
                                           if name in other else None)
    assert renamed._repr_html_().count('<tr>') == plain._repr_html_().count('<tr>')


def test_groups_of_one_name_have_a_row_each(model, words):
    found = model.findings({**words, 'site': words['team']}, ['team', 'site'])
    html = found._repr_html_()
    assert html.count('scope="row"') == len(found.to_frame('group', frame='dict')['state'])
    everybody = model.findings({**words, 'team': ['All'] * len(words['T1'])}, 'team')
    assert everybody._repr_html_().count('scope="row">All') == 2


def test_a_label_of_signs_that_xml_forbids_is_drawn_and_reported(model, words, tmp_path):
    pytest.importorskip('matplotlib')
    from rung import plot
    odd = '\x01\ufffe$x^{$'
    names = {'Data': odd}
    found = model.findings({**words, 'team': [names.get(name, name) for name in words['team']]}, 'team')
    with pytest.warns(UserWarning, match='Glyph'):
        drawn = plot.to_svg(plot.levels(found, 'thinking', by='team'))
    told = ''.join(ElementTree.fromstring(drawn).itertext())
    assert (odd in ''.join(found.to_frame('group', frame='dict')['team'][1:])) and '$x^{$' in told


def test_units_of_frames_keep_their_names(model):
    frame = pd.DataFrame({'unit': [0, 1, 2], 'parent': [2, 2, None], 'invited': [5.0, None, None]})
    units = rung.units.units_of(frame)
    assert [(unit.id, unit.parent, unit.invited) for unit in units] == [
        ('0', '2', 5), ('1', '2', None), ('2', None, None)]
    assert rung.units.units_of([{'unit': 'a', 'parent': pd.NA}])[0].parent is None
    assert rung.units.units_of([rung.Unit('a', None, 5.0)])[0].invited == 5
    for wrong in ({'unit': ['a', 'b'], 'parent': ['']}, [rung.Unit('a', None, 2 ** 70)]):
        with pytest.raises(ValueError):
            rung.units.units_of(wrong)


def test_bytes_of_any_kind_are_bytes_and_paths_have_no_nul(model):
    saved = model.tally({'T1': [1]}).to_bytes()
    for kind in (bytearray, memoryview):
        assert rung.Tally.from_bytes(kind(saved), model).rows == 1
        assert rung.Model.parse(kind(model.source.encode('utf-8'))) == model
    with pytest.raises(ValueError, match='NUL'):
        rung.Model.open('/tmp\0/model.json')


def test_findings_are_copied_as_themselves_and_not_pickled(model):
    found = model.findings({'T1': [1] * 6})
    assert copy.copy(found) is found and copy.deepcopy(found) is found
    with pytest.raises(TypeError, match='pickle the tally'):
        pickle.dumps(found)


def test_an_array_that_misstates_its_length_or_stride_is_read_as_it_is(model):
    class Long(np.ndarray):
        def __len__(self):
            return 10 ** 9

        @property
        def strides(self):
            return (1 << 30,)

    assert model.tally({'T1': np.array([1, 2], 'i1').view(Long)}).rows == 2


def test_arrays_of_pandas_are_columns_as_series_are(model):
    assert stats.kappa(pd.Categorical(HERE), pd.Categorical(THERE)) == stats.kappa(HERE, THERE)
    assert model.tally({'T1': pd.array([1, None, 3], dtype='Int64')}).rows == 3
    assert labels(model, pd.Categorical(['x', None, 'y'])) == [None, 'x', 'y']


def test_scores_of_no_batch_have_their_columns(model, tmp_path):
    pa = pyarrow()
    empty = pa.table({'T1': pa.chunked_array([], pa.int64())})
    (tmp_path / 'empty.csv').write_text('T1,T2\n', encoding='utf-8')
    for data in (empty, rung.read_csv(tmp_path / 'empty.csv')):
        assert list(model.score(data, frame='dict')) == list(model.score({'T1': []}, frame='dict'))


def test_data_may_ask_the_tally_that_they_are_added_to(model):
    """Of a lock that is held meanwhile the second thread would wait for ever."""
    tally = model.tally()

    class Asking:
        def __arrow_c_array__(self, requested_schema=None):
            assert tally.rows == 0
            return pyarrow().array([1, 2]).__arrow_c_array__()

    adding = Thread(target=lambda: tally.add({'T1': Asking()}), daemon=True)
    adding.start()
    adding.join(10)
    assert not adding.is_alive() and tally.rows == 2
