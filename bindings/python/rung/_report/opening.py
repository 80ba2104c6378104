"""How the report opens: what is not measured, what is hidden, where the whole stands."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections import Counter

from rung._records import Group, Record

from .choice import Choice
from .numbers import count, share
from .sentences import limits_of_use
from .tables import Cell, Row, Section, Table, columns, text, words
from .wording import cut_words, group_words, headline, level_of, who, why_not

ABSENT_WORDS = {
    'not_asked': 'not asked',
    'skipped': 'skipped',
    'not_applicable': 'not applicable',
    'dont_know': '\u201cdon\u2019t know\u201d',
    'invalid': 'not an answer of the scale',
}


def not_measured(record: Record) -> Section:
    """Return what the model does not measure, and which answers are missing."""
    sentences = []
    if not record.unmeasured:
        sentences.append('The model declares nothing as unmeasured.')
    sentences.append('No interval knows of those who did not answer.')
    missing = _missing(record.total)
    if missing:
        sentences.append(f'Missing answers of all, never read as neutral: {missing}.')
    unasked = [
        id
        for id, item in record.total.items.items()
        if item.get('state') == 'not_collected' and id not in record.unmeasured
    ]
    if unasked:
        total = len(record.total.items)
        sentences.append(
            f'{len(unasked)} of the {total} questions of the model were not asked here.'
        )
    return Section(
        'not-measured',
        'What is not measured',
        sentences=tuple(sentences),
        tables=tuple(table for table in (_unmeasured(record), _beliefs(record)) if table.rows),
    )


def _missing(total: Group) -> str:
    counts: Counter[str] = Counter()
    for item in total.items.values():
        for kind, number in item.get('absent', {}).items():
            counts[kind] += number or 0
    return ', '.join(
        f'{count(counts[kind])} {said}' for kind, said in ABSENT_WORDS.items() if counts[kind]
    )


def _unmeasured(record: Record) -> Table:
    rows = tuple(
        Row(words(record.titles.of('items', item)), (words(why),))
        for item, why in record.unmeasured.items()
    )
    return Table('Declared as not measured', 'What', columns('Why'), rows)


def _beliefs(record: Record) -> Table:
    rows = tuple(
        Row(
            words(one['text']),
            (
                words(one['reason']),
                words(one['owner'] or 'nobody named'),
                Cell(one['review'] or 'no day named'),
            ),
        )
        for one in record.raw.get('beliefs', ())
    )
    names = columns('Why it is not measured', 'Who answers for it', 'Looked at again')
    return Table('Decided without a measurement, listed and never scored', 'What', names, rows)


def hidden(record: Record, choice: Choice) -> Section:
    """Return which groups are hidden, and why."""
    sentences = [
        f'Groups of fewer than {record.least_n} {who(record)} are hidden. Of fewer than '
        f'{record.least_n_spread} only means rounded to 0.1 are shown.',
    ]
    if record.disclosure_note:
        sentences.append(record.disclosure_note)
    rows = tuple(
        Row(Cell(cut_words(cut), kind='label'), _counts(record.groups_by(cut)))
        for cut in choice.cuts
    )
    if not record.total.shown:
        sentences.insert(
            0, f'All of it is hidden: {why_not(record.total.state, record.total.reason)}.'
        )
    names = columns('How many are hidden, and why')
    tables = (Table('What is hidden of groups', 'Groups by', names, rows),) if rows else ()
    return Section('hidden', 'What is hidden, and why', sentences=tuple(sentences), tables=tables)


def _counts(groups: tuple[Group, ...]) -> tuple[Cell, ...]:
    out = [group for group in groups if not group.shown]
    means = [group for group in groups if group.shown and group.reason]
    said = f"{count(len(out)) if out else 'none'} of {count(len(groups))} hidden"
    if means:
        said += f', {count(len(means))} with rounded means only'
    times = Counter(why_not(group.state, group.reason) for group in (*out, *means))
    return (text(said, [f'{count(number)}: {why}' for why, number in times.items()]),)


def where_the_whole_stands(record: Record, choice: Choice) -> Section:
    """Return the headline: the level of all, and whether it rests on assumed cuts."""
    total = record.total
    leads = [
        (record.titles.of('readings', id), id) for id in choice.leads if id in total.readings
    ]
    sentences = [_who(record)]
    for title, id in leads:
        told = _on_the_lead(record, id)
        sentences += told if len(leads) == 1 else [' '.join([f'{title}:', *told])]
    return Section(
        'headline',
        'Conditions only: this model reads no level',
        told=tuple((title, headline(record, id, total.readings[id])) for title, id in leads),
        sentences=tuple(sentences),
        items=record.warnings,
    )


def _who(record: Record) -> str:
    total = record.total
    if total.n is None:
        return f'How many there are is not shown: {why_not(total.state, total.reason)}.'
    asked = '' if total.invited is None else f' of {count(total.invited)} invited'
    rate = '' if total.response is None else f' ({share(total.response)})'
    weighted = ', weighted' if record.weighted else ''
    waves = f'; {record.waves} waves, figures of the last' if record.waves > 1 else ''
    answered = 'answered' if who(record) == 'persons' else who(record)
    return f'{count(total.n)} {answered}{asked}{rate}{weighted}{waves}.'


def _on_the_lead(record: Record, id: str) -> list[str]:
    reading = record.total.readings[id]
    levels = record.levels[id]
    out = []
    if reading.n is not None:
        rests = f'It rests on n\u00a0= {count(reading.n)}'
        if reading.coverage is not None:
            rests += f', with {share(reading.coverage)} of the answers it asks for'
        out.append(f'{rests}.')
    if reading.level_low is not None and reading.level_high is not None:
        low, high = level_of(levels, reading.level_low), level_of(levels, reading.level_high)
        ends, where = ('both', low) if low == high else ('the', f'{low} and {high}')
        interval = f'{share(record.confidence)} interval'
        out.append(f'At {ends} ends of the {interval} the level is {where}.')
    if reading.reason and reading.level is not None:
        out.append(f'Why: {reading.reason}.')
    if reading.rules_agree is False:
        out.append('The rules of the model do not agree on the level.')
    return out


def limits(record: Record) -> Section:
    """Return what the report does not show and what it is not for."""
    return Section(
        'limits',
        'What this report does not show, and what it is not for',
        items=limits_of_use(record),
    )
