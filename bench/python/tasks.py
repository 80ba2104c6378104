"""What is asked of rung and its peers: each task as the code that a user would write, and the data of it."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any, Dict

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / 'tests/peers/golden/data'
SURVEY = ROOT / 'examples/five-levels/answers.csv'
SCALE = [f'L3_{item}' for item in range(1, 6)]
PYTHON = ('rung', 'pingouin', 'factor_analyzer', 'pyreadstat')
R = ('psych', 'multilevel')

# task -> tool -> (the code, its figures). Code and figures see `items` (a frame, a column per item), `ratings`
# (a row per unit, a column per rater), `two` (two raters), `team`, `path`, `folder`. multilevel is another
# package of R: psych has no agreement within groups.
TASKS: Dict[str, Dict[str, Any]] = {
    'alpha': {
        'rung': ('found = rung.stats.alpha(items)',
                 '[found.raw, found.feldt_low, found.feldt_high]'),
        'pingouin': ('found = pg.cronbach_alpha(items)', '[found[0], *found[1]]'),
        'psych': ('found <- psych::alpha(items)',
                  'c(found$total$raw_alpha, found$feldt$lower.ci[[1]], found$feldt$upper.ci[[1]])'),
    },
    'item-total': {
        'rung': ('found = rung.stats.alpha_items(items)', 'list(found["rest_r"])'),
        'pingouin': ('found = [pg.corr(items[name], items.drop(columns=name).sum(axis=1)).r.iloc[0] '
                     'for name in items]', 'found'),
        'psych': ('found <- psych::alpha(items)', 'found$item.stats$r.drop'),
    },
    'omega': {
        'rung': ('found = rung.stats.omega(items, method="minres")', '[found.unique, found.model]'),
        'factor_analyzer': ('fit = FactorAnalyzer(1, rotation=None).fit(items)\n'
                            'found = fit.loadings_.sum() ** 2 / (fit.loadings_.sum() ** 2 + '
                            'fit.get_uniquenesses().sum())', '[None, found]'),
        'psych': ('found <- psych::omega(items, nfactors = 1, plot = FALSE)', 'c(found$omega.tot, NA)'),
    },
    'icc': {
        'rung': ('found = rung.stats.icc(ratings)',
                 '[found.icc1, found.icc2, found.icc3, found.icc2_low, found.icc2_high]'),
        'pingouin': ('long = ratings.reset_index(names="unit").melt("unit", var_name="rater")\n'
                     'found = pg.intraclass_corr(long, "unit", "rater", "value")',
                     '[*found.ICC[:3], *found.CI95[1]]'),
        'psych': ('found <- psych::ICC(ratings, lmer = FALSE)',
                  'c(found$results$ICC[1:3], found$results[2, "lower bound"], found$results[2, "upper bound"])'),
    },
    'kappa': {
        'rung': ('found = rung.stats.kappa(two)', '[found.kappa]'),
        'psych': ('found <- psych::cohen.kappa(two)', 'found$kappa'),
    },
    'rwg(j) and AD': {
        'rung': ('found = rung.stats.agreement(items, team, (1, 6))',
                 '[getattr(found.at(name), figure) for figure in ("rwg_uniform", "ad_mean") '
                 'for name in sorted(found.labels)]'),
        'multilevel': ('one <- multilevel::rwg.j(items, team, ranvar = (6^2 - 1) / 12)\n'
                       'other <- multilevel::ad.m(items, team, type = "mean")',
                       'c(one$rwg.j[order(as.numeric(one$grpid))], other$AD.M[order(as.numeric(other$grpid))])'),
    },
    'levels': {
        'rung': ('model = rung.Model.builtin("five-levels")\n'
                 'found = model.findings(rung.read_csv(path), by="team").to_frame("reading")', '[len(found)]'),
    },
    'sav': {
        'pyreadstat': ('found, about = pyreadstat.read_sav(path, apply_value_formats=True)', '[len(found)]'),
    },
}


def calls(tool: str, code: str) -> int:
    """How many calls a piece of code makes."""
    if tool in R:
        return len(re.findall(r'[\w.]\(', code))
    return sum(isinstance(node, ast.Call) for node in ast.walk(ast.parse(code)))


def tools_of(task: str) -> 'tuple[str, ...]':
    """The tools that have a task."""
    return tuple(TASKS[task])


def shipped() -> Dict[str, pd.DataFrame]:
    """Data that come with rung: five items with gaps and without, ratings, and two raters."""
    wave = pd.read_csv(GOLDEN / 'synthlev_wave1.csv')
    gaps = wave[SCALE].astype(float)
    whole = gaps.dropna()
    return {'gaps': gaps, 'items': whole.reset_index(drop=True),
            'team': wave[['team']].loc[whole.index].reset_index(drop=True),
            'ratings': pd.read_csv(GOLDEN / 'shrout_fleiss1979.csv').astype(float),
            'two': pd.read_csv(GOLDEN / 'synth360_d1_1_self_manager.csv')[['self', 'manager']].astype(float)}


def drawn(rows: int, columns: int, seed: int = 7) -> Dict[str, pd.DataFrame]:
    """Answers on six points that share one factor; twenty people to a team."""
    random = np.random.default_rng(seed)
    latent = random.normal(size=(rows, 1)) + 1.2 * random.normal(size=(rows, columns))
    points = np.clip(np.round(3.5 + latent), 1, 6)
    items = pd.DataFrame(np.asfortranarray(points), columns=[f'q{place}' for place in range(1, columns + 1)])
    team = pd.DataFrame({'team': np.arange(rows) // 20})
    return {'items': items, 'ratings': items, 'two': items[['q1', 'q2']], 'team': team}


def awkward() -> Dict[str, pd.DataFrame]:
    """Five items as they should not be: what the page says of each is its name."""
    whole = drawn(200, 5)['items']
    gaps = whole.mask(np.random.default_rng(11).random(whole.shape) < .1)
    return {'no gaps': whole, '10 % of answers absent': gaps,
            'one item constant': whole.assign(q3=4.0),
            'one item against the others': whole.assign(q3=7 - whole.q3),
            'two items the same': whole.assign(q3=whole.q2),
            'one item without an answer': whole.assign(q3=np.nan),
            'two people': whole.head(2).reset_index(drop=True),
            'nobody answered': whole * np.nan}
