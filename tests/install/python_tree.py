"""Copies of the source tree, Python interpreters and virtual environments for the tests of packaging."""
# SPDX-License-Identifier: Apache-2.0
import importlib.util
import os
import shutil
import subprocess
import sysconfig
import tarfile
from pathlib import Path

OLDEST = (3, 9)
LEFT = ('RUNG_LIBRARY', 'RUNG_COMMAND', 'LD_LIBRARY_PATH', 'PYTHONPATH', 'VIRTUAL_ENV')
NO_COPY = shutil.ignore_patterns('build*', 'dist', '.venv', '.git', '__pycache__')


def clean():
    """The environment without what could lead to another library than the installed one."""
    return {**{name: value for name, value in os.environ.items() if name not in LEFT},
            'PYTHONDONTWRITEBYTECODE': '1'}


def run(*command, cwd, timeout=500):
    """A command's result, standard error mixed into its output."""
    return subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, cwd=cwd, env=clean(),
                          stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, encoding='utf-8',
                          errors='replace', timeout=timeout, check=False)


def run_command(*command, cwd):
    """A command's result, standard error apart."""
    return subprocess.run([str(word) for word in command], capture_output=True, cwd=cwd, env=clean(),
                          stdin=subprocess.DEVNULL, encoding='utf-8', timeout=120, check=False)


def lacking(modules):
    """Those of the modules that this Python does not have."""
    return [name for name in modules if importlib.util.find_spec(name) is None]


def copy(source, target):
    """A copy of the tree as one commit: what version control knows or would take."""
    listed = subprocess.run(['git', 'ls-files', '-co', '--exclude-standard', '-z'], cwd=source,
                            capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        for name in listed.stdout.strip('\0').split('\0'):
            if (source / name).is_file() and not (source / name).is_symlink():
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source / name, target / name)
    else:
        shutil.copytree(source, target, ignore=NO_COPY)
    for arguments in (['init', '-q'], ['add', '-A'],
                      ['-c', 'user.name=test', '-c', 'user.email=test@localhost', 'commit', '-qm', 'Copy']):
        subprocess.run(['git', *arguments], cwd=target, check=True, capture_output=True)
    return target


def tracked(folder):
    """The files under version control."""
    listed = subprocess.run(['git', 'ls-files', '-z'], cwd=folder, capture_output=True, text=True, check=True)
    return set(listed.stdout.strip('\0').split('\0'))


def archived(archive):
    """The files of a source archive, below its one folder."""
    with tarfile.open(archive) as held:
        return {item.name.split('/', 1)[1] for item in held.getmembers() if item.isfile()}


def package_files(folder):
    """The files of the package in a tree, as a wheel calls them."""
    start = 'bindings/python/'
    return {name[len(start):] for name in tracked(folder) if name.startswith(start + 'rung/')}


def interpreters():
    """The Python interpreters of this machine that rung is made for, as {(3, minor): path}."""
    pyenv = Path(os.environ.get('PYENV_ROOT', Path.home() / '.pyenv'))
    names = [f'python3.{minor}' for minor in range(OLDEST[1], 20)]
    places = [Path('/usr/bin/python3'), *sorted(pyenv.glob('versions/*/bin/python3')),
              *(Path(path) for path in map(shutil.which, names) if path)]
    found = {}
    for place in places:
        version = version_of(place)
        if version >= OLDEST:
            found.setdefault(version, place)
    return found


def version_of(interpreter):
    """Its version as (3, minor); (0, 0) where it does not run or is no ordinary CPython."""
    show = ('import sys, sysconfig as s; print(*sys.version_info[:2] if sys.implementation.name == "cpython" '
            'and not s.get_config_var("Py_GIL_DISABLED") else (0, 0))')
    if not interpreter.is_file():
        return (0, 0)
    said = subprocess.run([str(interpreter), '-I', '-c', show], capture_output=True, text=True, check=False)
    numbers = said.stdout.split()
    return tuple(map(int, numbers)) if said.returncode == 0 and len(numbers) == 2 else (0, 0)


def environment(interpreter, folder, borrow=False):
    """A fresh virtual environment, as its Python (or None) and what was said; it may borrow our packages."""
    said = run(interpreter, '-m', 'venv', folder, cwd='/')
    python = folder / 'bin' / 'python'
    if said.returncode != 0 or not python.exists():
        return None, said.stdout
    if borrow:
        site = next((folder / 'lib').glob('python3*/site-packages'))
        (site / 'borrowed.pth').write_text(sysconfig.get_path('purelib') + '\n', encoding='utf-8')
    return python, said.stdout


def reaches_an_index(python, folder):
    """Whether pip can fetch a package here."""
    said = run(python, '-m', 'pip', 'download', '-q', '--no-deps', '--timeout', '15', '--retries', '0',
               '-d', folder / 'fetched', 'meson-python', cwd=folder)
    return said.returncode == 0
