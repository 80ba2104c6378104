"""Series of pandas as columns: NumPy memory in place, Arrow memory as Arrow, categories as a dictionary."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import ctypes
from numbers import Number
from typing import Any

from ._arrow import ArrowArray, ArrowSchema, Imported, array_of, of_memory
from ._column import Column, Held, column_of, list_column, masked, numpy_column, one_chunk

ARROW = {'i1': b'c', 'i2': b's', 'i4': b'i', 'i8': b'l'}


def series_column(series: Any) -> Column:
    """A series, an index, or an array such as Categorical."""
    import numpy as np
    if hasattr(series, 'columns'):
        raise TypeError(f'a {type(series).__name__} of pandas is no column: give a series')
    if not hasattr(series, 'array'):  # an array of pandas, such as Categorical
        import pandas
        series = pandas.Series(series, copy=False)
    values = series.array
    if isinstance(series.dtype, np.dtype):
        return numpy_column(series.to_numpy())
    if hasattr(values, 'categories'):
        return category_column(values)
    if type(series.dtype).__name__ in ('StringDtype', 'ArrowDtype'):
        return arrow_column(series, values)
    if hasattr(values, '_mask') and hasattr(values, '_data'):
        return masked(numpy_column(values._data), values._mask)
    return list_column(series.tolist())


def arrow_column(series: Any, values: Any) -> Column:
    """Memory of Arrow's, where it can be exported; else the values one by one."""
    try:
        return array_of(one_chunk(values.__arrow_array__()))
    except ImportError:
        return list_column(series.tolist())


def category_column(values: Any) -> Column:
    """Categories: the codes in place, and the dictionary that they point into."""
    named = values.categories.tolist()
    if not all(isinstance(name, (str, bytes, Number)) for name in named):
        named = values.categories.astype(str).tolist()  # such as intervals and dates
    categories = list_column(named)
    if categories.column.offsets:
        return dictionary(column_of(values.codes), categories)
    return list_column(values.tolist())


def dictionary(codes: Column, labels: Held) -> Imported:
    """Codes, of which those below 0 are absent, and labels, as one Arrow array."""
    import numpy as np
    if not isinstance(codes, Held):
        raise TypeError('codes are whole numbers')
    code = codes.keep
    code = np.ascontiguousarray(code)
    bits = np.packbits(code >= 0, bitorder='little')
    label_buffers = (ctypes.c_void_p * 3)(None, ctypes.addressof(labels.column.offsets.contents),
                                          labels.column.data)
    label_array = ArrowArray(length=len(labels), null_count=0, n_buffers=3,
                             buffers=ctypes.cast(label_buffers, ctypes.POINTER(ctypes.c_void_p)), release=1)
    label_schema = ArrowSchema(format=b'u', flags=2, release=1)
    return of_memory(ARROW[f'i{code.dtype.itemsize}'], len(code), (bits.ctypes.data, code.ctypes.data),
                     (code, bits), Imported(label_schema, label_array, (labels, label_buffers)))
