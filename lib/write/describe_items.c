/* Describing items: kinds, scales of numbers and days, what becomes of an answer, and blocks.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/date.h"
#include "model/words.h"
#include "write/describe_parts.h"
#include "write/page.h"
#include "write/questionnaire.h"

static void put_kinds(const struct rung__description *to)
{
  size_t of_kind[RUNG__TEXT + 1] = {0};
  struct rung__buffer line = {0};
  for (size_t i = 0; i < to->model->item_count; i++)
    of_kind[to->model->items[i].kind]++;
  rung__put_format(&line, "%zu items:", to->model->item_count);
  const char *comma = "";
  for (size_t i = 0; i <= RUNG__TEXT; i++) {
    if (of_kind[i] == 0) continue;
    rung__put_format(&line, "%s %zu %s", comma, of_kind[i], rung__item_kind_words[i]);
    comma = ",";
  }
  rung__page_say(to->page, 2, &line);
}

static void put_raters(const struct rung__description *to)
{
  struct rung__buffer line = {0};
  for (size_t rater = 0; rung__rater_words[rater] != NULL; rater++) {
    size_t count = 0;
    for (size_t i = 0; i < to->model->item_count; i++)
      count += to->model->items[i].rater == (int)rater;
    if (count == 0) continue;
    rung__put_format(&line, "%s%zu by %s", line.length > 0 ? ", " : "Answered: ", count,
                     rung__rater_words[rater]);
  }
  rung__page_say(to->page, 2, &line);
}

/* Scales of points stand in the questionnaire; numbers and days have their ends. */
static void put_scale(const struct rung__description *to, const struct rung__scale *scale)
{
  const bool days = scale->kind == RUNG__DATES;
  const int64_t ends[] = {scale->low, scale->high};
  struct rung__buffer line = {0};
  rung__put_format(&line, "The scale %s: any %s", scale->id, days ? "day" : "number");
  for (size_t i = 0; i < 2; i++) {
    rung__put_text(&line, i == 0 ? " from " : " to ");
    if (days)
      rung__put_date(&line, ends[i] / RUNG__GRID);
    else
      rung__say_grid(&line, ends[i]);
  }
  rung__page_say(to->page, 2, &line);
}

/* What each point counts, whatever the transforms that make it so. */
static void say_points(struct rung__buffer *line, const struct rung__item *item)
{
  for (size_t i = 0; i < item->count; i++) {
    rung__put_text(line, i > 0 ? ", " : "; ");
    rung__say_grid(line, item->code[i]);
    rung__put_text(line, " counts ");
    rung__say_grid(line, item->value[i]);
  }
}

static void say_ratio(struct rung__buffer *line, const struct rung__ratio *ratio)
{
  if (ratio->target == 0) return;
  rung__put_text(line, ratio->low_is_better ? "; " : "; the answer over ");
  rung__say_grid(line, ratio->target);
  rung__put_text(line, ratio->low_is_better ? " over the answer, at most " : ", at most ");
  rung__say_grid(line, ratio->most);
}

static void say_duration(struct rung__buffer *line, const struct rung__duration *duration)
{
  const char *comma = "";
  if (duration->months != 0 || duration->days == 0) {
    rung__put_format(line, "%d month%s", (int)duration->months, duration->months == 1 ? "" : "s");
    comma = " and ";
  }
  if (duration->days != 0)
    rung__put_format(line, "%s%d day%s", comma, (int)duration->days,
                     duration->days == 1 ? "" : "s");
}

static void say_age(struct rung__buffer *line, const rung_model *model, const struct rung__age *age)
{
  if (age->count == 0) return;
  rung__put_text(line, "; by its age on ");
  if (age->item != RUNG__NONE)
    rung__put_format(line, "the day of %s", model->items[age->item].id);
  else
    rung__put_date(line, age->day);
  for (size_t i = 0; i < age->count; i++) {
    rung__put_text(line, i > 0 ? ", " : ": ");
    if (age->band[i].has_within) {
      rung__put_text(line, "within ");
      say_duration(line, &age->band[i].within);
    } else {
      rung__put_text(line, "older");
    }
    rung__put_text(line, " counts ");
    rung__say_grid(line, age->band[i].value);
  }
}

static void say_tags(struct rung__buffer *line, const rung_model *model,
                     const struct rung__item *item)
{
  uint64_t tags = item->tags;
  for (size_t i = 0; item->option_tags != NULL && i < item->count; i++)
    tags |= item->option_tags[i];
  const char *comma = "; votes under the tags ";
  for (size_t i = 0; i < model->tag_count; i++) {
    if ((tags >> i & 1) == 0) continue;
    rung__put_format(line, "%s%s", comma, model->tags[i]);
    comma = ", ";
  }
}

static void say_transforms(struct rung__buffer *line, const rung_model *model,
                           const struct rung__item *item)
{
  const bool changed = item->recoded || item->curve.count > 0 || item->ratio.target != 0 ||
                       item->clip.given || item->reverse;
  if (item->scale != RUNG__NONE && item->answers == RUNG__POINTS && item->option == NULL) {
    if (changed) say_points(line, item);
    return;
  }
  rung__say_curve(line, &item->curve);
  say_ratio(line, &item->ratio);
  say_age(line, model, &item->age);
  rung__say_clip(line, &item->clip);
  if (!item->reverse) return;
  rung__put_text(line, "; mirrored between ");
  rung__say_grid(line, item->low);
  rung__put_text(line, " and ");
  rung__say_grid(line, item->high);
}

/* Items of which there is more to say than their text. */
static void put_item(const struct rung__description *to, size_t index)
{
  const struct rung__item *item = &to->model->items[index];
  struct rung__buffer line = {0}, more = {0};
  if (item->unmeasured != NULL) return;
  if (item->answers != RUNG__POINTS)
    rung__put_format(&more, "; on the scale %s", to->model->scales[item->scale].id);
  say_transforms(&more, to->model, item);
  rung__say_absence(&more, item->absence);
  if (item->has_target) {
    rung__put_text(&more, "; its target is ");
    rung__say_grid(&more, item->target);
  }
  say_tags(&more, to->model, item);
  if (more.failed)
    to->page->failed = true;
  else if (more.length > 0)
    rung__put_format(&line, "%s: %s", item->id, more.data + 2);
  rung__buffer_free(&more);
  rung__page_say(to->page, 2, &line);
}

static void put_block(const struct rung__description *to, const struct rung__block *block)
{
  struct rung__buffer line = {0};
  rung__put_format(&line, "%s: ", block->id);
  rung__put_task(&line, block);
  for (size_t i = 0; i < block->count; i++)
    rung__put_format(&line, "%s%s",
                     i > 0                             ? ", "
                     : block->kind == RUNG__PICK_BLOCK ? " of "
                                                       : " over ",
                     to->model->items[block->item[i]].id);
  rung__put_text(&line, "; what rests on it compares within a row only");
  rung__page_say(to->page, 2, &line);
}

void rung__describe_items(const struct rung__description *to)
{
  const rung_model *model = to->model;
  rung__page_heading(to->page, "Items");
  put_kinds(to);
  put_raters(to);
  for (size_t i = 0; i < model->scale_count; i++)
    if (model->scales[i].kind != RUNG__POINTS) put_scale(to, &model->scales[i]);
  for (size_t i = 0; i < model->item_count; i++)
    put_item(to, i);
  if (model->block_count > 0) rung__page_heading(to->page, "Blocks");
  for (size_t i = 0; i < model->block_count; i++)
    put_block(to, &model->blocks[i]);
}
