# The wheel: made from the source archive, tagged by what it needs, and enough to score a survey alone.
# SPDX-License-Identifier: Apache-2.0
#
# wheel.py SOURCE_ROOT [--all]: builds in a copy of the tree; a TAP stream. --all: builds it twice and
# compares, and lets pip fetch what building needs, too.
import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]

import python_tree as tree  # noqa: E402
import tap  # noqa: E402
import wheel_file  # noqa: E402

BUILDERS = ('build', 'mesonpy', 'auditwheel')
LEAST = 1_000_000  # bytes that the wheel has to stay below
MODEL, SURVEY = 'five-levels', 'examples/five-levels/answers.csv'


def build(report, copy):
    """The source archive and the wheel that scripts/wheel makes; None where it fails."""
    said = tree.run('./scripts/wheel', cwd=copy)
    made = [sorted((copy / 'dist').glob(pattern)) for pattern in ('*.tar.gz', '*.whl')]
    if not report.ok(said.returncode == 0 and [len(files) for files in made] == [1, 1],
                     'scripts/wheel makes one source archive and, from it, one wheel', said.stdout):
        return None
    return [files[0] for files in made]


def try_wheel(report, wheel, copy):
    """What the file says of itself is true."""
    version = wheel_file.project_version(copy)
    match = wheel_file.NAME.fullmatch(wheel.name)
    report.ok(match and match['version'] == version and wheel_file.tags(wheel) == [match['tag']],
              'the wheel is tagged for every Python 3 on one platform', wheel.name, wheel_file.tags(wheel))
    needed = wheel_file.glibc(wheel)
    report.ok(match and match['glibc'] == f'2_{needed}', 'its tag names the oldest glibc that it runs on',
              wheel.name, f'its files need 2.{needed}')
    size = wheel.stat().st_size
    report.ok(size < LEAST, f'it is smaller than {LEAST} bytes', size)
    major = version.split('.', maxsplit=1)[0]
    wanted = tree.package_files(copy) | {f'rung/librung.so.{major}', 'rung/rung'}
    report.ok(wheel_file.installed(wheel) == wanted, 'it holds the package, the library and the command only',
              wheel_file.installed(wheel) ^ wanted)
    for sentence, faults in (
            ('its files are those that it vouches for', wheel_file.unvouched(wheel)),
            ('its licence and that of jansson are inside', wheel_file.missing_licences(wheel, copy)),
            ('it needs no other distribution', wheel_file.requirements(wheel)),
            ('its libraries are stripped and looked for beside themselves', wheel_file.loose(wheel))):
        report.ok(not faults, sentence, faults)


def try_archive(report, archive, copy):
    """The source archive holds what is under version control, and nothing else."""
    held, wanted = tree.archived(archive), tree.tracked(copy)
    report.ok(held >= wanted, 'the source archive holds every file of the tree', wanted - held)
    report.ok(held <= wanted | {'PKG-INFO'}, 'and no other', held - wanted)


def try_interpreter(report, version, interpreter, wheel, copy, folder):
    """A virtual environment with the wheel and nothing else scores the survey."""
    sentence = f'Python {version} scores the survey with the wheel and the standard library alone'
    python, said = tree.environment(interpreter, folder / f'python-{version}')
    if python is None:
        report.skip(sentence, 'it makes no virtual environment: ' + said.strip()[-200:].replace('\n', ' '))
        return
    said = tree.run(python, '-m', 'pip', 'install', '-q', '--no-index', '--no-deps', wheel, cwd=folder)
    if not report.ok(said.returncode == 0, f'pip of Python {version} installs the wheel', said.stdout):
        return
    here = Path(__file__).with_name('score_survey.py')
    said = tree.run(python, '-I', here, MODEL, copy / SURVEY, cwd=folder)
    found = json.loads(said.stdout) if said.returncode == 0 else {}
    package = Path(found.get('package', '/nonexistent'))
    report.ok(found.get('foreign') == [] and found.get('mapped') == str(package / found['library'])
              and folder in package.parents, sentence, said.stdout[:2000])
    arguments = ['score', MODEL, copy / SURVEY, '--by', 'team', '--format', 'json']
    for name, command in (('rung', [python.with_name('rung')]), ('python -m rung', [python, '-m', 'rung'])):
        told = tree.run_command(*command, *arguments, cwd=folder)
        same = told.returncode == 0 and json.loads(told.stdout) == found.get('findings')
        report.ok(same, f'Python {version}: the command `{name}` finds the same', told.stderr[:1000])


