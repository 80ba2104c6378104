/* The view: gathering cuts and units; what they refer to is looked up when findings are made.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/view.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "read/json.h"

#define SHOWN_BYTES ((size_t)256 << 20)

rung_status rung_view_new(rung_view **out, rung_error *error)
{
  if (out == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = rung__array_new(1, sizeof **out);
  return *out == NULL ? rung__fail_memory(error) : RUNG_OK;
}

static rung_status check_columns(const char *const *columns, size_t count, rung_error *error)
{
  if (columns == NULL || count == 0 || count > RUNG__COLUMNS_MAX)
    return rung__fail(error, RUNG_E_ARGUMENT, "a cut has 1 to %d key columns, not %zu",
                      RUNG__COLUMNS_MAX, columns == NULL ? 0 : count);
  for (size_t index = 0; index < count; ++index) {
    if (columns[index] == NULL || columns[index][0] == '\0')
      return rung__fail(error, RUNG_E_ARGUMENT, "column %zu of the cut has no name", index + 1);
    for (size_t other = 0; other < index; ++other) {
      if (strcmp(columns[index], columns[other]) == 0)
        return rung__fail_at(error, RUNG_E_ARGUMENT, columns[index], 0, 0,
                             "crosses itself: name each column of a cut once");
    }
  }
  return RUNG_OK;
}

static const char *keep(rung_view *view, const char *text)
{
  return rung__arena_text(&view->arena, text, strlen(text));
}

rung_status rung_view_cut(rung_view *view, const char *const *columns, size_t count,
                          rung_error *error)
{
  if (view == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "view is NULL");
  TRY(check_columns(columns, count, error));
  struct rung__view_cut cut = {.count = count};
  for (size_t index = 0; index < count; ++index) {
    cut.column[index] = keep(view, columns[index]);
    if (cut.column[index] == NULL) return rung__fail_memory(error);
  }
  if (!rung__array_reserve((void **)&view->cut, &view->cut_room, view->cut_count + 1,
                           sizeof *view->cut))
    return rung__fail_memory(error);
  view->cut[view->cut_count++] = cut;
  return RUNG_OK;
}

rung_status rung_view_units(rung_view *view, const char *column, rung_error *error)
{
  if (view == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "view is NULL");
  if (column == NULL || column[0] == '\0')
    return rung__fail(error, RUNG_E_ARGUMENT, "the unit column has no name");
  const char *copy = keep(view, column);
  if (copy == NULL) return rung__fail_memory(error);
  view->unit_column = copy;
  return RUNG_OK;
}

/* The number of an id, trimmed as labels of answers are; RUNG__NO_NAME: no memory. */
static uint32_t add_id(struct rung__names *names, struct rung__slice id)
{
  struct rung__buffer key = {0};
  rung__key_put(&key, &id);
  const struct rung__slice bytes = {key.data, key.length};
  const uint32_t number = key.failed ? RUNG__NO_NAME : rung__names_add(names, bytes);
  rung__buffer_free(&key);
  return number;
}

static rung_status add_unit(rung_view *view, struct rung__slice id, struct rung__slice parent,
                            int64_t invited, rung_error *error)
{
  struct rung__unit unit = {RUNG__NO_NAME, invited};
  const size_t count = view->units.count;
  if (parent.length > 0) {
    unit.parent = add_id(&view->parents, parent);
    if (unit.parent == RUNG__NO_NAME) return rung__fail_memory(error);
  }
  if (!rung__array_reserve((void **)&view->unit, &view->unit_room, count + 1, sizeof unit))
    return rung__fail_memory(error);
  const uint32_t number = add_id(&view->units, id);
  if (number == RUNG__NO_NAME) return rung__fail_memory(error);
  if (number < count)
    return rung__fail(error, RUNG_E_ARGUMENT, "unit '%.*s' is given twice: once is enough",
                      (int)id.length, id.data);
  view->unit[number] = unit;
  return RUNG_OK;
}

rung_status rung_view_unit(rung_view *view, const char *id, const char *parent, int64_t invited,
                           rung_error *error)
{
  if (view == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "view is NULL");
  const struct rung__slice name = rung__trim(rung__slice(id));
  const struct rung__slice above = rung__trim(rung__slice(parent));
  if (name.length == 0) return rung__fail(error, RUNG_E_ARGUMENT, "a unit has no id");
  if (name.length > RUNG__LABEL_MOST || above.length > RUNG__LABEL_MOST)
    return rung__fail(error, RUNG_E_ARGUMENT, "a unit's id or parent is longer than %d bytes",
                      RUNG__LABEL_MOST);
  if (!rung__is_utf8(name.data, name.length, NULL) ||
      !rung__is_utf8(above.data, above.length, NULL))
    return rung__fail(error, RUNG_E_ARGUMENT, "a unit's id or parent is not UTF-8");
  if (invited < -1)
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "unit '%s' has %lld invited: give 0 or more, or -1 where it is not known", id,
                      (long long)invited);
  return add_unit(view, name, above, invited, error);
}

