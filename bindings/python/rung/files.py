"""Files of answers, read as the command `rung` reads them: CSV, JSON Lines and long tables."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import ctypes
import json
import os
from typing import TYPE_CHECKING, Any, Iterator, Mapping, Sequence

from . import _abi
from ._handle import Handle, call, encoded, make, settings, take_bytes
from ._library import lib
from .errors import RungError
from .notes import Note, take_notes

if TYPE_CHECKING:
    from .model import Model

FORMS = {'csv': 0, 'jsonl': 1, 'long': 2}
DELIMITERS = {None: None, 'comma': 44, ',': 44, 'semicolon': 59, ';': 59, 'tab': 9, '\t': 9}
PIECE = 1 << 18


class Reader(Handle):
    """A reader of the library's."""

    __slots__ = ()
    noun = 'reader'


class AnswersFile:
    """A file of answers, read anew in blocks whenever it is scored; see `rung.read_csv`.

    After it was read, `notes` says how it is written and how it met the model, and `set_aside` holds
    the rows of another length than the header, as CSV, where they were asked to be set aside.
    """

    def __init__(self, path: str | os.PathLike[str], mapping: bytes | None, options: dict[str, Any]) -> None:
        self.path = os.fspath(path)
        self.mapping = mapping
        self.options = options
        self.notes: list[Note] = []
        self.set_aside = ''

    def __repr__(self) -> str:
        return f'<rung.AnswersFile {self.path}>'

    def blocks(self, model: Model, by: Sequence[str] = (), weight: Any = None) -> Iterator[Any]:
        """Blocks of answers, each good until the next is asked for."""
        reader = self._reader(model, by, weight)
        try:
            with open(self.path, 'rb') as file:
                while piece := file.read(PIECE):
                    yield from push(reader, piece)
            call('rung_reader_finish', reader)
        except RungError as error:
            error.pointer = error.pointer or self.path
            raise
        while block := lib.rung_reader_take(reader):
            yield block
        self.notes = take_notes('rung_reader_notes', reader)
        self.set_aside = take_bytes('rung_reader_set_aside', reader).decode('utf-8')

    def _reader(self, model: Model, by: Sequence[str], weight: Any) -> Reader:
        reader = Reader(make(_abi.Reader, 'rung_reader_new', model, self.mapping,
                             len(self.mapping or b''), settings(self.options)))
        for name in by:
            call('rung_reader_want', reader, _abi.Role.GROUP, encoded(name))
        if weight is not None:
            if not isinstance(weight, str):
                raise TypeError('the weights of a file are one of its columns: give its name')
            call('rung_reader_want', reader, _abi.Role.WEIGHT, encoded(weight))
        return reader

    def inspect(self, model: Model) -> list[Note]:
        """Read the file and say what is in it and how it meets a model."""
        for _ in self.blocks(model):
            pass
        return self.notes


def push(reader: Reader, piece: bytes) -> Iterator[Any]:
    """Push a piece of a file; the blocks that it fills."""
    taken = ctypes.c_size_t()
    while piece:
        call('rung_reader_push', reader, piece, len(piece), ctypes.byref(taken))
        piece = piece[taken.value:]
        while block := lib.rung_reader_take(reader):
            yield block


def read_csv(path: str | os.PathLike[str], mapping: Any = None, *, form: str | None = None,
             delimiter: str | None = None, set_aside: bool = False, strict: bool = False) -> AnswersFile:
    """Name a file of answers for `Model.score`, `Model.findings` and `Tally.add`.

    It is read in pieces when it is scored, so that memory does not grow with it. `mapping` is a
    `rung-map/1` file's path, or a dictionary in that form: columns to items, labels to codes. `form`
    is "csv", "jsonl" (by itself where the name ends in .jsonl or .ndjson) or "long", a table with an
    answer a record. `delimiter` is found by itself where it is not named.

    >>> answers = read_csv('examples/five-levels/answers.csv')
    >>> from rung import Model
    >>> Model.builtin('five-levels').tally(answers).rows
    492
    """
    if form is None:
        form = 'jsonl' if str(os.fspath(path)).endswith(('.jsonl', '.ndjson')) else 'csv'
    if form not in FORMS:
        raise ValueError(f'form {form!r}: expected one of {", ".join(map(repr, FORMS))}')
    if delimiter not in DELIMITERS:
        raise ValueError(f'delimiter {delimiter!r}: expected "comma", "semicolon" or "tab"')
    return AnswersFile(path, mapping_text(mapping),
                       {'form': FORMS[form], 'delimiter': DELIMITERS[delimiter],
                        'set_aside': int(set_aside), 'strict': int(strict)})


def mapping_text(mapping: Any) -> bytes | None:
    """The text of a mapping that is a path or a dictionary."""
    if mapping is None:
        return None
    if isinstance(mapping, Mapping):
        return json.dumps({'format': 'rung-map/1', **mapping}, ensure_ascii=False).encode('utf-8')
    with open(mapping, 'rb') as file:
        return file.read()
