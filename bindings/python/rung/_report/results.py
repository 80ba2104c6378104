"""The results of the report: the whole, then each cut, then readings beside each other."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from rung._records import Group, Record, Relation, RelationTable

from . import level_tables, measure_tables, pictures
from .choice import Choice
from .measure_tables import BEFORE, REST, Comparison
from .numbers import count, limits, score, share
from .tables import Cell, Part, Row, Section, Table, chunks, columns, number, words
from .wording import MARKS_EXPLAINED, cut_words, level_of, why_not

#: More columns of figures than this do not fit on a page of paper.
COLUMNS_MOST = 6
#: A longer list is folded.
UNFOLDED_MOST = 12


def whole(record: Record, choice: Choice) -> Section:
    """Return what is found of all together."""
    total = record.total
    if not total.shown:
        why = f'Nothing of it is shown: {why_not(total.state, total.reason)}.'
        return Section('all', 'All together', sentences=(why,))
    parts = [_levels_of_all(record, choice), _measures_of_all(record, choice)]
    parts += [
        _pair((total,), record, id, 'Group', pictures.pair(record, id)) for id in choice.pairs
    ]
    parts.append(_differences(record, choice, (total,), 'Group', BEFORE))
    parts.append(_remarks(record, (total,), 'Group'))
    parts.append(Part('Questions', folded=(measure_tables.questions(record),)))
    return Section('all', 'All together', parts=tuple(part for part in parts if _holds(part)))


def _holds(part: Part) -> bool:
    return any(table.rows for table in (*part.tables, *part.folded)) or bool(part.pictures)


def _levels_of_all(record: Record, choice: Choice) -> Part:
    drawn = []
    for id in choice.leads:
        reading = record.total.readings[id]
        if any(value is not None for value in reading.probabilities.values()):
            behind = level_tables.probabilities(record, record.total, id)
            drawn.append(pictures.ladder(record, id, behind))
    tables = level_tables.readings_of_all(record, choice), level_tables.reasons_of_all(
        record, choice
    )
    return Part('Levels', pictures=tuple(drawn), tables=tuple(one for one in tables if one.rows))


def _measures_of_all(record: Record, choice: Choice) -> Part:
    if not choice.measures:
        return Part('Measures')
    sentence = (
        'The interval says between which limits the mean of all who might have answered lies, at '
        f'{share(record.confidence)} confidence; it knows of chance alone.'
    )
    if record.levels:
        sentence = f'A mean of levels is a convention. {sentence}'
    table = measure_tables.measures_of_all(record, choice.measures)
    return Part('Measures', (sentence,), (pictures.profile(record, choice.measures, table),))


def _pair(
    groups: tuple[Group, ...],
    record: Record,
    id: str,
    corner: str,
    drawn: pictures.Drawing | None,
) -> Part:
    table = measure_tables.pairs_of_groups(record, groups, id, corner)
    if drawn is None:
        return Part(record.titles.of('pairs', id), tables=(table,))
    return Part(record.titles.of('pairs', id), pictures=(drawn.over(table),))


def _remarks(record: Record, groups: tuple[Group, ...], corner: str) -> Part:
    return Part('Remarks', tables=(measure_tables.flags(record, groups, corner),))


def cut(record: Record, choice: Choice, place: int) -> Section:
    """Return what is found of the groups of one cut."""
    names = choice.cuts[place]
    groups, corner = record.groups_by(names), cut_words(names)
    anchor = f'by-{place + 1}'
    if not any(group.shown for group in groups):
        why = 'Every group of this cut is hidden; the reasons stand above, under what is hidden.'
        return Section(anchor, 'By', corner, sentences=(why,))
    parts = [*_levels(record, choice, groups, corner), _measures(record, choice, groups, corner)]
    parts += [
        _pair(groups, record, id, corner, pictures.pair(record, id, names)) for id in choice.pairs
    ]
    parts += [_differences(record, choice, groups, corner, kind) for kind in (REST, BEFORE)]
    parts.append(_remarks(record, groups, corner))
    sentence = (
        'Groups stand in the order of the tree or of their names, never of their figures: the '
        'first and the last of many are mostly so by chance.'
    )
    return Section(
        anchor,
        'By',
        corner,
        sentences=(sentence,),
        parts=tuple(part for part in parts if _holds(part)),
    )


def _levels(record: Record, choice: Choice, groups: tuple[Group, ...], corner: str) -> list[Part]:
    out = []
    for id in choice.leads:
        table = level_tables.distribution(record, groups, id, corner)
        drawn = pictures.distribution(record, id, groups[0].columns, table)
        out.append(Part(record.titles.of('readings', id), pictures=(drawn,)))
    others = [id for id in choice.readings if id not in choice.leads]
    tables = tuple(
        level_tables.levels_of_groups(record, groups, run, corner)
        for run in chunks(others, level_tables.READINGS_MOST)
        if run
    )
    return [*out, Part('Other readings', tables=tables)]


def _measures(record: Record, choice: Choice, groups: tuple[Group, ...], corner: str) -> Part:
    if not choice.measures:
        return Part('Measures')
    runs = chunks(choice.measures, COLUMNS_MOST)
    tables = [measure_tables.measures_of_groups(record, groups, run, corner) for run in runs]
    drawn = pictures.heatmap(record, choice.measures, groups[0].columns, tables)
    return Part('Measures', pictures=(drawn,))


def _differences(
    record: Record, choice: Choice, groups: tuple[Group, ...], corner: str, kind: Comparison
) -> Part:
    method = str(record.raw.get('lists', {}).get('method', ''))
    table = measure_tables.differences(record, groups, choice.measures, corner, kind)
    tried = measure_tables.comparisons(groups, choice.measures, kind)
    sentences = [f'{len(table.rows)} of {tried} comparisons that may be shown are notable.']
    sentences += [f'How that is controlled: {method}.'] if method else []
    if len(table.rows) > UNFOLDED_MOST:
        return Part(kind.heading, tuple(sentences), folded=(table,))
    return Part(kind.heading, tuple(sentences), tables=(table,))


def relations(record: Record) -> Section:
    """Return readings put beside each other."""
    parts = tuple(_relation(record, one) for one in record.relations)
    return Section('relations', 'Readings beside each other', parts=parts)


def _relation(record: Record, relation: Relation) -> Part:
    sentences = [
        _association(table, who)
        for table, who in ((relation.units, 'units'), (relation.persons, 'persons'))
    ]
    drawn = tuple(
        pictures.relation(record, relation, who, _crossed(record, relation, table, who))
        for table, who in ((relation.units, 'units'), (relation.persons, 'persons'))
        if table.n is not None
    )
    return Part(record.titles.of('relations', relation.id), tuple(sentences), drawn)


def _association(table: RelationTable, who: str) -> str:
    if table.n is None:
        return f'Of {who}: {why_not(table.state, table.reason)}.'
    text = f'n\u00a0= {count(table.n)} {who}'
    if table.association is not None:
        between = limits(table.low, table.high)
        text += f'; association (Kendall\u2019s tau-b) {score(table.association)}'
        text += f', interval {between}' if between else ', no interval'
    if table.on_diagonal is not None:
        text += f'; {share(table.on_diagonal)} on levels that belong together'
    why = table.reason
    return f'{text}. {why[:1].upper()}{why[1:]}.' if why else f'{text}.'


def _crossed(record: Record, relation: Relation, table: RelationTable, who: str) -> Table:
    first, second = relation.of
    across = list(dict.fromkeys(cell.second for cell in table.cells))
    down = list(dict.fromkeys(cell.first for cell in table.cells))
    at = {(cell.first, cell.second): cell for cell in table.cells}

    def cell(row: str, column: str) -> Cell:
        one = at[row, column]
        return number(count(one.count), ['belong together'] if one.diagonal else [])

    rows = tuple(
        Row(words(level_of(record.levels[first], row)), tuple(cell(row, one) for one in across))
        for row in down
    )
    title = record.titles.of
    caption = (
        f"Number of {who}: {title('readings', first)} down, {title('readings', second)} across"
    )
    heads = tuple(words(level_of(record.levels[second], one)) for one in across)
    return Table(caption, title('readings', first), heads, rows)


def method(record: Record) -> Section:
    """Return how the figures were made, and what the words mean."""
    model = record.raw['model']
    rows = [
        ('Model', f"{record.title} ({record.model_id} {model.get('version', '')})"),
        ('SHA-256 of its arithmetic', str(model.get('digest', ''))),
        ('Library', f"rung {record.raw.get('library', '')}"),
        ('Rows', count(record.rows)),
        ('Waves', count(record.waves)),
        ('Weights', 'weighted' if record.weighted else 'every row counts the same'),
        ('Confidence of every interval', share(record.confidence)),
    ]
    table = Table(
        'What the figures rest on',
        'What',
        columns('Which'),
        tuple(Row(Cell(name), (words(text),)) for name, text in rows),
    )
    tables = (table, _glossary()) if record.levels else (table,)
    return Section('method', 'How the figures were made', tables=tables)


def _glossary() -> Table:
    rows = tuple(Row(Cell(word), (Cell(text),)) for word, text in MARKS_EXPLAINED.items())
    return Table('What is said beside a level', 'Words', columns('Meaning'), rows)
