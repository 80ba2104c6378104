/* Reading an item's answers: its scale, and what each answer is worth.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "base/number.h"
#include "model/build.h"

static rung_status find_scale(struct rung__build *build, const struct rung__json *at,
                              struct rung__item *item)
{
  const char *id;

  TRY(rung__build_part_id(build, at, &id));
  for (size_t i = 0; i < build->model->scale_count; i++) {
    if (strcmp(build->model->scales[i].id, id) == 0) {
      item->scale = (int)i;
      item->ladder = build->model->scales[i].ladder;
      item->answers = build->model->scales[i].kind;
      return RUNG_OK;
    }
  }
  return rung__json_fail(at, build->error, "there is no scale '%s'; declare it under /scales", id);
}

/* The place of a key of `recode` among the item's codes. */
static rung_status find_code(struct rung__build *build, const struct rung__json *entry,
                             const struct rung__item *item, size_t *place)
{
  double code;
  int64_t grid;

  if (rung__number_read(entry->key, strlen(entry->key), &code) && rung__grid_of(code, &grid)) {
    for (size_t i = 0; i < item->count; i++) {
      if (item->code[i] == grid) {
        *place = i;
        return RUNG_OK;
      }
    }
  }
  return rung__json_fail(entry, build->error, "'%.40s' is none of the scale's points", entry->key);
}

static rung_status read_recode(struct rung__build *build, const struct rung__json *at,
                               struct rung__item *item)
{
  bool seen[RUNG__ANSWERS_MAX] = {false};
  struct rung__json entry;
  void *step = NULL;
  size_t count = 0;

  if (at->value == NULL) return RUNG_OK;
  if (!json_is_object(at->value)) {
    return rung__json_fail(at, build->error, "found %s; expected a number for each point",
                           rung__json_kind(at));
  }
  while (rung__json_next(at, &step, &entry)) {
    size_t place = 0;
    TRY(find_code(build, &entry, item, &place));
    if (seen[place]) {
      return rung__json_fail(&entry, build->error, "this point is recoded twice");
    }
    seen[place] = true;
    count++;
    TRY(rung__build_grid(build, &entry, &item->value[place]));
  }
  if (count != item->count) {
    return rung__json_fail(
        at, build->error, "found %zu numbers; expected one for each of the %zu points of the scale",
        count, item->count);
  }
  item->recoded = true;
  return RUNG_OK;
}

static rung_status read_points(struct rung__build *build, const struct rung__json *recode,
                               struct rung__item *item)
{
  const struct rung__scale *scale = &build->model->scales[item->scale];

  TRY(rung__build_answers(build, item, scale->count));
  memcpy(item->code, scale->point, scale->count * sizeof *item->code);
  memcpy(item->value, scale->point, scale->count * sizeof *item->value);
  memcpy(item->favour, scale->favour, scale->count * sizeof *item->favour);
  for (size_t i = 0; i < scale->count; i++)
    item->point[i] = (uint8_t)i;
  return read_recode(build, recode, item);
}

static bool is_within(int64_t value)
{
  return value >= -RUNG__GRID_LIMIT && value <= RUNG__GRID_LIMIT;
}

/* What the item's transforms make of a value; false in no piece of its curve. */
static bool shape(const struct rung__item *item, int64_t *value)
{
  if (item->curve.count > 0 && !rung__curve_at(&item->curve, *value, value)) return false;
  if (item->ratio.target != 0) *value = rung__ratio_to(&item->ratio, *value);
  *value = rung__clip_to(&item->clip, *value);
  return true;
}

static rung_status shape_all(struct rung__build *build, const struct rung__json *at,
                             const struct rung__item *item, int64_t *value, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    char text[RUNG__NUMBER_SIZE];
    rung__number_write(rung__grid_double(value[i]), text);
    if (!shape(item, &value[i])) {
      return rung__json_fail(at, build->error,
                             "the point %s lies in no piece of the curve; every point of the "
                             "scale needs one",
                             text);
    }
    if (is_within(value[i])) continue;
    return rung__json_fail(at, build->error, "at the point %s the curve leaves -65536 to 65536",
                           text);
  }
  return RUNG_OK;
}

static void widen(struct rung__item *item, int64_t value)
{
  if (value < item->low) item->low = value;
  if (value > item->high) item->high = value;
}

/* The instrument's own range: of all points of the scale, as they are worth after everything but
 * reversing. */
