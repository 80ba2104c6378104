"""Columns: arrays of whatever library, read in place as the library wants them."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import ctypes
import math
from array import array
from datetime import date
from typing import Any, Sequence, Union

from . import _abi
from ._arrow import Imported, array_of, of_memory

TYPES = {'i1': _abi.Type.INT8, 'i2': _abi.Type.INT16, 'i4': _abi.Type.INT32, 'i8': _abi.Type.INT64,
         'u1': _abi.Type.UINT8, 'u2': _abi.Type.UINT16, 'u4': _abi.Type.UINT32, 'u8': _abi.Type.UINT64,
         'f4': _abi.Type.FLOAT, 'f8': _abi.Type.DOUBLE}
FORMATS = {'c': 'i1', 's': 'i2', 'i': 'i4', 'l': 'i8', 'C': 'u1', 'S': 'u2', 'I': 'u4', 'L': 'u8',
           'f': 'f4', 'g': 'f8', 'tdD': 'i4'}  # of Arrow
CODES = {'b': 'i1', 'h': 'i2', 'i': 'i4', 'q': 'i8', 'B': 'u1', 'H': 'u2', 'I': 'u4', 'Q': 'u8',
         'f': 'f4', 'd': 'f8'}  # of array.array


class Held:
    """A column of the library's, and what keeps its memory alive."""

    __slots__ = ('column', 'keep')

    def __init__(self, column: _abi.Column, keep: Any) -> None:
        self.column = column
        self.keep = keep

    def __len__(self) -> int:
        return int(self.column.length)

    @property
    def address(self) -> int:
        """Where the first element is."""
        return int(self.column.data or 0)

    def part(self, start: int, length: int) -> Held:
        """Some of its rows, in place."""
        column = _abi.Column.from_buffer_copy(self.column)
        column.length = length
        if column.type == _abi.Type.TEXT:
            column.offsets = ctypes.cast(ctypes.addressof(column.offsets.contents) + 4 * start,
                                         ctypes.POINTER(ctypes.c_int32))
        else:
            column.data = self.address + start * (column.stride or 8)
        column.validity_offset += start
        return Held(column, self.keep)


Column = Union[Held, Imported]


def numbers_at(address: int, kind: str, length: int, stride: int, keep: Any) -> Held:
    """A column of numbers at an address."""
    column = _abi.Column(data=address, length=length, stride=stride, type=TYPES[kind])
    return Held(column, keep)


def with_validity(held: Held, bits: Any, address: int) -> Held:
    """The column, with a bitmap of the rows that have a value."""
    held.column.validity = ctypes.cast(address, ctypes.POINTER(ctypes.c_uint8))
    return Held(held.column, (held.keep, bits))


def column_of(values: Any) -> Column:
    """Anything one-dimensional as a column; numbers are not copied.

    NumPy arrays, pandas and polars series, Arrow arrays, `array.array`, and lists of numbers, text
    and None. Raises TypeError for what is none of them.
    """
    if isinstance(values, (Held, Imported)):
        return values
    if is_pandas(values):
        from ._pandas import series_column
        return series_column(values)
    if hasattr(values, '__arrow_c_array__') or hasattr(values, '__arrow_c_stream__'):
        return array_of(one_chunk(values))
    if hasattr(values, '__array_interface__'):
        return numpy_column(values)
    if isinstance(values, array) and values.typecode in CODES:
        held = memoryview(values)  # as long as it is held, the array cannot move
        address, length = values.buffer_info()
        return numbers_at(address, CODES[values.typecode], length, values.itemsize, held)
    if isinstance(values, Sequence) and not isinstance(values, (str, bytes)):
        return list_column(values)
    raise TypeError(f'{type(values).__module__}.{type(values).__name__} is no column: give a list, '
                    'an array, a series of pandas or polars, or an Arrow array')


def is_pandas(values: Any) -> bool:
    """Whether something is of pandas, without importing it."""
    return any(kind.__module__.split('.')[0] == 'pandas' for kind in type(values).__mro__)


def one_chunk(values: Any) -> Any:
    """An exporter whose pieces are one: of polars rechunked, of pyarrow combined."""
    for name in ('rechunk', 'combine_chunks'):
        if hasattr(values, name):
            made = getattr(values, name)()
            return made.combine_chunks() if hasattr(made, 'num_chunks') else made
    return values


