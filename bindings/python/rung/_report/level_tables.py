"""Tables of levels: of all by reading, and of groups."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import Iterable, Sequence

from rung._records import Group, Level, Reading, Record

from .choice import Choice
from .numbers import count, probability, share, share_limits
from .tables import Cell, Row, Table, columns, number, reason, text, words
from .wording import MARK_WORDS, group_words, level_of, remarks, who, why_not

ASSUMED = MARK_WORDS['assumed']
#: More readings than this stand in a second table, so that a page of paper holds them.
READINGS_MOST = 5


def group_head(record: Record, group: Group) -> Cell:
    """Return the head of a group's row, indented by its depth in the tree."""
    return Cell(group_words(group), (), 'label', depth=min(record.depth(group), 4))


def by_assumed(readings: Iterable[Reading]) -> str:
    """Return what a caption says where all levels of a table rest on assumed cuts."""
    stated = [one.assumed for one in readings if one.level is not None]
    return f', {ASSUMED}' if stated and all(stated) else ''


def level_cell(levels: tuple[Level, ...], reading: Reading, told: str) -> Cell:
    """Return a level with what has to be said beside it; assumed cuts the caption may have told."""
    if reading.level is None:
        return reason(why_not(reading.state, reading.reason))
    said = tuple(one for one in remarks(reading) if not told or one != ASSUMED)
    return Cell(level_of(levels, reading.level), said)


def _range(levels: tuple[Level, ...], reading: Reading) -> str:
    low, high = reading.level_low, reading.level_high
    if low is None or high is None:
        return 'no interval'
    return f'{low} to {high}'


def readings_of_all(record: Record, choice: Choice) -> Table:
    """Return the level of all on every reading."""
    told = by_assumed(record.total.readings[id] for id in choice.readings)
    rows = []
    for id in choice.readings:
        reading, levels = record.total.readings[id], record.levels[id]
        head = words(record.titles.of('readings', id))
        if reading.level is None:
            rows.append(Row(head, (reason(why_not(reading.state, reading.reason), 5),)))
            continue
        rows.append(
            Row(
                head,
                (
                    level_cell(levels, reading, told),
                    number(count(reading.n), [answered(reading.coverage)]),
                    Cell(_range(levels, reading), tuple(_probability(reading))),
                    Cell(level_of(levels, reading.typical) or 'not stated'),
                    Cell(level_of(levels, reading.peak) or 'not stated'),
                ),
            )
        )
    names = columns(
        'Level',
        'n',
        'Interval of the level',
        f'Typical of the {who(record)}',
        'Held by one in ten',
    )
    return Table(f'Levels of all, by reading{told}', 'Reading', names, tuple(rows))


def reasons_of_all(record: Record, choice: Choice) -> Table:
    """Return why each level of all is what it is, and what every rule says."""
    rows = []
    for id in choice.readings:
        reading = record.total.readings[id]
        if reading.level is not None:
            said = _rules(record.levels[id], reading)
            head = words(record.titles.of('readings', id))
            rows.append(Row(head, (text(reading.reason), Cell('', tuple(said)))))
    names = columns('Why', 'By each rule of the model')
    return Table('Why these levels', 'Reading', names, tuple(rows))


def answered(coverage: float | None) -> str:
    """Return the share of answers that are there."""
    return '' if coverage is None else f'{share(coverage)} answered'


def _probability(reading: Reading) -> Iterable[str]:
    if reading.probability is not None:
        yield f'probability {probability(reading.probability)}'


def _rules(levels: tuple[Level, ...], reading: Reading) -> Iterable[str]:
    for id, rule in reading.rules.items():
        stated = level_of(levels, rule.level) or why_not(rule.state, rule.reason)
        yield f'\u2018{id}\u2019: {stated}'


def distribution(record: Record, groups: Sequence[Group], id: str, corner: str) -> Table:
    """Return the share of persons on each level, with its interval, by group."""
    levels = record.levels[id]
    told = by_assumed(group.readings[id] for group in groups)
    rows = []
    for group in groups:
        reading, head = group.readings[id], group_head(record, group)
        shares = reading.distribution
        if not group.shown or all(value is None for value in shares.values()):
            why = group if not group.shown else reading
            rows.append(Row(head, (reason(why_not(why.state, why.reason), len(levels) + 2),)))
            continue
        cells = [
            number(share(shares[one.id]), [_shares_limits(reading, one.id)]) for one in levels
        ]
        rows.append(
            Row(head, (level_cell(levels, reading, told), number(count(reading.n)), *cells))
        )
    heads = tuple(words(level_of(levels, one.id)) for one in levels)
    title = record.titles.of('readings', id)
    caption = f'{title}: level{told}, and share of {who(record)} on each level'
    return Table(caption, corner, (*columns('Level', 'n'), *heads), tuple(rows))


def _shares_limits(reading: Reading, level: str) -> str:
    return share_limits(reading.distribution_low[level], reading.distribution_high[level])


def probabilities(record: Record, group: Group, id: str) -> Table:
    """Return how probable each level of a reading is, of one group."""
    reading = group.readings[id]
    rows = tuple(
        Row(
            words(level_of(record.levels[id], one.id)),
            (
                number(probability(reading.probabilities[one.id])),
                number(share(reading.distribution[one.id]), [_shares_limits(reading, one.id)]),
                Cell(one.description, (), 'words'),
            ),
        )
        for one in record.levels[id]
    )
    caption = f"{record.titles.of('readings', id)}: each level, n\u00a0= {count(reading.n)}"
    return Table(
        caption, 'Level', columns('Probability', f'Share of {who(record)}', 'Described as'), rows
    )


def levels_of_groups(
    record: Record, groups: tuple[Group, ...], ids: Iterable[str], corner: str
) -> Table:
    """Return the level of each group on several readings."""
    ids = tuple(ids)
    told = by_assumed(group.readings[id] for group in groups for id in ids)
    rows = []
    for group in groups:
        head = group_head(record, group)
        if not group.shown:
            rows.append(Row(head, (reason(why_not(group.state, group.reason), len(ids) + 1),)))
            continue
        cells = [_of_group(record, group, id, told) for id in ids]
        if len(set(cells)) == 1 and cells[0].kind == 'reason':
            cells = [reason(cells[0].text, len(ids))]
        rows.append(Row(head, (number(count(group.n)), *cells)))
    heads = tuple(words(record.titles.of('readings', id)) for id in ids)
    return Table(
        f'Levels by group{told}; below each its interval and n',
        corner,
        (*columns('n'), *heads),
        tuple(rows),
    )


def _of_group(record: Record, group: Group, id: str, told: str) -> Cell:
    reading, levels = group.readings[id], record.levels[id]
    cell = level_cell(levels, reading, told)
    if reading.level is None:
        return cell
    notes = (*cell.notes, f'{_range(levels, reading)}; n\u00a0= {count(reading.n)}')
    if reading.target is not None:
        notes += (f'target {reading.target}',)
    return Cell(cell.text, notes, cell.kind)
