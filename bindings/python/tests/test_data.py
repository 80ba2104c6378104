"""Whatever holds the answers: the same tally, numbers in place, and refusals by name."""
# SPDX-License-Identifier: Apache-2.0
import datetime
import math
from array import array

import pytest

import rung
from rung._answers import Answers, bind_items
from rung._column import column_of
from rung._table import tables_of

np = pytest.importorskip('numpy')
pd = pytest.importorskip('pandas')
BY = ['team', 'tenure']


def polars():
    return pytest.importorskip('polars')


def pyarrow():
    return pytest.importorskip('pyarrow')


def as_arrow(words, kind):
    pa = pyarrow()
    return pa.table({name: pa.array(values, kind) for name, values in words.items()})


def as_batches(words):
    pa = pyarrow()
    return pa.Table.from_batches(as_arrow(words, pa.string()).to_batches(max_chunksize=7))


TEXTS = {
    'lists': lambda words: words,
    'arrays of str': lambda words: {name: np.array(values) for name, values in words.items()},
    'pandas str': lambda words: pd.DataFrame(words),
    'pandas object': lambda words: pd.DataFrame(words).astype(object),
    'pandas categories': lambda words: pd.DataFrame(words).astype('category'),
    'polars': lambda words: polars().DataFrame(words),
    'polars categories': lambda words: polars().DataFrame(words).with_columns(
        polars().all().cast(polars().Categorical)),
    'utf8': lambda words: as_arrow(words, pyarrow().string()),
    'large utf8': lambda words: as_arrow(words, pyarrow().large_string()),
    'utf8 view': lambda words: as_arrow(words, pyarrow().string_view()),
    'dictionary': lambda words: pyarrow().table(
        {name: pyarrow().array(values).dictionary_encode() for name, values in words.items()}),
    'batches': as_batches,
    'a record batch': lambda words: as_arrow(words, pyarrow().string()).combine_chunks().to_batches()[0],
    'a slice with offsets': lambda words: as_arrow(
        {name: ['x'] * 3 + values + ['y'] for name, values in words.items()},
        pyarrow().string()).slice(3, len(words['T1'])),
}


@pytest.mark.parametrize('name', TEXTS)
def test_words_count_as_the_command_counts_them(model, survey, words, name):
    expected = model.tally(survey, BY).to_bytes()
    assert model.tally(TEXTS[name](words), BY).to_bytes() == expected


def numbers(words):
    frame = pd.DataFrame(words)
    return frame.assign(**{name: pd.to_numeric(frame[name], errors='coerce') for name in frame.columns[2:]})


NUMBERS = {
    'Int64': lambda frame: frame.convert_dtypes(),
    'pyarrow types': lambda frame: frame.convert_dtypes(dtype_backend='pyarrow'),
    'float32': lambda frame: frame.astype({name: 'float32' for name in frame.columns[2:]}),
    'Float32': lambda frame: frame.astype({name: 'Float32' for name in frame.columns[2:]}),
    'longdouble': lambda frame: {name: frame[name].to_numpy().astype(np.longdouble) if name not in BY
                                 else list(frame[name]) for name in frame},
    'big endian': lambda frame: {name: frame[name].to_numpy().astype('>f8') if name not in BY
                                 else list(frame[name]) for name in frame},
    'masked arrays': lambda frame: {name: np.ma.masked_invalid(frame[name].to_numpy()) if name not in BY
                                    else list(frame[name]) for name in frame},
    'array.array': lambda frame: {name: array('d', frame[name]) if name not in BY
                                  else list(frame[name]) for name in frame},
    'lists with None and NA': lambda frame: {name: [pd.NA if value != value and place % 2 else
                                                    None if value != value else value
                                                    for place, value in enumerate(frame[name])]
                                             for name in frame},
    'polars': lambda frame: polars().from_pandas(frame),
    'polars small': lambda frame: polars().from_pandas(frame).with_columns(
        [polars().col(name).cast(polars().UInt8) for name in frame.columns[2:]]),
    'pyarrow': lambda frame: pyarrow().Table.from_pandas(frame),
    'reversed twice': lambda frame: frame.iloc[::-1].iloc[::-1],
}


@pytest.mark.parametrize('name', NUMBERS)
def test_numbers_count_alike_whatever_holds_them(model, words, name):
    frame = numbers(words)
    assert model.tally(NUMBERS[name](frame), BY).to_bytes() == model.tally(frame, BY).to_bytes()


def test_an_array_has_a_column_per_item(model, words):
    frame = numbers(words)[[item.id for item in model.items]]
    expected = model.tally(frame).to_bytes()
    assert model.tally(frame.to_numpy()).to_bytes() == expected
    assert model.tally(np.asfortranarray(frame.to_numpy())).to_bytes() == expected
    with pytest.raises(ValueError, match='a column for each item'):
        model.tally(np.zeros((4, 3)))


def bound(model, data):
    """The columns of the items of some data, as they were bound."""
    answers = Answers(model)
    table = next(tables_of(data, model.ids('item')))
    bind_items(answers, table, ['T1'])
    return answers.held[0]


@pytest.mark.parametrize('kind', ['int8', 'int16', 'int32', 'int64', 'float32', 'float64', 'bool'])
def test_numbers_are_read_where_they_are(model, kind):
    values = np.array([1, 0, 1] * 5, dtype=kind)
    there = values.__array_interface__['data'][0]
    assert bound(model, {'T1': values}).address == there
    assert bound(model, {'T1': values[::2]}).address == there
    assert bound(model, pd.DataFrame({'T1': values}, copy=False)).address == there
    wide = pd.DataFrame({'x': values, 'T1': values, 'y': values})
    assert bound(model, wide).address == wide['T1'].to_numpy().__array_interface__['data'][0]