def try_editable(report, copy, folder):
    """What is changed in the source tree is there at the next import."""
    sentence = 'an editable installation follows the source tree'
    python, said = tree.environment(sys.executable, folder / 'editable', borrow=True)
    if python is None:
        report.skip(sentence, 'no virtual environment: ' + said.strip()[-200:].replace('\n', ' '))
        return
    said = tree.run(python, '-m', 'pip', 'install', '-q', '--no-build-isolation', '--no-deps',
                    '--config-settings=setup-args=-Doptimization=0', '-e', copy, cwd=folder)
    if not report.ok(said.returncode == 0, 'pip installs the tree in place', said.stdout):
        return
    show = 'import rung.notes; print(rung.notes.__doc__); print(rung.library_version())'
    before = tree.run(python, '-c', show, cwd=folder)
    notes = copy / 'bindings' / 'python' / 'rung' / 'notes.py'
    text = notes.read_text(encoding='utf-8')
    notes.write_text('"""Edited."""\n' + text.split('\n', 1)[1], encoding='utf-8')
    after = tree.run(python, '-c', show, cwd=folder)
    version = wheel_file.project_version(copy)
    report.ok(before.returncode == 0 and 'Edited.' not in before.stdout and version in before.stdout
              and after.stdout.split() == ['Edited.', version], sentence, before.stdout, after.stdout)
    notes.write_text(text, encoding='utf-8')
    told = tree.run(python, '-m', 'rung', '--version', cwd=folder)
    report.ok(told.stdout.split() == ['rung', version], 'and runs the command', told.stdout)


def try_again(report, wheel, copy):
    """Two builds of one commit."""
    first = hashlib.sha256(wheel.read_bytes()).hexdigest()
    said = tree.run('./scripts/wheel', cwd=copy)
    second = hashlib.sha256(wheel.read_bytes()).hexdigest()
    report.ok(said.returncode == 0 and first == second, 'a second build gives the same wheel', said.stdout)


def try_clone(report, copy, folder):
    """`pip install .` as a user says it: pip fetches meson-python by itself."""
    sentence = '`pip install .` works from a clone'
    python, said = tree.environment(sys.executable, folder / 'clone')
    if python is None or not tree.reaches_an_index(python, folder):
        report.skip(sentence, 'pip reaches no index of packages here')
        return
    said = tree.run(python, '-m', 'pip', 'install', '-q', '.', cwd=copy)
    told = tree.run(python, '-m', 'rung', '--version', cwd=folder)
    report.ok(said.returncode == 0 and told.stdout.split()[:1] == ['rung'], sentence, said.stdout, told.stdout)


def main(arguments):
    """Build once, then try everything."""
    if arguments[2:] not in ([], ['--all']):
        raise SystemExit(f'usage: {arguments[0]} SOURCE_ROOT [--all]')
    report = tap.Tap()
    lacking = tree.lacking(BUILDERS) + [name for name in ('git', 'patchelf', 'readelf') if not shutil.which(name)]
    if lacking:
        report.skip('the wheel is made and installed', 'not installed: ' + ' '.join(lacking))
        report.done()
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        copy = tree.copy(Path(arguments[1]).resolve(), folder / 'tree')
        made = build(report, copy)
        if made:
            try_archive(report, made[0], copy)
            try_wheel(report, made[1], copy)
            if arguments[2:]:
                try_again(report, made[1], copy)
                try_clone(report, copy, folder)
            else:
                for version, interpreter in sorted(tree.interpreters().items()):
                    try_interpreter(report, '.'.join(map(str, version)), interpreter, made[1], copy, folder)
                try_editable(report, copy, folder)
    report.done()
    return report.failed > 0


if __name__ == '__main__':
    sys.exit(main(sys.argv))
