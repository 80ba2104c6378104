/* The model: how long it lives, and what it answers when asked.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/model.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <rung/scores.h>

const rung_model *rung__model_share(const rung_model *model)
{
  rung_model *counted = (rung_model *)(uintptr_t)model; /* the count is all that changes */

  atomic_fetch_add_explicit(&counted->shares, 1, memory_order_relaxed);
  return model;
}

uint64_t rung__model_stamp(const rung_model *model)
{
  rung_model *counted = (rung_model *)(uintptr_t)model; /* as above */

  return atomic_fetch_add_explicit(&counted->stamps, 1, memory_order_relaxed) + 1;
}

void rung__model_release(const rung_model *model)
{
  rung_model *counted = (rung_model *)(uintptr_t)model;

  if (model == NULL) return;
  if (atomic_fetch_sub_explicit(&counted->shares, 1, memory_order_acq_rel) != 1) return;
  rung__arena_free(&counted->arena);
  free(counted);
}

void rung_model_free(rung_model *model)
{
  rung__model_release(model);
}

const char *rung__localised(const struct rung__localised *text, const char *language,
                            const char *otherwise)
{
  for (size_t i = 0; language != NULL && i < text->count; i++) {
    if (strcmp(text->language[i], language) == 0) return text->text[i];
  }
  for (size_t i = 0; i < text->count; i++) {
    if (strcmp(text->language[i], "en") == 0) return text->text[i];
  }
  return text->count > 0 ? text->text[0] : otherwise;
}

const char *rung__scale_label(const struct rung__scale *scale, const char *language, size_t point)
{
  const size_t languages = scale->label_count / scale->count;
  const char *const wanted[] = {language, "en"};
  for (size_t i = 0; i < 2; i++) {
    for (size_t k = 0; wanted[i] != NULL && k < languages; k++)
      if (strcmp(scale->label_language[k], wanted[i]) == 0)
        return scale->label[k * scale->count + point];
  }
  return languages > 0 ? scale->label[point] : "";
}

size_t rung__person_rule(const struct rung__reading *reading, size_t rule)
{
  const struct rung__rule *of = &reading->rule[rule];
  const bool counts = of->kind == RUNG__SHARE_RULE || of->kind == RUNG__OGIVE ||
                      of->kind == RUNG__MODE;

  return counts && of->over_people && of->from != RUNG__NONE ? (size_t)of->from : rule;
}

bool rung__is_ipsative(const struct rung__reading *reading, size_t rule)
{
  return reading->rule[rung__person_rule(reading, rule)].ipsative;
}

const char *rung_model_id(const rung_model *model)
{
  return model == NULL ? NULL : model->id;
}

const char *rung_model_version(const rung_model *model)
{
  return model == NULL ? NULL : model->version;
}

const char *rung_model_digest(const rung_model *model)
{
  return model == NULL ? NULL : model->digest_text;
}

const char *rung_model_source(const rung_model *model)
{
  return model == NULL ? NULL : model->source_text;
}

int32_t rung_model_rows_are_people(const rung_model *model)
{
  return model != NULL && model->people;
}

size_t rung_model_count(const rung_model *model, rung_part part)
{
  if (model == NULL) return 0;
  switch (part) {
  case RUNG_PART_ITEM: return model->item_count;
  case RUNG_PART_MEASURE: return model->measure_count;
  case RUNG_PART_LADDER: return model->ladder_count;
  case RUNG_PART_READING: return model->reading_count;
  case RUNG_PART_PAIR: return model->pair_count;
  case RUNG_PART_FLAG: return model->flag_count;
  case RUNG_PART_RELATION: return model->relation_count;
  }
  return 0;
}

const char *rung_model_part_id(const rung_model *model, rung_part part, size_t index)
{
  if (index >= rung_model_count(model, part)) return NULL;
  switch (part) {
  case RUNG_PART_ITEM: return model->items[index].id;
  case RUNG_PART_MEASURE: return model->measures[index].id;
  case RUNG_PART_LADDER: return model->ladders[index].id;
  case RUNG_PART_READING: return model->readings[index].id;
  case RUNG_PART_PAIR: return model->pairs[index].id;
  case RUNG_PART_FLAG: return model->flags[index].id;
  case RUNG_PART_RELATION: return model->relations[index].id;
  }
  return NULL;
}

