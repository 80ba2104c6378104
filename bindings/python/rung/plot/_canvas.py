# The sheet a picture is drawn on: its size, its margins, what stands around the Axes.
# SPDX-License-Identifier: Apache-2.0
"""The sheet a picture is drawn on: its size, its margins, what stands around the Axes.

Sizes are in inches. Margins are reckoned from the texts that go there, so that nothing is cut
whatever the layout of the figure; on Axes that a caller gives, the same texts stand around them.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Iterator, List, Optional, Sequence, Tuple

from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle
from matplotlib.text import Text
from matplotlib.textpath import TextPath
from matplotlib.transforms import ScaledTranslation, Transform

from rung.plot._palette import HATCHED, INK, LINE, MUTED, hatch
from rung.plot._words import lines, wrap

WIDTH = 7.6
TITLE, LABEL, SMALL = 11.0, 9.0, 8.0
LINE_HEIGHT = 0.158
ROW = 0.30
_EDGE = 0.12
_BOLD = 1.14  # a bold text is so much wider

_detached: ContextVar[bool] = ContextVar('rung_plot_detached', default=False)


@contextmanager
def detached() -> Iterator[None]:
    """Make figures, inside this, that pyplot does not know: for programs that draw many.

    >>> from matplotlib import pyplot
    >>> with detached():
    ...     figure = make_figure(2.0, 1.0)
    >>> pyplot.get_fignums()
    []
    """
    token = _detached.set(True)
    try:
        yield
    finally:
        _detached.reset(token)


def make_figure(width: float, height: float) -> Figure:
    """Make a figure of a size: pyplot's, as elsewhere, or a detached one."""
    if _detached.get():
        return Figure(figsize=(width, height), facecolor='white')
    from matplotlib import pyplot

    figure: Figure = pyplot.figure(figsize=(width, height), facecolor='white')
    return figure


@lru_cache(maxsize=4096)
def text_width(text: str, size: float) -> float:
    """Return how wide the longest line of a text is."""
    widths = [
        (
            TextPath((0, 0), line.replace('$', r'\$'), size=size).get_extents().width
            if line.strip()
            else 0.0
        )
        for line in text.split('\n')
    ]
    spaces = max(len(line) - len(line.lstrip('\u2003')) for line in text.split('\n'))
    return float(max(widths) + spaces * size) / 72


def fit(text: str, width: float, size: float) -> str:
    """Break a text into lines that fit a width; a word that is too long stands alone."""
    told = ['']
    for word in text.split(' '):
        longer = f'{told[-1]} {word}' if told[-1] else word
        if told[-1] and text_width(longer, size) > width:
            told.append(word)
        else:
            told[-1] = longer
    return '\n'.join(told)


def bold_room(label: str) -> float:
    """Return how much room a bold label needs beside the Axes."""
    return text_width(label, LABEL) * _BOLD + 0.10


@dataclass
class Sheet:
    """Axes with the inches around and inside them."""

    ax: Axes
    left: float
    width: float
    height: float
    own: bool

    @property
    def ink(self) -> str:
        """The colour of texts: ours on white paper, the caller's on the caller's Axes."""
        return INK if self.own else str(rcParams['text.color'])

    @property
    def muted(self) -> str:
        """The colour of texts that may stand back."""
        return MUTED if self.own else self.ink

    def inches(self, x: float, y: float) -> Transform:
        """Return what shifts by inches."""
        figure = self.ax.figure
        return ScaledTranslation(x, y, figure.dpi_scale_trans)

    def beside(self, x: float, y: float) -> Transform:
        """Return a transform: x from 0 to 1 over the Axes, y in data; shifted by inches."""
        return self.ax.get_yaxis_transform() + self.inches(x, y)

    def around(self, x: float, y: float) -> Transform:
        """Return a transform: 0 to 1 over the Axes both ways; shifted by inches."""
        return self.ax.transAxes + self.inches(x, y)


