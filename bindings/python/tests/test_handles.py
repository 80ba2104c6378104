"""Handles: freed once, whoever forgets them, in whichever order and on whichever thread."""
# SPDX-License-Identifier: Apache-2.0
import gc
import os
import random
import subprocess
import sys
import threading

import pytest

import rung
from rung import _handle
from rung._library import lib

MANY = 100_000


@pytest.fixture
def freed(monkeypatch):
    """Counts what is freed, by the noun."""
    counts = {}

    def counting(noun, free):
        def function(pointer):
            counts[noun] = counts.get(noun, 0) + 1
            free(pointer)
        return function

    class Watched:
        def __getattr__(self, name):
            function = getattr(lib, name)
            return counting(name.split('_')[1], function) if name.endswith('_free') else function

    monkeypatch.setattr(_handle, 'lib', Watched())
    return counts


def test_each_handle_is_freed_once_in_any_order(freed):
    model = rung.Model.builtin('five-levels')
    tally = rung.Tally(model, 'team').add({'T1': [3] * 12, 'team': ['a'] * 12})
    found = tally.findings('team', confidence=0.9)
    things = [model, tally, found]
    random.Random(7).shuffle(things)
    del model, tally, found
    while things:
        things.pop()
        gc.collect()
    assert freed['model'] == 1 and freed['tally'] == 1 and freed['findings'] == 1
    assert freed['view'] == 1 and freed['answers'] == 1 and freed['settings'] == 1
    gc.collect()
    assert freed['model'] == 1


def test_what_was_made_of_a_model_outlives_it():
    tally = rung.Model.builtin('five-levels').tally({'T1': [3] * 12})
    gc.collect()
    found = tally.findings()
    del tally
    gc.collect()
    assert found.to_dict()['rows'] == 12


def test_a_failed_maker_leaves_nothing_to_free(freed):
    for _ in range(50):
        with pytest.raises(rung.RungError):
            rung.Model.parse('{')
        with pytest.raises(rung.RungError):
            rung.Model.builtin('five-levels').tally({'T1': [1], 'w': [-1]}, weight='w')
    gc.collect()
    assert freed['model'] == 50 and freed['answers'] == 50 and freed['tally'] == 50


def resident():
    """Bytes of memory in use by this process."""
    with open('/proc/self/statm', encoding='ascii') as file:
        return int(file.read().split()[1]) * os.sysconf('SC_PAGE_SIZE')


@pytest.mark.skipif(not os.path.exists('/proc/self/statm'), reason='no /proc here')
def test_a_hundred_thousand_handles_leak_nothing(model):
    def work(count):
        for _ in range(count):
            rung.Tally(model, 'team')

    work(2_000)
    gc.collect()
    before = resident()
    work(MANY)
    gc.collect()
    grown = resident() - before
    assert grown < 8 << 20, f'{grown} bytes after {MANY} tallies: {grown / MANY:.1f} each'


@pytest.mark.skipif(not os.path.exists('/proc/self/statm'), reason='no /proc here')
def test_findings_answers_and_arrow_columns_leak_nothing(model):
    pa = pytest.importorskip('pyarrow')
    table = pa.table({'T1': pa.array(['3', '4', None] * 8).dictionary_encode(), 'T2': [1, 2, 3] * 8})

    def work(count):
        for _ in range(count):
            model.tally(table).findings().to_json()

    work(100)
    gc.collect()
    before = resident()
    work(400)
    gc.collect()
    assert resident() - before < 8 << 20


def test_handles_are_made_and_dropped_on_many_threads(model):
    failures = []

    def work(seed):
        chance, kept = random.Random(seed), []
        try:
            for _ in range(400):
                kept.append(rung.Tally(model, 'team'))
                if chance.random() < 0.6:
                    kept.pop(chance.randrange(len(kept)))
        except Exception as failure:  # pylint: disable=broad-except
            failures.append(failure)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures


EXIT = '''
import sys, threading, rung
model = rung.Model.builtin('five-levels')
tally = rung.Tally(model, 'team')
cycle = [model, tally, tally.findings()]
cycle.append(cycle)
sys.keep = cycle
def work():
    while True:
        rung.Tally(model, 'team').add({'T1': [1, 2, 3] * 2000, 'team': ['a'] * 6000})
threading.Thread(target=work, daemon=True).start()
threading.Event().wait(0.3)
print('done')
'''


def test_the_interpreter_ends_while_a_thread_still_counts():
    for _ in range(3):
        run = subprocess.run([sys.executable, '-c', EXIT], capture_output=True, encoding='utf-8', timeout=60,
                             env={**os.environ, 'PYTHONPATH': os.pathsep.join(sys.path)}, check=False)
        assert (run.returncode, run.stdout.strip()) == (0, 'done'), run.stderr


def test_a_child_process_may_use_and_drop_what_its_parent_made(model):
    if not hasattr(os, 'fork'):
        pytest.skip('no fork here')
    tally = rung.Tally(model)
    child = os.fork()
    if child == 0:
        tally.add({'T1': [1, 2]})
        code = 0 if tally.rows == 2 else 1
        del tally
        gc.collect()
        os._exit(code)
    assert os.waitpid(child, 0)[1] == 0 and tally.rows == 0
