# What is said beside what is done, group by group: dumbbells with intervals.
# SPDX-License-Identifier: Apache-2.0
"""What is said beside what is done, group by group: dumbbells with intervals."""

from __future__ import annotations

from typing import List, Optional, Tuple

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from rung import _reading
from rung._records import Group, Interval, Pair, Record
from rung.plot import _canvas as canvas
from rung.plot import _choose as choose
from rung.plot import _palette as palette
from rung.plot import _words as words

_MARKERS = ('o', 's')
_APART = 0.21
_GAP = 'gap, and its interval'


def said_done(
    findings: _reading.FindingsLike,
    pair: Optional[str] = None,
    by: choose.By = None,
    *,
    ax: Optional[Axes] = None,
) -> Axes:
    """Draw the two means of a pair and their intervals, a row for each group, the gap beside it.

    Views from inside and outside are drawn alike. Without `pair` the only one is drawn.
    A mean without an interval is of a small group, of which no more may be shown.

    Raises ValueError for a pair or a cut that is not there.
    """
    record = _reading.read(findings)
    if not record.groups:
        return canvas.blank(ax, record.title, 'There is no group in these findings.')
    id = choose.pair(record, pair)
    rows, too_many = choose.groups(record, by)
    return _draw(record, id, rows, too_many, ax)


def _draw(record: Record, id: str, rows: List[Group], too_many: str, ax: Optional[Axes]) -> Axes:
    labels = [words.group_label(record, group, 30) for group in rows]
    pairs = [group.pairs[id] for group in rows]
    low, high = _range(record, id, pairs)
    keys = _keys(pairs[0], record.confidence)
    gaps = [_gap_text(one, high - low) for one in pairs]
    right = 0.70 + max(canvas.text_width(one, canvas.SMALL) for one in [*gaps, _GAP])
    sheet = canvas.open_sheet(
        ax,
        _heading(record, id, rows, too_many),
        left=canvas.label_room(labels),
        right=right,
        height=canvas.row_heights(labels) * len(rows),
        above=0.22,
        below=0.52 + canvas.legend_room([str(key.get_label()) for key in keys], canvas.WIDTH),
    )
    canvas.put_labels(sheet, labels)
    sheet.ax.set_xlim(low - 0.02 * (high - low), high + 0.02 * (high - low))
    _put_axis(sheet.ax, record, id)
    for row, group in enumerate(rows):
        _put_pair(sheet.ax, record, group, id, row)
    canvas.put_column(sheet, words.people(record), [words.n_text(group) for group in rows], 0.10)
    canvas.put_column(sheet, _GAP, gaps, 0.70)
    canvas.put_legend(sheet, keys, 0.52, canvas.WIDTH if sheet.own else sheet.width)
    return canvas.finish(sheet)


def _heading(record: Record, id: str, rows: List[Group], too_many: str) -> canvas.Heading:
    notes = [f'The gap is {rows[0].pairs[id].second_side} minus {rows[0].pairs[id].first_side}']
    if all(group.pairs[id].first is None for group in rows):
        reasons = dict.fromkeys(group.pairs[id].reason or group.reason for group in rows)
        notes.append('No group is shown: ' + '; '.join(one for one in reasons if one))
    return canvas.Heading(record.titles.of('pairs', id), notes + [too_many])


def _range(record: Record, id: str, pairs: List[Pair]) -> Tuple[float, float]:
    ranges = [
        record.ranges[one] for one in record.pair_measures.get(id, ()) if one in record.ranges
    ]
    if ranges:
        return min(low for low, _ in ranges), max(high for _, high in ranges)
    there = [x for one in pairs for x in (one.first, one.second) if x is not None]
    return (min(there), max(there) + 1e-9) if there else (0.0, 1.0)


def _put_axis(ax: Axes, record: Record, id: str) -> None:
    ax.grid(axis='x', color=palette.FAINT, linewidth=0.8)
    ax.set_axisbelow(True)
    ax.tick_params(axis='x', labelsize=canvas.SMALL, pad=3)
    ax.set_xlabel('mean score', fontsize=canvas.SMALL, labelpad=2)


def _keys(one: Pair, confidence: float) -> List[Line2D]:
    sides = (one.first_side, one.second_side)
    keys = [
        Line2D([], [], color=colour, marker=marker, linestyle='none', markersize=6, label=side)
        for side, colour, marker in zip(sides, palette.SIDES, _MARKERS)
    ]
    label = f'interval, {100 * confidence:g} %'
    return keys + [Line2D([], [], color=palette.MUTED, linewidth=1.4, label=label)]


def _gap_text(one: Pair, width: float) -> str:
    if one.gap is None:
        return '–'
    gap = words.number_text(one.gap, width)
    if one.gap > 0 and gap != '0':
        gap = '+' + gap
    if one.interval.low is None or one.interval.high is None:
        return gap
    low, high = (words.number_text(end, width) for end in (one.interval.low, one.interval.high))
    return f'{gap} ({low} to {high})'


def _interval(record: Record, group: Group, id: str, side: int, mean: float) -> Optional[Interval]:
    """The interval of the measure that a side is, where the pair rests on the same people."""
    if id not in record.pair_measures:
        return None
    measure = group.measures.get(record.pair_measures[id][side])
    if measure is None or measure.score is None or abs(measure.score - mean) > 1e-9:
        return None
    return measure.interval


def _put_pair(ax: Axes, record: Record, group: Group, id: str, row: int) -> None:
    one = group.pairs[id]
    if one.first is None or one.second is None:
        low, high = ax.get_xlim()
        word = words.state_word(record, one.state)
        canvas.put_hatched(ax, low, row - 0.34, high - low, 0.68, one.state, word)
        return
    ax.plot([one.first, one.second], [row, row], color=palette.LINE, linewidth=2.4, zorder=2)
    for side, mean in enumerate((one.first, one.second)):
        colour, y = palette.SIDES[side], row + (-_APART, _APART)[side]
        ends = _interval(record, group, id, side, mean)
        if ends is not None and ends.low is not None and ends.high is not None:
            ax.plot([ends.low, ends.high], [y, y], color=colour, linewidth=1.4, zorder=2.5)
        ax.plot(
            [mean],
            [row],
            marker=_MARKERS[side],
            color=colour,
            markeredgecolor=palette.INK,
            markeredgewidth=0.6,
            markersize=6.5,
            linestyle='none',
            zorder=3,
        )
