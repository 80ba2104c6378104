# The measures of a group, or of a few beside each other, with intervals.
# SPDX-License-Identifier: Apache-2.0
"""The measures of a group, or of a few beside each other, with intervals."""

from __future__ import annotations

from typing import List, Mapping, Optional, Sequence, Tuple, Union

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from rung import _reading
from rung._records import Group, Measure, Record
from rung.plot import _canvas as canvas
from rung.plot import _choose as choose
from rung.plot import _palette as palette
from rung.plot import _words as words

_STEP = 0.165


def profile(
    findings: _reading.FindingsLike,
    measures: Optional[Sequence[str]] = None,
    group: Union[choose.GroupKey, Sequence[choose.GroupKey]] = None,
    *,
    ax: Optional[Axes] = None,
) -> Axes:
    """Draw measures of a group with their intervals; of up to five groups beside each other.

    `group` is a label, a mapping of columns to values, or a list of those; without it the total.
    Every measure is drawn from its lowest to its highest possible score, and its score is written
    beside it. A score without an interval is of a small group, of which no more may be shown.

    Raises ValueError for a measure or a group that is not there, and for more than five groups.
    """
    record = _reading.read(findings)
    if not record.groups:
        return canvas.blank(ax, record.title, 'There is no group in these findings.')
    ids = choose.measures(record, measures)
    keys = _as_list(group)
    if not 1 <= len(keys) <= len(palette.MARKERS):
        raise ValueError(f'a profile is of 1 to {len(palette.MARKERS)} groups, not {len(keys)}')
    rows = [choose.group(record, key) for key in keys]
    return _draw(record, ids, rows, ax)


def _draw(record: Record, ids: List[str], rows: List[Group], ax: Optional[Axes]) -> Axes:
    labels = [_label(record, id) for id in ids]
    columns = [[_score_text(record, group.measures[id]) for id in ids] for group in rows]
    room = max(
        0.55, *(canvas.text_width(cell, canvas.SMALL) + 0.15 for one in columns for cell in one)
    )
    keys = _keys(record, rows)
    several = len(rows) > 1
    below = 0.36 + (canvas.legend_room([str(key.get_label()) for key in keys], canvas.WIDTH))
    sheet = canvas.open_sheet(
        ax,
        _heading(record, ids, rows),
        left=canvas.label_room(labels),
        right=room * len(rows) + 0.1,
        height=max(canvas.row_heights(labels), _STEP * len(rows) + 0.12) * len(ids),
        above=0.22 if several else 0.0,
        below=below,
    )
    canvas.put_labels(sheet, labels)
    _put_axis(sheet.ax, len(ids))
    for place, group in enumerate(rows):
        for row, id in enumerate(ids):
            _put_score(sheet.ax, record, group.measures[id], row, place, len(rows))
        _put_scores(sheet, columns[place], place, room, several)
    canvas.put_legend(sheet, keys, 0.36, canvas.WIDTH if sheet.own else sheet.width)
    return canvas.finish(sheet)


def _as_list(group: Union[choose.GroupKey, Sequence[choose.GroupKey]]) -> List[choose.GroupKey]:
    if group is None or isinstance(group, (str, Mapping)):
        return [group]
    return list(group)


def _label(record: Record, id: str) -> str:
    title = record.titles.of('measures', id)
    if id in record.ranges:
        title += f', {words.range_text(*record.ranges[id])}'
    return words.wrap(title, 38)


def _heading(record: Record, ids: List[str], rows: List[Group]) -> canvas.Heading:
    if len(rows) > 1:
        title = record.title
    else:
        n = f', {rows[0].n} {words.people(record)}' if rows[0].n is not None else ''
        title = f'{record.title}: {rows[0].label}{n}'
    notes = []
    if all(group.measures[id].score is None for group in rows for id in ids):
        reasons = dict.fromkeys(group.reason for group in rows if group.reason)
        notes.append('No score is shown: ' + '; '.join(reasons))
    return canvas.Heading(title, notes)


def _keys(record: Record, rows: List[Group]) -> List[Line2D]:
    keys = [
        Line2D(
            [],
            [],
            color=palette.SERIES[place],
            marker=palette.MARKERS[place],
            markersize=6,
            linestyle='none',
            label=_key_text(record, group),
        )
        for place, group in enumerate(rows)
    ]
    label = f'interval, {100 * record.confidence:g} %'
    line = Line2D([], [], color=palette.MUTED, linewidth=1.4, label=label)
    return (keys if len(rows) > 1 else []) + [line]


def _key_text(record: Record, group: Group) -> str:
    """What the legend says of a group. A leading underscore would keep it out of the legend."""
    label = group.label if not group.label.startswith('_') else '\u200a' + group.label
    if group.n is None:
        return f'{label} ({words.state_word(record, group.state)})'
    return f'{label} ({group.n} {words.people(record)})'


def _put_axis(ax: Axes, count: int) -> None:
    ax.set_xlim(-0.02, 1.02)
    ax.set_xticks([0, 0.5, 1], ['lowest possible', 'middle', 'highest possible'])
    ax.tick_params(axis='x', labelsize=canvas.SMALL, pad=3)
    for x in (0, 0.25, 0.5, 0.75, 1):
        ax.axvline(x, color=palette.FAINT, linewidth=0.8, zorder=0)
    for row in range(count):
        ax.axhline(row, color=palette.FAINT, linewidth=0.6, zorder=0)


def _score_text(record: Record, one: Measure) -> str:
    low, high = record.ranges.get(one.id, (0.0, 1.0))
    return '–' if one.score is None else words.number_text(one.score, high - low)


def _put_scores(
    sheet: canvas.Sheet, cells: List[str], place: int, room: float, several: bool
) -> None:
    at = 0.12 + place * room
    for row, cell in enumerate(cells):
        sheet.ax.text(
            1,
            row,
            cell,
            color=sheet.ink,
            transform=sheet.beside(at, 0),
            fontsize=canvas.SMALL,
            va='center',
        )
    if several:
        sheet.ax.plot(
            [1],
            [1],
            transform=sheet.around(at + 0.06, 0.12),
            marker=palette.MARKERS[place],
            color=palette.SERIES[place],
            markersize=6,
            linestyle='none',
            clip_on=False,
        )


def _position(record: Record, one: Measure, value: float) -> float:
    low, high = record.ranges.get(one.id, (value, value))
    return (value - low) / (high - low) if high > low else 0.5


def _put_score(ax: Axes, record: Record, one: Measure, row: int, place: int, count: int) -> None:
    y = row + (place - (count - 1) / 2) * min(_STEP, 0.8 / count)
    if one.score is None:
        height = 0.6 if count == 1 else 0.5 / count
        word = words.state_word(record, one.state) if count == 1 else ''
        canvas.put_hatched(ax, 0, y - height / 2, 1, height, one.state, word)
        return
    colour = palette.SERIES[place]
    ends: Tuple[Optional[float], Optional[float]] = (one.interval.low, one.interval.high)
    if ends[0] is not None and ends[1] is not None:
        xs = [_position(record, one, ends[0]), _position(record, one, ends[1])]
        ax.plot(xs, [y, y], color=colour, linewidth=1.6, zorder=2)
    ax.plot(
        [_position(record, one, one.score)],
        [y],
        marker=palette.MARKERS[place],
        color=colour,
        markeredgecolor=palette.INK,
        markeredgewidth=0.5,
        markersize=6.5,
        linestyle='none',
        zorder=3,
    )
