/* Every statistic, called with what the fuzz target makes up, and what must hold of its results.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_FUZZ_STATS_CALLS_H
#define RUNG_TESTS_FUZZ_STATS_CALLS_H

#include "stats_given.h"

#define DESIGNED g->column, g->design, DESIGN, (rung_lonely)g->which, g->settings

/* clang-format off */
#define CALL(name, ...)                                                                            \
  static inline rung_status name(const struct given *g, double *out, size_t out_count,             \
                                 rung_error *error)                                                \
  {                                                                                                \
    return rung_stats_##name(__VA_ARGS__, out, out_count, error);                                  \
  }

CALL(adjust, g->column, (rung_adjust)g->which, g->settings)
CALL(agreement_chance, g->column, g->size, g->each, g->settings)
CALL(agreement_nulls, g->number[0], g->number[1])
CALL(agreement, g->column, g->count, &g->group, g->number[0], g->number[1], g->missing,
     g->settings, g->each)
CALL(alpha_from_matrix, g->matrix, g->count, g->number[0], g->settings)
CALL(alpha_interval, g->number[0], g->size, g->number[1], g->settings)
CALL(alpha_items, g->column, g->count, g->weight, g->missing)
CALL(alpha, g->column, g->count, g->weight, g->missing, g->settings)
CALL(answer_mean, g->ordered, g->plain, g->count, g->number[0], g->settings)
CALL(between_within, g->column, g->column + 1, &g->group, g->missing)
CALL(bland_altman, g->column, g->number[0], g->missing, g->settings)
CALL(bootstrap_interval, g->number[0], g->plain, g->rows, g->half[0] ? g->matrix : NULL, g->count,
     g->settings)
CALL(bootstrap, g->column, (rung_replicated)g->which, g->settings)
CALL(camps, g->column, g->number[0])
CALL(careless, g->column, g->count, g->each)
CALL(change_rows, g->column, g->number[0], (rung_change_row)g->which)
CALL(change, g->column, g->number, g->number[2], g->missing)
CALL(concordance, g->column, g->missing, g->settings)
CALL(correlation_from_covariance, g->matrix, g->count)
CALL(covariance_matrix, g->column, g->count, g->weight, g->missing)
CALL(describe_groups, g->column, &g->group, g->number[0], g->each, NULL)
CALL(describe_weighted, g->column, g->weight)
CALL(describe, g->column, g->number[0])
CALL(dominance, g->column, g->column + 1, g->settings)
CALL(even_odd, g->column, g->count, g->scale)
CALL(frequencies, g->column, g->weight, g->ordered, g->count)
CALL(goodman, g->plain, g->rows, g->settings)
CALL(groups, &g->group, NULL)
CALL(guttman, g->matrix, g->count)
CALL(gwet, g->column, g->count, g->half[0] ? &g->label : NULL, (rung_rater_weights)g->which,
     g->settings)
CALL(halves, g->column, g->count, g->half[1] ? g->half : NULL, g->weight, g->missing)
CALL(heterogeneity, g->column, g->column + 1)
CALL(icc_groups, g->column, &g->group, g->settings)
CALL(icc_mean_reliability, g->number[0], g->column)
CALL(icc_raters, g->column, g->count, g->missing, g->settings)
CALL(importance, g->column, g->count, g->weight, g->missing, g->settings)
CALL(independent, g->column, g->column + 1, g->weight == NULL ? NULL : g->column + 2, g->settings)
CALL(item_exam, g->column, g->count, g->missing, g->each)
CALL(kappa_fleiss_counts, g->column, g->count)
CALL(kappa_fleiss, g->column, g->count, g->missing)
CALL(kappa_light, g->column, g->count, g->half[0] ? &g->label : NULL,
     (rung_rater_weights)g->which, g->missing)
CALL(kappa_table, g->column, g->count, (rung_rater_weights)g->which, g->half[0] ? g->column :
     NULL, g->settings)
