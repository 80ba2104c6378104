"""The pages' Python runs as it is printed there, and prints what they say."""
# SPDX-License-Identifier: Apache-2.0
import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

BLOCK = re.compile(r'^```python\n(.*?)^```', re.M | re.S)
PAGES = ['doc/python.md', 'doc/python-statistics.md']  # those with examples


def blocks(root, page):
    """The Python of a page."""
    return BLOCK.findall((root / page).read_text(encoding='utf-8'))


@pytest.mark.parametrize('page', PAGES)
def test_a_page_prints_what_it_says(page, root, monkeypatch):
    pytest.importorskip('pandas')
    monkeypatch.chdir(root)
    code = '\n'.join(blocks(root, page))
    assert '>>>' in code
    test = doctest.DocTestParser().get_doctest(code, {}, page, page, 0)
    said = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    runner.run(test, out=said.append)
    assert runner.failures == 0, ''.join(said)


def test_the_readme_runs_as_it_is_written(root, tmp_path):
    for needed in ('pandas', 'matplotlib', 'jinja2'):
        pytest.importorskip(needed)
    code, = blocks(root, 'README.md')
    os.symlink(root / 'examples', tmp_path / 'examples')
    run = subprocess.run([sys.executable, '-c', code], cwd=tmp_path, capture_output=True, encoding='utf-8',
                         env={**os.environ, 'PYTHONPATH': os.pathsep.join(filter(None, sys.path))}, check=False)
    assert run.returncode == 0, run.stderr
    assert 'Complaints' in run.stdout and (tmp_path / 'report.html').read_text(encoding='utf-8').startswith('<!')


EXAMPLES = sorted(path.stem for path in (Path(__file__).resolve().parents[3] / 'examples/python').glob('*.py'))


@pytest.mark.parametrize('name', EXAMPLES)
def test_an_example_prints_what_stands_beside_it(name, root, tmp_path):
    for needed in ('numpy', 'polars', 'matplotlib', 'jinja2'):
        pytest.importorskip(needed)
    arguments = []
    if name == 'exit_survey':
        export = Path(os.environ.get('RUNG_SHARED', root.parent / 'shared')) / 'data/dete_survey.csv'
        if not export.exists():
            pytest.skip(f'{export} is not here')
        arguments = [str(export)]
    run = subprocess.run([sys.executable, str(root / 'examples/python' / f'{name}.py'), *arguments],
                         cwd=tmp_path, capture_output=True, encoding='utf-8',
                         env={**os.environ, 'PYTHONPATH': os.pathsep.join(filter(None, sys.path))}, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout == (root / 'examples/python' / f'{name}.txt').read_text(encoding='utf-8')
