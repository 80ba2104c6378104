# Statistics on arrays: all that rung.stats offers.
# SPDX-License-Identifier: Apache-2.0
"""Statistics on arrays, named and called as users of psych and pingouin expect.

* Reliability: alpha, alpha_from_matrix, alpha_interval, alpha_items, kr20, omega, one_factor,
  split_half, splits, splits_from_matrix, guttman, guttman_from_matrix, covariance_matrix,
  correlation_from_covariance, spearman_brown, spearman_brown_length.
* Scales and single scores: scales, scale_items, standard_errors, true_score, level_chances,
  level_certainty.
* Ordered answers: polychoric, polychoric_pair, thresholds, ordinal_alpha.
* Agreement within groups: agreement, rwg, rwg_j, rwg_star, awg, ad, nulls, agreement_chance, camps.
* Intraclass correlations: icc, icc_groups, icc1, icc2, icc_mean_reliability, between_within.
* Raters: kappa, kappa_table, light, fleiss, fleiss_counts, krippendorff, gwet, kendall_w.
* Two columns: pearson, spearman, kendall, disattenuated, concordance, bland_altman, self_others,
  profiles.
* Gaps: paired, independent, part, cliffs_delta, dominance, cohen_d, hedges_g.
* Change: change, rci, residual_change, transition.
* Intervals: share_interval, wilson, clopper_pearson, jeffreys, korn_graubard_n, goodman, net_score,
  answer_mean, bootstrap, bootstrap_interval.
* Description, recoding, norms: describe, describe_columns, describe_by, describe_weighted,
  quantiles, frequencies, item_exam, weighted_correlation, reverse, pomp, standardise, winsorise,
  row_means, norms, ranks.
* Surveys and weights: survey_mean, survey_total, survey_ratio, survey_variance, survey_difference,
  survey_kappa, survey_covariance, survey_share, survey_quantile, poststratify, rake, trim_weights.
* Careless answers, outliers: careless, longstring, irv, even_odd, pace, mahalanobis.
* Many at once: adjust, importance, heterogeneity, shrinkage, groups.
* Distributions: log_gamma, normal_density, normal_cdf, normal_upper, normal_quantile, gamma_cdf,
  gamma_upper, gamma_quantile, beta_cdf, beta_upper, beta_quantile, chi_square_cdf,
  chi_square_upper, chi_square_quantile, t_cdf, t_upper, t_quantile, f_cdf, f_upper, f_quantile,
  noncentral_t_cdf, noncentral_t_quantile, noncentral_t_delta, bivariate_normal_cdf.

A column is a list, a NumPy array, a series of pandas or polars, or an Arrow array; numbers are read
in place. Several columns are a data frame, an Arrow table, a dictionary of arrays, a 2-D array or a
list of columns. None, NaN, pandas.NA and nulls are absent, and `missing` says what becomes of their
rows. Results are small records with `.to_dict()` and `.to_frame()`. What is not defined for the
data raises `rung.errors.RungNotEstimableError`, whose `results` holds what could be had all the
same, such as the n.

>>> from rung import stats
>>> round(stats.wilson(8, 10).low, 4)
0.4902
"""
from __future__ import annotations

from ._base import Estimate, Matrix, Result, Rows
from .agreement import (GroupAgreement, ad, agreement, agreement_chance, awg, camps, nulls, rwg,
                        rwg_j, rwg_star)
from .association import (bland_altman, concordance, disattenuated, kendall, pearson, profiles,
                          self_others, spearman)
from .careless import careless, even_odd, irv, longstring, mahalanobis, pace
from .change import Transitions, change, rci, residual_change, transition
from .describe import (Frequencies, describe, describe_by, describe_columns, describe_weighted,
                       frequencies, item_exam, norms, pomp, quantiles, ranks, reverse, row_means,
                       standardise, weighted_correlation, winsorise)
from .design import (Design, poststratify, rake, survey_covariance, survey_difference, survey_kappa,
                     survey_mean, survey_quantile, survey_ratio, survey_share, survey_total,
                     survey_variance, trim_weights)
