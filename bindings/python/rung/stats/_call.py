"""One way to call a statistic: columns and settings in, results or an exception out."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import ctypes
import math
from array import array
from dataclasses import fields
from enum import IntEnum
from typing import Any, Callable, Iterable, Mapping, Sequence, TypeVar

from .. import _abi
from .._column import Held, is_na, is_pandas, plain
from .._handle import settings
from .._library import lib
from ..errors import failure
from ._base import Matrix, Result, Rows, Vector, vector

R = TypeVar('R', bound=Result)


def column(values: Any) -> Any:
    """Anything one-dimensional as a column for a call, which holds its memory."""
    held = plain(values)
    held.column.kept = held.keep
    return held.column


def optional(values: Any) -> Any:
    """The same; None stays None."""
    return None if values is None else column(values)


class Many:
    """Several columns side by side, in place, and their names."""

    def __init__(self, named: Iterable[tuple[str, Any]]) -> None:
        columns = [(name, plain(values)) for name, values in named]
        self.names = [name for name, _ in columns]
        self.held: list[Held] = [held for _, held in columns]
        made: Any = (_abi.Column * len(columns))(*(held.column for held in self.held))
        made.kept = [held.keep for held in self.held]
        made.names = self.names
        self.array = made

    def __len__(self) -> int:
        return len(self.held)

    @property
    def rows(self) -> int:
        """How many rows the first column has."""
        return len(self.held[0]) if self.held else 0


def many(data: Any) -> Many:
    """The columns of a data frame, an Arrow table, a dictionary, a 2-D array or a list of
    columns.
    """
    if isinstance(data, Many):
        return data
    return Many(named_columns(data))


def named_columns(data: Any) -> list[tuple[str, Any]]:
    """Each column with its name; those without one are numbered from 1."""
    if isinstance(data, Mapping):
        return [(str(name), values) for name, values in data.items()]
    if is_pandas(data) and hasattr(data, 'columns'):
        return [(str(name), data.iloc[:, place]) for place, name in enumerate(data.columns)]
    if hasattr(data, 'get_columns'):
        return [(str(series.name), series) for series in data.get_columns()]
    if hasattr(data, 'schema') and hasattr(data, 'num_columns'):
        return [(str(name), data.column(place)) for place, name in enumerate(data.schema.names)]
    if getattr(data, 'ndim', 0) == 2 and hasattr(data, '__array_interface__'):
        return [(str(place + 1), data[:, place]) for place in range(data.shape[1])]
    if isinstance(data, (list, tuple)) and not any(
            isinstance(part, (int, float, str)) or part is None for part in data):
        return [(name_of(part, str(place)), part) for place, part in enumerate(data, 1)]
    raise TypeError(
        f'{type(data).__module__}.{type(data).__name__} has no columns: give a data frame, an '
        'Arrow table, a dictionary of arrays, a 2-D array or a list of columns')


def name_of(values: Any, other: str) -> str:
    """The name of a series, or another."""
    name = getattr(values, 'name', None)
    return name if isinstance(name, str) and name else other


def listed(values: Any) -> list[Any]:
    """The values of a column one by one, as Python has them; pandas.NA as None."""
    for name in ('to_pylist', 'to_list', 'tolist'):
        if hasattr(values, name):
            values = getattr(values, name)()
            break
    return [None if is_na(value) else value for value in values]


def pair(x: Any, y: Any) -> Many:
    """Two columns; or one argument that has two."""
    if y is not None:
        return Many([('x', x), ('y', y)])
    both = many(x)
    if len(both) != 2:
        raise ValueError(f'expected two columns: found {len(both)}')
    return both


def doubles(values: Any) -> Any:
    """Numbers for a call, with NaN for None."""
    given = [math.nan if value is None else float(value) for value in values]
    return (ctypes.c_double * max(len(given), 1))(*given)


def square(matrix: Any) -> tuple[Any, int, list[str]]:
    """A matrix row by row, its size and names: of a Matrix, a 2-D array, a frame or rows."""
    if isinstance(matrix, Matrix):
        rows, names = matrix.to_list(), list(matrix.names)
    elif isinstance(matrix, (list, tuple)):
        rows = [list(row) for row in matrix]
        names = [str(place + 1) for place in range(len(rows))]
    else:  # symmetric: columns are rows
        named = named_columns(matrix)
        rows, names = [list(values) for _, values in named], [name for name, _ in named]
    if any(len(row) != len(rows) for row in rows):
        raise ValueError(
            f'the matrix is not square: {len(rows)} rows of {sorted({len(row) for row in rows})}')
    return doubles(value for row in rows for value in row), len(rows), names


def choice(kind: type[IntEnum], given: str) -> int:
    """The value of a choice that is given by its name in lower case."""
    known = {member.name.lower().lstrip('_'): int(member) for member in kind}
    try:
        return known[given.lower().replace('-', '_')]
    except (KeyError, AttributeError):
        raise ValueError(f'{given!r}: expected one of {", ".join(map(repr, known))}') from None


def missing(given: str) -> int:
    """What becomes of absent values."""
    return choice(_abi.Missing, given)


def how(**values: Any) -> Any:
    """Settings of a call; None for those that stay at their start."""
    return settings(values)


def fill(name: str, arguments: Sequence[Any], count: int,
         had: Callable[[array[float]], Any]) -> array[float]:
    """Call a statistic that fills `count` doubles. Of what is not estimable, `had` makes the
    results that the exception carries."""
    out = array('d', [math.nan]) * max(count, 1)
    room = (ctypes.c_double * len(out)).from_buffer(out)
    error = _abi.Error()
    status = getattr(lib, name)(*arguments, room, len(room), ctypes.byref(error))
    del room
    out = out if count else out[:0]
    if status != 0:
        name_column(error, arguments)
        raise failure(error, had(out) if status == _abi.Status.E_NOT_ESTIMABLE else None)
    return out


def name_column(error: Any, arguments: Sequence[Any]) -> None:
    """Say in an error which column it is of, where columns have names."""
    names = getattr(arguments[0], 'names', ())
    if not error.where and 0 < error.column <= len(names) and not names[error.column - 1].isdigit():
        error.where = names[error.column - 1].encode('utf-8')[:200]


def number(name: str, *arguments: Any) -> float:
    """Call a function that gives a double."""
    return float(getattr(lib, name)(*arguments))


def result(kind: type[R], name: str, *arguments: Any) -> R:
    """Call a statistic with one record of results."""
    def made(out: array[float]) -> R:
        return kind(*out)
    return made(fill(name, arguments, len(fields(kind)), made))


def values(name: str, count: int, *arguments: Any) -> Vector:
    """Call a statistic with a number a row."""
    return vector(fill(name, arguments, count, vector))


def matrix_of(name: str, names: Sequence[str], *arguments: Any) -> Matrix:
    """Call a statistic with a matrix."""
    def made(out: array[float]) -> Matrix:
        return Matrix(names, out)
    return made(fill(name, arguments, len(names) ** 2, made))


def rows_of(kind: type[R], of: str, labels: Sequence[Any], name: str, *arguments: Any,
            each: int | None = None) -> Rows[R]:
    """Call a statistic whose results stand row after row. `each` results are wanted, all at the
    start; those that are not wanted are NaN."""
    names = [field.name for field in fields(kind)]
    each = len(names) if each is None else each

    def made(out: array[float]) -> Rows[R]:
        found = {field: vector(out[place::each]) for place, field in enumerate(names[:each])}
        absent = {field: vector(array('d', [math.nan]) * len(labels)) for field in names[each:]}
        return Rows(kind, of, labels, {**found, **absent})
    return made(fill(name, [*arguments, each], each * len(labels), made))


def blocks_of(kind: type[R], of: str, labels: Sequence[Any], name: str, *arguments: Any) -> Rows[R]:
    """Call a statistic whose results stand one after the other, each of all items."""
    names, count = [field.name for field in fields(kind)], len(labels)

    def made(out: array[float]) -> Rows[R]:
        return Rows(kind, of, labels, {field: vector(out[place * count:(place + 1) * count])
                                       for place, field in enumerate(names)})
    return made(fill(name, arguments, count * len(names), made))


def group_labels(groups: Any) -> list[Any]:
    """The labels of the groups of a column, in the order in which they first come."""
    labels, count = column(groups), ctypes.c_size_t()
    error = _abi.Error()
    if lib.rung_stats_groups(labels, ctypes.byref(count), None, 0, ctypes.byref(error)) != 0:
        raise failure(error)
    first = fill('rung_stats_groups', [labels, None], count.value, vector)
    return [element(groups, int(row)) for row in first]


def element(values: Any, row: int) -> Any:
    """An element of a column of whatever library, as Python has it."""
    found = values.iloc[row] if hasattr(values, 'iloc') else values[row]
    for name in ('as_py', 'item'):
        if hasattr(found, name):
            return getattr(found, name)()
    return found
