"""Tables of measures, of pairs, of flags and of questions."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterable, Mapping, Sequence

from rung._records import Group, Measure, Pair, Record

from .level_tables import answered, group_head
from .numbers import chance, count, limits, score, share, share_limits, signed
from .tables import Cell, Row, Table, columns, number, reason, words
from .wording import mean_words, why_not


def measures_of_all(record: Record, ids: Iterable[str]) -> Table:
    """Return every measure of all: mean, interval, n, spread, reliability and agreement."""
    rows = []
    for id in ids:
        measure, head = record.total.measures[id], _title(record, id)
        if measure.score is None:
            rows.append(Row(head, (reason(why_not(measure.state, measure.reason), 5),)))
            continue
        mean, between = mean_words(measure)
        rows.append(
            Row(
                head,
                (
                    number(mean, [between, *_remarks(measure)]),
                    number(count(measure.n), [answered(measure.coverage)]),
                    number(score(measure.sd)),
                    _statistic(measure.raw['reliability'], 'alpha'),
                    _statistic(measure.raw['agreement'], 'even'),
                ),
            )
        )
    names = columns(
        'Mean and interval', 'n', 'Standard deviation', 'Reliability (alpha)', 'Agreement'
    )
    return Table('Measures of all', 'Measure', names, tuple(rows))


def _title(record: Record, id: str) -> Cell:
    between = record.ranges.get(id)
    notes = () if between is None else (f'from {between[0]:g} to {between[1]:g}',)
    return words(record.titles.of('measures', id), notes)


def _remarks(measure: Measure) -> Iterable[str]:
    if 'ipsative' in measure.marks:
        yield 'compares within a row only'


def _statistic(data: Mapping[str, Any], figure: str) -> Cell:
    if data.get(figure) is None:
        return reason(why_not(data['state'], data['reason']))
    return number(score(data[figure]), [limits(data['low'], data['high'])])


def measures_of_groups(
    record: Record, groups: Sequence[Group], ids: Sequence[str], corner: str
) -> Table:
    """Return several measures of each group: mean, interval and n."""
    rows = []
    for group in groups:
        head = group_head(record, group)
        if not group.shown:
            rows.append(Row(head, (reason(why_not(group.state, group.reason), len(ids)),)))
        else:
            rows.append(Row(head, tuple(_of_group(group, group.measures[id]) for id in ids)))
    heads = tuple(_title(record, id) for id in ids)
    return Table('Measures by group: mean, interval and n', corner, heads, tuple(rows))


def _of_group(group: Group, measure: Measure) -> Cell:
    mean, between = mean_words(measure)
    if measure.score is None:
        return reason(mean)
    if measure.interval.low is None and measure.reason and measure.reason == group.reason:
        between = 'rounded mean only'  # the hidden section says why
    return number(mean, [between, f'n\u00a0= {count(measure.n)}'])


def pairs_of_groups(record: Record, groups: Iterable[Group], id: str, corner: str) -> Table:
    """Return both sides of a pair and the gap between them, by group."""
    rows = []
    for group in groups:
        pair, head = group.pairs[id], group_head(record, group)
        if not group.shown or pair.gap is None:
            why = group if not group.shown else pair
            rows.append(Row(head, (reason(why_not(why.state, why.reason), 4),)))
        else:
            rows.append(Row(head, _sides(pair)))
    first, second = sides(record, id)
    names = columns(first, second, 'Gap and interval', 'n')
    return Table(
        f"{record.titles.of('pairs', id)}: both sides and the gap", corner, names, tuple(rows)
    )


def sides(record: Record, id: str) -> tuple[str, str]:
    """Return what the two sides of a pair are called."""
    pair = record.total.pairs[id]
    return pair.first_side.capitalize(), pair.second_side.capitalize()


def _sides(pair: Pair) -> tuple[Cell, ...]:
    digits = 1 if pair.interval.state == 'too_few' else 2
    between = limits(pair.interval.low, pair.interval.high)
    if not between:
        between = f'no interval: {why_not(pair.interval.state, pair.interval.reason)}'
    notable = 'notable' if pair.notable else ''
    gap = signed(pair.gap) if digits == 2 else score(pair.gap, 1)
    return (
        number(score(pair.first, digits)),
        number(score(pair.second, digits)),
        number(gap, [between, notable]),
        number(count(pair.n)),
    )


def flags(record: Record, groups: Iterable[Group], corner: str) -> Table:
    """Return the remarks that are raised, by group; a group without any has no row."""
    rows = []
    for group in groups:
        raised = [
            record.titles.of('flags', id) for id, flag in group.flags.items() if flag.raised
        ]
        if raised and group.shown:
            cells = (number(count(group.n)), Cell('', tuple(raised), 'words'))
            rows.append(Row(group_head(record, group), cells))
    return Table('Remarks of the model that apply', corner, columns('n', 'Remark'), tuple(rows))


@dataclass(frozen=True)
class Comparison:
    """What a group is compared with: its key in the findings, and how it is spoken of."""

    key: str
    heading: str
    caption: str
    other: str


REST = Comparison(
    'rest', 'Notable differences', 'From the unit above, or from all others', 'the others'
)
BEFORE = Comparison(
    'before',
    'Notable changes since the wave before',
    'Against the wave before',
    'the wave before',
)


def comparisons(groups: Iterable[Group], ids: Sequence[str], kind: Comparison) -> int:
    """Return how many comparisons of a kind are shown."""
    found = (group.measures[id].raw.get(kind.key) for group in groups for id in ids)
    return sum(one is not None and one['notable'] is not None for one in found)


def differences(
    record: Record, groups: Iterable[Group], ids: Sequence[str], corner: str, kind: Comparison
) -> Table:
    """Return what differs notably, chance reckoned with."""
    rows = [
        Row(group_head(record, group), _compared(record, group.measures[id], kind))
        for group in groups
        for id in ids
        if (group.measures[id].raw.get(kind.key) or {}).get('notable')
    ]
    heads = ('Measure', 'Mean', f'Mean of {kind.other}', 'Difference and interval', 'Adjusted p')
    return Table(kind.caption, corner, columns(*heads), tuple(rows))


def _compared(record: Record, measure: Measure, kind: Comparison) -> tuple[Cell, ...]:
    other = measure.raw[kind.key]
    return (
        _title(record, measure.id),
        number(score(measure.score), [f'n\u00a0= {count(measure.n)}']),
        number(score(other['other']), [f"n\u00a0= {count(other['other_n'])}"]),
        number(signed(other['difference']), [limits(other['low'], other['high'])]),
        number(chance(other['p_adjusted'])),
    )


def questions(record: Record) -> Table:
    """Return every question of all: mean, shares of favourable answers, n."""
    rows = []
    for id, item in record.total.items.items():
        head = words(record.titles.of('items', id))
        if item['score'] is None and item['favourable'] is None:
            rows.append(Row(head, (reason(why_not(item['state'], item['reason']), 5),)))
            continue
        between = limits(item['interval']['low'], item['interval']['high'])
        rows.append(
            Row(
                head,
                (
                    number(score(item['score']), [between]),
                    *_parts(item),
                    number(count(item['n']), [answered(item['coverage'])]),
                ),
            )
        )
    names = columns('Mean and interval', 'Favourable', 'Neutral', 'Unfavourable', 'n')
    return Table('Questions, of all', 'Question', names, tuple(rows))


def _parts(item: Mapping[str, Any]) -> tuple[Cell, ...]:
    kinds = ('favourable', 'neutral', 'unfavourable')
    if all(item[kind] is None for kind in kinds):
        return (reason('the scale does not say which answers are favourable', 3),)
    return tuple(
        number(share(item[kind]), [share_limits(item[f'{kind}_low'], item[f'{kind}_high'])])
        for kind in kinds
    )
