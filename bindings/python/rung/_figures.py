"""Figures of findings as columns: which a table has, and how one is told."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from . import _abi
from ._abi import Table
from ._handle import words
from ._library import lib
from .scores import address, marks_of, zeros

if TYPE_CHECKING:
    from .model import Model

COMPARISON = ('OTHER OTHER_N DIFFERENCE DIFFERENCE_LOW DIFFERENCE_HIGH P P_ADJUSTED NOTABLE FAMILY')
RELATION = 'SHARE ASSOCIATION ASSOCIATION_LOW ASSOCIATION_HIGH'
AGREEMENT = 'AGREEMENT AGREEMENT_SKEWED AGREEMENT_LOW AGREEMENT_HIGH'
# The figures of each table, as include/rung/findings.h says which have them.
TABLES: dict[str, tuple[Table, str]] = {
    'group': (Table.GROUP, 'N INVITED RESPONSE'),
    'measure': (Table.MEASURE, 'N SCORE LOW HIGH SD N_EFFECTIVE COVERAGE RELIABILITY RELIABILITY_LOW '
                               'RELIABILITY_HIGH ICC1 ICC2 ICC2_LOW ICC2_HIGH ' + AGREEMENT),
    'reading': (Table.READING, 'N LEVEL REACHED PROBABILITY LEVEL_LOW LEVEL_HIGH TYPICAL PEAK COVERAGE '
                               'RULES_AGREE TARGET TO_TARGET FLIP_CUT FLIP_LEVEL FLIP_WEIGHT FLIP_TERM '
                               'ACCURACY CONSISTENCY CAMP_LOWER CAMP_LOWER_SHARE CAMP_UPPER '
                               'CAMP_UPPER_SHARE'),
    'rule': (Table.RULE, 'N LEVEL REACHED'),
    'level': (Table.LEVEL, 'N SHARE LOW HIGH PROBABILITY'),
    'item': (Table.ITEM, 'N SCORE LOW HIGH N_EFFECTIVE COVERAGE FAVOURABLE FAVOURABLE_LOW '
                         'FAVOURABLE_HIGH NEUTRAL NEUTRAL_LOW NEUTRAL_HIGH UNFAVOURABLE UNFAVOURABLE_LOW '
                         'UNFAVOURABLE_HIGH NOT_ASKED SKIPPED NOT_APPLICABLE DONT_KNOW INVALID ' + AGREEMENT),
    'flag': (Table.FLAG, 'N RAISED'),
    'pair': (Table.PAIR, 'N SCORE LOW HIGH SAID DONE P P_ADJUSTED NOTABLE FAMILY'),
    'comparison': (Table.COMPARISON, 'N ' + COMPARISON),
    'relation': (Table.RELATION, 'N ' + RELATION),
    'cell': (Table.CELL, 'N SHARE DIAGONAL'),
    'relation_persons': (Table.RELATION_PERSONS, 'N ' + RELATION),
    'cell_persons': (Table.CELL_PERSONS, 'N SHARE DIAGONAL')}
PARTS = {Table.MEASURE: 'measure', Table.READING: 'reading', Table.RULE: 'reading',
         Table.LEVEL: 'reading', Table.ITEM: 'item', Table.FLAG: 'flag',
         Table.PAIR: 'pair', Table.COMPARISON: 'measure'}
LEVELS = {'LEVEL', 'REACHED', 'LEVEL_LOW', 'LEVEL_HIGH', 'TYPICAL', 'PEAK', 'TARGET', 'FLIP_LEVEL',
          'CAMP_LOWER', 'CAMP_UPPER'}
NAMED = ('cut', 'kind', 'id', 'part', 'state', 'marks', 'reason')
TRUTHS = {'RULES_AGREE', 'RAISED', 'NOTABLE', 'DIAGONAL'}


def column_name(figure: str) -> str:
    """The name of a figure as the command writes it in CSV."""
    return figure.lower().replace('reliability', 'alpha')


RESERVED = {*NAMED, *(column_name(figure) for _, figures in TABLES.values() for figure in figures.split())}


class Rows:
    """The rows of one table of findings."""

    def __init__(self, model: Model, findings: Any, kind: str) -> None:
        self.model = model
        self.findings = findings
        self.kind = kind
        self.table, figures = TABLES[kind]
        self.figures = figures.split()
        self.count = lib.rung_findings_count(findings, self.table)
        self.group = [lib.rung_findings_group(findings, self.table, row) for row in range(self.count)]
        self.part = [lib.rung_findings_part(findings, self.table, row) for row in range(self.count)]

    def columns(self) -> dict[str, list[Any]]:
        """What names a row, its figures, and what is to be said of it."""
        rows = range(self.count)
        out: dict[str, list[Any]] = {**self.names(), **{
            column_name(figure): self.figure(figure) for figure in self.figures}}
        out['state'] = [words(lib.rung_state_name(lib.rung_findings_state(self.findings, self.table, row)))
                        for row in rows]
        out['marks'] = [marks_of(lib.rung_findings_marks(self.findings, self.table, row)) for row in rows]
        out['reason'] = [words(lib.rung_findings_reason(self.findings, self.table, row)) for row in rows]
        return out

    def names(self) -> dict[str, list[Any]]:
        """The group of each row, by a column for each key, and the part of the model."""
        keys = {group: keys_of(self.findings, group) for group in set(self.group)}
        out: dict[str, list[Any]] = {column: [keys[group].get(name) for group in self.group]
                                     for name, column in key_columns(self.findings).items()}
        out['cut'] = [' | '.join(keys[group]) for group in self.group]
        out['kind'] = [self.kind] * self.count
        out['id'] = self.ids()
        out['part'] = self.subs()
        return out

    def ids(self) -> list[str]:
        """The id of the part of the model, or of the relation."""
        if self.table in PARTS:
            ids = self.model.ids(PARTS[self.table])
            return [ids[part] for part in self.part]
        if self.table == Table.GROUP:
            return [''] * self.count
        return [words(lib.rung_findings_relation_id(self.findings, part)) for part in self.part]

    def subs(self) -> list[str]:
        """The level, rule or comparison within the part."""
        subs = [lib.rung_findings_sub(self.findings, self.table, row) for row in range(self.count)]
        if self.table == Table.COMPARISON:
            return [_abi.Comparison(sub).name.lower() for sub in subs]
        if self.table in (Table.RULE, Table.LEVEL):
            readings = self.model.readings
            return [readings[part].rules[sub] if self.table == Table.RULE else readings[part].levels[sub].id
                    for part, sub in zip(self.part, subs)]
        if self.table in (Table.CELL, Table.CELL_PERSONS):
            return [self.cell(part, sub) for part, sub in zip(self.part, subs)]
        return [''] * self.count

    def cell(self, relation: int, sub: int) -> str:
        """Both levels of a cell, as "3 | 4"."""
        first, second = (self.model.readings[lib.rung_findings_relation_reading(self.findings, relation, side)]
                         for side in (0, 1))
        at, across = divmod(sub, len(second.levels))
        return f'{first.levels[at].id} | {second.levels[across].id}'

    def figure(self, name: str) -> list[Any]:
        """A column: numbers, NaN where there is none; ids of levels and truths, None where there is none."""
        out = zeros('d', self.count)
        lib.rung_findings_column(self.findings, self.table, _abi.Figure[name], address(out, 'd'), self.count)
        numbers: list[float] = out.tolist()
        if name in TRUTHS:
            return [None if math.isnan(value) else value == 1 for value in numbers]
        if name in LEVELS:
            readings = self.model.readings
            return [None if math.isnan(value) else readings[part].levels[int(value)].id
                    for part, value in zip(self.part, numbers)]
        return numbers


def key_columns(findings: Any) -> dict[str, str]:
    """The column of a frame for each key: its name, after "by." where a figure has that name."""
    names = dict.fromkeys(name for group in range(lib.rung_findings_count(findings, Table.GROUP))
                          for name in keys_of(findings, group))
    out: dict[str, str] = {}
    for name in names:
        column = name
        while column in RESERVED or column in out.values() or (column != name and column in names):
            column = f'by.{column}'
        out[name] = column
    return out


def keys_of(findings: Any, group: int) -> dict[str, str | None]:
    """The key columns of a group and their values; None for persons without a group."""
    out: dict[str, str | None] = {}
    for index in range(lib.rung_findings_key_count(findings, group)):
        value = lib.rung_findings_key_value(findings, group, index)
        out[words(lib.rung_findings_key_column(findings, group, index))] = \
            None if value is None else words(value)
    return out


