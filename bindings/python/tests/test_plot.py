# Pictures: each is drawn on the Axes that are given, and tells of nobody who is hidden.
# SPDX-License-Identifier: Apache-2.0
"""Pictures: each is drawn on the Axes that are given, and tells of nobody who is hidden."""
from __future__ import annotations

import copy
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Callable, Dict, Iterator
from xml.etree import ElementTree

import pytest

import rung

matplotlib = pytest.importorskip('matplotlib')
matplotlib.use('Agg')

import numpy as np  # noqa: E402
from matplotlib import style as styles  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.patches import Rectangle  # noqa: E402
from matplotlib.text import Text  # noqa: E402

from plot_support import (  # noqa: E402
    drawn,
    hatched,
    leave_figures,
    only_hidden,
    texts,
    with_groups,
)
from rung import _reading, plot  # noqa: E402
from rung.plot import _canvas  # noqa: E402

SURVEY = Path(__file__).resolve().parents[3] / 'examples' / 'five-levels'
Data = Dict[str, Any]
Draw = Callable[..., Axes]

DRAWN: Dict[str, Draw] = {
    'levels': lambda findings, **on: plot.levels(findings, 'overall', **on),
    'heatmap': plot.heatmap,
    'ladder': lambda findings, **on: plot.ladder(findings, 'overall', **on),
    'said_done': plot.said_done,
    'profile': plot.profile,
    'relation': plot.relation,
}
BY_GROUP = ('levels', 'heatmap', 'said_done')


@pytest.fixture(scope='session')
def found() -> rung.Findings:
    """Findings of the synthetic survey over its tree of teams."""
    answers = rung.read_csv(SURVEY / 'answers.csv')
    model = rung.Model.builtin('five-levels')
    relations = [('thinking', 'outcomes')]
    return model.findings(answers, unit='team', units=SURVEY / 'units.csv', relations=relations)


@pytest.fixture(scope='session')
def whole(found: rung.Findings) -> Data:
    """The same as a mapping."""
    return found.to_dict()


@pytest.fixture
def data(whole: Data) -> Data:
    """The same, to be changed by a test."""
    return copy.deepcopy(whole)


@pytest.fixture(autouse=True)
def _detached() -> Iterator[None]:
    with plot.detached():
        yield


def new_axes() -> Axes:
    return Figure((8, 6)).add_subplot()


@pytest.mark.parametrize('name', DRAWN)
def test_draws_on_the_axes_that_it_is_given(name: str, found: rung.Findings) -> None:
    ax = new_axes()
    assert DRAWN[name](found, ax=ax) is ax
    assert texts(ax)


@pytest.mark.parametrize('name', DRAWN)
def test_makes_a_figure_where_no_axes_are_given(name: str, whole: Data) -> None:
    ax = DRAWN[name](whole)
    assert isinstance(ax.figure, Figure)
    assert ax.get_title(loc='left')


@pytest.mark.parametrize('name', DRAWN)
def test_no_text_runs_out_of_its_figure(name: str, whole: Data) -> None:
    ax = DRAWN[name](whole)
    figure, canvas = drawn(ax)
    width, height = canvas.get_width_height()
    for text in figure.findobj(Text):
        assert isinstance(text, Text)
        box = text.get_window_extent()
        if not text.get_visible() or not text.get_text().strip() or box.width == 0:
            continue
        assert box.x0 >= -1 and box.x1 <= width + 1, text.get_text()
        assert box.y0 >= -1 and box.y1 <= height + 1, text.get_text()


@pytest.mark.parametrize('name', DRAWN)
def test_no_texts_overlap(name: str, whole: Data) -> None:
    for ax in (None, Figure((9, 12)).add_subplot()):
        figure, _ = drawn(DRAWN[name](whole, ax=ax))
        boxes = [
            (text.get_text(), text.get_window_extent().padded(-1))
            for text in figure.findobj(Text)
            if isinstance(text, Text) and text.get_text().strip() and text.get_visible()
        ]
        for place, (told, box) in enumerate(boxes):
            for other, beside in boxes[place + 1 :]:
                assert not box.overlaps(beside), (told, other)


