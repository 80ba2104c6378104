/* Findings as CSV: one long table, a line for every figure's row, whatever it is of.
 * SPDX-License-Identifier: Apache-2.0
 *
 * `by` holds the names of the cut's columns and `group` their values, joined by " | "; both are
 * empty for the total. A group value or reason that begins with = + - @, a tab or a carriage return
 * gets an apostrophe before it, because a spreadsheet would run it as a formula. */
#include <string.h>

#include "read/csv.h"
#include "write/findings_sheet.h"
#include "write/marks.h"

static const char header
    [] = "by,group,n,kind,id,part,score,sd,coverage,level,typical,peak,share,favourable,neutral,"
         "unfavourable,state,marks,reason\n";

/* What stands in the first columns of a line. */
struct line {
  const struct rung__sheet *sheet;
  struct rung__buffer *buffer;
  const char *by, *group; /* as they are written */
};

static void put_safe(struct rung__buffer *buffer, const char *text)
{
  if (!text || !*text) return;
  if (!strchr("=+-@\t\r", *text)) {
    rung__csv_put(buffer, text);
    return;
  }
  struct rung__buffer guarded = {0};
  rung__put_byte(&guarded, '\'');
  rung__put_text(&guarded, text);
  if (guarded.failed)
    buffer->failed = true;
  else
    rung__csv_put(buffer, guarded.data);
  rung__buffer_free(&guarded);
}

static void put_number(const struct line *line, rung_table table, size_t row, rung_figure figure)
{
  const double value = rung__figure(line->sheet, table, row, figure);
  rung__put_byte(line->buffer, ',');
  if (value == value) rung__put_number(line->buffer, value);
}

static void put_level(const struct line *line, rung_table table, size_t row, size_t reading,
                      rung_figure figure)
{
  const int level = rung__figure_level(line->sheet, table, row, figure);
  const char *id = rung__ladder_level(line->sheet, reading, level);
  rung__put_byte(line->buffer, ',');
  if (id) rung__put_text(line->buffer, id);
}

/* by,group,n,kind,id,part */
static void begin(const struct line *line, rung_table table, size_t row, const char *kind,
                  const char *id, const char *part)
{
  rung__put_text(line->buffer, line->by);
  rung__put_byte(line->buffer, ',');
  rung__put_text(line->buffer, line->group);
  put_number(line, table, row, RUNG_FIGURE_N);
  rung__put_format(line->buffer, ",%s,%s,%s", kind, id, part);
}

/* The figures between `score` and `unfavourable`; a level is written by its reading's ladder. */
static void put_figures(const struct line *line, rung_table table, size_t row, size_t reading)
{
  put_number(line, table, row, RUNG_FIGURE_SCORE);
  put_number(line, table, row, RUNG_FIGURE_SD);
  put_number(line, table, row, RUNG_FIGURE_COVERAGE);
  put_level(line, table, row, reading, RUNG_FIGURE_LEVEL);
  put_level(line, table, row, reading, RUNG_FIGURE_TYPICAL);
  put_level(line, table, row, reading, RUNG_FIGURE_PEAK);
  put_number(line, table, row, RUNG_FIGURE_SHARE);
  put_number(line, table, row, RUNG_FIGURE_FAVOURABLE);
  put_number(line, table, row, RUNG_FIGURE_NEUTRAL);
  put_number(line, table, row, RUNG_FIGURE_UNFAVOURABLE);
}

/* state,marks,reason */
static void end(const struct line *line, rung_table table, size_t row, const char *state)
{
  rung__put_format(line->buffer, ",%s,", state);
  rung__put_marks(line->buffer, rung_findings_marks(line->sheet->findings, table, row));
  rung__put_byte(line->buffer, ',');
  put_safe(line->buffer, rung_findings_reason(line->sheet->findings, table, row));
  rung__put_byte(line->buffer, '\n');
}

static const char *state_of(const struct line *line, rung_table table, size_t row)
{
  return rung_state_name((uint8_t)rung_findings_state(line->sheet->findings, table, row));
}

static void put_line(const struct line *line, rung_table table, size_t row, const char *kind,
                     const char *id, const char *part)
{
  begin(line, table, row, kind, id, part);
  put_figures(line, table, row, rung_findings_part(line->sheet->findings, table, row));
  end(line, table, row, state_of(line, table, row));
}

