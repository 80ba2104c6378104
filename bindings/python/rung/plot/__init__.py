# Pictures of findings: what may be shown, on Axes of matplotlib.
# SPDX-License-Identifier: Apache-2.0
"""Pictures of findings: what may be shown, on Axes of matplotlib.

Every function takes findings, or a mapping in the form `rung-findings/1`, draws on the Axes that it
is given, and returns it. Without one it makes a figure of a size that fits. What is hidden is
hatched, with the word of its state; no figure of it is known here. Levels have their neutral names
unless others are asked for, and one colour from light to dark: no level is painted as good or bad.
Figures are pyplot's, so that a notebook shows them, but inside `detached`.

>>> import rung
>>> from rung import plot
>>> answers = rung.read_csv("examples/five-levels/answers.csv")
>>> findings = rung.Model.builtin("five-levels").findings(answers, by="team")
>>> with plot.detached():
...     ax = plot.levels(findings, "overall", by="team")
>>> ax.get_title(loc="left")
'Level over all five characteristics, by assumed cuts'
>>> plot.to_svg(ax, title="Levels of teams")[:4]
'<svg'
"""

from __future__ import annotations

try:
    import matplotlib as _matplotlib  # noqa: F401
except ImportError as error:
    raise ImportError(
        'rung.plot draws with matplotlib, which is not installed: pip install matplotlib'
    ) from error

from rung.plot._canvas import detached
from rung.plot._heatmap import heatmap
from rung.plot._ladder import ladder
from rung.plot._levels import levels
from rung.plot._profile import profile
from rung.plot._relation import relation
from rung.plot._said_done import said_done
from rung.plot._svg import to_svg

__all__ = [
    'detached',
    'heatmap',
    'ladder',
    'levels',
    'profile',
    'relation',
    'said_done',
    'to_svg',
]