def test_pyplot_shows_a_figure_unless_detached(whole: Data) -> None:
    from matplotlib import pyplot

    before = pyplot.get_fignums()
    plot.ladder(whole, 'overall')
    assert pyplot.get_fignums() == before
    token = _canvas._detached.set(False)
    try:
        ax = plot.ladder(whole, 'overall')
        assert len(pyplot.get_fignums()) == len(before) + 1
        pyplot.close(ax.figure)  # type: ignore[arg-type]
    finally:
        _canvas._detached.reset(token)


@pytest.mark.parametrize('name', DRAWN)
def test_settings_of_matplotlib_stay_as_they_are(name: str, whole: Data) -> None:
    before = dict(matplotlib.rcParams)
    plot.to_svg(DRAWN[name](whole))
    assert dict(matplotlib.rcParams) == before


@pytest.mark.parametrize('name', DRAWN)
def test_svg_is_the_same_bytes_every_time(name: str, whole: Data) -> None:
    first = plot.to_svg(DRAWN[name](whole), title='A title', prefix='a-')
    again = plot.to_svg(DRAWN[name](copy.deepcopy(whole)), title='A title', prefix='a-')
    assert first == again


@pytest.mark.parametrize('name', DRAWN)
def test_svg_stands_in_a_strict_page(name: str, whole: Data) -> None:
    ax = DRAWN[name](whole)
    text = plot.to_svg(ax, title='Who & where', description='A <table> follows.', prefix='p7-')
    root = ElementTree.fromstring(text)
    tags = [element.tag.rpartition('}')[2] for element in root.iter()]
    assert root.get('role') == 'img' and root.get('aria-labelledby') == 'p7-title p7-desc'
    assert [element.text for element in list(root)[:2]] == ['Who & where', 'A <table> follows.']
    assert not {'style', 'script', 'metadata', 'image'} & set(tags)
    ids = [element.get('id') for element in root.iter() if element.get('id')]
    assert len(ids) == len(set(ids)) and all(str(id).startswith('p7-') for id in ids)
    assert not any('style' in element.attrib for element in root.iter())
    for used in re.findall(r'(?:href="#|url\(#)([^")]+)', text):
        assert used in ids
    assert 'http' not in text.replace('xmlns="http://www.w3.org/2000/svg"', '')
    written = ' '.join(
        ''.join(element.itertext()) for element in root.iter() if 'text' in element.tag
    )
    assert ax.get_title(loc='left').split('\n')[0] in written


@pytest.mark.parametrize('name', BY_GROUP)
def test_hidden_groups_are_hatched_and_say_why(name: str, whole: Data) -> None:
    ax = DRAWN[name](whole)
    groups = whole['groups'][1:]
    hidden = [group for group in groups if group['state'] != 'shown']
    assert len(hidden) == 4 and len(hatched(ax)) >= len(hidden)
    told = texts(ax)
    assert told.count('too few people') == 2
    assert told.count('hidden') == 2


@pytest.mark.parametrize('name', [*BY_GROUP, 'profile', 'ladder'])
def test_all_hidden_shows_no_figure_and_says_why(name: str, data: Data) -> None:
    on = {'group': 'Legal'} if name in ('profile', 'ladder') else {}
    ax = DRAWN[name](only_hidden(data), **on)
    told = ' '.join(texts(ax)).lower()
    assert hatched(ax) and 'fewer than 5 persons' in told
    ranges = r'\d+ to \d+|\d+\xa0to\xa0\d+|\d+ %|\d \w+|5 persons'
    axis = {tick.get_text() for tick in ax.get_xticklabels()}
    told = ' '.join(re.sub(ranges, '', text) for text in texts(ax) if text not in axis)
    assert not re.search(r'\d', told), told


