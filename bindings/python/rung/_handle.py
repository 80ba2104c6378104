"""Handles: what the library made, freed exactly once, whoever forgets it and whenever."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import ctypes
import os
import weakref
from typing import Any

from . import _abi
from ._library import lib
from .errors import failure


def call(name: str, *arguments: Any) -> None:
    """Call a function that gives a status; a failure is raised.

    The interpreter is released during the call, so that threads run beside each other.
    """
    error = _abi.Error()
    if getattr(lib, name)(*arguments, ctypes.byref(error)) != 0:
        raise failure(error)


def make(kind: type[Any], name: str, *arguments: Any) -> Any:
    """Call a maker: a pointer to what it gave, which the caller owns."""
    out = ctypes.POINTER(kind)()
    call(name, *arguments, ctypes.byref(out))
    return out


def when_dropped(thing: Any, function: Any, *arguments: Any) -> None:
    """Call a function when nobody holds a thing any more; not at the end of the interpreter."""
    last: Any = weakref.finalize(thing, function, *arguments)
    last.atexit = False


class Handle:
    """Something of the library's that is freed when nobody holds it any more.

    A subclass names its noun. The free function is bound to the pointer alone, so that handles may
    go in any order, on any thread, and once only. A call is given the handle, and so holds it. What
    is held to the end of the interpreter is left to the system: a thread that outlives the
    interpreter may still be counting in it.
    """

    __slots__ = ('_as_parameter_', '__weakref__')
    noun = ''

    def __init__(self, pointer: Any) -> None:
        self._as_parameter_ = pointer  # what ctypes passes for it
        when_dropped(self, getattr(lib, f'rung_{self.noun}_free'), pointer)


class SettingsHandle(Handle):
    """Settings of one call."""

    __slots__ = ()
    noun = 'settings'


def settings(values: dict[str, Any]) -> Any:
    """Settings from keyword arguments, those that are None at their start; None for none at all."""
    given = {name: value for name, value in values.items() if value is not None}
    if not given:
        return None
    handle = SettingsHandle(make(_abi.Settings, 'rung_settings_new'))
    for name, value in given.items():
        call('rung_settings_set', handle, _abi.Setting[name.upper()], float(value))
    return handle


def take_bytes(name: str, *arguments: Any) -> bytes:
    """Call what gives bytes away, and copy and free them."""
    given = make(_abi.Bytes, name, *arguments)
    try:
        return ctypes.string_at(lib.rung_bytes_data(given), lib.rung_bytes_length(given))
    finally:
        lib.rung_bytes_free(given)


def text(given: bytes | None) -> str | None:
    """Text of the library's, which is UTF-8."""
    return None if given is None else given.decode('utf-8', errors='replace')


def words(given: bytes | None) -> str:
    """Text that is always there."""
    return '' if given is None else given.decode('utf-8', errors='replace')


def encoded(given: str | None) -> bytes | None:
    """Text for the library; NUL cannot be passed on and is refused."""
    if given is None:
        return None
    if not isinstance(given, str):
        raise TypeError(f'{given!r} is no text: names and ids are of type str')
    if '\0' in given:
        raise ValueError(f'{given!r} has a NUL inside: names and texts end there')
    return given.encode('utf-8')


def encoded_path(given: str | os.PathLike[str]) -> bytes:
    """A path for the library; NUL would end it early."""
    path = os.fsencode(given)
    if b'\0' in path:
        raise ValueError(f'the path {path!r} has a NUL inside')
    return path