@dataclass(frozen=True)
class Heading:
    """What stands above the Axes: a title, and what has to be known beside it."""

    title: str
    notes: Sequence[str] = ()

    def wrapped(self, width: float) -> Tuple[str, str]:
        """Return title and notes, broken to a width."""
        title = fit(self.title, width / _BOLD, TITLE)
        told = [fit(note, width, SMALL) for note in self.notes if note]
        return title, '\n'.join(told)


def open_sheet(
    ax: Optional[Axes],
    heading: Heading,
    *,
    left: float,
    right: float,
    height: float,
    above: float = 0.0,
    below: float = 0.0,
    width: float = WIDTH,
) -> Sheet:
    """Open a sheet with a heading. `above` and `below` is room beside the Axes for other texts."""
    if ax is None:
        sheet = _own_sheet(heading, left, right, height, above, below, width)
    else:
        box = ax.get_window_extent()
        dpi = ax.figure.dpi
        sheet = Sheet(ax, 0.0, float(box.width) / dpi, float(box.height) / dpi, False)
    _put_heading(sheet, heading, above, sheet.width + (left + right if sheet.own else 0.0))
    for side in ('top', 'right', 'left', 'bottom'):
        sheet.ax.spines[side].set_visible(False)
    sheet.ax.tick_params(length=0, labelsize=LABEL, labelcolor=sheet.ink)
    sheet.ax.xaxis.label.set_color(sheet.ink)
    sheet.ax.grid(False)
    sheet.ax.set_facecolor('white')
    return sheet


def _own_sheet(
    heading: Heading,
    left: float,
    right: float,
    height: float,
    above: float,
    below: float,
    width: float,
) -> Sheet:
    title, notes = heading.wrapped(width - 2 * _EDGE)
    top = _title_room(title) + _notes_room(notes) + above + _EDGE
    bottom = below + _EDGE
    left, right = left + _EDGE, right + _EDGE
    total = top + height + bottom
    figure = make_figure(width, total)
    inner = width - left - right
    ax = figure.add_axes(
        (left / width, bottom / total, inner / width, height / total), facecolor='white'
    )
    return Sheet(ax, left - _EDGE, inner, height, True)


def _title_room(title: str) -> float:
    return lines(title) * 0.19 + 0.06


def _notes_room(notes: str) -> float:
    return lines(notes) * 0.15 + 0.06 if notes else 0.0


def _put_heading(sheet: Sheet, heading: Heading, above: float, width: float) -> None:
    title, notes = heading.wrapped(width)
    start = -sheet.left / sheet.width
    pad = 72 * (above + _notes_room(notes) + 0.06)
    sheet.ax.set_title(
        title,
        color=sheet.ink,
        loc='left',
        x=start,
        pad=pad,
        fontsize=TITLE,
        fontweight='bold',
        linespacing=1.2,
    )
    if notes:
        sheet.ax.text(
            start,
            1,
            notes,
            transform=sheet.around(0, above + 0.06),
            fontsize=SMALL,
            color=sheet.muted,
            va='bottom',
            linespacing=1.3,
        )


def row_heights(labels: Sequence[str]) -> float:
    """Return how high each row is, so that the longest label has room."""
    most = max((lines(label) for label in labels), default=1)
    return max(ROW, most * LINE_HEIGHT + 0.06)


def label_room(labels: Sequence[str], size: float = LABEL) -> float:
    """Return how much room labels need beside the Axes."""
    return max((text_width(label, size) for label in labels), default=0.0) + 0.10


def put_labels(sheet: Sheet, labels: Sequence[str]) -> None:
    """Put labels on the rows, the first on top."""
    ax = sheet.ax
    ax.set_ylim(len(labels) - 0.5, -0.5)
    ax.set_yticks(range(len(labels)))
    room = sheet.left / sheet.width
    for tick in ax.set_yticklabels(labels, fontsize=LABEL, linespacing=1.15):
        if sheet.own:
            tick.set_horizontalalignment('left')
            tick.set_x(-room)
    if sheet.own:
        ax.tick_params(axis='y', pad=0)


