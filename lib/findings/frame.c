/* The frame: listing groups from the last wave, and merging each wave into them.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/frame.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "findings/merging.h"

static rung_status find_column(const rung_tally *tally, const char *name, size_t *place,
                               rung_error *error)
{
  for (*place = 0; *place < tally->column_count; ++*place) {
    if (strcmp(tally->column[*place], name) == 0) return RUNG_OK;
  }
  return rung__fail_at(error, RUNG_E_UNKNOWN, name, 0, 0,
                       "is no key column of the tally, which has %zu%s%s: tally the answers by it",
                       tally->column_count, tally->column_count > 0 ? ", the first " : "",
                       tally->column_count > 0 ? tally->column[0] : "");
}

static rung_status find_columns(struct rung__frame *frame, const rung_view *view,
                                const rung_tally *tally, rung_error *error)
{
  for (size_t index = 0; index < view->cut_count; ++index) {
    const struct rung__view_cut *wanted = &view->cut[index];
    struct rung__cut *cut = &frame->cut[1 + index];
    cut->count = wanted->count;
    for (size_t column = 0; column < wanted->count; ++column)
      TRY(find_column(tally, wanted->column[column], &cut->column[column], error));
  }
  if (view->unit_column == NULL) return RUNG_OK;
  struct rung__cut *units = &frame->cut[frame->cut_count - 1];
  units->count = 1;
  units->units = true;
  return find_column(tally, view->unit_column, &units->column[0], error);
}

static rung_status list_cuts(struct rung__frame *frame, const rung_view *view,
                             const rung_tally *tally, rung_error *error)
{
  if (view != NULL && view->units.count > 0 && view->unit_column == NULL)
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "the view has units and no unit column: name it with rung_view_units");
  const size_t cuts = view == NULL ? 0 : view->cut_count,
               units = view != NULL && view->unit_column != NULL;
  frame->cut = rung__array_new(1 + cuts + units, sizeof *frame->cut);
  if (frame->cut == NULL) return rung__fail_memory(error);
  frame->cut_count = 1 + cuts + units;
  return view == NULL ? RUNG_OK : find_columns(frame, view, tally, error);
}

static bool list_keys(struct rung__cut *cut, const struct rung__groups *groups,
                      struct rung__buffer *key)
{
  if (cut->count == 0)
    return rung__names_add(&cut->keys, (struct rung__slice){"", 0}) != RUNG__NO_NAME;
  for (uint32_t group = 0; group < groups->ready; ++group) {
    if (rung__groups_count(groups, group, 0) == 0) continue;
    if (!rung__cut_key(cut, rung__names_get(&groups->keys, group), key)) return false;
    const struct rung__slice part = {key->data, key->length};
    if (rung__names_add(&cut->keys, part) == RUNG__NO_NAME) return false;
  }
  return true;
}

static bool copy_units(struct rung__cut *cut, const rung_view *view)
{
  for (uint32_t unit = 0; unit < view->units.count; ++unit) {
    if (rung__names_add(&cut->keys, rung__names_get(&view->units, unit)) == RUNG__NO_NAME)
      return false;
  }
  return true;
}

static bool make_room(struct rung__frame *frame)
{
  size_t count = 0;
  for (size_t index = 0; index < frame->cut_count; ++index) {
    struct rung__cut *cut = &frame->cut[index];
    cut->row = rung__array_new(cut->keys.count, sizeof *cut->row);
    if (cut->row == NULL) return false;
    for (size_t key = 0; key < cut->keys.count; ++key)
      cut->row[key] = SIZE_MAX;
    count += cut->keys.count;
  }
  frame->place = rung__array_new(count, sizeof *frame->place);
  return frame->place != NULL;
}

static void put_place(struct rung__frame *frame, size_t cut, uint32_t key)
{
  frame->cut[cut].row[key] = frame->count;
  frame->place[frame->count++] = (struct rung__place){cut, key, SIZE_MAX, -1};
}

static bool is_merged(const struct rung__cut *cut, uint32_t key)
{
  return cut->into != NULL && key < cut->real && cut->into[key] != RUNG__NO_NAME;
}

static bool order_keys(struct rung__frame *frame, size_t index)
{
  const struct rung__cut *cut = &frame->cut[index];
  uint32_t *order = rung__array_new(cut->keys.count, sizeof *order);
  if (order == NULL) return false;
  for (uint32_t key = 0; key < cut->keys.count; ++key)
    order[key] = key;
  rung__key_sort(&cut->keys, order, cut->keys.count);
  for (size_t place = 0; place < cut->keys.count; ++place) {
    if (!is_merged(cut, order[place])) put_place(frame, index, order[place]);
  }
  for (uint32_t key = 0; key < cut->real; ++key) {
    if (is_merged(cut, key)) cut->row[key] = cut->row[cut->into[key]];
  }
  free(order);
  return true;
}

/* From the last row up: what is below a unit has been added to it before it is added above. */
static void add_invited(struct rung__frame *frame, size_t first)
{
  int64_t all = 0;
  for (size_t row = frame->count; row > first; --row) {
    const struct rung__place *place = &frame->place[row - 1];
    int64_t *above = place->parent == SIZE_MAX ? &all : &frame->place[place->parent].invited;
    *above = *above < 0 || place->invited < 0 ? -1 : *above + place->invited;
  }
  if (frame->count > first) frame->place[0].invited = all;
}