CALL(kappa, g->column, g->half[0] ? &g->label : NULL, (rung_rater_weights)g->which, g->settings)
CALL(kendall_w, g->column, g->count, g->missing)
CALL(kendall, g->column, g->missing, g->settings)
CALL(krippendorff, g->column, g->count, (rung_rater_metric)g->which, g->settings)
CALL(kuder_richardson, g->column, g->count, g->missing)
CALL(level_certainty, g->column, g->weight, g->ordered, g->count, g->number,
     (rung_around)g->which)
CALL(level_chances, g->number[0], g->number[1], g->ordered, g->count)
CALL(mahalanobis, g->column, g->count, g->missing)
CALL(net_score, g->number[0], g->number[1], g->number[2], g->settings)
CALL(norms, g->column, g->weight, g->plain, g->rows, g->each)
CALL(omega, g->column, g->count, g->weight, g->missing, (rung_factoring)g->which)
CALL(one_factor, g->column, g->count, g->weight, g->missing, (rung_factoring)g->which)
CALL(ordinal_alpha, g->column, g->count, g->weight, g->missing, (rung_margins)g->which)
CALL(pace, g->column, g->count, g->half[0] ? g->ordered : NULL, g->number[0], g->each)
CALL(paired, g->column, g->weight, g->missing, g->settings)
CALL(part, g->column, g->weight, g->missing, g->settings)
CALL(pearson, g->column, g->weight, g->missing, g->settings)
CALL(polychoric_pair, g->column, g->weight, (rung_margins)g->which)
CALL(polychoric, g->column, g->count, g->weight, g->missing, (rung_margins)g->which)
CALL(pomp, g->column, g->number[0], g->number[1])
CALL(poststratify, g->column, &g->group, &g->label, g->column + 1)
CALL(profiles, g->column, g->count / 2, (rung_profile)g->which)
CALL(quantiles, g->column, g->weight, (rung_quantile)g->which, g->chance)
CALL(rake, g->column, g->column + 1, g->column + 3, g->column + 5, g->count % 3)
CALL(ranks, g->column, (rung_ranks)g->which)
CALL(reverse, g->column, g->number[0], g->number[1])
CALL(row_means, g->column, g->count, g->size)
CALL(scale_items, g->matrix, g->count, g->keys, COLUMNS / 2)
CALL(scales, g->matrix, g->count, g->keys, COLUMNS / 2)
CALL(self_others, g->column, g->number[0], g->missing)
CALL(share_interval, g->number[0], g->number[1], (rung_share)g->which, g->settings)
CALL(shrinkage, g->column, g->column + 1, g->settings, g->each)
CALL(spearman, g->column, g->missing, g->settings)
CALL(splits, g->matrix, g->count, g->settings)
CALL(standard_errors, g->number[0], g->number[1])
CALL(standardise, g->column, g->number[0], g->number[1])
CALL(survey_covariance, g->column, g->count, g->design, DESIGN, (rung_lonely)g->which)
CALL(survey_difference, DESIGNED)
CALL(survey_kappa, DESIGNED)
CALL(survey_mean, DESIGNED)
CALL(survey_quantile, g->column, g->number[0], g->design, DESIGN, (rung_lonely)g->which,
     g->settings)
CALL(survey_ratio, DESIGNED)
CALL(survey_share, DESIGNED)
CALL(survey_total, DESIGNED)
CALL(survey_variance, DESIGNED)
CALL(thresholds, g->column, g->weight)
CALL(transition, g->column, g->size <= LEVELS ? g->size : 1000, g->half[0] ? g->table : NULL)
CALL(trim_weights, g->column, g->number[0], g->number[1], g->which)
CALL(weighted_correlation, g->column, g->count, g->weight, g->missing)
CALL(winsorise, g->column, g->number[0])
/* clang-format on */
#undef CALL

/* A statistic: whether its first result may be NaN with RUNG_OK, as where results are of rows or
 * columns of which the first has none. New ones go last, so that the corpus keeps its meaning. */
