"""Finds librung, checks that it is the one that the table was made from, and binds the table to it."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import ctypes
import os
import sys
from typing import Any

from . import _abi
from ._carried import carried

MAJOR = _abi.VERSION_NUMBER // 10000
SONAME = {'darwin': f'librung.{MAJOR}.dylib', 'win32': f'rung-{MAJOR}.dll'}.get(
    sys.platform, f'librung.so.{MAJOR}')


def candidates() -> list[tuple[str, str]]:
    """Where librung may be, and how each place is called: the first that is there is taken."""
    named = os.environ.get('RUNG_LIBRARY')
    if named:
        return [(named, 'RUNG_LIBRARY names it')]
    inside = carried(SONAME)
    if inside:
        return [(inside, 'it is part of this package')]
    return [(SONAME, 'the system was asked for it')]


def load() -> ctypes.CDLL:
    """Open librung; an ImportError says where it was looked for and what to do."""
    (path, why), = candidates()
    try:
        return ctypes.CDLL(path)
    except OSError as problem:
        raise ImportError(
            f'librung cannot be opened: {problem} ({path}: {why}). Install a wheel of rung, which '
            f'carries it; or build the library and set RUNG_LIBRARY to its file, such as '
            f'build/lib/{SONAME}; or install it and run ldconfig') from problem


def fits(found: int) -> bool:
    """Whether a version serves this table: one major, and before 1.0 one minor, not older."""
    wanted = _abi.VERSION_NUMBER
    same = found // 10000 == wanted // 10000 and (MAJOR > 0 or found // 100 == wanted // 100)
    return same and found >= wanted


def dotted(number: int) -> str:
    """A version number as people write it."""
    return f'{number // 10000}.{number // 100 % 100}.{number % 100}'


def bind(shared: ctypes.CDLL) -> ctypes.CDLL:
    """Give every function of the table its types; an ImportError where the library is another."""
    try:
        shared.rung_version_number.restype = ctypes.c_uint32
        found = shared.rung_version_number()
        if not fits(found):
            raise ImportError(
                f'librung is version {dotted(found)} and this package is made for '
                f'{dotted(_abi.VERSION_NUMBER)} ({shared._name}): install the two of one release, '
                f'or unset RUNG_LIBRARY')
        for name, (result, parameters) in _abi.FUNCTIONS.items():
            function = getattr(shared, name)
            function.restype, function.argtypes = result, parameters
    except AttributeError as problem:
        raise ImportError(f'{shared._name} is no librung that this package can use: {problem}') from problem
    return shared


lib: Any = bind(load())
