"""Findings: what is to be read of groups, with what is withheld and why."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import ctypes
import json
import os
from html import escape
from typing import TYPE_CHECKING, Any, Iterable, Mapping, Sequence, TypedDict

from . import _abi
from ._figures import TABLES, Rows, keys_of
from ._frame import frame_of
from ._handle import Handle, call, encoded, make, settings, take_bytes, words
from ._reading import NO_VALUE_LABEL, TOTAL_LABEL
from .errors import RungMismatchError
from .model import Model
from .notes import Note, take_notes
from .tally import Tally
from .units import units_of

if TYPE_CHECKING:
    from typing_extensions import Unpack


class FindingsHandle(Handle):
    """Findings of the library's."""

    __slots__ = ()
    noun = 'findings'


class View(Handle):
    """What is to be shown."""

    __slots__ = ()
    noun = 'view'

    def __init__(self) -> None:
        super().__init__(make(_abi.View, 'rung_view_new'))

    def cut(self, columns: Sequence[str]) -> None:
        """Show groups by a column, or by several that are crossed."""
        names = (ctypes.c_char_p * len(columns))(*map(encoded, columns))
        call('rung_view_cut', self, names, len(columns))

    def units(self, column: str, units: Any) -> None:
        """Show the tree of units that a column names."""
        call('rung_view_units', self, encoded(column))
        for unit in units_of(units):
            call('rung_view_unit', self, encoded(unit.id), encoded(unit.parent),
                 -1 if unit.invited is None else unit.invited)
            for reading, level in unit.targets.items():
                call('rung_view_target', self, encoded(unit.id), encoded(reading), encoded(level))

    def relation(self, first: str, second: str) -> None:
        """Put two readings beside each other over the units."""
        call('rung_view_relation', self, encoded(first), encoded(second))

    def shown(self, earlier: Any) -> None:
        """Hold against what was shown before of the same answers."""
        given = json.dumps(earlier) if isinstance(earlier, Mapping) else \
            earlier.to_json() if isinstance(earlier, Findings) else earlier
        data = given.encode('utf-8') if isinstance(given, str) else given
        call('rung_view_shown', self, data, len(data))