static void put_readings(const struct line *line, size_t group)
{
  const rung_model *model = line->sheet->model;
  for (size_t i = 0; i < model->reading_count; i++) {
    const struct rung__reading *reading = &model->readings[i];
    const struct rung__ladder *ladder = &model->ladders[reading->ladder];
    put_line(line, RUNG_TABLE_READING, rung__row_of(line->sheet, RUNG_TABLE_READING, group, i, 0),
             "reading", reading->id, "");
    for (size_t k = 0; k < reading->count; k++)
      put_line(line, RUNG_TABLE_RULE, rung__row_of(line->sheet, RUNG_TABLE_RULE, group, i, k),
               "rule", reading->id, reading->rule[k].id);
    for (size_t k = 0; k < ladder->count; k++)
      put_line(line, RUNG_TABLE_LEVEL, rung__row_of(line->sheet, RUNG_TABLE_LEVEL, group, i, k),
               "level", reading->id, ladder->level[k].id);
  }
}

/* A flag's state column says raised, not_raised, or why it cannot be said. */
static void put_flag(const struct line *line, size_t group, size_t flag)
{
  const size_t row = rung__row_of(line->sheet, RUNG_TABLE_FLAG, group, flag, 0);
  const double raised = rung__figure(line->sheet, RUNG_TABLE_FLAG, row, RUNG_FIGURE_RAISED);
  const char *word = raised > 0 ? "raised" : "not_raised";
  begin(line, RUNG_TABLE_FLAG, row, "flag", line->sheet->model->flags[flag].id, "");
  put_figures(line, RUNG_TABLE_FLAG, row, 0);
  end(line, RUNG_TABLE_FLAG, row, raised == raised ? word : state_of(line, RUNG_TABLE_FLAG, row));
}

/* One of a pair's three figures, in the column `score`. */
static void put_pair_part(const struct line *line, size_t row, const char *id, const char *part,
                          rung_figure figure)
{
  begin(line, RUNG_TABLE_PAIR, row, "pair", id, part);
  put_number(line, RUNG_TABLE_PAIR, row, figure);
  rung__put_text(line->buffer, ",,,,,,,,,");
  end(line, RUNG_TABLE_PAIR, row, state_of(line, RUNG_TABLE_PAIR, row));
}

static void put_pair(const struct line *line, size_t group, size_t pair)
{
  const size_t row = rung__row_of(line->sheet, RUNG_TABLE_PAIR, group, pair, 0);
  const char *id = line->sheet->model->pairs[pair].id;
  put_pair_part(line, row, id, "said", RUNG_FIGURE_SAID);
  put_pair_part(line, row, id, "done", RUNG_FIGURE_DONE);
  put_pair_part(line, row, id, "gap", RUNG_FIGURE_SCORE);
}

static void put_group(const struct line *line, size_t group)
{
  const rung_model *model = line->sheet->model;
  put_line(line, RUNG_TABLE_GROUP, group, "group", "", "");
  for (size_t i = 0; i < model->measure_count; i++)
    put_line(line, RUNG_TABLE_MEASURE, rung__row_of(line->sheet, RUNG_TABLE_MEASURE, group, i, 0),
             "measure", model->measures[i].id, "");
  put_readings(line, group);
  for (size_t i = 0; i < model->item_count; i++)
    put_line(line, RUNG_TABLE_ITEM, rung__row_of(line->sheet, RUNG_TABLE_ITEM, group, i, 0), "item",
             model->items[i].id, "");
  for (size_t i = 0; i < model->flag_count; i++)
    put_flag(line, group, i);
  for (size_t i = 0; i < model->pair_count; i++)
    put_pair(line, group, i);
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
    put_safe(field, joined.data);
  rung__put(field, "", 0);
  rung__buffer_free(&joined);
}

void rung__findings_csv(const struct rung__sheet *sheet, struct rung__buffer *buffer)
{
  rung__put_text(buffer, header);
  for (size_t group = 0; group < sheet->groups; group++) {
    struct rung__buffer by = {0}, value = {0};
    put_keys(sheet, group, false, &by);
    put_keys(sheet, group, true, &value);
    const struct line line = {sheet, buffer, by.data, value.data};
    if (by.failed || value.failed)
      buffer->failed = true;
    else
      put_group(&line, group);
    rung__buffer_free(&by);
    rung__buffer_free(&value);
  }
}
