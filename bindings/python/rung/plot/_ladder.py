# The ladder of one group: how probable each level is, and which one may be stated.
# SPDX-License-Identifier: Apache-2.0
"""The ladder of one group: how probable each level is, and which one may be stated."""

from __future__ import annotations

from typing import List, Mapping, Optional

from matplotlib.axes import Axes

from rung import _reading
from rung._records import Reading, Record
from rung.plot import _canvas as canvas
from rung.plot import _choose as choose
from rung.plot import _palette as palette
from rung.plot import _words as words

_RUNG = 0.42


def ladder(
    findings: _reading.FindingsLike,
    reading: str,
    group: choose.GroupKey = None,
    *,
    names: str = 'neutral',
    ax: Optional[Axes] = None,
) -> Axes:
    """Draw the levels of a reading as a ladder, with how probable each one is for a group.

    `group` is a label, or a mapping of columns to values; without it the total. The level that may
    be stated is marked; so are the one that most people reach, and a target where there is one.

    Raises ValueError for a reading, a group or a kind of names that is not there.
    """
    record = _reading.read(findings)
    choose.reading(record, reading)
    levels = record.levels[reading]
    choose.names(levels, names)
    chosen = choose.group(record, group)
    one = chosen.readings[reading]
    title = f"{record.titles.of('readings', reading)}, {chosen.label}: "
    labels = words.level_labels(levels, names)
    heading = canvas.Heading(title + _stated(labels, one), _notes(record, one, chosen.n))
    return _draw(record, one, labels, heading, ax)


def _stated(labels: Mapping[str, str], one: Reading) -> str:
    if one.level is None:
        return 'no level'
    text = 'level ' + labels[one.level]
    if one.visits is not None:
        text += f', visiting {labels[one.visits]}'
    return text + words.assumed_text([one])


def _notes(record: Record, one: Reading, n: Optional[int]) -> List[str]:
    reason = one.reason[:1].upper() + one.reason[1:]
    of = '' if n is None else f'{n} {words.people(record)}. '
    signs = [words.SIGNS[sign][1].split(' ', 1)[1] for sign in words.signs_of(one)]
    marks = '; '.join(signs)
    unknown = one.level is not None and all(x is None for x in one.probabilities.values())
    chances = 'How probable each level is cannot be said' if unknown else ''
    return [of + reason, marks[:1].upper() + marks[1:], chances]


def _draw(
    record: Record,
    one: Reading,
    labels: Mapping[str, str],
    heading: canvas.Heading,
    ax: Optional[Axes],
) -> Axes:
    wrapped = [words.wrap(label, 30) for label in labels.values()]
    beside = [_beside(one, level) for level in labels]
    sheet = canvas.open_sheet(
        ax,
        heading,
        left=max(canvas.bold_room(label) for label in wrapped),
        right=max(canvas.label_room(beside, canvas.SMALL) + 0.62, 1.0),
        height=max(_RUNG, canvas.row_heights(wrapped)) * len(labels),
        below=0.42,
    )
    canvas.put_labels(sheet, wrapped)
    sheet.ax.set_ylim(-0.5, len(labels) - 0.5)
    sheet.ax.set_xlim(0, 1)
    _put_rails(sheet.ax, len(labels))
    if one.level is None:
        word = words.state_word(record, one.state)
        canvas.put_hatched(sheet.ax, 0, -0.5, 1, len(labels), one.state, word)
    else:
        for place, level in enumerate(labels):
            _put_rung(sheet, one, level, place, beside[place])
    return canvas.finish(sheet)


def _beside(one: Reading, level: str) -> str:
    told = []
    if one.level == level:
        told.append('◀ stated')
    if one.visits == level:
        told.append('visited')
    if one.typical == level:
        told.append('typical person')
    if one.target == level:
        told.append('target')
    return ', '.join(told)


def _put_rails(ax: Axes, count: int) -> None:
    for x in (0.0, 1.0):
        ax.plot(
            [x, x], [-0.5, count - 0.5], color=palette.LINE, linewidth=2.2, zorder=3, clip_on=False
        )
    for place in range(count):
        ax.plot([0, 1], [place, place], color=palette.FAINT, linewidth=2.2, zorder=0.9)
    ax.set_xticks([0, 0.5, 1], ['0 %', '50 %', '100 %'])
    ax.tick_params(axis='x', labelsize=canvas.SMALL, pad=2)
    ax.set_xlabel('probability of the level', fontsize=canvas.SMALL, labelpad=2)


def _put_rung(sheet: canvas.Sheet, one: Reading, level: str, place: int, beside: str) -> None:
    stated = one.level == level
    chance = one.probabilities.get(level)
    if chance is not None and chance > 0:
        sheet.ax.barh(
            place,
            chance,
            0.44,
            color=palette.ramp(0.8 if stated else 0.4),
            edgecolor=palette.INK if stated else palette.MUTED,
            linewidth=1.4 if stated else 0.6,
            zorder=2,
        )
    told = '' if chance is None else words.chance_text(chance)
    for text, at, weight in (
        (told, 0.10, 'normal'),
        (beside, 0.62, 'bold' if stated else 'normal'),
    ):
        sheet.ax.text(
            1,
            place,
            text,
            color=sheet.ink,
            transform=sheet.beside(at, 0),
            fontsize=canvas.SMALL,
            fontweight=weight,
            va='center',
        )
    if stated:
        sheet.ax.get_yticklabels()[place].set_fontweight('bold')
