/* Findings as CSV: one long table, a line for every row of every table.
 * SPDX-License-Identifier: Apache-2.0
 *
 * `by` holds the names of the cut's columns and `group` their values, joined by " | "; both are
 * empty for the total. Of a pair of sides `said` and `done` hold the view from inside and that from
 * outside. A group value or reason that begins with = + - @, a tab or a carriage return
 * gets an apostrophe before it, because a spreadsheet would run it as a formula. */
#include <string.h>

#include "read/csv.h"
#include "write/findings_sheet.h"
#include "write/marks.h"

/* How a figure is written: as it is, as a level's id, as true or false. */
enum kind { NUMBER, LEVEL, TRUTH };

struct column {
  const char *name;
  rung_figure figure;
  enum kind kind;
  uint32_t mark; /* written only beside this mark; 0: always */
};

/* Between what names a line and its state. */
static const struct column columns[] = {
    {"response", RUNG_FIGURE_RESPONSE, NUMBER, 0},
    {"score", RUNG_FIGURE_SCORE, NUMBER, 0},
    {"sd", RUNG_FIGURE_SD, NUMBER, 0},
    {"said", RUNG_FIGURE_SAID, NUMBER, 0},
    {"done", RUNG_FIGURE_DONE, NUMBER, 0},
    {"coverage", RUNG_FIGURE_COVERAGE, NUMBER, 0},
    {"level", RUNG_FIGURE_LEVEL, LEVEL, 0},
    {"visits", RUNG_FIGURE_REACHED, LEVEL, RUNG_MARK_VISITING},
    {"typical", RUNG_FIGURE_TYPICAL, LEVEL, 0},
    {"peak", RUNG_FIGURE_PEAK, LEVEL, 0},
    {"rules_agree", RUNG_FIGURE_RULES_AGREE, TRUTH, 0},
    {"target", RUNG_FIGURE_TARGET, LEVEL, 0},
    {"to_target", RUNG_FIGURE_TO_TARGET, NUMBER, 0},
    {"share", RUNG_FIGURE_SHARE, NUMBER, 0},
    {"probability", RUNG_FIGURE_PROBABILITY, NUMBER, 0},
    {"level_low", RUNG_FIGURE_LEVEL_LOW, LEVEL, 0},
    {"level_high", RUNG_FIGURE_LEVEL_HIGH, LEVEL, 0},
    {"flip_cut", RUNG_FIGURE_FLIP_CUT, NUMBER, 0},
    {"flip_level", RUNG_FIGURE_FLIP_LEVEL, LEVEL, 0},
    {"flip_weight", RUNG_FIGURE_FLIP_WEIGHT, NUMBER, 0},
    {"accuracy", RUNG_FIGURE_ACCURACY, NUMBER, 0},
    {"consistency", RUNG_FIGURE_CONSISTENCY, NUMBER, 0},
    {"favourable", RUNG_FIGURE_FAVOURABLE, NUMBER, 0},
    {"neutral", RUNG_FIGURE_NEUTRAL, NUMBER, 0},
    {"unfavourable", RUNG_FIGURE_UNFAVOURABLE, NUMBER, 0},
    {"not_asked", RUNG_FIGURE_NOT_ASKED, NUMBER, 0},
    {"skipped", RUNG_FIGURE_SKIPPED, NUMBER, 0},
    {"not_applicable", RUNG_FIGURE_NOT_APPLICABLE, NUMBER, 0},
    {"dont_know", RUNG_FIGURE_DONT_KNOW, NUMBER, 0},
    {"invalid", RUNG_FIGURE_INVALID, NUMBER, 0},
    {"raised", RUNG_FIGURE_RAISED, TRUTH, 0},
    {"other", RUNG_FIGURE_OTHER, NUMBER, 0},
    {"other_n", RUNG_FIGURE_OTHER_N, NUMBER, 0},
    {"difference", RUNG_FIGURE_DIFFERENCE, NUMBER, 0},
    {"difference_low", RUNG_FIGURE_DIFFERENCE_LOW, NUMBER, 0},
    {"difference_high", RUNG_FIGURE_DIFFERENCE_HIGH, NUMBER, 0},
    {"p", RUNG_FIGURE_P, NUMBER, 0},
    {"p_adjusted", RUNG_FIGURE_P_ADJUSTED, NUMBER, 0},
    {"notable", RUNG_FIGURE_NOTABLE, TRUTH, 0},
    {"family", RUNG_FIGURE_FAMILY, NUMBER, 0},
    {"low", RUNG_FIGURE_LOW, NUMBER, 0},
    {"high", RUNG_FIGURE_HIGH, NUMBER, 0},
    {"n_effective", RUNG_FIGURE_N_EFFECTIVE, NUMBER, 0},
    {"favourable_low", RUNG_FIGURE_FAVOURABLE_LOW, NUMBER, 0},
    {"favourable_high", RUNG_FIGURE_FAVOURABLE_HIGH, NUMBER, 0},
    {"neutral_low", RUNG_FIGURE_NEUTRAL_LOW, NUMBER, 0},
    {"neutral_high", RUNG_FIGURE_NEUTRAL_HIGH, NUMBER, 0},
    {"unfavourable_low", RUNG_FIGURE_UNFAVOURABLE_LOW, NUMBER, 0},
    {"unfavourable_high", RUNG_FIGURE_UNFAVOURABLE_HIGH, NUMBER, 0},
    {"association", RUNG_FIGURE_ASSOCIATION, NUMBER, 0},
    {"association_low", RUNG_FIGURE_ASSOCIATION_LOW, NUMBER, 0},
    {"association_high", RUNG_FIGURE_ASSOCIATION_HIGH, NUMBER, 0},
    {"diagonal", RUNG_FIGURE_DIAGONAL, TRUTH, 0},
    {"alpha", RUNG_FIGURE_RELIABILITY, NUMBER, 0},
    {"alpha_low", RUNG_FIGURE_RELIABILITY_LOW, NUMBER, 0},
    {"alpha_high", RUNG_FIGURE_RELIABILITY_HIGH, NUMBER, 0},
    {"icc1", RUNG_FIGURE_ICC1, NUMBER, 0},
    {"icc2", RUNG_FIGURE_ICC2, NUMBER, 0},
    {"icc2_low", RUNG_FIGURE_ICC2_LOW, NUMBER, 0},
    {"icc2_high", RUNG_FIGURE_ICC2_HIGH, NUMBER, 0},
    {"agreement", RUNG_FIGURE_AGREEMENT, NUMBER, 0},
    {"agreement_skewed", RUNG_FIGURE_AGREEMENT_SKEWED, NUMBER, 0},
    {"agreement_low", RUNG_FIGURE_AGREEMENT_LOW, NUMBER, 0},
    {"agreement_high", RUNG_FIGURE_AGREEMENT_HIGH, NUMBER, 0},
    {"camp_lower", RUNG_FIGURE_CAMP_LOWER, LEVEL, 0},
    {"camp_lower_share", RUNG_FIGURE_CAMP_LOWER_SHARE, NUMBER, 0},
    {"camp_upper", RUNG_FIGURE_CAMP_UPPER, LEVEL, 0},
    {"camp_upper_share", RUNG_FIGURE_CAMP_UPPER_SHARE, NUMBER, 0},
};

