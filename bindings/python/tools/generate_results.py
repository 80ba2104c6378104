#!/usr/bin/env python3
# Writes the results of statistics as Python classes.
# SPDX-License-Identifier: Apache-2.0
"""Writes rung/stats/_results.py from the enums of include/rung/stats; --check compares.

generate_results.py [--check]. Needs nothing but Python. An enum of results becomes a dataclass whose
fields are in its order; an enum of choices becomes a Literal of their names in lower case.
"""
from __future__ import annotations

import re
import sys
import textwrap
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from generate import PYTHON, ROOT, class_name, members  # noqa: E402

TARGET = PYTHON / 'rung' / 'stats' / '_results.py'
CHOICES = {'rung_agreement_null': 'Null', 'rung_factoring': 'Factoring', 'rung_lonely': 'Lonely',
           'rung_margins': 'Margins', 'rung_missing': 'Missing', 'rung_around': 'Around',
           'rung_ranks': 'Scoring', 'rung_rater_metric': 'Metric', 'rung_rater_weights': 'Weights',
           'rung_replicated': 'Replicated', 'rung_share': 'ShareMethod'}
UNUSED = {'rung_adjust', 'rung_design', 'rung_population', 'rung_frequencies', 'rung_quantile',
          'rung_profile', 'rung_change_row', 'rung_scales', 'rung_scale_item'}  # handled by hand
NAMES = {'rung_agreement_null': 'AgreementNulls'}
DIGITS = {'rung_icc_raters': 'icc', 'rung_kuder_richardson': 'kr'}  # before members that start with one
FUNCTIONS = {'agreement_nulls': 'nulls', 'icc_raters': 'icc', 'kappa_fleiss': 'fleiss',
             'kappa_fleiss_counts': 'fleiss_counts', 'kappa_light': 'light', 'halves': 'split_half',
             'kuder_richardson': 'kr20'}  # that have another name in Python
ENUM = re.compile(r'/\*\*((?:(?!\*/).)*)\*/\s*typedef enum (rung_\w+) \{(.*?)\} \2;', re.S)
MEMBER = re.compile(r'(RUNG_\w+)\s*=\s*(\d+)\s*,?\s*/\*\*<(.*?)\*/', re.S)

HEAD = '''"""Results of statistics: made from include/rung/stats by tools/generate_results.py."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ._base import Result

'''


def enums() -> dict[str, tuple[str, dict[str, str]]]:
    """Every enum of the statistics: what it says of itself, and its members with what they say."""
    out: dict[str, tuple[str, dict[str, str]]] = {}
    for header in sorted((ROOT / 'include' / 'rung' / 'stats').glob('*.h')):
        for doc, name, body in ENUM.findall(header.read_text(encoding='utf-8')):
            out[name] = doc, {member: text for member, _, text in MEMBER.findall(body)}
    return out


def fields(name: str, values: dict[str, str]) -> dict[str, str]:
    """The names of an enum's members as fields, by their names in C."""
    short = members({member: place for place, member in enumerate(values)})
    out = {}
    for member, field in zip(values, short):
        field = field.lower().lstrip('_')
        field = DIGITS.get(name, '') + field if field[0].isdigit() else field
        out[member] = field[len('item_'):] if name == 'rung_alpha_item' and field.startswith('item_') else field
    return out


def plain(text: str, known: dict[str, str]) -> str:
    """A comment as one line, with Python's names for what it mentions."""
    text = ' '.join(re.sub(r'\n\s*\*', '\n', text).split())
    text = re.sub(r'rung_stats_(\w+)\(\)', lambda match: f'`{FUNCTIONS.get(match[1], match[1])}`', text)
    text = re.sub(r'#(RUNG_\w+)', lambda match: f'`{known.get(match[1], match[1].split("_")[-1].lower())}`', text)
    text = re.sub(r'#rung_(\w+)', lambda match: f'`{class_name("rung_" + match[1])}`', text)
    return text.rstrip('.') + '.'


def result_class(name: str, doc: str, values: dict[str, str], known: dict[str, str]) -> list[str]:
    """A dataclass whose text says what each field is."""
    named = fields(name, values)
    out = ['', '', '@dataclass(frozen=True)', f'class {NAMES.get(name, class_name(name))}(Result):']
    out += textwrap.wrap(f'"""{plain(doc, known)}', 100, initial_indent='    ', subsequent_indent='    ')
    out.append('')
    for member, text in values.items():
        out += textwrap.wrap(f'{named[member]}: {plain(text, known)}', 100, initial_indent='    ',
                             subsequent_indent='        ')
    return [*out, '    """', '', *(f'    {field}: float' for field in named.values())]


def python() -> str:
    """The module."""
    found = enums()
    unknown = [name for name in (*CHOICES, *UNUSED) if name not in found]
    if unknown:
        raise SystemExit(f'generate_results.py: no header has {", ".join(unknown)}')
    known = {member: field for name, (_, values) in found.items()
             for member, field in fields(name, values).items()}
    out = []
    for name, title in CHOICES.items():
        choices = ', '.join(f"'{field}'" for field in fields(name, found[name][1]).values())
        out += textwrap.wrap(f'{title} = Literal[{choices}]', 100, subsequent_indent=' ' * (len(title) + 11))
    for name, (doc, values) in found.items():
        if name not in UNUSED and (name not in CHOICES or name in NAMES):
            out += result_class(name, doc, values, known)
    return HEAD + '\n'.join([*out, ''])


def main(arguments: list[str]) -> int:
    """Write or compare."""
    if arguments == ['--check']:
        if python() != TARGET.read_text(encoding='utf-8'):
            print(f'{TARGET}: differs from the headers: run bindings/python/tools/generate_results.py')
            return 1
    else:
        TARGET.write_text(python(), encoding='utf-8')
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
