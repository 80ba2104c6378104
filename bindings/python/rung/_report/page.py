"""From sections to one page of HTML, under a policy that lets nothing in."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from importlib.resources import files

from .pictures import NEEDED
from .tables import Section

TEMPLATES = ('report.html.j2', 'parts.html.j2')


@dataclass(frozen=True)
class Page:
    """The whole page: its title, the language of the model's texts, a date, its sections."""

    title: str
    language: str
    date: str
    sections: tuple[Section, ...]
    opening: tuple[str, ...] = ('not-measured', 'hidden', 'headline', 'limits')


def policy(style: str) -> str:
    """Return the content security policy that allows one style sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _stored(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding='utf-8')


def render(page: Page) -> str:
    """Return the page as text. Every text in it is escaped, drawings excepted."""
    try:
        import jinja2
        import markupsafe
    except ImportError as error:
        raise ImportError(NEEDED) from error
    style = _stored('report.css')
    environment = jinja2.Environment(
        loader=jinja2.DictLoader({name: _stored(name) for name in TEMPLATES}),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters['drawn'] = markupsafe.Markup
    text: str = environment.get_template('report.html.j2').render(
        page=page, style=markupsafe.Markup(style), policy=policy(style)
    )
    return text