def test_numbers_of_arrow_and_of_masked_columns_are_read_where_they_are(model):
    pa, pl = pyarrow(), polars()
    column = pa.array([1, None, 3], pa.int16())
    for data in (pa.table({'T1': column}), pa.record_batch({'T1': column})):
        assert bound(model, data).array.children[0].contents.buffers[1] == column.buffers()[1].address
    series = pl.Series('T1', [1, 2, 3], pl.Int32)
    address = bound(model, pl.DataFrame([series])).array.children[0].contents.buffers[1]
    assert address == series.to_numpy(allow_copy=False).__array_interface__['data'][0]
    masked = pd.Series([1, None, 3], dtype='Int8')
    assert bound(model, pd.DataFrame({'T1': masked}, copy=False)).address == \
        masked.array._data.__array_interface__['data'][0]
    assert column_of(pd.Series([1.5, 2.5], dtype='float64[pyarrow]')).array.buffers[1]


def test_whole_floats_are_groups_as_whole_numbers_are(model):
    answers = {'T1': [3, 4, 2], 'team': [1.0, math.nan, 2.0]}
    whole = {'T1': [3, 4, 2], 'team': [1, None, 2]}
    expected = model.tally(whole, 'team').to_bytes()
    assert model.tally(answers, 'team').to_bytes() == expected
    assert model.tally(pd.DataFrame(answers), 'team').to_bytes() == expected
    assert model.tally(pd.DataFrame(answers).astype('float32'), 'team').to_bytes() == expected
    with pytest.raises(rung.errors.RungArgumentError, match='groups cannot be float'):
        model.tally({'T1': [3], 'team': [1.5]}, 'team')


def test_dates_are_days(root):
    every = rung.Model.open(root / 'examples/models/every-key.json')
    dated = next(item['id'] for item in every.to_dict()['items'] if item.get('scale') == 'days')
    text = every.tally({dated: ['2026-03-01', '']}).to_bytes()
    assert every.tally({dated: [datetime.date(2026, 3, 1), None]}).to_bytes() == text
    assert every.tally({dated: np.array(['2026-03-01', 'NaT'], 'datetime64[ns]')}).to_bytes() == text
    assert every.tally(pd.DataFrame({dated: pd.to_datetime(['2026-03-01', None])})).to_bytes() == text


@pytest.mark.parametrize('data, kind, message', [
    ({'T1': [object()]}, TypeError, 'row 1'),
    ({'T1': [1 + 2j]}, TypeError, 'row 1'),
    ({'T1': np.array([1 + 2j])}, TypeError, 'complex'),
    ({'T1': 5}, TypeError, 'no column'),
    ({'T1': [1, 2], 'T2': [1]}, rung.errors.RungAnswersError, 'one length'),
    ({'nothing': [1]}, rung.errors.RungUnknownError, 'nothing'),
    ({}, rung.errors.RungUnknownError, 'found none'),
    ('answers.csv', TypeError, 'read_csv'),
    ([1, 2, 3], TypeError, 'no table'),
    (pd.DataFrame([[1, 2]], columns=['T1', 'T1']), ValueError, "'T1'"),
])
def test_what_is_no_answers_is_refused(model, data, kind, message):
    with pytest.raises(kind, match=message):
        model.tally(data)


@pytest.mark.parametrize('make, word', [
    (lambda pa: pa.array([1], pa.float16()), '16-bit'),
    (lambda pa: pa.array([[1]]), 'T1'),
    (lambda pa: pa.array([1], pa.timestamp('s')), 'T1'),
    (lambda pa: pa.array([1]).cast(pa.decimal128(20)), 'T1'),
    (lambda pa: pa.array([b'1'], pa.binary()), 'T1'),
])
def test_arrow_types_that_hold_no_answers_are_refused_by_name(model, make, word):
    pa = pyarrow()
    with pytest.raises(rung.errors.RungUnsupportedError, match=word):
        model.tally(pa.table({'T1': make(pa)}))
    assert model.tally(pa.table({'T1': pa.array([1]), 'other': make(pa)})).rows == 1


def test_a_failed_stream_says_why(model):
    pa = pyarrow()

    def batches():
        yield pa.record_batch({'T1': [1, 2]})
        raise RuntimeError('the wire was cut')

    tally = model.tally()
    with pytest.raises(OSError, match='the wire was cut'):
        tally.add(pa.RecordBatchReader.from_batches(pa.schema([('T1', pa.int64())]), batches()))
    assert tally.rows == 0


def test_weights_come_by_name_or_by_themselves(model, words):
    frame = numbers(words)
    weights = np.linspace(0.5, 2, len(frame))
    expected = model.tally(frame.assign(w=weights), 'team', weight='w').to_bytes()
    assert model.tally(frame, 'team', weight=weights).to_bytes() == expected
    assert model.tally(frame, 'team', weight=list(weights)).to_bytes() == expected
    assert model.tally(pyarrow().Table.from_batches(
        pyarrow().Table.from_pandas(frame).to_batches(max_chunksize=50)), 'team', weight=weights
    ).to_bytes() == expected
    with pytest.raises(rung.errors.RungAnswersError, match='row 2') as caught:
        model.tally({'T1': [1, 2]}, weight=[1, -1])
    assert caught.value.row == 2
    for wrong in ([1.0] * 3, [1.0] * 1000):
        with pytest.raises(ValueError):
            model.tally(as_batches(words), weight=wrong)


def test_answers_are_no_groups(model):
    with pytest.raises(ValueError, match='who said what'):
        model.tally({'T1': [1]}, by='T1')
    with pytest.raises(rung.errors.RungUnknownError, match='team'):
        model.tally({'T1': [1]}, by='team')