def put_column(
    sheet: Sheet, head: str, cells: Sequence[str], at: float, size: float = SMALL
) -> None:
    """Put a column of short texts right of the Axes, so many inches away, with a head."""
    for row, cell in enumerate(cells):
        sheet.ax.text(
            1,
            row,
            cell,
            color=sheet.ink,
            transform=sheet.beside(at, 0),
            fontsize=size,
            va='center',
            ha='left',
        )
    sheet.ax.text(
        1,
        1,
        head,
        transform=sheet.around(at, 0.04),
        fontsize=size,
        color=sheet.muted,
        va='bottom',
        ha='left',
    )


def put_hatched(
    ax: Axes, x: float, y: float, width: float, height: float, state: str, word: str = ''
) -> None:
    """Put a hatched box, with a word in it, where figures would stand."""
    box = Rectangle(
        (x, y), width, height, facecolor=HATCHED, edgecolor=LINE, hatch=hatch(state), linewidth=0.6
    )
    ax.add_patch(box)
    if word:
        ax.text(
            x + width / 2,
            y + height / 2,
            word,
            fontsize=SMALL,
            color='#000000',
            ha='center',
            va='center',
            bbox={'facecolor': 'white', 'edgecolor': 'none', 'pad': 1.5},
        )


def hatched_key(state: str, word: str) -> Patch:
    """Return the legend's box for a state."""
    return Patch(
        facecolor=HATCHED,
        edgecolor=LINE,
        hatch=hatch(state),
        linewidth=0.6,
        label=f'not shown: {word}',
    )


def legend_columns(labels: Sequence[str], width: float) -> int:
    """Return how many columns of a legend fit a width."""
    one = max((text_width(label, SMALL) for label in labels), default=0.5) + 0.52
    return max(1, min(len(labels), int(width / one)))


def legend_room(labels: Sequence[str], width: float) -> float:
    """Return how high a legend of these labels is."""
    columns = legend_columns(labels, width)
    return (-(-len(labels) // columns)) * 0.19 + 0.10


def put_legend(sheet: Sheet, handles: Sequence[Artist], below: float, width: float) -> None:
    """Put a legend under the Axes, so many inches below them, from the left edge on."""
    labels = [str(handle.get_label()) for handle in handles]
    sheet.ax.legend(
        handles=_by_rows(handles, legend_columns(labels, width)),
        loc='upper left',
        bbox_to_anchor=(-sheet.left / sheet.width, 0),
        bbox_transform=sheet.around(0, -below),
        ncol=legend_columns(labels, width),
        fontsize=SMALL,
        frameon=False,
        labelcolor=sheet.ink,
        borderaxespad=0,
        borderpad=0,
        handlelength=1.6,
        handleheight=1.1,
        columnspacing=1.4,
        labelspacing=0.5,
    )


def _by_rows(handles: Sequence[Artist], columns: int) -> List[Artist]:
    """Sort handles so that they read along the rows: matplotlib fills columns first."""
    return [handle for column in range(columns) for handle in handles[column::columns]]


def finish(sheet: Sheet) -> Axes:
    """Return the Axes, with every text taken as it stands: a dollar sign begins no formula."""
    for text in sheet.ax.findobj(Text):
        if isinstance(text, Text):
            text.set_parse_math(False)
    return sheet.ax


def blank(ax: Optional[Axes], title: str, why: str) -> Axes:
    """Draw no figure, and say why there is none."""
    sheet = open_sheet(ax, Heading(title), left=0, right=0, height=0.8)
    sheet.ax.set_xticks([])
    sheet.ax.set_yticks([])
    sheet.ax.set_xlim(0, 1)
    sheet.ax.set_ylim(0, 1)
    sheet.ax.text(
        0.5,
        0.5,
        wrap(why, int(sheet.width * 13)),
        color=sheet.ink,
        fontsize=LABEL,
        ha='center',
        va='center',
    )
    return finish(sheet)