static rung_status find_range(struct rung__build *build, const struct rung__json *at,
                              const struct rung__scale *scale, struct rung__item *item)
{
  int64_t point[RUNG__ANSWERS_MAX];

  memcpy(point, scale->point, scale->count * sizeof *point);
  if (item->recoded) {
    memcpy(point, item->value, item->count * sizeof *point); /* shaped already */
  } else {
    TRY(shape_all(build, at, item, point, scale->count));
  }
  item->low = item->high = point[0];
  for (size_t i = 1; i < scale->count; i++)
    widen(item, point[i]);
  return RUNG_OK;
}

/* Reverses on the instrument's own range, and favour with it: on a mirrored scale the last point's
 * class is the first's. */
static void reverse(const struct rung__scale *scale, struct rung__item *item)
{
  for (size_t i = 0; i < item->count; i++) {
    if (item->option == NULL) item->favour[i] = scale->favour[item->count - 1 - i];
    item->value[i] = item->low + item->high - item->value[i];
  }
}

static bool is_mirrored(const struct rung__scale *scale)
{
  for (size_t i = 0; i < scale->count; i++) {
    if (scale->point[i] - scale->point[0] !=
        scale->point[scale->count - 1] - scale->point[scale->count - 1 - i]) {
      return false;
    }
  }
  return true;
}

static rung_status read_reverse(struct rung__build *build, const struct rung__json *at,
                                struct rung__item *item)
{
  const struct rung__scale *scale = &build->model->scales[item->scale];

  if (at->value != NULL) TRY(rung__json_boolean(at, &item->reverse, build->error));
  if (!item->reverse) return RUNG_OK;
  if (item->option != NULL) {
    return rung__json_fail(at, build->error,
                           "options say what they are worth; give them other levels or values "
                           "instead of reversing");
  }
  if (scale->has_favour && !is_mirrored(scale)) {
    return rung__json_fail(at, build->error,
                           "the scale '%s' has favourable points and uneven steps, so what is "
                           "favourable in reverse is not defined",
                           scale->id);
  }
  reverse(scale, item);
  return RUNG_OK;
}

static rung_status read_points_of(struct rung__build *build, const struct rung__json *at,
                                  struct rung__item *item)
{
  const struct rung__json options = rung__json_member(at, "options");
  const struct rung__json recode = rung__json_member(at, "recode");
  const struct rung__json reversed = rung__json_member(at, "reverse");
  const struct rung__scale *scale = &build->model->scales[item->scale];

  if (options.value != NULL && recode.value != NULL) {
    return rung__json_fail(&recode, build->error,
                           "options say what they are worth; drop \"recode\"");
  }
  TRY(options.value != NULL ? rung__read_options(build, &options, item)
                            : read_points(build, &recode, item));
  TRY(shape_all(build, at, item, item->value, item->count));
  TRY(find_range(build, at, scale, item));
  item->has_favour = scale->has_favour;
  return read_reverse(build, &reversed, item);
}

/* The least and greatest value of a range of numbers, or of the bands of an age, before the cut. */
static rung_status find_number_range(struct rung__build *build, const struct rung__json *at,
                                     struct rung__item *item)
{
  item->low = INT64_MAX;
  item->high = INT64_MIN;
  if (item->curve.count > 0) {
    if (!rung__curve_extremes(&item->curve, item->raw_low, item->raw_high, &item->low,
                              &item->high)) {
      return rung__json_fail(at, build->error, "no piece of the curve meets the scale's range");
    }
  } else if (item->ratio.target != 0) {
    widen(item, rung__ratio_to(&item->ratio, item->raw_low));
    widen(item, rung__ratio_to(&item->ratio, item->raw_high));
  } else if (item->age.count > 0) {
    for (size_t i = 0; i < item->age.count; i++)
      widen(item, item->age.band[i].value);
  } else {
    item->low = item->raw_low;
    item->high = item->raw_high;
  }
  if (!is_within(item->low) || !is_within(item->high)) {
    return rung__json_fail(at, build->error, "the curve leaves -65536 to 65536");
  }
  item->low = rung__clip_to(&item->clip, item->low);
  item->high = rung__clip_to(&item->clip, item->high);
  return RUNG_OK;
}

static rung_status read_numbers_of(struct rung__build *build, const struct rung__json *at,
                                   struct rung__item *item)
{
  const struct rung__json recode = rung__json_member(at, "recode");
  const struct rung__json reversed = rung__json_member(at, "reverse");
  const struct rung__scale *scale = &build->model->scales[item->scale];

  if (recode.value != NULL) {
    return rung__json_fail(&recode, build->error,
                           "a table is of points; a range of numbers has a \"curve\"");
  }
  if (reversed.value != NULL) TRY(rung__json_boolean(&reversed, &item->reverse, build->error));
  item->count = 1;
  item->number = (int)build->model->number_count++;
  item->raw_low = scale->low;
  item->raw_high = scale->high;
  return find_number_range(build, at, item);
}

