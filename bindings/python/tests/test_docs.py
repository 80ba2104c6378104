"""The examples in docstrings run, and print what they say."""
# SPDX-License-Identifier: Apache-2.0
import doctest
import importlib
import pkgutil
import re

import pytest

import rung

QUIET = {'rung.__main__'}
NEEDS = {'rung.plot': 'matplotlib', 'rung._report': 'jinja2'}
MODULES = [module.name for module in pkgutil.walk_packages(rung.__path__, 'rung.', onerror=lambda name: None)
           if module.name not in QUIET]


@pytest.mark.parametrize('name', ['rung', *MODULES])
def test_examples_in_docstrings(name, root, monkeypatch):
    for start, needed in NEEDS.items():
        if name.startswith(start):
            pytest.importorskip(needed)
    monkeypatch.chdir(root)
    result = doctest.testmod(importlib.import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.failed == 0


def test_every_public_name_is_offered_while_typing():
    assert set(rung.__all__) <= set(dir(rung))


def test_the_text_of_stats_names_every_statistic():
    functions = {name for name in rung.stats.__all__ if name[0].islower()}
    assert functions <= set(re.findall(r'\w+', rung.stats.__doc__))
    assert all(getattr(rung.stats, name).__doc__ for name in rung.stats.__all__)


def test_every_public_name_is_documented():
    for name in rung.__all__:
        if name not in ('plot', 'report', 'stats'):
            assert getattr(rung, name).__doc__, name