def numpy_column(values: Any) -> Column:
    """A NumPy array: in place where its type is one of the library's, else as the nearest."""
    import numpy as np
    if not isinstance(values, np.ma.MaskedArray):
        values = np.asarray(values)  # itself, or what a subclass really is
    if values.ndim != 1:
        raise TypeError(f'a column has one dimension: found an array of shape {values.shape}')
    if isinstance(values, np.ma.MaskedArray) and values.dtype.kind == 'M':
        values = values.filled(np.datetime64('NaT'))
    if isinstance(values, np.ma.MaskedArray):
        return masked(numpy_column(values.data), np.ma.getmaskarray(values))
    kind = values.dtype.kind
    if kind in 'OSUT':
        return list_column(values.tolist())
    if kind == 'M':
        return days_column(values)
    if kind == 'b':
        values = values.view(np.int8)
    code = f'{values.dtype.kind}{values.dtype.itemsize}'
    if code not in TYPES or not values.dtype.isnative:
        values = values.astype(nearest(values.dtype))
        code = f'{values.dtype.kind}{values.dtype.itemsize}'
    if values.size > 0 and values.strides[0] == 0:
        values = values.copy()
    stride = values.strides[0] if values.size > 1 else values.dtype.itemsize
    return numbers_at(values.__array_interface__['data'][0], code, len(values), stride, values)


def days_column(values: Any) -> Imported:
    """Dates as days of Arrow's, which cannot be taken for codes."""
    import numpy as np
    days = values.astype('datetime64[D]')
    there = ~np.isnat(days)
    count = np.where(there, days.astype(np.int64), 0)
    if (abs(count) >= 2 ** 31).any():
        raise TypeError('a date is further from 1970 than days can be counted in 32 bits')
    data, bits = count.astype(np.int32), np.packbits(there, bitorder='little')
    return of_memory(b'tdD', len(data), (bits.ctypes.data, data.ctypes.data), (bits, data))


def nearest(dtype: Any) -> str:
    """The type of the library's that holds the numbers of another."""
    if dtype.kind in 'iu':
        return f'{dtype.kind}{dtype.itemsize}'
    if dtype.kind == 'f':
        return 'f4' if dtype.itemsize <= 4 else 'f8'
    raise TypeError(f'a column of {dtype} holds no answers: expected numbers, text or dates')


def masked(column: Column, mask: Any) -> Held:
    """A column without the rows where the mask is true."""
    import numpy as np
    if not isinstance(column, Held):
        raise TypeError('only columns of numbers can be masked')
    bits = np.packbits(~np.asarray(mask, dtype=bool), bitorder='little')
    return with_validity(column, bits, bits.__array_interface__['data'][0])


def is_na(value: Any) -> bool:
    """None, pandas.NA and NaT."""
    return value is None or type(value).__name__ in ('NAType', 'NaTType')


def list_column(values: Sequence[Any]) -> Held:
    """A list as a column: of text where anything is text, of whole numbers where all are, else of doubles."""
    given: list[Any] = [None if is_na(value) else value.isoformat()[:10] if isinstance(value, date) else value
                        for value in values]
    if any(isinstance(value, (str, bytes)) for value in given):
        return text_column([as_text(value, row) for row, value in enumerate(given, 1)])
    if all(value is None or isinstance(value, int) or is_whole(value) for value in given):
        if all(value is None or -2 ** 63 <= value < 2 ** 63 for value in given):
            return whole_column([None if value is None else int(value) for value in given])
    return real_column(given)


def is_whole(value: Any) -> bool:
    """Whether something is a whole number of NumPy's, a bool among them."""
    return hasattr(value, 'dtype') and value.dtype.kind in 'iub'


def as_text(value: Any, row: int) -> str | None:
    """A cell of a column of texts; whole numbers as they are written."""
    if isinstance(value, str):
        return value
    if value is None or is_number(value) and value != value:
        return None
    if isinstance(value, bytes):
        try:
            return value.decode('utf-8')
        except UnicodeDecodeError:
            raise ValueError(f'row {row}: {value!r} is not UTF-8: decode it') from None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if hasattr(value, '__len__'):
        raise TypeError(f'row {row}: a {type(value).__name__} is neither a number nor text nor None')
    return str(value)


