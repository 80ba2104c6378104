"""Levels, states and groups in words."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from rung._reading import NO_VALUE_LABEL
from rung._records import STATE_WORDS, Group, Level, Measure, Reading, Record

from .numbers import limits, score

#: What is said beside a level, in the order in which it is said.
MARK_WORDS = {
    'not_yet_held': 'not yet held',
    'capped': 'held down by a condition',
    'agreement_unclear': 'agreement unclear',
    'espoused': 'espoused: said, not seen',
    'ipsative': 'compares within a row only',
    'assumed': 'by assumed cuts',
}

MARKS_EXPLAINED = {
    'not yet held': 'above a threshold for fewer waves than the model asks',
    'held down by a condition': 'another condition of the model keeps the level down',
    'agreement unclear': 'whether people agree enough cannot be said',
    'espoused': 'said, not seen',
    'compares within a row only': 'no ranking may be made of it',
    'by assumed cuts': 'the level rests on numbers that nobody has published',
    'visiting': 'a level is reached that a survey cannot state; the one below it is stated',
    'on the threshold': 'between the two ends of a threshold; the lower level is stated',
}


def level_of(levels: tuple[Level, ...], id: str | None) -> str:
    """Return "3 Directed"; a name alone where the id is one too; "" where there is no level."""
    if id is None:
        return ''
    name = next((level.name() for level in levels if level.id == id), '')
    return f'{id} {name}'.strip() if id.isdigit() or not name else name


def remarks(reading: Reading) -> list[str]:
    """Return what has to be said beside the level of a reading."""
    out = []
    if 'visiting' in reading.marks and reading.visits is not None:
        out.append(f'visiting {reading.visits}')
    if reading.state == 'on_threshold':
        out.append('on the threshold of the next')
    out += [text for mark, text in MARK_WORDS.items() if mark in reading.marks]
    return out


def why_not(state: str, reason: str) -> str:
    """Return why there is no figure.

    >>> why_not("too_few", "fewer than 5 persons")
    'fewer than 5 persons'
    """
    return reason or STATE_WORDS.get(state, state)


def headline(record: Record, id: str, reading: Reading) -> str:
    """Return a level as a sentence without an end: "level 3 of 5, Directed, by assumed cuts"."""
    if reading.level is None:
        return f'no level: {why_not(reading.state, reading.reason)}'
    levels = record.levels[id]
    place, level = next(
        (place, level) for place, level in enumerate(levels, 1) if level.id == reading.level
    )
    number = level.id if level.id.isdigit() else str(place)
    named = [level.name()] if level.name() else []
    return ', '.join([f'level {number} of {len(levels)}', *named, *remarks(reading)])


def who(record: Record) -> str:
    """Return what a row is: a person, or an assessment."""
    people = record.raw['model'].get('rows', 'people') == 'people'
    return 'persons' if people else 'assessments'


def group_words(group: Group) -> str:
    """Return a group's label; of crossed columns, their values apart."""
    if not group.keys:
        return group.label
    values = group.keys.values()
    return ' \u00d7 '.join(NO_VALUE_LABEL if value is None else value for value in values)


def cut_words(columns: tuple[str, ...]) -> str:
    """Return the columns of a cut.

    >>> cut_words(("team", "tenure"))
    'team × tenure'
    """
    return ' \u00d7 '.join(columns)


def mean_words(measure: Measure) -> tuple[str, str]:
    """Return a measure's score and its interval, or what is said instead.

    Of few people the score is rounded to a tenth: no more digits than it has are shown.
    """
    interval = measure.interval
    if measure.score is None:
        return why_not(measure.state, measure.reason), ''
    if interval.low is not None:
        return score(measure.score), limits(interval.low, interval.high)
    digits = 1 if interval.state == 'too_few' else 2
    return (
        score(measure.score, digits),
        f'no interval: {why_not(interval.state, interval.reason)}',
    )
