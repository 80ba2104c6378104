# The pictures of the documentation: they say what the library says now, and they are small.
# SPDX-License-Identifier: Apache-2.0
"""The pictures of the documentation: they say what the library says now, and they are small."""
from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import List
from xml.etree import ElementTree

import pytest

pytest.importorskip('matplotlib')

ROOT = Path(__file__).resolve().parents[3]
STORED = ROOT / 'doc' / 'pictures'
NAMES = ('levels', 'heatmap', 'ladder', 'said_done', 'profile', 'relation')


@pytest.fixture(scope='module')
def tool() -> ModuleType:
    """The script that makes them."""
    path = ROOT / 'bindings' / 'python' / 'tools' / 'pictures.py'
    spec = importlib.util.spec_from_file_location('pictures', path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def written_in(text: str) -> List[str]:
    """The texts of a picture; where they stand may differ between versions of matplotlib."""
    tag = '{http://www.w3.org/2000/svg}text'
    return [''.join(element.itertext()) for element in ElementTree.fromstring(text).iter(tag)]


def test_there_is_a_picture_of_each_kind(tool: ModuleType) -> None:
    assert tuple(tool.pictures_of_five_levels()) == NAMES
    assert {path.stem for path in STORED.glob('*.svg')} >= set(NAMES)


@pytest.mark.parametrize('name', NAMES)
def test_stored_pictures_say_what_would_be_written(name: str, tool: ModuleType) -> None:
    stored = (STORED / f'{name}.svg').read_text(encoding='utf-8')
    now = tool.written(tool.pictures_of_five_levels()[name], name)
    assert written_in(stored) == written_in(now) and written_in(now)
    assert len(stored.encode()) < tool.MOST_BYTES
