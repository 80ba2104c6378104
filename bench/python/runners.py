"""Runs a piece of code in Python or in R, and says how long it took, what came out and what was said."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import contextlib
import importlib
import io
import json
import math
import platform
import select
import signal
import subprocess
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any, Dict, Iterator, Optional

import tasks

NAMES = {'rung': ('rung', 'rung'), 'pingouin': ('pg', 'pingouin'),
         'factor_analyzer': ('FactorAnalyzer', 'factor_analyzer'), 'pyreadstat': ('pyreadstat', 'pyreadstat')}
LIMIT = 60  # seconds that one run may take
PYTHON_VERSION = platform.python_version()


class Stopped(Exception):
    """A run that took too long."""


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Stop what runs longer."""
    def stop(*_: Any) -> None:
        raise Stopped(f'stopped after {seconds:.0f} s')
    old = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def plain(values: Any) -> Any:
    """Figures as JSON has them: null for NaN and what is not there."""
    return [None if value is None or not math.isfinite(float(value)) else float(value) for value in values]


class Python:
    """Code that is run in this process."""

    def __init__(self) -> None:
        self.scope: Dict[str, Any] = {}
        self.missing = {}
        for tool, (name, module) in NAMES.items():
            try:
                loaded = importlib.import_module(module)
                self.scope[name] = getattr(loaded, name) if name == 'FactorAnalyzer' else loaded
            except ImportError as error:
                self.missing[tool] = str(error)

    def has(self, tool: str) -> bool:
        return tool in NAMES and tool not in self.missing

    def give(self, data: Dict[str, Any]) -> None:
        for name, frame in data.items():
            self.scope[name] = frame['team'].to_numpy() if name == 'team' else frame

    def run(self, tool: str, code: str, figures: str, repeat: int = 1) -> Dict[str, Any]:
        compiled, printed = compile(code, tool, 'exec'), io.StringIO()
        try:
            with within(LIMIT), warnings.catch_warnings(record=True) as said, \
                    contextlib.redirect_stdout(printed):
                warnings.simplefilter('always')
                start = time.perf_counter()
                for _ in range(repeat):
                    exec(compiled, self.scope)
                seconds = (time.perf_counter() - start) / repeat
                found = plain(eval(figures, self.scope))
        except Exception as error:  # what a tool raises is what is measured
            return {'error': f'{type(error).__name__}: {error}', 'said': []}
        ours = (FutureWarning, DeprecationWarning, PendingDeprecationWarning)  # of libraries, not of the data
        lines = [f'{of.category.__name__}: {of.message}' for of in said if not issubclass(of.category, ours)]
        return {'seconds': seconds, 'figures': found,
                'said': sorted({*lines, *printed.getvalue().splitlines()} - {''})}


class RScript:
    """Code that is run in a process of R."""

    def __init__(self) -> None:
        self.process: Optional[subprocess.Popen[bytes]] = None
        self.folder = tempfile.TemporaryDirectory()
        self.files: Dict[str, str] = {}

    def has(self, tool: str) -> bool:
        return tool in tasks.R

    def give(self, data: Dict[str, Any]) -> None:
        for name, frame in data.items():
            self.files[name] = str(Path(self.folder.name) / f'{name}.csv')
            frame.to_csv(self.files[name], index=False)
        self.ask({'read': self.files}, 300)

    def start(self) -> 'subprocess.Popen[bytes]':
        script = str(Path(__file__).with_name('worker.R'))
        self.process = subprocess.Popen(['Rscript', '--vanilla', script], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return self.process

    def ask(self, request: Dict[str, Any], limit: float) -> Any:
        process = self.process or self.start()
        assert process.stdin and process.stdout
        process.stdin.write(json.dumps(request).encode('utf-8') + b'\n')
        process.stdin.flush()
        ready, _, _ = select.select([process.stdout], [], [], limit)
        if not ready:
            self.close()
            return None
        line = process.stdout.readline()
        return json.loads(line) if line else {'error': 'R ended', 'said': []}

    def run(self, tool: str, code: str, figures: str, repeat: int = 1) -> Dict[str, Any]:
        if self.process is None and self.files:
            self.ask({'read': self.files}, 300)
        answer = self.ask({'code': code, 'figures': figures, 'repeat': repeat}, LIMIT)
        if answer is None:
            return {'error': f'Stopped: stopped after {LIMIT} s', 'said': []}
        if 'figures' in answer:
            found = answer['figures']
            answer['figures'] = found if isinstance(found, list) else [found]
        return dict(answer)

    def versions(self) -> Dict[str, str]:
        return dict(self.ask({'versions': list(tasks.R) + ['GPArotation']}, LIMIT))

    def close(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None


class All:
    """Python and R behind one call."""

    def __init__(self) -> None:
        self.python, self.r = Python(), RScript()

    def give(self, data: Dict[str, Any]) -> None:
        self.python.give(data)
        self.r.give({name: frame for name, frame in data.items() if hasattr(frame, 'to_csv')})

    def run(self, task: str, tool: str, repeat: int = 1, code: Optional[str] = None) -> Dict[str, Any]:
        written, figures = tasks.TASKS[task][tool]
        side = self.r if self.r.has(tool) else self.python
        return side.run(tool, code or written, figures, repeat)
