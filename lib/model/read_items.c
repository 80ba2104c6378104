/* Reading items: what is asked, the answers it takes, and what each answer is worth.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "base/number.h"
#include "model/build.h"

static rung_status find_scale(struct rung__build *build, const struct rung__json *at,
                              struct rung__item *item)
{
  const char *id;

  TRY(rung__json_id(at, &id, build->error));
  for (size_t i = 0; i < build->model->scale_count; i++) {
    if (strcmp(build->model->scales[i].id, id) == 0) {
      item->scale = (int)i;
      item->ladder = build->model->scales[i].ladder;
      return RUNG_OK;
    }
  }
  return rung__json_fail(at, build->error, "there is no scale '%s'; declare it under /scales", id);
}

static rung_status take_answers(struct rung__build *build, struct rung__item *item, size_t count)
{
  item->count = count;
  TRY(rung__build_take(build, count, sizeof *item->code, &item->code));
  TRY(rung__build_take(build, count, sizeof *item->value, &item->value));
  return rung__build_take(build, count, sizeof *item->favour, &item->favour);
}

/* The value of an option: a level's rank, or one of the scale's points. */
static rung_status read_worth(struct rung__build *build, const struct rung__json *at,
                              struct rung__item *item, size_t option)
{
  const struct rung__scale *scale = &build->model->scales[item->scale];
  const struct rung__json level = rung__json_member(at, "level");
  const struct rung__json value = rung__json_member(at, "value");
  size_t point = 0;

  if (item->ladder != RUNG__NONE) {
    TRY(rung__json_object(at, "code! level! text!", build->error));
    TRY(rung__build_level(build, &level, &build->model->ladders[item->ladder], &point));
  } else {
    int64_t worth;
    TRY(rung__json_object(at, "code! value! text!", build->error));
    TRY(rung__build_grid(build, &value, &worth));
    while (point < scale->count && scale->point[point] != worth)
      point++;
    if (point == scale->count) {
      return rung__json_fail(&value, build->error, "this is none of the points of the scale '%s'",
                             scale->id);
    }
  }
  item->value[option] = scale->point[point];
  item->favour[option] = scale->favour[point];
  return RUNG_OK;
}

static rung_status read_option(struct rung__build *build, const struct rung__json *at,
                               struct rung__item *item, size_t option)
{
  const struct rung__json code = rung__json_member(at, "code");
  const struct rung__json text = rung__json_member(at, "text");
  int64_t number;

  TRY(read_worth(build, at, item, option));
  TRY(rung__json_integer(&code, -9999, 9999, &number, build->error));
  item->code[option] = number * RUNG__GRID;
  for (size_t other = 0; other < option; other++) {
    if (item->code[other] == item->code[option]) {
      return rung__json_fail(&code, build->error, "two options of this item have this code");
    }
  }
  return rung__build_localised(build, &text, &item->option[option]);
}

static rung_status read_options(struct rung__build *build, const struct rung__json *at,
                                struct rung__item *item)
{
  TRY(rung__json_array(at, 2, RUNG__ANSWERS_MAX, build->error));
  TRY(take_answers(build, item, rung__json_size(at)));
  TRY(rung__build_take(build, item->count, sizeof *item->option, &item->option));
  for (size_t i = 0; i < item->count; i++) {
    const struct rung__json option = rung__json_element(at, i);
    TRY(read_option(build, &option, item, i));
  }
  return RUNG_OK;
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

  TRY(take_answers(build, item, scale->count));
  memcpy(item->code, scale->point, scale->count * sizeof *item->code);
  memcpy(item->value, scale->point, scale->count * sizeof *item->value);
  memcpy(item->favour, scale->favour, scale->count * sizeof *item->favour);
  return read_recode(build, recode, item);
}

