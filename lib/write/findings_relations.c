/* Relations of two readings, over units and over persons: a table, the diagonal, the association.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/findings_relations.h"

#include "write/page.h"

#define LABEL 24
#define LEVELS_MOST 12 /* columns that fit the page */

/* What relations are over. */
struct over {
  rung_table table, cells;
  const char *word;
};

static const struct over UNITS = {RUNG_TABLE_RELATION, RUNG_TABLE_CELL, "units"};
static const struct over PERSONS = {RUNG_TABLE_RELATION_PERSONS, RUNG_TABLE_CELL_PERSONS,
                                    "persons"};
static const struct over ASSESSMENTS = {RUNG_TABLE_RELATION_PERSONS, RUNG_TABLE_CELL_PERSONS,
                                        "assessments"};

/* A relation with its readings and how many levels their ladders have. */
struct relation {
  const struct rung__sheet *sheet;
  const struct over *over;
  size_t index, reading[2], count[2];
};

static struct relation relation_at(const struct rung__sheet *sheet, const struct over *over,
                                   size_t index)
{
  struct relation relation = {.sheet = sheet, .over = over, .index = index};
  for (size_t side = 0; side < 2; side++) {
    const size_t reading = rung_findings_relation_reading(sheet->findings, index, side);
    relation.reading[side] = reading;
    relation.count[side] = sheet->model->ladders[sheet->model->readings[reading].ladder].count;
  }
  return relation;
}

static double figure(const struct relation *relation, rung_figure which)
{
  return rung__figure(relation->sheet, relation->over->table, relation->index, which);
}

static rung_state state_of(const struct relation *relation)
{
  return rung_findings_state(relation->sheet->findings, relation->over->table, relation->index);
}

static const char *reason_of(const struct relation *relation)
{
  return rung_findings_reason(relation->sheet->findings, relation->over->table, relation->index);
}

static double cell(const struct relation *relation, size_t first, size_t second, rung_figure which)
{
  const size_t row = rung_findings_row(relation->sheet->findings, relation->over->cells, 0,
                                       relation->index, first * relation->count[1] + second);
  return rung__figure(relation->sheet, relation->over->cells, row, which);
}

static const char *level(const struct relation *relation, size_t side, size_t place)
{
  return rung__ladder_level(relation->sheet, relation->reading[side], (int)place);
}

static void put_cell(struct rung__json_out *json, const struct relation *relation, size_t first,
                     size_t second)
{
  const bool units = relation->over == &UNITS;
  rung__emit_open(json, NULL, '{');
  rung__emit_text(json, "first", level(relation, 0, first));
  rung__emit_text(json, "second", level(relation, 1, second));
  rung__emit_number(json, units ? "units" : "n", cell(relation, first, second, RUNG_FIGURE_N));
  if (!units) rung__emit_number(json, "share", cell(relation, first, second, RUNG_FIGURE_SHARE));
  rung__emit_truth(json, "diagonal", cell(relation, first, second, RUNG_FIGURE_DIAGONAL) > 0);
  rung__emit_close(json, '}');
}

static void put_cells(struct rung__json_out *json, const struct relation *relation)
{
  rung__emit_open(json, "cells", '[');
  for (size_t first = 0; first < relation->count[0]; first++) {
    for (size_t second = 0; second < relation->count[1]; second++)
      put_cell(json, relation, first, second);
  }
  rung__emit_close(json, ']');
}

static void put_figures(struct rung__json_out *json, const struct relation *relation)
{
  rung__emit_text(json, "state", rung_state_name((uint8_t)state_of(relation)));
  rung__emit_text(json, "reason", reason_of(relation));
  rung__emit_number(json, relation->over == &UNITS ? "units" : "n",
                    figure(relation, RUNG_FIGURE_N));
  rung__emit_number(json, "on_diagonal", figure(relation, RUNG_FIGURE_SHARE));
  rung__emit_number(json, "association", figure(relation, RUNG_FIGURE_ASSOCIATION));
}

static void put_interval(struct rung__json_out *json, const struct relation *relation)
{
  const rung_findings *findings = relation->sheet->findings;
  const rung_figure low = RUNG_FIGURE_ASSOCIATION_LOW;
  rung__emit_open(json, "interval", '{');
  rung__emit_number(json, "low", figure(relation, low));
  rung__emit_number(json, "high", figure(relation, RUNG_FIGURE_ASSOCIATION_HIGH));
  rung__emit_text(json, "state",
                  rung_state_name((uint8_t)rung_findings_figure_state(
                      findings, relation->over->table, relation->index, low)));
  rung__emit_text(
      json, "reason",
      rung_findings_figure_reason(findings, relation->over->table, relation->index, low));
  rung__emit_close(json, '}');
}

static void put_persons(struct rung__json_out *json, const struct relation *relation)
{
  rung__emit_open(json, "persons", '{');
  put_figures(json, relation);
  put_interval(json, relation);
  put_cells(json, relation);
  rung__emit_close(json, '}');
}

static void put_relation(struct rung__json_out *json, const struct rung__sheet *sheet, size_t index)
{
  const struct relation relation = relation_at(sheet, &UNITS, index);
  const struct relation persons = relation_at(sheet, &PERSONS, index);
  rung__emit_open(json, NULL, '{');
  rung__emit_text(json, "id", rung_findings_relation_id(sheet->findings, index));
  rung__emit_open(json, "of", '[');
  for (size_t side = 0; side < 2; side++)
    rung__emit_text(json, NULL, sheet->model->readings[relation.reading[side]].id);
  rung__emit_close(json, ']');
  put_figures(json, &relation);
  rung__emit_number(json, "low", figure(&relation, RUNG_FIGURE_ASSOCIATION_LOW));
  rung__emit_number(json, "high", figure(&relation, RUNG_FIGURE_ASSOCIATION_HIGH));
  put_cells(json, &relation);
  put_persons(json, &persons);
  rung__emit_close(json, '}');
}

