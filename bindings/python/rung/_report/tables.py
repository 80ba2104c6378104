"""What the page is made of: tables, pictures and sentences, without any markup."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterable, Sequence


@dataclass(frozen=True)
class Cell:
    """A cell: what it says, and smaller lines below it.

    `kind` is "words" for text of the model, "label" for a name out of the data, "number", "reason"
    for what stands where a figure would, "text" for a sentence, or "" for a few words. `depth`
    indents a unit.
    """

    text: str
    notes: tuple[str, ...] = ()
    kind: str = ''
    span: int = 1
    depth: int = 0


@dataclass(frozen=True)
class Row:
    """A row: what it is about, and its cells."""

    head: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table with a caption; `corner` heads the first column, `columns` the others."""

    caption: str
    corner: str
    columns: tuple[Cell, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Picture:
    """A picture: its drawing, which names itself to those who do not see it, and its tables."""

    svg: str
    caption: str
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class Part:
    """A part below a heading: sentences, then pictures, then tables, in this order."""

    heading: str
    sentences: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    tables: tuple[Table, ...] = ()
    folded: tuple[Table, ...] = ()


@dataclass(frozen=True)
class Section:
    """A section of the page, with an anchor of its own.

    `label` is a name out of the data. `told` stands in place of the heading: names out of the
    model, each with what is told of it.
    """

    anchor: str
    heading: str
    label: str = ''
    told: tuple[tuple[str, str], ...] = ()
    sentences: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    parts: tuple[Part, ...] = field(default=())


def number(text: str, notes: Iterable[str] = ()) -> Cell:
    """Return a cell with a figure; empty notes are left out."""
    return Cell(text, tuple(note for note in notes if note), 'number')


def words(text: str, notes: Iterable[str] = ()) -> Cell:
    """Return a cell with a text of the model."""
    return Cell(text, tuple(notes), 'words')


def reason(text: str, span: int = 1) -> Cell:
    """Return a cell that says why there is no figure."""
    return Cell(text, (), 'reason', span)


def text(sentence: str, notes: Iterable[str] = ()) -> Cell:
    """Return a cell with a sentence, which needs room."""
    return Cell(sentence, tuple(notes), 'text')


def columns(*names: str) -> tuple[Cell, ...]:
    """Return the heads of columns that the report names."""
    return tuple(Cell(name) for name in names)


def chunks(ids: Sequence[str], most: int) -> list[Sequence[str]]:
    """Return the ids in even runs of at most so many, so that no table becomes too wide.

    >>> [len(run) for run in chunks("abcdefg", 6)]
    [4, 3]
    """
    runs = -(-len(ids) // most) or 1
    size = -(-len(ids) // runs) or 1
    return [ids[start : start + size] for start in range(0, len(ids), size)]