@pytest.mark.parametrize('name', [*BY_GROUP, 'profile', 'ladder'])
def test_hidden_figures_are_in_no_text_even_where_someone_left_them(name: str, data: Data) -> None:
    for group in data['groups']:
        if group['state'] != 'shown':
            leave_figures(group)
    on = {'group': 'Legal'} if name in ('profile', 'ladder') else {}
    told = ' '.join(texts(DRAWN[name](data, **on)))
    assert not re.search(r'98\.7|\b99\b|−99|23 %', told)


def test_small_groups_have_a_mean_and_no_interval(whole: Data) -> None:
    ax = plot.profile(whole, ['said', 'done'], 'Prototypes')
    assert not [line for line in ax.lines if line.get_linewidth() == 1.6]
    larger = plot.profile(whole, ['said', 'done'], 'Data')
    assert len([line for line in larger.lines if line.get_linewidth() == 1.6]) == 2


@pytest.mark.parametrize('name', DRAWN)
@pytest.mark.parametrize('style', ['dark_background', 'ggplot'])
def test_a_style_of_the_caller_leaves_our_sheet_readable(
    name: str, style: str, whole: Data
) -> None:
    plain = plot.to_svg(DRAWN[name](whole))
    with styles.context(style):
        styled = plot.to_svg(DRAWN[name](whole))
    fills = r'<text[^>]*? fill="([^"]*)"'
    assert re.findall(fills, styled) == re.findall(fills, plain)
    assert styled.count('<path') == plain.count('<path')


def test_bars_are_as_long_as_the_shares(whole: Data) -> None:
    ax = plot.levels(whole, 'overall', by=())
    shares = [share for share in whole['groups'][0]['readings']['overall']['distribution'].values()]
    widths = [patch.get_width() for patch in ax.patches if isinstance(patch, Rectangle)]
    assert widths == pytest.approx([share for share in shares if share])


def test_points_stand_where_said_and_done_are(whole: Data) -> None:
    ax = plot.said_done(whole, by=())
    pair = whole['groups'][0]['pairs']['say_do']
    drawn = [line for line in ax.lines if line.get_marker() in ('o', 's')]
    points = [np.asarray(line.get_xdata())[0] for line in drawn]
    assert points == pytest.approx([pair['said'], pair['done']])
    told = texts(ax)
    assert f"−{-pair['gap']:.0f} (−22 to −19)" in told and '492' in told


def test_cells_of_the_heat_map_have_the_scores(whole: Data) -> None:
    told = texts(plot.heatmap(whole, measures=['thinking_median', 'strain']))
    company = whole['groups'][1]['measures']
    assert f"{company['thinking_median']['score']:.1f}" in told
    assert f"{company['strain']['score']:.0f}" in told


def test_assumed_cuts_stand_in_the_title(whole: Data, data: Data) -> None:
    for name in ('levels', 'ladder'):
        assert 'by assumed cuts' in DRAWN[name](whole).get_title(loc='left')
    for group in data['groups']:
        group['readings']['overall']['marks'] = []
    for name in ('levels', 'ladder'):
        assert 'assumed' not in DRAWN[name](data).get_title(loc='left')


def test_the_stated_level_is_marked(whole: Data) -> None:
    ax = plot.ladder(whole, 'overall', 'Data')
    bold = [tick.get_text() for tick in ax.get_yticklabels() if tick.get_fontweight() == 'bold']
    assert bold == ['3 Directed']
    assert any('stated' in text for text in texts(ax)) and '84 %' in texts(ax)


def test_a_probability_of_sampling_is_never_one(whole: Data) -> None:
    told = texts(plot.ladder(whole, 'overall'))
    assert '>99 %' in told


def test_names_are_neutral_unless_asked_for(whole: Data) -> None:
    assert '3 Directed' in texts(plot.ladder(whole, 'thinking'))
    assert '3 Controlled' in texts(plot.ladder(whole, 'thinking', names='mindset'))
    with pytest.raises(ValueError, match="'neutral', 'mindset', 'culture'"):
        plot.levels(whole, 'thinking', names='colour')


