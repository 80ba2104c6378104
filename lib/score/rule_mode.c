/* Mode: the level with most votes, of a measure per level or of the people.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/rules.h"

/* The votes counted so far. */
struct ballot {
  int64_t most;
  int8_t level; /* of them; -1: none yet */
  bool tied;
};

static void count(struct ballot *ballot, enum rung__ties ties, size_t level, int64_t votes)
{
  const bool first = ballot->level < 0;
  const bool prefers = ties == RUNG__TIES_HIGHEST ? (int)level > ballot->level
                                                  : (int)level < ballot->level;

  if (votes == RUNG__NO_SCORE || (!first && votes < ballot->most)) return;
  ballot->tied = !first && votes == ballot->most;
  if (first || votes > ballot->most || prefers) ballot->level = (int8_t)level;
  ballot->most = votes;
}

static void decide(const struct rung__rule *rule, const struct ballot *ballot, uint8_t nobody,
                   const struct rung__verdict *verdict, size_t row)
{
  const bool open = ballot->tied && rule->ties == RUNG__TIES_WITHHOLD;

  verdict->level[row] = open ? -1 : ballot->level;
  verdict->state[row] = ballot->level < 0 ? nobody
                        : open            ? RUNG_STATE_NOT_ESTIMABLE
                                          : RUNG_STATE_SHOWN;
  verdict->marks[row] = 0;
}

static struct ballot count_measures(const struct rung__rule *rule,
                                    const struct rung__evidence *evidence, size_t row)
{
  struct ballot ballot = {0, -1, false};

  for (size_t i = 0; i < rule->mode_count; i++) {
    const struct rung__mode_level *mode = &rule->mode[i];
    count(&ballot, rule->ties, mode->level, evidence->measure.value[mode->measure][row]);
  }
  return ballot;
}

static struct ballot count_people(const struct rung__rule *rule,
                                  const struct rung__evidence *evidence, size_t row)
{
  struct ballot ballot = {0, -1, false};

  for (size_t level = 0; level <= rule->highest; level++) {
    count(&ballot, rule->ties, level, evidence->share[level][row]);
  }
  return ballot;
}

void rung__judge_mode(const struct rung__reading *reading, const struct rung__rule *rule,
                      const struct rung__evidence *evidence, const struct rung__verdict *verdict)
{
  const bool people = rung__counts_levels(rule);
  const uint8_t *measured = evidence->measure
                                .state[people ? reading->measure : rule->mode[0].measure];

  for (size_t row = 0; row < evidence->count; row++) {
    const struct ballot ballot = people ? count_people(rule, evidence, row)
                                        : count_measures(rule, evidence, row);
    const bool told = people && evidence->nobody != NULL;
    decide(rule, &ballot, told ? evidence->nobody[row] : measured[row], verdict, row);
  }
}
