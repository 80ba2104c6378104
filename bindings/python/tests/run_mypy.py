# Checks the types of the package for each Python that it is made for; a TAP stream.
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / 'tests'))

import tap  # noqa: E402

VERSIONS = [f'3.{minor}' for minor in range(9, 14)]


def main() -> int:
    """Ask mypy, as pyproject.toml sets it up, once for each version."""
    if importlib.util.find_spec('mypy') is None:
        print('1..0 # SKIP mypy is not installed')
        return 0
    report = tap.Tap()
    with tempfile.TemporaryDirectory() as folder:
        for version in VERSIONS:
            sentence = f'the types hold for Python {version}'
            said = subprocess.run([sys.executable, '-m', 'mypy', '--python-version', version, '--cache-dir', folder],
                                  cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                  timeout=300, check=False)
            if f'Python {version} is not supported' in said.stdout:
                report.skip(sentence, 'this mypy is too new to know it')
            else:
                report.ok(said.returncode == 0, sentence, said.stdout)
    report.done()
    return int(report.failed > 0)


if __name__ == '__main__':
    sys.exit(main())
