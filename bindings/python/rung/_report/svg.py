"""A second look at drawings: only what a strict page may hold comes into it."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from xml.etree import ElementTree

SHAPES = frozenset(
    'svg title desc g defs clipPath pattern path rect circle ellipse line polyline polygon '
    'text tspan use'.split()
)
REFUSED = frozenset(('style', 'src', 'class'))


def checked(drawing: str) -> str:
    """Return a drawing as it is; ValueError where it could run, load or style something.

    >>> checked('<svg><rect width="2"/></svg>')
    '<svg><rect width="2"/></svg>'
    >>> checked('<svg><script/></svg>')
    Traceback (most recent call last):
    ValueError: a drawing may not hold the element 'script'
    """
    for element in ElementTree.fromstring(drawing).iter():
        name = _bare(element.tag)
        if name not in SHAPES:
            raise ValueError(f'a drawing may not hold the element {name!r}')
        for key, value in element.attrib.items():
            _check(_bare(key), value)
    return drawing


def _bare(name: str) -> str:
    return name.rpartition('}')[2]


def _check(name: str, value: str) -> None:
    outside = name == 'href' and not value.startswith('#')
    if (
        name in REFUSED
        or name.startswith('on')
        or outside
        or 'url(' in value.replace('url(#', '')
    ):
        raise ValueError(f'a drawing may not hold the attribute {name!r} with {value!r}')
