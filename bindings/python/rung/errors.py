"""One exception per status of the library: each says where, what was found and what to do."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re
from typing import Any, ClassVar

from ._abi import Error, Status


def told(name: str, message: str) -> bool:
    """Whether a message has a name or number in it, on its own and not inside a longer one."""
    return re.search(rf'(?<![\w.-]){re.escape(name)}(?!\w)', message) is not None


class RungError(Exception):
    """What a call of the library failed with.

    `status` names its kind; `row` and `column` count from 1 and are None where the failure has no
    such place; `pointer` is a JSON pointer, a file or the name of a column, and may be ''. Of a
    statistic, `results` holds what could be had all the same, such as the number of rows.
    """

    status: ClassVar[Status] = Status.OK

    def __init__(self, message: str, row: int | None = None, column: int | None = None,
                 pointer: str = '', results: Any = None) -> None:
        super().__init__(message)
        self.message = message
        self.row = row
        self.column = column
        self.pointer = pointer
        self.results = results

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.message, self.row, self.column, self.pointer, self.results)

    def __str__(self) -> str:
        place = [self.pointer] if self.pointer and not told(self.pointer, self.message) else []
        if self.row and not told(str(self.row), self.message):
            place.append(f'row {self.row}')
        if self.column:
            place.append(f'column {self.column}')
        return ', '.join(place) + ': ' + self.message if place else self.message


class RungMemoryError(RungError, MemoryError):
    """An allocation failed; the object is as it was."""

    status = Status.E_MEMORY


class RungArgumentError(RungError, ValueError):
    """An argument is out of its stated range."""

    status = Status.E_ARGUMENT


class RungSyntaxError(RungError, ValueError):
    """Text is not JSON, CSV or UTF-8; row and column say where."""

    status = Status.E_SYNTAX


class RungModelError(RungError, ValueError):
    """A model or mapping has a wrong meaning; the pointer is a JSON pointer into it."""

    status = Status.E_MODEL


class RungAnswersError(RungError, ValueError):
    """Answers cannot be taken: a ragged row, a bad weight, a missing column."""

    status = Status.E_ANSWERS


class RungLimitError(RungError, OverflowError):
    """A documented limit is passed."""

    status = Status.E_LIMIT


class RungIOError(RungError, OSError):
    """A file cannot be read."""

    status = Status.E_IO


class RungUnsupportedError(RungError, NotImplementedError):
    """This build or version cannot do it, or a column has a type that cannot be read."""

    status = Status.E_UNSUPPORTED


class RungMismatchError(RungError, ValueError):
    """Two things do not belong together: models, parts or key columns."""

    status = Status.E_MISMATCH


class RungCorruptError(RungError, ValueError):
    """A saved tally is truncated or was changed."""

    status = Status.E_CORRUPT


class RungUnknownError(RungError, LookupError):
    """No such id, column or name."""

    status = Status.E_UNKNOWN


class RungNotEstimableError(RungError, ArithmeticError):
    """A statistic is not defined for these data: too few rows, or no variance."""

    status = Status.E_NOT_ESTIMABLE


KINDS: dict[int, type[RungError]] = {kind.status: kind for kind in RungError.__subclasses__()}


def failure(error: Error, results: Any = None) -> RungError:
    """The exception for what a call wrote."""
    kind = KINDS.get(error.status, RungError)
    return kind(error.message.decode(errors='replace'), error.row or None, error.column or None,
                error.where.decode(errors='replace'), results)
