# Colours of the pictures: told apart by every eye, and no verdict on a level.
# SPDX-License-Identifier: Apache-2.0
"""Colours of the pictures: told apart by every eye, and no verdict on a level."""
from __future__ import annotations

import pytest

pytest.importorskip('matplotlib')

from rung.plot import _palette as palette  # noqa: E402

SIGHT = {  # linear RGB as seen without one kind of cones (Viénot, Brettel and Mollon 1999)
    'deuteranopia': ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    'protanopia': ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
}


def lightness(colour: palette.Colour, sight: str) -> float:
    """L* of a colour, as it is seen."""
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in colour]
    if sight in SIGHT:
        linear = [sum(a * b for a, b in zip(row, linear)) for row in SIGHT[sight]]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * light ** (1 / 3) - 16 if light > 0.008856 else 903.3 * light


@pytest.mark.parametrize('sight', ['full', *SIGHT])
def test_levels_darken_in_clear_steps_for_every_eye(sight: str) -> None:
    for count, least in ((2, 60.0), (3, 25.0), (5, 12.0), (7, 8.0)):
        seen = [lightness(colour, sight) for colour in palette.level_colours(count)]
        steps = [above - below for above, below in zip(seen, seen[1:])]
        assert min(steps) >= least, (count, steps)


@pytest.mark.parametrize('sight', ['full', *SIGHT])
def test_the_two_sides_of_a_pair_differ_in_lightness(sight: str) -> None:
    said, done = (
        (int(side[1:3], 16) / 255, int(side[3:5], 16) / 255, int(side[5:7], 16) / 255)
        for side in palette.SIDES
    )
    assert lightness(said, sight) - lightness(done, sight) >= 25


def test_texts_on_levels_are_read_well() -> None:
    for place in range(101):
        colour = palette.ramp(place / 100)
        light = palette.luminance(colour)
        contrast = (
            1.05 / (light + 0.05) if palette.ink_on(colour) == '#ffffff' else (light + 0.05) / 0.05
        )
        assert contrast >= 4.5, (place, contrast)


def test_no_level_is_red_or_green() -> None:
    for red, green, blue in palette.level_colours(9):
        assert not (red > green + 0.2 and red > blue + 0.3)
        assert not (green > red + 0.05 and green > blue + 0.05)