def test_cells_that_belong_together_are_outlined(whole: Data) -> None:
    ax = plot.relation(whole)
    outlined = [patch for patch in ax.patches if patch.get_linewidth() == 2]
    assert len(outlined) == 5
    units = [cell['units'] for cell in whole['relations'][0]['cells']]
    counts = [int(text) for text in texts(ax) if text.isdigit()]
    assert sorted(counts) == sorted(units) and sum(counts) == whole['relations'][0]['units']


def test_a_relation_that_is_not_shown_is_one_hatched_box(whole: Data) -> None:
    ax = plot.relation(whole, over='persons')
    assert len(hatched(ax)) == 1
    assert any('only where the model declares' in text for text in texts(ax))


@pytest.mark.parametrize(
    ('draw', 'message'),
    [
        (lambda d: plot.levels(d, 'mood'), "no reading 'mood'.*'overall', 'thinking'"),
        (lambda d: plot.levels(d, 'overall', by='floor'), "no cut by 'floor'.*'team'"),
        (lambda d: plot.heatmap(d, measures=['luck']), "no measure 'luck'.*'overall_mean'"),
        (lambda d: plot.profile(d, group='Moon'), "no group 'Moon'.*'Company'"),
        (lambda d: plot.profile(d, group=['Data'] * 6), '1 to 5 groups, not 6'),
        (lambda d: plot.said_done(d, 'talk'), "no pair 'talk'.*'say_do'"),
        (lambda d: plot.relation(d, 'a,b'), "no relation 'a,b'.*'thinking,outcomes'"),
        (lambda d: plot.relation(d, over='days'), "no way to count 'days'.*'units', 'persons'"),
        (lambda d: plot.levels({**d, 'format': 'x'}, 'overall'), 'rung-findings/1'),
    ],
)
def test_the_unknown_is_refused_with_what_there_is(draw: Draw, message: str, whole: Data) -> None:
    with pytest.raises(ValueError, match=message):
        draw(whole)


def test_what_is_no_findings_is_refused() -> None:
    with pytest.raises(TypeError, match='got int'):
        plot.levels(3, 'overall')  # type: ignore[arg-type]


@pytest.mark.parametrize('name', BY_GROUP)
def test_no_groups_give_a_sentence(name: str, data: Data) -> None:
    data['groups'] = []
    assert 'There is no group' in ' '.join(texts(DRAWN[name](data)))


@pytest.mark.parametrize('name', BY_GROUP)
def test_more_than_sixty_groups_are_cut_and_it_is_said(name: str, data: Data) -> None:
    ax = DRAWN[name](with_groups(data, 70))
    assert len(ax.get_yticks()) == 60
    assert 'The first 60 of 71 groups' in ' '.join(texts(ax)).replace('\n', ' ')


def test_dollar_signs_in_names_are_no_formula(data: Data) -> None:
    ax = plot.levels(with_groups(data, 2, 'Costs $1_{} and $2'), 'overall')
    assert 'Costs $1_0 and $2' in [tick.get_text() for tick in ax.get_yticklabels()]
    assert 'Costs $1_0 and $2' in plot.to_svg(ax)


def test_long_names_are_wrapped(data: Data) -> None:
    ax = plot.levels(with_groups(data, 1, 'Department of everything that is long {}'), 'overall')
    label = ax.get_yticklabels()[1].get_text()
    assert '\n' in label and max(map(len, label.split('\n'))) <= 30


def test_units_are_set_in_below_the_unit_above(whole: Data) -> None:
    labels = [tick.get_text() for tick in plot.levels(whole, 'overall').get_yticklabels()]
    assert labels[:3] == ['Company', '\u2003Central', '\u2003\u2003Finance']


def test_a_group_is_found_by_its_keys(whole: Data) -> None:
    record = _reading.read(whole)
    ax = plot.profile(record, ['said'], {'team': 'Data'})
    assert 'Data' in ax.get_title(loc='left')


def test_without_matplotlib_the_import_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['matplotlib'] = None\n"
        'try:\n    from rung import plot\n'
        'except ImportError as error:\n    print(error)\n'
    )
    run = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, timeout=60)
    assert 'pip install matplotlib' in run.stdout, run.stderr
