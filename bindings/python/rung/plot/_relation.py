# Two readings beside each other: a grid of their levels.
# SPDX-License-Identifier: Apache-2.0
"""Two readings beside each other: a grid of their levels."""

from __future__ import annotations

from typing import List, Optional, Tuple

from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from rung import _reading
from rung._records import Cell, Record, Relation, RelationTable
from rung.plot import _canvas as canvas
from rung.plot import _choose as choose
from rung.plot import _palette as palette
from rung.plot import _words as words

_CELL_WIDE, _CELL_HIGH = 0.95, 0.46


def relation(
    findings: _reading.FindingsLike,
    relation: Optional[str] = None,
    *,
    over: str = 'units',
    names: str = 'neutral',
    ax: Optional[Axes] = None,
) -> Axes:
    """Draw how many units stand on each pair of levels of two readings; or persons, with `over`.

    The cells that belong together, as the model declares, are outlined. The first reading goes
    upward, the second to the right. Without `relation` the only one is drawn.

    Raises ValueError for a relation or a kind of names that is not there, and for another `over`.
    """
    record = _reading.read(findings)
    one = choose.relation(record, relation)
    choose.known('way to count', over, ('units', 'persons'))
    for reading in one.of:
        choose.names(record.levels[reading], names)
    table = one.units if over == 'units' else one.persons
    return _draw(record, one, table, over, names, ax)


def _labels(record: Record, reading: str, names: str) -> List[str]:
    return list(words.level_labels(record.levels[reading], names).values())


def _draw(
    record: Record, one: Relation, table: RelationTable, over: str, names: str, ax: Optional[Axes]
) -> Axes:
    up, along = (_labels(record, reading, names) for reading in one.of)
    up = [words.wrap(label, 24) for label in up]
    along = [words.wrap(label, 12) for label in along]
    head = words.wrap(record.titles.of('readings', one.of[0]), 34)
    left = max(canvas.label_room(up), canvas.text_width(head, canvas.SMALL) + 0.1)
    inner = len(along) * _CELL_WIDE
    keys = _keys(record, table)
    heading = canvas.Heading(_title(record, one, over), _notes(record, table, over))
    room = max(left + inner, 6.2)
    below = 0.36 + 0.14 * max(words.lines(label) for label in along)
    sheet = canvas.open_sheet(
        ax,
        heading,
        left=left,
        right=room - left - inner,
        height=len(up) * max(_CELL_HIGH, canvas.row_heights(up)),
        above=0.16 * words.lines(head) + 0.06,
        below=below + canvas.legend_room([str(key.get_label()) for key in keys], room),
        width=room + 0.24,
    )
    canvas.put_labels(sheet, up)
    sheet.ax.set_ylim(-0.5, len(up) - 0.5)
    sheet.ax.set_xlim(-0.5, len(along) - 0.5)
    _put_axes_names(sheet, record, one, along, head)
    _put_cells(sheet.ax, record, one, table)
    canvas.put_legend(sheet, keys, below, room if sheet.own else sheet.width)
    return canvas.finish(sheet)


def _title(record: Record, one: Relation, over: str) -> str:
    named = record.titles.of('relations', one.id)
    if named == one.id:
        named = ' and '.join(record.titles.of('readings', reading) for reading in one.of)
    return f'{named}: {over} by their levels'


def _notes(record: Record, table: RelationTable, over: str) -> List[str]:
    told = []
    if table.n is not None:
        told.append(f'{table.n} {over}')
    if table.on_diagonal is not None:
        told.append(f'{words.share_text(table.on_diagonal)} on the outlined cells')
    if table.association is not None:
        tau = f'tau-b {table.association:.2f}'
        if table.low is not None and table.high is not None:
            tau += f', interval {table.low:.2f} to {table.high:.2f}'
        told.append(tau.replace('-0', '−0'))
    hidden = all(cell.count is None for cell in table.cells)
    return ['; '.join(told), '' if hidden else table.reason[:1].upper() + table.reason[1:]]


def _keys(record: Record, table: RelationTable) -> List[Patch]:
    hidden = [cell for cell in table.cells if cell.count is None]
    if hidden and len(hidden) == len(table.cells):
        return [canvas.hatched_key(table.state, words.state_word(record, table.state))]
    label = 'levels that belong together'
    keys = [Patch(facecolor='none', edgecolor=palette.INK, linewidth=2, label=label)]
    if hidden:
        keys.append(canvas.hatched_key('hidden', words.state_word(record, 'hidden')))
    return keys


def _put_axes_names(
    sheet: canvas.Sheet, record: Record, one: Relation, along: List[str], head: str
) -> None:
    ax = sheet.ax
    ax.set_xticks(range(len(along)), along)
    ax.tick_params(axis='x', labelsize=canvas.SMALL, pad=3)
    second = record.titles.of('readings', one.of[1])
    ax.set_xlabel(second, fontsize=canvas.SMALL, labelpad=3, color=sheet.muted)
    ax.text(
        -sheet.left / sheet.width,
        1,
        head,
        transform=sheet.around(0, 0.05),
        fontsize=canvas.SMALL,
        color=sheet.muted,
        va='bottom',
    )


def _put_cells(ax: Axes, record: Record, one: Relation, table: RelationTable) -> None:
    first, second = ([level.id for level in record.levels[reading]] for reading in one.of)
    if all(cell.count is None for cell in table.cells):
        word = words.wrap(table.reason or words.state_word(record, table.state), 13 * len(second))
        size = (len(second) - 0.08, len(first) - 0.08)
        canvas.put_hatched(ax, -0.46, -0.46, *size, table.state, word)
        return
    most = max((_weight(cell) for cell in table.cells), default=0.0)
    for cell in table.cells:
        at = (second.index(cell.second), first.index(cell.first))
        _put_cell(ax, cell, at, most)
    for cell in table.cells:
        if cell.diagonal:
            x, y = second.index(cell.second), first.index(cell.first)
            ax.add_patch(
                Rectangle(
                    (x - 0.46, y - 0.44),
                    0.92,
                    0.88,
                    fill=False,
                    edgecolor=palette.INK,
                    linewidth=2,
                    zorder=4,
                )
            )


def _weight(cell: Cell) -> float:
    if cell.share is not None:
        return cell.share
    return float(cell.count or 0)


def _put_cell(ax: Axes, cell: Cell, at: Tuple[int, int], most: float) -> None:
    x, y = at
    if cell.count is None:
        canvas.put_hatched(ax, x - 0.46, y - 0.44, 0.92, 0.88, 'hidden')
        return
    weight = _weight(cell)
    colour = palette.ramp(0.9 * weight / most) if weight > 0 else (1.0, 1.0, 1.0)
    box = Rectangle(
        (x - 0.46, y - 0.44), 0.92, 0.88, facecolor=colour, edgecolor=palette.LINE, linewidth=0.6
    )
    ax.add_patch(box)
    text = str(cell.count)
    if cell.share is not None and cell.count > 0:
        text += f'\n{words.share_text(cell.share)}'
    ax.text(
        x,
        y,
        text,
        fontsize=canvas.LABEL,
        color=palette.ink_on(colour),
        ha='center',
        va='center',
        linespacing=1.1,
    )