class Findings:
    """Levels, scores, intervals and gaps of groups. Hidden figures are not in it, in no form.

    >>> from rung import read_csv
    >>> model = Model.builtin('five-levels')
    >>> found = model.findings(read_csv('examples/five-levels/answers.csv'), 'team')
    >>> found
    <rung.Findings of five-levels: 26 groups, 2 hidden>
    >>> found.to_dict()['groups'][0]['readings']['thinking']['level']
    '3'
    """

    def __init__(self, model: Model, handle: FindingsHandle) -> None:
        self.model = model
        self._handle = handle

    @property
    def _as_parameter_(self) -> Any:
        return self._handle._as_parameter_

    @property
    def notes(self) -> list[Note]:
        """What a reader has to know before believing or publishing the findings."""
        return take_notes('rung_findings_notes', self)

    def audit(self) -> list[Note]:
        """What could have been learnt had only small groups been hidden, and what was withheld instead."""
        return take_notes('rung_findings_audit', self)

    def _write(self, format: _abi.Format, language: str | None = None) -> str:
        """All findings as text of one of the library's formats."""
        return words(take_bytes('rung_findings_write', self, format, encoded(language)))

    def to_json(self, *, language: str | None = None) -> str:
        """The text of `rung-findings/1`, as the command writes it with `--format json`; `save` writes a file."""
        return self._write(_abi.Format.JSON, language)

    def to_csv(self, *, language: str | None = None) -> str:
        """The text of one long table of CSV, as the command writes it with `--format csv`."""
        return self._write(_abi.Format.CSV, language)

    def to_dict(self, *, language: str | None = None) -> dict[str, Any]:
        """The findings in the form `rung-findings/1`."""
        out: dict[str, Any] = json.loads(self.to_json(language=language))
        return out

    def to_frame(self, table: str | None = None, frame: str | None = None) -> Any:
        """The findings as a tidy frame: a row is a group and a part of the model, a column a figure.

        `table` is one of "group", "measure", "reading", "rule", "level", "item", "flag", "pair",
        "comparison", "relation", "cell", "relation_persons" and "cell_persons"; without it, all
        stand below each other. A column for each key (such as `team`) names the group, empty for the
        total (a key that is called as a figure is, such as `n`, stands as `by.n`); `state` and `reason` say why a figure is not there, which is NaN or None. `frame` is
        "pandas", "polars", "pyarrow" or "dict"; by itself what is installed.
        """
        if table is not None and table not in TABLES:
            raise ValueError(f'table {table!r}: expected one of {", ".join(map(repr, TABLES))}')
        kinds = [table] if table else list(TABLES)
        return frame_of(stacked([Rows(self.model, self, kind).columns() for kind in kinds]), frame)

    def save(self, path: str | os.PathLike[str], *, language: str | None = None) -> None:
        """Save the findings as a file of `rung-findings/1`."""
        data = self.to_json(language=language)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(data)

    def __reduce__(self) -> tuple[Any, ...]:
        raise TypeError('findings are not pickled: pickle the tally that they were found from, '
                        'or keep what to_json() or to_frame() gives')

    def __copy__(self) -> Findings:
        return self

    def __deepcopy__(self, memo: Any) -> Findings:
        return self

    def __str__(self) -> str:
        return self._write(_abi.Format.TABLE)

    def __repr__(self) -> str:
        states = Rows(self.model, self, 'group').columns()['state']
        hidden = sum(state != 'shown' for state in states)
        return (f'<rung.Findings of {self.model.id}: {len(states)} group{"s" * (len(states) != 1)}, '
                f'{hidden} hidden>')

    def _repr_html_(self) -> str:
        """The levels of groups as a table of HTML, below what is withheld."""
        notes = ''.join(f'<li>{escape(str(note))}</li>' for note in self.notes)
        titles = {reading.id: reading.text for reading in self.model.readings}
        rows = html_rows(Rows(self.model, self, 'reading'))
        head = ''.join(f'<th scope="col">{escape(title)}</th>' for title in titles.values())
        body = ''.join(f'<tr><th scope="row">{escape(name)}</th>'
                       + ''.join(f'<td>{cells.get(id, "")}</td>' for id in titles) + '</tr>'
                       for name, cells in rows)
        return (f'<div><ul>{notes}</ul><table><caption>{escape(self.model.id)}: levels</caption>'
                f'<thead><tr><th scope="col">group</th>{head}</tr></thead><tbody>{body}</tbody></table></div>')


def html_rows(rows: Rows) -> list[tuple[str, dict[str, str]]]:
    """Each group's name and cells by reading: a level with its marks and n, or the state that withholds it."""
    columns = rows.columns()
    several = len(set(columns['cut']) - {''}) > 1
    out: dict[int, tuple[str, dict[str, str]]] = {}
    for row, (group, id) in enumerate(zip(rows.group, columns['id'])):
        name = group_name(keys_of(rows.findings, group), several)
        level, n, marks = columns['level'][row], columns['n'][row], columns['marks'][row]
        told = f'{level}{" " + marks if marks else ""}{f", n {n:.0f}" if n == n else ""}' if level else \
            columns['state'][row].replace('_', ' ')
        cell = f'<span title="{escape(columns["reason"][row])}">{escape(told)}</span>'
        out.setdefault(group, (name, {}))[1][id] = cell
    return list(out.values())


def group_name(keys: Mapping[str, str | None], several: bool) -> str:
    """What a group is called; with the names of its columns where there are several cuts."""
    return ', '.join((f'{column}: ' if several else '') + (value or NO_VALUE_LABEL)
                     for column, value in keys.items()) or TOTAL_LABEL


def stacked(tables: Sequence[Mapping[str, list[Any]]]) -> dict[str, list[Any]]:
    """Tables below each other; what a table does not have is NaN, or None beside text and truths."""
    if len(tables) == 1:
        return dict(tables[0])
    names = dict.fromkeys(name for table in tables for name in table)
    ends = ('state', 'marks', 'reason')
    order = [name for name in names if name not in ends] + list(ends)
    out: dict[str, list[Any]] = {name: [] for name in order}
    for table in tables:
        rows = len(table['state'])
        for name in order:
            out[name] += table[name] if name in table else [None] * rows
    return {name: numbers(values) for name, values in out.items()}


def numbers(values: list[Any]) -> list[Any]:
    """A column of numbers with NaN in its gaps; any other as it is."""
    if any(isinstance(value, float) for value in values):
        return [float('nan') if value is None else value for value in values]
    return values


