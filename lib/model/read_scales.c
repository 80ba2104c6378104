/* Reading scales: points, labels, what is favourable, what stands for absence.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "model/build.h"

static rung_status read_points(struct rung__build *build, const struct rung__json *at,
                               struct rung__scale *scale)
{
  TRY(rung__json_array(at, 2, RUNG__ANSWERS_MAX, build->error));
  scale->count = rung__json_size(at);
  TRY(rung__build_take(build, scale->count, sizeof *scale->point, &scale->point));
  TRY(rung__build_take(build, scale->count, sizeof *scale->favour, &scale->favour));
  for (size_t i = 0; i < scale->count; i++) {
    const struct rung__json point = rung__json_element(at, i);
    TRY(rung__build_grid(build, &point, &scale->point[i]));
    if (i > 0 && scale->point[i] <= scale->point[i - 1]) {
      return rung__json_fail(&point, build->error,
                             "points must rise; this one is not above the one before");
    }
  }
  return RUNG_OK;
}

static rung_status read_favour(struct rung__build *build, const struct rung__json *at,
                               struct rung__scale *scale, enum rung__favour favour)
{
  if (at->value == NULL) return RUNG_OK;
  TRY(rung__json_array(at, 0, scale->count, build->error));
  for (size_t i = 0; i < rung__json_size(at); i++) {
    const struct rung__json element = rung__json_element(at, i);
    int64_t code;
    size_t point = 0;
    TRY(rung__build_grid(build, &element, &code));
    while (point < scale->count && scale->point[point] != code)
      point++;
    if (point == scale->count) {
      return rung__json_fail(&element, build->error, "this is none of the scale's points");
    }
    if (scale->favour[point] != RUNG__UNFAVOURABLE) {
      return rung__json_fail(
          &element, build->error,
          "this point is classed twice; name it once under favourable or neutral");
    }
    scale->favour[point] = (uint8_t)favour;
  }
  return RUNG_OK;
}

static rung_status read_labels(struct rung__build *build, const struct rung__json *at,
                               struct rung__scale *scale)
{
  struct rung__json language;
  void *step = NULL;

  if (at->value == NULL) return RUNG_OK;
  if (!json_is_object(at->value)) {
    return rung__json_fail(at, build->error, "found %s; expected lists of labels by language",
                           rung__json_kind(at));
  }
  TRY(rung__json_at_most(at, RUNG__LANGUAGES_MAX, "languages", build->error));
  TRY(rung__build_take(build, rung__json_size(at) * scale->count, sizeof *scale->label,
                       &scale->label));
  TRY(rung__build_take(build, rung__json_size(at), sizeof *scale->label_language,
                       &scale->label_language));
  while (rung__json_next(at, &step, &language)) {
    TRY(rung__json_key_language(&language, build->error));
    TRY(rung__json_array(&language, scale->count, scale->count, build->error));
    TRY(rung__build_text(build, language.key,
                         &scale->label_language[scale->label_count / scale->count]));
    for (size_t i = 0; i < scale->count; i++) {
      const struct rung__json label = rung__json_element(&language, i);
      const char *text;
      TRY(rung__json_string(&label, 4096, &text, build->error));
      TRY(rung__build_text(build, text, &scale->label[scale->label_count++]));
    }
  }
  if (scale->label_count > 0) return RUNG_OK;
  return rung__json_fail(at, build->error, "there is no language; drop \"labels\" or fill it");
}

static rung_status read_absent(struct rung__build *build, const struct rung__json *at,
                               struct rung__scale *scale)
{
  struct rung__json entry;
  void *step = NULL;

  if (at->value == NULL) return RUNG_OK;
  if (!json_is_object(at->value)) {
    return rung__json_fail(at, build->error, "found %s; expected answers and their kind of absence",
                           rung__json_kind(at));
  }
  TRY(rung__json_at_most(at, RUNG__ABSENT_TEXTS_MAX, "texts", build->error));
  TRY(rung__build_take(build, rung__json_size(at), sizeof *scale->absent, &scale->absent));
  while (rung__json_next(at, &step, &entry)) {
    struct rung__absent_text *absent = &scale->absent[scale->absent_count];
    int kind = 0;
    if (entry.key[0] == '\0' || strlen(entry.key) > 4096) {
      return rung__json_fail(&entry, build->error, "an answer has 1 to 4096 bytes");
    }
    TRY(rung__build_text(build, entry.key, &absent->text));
    TRY(rung__json_word(&entry, rung__absence_words, &kind, build->error));
    absent->kind = (rung_absence)kind;
    scale->absent_count++;
  }
  return RUNG_OK;
}

static rung_status read_ranks(struct rung__build *build, const struct rung__json *at,
                              struct rung__scale *scale)
{
  size_t ladder;

  TRY(rung__build_ladder(build, at, &ladder));
  scale->ladder = (int)ladder;
  scale->count = build->model->ladders[ladder].count;
  TRY(rung__build_take(build, scale->count, sizeof *scale->point, &scale->point));
  TRY(rung__build_take(build, scale->count, sizeof *scale->favour, &scale->favour));
  for (size_t i = 0; i < scale->count; i++)
    scale->point[i] = RUNG__GRID * (int64_t)(i + 1);
  return RUNG_OK;
}

static rung_status read_range(struct rung__build *build, const struct rung__json *at,
                              struct rung__scale *scale)
{
  struct rung__ends ends = {false, 0, 0};

  TRY(rung__read_ends(build, at, &ends));
  scale->kind = RUNG__RANGE;
  scale->count = 1;
  scale->low = ends.low;
  scale->high = ends.high;
  return RUNG_OK;
}

static rung_status read_dates(struct rung__build *build, const struct rung__json *at,
                              struct rung__scale *scale)
{
  int32_t first, last;

  TRY(rung__json_array(at, 2, 2, build->error));
  const struct rung__json low = rung__json_element(at, 0), high = rung__json_element(at, 1);
  TRY(rung__read_day(build, &low, &first));
  TRY(rung__read_day(build, &high, &last));
  if (first >= last) {
    return rung__json_fail(at, build->error, "expected [first, last] with first before last");
  }
  scale->kind = RUNG__DATES;
  scale->count = 1;
  scale->low = first * RUNG__GRID;
  scale->high = last * RUNG__GRID;
  return RUNG_OK;
}

/* A ladder, a range or dates, where one of them is named. */
static rung_status read_other(struct rung__build *build, const struct rung__json *at,
                              struct rung__scale *scale, bool *read)
{
  static const struct {
    const char *key, *keys;
    rung_status (*read)(struct rung__build *, const struct rung__json *, struct rung__scale *);
  } others[] = {{"ladder", "ladder! absent", read_ranks},
                {"range", "range! absent", read_range},
                {"dates", "dates! absent", read_dates}};

