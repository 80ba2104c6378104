/* Reading what was shown before, and holding it against what there is now.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/earlier.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

/* Two figures that differ by less were the same: they went through text. */
#define SAME 1e-9

static rung_status find_column(struct rung__earlier_group *group, const char *name,
                               const rung_tally *tally, rung_error *error)
{
  size_t *column = &group->column[group->count];
  for (*column = 0; *column < tally->column_count; ++*column) {
    if (strcmp(tally->column[*column], name) == 0) return RUNG_OK;
  }
  return rung__fail_at(
      error, RUNG_E_UNKNOWN, name, 0, 0,
      "groups were shown by it before, and it is no key column of the tally: tally "
      "the answers by it");
}

/* The row of a unit of the view that a group of one column is. */
static size_t find_unit(const struct rung__earlier_group *group, const struct rung__frame *frame)
{
  const struct rung__cut *cut = &frame->cut[frame->cut_count - 1];
  if (group->count != 1 || !cut->units || cut->column[0] != group->column[0] ||
      group->value[0] == NULL)
    return SIZE_MAX;
  struct rung__buffer key = {0};
  const struct rung__slice label = rung__slice(group->value[0]);
  rung__key_put(&key, &label);
  const size_t row = key.failed ? SIZE_MAX
                                : rung__frame_row(frame, frame->cut_count - 1,
                                                  (struct rung__slice){key.data, key.length});
  rung__buffer_free(&key);
  return row;
}

static rung_status add_group(struct rung__earlier *earlier, const json_t *shown,
                             const struct rung__frame *frame, const rung_tally *tally,
                             rung_error *error)
{
  struct rung__earlier_group group = {.shown = shown};
  const char *name;
  json_t *value;
  if (!json_is_number(json_object_get(shown, "n"))) return RUNG_OK;
  json_object_foreach(json_object_get(shown, "by"), name, value)
  {
    TRY(find_column(&group, name, tally, error));
    group.value[group.count++] = json_string_value(value);
  }
  group.unit = find_unit(&group, frame);
  earlier->group[earlier->count++] = group;
  return RUNG_OK;
}

static rung_status check_model(const json_t *root, const rung_model *model, rung_error *error)
{
  const json_t *digest = json_object_get(json_object_get(root, "model"), "digest");
  const char *text = json_string_value(digest);
  if (text != NULL && strcmp(text, model->digest_text) == 0) return RUNG_OK;
  return rung__fail(error, RUNG_E_MISMATCH,
                    "what was shown before is not of model '%s' %s as it scores now", model->id,
                    model->version);
}

static rung_status add_groups(struct rung__earlier *earlier, const json_t *root,
                              const struct rung__frame *frame, const rung_tally *tally,
                              rung_error *error)
{
  const json_t *groups = json_object_get(root, "groups");
  TRY(check_model(root, tally->model, error));
  for (size_t index = 0; index < json_array_size(groups); ++index)
    TRY(add_group(earlier, json_array_get(groups, index), frame, tally, error));
  return RUNG_OK;
}

rung_status rung__earlier_make(struct rung__earlier *earlier, const rung_view *view,
                               const struct rung__frame *frame, const rung_tally *tally,
                               rung_error *error)
{
  size_t room = 0;
  *earlier = (struct rung__earlier){.model = tally->model};
  if (view == NULL) return RUNG_OK;
  for (size_t index = 0; index < view->shown_count; ++index)
    room += json_array_size(json_object_get(view->shown[index], "groups"));
  if (room > RUNG__SHOWN_GROUPS)
    return rung__fail(error, RUNG_E_LIMIT, "%zu groups were shown before, and %d can be looked at",
                      room, RUNG__SHOWN_GROUPS);
  earlier->group = rung__array_new(room, sizeof *earlier->group);
  if (earlier->group == NULL) return rung__fail_memory(error);
  for (size_t index = 0; index < view->shown_count; ++index)
    TRY(add_groups(earlier, view->shown[index], frame, tally, error));
  return RUNG_OK;
}

void rung__earlier_free(struct rung__earlier *earlier)
{
  free(earlier->group);
  *earlier = (struct rung__earlier){0};
}

