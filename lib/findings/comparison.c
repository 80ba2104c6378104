/* Comparisons: only of what is shown in full, with p-values adjusted by the cut.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/comparison.h"

#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "findings/family.h"

static const char alone[] = "there is nobody else to compare it with";
static const char no_wave[] = "there is no earlier wave";
static const char not_full[] = "both sides have to be large enough to be shown in full";
static const char no_spread[] = "without spread, or squares of weights, there is no interval";
static const char no_people[] = "it is not a mean of persons' scores that may be compared";

struct comparing {
  rung_findings *findings;
  const struct rung__figures *figures;
  const struct rung__frame *frame;
  const struct rung__before *before;
};

/* The group of which a group is a part: the unit above, else all; SIZE_MAX: it is all. */
static size_t whole_of(const struct comparing *comparing, size_t group)
{
  const size_t parent = comparing->frame->place[group].parent;
  if (group == 0) return SIZE_MAX;
  return parent == SIZE_MAX ? 0 : parent;
}

/* Whether a measure of a group is shown in full, after all that was erased. */
static bool is_full(const struct comparing *comparing, size_t measure, size_t group)
{
  const struct rung__table *table = &comparing->findings->table[RUNG_TABLE_MEASURE];
  const size_t row = group * table->each + measure;
  return table->state[row] == RUNG_STATE_SHOWN &&
         rung__table_number(table, row, RUNG_FIGURE_N) >=
             (double)comparing->findings->least_n_spread &&
         !isnan(rung__table_number(table, row, RUNG_FIGURE_SD));
}

static void refuse(const struct comparing *comparing, size_t row, rung_state state,
                   const char *reason)
{
  rung__table_hide(&comparing->findings->table[RUNG_TABLE_COMPARISON], row, state, reason);
}

static void put(const struct comparing *comparing, size_t row, const struct rung__side *side,
                const struct rung__side *other)
{
  struct rung__table *table = &comparing->findings->table[RUNG_TABLE_COMPARISON];
  const struct rung__contrast contrast = rung__contrast_of(side, other,
                                                           comparing->findings->confidence);
  if (other->n < comparing->findings->least_n_spread || other->dominated) {
    refuse(comparing, row, RUNG_STATE_TOO_FEW, not_full);
    return;
  }
  if (isnan(contrast.p)) {
    refuse(comparing, row, RUNG_STATE_NOT_ESTIMABLE, no_spread);
    return;
  }
  table->state[row] = RUNG_STATE_SHOWN;
  rung__table_put(table, row, RUNG_FIGURE_N, side->n);
  rung__table_put(table, row, RUNG_FIGURE_OTHER, other->mean);
  rung__table_put(table, row, RUNG_FIGURE_OTHER_N, other->n);
  rung__table_put(table, row, RUNG_FIGURE_DIFFERENCE, contrast.difference);
  rung__table_put(table, row, RUNG_FIGURE_DIFFERENCE_LOW, contrast.low);
  rung__table_put(table, row, RUNG_FIGURE_DIFFERENCE_HIGH, contrast.high);
  rung__table_put(table, row, RUNG_FIGURE_P, contrast.p);
}

static void compare_rest(const struct comparing *comparing, size_t measure, size_t group,
                         size_t row)
{
  const size_t whole = whole_of(comparing, group);
  if (whole == SIZE_MAX) {
    refuse(comparing, row, RUNG_STATE_NOT_APPLICABLE, alone);
  } else if (!is_full(comparing, measure, group) || !is_full(comparing, measure, whole)) {
    refuse(comparing, row, RUNG_STATE_TOO_FEW, not_full);
  } else {
    const struct rung__side side = rung__side_of(comparing->figures, measure, group);
    const struct rung__side rest = rung__side_less(comparing->figures, measure, whole, group);
    if (rest.n == 0)
      refuse(comparing, row, RUNG_STATE_NOT_APPLICABLE, alone);
    else
      put(comparing, row, &side, &rest);
  }
}

static void compare_before(const struct comparing *comparing, size_t measure, size_t group,
                           size_t row)
{
  if (comparing->before->side == NULL) {
    refuse(comparing, row, RUNG_STATE_NOT_COLLECTED, no_wave);
  } else if (!is_full(comparing, measure, group)) {
    refuse(comparing, row, RUNG_STATE_TOO_FEW, not_full);
  } else {
    const struct rung__side side = rung__side_of(comparing->figures, measure, group);
    put(comparing, row, &side, &comparing->before->side[measure][group]);
  }
}

static void compare_measure(const struct comparing *comparing, size_t measure, size_t group)
{
  const struct rung__measure *of = &comparing->findings->model->measures[measure];
  const struct rung__table *table = &comparing->findings->table[RUNG_TABLE_COMPARISON];
  const size_t row = group * table->each + measure * RUNG__COMPARISONS;
  if (of->across != RUNG__ACROSS_PEOPLE || of->ipsative) {
    refuse(comparing, row + RUNG_COMPARISON_REST, RUNG_STATE_NOT_APPLICABLE, no_people);
    refuse(comparing, row + RUNG_COMPARISON_BEFORE, RUNG_STATE_NOT_APPLICABLE, no_people);
    return;
  }
  compare_rest(comparing, measure, group, row + RUNG_COMPARISON_REST);
  compare_before(comparing, measure, group, row + RUNG_COMPARISON_BEFORE);
}

/* The interval of a gap stands beside it already. */
static void compare_pair(const struct comparing *comparing, size_t index, size_t group)
{
  const rung_model *model = comparing->findings->model;
  const struct rung__pair *pair = &model->pairs[index];
  struct rung__table *table = &comparing->findings->table[RUNG_TABLE_PAIR];
  const size_t row = group * table->each + index;
  if (!is_full(comparing, pair->said, group) || !is_full(comparing, pair->done, group)) return;
  if (model->measures[pair->said].ipsative || model->measures[pair->done].ipsative) return;
  if (table->state[row] != RUNG_STATE_SHOWN) return;
  rung__table_put(table, row, RUNG_FIGURE_P, rung__gap_p(comparing->figures, pair, group));
}

bool rung__compare_groups(rung_findings *findings, const struct rung__figures *figures,
                          const struct rung__frame *frame, const struct rung__before *before)
{
  const struct comparing comparing = {findings, figures, frame, before};
  for (size_t group = 0; group < findings->group_count; ++group) {
    for (size_t measure = 0; measure < findings->model->measure_count; ++measure)
      compare_measure(&comparing, measure, group);
    for (size_t pair = 0; pair < findings->model->pair_count; ++pair)
      compare_pair(&comparing, pair, group);
  }
  return rung__adjust_families(findings, frame);
}
