"""Pictures of the report: drawn by `rung.plot`, each with a text and the table behind it."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Sequence

from rung._records import Record, Relation

from .svg import checked
from .tables import Picture, Table
from .wording import cut_words, who

BEHIND = 'The figures stand in the table below the picture.'
NEEDED = 'rung.report needs Jinja2 and matplotlib: pip install jinja2 matplotlib'


@dataclass(frozen=True)
class Drawing:
    """A drawing that has no table yet."""

    svg: str
    caption: str

    def over(self, *tables: Table) -> Picture:
        """Return the picture with the tables behind it."""
        return Picture(self.svg, self.caption, tables)


def draw(kind: str, record: Record, title: str, caption: str, **named: Any) -> Drawing:
    """Draw with a function of `rung.plot`, whatever the settings of matplotlib are.

    The title is for those who do not see the picture, which has one of its own.
    """
    try:
        import matplotlib
    except ImportError as error:
        raise ImportError(NEEDED) from error
    from rung import plot

    prefix = (
        'p' + hashlib.sha256(repr((kind, sorted(named.items()))).encode()).hexdigest()[:10] + '-'
    )
    with matplotlib.rc_context(), plot.detached():
        matplotlib.rcdefaults()  # a page shows nothing of who made it
        axes = getattr(plot, kind)(record, **named)
        told = f'{caption}. {BEHIND}'
        drawing = plot.to_svg(axes, title=title, description=told, prefix=prefix)
    return Drawing(checked(drawing), caption)


def ladder(record: Record, id: str, behind: Table) -> Picture:
    """Return the ladder of a reading with the probability of each level, of all."""
    title = record.titles.of('readings', id)
    return draw('ladder', record, title, 'How probable each level is', reading=id).over(behind)


def profile(record: Record, ids: Sequence[str], behind: Table) -> Picture:
    """Return the means of all with their intervals."""
    caption = 'Means with their intervals, each between its lowest and its highest possible score'
    return draw('profile', record, 'Measures of all', caption, measures=list(ids)).over(behind)


def pair(record: Record, id: str, columns: tuple[str, ...] = ()) -> Drawing | None:
    """Return both sides of a pair by group; nothing where no group shows both."""
    if all(group.pairs[id].gap is None for group in record.groups_by(columns)):
        return None
    title = record.titles.of('pairs', id) + _by(columns)
    return draw(
        'said_done', record, title, 'Both sides and the gap between them', pair=id, by=columns
    )


def distribution(record: Record, id: str, columns: tuple[str, ...], behind: Table) -> Picture:
    """Return the share of persons on each level, by group."""
    title = record.titles.of('readings', id) + _by(columns)
    caption = f'Share of {who(record)} on each level; what is hidden is hatched'
    return draw('levels', record, title, caption, reading=id, by=columns).over(behind)


def heatmap(
    record: Record, ids: Sequence[str], columns: tuple[str, ...], behind: Sequence[Table]
) -> Picture:
    """Return the means of groups as a heat map, hidden ones hatched."""
    caption = 'Means of the groups; what is hidden is hatched'
    title = 'Measures' + _by(columns)
    return draw('heatmap', record, title, caption, measures=list(ids), by=columns).over(*behind)


def relation(record: Record, relation: Relation, over: str, behind: Table) -> Picture:
    """Return two readings beside each other, over units or over persons."""
    title = record.titles.of('relations', relation.id)
    caption = f'How many {over} stand on each pair of levels'
    return draw('relation', record, title, caption, relation=relation.id, over=over).over(behind)


def _by(columns: tuple[str, ...]) -> str:
    return f' by {cut_words(columns)}' if columns else ''
