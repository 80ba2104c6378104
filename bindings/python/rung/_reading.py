# Reading findings: from the mapping `rung-findings/1` to records.
# SPDX-License-Identifier: Apache-2.0
"""Reading findings: from the mapping `rung-findings/1` to records.

>>> team = {"by": {"team": "Blue"}, "n": 12, "state": "shown", "reason": ""}
>>> record = read({"format": "rung-findings/1", "model": {"id": "m"}, "groups": [team]})
>>> record.groups[0].label, record.groups[0].n, record.cuts
('Blue', 12, (('team',),))
"""

from __future__ import annotations

from typing import Any, Mapping, Optional, Protocol, Tuple, Union, cast

from rung._records import (
    Cell,
    Flag,
    Group,
    Interval,
    Level,
    Measure,
    Pair,
    Reading,
    Record,
    Relation,
    RelationTable,
    Rule,
    Titles,
)

FORMAT = 'rung-findings/1'
TOTAL_LABEL = 'All'
NO_VALUE_LABEL = '(no value)'


class HasDict(Protocol):
    """Anything that gives its findings as a mapping."""

    def to_dict(self) -> Mapping[str, Any]:
        """Return findings in the form `rung-findings/1`."""


FindingsLike = Union[Mapping[str, Any], HasDict, Record]
Data = Mapping[str, Any]


def read(findings: FindingsLike) -> Record:
    """Read findings. A record is returned as it is.

    Raises TypeError for what is no findings, ValueError for a mapping in another form.
    """
    if isinstance(findings, Record):
        return findings
    if not isinstance(findings, Mapping):
        if not hasattr(findings, 'to_dict'):
            kind = type(findings).__name__
            raise TypeError(f'expected findings, or a mapping in the form {FORMAT}; got {kind}')
        findings = findings.to_dict()
    if findings.get('format') != FORMAT:
        raise ValueError(f"expected the form {FORMAT}; got {findings.get('format')!r}")
    return _record(findings)


def _record(data: Data) -> Record:
    model = data.get('model', {})
    disclosure = data.get('disclosure', {})
    return Record(
        model_id=model.get('id', ''),
        title=model.get('title') or model.get('id', ''),
        rows=data.get('rows'),
        waves=data.get('waves', 1),
        weighted=data.get('weighted', False),
        confidence=data.get('confidence', 0.95),
        warnings=tuple(data.get('warnings', ())),
        least_n=disclosure.get('least_n', 5),
        least_n_spread=disclosure.get('least_n_spread', 10),
        disclosure_note=disclosure.get('note', ''),
        unmeasured={one['item']: one['reason'] for one in data.get('unmeasured', ())},
        groups=tuple(_group(i, one) for i, one in enumerate(data.get('groups', ()))),
        relations=tuple(_relation(one) for one in data.get('relations', ())),
        titles=_titles(model),
        levels=_levels(data, model),
        ranges=_ranges(model),
        reading_measures={id: one['measure'] for id, one in model.get('readings', {}).items()},
        pair_measures={
            id: (one['first'], one['second']) for id, one in model.get('pairs', {}).items()
        },
        raw=data,
    )


def _titles(model: Data) -> Titles:
    def titles(kind: str) -> Mapping[str, str]:
        return {id: one['title'] for id, one in model.get(kind, {}).items()}

    return Titles(
        measures=titles('measures'),
        readings=titles('readings'),
        pairs=titles('pairs'),
        relations=model.get('relations', {}),
        flags=model.get('flags', {}),
        items=model.get('items', {}),
    )


def _ranges(model: Data) -> Mapping[str, Tuple[float, float]]:
    return {id: (one['low'], one['high']) for id, one in model.get('measures', {}).items()}


def _levels(data: Data, model: Data) -> Mapping[str, Tuple[Level, ...]]:
    """The levels of each reading: as the model names them, or by the ids that a group has."""
    ladders = {
        id: tuple(_level(one) for one in ladder['levels'])
        for id, ladder in model.get('ladders', {}).items()
    }
    found = {
        id: tuple(Level(level, {}, '') for level in reading.get('distribution', {}))
        for group in data.get('groups', ())[:1]
        for id, reading in group.get('readings', {}).items()
    }
    named = {id: ladders[one['ladder']] for id, one in model.get('readings', {}).items()}
    return {**found, **named}


