/* Closing a tally: groups that are too small are dropped, and nothing of them is left.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally/tally.h"

#define LEAST_FLOOR 3
#define LEAST_MOST 1000

/* Adds the groups that are large enough to an empty store, and counts the persons of the others. False:
 * no memory. */
static bool keep(struct rung__groups *kept, const struct rung__groups *groups, uint32_t least,
                 uint64_t *dropped)
{
  kept->shape = groups->shape;
  if (groups->weighted && !rung__groups_weigh(kept)) return false;
  for (uint32_t group = 0; group < groups->ready; ++group) {
    const uint32_t persons = rung__groups_count(groups, group, 0);
    if (persons < least) {
      *dropped += persons;
      continue;
    }
    const uint32_t to = rung__names_add(&kept->keys, rung__names_get(&groups->keys, group));
    if (to == RUNG__NO_NAME || !rung__groups_reserve(kept, kept->keys.count)) return false;
    rung__groups_add(kept, to, groups, group);
  }
  return true;
}

rung_status rung_tally_close(rung_tally *tally, int64_t least_n, uint64_t *dropped,
                             rung_error *error)
{
  if (tally == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "tally is NULL");
  if (least_n < LEAST_FLOOR || least_n > LEAST_MOST)
    return rung__fail(error, RUNG_E_ARGUMENT, "least_n is %d to %d persons, not %lld", LEAST_FLOOR,
                      LEAST_MOST, (long long)least_n);
  struct rung__groups kept = {0};
  uint64_t persons = 0;
  if (!keep(&kept, &tally->groups, (uint32_t)least_n, &persons)) {
    rung__groups_free(&kept);
    return rung__fail_memory(error);
  }
  rung__groups_free(&tally->groups);
  tally->groups = kept;
  tally->rows -= persons;
  if (dropped != NULL) *dropped = persons;
  return RUNG_OK;
}
