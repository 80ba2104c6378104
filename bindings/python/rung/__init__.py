# rung for Python: what the package offers.
# SPDX-License-Identifier: Apache-2.0
"""rung: on which level of a maturity or stage model groups stand, how sure that is, and what is withheld.

>>> import rung
>>> model = rung.Model.builtin('five-levels')
>>> answers = rung.read_csv('examples/five-levels/answers.csv')
>>> found = model.findings(answers, by='team')
>>> found.to_frame('reading', frame='dict')['level'][0]
'3'

`rung.stats` holds the statistics on arrays, `rung.plot` the pictures (matplotlib) and `rung.report`
writes an offline page (matplotlib and Jinja2).
"""
from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from ._handle import words
from ._library import dotted, lib
from . import _abi, errors
from .errors import RungError
from .findings import Findings
from .model import Model
from .notes import Note
from .files import AnswersFile, read_csv
from .scores import PersonLevelsWarning
from .tally import Tally
from .units import Unit

if TYPE_CHECKING:
    from . import plot as plot, stats as stats
    from ._report import report as report

__version__ = dotted(_abi.VERSION_NUMBER)
__all__ = ['AnswersFile', 'Findings', 'Model', 'Note', 'PersonLevelsWarning', 'RungError', 'Tally',
           'Unit', 'errors', 'library_version', 'plot', 'read_csv', 'report', 'stats']


def library_version() -> str:
    """The version of librung that is running."""
    return words(lib.rung_version())


def __getattr__(name: str) -> Any:
    """Load what needs more than the standard library, or much time, when it is first asked for."""
    if name in ('plot', 'stats'):
        return importlib.import_module(f'.{name}', __name__)
    if name == 'report':
        return importlib.import_module('._report', __name__).report
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def __dir__() -> list[str]:
    """What is offered while typing: what is loaded, and what is loaded when it is asked for."""
    return sorted({*globals(), *__all__})