def _level(data: Data) -> Level:
    return Level(data['id'], data.get('names', {}), data.get('description') or '')


def _label(keys: Mapping[str, Optional[str]]) -> str:
    if not keys:
        return TOTAL_LABEL
    return ', '.join(NO_VALUE_LABEL if value is None else value for value in keys.values())


def _group(index: int, data: Data) -> Group:
    keys = data.get('by', {})
    return Group(
        index=index,
        keys=keys,
        label=_label(keys),
        parent=data.get('parent'),
        n=data.get('n'),
        state=data['state'],
        reason=data.get('reason', ''),
        invited=data.get('invited'),
        response=data.get('response'),
        measures={id: _measure(id, one) for id, one in data.get('measures', {}).items()},
        readings={id: _reading(id, one) for id, one in data.get('readings', {}).items()},
        pairs={id: _pair(id, one) for id, one in data.get('pairs', {}).items()},
        flags={id: _flag(id, one) for id, one in data.get('flags', {}).items()},
        items=data.get('items', {}),
    )


def _shown(data: Data, key: str, state: str = 'state') -> Any:
    """A figure where its state lets it be seen: None otherwise, whatever stands there."""
    return data[key] if data[state] in ('shown', 'on_threshold') else None


def _shares(data: Data, key: str) -> Mapping[str, Optional[float]]:
    shown = data['distribution_state'] == 'shown'
    return {level: share if shown else None for level, share in data[key].items()}


def _interval(data: Data) -> Interval:
    low, high = _shown(data, 'low'), _shown(data, 'high')
    return Interval(low, high, data['state'], data['reason'])


def _measure(id: str, data: Data) -> Measure:
    return Measure(
        id=id,
        score=_shown(data, 'score'),
        state=data['state'],
        reason=data['reason'],
        n=data['n'],
        interval=_interval(data['interval']),
        sd=data['sd'],
        coverage=data['coverage'],
        marks=tuple(data['marks']),
        raw=data,
    )


def _rule(id: str, data: Data) -> Rule:
    return Rule(id, data['level'], data['state'], data['reason'], tuple(data['marks']))


def _reading(id: str, data: Data) -> Reading:
    return Reading(
        id=id,
        level=_shown(data, 'level'),
        state=data['state'],
        reason=data['reason'],
        marks=tuple(data['marks']),
        n=data['n'],
        coverage=data['coverage'],
        typical=data['typical'],
        peak=data['peak'],
        visits=data.get('visits'),
        target=data['target'],
        to_target=data['to_target'],
        rules_agree=data['rules_agree'],
        probability=data['probability'],
        level_low=data['level_low'],
        level_high=data['level_high'],
        probabilities=data['probabilities'],
        distribution=_shares(data, 'distribution'),
        distribution_low=_shares(data, 'distribution_low'),
        distribution_high=_shares(data, 'distribution_high'),
        distribution_state=data['distribution_state'],
        rules={rule: _rule(rule, one) for rule, one in data['rules'].items()},
        raw=data,
    )


def _pair(id: str, data: Data) -> Pair:
    first, second = ('said', 'done') if 'said' in data else ('inside', 'outside')
    return Pair(
        id=id,
        state=data['state'],
        reason=data['reason'],
        n=data['n'],
        first_side=first,
        second_side=second,
        first=_shown(data, first),
        second=_shown(data, second),
        gap=_shown(data, 'gap'),
        interval=_interval(data['interval']),
        notable=data['notable'],
    )


def _flag(id: str, data: Data) -> Flag:
    return Flag(id, data['raised'], data['state'], data['reason'])


def _cell(data: Data) -> Cell:
    count = data['n'] if 'n' in data else data['units']
    return Cell(data['first'], data['second'], count, data.get('share'), data['diagonal'])


def _relation_table(data: Data, n: Optional[int], ends: Data) -> RelationTable:
    return RelationTable(
        state=data['state'],
        reason=data['reason'],
        n=n,
        on_diagonal=data['on_diagonal'],
        association=data['association'],
        low=ends['low'],
        high=ends['high'],
        cells=tuple(_cell(one) for one in data['cells']),
    )


def _relation(data: Data) -> Relation:
    persons = data['persons']
    return Relation(
        id=data['id'],
        of=cast(Tuple[str, str], tuple(data['of'])),
        units=_relation_table(data, data['units'], data),
        persons=_relation_table(persons, persons['n'], persons['interval']),
    )
