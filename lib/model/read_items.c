/* Reading items: what is asked, the answers it takes, and what each answer is worth.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "base/number.h"
#include "model/build.h"

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

static rung_status read_stem(struct rung__build *build, const struct rung__json *at,
                             struct rung__item *item)
{
  return at->value == NULL ? RUNG_OK : rung__build_part_id(build, at, &item->stem);
}

/* What counts in place of an answer, and what the answer ought to be. */
static rung_status read_stand_ins(struct rung__build *build, const struct rung__json *at,
                                  struct rung__item *item)
{
  const struct rung__json absence = rung__json_member(at, "absence");
  const struct rung__json target = rung__json_member(at, "target");

  TRY(rung__read_absence(build, &absence, item->absence));
  item->has_target = target.value != NULL;
  return item->has_target ? rung__build_grid(build, &target, &item->target) : RUNG_OK;
}

static rung_status read_item(struct rung__build *build, const struct rung__json *at,
                             struct rung__item *item)
{
  const struct rung__json text = rung__json_member(at, "text");
  const struct rung__json tags = rung__json_member(at, "tags");
  const struct rung__json stem = rung__json_member(at, "stem");
  const struct rung__json unmeasured = rung__json_member(at, "unmeasured");
  const struct rung__json describes = rung__json_member(at, "describes");
  const char *reason;

  item->block = RUNG__NONE;
  TRY(read_words(build, at, item));
  TRY(rung__build_localised(build, &text, &item->text));
  if (unmeasured.value != NULL) {
    TRY(rung__json_string(&unmeasured, 4096, &reason, build->error));
    TRY(rung__build_text(build, reason, &item->unmeasured));
  }
  TRY(read_describes(build, &describes, item));
  TRY(read_stem(build, &stem, item));
  TRY(rung__read_tags(build, &tags, &item->tags));
  TRY(read_stand_ins(build, at, item));
  return rung__read_answers(build, at, item);
}

/* Ids first, so that an age may name an item that stands below it. */
static rung_status read_ids(struct rung__build *build, const struct rung__json *at, size_t first)
{
  rung_model *model = build->model;

  for (size_t i = 0; i < rung__json_size(at); i++) {
    struct rung__item *read = &model->items[first + i];
    const struct rung__json item = rung__json_element(at, i);
    const struct rung__json id = rung__json_member(&item, "id");
    TRY(rung__json_object(&item,
                          "id! kind! text! about rater scale options recode curve ratio age clip "
                          "reverse absence target tags stem says evidence unmeasured describes",
                          build->error));
    TRY(rung__build_part_id(build, &id, &read->id));
    TRY(rung__build_name(build, &build->nodes, &id, read->id));
    model->item_count++;
  }
  return RUNG_OK;
}

/* The day that an age looks at is an item on a scale of dates, which is known only now. */
static rung_status check_age(struct rung__build *build, const struct rung__json *at,
                             const struct rung__item *item)
{
  if (item->age.count == 0 || item->age.item == RUNG__NONE) return RUNG_OK;
  const struct rung__item *on = &build->model->items[item->age.item];
  if (on->answers == RUNG__DATES) return RUNG_OK;
  const struct rung__json age = rung__json_member(at, "age");
  const struct rung__json place = rung__json_member(&age, "on");
  return rung__json_fail(&place, build->error, "'%s' is no item on a scale of dates", on->id);
}

rung_status rung__read_items(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "items");
  rung_model *model = build->model;
  const size_t first = model->item_count;

  if (at.value == NULL) return RUNG_OK;
  TRY(rung__json_array(&at, 0, RUNG__ITEMS_MAX - first, build->error));
  TRY(read_ids(build, &at, first));
  for (size_t i = 0; i < rung__json_size(&at); i++) {
    const struct rung__json item = rung__json_element(&at, i);
    TRY(read_item(build, &item, &model->items[first + i]));
  }
  for (size_t i = 0; i < rung__json_size(&at); i++) {
    const struct rung__json item = rung__json_element(&at, i);
    TRY(check_age(build, &item, &model->items[first + i]));
  }
  return RUNG_OK;
}
