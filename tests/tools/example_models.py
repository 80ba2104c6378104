"""The commands of doc/models.md, run as they are printed there, say what the page says."""
# SPDX-License-Identifier: Apache-2.0
#
# example_models.py SOURCE_ROOT RUNG: a TAP stream. A block `sh` with a command of rung is followed by a block `text`
# with key lines: each must be a line of the output, in that order; spaces count as one, and a line
# that ends with … need only begin so. Every model of examples/models is on the page, and passes its own check.
import re
import shlex
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap

BLOCK = re.compile(r'^```sh\n(rung [^\n]+)\n```\n\n```text\n(.*?)^```$', re.M | re.S)
OTHERS = {'every-key'}  # shows the format, and is no model of anything


def bare(line):
    return ' '.join(line.split())


def missing(wanted, output):
    """The first key line that the output does not have at or after the place of the one before."""
    lines = [bare(line) for line in output.splitlines()]
    place = 0
    for key in (bare(line) for line in wanted.splitlines()):
        start = key[:-1].rstrip() if key.endswith('…') else None
        place = next((index for index in range(place, len(lines))
                      if lines[index] == key or start and lines[index].startswith(start)), None)
        if place is None:
            return key
    return None


def main(arguments):
    root, rung = tap.places(arguments)
    stream = tap.Tap()
    page = (root / 'doc/models.md').read_text(encoding='utf-8')
    blocks = BLOCK.findall(page)
    models = sorted((root / 'examples/models').glob('*.json'))
    stream.ok(len(blocks) >= 6, 'the page prints commands', len(blocks))
    for model in models:
        if model.stem in OTHERS or not model.with_suffix('.csv').exists():
            continue
        name = f'examples/models/{model.stem}'
        stream.ok(any(f'{name}.json {name}.csv' in command for command, _ in blocks),
                  f'{model.stem}: the page scores it')
        result = tap.run(rung, 'check', model)
        stream.ok(result.returncode == 0, f'{model.stem}: its own examples hold, and nothing is odd', result.stdout, result.stderr)
    for command, wanted in blocks:
        words = shlex.split(command)[1:]
        result = subprocess.run([str(rung), *words], cwd=root, timeout=120, capture_output=True,
                                encoding='utf-8', errors='replace', check=False)
        key = missing(wanted, result.stdout)
        stream.ok(result.returncode == 0 and key is None, f'{command}: says what the page says',
                  f'exit {result.returncode}, not found: {key}', result.stderr, result.stdout)
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
