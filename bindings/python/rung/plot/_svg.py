# A picture as SVG for a page: the same bytes every time, text as text, no style and no script.
# SPDX-License-Identifier: Apache-2.0
"""A picture as SVG for a page: the same bytes every time, text as text, no style and no script."""

from __future__ import annotations

import io
import re
from html import escape
from typing import Any, Dict, List, Match, Union

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure

FONTS = "'DejaVu Sans', Verdana, Arial, Helvetica, sans-serif"

_ROOT = re.compile(r'<svg\b[^>]*>')
_STYLE = re.compile(r'\sstyle="([^"]*)"')
_FONT = re.compile(r'(?:(?P<weight>bold|[1-9]00) )?(?P<size>[\d.]+px) ')
_SPACE = re.compile(r'[ \t]*\n[ \t]*')
_TAG = re.compile(r'(<[^>]*>)')
_UNWRITABLE = re.compile('[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')  # in XML
_LONG = re.compile(r'\b\d+\.\d{3,}\b')
_NAMED = re.compile(r'\sid="([^"]*)"')
_USED = re.compile(r'(?:href="#|url\(#)([^")]+)')
_ID = re.compile(r'(\bid="|href="#|url\(#)')


def to_svg(
    picture: Union[Axes, Figure], *, title: str = '', description: str = '', prefix: str = ''
) -> str:
    """Return the figure as one `<svg>` element that can stand in a page.

    The same findings give the same text. Texts stay texts. There is no style element and no style
    attribute, so that a page may forbid them. `title` becomes the name of the picture,
    `description` what is read out after it; `prefix` goes before every id, where several pictures
    are on one page.

    >>> from matplotlib.figure import Figure, SubFigure
    >>> to_svg(Figure((1, 1)), title="Nothing", prefix="a-")[:4]
    '<svg'
    """
    figure = picture if isinstance(picture, Figure) else picture.figure
    if isinstance(figure, SubFigure):
        figure = figure.figure
    if not isinstance(figure, Figure):
        raise ValueError('these Axes are in no figure')
    buffer = io.StringIO()
    settings: Dict[Any, Any] = {'svg.fonttype': 'none', 'svg.hashsalt': 'rung'}
    nothing = {'Date': None, 'Creator': None, 'Format': None, 'Type': None}
    with rc_context(settings):
        figure.savefig(buffer, format='svg', metadata=nothing, facecolor=figure.get_facecolor())
    return _for_page(buffer.getvalue(), title, description, prefix)


def _for_page(text: str, title: str, description: str, prefix: str) -> str:
    text = text[text.index('<svg') :]
    text = re.sub(r'<style\b.*?</style>', '', text, flags=re.DOTALL)
    text = re.sub(r'<defs>\s*</defs>', '', text)
    text = ''.join(_sealed(part) for part in _TAG.split(text))
    text = _STYLE.sub(lambda found: _attributes(found.group(1)), text)
    text = text.replace('xlink:href=', 'href=')
    text = re.sub(r' transform="rotate\(-0 [^)]*\)"', '', text)
    text = _SPACE.sub(lambda found: _seam(text, found), text)
    text = re.sub(r'<g>\s*</g>|<g\s*/>', '', _without_idle_ids(text))
    text = _without_frames(text)
    if prefix:
        text = _ID.sub(lambda found: found.group(1) + prefix, text)
    text = _ROOT.sub(lambda found: _root(found.group(0), title, description, prefix), text, count=1)
    return _UNWRITABLE.sub('\ufffd', text)


def _sealed(part: str) -> str:
    """Write the signs of attributes otherwise in a text: a label may read like one, and stays."""
    if part.startswith('<'):
        return part
    return part.replace('#', '&#35;').replace('=', '&#61;').replace('"', '&quot;')


def _seam(text: str, found: Match[str]) -> str:
    """Nothing between elements, a blank inside an attribute or a text."""
    return '' if text[found.start() - 1 : found.start()] == '>' else ' '


def _without_idle_ids(text: str) -> str:
    """Drop the ids that nothing in the picture refers to."""
    used = set(_USED.findall(text))
    return _NAMED.sub(lambda found: found.group(0) if found.group(1) in used else '', text)


def _without_frames(text: str) -> str:
    """Drop groups that say nothing, and digits that nobody sees."""
    told: List[str] = []
    open_groups: List[bool] = []
    for part in _TAG.split(text):
        if part.startswith('<g') and part[2:3] in ('>', ' '):
            open_groups.append(part == '<g>')
            part = '' if open_groups[-1] else part
        elif part == '</g>':
            part = '' if open_groups.pop() else part
        told.append(_LONG.sub(_rounded, part) if part.startswith('<') else part)
    return ''.join(told)


def _rounded(found: Match[str]) -> str:
    return f'{float(found.group(0)):.2f}'.rstrip('0').rstrip('.')


def _attributes(style: str) -> str:
    """Turn declarations into attributes, which a strict page allows."""
    told: List[str] = []
    for declaration in style.split(';'):
        name, _, value = declaration.partition(':')
        name, value = name.strip(), value.strip()
        if name == 'font':
            found = _FONT.search(value)
            if found:
                told.append(f' font-size="{found.group("size")}"')
                told += [f' font-weight="{found.group("weight")}"'] if found.group('weight') else []
        elif name and name != 'font-family':
            told.append(f' {name}="{value}"')
    return ''.join(told)


def _root(tag: str, title: str, description: str, prefix: str) -> str:
    box = re.search(r'viewBox="([^"]*)"', tag)
    width = re.search(r'width="([^"]*)"', tag)
    height = re.search(r'height="([^"]*)"', tag)
    if not (box and width and height):  # pragma: no cover - matplotlib always writes them
        return tag
    size = f'width="{width.group(1)}" height="{height.group(1)}" viewBox="{box.group(1)}"'
    named = [f'{prefix}{part}' for part, told in (('title', title), ('desc', description)) if told]
    label = f' aria-labelledby="{" ".join(named)}"' if named else ''
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img"{label} '
        f'font-family="{FONTS}" stroke-linejoin="round" stroke-linecap="butt">'
    )
    if title:
        root += f'<title id="{prefix}title">{escape(title)}</title>'
    if description:
        root += f'<desc id="{prefix}desc">{escape(description)}</desc>'
    return root