from .distributions import (beta_cdf, beta_quantile, beta_upper, bivariate_normal_cdf,
                            chi_square_cdf, chi_square_quantile, chi_square_upper, f_cdf,
                            f_quantile, f_upper, gamma_cdf, gamma_quantile, gamma_upper, log_gamma,
                            noncentral_t_cdf, noncentral_t_delta, noncentral_t_quantile, normal_cdf,
                            normal_density, normal_quantile, normal_upper, t_cdf, t_quantile,
                            t_upper)
from .gaps import cliffs_delta, cohen_d, dominance, hedges_g, independent, paired, part
from .groups import Drivers, adjust, groups, heterogeneity, importance, shrinkage
from .icc import between_within, icc, icc1, icc2, icc_groups, icc_mean_reliability
from .intervals import (answer_mean, bootstrap, bootstrap_interval, clopper_pearson, goodman,
                        jeffreys, korn_graubard_n, net_score, share_interval, wilson)
from .polychoric import ordinal_alpha, polychoric, polychoric_pair, thresholds
from .raters import fleiss, fleiss_counts, gwet, kappa, kappa_table, kendall_w, krippendorff, light
from .reliability import (alpha, alpha_from_matrix, alpha_interval, alpha_items,
                          correlation_from_covariance, covariance_matrix, guttman,
                          guttman_from_matrix, kr20, omega, one_factor, spearman_brown,
                          spearman_brown_length, split_half, splits, splits_from_matrix)
from .scales import (Correlations, level_certainty, level_chances, scale_items, scales,
                     standard_errors, true_score)

__all__ = ['Correlations', 'Design', 'Drivers', 'Estimate', 'Frequencies', 'GroupAgreement',
           'Matrix', 'Result', 'Rows', 'Transitions', 'ad', 'adjust', 'agreement',
           'agreement_chance', 'alpha', 'alpha_from_matrix', 'alpha_interval', 'alpha_items',
           'answer_mean', 'awg', 'beta_cdf', 'beta_quantile', 'beta_upper', 'between_within',
           'bivariate_normal_cdf', 'bland_altman', 'bootstrap', 'bootstrap_interval', 'camps',
           'careless', 'change', 'chi_square_cdf', 'chi_square_quantile', 'chi_square_upper',
           'cliffs_delta', 'clopper_pearson', 'cohen_d', 'concordance',
           'correlation_from_covariance', 'covariance_matrix', 'describe', 'describe_by',
           'describe_columns', 'describe_weighted', 'disattenuated', 'dominance', 'even_odd',
           'f_cdf', 'f_quantile', 'f_upper', 'fleiss', 'fleiss_counts', 'frequencies', 'gamma_cdf',
           'gamma_quantile', 'gamma_upper', 'goodman', 'groups', 'guttman', 'guttman_from_matrix',
           'gwet', 'hedges_g', 'heterogeneity', 'icc', 'icc1', 'icc2', 'icc_groups',
           'icc_mean_reliability', 'importance', 'independent', 'irv', 'item_exam', 'jeffreys',
           'kappa', 'kappa_table', 'kendall', 'kendall_w', 'korn_graubard_n', 'kr20',
           'krippendorff', 'level_certainty', 'level_chances', 'light', 'log_gamma', 'longstring',
           'mahalanobis', 'net_score', 'noncentral_t_cdf', 'noncentral_t_delta',
           'noncentral_t_quantile', 'normal_cdf', 'normal_density', 'normal_quantile',
           'normal_upper', 'norms', 'nulls', 'omega', 'one_factor', 'ordinal_alpha', 'pace',
           'paired', 'part', 'pearson', 'polychoric', 'polychoric_pair', 'pomp', 'poststratify',
           'profiles', 'quantiles', 'rake', 'ranks', 'rci', 'residual_change', 'reverse',
           'row_means', 'rwg', 'rwg_j', 'rwg_star', 'scale_items', 'scales', 'self_others',
           'share_interval', 'shrinkage', 'spearman', 'spearman_brown', 'spearman_brown_length',
           'split_half', 'splits', 'splits_from_matrix', 'standard_errors', 'standardise',
           'survey_covariance', 'survey_difference', 'survey_kappa', 'survey_mean',
           'survey_quantile', 'survey_ratio', 'survey_share', 'survey_total', 'survey_variance',
           't_cdf', 't_quantile', 't_upper', 'thresholds', 'transition', 'trim_weights',
           'true_score', 'weighted_correlation', 'wilson', 'winsorise']
