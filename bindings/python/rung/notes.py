"""Notes: what the library remarks on that is no failure."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from . import _abi
from ._handle import make, words
from ._library import lib


@dataclass(frozen=True)
class Note:
    """One remark: how much it matters ("information", "warning" or "error"), where, and what."""

    severity: str
    where: str
    text: str

    def __str__(self) -> str:
        return f'{self.severity}: {self.where}: {self.text}' if self.where else f'{self.severity}: {self.text}'


def take_notes(name: str, *arguments: Any) -> list[Note]:
    """Call what gives notes away, and copy and free them."""
    given = make(_abi.Notes, name, *arguments)
    try:
        return [Note(_abi.Severity(lib.rung_notes_severity(given, index)).name.lower(),
                     words(lib.rung_notes_where(given, index)), words(lib.rung_notes_text(given, index)))
                for index in range(lib.rung_notes_count(given))]
    finally:
        lib.rung_notes_free(given)
