# The shared library keeps the binary interface of the last release.
# SPDX-License-Identifier: Apache-2.0
#
# abi.py SOURCE_ROOT LIBRARY HEADERS: compares with the newest tests/abi/rung-*.abi; a TAP stream.
# abi.py --update SOURCE_ROOT LIBRARY HEADERS: writes the baseline of the version that is built.
#
# The library has to be built with -g. What is private is told by tests/abi/private.abignore.
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import tap  # noqa: E402

FLAGS = ['--no-architecture', '--exported-interfaces-only']
PRIVATE = Path(__file__).resolve().parent / 'private.abignore'
SENTENCE = 'nothing of the binary interface was changed or removed'


def run(*command):
    """A command's result, standard error mixed into its output."""
    return subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, check=False,
                          stderr=subprocess.STDOUT, encoding='utf-8', timeout=300)


def version_key(path):
    """Orders rung-0.10.0.abi behind rung-0.9.0.abi."""
    return [int(number) for number in re.findall(r'\d+', path.name)]


def newest_baseline(root):
    """The baseline of the last release; None before there is one."""
    baselines = sorted((root / 'tests' / 'abi').glob('rung-*.abi'), key=version_key)
    return baselines[-1] if baselines else None


def has_types(library):
    """Whether the library was built with -g; without types only names can be compared."""
    return b'.debug_info' in library.read_bytes()


def update(root, library, headers):
    """Write the baseline of the version that meson.build names."""
    text = (root / 'meson.build').read_text(encoding='utf-8')
    version = re.search(r"^\s*version: '([0-9.]+)'", text, re.MULTILINE).group(1)
    baseline = root / 'tests' / 'abi' / f'rung-{version}.abi'
    result = run('abidw', *FLAGS, '--drop-private-types', '--no-corpus-path', '--no-comp-dir-path',
                 '--headers-dir', headers, '--out-file', baseline, library)
    print(result.stdout or f'wrote {baseline}')
    return result.returncode != 0


def why_not(root, library):
    """Why the comparison cannot be made here; None where it can."""
    if shutil.which('abidiff') is None:
        return 'there is no abidiff (package abigail-tools)'
    if newest_baseline(root) is None:
        return 'there is no baseline before the first release'
    if not has_types(library):
        return 'the library was built without debug information (-g)'
    return None


def main(arguments):
    """Compare, or write the baseline."""
    updates = '--update' in arguments
    places = [Path(word).resolve() for word in arguments[1:] if word != '--update']
    if len(places) != 3:
        raise SystemExit(f'usage: {arguments[0]} [--update] SOURCE_ROOT LIBRARY HEADERS')
    root, library, headers = places
    if updates:
        return update(root, library, headers)
    report = tap.Tap()
    reason = why_not(root, library)
    if reason is not None:
        report.skip(SENTENCE, reason)
    else:
        result = run('abidiff', *FLAGS, '--no-added-syms', '--suppressions', PRIVATE,
                     newest_baseline(root), library)
        report.ok(result.returncode == 0, SENTENCE, result.stdout)
    report.done()
    return report.failed > 0


if __name__ == '__main__':
    sys.exit(main(sys.argv))
