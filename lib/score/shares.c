/* Counting shares on single rows.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/shares.h"

#include <string.h>

void rung__share_of_one(struct rung__bench *bench, const struct rung__rule *rule,
                        const int8_t *level, size_t count)
{
  const bool above = rule->kind != RUNG__MODE;

  for (size_t rank = 0; rank <= rule->highest; rank++) {
    int64_t *share = bench->shares + rank * RUNG__BLOCK;
    for (size_t row = 0; row < count; row++) {
      const bool counts = above ? level[row] >= (int)rank : level[row] == (int)rank;
      share[row] = level[row] < 0 ? RUNG__NO_SCORE : counts ? RUNG__GRID : 0;
    }
  }
}

void rung__tell_nobody(uint8_t *nobody, uint8_t state)
{
  if (*nobody == RUNG_STATE_TOO_LITTLE_EVIDENCE) return;
  if (state == RUNG_STATE_NOT_COLLECTED) return;
  *nobody = state;
}

static void count_item(struct rung__bench *bench, const struct rung__term *vote,
                       const struct rung__evidence *evidence)
{
  const int64_t *value = evidence->item.value[vote->index];
  const uint8_t *state = evidence->item.state[vote->index];

  for (size_t row = 0; row < evidence->count; row++) {
    if (value[row] == RUNG__NO_SCORE) {
      rung__tell_nobody(&bench->nobody[row], state[row]);
      continue;
    }
    bench->shares[rung__level_of(value[row]) * RUNG__BLOCK + row] += vote->weight;
    bench->votes[row] += vote->weight;
  }
}

/* From the weight at each level to the share at it or above. */
static void sum_up(struct rung__bench *bench, size_t row, size_t highest)
{
  rung__wide above = 0;

  for (size_t level = highest + 1; level > 0; level--) {
    int64_t *share = &bench->shares[(level - 1) * RUNG__BLOCK + row];
    above += *share;
    *share = bench->votes[row] == 0 ? RUNG__NO_SCORE
                                    : rung__grid_divide(above * RUNG__GRID, bench->votes[row]);
  }
}

void rung__share_of_items(struct rung__bench *bench, const struct rung__rule *rule,
                          const struct rung__evidence *evidence)
{
  for (size_t level = 0; level <= rule->highest; level++)
    memset(bench->shares + level * RUNG__BLOCK, 0, evidence->count * sizeof *bench->shares);
  memset(bench->votes, 0, evidence->count * sizeof *bench->votes);
  memset(bench->nobody, RUNG_STATE_NOT_COLLECTED, evidence->count);
  for (size_t i = 0; i < rule->vote_count; i++)
    count_item(bench, &rule->vote[i], evidence);
  for (size_t row = 0; row < evidence->count; row++)
    sum_up(bench, row, rule->highest);
}
