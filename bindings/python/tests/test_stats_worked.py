"""The worked cases of doc/statistics/ come out of rung.stats, to the digits that are printed."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import math
import re
import sys
from pathlib import Path
from typing import Any, Callable

import pytest

from rung import stats

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / 'bindings' / 'python' / 'tools'))

import generate_results  # noqa: E402

BLOCK = re.compile(r'^```worked\n(.*?)^```$', re.M | re.S)
RESULT = re.compile(r'^([\w.]+) = (\S+)$')
FIELDS = {member: field for name, (_, members) in generate_results.enums().items()
          for member, field in generate_results.fields(name, members).items()}


def word(text: str) -> Any:
    """A cell: a number, None or text."""
    if text == '-':
        return None
    try:
        return float(text)
    except ValueError:
        return text


def cases() -> dict[str, tuple[list[Any], dict[str, str], dict[str, str]]]:
    """Columns, parameters and results of each case, by its title."""
    out = {}
    for page in sorted((ROOT / 'doc' / 'statistics').glob('*.md')):
        for block in BLOCK.findall(page.read_text(encoding='utf-8')):
            given = dict(line.split(': ', 1) for line in block.splitlines() if not RESULT.match(line))
            columns = [[word(text) for text in column.split()]
                       for column in given.pop('columns', '').split('|') if column.split()]
            results = dict(RESULT.match(line).groups() for line in block.splitlines() if RESULT.match(line))
            out[given.pop('case')] = columns, given, results
    return out


def numbers(text: str) -> list[float]:
    return [float(part) for part in text.split()]


def weighed(function: Callable[..., Any]) -> Callable[..., Any]:
    """Of two columns, and a weight where there is a third."""
    return lambda c, p: function(c[0], c[1], weight=c[2] if c[2:] else None)


def survey(function: Callable[..., Any], count: int = 1) -> Callable[..., Any]:
    """An estimate of the first columns by the design that the others are."""
    def compute(c: Any, p: Any) -> Any:
        design: dict[str, Any] = dict(zip(p.get('design', '').lower().split(), c[count:]))
        if 'margin' in design:
            design['margins'] = [design.pop('margin')]
        more = [float(p['probability'])] if 'probability' in p else []
        return function(*c[:count], *more, stats.Design(**design), lonely=p.get('lonely', 'fail').lower())
    return compute


def quantiles(c: Any, p: Any) -> dict[str, float]:
    kinds = ['inverse', 'weighted_7', 'frequency_7', 'weighted_4'] if c[1:] else [
        *range(1, 10), 'interpolated']
    return {f'RUNG_QUANTILE_{"TYPE_" if isinstance(kind, int) else ""}{str(kind).upper()}': float(
        stats.quantiles(c[0], numbers(p['probability']), type=kind, weight=c[1] if c[1:] else None)[0])
        for kind in kinds}


def shares(c: Any, p: Any) -> dict[str, float]:
    found = {kind: stats.share_interval(float(p['count']), float(p['n']), method=kind)
             for kind in ('wilson', 'clopper_pearson', 'jeffreys')}
    start = 'RUNG_SHARE_INTERVAL_'
    return {f'{start}SHARE': found['wilson'].share, f'{start}SE': found['wilson'].se,
            **{f'{start}{end.upper()}_{kind.upper()}': getattr(one, end)
               for kind, one in found.items() for end in ('low', 'high')}}


def clustered(c: Any, p: Any) -> Any:
    n = stats.korn_graubard_n(float(p['effective']), float(p['n']), float(p['df']))
    return stats.clopper_pearson(float(p['share']) * n, n)


def each(prefix: str, values: Any) -> dict[str, float]:
    """A number a row, by the row."""
    return {f'{prefix}{row}': float(value) for row, value in enumerate(values, 1)}


def adjusted(c: Any, p: Any) -> dict[str, float]:
    ways = {'HOLM': 'holm', 'HOCHBERG': 'hochberg', 'HOMMEL': 'hommel', 'BONFERRONI': 'bonferroni',
            'BENJAMINI_HOCHBERG': 'BH', 'BENJAMINI_YEKUTIELI': 'BY'}
    return {name: value for key, way in ways.items()
            for name, value in each(f'RUNG_ADJUST_{key}_', stats.adjust(c[0], way)).items()}


def moved(c: Any, p: Any) -> Any:
    found = stats.transition(*c, levels=int(p['levels']))
    table = {f'from_{row}_to_{column}': value for row, of in found.table.to_dict().items()
             for column, value in of.items()}
    return found, table


def ranked(c: Any, p: Any) -> dict[str, float]:
    return {name: value for way in ('plain', 'blom', 'tukey', 'rankit', 'van_der_waerden')
            for name, value in each(f'{way.upper()}_', stats.ranks(c[0], way)).items()}


def certain(c: Any, p: Any) -> dict[str, float]:
    return {f'RUNG_CERTAINTY_{name.upper()}.{around.upper()}': value for around in ('true', 'observed')
            for name, value in stats.level_certainty(
                c[0], numbers(p['cuts']), *numbers(p['population']), around=around).to_dict().items()}


def scaled(c: Any, p: Any) -> dict[str, float]:
    items = ['a', 'b', 'c', 'd']
    keys = {str(place): [('-' if sign == '-1' else '') + item
                         for item, sign in zip(items, signs.split()) if sign != '0']
            for place, signs in enumerate(p['keys'].split('|'), 1)}
    found = stats.scales(dict(zip(items, c)), keys)
    return {f'RUNG_SCALES_{name}.{row}.{column}': value
            for name, matrix in (('R', found.r), ('CORRECTED', found.corrected))
            for row, of in matrix.to_dict().items() for column, value in of.items()}


def disagreed(c: Any, p: Any) -> Any:
    bad = numbers(p['disagreement']) if 'disagreement' in p else None
    return stats.kappa_table([list(row) for row in zip(*c)],
                             disagreement=bad and [bad[0:3], bad[3:6], bad[6:9]])


def drivers(c: Any, p: Any) -> Any:
    found = stats.importance(c[0], c[1:])
    return {f'RUNG_IMPORTANCE_{name.upper()}.{place}': value
            for place, one in enumerate([found.outcome, *found.drivers])
            for name, value in one.to_dict().items()}


def raked(c: Any, p: Any) -> Any:
    pairs = c[3:]
    return each('ROW_', stats.rake(c[0], {'a': c[1], 'b': c[2]}, {
        'a': dict(zip(pairs[0], pairs[1])), 'b': dict(zip(pairs[2], pairs[3]))}))


def tails(c: Any, p: Any) -> dict[str, float]:
    return {name.upper(): getattr(stats, f'{name}_cdf')(*numbers(text)) for name, text in p.items()}


def quarters(c: Any, p: Any) -> dict[str, float]:
    return {name: stats.noncentral_t_quantile(share, float(p['df']), float(p['delta']))
            for name, share in (('LOW', .025), ('MEDIAN', .5), ('HIGH', .975))}


def scale(p: Any) -> tuple[float, float]:
    low, high = numbers(p['scale'])
    return low, high


CASES: dict[str, Callable[[Any, Any], Any]] = {
    'three p-values and one that is absent': adjusted,
    'agreement of three groups of five': lambda c, p: stats.agreement(c[0], c[1], scale(p)),
    'nulls of five points': lambda c, p: stats.nulls(scale(p)),
    'chance with ten people, five items and five points': lambda c, p: stats.agreement_chance(
        c[0], int(p['members']), int(p['items']), replicates=int(p['replicates'])),
    'one peak on seven points': lambda c, p: stats.camps(c[0], float(p['share'])),
    'two camps': lambda c, p: stats.camps(c[0], float(p['share'])),
    'eleven points of Anscombe': weighed(stats.pearson),
    'three answers that weigh differently': weighed(stats.pearson),
    'five people in two orders': lambda c, p: stats.spearman(*c),
    'levels of ten people by two readings': lambda c, p: stats.kendall(*c),
    'a correlation of two short scales': lambda c, p: {'correlation_of_true_scores': stats.disattenuated(
        float(p['correlation']), float(p['reliability x']), float(p['reliability y']))},
    'nineteen replicates': lambda c, p: stats.bootstrap_interval(
        float(p['estimate']), c[0], c[1], confidence=float(p['confidence'])),
    'a median is drawn': lambda c, p: stats.bootstrap(c[0], p['statistic'].lower(), seed=int(p['seed'])),
    'a row is looked at': lambda c, p: stats.careless(c),
    'halves agree or contradict': lambda c, p: each('ROW_', stats.even_odd(c, p['scale'].split())),
    'a page was too fast': lambda c, p: stats.pace(c, numbers(p['items']), cutoff=float(p['cutoff'])),
    'five people before and after': lambda c, p: stats.change(
        *c, reliability=numbers(p['reliability'])[0], reliability_after=numbers(p['reliability'])[1]),
    'the change of each of them': lambda c, p: {
        **each('RUNG_CHANGE_ROW_INDEX_', stats.rci(*c, reliability=float(p['reliability']))),
        **each('RUNG_CHANGE_ROW_RESIDUAL_', stats.residual_change(*c))},
    'seven people on three levels': moved,
    'an item is reversed': lambda c, p: each('ROW_', stats.reverse(c[0], *scale(p))),
    'an item is put on 0 to 100': lambda c, p: each('ROW_', stats.pomp(c[0], *scale(p))),
    'a T score': lambda c, p: each('ROW_', stats.standardise(c[0], float(p['mean']), float(p['sd']))),
    'what lies far out is drawn in': lambda c, p: each('ROW_', stats.winsorise(c[0], float(p['share']))),
    'a mean asks for enough answers': lambda c, p: each('ROW_', stats.row_means(c, int(p['least']))),
    'two raters, one a point higher': lambda c, p: stats.concordance(*c),
    'limits between which differences lie': lambda c, p: stats.bland_altman(
        *c, multiple=float(p['multiple'])),
    'five people and how others see them': lambda c, p: stats.self_others(*c, width=float(p['width'])),
    'two leaders on three dimensions': lambda c, p: {
        **each('RUNG_PROFILE_CORRELATION_', stats.profiles(c[:3], c[3:])),
        **each('RUNG_PROFILE_DISTANCE_', stats.profiles(c[:3], c[3:], 'distance'))},
    'a column is described': lambda c, p: stats.describe(c[0], float(p['trim'])),
    'groups are described': lambda c, p: stats.describe_by(c[0], c[1]),
    'a weighted column is described': lambda c, p: stats.describe_weighted(c[0], c[1]),
    'a quartile has nine types': quantiles,
    'a median of categories is interpolated': quantiles,
    'weighted quantiles differ': quantiles,
    'shares leave out who did not answer': lambda c, p: {
        f'RUNG_FREQUENCIES_{name}': value for found in [stats.frequencies(c[0], numbers(p['category']))]
        for name, value in (('N', found.n), ('ABSENT', found.absent), ('OTHER', found.other),
                            ('FIRST', found.shares[1]))},
    'an item is examined': lambda c, p: stats.item_exam(c)[0],
    'a weighted correlation': lambda c, p: {
        'CORRELATION': stats.weighted_correlation(c[:2], c[2])[0, 1]},
    **{title: survey(stats.survey_mean) for title in (
        'a simple sample', 'the same in clusters', 'the same in two stages', 'a domain',
        'a lonely unit is left out', 'a lonely unit is set against all', 'a lonely unit adds the average',
        'weights cost rows', 'a margin explains a part')},
    'a total': survey(stats.survey_total),
    'a ratio': survey(stats.survey_ratio, 2),
    'a variance': survey(stats.survey_variance),
    'a difference': survey(stats.survey_difference, 2),
    'kappa': survey(stats.survey_kappa, 2),
    'a share': survey(stats.survey_share),
    'a median': survey(stats.survey_quantile),
    'tables of every textbook': tails,
    'what t comes out where there is an effect': quarters,
    'limits of an effect size': lambda c, p: {
        name: stats.noncentral_t_delta(float(p['t']), float(p['df']), share)
        for name, share in (('LOW', .975), ('HIGH', .025))},
    'ten patients take two drugs': weighed(stats.paired),
    'the same hours as those of two groups': lambda c, p: stats.independent(*c),
    'two groups with weights': lambda c, p: stats.independent(c[0], c[1], weight=(c[2], c[3])),
    'a team is held against the rest of its unit': weighed(stats.part),
    'two groups by order alone': lambda c, p: stats.dominance(*c),
    'ICC of three groups of five': lambda c, p: stats.icc_groups(*c),
    'reliability of means of 1, 5 and 20 people': lambda c, p: each(
        'RUNG_RELIABILITY.', stats.icc_mean_reliability(float(p['icc']), c[0])),
    'Shrout and Fleiss 1979': lambda c, p: stats.icc(c),
    'more between, less within': lambda c, p: stats.between_within(*c),
    'two drivers that do not go together': drivers,
    'an outcome and two drivers': drivers,
    'one of 29': shares,
    'a share from clusters': clustered,
    'five levels at once': lambda c, p: stats.goodman(c[0]),
    'promoters and detractors': lambda c, p: stats.net_score(
        *(float(p[name]) for name in ('promoters', 'detractors', 'n'))),
    'four people answered': lambda c, p: stats.answer_mean(*c),
    'two points are a share': lambda c, p: stats.answer_mean(*c),
    'three people answered alike': lambda c, p: stats.answer_mean(*c),
    'a score among six': lambda c, p: stats.norms(c[0], [float(p['score'])])[0],
    'a weighted sample': lambda c, p: stats.norms(c[0], [float(p['score'])], weight=c[1])[0],
    'ranks and their normal scores': ranked,
    'five people and two items': lambda c, p: stats.mahalanobis(c, missing='fail'),
    'an answer that is absent': lambda c, p: stats.mahalanobis(c),
    'the thresholds of an item': lambda c, p: each('threshold.', stats.thresholds(c[0])),
    'a table of two by two, cut at the medians': weighed(stats.polychoric_pair),
    'two items of three categories': lambda c, p: stats.polychoric_pair(*c, margins='pair'),
    'ordinal alpha of three items': lambda c, p: stats.ordinal_alpha(c),
    'Cohen 1968': disagreed,
    'Cohen 1968, weighted': disagreed,
    'three raters by pairs': lambda c, p: stats.light(c, missing='pairwise'),
    'two units and three raters': lambda c, p: stats.fleiss(c),
    'Krippendorff 2011': lambda c, p: {metric.upper(): stats.krippendorff(c, metric=metric).alpha
                                       for metric in ('nominal', 'ordinal', 'interval', 'ratio')},
    "AC1 of Krippendorff's ratings": lambda c, p: stats.gwet(c),
    'three raters put four units in order': lambda c, p: stats.kendall_w(c),
    'three items and six people': lambda c, p: stats.alpha(c, missing='listwise'),
    'three items, one of them answered by few': lambda c, p: stats.alpha(c),
    'two items from their correlation': lambda c, p: stats.alpha_from_matrix(c, float(p['n'])),
    'the limits of an alpha': lambda c, p: stats.alpha_interval(
        float(p['alpha']), int(p['items']), float(p['n']), confidence=float(p['confidence'])),
    'the items of a scale': lambda c, p: stats.alpha_items(c),
    'right and wrong answers': lambda c, p: stats.kr20(c),
    'a test twice as long': lambda c, p: {
        'rung_stats_spearman_brown': stats.spearman_brown(float(p['reliability']), float(p['length'])),
        'rung_stats_spearman_brown_length': stats.spearman_brown_length(
            float(p['reliability']), float(p['wanted']))},
    'odd against even': lambda c, p: stats.split_half(c),
    'four parallel items': lambda c, p: (stats.guttman_from_matrix(c), stats.splits_from_matrix(c)),
    'one factor of three items': lambda c, p: (stats.omega(c), stats.one_factor(c)),
    'an intelligence test': lambda c, p: (
        stats.standard_errors(float(p['sd']), float(p['reliability'])),
        {'rung_stats_true_score': stats.true_score(*(float(p[name])
                                                     for name in ('mean', 'reliability', 'score')))}),
    'three scores and two cuts': certain,
    'two scales of two items': scaled,
    'five teams': lambda c, p: stats.heterogeneity(*c),
    'five teams are drawn together': lambda c, p: stats.shrinkage(*c),
    'groups reach their totals': lambda c, p: each(
        'ROW_', stats.poststratify(c[0], c[1], dict(zip(c[2], c[3])))),
    'two margins are reached': raked,
    'weights are trimmed once': lambda c, p: each('ROW_', stats.trim_weights(c[0], *numbers(p['limits']))),
    'weights are trimmed strictly': lambda c, p: each(
        'ROW_', stats.trim_weights(c[0], *numbers(p['limits']), strict=True)),
}


def look_up(found: Any, name: str) -> float:
    """A number by its name on the page."""
    if isinstance(found, tuple):
        return next(look_up(part, name) for part in found if has(part, name))
    if isinstance(found, dict):
        return float(found[name])
    if isinstance(found, stats.Rows):
        base, label = re.fullmatch(r'(\w+)[._](\w+)', name).groups()
        labels = [str(int(one) if isinstance(one, float) else one) for one in found.labels]
        named = not isinstance(found.labels, range) and found.of == 'group'
        row = labels.index(label) if named else int(label) - 1
        return float(found[FIELDS.get(base, base.lower())][row])
    return float(getattr(found, FIELDS[name]))


def has(found: Any, name: str) -> bool:
    """Whether a part of what was found has a name."""
    try:
        look_up(found, name)
    except (KeyError, AttributeError):
        return False
    return True


def shown(printed: str, value: float) -> bool:
    """Whether a number, written with as many digits, is what is printed."""
    if printed == 'NaN':
        return math.isnan(value)
    mantissa, _, power = printed.partition('e')
    unit = 10.0 ** (int(power or 0) - len(mantissa.partition('.')[2]))
    return abs(float(printed) - value) <= 0.5000001 * unit


@pytest.mark.parametrize('title', cases())
def test_worked_case(title: str) -> None:
    columns, parameters, results = cases()[title]
    found = CASES[title](columns, parameters)
    assert results
    for name, printed in results.items():
        assert shown(printed, look_up(found, name)), (name, printed, look_up(found, name))
