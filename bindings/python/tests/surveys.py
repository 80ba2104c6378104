"""The surveys that tests of the report look at, as findings in the form of a mapping."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import csv
import os
import random
from pathlib import Path
from typing import Any

import pytest

import rung

ROOT = Path(__file__).resolve().parents[3]
FIVE = ROOT / 'examples' / 'five-levels'
EXIT = ROOT / 'examples' / 'exit-survey'
HOSTILE = (
    '<script>alert(1)</script>',
    "\"quoted\" & 'single'",
    '\u202egnp.exe \u05e9\u05dc\u05d5\u05dd',
    '</style></svg><b onclick=x>',
    'a style="fill:red" href="#x" url(#y)',
    'A very long name ' * 12 + 'X' * 120,
)

Rows = list[list[str]]


def five_levels() -> dict[str, Any]:
    """The synthetic survey, by its tree of units and by tenure."""
    answers = rung.read_csv(FIVE / 'answers.csv')
    model = rung.Model.builtin('five-levels')
    found = model.findings(answers, by='tenure', unit='team', units=FIVE / 'units.csv')
    return found.to_dict()


def exit_survey() -> dict[str, Any]:
    """The real exit survey by region and by position; skipped where its data are not at hand."""
    data = Path(os.environ.get('RUNG_SHARED', '/nowhere')) / 'data' / 'dete_survey.csv'
    if not data.exists():
        pytest.skip("the exit survey's data are not here: RUNG_SHARED does not name their folder")
    answers = rung.read_csv(data, EXIT / 'exit-survey.map.json')
    model = rung.Model.open(EXIT / 'exit-survey.json')
    return model.findings(answers, by=['Region', 'Position']).to_dict()


def rows() -> Rows:
    """The rows of the synthetic survey, its head first."""
    with open(FIVE / 'answers.csv', encoding='utf-8', newline='') as file:
        return list(csv.reader(file))


def found_by_team(path: Path, answers: Rows) -> dict[str, Any]:
    """Findings by team of answers that a test has made."""
    with open(path, 'w', encoding='utf-8', newline='') as file:
        csv.writer(file).writerows(answers)
    return rung.Model.builtin('five-levels').findings(rung.read_csv(path), by='team').to_dict()


def two_waves(path: Path) -> dict[str, Any]:
    """The synthetic survey after one in which everybody denied the first statement of voice."""
    head, *answers = rows()
    place = head.index('V1')
    for row in answers:
        row[place] = '1'
    with open(path, 'w', encoding='utf-8', newline='') as file:
        csv.writer(file).writerows([head, *answers])
    model = rung.Model.builtin('five-levels')
    before = [rung.read_csv(path)]
    found = model.findings(rung.read_csv(FIVE / 'answers.csv'), by='tenure', before=before)
    return found.to_dict()


def side_by_side() -> dict[str, Any]:
    """Three models beside each other, over twelve units whose answers were drawn."""
    drawn = random.Random(20)
    model = rung.Model.builtin('humane-organisation')
    answers: dict[str, list[Any]] = {
        item.id: [drawn.randint(1, 5) for _ in range(240)] for item in model.items
    }
    answers['unit'] = [f'Unit {place % 12}' for place in range(240)]
    tree = [rung.Unit('All'), *(rung.Unit(f'Unit {place}', 'All') for place in range(12))]
    return model.findings(answers, unit='unit', units=tree).to_dict()


def named(names: tuple[str, ...]) -> Rows:
    """The synthetic survey with other names of teams, dealt out evenly."""
    head, *answers = rows()
    team = head.index('team')
    return [head] + [
        row[:team] + [names[place % len(names)]] + row[team + 1 :]
        for place, row in enumerate(answers)
    ]


def hostile(path: Path) -> dict[str, Any]:
    """Groups whose names try to get out of where they stand."""
    return found_by_team(path, named(HOSTILE))


def of_forty(path: Path) -> dict[str, Any]:
    """Forty groups."""
    return found_by_team(path, named(tuple(f'Unit {place:02}' for place in range(1, 41))))


def all_hidden(path: Path) -> dict[str, Any]:
    """Two persons: nothing may be shown."""
    return found_by_team(path, rows()[:3])