/* What a line is of. */
static const char *const kinds[] = {
    [RUNG_TABLE_GROUP] = "group",
    [RUNG_TABLE_MEASURE] = "measure",
    [RUNG_TABLE_READING] = "reading",
    [RUNG_TABLE_RULE] = "rule",
    [RUNG_TABLE_LEVEL] = "level",
    [RUNG_TABLE_ITEM] = "item",
    [RUNG_TABLE_FLAG] = "flag",
    [RUNG_TABLE_PAIR] = "pair",
    [RUNG_TABLE_COMPARISON] = "comparison",
    [RUNG_TABLE_RELATION] = "relation",
    [RUNG_TABLE_CELL] = "cell",
    [RUNG_TABLE_RELATION_PERSONS] = "relation_persons",
    [RUNG_TABLE_CELL_PERSONS] = "cell_persons",
};

#define COLUMNS (sizeof columns / sizeof *columns)

/* What stands in the first columns of a line. */
struct line {
  const struct rung__sheet *sheet;
  struct rung__buffer *buffer;
  const char *by, *group; /* as they are written */
  size_t at;              /* the row of the group */
};

static void put_number(const struct line *line, rung_table table, size_t row, rung_figure figure)
{
  const double value = rung__figure(line->sheet, table, row, figure);
  rung__put_byte(line->buffer, ',');
  if (value == value) rung__put_number(line->buffer, value);
}

