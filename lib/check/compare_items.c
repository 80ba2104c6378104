/* Comparing scales, items and blocks: which answers change what they are worth.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "check/compare.h"
#include "model/digest.h"
#include "model/words.h"

static const struct rung__absent_text *find_absent(const struct rung__scale *scale,
                                                   const char *text)
{
  for (size_t i = 0; i < scale->absent_count; i++) {
    if (strcmp(scale->absent[i].text, text) == 0) return &scale->absent[i];
  }
  return NULL;
}

static const char *kind_of(const struct rung__absent_text *absent)
{
  return absent == NULL ? "no absence" : rung__absence_words[absent->kind];
}

/* The texts and codes that stand for an absence decide what counts as an answer. */
static void compare_absent(const struct rung__change *change, const struct rung__scale *from,
                           const struct rung__scale *to)
{
  char what[96];

  for (size_t i = 0; i < to->absent_count; i++) {
    const char *text = to->absent[i].text;
    rung__print(what, sizeof what, "what '%.40s' stands for in answers", text);
    rung__changed_word(change, what, kind_of(find_absent(from, text)), kind_of(&to->absent[i]));
  }
  for (size_t i = 0; i < from->absent_count; i++) {
    const char *text = from->absent[i].text;
    if (find_absent(to, text) != NULL) continue;
    rung__print(what, sizeof what, "what '%.40s' stands for in answers", text);
    rung__changed_word(change, what, kind_of(&from->absent[i]), kind_of(NULL));
  }
}

void rung__compare_scales(const struct rung__comparison *of)
{
  for (size_t i = 0; i < of->model->scale_count; i++) {
    const struct rung__change change = rung__change_of(of, RUNG__SCALES, i);
    const size_t twin = of->twin[RUNG__SCALES][i];
    if (twin == RUNG__NO_TWIN) continue;
    compare_absent(&change, &of->other->scales[twin], &of->model->scales[i]);
  }
}

static size_t find_code(const struct rung__item *item, int64_t code)
{
  for (size_t i = 0; i < item->count; i++) {
    if (item->code[i] == code) return i;
  }
  return item->count;
}

static void compare_answer(const struct rung__change *change, const struct rung__item *from,
                           const struct rung__item *to, size_t answer)
{
  static const char *const favours[] = {"unfavourable", "neutral", "favourable"};
  const size_t before = find_code(from, to->code[answer]);
  const struct rung__digits code = rung__digits(to->code[answer]);
  char what[64];

  if (before == from->count) {
    rung__note(change->of->notes, RUNG_NOTE_WARNING, change->where.text,
               "the answer %s of the item '%s' is new; it is worth %s", code.text, to->id,
               rung__digits(to->value[answer]).text);
    return;
  }
  rung__print(what, sizeof what, "what the answer %s is worth", code.text);
  rung__changed_number(change, what, from->value[before], to->value[answer]);
  if (!from->has_favour || !to->has_favour) return;
  rung__print(what, sizeof what, "how favourable the answer %s is", code.text);
  rung__changed_word(change, what, favours[from->favour[before]], favours[to->favour[answer]]);
}

static void compare_points(const struct rung__change *change, const struct rung__item *from,
                           const struct rung__item *to)
{
  for (size_t i = 0; i < to->count; i++) {
    const struct rung__where option = rung__behind(&change->where, "options/%zu", i);
    const struct rung__change at = rung__change_at(
        change, to->kind == RUNG__CHOICE ? &option : &change->where);
    compare_answer(&at, from, to, i);
  }
  for (size_t i = 0; i < from->count; i++) {
    if (find_code(to, from->code[i]) < to->count) continue;
    rung__note(change->of->notes, RUNG_NOTE_WARNING, change->where.text,
               "the answer %s of the item '%s' is gone; it was worth %s",
               rung__digits(from->code[i]).text, to->id, rung__digits(from->value[i]).text);
  }
}

