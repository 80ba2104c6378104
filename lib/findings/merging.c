/* Merging: counting persons, and naming what is merged.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/merging.h"

#include <stdlib.h>

#include "base/array.h"

struct merging {
  struct rung__cut *cut;
  const rung_view *view;
  uint64_t *persons; /* [key] */
  int64_t least;
};

static bool count_persons(const struct merging *merging, const rung_tally *tally)
{
  struct rung__buffer key = {0};
  bool room = true;
  for (uint32_t group = 0; room && group < tally->groups.ready; ++group) {
    room = rung__cut_key(merging->cut, rung__names_get(&tally->groups.keys, group), &key);
    if (!room) break;
    const uint32_t number = rung__names_find(&merging->cut->keys,
                                             (struct rung__slice){key.data, key.length});
    if (number != RUNG__NO_NAME)
      merging->persons[number] += rung__groups_count(&tally->groups, group, 0);
  }
  rung__buffer_free(&key);
  return room;
}

static uint32_t parent_of(const struct merging *merging, uint32_t key)
{
  return merging->cut->units ? merging->view->unit[key].parent : RUNG__NO_NAME;
}

/* Whether a group may be merged: it is small, and no unit stands below it. */
static bool is_small(const struct merging *merging, uint32_t key)
{
  const struct rung__cut *cut = merging->cut;
  return merging->persons[key] < (uint64_t)merging->least && cut->into[key] == RUNG__NO_NAME &&
         !(cut->units && rung__names_find(&merging->view->parents,
                                          rung__names_get(&cut->keys, key)) != RUNG__NO_NAME);
}

static uint32_t add_name(const struct merging *merging, uint32_t parent, size_t brackets)
{
  struct rung__buffer name = {0}, key = {0};
  for (size_t bracket = 0; bracket < brackets; ++bracket)
    rung__put_byte(&name, '(');
  rung__put_text(&name, "others");
  if (parent != RUNG__NO_NAME) {
    struct rung__slice above = rung__names_get(&merging->view->parents, parent), id;
    rung__key_take(&above, &id);
    rung__put_text(&name, ": ");
    rung__put(&name, id.data, id.length < 1024 ? id.length : 1024);
  }
  for (size_t bracket = 0; bracket < brackets; ++bracket)
    rung__put_byte(&name, ')');
  const struct rung__slice label = {name.data, name.length};
  if (!name.failed) rung__key_put(&key, &label);
  const uint32_t count = (uint32_t)merging->cut->keys.count;
  uint32_t number = name.failed || key.failed
                        ? RUNG__NO_NAME
                        : rung__names_add(&merging->cut->keys,
                                          (struct rung__slice){key.data, key.length});
  rung__buffer_free(&name);
  rung__buffer_free(&key);
  return number < count ? add_name(merging, parent, brackets + 1) : number;
}

/* Merges the small siblings of a group, itself included, where they are enough. False: no memory. */
static bool merge_siblings(const struct merging *merging, uint32_t first)
{
  struct rung__cut *cut = merging->cut;
  const uint32_t parent = parent_of(merging, first);
  uint64_t persons = 0;
  size_t count = 0;
  for (uint32_t key = first; key < cut->real; ++key) {
    if (parent_of(merging, key) != parent || !is_small(merging, key)) continue;
    persons += merging->persons[key];
    ++count;
  }
  if (count < 2 || persons < (uint64_t)merging->least) return true;
  const uint32_t into = add_name(merging, parent, 1);
  if (into == RUNG__NO_NAME) return false;
  for (uint32_t key = first; key < cut->real; ++key) {
    if (parent_of(merging, key) == parent && is_small(merging, key)) cut->into[key] = into;
  }
  return true;
}

/* Of the small siblings the first answers for all of them. */
static bool is_first(const struct merging *merging, uint32_t key)
{
  for (uint32_t other = 0; other < key; ++other) {
    if (parent_of(merging, other) == parent_of(merging, key) && is_small(merging, other))
      return false;
  }
  return true;
}

bool rung__merge_small(struct rung__cut *cut, const rung_view *view, const rung_tally *tally,
                       int64_t least)
{
  struct merging merging = {cut, view, NULL, least};
  merging.persons = rung__array_new(cut->keys.count, sizeof *merging.persons);
  cut->into = rung__array_new(cut->keys.count, sizeof *cut->into);
  bool room = merging.persons != NULL && cut->into != NULL;
  for (size_t key = 0; room && key < cut->keys.count; ++key)
    cut->into[key] = RUNG__NO_NAME;
  room = room && count_persons(&merging, tally);
  for (uint32_t key = 0; room && key < cut->real; ++key) {
    if (is_small(&merging, key) && is_first(&merging, key)) room = merge_siblings(&merging, key);
  }
  free(merging.persons);
  return room;
}