/* Puts a unit, or adds it to what it is merged into, which stands where the first of them does. */
static struct rung__place *put_unit(struct rung__frame *frame, size_t index, uint32_t unit,
                                    int64_t invited)
{
  struct rung__cut *cut = &frame->cut[index];
  const uint32_t key = is_merged(cut, unit) ? cut->into[unit] : unit;
  const bool first = cut->row[key] == SIZE_MAX;
  if (first) put_place(frame, index, key);
  struct rung__place *made = &frame->place[cut->row[key]];
  made->invited = first ? invited : invited < 0 || made->invited < 0 ? -1 : made->invited + invited;
  cut->row[unit] = cut->row[key];
  return made;
}

static rung_status order_units(struct rung__frame *frame, const rung_view *view,
                               const rung_model *model, rung_error *error)
{
  const size_t index = frame->cut_count - 1, first = frame->count;
  struct rung__tree tree;
  TRY(rung__tree_make(&tree, view, error));
  const rung_status status = rung__tree_fits(&tree, view, model, error);
  for (size_t place = 0; status == RUNG_OK && place < tree.count; ++place) {
    const uint32_t unit = tree.order[place], parent = tree.parent[unit];
    struct rung__place *made = put_unit(frame, index, unit, view->unit[unit].invited);
    if (parent != RUNG__NO_NAME) made->parent = frame->cut[index].row[parent];
  }
  rung__tree_free(&tree);
  add_invited(frame, first);
  return status;
}

static bool merge_keys(struct rung__cut *cut, const rung_view *view, const rung_tally *tally,
                       int64_t merge_under)
{
  cut->real = (uint32_t)cut->keys.count;
  return merge_under == 0 || cut->count != 1 || rung__merge_small(cut, view, tally, merge_under);
}

static bool list_groups(struct rung__frame *frame, const rung_view *view, const rung_tally *tally,
                        int64_t merge_under)
{
  struct rung__buffer key = {0};
  bool done = true;
  for (size_t index = 0; done && index < frame->cut_count; ++index) {
    struct rung__cut *cut = &frame->cut[index];
    done = (cut->units ? copy_units(cut, view) : list_keys(cut, &tally->groups, &key)) &&
           merge_keys(cut, view, tally, merge_under);
  }
  rung__buffer_free(&key);
  if (!done || !make_room(frame)) return false;
  for (size_t index = 0; done && index < frame->cut_count; ++index)
    done = frame->cut[index].units || order_keys(frame, index);
  return done;
}

rung_status rung__frame_make(struct rung__frame *frame, const rung_view *view,
                             const rung_tally *tally, int64_t merge_under, rung_error *error)
{
  TRY(list_cuts(frame, view, tally, error));
  if (!list_groups(frame, view, tally, merge_under)) return rung__fail_memory(error);
  return frame->cut[frame->cut_count - 1].units ? order_units(frame, view, tally->model, error)
                                                : RUNG_OK;
}

static rung_status refuse_unit(const rung_tally *tally, const struct rung__cut *cut,
                               struct rung__slice key, rung_error *error)
{
  struct rung__slice label;
  rung__key_take(&key, &label);
  return rung__fail_at(error, RUNG_E_UNKNOWN, tally->column[cut->column[0]], 0, 0,
                       "unit '%.*s' of the answers is not in the tree: add it with its parent, or "
                       "leave it empty in the answers so that it counts in the total only",
                       (int)label.length, label.data);
}

size_t rung__frame_row(const struct rung__frame *frame, size_t cut, struct rung__slice key)
{
  const struct rung__cut *of = &frame->cut[cut];
  const uint32_t number = rung__names_find(&of->keys, key);
  return number == RUNG__NO_NAME || number >= of->real ? SIZE_MAX : of->row[number];
}

static rung_status fill_group(const struct rung__frame *frame, const rung_tally *tally,
                              uint32_t group, struct rung__buffer *key, struct rung__groups *cells,
                              rung_error *error)
{
  for (size_t index = 0; index < frame->cut_count; ++index) {
    const struct rung__cut *cut = &frame->cut[index];
    if (!rung__cut_key(cut, rung__names_get(&tally->groups.keys, group), key))
      return rung__fail_memory(error);
    const struct rung__slice part = {key->data, key->length};
    if (cut->units && part.data[0] == 0) continue; /* no unit: in the total only */
    const size_t row = rung__frame_row(frame, index, part);
    if (row == SIZE_MAX && cut->units) return refuse_unit(tally, cut, part, error);
    if (row != SIZE_MAX) rung__groups_add(cells, row, &tally->groups, group);
  }
  return RUNG_OK;
}

rung_status rung__frame_fill(const struct rung__frame *frame, const rung_tally *tally,
                             struct rung__groups *cells, rung_error *error)
{
  struct rung__buffer key = {0};
  rung_status status = RUNG_OK;
  cells->weighted = tally->groups.weighted;
  if (!rung__groups_reserve(cells, frame->count)) return rung__fail_memory(error);
  for (uint32_t group = 0; status == RUNG_OK && group < tally->groups.ready; ++group) {
    if (rung__groups_count(&tally->groups, group, 0) > 0)
      status = fill_group(frame, tally, group, &key, cells, error);
  }
  rung__buffer_free(&key);
  for (size_t row = frame->count; status == RUNG_OK && row > 0; --row) {
    const size_t parent = frame->place[row - 1].parent;
    if (parent != SIZE_MAX) rung__groups_add(cells, parent, cells, row - 1);
  }
  return status;
}

void rung__frame_free(struct rung__frame *frame)
{
  for (size_t index = 0; index < frame->cut_count; ++index) {
    rung__names_free(&frame->cut[index].keys);
    free(frame->cut[index].into);
    free(frame->cut[index].row);
  }
  free(frame->cut);
  free(frame->place);
  *frame = (struct rung__frame){0};
}
