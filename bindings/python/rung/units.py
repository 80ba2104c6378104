"""Units: the tree of an organisation, with who was invited and what is aimed at."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import csv
import os
from dataclasses import dataclass, field, replace
from typing import Any, Mapping

from ._column import is_na

TARGET = 'target:'
KNOWN = {'unit', 'parent', 'invited'}


@dataclass(frozen=True)
class Unit:
    """A unit: its id, the unit above it, persons invited in it itself, and target levels by reading."""

    id: str
    parent: str | None = None
    invited: int | None = None
    targets: Mapping[str, str] = field(default_factory=dict)


def units_of(given: Any) -> list[Unit]:
    """The units of a CSV file, of a frame, of a dictionary of columns, or of a list.

    The columns are those of the command: `unit`, `parent`, perhaps `invited`, and `target:READING`.
    A list holds `Unit`s or dictionaries with those names.

    >>> units_of([Unit('Company'), {'unit': 'North', 'parent': 'Company', 'invited': 12}])[1].invited
    12
    """
    return [replace(row, invited=invited_of(row.invited, number)) if isinstance(row, Unit) else
            unit_of(row, number) for number, row in enumerate(rows_of(given), 1)]


def rows_of(given: Any) -> list[Any]:
    """Whatever was given, row by row."""
    if isinstance(given, (str, os.PathLike)):
        with open(given, encoding='utf-8-sig', newline='') as file:
            start = file.readline()
            file.seek(0)
            delimiter = next((mark for mark in start if mark in ',;\t'), ',')
            return list(csv.DictReader(file, delimiter=delimiter, strict=True))
    if isinstance(given, Mapping):
        columns = {name: list(values) for name, values in given.items()}
        if len(set(map(len, columns.values()))) > 1:
            raise ValueError('the columns of the units are not of one length')
        return [dict(zip(columns, row)) for row in zip(*columns.values())]
    for name, arguments in (('to_dicts', ()), ('to_pylist', ()), ('to_dict', ('records',))):
        if hasattr(given, name):
            return list(getattr(given, name)(*arguments))
    return list(given)


def unit_of(row: Any, number: int) -> Unit:
    """A unit of a row; what is odd is refused with its number."""
    unknown = [name for name in row if name not in KNOWN and not str(name).startswith(TARGET)]
    if unknown or 'unit' not in row:
        raise ValueError(f'unit {number}: expected unit, parent, and perhaps invited and target:READING; '
                         f'found {", ".join(map(str, row))}')
    cells = {name: None if is_empty(value) else value for name, value in row.items()}
    return Unit(text_of(cells['unit']) or '', text_of(cells.get('parent')),
                invited_of(cells.get('invited'), number),
                {name[len(TARGET):]: text_of(value) or '' for name, value in cells.items()
                 if name.startswith(TARGET) and value is not None})


def is_empty(value: Any) -> bool:
    """Nothing, a blank text, or NaN."""
    return is_na(value) or value != value or str(value).strip() == ''


def text_of(value: Any) -> str | None:
    """A cell as text; a whole number that a frame keeps as a float because of gaps, as such."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return None if value is None else str(value).strip()


def invited_of(value: Any, number: int) -> int | None:
    """Persons invited."""
    if value is None:
        return None
    try:
        count = int(float(value))
        if count == float(value) and 0 <= count < 2 ** 63:
            return count
    except (TypeError, ValueError, OverflowError):
        pass
    raise ValueError(f'unit {number}: {value!r} persons invited: expected a whole number')
