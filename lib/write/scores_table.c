/* Rows for people: an assessment as a short report, persons as one line each.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/findings_notes.h"
#include "write/level_text.h"
#include "write/marks.h"
#include "write/page.h"
#include "write/scores_sheet.h"

#define CELL 11

static struct rung__told_level level_of(const struct rung__scores_sheet *sheet, size_t reading,
                                        size_t rule, size_t row)
{
  const struct rung__rule_cells *cells = &sheet->rule[reading][rule];
  return (struct rung__told_level){.model = sheet->model,
                                   .reading = reading,
                                   .stated = cells->stated[row],
                                   .reached = cells->reached[row],
                                   .state = (rung_state)cells->state[row],
                                   .marks = cells->marks[row]};
}

static bool rules_agree(const struct rung__scores_sheet *sheet, size_t index, size_t row)
{
  const struct rung__reading *reading = &sheet->model->readings[index];
  const int primary = sheet->rule[index][reading->primary].stated[row];
  for (size_t i = 0; i < reading->count; i++) {
    const int level = sheet->rule[index][i].stated[row];
    if (level >= 0 && level != primary) return false;
  }
  return true;
}

static void say_rules(const struct rung__scores_sheet *sheet, struct rung__buffer *page,
                      size_t index, size_t row)
{
  const struct rung__reading *reading = &sheet->model->readings[index];
  struct rung__buffer sentence = {0};
  if (rules_agree(sheet, index, row)) return;
  for (size_t i = 0; i < reading->count; i++) {
    const char *id = rung__level_id(sheet->model, index, sheet->rule[index][i].stated[row]);
    rung__put_format(&sentence, "%s%s %s",
                     i > 0 ? ", " : "the rules do not agree: ", reading->rule[i].id, id ? id : "–");
  }
  rung__page_say(page, 4, &sentence);
}

static void say_possible(const struct rung__scores_sheet *sheet, struct rung__buffer *page,
                         size_t index, size_t row)
{
  const struct rung__reading *reading = &sheet->model->readings[index];
  const struct rung__rule_cells *cells = &sheet->rule[index][reading->primary];
  const int lowest = cells->lowest[row], highest = cells->highest[row];
  if (lowest < 0 || highest < 0 || lowest == highest) return;
  struct rung__buffer sentence = {0};
  rung__put_format(&sentence, "what is unanswered leaves level %s to %s possible",
                   rung__level_id(sheet->model, index, lowest),
                   rung__level_id(sheet->model, index, highest));
  rung__page_say(page, 4, &sentence);
}

/* How near another level is. */
static void say_flip(const struct rung__scores_sheet *sheet, struct rung__buffer *page,
                     size_t index, size_t row)
{
  if (!sheet->flip) return;
  const double cut = sheet->flip[index].figure[RUNG_FLIP_CUT][row];
  const double weight = sheet->flip[index].figure[RUNG_FLIP_WEIGHT][row];
  const char *level = rung__flip_level(sheet, index, row);
  struct rung__buffer sentence = {0};
  if (cut == cut && level) {
    const double size = cut < 0 ? -cut : cut;
    rung__put_format(&sentence, "level %s if one cut were ", level);
    if (size < 0.0005)
      rung__put_text(&sentence, "any");
    else
      rung__tell_number(&sentence, size, 3);
    rung__put_text(&sentence, cut < 0 ? " lower" : " higher");
    rung__page_say(page, 4, &sentence);
  }
  if (weight == weight) {
    rung__put_format(&sentence, "at a cut if %s weighed ", rung__flip_term(sheet, index, row));
    rung__tell_number(&sentence, weight, 2);
    rung__put_text(&sentence, " times as much");
    rung__page_say(page, 4, &sentence);
  }
}