static void put_column(const struct line *line, rung_table table, size_t row,
                       const struct column *column)
{
  const rung_findings *findings = line->sheet->findings;
  const double value = rung__figure(line->sheet, table, row, column->figure);
  if (column->kind == NUMBER) {
    put_number(line, table, row, column->figure);
    return;
  }
  rung__put_byte(line->buffer, ',');
  if (value != value) return;
  if (column->kind == TRUTH) {
    rung__put_text(line->buffer, value > 0 ? "true" : "false");
  } else if (column->mark == 0 || (rung_findings_marks(findings, table, row) & column->mark) != 0) {
    const int level = rung__figure_level(line->sheet, table, row, column->figure);
    rung__put_text(line->buffer, rung__ladder_level(
                                     line->sheet, rung_findings_part(findings, table, row), level));
  }
}

/* A row of a table: `id` is that of its part of the model, `name` that of its rule or level. */
static void put_line(const struct line *line, rung_table table, size_t part, size_t sub,
                     const char *id, const char *name)
{
  const rung_findings *findings = line->sheet->findings;
  const size_t row = rung_findings_row(findings, table, line->at, part, sub);
  rung__put_format(line->buffer, "%s,%s", line->by, line->group);
  put_number(line, table, row, RUNG_FIGURE_N);
  put_number(line, table, row, RUNG_FIGURE_INVITED);
  rung__put_format(line->buffer, ",%s,%s,%s", kinds[table], id, name);
  for (size_t i = 0; i < COLUMNS; i++)
    put_column(line, table, row, &columns[i]);
  rung__put_format(line->buffer, ",%s,",
                   rung_state_name((uint8_t)rung_findings_state(findings, table, row)));
  rung__put_marks(line->buffer, rung_findings_marks(findings, table, row));
  rung__put_byte(line->buffer, ',');
  rung__csv_put_safe(line->buffer, rung_findings_reason(findings, table, row));
  rung__put_byte(line->buffer, '\n');
}

static void put_reading(const struct line *line, size_t index)
{
  const struct rung__reading *reading = &line->sheet->model->readings[index];
  const struct rung__ladder *ladder = &line->sheet->model->ladders[reading->ladder];
  put_line(line, RUNG_TABLE_READING, index, 0, reading->id, "");
  for (size_t i = 0; i < reading->count; i++)
    put_line(line, RUNG_TABLE_RULE, index, i, reading->id, reading->rule[i].id);
  for (size_t i = 0; i < ladder->count; i++)
    put_line(line, RUNG_TABLE_LEVEL, index, i, reading->id, ladder->level[i].id);
}

/* A measure against the rest, and where there is an earlier wave against that. */
static void put_comparisons(const struct line *line, size_t measure)
{
  const char *id = line->sheet->model->measures[measure].id;
  if (line->at > 0)
    put_line(line, RUNG_TABLE_COMPARISON, measure, RUNG_COMPARISON_REST, id, "rest");
  if (line->sheet->waves > 1)
    put_line(line, RUNG_TABLE_COMPARISON, measure, RUNG_COMPARISON_BEFORE, id, "before");
}

