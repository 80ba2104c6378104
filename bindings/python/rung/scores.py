"""Scores: every measure, and where it may be told every level, of each row."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import ctypes
import importlib.util
import warnings
from array import array
from typing import TYPE_CHECKING, Any, Iterator

from . import _abi
from ._answers import blocks
from ._frame import frame_of, index_of, library_of, named
from ._handle import Handle, call, make, settings, words
from ._library import lib
from .errors import RungArgumentError

if TYPE_CHECKING:
    from .model import Model

STATES = [words(lib.rung_state_name(state)) for state in _abi.State]
FIGURES = {'': _abi.ScoreFigure.VALUE, '.coverage': _abi.ScoreFigure.COVERAGE,
           '.lowest': _abi.ScoreFigure.LOWEST, '.highest': _abi.ScoreFigure.HIGHEST}
FLIPS = {'.flip_cut': _abi.FlipFigure.CUT, '.flip_weight': _abi.FlipFigure.WEIGHT}


class PersonLevelsWarning(UserWarning):
    """Levels of single persons were asked for."""


class Scores(Handle):
    """The evaluator's workspace."""

    __slots__ = ()
    noun = 'scores'


def score_rows(model: Model, data: Any, *, person_levels: bool = False, sensitivity: bool = False,
               strict: bool = False, frame: str | None = None) -> Any:
    """Score every row: a frame in the library that `data` came in, or `frame` names.

    Of a measure `m` there are the columns `m`, `m.state`, `m.coverage`, and `m.lowest` and
    `m.highest`, between which missing answers leave the score. Of a reading `r` there are `r.level`
    (the id), `r.level.state`, `r.level.marks` and, by each rule, `r.level.by.RULE`; of a flag
    `f.flag`. They are the columns of `rung score --rows --format csv`. Of a model whose rows are
    people, levels are told with `person_levels=True` only, which warns.

    With `sensitivity=True`, `r.level.flip_cut` and `r.level.flip_weight` tell the smallest change of a
    cut or a weight that would change a level, where levels are told. With `strict=True` an answer off
    its scale fails with its row instead of being absent as invalid. A frame of pandas keeps its index.

    >>> from rung import Model
    >>> model = Model.builtin('five-levels')
    >>> answers = {'T1': [3, 4], 'T2': [2, None], 'T3': [1, None]}
    >>> model.score(answers, frame='dict')['thinking_median.state']
    ['shown', 'too_little_evidence']
    """
    if person_levels and model.rows_are_people:
        warnings.warn('levels of single persons: show them to nobody but that person, and never use '
                      'them for pay, promotion, dismissal or rating people', PersonLevelsWarning, stacklevel=3)
    workspace = Scores(make(_abi.Scores, 'rung_scores_new', model, settings(
        {'person_levels': int(person_levels), 'sensitivity': int(sensitivity), 'strict': int(strict)})))
    told = person_levels or not model.rows_are_people
    columns: dict[str, list[Any]] = {}
    for block in some_blocks(model, data):
        call('rung_scores_compute', workspace, block)
        for name, values in RowScores(model, workspace).columns(told, sensitivity).items():
            columns.setdefault(name, []).append(values)
    return frame_of({name: joined(parts) for name, parts in columns.items()}, frame or library_of(data),
                    index_of(data))


def some_blocks(model: Model, data: Any) -> Iterator[Any]:
    """The blocks of some data; of a stream without a batch one of no rows, for its columns."""
    none = True
    for block in blocks(model, data):
        none = False
        yield block
    if none:
        yield from blocks(model, {model.items[0].id: []})


class RowScores:
    """What the workspace found of the last block."""

    def __init__(self, model: Model, workspace: Scores) -> None:
        self.model = model
        self.workspace = workspace
        self.rows = lib.rung_scores_rows(workspace)

    def columns(self, told: bool, sensitivity: bool) -> dict[str, Any]:
        """Every column, in the order of the model."""
        out: dict[str, Any] = {}
        for index, name in enumerate(self.model.ids('measure')):
            out.update({name + end: self.doubles('rung_scores_measure', index, figure)
                        for end, figure in FIGURES.items()})
            out[f'{name}.state'] = named(self.bytes('rung_scores_measure_state', 'B', index), STATES)
        for index, reading in enumerate(self.model.readings):
            out.update(self.reading(index, reading) if told else {})
            if told and sensitivity:
                out.update({f'{reading.id}.level{end}': self.doubles('rung_scores_flip', index, figure)
                            for end, figure in FLIPS.items()})
        for index, name in enumerate(self.model.ids('flag')):
            out[f'{name}.flag'] = named(self.bytes('rung_scores_flag', 'b', index), [False, True])
        return out

    def reading(self, index: int, reading: Any) -> dict[str, Any]:
        """The columns of a reading."""
        ids = [level.id for level in reading.levels]
        primary = reading.rules.index(reading.primary)
        by = {rule: named(self.bytes('rung_scores_levels', 'b', index, place, _abi.LevelFigure.STATED), ids)
              for place, rule in enumerate(reading.rules)}
        state, marks = zeros('B', self.rows), zeros('B', self.rows)
        self.ask('rung_scores_level_state', index, primary, address(state, 'B'), address(marks, 'B'))
        start = f'{reading.id}.level'
        return {start: by[reading.primary], f'{start}.state': named(state, STATES),
                f'{start}.marks': [marks_of(bits) for bits in marks],
                **({f'{start}.by.{rule}': values for rule, values in by.items()} if len(by) > 1 else {})}

    def doubles(self, name: str, *of: int) -> Any:
        """A column of numbers."""
        out = zeros('d', self.rows)
        self.ask(name, *of, address(out, 'd'))
        return out

    def bytes(self, name: str, code: str, *of: int) -> Any:
        """A column of small whole numbers."""
        out = zeros(code, self.rows)
        self.ask(name, *of, address(out, code))
        return out

    def ask(self, name: str, *arguments: Any) -> None:
        """Call a getter that fills arrays."""
        if getattr(lib, name)(self.workspace, *arguments, self.rows) != 0:
            raise RungArgumentError(f'{name} refused {arguments[:3]}')


def zeros(code: str, count: int) -> Any:
    """An array of a type of `array`: NumPy's where it is installed."""
    if importlib.util.find_spec('numpy'):
        import numpy as np
        return np.zeros(count, dtype=code)
    return array(code, bytes(count * array(code).itemsize))


def address(values: Any, code: str) -> Any:
    """The address of an array, as the type of a parameter."""
    kind: Any = {'d': ctypes.c_double, 'B': ctypes.c_uint8, 'b': ctypes.c_int8}[code]
    start = values.ctypes.data if hasattr(values, 'ctypes') else values.buffer_info()[0]
    return ctypes.cast(start, ctypes.POINTER(kind))


def marks_of(bits: int) -> str:
    """The names of marks, with blanks between, as CSV has them."""
    return ' '.join(mark.name.lower() for mark in _abi.Mark if bits & mark)


def joined(parts: list[Any]) -> Any:
    """The columns of several blocks as one."""
    if len(parts) == 1:
        return parts[0]
    if hasattr(parts[0], 'dtype'):
        import numpy as np
        return np.concatenate(parts)
    return [value for part in parts for value in part]
