/* Gaps, change, association with every allocation failing: each says so, keeps the caller's room.
 * SPDX-License-Identifier: Apache-2.0 */
#include "statistic.h"

#define ROWS 12

static const double FIRST[ROWS] = {4, 2, 5, 3, 3, 1, 4, 2, 5, 4, 3, 2};
static const double SECOND[ROWS] = {3, 2, 4, 4, 2, 1, 5, 3, 4, 2, 3, 1};
static const double PART[ROWS] = {1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0};
static const double WEIGHT[ROWS] = {1, 2, 1, 1, 1.5, 1, 1, 2, 1, 1, 1, 3};
static const double SHARES[ROWS] = {0.01, 0.2, 0.03, 0.5, 0.04, 0.6, 0.7, 0.8, 0.9, 1, 0.05, 0.3};
static const double RELIABILITY[] = {0.8, 0.9};

static const rung_column columns[] = {COLUMN(FIRST), COLUMN(SECOND)};
static const rung_column in_part = COLUMN(PART), weight = COLUMN(WEIGHT), shares = COLUMN(SHARES);

static rung_status adjust(struct stage *stage, rung_error *error)
{
  return rung_stats_adjust(&shares, RUNG_ADJUST_HOMMEL, NULL, stage->out, ROOM, error);
}

static rung_status paired(struct stage *stage, rung_error *error)
{
  return rung_stats_paired(columns, NULL, RUNG_MISSING_LISTWISE, NULL, stage->out, ROOM, error);
}

static rung_status paired_weighted(struct stage *stage, rung_error *error)
{
  return rung_stats_paired(columns, &weight, RUNG_MISSING_FAIL, NULL, stage->out, ROOM, error);
}

static rung_status independent(struct stage *stage, rung_error *error)
{
  return rung_stats_independent(&columns[0], &columns[1], NULL, NULL, stage->out, ROOM, error);
}

static rung_status independent_weighted(struct stage *stage, rung_error *error)
{
  const rung_column both[] = {weight, weight};
  return rung_stats_independent(&columns[0], &columns[1], both, NULL, stage->out, ROOM, error);
}

static rung_status part(struct stage *stage, rung_error *error)
{
  const rung_column both[] = {columns[0], in_part};
  return rung_stats_part(both, &weight, RUNG_MISSING_LISTWISE, NULL, stage->out, ROOM, error);
}

static rung_status dominance(struct stage *stage, rung_error *error)
{
  return rung_stats_dominance(&columns[0], &columns[1], NULL, stage->out, ROOM, error);
}

static rung_status concordance(struct stage *stage, rung_error *error)
{
  return rung_stats_concordance(columns, RUNG_MISSING_LISTWISE, NULL, stage->out, ROOM, error);
}

static rung_status bland_altman(struct stage *stage, rung_error *error)
{
  return rung_stats_bland_altman(columns, 1.96, RUNG_MISSING_LISTWISE, NULL, stage->out, ROOM,
                                 error);
}

static rung_status self_others(struct stage *stage, rung_error *error)
{
  return rung_stats_self_others(columns, 0.5, RUNG_MISSING_LISTWISE, stage->out, ROOM, error);
}

static rung_status profiles(struct stage *stage, rung_error *error)
{
  const rung_column four[] = {columns[0], columns[1], columns[1], columns[0]};
  return rung_stats_profiles(four, 2, RUNG_PROFILE_DISTANCE, stage->out, ROOM, error);
}

static rung_status change(struct stage *stage, rung_error *error)
{
  return rung_stats_change(columns, RELIABILITY, 1.96, RUNG_MISSING_LISTWISE, stage->out, ROOM,
                           error);
}

static rung_status change_rows(struct stage *stage, rung_error *error)
{
  return rung_stats_change_rows(columns, 0.8, RUNG_CHANGE_ROW_RESIDUAL, stage->out, ROOM, error);
}

static rung_status transition(struct stage *stage, rung_error *error)
{
  return rung_stats_transition(columns, 5, NULL, stage->out, ROOM, error);
}

static rung_status pearson(struct stage *stage, rung_error *error)
{
  return rung_stats_pearson(columns, &weight, RUNG_MISSING_LISTWISE, NULL, stage->out, ROOM, error);
}

static rung_status spearman(struct stage *stage, rung_error *error)
{
  return rung_stats_spearman(columns, RUNG_MISSING_LISTWISE, NULL, stage->out, ROOM, error);
}

static rung_status kendall(struct stage *stage, rung_error *error)
{
  return rung_stats_kendall(columns, RUNG_MISSING_LISTWISE, NULL, stage->out, ROOM, error);
}

static const struct named_trial TRIALS[] = {
    {"adjust", adjust},
    {"paired", paired},
    {"paired, weighted", paired_weighted},
    {"independent", independent},
    {"independent, weighted", independent_weighted},
    {"part", part},
    {"dominance", dominance},
    {"concordance", concordance},
    {"bland_altman", bland_altman},
    {"self_others", self_others},
    {"profiles", profiles},
    {"change", change},
    {"change_rows", change_rows},
    {"transition", transition},
    {"pearson", pearson},
    {"spearman", spearman},
    {"kendall", kendall},
};

int main(void)
{
  return run_statistics(TRIALS, LENGTH(TRIALS));
}
