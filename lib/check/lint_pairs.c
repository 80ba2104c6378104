/* Linting pairs: words and deeds, inside and outside, on the same stems, scales and raters.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/names.h"
#include "check/lint.h"
#include "check/place.h"
#include "model/words.h"

enum { SAID, DONE, SIDES };

/* What is beneath the two measures of a pair. */
struct sides {
  const rung_model *model;
  const struct rung__pair *pair;
  struct rung__where where;
  uint8_t *measure;     /* [measure] is beneath the side at hand */
  uint8_t *item[SIDES]; /* [item] is beneath it */
  const uint32_t *stem; /* [item]: the number of its stem, or RUNG__NO_NAME */
  size_t stem_count;
  size_t *asked[SIDES]; /* [stem]: its item beneath the side counted from 1, or 0 */
  rung_notes *notes;
};

static void reach(const struct sides *sides, size_t measure, uint8_t *items)
{
  const struct rung__measure *at = &sides->model->measures[measure];

  if (sides->measure[measure] != 0) return;
  sides->measure[measure] = 1;
  for (size_t i = 0; i < at->count; i++) {
    const size_t index = at->term[i].index;
    if (at->term[i].is_measure)
      reach(sides, index, items);
    else if (sides->model->items[index].unmeasured == NULL)
      items[index] = 1;
  }
}

static void reach_side(const struct sides *sides, size_t side, size_t measure)
{
  const rung_model *model = sides->model;

  memset(sides->measure, 0, model->measure_count);
  memset(sides->item[side], 0, model->item_count);
  memset(sides->asked[side], 0, sides->stem_count * sizeof **sides->asked);
  reach(sides, measure, sides->item[side]);
  for (size_t i = 0; i < model->item_count; i++) {
    if (sides->item[side][i] != 0 && sides->stem[i] != RUNG__NO_NAME)
      sides->asked[side][sides->stem[i]] = i + 1;
  }
}

static const char *side_name(const struct sides *sides, size_t side)
{
  static const char *const names[2][SIDES] = {{"said", "done"}, {"inside", "outside"}};

  return names[sides->pair->of_sides][side];
}

static bool has_stems(const struct sides *sides)
{
  for (size_t i = 0; i < sides->stem_count; i++) {
    if (sides->asked[SAID][i] != 0 || sides->asked[DONE][i] != 0) return true;
  }
  return false;
}

/* Two items on one stem. */
static void lint_stem(const struct sides *sides, const struct rung__item *said,
                      const struct rung__item *done)
{
  if (said->scale != done->scale) {
    rung__note(sides->notes, RUNG_NOTE_WARNING, sides->where.text,
               "the pair '%s' holds '%s' against '%s', which is asked on another scale, so that "
               "their gap may be the scale's",
               sides->pair->id, said->id, done->id);
  }
  if (!sides->pair->of_sides && said->rater != done->rater) {
    rung__note(sides->notes, RUNG_NOTE_WARNING, sides->where.text,
               "the pair '%s' holds '%s' against '%s', which others answer, so that their gap may "
               "be the raters'",
               sides->pair->id, said->id, done->id);
  }
}

static void lint_stems(const struct sides *sides)
{
  const struct rung__item *items = sides->model->items;

  for (size_t i = 0; i < sides->stem_count; i++) {
    const size_t said = sides->asked[SAID][i], done = sides->asked[DONE][i];
    if (said == 0 && done == 0) continue;
    if (said != 0 && done != 0) {
      lint_stem(sides, &items[said - 1], &items[done - 1]);
      continue;
    }
    rung__note(
        sides->notes, RUNG_NOTE_WARNING, sides->where.text,
        "the stem '%s' of '%s' stands alone in the pair '%s': nothing on the side \"%s\" asks "
        "for it",
        items[said + done - 1].stem, items[said + done - 1].id, sides->pair->id,
        side_name(sides, said == 0 ? SAID : DONE));
  }
}

static void lint_stemless(const struct sides *sides, size_t side)
{
  for (size_t i = 0; i < sides->model->item_count; i++) {
    if (sides->item[side][i] == 0 || sides->stem[i] != RUNG__NO_NAME) continue;
    rung__note(
        sides->notes, RUNG_NOTE_WARNING, sides->where.text,
        "'%s' on the side \"%s\" of the pair '%s' has no \"stem\", so that nothing answers it "
        "on the other",
        sides->model->items[i].id, side_name(sides, side), sides->pair->id);
  }
}