/* The instrument's own range: of the scale, or of what its points were recoded to. */
static void find_range(const struct rung__scale *scale, struct rung__item *item)
{
  const int64_t *point = item->recoded ? item->value : scale->point;
  const size_t count = item->recoded ? item->count : scale->count;

  item->low = item->high = point[0];
  for (size_t i = 1; i < count; i++) {
    if (point[i] < item->low) item->low = point[i];
    if (point[i] > item->high) item->high = point[i];
  }
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

static rung_status read_answers(struct rung__build *build, const struct rung__json *at,
                                struct rung__item *item)
{
  const struct rung__json options = rung__json_member(at, "options");
  const struct rung__json recode = rung__json_member(at, "recode");
  const struct rung__json reversed = rung__json_member(at, "reverse");

  if (item->kind == RUNG__CHOICE && options.value == NULL) {
    return rung__json_fail(at, build->error, "a choice item needs \"options\"");
  }
  if (item->kind != RUNG__CHOICE && options.value != NULL) {
    return rung__json_fail(&options, build->error, "only an item of kind \"choice\" has options");
  }
  if (options.value != NULL && recode.value != NULL) {
    return rung__json_fail(&recode, build->error,
                           "options say what they are worth; drop \"recode\"");
  }
  TRY(options.value != NULL ? read_options(build, &options, item)
                            : read_points(build, &recode, item));
  find_range(&build->model->scales[item->scale], item);
  item->has_favour = build->model->scales[item->scale].has_favour;
  TRY(read_reverse(build, &reversed, item));
  return rung__read_labels(build, at, item);
}

static rung_status read_describes(struct rung__build *build, const struct rung__json *at,
                                  struct rung__item *item)
{
  const struct rung__json ladder = rung__json_member(at, "ladder");
  const struct rung__json level = rung__json_member(at, "level");
  size_t found, rank;

  item->describes_ladder = item->describes_level = RUNG__NONE;
  if (at->value == NULL) return RUNG_OK;
  TRY(rung__json_object(at, "ladder! level!", build->error));
  TRY(rung__build_ladder(build, &ladder, &found));
  TRY(rung__build_level(build, &level, &build->model->ladders[found], &rank));
  item->describes_ladder = (int)found;
  item->describes_level = (int)rank;
  return RUNG_OK;
}

static rung_status read_words(struct rung__build *build, const struct rung__json *at,
                              struct rung__item *item)
{
  const struct rung__json kind = rung__json_member(at, "kind");
  const struct rung__json about = rung__json_member(at, "about");
  const struct rung__json rater = rung__json_member(at, "rater");
  const struct rung__json says = rung__json_member(at, "says");
  const struct rung__json evidence = rung__json_member(at, "evidence");
  int word = 0;

  TRY(rung__json_word(&kind, rung__item_kind_words, &word, build->error));
  item->kind = (enum rung__item_kind)word;
  item->about = item->rater = item->says = item->evidence = RUNG__NONE;
  TRY(rung__build_word(build, &about, rung__about_words, &item->about));
  TRY(rung__build_word(build, &rater, rung__rater_words, &item->rater));
  TRY(rung__build_word(build, &says, rung__says_words, &item->says));
  return rung__build_word(build, &evidence, rung__evidence_words, &item->evidence);
}

/* Text items and unmeasured ones may go without a scale; they have no answers then. */
static rung_status read_scaled(struct rung__build *build, const struct rung__json *at,
                               struct rung__item *item)
{
  static const char *const need[] = {"options", "reverse", "recode", NULL};
  const struct rung__json scale = rung__json_member(at, "scale");

  item->scale = item->ladder = RUNG__NONE;
  if (item->kind == RUNG__TEXT && scale.value != NULL) {
    return rung__json_fail(&scale, build->error, "an item of kind \"text\" has no scale");
  }
  if (scale.value != NULL) {
    TRY(find_scale(build, &scale, item));
    return read_answers(build, at, item);
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

static rung_status read_item(struct rung__build *build, const struct rung__json *at,
                             struct rung__item *item)
{
  const struct rung__json id = rung__json_member(at, "id");
  const struct rung__json text = rung__json_member(at, "text");
  const struct rung__json unmeasured = rung__json_member(at, "unmeasured");
  const struct rung__json describes = rung__json_member(at, "describes");
  const char *reason;

  TRY(rung__json_object(at,
                        "id! kind! text! about rater scale options reverse recode says evidence "
                        "unmeasured describes",
                        build->error));
  TRY(rung__build_id(build, &id, &item->id));
  TRY(rung__build_name(build, &build->nodes, &id, item->id));
  TRY(read_words(build, at, item));
  TRY(rung__build_localised(build, &text, &item->text));
  if (unmeasured.value != NULL) {
    TRY(rung__json_string(&unmeasured, 4096, &reason, build->error));
    TRY(rung__build_text(build, reason, &item->unmeasured));
  }
  TRY(read_describes(build, &describes, item));
  return read_scaled(build, at, item);
}

rung_status rung__read_items(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "items");
  rung_model *model = build->model;

  TRY(rung__json_array(&at, 1, RUNG__ITEMS_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(&at), sizeof *model->items, &model->items));
  for (size_t i = 0; i < rung__json_size(&at); i++) {
    const struct rung__json item = rung__json_element(&at, i);
    TRY(read_item(build, &item, &model->items[i]));
    model->item_count++;
  }
  return RUNG_OK;
}
