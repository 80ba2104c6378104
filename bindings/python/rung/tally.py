"""Tallies: exact counts that are added, merged, saved and sent to other machines."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import ctypes
import os
import threading
from typing import TYPE_CHECKING, Any, Iterable, Sequence

from . import _abi
from ._answers import blocks, comes_in_batches
from ._handle import Handle, call, encoded, make, take_bytes, words
from ._library import lib
from .model import Model

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .findings import Findings, Options

PARTS = {'counts': 1, 'scores': 3, 'products': 7}


class TallyHandle(Handle):
    """A tally of the library's."""

    __slots__ = ()
    noun = 'tally'


class Tally:
    """What must be remembered of any number of rows to make findings of groups.

    Split rows anywhere, add them in any order and on any number of threads (one tally each, then
    `merge`): the saved bytes are identical. A tally is as confidential as the answers.

    >>> model = Model.builtin('five-levels')
    >>> tally = Tally(model, by='team')
    >>> tally.add({'T1': [3, 4], 'T2': [2, None], 'team': ['North', 'South']}).rows
    2
    >>> tally.merge(Tally(model, 'team').add({'T1': [1], 'team': ['North']})).rows
    3
    """

    def __init__(self, model: Model, by: str | Iterable[str] = (), *, parts: str = 'products') -> None:
        """`by` names the columns that key it; `parts` is "counts", "scores" or, for uncertainty, "products"."""
        if parts not in PARTS:
            raise ValueError(f'parts {parts!r}: expected "counts", "scores" or "products"')
        names = (by,) if isinstance(by, str) else tuple(by)
        columns = (ctypes.c_char_p * max(len(names), 1))(*map(encoded, names))
        self._become(model, TallyHandle(make(
            _abi.Tally, 'rung_tally_new', model, columns, len(names), PARTS[parts])))

    def _become(self, model: Model, handle: TallyHandle) -> None:
        self.model = model
        self._handle = handle
        self._lock = threading.Lock()

    @property
    def _as_parameter_(self) -> Any:
        return self._handle._as_parameter_

    @property
    def by(self) -> tuple[str, ...]:
        """The columns that it is keyed by."""
        return tuple(words(lib.rung_tally_key_column(self, index))
                     for index in range(lib.rung_tally_key_count(self)))

    @property
    def parts(self) -> str:
        """What it remembers: "counts", "scores" or "products"."""
        held = lib.rung_tally_parts(self)
        return next(name for name, bits in PARTS.items() if bits == held)

    def add(self, data: Any, weight: Any = None) -> Tally:
        """Add rows, and give the tally back.

        `data` is a data frame of pandas or polars, an Arrow table or stream, a dictionary of
        columns, an array with a column per item, or what `rung.read_csv` gives; columns of numbers
        are read in place. `weight` is the name of a column, or an array. What fails adds nothing:
        data that come in batches are counted apart and merged when all are in.
        """
        if comes_in_batches(data):
            return self.merge(self._like()._count(data, weight))
        return self._count(data, weight)

    def _count(self, data: Any, weight: Any) -> Tally:
        for block in blocks(self.model, data, self.by, weight):
            with self._lock:  # not while the data are asked, which may ask this tally
                call('rung_tally_add', self, block, None)
        return self

    def _like(self) -> Tally:
        return Tally(self.model, self.by, parts=self.parts)

    def merge(self, other: Tally) -> Tally:
        """Add another tally of the same model, parts and columns, and give this one back."""
        if other is self:
            raise ValueError('a tally cannot be merged with itself: its rows would count twice')
        first, second = sorted((self, other), key=id)
        with first._lock, second._lock:
            call('rung_tally_merge', self, other)
        return self

    def drop_small(self, least_n: int = 5) -> int:
        """Drop groups of fewer persons for good; how many persons that were."""
        dropped = ctypes.c_uint64()
        with self._lock:
            call('rung_tally_close', self, least_n, ctypes.byref(dropped))
        return dropped.value

    @property
    def rows(self) -> int:
        """The rows that were added, those of weight 0 included."""
        with self._lock:
            return int(lib.rung_tally_rows(self))

    def to_bytes(self) -> bytes:
        """The tally as bytes: the same content gives the same bytes everywhere."""
        with self._lock:
            return take_bytes('rung_tally_save', self)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Save the tally as a file, which is as confidential as the answers."""
        data = self.to_bytes()
        with open(path, 'wb') as file:
            file.write(data)

    @classmethod
    def from_bytes(cls, data: bytes, model: Model) -> Tally:
        """The tally that was saved as bytes, for the model that it was made with."""
        made, saved = cls.__new__(cls), bytes(memoryview(data))
        handle = TallyHandle(make(_abi.Tally, 'rung_tally_load', model, saved, len(saved)))
        made._become(model, handle)
        return made

    @classmethod
    def load(cls, path: str | os.PathLike[str], model: Model) -> Tally:
        """The tally that was saved as a file."""
        with open(path, 'rb') as file:
            return cls.from_bytes(file.read(), model)

    def findings(self, by: str | Sequence[Any] | None = None, *, unit: str | None = None,
                 units: Any = None, **options: Unpack[Options]) -> Findings:
        """Say on which level the groups stand: see `Model.findings` and `rung.findings.Options`."""
        from .findings import find_in
        return find_in([self], by, unit=unit, units=units, **options)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tally) and self.to_bytes() == other.to_bytes()

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return Tally.from_bytes, (self.to_bytes(), self.model)

    def __repr__(self) -> str:
        keyed = ', '.join(self.by) or 'nothing'
        return f'<rung.Tally of {self.model.id} by {keyed}: {self.rows} rows>'
