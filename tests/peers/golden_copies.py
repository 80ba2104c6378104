"""The golden copies of reference cases: where they are, and whether they equal the reference."""
# SPDX-License-Identifier: Apache-2.0
import json
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent / 'golden'


def cases_in(file):
    """{name: case} of one file; of the file of keys, {name: keys}."""
    content = json.loads(file.read_text(encoding='utf-8'))
    return content.get('cases', content)


def differences(reference):
    """Where a golden copy is not what the reference holds."""
    lines = []
    for file in sorted((GOLDEN / 'json').glob('*.json')):
        original = cases_in(reference / 'json' / file.name)
        lines += [f'{file.name}: {name} is another in the reference'
                  for name, case in cases_in(file).items() if original.get(name) != case]
    for file in sorted((GOLDEN / 'data').glob('*.csv')):
        if file.read_bytes() != (reference / 'data' / file.name).read_bytes():
            lines.append(f'{file.name} is another in the reference')
    return lines
