"""rung.stats gives what R's packages gave on the shipped data (tests/peers/golden)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import csv
import json
import math
from typing import Any, Callable

import pytest

from rung import errors, stats

LEVEL_4 = ['L4_1', 'L4_2', 'L4_3', 'L4_4', 'L4_5', 'L4_6']


@pytest.fixture(scope='module')
def table(root) -> Callable[[str], dict[str, list[Any]]]:
    """A file of tests/peers/golden/data as columns of numbers, text and None."""
    def read(name: str) -> dict[str, list[Any]]:
        with open(root / f'tests/peers/golden/data/{name}.csv', newline='', encoding='utf-8') as file:
            rows = list(csv.reader(file))
        return {name: [cell(row[place]) for row in rows[1:]] for place, name in enumerate(rows[0])}
    return read


def cell(text: str) -> Any:
    if text in ('', 'NA'):
        return None
    try:
        return float(text)
    except ValueError:
        return text


@pytest.fixture(scope='module')
def expected(root) -> Callable[[str, str], dict[str, Any]]:
    """What a case of tests/peers/golden/json expects."""
    def read(file: str, case: str) -> dict[str, Any]:
        text = (root / f'tests/peers/golden/json/{file}.json').read_text(encoding='utf-8')
        return json.loads(text)['cases'][case]['expect']
    return read


@pytest.fixture(scope='module')
def level_4(table) -> dict[str, Any]:
    """Six items of the synthetic survey, the second of which runs the other way."""
    answers = table('synthlev_wave1')
    return {name: stats.reverse(answers[name], 1, 6) if name == 'L4_2' else answers[name] for name in LEVEL_4}


@pytest.mark.parametrize('missing', ['pairwise', 'listwise'])
def test_alpha_as_psych(level_4, expected, missing):
    wanted = expected('synthlev-level4__reliability', f'alpha_{missing}')
    found, total = stats.alpha(level_4, missing=missing), wanted['total']
    assert [found.raw, found.standardised, found.lambda6, found.average_r, found.score_mean] == pytest.approx(
        [total[name] for name in ('raw_alpha', 'std.alpha', 'G6(smc)', 'average_r', 'mean')], rel=1e-9)
    items = stats.alpha_items(level_4, missing=missing)
    assert list(items['without_raw']) == pytest.approx(
        [row[0] for row in wanted['alpha_drop']['rows']], rel=1e-9)


def test_alpha_limits_as_psychometric(level_4, expected):
    wanted = expected('synthlev-level4__reliability', 'feldt_90_listwise')
    found = stats.alpha(level_4, missing='listwise', confidence=0.9)
    assert (found.feldt_low, found.feldt_high) == pytest.approx((wanted['LCL'], wanted['UCL']), rel=1e-10)


def test_weighted_alpha_as_survey(table, expected):
    answers = table('synthlev_wave1')
    items = {name: answers[name] for name in ('L2_1', 'L2_2', 'L2_3', 'L2_4', 'L2_5', 'L2_6')}
    items['L2_5'] = stats.reverse(items['L2_5'], 1, 6)
    found = stats.alpha(items, weight=answers['weight'], missing='listwise')
    wanted = expected('mixed__reliability_misc', 'alpha_weighted_survey')['svycralpha']
    assert found.raw == pytest.approx(wanted, rel=1e-10)


@pytest.mark.parametrize('case, key, function, items', [
    ('rwg_single', 'rwg', stats.rwg_j, LEVEL_4[:1]), ('rwg_j', 'rwg.j', stats.rwg_j, LEVEL_4),
    ('rwg_j_lindell', 'rwg.lindell', stats.rwg_star, LEVEL_4), ('awg_single', 'a.wg', stats.awg, LEVEL_4[:1])])
def test_agreement_as_multilevel(table, expected, case, key, function, items):
    answers = table('synthlev_wave1')
    found = function([answers[name] for name in items], answers['team'], (1, 6))
    wanted = expected('synthlev-level4__agreement', case)[key]
    assert {str(int(team)): found.at(team).estimate for team in found.labels} == pytest.approx(
        wanted, rel=1e-10)


def test_limits_of_r_wg_are_of_one_item_under_the_uniform_null(table):
    answers = table('synthlev_wave1')
    found = stats.rwg(answers['L4_1'], answers['team'], (1, 6))
    assert all(0 <= row.low < row.high <= 1 for row in found)
    for other in (stats.rwg(answers['L4_1'], answers['team'], (1, 6), null='dissensus'),
                  stats.rwg_j([answers[name] for name in LEVEL_4], answers['team'], (1, 6))):
        assert all(math.isnan(row.low) for row in other)


def test_icc_as_psych_and_multilevel(table, expected):
    rows = expected('mixed__icc_two_way', 'shrout_fleiss')['results']['rows']
    found = stats.icc(table('shrout_fleiss1979')).to_dict()
    for name, row in zip(('icc1', 'icc2', 'icc3', 'icc1k', 'icc2k', 'icc3k'), rows):
        assert [found[name], found[f'{name}_low'], found[f'{name}_high']] == pytest.approx(
            [row[0], *row[5:7]], rel=1e-9)
    wanted = expected('mixed__icc_groups', 'synthlev_level3_by_team')
    answers = table('synthlev_wave1')
    score = stats.row_means([answers[f'L3_{item}'] for item in range(1, 7)])
    groups = stats.icc_groups(score, answers['team'])
    assert (groups.icc1, groups.icc2, groups.unbiased, groups.n) == pytest.approx((
        wanted['ICC1_multilevel'], wanted['ICC2_multilevel'], wanted['ICC1_k0'], wanted['N']), rel=1e-9)


def test_raters_as_irr_and_psych(table, expected):
    given = table('krippendorff2011')
    units = [name for name in given if name != 'rater']
    raters = [[given[unit][row] for unit in units] for row in range(4)]
    for metric, wanted in expected('mixed__interrater', 'krippendorff2011').items():
        if isinstance(wanted, dict) and 'alpha' in wanted:
            assert stats.krippendorff(raters, metric=metric).alpha == pytest.approx(wanted['alpha'], rel=1e-10)
    two = table('synth360_d1_1_self_manager')
    for case, weights in (('cohen_self_manager', 'quadratic'), ('cohen_linear', 'linear')):
        wanted = expected('mixed__interrater', case)
        assert stats.kappa(two['self'], two['manager']).kappa == pytest.approx(wanted['kappa'], rel=1e-10)
        assert stats.kappa(two['self'], two['manager'], weights=weights).kappa == pytest.approx(
            wanted['weighted'], rel=1e-10)


@pytest.mark.parametrize('case, other', [('anes_self_vs_clinton', 'ClinLR'), ('anes_self_vs_dole', 'DoleLR')])
def test_gaps_as_effectsize(table, expected, case, other):
    wanted, given = expected('public__gaps_levels', case), table('anes96')
    found = stats.paired(given['selfLR'], given[other])
    names = {'n': 'n', 'mean_diff': 'difference', 't': 't', 'r': 'r', 'd_z': 'd_z', 'J_exact': 'j', 'g_z': 'g_z',
             'd_av': 'd_av', 'd_rm': 'd_rm'}
    assert {key: getattr(found, name) for key, name in names.items()} == pytest.approx(
        {key: wanted[key] for key in names}, rel=1e-8)
    d = stats.cohen_d(given['selfLR'], given[other], paired=True)
    assert (d.low, d.high) == pytest.approx(wanted['d_z_ci_noncentral'], rel=1e-6)


def test_describe_as_psych(table, expected):
    wanted = expected('public__gaps_levels', 'anes_describe')
    found = stats.describe_columns(table('anes96'))
    names = {'mean': 'mean', 'sd': 'sd', 'median': 'median', 'trimmed': 'trimmed', 'mad': 'mad',
             'skew': 'skew_3', 'kurtosis': 'kurtosis_3', 'se': 'se'}
    for row, label in zip(wanted['rows'], wanted['row_names']):
        one = found.at(label)
        assert [getattr(one, name) for name in names.values()] == pytest.approx(
            [row[wanted['col_names'].index(key)] for key in names], rel=1e-9), label


def test_polychoric_as_polycor(table, expected):
    given = table('synth360')
    items = {name: given[name][:60] for name in ('d1_1', 'd1_2', 'd1_3')}
    for margins in ('pair', 'item'):
        wanted = expected('synth360-dim1-first60__polychoric', f'two_step_exact_{margins}_margins')['rho']
        found = stats.polychoric(items, margins=margins)
        assert found.to_list() == [pytest.approx(row, rel=1e-8) for row in wanted['rows']]


def test_weights_as_survey_and_hmisc(table, expected):
    given, wanted = table('synthlev_wave1'), expected('synthlev__weighted_stats', 'level3')
    score = stats.row_means([given[f'L3_{item}'] for item in range(1, 7)])
    found = stats.describe_weighted(score, given['weight'])
    assert (found.mean, found.variance_frequency, found.effective_n) == pytest.approx(
        (wanted['wtd_mean'], wanted['wtd_var_unbiased_freq'], wanted['n_eff']), rel=1e-10)
    quantiles = stats.quantiles(score, [.1, .25, .5, .75, .9], type='frequency_7', weight=given['weight'])
    assert list(quantiles) == pytest.approx(list(wanted['wtd_quantile_hmisc'].values()), rel=1e-10)
    raked = stats.rake(given['weight'], {'sex': given['sex'], 'age': given['age']}, {
        'sex': {'f': 800, 'm': 700}, 'age': {'18-34': 450, '35-49': 500, '50+': 550}})
    head = expected('synthlev__weighted_stats', 'rake_two_margins')['weights']['head']
    assert list(raked[:len(head)]) == pytest.approx(head, rel=1e-9)


def test_a_survey_as_survey(table, expected):
    given = table('lonely_psu')
    design = stats.Design(weight=given['w'], stratum=given['s'], cluster=given['p'])
    for lonely in ('certainty', 'remove', 'adjust', 'average'):
        wanted = expected('survey-api__survey_weights', f'lonely_psu_{lonely}')
        found = stats.survey_mean(given['y'], design, lonely=lonely)
        assert (found.estimate, found.se) == pytest.approx((wanted['est']['y'], wanted['se']['y']), rel=1e-10)
    with pytest.raises(errors.RungNotEstimableError):
        stats.survey_mean(given['y'], design)
