# Groups by measures: a table of scores, shaded.
# SPDX-License-Identifier: Apache-2.0
"""Groups by measures: a table of scores, shaded."""

from __future__ import annotations

from typing import List, Optional, Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from rung import _reading
from rung._records import Group, Measure, Record
from rung.plot import _canvas as canvas
from rung.plot import _choose as choose
from rung.plot import _palette as palette
from rung.plot import _words as words

_N_ROOM = 0.45
_COLUMN_LEAST, _COLUMN_MOST = 0.46, 0.95


def heatmap(
    findings: _reading.FindingsLike,
    by: choose.By = None,
    measures: Optional[Sequence[str]] = None,
    *,
    ax: Optional[Axes] = None,
) -> Axes:
    """Draw the scores of groups on measures as a shaded table, n beside each group.

    The shade goes from the lowest to the highest score that a measure can have, not from the worst
    to the best group. Scores that are hidden, or that there are not, are hatched.

    Raises ValueError for a cut or a measure that is not there.
    """
    record = _reading.read(findings)
    rows, too_many = choose.groups(record, by)
    ids = choose.measures(record, measures)
    if not rows or not ids:
        return canvas.blank(ax, record.title, 'There is no group and measure in these findings.')
    return _draw(record, rows, ids, too_many, ax)


def _draw(
    record: Record, rows: List[Group], ids: List[str], too_many: str, ax: Optional[Axes]
) -> Axes:
    labels = [words.group_label(record, group, 30) for group in rows]
    left = canvas.label_room(labels) + _N_ROOM
    column = (canvas.WIDTH - 0.24 - left) / len(ids)
    column = min(max(column, _COLUMN_LEAST), _COLUMN_MOST)
    heads = [_head(record, id, column) for id in ids]
    upright = _is_upright(heads, column)
    if upright:
        heads = [_upright_head(record, id, column) for id in ids]
    keys = _keys(record, rows, ids)
    room = max(left + column * len(ids), 4.6)
    sheet = canvas.open_sheet(
        ax,
        _heading(record, rows, ids, too_many),
        left=left,
        right=room - left - column * len(ids),
        height=canvas.row_heights(labels) * len(rows),
        above=_head_room(heads, upright),
        below=0.10 + canvas.legend_room([str(key.get_label()) for key in keys], room),
        width=room + 0.24,
    )
    sheet.ax.set_xlim(0, len(ids))
    canvas.put_labels(sheet, labels)
    if not sheet.own:
        sheet.ax.tick_params(axis='y', pad=72 * _N_ROOM)
    _put_n(sheet, record, rows)
    _put_heads(sheet, heads, upright)
    for row, group in enumerate(rows):
        _put_row(sheet.ax, record, group, ids, row)
    canvas.put_legend(sheet, keys, 0.10, room if sheet.own else sheet.width)
    return canvas.finish(sheet)


def _heading(record: Record, rows: List[Group], ids: List[str], too_many: str) -> canvas.Heading:
    notes = ['Mean score; the range of the measure stands under its name', too_many]
    shown = any(group.measures[id].score is not None for group in rows for id in ids)
    if not shown:
        reasons = dict.fromkeys(group.reason or group.measures[ids[0]].reason for group in rows)
        notes.append('No score is shown: ' + '; '.join(reason for reason in reasons if reason))
    return canvas.Heading(record.title, notes)


def _range_text(record: Record, id: str) -> str:
    if id not in record.ranges:
        return ''
    return '\n' + words.range_text(*record.ranges[id])


def _head(record: Record, id: str, column: float) -> str:
    title = record.titles.of('measures', id)
    return words.wrap(title, int(column * 13)) + _range_text(record, id)


def _upright_head(record: Record, id: str, column: float) -> str:
    title = record.titles.of('measures', id)
    characters = 26 if column < 0.6 else 22
    return words.wrap(title, characters) + _range_text(record, id)


def _is_upright(heads: Sequence[str], column: float) -> bool:
    widest = max(canvas.text_width(head, canvas.SMALL) for head in heads)
    return widest > column - 0.04 or max(words.lines(head) for head in heads) > 5


def _head_room(heads: Sequence[str], upright: bool) -> float:
    if upright:
        return max(canvas.text_width(head, canvas.SMALL) for head in heads) + 0.14
    return max(words.lines(head) for head in heads) * 0.135 + 0.10


def _put_heads(sheet: canvas.Sheet, heads: Sequence[str], upright: bool) -> None:
    sheet.ax.set_xticks([])
    for place, head in enumerate(heads):
        sheet.ax.text(
            place + 0.5,
            1,
            head,
            color=sheet.ink,
            transform=sheet.ax.get_xaxis_transform() + sheet.inches(0, 0.06),
            fontsize=canvas.SMALL,
            rotation=90 if upright else 0,
            ha='center',
            va='bottom',
            linespacing=1.15,
            multialignment='left' if upright else 'center',
        )


def _put_n(sheet: canvas.Sheet, record: Record, rows: List[Group]) -> None:
    for row, group in enumerate(rows):
        sheet.ax.text(
            0,
            row,
            words.n_text(group),
            color=sheet.ink,
            transform=sheet.beside(-0.08, 0),
            fontsize=canvas.SMALL,
            ha='right',
            va='center',
        )
    sheet.ax.text(
        0,
        1,
        words.people(record),
        transform=sheet.around(-0.08, 0.06),
        fontsize=canvas.SMALL,
        color=sheet.muted,
        ha='right',
        va='bottom',
    )


def _keys(record: Record, rows: List[Group], ids: List[str]) -> List[Patch]:
    places = ((0.0, 'the lowest score there can be'), (0.5, 'the middle'), (1.0, 'the highest'))
    keys = [
        Patch(facecolor=palette.ramp(place), edgecolor=palette.LINE, linewidth=0.6, label=label)
        for place, label in places
    ]
    states = dict.fromkeys(
        group.measures[id].state for group in rows for id in ids if group.measures[id].score is None
    )
    return keys + [canvas.hatched_key(one, words.state_word(record, one)) for one in states]


def _put_row(ax: Axes, record: Record, group: Group, ids: List[str], row: int) -> None:
    scores = [group.measures[id] for id in ids]
    if len({one.state for one in scores}) == 1 and all(one.score is None for one in scores):
        state = scores[0].state
        word = words.state_word(record, state)
        canvas.put_hatched(ax, 0.03, row - 0.45, len(ids) - 0.06, 0.9, state, word)
        return
    for place, one in enumerate(scores):
        if one.score is None:
            canvas.put_hatched(ax, place + 0.03, row - 0.45, 0.94, 0.9, one.state)
        else:
            _put_cell(ax, record, one, place, row)


def _put_cell(ax: Axes, record: Record, one: Measure, place: int, row: int) -> None:
    assert one.score is not None
    low, high = record.ranges.get(one.id, (one.score, one.score))
    width = high - low
    colour = palette.ramp((one.score - low) / width if width > 0 else 0.5)
    box = Rectangle(
        (place + 0.03, row - 0.45),
        0.94,
        0.9,
        facecolor=colour,
        edgecolor=palette.LINE,
        linewidth=0.4,
    )
    ax.add_patch(box)
    ax.text(
        place + 0.5,
        row,
        words.number_text(one.score, width),
        fontsize=canvas.LABEL,
        color=palette.ink_on(colour),
        ha='center',
        va='center',
    )
