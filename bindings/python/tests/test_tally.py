"""Tallies: any split gives the same bytes; threads, pickling and failures leave them whole."""
# SPDX-License-Identifier: Apache-2.0
import os
import pickle
import random
import threading
import time

import pytest

import rung

hypothesis = pytest.importorskip('hypothesis')
st = hypothesis.strategies
ANSWER = st.one_of(st.none(), st.integers(0, 9), st.sampled_from(['3', 'x', '', 'Agree']))
ROWS = st.lists(st.fixed_dictionaries({'T1': ANSWER, 'T2': st.integers(1, 5), 'V1': ANSWER,
                                       'team': st.sampled_from(['North', 'South', 'Łódź', '', None]),
                                       'w': st.sampled_from([0.0, 0.5, 1.0, 1.25, 3.0])}), max_size=30)


def frame_kinds():
    """How rows become a frame, by the libraries that are here."""
    import importlib.util
    kinds = {'dict': lambda rows: {name: [row[name] for row in rows] for name in rows[0]}}
    if importlib.util.find_spec('pandas'):
        import pandas
        kinds['pandas'] = pandas.DataFrame
    if importlib.util.find_spec('polars'):
        import polars
        kinds['polars'] = lambda rows: polars.DataFrame(
            {name: polars.Series(name, as_one_type([row[name] for row in rows])) for name in rows[0]})
    if importlib.util.find_spec('pyarrow'):
        import pyarrow
        kinds['pyarrow'] = lambda rows: pyarrow.table(
            {name: as_one_type([row[name] for row in rows]) for name in rows[0]})
    return kinds


def as_one_type(values):
    """Values as texts where any is one."""
    if any(isinstance(value, str) for value in values):
        return [None if value is None else str(value) for value in values]
    return values


def tally_of(model, pieces, kind):
    total = rung.Tally(model, ['team'])
    for rows in pieces:
        if rows:
            total.merge(rung.Tally(model, ['team']).add(frame_kinds()[kind](rows), weight='w'))
    return total


@hypothesis.settings(max_examples=60, deadline=None)
@hypothesis.given(ROWS, st.lists(st.integers(0, 30), max_size=4), st.randoms(use_true_random=False), st.data())
def test_any_split_of_any_frame_gives_the_same_bytes(rows, cuts, chance, data):
    model = rung.Model.builtin('five-levels')
    whole = tally_of(model, [rows], 'dict').to_bytes()
    kind = data.draw(st.sampled_from(sorted(frame_kinds())))
    shuffled = list(rows)
    chance.shuffle(shuffled)
    edges = [0, *sorted(min(cut, len(rows)) for cut in cuts), len(rows)]
    pieces = [shuffled[start:end] for start, end in zip(edges, edges[1:])]
    chance.shuffle(pieces)
    assert tally_of(model, pieces, kind).to_bytes() == whole


def test_a_tally_is_saved_loaded_and_sent(model, survey, tmp_path):
    tally = model.tally(survey, ['team', 'tenure'])
    tally.save(tmp_path / 'all.tally')
    loaded = rung.Tally.load(tmp_path / 'all.tally', model)
    assert loaded == tally and loaded.by == ('team', 'tenure') and loaded.parts == 'products'
    sent = pickle.loads(pickle.dumps(tally))
    assert sent == tally and sent.rows == 492
    assert sent.add({'T1': [3], 'team': ['Data'], 'tenure': ['x']}).rows == 493
    assert 'five-levels' in repr(sent) and tally.rows == 492
    with pytest.raises(TypeError):
        hash(tally)


def test_bytes_that_were_changed_are_refused(model, survey):
    data = bytearray(model.tally(survey).to_bytes())
    data[len(data) // 2] ^= 1
    with pytest.raises(rung.errors.RungCorruptError):
        rung.Tally.from_bytes(bytes(data), model)
    with pytest.raises(rung.errors.RungMismatchError):
        rung.Tally.from_bytes(model.tally(survey).to_bytes(), rung.Model.builtin('customer-stages'))


def test_what_does_not_belong_together_is_not_merged(model, survey):
    by_team, whole = model.tally(survey, 'team'), model.tally(survey)
    before = by_team.to_bytes()
    for other in (whole, model.tally(survey, 'team', parts='counts')):
        with pytest.raises(rung.errors.RungMismatchError):
            by_team.merge(other)
    with pytest.raises(ValueError, match='twice'):
        by_team.merge(by_team)
    with pytest.raises(ValueError, match='"counts"'):
        model.tally(parts='everything')
    assert by_team.to_bytes() == before


def test_what_fails_adds_nothing(model, survey, tmp_path):
    broken = tmp_path / 'broken.csv'
    broken.write_text('team,T1\n' + 'North,3\n' * 5000 + 'South,3,4\n', encoding='utf-8')
    tally = model.tally(survey, 'team')
    before = tally.to_bytes()
    with pytest.raises(rung.errors.RungAnswersError) as caught:
        tally.add(rung.read_csv(broken))
    assert caught.value.row == 5002 and tally.to_bytes() == before
    with pytest.raises(rung.errors.RungAnswersError):
        tally.add({'T1': [1, 2], 'team': ['a', 'b'], 'w': [1, -1]}, weight='w')
    assert tally.to_bytes() == before


def test_small_groups_are_dropped_for_good(model, survey):
    tally = model.tally(survey, 'team')
    rows = tally.rows
    assert tally.drop_small(5) == rows - tally.rows > 0


def test_threads_count_beside_each_other_and_agree(model, survey, words):
    whole = model.tally(words, 'team')
    parts = [{name: values[start::4] for name, values in words.items()} for start in range(4)]
    tallies = [rung.Tally(model, 'team') for _ in parts]
    threads = [threading.Thread(target=tally.add, args=(part,)) for tally, part in zip(tallies, parts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    random.shuffle(tallies)
    for tally in tallies[1:]:
        tallies[0].merge(tally)
    assert tallies[0] == whole


def test_one_tally_may_be_shared_by_threads(model, words):
    tally, expected = rung.Tally(model, 'team'), rung.Tally(model, 'team')
    for _ in range(8):
        expected.add(words)

    def work(other):
        tally.add(words)
        tally.merge(other)
        other.merge(rung.Tally(model, 'team'))

    others = [rung.Tally(model, 'team') for _ in range(8)]
    threads = [threading.Thread(target=work, args=(other,)) for other in others]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert tally == expected


def test_the_interpreter_goes_on_while_rows_are_counted(model):
    np = pytest.importorskip('numpy')
    data = {item.id: np.tile(np.array([1, 2, 3, 4, 5], np.int8), 200_000) for item in model.items}
    done, turns = threading.Event(), 0
    tally = rung.Tally(model)
    thread = threading.Thread(target=lambda: (tally.add(data), done.set()))
    thread.start()
    while not done.is_set():
        turns += 1
        time.sleep(0.001)
    thread.join()
    assert tally.rows == 1_000_000 and turns > 3, f'{turns} turns on {os.cpu_count()} cores'
