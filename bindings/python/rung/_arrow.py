"""Arrow's C data interface: what other libraries export, taken over and released once."""
# SPDX-License-Identifier: Apache-2.0
#
# The three structs are those of the Arrow specification, "The Arrow C data interface" and "The Arrow
# C stream interface".
from __future__ import annotations

import ctypes
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from typing import Any, Iterator

from ._handle import when_dropped


class ArrowSchema(Structure):
    """The type of an array, and of the arrays inside."""


ArrowSchema._fields_ = [
    ('format', c_char_p), ('name', c_char_p), ('metadata', c_void_p), ('flags', c_int64),
    ('n_children', c_int64), ('children', POINTER(POINTER(ArrowSchema))),
    ('dictionary', POINTER(ArrowSchema)), ('release', c_void_p), ('private_data', c_void_p)]


class ArrowArray(Structure):
    """The memory of an array."""


ArrowArray._fields_ = [
    ('length', c_int64), ('null_count', c_int64), ('offset', c_int64), ('n_buffers', c_int64),
    ('n_children', c_int64), ('buffers', POINTER(c_void_p)),
    ('children', POINTER(POINTER(ArrowArray))), ('dictionary', POINTER(ArrowArray)),
    ('release', c_void_p), ('private_data', c_void_p)]


class ArrowArrayStream(Structure):
    """Arrays of one schema, one after the other."""


ArrowArrayStream._fields_ = [
    ('get_schema', CFUNCTYPE(c_int, POINTER(ArrowArrayStream), POINTER(ArrowSchema))),
    ('get_next', CFUNCTYPE(c_int, POINTER(ArrowArrayStream), POINTER(ArrowArray))),
    ('get_last_error', CFUNCTYPE(c_char_p, POINTER(ArrowArrayStream))),
    ('release', c_void_p), ('private_data', c_void_p)]

capsule_pointer = ctypes.pythonapi.PyCapsule_GetPointer
capsule_pointer.restype, capsule_pointer.argtypes = c_void_p, [ctypes.py_object, c_char_p]


def release(struct: Structure) -> None:
    """Give a struct back to who made it."""
    if struct.release:
        CFUNCTYPE(None, c_void_p)(struct.release)(ctypes.addressof(struct))


class Imported:
    """An array with its schema; both are given back when nobody holds this any more."""

    def __init__(self, schema: ArrowSchema, array: ArrowArray, keep: Any = None) -> None:
        self.schema = schema
        self.array = array
        self.keep = keep

    def __len__(self) -> int:
        return int(self.array.length)

    @property
    def format(self) -> str:
        """The type as the format string of the specification."""
        return (self.schema.format or b'').decode()

    @property
    def names(self) -> list[str]:
        """The names of the columns, where it is a record batch."""
        return [(self.schema.children[index].contents.name or b'').decode('utf-8', errors='replace')
                for index in range(self.schema.n_children)]


def of_capsules(schema: Any, array: Any) -> Imported:
    """The array behind the two capsules of `__arrow_c_array__`, which stay the owners."""
    found = Imported(ArrowSchema.from_address(capsule_pointer(schema, b'arrow_schema')),
                     ArrowArray.from_address(capsule_pointer(array, b'arrow_array')), (schema, array))
    if not found.schema.release or not found.array.release:
        raise ValueError('the Arrow array was taken over already: give one that is new')
    return found


def of_memory(format: bytes, length: int, addresses: tuple[int, int], keep: Any,
              dictionary: Imported | None = None) -> Imported:
    """An array made here of memory that `keep` holds: the addresses of its validity and its data."""
    buffers = (c_void_p * 2)(*addresses)
    array = ArrowArray(length=length, null_count=-1, n_buffers=2,
                       buffers=ctypes.cast(buffers, POINTER(c_void_p)), release=1)
    schema = ArrowSchema(format=format, flags=2, release=1)
    if dictionary:
        array.dictionary = ctypes.pointer(dictionary.array)
        schema.dictionary = ctypes.pointer(dictionary.schema)
    return Imported(schema, array, (keep, buffers, dictionary))


def stream_of(exporter: Any) -> Iterator[Imported]:
    """The arrays of `__arrow_c_stream__`, each good for as long as it is held."""
    capsule = exporter.__arrow_c_stream__()
    stream = ArrowArrayStream.from_address(capsule_pointer(capsule, b'arrow_array_stream'))
    schema = ArrowSchema()
    if not stream.release:
        raise ValueError('the Arrow stream was read already: give one that is new')
    ask(stream, stream.get_schema, schema)
    when_dropped(schema, release, copied(schema))
    while True:
        array = ArrowArray()
        ask(stream, stream.get_next, array)
        if not array.release:
            break
        when_dropped(array, release, copied(array))
        yield Imported(schema, array, (exporter, capsule))


def copied(struct: Any) -> Any:
    """A struct of the same content: what a finalizer may hold of something that is gone."""
    return type(struct).from_buffer_copy(struct)


def ask(stream: ArrowArrayStream, function: Any, out: Any) -> None:
    """Call a function of a stream; what it says of a failure is raised."""
    status = function(ctypes.byref(stream), ctypes.byref(out))
    if status != 0:
        said = stream.get_last_error(ctypes.byref(stream))
        raise OSError(status, f'the Arrow stream failed: '
                              f'{(said or b"no reason given").decode(errors="replace")}')


def array_of(exporter: Any) -> Imported:
    """The one array of an exporter; several chunks have to be made one before."""
    if hasattr(exporter, '__arrow_c_array__'):
        return of_capsules(*exporter.__arrow_c_array__())
    chunks = list(stream_of(exporter))
    if len(chunks) != 1:
        raise ValueError(f'the column comes in {len(chunks)} pieces')
    return chunks[0]
