/* Reading the options of a choice: code, text, tags, and the point or level each is worth.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/build.h"

rung_status rung__build_answers(struct rung__build *build, struct rung__item *item, size_t count)
{
  item->count = count;
  TRY(rung__build_take(build, count, sizeof *item->code, &item->code));
  TRY(rung__build_take(build, count, sizeof *item->value, &item->value));
  TRY(rung__build_take(build, count, sizeof *item->point, &item->point));
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
    TRY(rung__json_object(at, "code! level! text! tags", build->error));
    TRY(rung__build_level(build, &level, &build->model->ladders[item->ladder], &point));
  } else {
    int64_t worth;
    TRY(rung__json_object(at, "code! value! text! tags", build->error));
    TRY(rung__build_grid(build, &value, &worth));
    while (point < scale->count && scale->point[point] != worth)
      point++;
    if (point == scale->count) {
      return rung__json_fail(&value, build->error, "this is none of the points of the scale '%s'",
                             scale->id);
    }
  }
  item->point[option] = (uint8_t)point;
  item->value[option] = scale->point[point];
  item->favour[option] = scale->favour[point];
  return RUNG_OK;
}

static rung_status read_option(struct rung__build *build, const struct rung__json *at,
                               struct rung__item *item, size_t option)
{
  const struct rung__json code = rung__json_member(at, "code");
  const struct rung__json text = rung__json_member(at, "text");
  const struct rung__json tags = rung__json_member(at, "tags");
  int64_t number;

  TRY(read_worth(build, at, item, option));
  TRY(rung__read_tags(build, &tags, &item->option_tags[option]));
  TRY(rung__json_integer(&code, -9999, 9999, &number, build->error));
  item->code[option] = number * RUNG__GRID;
  for (size_t other = 0; other < option; other++) {
    if (item->code[other] == item->code[option]) {
      return rung__json_fail(&code, build->error, "two options of this item have this code");
    }
  }
  return rung__build_localised(build, &text, &item->option[option]);
}

rung_status rung__read_options(struct rung__build *build, const struct rung__json *at,
                               struct rung__item *item)
{
  TRY(rung__json_array(at, 2, RUNG__ANSWERS_MAX, build->error));
  TRY(rung__build_answers(build, item, rung__json_size(at)));
  TRY(rung__build_take(build, item->count, sizeof *item->option, &item->option));
  TRY(rung__build_take(build, item->count, sizeof *item->option_tags, &item->option_tags));
  for (size_t i = 0; i < item->count; i++) {
    const struct rung__json option = rung__json_element(at, i);
    TRY(read_option(build, &option, item, i));
  }
  return RUNG_OK;
}
