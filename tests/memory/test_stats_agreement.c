/* Agreement, intraclass correlations and raters with every allocation failing once: nothing is lost.
 * SPDX-License-Identifier: Apache-2.0 */
#include "statistic.h"

#define ROWS 9

static const double FIRST[ROWS] = {4, 2, 5, 3, 3, 1, 4, 2, 5};
static const double SECOND[ROWS] = {3, 2, 4, 4, 2, NAN, 5, 3, 4};
static const double GROUP[ROWS] = {1, 1, 1, 1, 2, 2, 2, 2, 2};
static const double LEVEL[ROWS] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
static const double COUNT[ROWS] = {2, 2, 2, 2, 2, 2, 2, 2, 2};

static const rung_column raters[] = {COLUMN(FIRST), COLUMN(SECOND)};
static const rung_column by_group = COLUMN(GROUP), levels = COLUMN(LEVEL), counts = COLUMN(COUNT);

static rung_status agreement(struct stage *stage, rung_error *error)
{
  return rung_stats_agreement(raters, 1, &by_group, 1, 5, RUNG_MISSING_LISTWISE, stage->settings,
                              RUNG_AGREEMENT_HIGH + 1, stage->out, ROOM, error);
}

static rung_status chance(struct stage *stage, rung_error *error)
{
  return rung_stats_agreement_chance(&counts, 5, 2, stage->settings, stage->out, ROOM, error);
}

static rung_status camps(struct stage *stage, rung_error *error)
{
  return rung_stats_camps(&counts, 0.1, stage->out, ROOM, error);
}

static rung_status groups(struct stage *stage, rung_error *error)
{
  return rung_stats_groups(&by_group, NULL, stage->out, ROOM, error);
}

static rung_status icc_groups(struct stage *stage, rung_error *error)
{
  return rung_stats_icc_groups(raters, &by_group, NULL, stage->out, ROOM, error);
}

static rung_status icc_means(struct stage *stage, rung_error *error)
{
  return rung_stats_icc_mean_reliability(0.2, &counts, stage->out, ROOM, error);
}

static rung_status icc_raters(struct stage *stage, rung_error *error)
{
  return rung_stats_icc_raters(raters, 2, RUNG_MISSING_LISTWISE, NULL, stage->out, ROOM, error);
}

static rung_status between_within(struct stage *stage, rung_error *error)
{
  return rung_stats_between_within(&raters[0], &raters[1], &by_group, RUNG_MISSING_PAIRWISE,
                                   stage->out, ROOM, error);
}

static rung_status kappa(struct stage *stage, rung_error *error)
{
  return rung_stats_kappa(raters, &levels, RUNG_RATER_WEIGHTS_LINEAR, NULL, stage->out, ROOM,
                          error);
}

static rung_status kappa_table(struct stage *stage, rung_error *error)
{
  rung_column table[ROWS];
  for (size_t index = 0; index < ROWS; ++index)
    table[index] = counts;
  return rung_stats_kappa_table(table, ROWS, RUNG_RATER_WEIGHTS_NONE, table, NULL, stage->out, ROOM,
                                error);
}

static rung_status light(struct stage *stage, rung_error *error)
{
  return rung_stats_kappa_light(raters, 2, NULL, RUNG_RATER_WEIGHTS_NONE, RUNG_MISSING_PAIRWISE,
                                stage->out, ROOM, error);
}

static rung_status fleiss(struct stage *stage, rung_error *error)
{
  return rung_stats_kappa_fleiss(raters, 2, RUNG_MISSING_LISTWISE, stage->out, ROOM, error);
}

static rung_status fleiss_counts(struct stage *stage, rung_error *error)
{
  const rung_column both[] = {counts, counts};
  return rung_stats_kappa_fleiss_counts(both, 2, stage->out, ROOM, error);
}

static rung_status krippendorff(struct stage *stage, rung_error *error)
{
  return rung_stats_krippendorff(raters, 2, RUNG_RATER_METRIC_ORDINAL, NULL, stage->out, ROOM,
                                 error);
}

static rung_status gwet(struct stage *stage, rung_error *error)
{
  return rung_stats_gwet(raters, 2, NULL, RUNG_RATER_WEIGHTS_QUADRATIC, NULL, stage->out, ROOM,
                         error);
}

static rung_status kendall_w(struct stage *stage, rung_error *error)
{
  return rung_stats_kendall_w(raters, 2, RUNG_MISSING_LISTWISE, stage->out, ROOM, error);
}

static const struct named_trial TRIALS[] = {
    {"agreement", agreement},
    {"agreement by chance", chance},
    {"camps", camps},
    {"groups", groups},
    {"icc of groups", icc_groups},
    {"icc of means", icc_means},
    {"icc of raters", icc_raters},
    {"between and within", between_within},
    {"kappa", kappa},
    {"kappa of a table", kappa_table},
    {"light", light},
    {"fleiss", fleiss},
    {"fleiss of counts", fleiss_counts},
    {"krippendorff", krippendorff},
    {"gwet", gwet},
    {"kendall", kendall_w},
};

int main(void)
{
  return run_statistics(TRIALS, LENGTH(TRIALS));
}
