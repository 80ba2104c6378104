"""The report in a real browser: nothing is fetched or complained of, all can use it, it prints."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Callable, Iterator

import pytest

pytest.importorskip('jinja2', reason='Jinja2 is not installed')
pytest.importorskip('matplotlib', reason='matplotlib is not installed')

import browser as browsers  # noqa: E402
import rung  # noqa: E402
import surveys  # noqa: E402

SURVEYS = ('five', 'exit', 'forty', 'hostile', 'hidden')
LAPTOP, PHONE = 1280, 390


@pytest.fixture(scope='module')
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[browsers.Browser]:
    yield from browsers.start(tmp_path_factory.mktemp('profile'))


@pytest.fixture(scope='module', params=SURVEYS)
def file(
    request: pytest.FixtureRequest,
    browser: browsers.Browser,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    answers = folder / 'answers.csv'
    found: dict[str, Callable[[], dict[str, Any]]] = {
        'five': surveys.five_levels,
        'exit': surveys.exit_survey,
        'forty': lambda: surveys.of_forty(answers),
        'hostile': lambda: surveys.hostile(answers),
        'hidden': lambda: surveys.all_hidden(answers),
    }
    return Path(rung.report(found[str(request.param)](), folder / 'report.html'))


@pytest.mark.parametrize('width', [LAPTOP, PHONE])
def test_nothing_but_itself_is_fetched_and_nothing_is_said(
    browser: browsers.Browser, file: Path, width: int
) -> None:
    browser.open(file, width)
    assert browser.fetched() == [file.as_uri()]
    assert browser.said() == []


@pytest.mark.parametrize('width', [LAPTOP, PHONE])
def test_axe_finds_no_violation(browser: browsers.Browser, file: Path, width: int) -> None:
    browser.open(file, width)
    browser.unfold()
    assert browser.violations() == []


@pytest.mark.parametrize('width', [LAPTOP, PHONE])
def test_the_page_never_scrolls_sideways(
    browser: browsers.Browser, file: Path, width: int
) -> None:
    browser.open(file, width)
    browser.unfold()
    assert browser.run('return document.documentElement.scrollWidth') <= width
    assert browser.run('return innerWidth') == width


def test_what_is_wider_than_a_phone_can_be_reached_by_keyboard(
    browser: browsers.Browser, file: Path
) -> None:
    browser.open(file, PHONE)
    browser.unfold()
    wide = (
        "return [...document.querySelectorAll('main *')].filter(one =>"
        " one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'auto')"
    )
    if '<svg ' in file.read_text(encoding='utf-8'):
        assert browser.run(f'{wide}.length') >= 3
    assert browser.run(
        f"{wide}.every(one => one.tabIndex === 0 && one.getAttribute('aria-labelledby'))"
    )


def test_letters_are_large_enough_on_a_phone(browser: browsers.Browser, file: Path) -> None:
    browser.open(file, PHONE)
    browser.unfold()
    sizes = browser.run(
        "return [...document.querySelectorAll('main *')].filter(one => one.checkVisibility() &&"
        ' [...one.childNodes].some(part => part.nodeType === 3 && part.data.trim()))'
        '.map(one => parseFloat(getComputedStyle(one).fontSize))'
    )
    assert len(sizes) > 20 and min(sizes) >= 8
    words = browser.run(
        "return [...document.querySelectorAll('p, li, td, th')]"
        '.map(one => parseFloat(getComputedStyle(one).fontSize))'
    )
    assert min(words) >= 13


def test_it_prints_to_a_tagged_document(browser: browsers.Browser, file: Path) -> None:
    pikepdf = pytest.importorskip('pikepdf', reason='pikepdf is not installed')
    browser.open(file)
    document = pikepdf.open(io.BytesIO(browser.pdf()))
    root = document.Root
    assert bool(root['/MarkInfo']['/Marked'])
    assert str(root['/Lang']).startswith('en')
    assert str(document.docinfo['/Title']) in file.read_text(encoding='utf-8')
    assert len(titles(root['/Outlines'])) >= 5
    kinds = [str(one.get('/S')) for one in tags(root['/StructTreeRoot'])]
    assert kinds.count('/H1') == 1 and '/H2' in kinds and '/Table' in kinds and '/TH' in kinds
    figures = [one for one in tags(root['/StructTreeRoot']) if one.get('/S') == '/Figure']
    assert len(figures) >= file.read_text(encoding='utf-8').count('<svg ')
    assert all(str(one.get('/Alt', '')) for one in figures)


def titles(outline: Any) -> list[str]:
    """Return the titles of an outline, all levels of it."""
    found, one = [], outline.get('/First')
    while one is not None:
        found += [str(one['/Title']), *titles(one)]
        one = one.get('/Next')
    return found


def tags(top: Any) -> Iterator[Any]:
    """Give every element of a tree of tags."""
    import pikepdf

    below = top.get('/K', [])
    for one in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(one, pikepdf.Dictionary) and '/S' in one:
            yield one
            yield from tags(one)


def test_folded_tables_are_printed(browser: browsers.Browser, file: Path) -> None:
    browser.open(file)
    browser.driver.execute_cdp_cmd('Emulation.setEmulatedMedia', {'media': 'print'})
    try:
        hidden = browser.run(
            "return [...document.querySelectorAll('details table')].filter(one =>"
            ' !one.checkVisibility() || one.getBoundingClientRect().height < 10).length'
        )
    finally:
        browser.driver.execute_cdp_cmd('Emulation.setEmulatedMedia', {'media': ''})
    assert hidden == 0
    assert browser.run("return [...document.querySelectorAll('details')].every(one => !one.open)")


def test_what_is_forbidden_would_be_noticed(browser: browsers.Browser, tmp_path: Path) -> None:
    spoilt = tmp_path / 'spoilt.html'
    (tmp_path / 'picture.png').write_bytes(b'')
    text = rung.report(surveys.all_hidden(tmp_path / 'answers.csv'))
    added = '<p style="color:#eee">pale</p><img src="picture.png"><script>1</script></main>'
    spoilt.write_text(text.replace('</main>', added), encoding='utf-8')
    browser.open(spoilt)
    assert len([one for one in browser.said() if 'Content Security Policy' in one]) == 3
    assert any(one.startswith('image-alt') for one in browser.violations())
