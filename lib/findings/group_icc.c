/* How reliable the means of the groups of a cut are.
 * SPDX-License-Identifier: Apache-2.0
 *
 * From figures that are shown alone, once everything else is erased: so nothing hidden follows from
 * what is said here. Of units only those without units below them count, for others hold them. */
#include <math.h>

#include "findings/reliability.h"
#include "stats/icc.h"

/* Groups that are side by side, and a measure. */
struct cut {
  rung_findings *findings;
  const struct rung__frame *frame;
  size_t first, end, measure;
};

static bool has_below(const struct cut *cut, size_t group)
{
  return group + 1 < cut->end && cut->frame->place[group + 1].parent == group;
}

/* A group's n; 0: it does not count. */
static double size_of(const struct cut *cut, size_t group)
{
  const struct rung__table *table = &cut->findings->table[RUNG_TABLE_MEASURE];
  const size_t row = group * table->each + cut->measure;
  const double n = rung__table_number(table, row, RUNG_FIGURE_N);
  const bool whole = table->reason[row] == NULL &&
                     !isnan(rung__table_number(table, row, RUNG_FIGURE_SD)) &&
                     table->state[row] == RUNG_STATE_SHOWN;
  return whole && !has_below(cut, group) ? n : 0;
}

static struct rung__icc_sums sums_of(const struct cut *cut)
{
  const struct rung__table *table = &cut->findings->table[RUNG_TABLE_MEASURE];
  struct rung__icc_sums sums = {0};
  double mean = 0;
  for (int pass = 0; pass < 2; ++pass) {
    for (size_t group = cut->first; group < cut->end; ++group) {
      const size_t row = group * table->each + cut->measure;
      const double n = size_of(cut, group);
      if (n == 0) continue;
      const double own = rung__table_number(table, row, RUNG_FIGURE_SCORE);
      const double sd = rung__table_number(table, row, RUNG_FIGURE_SD);
      if (pass == 0) {
        sums.groups += 1;
        sums.count += n;
        sums.size_squares += n * n;
        sums.within += sd * sd * (n - 1);
        mean += n * own;
      } else {
        sums.between += n * (own - mean) * (own - mean);
      }
    }
    if (pass == 0) mean /= sums.count;
  }
  return sums;
}

static void fill_cut(const struct cut *cut)
{
  struct rung__table *table = &cut->findings->table[RUNG_TABLE_MEASURE];
  const struct rung__icc_sums sums = sums_of(cut);
  double result[RUNG_ICC_GROUPS_DESIGN_EFFECT + 1];
  enum rung__doubt doubt = cut->findings->weighted ? RUNG__WEIGHTED
                           : sums.groups < 2       ? RUNG__FEW_GROUPS
                                                   : RUNG__SURE;
  if (doubt == RUNG__SURE && (!rung__icc_groups(&sums, cut->findings->confidence, result) ||
                              !isfinite(result[RUNG_ICC_GROUPS_ICC2])))
    doubt = RUNG__NO_VARIANCE;
  for (size_t group = cut->first; group < cut->end; ++group) {
    const size_t row = group * table->each + cut->measure;
    if (table->reason[row] != NULL || table->state[row] != RUNG_STATE_SHOWN) continue;
    const enum rung__doubt own = has_below(cut, group)      ? RUNG__HOLDS_OTHERS
                                 : size_of(cut, group) == 0 ? RUNG__NO_PERSON_SCORES
                                                            : doubt;
    rung__table_doubt(table, row, RUNG__OF_ICC, own);
    if (own != RUNG__SURE) continue;
    rung__table_put(table, row, RUNG_FIGURE_ICC1, result[RUNG_ICC_GROUPS_ICC1]);
    rung__table_put(table, row, RUNG_FIGURE_ICC2, result[RUNG_ICC_GROUPS_ICC2]);
    rung__table_put(table, row, RUNG_FIGURE_ICC2_LOW, result[RUNG_ICC_GROUPS_ICC2_LOW]);
    rung__table_put(table, row, RUNG_FIGURE_ICC2_HIGH, result[RUNG_ICC_GROUPS_ICC2_HIGH]);
  }
}

void rung__fill_icc(rung_findings *findings, const struct rung__frame *frame)
{
  for (size_t first = 1, end; first < frame->count; first = end) {
    for (end = first; end < frame->count && frame->place[end].cut == frame->place[first].cut;)
      ++end;
    for (size_t measure = 0; measure < findings->model->measure_count; ++measure)
      fill_cut(&(struct cut){findings, frame, first, end, measure});
  }
}
