/* Moving cuts one at a time, just as far as what is held against them.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/flip.h"

#include <math.h>

#include "score/rules.h"

/* A search over the cuts of a trial, on one row. */
struct search {
  struct rung__trial *trial;
  const struct rung__evidence *one;
  uint16_t acts;
  int8_t level; /* as things stand */
  struct rung__flip best;
};

static int8_t judge(const struct search *search)
{
  int8_t level;
  uint8_t state, marks;
  const struct rung__verdict verdict = {&level, &state, &marks};
  rung__judge(search->trial->model, &search->trial->reading, search->trial->rule, search->one,
              &search->acts, &verdict);
  return level;
}

static bool keeps_order(const struct rung__movable *cut, int64_t number)
{
  return (cut->below == NULL || number > *cut->below) &&
         (cut->above == NULL || number < *cut->above);
}

static int64_t size_of(int64_t change)
{
  return change < 0 ? -change : change;
}

static bool is_better(const struct search *search, int64_t change, int8_t level)
{
  const struct rung__flip *best = &search->best;
  if (best->change == RUNG__NO_SCORE) return true;
  const int64_t size = size_of(change), known = size_of(best->change);
  return size < known || (size == known && level < best->level);
}

static void move_to(struct search *search, const struct rung__movable *cut, int64_t number)
{
  const int64_t stood = *cut->number, change = number - stood;
  if (change == 0 || !keeps_order(cut, number) || !is_better(search, change, INT8_MIN)) return;
  *cut->number = number;
  if (cut->twin != NULL) *cut->twin = number;
  const int8_t level = judge(search);
  *cut->number = stood;
  if (cut->twin != NULL) *cut->twin = stood;
  if (level != search->level && is_better(search, change, level))
    search->best = (struct rung__flip){change, level};
}

/* A cut tells values apart at the value itself or one step beside it, as the test has it. */
static void try_value(struct search *search, const struct rung__movable *cut, int64_t value)
{
  if (value == RUNG__NO_SCORE || value == RUNG__NOT_TOLD) return;
  for (int64_t step = -1; step <= 1; ++step)
    move_to(search, cut, value + step);
}

static void try_links(struct search *search, const struct rung__movable *cut)
{
  const struct rung__reading *reading = &search->trial->reading;
  const struct rung__rule *rule = &reading->rule[search->trial->rule];
  const struct rung__rounding *round = &reading->rule[rule->from].round;
  for (size_t link = 0; link < rule->of_count; ++link) {
    const int64_t score = search->one->measure.value[rule->of[link]][0];
    if (score != RUNG__NO_SCORE) try_value(search, cut, rung__round_to(round, score));
  }
}

static void try_nodes(struct search *search, const struct rung__movable *cut)
{
  const struct rung__rule *rule = &search->trial->reading.rule[search->trial->rule];
  for (size_t level = 0; level < rule->level_count; ++level) {
    for (size_t node = 0; node < rule->level[level].own_count; ++node)
      try_value(search, cut, rung__node_value(search->one, &rule->level[level].own[node], 0));
  }
}

static void try_score(struct search *search, const struct rung__movable *cut)
{
  const struct rung__reading *reading = &search->trial->reading;
  const int64_t score = search->one->measure.value[reading->measure][0];
  if (score == RUNG__NO_SCORE) return;
  try_value(search, cut, rung__round_to(&reading->rule[search->trial->rule].round, score));
}

static void try_cut(struct search *search, const struct rung__movable *cut)
{
  switch (cut->held) {
  case RUNG__HELD_SCORE: try_score(search, cut); break;
  case RUNG__HELD_LINKS: try_links(search, cut); break;
  case RUNG__HELD_NODES: try_nodes(search, cut); break;
  case RUNG__HELD_TEST:
    try_value(search, cut, rung__looked_value(cut->condition, search->one, 0));
    break;
  case RUNG__HELD_SHARE: try_value(search, cut, search->one->share[cut->level][0]); break;
  }
}

struct rung__flip rung__flip_cut(struct rung__trial *trial, const struct rung__evidence *evidence,
                                 uint16_t acts, size_t row)
{
  const struct rung__evidence one = rung__trial_row(trial, evidence, row);
  struct search search = {
      .trial = trial, .one = &one, .acts = acts, .best = {RUNG__NO_SCORE, RUNG__NONE}};
  search.level = judge(&search);
  if (search.level < 0) return search.best;
  for (size_t cut = 0; cut < trial->cut_count; ++cut)
    try_cut(&search, &trial->cut[cut]);
  return search.best;
}

/* The weight w' of a part of value x for which (S - w x + w' x) / (W - w + w') is the cut. */
static double factor_of(const struct rung__share_of_mean *part, double sum, double weight,
                        double cut)
{
  const double others = sum - part->weight * part->value, rest = weight - part->weight;
  const double factor = (cut * rest - others) / (part->value - cut) / part->weight;
  return factor >= 0 && isfinite(factor) && (rest > 0 || factor > 0) ? factor : NAN;
}

struct rung__reweight rung__flip_weight(const struct rung__share_of_mean *part, size_t count,
                                        double cut)
{
  struct rung__reweight best = {NAN, 0};
  double sum = 0, weight = 0;
  for (size_t index = 0; index < count; ++index) {
    sum += part[index].weight * part[index].value;
    weight += part[index].weight;
  }
  for (size_t index = 0; index < count; ++index) {
    const double factor = factor_of(&part[index], sum, weight, cut);
    if (isnan(factor)) continue;
    if (isnan(best.factor) || fabs(factor - 1) < fabs(best.factor - 1))
      best = (struct rung__reweight){factor, index};
  }
  return best;
}
