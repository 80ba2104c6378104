"""Test Anything Protocol for the test programs in Python, and how they run the command `rung`."""
# SPDX-License-Identifier: Apache-2.0
import json
import math
import subprocess
import sys
from pathlib import Path


class Tap:
    """Collects the sub-tests of one program; `done` prints the plan."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def ok(self, holds, sentence, *details):
        """One sub-test; details are printed where it fails."""
        self.count += 1
        self.failed += not holds
        print(f'{"ok" if holds else "not ok"} {self.count} - {sentence}')
        if not holds:
            for detail in details:
                for line in str(detail).splitlines()[:40]:
                    print(f'# {line[:400]}')
        sys.stdout.flush()
        return holds

    def skip(self, sentence, why):
        """One sub-test that cannot be made here."""
        self.count += 1
        print(f'ok {self.count} - {sentence} # SKIP {why}')

    def done(self):
        print(f'1..{self.count}')


def places(arguments):
    """The source root and the command, as Meson gives them."""
    if len(arguments) != 3:
        raise SystemExit(f'usage: {arguments[0]} SOURCE_ROOT RUNG')
    return Path(arguments[1]).resolve(), Path(arguments[2]).resolve()


def run(command, *arguments, stdin=None, timeout=300):
    """Run the command; standard output and error come back as text."""
    return subprocess.run([str(command), *map(str, arguments)], input=stdin, timeout=timeout,
                          capture_output=True, encoding='utf-8', errors='replace', check=False)


def run_json(command, *arguments):
    """Run the command and read what it prints as JSON; a failure raises with what it said."""
    result = run(command, *arguments)
    if result.returncode != 0:
        shown = ' '.join(map(str, arguments))
        raise RuntimeError(f'rung {shown}: exit {result.returncode}: {result.stderr[:2000]}')
    return json.loads(result.stdout)


def differences(expected, found, relative=0.0, place='', absolute=None):
    """Where `found` is not what `expected` says; keys that only `found` has do not count."""
    if isinstance(expected, dict):
        if not isinstance(found, dict):
            return [f'{place}: expected an object, found {found!r}']
        out = []
        for key, value in expected.items():
            if key not in found:
                out.append(f'{place}/{key}: missing, expected {value!r}')
            else:
                out += differences(value, found[key], relative, f'{place}/{key}', absolute)
        return out
    if isinstance(expected, list):
        if not isinstance(found, list) or len(found) != len(expected):
            return [f'{place}: expected {expected!r}, found {found!r}']
        return [line for index, (one, other) in enumerate(zip(expected, found))
                for line in differences(one, other, relative, f'{place}/{index}', absolute)]
    if same(expected, found, relative, absolute):
        return []
    return [f'{place}: expected {expected!r}, found {found!r}']


def same(expected, found, relative, absolute=None):
    """Whether two JSON values are equal; numbers up to a relative or an absolute difference."""
    number = (int, float)
    if isinstance(expected, number) and not isinstance(expected, bool):
        if not isinstance(found, number) or isinstance(found, bool):
            return False
        if relative == 0.0:
            return float(expected) == float(found)
        absolute = relative if absolute is None else absolute
        return math.isclose(expected, found, rel_tol=relative, abs_tol=absolute)
    return type(expected) is type(found) and expected == found
