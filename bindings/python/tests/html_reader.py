"""A reader of the report's pages: words, elements, and the rows of tables."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Optional


class Reader(HTMLParser):
    """Reads a page as its words, its elements, and the rows of its tables."""

    VOID = ('meta', 'br', 'link', 'img')

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, Optional[str]]]] = []
        self.headings: list[tuple[str, str]] = []
        self.rows: list[list[str]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open, f'left open: {self.open}'

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Optional[str]]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)
        if tag in ('h1', 'h2', 'h3'):
            self.headings.append((tag, ''))
        elif tag == 'tr':
            self.rows.append([])
        elif tag in ('td', 'th'):
            self.rows[-1].append('')

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if 'style' in self.open:
            return
        self.words.append(data)
        if self.headings and set(self.open) & {'h1', 'h2', 'h3'}:
            level, text = self.headings[-1]
            self.headings[-1] = level, text + data
        if set(self.open) & {'td', 'th'}:
            self.rows[-1][-1] += f' {data}'

    @property
    def text(self) -> str:
        return re.sub(r'\s+', ' ', ' '.join(self.words))
