# Findings as small typed records: what the plots and the report work on.
# SPDX-License-Identifier: Apache-2.0
"""Findings as small typed records: what the plots and the report work on.

`rung._reading.read` makes them. Nothing is computed in them: a figure that is hidden is None, as in
the findings, and the state and the reason beside it say why.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Mapping, Optional, Sequence, Tuple

#: Each state in the words of the command, for a place where the figure would stand.
STATE_WORDS: Mapping[str, str] = {
    'shown': 'shown',
    'too_few': 'too few people',
    'too_little_evidence': 'too few answers',
    'no_agreement': 'the raters do not agree',
    'on_threshold': 'on a threshold',
    'hidden': 'hidden',
    'not_estimable': 'cannot be estimated',
    'not_applicable': 'not applicable',
    'not_collected': 'not asked',
}


@dataclass(frozen=True)
class Interval:
    """Limits of a figure. Where they are None, state and reason say why."""

    low: Optional[float]
    high: Optional[float]
    state: str
    reason: str


@dataclass(frozen=True)
class Measure:
    """A measure of one group. `raw` is all of it as in the findings: reliability, rest, before."""

    id: str
    score: Optional[float]
    state: str
    reason: str
    n: Optional[int]
    interval: Interval
    sd: Optional[float]
    coverage: Optional[float]
    marks: Tuple[str, ...]
    raw: Mapping[str, Any]


@dataclass(frozen=True)
class Rule:
    """What one rule of a reading says of one group."""

    id: str
    level: Optional[str]
    state: str
    reason: str
    marks: Tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """A reading of one group. Levels are ids; the mappings have every level, lowest first.

    `raw` is all of it as in the findings: flip, accuracy, consistency, camps.
    """

    id: str
    level: Optional[str]
    state: str
    reason: str
    marks: Tuple[str, ...]
    n: Optional[int]
    coverage: Optional[float]
    typical: Optional[str]
    peak: Optional[str]
    visits: Optional[str]
    target: Optional[str]
    to_target: Optional[int]
    rules_agree: Optional[bool]
    probability: Optional[float]
    level_low: Optional[str]
    level_high: Optional[str]
    probabilities: Mapping[str, Optional[float]]
    distribution: Mapping[str, Optional[float]]
    distribution_low: Mapping[str, Optional[float]]
    distribution_high: Mapping[str, Optional[float]]
    distribution_state: str
    rules: Mapping[str, Rule]
    raw: Mapping[str, Any]

    @property
    def assumed(self) -> bool:
        """Whether the level rests on numbers that nobody has published."""
        return 'assumed' in self.marks


@dataclass(frozen=True)
class Pair:
    """Two measures beside each other in one group: said and done, or inside and outside."""

    id: str
    state: str
    reason: str
    n: Optional[int]
    first_side: str
    second_side: str
    first: Optional[float]
    second: Optional[float]
    gap: Optional[float]
    interval: Interval
    notable: Optional[bool]


@dataclass(frozen=True)
class Flag:
    """A flag of one group; `raised` is None where it cannot be said or is hidden."""

    id: str
    raised: Optional[bool]
    state: str
    reason: str


@dataclass(frozen=True)
class Group:
    """The total, a group of a cut, or a unit. `index` is its place among the groups."""

    index: int
    keys: Mapping[str, Optional[str]]
    label: str
    parent: Optional[int]
    n: Optional[int]
    state: str
    reason: str
    invited: Optional[int]
    response: Optional[float]
    measures: Mapping[str, Measure]
    readings: Mapping[str, Reading]
    pairs: Mapping[str, Pair]
    flags: Mapping[str, Flag]
    items: Mapping[str, Mapping[str, Any]]

    @property
    def columns(self) -> Tuple[str, ...]:
        """The columns whose values name the group; none of the total."""
        return tuple(self.keys)

    @property
    def shown(self) -> bool:
        """Whether anything of the group is shown."""
        return self.state == 'shown'


@dataclass(frozen=True)
class Level:
    """A level of a ladder. Its names are by kind; "neutral" is the one to use unasked."""

    id: str
    names: Mapping[str, str]
    description: str

    def name(self, kind: str = 'neutral') -> str:
        """Return the name of that kind; "" where there is none."""
        return self.names.get(kind, '')


@dataclass(frozen=True)
class Cell:
    """Two levels of a relation: how many stand on both, of persons their share beside it."""

    first: str
    second: str
    count: Optional[int]
    share: Optional[float]
    diagonal: bool


@dataclass(frozen=True)
class RelationTable:
    """Units, or persons, counted by their levels on two readings."""

    state: str
    reason: str
    n: Optional[int]
    on_diagonal: Optional[float]
    association: Optional[float]
    low: Optional[float]
    high: Optional[float]
    cells: Tuple[Cell, ...]


@dataclass(frozen=True)
class Relation:
    """Two readings put beside each other."""

    id: str
    of: Tuple[str, str]
    units: RelationTable
    persons: RelationTable


@dataclass(frozen=True)
class Titles:
    """What the ids of the model are called. `of` falls back on the id itself."""

    measures: Mapping[str, str] = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)
    pairs: Mapping[str, str] = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)

    def of(self, kind: str, id: str) -> str:
        """Return the title of an id of a kind, such as "measures"."""
        titles: Mapping[str, str] = getattr(self, kind)
        return titles.get(id) or id


@dataclass(frozen=True)
class Record:
    """Findings, read. `raw` is all of them: beliefs, lists, the model's digest.

    `levels` has the levels of each reading, lowest first; `ranges` the lowest and highest score of
    each measure; `reading_measures` the measure that a reading holds against its ladder;
    `pair_measures` the two measures of a pair.
    """

    model_id: str
    title: str
    rows: Optional[int]
    waves: int
    weighted: bool
    confidence: float
    warnings: Tuple[str, ...]
    least_n: int
    least_n_spread: int
    disclosure_note: str
    unmeasured: Mapping[str, str]
    groups: Tuple[Group, ...]
    relations: Tuple[Relation, ...]
    titles: Titles
    levels: Mapping[str, Tuple[Level, ...]]
    ranges: Mapping[str, Tuple[float, float]]
    reading_measures: Mapping[str, str]
    pair_measures: Mapping[str, Tuple[str, str]]
    raw: Mapping[str, Any]

    @property
    def total(self) -> Group:
        """The group of everybody."""
        return self.groups[0]

    @property
    def cuts(self) -> Tuple[Tuple[str, ...], ...]:
        """The columns of each cut, in the order of the groups, without the total."""
        return tuple(dict.fromkeys(group.columns for group in self.groups if group.keys))

    def groups_by(self, columns: Sequence[str]) -> Tuple[Group, ...]:
        """Return the groups of one cut; of no columns, the total."""
        return tuple(group for group in self.groups if group.columns == tuple(columns))

    def children(self, group: Group) -> Tuple[Group, ...]:
        """Return the units right below a unit."""
        return tuple(other for other in self.groups if other.parent == group.index)

    def depth(self, group: Group) -> int:
        """Return how many units stand above a group; 0 at the top and where there is no tree."""
        steps, above = 0, group.parent
        while above is not None and steps < len(self.groups):
            steps, above = steps + 1, self.groups[above].parent
        return steps
