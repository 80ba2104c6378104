"""rung.stats gives the figures of pingouin, factor_analyzer, psych and multilevel (bench/python)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any, Iterator

import pytest

np = pytest.importorskip('numpy', reason='bench/python draws its data with NumPy')
pd = pytest.importorskip('pandas', reason='bench/python gives every tool a frame of pandas')

BENCH = Path(__file__).resolve().parents[3] / 'bench/python'
STORED = json.loads((BENCH / 'results.json').read_text(encoding='utf-8'))['figures']
PAIRS = [(task, tool) for task, of in STORED.items() for tool in of if tool != 'rung']
EXACT, FIT = 1e-9, 1e-6  # a fit ends where its own program is content
ROUNDED = {('alpha', 'pingouin'): [EXACT, 5.1e-4, 5.1e-4],
           ('icc', 'pingouin'): [EXACT] * 3 + [5.1e-3] * 2}


@pytest.fixture(scope='module')
def tools() -> Iterator[Any]:
    """The tools that are here, with the shipped data before them."""
    sys.path.insert(0, str(BENCH))
    try:
        import runners
        import tasks
        found = runners.All()
        found.python.give(tasks.shipped())
        yield found
        found.r.close()
    finally:
        sys.path.remove(str(BENCH))


def hold(task: str, tool: str, ours: list[float | None], theirs: list[float | None]) -> None:
    """Compare number by number what both tell."""
    assert len(ours) == len(theirs)
    pairs = [(one, other) for one, other in zip(ours, theirs) if None not in (one, other)]
    assert pairs
    slack = ROUNDED.get((task, tool), [FIT if task == 'omega' else EXACT] * len(pairs))
    for (one, other), tolerance in zip(pairs, slack):
        assert one == pytest.approx(other, rel=EXACT, abs=tolerance)


@pytest.mark.parametrize('task, tool', PAIRS)
def test_rung_gives_what_the_tool_gave(tools: Any, task: str, tool: str) -> None:
    hold(task, tool, tools.run(task, 'rung')['figures'], STORED[task][tool])


@pytest.mark.parametrize('task, tool', PAIRS)
def test_rung_gives_what_the_tool_gives_here(tools: Any, task: str, tool: str) -> None:
    if tool in tools.python.missing:
        pytest.skip(f'{tool} is not there: {tools.python.missing[tool]}')
    if tools.r.has(tool):
        if not shutil.which('Rscript'):
            pytest.skip('Rscript is not there')
        import tasks
        tools.r.give(tasks.shipped())
    theirs = tools.run(task, tool)
    if 'error' in theirs and any(word in theirs['error'] for word in ('no package called', 'installed',
                                                                      'R ended', 'force_all_finite')):
        pytest.skip(f'{tool} lacks what it needs: {theirs["error"]}')
    assert 'figures' in theirs, theirs
    hold(task, tool, tools.run(task, 'rung')['figures'], theirs['figures'])


def test_what_is_compared_is_counted_from_the_code(tools: Any) -> None:
    import tasks
    assert tasks.calls('rung', 'a = f(g(1))\nb = h.i(2)') == 3
    assert tasks.calls('psych', 'a <- f(g(1))\nb <- p::h.i(2)') == 3
    stored = json.loads((BENCH / 'results.json').read_text(encoding='utf-8'))['calls']
    assert stored == {task: {tool: {'code': code, 'calls': tasks.calls(tool, code)}
                             for tool, (code, _) in of.items()} for task, of in tasks.TASKS.items()}
