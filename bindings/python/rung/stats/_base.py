"""The shapes of results: one record, records of several rows, a matrix."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import importlib.util
import math
from array import array
from dataclasses import dataclass, fields
from typing import Any, Generic, Iterator, Mapping, Sequence, TypeVar, Union, overload

from .._frame import frame_of

Vector = Any  # a NumPy array of doubles where NumPy is installed, else an array.array


def vector(values: array[float]) -> Vector:
    """An array as the caller's library has it, without a copy."""
    if importlib.util.find_spec('numpy'):
        import numpy as np
        return np.frombuffer(values, dtype=np.float64) if len(values) else np.zeros(0)
    return values


@dataclass(frozen=True)
class Result:
    """What a statistic found: numbers by name. `float()` of it is the first."""

    def __float__(self) -> float:
        return float(getattr(self, fields(self)[0].name))

    def to_dict(self) -> dict[str, float]:
        """The numbers by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def to_frame(self, frame: str | None = None) -> Any:
        """A frame of one row: of pandas or polars, whichever is installed, or what `frame`
        names.
        """
        return frame_of({name: [value] for name, value in self.to_dict().items()}, frame)


@dataclass(frozen=True)
class Estimate(Result):
    """A number and its interval; NaN where there is none.

    estimate: The number.
    low: The lower limit.
    high: The upper limit.
    """

    estimate: float
    low: float
    high: float


R = TypeVar('R', bound=Result)


class Rows(Sequence[R], Generic[R]):
    """Results of several rows, items or groups, in the order of `labels`.

    `rows[2]` is the record of the third, `rows.at('team A')` that of a label, `rows['mean']` one
    result of all, as an array. `kind` is the class of the records and `of` says what they are of.
    """

    __slots__ = ('kind', 'of', 'labels', 'columns')

    def __init__(self, kind: type[R], of: str, labels: Sequence[Any],
                 columns: Mapping[str, Any]) -> None:
        self.kind = kind
        self.of = of
        self.labels = labels
        self.columns = dict(columns)

    def __len__(self) -> int:
        return len(self.labels)

    @overload
    def __getitem__(self, key: int) -> R: ...
    @overload
    def __getitem__(self, key: str) -> Vector: ...
    @overload
    def __getitem__(self, key: slice) -> list[R]: ...

    def __getitem__(self, key: Union[int, str, slice]) -> Any:
        if isinstance(key, str):
            return self.columns[key]
        if isinstance(key, slice):
            return [self[row] for row in range(*key.indices(len(self)))]
        if not -len(self) <= key < len(self):
            raise IndexError(f'row {key} of {len(self)}')
        return self.kind(*(float(values[key]) for values in self.columns.values()))

    def __iter__(self) -> Iterator[R]:
        return (self.kind(*map(float, row)) for row in zip(*self.columns.values()))

    def at(self, label: Any) -> R:
        """The record of a label; KeyError where there is none."""
        for row, known in enumerate(self.labels):
            if known == label:
                return self[row]
        raise KeyError(label)

    def to_dict(self) -> dict[Any, dict[str, float]]:
        """The records, as dictionaries, by label."""
        return {label: record.to_dict() for label, record in zip(self.labels, self)}

    def to_frame(self, frame: str | None = None) -> Any:
        """A frame with a row each; where rows are those of the data, without a column of labels."""
        labels = {} if isinstance(self.labels, range) else {self.of: list(self.labels)}
        return frame_of({**labels, **self.columns}, frame)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self.kind is other.kind and self.of == other.of and \
            list(self.labels) == list(other.labels) and all(
                same(mine, other.columns[name]) for name, mine in self.columns.items())

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = ', '.join(f'{label!r}: {float(record):.4g}'
                          for label, record in zip(self.labels, self[:6]))
        more = f', ... {len(self)} in all' if len(self) > 6 else ''
        return f'<{self.kind.__name__} by {self.of}: {shown}{more}>'


def same(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether numbers are equal, NaN to NaN."""
    return len(one) == len(other) and all(a == b or (a != a and b != b) for a, b in zip(one, other))


class Matrix:
    """A matrix with names: `matrix['a', 'b']` or `matrix[0, 1]`; NumPy's `asarray` takes it."""

    __slots__ = ('names', 'column_names', 'values')

    def __init__(self, names: Sequence[str], values: Sequence[float],
                 column_names: Sequence[str] | None = None) -> None:
        self.names = tuple(names)
        self.column_names = self.names if column_names is None else tuple(column_names)
        self.values = array('d', values)

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns."""
        return len(self.names), len(self.column_names)

    def __getitem__(self, key: tuple[int | str, int | str]) -> float:
        row, column = (place if isinstance(place, int) else names.index(place)
                       for place, names in zip(key, (self.names, self.column_names)))
        return self.to_list()[row][column]

    def to_list(self) -> list[list[float]]:
        """The rows."""
        width = len(self.column_names)
        return [list(self.values[row * width:(row + 1) * width]) for row in range(len(self.names))]

    def to_dict(self) -> dict[str, dict[str, float]]:
        """The numbers by the names of row and column."""
        return {name: dict(zip(self.column_names, row))
                for name, row in zip(self.names, self.to_list())}

    def to_frame(self, frame: str | None = None) -> Any:
        """A frame with a row each, whose first column `name` has their names."""
        columns = dict(zip(self.column_names, map(list, zip(*self.to_list()))))
        return frame_of({'name': list(self.names), **columns}, frame)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        import numpy as np
        return np.array(self.values, dtype=dtype or np.float64).reshape(self.shape)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Matrix) and (self.names, self.column_names) == (
            other.names, other.column_names) and same(self.values, other.values)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        rows = (f'{name}: {" ".join(f"{value:.4g}" for value in row)}'
                for name, row in zip(self.names[:6], self.to_list()))
        return f'<Matrix {self.shape[0]} by {self.shape[1]}: {"; ".join(rows)}>'


def is_absent(value: Any) -> bool:
    """None or NaN."""
    return value is None or (isinstance(value, float) and math.isnan(value))
