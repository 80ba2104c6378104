/* Cut scores and thresholds: the highest step that a score has climbed.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/climb.h"

/* A step that is being held or lost. At or above `up` it is taken; between `down` and `up` it stays
 * as it was; below `down` it is lost. */
static bool take(const struct rung__step *step, int64_t score, struct rung__hold *hold,
                 struct rung__climbed *climbed)
{
  if (score >= step->up) {
    if (hold->run < UINT16_MAX) hold->run++;
    if (hold->run >= step->waves) hold->held = true;
    if (!hold->held) climbed->marks |= RUNG_MARK_NOT_YET_HELD;
    return true;
  }
  hold->run = 0;
  if (score < step->down)
    hold->held = false;
  else if (!hold->held)
    climbed->state = RUNG_STATE_ON_THRESHOLD;
  return hold->held;
}

static struct rung__climbed climb_steps(const struct rung__rule *rule, int64_t score,
                                        struct rung__hold *hold)
{
  struct rung__climbed climbed = {0, RUNG_STATE_SHOWN, 0};

  for (size_t i = 0; i < rule->step_count; i++) {
    struct rung__hold fresh = {0, false};
    if (take(&rule->step[i], score, hold == NULL ? &fresh : &hold[i], &climbed)) {
      climbed.level = (int8_t)rule->step[i].to;
    }
  }
  return climbed;
}

struct rung__climbed rung__climb(const struct rung__rule *rule, int64_t score,
                                 struct rung__hold *hold)
{
  const int64_t held = rung__round_to(&rule->round, score);

  return rule->kind == RUNG__BANDS ? rung__find_band(rule, held) : climb_steps(rule, held, hold);
}

void rung__break_run(struct rung__hold *hold, size_t count)
{
  for (size_t i = 0; hold != NULL && i < count; i++)
    hold[i].run = 0;
}

void rung__judge_cut(const struct rung__reading *reading, const struct rung__rule *rule,
                     const struct rung__evidence *evidence, const struct rung__verdict *verdict)
{
  const int64_t *score = evidence->measure.value[reading->measure];
  const size_t holds = rung__hold_count(reading, rule);

  for (size_t row = 0; row < evidence->count; row++) {
    struct rung__hold *hold = evidence->hold == NULL ? NULL : evidence->hold + row * holds;
    struct rung__climbed climbed = {-1, evidence->measure.state[reading->measure][row], 0};
    if (score[row] == RUNG__NO_SCORE)
      rung__break_run(hold, holds);
    else
      climbed = rung__climb(rule, score[row], hold);
    verdict->level[row] = climbed.level;
    verdict->state[row] = climbed.state;
    verdict->marks[row] = climbed.marks;
  }
}
