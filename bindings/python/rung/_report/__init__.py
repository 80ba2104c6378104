# The report: findings as one HTML file that needs nothing and asks for nothing.
# SPDX-License-Identifier: Apache-2.0
"""The report: findings as one HTML file that needs nothing and asks for nothing.

    rung.report(findings, "report.html")

It is complete in itself: no script runs in it and nothing is loaded, so that it can be read,
printed and passed on wherever a browser is. Hidden figures are in it nowhere, and persons never.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Iterable, overload

from rung._reading import FindingsLike, read
from rung._records import Record

from . import opening, results
from .choice import Choice, Cuts, choose
from .page import Page, render
from .shown import only_shown
from .tables import Section
from .write import write_whole


@overload
def report(
    findings: FindingsLike,
    path: None = None,
    *,
    title: str | None = None,
    language: str = 'en',
    date: str = '',
    by: Cuts | None = None,
    readings: Iterable[str] | None = None,
    measures: Iterable[str] | None = None,
) -> str: ...


@overload
def report(
    findings: FindingsLike,
    path: str | os.PathLike[str],
    *,
    title: str | None = None,
    language: str = 'en',
    date: str = '',
    by: Cuts | None = None,
    readings: Iterable[str] | None = None,
    measures: Iterable[str] | None = None,
) -> Path: ...


def report(
    findings: FindingsLike,
    path: str | os.PathLike[str] | None = None,
    *,
    title: str | None = None,
    language: str = 'en',
    date: str = '',
    by: Cuts | None = None,
    readings: Iterable[str] | None = None,
    measures: Iterable[str] | None = None,
) -> str | Path:
    """Write findings as one HTML file and return its path; without a path, return the text.

    `title` stands at the top instead of the model's title. `language` is the language of the model's
    texts in the findings, such as "de"; the report's own sentences are English. `date` is printed
    as it is given: without one the same findings give the same bytes. `by` names the cuts to show,
    such as ["team", ("team", "tenure")], `readings` and `measures` their ids; what is not named is
    left out, and None is everything there is.

    A file that is there is replaced only by a complete one. Needs Jinja2 and matplotlib.

    Raises TypeError or ValueError for what is no findings and for names that they do not have.
    """
    record = only_shown(read(findings))
    choice = choose(record, by, readings, measures)
    foreign = '' if language == 'en' else language
    page = Page(title or record.title, foreign, date, tuple(_sections(record, choice)))
    text = render(page)
    if path is None:
        return text
    target = Path(path)
    write_whole(target, text)
    return target


def _sections(record: Record, choice: Choice) -> Iterable[Section]:
    yield opening.not_measured(record)
    yield opening.hidden(record, choice)
    yield opening.where_the_whole_stands(record, choice)
    yield opening.limits(record)
    yield results.whole(record, choice)
    for place in range(len(choice.cuts)):
        yield results.cut(record, choice, place)
    if record.relations:
        yield results.relations(record)
    yield results.method(record)