/* Words among the deeds, deeds among the words. */
static void lint_says(const struct sides *sides, size_t side)
{
  for (size_t i = 0; !sides->pair->of_sides && i < sides->model->item_count; i++) {
    const struct rung__item *item = &sides->model->items[i];
    if (sides->item[side][i] == 0 || item->says == RUNG__NONE || item->says == (int)side) continue;
    rung__note(sides->notes, RUNG_NOTE_WARNING, sides->where.text,
               "'%s' says of itself that it is about what is %s, and stands on the side \"%s\" of "
               "the pair '%s'",
               item->id, rung__says_words[item->says], side_name(sides, side), sides->pair->id);
  }
}

static void lint_ranges(const struct sides *sides)
{
  const struct rung__measure *said = &sides->model->measures[sides->pair->said];
  const struct rung__measure *done = &sides->model->measures[sides->pair->done];

  if (said->low == done->low && said->high == done->high) return;
  rung__note(sides->notes, RUNG_NOTE_WARNING, sides->where.text,
             "the pair '%s' holds '%s', from %s to %s, against '%s', from %s to %s; a gap between "
             "different ranges says nothing",
             sides->pair->id, said->id, rung__digits(said->low).text, rung__digits(said->high).text,
             done->id, rung__digits(done->low).text, rung__digits(done->high).text);
}

static void lint_pair(const struct sides *sides)
{
  reach_side(sides, SAID, sides->pair->said);
  reach_side(sides, DONE, sides->pair->done);
  lint_ranges(sides);
  for (size_t side = 0; side < SIDES; side++)
    lint_says(sides, side);
  if (has_stems(sides)) {
    lint_stems(sides);
    for (size_t side = 0; side < SIDES; side++)
      lint_stemless(sides, side);
    return;
  }
  rung__note(
      sides->notes, RUNG_NOTE_INFORMATION, sides->where.text,
      "no item of the pair '%s' has a \"stem\", so that nobody can see whether both sides ask "
      "for the same",
      sides->pair->id);
}

static void lint_all(struct sides *sides)
{
  const rung_model *model = sides->model;

  for (size_t i = model->used.pairs; i < model->pair_count; i++) {
    sides->pair = &model->pairs[i];
    sides->where = rung__where("pairs", i, model->used.pairs);
    lint_pair(sides);
  }
}

/* Gives each stem a number. False: no memory. */
static bool number_stems(const rung_model *model, struct rung__names *names, uint32_t *stem)
{
  for (size_t i = 0; i < model->item_count; i++) {
    stem[i] = RUNG__NO_NAME;
    if (model->items[i].stem == NULL) continue;
    stem[i] = rung__names_add(names, rung__slice(model->items[i].stem));
    if (stem[i] == RUNG__NO_NAME) return false;
  }
  return true;
}

/* Room for the sides, of which there may be none. */
static bool make_room(struct sides *sides)
{
  const rung_model *model = sides->model;
  bool made = true;

  sides->measure = rung__array_new(model->measure_count, sizeof *sides->measure);
  for (size_t side = 0; side < SIDES; side++) {
    sides->item[side] = rung__array_new(model->item_count, sizeof **sides->item);
    sides->asked[side] = rung__array_new(sides->stem_count, sizeof **sides->asked);
    made = made && sides->item[side] != NULL && sides->asked[side] != NULL;
  }
  return made && sides->measure != NULL;
}

void rung__lint_pairs(const rung_model *model, rung_notes *notes)
{
  uint32_t *stem = rung__array_new(model->item_count, sizeof *stem);
  struct rung__names names = {0};
  struct sides sides = {.model = model, .stem = stem, .notes = notes};
  bool made = stem != NULL && number_stems(model, &names, stem);

  sides.stem_count = names.count;
  made = made && make_room(&sides);
  if (made)
    lint_all(&sides);
  else
    rung__notes_fail(notes);
  for (size_t side = 0; side < SIDES; side++) {
    free(sides.item[side]);
    free(sides.asked[side]);
  }
  free(sides.measure);
  free(stem);
  rung__names_free(&names);
}
