"""Tables: whatever a caller has as answers, as columns by name, one batch after the other."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import Any, Callable, Iterator, Mapping, Sequence

from ._arrow import Imported, of_capsules, stream_of
from ._column import Column, column_of, is_pandas


class Table:
    """Rows with columns by name; a column is made when it is asked for."""

    def __init__(self, names: Sequence[str], column: Callable[[str], Column], rows: int) -> None:
        self.names = list(names)
        self.column = column
        self.rows = rows
        twice = sorted({name for name in self.names if self.names.count(name) > 1}) \
            if len(set(self.names)) < len(self.names) else []
        if twice:
            raise ValueError(f'two columns are called {twice[0]!r}: name each once')


def tables_of(data: Any, items: Sequence[str]) -> Iterator[Table]:
    """The batches of some data.

    A data frame of pandas or polars, a table of pyarrow or anything else with `__arrow_c_stream__`,
    a mapping of names to arrays, or an array of two dimensions whose columns are the items.
    """
    if isinstance(data, Mapping):
        yield of_mapping(data)
    elif is_pandas(data) and hasattr(data, 'columns'):
        yield of_pandas(data)
    elif hasattr(data, '__arrow_c_stream__'):
        yield from (of_batch(batch) for batch in stream_of(data))
    elif hasattr(data, '__arrow_c_array__'):
        yield of_batch(of_capsules(*data.__arrow_c_array__()))
    elif getattr(data, 'ndim', 0) == 2 and hasattr(data, '__array_interface__'):
        yield of_matrix(data, items)
    else:
        if hasattr(data, 'collect'):
            raise TypeError('the frame is lazy: give what its collect() gives')
        raise TypeError(
            f'{type(data).__module__}.{type(data).__name__} is no table of answers: give a data frame of '
            'pandas or polars, an Arrow table, a dictionary of columns, an array with a column per item, '
            'or what rung.read_csv gives')


def of_mapping(data: Mapping[Any, Any]) -> Table:
    """A dictionary of arrays."""
    places = {str(name): values for name, values in data.items()}
    rows = max((len(values) for values in places.values() if hasattr(values, '__len__')), default=0)
    return Table([str(name) for name in data], lambda name: column_named(name, places[name]), rows)


def column_named(name: str, values: Any) -> Column:
    """A column; what is wrong with it is told with its name."""
    try:
        return column_of(values)
    except (TypeError, ValueError) as problem:
        raise type(problem)(f'column {name!r}: {problem}') from problem


def of_pandas(frame: Any) -> Table:
    """A data frame of pandas; names that are no text are written as text."""
    places = {str(name): index for index, name in enumerate(frame.columns)}
    names = [str(name) for name in frame.columns]
    return Table(names, lambda name: column_named(name, frame.iloc[:, places[name]]), len(frame))


def of_batch(batch: Imported) -> Table:
    """A record batch, which is bound as it is."""
    if batch.format != '+s':
        raise TypeError(f'an Arrow array of the type {batch.format!r} is no table: give a record batch, '
                        'which has columns by name')
    return Table(batch.names, lambda name: batch, len(batch))


def of_matrix(values: Any, items: Sequence[str]) -> Table:
    """An array of rows and items, in the order of the model."""
    if values.shape[1] != len(items):
        raise ValueError(f'the array has {values.shape[1]} columns and the model {len(items)} items: give a '
                         'column for each item in the order of the model, or name the columns')
    places = {name: index for index, name in enumerate(items)}
    return Table(items, lambda name: column_named(name, values[:, places[name]]), values.shape[0])
