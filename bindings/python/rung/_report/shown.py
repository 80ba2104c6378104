"""A second guard: of what findings say is hidden no figure comes into the report."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import Any, Mapping

from rung._reading import read
from rung._records import Record

#: States of figures that are withheld. The library gives none with them; a file can be edited.
WITHHELD = ('hidden', 'too_few')
LEVELS = ('level', 'typical', 'peak', 'visits', 'level_low', 'level_high')


def only_shown(record: Record) -> Record:
    """Return findings without any figure below what is withheld.

    Findings of the library come out as they went in.
    """
    groups = [_without(group) for group in record.raw['groups']]
    return read(
        {**record.raw, 'groups': groups, 'relations': _each(record.raw.get('relations', []))}
    )


def _each(value: Any, withheld: bool = False) -> Any:
    if isinstance(value, Mapping):
        return _without(value, withheld)
    if isinstance(value, (list, tuple)):
        return [_each(one, withheld) for one in value]
    if withheld and isinstance(value, (int, float)):
        return None
    return value


def _without(data: Mapping[str, Any], above: bool = False) -> dict[str, Any]:
    withheld = above or data.get('state') in WITHHELD
    out = {key: _each(value, withheld) for key, value in data.items()}
    if withheld:
        out.update({key: None for key in LEVELS if key in out})
    if 'parent' in out:
        out['parent'] = data['parent']  # a place among the groups, no figure
    return out