static void put_reading(const struct rung__scores_sheet *sheet, struct rung__buffer *page,
                        size_t index, size_t row)
{
  const struct rung__reading *reading = &sheet->model->readings[index];
  struct rung__buffer sentence = {0};
  rung__put_format(&sentence,
                   "%s: ", rung_model_part_text(sheet->model, RUNG_PART_READING, index, NULL));
  const struct rung__told_level level = level_of(sheet, index, reading->primary, row);
  rung__tell_level(&sentence, &level);
  rung__put_text(&sentence, "; answered ");
  rung__tell_share(&sentence, sheet->measure[reading->measure].coverage[row]);
  rung__page_say(page, 2, &sentence);
  if (reading->count > 1) say_rules(sheet, page, index, row);
  say_possible(sheet, page, index, row);
  say_flip(sheet, page, index, row);
}

static void put_measures(const struct rung__scores_sheet *sheet, struct rung__buffer *page,
                         size_t row)
{
  rung__put_spaces(page, 2);
  rung__page_left(page, "measure", 40);
  rung__put_text(page, "   score  answered  lowest  highest possible\n");
  for (size_t i = 0; i < sheet->model->measure_count; i++) {
    const struct rung__measure_cells *cells = &sheet->measure[i];
    const bool none = cells->value[row] != cells->value[row];
    rung__put_spaces(page, 2);
    rung__page_left(page, rung_model_part_text(sheet->model, RUNG_PART_MEASURE, i, NULL), 40);
    rung__page_number(page, cells->value[row], 2, 8);
    rung__page_share(page, cells->coverage[row], 10);
    rung__page_number(page, cells->lowest[row], 2, 8);
    rung__page_number(page, cells->highest[row], 2, 9);
    if (none) rung__put_format(page, "  %s", rung_state_name(cells->state[row]));
    if (sheet->model->measures[i].ipsative) rung__put_text(page, "  ‡");
    rung__page_end(page);
  }
}

static void put_flags(const struct rung__scores_sheet *sheet, struct rung__buffer *page, size_t row)
{
  for (size_t i = 0; i < sheet->model->flag_count; i++) {
    if (sheet->flag[i][row] != 1) continue;
    struct rung__buffer sentence = {0};
    rung__put_format(&sentence, "! %s",
                     rung_model_part_text(sheet->model, RUNG_PART_FLAG, i, NULL));
    rung__page_say(page, 2, &sentence);
  }
}

static void put_model(const rung_model *model, struct rung__buffer *page)
{
  struct rung__buffer sentence = {0};
  rung__put_format(&sentence, "%s (%s %s)", rung__localised(&model->title, NULL, model->id),
                   model->id, model->version);
  rung__page_say(page, 0, &sentence);
  for (size_t i = 0; i < model->item_count; i++) {
    if (!model->items[i].unmeasured) continue;
    rung__put_format(&sentence, "Not measured: %s: %s",
                     rung_model_part_text(model, RUNG_PART_ITEM, i, NULL),
                     model->items[i].unmeasured);
    rung__page_say(page, 0, &sentence);
  }
  for (size_t i = 0; i < model->belief_count; i++) {
    rung__put_text(&sentence, "Decided without a measurement: ");
    rung__tell_belief(&sentence, &model->beliefs[i], NULL);
    rung__page_say(page, 0, &sentence);
  }
  rung__tell_ipsative(&sentence, model);
  rung__page_say(page, 0, &sentence);
}

static void put_pairs(const struct rung__scores_sheet *sheet, struct rung__buffer *page, size_t row)
{
  for (size_t i = 0; i < sheet->model->pair_count; i++) {
    const struct rung__pair *pair = &sheet->model->pairs[i];
    const double gap = rung__row_gap(sheet, i, row);
    if (gap != gap) continue;
    struct rung__buffer sentence = {0};
    rung__put_format(&sentence, "%s: %s ",
                     rung_model_part_text(sheet->model, RUNG_PART_PAIR, i, NULL),
                     rung__first_side(pair));
    rung__tell_number(&sentence, sheet->measure[pair->said].value[row], 2);
    rung__put_format(&sentence, ", %s ", rung__second_side(pair));
    rung__tell_number(&sentence, sheet->measure[pair->done].value[row], 2);
    rung__put_text(&sentence, ", gap ");
    rung__tell_number(&sentence, gap, 2);
    rung__page_say(page, 2, &sentence);
  }
}

