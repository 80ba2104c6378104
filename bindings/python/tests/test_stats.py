"""rung.stats: complete, the same from every kind of data, in place, and clear where it refuses."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import doctest
import inspect
import math
import pickle
import re
import subprocess
import sys
from array import array
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rung import _abi, errors, stats
from rung.stats import _call, _results

ITEMS = {'a': [1, 2, 3, 4, 5, 4, None], 'b': [2, 2, 4, 4, 5, 3, 2], 'c': [1, 3, 3, 5, 4, 4, 1]}
FOLDER = Path(stats.__file__).parent


def test_every_statistic_of_the_library_is_called():
    source = '\n'.join(path.read_text(encoding='utf-8') for path in FOLDER.glob('*.py'))
    called = set(re.findall(r"'(rung_stats_\w+)'", source))
    assert called == {name for name in _abi.FUNCTIONS if name.startswith('rung_stats_')}


def test_every_record_has_the_fields_of_its_enum():
    for name, kind in inspect.getmembers(_results, inspect.isclass):
        if issubclass(kind, stats.Result) and kind is not stats.Result:
            enum = getattr(_abi, 'AgreementNull' if name == 'AgreementNulls' else name)
            assert [int(member) for member in enum] == list(range(len(kind.__dataclass_fields__))), name


def test_results_are_made_from_the_headers(root):
    tool = root / 'bindings/python/tools/generate_results.py'
    assert subprocess.run([sys.executable, str(tool), '--check'], check=False).returncode == 0


def test_all_that_is_offered_says_what_it_does():
    for name in stats.__all__:
        assert inspect.getdoc(getattr(stats, name)), name
    page = stats.__doc__
    for name in stats.__all__:
        if inspect.isfunction(getattr(stats, name)):
            assert re.search(rf'\b{name}\b', page), name


def test_the_page_runs(root):
    page = str(root / 'doc/python-statistics.md')
    found = doctest.testfile(page, module_relative=False)
    assert found.attempted > 4 and found.failed == 0


def test_the_page_names_what_there_is(root):
    page = (root / 'doc/python-statistics.md').read_text(encoding='utf-8')
    rows = [line.split(' | ')[-1] for line in page.splitlines() if line.startswith('| ')][2:]
    named = {name for row in rows for name in re.findall(r'`(\w+)`', row)}
    assert len(named) > 80 and named <= set(stats.__all__)


def same_data():
    """The items in every shape that this machine can make."""
    yield 'list', list(ITEMS.values())
    yield 'dict', ITEMS
    yield 'array', {name: array('d', [math.nan if value is None else value for value in values])
                    for name, values in ITEMS.items()}
    np = pytest.importorskip('numpy')
    wide = np.array([[math.nan if value is None else value for value in values]
                     for values in ITEMS.values()])
    yield 'rows', np.ascontiguousarray(wide.T)
    yield 'columns', np.asfortranarray(wide.T)
    yield 'float32', wide.T.astype(np.float32)
    yield 'masked', {'a': np.ma.masked_invalid(wide[0]), 'b': wide[1].astype(np.int8), 'c': wide[2]}
    pd = pytest.importorskip('pandas')
    frame = pd.DataFrame(ITEMS)
    yield 'pandas', frame
    yield 'pandas with NA', frame.astype('Int64')
    yield 'series', [frame[name] for name in frame]
    pl = pytest.importorskip('polars')
    yield 'polars', pl.DataFrame(ITEMS)
    yield 'polars with NaN', pl.DataFrame(ITEMS).with_columns(pl.col('a').cast(pl.Float64).fill_null(math.nan))
    pa = pytest.importorskip('pyarrow')
    yield 'pyarrow', pa.table(ITEMS)
    yield 'batch', pa.RecordBatch.from_pydict(ITEMS)
    yield 'chunks', pa.concat_tables([pa.table(ITEMS).slice(0, 3), pa.table(ITEMS).slice(3)])
    yield 'slice', pa.concat_tables([pa.table(ITEMS).slice(0, 2), pa.table(ITEMS)]).combine_chunks().slice(2)


def test_the_same_from_every_kind_of_data():
    wanted = stats.alpha(ITEMS)
    assert round(wanted.n, 9) == 6.3 and wanted.rows == 7
    for name, data in same_data():
        found = stats.alpha(data)
        assert found.to_dict() == pytest.approx(wanted.to_dict(), rel=1e-14), name


def test_numbers_are_read_in_place():
    np = pytest.importorskip('numpy')
    for data in (np.arange(12.0).reshape(4, 3), np.asfortranarray(np.arange(12, dtype='i4').reshape(4, 3))):
        assert [held.address for held in _call.many(data).held] == [
            data[:, place].ctypes.data for place in range(3)]
    for code in ('i1', 'i2', 'i8', 'u1', 'u2', 'u4', 'u8', 'f4'):
        values = np.array([1, 2, 6], dtype=code)
        assert _call.column(values).data == values.ctypes.data and stats.describe(values).mean == 3
    assert stats.describe(np.array([1, 2, 6], dtype='>i4')).mean == 3
    assert stats.describe(np.array([2 ** 63, 2 ** 63], dtype='u8')).mean == 2 ** 63
    pd = pytest.importorskip('pandas')
    frame = pd.DataFrame({'a': np.arange(4.0), 'b': np.arange(4)})
    assert [held.address for held in _call.many(frame).held] == [
        frame[name].to_numpy().ctypes.data for name in frame]
    pl = pytest.importorskip('polars')
    series = pl.Series([1.0, 2.0, 3.0])
    assert _call.column(series).data == series.to_arrow().buffers()[1].address
    pa = pytest.importorskip('pyarrow')
    for kind in (pa.int64(), pa.uint8(), pa.uint32(), pa.float32()):
        values = pa.array([1, 2, None, 6], type=kind)
        assert _call.column(values).data == values.buffers()[1].address
        assert stats.describe(values).mean == 3


def test_groups_have_the_labels_of_the_caller():
    labels = ['x', 'y', None, 'x', 'y', 'y']
    values = [1, 2, 3, 3, 4, 6]
    wanted = stats.describe_by(values, labels)
    assert wanted.labels == ['x', 'y'] and wanted.at('y').mean == 4 and wanted['n'][0] == 2
    pd, pl, pa = (pytest.importorskip(name) for name in ('pandas', 'polars', 'pyarrow'))
    for of in (pd.Series(labels), pd.Series(labels, index=range(5, 11)), pd.Series(labels, dtype='category'),
               pd.Series(labels, dtype='string'), pl.Series(labels), pl.Series(labels, dtype=pl.Categorical),
               pa.array(labels), pa.array(labels).dictionary_encode()):
        assert stats.describe_by(values, of) == wanted
    assert stats.describe_by([1, 2], [7, 8]).labels == [7, 8]


def test_frames_of_every_library():
    pd, pl, pa = (pytest.importorskip(name) for name in ('pandas', 'polars', 'pyarrow'))
    found = stats.alpha_items(ITEMS)
    for library, kind in (('pandas', pd.DataFrame), ('polars', pl.DataFrame), ('pyarrow', pa.Table)):
        frame = found.to_frame(library)
        assert isinstance(frame, kind) and list(frame['item'].to_numpy()) == ['a', 'b', 'c']
    assert found.to_frame('dict')['rest_r'][0] == found[0].rest_r
    assert stats.alpha(ITEMS).to_frame('pandas').shape == (1, 17)
    rows = stats.careless(ITEMS).to_frame('pandas')
    assert 'row' not in rows and len(rows) == 7
    matrix = stats.covariance_matrix(ITEMS)
    assert list(matrix.to_frame('pandas')['name']) == ['a', 'b', 'c']
    assert matrix.to_dict()['a']['b'] == matrix['a', 'b'] == matrix[0, 1]
    np = pytest.importorskip('numpy')
    assert np.asarray(matrix).shape == (3, 3) and np.asarray(matrix)[0, 1] == matrix['b', 'a']
    with pytest.raises(ValueError, match="expected one of 'pandas'"):
        found.to_frame('excel')


def test_matrices_come_in_every_shape():
    matrix = stats.covariance_matrix(ITEMS)
    wanted = stats.guttman(ITEMS)
    assert stats.guttman_from_matrix(matrix) == wanted
    np, pd = pytest.importorskip('numpy'), pytest.importorskip('pandas')
    for given in (matrix.to_list(), np.asarray(matrix), pd.DataFrame(np.asarray(matrix))):
        assert stats.guttman_from_matrix(given) == wanted
    with pytest.raises(ValueError, match='not square'):
        stats.guttman_from_matrix([[1, 2], [3]])


def test_rows_are_a_sequence():
    found = stats.careless([[3, 1], [3, 2], [3, 5]])
    assert len(found) == 2 and found[-1] == found[1] and list(found)[0].longstring == 3
    assert [one.longstring for one in found[0:2]] == [3, 1] and float(found[0]) == 3
    with pytest.raises(IndexError, match='row 2 of 2'):
        found[2]
    with pytest.raises(KeyError):
        stats.alpha_items(ITEMS).at('d')


def test_what_could_be_had_comes_with_the_exception():
    with pytest.raises(errors.RungNotEstimableError) as caught:
        stats.icc_groups([3, 3, 3, 3], ['a', 'a', 'b', 'b'])
    assert caught.value.results.n == 4 and math.isnan(caught.value.results.icc1)
    with pytest.raises(errors.RungNotEstimableError) as caught:
        stats.agreement([3, 4], ['a', 'b'], (1, 5))
    assert [one.mean for one in caught.value.results] == [3, 4]
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.results == caught.value.results and str(again) == str(caught.value)


def test_a_refusal_names_the_place():
    with pytest.raises(errors.RungAnswersError) as caught:
        stats.alpha({'first': [1, 2, 3], 'second': [1, None, 2]}, missing='fail')
    assert (caught.value.row, caught.value.column, caught.value.pointer) == (2, 2, 'second')
    assert str(caught.value).startswith('second, ')
    with pytest.raises(errors.RungAnswersError) as caught:
        stats.rwg([3, 9], ['a', 'a'], (1, 5))
    assert caught.value.row == 2


def test_choices_are_told():
    with pytest.raises(ValueError, match="'listwise', 'pairwise', 'fail'"):
        stats.alpha(ITEMS, missing='drop')
    with pytest.raises(ValueError, match="'wilson', 'clopper_pearson', 'jeffreys'"):
        stats.share_interval(1, 2, method='wald')
    with pytest.raises(ValueError, match="'z', 'av' or 'rm'"):
        stats.cohen_d([1, 2, 3], [2, 4, 5], paired=True, kind='pooled')
    with pytest.raises(ValueError, match="expected 1 to 9"):
        stats.quantiles([1, 2], type=10)
    with pytest.raises(errors.RungArgumentError):
        stats.alpha(ITEMS, confidence=2)


@pytest.mark.parametrize('data', [[1, 2, 3], 5, 'abc', None])
def test_what_has_no_columns_is_refused(data):
    with pytest.raises(TypeError, match='no columns'):
        stats.alpha(data)


def test_shapes_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match='two columns'):
        stats.pearson(ITEMS)
    with pytest.raises(ValueError, match='2 scales and 3 items'):
        stats.even_odd(ITEMS, ['x', 'y'])
    with pytest.raises(ValueError, match='half has 2'):
        stats.split_half(ITEMS, [0, 1])
    with pytest.raises(ValueError, match='a count for each point'):
        stats.answer_mean([1, 2, 3], [1, 2])
    with pytest.raises(KeyError, match='different margins'):
        stats.rake([1, 1], {'sex': ['f', 'm']}, {'age': {'f': 1, 'm': 1}})
    with pytest.raises(KeyError, match="no item is called 'z'"):
        stats.scales(ITEMS, {'one': ['a', '-z']})
    with pytest.raises(errors.RungArgumentError):
        stats.pearson([1, 2, 3], [1, 2])


def test_results_travel():
    for found in (stats.alpha(ITEMS), stats.alpha_items(ITEMS), stats.covariance_matrix(ITEMS),
                  stats.transition([1, 2], [2, 2], levels=2), stats.frequencies([1, 2, 2]),
                  stats.importance([1, 2, 3, 5, 4], {'x': [1, 2, 3, 4, 6], 'y': [2, 1, 3, 2, 2]}),
                  stats.scales(ITEMS, {'one': ['a', 'b'], 'two': ['-c']})):
        again = pickle.loads(pickle.dumps(found))
        assert type(again) is type(found) and repr(again) == repr(found)
    assert pickle.loads(pickle.dumps(stats.alpha(ITEMS))) == stats.alpha(ITEMS)


def test_ratings_may_be_words():
    one, other = ['low', 'high', 'mid', 'low', None, 'mid'], ['low', 'mid', 'mid', 'low', 'low', 'high']
    order = ['low', 'mid', 'high']
    codes = [[None if word is None else order.index(word) for word in words] for words in (one, other)]
    assert stats.kappa(one, other).kappa == stats.kappa(*codes).kappa
    assert stats.kappa(one, other, weights='quadratic', levels=order) == stats.kappa(
        *codes, weights='quadratic', levels=[0, 1, 2])
    assert stats.krippendorff([one, other]).alpha == stats.krippendorff(codes).alpha
    with pytest.raises(ValueError, match='in their order'):
        stats.kappa(one, other, weights='linear')
    with pytest.raises(ValueError, match="'high' is none of the levels"):
        stats.kappa(one, other, levels=['low', 'mid'])


def test_names_of_other_programs_lead_to_the_same():
    p = [0.01, 0.04, 0.03, None]
    assert list(stats.adjust(p, 'BH')[:3]) == list(stats.adjust(p, 'fdr_bh')[:3]) == list(
        stats.adjust(p, 'benjamini_hochberg')[:3])
    assert math.isnan(stats.adjust(p)[3])
    assert stats.cliffs_delta([1, 2], [2, 3]) == stats.dominance([1, 2], [2, 3])
    assert stats.wilson(3, 9) == stats.share_interval(3, 9)
    x, y = [1.0, 4, 3, 6], [2.0, 3, 5, 9]
    whole = stats.paired(x, y)
    assert stats.hedges_g(x, y, True).estimate == whole.g_z
    assert stats.cohen_d(x, y, paired=True, kind='av').estimate == whole.d_av
    assert math.isnan(stats.cohen_d(x, y, paired=True, kind='av').low)
    assert stats.icc1([1, 2, 5, 6], [1, 1, 2, 2]).estimate == stats.icc_groups([1, 2, 5, 6], [1, 1, 2, 2]).icc1
    assert list(stats.longstring(ITEMS)) == list(stats.careless(ITEMS)['longstring'])


def test_no_rows_and_no_columns():
    assert len(stats.reverse([], 1, 5)) == 0
    assert len(stats.careless([[], []])) == 0
    assert stats.groups([]) == []
    with pytest.raises(errors.RungError):
        stats.alpha([])
    with pytest.raises(errors.RungNotEstimableError):
        stats.describe([])


def test_settings_are_heeded():
    wide, narrow = (stats.alpha(ITEMS, confidence=level) for level in (0.99, 0.5))
    assert wide.high - wide.low > narrow.high - narrow.low
    one, other = (stats.bootstrap([1, 2, 3, 9], seed=seed, replicates=200) for seed in (1, 2))
    assert one.replicates == 200 and one.se != other.se
    assert one == stats.bootstrap([1, 2, 3, 9], seed=1, replicates=200)


def test_threads_find_the_same():
    np = pytest.importorskip('numpy')
    data = np.random.default_rng(3).integers(1, 6, (5000, 6))
    wanted = stats.alpha(data)
    with ThreadPoolExecutor(4) as pool:
        assert all(found == wanted for found in pool.map(lambda _: stats.alpha(data), range(40)))
