"""Frames: results as a table of whichever library the caller works with."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import importlib.util
from typing import Any, Mapping, Sequence

LIBRARIES = ('pandas', 'polars', 'pyarrow', 'dict')


def library_of(data: Any) -> str:
    """The library that some data are of, for results like them; else one that is installed, or "dict"."""
    name = type(data).__module__.split('.')[0]
    if name in ('pandas', 'polars', 'pyarrow'):
        return name
    return next((name for name in ('pandas', 'polars') if importlib.util.find_spec(name)), 'dict')


def index_of(data: Any) -> Any:
    """What pandas calls the rows of a data frame, so that results are joined to the right ones."""
    return data.index if library_of(data) == 'pandas' and hasattr(data, 'columns') else None


def frame_of(columns: Mapping[str, Sequence[Any]], library: str | None = None, index: Any = None) -> Any:
    """A frame of columns; `index` is what pandas calls the rows.

    A library that is named and not installed is an ImportError.
    """
    library = library or library_of(None)
    if library not in LIBRARIES:
        raise ValueError(f'frame {library!r}: expected one of {", ".join(map(repr, LIBRARIES))}')
    if library == 'dict':
        return {name: values.tolist() if hasattr(values, 'tolist') else list(values)
                for name, values in columns.items()}
    if not importlib.util.find_spec(library):
        raise ImportError(f'{library} is not installed: pip install {library}, or ask for frame="dict"')
    if library == 'pandas':
        import pandas
        return pandas.DataFrame(dict(columns), index=index)
    if library == 'polars':
        import polars
        return polars.DataFrame({name: as_nulls(values) for name, values in columns.items()})
    import pyarrow
    return pyarrow.table({name: pyarrow.array(values, from_pandas=True) for name, values in columns.items()})


def as_nulls(values: Sequence[Any]) -> Any:
    """A column for polars: NaN, which is no null there, as null, and objects of NumPy's by what they are."""
    import polars
    series = polars.Series(list(values) if getattr(values, 'dtype', None) == object else values)
    return series.fill_nan(None) if series.dtype.is_float() else series


def named(codes: Any, names: Sequence[Any]) -> Any:
    """Codes as the names that they stand for; below 0 there is none."""
    table = list(names)
    if hasattr(codes, 'dtype'):
        import numpy as np
        return np.array([*table, None], dtype=object)[codes]
    return [table[code] if code >= 0 else None for code in codes]