const char *rung__term_id(const rung_model *model, size_t measure, size_t term)
{
  const struct rung__term *of = &model->measures[measure].term[term];
  return of->is_measure ? model->measures[of->index].id : model->items[of->index].id;
}

const char *rung_model_part_text(const rung_model *model, rung_part part, size_t index,
                                 const char *language)
{
  const char *id = rung_model_part_id(model, part, index);

  if (id == NULL) return NULL;
  switch (part) {
  case RUNG_PART_ITEM: return rung__localised(&model->items[index].text, language, id);
  case RUNG_PART_MEASURE: return rung__localised(&model->measures[index].title, language, id);
  case RUNG_PART_LADDER: return rung__localised(&model->ladders[index].title, language, id);
  case RUNG_PART_READING: return rung__localised(&model->readings[index].title, language, id);
  case RUNG_PART_PAIR: return rung__localised(&model->pairs[index].title, language, id);
  case RUNG_PART_FLAG: return rung__localised(&model->flags[index].text, language, id);
  case RUNG_PART_RELATION: return rung__localised(&model->relations[index].title, language, id);
  }
  return NULL;
}

rung_status rung_model_find(const rung_model *model, rung_part part, const char *id, size_t *index)
{
  if (model == NULL || id == NULL || index == NULL) return RUNG_E_ARGUMENT;
  for (size_t i = 0; i < rung_model_count(model, part); i++) {
    if (strcmp(rung_model_part_id(model, part, i), id) == 0) {
      *index = i;
      return RUNG_OK;
    }
  }
  return RUNG_E_UNKNOWN;
}

int32_t rung_model_range_is_exact(const rung_model *model, size_t measure)
{
  return model != NULL && measure < model->measure_count && model->measures[measure].exact_range;
}

size_t rung_model_level_count(const rung_model *model, size_t ladder)
{
  return model != NULL && ladder < model->ladder_count ? model->ladders[ladder].count : 0;
}

const char *rung_model_level_id(const rung_model *model, size_t ladder, size_t level)
{
  if (level >= rung_model_level_count(model, ladder)) return NULL;
  return model->ladders[ladder].level[level].id;
}

static const struct rung__localised *find_name(const struct rung__level *level, const char *facet)
{
  for (size_t i = 0; i < level->facet_count; i++) {
    if (strcmp(level->facet[i], facet) == 0) return &level->name[i];
  }
  return NULL;
}

const char *rung_model_level_name(const rung_model *model, size_t ladder, size_t level,
                                  const char *facet, const char *language)
{
  if (level >= rung_model_level_count(model, ladder)) return NULL;
  const struct rung__level *found = &model->ladders[ladder].level[level];
  const struct rung__localised *name = facet == NULL ? NULL : find_name(found, facet);
  if (name == NULL) name = find_name(found, "neutral");
  return rung__localised(name, language, found->id);
}

size_t rung_model_rule_count(const rung_model *model, size_t reading)
{
  return model != NULL && reading < model->reading_count ? model->readings[reading].count : 0;
}

const char *rung_model_rule_id(const rung_model *model, size_t reading, size_t rule)
{
  if (rule >= rung_model_rule_count(model, reading)) return NULL;
  return model->readings[reading].rule[rule].id;
}

size_t rung_model_primary_rule(const rung_model *model, size_t reading)
{
  return model != NULL && reading < model->reading_count ? model->readings[reading].primary : 0;
}

size_t rung_model_reading_ladder(const rung_model *model, size_t reading)
{
  return model != NULL && reading < model->reading_count ? model->readings[reading].ladder : 0;
}

size_t rung_model_reading_measure(const rung_model *model, size_t reading)
{
  return model != NULL && reading < model->reading_count ? model->readings[reading].measure : 0;
}