/* A relation over units or over persons, and its cells, whose part names both levels: "3 | 4". */
static void put_relation(const struct line *line, rung_table table, rung_table cells,
                         size_t relation)
{
  const struct rung__sheet *sheet = line->sheet;
  const char *id = rung_findings_relation_id(sheet->findings, relation);
  size_t count[2], reading[2];
  struct rung__buffer field = {0};
  for (size_t side = 0; side < 2; side++) {
    reading[side] = rung_findings_relation_reading(sheet->findings, relation, side);
    count[side] = sheet->model->ladders[sheet->model->readings[reading[side]].ladder].count;
  }
  rung__csv_put_safe(&field, id);
  rung__put(&field, "", 0);
  const char *safe = field.failed ? "" : field.data;
  put_line(line, table, relation, 0, safe, "");
  for (size_t cell = 0; cell < count[0] * count[1]; cell++) {
    struct rung__buffer part = {0};
    rung__put_format(&part, "%s | %s",
                     rung__ladder_level(sheet, reading[0], (int)(cell / count[1])),
                     rung__ladder_level(sheet, reading[1], (int)(cell % count[1])));
    if (part.failed)
      line->buffer->failed = true;
    else
      put_line(line, cells, relation, cell, safe, part.data);
    rung__buffer_free(&part);
  }
  if (field.failed) line->buffer->failed = true;
  rung__buffer_free(&field);
}

static void put_group(const struct line *line)
{
  const rung_model *model = line->sheet->model;
  put_line(line, RUNG_TABLE_GROUP, 0, 0, "", "");
  for (size_t i = 0; i < model->measure_count; i++)
    put_line(line, RUNG_TABLE_MEASURE, i, 0, model->measures[i].id, "");
  for (size_t i = 0; i < model->reading_count; i++)
    put_reading(line, i);
  for (size_t i = 0; i < model->item_count; i++)
    put_line(line, RUNG_TABLE_ITEM, i, 0, model->items[i].id, "");
  for (size_t i = 0; i < model->flag_count; i++)
    put_line(line, RUNG_TABLE_FLAG, i, 0, model->flags[i].id, "");
  for (size_t i = 0; i < model->pair_count; i++)
    put_line(line, RUNG_TABLE_PAIR, i, 0, model->pairs[i].id, "");
  for (size_t i = 0; i < model->measure_count; i++)
    put_comparisons(line, i);
  for (size_t i = 0; line->at == 0 && rung_findings_relation_id(line->sheet->findings, i); i++) {
    put_relation(line, RUNG_TABLE_RELATION, RUNG_TABLE_CELL, i);
    put_relation(line, RUNG_TABLE_RELATION_PERSONS, RUNG_TABLE_CELL_PERSONS, i);
  }
}

/* The names or the values of a group's keys, as a field. */
static void put_keys(const struct rung__sheet *sheet, size_t group, bool values,
                     struct rung__buffer *field)
{
  struct rung__buffer joined = {0};
  const size_t count = rung_findings_key_count(sheet->findings, group);
  for (size_t i = 0; i < count; i++) {
    const char *text = values ? rung_findings_key_value(sheet->findings, group, i)
                              : rung_findings_key_column(sheet->findings, group, i);
    if (i > 0) rung__put_text(&joined, " | ");
    if (text) rung__put_text(&joined, text);
  }
  rung__put(&joined, "", 0); /* text, even where there is no key */
  if (joined.failed)
    field->failed = true;
  else
    rung__csv_put_safe(field, joined.data);
  rung__put(field, "", 0);
  rung__buffer_free(&joined);
}

void rung__findings_csv(const struct rung__sheet *sheet, struct rung__buffer *buffer)
{
  rung__put_text(buffer, "by,group,n,invited,kind,id,part");
  for (size_t i = 0; i < COLUMNS; i++)
    rung__put_format(buffer, ",%s", columns[i].name);
  rung__put_text(buffer, ",state,marks,reason\n");
  for (size_t group = 0; group < sheet->groups; group++) {
    struct rung__buffer by = {0}, value = {0};
    put_keys(sheet, group, false, &by);
    put_keys(sheet, group, true, &value);
    const struct line line = {sheet, buffer, by.data, value.data, group};
    if (by.failed || value.failed)
      buffer->failed = true;
    else
      put_group(&line);
    rung__buffer_free(&by);
    rung__buffer_free(&value);
  }
}
