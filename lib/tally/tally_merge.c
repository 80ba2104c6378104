/* Merging: makes room for everything first, then adds group to group.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "tally/tally.h"

static rung_status belong(const rung_tally *tally, const rung_tally *other, rung_error *error)
{
  if (memcmp(tally->digest, other->digest, sizeof tally->digest) != 0)
    return rung__fail(error, RUNG_E_MISMATCH,
                      "one tally is of model '%s' %s and the other of '%s' %s, which score "
                      "otherwise: merge tallies of one model",
                      tally->model_id, tally->model_version, other->model_id, other->model_version);
  TRY(rung__tally_match(tally, other, error));
  if (!rung__shape_same(&tally->shape, &other->shape))
    return rung__fail(error, RUNG_E_MISMATCH, "the tallies count other items or measures");
  if (other->rows > UINT32_MAX - tally->rows)
    return rung__fail(error, RUNG_E_LIMIT, "%llu rows and %llu pass 4294967295",
                      (unsigned long long)tally->rows, (unsigned long long)other->rows);
  return RUNG_OK;
}

static bool make_room(rung_tally *tally, const rung_tally *other)
{
  struct rung__groups *groups = &tally->groups;
  for (uint32_t group = 0; group < other->groups.ready; ++group) {
    if (rung__groups_count(&other->groups, group, 0) > 0 &&
        rung__names_add(&groups->keys, rung__names_get(&other->groups.keys, group)) ==
            RUNG__NO_NAME)
      return false;
  }
  return rung__groups_reserve(groups, groups->keys.count) &&
         (!other->groups.weighted || rung__groups_weigh(groups));
}

/* Of tallies of one arithmetic the least names are kept, so that order cannot matter. */
static const rung_tally *least_named(const rung_tally *tally, const rung_tally *other)
{
  const int order = strcmp(other->model_id, tally->model_id);
  if (order != 0) return order < 0 ? other : tally;
  return strcmp(other->model_version, tally->model_version) < 0 ? other : tally;
}

static void add_groups(struct rung__groups *groups, const struct rung__groups *other)
{
  for (uint32_t from = 0; from < other->ready; ++from) {
    if (rung__groups_count(other, from, 0) == 0) continue;
    const struct rung__slice key = rung__names_get(&other->keys, from);
    rung__groups_add(groups, rung__names_find(&groups->keys, key), other, from);
  }
}

rung_status rung_tally_merge(rung_tally *tally, const rung_tally *other, rung_error *error)
{
  if (tally == NULL || other == NULL)
    return rung__fail(error, RUNG_E_ARGUMENT, "%s is NULL", tally == NULL ? "tally" : "other");
  TRY(belong(tally, other, error));
  const rung_tally *named = least_named(tally, other);
  const char *id = named->model_id, *version = named->model_version;
  if (named != tally) {
    id = rung__tally_text(tally, rung__slice(id));
    version = rung__tally_text(tally, rung__slice(version));
  }
  if (id == NULL || version == NULL || !make_room(tally, other)) return rung__fail_memory(error);
  add_groups(&tally->groups, &other->groups);
  tally->model_id = id;
  tally->model_version = version;
  tally->rows += other->rows;
  tally->zero_rows += other->zero_rows;
  return RUNG_OK;
}