static bool is_below(const struct rung__frame *frame, size_t row, size_t above)
{
  while (row != SIZE_MAX && row != above)
    row = frame->place[row].parent;
  return row != SIZE_MAX;
}

bool rung__earlier_holds(const struct rung__earlier *earlier, size_t index,
                         const struct rung__frame *frame, struct rung__slice key, size_t unit)
{
  const struct rung__earlier_group *group = &earlier->group[index];
  struct rung__slice label[RUNG__COLUMNS_MAX];
  bool present[RUNG__COLUMNS_MAX];
  if (group->unit != SIZE_MAX) return is_below(frame, unit, group->unit);
  for (size_t column = 0; key.length > 0; ++column)
    present[column] = rung__key_take(&key, &label[column]);
  for (size_t at = 0; at < group->count; ++at) {
    const size_t column = group->column[at];
    if (present[column] != (group->value[at] != NULL)) return false;
    if (present[column] && rung__compare(label[column], rung__slice(group->value[at])) != 0)
      return false;
  }
  return true;
}

static double number_of(const json_t *object, const char *key)
{
  const json_t *value = json_object_get(object, key);
  return json_is_number(value) ? json_number_value(value) : (double)NAN;
}

/* The mean that would be shown of a stand, in the unit of scores; NaN where there is none. */
static double mean_of(const struct rung__stand *stand)
{
  struct rung__sum weight;
  rung__sum_set(&weight, (rung__wide)stand->weight);
  return stand->n == 0
             ? (double)NAN
             : rung__sum_double(&stand->sum[0]) / rung__sum_double(&weight) / (double)RUNG__GRID;
}

/* The same in full, or rounded to 0.1. */
static bool is_same(double then, double now)
{
  const double scale = fabs(now) > 1 ? fabs(now) : 1;
  return fabs(then - now) <= SAME * scale || fabs(then * 10 - nearbyint(now * 10)) <= SAME * scale;
}

static uint32_t difference(double then, uint32_t now)
{
  const double apart = fabs(then - (double)now);
  return apart < (double)UINT32_MAX ? (uint32_t)apart : UINT32_MAX;
}

/* What was shown of a ground's figure by its own name; NULL: nothing by one name. */
static const json_t *figure_of(const struct rung__earlier *earlier, const json_t *shown,
                               const struct rung__ground *ground)
{
  if (ground->kind == RUNG__GROUND_MEASURE)
    return json_object_get(json_object_get(shown, "measures"),
                           earlier->model->measures[ground->index].id);
  if (ground->kind == RUNG__GROUND_ITEM)
    return json_object_get(json_object_get(shown, "items"),
                           earlier->model->items[ground->index].id);
  if (ground->kind == RUNG__GROUND_LEVELS)
    return json_object_get(json_object_get(shown, "readings"),
                           earlier->model->readings[ground->index].id);
  return shown;
}

/* Levels have no mean to compare: they differ as the group's other figures do. */
static bool levels_differ(const struct rung__earlier_group *group,
                          const struct rung__earlier *earlier, const struct rung__ground *ground,
                          uint32_t *persons)
{
  const json_t *state = json_object_get(figure_of(earlier, group->shown, ground),
                                        "distribution_state");
  *persons = group->persons;
  return json_is_string(state) && strcmp(json_string_value(state), "shown") == 0;
}

bool rung__earlier_differs(struct rung__earlier *earlier, size_t index,
                           const struct rung__ground *ground, const struct rung__stand *now,
                           uint32_t *persons)
{
  struct rung__earlier_group *group = &earlier->group[index];
  if (ground->kind == RUNG__GROUND_LEVELS) return levels_differ(group, earlier, ground, persons);
  const json_t *figure = figure_of(earlier, group->shown, ground);
  const double n = number_of(figure, "n"), score = number_of(figure, "score");
  *persons = 0;
  if (isnan(n)) return false;
  *persons = difference(n, now->n);
  if (*persons == 0 && ground->kind != RUNG__GROUND_GROUP && !isnan(score) &&
      !is_same(score, mean_of(now)))
    *persons = 1;
  if (*persons > group->persons) group->persons = *persons;
  return true;
}
