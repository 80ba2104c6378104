/* Comparing texts, and what is said of parts without changing a figure.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "check/compare.h"
#include "model/words.h"

static const char *text_in(const struct rung__localised *text, const char *language)
{
  for (size_t i = 0; i < text->count; i++) {
    if (strcmp(text->language[i], language) == 0) return text->text[i];
  }
  return NULL;
}

static void tell(const struct rung__change *change, const char *what, const char *language,
                 const char *how)
{
  rung__note(change->of->notes, RUNG_NOTE_INFORMATION, change->where.text,
             "%s of the %s '%s' in '%s' %s", what, change->word, change->id, language, how);
}

static void compare_text(const struct rung__change *change, const char *what,
                         const struct rung__localised *from, const struct rung__localised *to)
{
  for (size_t i = 0; i < to->count; i++) {
    const char *before = text_in(from, to->language[i]);
    if (before == NULL)
      tell(change, what, to->language[i], "is new");
    else if (strcmp(before, to->text[i]) != 0)
      tell(change, what, to->language[i], "changed");
  }
  for (size_t i = 0; i < from->count; i++) {
    if (text_in(to, from->language[i]) == NULL) tell(change, what, from->language[i], "is gone");
  }
}

static const char *word_of(const char *const *words, int index)
{
  return index == RUNG__NONE ? "not said" : words[index];
}

/* What is said of a part, and changes no figure. */
static void compare_said(const struct rung__change *change, const char *what, const char *from,
                         const char *to)
{
  from = from == NULL ? "not said" : from;
  to = to == NULL ? "not said" : to;
  if (strcmp(from, to) == 0) return;
  rung__note(change->of->notes, RUNG_NOTE_INFORMATION, change->where.text,
             "%s of the %s '%s' was %s and is %s", what, change->word, change->id, from, to);
}

static void compare_item_words(const struct rung__change *change, const struct rung__item *from,
                               const struct rung__item *to)
{
  compare_said(change, "the kind", rung__item_kind_words[from->kind],
               rung__item_kind_words[to->kind]);
  compare_said(change, "the referent", word_of(rung__about_words, from->about),
               word_of(rung__about_words, to->about));
  compare_said(change, "the rater", word_of(rung__rater_words, from->rater),
               word_of(rung__rater_words, to->rater));
  compare_said(change, "the side", word_of(rung__says_words, from->says),
               word_of(rung__says_words, to->says));
  compare_said(change, "the evidence", word_of(rung__evidence_words, from->evidence),
               word_of(rung__evidence_words, to->evidence));
  compare_said(change, "the stem", from->stem, to->stem);
}

static void compare_item(const struct rung__change *change, const struct rung__item *from,
                         const struct rung__item *to)
{
  compare_text(change, "the text", &from->text, &to->text);
  compare_item_words(change, from, to);
  for (size_t i = 0; to->option != NULL && from->option != NULL && i < to->count; i++) {
    const struct rung__where place = rung__behind(&change->where, "options/%zu", i);
    const struct rung__change at = rung__change_at(change, &place);
    for (size_t k = 0; k < from->count; k++) {
      if (from->code[k] == to->code[i])
        compare_text(&at, "the text of an option", &from->option[k], &to->option[i]);
    }
  }
}

static bool is_same_label(const char *from, const char *to)
{
  return from == NULL || to == NULL ? from == to : strcmp(from, to) == 0;
}

static bool has_same_labels(const struct rung__scale *from, const struct rung__scale *to)
{
  if (from->label_count != to->label_count || from->count != to->count) return false;
  for (size_t i = 0; i < to->label_count; i++) {
    if (!is_same_label(from->label[i], to->label[i])) return false;
  }
  return true;
}

static void compare_ladder(const struct rung__change *change, const struct rung__ladder *from,
                           const struct rung__ladder *to)
{
  compare_text(change, "the title", &from->title, &to->title);
  for (size_t i = 0; rung__same_levels(from, to) && i < to->count; i++) {
    const struct rung__level *old = &from->level[i], *new = &to->level[i];
    const struct rung__where place = rung__behind(&change->where, "levels/%zu", i);
    const struct rung__change at = rung__change_at(change, &place);
    compare_text(&at, "the description of a level", &old->description, &new->description);
    for (size_t k = 0; k < new->facet_count; k++) {
      static const struct rung__localised none = {0, NULL, NULL};
      const struct rung__localised *before = &none;
      for (size_t facet = 0; facet < old->facet_count; facet++) {
        if (strcmp(old->facet[facet], new->facet[k]) == 0) before = &old->name[facet];
      }
      compare_text(&at, "the name of a level", before, &new->name[k]);
    }
  }
}