static void put_assessment(const struct rung__scores_sheet *sheet, struct rung__buffer *page,
                           size_t row)
{
  struct rung__buffer title = {0};
  rung__put_format(&title, "Row %lld", (long long)(sheet->first_row + (int64_t)row));
  if (title.failed)
    page->failed = true;
  else
    rung__page_heading(page, title.data);
  rung__buffer_free(&title);
  for (size_t i = 0; i < sheet->model->reading_count; i++)
    put_reading(sheet, page, i, row);
  put_measures(sheet, page, row);
  put_pairs(sheet, page, row);
  put_flags(sheet, page, row);
}

/* Columns that fit beside the row's number: levels first where they are shown, then measures. */
struct columns {
  size_t readings, measures;
};

static struct columns fitting(const rung_model *model)
{
  const size_t room = (RUNG__PAGE_WIDTH - 8) / CELL;
  struct columns columns;
  columns.readings = model->reading_count < room ? model->reading_count : room;
  const size_t left = room - columns.readings;
  columns.measures = model->measure_count < left ? model->measure_count : left;
  return columns;
}

/* The heading of a column of persons: readings stand first. */
static const char *heading_of(const rung_model *model, struct columns columns, size_t index)
{
  return index < columns.readings
             ? rung_model_part_text(model, RUNG_PART_READING, index, NULL)
             : rung_model_part_text(model, RUNG_PART_MEASURE, index - columns.readings, NULL);
}

static void put_person_header(const rung_model *model, struct columns columns,
                              struct rung__buffer *page)
{
  const size_t count = columns.readings + columns.measures;
  size_t lines = 1;
  for (size_t i = 0; i < count; i++) {
    const size_t own = rung__page_heading_lines(heading_of(model, columns, i), CELL);
    if (own > lines) lines = own;
  }
  for (size_t line = 0; line < lines; line++) {
    rung__page_right(page, line + 1 == lines ? "row" : "", 8);
    for (size_t i = 0; i < count; i++)
      rung__page_heading_line(page, heading_of(model, columns, i), CELL, line, lines);
    rung__page_end(page);
  }
}

static void put_person(const struct rung__scores_sheet *sheet, struct columns columns, size_t row,
                       struct rung__buffer *page)
{
  const rung_model *model = sheet->model;
  rung__put_format(page, "%8lld", (long long)(sheet->first_row + (int64_t)row));
  for (size_t i = 0; i < columns.readings; i++) {
    const struct rung__rule_cells *cells = &sheet->rule[i][model->readings[i].primary];
    const char *level = rung__level_id(model, i, cells->stated[row]);
    rung__page_right(page, level ? level : rung_state_name(cells->state[row]), CELL);
  }
  for (size_t i = 0; i < columns.measures; i++)
    rung__page_number(page, sheet->measure[i].value[row], 2, CELL);
  rung__page_end(page);
}

static void put_persons(const struct rung__scores_sheet *sheet, struct rung__buffer *page)
{
  const rung_model *model = sheet->model;
  struct columns columns = fitting(model);
  if (!sheet->scores->person_levels) {
    columns = (struct columns){0, (RUNG__PAGE_WIDTH - 8) / CELL};
    if (columns.measures > model->measure_count) columns.measures = model->measure_count;
  }
  if (sheet->first_row <= 1) {
    struct rung__buffer note = {0};
    rung__put_text(&note, sheet->scores->person_levels
                              ? "Levels of single persons, as asked for: not for reports."
                              : "Rows are people: their levels are hidden. Scores only.");
    if (columns.measures < model->measure_count)
      rung__put_text(&note, " Not every measure fits a page: csv and json have all.");
    rung__page_say(page, 0, &note);
    put_person_header(model, columns, page);
  }
  for (size_t row = 0; row < sheet->rows; row++)
    put_person(sheet, columns, row, page);
}

void rung__scores_table(const struct rung__scores_sheet *sheet, struct rung__buffer *page)
{
  if (sheet->first_row <= 1) put_model(sheet->model, page);
  if (sheet->model->people) {
    put_persons(sheet, page);
    return;
  }
  for (size_t row = 0; row < sheet->rows; row++)
    put_assessment(sheet, page, row);
}
