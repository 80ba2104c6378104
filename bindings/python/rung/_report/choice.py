"""What of the findings is to be shown: cuts, readings and measures by name."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Sequence, TypeVar, Union

from rung._records import Record

T = TypeVar('T')
Cuts = Iterable[Union[str, Sequence[str]]]


@dataclass(frozen=True)
class Choice:
    """What is shown, in the order of the findings; `leads` are the readings of the headline."""

    cuts: tuple[tuple[str, ...], ...]
    readings: tuple[str, ...]
    measures: tuple[str, ...]
    pairs: tuple[str, ...]

    @property
    def leads(self) -> tuple[str, ...]:
        """The readings of the headline: of each model that is used "overall", else its first."""
        found: dict[str, str] = {}
        for id in self.readings:
            used, _, name = id.rpartition('.')
            if name == 'overall' or used not in found:
                found[used] = id
        return tuple(found.values())


def choose(
    record: Record,
    by: Cuts | None = None,
    readings: Iterable[str] | None = None,
    measures: Iterable[str] | None = None,
) -> Choice:
    """Choose from the findings; None is everything. An unknown name raises ValueError."""
    total = record.total
    chosen = _named('measure', tuple(total.measures), measures)
    return Choice(
        cuts=_named('cut', record.cuts, None if by is None else [_columns(one) for one in by]),
        readings=_named('reading', tuple(total.readings), readings),
        measures=chosen,
        pairs=tuple(total.pairs) if measures is None else _pairs_of(record, chosen),
    )


def _columns(cut: str | Sequence[str]) -> tuple[str, ...]:
    return (cut,) if isinstance(cut, str) else tuple(cut)


def _pairs_of(record: Record, measures: tuple[str, ...]) -> tuple[str, ...]:
    wanted = set(measures)
    return tuple(id for id, both in record.pair_measures.items() if wanted.issuperset(both))


def _named(kind: str, known: tuple[T, ...], wanted: Iterable[T] | None) -> tuple[T, ...]:
    if wanted is None:
        return known
    if isinstance(wanted, str):
        raise TypeError(f'expected a list of names of a {kind}, not the text {wanted!r}')
    chosen = tuple(wanted)
    for one in chosen:
        if one not in known:
            names = ', '.join(repr(name) for name in known) or 'none'
            raise ValueError(f'the findings have no {kind} {one!r}; they have: {names}')
    return tuple(one for one in known if one in chosen)
