# Colours, and what stands beside a colour: one ordered ramp for levels, hatches for states.
# SPDX-License-Identifier: Apache-2.0
"""Colours, and what stands beside a colour: one ordered ramp for levels, hatches for states."""

from __future__ import annotations

from typing import Mapping, Tuple

Colour = Tuple[float, float, float]

INK = '#1f1f1f'
MUTED = '#555555'
LINE = '#8c8c8c'
FAINT = '#dedede'
PAPER = '#ffffff'
HATCHED = '#f4f4f4'

#: From light to dark. Lightness falls evenly, so the order survives every kind of colour vision,
#: and print in grey.
_ANCHORS: Tuple[Colour, ...] = (
    (0.957, 0.914, 0.796),
    (0.780, 0.800, 0.780),
    (0.533, 0.647, 0.714),
    (0.325, 0.478, 0.624),
    (0.169, 0.302, 0.486),
    (0.071, 0.145, 0.314),
)

#: Two sides of a pair, and groups beside each other: told apart by the marker first.
SIDES: Tuple[str, str] = ('#c9892b', '#1b3f73')
MARKERS: Tuple[str, ...] = ('o', 's', 'D', '^', 'v')
SERIES: Tuple[str, ...] = ('#1b3f73', '#b3701a', '#5b7f95', '#6b4c7a', '#3d3d3d')

_HATCHES: Mapping[str, str] = {'too_few': '////', 'hidden': 'xxxx', 'too_little_evidence': '....'}
_OTHER_HATCH = '\\\\\\\\'


def hatch(state: str) -> str:
    """Return the hatch of a figure that is not shown."""
    return _HATCHES.get(state, _OTHER_HATCH)


def ramp(place: float) -> Colour:
    """Return the colour at a place of the ramp, 0 for the lightest to 1 for the darkest."""
    along = min(max(place, 0.0), 1.0) * (len(_ANCHORS) - 1)
    below = min(int(along), len(_ANCHORS) - 2)
    part = along - below
    low, high = _ANCHORS[below], _ANCHORS[below + 1]
    return (
        low[0] + (high[0] - low[0]) * part,
        low[1] + (high[1] - low[1]) * part,
        low[2] + (high[2] - low[2]) * part,
    )


def level_colours(count: int) -> Tuple[Colour, ...]:
    """Return one colour for each of so many levels, lowest first."""
    if count == 1:
        return (ramp(0.5),)
    return tuple(ramp(level / (count - 1)) for level in range(count))


def luminance(colour: Colour) -> float:
    """Return the relative luminance of a colour, as WCAG 2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ink_on(colour: Colour) -> str:
    """Return black or white: whichever is read better on a colour."""
    light = luminance(colour)
    return PAPER if (1.05 / (light + 0.05)) > ((light + 0.05) / 0.05) else '#000000'
