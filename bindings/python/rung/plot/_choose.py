# Choosing what is drawn: groups, readings, measures, pairs, relations. The unknown is refused.
# SPDX-License-Identifier: Apache-2.0
"""Choosing what is drawn: groups, readings, measures, pairs, relations. The unknown is refused."""

from __future__ import annotations

from typing import Iterable, List, Mapping, Optional, Sequence, Tuple, Union

from rung._records import Group, Level, Record, Relation

By = Union[str, Sequence[str], None]
GroupKey = Union[str, Mapping[str, Optional[str]], None]

#: More groups than this are not drawn into one picture.
GROUPS_MOST = 60


def _listed(names: Iterable[str]) -> str:
    found = [repr(name) for name in names]
    more = f' and {len(found) - 20} more' if len(found) > 20 else ''
    return (', '.join(found[:20]) + more) if found else 'none'


def known(kind: str, id: str, ids: Iterable[str]) -> str:
    """Return an id that is there; ValueError, with those that are, for one that is not."""
    there = list(ids)
    if id not in there:
        raise ValueError(f'no {kind} {id!r} in these findings; there are: {_listed(there)}')
    return id


def cut(record: Record, by: By) -> Tuple[str, ...]:
    """Return the columns of a cut; of None the first one, or none where only the total is there."""
    if by is None:
        return record.cuts[0] if record.cuts else ()
    columns = (by,) if isinstance(by, str) else tuple(by)
    if columns and columns not in record.cuts:
        there = _listed(','.join(names) for names in record.cuts)
        raise ValueError(f"no cut by {','.join(columns)!r} in these findings; there are: {there}")
    return columns


def groups(record: Record, by: By) -> Tuple[List[Group], str]:
    """Return the groups of a cut, the total before them, and a note where there are too many.

    Units already begin with those at the top, so that no total is put before them.
    """
    columns = cut(record, by)
    found = list(record.groups_by(columns))
    is_tree = any(group.parent is not None for group in found)
    if columns and not is_tree and record.groups and not record.groups[0].keys:
        found.insert(0, record.groups[0])
    if len(found) <= GROUPS_MOST:
        return found, ''
    return found[:GROUPS_MOST], f'The first {GROUPS_MOST} of {len(found)} groups'


def group(record: Record, key: GroupKey) -> Group:
    """Return one group: by its label or its keys; of None the total."""
    if key is None:
        if not record.groups:
            raise ValueError('no group in these findings')
        return record.total
    if isinstance(key, str):
        found = [one for one in record.groups if one.label == key]
    else:
        found = [one for one in record.groups if dict(one.keys) == dict(key)]
    if len(found) == 1:
        return found[0]
    if found:
        keys = '; '.join(str(dict(one.keys)) for one in found)
        raise ValueError(f'several groups are called {key!r}; give one of these: {keys}')
    there = _listed(one.label for one in record.groups)
    raise ValueError(f'no group {key!r} in these findings; there are: {there}')


def measures(record: Record, ids: Optional[Sequence[str]]) -> List[str]:
    """Return the ids of measures; of None all."""
    there = list(record.groups[0].measures) if record.groups else []
    if ids is None:
        return there
    if isinstance(ids, str):
        ids = [ids]
    return [known('measure', id, there) for id in ids]


def reading(record: Record, id: str) -> str:
    """Return the id of a reading that is there."""
    return known('reading', id, record.levels)


def _only(kind: str, id: Optional[str], ids: Iterable[str]) -> str:
    """Return an id that is there; of None the only one."""
    there = list(ids)
    if id is not None:
        return known(kind, id, there)
    if len(there) != 1:
        raise ValueError(f'say which {kind}; there are: {_listed(there)}')
    return there[0]


def pair(record: Record, id: Optional[str]) -> str:
    """Return the id of a pair; of None the only one."""
    return _only('pair', id, record.total.pairs)


def relation(record: Record, id: Optional[str]) -> Relation:
    """Return a relation; of None the only one."""
    there = {one.id: one for one in record.relations}
    return there[_only('relation', id, there)]


def names(levels: Sequence[Level], kind: str) -> str:
    """Return a kind of names that the levels have; neutral ones are always right."""
    if kind == 'neutral':
        return kind
    return known('kind of names', kind, dict.fromkeys(name for one in levels for name in one.names))
