"""What the tests share: the repository's root, the model and the survey that come with rung."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path

import pytest

import rung

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope='session')
def root() -> Path:
    """The root of the project."""
    return ROOT


@pytest.fixture(scope='session')
def model() -> rung.Model:
    """The model of five levels."""
    return rung.Model.builtin('five-levels')


@pytest.fixture(scope='session')
def survey(root: Path) -> rung.AnswersFile:
    """The synthetic survey, as a file."""
    return rung.read_csv(root / 'examples/five-levels/answers.csv')


@pytest.fixture(scope='session')
def words(root: Path) -> dict[str, list[str]]:
    """The synthetic survey, as columns of the words that stand in the file."""
    import csv
    with open(root / 'examples/five-levels/answers.csv', encoding='utf-8', newline='') as file:
        rows = list(csv.reader(file))
    return {name: [row[place] for row in rows[1:]] for place, name in enumerate(rows[0])}
