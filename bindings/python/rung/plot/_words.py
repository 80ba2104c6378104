# What pictures say: names of groups and levels, shares, states.
# SPDX-License-Identifier: Apache-2.0
"""What pictures say: names of groups and levels, shares, states."""

from __future__ import annotations

import textwrap
from typing import Dict, Iterable, List, Sequence

from rung._records import STATE_WORDS, Group, Level, Reading, Record

#: Signs behind a level, as in the tables of the command, and what they mean.
SIGNS = {
    'on_threshold': (' ↗', '↗ on the threshold of the next level'),
    'not_yet_held': ('*', '* not yet held: for fewer waves than the model asks'),
    'visiting': (' →', '→ visiting that level, which cannot be stated'),
    'agreement_unclear': (' ?', '? whether people agree enough is unclear'),
    'capped': (' ↓', '↓ held down by a condition of the model'),
    'espoused': (' †', '† espoused: said, not seen'),
    'ipsative': (' ‡', '‡ compares within a row only: no ranking'),
}


def wrap(text: str, characters: int) -> str:
    """Break a text into lines; a word that is longer than a line is broken, too."""
    return '\n'.join(textwrap.wrap(text, max(characters, 4)) or [''])


def lines(text: str) -> int:
    """Count the lines of a text."""
    return text.count('\n') + 1


def people(record: Record) -> str:
    """Return what is counted: people or assessments."""
    rows = record.raw.get('model', {}).get('rows')
    return 'assessments' if rows == 'assessments' else 'people'


def state_word(record: Record, state: str) -> str:
    """Return the word that stands where a figure would."""
    return STATE_WORDS.get(state, state).replace('people', people(record))


def group_label(record: Record, group: Group, characters: int) -> str:
    """Return a group's name, wrapped; a unit is set in as far as it lies below others."""
    indent = '\u2003' * min(record.depth(group), 6)
    broken = wrap(group.label, characters - 2 * len(indent))
    return '\n'.join(indent + line for line in broken.split('\n'))


def n_text(group: Group) -> str:
    """Return how many there are in a group; a dash where that is hidden."""
    return '–' if group.n is None else str(group.n)


def share_text(share: float) -> str:
    """Return a share in per cent."""
    percent = f'{100 * share:.0f}'
    return '<1 %' if percent == '0' and share > 0 else f'{percent} %'


def chance_text(chance: float) -> str:
    """Return a probability in per cent; one that comes of sampling is never 100 %."""
    return '>99 %' if chance >= 0.995 else share_text(chance)


def number_text(value: float, width: float) -> str:
    """Return a score with as many digits as a measure of that width deserves."""
    text = f'{value:.0f}' if width > 20 else f'{value:.1f}'
    return ('0' if float(text) == 0 else text).replace('-', '−')


def range_text(low: float, high: float) -> str:
    """Return between what the scores of a measure lie, in one piece where lines are broken."""
    return f'{low:g} to {high:g}'.replace('-', '−').replace(' ', '\u00a0')


def level_keys(levels: Sequence[Level]) -> Dict[str, str]:
    """Return what stands for each level where there is little room: ids, or places from 1."""
    short = all(len(level.id) <= 2 for level in levels)
    return {level.id: level.id if short else str(i + 1) for i, level in enumerate(levels)}


def level_labels(levels: Sequence[Level], names: str) -> Dict[str, str]:
    """Return the key and the name of each level."""
    told = {}
    for id, key in level_keys(levels).items():
        name = next(level.name(names) for level in levels if level.id == id) or id
        told[id] = key if name == key else f'{key} {name}'
    return told


def signs_of(reading: Reading) -> List[str]:
    """Return what is to be said beside a level, `assumed` left out: that goes into the title."""
    found = ['on_threshold'] if reading.state == 'on_threshold' else []
    return found + [mark for mark in reading.marks if mark in SIGNS]


def level_cell(levels: Sequence[Level], reading: Reading) -> str:
    """Return a level in short: its key and the signs behind it; a dash for none."""
    if reading.level is None:
        return '–'
    keys = level_keys(levels)
    text = keys[reading.level]
    for sign in signs_of(reading):
        text += SIGNS[sign][0]
        if sign == 'visiting' and reading.visits is not None:
            text += keys[reading.visits]
    return text


def signs_text(signs: Iterable[str]) -> str:
    """Say what signs mean, in one order."""
    found = set(signs)
    return '; '.join(text for sign, (_, text) in SIGNS.items() if sign in found)


def assumed_text(readings: Iterable[Reading]) -> str:
    """Return the words for a title where any level rests on numbers that nobody has published."""
    return ', by assumed cuts' if any(reading.assumed for reading in readings) else ''
