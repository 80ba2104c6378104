/* Counting the people and answers at each level.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/shares.h"

#include "findings/people.h"
#include "score/shares.h"

/* Weight by level. */
struct count {
  struct rung__sum level[RUNG__LEVELS_MAX], whole;
};

static void count_people(struct count *count, const struct rung__figures *figures, size_t group,
                         const struct rung__people *people)
{
  for (uint32_t level = 0; people->n > 0 && level < people->segment->active; ++level) {
    const rung__uwide weight = rung__groups_weight(&figures->cells, group,
                                                   people->segment->first + level, 1);
    rung__sum_set(&count->level[level], (rung__wide)weight);
    rung__sum_add(&count->whole, &count->level[level]);
  }
}

static void count_answers(struct count *count, const struct rung__figures *figures, size_t group,
                          const struct rung__term *vote)
{
  const struct rung__groups *groups = &figures->cells;
  const struct rung__segment *segment = rung__shape_item(groups->shape, vote->index);
  const int64_t *value = figures->model->items[vote->index].value;
  for (uint32_t answer = 0; answer < segment->active; ++answer) {
    const rung__uwide weight = rung__groups_weight(groups, group, segment->first + answer, 1);
    rung__sum_add_product(&count->level[rung__level_of(value[answer])], (rung__wide)weight,
                          (uint64_t)vote->weight);
    rung__sum_add_product(&count->whole, (rung__wide)weight, (uint64_t)vote->weight);
  }
}

static int64_t share_of(const struct rung__sum *part, const struct rung__sum *whole)
{
  struct rung__sum grid, product;
  rung__sum_set(&grid, RUNG__GRID);
  if (!rung__sum_multiply(&product, part, &grid)) return RUNG__NO_SCORE;
  return rung__sum_ratio(&product, whole);
}

/* Of a mode the share at just this level, else at it or above. */
static void put_shares(const struct count *count, const struct rung__rule *rule,
                       const struct rung__rule_figures *out, size_t group)
{
  struct rung__sum above = {{0}};
  for (size_t level = rule->highest + 1; level > 0; --level) {
    rung__sum_add(&above, &count->level[level - 1]);
    const struct rung__sum *part = rule->kind == RUNG__MODE ? &count->level[level - 1] : &above;
    out->reached[level - 1][group] = rung__sum_sign(&count->whole) == 0
                                         ? RUNG__NO_SCORE
                                         : share_of(part, &count->whole);
  }
}

static void share_people(struct rung__figures *figures, size_t reading, size_t rule, size_t group)
{
  struct rung__rule_figures *out = &figures->rule[reading][rule];
  const struct rung__people people = rung__people_of(figures, group, reading, rule);
  struct count count = {.whole = {{0}}};
  count_people(&count, figures, group, &people);
  put_shares(&count, &figures->model->readings[reading].rule[rule], out, group);
  out->nobody[group] = rung__why_no_people(figures, reading, group, &people);
}

static void share_items(struct rung__figures *figures, const struct rung__rule *rule,
                        struct rung__rule_figures *out, size_t group)
{
  struct count count = {.whole = {{0}}};
  out->nobody[group] = RUNG_STATE_NOT_COLLECTED;
  for (size_t index = 0; index < rule->vote_count; ++index) {
    count_answers(&count, figures, group, &rule->vote[index]);
    rung__tell_nobody(&out->nobody[group], figures->item_state[rule->vote[index].index][group]);
  }
  put_shares(&count, rule, out, group);
}

void rung__find_shares(struct rung__figures *figures, size_t reading, size_t rule, size_t group)
{
  const struct rung__rule *of = &figures->model->readings[reading].rule[rule];
  if (of->over_items)
    share_items(figures, of, &figures->rule[reading][rule], group);
  else
    share_people(figures, reading, rule, group);
}
