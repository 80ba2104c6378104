/* Norms, bootstrap, shrinkage with every allocation failing: each says so, keeps the caller's room.
 * SPDX-License-Identifier: Apache-2.0 */
#include "statistic.h"

#define ROWS 8

static const double FIRST[ROWS] = {4, 2, 5, 3, 3, 1, 4, 2};
static const double SECOND[ROWS] = {1, 2, .5, 1, .7, 1, 1, 3};

static const rung_column first = COLUMN(FIRST), second = COLUMN(SECOND);

static rung_status norms(struct stage *stage, rung_error *error)
{
  return rung_stats_norms(&first, &second, FIRST, ROWS, 11, stage->out, ROOM, error);
}

static rung_status ranks(struct stage *stage, rung_error *error)
{
  return rung_stats_ranks(&first, RUNG_RANKS_BLOM, stage->out, ROOM, error);
}

static rung_status interval(struct stage *stage, rung_error *error)
{
  return rung_stats_bootstrap_interval(2.5, FIRST, ROWS, SECOND, ROWS, stage->settings, stage->out,
                                       ROOM, error);
}

static rung_status bootstrap(struct stage *stage, rung_error *error)
{
  return rung_stats_bootstrap(&first, RUNG_REPLICATED_SD, stage->settings, stage->out, ROOM, error);
}

static rung_status heterogeneity(struct stage *stage, rung_error *error)
{
  return rung_stats_heterogeneity(&first, &second, stage->out, ROOM, error);
}

static rung_status shrinkage(struct stage *stage, rung_error *error)
{
  return rung_stats_shrinkage(&first, &second, stage->settings, 8, stage->out, ROOM, error);
}

static const struct named_trial TRIALS[] = {{"norms", norms},
                                            {"ranks", ranks},
                                            {"interval", interval},
                                            {"bootstrap", bootstrap},
                                            {"heterogeneity", heterogeneity},
                                            {"shrinkage", shrinkage}};

int main(void)
{
  return run_statistics(TRIALS, LENGTH(TRIALS));
}