static void compare_ratio(const struct rung__change *change, const struct rung__ratio *from,
                          const struct rung__ratio *to)
{
  static const char *const better[] = {"high", "low"};
  const bool was = from->target != 0, is = to->target != 0;

  rung__changed_optional(change, "the target of the ratio", was ? &from->target : NULL,
                         is ? &to->target : NULL);
  if (!was || !is) return;
  rung__changed_number(change, "the most of the ratio", from->most, to->most);
  rung__changed_word(change, "what is better in the ratio", better[from->low_is_better],
                     better[to->low_is_better]);
}

static void compare_numbers(const struct rung__change *change, const struct rung__item *from,
                            const struct rung__item *to)
{
  rung__changed_number(change, "the lowest answer", from->raw_low, to->raw_low);
  rung__changed_number(change, "the highest answer", from->raw_high, to->raw_high);
  rung__changed_curve(change, &from->curve, &to->curve);
  compare_ratio(change, &from->ratio, &to->ratio);
  rung__changed_ends(change, "clip", &from->clip, &to->clip);
}

static void compare_answers(const struct rung__change *change, const struct rung__item *from,
                            const struct rung__item *to)
{
  static const char *const kinds[] = {"points", "numbers", "dates"};

  rung__changed_word(change, "whether it is measured", from->unmeasured == NULL ? "yes" : "no",
                     to->unmeasured == NULL ? "yes" : "no");
  rung__changed_word(change, "the sort of answers", kinds[from->answers], kinds[to->answers]);
  if (from->answers != to->answers) return;
  if (to->answers == RUNG__POINTS)
    compare_points(change, from, to);
  else
    compare_numbers(change, from, to);
}

/* What no other note says, such as tags or an age. */
static void compare_rest(const struct rung__change *change, const struct rung__item *from,
                         const struct rung__item *to)
{
  struct rung__buffer lines[2] = {{0}, {0}};

  rung__digest_item(&lines[0], change->of->other, from);
  rung__digest_item(&lines[1], change->of->model, to);
  rung__changed_lines(change, "the arithmetic", &lines[0], &lines[1]);
}

static void compare_item(const struct rung__change *change, const struct rung__item *from,
                         const struct rung__item *to)
{
  const size_t before = rung_notes_count(change->of->notes);

  compare_answers(change, from, to);
  rung__changed_number(change, "the least value of the range", from->low, to->low);
  rung__changed_number(change, "the greatest value of the range", from->high, to->high);
  rung__changed_optional(change, "the target", from->has_target ? &from->target : NULL,
                         to->has_target ? &to->target : NULL);
  rung__changed_absence(change, from->absence, to->absence);
  if (rung_notes_count(change->of->notes) == before) compare_rest(change, from, to);
}

static void compare_block(const struct rung__change *change, const struct rung__block *from,
                          const struct rung__block *to)
{
  const size_t before = rung_notes_count(change->of->notes);
  struct rung__buffer lines[2] = {{0}, {0}};

  rung__changed_word(change, "the kind", rung__block_kind_words[from->kind],
                     rung__block_kind_words[to->kind]);
  rung__changed_number(change, "the total", from->total, to->total);
  if (rung_notes_count(change->of->notes) > before) return;
  rung__digest_block(&lines[0], change->of->other, from);
  rung__digest_block(&lines[1], change->of->model, to);
  rung__changed_lines(change, "what is shared out", &lines[0], &lines[1]);
}

void rung__compare_items(const struct rung__comparison *of)
{
  for (size_t i = 0; i < of->model->item_count; i++) {
    const struct rung__change change = rung__change_of(of, RUNG__ITEMS, i);
    const size_t twin = of->twin[RUNG__ITEMS][i];
    if (twin == RUNG__NO_TWIN) continue;
    compare_item(&change, &of->other->items[twin], &of->model->items[i]);
  }
  for (size_t i = 0; i < of->model->block_count; i++) {
    const struct rung__change change = rung__change_of(of, RUNG__BLOCKS, i);
    const size_t twin = of->twin[RUNG__BLOCKS][i];
    if (twin == RUNG__NO_TWIN) continue;
    compare_block(&change, &of->other->blocks[twin], &of->model->blocks[i]);
  }
}