void rung__json_relations(struct rung__json_out *json, const struct rung__sheet *sheet)
{
  rung__emit_open(json, "relations", '[');
  for (size_t i = 0; rung_findings_relation_id(sheet->findings, i); i++)
    put_relation(json, sheet, i);
  rung__emit_close(json, ']');
}

/* What the relation is of. */
static void say_title(const struct rung__page *page, const struct relation *relation)
{
  const rung_model *model = page->sheet->model;
  struct rung__buffer line = {0};
  if (relation->index < model->relation_count)
    rung__put_format(&line,
                     "%s: ", rung__part_text(page->sheet, RUNG_PART_RELATION, relation->index));
  rung__put_format(&line, "%s by %s (down) and %s (across)", relation->over->word,
                   rung__part_text(page->sheet, RUNG_PART_READING, relation->reading[0]),
                   rung__part_text(page->sheet, RUNG_PART_READING, relation->reading[1]));
  rung__page_say(page->buffer, 2, &line);
}

static void put_row(const struct rung__page *page, const struct relation *relation, size_t first)
{
  rung__put_spaces(page->buffer, 4);
  rung__page_left(page->buffer, level(relation, 0, first), LABEL);
  for (size_t second = 0; second < relation->count[1]; second++) {
    struct rung__buffer text = {0};
    rung__tell_number(&text, cell(relation, first, second, RUNG_FIGURE_N), 0);
    rung__put_text(&text, cell(relation, first, second, RUNG_FIGURE_DIAGONAL) > 0 ? "=" : " ");
    if (text.failed)
      page->buffer->failed = true;
    else
      rung__page_right(page->buffer, text.data, 6);
    rung__buffer_free(&text);
  }
  rung__page_end(page->buffer);
}

static void put_table(const struct rung__page *page, const struct relation *relation)
{
  if (relation->count[1] > LEVELS_MOST) return;
  rung__put_spaces(page->buffer, 4 + LABEL);
  for (size_t second = 0; second < relation->count[1]; second++) {
    rung__page_right(page->buffer, level(relation, 1, second), 5);
    rung__put_byte(page->buffer, ' ');
  }
  rung__page_end(page->buffer);
  for (size_t first = 0; first < relation->count[0]; first++)
    put_row(page, relation, first);
}

static bool is_weighed(const struct relation *relation)
{
  return relation->over != &UNITS && relation->sheet->weighted;
}

static void say_association(const struct rung__page *page, const struct relation *relation)
{
  const double low = figure(relation, RUNG_FIGURE_ASSOCIATION_LOW);
  const double tau = figure(relation, RUNG_FIGURE_ASSOCIATION);
  struct rung__buffer line = {0};
  rung__tell_number(&line, figure(relation, RUNG_FIGURE_N), 0);
  rung__put_format(&line, " %s; ", relation->over->word);
  rung__tell_share(&line, figure(relation, RUNG_FIGURE_SHARE));
  rung__put_format(&line, " of %s where both levels belong together (=); ",
                   is_weighed(relation) ? "their weight" : "them");
  if (tau == tau) {
    rung__put_text(&line, "Kendall's tau-b ");
    rung__tell_number(&line, tau, 2);
  } else {
    rung__put_text(&line, "too few, or too much alike, for an association of ranks");
  }
  if (low == low) {
    rung__put_text(&line, ", from ");
    rung__tell_number(&line, low, 2);
    rung__put_text(&line, " to ");
    rung__tell_number(&line, figure(relation, RUNG_FIGURE_ASSOCIATION_HIGH), 2);
  }
  rung__put_byte(&line, '.');
  rung__page_say(page->buffer, 4, &line);
}

static void say_reason(const struct rung__page *page, const struct relation *relation)
{
  struct rung__buffer line = {0};
  rung__put_format(&line, "Mind: %s.", reason_of(relation));
  rung__page_say(page->buffer, 4, &line);
}

/* Whether there is anything to say. */
static bool is_asked(const struct relation *relation)
{
  return state_of(relation) != RUNG_STATE_NOT_COLLECTED;
}

static void say_relation(const struct rung__page *page, const struct relation *relation)
{
  if (!is_asked(relation)) return;
  say_title(page, relation);
  if (state_of(relation) == RUNG_STATE_SHOWN) {
    put_table(page, relation);
    say_association(page, relation);
  }
  say_reason(page, relation);
}

void rung__page_relations(const struct rung__page *page)
{
  const rung_findings *findings = page->sheet->findings;
  const struct over *over = page->sheet->model->people ? &PERSONS : &ASSESSMENTS;
  bool headed = false;
  for (size_t i = 0; rung_findings_relation_id(findings, i); i++) {
    const struct relation units = relation_at(page->sheet, &UNITS, i);
    const struct relation persons = relation_at(page->sheet, over, i);
    if (!headed && (is_asked(&units) || is_asked(&persons))) {
      rung__page_heading(page->buffer, "How readings go together");
      headed = true;
    }
    say_relation(page, &units);
    say_relation(page, &persons);
  }
}
