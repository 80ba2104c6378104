/* Findings as JSON, the model that they are by: what its ids are called, its levels, its ranges.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/findings_json.h"

static const char *text_of(const struct rung__sheet *sheet, rung_part part, size_t index)
{
  return rung_model_part_text(sheet->model, part, index, sheet->language);
}

static void open_part(struct rung__json_out *json, const struct rung__sheet *sheet, rung_part part,
                      size_t index)
{
  rung__emit_open(json, rung_model_part_id(sheet->model, part, index), '{');
  rung__emit_text(json, "title", text_of(sheet, part, index));
}

static void put_level(struct rung__json_out *json, const struct rung__sheet *sheet,
                      const struct rung__level *level)
{
  rung__emit_open(json, NULL, '{');
  rung__emit_text(json, "id", level->id);
  rung__emit_open(json, "names", '{');
  for (size_t i = 0; i < level->facet_count; i++)
    rung__emit_text(json, level->facet[i], rung__localised(&level->name[i], sheet->language, NULL));
  rung__emit_close(json, '}');
  rung__emit_text(json, "description", rung__localised(&level->description, sheet->language, NULL));
  rung__emit_truth(json, "anchor", level->anchor);
  rung__emit_close(json, '}');
}

static void put_ladders(struct rung__json_out *json, const struct rung__sheet *sheet)
{
  rung__emit_open(json, "ladders", '{');
  for (size_t i = 0; i < sheet->model->ladder_count; i++) {
    const struct rung__ladder *ladder = &sheet->model->ladders[i];
    open_part(json, sheet, RUNG_PART_LADDER, i);
    rung__emit_open(json, "levels", '[');
    for (size_t level = 0; level < ladder->count; level++)
      put_level(json, sheet, &ladder->level[level]);
    rung__emit_close(json, ']');
    rung__emit_close(json, '}');
  }
  rung__emit_close(json, '}');
}

static void put_measures(struct rung__json_out *json, const struct rung__sheet *sheet)
{
  rung__emit_open(json, "measures", '{');
  for (size_t i = 0; i < sheet->model->measure_count; i++) {
    const struct rung__measure *measure = &sheet->model->measures[i];
    open_part(json, sheet, RUNG_PART_MEASURE, i);
    rung__emit_number(json, "low", rung__grid_double(measure->low));
    rung__emit_number(json, "high", rung__grid_double(measure->high));
    rung__emit_close(json, '}');
  }
  rung__emit_close(json, '}');
}

static void put_readings(struct rung__json_out *json, const struct rung__sheet *sheet)
{
  const rung_model *model = sheet->model;
  rung__emit_open(json, "readings", '{');
  for (size_t i = 0; i < model->reading_count; i++) {
    const struct rung__reading *reading = &model->readings[i];
    open_part(json, sheet, RUNG_PART_READING, i);
    rung__emit_text(json, "ladder", model->ladders[reading->ladder].id);
    rung__emit_text(json, "measure", model->measures[reading->measure].id);
    rung__emit_text(json, "facet", reading->facet);
    rung__emit_close(json, '}');
  }
  rung__emit_close(json, '}');
}

static void put_pairs(struct rung__json_out *json, const struct rung__sheet *sheet)
{
  const rung_model *model = sheet->model;
  rung__emit_open(json, "pairs", '{');
  for (size_t i = 0; i < model->pair_count; i++) {
    open_part(json, sheet, RUNG_PART_PAIR, i);
    rung__emit_text(json, "first", model->measures[model->pairs[i].said].id);
    rung__emit_text(json, "second", model->measures[model->pairs[i].done].id);
    rung__emit_close(json, '}');
  }
  rung__emit_close(json, '}');
}

/* Parts of which there is only a text. */
static void put_texts(struct rung__json_out *json, const struct rung__sheet *sheet, const char *key,
                      rung_part part)
{
  rung__emit_open(json, key, '{');
  for (size_t i = 0; i < rung_model_count(sheet->model, part); i++)
    rung__emit_text(json, rung_model_part_id(sheet->model, part, i), text_of(sheet, part, i));
  rung__emit_close(json, '}');
}

void rung__json_model(struct rung__json_out *json, const struct rung__sheet *sheet)
{
  rung__emit_open(json, "model", '{');
  rung__emit_text(json, "id", sheet->model->id);
  rung__emit_text(json, "version", sheet->model->version);
  rung__emit_text(json, "digest", sheet->model->digest_text);
  rung__emit_text(json, "title", rung__findings_title(sheet));
  rung__emit_text(json, "rows", sheet->model->people ? "people" : "assessments");
  put_ladders(json, sheet);
  put_measures(json, sheet);
  put_readings(json, sheet);
  put_pairs(json, sheet);
  put_texts(json, sheet, "relations", RUNG_PART_RELATION);
  put_texts(json, sheet, "items", RUNG_PART_ITEM);
  put_texts(json, sheet, "flags", RUNG_PART_FLAG);
  rung__emit_close(json, '}');
}