/* A day is worth something by its age only, and nothing else has one. */
static rung_status check_dates(struct rung__build *build, const struct rung__json *at,
                               const struct rung__item *item)
{
  static const char *const needs_age[] = {"curve", "ratio", "clip", "reverse", NULL};
  const struct rung__json age = rung__json_member(at, "age");

  if (item->answers != RUNG__DATES) {
    return age.value == NULL
               ? RUNG_OK
               : rung__json_fail(&age, build->error, "only a day has an age; use a scale of dates");
  }
  for (size_t i = 0; i < 2 || (i < 4 && age.value == NULL); i++) {
    const struct rung__json member = rung__json_member(at, needs_age[i]);
    if (member.value == NULL) continue;
    return rung__json_fail(&member, build->error,
                           "a day has no value but by its \"age\"; drop this");
  }
  return RUNG_OK;
}

static rung_status read_worths(struct rung__build *build, const struct rung__json *at,
                               struct rung__item *item)
{
  const struct rung__json curve = rung__json_member(at, "curve");
  const struct rung__json ratio = rung__json_member(at, "ratio");
  const struct rung__json age = rung__json_member(at, "age");
  const struct rung__json clip = rung__json_member(at, "clip");
  const struct rung__json recode = rung__json_member(at, "recode");
  const struct rung__json *const ways[] = {&recode, &curve, &ratio, &age};
  const struct rung__json *first = NULL;

  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
    if (ways[i]->value == NULL) continue;
    if (first != NULL) {
      return rung__json_fail(ways[i], build->error,
                             "an item has one of recode, curve, ratio and age; \"%s\" is there "
                             "already",
                             first->key);
    }
    first = ways[i];
  }
  TRY(rung__read_curve(build, &curve, &item->curve));
  TRY(rung__read_ratio(build, &ratio, &item->ratio));
  TRY(rung__read_age(build, &age, &item->age));
  return rung__read_ends(build, &clip, &item->clip);
}

static rung_status check_choice(struct rung__build *build, const struct rung__json *at,
                                const struct rung__item *item)
{
  const struct rung__json options = rung__json_member(at, "options");
  const struct rung__json scale = rung__json_member(at, "scale");

  if (item->kind == RUNG__CHOICE && options.value == NULL) {
    return rung__json_fail(at, build->error, "a choice item needs \"options\"");
  }
  if (item->kind != RUNG__CHOICE && options.value != NULL) {
    return rung__json_fail(&options, build->error, "only an item of kind \"choice\" has options");
  }
  if (item->kind == RUNG__CHOICE && item->answers != RUNG__POINTS) {
    return rung__json_fail(&scale, build->error,
                           "a choice is of options: name a scale of points or of a ladder");
  }
  return RUNG_OK;
}

static rung_status read_scaled(struct rung__build *build, const struct rung__json *at,
                               struct rung__item *item)
{
  TRY(check_choice(build, at, item));
  TRY(check_dates(build, at, item));
  TRY(read_worths(build, at, item));
  TRY(item->answers == RUNG__POINTS ? read_points_of(build, at, item)
                                    : read_numbers_of(build, at, item));
  return rung__read_labels(build, at, item);
}

/* Text items and unmeasured ones may go without a scale; they have no answers then. */
rung_status rung__read_answers(struct rung__build *build, const struct rung__json *at,
                               struct rung__item *item)
{
  static const char *const need[] = {"options", "reverse", "recode", "curve",
                                     "ratio",   "age",     "clip",   NULL};
  const struct rung__json scale = rung__json_member(at, "scale");

  item->scale = item->ladder = item->number = RUNG__NONE;
  if (item->kind == RUNG__TEXT && scale.value != NULL) {
    return rung__json_fail(&scale, build->error, "an item of kind \"text\" has no scale");
  }
  if (scale.value != NULL) {
    TRY(find_scale(build, &scale, item));
    return read_scaled(build, at, item);
  }
  if (item->kind != RUNG__TEXT && item->unmeasured == NULL) {
    return rung__json_fail(at, build->error, "there is no \"scale\"; name one of /scales");
  }
  for (size_t i = 0; need[i] != NULL; i++) {
    const struct rung__json member = rung__json_member(at, need[i]);
    if (member.value != NULL) {
      return rung__json_fail(&member, build->error, "without a scale this says nothing; drop it");
    }
  }
  return RUNG_OK;
}
