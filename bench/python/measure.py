"""Measures rung beside pingouin, factor_analyzer, pyreadstat and R's psych; writes results.json."""
# SPDX-License-Identifier: Apache-2.0
#
# measure.py [PART ...]: all parts, or some of calls, figures, missing, awkward, sav, speed. Wants a Python that
# has the peers, PYTHONPATH=bindings/python, RUNG_LIBRARY (a release build) and Rscript with psych, multilevel,
# jsonlite and GPArotation, without which psych::omega refuses. What is absent is left out, and said.
from __future__ import annotations

import json
import logging
import math
import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any, Callable, Dict, List, Optional

import pandas as pd

import tasks
from runners import All, PYTHON_VERSION

RESULTS = Path(__file__).with_name('results.json')
RUNS, SLOW = 7, 12  # runs of each cell; seconds above which one run has to do
SIZES = {'500 x 5': (500, 5), '100,000 x 20': (100_000, 20)}
SETTLED = {'python': .02, 'r': .2}  # seconds that one measurement lasts at least; R's clock has milliseconds
PAIRWISE = {
    ('alpha', 'rung'): 'found = rung.stats.alpha_from_matrix(items.cov())',
    ('alpha', 'pingouin'): 'one = rung.stats.alpha_from_matrix(items.cov())\nfound = [one.raw, [None]]',
    ('alpha', 'psych'): 'found <- psych::alpha(cov(items, use = "pairwise"), n.obs = 100)',
    ('omega', 'rung'): 'found = rung.stats.omega(items, method="minres", missing="pairwise")',
    ('omega', 'psych'): 'found <- psych::omega(cor(items, use = "pairwise"), nfactors = 1, plot = FALSE)',
}


def versions(all_: All) -> Dict[str, str]:
    """The versions of what is compared."""
    found = {'Python': PYTHON_VERSION, 'rung': all_.python.scope['rung'].library_version()}
    names = ('pingouin', 'factor_analyzer', 'pyreadstat', 'numpy', 'pandas', 'scikit-learn')
    return {**found, **{name: version(name) for name in names if name not in all_.python.missing},
            **all_.r.versions()}


def machine() -> Dict[str, Any]:
    """What the figures were measured on."""
    model = [line.split(':')[1].strip() for line in Path('/proc/cpuinfo').read_text().splitlines()
             if line.startswith('model name')]
    return {'processor': model[0] if model else platform.processor(), 'cores': os.cpu_count(),
            'system': f'{platform.system()} {platform.machine()}'}


def calls(_: All) -> Any:
    """The code of each task, and how many calls it makes."""
    return {task: {tool: {'code': code, 'calls': tasks.calls(tool, code)} for tool, (code, _) in of.items()}
            for task, of in tasks.TASKS.items()}


def figures(all_: All) -> Any:
    """What each tool gives on data that come with rung."""
    all_.give(tasks.shipped())
    return {task: {tool: all_.run(task, tool).get('figures') for tool in tasks.tools_of(task)}
            for task in tasks.TASKS if task not in ('levels', 'sav')}


def first(found: Dict[str, Any]) -> Optional[float]:
    """The first figure that is there."""
    return next((value for value in found.get('figures', []) if value is not None), None)


def equal(one: Dict[str, Any], other: Dict[str, Any], tolerance: float = 1e-7) -> bool:
    """Whether two runs give the same first figure."""
    a, b = first(one), first(other)
    return a is not None and b is not None and math.isclose(a, b, rel_tol=tolerance)


def missing(all_: All) -> Any:
    """What each tool does by default where answers are absent, found by what its figure is equal to."""
    frames = tasks.awkward()
    gaps = frames['10 % of answers absent']
    kinds = {'as given': gaps, 'listwise': gaps.dropna().reset_index(drop=True),
             'median': gaps.fillna(gaps.median())}
    runs: Dict[str, Dict[str, Any]] = {}
    for kind, frame in kinds.items():
        all_.give({'items': frame, 'ratings': frame})
        runs[kind] = {f'{task}/{tool}': all_.run(task, tool) for task in ('alpha', 'omega', 'icc')
                      for tool in tasks.tools_of(task)}
        if kind == 'as given':
            runs['pairwise'] = {f'{task}/{tool}': all_.run(task, tool, code=code)
                                for (task, tool), code in PAIRWISE.items()}
    out = {}
    for name, found in runs['as given'].items():
        same = [kind for kind in ('listwise', 'pairwise', 'median')
                if name in runs[kind] and equal(found, runs[kind][name])]
        out[name] = {'policy': 'refuses' if 'error' in found else same[0] if same else 'other',
                     'said': found['said'], 'error': found.get('error')}
    return out


