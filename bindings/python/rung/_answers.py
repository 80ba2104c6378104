"""Answers: the columns of a table, bound to a model without copying."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, Iterator, Sequence

from . import _abi
from ._arrow import Imported
from ._column import Column, Held, is_pandas, plain, whole_groups
from ._handle import Handle, call, encoded, make
from ._table import Table, tables_of
from .errors import RungUnknownError
from .files import AnswersFile

if TYPE_CHECKING:
    from .model import Model


class Answers(Handle):
    """A block of answers; it holds the columns that it borrows."""

    __slots__ = ('model', 'held')
    noun = 'answers'

    def __init__(self, model: Model) -> None:
        self.model = model
        self.held: list[Column] = []
        super().__init__(make(_abi.Answers, 'rung_answers_new', model))

    def bind(self, role: _abi.Role, name: str, column: Column) -> None:
        """Bind a column, which stays where it is."""
        if isinstance(column, Imported):
            call('rung_answers_bind_arrow', self, role, encoded(name),
                 ctypes.addressof(column.schema), ctypes.addressof(column.array))
        else:
            call('rung_answers_bind', self, role, encoded(name), ctypes.byref(column.column))
        self.held.append(column)


def blocks(model: Model, data: Any, by: Sequence[str] = (), weight: Any = None) -> Iterator[Any]:
    """The addresses of blocks of answers, each good until the next is asked for.

    `by` names the columns of groups; `weight` names a column, or is one.
    """
    if isinstance(data, AnswersFile):
        yield from data.blocks(model, by, weight)
        return
    items = model.ids('item')
    given = None if weight is None or isinstance(weight, str) else plain(weight)
    start = 0
    for table in tables_of(data, items):
        answers = Answers(model)
        bind_items(answers, table, items)
        for name in by:
            bind_group(answers, table, name, items)
        if isinstance(weight, str):
            answers.bind(_abi.Role.WEIGHT, weight, wanted(table, weight, 'weights'))
        elif given is not None:
            answers.bind(_abi.Role.WEIGHT, 'weight', part_of(given, start, table.rows))
        start += table.rows
        yield answers
    if given is not None and start != len(given):
        raise ValueError(f'there are {len(given)} weights for {start} rows: give one for each row')


def comes_in_batches(data: Any) -> bool:
    """Whether `blocks` may give several."""
    return isinstance(data, AnswersFile) or (hasattr(data, '__arrow_c_stream__') and not is_pandas(data))


def bind_items(answers: Answers, table: Table, items: Sequence[str]) -> None:
    """Bind the columns that are called as items are; one at least has to be there."""
    there = set(table.names)
    found = [name for name in items if name in there]
    if not found:
        raise RungUnknownError(f'no column is called as an item of the model {answers.model.id!r}: expected '
                               f'{shortened(items)}; found {shortened(table.names)}')
    for name in found:
        answers.bind(_abi.Role.ITEM, name, table.column(name))


def bind_group(answers: Answers, table: Table, name: str, items: Sequence[str]) -> None:
    """Bind a column of groups. Answers are none: such groups would tell who said what."""
    if name in items:
        raise ValueError(f'{name!r} is an item: groups by an answer would tell who said what')
    column = wanted(table, name, 'groups')
    answers.bind(_abi.Role.GROUP, name, whole_groups(column) if isinstance(column, Held) else column)


def wanted(table: Table, name: str, what: str) -> Column:
    """A column that the caller named."""
    if name not in table.names:
        raise RungUnknownError(f'no column {name!r} for {what}: found {shortened(table.names)}', pointer=name)
    return table.column(name)


def part_of(column: Held, start: int, rows: int) -> Held:
    """The weights of a batch; too few fail with both lengths."""
    return column.part(start, rows if start + rows <= len(column) else max(len(column) - start, 0))


def shortened(names: Sequence[str], most: int = 12) -> str:
    """The first names of a list, and how many more there are."""
    rest = len(names) - most
    return ', '.join(names[:most]) + (f' and {rest} more' if rest > 0 else '') or 'none'


