# Runs the tests of the package by pytest, each as a sub-test of one TAP stream.
# SPDX-License-Identifier: Apache-2.0
#
# run_pytest.py [--without MODULE...] [--only FILE...]: the built library and command come by RUNG_LIBRARY and
# RUNG_COMMAND. --without: as on a machine that lacks these modules. --only: of the files of tests, these.
from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT / 'tests'))

import tap  # noqa: E402


class Stream:
    """What pytest tells its plugins, as lines of TAP."""

    def __init__(self) -> None:
        self.tap = tap.Tap()

    def say(self, report: Any) -> None:
        """One outcome: of a test, or of a file that cannot be read or is skipped as a whole."""
        name = report.nodeid.replace('bindings/python/tests/', '').replace('#', ' ')
        if report.skipped:
            why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longreprtext
            self.tap.skip(name, ' '.join(why.split()).replace('Skipped: ', ''))
        else:
            self.tap.ok(report.passed, name, *([] if report.passed else [report.longreprtext[-4000:]]))

    def pytest_collectreport(self, report: Any) -> None:
        """A file was read."""
        if not report.passed:
            self.say(report)

    def pytest_runtest_logreport(self, report: Any) -> None:
        """A test was set up, called or cleared away: the call counts, the rest where it does not pass."""
        if report.when == 'call' or not report.passed:
            self.say(report)


class Without:
    """A finder of modules that does not find some."""

    def __init__(self, finder: Any, names: list[str]) -> None:
        self.finder = finder
        self.names = names

    def __getattr__(self, name: str) -> Any:
        return getattr(self.finder, name)

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        """What the finder finds, but for the hidden modules: those are as good as not installed."""
        return None if name.split('.')[0] in self.names else self.finder.find_spec(name, path, target)


def main(arguments: list[str]) -> int:
    """Run them all."""
    try:
        import pytest
    except ImportError:
        print('1..0 # SKIP pytest is not installed')
        return 0
    parser = argparse.ArgumentParser(prog='run_pytest.py')
    parser.add_argument('--without', nargs='+', default=[])
    parser.add_argument('--only', nargs='+', default=['.'])
    chosen = parser.parse_args(arguments)
    if chosen.without:
        sys.meta_path[:] = [Without(finder, chosen.without) for finder in sys.meta_path]
    stream = Stream()
    code = pytest.main(['-p', 'no:terminal', '-p', 'no:cacheprovider', '-c', str(ROOT / 'pyproject.toml'),
                        '--rootdir', str(ROOT), *(str(HERE / name) for name in chosen.only)], plugins=[stream])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) or stream.tap.count == 0:
        stream.tap.ok(False, f'pytest ends orderly, not by {code!r}')
    stream.tap.done()
    return int(stream.tap.failed > 0)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