  *read = false;
  for (size_t i = 0; i < sizeof others / sizeof *others && !*read; i++) {
    const struct rung__json member = rung__json_member(at, others[i].key);
    if (member.value == NULL) continue;
    *read = true;
    TRY(rung__json_object(at, others[i].keys, build->error));
    TRY(others[i].read(build, &member, scale));
  }
  return RUNG_OK;
}

static rung_status read_scale(struct rung__build *build, const struct rung__json *at,
                              struct rung__scale *scale)
{
  const struct rung__json points = rung__json_member(at, "points");
  const struct rung__json labels = rung__json_member(at, "labels");
  const struct rung__json favourable = rung__json_member(at, "favourable");
  const struct rung__json neutral = rung__json_member(at, "neutral");
  const struct rung__json absent = rung__json_member(at, "absent");

  bool other;

  scale->ladder = RUNG__NONE;
  TRY(rung__build_key(build, at, &scale->id));
  TRY(read_other(build, at, scale, &other));
  if (other) return read_absent(build, &absent, scale);
  TRY(rung__json_object(at, "points! labels favourable neutral absent", build->error));
  TRY(read_points(build, &points, scale));
  TRY(read_labels(build, &labels, scale));
  scale->has_favour = favourable.value != NULL;
  if (neutral.value != NULL && !scale->has_favour) {
    return rung__json_fail(&neutral, build->error,
                           "neutral points are named without favourable ones; name those as well");
  }
  TRY(read_favour(build, &favourable, scale, RUNG__FAVOURABLE));
  TRY(read_favour(build, &neutral, scale, RUNG__NEUTRAL));
  return read_absent(build, &absent, scale);
}

rung_status rung__read_scales(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "scales");
  rung_model *model = build->model;
  struct rung__json entry;
  void *step = NULL;

  if (at.value == NULL) return RUNG_OK;
  if (!json_is_object(at.value)) {
    return rung__json_fail(&at, build->error, "found %s; expected an object of scales by id",
                           rung__json_kind(&at));
  }
  while (rung__json_next(&at, &step, &entry)) {
    TRY(read_scale(build, &entry, &model->scales[model->scale_count]));
    model->scale_count++;
  }
  return RUNG_OK;
}
