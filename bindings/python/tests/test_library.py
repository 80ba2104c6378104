"""How the library is found: by name, in the package, in the system; another version is refused."""
# SPDX-License-Identifier: Apache-2.0
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import rung
from rung import _abi, _library
from rung.__main__ import command

PACKAGE = Path(rung.__file__).parent
LOADED = Path(os.path.realpath(_library.lib._name)) if os.sep in _library.lib._name else None


def python(code, *arguments, **environment):
    """A new interpreter that sees a package and no other rung."""
    given = {name: value for name, value in os.environ.items()
             if name not in ('RUNG_LIBRARY', 'LD_LIBRARY_PATH')}
    return subprocess.run([sys.executable, '-c', code, *arguments], capture_output=True, encoding='utf-8',
                          env={**given, **environment}, timeout=60, check=False)


@pytest.fixture
def alone(tmp_path):
    """A copy of the package without a library."""
    shutil.copytree(PACKAGE, tmp_path / 'rung', ignore=shutil.ignore_patterns('librung*', '__pycache__'))
    return tmp_path


def test_the_named_library_comes_first_and_says_when_it_is_none(alone):
    run = python('import rung', PYTHONPATH=str(alone), RUNG_LIBRARY='/nowhere/librung.so.0')
    assert run.returncode == 1 and 'RUNG_LIBRARY names it' in run.stderr and 'ImportError' in run.stderr
    run = python('import rung', PYTHONPATH=str(alone), RUNG_LIBRARY='libm.so.6')
    assert run.returncode == 1 and 'no librung that this package can use' in run.stderr


def test_the_library_in_the_package_comes_next(alone):
    if LOADED is None:
        pytest.skip('the library has no path')
    shutil.copy(LOADED, alone / 'rung' / _library.SONAME)
    run = python('import rung._library as l; print(l.lib._name)', PYTHONPATH=str(alone))
    assert run.stdout.strip() == str(alone / 'rung' / _library.SONAME), run.stderr


def test_the_soname_is_asked_of_the_system_last_and_never_an_unversioned_name(alone):
    if LOADED is None:
        pytest.skip('the library has no path')
    folder = alone / 'system'
    folder.mkdir()
    shutil.copy(LOADED, folder / 'librung.so')
    run = python('import rung', PYTHONPATH=str(alone), LD_LIBRARY_PATH=str(folder))
    assert run.returncode == 1 and 'Install a wheel of rung' in run.stderr
    shutil.copy(LOADED, folder / _library.SONAME)
    run = python('import rung; print(rung.library_version())', PYTHONPATH=str(alone),
                 LD_LIBRARY_PATH=str(folder))
    assert run.stdout.strip() == rung.__version__, run.stderr


@pytest.mark.parametrize('number, good', [(0, True), (1, True), (100, False), (-1, False), (10000, False)])
def test_only_a_library_that_serves_the_table_is_taken(number, good):
    assert _library.fits(_abi.VERSION_NUMBER + number) is good


def test_another_version_says_what_to_do(alone):
    table = alone / 'rung' / '_abi.py'
    text = table.read_text(encoding='utf-8')
    number = f'VERSION_NUMBER = {_abi.VERSION_NUMBER}'
    assert number in text
    table.write_text(text.replace(number, 'VERSION_NUMBER = 200'), encoding='utf-8')
    run = python('import rung', PYTHONPATH=str(alone), RUNG_LIBRARY=str(LOADED or _library.SONAME))
    assert run.returncode == 1
    assert f'librung is version {rung.__version__} and this package is made for 0.2.0' in run.stderr
    assert 'install the two of one release' in run.stderr


def test_the_structs_have_the_sizes_that_are_frozen():
    import ctypes
    assert ctypes.sizeof(_abi.Error) == 776 and ctypes.sizeof(_abi.Column) == 56


def test_a_module_runs_the_command(root):
    if command() is None:
        pytest.skip('the command rung is not here')
    run = subprocess.run([sys.executable, '-m', 'rung', 'models'], capture_output=True, encoding='utf-8',
                         env={**os.environ, 'PYTHONPATH': str(PACKAGE.parent)}, check=False)
    assert run.returncode == 0 and 'five-levels' in run.stdout
    run = subprocess.run([sys.executable, '-m', 'rung', 'check', '/nowhere'], capture_output=True,
                         encoding='utf-8', env={**os.environ, 'PYTHONPATH': str(PACKAGE.parent)}, check=False)
    assert run.returncode != 0 and '/nowhere' in run.stderr


def test_nothing_but_the_standard_library_is_imported():
    run = python('import sys, rung; m = rung.Model.builtin("five-levels"); '
                 'm.findings({"T1": [3] * 12}).to_dict(); '
                 'print(*sorted({n.split(".")[0] for n in sys.modules} & {"numpy", "pandas", "polars", '
                 '"pyarrow", "matplotlib", "jinja2"}))', PYTHONPATH=str(PACKAGE.parent),
                 RUNG_LIBRARY=str(LOADED or _library.SONAME))
    assert (run.returncode, run.stdout.strip()) == (0, ''), run.stderr
