"""Results of statistics: made from include/rung/stats by tools/generate_results.py."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ._base import Result

Null = Literal['uniform', 'slight_skew', 'moderate_skew', 'heavy_skew', 'triangular', 'normal',
               'dissensus', 'ad_cut']
Factoring = Literal['likelihood', 'minres']
Lonely = Literal['fail', 'certainty', 'remove', 'adjust', 'average']
Margins = Literal['item', 'pair']
Missing = Literal['listwise', 'pairwise', 'fail']
Around = Literal['true', 'observed']
Scoring = Literal['plain', 'blom', 'tukey', 'rankit', 'van_der_waerden']
Metric = Literal['nominal', 'ordinal', 'interval', 'ratio']
Weights = Literal['none', 'linear', 'quadratic']
Replicated = Literal['mean', 'median', 'sd']
ShareMethod = Literal['wilson', 'clopper_pearson', 'jeffreys']


@dataclass(frozen=True)
class AgreementNulls(Result):
    """The variances that answers would have where nobody agreed, by name of the distribution.

    uniform: Every point alike: (A^2 - 1) / 12.
    slight_skew: A = 5 to 11.
    moderate_skew: A = 5 to 11.
    heavy_skew: A = 5 to 11.
    triangular: A = 5 to 11.
    normal: A = 5 to 11.
    dissensus: Half at either end: (high - low)^2 / 4.
    ad_cut: No variance: A / 6, up to which a mean absolute deviation is taken for agreement.
    """

    uniform: float
    slight_skew: float
    moderate_skew: float
    heavy_skew: float
    triangular: float
    normal: float
    dissensus: float
    ad_cut: float


@dataclass(frozen=True)
class Agreement(Result):
    """The results of `agreement`.

    rwg_uniform: r_wg(j) under `uniform`.
    rwg_slight_skew: r_wg(j) under a slight skew.
    rwg_moderate_skew: r_wg(j) under a moderate skew.
    rwg_heavy_skew: r_wg(j) under a heavy skew.
    rwg_triangular: r_wg(j) under a triangle.
    rwg_normal: r_wg(j) under a normal shape.
    rwg_dissensus: r_wg(j) under maximum dissensus.
    star_uniform: r*_wg(j), which may be negative.
    star_slight_skew: r*_wg(j) under a slight skew.
    star_moderate_skew: r*_wg(j) under a moderate skew.
    star_heavy_skew: r*_wg(j) under a heavy skew.
    star_triangular: r*_wg(j) under a triangle.
    star_normal: r*_wg(j) under a normal shape.
    star_dissensus: r*_wg(j) under maximum dissensus.
    awg: a_wg, the mean over the columns for which it is defined.
    ad_mean: Mean absolute deviation around the mean.
    ad_median: Mean absolute deviation around the median.
    sd: Standard deviation, n - 1.
    variance: Variance, n - 1.
    mean: Mean.
    n: Rows that count.
    low: Lower limit of r_wg under the uniform null.
    high: Upper limit.
    """

    rwg_uniform: float
    rwg_slight_skew: float
    rwg_moderate_skew: float
    rwg_heavy_skew: float
    rwg_triangular: float
    rwg_normal: float
    rwg_dissensus: float
    star_uniform: float
    star_slight_skew: float
    star_moderate_skew: float
    star_heavy_skew: float
    star_triangular: float
    star_normal: float
    star_dissensus: float
    awg: float
    ad_mean: float
    ad_median: float
    sd: float
    variance: float
    mean: float
    n: float
    low: float
    high: float


@dataclass(frozen=True)
class AgreementChance(Result):
    """The results of `agreement_chance`.

    mean: Mean of r_wg(j) where nobody agrees.
    q50: Its median.
    q90: Its 90 % quantile.
    q95: Its 95 % quantile: from here on, more than chance.
    q99: Its 99 % quantile.
    ad_mean: Mean of the mean absolute deviation around the mean.
    ad_q05: Its 5 % quantile: up to here, less than chance.
    ad_q01: Its 1 % quantile.
    """

    mean: float
    q50: float
    q90: float
    q95: float
    q99: float
    ad_mean: float
    ad_q05: float
    ad_q01: float


@dataclass(frozen=True)
class Camps(Result):
    """The results of `camps`.

    agreement: van der Eijk's A: 1 one point, 0 uniform, -1 half at either end.
    found: 1: there are two camps; 0: there are not.
    lower_point: The point of the lower camp, from 1; NaN: none.
    lower_share: Its share of the answers.
    upper_point: The point of the upper camp; NaN: none.
    upper_share: Its share of the answers.
    valley_share: The least share of a point between them.
    n: Answers.
    """

    agreement: float
    found: float
    lower_point: float
    lower_share: float
    upper_point: float
    upper_share: float
    valley_share: float
    n: float


@dataclass(frozen=True)
class Association(Result):
    """The results of `pearson` and `spearman`.

    r: The correlation, -1 to 1.
    low: The lower limit; NaN where n < 4 or r is -1 or 1.
    high: The upper limit.
    n: Rows; with weights the effective number, (sum w)^2 / sum w^2.
    t: r sqrt((n - 2) / (1 - r^2)); infinite where r is -1 or 1.
    df: n - 2.
    p: The two-sided p-value of T with DF degrees of freedom.
    """

    r: float
    low: float
    high: float
    n: float
    t: float
    df: float
    p: float


@dataclass(frozen=True)
class Kendall(Result):
    """The results of `kendall`.

    tau: tau-b, -1 to 1.
    low: The lower limit of tau-b; NaN where SE is 0.
    high: The upper limit of tau-b.
    n: Rows.
    se: The standard error of tau-b, independence not supposed.
    z: (C - D) over its standard deviation under independence.
    p: The two-sided p-value of Z.
    concordant: C: pairs of rows in the same order in both columns.
    discordant: D: pairs of rows in opposite order.
    gamma: (C - D) / (C + D) (Goodman & Kruskal 1954); NaN: C + D is 0.
    gamma_low: The lower limit of gamma; NaN where its error is 0.
    gamma_high: The upper limit of gamma.
    """

    tau: float
    low: float
    high: float
    n: float
    se: float
    z: float
    p: float
    concordant: float
    discordant: float
    gamma: float
    gamma_low: float
    gamma_high: float


@dataclass(frozen=True)
class Bootstrap(Result):
    """The results of the bootstrap. t is the estimate, t* the replicates, R their number.

    estimate: t.
    bias: mean of t* - t.
    se: standard deviation of t*, divisor R - 1.
    percentile_low: quantile of t*.
    percentile_high: quantile of t*.
    bca_low: bias-corrected and accelerated (Efron 1987).
    bca_high: bias-corrected and accelerated.
    basic_low: 2 t - upper quantile.
    basic_high: 2 t - lower quantile.
    normal_low: t - bias - z se.
    normal_high: t - bias + z se.
    z0: the normal quantile of the share of t* below t.
    acceleration: a = sum L^3 / (6 (sum L^2)^1.5).
    replicates: R: replicates that are numbers.
    n: rows: values there are, or those of the jackknife.
    """

    estimate: float
    bias: float
    se: float
    percentile_low: float
    percentile_high: float
    bca_low: float
    bca_high: float
    basic_low: float
    basic_high: float
    normal_low: float
    normal_high: float
    z0: float
    acceleration: float
    replicates: float
    n: float


@dataclass(frozen=True)
class Careless(Result):
    """The results of `careless`, of each row.

    longstring: the longest run of equal answers (Johnson 2005).
    run_mean: the mean length of its runs of equal answers.
    irv: intra-individual response variability: the standard deviation (divisor n - 1) of its
        answers (Dunn et al. 2018).
    absent: the share of items without an answer.
    answered: answers there are.
    """

    longstring: float
    run_mean: float
    irv: float
    absent: float
    answered: float


@dataclass(frozen=True)
class Pace(Result):
    """The results of `pace`, of each row.

    seconds: seconds per item, over the pages that have a time.
    fast: the share of these items on pages under the cut-off.
    """

    seconds: float
    fast: float


@dataclass(frozen=True)
class Change(Result):
    """The results of `change`; d are differences after - before.

    mean: The mean of d.
    n: Rows.
    sd_before: The standard deviation before (divisor n - 1).
    sd_after: That after.
    sd: That of d.
    r: The correlation of before and after; NaN: one is constant.
    sem: The standard error of measurement: SD_BEFORE sqrt(1 - reliability).
    se: The standard error of one row's d: sqrt(2) SEM.
    smallest: The smallest change that is reliable: critical SE.
    rose: Rows with d / SE > critical.
    fell: Rows with d / SE < -critical.
    stayed: Rows between.
    srm: The standardised response mean: MEAN / SD (Liang et al. 1990).
    effect: The effect size on the baseline: MEAN / SD_BEFORE (Kazis et al. 1989).
    reliability: The reliability of d: (rel s^2 + rel' s'^2 - 2 R s s') / (s^2 + s'^2 - 2 R s s')
        (Lord & Novick 1968, section 9.8).
    """

    mean: float
    n: float
    sd_before: float
    sd_after: float
    sd: float
    r: float
    sem: float
    se: float
    smallest: float
    rose: float
    fell: float
    stayed: float
    srm: float
    effect: float
    reliability: float


@dataclass(frozen=True)
class Transition(Result):
    """The results of `transition`.

    stayed: The share of rows with the same level twice, 0 to 1.
    rose: The share with a higher level after.
    fell: The share with a lower level after.
    n: Rows.
    bowker: Bowker's test of symmetry: the sum over pairs of levels of (n_ij - n_ji)^2 / (n_ij +
        n_ji); NaN where no level changed.
    df: Its degrees of freedom: pairs of levels between which any row moved.
    p: Its p-value, from chi-square.
    """

    stayed: float
    rose: float
    fell: float
    n: float
    bowker: float
    df: float
    p: float


@dataclass(frozen=True)
class Concordance(Result):
    """The results of `concordance`.

    ccc: Lin's concordance correlation coefficient, -1 to 1.
    low: Its lower limit; NaN where n < 3 or r is 0, -1 or 1.
    high: Its upper limit.
    n: Rows.
    r: The correlation: CCC = R BIAS.
    bias: Lin's C_b, 0 to 1: 1 where means and variances are equal.
    rmse: The root of the mean squared difference.
    """

    ccc: float
    low: float
    high: float
    n: float
    r: float
    bias: float
    rmse: float


@dataclass(frozen=True)
class BlandAltman(Result):
    """The results of `bland_altman`; d are differences x - y.

    bias: The mean of d.
    bias_low: Its lower limit of confidence, from t.
    bias_high: Its upper limit of confidence.
    n: Rows.
    sd: The standard deviation of d (divisor n - 1).
    lower: The lower limit of agreement: BIAS - multiple SD.
    lower_low: Its lower limit of confidence.
    lower_high: Its upper limit of confidence.
    upper: The upper limit of agreement: BIAS + multiple SD.
    upper_low: Its lower limit of confidence.
    upper_high: Its upper limit of confidence.
    """

    bias: float
    bias_low: float
    bias_high: float
    n: float
    sd: float
    lower: float
    lower_low: float
    lower_high: float
    upper: float
    upper_low: float
    upper_high: float


@dataclass(frozen=True)
class SelfOthers(Result):
    """The results of `self_others`.

    agreeing: How many see themselves as others do: |gap| <= BAND.
    over: How many see themselves higher: gap > BAND.
    under: How many see themselves lower: gap < -BAND.
    n: Rows.
    band: The width: `width` standard deviations of the others' scores.
    """

    agreeing: float
    over: float
    under: float
    n: float
    band: float


@dataclass(frozen=True)
class Describe(Result):
    """The results of `describe`. d is the distance of a value from the mean, m_r the mean of d^r
    with divisor n, s the standard deviation.

    mean: sum x / n.
    n: values there are.
    absent: values there are not.
    variance: sum d^2 / (n - 1).
    sd: its square root, s.
    se: s / sqrt(n).
    median: the middle value, or the mean of the middle two.
    trimmed: the mean without the floor(n trim) least and greatest.
    mad: 1.4826 times the median distance from the median.
    least: the least value.
    greatest: the greatest value.
    range: greatest - least.
    skew_1: g1 = m_3 / m_2^1.5.
    skew_2: G1 = g1 sqrt(n (n - 1)) / (n - 2): SAS, SPSS.
    skew_3: b1 = m_3 / s^3: psych, Minitab.
    kurtosis_1: g2 = m_4 / m_2^2 - 3.
    kurtosis_2: G2 = ((n + 1) g2 + 6) (n - 1) / ((n - 2) (n - 3)).
    kurtosis_3: b2 = m_4 / s^4 - 3.
    """

    mean: float
    n: float
    absent: float
    variance: float
    sd: float
    se: float
    median: float
    trimmed: float
    mad: float
    least: float
    greatest: float
    range: float
    skew_1: float
    skew_2: float
    skew_3: float
    kurtosis_1: float
    kurtosis_2: float
    kurtosis_3: float


@dataclass(frozen=True)
class Weighted(Result):
    """The results of `describe_weighted`. Programs differ in what a weighted variance is; all of
    them stand side by side. D is sum w d^2 about the weighted mean.

    mean: sum w x / sum w.
    n: values of positive weight.
    weight: sum w.
    variance_frequency: D / (sum w - 1): a weight counts equal rows.
    variance_population: D / sum w: maximum likelihood.
    variance_reliability: D / (sum w - sum w^2 / sum w): unbiased for precisions.
    variance_design: n / (n - 1) D / sum w: design weights.
    se: sqrt(n / (n - 1) sum w^2 d^2) / sum w: linearised.
    design_effect: n sum w^2 / (sum w)^2 (Kish 1965).
    effective_n: (sum w)^2 / sum w^2.
    """

    mean: float
    n: float
    weight: float
    variance_frequency: float
    variance_population: float
    variance_reliability: float
    variance_design: float
    se: float
    design_effect: float
    effective_n: float


@dataclass(frozen=True)
class ItemExam(Result):
    """The results of `item_exam`, of each item. The total is the sum of all items.

    total: correlation of the item with the total.
    rest: correlation with the total of the other items.
    mean: mean, for 0/1 items the difficulty.
    sd: standard deviation, divisor n - 1.
    discrimination: mean in the floor(n/3) rows of the highest total less mean in the floor(n/3) of
        the lowest; equal totals keep the order of the rows.
    reliability: TOTAL times the standard deviation with divisor n.
    reliability_rest: REST times the standard deviation with divisor n.
    n: rows that counted.
    """

    total: float
    rest: float
    mean: float
    sd: float
    discrimination: float
    reliability: float
    reliability_rest: float
    n: float


@dataclass(frozen=True)
class Survey(Result):
    """The results of the estimates. V is the linearised variance, SE^2.

    estimate: the mean, total, ratio, variance, difference or kappa.
    se: its standard error.
    low: lower end of its interval: t with DF.
    high: upper end.
    df: degrees of freedom: primary units less strata, of the domain; of a difference one less.
    n: rows of the domain with a value, of positive weight.
    weight: the sum of their weights.
    normal_low: lower end with the normal distribution.
    normal_high: upper end.
    design_effect: of a mean: V over the variance of a simple sample of n without replacement, s^2 /
        n (W - n) / W, W the sum of the weights.
    design_effect_replaced: of a mean: V over s^2 / n.
    kish: Kish's effect of weighting, n sum w^2 / (sum w)^2.
    kish_n: n over it.
    effective_n: of a mean: variance of the values (divisor sum w) over V.
    adjusted_n: of a mean: EFFECTIVE_N times (t_(n-1) / t_DF)^2, t at the confidence (Korn &
        Graubard 1998).
    p: two-sided p of no difference, t with DF; only of a difference.
    """

    estimate: float
    se: float
    low: float
    high: float
    df: float
    n: float
    weight: float
    normal_low: float
    normal_high: float
    design_effect: float
    design_effect_replaced: float
    kish: float
    kish_n: float
    effective_n: float
    adjusted_n: float
    p: float


@dataclass(frozen=True)
class SurveyShare(Result):
    """The results of `survey_share`.

    estimate: the share p.
    se: its standard error.
    logit_low: lower end, t with DF on the scale of log(p / (1 - p)).
    logit_high: upper end.
    beta_low: lower end of Clopper & Pearson's interval with ADJUSTED_N.
    beta_high: upper end (Korn & Graubard 1998).
    df: primary units less strata, of the domain.
    n: rows of the domain with a value, of positive weight.
    effective_n: p (1 - p) / SE^2.
    adjusted_n: EFFECTIVE_N times (t_(n-1) / t_DF)^2.
    """

    estimate: float
    se: float
    logit_low: float
    logit_high: float
    beta_low: float
    beta_high: float
    df: float
    n: float
    effective_n: float
    adjusted_n: float


@dataclass(frozen=True)
class SurveyQuantile(Result):
    """The results of `survey_quantile`.

    estimate: the least value that the share p does not exceed.
    se: the width of the interval over 2 t.
    low: the quantile at F - t SE(F), F the share up to the estimate.
    high: the quantile at F + t SE(F) (Woodruff 1952).
    df: primary units less strata, of the domain.
    n: rows of the domain with a value, of positive weight.
    """

    estimate: float
    se: float
    low: float
    high: float
    df: float
    n: float


@dataclass(frozen=True)
class Paired(Result):
    """The results of `paired`; d are differences x - y. Effect sizes are in standard deviations;
    those named G are those named D times J.

    difference: The mean of d.
    low: The lower limit of the mean of d, from t with n - 1 degrees.
    high: The upper limit.
    n: Rows; with weights the effective number.
    mean_x: The mean of x.
    mean_y: The mean of y.
    sd_x: The standard deviation of x (divisor n - 1).
    sd_y: That of y.
    sd: That of d.
    se: SD / sqrt(n).
    t: DIFFERENCE / SE.
    df: n - 1.
    p: The two-sided p-value of T.
    r: The correlation of x and y; NaN: one is constant.
    d_z: DIFFERENCE / SD (Cohen 1988).
    d_z_low: Its lower limit, from the noncentral t.
    d_z_high: Its upper limit.
    j: Hedges' exact factor for n - 1 degrees; NaN for n < 3.
    g_z: J D_Z.
    g_z_low: J D_Z_LOW.
    g_z_high: J D_Z_HIGH.
    d_av: DIFFERENCE / sqrt((SD_X^2 + SD_Y^2) / 2) (Cumming 2012).
    g_av: J D_AV.
    d_rm: D_Z sqrt(2 (1 - R)) (Morris & DeShon 2002).
    g_rm: J D_RM.
    signed_rank: Wilcoxon's V: the sum of the ranks of |d| where d > 0, rows with d = 0 left out;
        NaN with weights.
    signed_rank_p: Its two-sided p-value from the normal distribution, with the corrections for ties
        and for continuity.
    """

    difference: float
    low: float
    high: float
    n: float
    mean_x: float
    mean_y: float
    sd_x: float
    sd_y: float
    sd: float
    se: float
    t: float
    df: float
    p: float
    r: float
    d_z: float
    d_z_low: float
    d_z_high: float
    j: float
    g_z: float
    g_z_low: float
    g_z_high: float
    d_av: float
    g_av: float
    d_rm: float
    g_rm: float
    signed_rank: float
    signed_rank_p: float


@dataclass(frozen=True)
class Independent(Result):
    """The results of `independent` and `part`.

    difference: The mean of x less that of y.
    low: Its lower limit, variances not supposed to be equal (Welch).
    high: The upper limit.
    n_x: Values of x; with weights the effective number.
    n_y: Those of y.
    mean_x: The mean of x.
    mean_y: The mean of y.
    sd_x: The standard deviation of x (divisor n - 1).
    sd_y: That of y.
    se: sqrt(SD_X^2 / N_X + SD_Y^2 / N_Y).
    t: DIFFERENCE / SE (Welch 1938).
    df: Its degrees of freedom (Satterthwaite 1946).
    p: Its two-sided p-value.
    sd_pooled: sqrt(((N_X - 1) SD_X^2 + (N_Y - 1) SD_Y^2) / DF_POOLED).
    t_pooled: DIFFERENCE / (SD_POOLED sqrt(1 / N_X + 1 / N_Y)).
    df_pooled: N_X + N_Y - 2.
    p_pooled: The two-sided p-value of T_POOLED.
    low_pooled: The lower limit of DIFFERENCE with equal variances.
    high_pooled: The upper limit.
    d: Cohen's d: DIFFERENCE / SD_POOLED.
    d_low: Its lower limit, from the noncentral t.
    d_high: Its upper limit.
    j: Hedges' exact factor for DF_POOLED.
    g: Hedges' g: J D.
    g_low: J D_LOW.
    g_high: J D_HIGH.
    d_se: sqrt(1 / N_X + 1 / N_Y + D^2 / (2 (N_X + N_Y))) (Hedges & Olkin 1985).
    glass: Glass' delta: DIFFERENCE / SD_Y.
    """

    difference: float
    low: float
    high: float
    n_x: float
    n_y: float
    mean_x: float
    mean_y: float
    sd_x: float
    sd_y: float
    se: float
    t: float
    df: float
    p: float
    sd_pooled: float
    t_pooled: float
    df_pooled: float
    p_pooled: float
    low_pooled: float
    high_pooled: float
    d: float
    d_low: float
    d_high: float
    j: float
    g: float
    g_low: float
    g_high: float
    d_se: float
    glass: float


@dataclass(frozen=True)
class Dominance(Result):
    """The results of `dominance`.

    delta: Cliff's delta: the share of pairs with x > y less the share with x < y, -1 to 1.
    low: Its lower limit.
    high: Its upper limit.
    n_x: Values of x.
    n_y: Values of y.
    se: The standard error of DELTA.
    u: Mann and Whitney's U: pairs with x > y, ties as a half.
    p: Its two-sided p-value from the normal distribution, with the corrections for ties and for
        continuity.
    superiority: U / (N_X N_Y): how often x is above y, ties as a half.
    """

    delta: float
    low: float
    high: float
    n_x: float
    n_y: float
    se: float
    u: float
    p: float
    superiority: float


@dataclass(frozen=True)
class IccGroups(Result):
    """The results of `icc_groups`. Negative values are kept: groups that are more alike than chance
    makes them.

    icc1: (B - W) / (B + (n* - 1) W), n* the mean size.
    icc1_low: Lower limit.
    icc1_high: Upper limit.
    icc2: (B - W) / B: the reliability of means of groups.
    icc2_low: Lower limit.
    icc2_high: Upper limit.
    unbiased: ICC(1) with n0 in the place of n*.
    unbiased_low: Lower limit.
    unbiased_high: Upper limit.
    f: B / W; infinite where nothing varies within.
    df1: Groups - 1.
    df2: Rows - groups.
    p: p of F.
    between: B, the mean square between groups.
    within: W, the mean square within.
    groups: Groups with a value, J.
    n: Rows that count, N.
    mean_size: n* = N / J.
    unbiased_size: n0 = (N - sum n_g^2 / N) / (J - 1).
    eta_squared: Share of the sum of squares between groups.
    omega_squared: (SSB - (J - 1) W) / (SST + W).
    design_effect: 1 + (n* - 1) ICC(1).
    """

    icc1: float
    icc1_low: float
    icc1_high: float
    icc2: float
    icc2_low: float
    icc2_high: float
    unbiased: float
    unbiased_low: float
    unbiased_high: float
    f: float
    df1: float
    df2: float
    p: float
    between: float
    within: float
    groups: float
    n: float
    mean_size: float
    unbiased_size: float
    eta_squared: float
    omega_squared: float
    design_effect: float


@dataclass(frozen=True)
class IccRaters(Result):
    """The results of `icc`. B, J, E, W are the mean squares between units, between raters, of the
    residual, and within units.

    icc1: ICC(1,1): each unit has its own raters; one rating.
    icc1_low: Lower limit.
    icc1_high: Upper limit.
    icc2: ICC(2,1): raters by chance, their level counts.
    icc2_low: Lower limit.
    icc2_high: Upper limit.
    icc3: ICC(3,1): these raters, their level does not count.
    icc3_low: Lower limit.
    icc3_high: Upper limit.
    icc1k: ICC(1,k): the mean of k ratings.
    icc1k_low: Lower limit.
    icc1k_high: Upper limit.
    icc2k: ICC(2,k).
    icc2k_low: Lower limit; NaN: there is none below.
    icc2k_high: Upper limit.
    icc3k: ICC(3,k), which is Cronbach's alpha.
    icc3k_low: Lower limit.
    icc3k_high: Upper limit.
    f_one: B / W, of ICC(1).
    f_one_df1: n - 1.
    f_one_df2: n (k - 1).
    f_one_p: Its p.
    f_two: B / E, of ICC(2) and ICC(3).
    f_two_df1: n - 1.
    f_two_df2: (n - 1)(k - 1).
    f_two_p: Its p.
    f_raters: J / E: whether raters differ in level.
    f_raters_df1: k - 1.
    f_raters_p: Its p, with (n - 1)(k - 1) below.
    between: B.
    raters: J.
    residual: E.
    within: W.
    unit_variance: (B - E) / k, which may be negative.
    rater_variance: (J - E) / n, which may be negative.
    n: Units, n.
    k: Raters, k.
    """

    icc1: float
    icc1_low: float
    icc1_high: float
    icc2: float
    icc2_low: float
    icc2_high: float
    icc3: float
    icc3_low: float
    icc3_high: float
    icc1k: float
    icc1k_low: float
    icc1k_high: float
    icc2k: float
    icc2k_low: float
    icc2k_high: float
    icc3k: float
    icc3k_low: float
    icc3k_high: float
    f_one: float
    f_one_df1: float
    f_one_df2: float
    f_one_p: float
    f_two: float
    f_two_df1: float
    f_two_df2: float
    f_two_p: float
    f_raters: float
    f_raters_df1: float
    f_raters_p: float
    between: float
    raters: float
    residual: float
    within: float
    unit_variance: float
    rater_variance: float
    n: float
    k: float


@dataclass(frozen=True)
class BetweenWithin(Result):
    """The results of `between_within`.

    r: Correlation of x and y.
    r_between: Of the means of groups, each weighing its rows.
    r_within: Of the distances from the means of groups.
    p_between: p of R_BETWEEN, two-sided, by t with J - 2.
    p_within: p of R_WITHIN, two-sided, by t with N - J - 2, as psych has it: one fewer than a
        partial correlation would.
    eta_between_x: Correlation of x with the means of its groups.
    eta_between_y: Correlation of y with the means of its groups.
    eta_within_x: Correlation of x with its distances from them.
    eta_within_y: Correlation of y with its distances from them.
    n: Rows with x, y and a group, N.
    groups: Groups with a value, J.
    """

    r: float
    r_between: float
    r_within: float
    p_between: float
    p_within: float
    eta_between_x: float
    eta_between_y: float
    eta_within_x: float
    eta_within_y: float
    n: float
    groups: float


@dataclass(frozen=True)
class Importance(Result):
    """The results of `importance`, of each column; in the place of the outcome stands what they are
    shares of, or belong to.

    average: What a driver adds to R^2, averaged over every order in which the drivers may enter
        (Lindeman, Merenda & Gold 1980: "LMG"; the Shapley value of R^2). Not below 0; they sum to
        R^2, the outcome's value.
    relative: Relative weight (Johnson 2000): R^2 shared out by way of uncorrelated variables that
        are nearest to the drivers. They sum to R^2, the outcome's value. NaN where drivers are
        combinations of others.
    alone: R^2 of the driver alone, its squared correlation with the outcome; outcome: R^2 of all.
    last: What the driver adds to all others; outcome: R^2 of all.
    r: Correlation with the outcome; outcome: the multiple correlation.
    beta: Standardised regression coefficient; NaN where drivers are combinations of others;
        outcome: R^2 adjusted for the number of drivers and n, 1 - (1 - R^2)(n - 1)/(n - p - 1).
    n: Rows used, with weights by Kish: in every place.
    """

    average: float
    relative: float
    alone: float
    last: float
    r: float
    beta: float
    n: float


@dataclass(frozen=True)
class ShareInterval(Result):
    """The results of `share_interval`.

    share: x / n.
    low: the lower limit.
    high: the upper limit.
    se: sqrt(p (1 - p) / n); 0 for none and for all.
    n: n.
    """

    share: float
    low: float
    high: float
    se: float
    n: float


@dataclass(frozen=True)
class NetScore(Result):
    """The results of `net_score`. Shares, not per cents.

    estimate: p - d.
    se: sqrt((p + d - (p - d)^2) / n).
    low: the lower limit, as of `answer_mean`.
    high: the upper limit, as of `answer_mean`.
    wald_low: estimate - z se: too short for few or like answers.
    wald_high: estimate + z se.
    n: n.
    """

    estimate: float
    se: float
    low: float
    high: float
    wald_low: float
    wald_high: float
    n: float


@dataclass(frozen=True)
class AnswerMean(Result):
    """The results of `answer_mean`.

    mean: sum c v / sum c.
    low: the lower limit, within the points.
    high: the upper limit, within the points.
    posterior: m, the mean that the interval is about.
    sd: the standard deviation that goes with it.
    n: n.
    """

    mean: float
    low: float
    high: float
    posterior: float
    sd: float
    n: float


@dataclass(frozen=True)
class Norms(Result):
    """The results of `norms`, of each score. B is the weight of the sample's scores below it, F
    that of those equal to it, W that of all.

    percentile: the mid percentile 100 (B + F / 2) / W.
    at_or_below: 100 (B + F) / W.
    below: 100 B / W.
    z: (score - mean) / sd.
    t: 50 + 10 z: linear.
    t_normalised: 50 + 10 times the normal quantile of the mid percentile; NaN where that is 0 or
        100.
    stanine: floor(2 z + 5.5), 1 to 9.
    sten: floor(2 z + 6), 1 to 10.
    stanine_normalised: the same from the normal quantile of the mid percentile.
    sten_normalised: likewise.
    n: the effective n of the sample, (sum w)^2 / sum w^2: without weights its values; the same for
        every score, a NaN one too.
    """

    percentile: float
    at_or_below: float
    below: float
    z: float
    t: float
    t_normalised: float
    stanine: float
    sten: float
    stanine_normalised: float
    sten_normalised: float
    n: float


@dataclass(frozen=True)
class Omega(Result):
    """The results of `omega`. l are the loadings, t the uniquenesses (error variances). Which omega
    a program means differs: each is named by its definition.

    model: (sum l)^2/((sum l)^2 + sum t): the variance of the sum as the model has it below
        (McDonald 1999; also called composite reliability).
    observed: (sum l)^2/V: the variance of the sum as observed below.
    unique: 1 - sum t/V.
    extracted: The mean square of the standardised loadings: average variance extracted (Fornell &
        Larcker 1981).
    n: The effective n: rows used; pairwise the harmonic mean of the n of all pairs; with weights by
        Kish (1965).
    improper: Uniquenesses that stand at their lower bound, 0.005 of the variance: where there are
        any, one factor does not fit these data.
    chi_square: n times the fit function. By maximum likelihood only, as what follows.
    df: k(k - 3)/2.
    p: P(chi-square >= this): small where one factor does not fit.
    cfi: Comparative fit index (Bentler 1990).
    rmsea: sqrt(max(chi-square - df, 0)/(n df)) (Steiger & Lind 1980).
    srmr: Root mean square of the residual correlations, the diagonal counted (Bentler 1995). By
        both ways.
    """

    model: float
    observed: float
    unique: float
    extracted: float
    n: float
    improper: float
    chi_square: float
    df: float
    p: float
    cfi: float
    rmsea: float
    srmr: float


@dataclass(frozen=True)
class OneFactor(Result):
    """The results of `one_factor`, of each item.

    loading: The loading, in the units of the item by maximum likelihood, standardised by minres.
        Their sum is not below 0.
    uniqueness: The variance that the factor leaves, in these units.
    standardised: The standardised loading.
    scree: The eigenvalues of the correlations, the largest first.
    """

    loading: float
    uniqueness: float
    standardised: float
    scree: float


@dataclass(frozen=True)
class Mahalanobis(Result):
    """The results of `mahalanobis`, of each row.

    d2: d' S^-1 d over the columns that the row has, d its differences from their means (Mahalanobis
        1936).
    df: How many columns the row has.
    p: P(chi-square with df >= D^2): the share of such rows that would lie as far out or farther,
        were they normal. Of many rows some are small by chance.
    """

    d2: float
    df: float
    p: float


@dataclass(frozen=True)
class Polychoric(Result):
    """The results of `polychoric_pair`.

    r: The polychoric correlation; of two categories each: the tetrachoric.
    se: From the curvature of the likelihood, thresholds taken as known: a little too small.
    log_likelihood: sum n log p at it.
    n: Rows with both answers and a weight above 0.
    chi_square: 2 sum n log(n/(N p)): against the table as it is.
    df: Cells less categories of both.
    p: P(chi-square >= this): small where no normal variables lie behind; NaN for df 0, and with
        weights.
    """

    r: float
    se: float
    log_likelihood: float
    n: float
    chi_square: float
    df: float
    p: float


@dataclass(frozen=True)
class OrdinalAlpha(Result):
    """The results of `ordinal_alpha`.

    alpha: k/(k - 1) (1 - k/V), V the sum of the polychoric correlations (Zumbo, Gadermann & Zeisser
        2007): the reliability of a sum of what lies behind the answers, not of the sum of the
        answers.
    average_r: The mean polychoric correlation.
    least_eigenvalue: The smallest eigenvalue: below 0 the correlations contradict each other.
    n_least: The smallest number of rows of any pair.
    """

    alpha: float
    average_r: float
    least_eigenvalue: float
    n_least: float


@dataclass(frozen=True)
class Kappa(Result):
    """The results of `kappa` and `kappa_table`.

    kappa: Kappa: 1 the same, 0 as by chance.
    low: Lower limit, by the normal distribution.
    high: Upper limit, not cut at 1.
    variance: Variance of kappa.
    null_variance: Its variance where kappa is 0.
    z: Kappa by the root of that.
    p: Its p, two-sided.
    agreement: Observed agreement, weighted.
    chance: Agreement by chance, weighted.
    same: Share of units that are rated the same.
    within_one: Share of units that are rated at most one level apart.
    n: Units that both have rated.
    levels: Levels.
    """

    kappa: float
    low: float
    high: float
    variance: float
    null_variance: float
    z: float
    p: float
    agreement: float
    chance: float
    same: float
    within_one: float
    n: float
    levels: float


@dataclass(frozen=True)
class KappaLight(Result):
    """The results of `light`.

    kappa: Mean of the kappas of all pairs of raters.
    least: The least of them.
    most: The most of them.
    pairs: Pairs that have a kappa.
    n: Units that count: of pairwise, with two ratings or more.
    """

    kappa: float
    least: float
    most: float
    pairs: float
    n: float


@dataclass(frozen=True)
class KappaFleiss(Result):
    """The results of `fleiss` and `fleiss_counts`.

    kappa: Fleiss' kappa.
    se: Its standard error where it is 0.
    z: Kappa by that.
    p: Its p, two-sided.
    agreement: Mean share of pairs of raters who say the same.
    chance: That share by chance.
    n: Units.
    raters: Raters per unit.
    """

    kappa: float
    se: float
    z: float
    p: float
    agreement: float
    chance: float
    n: float
    raters: float


@dataclass(frozen=True)
class Krippendorff(Result):
    """The results of `krippendorff`.

    alpha: Alpha: 1 the same, 0 as by chance, below: worse.
    observed: Mean observed difference.
    expected: Mean difference by chance.
    paired: Ratings of units that have two or more.
    units: Those units.
    values: Values that differ.
    """

    alpha: float
    observed: float
    expected: float
    paired: float
    units: float
    values: float


@dataclass(frozen=True)
class Gwet(Result):
    """The results of `gwet`.

    ac: AC1 without weights, else AC2.
    low: Lower limit, by t with N - 1 degrees of freedom.
    high: Upper limit, not cut at 1.
    se: Standard error over units.
    agreement: Observed agreement, weighted.
    chance: Agreement by chance.
    n: Units with a rating.
    paired: Units with two or more.
    levels: Levels.
    """

    ac: float
    low: float
    high: float
    se: float
    agreement: float
    chance: float
    n: float
    paired: float
    levels: float


@dataclass(frozen=True)
class KendallW(Result):
    """The results of `kendall_w`.

    w: W: 1 the same order, 0 none in common.
    chi_square: m (n - 1) W, which is Friedman's statistic.
    df: n - 1.
    p: Its p, for 8 units or more a good approximation.
    r: Mean of Spearman's r over pairs of raters: (m W - 1) / (m - 1); exact without ties.
    n: Units.
    """

    w: float
    chi_square: float
    df: float
    p: float
    r: float
    n: float


@dataclass(frozen=True)
class Alpha(Result):
    """The results of `alpha` and `alpha_from_matrix`.

    raw: alpha = k/(k - 1) (1 - tr(C)/V(C)) (Cronbach 1951). Below 0 where items run against each
        other: a sign that one is not reversed.
    standardised: The same of R: k/(k - 1) (1 - k/V(R)).
    average_r: The mean correlation of two items.
    median_r: The median correlation of two items.
    variance_r: The variance of the correlations, divisor their number - 1.
    signal_noise: k r/(1 - r) with r the mean correlation (Cronbach & Gleser 1964).
    lambda6: Guttman's lambda 6 of R: 1 - sum(1 - smc)/V(R) (Guttman 1945); NaN where R has no
        inverse.
    se: The standard error of alpha (Duhachek & Iacobucci 2004).
    low: alpha - z standard errors.
    high: alpha + z standard errors.
    feldt_low: Lower limit by Feldt (1965); see `alpha_interval`.
    feldt_high: Upper limit by Feldt.
    n: The effective n of standard error and limits.
    n_least: The smallest n of two items.
    rows: Rows that were used: with any answer and a weight above 0.
    score_mean: The mean of the rows' scores; a score is the mean of what a row has answered.
    score_sd: Their standard deviation, divisor n - 1.
    """

    raw: float
    standardised: float
    average_r: float
    median_r: float
    variance_r: float
    signal_noise: float
    lambda6: float
    se: float
    low: float
    high: float
    feldt_low: float
    feldt_high: float
    n: float
    n_least: float
    rows: float
    score_mean: float
    score_sd: float


@dataclass(frozen=True)
class AlphaLimit(Result):
    """The results of `alpha_interval`.

    low: The lower limit.
    high: The upper limit.
    """

    low: float
    high: float


@dataclass(frozen=True)
class AlphaItem(Result):
    """The results of `alpha_items`, of each item. "Without" is of the scale without the item.

    n: Rows with an answer to the item; with weights by Kish.
    mean: The mean of the item.
    sd: Its standard deviation, divisor n - 1.
    total_r: Correlation with the score, the mean of what a row has answered, the item included.
    standardised_r: Correlation with the sum of standardised items, the item included: the row's sum
        of R / sqrt(V(R)).
    corrected_r: The same with the squared multiple correlations on the diagonal of R: corrected for
        overlap and unreliability.
    rest_r: Correlation with the sum of the other items.
    smc: Squared multiple correlation with the other items.
    without_raw: `raw` without.
    without_standardised: `standardised` without.
    without_lambda6: `lambda6` without.
    without_average_r: `average_r` without.
    without_signal_noise: `signal_noise` without.
    without_se: `se` without.
    without_variance_r: `variance_r` without.
    without_median_r: `median_r` without.
    without_n: `n` without.
    """

    n: float
    mean: float
    sd: float
    total_r: float
    standardised_r: float
    corrected_r: float
    rest_r: float
    smc: float
    without_raw: float
    without_standardised: float
    without_lambda6: float
    without_average_r: float
    without_signal_noise: float
    without_se: float
    without_variance_r: float
    without_median_r: float
    without_n: float


@dataclass(frozen=True)
class KuderRichardson(Result):
    """The results of `kr20`.

    kr20: k/(k - 1) (1 - sum p(1 - p)/s^2), s^2 the variance of the sums, divisor n: the alpha of
        right and wrong answers (Kuder & Richardson 1937, formula 20).
    kr21: k/(k - 1) (1 - m(k - m)/(k s^2)), m the mean sum: as if all items were equally difficult
        (formula 21).
    n: Rows used.
    """

    kr20: float
    kr21: float
    n: float


@dataclass(frozen=True)
class Heterogeneity(Result):
    """The results of `heterogeneity`. y_i is the mean of group i of k, v_i its sampling variance.

    mean: sum y / (tau^2 + v) over sum 1 / (tau^2 + v).
    se: 1 / sqrt(sum 1 / (tau^2 + v)).
    tau2: tau^2: how the true means vary, 0 or more.
    q: Q = sum (y - m)^2 / v, m the mean with weights 1 / v (Cochran 1954).
    df: k - 1.
    p: the chance of such a Q or a larger one where all true means are one.
    i2: max(0, (Q - df) / Q): Higgins & Thompson (2002).
    groups: k.
    """

    mean: float
    se: float
    tau2: float
    q: float
    df: float
    p: float
    i2: float
    groups: float


@dataclass(frozen=True)
class Shrinkage(Result):
    """The results of `shrinkage`, of each group.

    mean: m + b (y - m), m the mean of `heterogeneity`.
    sd: its standard deviation, see below.
    share: b = 1 - (k - 3) / (k - 1) v / (tau^2 + v): what is kept of the distance from m; 1 for
        three groups or fewer.
    low: the mean - z sd.
    high: the mean + z sd.
    rank: the median of its rank, 1 for the greatest.
    rank_low: the best rank that it may have.
    rank_high: the worst rank that it may have.
    """

    mean: float
    sd: float
    share: float
    low: float
    high: float
    rank: float
    rank_low: float
    rank_high: float


@dataclass(frozen=True)
class Halves(Result):
    """The results of `split_half`.

    r: The correlation of the two sums.
    spearman_brown: 2r/(1 + r): the reliability of both halves together (Spearman 1910, Brown 1910);
        NaN where r is -1.
    flanagan_rulon: 4 c/s^2, c the covariance of the halves and s^2 the variance of the whole, which
        is 2(1 - (a^2 + b^2)/s^2) (Rulon 1939; Guttman's lambda 4 of this split).
    n: Rows used; pairwise the harmonic mean of the n of all pairs of items; with weights by Kish.
    """

    r: float
    spearman_brown: float
    flanagan_rulon: float
    n: float


@dataclass(frozen=True)
class Splits(Result):
    """The results of `splits`.

    lambda4: The largest: Guttman's lambda 4 (Guttman 1945). Of many splits the largest is large by
        chance too: in small samples it is too high.
    beta: The smallest: the worst split half (Revelle 1979).
    mean: The mean.
    median: The median.
    sd: The standard deviation, divisor their number.
    count: How many splits there are.
    """

    lambda4: float
    beta: float
    mean: float
    median: float
    sd: float
    count: float


@dataclass(frozen=True)
class Guttman(Result):
    """The results of `guttman`: lower bounds of reliability. Lambda 4 is of `splits`.

    lambda1: 1 - tr/V (Guttman 1945).
    lambda2: lambda 1 + sqrt(k/(k - 1) q)/V, q the sum of squares off the diagonal.
    lambda3: k/(k - 1) lambda 1: alpha.
    lambda5: lambda 1 + 2 sqrt(q)/V, q the largest sum of squares off the diagonal of one row.
    lambda6: 1 - sum c(1 - smc)/V, c the variances, smc the squared multiple correlations; NaN where
        the matrix has no inverse.
    mu0: alpha: the first of a series of ever higher bounds (ten Berge & Zegers 1978).
    mu1: lambda 2: the second.
    mu2: The third.
    mu3: The fourth.
    """

    lambda1: float
    lambda2: float
    lambda3: float
    lambda5: float
    lambda6: float
    mu0: float
    mu1: float
    mu2: float
    mu3: float


@dataclass(frozen=True)
class ScoreError(Result):
    """The results of `standard_errors`: standard deviations around a score of somebody of a
    population with standard deviation s and reliability r (Lord & Novick 1968, section 3.8).

    measurement: s sqrt(1 - r): of observed scores around one true score.
    estimate: s sqrt(r(1 - r)): of true scores around the estimated true score, `true_score`.
    prediction: s sqrt(1 - r^2): of scores on a parallel form around the estimated true score.
    """

    measurement: float
    estimate: float
    prediction: float


@dataclass(frozen=True)
class Certainty(Result):
    """The results of `level_certainty`: means over the scores.

    assigned: The chance of the level in which the observed score lies: the expected accuracy of
        taking it for the true one.
    largest: The chance of the likeliest level (Rudner 2005).
    squares: The sum of the squared chances: the chance that two draws around the centre have one
        level (Lee 2010).
    retest: The chance that a score on a parallel form lies in the level in which this one lies: the
        expected consistency. Around the estimated true score with the standard error of prediction;
        NaN by `observed`.
    n: Scores used; with weights by Kish.
    """

    assigned: float
    largest: float
    squares: float
    retest: float
    n: float
