# Pictures of findings: what may be shown, on Axes of matplotlib.
# SPDX-License-Identifier: Apache-2.0
"""Pictures of findings: what may be shown, on Axes of matplotlib.

Every function takes findings, or a mapping in the form `rung-findings/1`, draws on the Axes that it
is given, and returns it. Without one it makes a figure of a size that fits. What is hidden is
hatched, with the word of its state; no figure of it is known here. Levels have their neutral names
unless others are asked for, and one colour from light to dark: no level is painted as good or bad.

>>> from rung import plot                                          # doctest: +SKIP
>>> ax = plot.levels(findings, "overall", by="team")               # doctest: +SKIP
>>> ax.figure.savefig("levels.png")                                # doctest: +SKIP
"""

from __future__ import annotations

try:
    import matplotlib as _matplotlib  # noqa: F401
except ImportError as error:
    raise ImportError(
        "rung.plot draws with matplotlib, which is not installed: pip install matplotlib"
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
    "detached",
    "heatmap",
    "ladder",
    "levels",
    "profile",
    "relation",
    "said_done",
    "to_svg",
]
