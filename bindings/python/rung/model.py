"""Models: read, checked, asked, and what scores answers by them."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Iterable, Mapping, Sequence

from . import _abi
from ._handle import Handle, encoded, encoded_path, make, take_bytes, words
from ._library import lib
from .notes import Note, take_notes

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .findings import Findings, Options
    from .tally import Tally


@dataclass(frozen=True)
class Part:
    """A part of a model, such as an item or a measure: its id, and its title or text in English."""

    id: str
    text: str


@dataclass(frozen=True)
class Level:
    """A level of a ladder: its place from 0, its id and its neutral name in English."""

    index: int
    id: str
    name: str


@dataclass(frozen=True)
class Reading(Part):
    """A measure held against a ladder: its levels, lowest first, and the rules that place people."""

    measure: str
    ladder: str
    levels: tuple[Level, ...]
    rules: tuple[str, ...]
    primary: str


def sort_of(name: str) -> _abi.Part:
    """The sort of parts that a name means."""
    try:
        return _abi.Part[name.upper()]
    except KeyError:
        known = ', '.join(repr(part.name.lower()) for part in _abi.Part)
        raise ValueError(f'{name!r} is no sort of parts: expected one of {known}') from None


class ModelHandle(Handle):
    """A model of the library's."""

    __slots__ = ()
    noun = 'model'


