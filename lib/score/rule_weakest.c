/* The weakest link: the lowest level that any of some measures reaches.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/climb.h"

/* Where the search for the weakest stands. */
struct search {
  struct rung__climbed weakest;
  bool found, missing; /* a member has a level; one that ought to have has none */
  uint8_t absent;      /* the state of the first member without a level */
};

/* A member that does not apply leaves; any other without a level may be the weakest. */
static void look(struct search *search, const struct rung__climbed *member)
{
  if (member->level < 0) {
    if (!search->missing) search->absent = member->state;
    if (member->state != RUNG_STATE_NOT_APPLICABLE) search->missing = true;
  } else if (!search->found || member->level < search->weakest.level) {
    search->weakest = *member;
    search->found = true;
  }
}

static struct rung__climbed conclude(const struct search *search)
{
  if (search->found && !search->missing) return search->weakest;
  if (search->found) return (struct rung__climbed){-1, RUNG_STATE_TOO_LITTLE_EVIDENCE, 0};
  return (struct rung__climbed){-1, search->absent, 0};
}

void rung__judge_weakest(const struct rung__reading *reading, const struct rung__rule *rule,
                         const struct rung__evidence *evidence, const struct rung__verdict *verdict)
{
  const struct rung__rule *from = &reading->rule[rule->from];
  const size_t holds = rung__hold_count(reading, rule);

  for (size_t row = 0; row < evidence->count; row++) {
    struct search search = {.absent = RUNG_STATE_NOT_COLLECTED};
    for (size_t i = 0; i < rule->of_count; i++) {
      const int64_t score = evidence->score[rule->of[i]][row];
      struct rung__hold *hold = evidence->hold == NULL
                                    ? NULL
                                    : evidence->hold + row * holds + i * from->step_count;
      const struct rung__climbed
          member = score == RUNG__NO_SCORE
                       ? (struct rung__climbed){-1, evidence->state[rule->of[i]][row], 0}
                       : rung__climb(from, score, hold);
      look(&search, &member);
    }
    const struct rung__climbed result = conclude(&search);
    verdict->level[row] = result.level;
    verdict->state[row] = result.state;
    verdict->marks[row] = result.marks;
  }
}
