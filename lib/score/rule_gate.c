/* Gate: the highest level up to which the requirements of every level are met.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/gate.h"
#include "score/rules.h"

static void fail(struct rung__standing *standing, struct rung__obstacle obstacle)
{
  if (!standing->fails) standing->obstacle = obstacle;
  standing->fails = true;
}

/* Weighs in a requirement: met, not met, or not known for these gaps. True where it remains: what was
 * not asked or does not apply is left out, and so is what is missing where the rule skips that. */
static bool weigh(struct rung__standing *standing, enum rung__missing policy, int8_t met,
                  unsigned gaps, struct rung__obstacle obstacle)
{
  standing->gaps |= gaps;
  if (met < 0 && (gaps & RUNG__GAP_MISSING) == 0) return false;
  if (met < 0 && policy == RUNG__MISSING_SKIPPED) return false;
  if (met < 0 && policy == RUNG__MISSING_WITHHOLDS)
    standing->open = true;
  else if (met <= 0)
    fail(standing, obstacle);
  return true;
}

static bool weigh_node(struct rung__standing *standing, const struct rung__rule *rule,
                       const struct rung__gate_test *test, const struct rung__node *node,
                       const struct rung__evidence *evidence, size_t row)
{
  const int64_t value = rung__node_value(evidence, node, row);
  const bool met = test->above ? value > test->bound : value >= test->bound;

  return weigh(standing, rule->missing, value == RUNG__NO_SCORE ? -1 : met,
               rung__node_gap(evidence, node, row),
               (struct rung__obstacle){.node = node, .test = test});
}

static bool weigh_need(struct rung__standing *standing, const struct rung__rule *rule,
                       const struct rung__condition *need, const struct rung__evidence *evidence,
                       size_t row)
{
  return weigh(standing, rule->missing, rung__condition(need, evidence, row),
               rung__gaps(need, evidence, row), (struct rung__obstacle){.need = need});
}

static void weigh_lower(struct rung__standing *below, const struct rung__rule *rule,
                        const struct rung__gate_level *level, const struct rung__evidence *evidence,
                        size_t row)
{
  for (size_t i = 0; i < level->own_count; i++)
    weigh_node(below, rule, &rule->lower, &level->own[i], evidence, row);
}

/* Weighs in what lower levels say: they come behind what the level asks for itself. */
static void weigh_below(struct rung__standing *standing, const struct rung__standing *below)
{
  standing->gaps |= below->gaps;
  standing->open = standing->open || below->open;
  if (below->fails) fail(standing, below->obstacle);
}

struct rung__standing rung__gate_standing(const struct rung__rule *rule, size_t index,
                                          struct rung__standing *below,
                                          const struct rung__evidence *evidence, size_t row)
{
  const struct rung__gate_level *level = &rule->level[index];
  struct rung__standing standing = {.remaining = 0};

  for (size_t i = 0; i < level->own_count; i++)
    standing.remaining += weigh_node(&standing, rule, &rule->own, &level->own[i], evidence, row);
  for (size_t i = 0; i < level->need_count; i++)
    standing.remaining += weigh_need(&standing, rule, &level->need[i], evidence, row);
  weigh_below(&standing, below);
  if (standing.remaining == 0 && !level->pass_empty)
    fail(&standing, (struct rung__obstacle){.empty = true});
  if (rule->lower.given) weigh_lower(below, rule, level, evidence, row);
  return standing;
}

/* No requirement of any level remains: there is nothing to hold. */
static bool is_void(const struct rung__rule *rule, const struct rung__evidence *evidence,
                    size_t row, uint8_t *state)
{
  struct rung__standing below = {.remaining = 0};
  unsigned gaps = 0;

  for (size_t i = 0; i < rule->level_count; i++) {
    const struct rung__standing standing = rung__gate_standing(rule, i, &below, evidence, row);
    if (standing.remaining > 0) return false;
    gaps |= standing.gaps;
  }
  *state = gaps & RUNG__GAP_MISSING          ? RUNG_STATE_TOO_LITTLE_EVIDENCE
           : gaps & RUNG__GAP_NOT_APPLICABLE ? RUNG_STATE_NOT_APPLICABLE
                                             : RUNG_STATE_NOT_COLLECTED;
  return true;
}

static int8_t climb(const struct rung__rule *rule, const struct rung__evidence *evidence,
                    size_t row, uint8_t *state)
{
  struct rung__standing below = {.remaining = 0};
  int8_t reached = 0;
  bool remains = false;

  *state = RUNG_STATE_SHOWN;
  for (size_t i = 0; i < rule->level_count; i++) {
    const struct rung__standing standing = rung__gate_standing(rule, i, &below, evidence, row);
    remains = remains || standing.remaining > 0;
    if (standing.fails) break;
    if (standing.open) {
      *state = RUNG_STATE_TOO_LITTLE_EVIDENCE;
      return -1;
    }
    reached = (int8_t)rule->level[i].to;
  }
  return !remains && is_void(rule, evidence, row, state) ? -1 : reached;
}

void rung__judge_gate(const struct rung__reading *reading, const struct rung__rule *rule,
                      const struct rung__evidence *evidence, const struct rung__verdict *verdict)
{
  (void)reading;
  for (size_t row = 0; row < evidence->count; row++) {
    verdict->level[row] = climb(rule, evidence, row, &verdict->state[row]);
    verdict->marks[row] = 0;
  }
}