struct call {
  const char *name;
  rung_status (*call)(const struct given *, double *, size_t, rung_error *);
  bool first_may_be_absent;
};

static const struct call CALLS[] = {
    {"adjust", adjust, true},
    {"agreement_chance", agreement_chance, false},
    {"agreement_nulls", agreement_nulls, false},
    {"agreement", agreement, true},
    {"alpha_from_matrix", alpha_from_matrix, false},
    {"alpha_interval", alpha_interval, false},
    {"alpha_items", alpha_items, true},
    {"alpha", alpha, false},
    {"answer_mean", answer_mean, false},
    {"between_within", between_within, true},
    {"bland_altman", bland_altman, false},
    {"bootstrap_interval", bootstrap_interval, false},
    {"bootstrap", bootstrap, false},
    {"camps", camps, false},
    {"careless", careless, true},
    {"change_rows", change_rows, true},
    {"change", change, false},
    {"concordance", concordance, false},
    {"correlation_from_covariance", correlation_from_covariance, true},
    {"covariance_matrix", covariance_matrix, true},
    {"describe_groups", describe_groups, true},
    {"describe_weighted", describe_weighted, false},
    {"describe", describe, false},
    {"dominance", dominance, false},
    {"even_odd", even_odd, true},
    {"frequencies", frequencies, false},
    {"goodman", goodman, false},
    {"groups", groups, true},
    {"guttman", guttman, false},
    {"gwet", gwet, false},
    {"halves", halves, false},
    {"heterogeneity", heterogeneity, false},
    {"icc_groups", icc_groups, false},
    {"icc_mean_reliability", icc_mean_reliability, true},
    {"icc_raters", icc_raters, false},
    {"importance", importance, true},
    {"independent", independent, false},
    {"item_exam", item_exam, true},
    {"kappa_fleiss_counts", kappa_fleiss_counts, false},
    {"kappa_fleiss", kappa_fleiss, false},
    {"kappa_light", kappa_light, false},
    {"kappa_table", kappa_table, false},
    {"kappa", kappa, false},
    {"kendall_w", kendall_w, false},
    {"kendall", kendall, false},
    {"krippendorff", krippendorff, false},
    {"kuder_richardson", kuder_richardson, false},
    {"level_certainty", level_certainty, false},
    {"level_chances", level_chances, false},
    {"mahalanobis", mahalanobis, true},
    {"net_score", net_score, false},
    {"norms", norms, true},
    {"omega", omega, false},
    {"one_factor", one_factor, true},
    {"ordinal_alpha", ordinal_alpha, false},
    {"pace", pace, true},
    {"paired", paired, false},
    {"part", part, false},
    {"pearson", pearson, false},
    {"polychoric_pair", polychoric_pair, false},
    {"polychoric", polychoric, true},
    {"pomp", pomp, true},
    {"poststratify", poststratify, true},
    {"profiles", profiles, true},
    {"quantiles", quantiles, false},
    {"rake", rake, true},
    {"ranks", ranks, true},
    {"reverse", reverse, true},
    {"row_means", row_means, true},
    {"scale_items", scale_items, true},
    {"scales", scales, true},
    {"self_others", self_others, false},
    {"share_interval", share_interval, false},
    {"shrinkage", shrinkage, true},
    {"spearman", spearman, false},
    {"splits", splits, false},
    {"standard_errors", standard_errors, false},
    {"standardise", standardise, true},
    {"survey_covariance", survey_covariance, false},
    {"survey_difference", survey_difference, false},
    {"survey_kappa", survey_kappa, false},
    {"survey_mean", survey_mean, false},
    {"survey_quantile", survey_quantile, false},
    {"survey_ratio", survey_ratio, false},
    {"survey_share", survey_share, false},
    {"survey_total", survey_total, false},
    {"survey_variance", survey_variance, false},
    {"thresholds", thresholds, false},
    {"transition", transition, false},
    {"trim_weights", trim_weights, true},
    {"weighted_correlation", weighted_correlation, true},
    {"winsorise", winsorise, true},
};

#endif