def bitmap(values: Sequence[Any]) -> array[int]:
    """A bit for each value that is there."""
    bits = array('B', bytes((len(values) + 7) // 8))
    for index, value in enumerate(values):
        if value is not None:
            bits[index >> 3] |= 1 << (index & 7)
    return bits


def whole_column(values: Sequence[int | None]) -> Held:
    """Whole numbers and None."""
    data = array('q', [0 if value is None else value for value in values])
    held = numbers_at(data.buffer_info()[0], 'i8', len(data), 8, data)
    if None not in values:
        return held
    bits = bitmap(values)
    return with_validity(held, bits, bits.buffer_info()[0])


def real_column(values: Sequence[Any]) -> Held:
    """Numbers of any kind and None."""
    try:
        data = array('d', [math.nan if value is None else float(value) for value in values])
    except (TypeError, ValueError, OverflowError):
        where, value = next((index, value) for index, value in enumerate(values) if not is_number(value))
        raise TypeError(f'row {where + 1}: {value!r} is neither a number nor text nor None') from None
    return numbers_at(data.buffer_info()[0], 'f8', len(data), 8, data)


def is_number(value: Any) -> bool:
    """Whether a value becomes a double."""
    try:
        return value is None or float(value) is not None
    except (TypeError, ValueError, OverflowError):
        return False


def text_column(values: Sequence[str | None]) -> Held:
    """Texts and None, as UTF-8."""
    encoded = [b'' if value is None else value.encode('utf-8', errors='surrogatepass') for value in values]
    offsets = array('i', [0]) * (len(values) + 1)
    end = 0
    for index, piece in enumerate(encoded):
        end += len(piece)
        if end >= 2 ** 31:
            raise ValueError('a column of text holds at most 2 GiB: give fewer rows at a time')
        offsets[index + 1] = end
    data = ctypes.create_string_buffer(b''.join(encoded), max(end, 1))
    bits = bitmap(values)
    column = _abi.Column(
        data=ctypes.addressof(data), length=len(values), type=_abi.Type.TEXT,
        offsets=ctypes.cast(offsets.buffer_info()[0], ctypes.POINTER(ctypes.c_int32)),
        validity=ctypes.cast(bits.buffer_info()[0], ctypes.POINTER(ctypes.c_uint8)))
    return Held(column, (data, offsets, bits))


def plain(values: Any) -> Held:
    """A column for statistics, which know no Arrow: numbers in place, other types through a list."""
    column = column_of(values)
    if isinstance(column, Held):
        return column
    if column.format in FORMATS and not column.schema.dictionary:
        return arrow_numbers(column)
    for name in ('to_pylist', 'to_list', 'tolist'):
        if hasattr(values, name):
            return list_column(getattr(values, name)())
    raise TypeError(f'a column of the Arrow type {column.format!r} cannot be read here: give numbers')


def arrow_numbers(column: Imported) -> Held:
    """An Arrow array of numbers, in place; one that is not sound is refused."""
    kind = FORMATS[column.format]
    size, given = int(kind[1]), column.array
    sound = given.n_buffers == 2 and given.buffers and min(given.length, given.offset) >= 0
    if not sound or (given.length > 0 and not given.buffers[1]) or (given.null_count > 0 and not given.buffers[0]):
        raise ValueError(f'the Arrow array is not as its type {column.format!r} says: {given.n_buffers} buffers, '
                         f'length {given.length}, offset {given.offset}, {given.null_count} nulls')
    data = (given.buffers[1] or 0) + given.offset * size
    held = numbers_at(data, kind, given.length, size, column)
    held.column.validity_offset = given.offset
    return with_validity(held, None, given.buffers[0]) if given.buffers[0] and given.null_count else held


def whole_groups(held: Held) -> Held:
    """A column of groups: floats that are all whole, as frames hold whole numbers with gaps, as such."""
    if held.column.type not in (_abi.Type.FLOAT, _abi.Type.DOUBLE):
        return held
    values, bits = held.keep if isinstance(held.keep, tuple) else (held.keep, None)
    if hasattr(values, 'dtype'):
        return whole_numpy(held, values, bits)
    if any(value == value and not (value.is_integer() and abs(value) < 2 ** 53) for value in values):
        return held
    return whole_column([int(value) if value == value else None for value in values])


def whole_numpy(held: Held, values: Any, bits: Any) -> Held:
    """The same of an array of NumPy's and the bits of the rows that are there, or None for all."""
    import numpy as np
    there = ~np.isnan(values)
    if bits is not None:
        there &= np.unpackbits(bits, count=len(values), bitorder='little').astype(bool)
    known = values[there]
    if not (np.isfinite(known) & (abs(known) < 2 ** 53)).all() or (known % 1 != 0).any():
        return held
    return masked(numpy_column(np.where(there, values, 0).astype(np.int64)), ~there)