class Model:
    """A level or stage model: immutable, shared by threads.

    >>> model = Model.builtin('five-levels')
    >>> model.version, model.rows_are_people
    ('1.0.0', True)
    >>> [level.name for level in model.readings[0].levels][:2]
    ['Guarded', 'Detached']
    """

    def __init__(self, handle: ModelHandle) -> None:
        self._handle = handle

    @classmethod
    def builtin(cls, id: str) -> Model:
        """Read a model that comes with the library, such as "five-levels"; see `builtins()`."""
        return cls(ModelHandle(make(_abi.Model, 'rung_model_builtin', encoded(id))))

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Model:
        """Read a model file (`rung-model/1`, JSON); errors name line and column, or a JSON pointer."""
        return cls(ModelHandle(make(_abi.Model, 'rung_model_open', encoded_path(path))))

    @classmethod
    def parse(cls, source: str | bytes) -> Model:
        """Read a model from JSON text."""
        data = source.encode('utf-8') if isinstance(source, str) else bytes(memoryview(source))
        return cls(ModelHandle(make(_abi.Model, 'rung_model_parse', data, len(data))))

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Model:
        """Read a model from a dictionary in the shape of the model file.

        `format` is "rung-model/1" where it is left out.
        """
        return cls.parse(json.dumps({'format': 'rung-model/1', **source}, ensure_ascii=False))

    @staticmethod
    def builtins() -> list[str]:
        """The ids of the models that come with the library.

        >>> Model.builtins()[0]
        'five-levels'
        """
        out: list[str] = []
        while (name := lib.rung_model_builtin_id(len(out))) is not None:
            out.append(words(name))
        return out

    def __repr__(self) -> str:
        return (f'<rung.Model {self.id} {self.version}: {len(self.items)} items, '
                f'{len(self.measures)} measures, {len(self.readings)} readings>')

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Model) and self.source == other.source

    def __hash__(self) -> int:
        return hash(self.source)

    def __reduce__(self) -> tuple[Any, ...]:
        return Model.parse, (self.source,)

    @property
    def _as_parameter_(self) -> Any:
        return self._handle._as_parameter_

    @property
    def id(self) -> str:
        """The model's id."""
        return words(lib.rung_model_id(self))

    @property
    def version(self) -> str:
        """The model's version, such as "1.0.0"."""
        return words(lib.rung_model_version(self))

    @property
    def digest(self) -> str:
        """SHA-256 of the arithmetic, as 64 hexadecimal digits: tallies merge only where it is equal."""
        return words(lib.rung_model_digest(self))

    @property
    def source(self) -> str:
        """The JSON text that the model was read from."""
        return words(lib.rung_model_source(self))

    def to_dict(self) -> dict[str, Any]:
        """The model file as a dictionary; what other models bring (`uses`) is not in it."""
        out: dict[str, Any] = json.loads(self.source)
        return out

    @property
    def rows_are_people(self) -> bool:
        """Whether a row is a person, whose level is withheld unless asked for; else an assessment."""
        return bool(lib.rung_model_rows_are_people(self))

    def ids(self, sort: str) -> list[str]:
        """The ids of the parts of one sort, such as "item" or "ladder", in the order of the model.

        >>> Model.builtin('five-levels').ids('ladder')
        ['five']
        """
        part = sort_of(sort)
        return [words(lib.rung_model_part_id(self, part, index))
                for index in range(lib.rung_model_count(self, part))]

    def parts(self, sort: str, language: str | None = None) -> tuple[Part, ...]:
        """The parts of one sort with their texts in a language, where the model has it."""
        part, code = sort_of(sort), encoded(language)
        return tuple(Part(id, words(lib.rung_model_part_text(self, part, index, code)))
                     for index, id in enumerate(self.ids(sort)))

    @property
    def items(self) -> tuple[Part, ...]:
        """The questions or practices, in the order of the model."""
        return self.parts('item')

    @property
    def measures(self) -> tuple[Part, ...]:
        """The scores that are made of items or measures."""
        return self.parts('measure')

    @property
    def pairs(self) -> tuple[Part, ...]:
        """What is said beside what is done."""
        return self.parts('pair')

    @property
    def flags(self) -> tuple[Part, ...]:
        """Remarks that never change a level."""
        return self.parts('flag')

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The measures held against ladders."""
        return tuple(self._reading(index, part) for index, part in
                     enumerate(self.parts('reading')))

    def _reading(self, index: int, part: Part) -> Reading:
        ladder = lib.rung_model_reading_ladder(self, index)
        measure = lib.rung_model_reading_measure(self, index)
        rules = tuple(words(lib.rung_model_rule_id(self, index, rule))
                      for rule in range(lib.rung_model_rule_count(self, index)))
        return Reading(part.id, part.text,
                       measure=self.ids('measure')[measure], ladder=self.ids('ladder')[ladder],
                       levels=self.levels(self.ids('ladder')[ladder]), rules=rules,
                       primary=rules[lib.rung_model_primary_rule(self, index)])

    def levels(self, ladder: str, facet: str | None = None,
               language: str | None = None) -> tuple[Level, ...]:
        """The levels of a ladder, lowest first, named by a facet such as "mindset" instead of neutrally."""
        known = self.ids('ladder')
        if ladder not in known:
            raise ValueError(f'ladder {ladder!r}: expected one of {", ".join(map(repr, known))}')
        at, names = known.index(ladder), [encoded(facet), encoded(language)]
        return tuple(Level(level, words(lib.rung_model_level_id(self, at, level)),
                           words(lib.rung_model_level_name(self, at, level, *names)))
                     for level in range(lib.rung_model_level_count(self, at)))

    def check(self) -> list[Note]:
        """Lint the arithmetic and run the model's own examples; empty where all is well."""
        return take_notes('rung_model_check', self)

    def compare(self, other: Model) -> list[Note]:
        """Say what changed since another version: warnings are what changes a figure."""
        return take_notes('rung_model_compare', self, other)

    def describe(self, language: str | None = None) -> str:
        """Describe the model for a reader: levels, scoring, questions, what its numbers rest on."""
        return words(take_bytes('rung_model_describe', self, encoded(language)))

    def questionnaire(self, language: str | None = None, format: str = 'markdown') -> str:
        """What people are asked, as "markdown", or as "csv" with a line per answer."""
        formats = {'markdown': _abi.Format.TABLE, 'csv': _abi.Format.CSV}
        if format not in formats:
            raise ValueError(f'format {format!r}: expected "markdown" or "csv"')
        return words(take_bytes('rung_model_questionnaire', self, encoded(language),
                                formats[format]))

    def template(self) -> str:
        """The header of a CSV of answers."""
        return words(take_bytes('rung_model_template', self))

    def score(self, data: Any, *, person_levels: bool = False, sensitivity: bool = False,
              strict: bool = False, frame: str | None = None) -> Any:
        """Score every row: a frame of scores and states, in the library that `data` came in.

        See `rung.scores.score_rows` for the columns and options. `frame` names another library:
        "pandas", "polars", "pyarrow" or "dict". Levels of single persons are withheld unless
        `person_levels=True`, which warns: they are for the persons themselves, not for rating them.
        """
        from .scores import score_rows
        return score_rows(self, data, person_levels=person_levels, sensitivity=sensitivity,
                          strict=strict, frame=frame)

    def tally(self, data: Any = None, by: str | Iterable[str] = (), *, weight: Any = None,
              parts: str = 'products') -> Tally:
        """Count answers: a `rung.Tally` keyed by columns, to which more may be added."""
        from .tally import Tally
        made = Tally(self, by, parts=parts)
        return made if data is None else made.add(data, weight=weight)

    def findings(self, data: Any, by: str | Sequence[Any] | None = None, *, weight: Any = None,
                 unit: str | None = None, units: Any = None, before: Sequence[Any] = (),
                 **options: Unpack[Options]) -> Findings:
        """Say on which level groups stand, how sure that is, and what is withheld.

        `data` is anything that `rung.Tally.add` takes. `by` names a column, or lists cuts: a column
        each, or a tuple of columns that are crossed. `unit` names the column of each person's unit
        and `units` their tree (see `rung.units.units_of`); without `unit` it is the one column that
        `by` names, whose groups are then the units. `weight` is a column's name or an array. `before`
        holds the data or tallies of earlier waves, the oldest first. The options
        are those of `rung.findings.Options`, such as `confidence` and `least_n`.
        """
        from .findings import find
        return find(self, data, by, weight=weight, unit=unit, units=units, before=before, **options)


__all__ = ['Level', 'Model', 'Part', 'Reading']