def cuts_of(by: Any) -> list[tuple[str, ...]]:
    """The cuts that a caller names: a column, or a list of columns and of tuples that are crossed."""
    cuts = [] if by is None else [by] if isinstance(by, str) else list(by)
    for cut in cuts:
        if not isinstance(cut, (str, tuple, list)):
            raise TypeError(f'by: {cut!r} names no column: give names, and tuples of names to be crossed')
    return [(cut,) if isinstance(cut, str) else tuple(cut) for cut in cuts]


class Options(TypedDict, total=False):
    """What may be asked of findings beside their cuts and units.

    `relations` pairs readings over the units. `shown` holds findings that were shown before of the
    same answers. `confidence` is that of every interval. Groups under `least_n` are hidden; under
    `least_n_spread` only a rounded mean is shown; of these and the model's own the larger hold. Under
    `agreement` no level is stated. `everyone` makes limits of what all who were invited would have
    answered. `merge_small` merges siblings that are too small. `unsafe` hides nothing but small
    groups: for your eyes only. `seed` and `replicates` are of what is drawn by chance.
    """

    relations: Iterable[tuple[str, str]]
    shown: Any
    confidence: float | None
    least_n: int | None
    least_n_spread: int | None
    agreement: float | None
    everyone: bool
    merge_small: bool
    unsafe: bool
    seed: int | None
    replicates: int | None


def tuning(options: Options) -> Any:
    """The settings among some options; what is no option is refused."""
    unknown = set(options) - set(Options.__annotations__)
    if unknown:
        raise TypeError(f'no option {min(unknown)!r} of findings: there are {", ".join(Options.__annotations__)}')
    values: dict[str, Any] = {name: value for name, value in options.items() if name not in ('relations', 'shown')}
    if 'unsafe' in values:
        values['unsafe'] = 2 * bool(values['unsafe'])
    return settings(values)


def find_in(waves: Sequence[Tally], by: Any = None, *, unit: str | None = None, units: Any = None,
            **options: Unpack[Options]) -> Findings:
    """Find from tallies, one a wave, the oldest first.

    `by` lists the cuts: a column each, or a tuple of columns that are crossed. `unit` and `units` go
    together: the column of units, and their tree as `rung.units.units_of` takes it. The options are
    those of `Options`.
    """
    if (unit is None) != (units is None):
        raise ValueError('unit and units go together: the column that names units, and their tree')
    tuned, view, shown = tuning(options), View(), options.get('shown', ())
    for cut in cuts_of(by):
        view.cut(cut)
    if unit is not None:
        view.units(unit, units)
    for first, second in options.get('relations', ()):
        view.relation(first, second)
    for earlier in (shown,) if isinstance(shown, (Findings, Mapping, str, bytes)) else shown:
        view.shown(earlier)
    tallies = (ctypes.POINTER(_abi.Tally) * max(len(waves), 1))(*(wave._as_parameter_ for wave in waves))
    return Findings(waves[-1].model, FindingsHandle(make(
        _abi.Findings, 'rung_findings_new', tallies, len(waves), view, tuned)))


def find(model: Model, data: Any, by: Any = None, *, weight: Any = None, unit: str | None = None,
         units: Any = None, before: Sequence[Any] = (), **options: Unpack[Options]) -> Findings:
    """Tally answers by all that is to be shown, and find: `Model.findings`."""
    by = cuts_of(by)
    if units is not None and unit is None and [len(cut) for cut in by] == [1]:
        (unit,), by = by[0], []
    if weight is not None and isinstance(data, Tally):
        raise ValueError('the rows of a tally have their weights already: give them to Tally.add')
    if not (weight is None or isinstance(weight, str)) and not all(isinstance(wave, Tally) for wave in before):
        raise ValueError('weights in an array are those of the last wave: give earlier waves as tallies')
    columns = list(dict.fromkeys([name for cut in by for name in cut] + ([unit] if unit else [])))
    waves = [wave if isinstance(wave, Tally) else Tally(model, columns).add(wave, weight)
             for wave in (*before, data)]
    for wave in waves:
        if wave.model.digest != model.digest:
            raise RungMismatchError(f'a tally of the model {wave.model.id!r} {wave.model.version} is not of '
                                    f'{model.id!r} {model.version}: find with the model that it was made with')
    return find_in(waves, by, unit=unit, units=units, **options)