def awkward(all_: All) -> Any:
    """What each tool makes of awkward data."""
    out: Dict[str, Any] = {}
    for name, frame in tasks.awkward().items():
        all_.give({'items': frame, 'ratings': frame})
        out[name] = {task: {tool: shortened(all_.run(task, tool)) for tool in tasks.tools_of(task)}
                     for task in ('alpha', 'omega', 'icc')}
    return out


def shortened(found: Dict[str, Any]) -> Dict[str, Any]:
    """A run without its time, and with what was said cut to a line."""
    return {'figures': found.get('figures'), 'error': cut(found.get('error')),
            'said': [cut(line) for line in found['said'][:6]]}


def cut(text: Optional[str]) -> Optional[str]:
    return None if text is None else ' '.join(text.split())[:160]


def sav(all_: All) -> Any:
    """A survey through a labelled file of SPSS: pyreadstat reads it, rung scores the frame."""
    rung, pyreadstat = all_.python.scope['rung'], all_.python.scope.get('pyreadstat')
    if pyreadstat is None:
        return None
    model, survey = rung.Model.builtin('five-levels'), pd.read_csv(tasks.SURVEY)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'survey.sav')
        pyreadstat.write_sav(survey, path, column_labels={'T1': 'the first question'})
        frame, about = pyreadstat.read_sav(path)
        try:
            rung.Model.builtin('five-levels').findings(rung.read_csv(path))
            refusal = None
        except rung.RungError as error:
            refusal = cut(str(error).replace(folder + os.sep, ''))
    direct = model.findings(rung.read_csv(tasks.SURVEY), by='team').to_json()
    return {'label': about.column_names_to_labels['T1'], 'rung on the file': refusal,
            'the same findings': model.findings(frame, by='team').to_json() == direct}


def cell(all_: All, task: str) -> Dict[str, Any]:
    """The seconds of one run of each tool: runs take turns, and short ones are made often enough to be timed."""
    often, out = {}, {}
    for tool in tasks.tools_of(task):
        found = all_.run(task, tool)
        if 'seconds' not in found or found['seconds'] > SLOW:
            out[tool] = {'error': cut(found.get('error')), 'seconds': found.get('seconds'), 'runs': 1}
            continue
        settled = SETTLED['r' if all_.r.has(tool) else 'python']
        often[tool] = max(1, min(2000, math.ceil(settled / max(found['seconds'], 1e-5))))
    seen: Dict[str, List[float]] = {tool: [] for tool in often}
    for _ in range(RUNS):
        for tool, count in often.items():
            found = all_.run(task, tool, count)
            if 'seconds' in found:
                seen[tool].append(found['seconds'])
    for tool, seconds in seen.items():
        out[tool] = {'seconds': median(seconds), 'least': min(seconds), 'most': max(seconds),
                     'runs': len(seconds)} if seconds else {'error': 'no run ended', 'runs': 0}
    return out


def speed(all_: All) -> Any:
    """The time of each task by size."""
    out: Dict[str, Any] = {'load': [], 'cells': {}}
    for name, (rows, columns) in SIZES.items():
        all_.give(tasks.drawn(rows, columns))
        out['cells'][name] = {}
        for task in ('alpha', 'item-total', 'omega', 'icc', 'kappa', 'rwg(j) and AD'):
            out['load'].append(round(os.getloadavg()[0], 1))
            out['cells'][name][task] = cell(all_, task)
            print(name, task, out['cells'][name][task], file=sys.stderr)
    all_.python.scope['path'] = str(tasks.SURVEY)
    out['cells']['the survey'] = {'levels': cell(all_, 'levels')}
    return out


PARTS: Dict[str, Callable[[All], Any]] = {'calls': calls, 'figures': figures, 'missing': missing,
                                          'awkward': awkward, 'sav': sav, 'speed': speed}


def main(wanted: List[str]) -> None:
    logging.disable(logging.CRITICAL)
    all_ = All()
    results = json.loads(RESULTS.read_text(encoding='utf-8')) if RESULTS.exists() else {}
    results.update(machine=machine(), versions=versions(all_), absent=all_.python.missing)
    for name in wanted or PARTS:
        print(name, file=sys.stderr)
        results[name] = PARTS[name](all_)
    all_.r.close()
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False, sort_keys=True) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main(sys.argv[1:])
