/* The tree of units: parents found, circles refused, walked without recursion.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/units.h"

#include <stdlib.h>

#include "base/array.h"

/* The children of each unit, and of the top, as lists in the order of their bytes. */
struct children {
  uint32_t *first; /* [unit], and of the top behind the last */
  uint32_t *next;  /* [unit] */
};

static struct rung__slice id_of(const struct rung__names *names, uint32_t number)
{
  struct rung__slice key = rung__names_get(names, number), id;
  rung__key_take(&key, &id);
  return id;
}

static rung_status find_parents(struct rung__tree *tree, const rung_view *view, rung_error *error)
{
  for (uint32_t unit = 0; unit < tree->count; ++unit) {
    const uint32_t parent = view->unit[unit].parent;
    tree->parent[unit] = RUNG__NO_NAME;
    if (parent == RUNG__NO_NAME) continue;
    tree->parent[unit] = rung__names_find(&view->units, rung__names_get(&view->parents, parent));
    if (tree->parent[unit] != RUNG__NO_NAME) continue;
    const struct rung__slice id = id_of(&view->units, unit);
    const struct rung__slice above = id_of(&view->parents, parent);
    return rung__fail(error, RUNG_E_UNKNOWN,
                      "unit '%.*s' has the parent '%.*s', which is no unit: add it, or leave the "
                      "parent empty",
                      (int)id.length, id.data, (int)above.length, above.data);
  }
  return RUNG_OK;
}

/* From the last to the first, each before those already there. */
static void list_children(const struct rung__tree *tree, const struct children *children,
                          const uint32_t *sorted)
{
  for (size_t unit = 0; unit <= tree->count; ++unit)
    children->first[unit] = RUNG__NO_NAME;
  for (size_t place = tree->count; place > 0; --place) {
    const uint32_t unit = sorted[place - 1], parent = tree->parent[unit];
    uint32_t *first = &children->first[parent == RUNG__NO_NAME ? tree->count : parent];
    children->next[unit] = *first;
    *first = unit;
  }
}

/* Gives how many units were met: those of a circle hang on no top. */
static size_t walk(const struct rung__tree *tree, const struct children *children)
{
  size_t met = 0;
  uint32_t unit = children->first[tree->count];
  while (unit != RUNG__NO_NAME) {
    tree->order[met++] = unit;
    if (children->first[unit] != RUNG__NO_NAME) {
      unit = children->first[unit];
      continue;
    }
    while (unit != RUNG__NO_NAME && children->next[unit] == RUNG__NO_NAME)
      unit = tree->parent[unit];
    if (unit != RUNG__NO_NAME) unit = children->next[unit];
  }
  return met;
}

/* So many steps up from anywhere either leave at the top or end inside a circle. */
static rung_status refuse_circle(const struct rung__tree *tree, const rung_view *view,
                                 rung_error *error)
{
  uint32_t inside = RUNG__NO_NAME;
  for (uint32_t unit = 0; unit < tree->count && inside == RUNG__NO_NAME; ++unit) {
    inside = unit;
    for (size_t step = 0; step < tree->count && inside != RUNG__NO_NAME; ++step)
      inside = tree->parent[inside];
  }
  const struct rung__slice id = id_of(&view->units, inside);
  return rung__fail(error, RUNG_E_ARGUMENT,
                    "unit '%.*s' stands below itself: break the circle of parents", (int)id.length,
                    id.data);
}

static rung_status grow(struct rung__tree *tree, const rung_view *view, rung_error *error)
{
  struct children children = {rung__array_new(tree->count + 1, sizeof(uint32_t)),
                              rung__array_new(tree->count, sizeof(uint32_t))};
  size_t met = tree->count;
  const bool room = children.first != NULL && children.next != NULL;
  if (room) {
    for (uint32_t unit = 0; unit < tree->count; ++unit)
      tree->order[unit] = unit;
    rung__key_sort(&view->units, tree->order, tree->count);
    list_children(tree, &children, tree->order);
    met = walk(tree, &children);
  }
  free(children.first);
  free(children.next);
  if (!room) return rung__fail_memory(error);
  return met == tree->count ? RUNG_OK : refuse_circle(tree, view, error);
}

rung_status rung__tree_make(struct rung__tree *tree, const rung_view *view, rung_error *error)
{
  const size_t count = view->units.count;
  *tree = (struct rung__tree){count, rung__array_new(count, sizeof *tree->order),
                              rung__array_new(count, sizeof *tree->parent)};
  rung_status status = tree->order != NULL && tree->parent != NULL ? RUNG_OK
                                                                   : rung__fail_memory(error);
  if (status == RUNG_OK) status = find_parents(tree, view, error);
  if (status == RUNG_OK) status = grow(tree, view, error);
  if (status != RUNG_OK) rung__tree_free(tree);
  return status;
}

/* Each unit stands behind the one above it: the first that is too deep is so by one. */
rung_status rung__tree_fits(const struct rung__tree *tree, const rung_view *view,
                            const rung_model *model, rung_error *error)
{
  const size_t tiers = model->unit_tier_count;
  for (size_t place = 0; tiers > 0 && place < tree->count; ++place) {
    uint32_t above = tree->order[place];
    size_t depth = 0;
    for (; above != RUNG__NO_NAME && depth <= tiers; ++depth)
      above = tree->parent[above];
    if (depth <= tiers) continue;
    const struct rung__slice id = id_of(&view->units, tree->order[place]);
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "unit '%.*s' stands %zu deep, and the model has %zu tiers of units, '%s' to "
                      "'%s': leave a tier out of the tree, or add one to the model's unit_tiers",
                      (int)id.length, id.data, depth, tiers, model->unit_tiers[tiers - 1],
                      model->unit_tiers[0]);
  }
  return RUNG_OK;
}

void rung__tree_free(struct rung__tree *tree)
{
  free(tree->order);
  free(tree->parent);
  *tree = (struct rung__tree){0};
}