static const char *source_of(const rung_model *model, int source)
{
  return source == RUNG__NONE ? NULL : rung__source_kind_words[model->sources[source].kind];
}

/* Levels and counts stay as they are; what is said of two levels does not. */
static void compare_relation(const struct rung__change *change, const struct rung__relation *from,
                             const struct rung__relation *to)
{
  compare_text(change, "the title", &from->title, &to->title);
  if (memcmp(from->diagonal, to->diagonal, sizeof from->diagonal) != 0)
    rung__note(change->of->notes, RUNG_NOTE_INFORMATION, change->where.text,
               "the levels of the relation '%s' that belong together changed", change->id);
}

static void compare_reading(const struct rung__change *change, const struct rung__reading *from,
                            const struct rung__reading *to)
{
  compare_text(change, "the title", &from->title, &to->title);
  for (size_t i = 0; i < to->count; i++) {
    const struct rung__where place = rung__behind(&change->where, "rules/%zu", i);
    const struct rung__change at = {change->of, place, "rule", to->rule[i].id};
    for (size_t k = 0; k < from->count; k++) {
      if (strcmp(from->rule[k].id, to->rule[i].id) != 0) continue;
      compare_said(&at, "the source", source_of(change->of->other, from->rule[k].source),
                   source_of(change->of->model, to->rule[i].source));
    }
  }
}

static void compare_measure(const struct rung__change *change, const struct rung__measure *from,
                            const struct rung__measure *to)
{
  static const char *const constructs[] = {"formative", "reflective"};

  compare_text(change, "the title", &from->title, &to->title);
  compare_said(change, "the construct", constructs[from->reflective], constructs[to->reflective]);
  compare_said(change, "the source", source_of(change->of->other, from->source),
               source_of(change->of->model, to->source));
}

static void compare_part(const struct rung__change *change, enum rung__sort sort, size_t from,
                         size_t to)
{
  const rung_model *model = change->of->model, *other = change->of->other;

  switch (sort) {
  case RUNG__SCALES:
    if (!has_same_labels(&other->scales[from], &model->scales[to])) {
      rung__note(change->of->notes, RUNG_NOTE_INFORMATION, change->where.text,
                 "the labels of the scale '%s' changed; answers that are texts are matched by them",
                 change->id);
    }
    break;
  case RUNG__ITEMS: compare_item(change, &other->items[from], &model->items[to]); break;
  case RUNG__MEASURES: compare_measure(change, &other->measures[from], &model->measures[to]); break;
  case RUNG__LADDERS: compare_ladder(change, &other->ladders[from], &model->ladders[to]); break;
  case RUNG__READINGS: compare_reading(change, &other->readings[from], &model->readings[to]); break;
  case RUNG__PAIRS:
    compare_text(change, "the title", &other->pairs[from].title, &model->pairs[to].title);
    break;
  case RUNG__RELATIONS:
    compare_relation(change, &other->relations[from], &model->relations[to]);
    break;
  case RUNG__FLAGS:
    compare_text(change, "the text", &other->flags[from].text, &model->flags[to].text);
    break;
  case RUNG__BELIEFS:
    compare_text(change, "the text", &other->beliefs[from].text, &model->beliefs[to].text);
    compare_text(change, "the reason", &other->beliefs[from].reason, &model->beliefs[to].reason);
    break;
  case RUNG__BLOCKS:
  case RUNG__SORTS: break;
  }
}

void rung__compare_texts(const struct rung__comparison *of)
{
  const struct rung__change head = {of, {""}, "model", of->model->id};
  const size_t counts[RUNG__SORTS] = {of->model->scale_count,  of->model->item_count,
                                      of->model->block_count,  of->model->measure_count,
                                      of->model->ladder_count, of->model->reading_count,
                                      of->model->pair_count,   of->model->relation_count,
                                      of->model->flag_count,   of->model->belief_count};

  compare_said(&head, "the version", of->other->version, of->model->version);
  compare_text(&head, "the title", &of->other->title, &of->model->title);
  compare_text(&head, "the description", &of->other->description, &of->model->description);
  for (enum rung__sort sort = RUNG__SCALES; sort < RUNG__SORTS; sort++) {
    for (size_t i = 0; i < counts[sort]; i++) {
      const struct rung__change change = rung__change_of(of, sort, i);
      const size_t twin = of->twin[sort][i];
      if (twin != RUNG__NO_TWIN) compare_part(&change, sort, twin, i);
    }
  }
}