static rung_status check_target(const rung_view *view, struct rung__slice unit, const char *reading,
                                const char *level, rung_error *error)
{
  if (view == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "view is NULL");
  if (unit.length == 0 || unit.length > RUNG__LABEL_MOST)
    return rung__fail(error, RUNG_E_ARGUMENT, "a target is of no unit: give its id");
  if (reading == NULL || reading[0] == '\0' || level == NULL || level[0] == '\0')
    return rung__fail(error, RUNG_E_ARGUMENT, "a target lacks the id of its reading or level");
  return RUNG_OK;
}

rung_status rung_view_target(rung_view *view, const char *unit, const char *reading,
                             const char *level, rung_error *error)
{
  const struct rung__slice id = rung__trim(rung__slice(unit));
  TRY(check_target(view, id, reading, level, error));
  if (!rung__array_reserve((void **)&view->target, &view->target_room, view->target_count + 1,
                           sizeof *view->target))
    return rung__fail_memory(error);
  const struct rung__target target = {add_id(&view->target_units, id), keep(view, reading),
                                      keep(view, level)};
  if (target.unit == RUNG__NO_NAME || target.reading == NULL || target.level == NULL)
    return rung__fail_memory(error);
  view->target[view->target_count++] = target;
  return RUNG_OK;
}

/* Whether a group of findings has what names it, and a number of persons or none. */
static rung_status check_group(const struct rung__json *group, rung_error *error)
{
  const struct rung__json by = rung__json_member(group, "by"), n = rung__json_member(group, "n");
  if (!json_is_object(by.value) || rung__json_size(&by) > RUNG__COLUMNS_MAX)
    return rung__json_fail(&by, error, "expected what names the group, not %s",
                           rung__json_kind(&by));
  struct rung__json value;
  for (void *step = NULL; rung__json_next(&by, &step, &value);) {
    if (!json_is_string(value.value) && !json_is_null(value.value))
      return rung__json_fail(&value, error, "expected a group's value, not %s",
                             rung__json_kind(&value));
  }
  if (!json_is_number(n.value) && !json_is_null(n.value))
    return rung__json_fail(&n, error, "expected a number of persons, not %s", rung__json_kind(&n));
  return RUNG_OK;
}

static rung_status check_shown(const json_t *root, rung_error *error)
{
  const struct rung__json at = {.value = root};
  const struct rung__json format = rung__json_member(&at, "format");
  const struct rung__json groups = rung__json_member(&at, "groups");
  const char *word = json_string_value(format.value);
  if (word == NULL || strcmp(word, "rung-findings/1") != 0)
    return rung__json_fail(&format, error, "expected findings of the format rung-findings/1");
  TRY(rung__json_array(&groups, 0, RUNG__SHOWN_GROUPS, error));
  for (size_t index = 0; index < rung__json_size(&groups); ++index) {
    const struct rung__json group = rung__json_element(&groups, index);
    TRY(check_group(&group, error));
  }
  return RUNG_OK;
}

rung_status rung_view_shown(rung_view *view, const void *bytes, size_t length, rung_error *error)
{
  json_t *root = NULL;
  if (view == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "view is NULL");
  if (bytes == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "bytes is NULL");
  if (view->shown_count == RUNG__SHOWN_MOST)
    return rung__fail(error, RUNG_E_LIMIT, "there may be %d findings that were shown before",
                      RUNG__SHOWN_MOST);
  TRY(rung__json_parse(bytes, length, SHOWN_BYTES, &root, error));
  const rung_status status = check_shown(root, error);
  if (status == RUNG_OK) {
    view->shown[view->shown_count++] = root;
  } else {
    json_decref(root);
  }
  return status;
}

rung_status rung_view_relation(rung_view *view, const char *first, const char *second,
                               rung_error *error)
{
  if (view == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "view is NULL");
  if (first == NULL || first[0] == '\0' || second == NULL || second[0] == '\0')
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "a relation is of two readings: give the ids of both");
  if (strcmp(first, second) == 0)
    return rung__fail_at(error, RUNG_E_ARGUMENT, first, 0, 0,
                         "is put beside itself: a relation is of two readings");
  if (view->related_count == RUNG__RELATIONS_MAX)
    return rung__fail(error, RUNG_E_ARGUMENT, "a view has %d relations at most",
                      RUNG__RELATIONS_MAX);
  if (!rung__array_reserve((void **)&view->related, &view->related_room, view->related_count + 1,
                           sizeof *view->related))
    return rung__fail_memory(error);
  const struct rung__related related = {{keep(view, first), keep(view, second)}};
  if (related.reading[0] == NULL || related.reading[1] == NULL) return rung__fail_memory(error);
  view->related[view->related_count++] = related;
  return RUNG_OK;
}

void rung_view_free(rung_view *view)
{
  if (view == NULL) return;
  rung__arena_free(&view->arena);
  rung__names_free(&view->units);
  rung__names_free(&view->parents);
  rung__names_free(&view->target_units);
  for (size_t index = 0; index < view->shown_count; ++index)
    json_decref(view->shown[index]);
  free(view->cut);
  free(view->unit);
  free(view->target);
  free(view->related);
  free(view);
}
