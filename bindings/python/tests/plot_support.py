# What the tests of the pictures share: reading a picture, and awkward findings.
# SPDX-License-Identifier: Apache-2.0
"""What the tests of the pictures share: reading a picture, and awkward findings."""
from __future__ import annotations

from typing import Any, Dict, List, Tuple

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.text import Text

Data = Dict[str, Any]


def drawn(ax: Axes) -> Tuple[Figure, FigureCanvasAgg]:
    """The figure of a picture, drawn, so that every text stands where it will."""
    figure = ax.figure
    assert isinstance(figure, Figure)
    canvas = FigureCanvasAgg(figure)
    figure.draw(canvas.get_renderer())  # type: ignore[no-untyped-call]
    return figure, canvas


def texts(ax: Axes) -> List[str]:
    """Every text of a picture, title, ticks and legend included."""
    figure = ax.figure
    assert isinstance(figure, Figure)
    figure.draw_without_rendering()
    return [
        str(text.get_text())
        for text in figure.findobj(Text)
        if isinstance(text, Text) and text.get_text()
    ]


def hatched(ax: Axes) -> List[Patch]:
    """The hatched boxes inside the Axes."""
    return [patch for patch in ax.patches if patch.get_hatch()]


def only_hidden(data: Data) -> Data:
    """Findings in which no group is shown."""
    data['groups'] = [group for group in data['groups'] if group['state'] != 'shown']
    for group in data['groups']:
        group['parent'] = None
    return data


def with_groups(data: Data, count: int, name: str = 'Group {}') -> Data:
    """Findings of a total and so many groups, all with the figures of one."""
    total, like = data['groups'][0], data['groups'][2]
    data['groups'] = [total]
    for number in range(count):
        label = name.format(number)
        data['groups'].append({**like, 'by': {'team': label}, 'parent': None})
    return data


def leave_figures(group: Data) -> None:
    """Put figures that occur nowhere else into a hidden group."""
    for measure in group['measures'].values():
        measure.update(score=98.7654)
        measure['interval'].update(low=98.7, high=99.0)
    for pair in group['pairs'].values():
        pair.update(said=99.0, done=98.7, gap=-99.0)
    for reading in group['readings'].values():
        reading.update(level='5', distribution=dict.fromkeys(reading['distribution'], 0.2345))
        reading.update(probabilities=dict.fromkeys(reading['probabilities'], 0.2345))
