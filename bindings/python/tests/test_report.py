"""The report as text: what has to stand in it, what may not, and how it is written."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import base64
import copy
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip('jinja2', reason='Jinja2 is not installed')
pytest.importorskip('matplotlib', reason='matplotlib is not installed')

import rung  # noqa: E402
import surveys  # noqa: E402
from html_reader import Reader  # noqa: E402
from rung import _report  # noqa: E402
from rung._reading import read  # noqa: E402
from rung._report import sentences  # noqa: E402
from rung._report.shown import only_shown  # noqa: E402

FIXED = (
    'items and the cuts of this model are our own and have not been validated',
    'claims that levels 1 to 3 harm performance; this survey does not show it',
    'elements of level 3, such as plans, controls and procedures, are wanted where safety and '
    'compliance matter',
    'Not for pay, promotion or dismissal, and not for rating named managers',
    'differences between them may be differences of translation',
)


@pytest.fixture(scope='module')
def five() -> dict[str, Any]:
    return surveys.five_levels()


@pytest.fixture(scope='module')
def page(five: dict[str, Any]) -> str:
    return rung.report(five)


SHORT: dict[str, Any] = {'by': ['tenure'], 'measures': ['strain', 'voice']}


@pytest.fixture(scope='module')
def short(five: dict[str, Any]) -> str:
    return str(rung.report(five, **SHORT))


@pytest.fixture(scope='module')
def read_page(page: str) -> Reader:
    return Reader(page)


def test_it_opens_with_what_is_not_measured_and_what_is_hidden(read_page: Reader) -> None:
    assert [text.strip() for level, text in read_page.headings if level == 'h2'][:4] == [
        'What is not measured',
        'What is hidden, and why',
        'Level over all five characteristics: level 3 of 5, Directed, by assumed cuts',
        'What this report does not show, and what it is not for',
    ]


def test_headings_go_down_by_one(read_page: Reader) -> None:
    depths = [int(level[1]) for level, _ in read_page.headings]
    assert depths[0] == 1 and depths.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(depths, depths[1:]))
    assert all(text.strip() for _, text in read_page.headings)


@pytest.mark.parametrize('sentence', FIXED)
def test_fixed_sentences_stand_in_it(sentence: str, read_page: Reader) -> None:
    assert sentence in read_page.text


@pytest.mark.parametrize(
    'model', ['customer-centricity', 'customer-stages', 'humane-organisation']
)
def test_every_model_of_the_library_has_all_fixed_sentences(model: str) -> None:
    found = rung.Model.builtin(model).findings({first_item(model): [1] * 12})
    text = Reader(rung.report(found)).text
    assert [sentence for sentence in FIXED if sentence not in text] == []


def first_item(model: str) -> str:
    return rung.Model.builtin(model).items[0].id


def test_the_models_with_fixed_sentences_are_those_of_the_library() -> None:
    assert sorted(sentences.BUILT_IN) == sorted(rung.Model.builtins())


def test_a_model_that_uses_one_of_the_library_has_its_sentences(five: dict[str, Any]) -> None:
    other = copy.deepcopy(five)
    other['model']['id'] = 'ours'
    assert not sentences.uses_built_in(read(other))
    for group in other['groups']:
        group['readings'] = {f'five-levels.{id}': one for id, one in group['readings'].items()}
    other['model']['readings'] = {}
    assert sentences.uses_built_in(read(other))


def test_another_model_says_that_it_is_not_of_the_library() -> None:
    text = Reader(rung.report(surveys.exit_survey())).text
    assert 'Conditions only: this model reads no level' in text
    assert 'what its items and cuts rest on is for its documentation to say' in text
    assert FIXED[3] in text and FIXED[4] in text and FIXED[0] not in text


def test_figures_stand_with_their_n_and_interval(read_page: Reader, five: dict[str, Any]) -> None:
    measure = five['groups'][0]['measures']['strain']
    low, high = measure['interval']['low'], measure['interval']['high']
    (row,) = [
        row for row in read_page.rows if row[0].startswith(' Strain') and 'alpha' not in row[0]
    ][:1]
    assert f"{measure['score']:.2f}" in row[1] and f'{low:.2f} to {high:.2f}' in row[1]
    assert str(measure['n']) in row[2]


def test_hidden_groups_have_a_reason_and_no_figure(
    read_page: Reader, five: dict[str, Any]
) -> None:
    hidden = {
        name: one['reason']
        for one in five['groups']
        if one['state'] != 'shown'
        for name in one['by'].values()
    }
    assert set(hidden) == {'Legal', 'Partners', 'People', 'Web Shop'}
    rows = [row for row in read_page.rows if row[0].strip() in hidden]
    assert len(rows) >= 4 * len(hidden)
    assert all(row[1:] == [f' {hidden[row[0].strip()]}'] for row in rows)


def test_small_groups_have_one_decimal_and_no_interval(read_page: Reader) -> None:
    cells = [cell for row in read_page.rows if row[0].strip() == 'Repairs' for cell in row[1:]]
    means = [cell for cell in cells if 'rounded mean only' in cell]
    assert means and all(
        re.match(r' \d+\.\d rounded mean only n = 7$', cell.replace('  ', ' '))
        for cell in (one.replace('\u00a0', ' ') for one in means)
    ), means
    assert not any(' to ' in cell for cell in cells if 'persons' not in cell)


def test_figures_of_what_is_hidden_stay_out_though_a_file_has_them(
    five: dict[str, Any], page: str
) -> None:
    planted = copy.deepcopy(five)
    for group in planted['groups']:
        if group['state'] == 'shown':
            continue
        group['n'] = 73737
        for measure in group['measures'].values():
            measure.update(
                score=4.7373,
                n=73737,
                interval={**measure['interval'], 'low': 4.7373, 'high': 4.7373},
            )
        for reading in group['readings'].values():
            reading.update(
                level='5',
                n=73737,
                probabilities=dict.fromkeys('12345', 0.7373),
                distribution=dict.fromkeys('12345', 0.7373),
            )
        for pair in group['pairs'].values():
            pair.update(gap=4.7373, said=47.373, done=47.373)
    assert planted != five
    assert rung.report(planted) == page


def test_findings_of_the_library_pass_the_second_guard_unchanged(five: dict[str, Any]) -> None:
    assert only_shown(read(five)) == read(five)


def test_scores_of_persons_are_refused() -> None:
    with pytest.raises(ValueError, match='rung-findings/1'):
        rung.report({'format': 'rung-scores/1', 'rows': []})
    with pytest.raises(TypeError, match='expected findings'):
        rung.report([1, 2])  # type: ignore[call-overload]


def test_changes_since_the_wave_before_stand_with_both_means(tmp_path: Path) -> None:
    found = surveys.two_waves(tmp_path / 'before.csv')
    page = Reader(rung.report(found, readings=['overall'], measures=['voice']))
    assert '2 waves, figures of the last' in page.text
    assert ('h3', 'Notable changes since the wave before') in page.headings
    before = found['groups'][0]['measures']['voice']['before']
    (row,) = [row for row in page.rows if row[0] == ' All' and f"{before['other']:.2f}" in row[3]]
    assert f"{found['groups'][0]['measures']['voice']['score']:.2f}" in row[2]
    assert f"+{before['difference']:.2f}" in row[4] and f"{before['low']:.2f}" in row[4]


def test_models_side_by_side_have_a_level_each_and_their_relation() -> None:
    found = surveys.side_by_side()
    page = Reader(rung.report(found, measures=[]))
    heads = [text for level, text in page.headings if level == 'h2']
    assert re.fullmatch(
        r'\s*Level over all five characteristics: level \d of 5, [^;]*by assumed cuts;'
        r'\s*Approach to customers: level \d of 5, [^;]*by assumed cuts;'
        r'\s*Highest stage that is supported: level 1 of 3, Exchange[^;]*by assumed cuts\s*',
        heads[2],
    )
    assert 'Readings beside each other' in [head.strip() for head in heads]
    assert 'a style of answering that they share' in page.text
    for declared in (*found['unmeasured'], *found['beliefs']):
        assert any(declared['reason'] in row[1] for row in page.rows)


def test_names_of_groups_stay_names(tmp_path: Path) -> None:
    text = rung.report(surveys.hostile(tmp_path / 'answers.csv'))
    page = Reader(text)
    for name in surveys.HOSTILE:
        assert any(row[0].strip() == name.strip() for row in page.rows), name
    assert 'a style="fill:red" href="#x"' in page.words  # in a picture, the first line of it
    assert (
        '<script' not in text
        and '<b ' not in text
        and 'onclick=x>' not in text.replace('&gt;', '')
    )
    assert all(not key.startswith('on') for _, given in page.elements for key in given)


def test_nothing_in_it_runs_loads_or_has_a_style_of_its_own(read_page: Reader, page: str) -> None:
    names = {name for name, _ in read_page.elements}
    assert not names & {
        'script',
        'link',
        'img',
        'image',
        'iframe',
        'object',
        'embed',
        'form',
        'base',
    }
    for _, given in read_page.elements:
        assert 'style' not in given and 'src' not in given
        assert (given.get('href') or '#').startswith('#')
    addresses = re.findall(r"\w+://[^\"\s<]*", page)
    assert set(addresses) == {'http://www.w3.org/2000/svg'}  # a name, not a place
    assert [name for name, _ in read_page.elements].count('style') == 1


def test_its_policy_allows_its_own_style_alone(read_page: Reader, page: str) -> None:
    (given,) = [one for _, one in read_page.elements if one.get('http-equiv')]
    style = page.partition('<style>')[2].partition('</style>')[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    rules = str(given['content']).split('; ')
    assert rules[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    assert not any('unsafe' in rule or '*' in rule for rule in rules)


def test_every_picture_has_a_text_and_a_table_behind_it(read_page: Reader, page: str) -> None:
    drawn = [given for name, given in read_page.elements if name == 'svg']
    assert len(drawn) >= 9
    assert all(one['role'] == 'img' and one['aria-labelledby'] for one in drawn)
    told = re.findall(r'<svg [^>]*><title [^>]*>([^<]+)</title><desc [^>]*>([^<]+)</desc>', page)
    assert len(told) == len(drawn) and len({title for title, _ in told}) >= 8
    figures = re.split('<figure [^>]*>', page)[1:]
    assert len(figures) == len(drawn)
    behind = [one.partition('</figure>')[2].lstrip() for one in figures]
    assert all(one.startswith('<details>') and '<table>' in one for one in behind)


def test_ids_are_there_once_and_what_points_at_them_finds_them(read_page: Reader) -> None:
    ids = [given['id'] for _, given in read_page.elements if 'id' in given]
    assert len(ids) == len(set(ids))
    for _, given in read_page.elements:
        for key, value in given.items():
            for target in re.findall(r'url\(#([^)]+)\)', value or ''):
                assert target in ids
            if key in ('aria-labelledby', 'href'):
                assert set((value or '').lstrip('#').split()) <= set(ids)


def test_the_same_findings_give_the_same_bytes(
    five: dict[str, Any], page: str, short: str
) -> None:
    assert rung.report(json.loads(json.dumps(five))) == page
    dated = rung.report(five, date='3 March 2026', **SHORT)
    assert dated.replace('<p class="date">3 March 2026</p>', '') == short


def test_settings_of_matplotlib_do_not_show(five: dict[str, Any], short: str) -> None:
    import matplotlib

    with matplotlib.rc_context(
        {'axes.facecolor': '#ff0000', 'font.size': 30, 'text.usetex': False}
    ):
        before = dict(matplotlib.rcParams)
        assert rung.report(five, **SHORT) == short
        assert dict(matplotlib.rcParams) == before


def test_it_is_small(page: str) -> None:
    assert len(page.encode()) < 1_000_000


def test_a_title_and_a_language_of_the_texts_can_be_given(five: dict[str, Any]) -> None:
    page = Reader(rung.report(five, title='Our <year>', language='de', **SHORT))
    assert ('h1', 'Our <year>') in page.headings
    assert ('html', {'lang': 'en'}) in page.elements
    assert any(name == 'bdi' and given.get('lang') == 'de' for name, given in page.elements)


def test_what_is_shown_can_be_chosen(five: dict[str, Any]) -> None:
    page = Reader(rung.report(five, by=['tenure'], readings=['language'], measures=['strain']))
    heads = [text.strip() for level, text in page.headings if level == 'h2']
    assert 'By tenure' in heads and 'By team' not in heads
    assert heads[2].startswith('Language: level 3 of 5')
    assert 'Pressure of short-term results' not in page.text.replace(
        'Short-term results press', ''
    )


@pytest.mark.parametrize('choice', [{'by': ['colour']}, {'readings': ['x']}, {'measures': ['x']}])
def test_names_that_are_not_there_are_refused(
    five: dict[str, Any], choice: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match='they have'):
        rung.report(five, **choice)


def test_all_hidden_says_so_and_shows_nothing(tmp_path: Path) -> None:
    page = Reader(rung.report(surveys.all_hidden(tmp_path / 'answers.csv')))
    assert 'All of it is hidden: fewer than 5 persons' in page.text
    assert 'no level: fewer than 5 persons' in page.text
    assert not [name for name, _ in page.elements if name == 'svg']
    assert all(sentence in page.text for sentence in FIXED)


def test_a_file_is_written_whole_and_its_path_returned(
    five: dict[str, Any], short: str, tmp_path: Path
) -> None:
    path = tmp_path / 'report.html'
    path.write_text('older')
    assert rung.report(five, path, **SHORT) == path and path.read_text(encoding='utf-8') == short
    assert rung.report(five, str(path), by=[], measures=[]) == path
    assert '<table' in path.read_text(encoding='utf-8') != short
    assert [one.name for one in tmp_path.iterdir()] == ['report.html']


def test_a_file_that_is_there_stays_where_writing_fails(
    five: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / 'report.html'
    path.write_text('older')

    def fail(handle: int) -> None:
        raise OSError('no space left')

    monkeypatch.setattr('rung._report.write.os.fsync', fail)
    with pytest.raises(OSError, match='no space'):
        rung.report(five, path, by=[], measures=[])
    assert path.read_text() == 'older' and len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize('missing', ['jinja2', 'matplotlib'])
def test_what_is_missing_is_named(
    five: dict[str, Any], missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, missing, None)
    for name in [name for name in sys.modules if name.startswith('rung.plot')]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(ImportError, match='pip install'):
        _report.report(five)
