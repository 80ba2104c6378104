"""Measures what it takes to install each tool into an empty environment; writes results.json."""
# SPDX-License-Identifier: Apache-2.0
#
# install.py [WHEEL]: WHEEL is rung's; without it rung stays as it was. Wants pyreadstat, a package index for pip
# and, for R's psych, apt's lists: apt is asked what it would fetch, nothing is installed by it.
from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import Any, Dict, List, Set

import pandas
import pyreadstat

RESULTS = Path(__file__).with_name('results.json')
PEERS = ('pingouin', 'factor_analyzer', 'pyreadstat')
# The first call of each, in the environment that pip made: does what was installed work?
FIRST = {
    'rung': 'import rung; rung.stats.alpha([[1, 2, 3, 4, 5], [2, 2, 3, 5, 4]])',
    'pingouin': 'import pandas, pingouin; '
                'pingouin.cronbach_alpha(pandas.DataFrame({"a": [1, 2, 3], "b": [1, 3, 2]}))',
    'factor_analyzer': 'import numpy, factor_analyzer; factor_analyzer.FactorAnalyzer(1, rotation=None)'
                       '.fit(numpy.random.default_rng(1).normal(size=(50, 5)))',
    'pyreadstat': 'import pyreadstat; pyreadstat.read_sav("a.sav", output_format="dict")',
}


def run(*arguments: Any, **more: Any) -> 'subprocess.CompletedProcess[str]':
    """Run a command that may take ten minutes."""
    return subprocess.run([str(argument) for argument in arguments], capture_output=True, text=True,
                          timeout=600, check=False, **more)


def size(folder: Path) -> int:
    """The bytes below a folder."""
    return sum(path.stat().st_size for path in folder.rglob('*') if path.is_file() and not path.is_symlink())


def by_pip(tool: str, wanted: str) -> Dict[str, Any]:
    """Fetch, then install without the network, then call once."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder / 'env', with_pip=True)
        python = folder / 'env/bin/python'
        empty = size(folder / 'env')
        fetched = run(python, '-m', 'pip', 'download', '-q', '--no-cache-dir', '-d', folder / 'files', wanted)
        if fetched.returncode:
            return {'error': fetched.stderr.strip().splitlines()[-1]}
        files = sorted((folder / 'files').iterdir())
        start = time.perf_counter()
        sources = [file.name for file in files if file.suffix != '.whl']  # what builds them is fetched, too
        installed = run(python, '-m', 'pip', 'install', '-q', '--no-cache-dir', *([] if sources else ['--no-index']),
                        '--find-links', folder / 'files', wanted)
        seconds = time.perf_counter() - start
        if installed.returncode:
            return {'error': installed.stderr.strip().splitlines()[-1]}
        if tool == 'pyreadstat':
            pyreadstat.write_sav(pandas.DataFrame({'a': [1.0, 2.0]}), folder / 'a.sav')
        called = run(python, '-c', FIRST[tool], cwd=folder)
        return {'packages': len(files), 'download': sum(file.stat().st_size for file in files),
                'installed': size(folder / 'env') - empty, 'seconds': seconds,
                'sources': sources,
                'first call': called.stderr.strip().splitlines()[-1] if called.returncode else 'works'}


def debian(package: str, folder: Path) -> Dict[str, int]:
    """What apt would fetch for a package on a system that has nothing: {package: bytes}."""
    status = folder / 'status'
    status.touch()
    found = run('apt-get', 'install', '--no-install-recommends', '--print-uris', '-qq',
                '-o', f'Dir::State::status={status}', package)
    return {name: int(size_) for name, size_ in re.findall(r"^'\S+' ([^_\s]+)_\S+ (\d+) ", found.stdout, re.M)}


def installed_size(names: Set[str]) -> int:
    """The bytes that packages of Debian say they take."""
    shown = run('apt-cache', 'show', '--no-all-versions', *sorted(names))
    return 1024 * sum(int(size_) for size_ in re.findall(r'^Installed-Size: (\d+)', shown.stdout, re.M))


def by_apt(package: str) -> Dict[str, Any]:
    """What Debian's package needs beyond what Python itself needs."""
    with tempfile.TemporaryDirectory() as name:
        base, whole = debian('python3', Path(name)), debian(package, Path(name))
    more = set(whole) - set(base)
    if not more:
        return {'error': 'apt knows no such package'}
    return {'packages': len(more), 'download': sum(whole[name] for name in more),
            'installed': installed_size(more),
            'compilers': sorted(name for name in more if re.match(r'(gcc|g\+\+)(-\d+)?$', name))}


def main(wheels: List[str]) -> None:
    results = json.loads(RESULTS.read_text(encoding='utf-8')) if RESULTS.exists() else {}
    found = dict(results.get('install', {}).get('by tool', {}))
    load = [os.getloadavg()[0]]
    for tool, wanted in [*(('rung', wheel) for wheel in wheels), *((peer, peer) for peer in PEERS)]:
        found[tool] = by_pip(tool, wanted)
        print(tool, found[tool], file=sys.stderr)
        load.append(os.getloadavg()[0])
    found['psych'] = by_apt('r-cran-psych')
    results['install'] = {'by tool': found, 'load': [round(value, 1) for value in load]}
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False, sort_keys=True) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main(sys.argv[1:])
