/* The weakest link: the lowest level that any of some measures reaches, or nearly so.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/climb.h"

/* What is known of the links looked at so far. */
struct search {
  struct rung__climbed weakest;
  size_t links, missing; /* those that apply, and those of them without a score */
  bool found, hole;      /* a link has a level; a score lies in no band */
  bool mixed;            /* links are missing for different reasons */
  uint8_t reason;        /* of the first that is missing */
};

static void miss(struct search *search, uint8_t reason)
{
  if (reason == RUNG_STATE_NOT_APPLICABLE) return; /* no link of the chain */
  if (search->missing > 0 && reason != search->reason) search->mixed = true;
  search->reason = reason;
  search->missing++;
  search->links++;
}

/* Links of one level share their marks; they are on the threshold if all of them are. */
static void look(struct search *search, const struct rung__climbed *link)
{
  search->links++;
  if (link->level < 0) {
    search->hole = true;
  } else if (!search->found || link->level < search->weakest.level) {
    search->weakest = *link;
    search->found = true;
  } else if (link->level == search->weakest.level) {
    search->weakest.marks |= link->marks;
    if (link->state == RUNG_STATE_SHOWN) search->weakest.state = RUNG_STATE_SHOWN;
  }
}

/* A chain is not known by the links that were looked at: one that is missing may be the weakest. */
static struct rung__climbed conclude(const struct search *search)
{
  const bool one_reason = search->missing == search->links && !search->mixed;

  if (search->links == 0) return (struct rung__climbed){-1, RUNG_STATE_NOT_APPLICABLE, 0};
  if (search->missing > 0) {
    return (struct rung__climbed){
        -1, one_reason ? search->reason : (uint8_t)RUNG_STATE_TOO_LITTLE_EVIDENCE, 0};
  }
  if (search->hole) return (struct rung__climbed){-1, RUNG_STATE_NOT_ESTIMABLE, 0};
  return search->weakest;
}

size_t rung__lag_of(const struct rung__rule *rule, size_t link)
{
  return rule->critical == NULL || rule->critical[link] != 0 ? 0 : rule->lag;
}

/* The level that a link allows: the one that it reaches, or a few more. */
static void add_lag(struct rung__climbed *link, const struct rung__rule *rule, size_t lag)
{
  const size_t level = (size_t)link->level + lag;

  if (link->level >= 0) link->level = (int8_t)(level < rule->highest ? level : rule->highest);
}

static void look_at(struct search *search, const struct rung__reading *reading,
                    const struct rung__rule *rule, size_t index,
                    const struct rung__evidence *evidence, size_t row)
{
  const struct rung__rule *from = &reading->rule[rule->from];
  const int64_t score = evidence->measure.value[rule->of[index]][row];
  struct rung__hold *hold = evidence->hold;

  if (hold != NULL) hold += row * rung__hold_count(reading, rule) + index * from->step_count;
  if (score == RUNG__NO_SCORE) {
    rung__break_run(hold, from->step_count);
    miss(search, evidence->measure.state[rule->of[index]][row]);
    return;
  }
  struct rung__climbed link = rung__climb(from, score, hold);
  add_lag(&link, rule, rung__lag_of(rule, index));
  look(search, &link);
}

void rung__judge_weakest(const struct rung__reading *reading, const struct rung__rule *rule,
                         const struct rung__evidence *evidence, const struct rung__verdict *verdict)
{
  for (size_t row = 0; row < evidence->count; row++) {
    struct search search = {.links = 0};
    for (size_t i = 0; i < rule->of_count; i++)
      look_at(&search, reading, rule, i, evidence, row);
    const struct rung__climbed result = conclude(&search);
    verdict->level[row] = result.level;
    verdict->state[row] = result.state;
    verdict->marks[row] = result.marks;
  }
}
