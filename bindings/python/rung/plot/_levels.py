# How people are spread over the levels, group by group: stacked bars.
# SPDX-License-Identifier: Apache-2.0
"""How people are spread over the levels, group by group: stacked bars."""

from __future__ import annotations

from typing import List, Optional, Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Patch

from rung import _reading
from rung._records import Group, Level, Reading, Record
from rung.plot import _canvas as canvas
from rung.plot import _choose as choose
from rung.plot import _palette as palette
from rung.plot import _words as words

_BAR = 0.72


def levels(
    findings: _reading.FindingsLike,
    reading: str,
    by: choose.By = None,
    *,
    names: str = 'neutral',
    ax: Optional[Axes] = None,
) -> Axes:
    """Draw the share of people on each level of a reading, a bar for each group.

    `by` is a column of the findings, or several that are crossed; without it the first cut. A
    group whose shares are hidden is hatched. Beside a bar stands how many people it is of, and the
    level that may be stated. Groups keep the order of the findings, for nothing is ranked.

    Raises ValueError for a reading, a cut or a kind of names that is not there.
    """
    record = _reading.read(findings)
    choose.reading(record, reading)
    ladder = record.levels[reading]
    choose.names(ladder, names)
    rows, too_many = choose.groups(record, by)
    title = record.titles.of('readings', reading)
    if not rows:
        return canvas.blank(ax, title, 'There is no group in these findings.')
    return _draw(record, reading, rows, _Told(ladder, names, too_many), ax)


class _Told:
    """How levels are told in this picture."""

    def __init__(self, ladder: Sequence[Level], names: str, too_many: str) -> None:
        self.ladder = ladder
        self.colours = palette.level_colours(len(ladder))
        self.labels = list(words.level_labels(ladder, names).values())
        self.keys = list(words.level_keys(ladder).values())
        self.too_many = too_many


def _draw(record: Record, reading: str, rows: List[Group], told: _Told, ax: Optional[Axes]) -> Axes:
    read = [group.readings[reading] for group in rows]
    labels = [words.group_label(record, group, 30) for group in rows]
    hidden = list(dict.fromkeys(one.distribution_state for one in read))
    hidden = [state for state in hidden if state != 'shown']
    keys: List[Patch] = [
        Patch(facecolor=colour, edgecolor=palette.MUTED, linewidth=0.6, label=label)
        for colour, label in zip(told.colours, told.labels)
    ] + [canvas.hatched_key(state, words.state_word(record, state)) for state in hidden]
    room = canvas.WIDTH - 0.24
    height = canvas.row_heights(labels) * len(rows)
    sheet = canvas.open_sheet(
        ax,
        _heading(record, reading, rows, told.too_many),
        left=canvas.label_room(labels),
        right=1.25,
        height=height,
        above=0.22,
        below=0.52 + canvas.legend_room([str(key.get_label()) for key in keys], room),
    )
    canvas.put_labels(sheet, labels)
    sheet.ax.set_xlim(0, 1)
    for row, group in enumerate(rows):
        _put_bar(sheet, record, group, reading, row, told)
    canvas.put_column(sheet, words.people(record), [words.n_text(group) for group in rows], 0.10)
    cells = [words.level_cell(told.ladder, one) for one in read]
    canvas.put_column(sheet, 'level', cells, 0.80 if words.people(record) == 'people' else 0.95)
    _put_axis(sheet.ax, words.people(record))
    canvas.put_legend(sheet, keys, 0.52, room if sheet.own else sheet.width)
    return canvas.finish(sheet)


def _heading(record: Record, reading: str, rows: List[Group], too_many: str) -> canvas.Heading:
    read = [group.readings[reading] for group in rows]
    title = record.titles.of('readings', reading)
    if len(rows) == 1:
        title += f', {rows[0].label}'
    signs = words.signs_text(sign for one in read for sign in words.signs_of(one))
    notes = [f'How {words.people(record)} are spread over the levels', too_many, signs]
    if all(one.distribution_state != 'shown' for one in read):
        notes.append(f'No group is shown: {_reasons(rows, reading)}')
    return canvas.Heading(title + words.assumed_text(read), notes)


def _reasons(rows: List[Group], reading: str) -> str:
    reasons = dict.fromkeys(group.readings[reading].reason or group.reason for group in rows)
    return '; '.join(reason for reason in reasons if reason)


def _put_bar(
    sheet: canvas.Sheet, record: Record, group: Group, reading: str, row: int, told: _Told
) -> None:
    one = group.readings[reading]
    top = row - _BAR / 2
    if one.distribution_state != 'shown':
        word = _why_hidden(sheet, record, group, one)
        canvas.put_hatched(sheet.ax, 0, top, 1, _BAR, one.distribution_state, word)
        return
    start = 0.0
    for place, level in enumerate(told.ladder):
        share = one.distribution.get(level.id) or 0.0
        if share > 0:
            _put_segment(sheet, start, share, row, told, place)
        start += share


def _why_hidden(sheet: canvas.Sheet, record: Record, group: Group, one: Reading) -> str:
    """The word of the state; the reason where the group itself is shown, and it fits.

    "Too few people" beside a dozen people would puzzle; that only a rounded mean is shown does not.
    """
    room = sheet.width - 0.5
    if group.shown and one.reason and canvas.text_width(one.reason, canvas.SMALL) < room:
        return one.reason
    return words.state_word(record, one.distribution_state)


def _put_segment(
    sheet: canvas.Sheet, start: float, share: float, row: int, told: _Told, place: int
) -> None:
    colour = told.colours[place]
    sheet.ax.barh(
        row, share, _BAR, left=start, color=colour, edgecolor=palette.MUTED, linewidth=0.6
    )
    text = f'{told.keys[place]}: {words.share_text(share)}'
    for one in (text, told.keys[place]):
        if canvas.text_width(one, canvas.SMALL) + 0.08 <= share * sheet.width:
            sheet.ax.text(
                start + share / 2,
                row,
                one,
                fontsize=canvas.SMALL,
                color=palette.ink_on(colour),
                ha='center',
                va='center',
            )
            return


def _put_axis(ax: Axes, people: str) -> None:
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ['0 %', '25 %', '50 %', '75 %', '100 %'])
    ax.tick_params(axis='x', labelsize=canvas.SMALL, pad=3)
    ax.set_xlabel(f'share of the {people}', fontsize=canvas.SMALL, labelpad=2)
