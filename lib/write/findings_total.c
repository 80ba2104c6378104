/* Findings for people, the total: levels and how they came about, and measures.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/findings_notes.h"
#include "write/chance_text.h"
#include "write/findings_page.h"
#include "write/page.h"

#define TITLE 38      /* columns of a measure's title */
#define SHARES_MOST 6 /* levels whose shares fit on a line beside a reading */

static void put_distribution(const struct rung__page *page, size_t reading)
{
  const struct rung__sheet *sheet = page->sheet;
  const size_t of = sheet->model->readings[reading].ladder;
  const struct rung__ladder *ladder = &sheet->model->ladders[of];
  for (size_t i = 0; i < ladder->count; i++) {
    const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_LEVEL, 0, reading, i);
    const double share = rung__figure(sheet, RUNG_TABLE_LEVEL, row, RUNG_FIGURE_SHARE);
    if (share != share) return;
    struct rung__buffer cell = {0};
    rung__put_format(&cell, "%s %s", ladder->level[i].id,
                     rung_model_level_name(sheet->model, of, i, NULL, sheet->language));
    rung__put_spaces(page->buffer, 2);
    if (cell.failed)
      page->buffer->failed = true;
    else
      rung__page_left(page->buffer, cell.data, 26);
    rung__buffer_free(&cell);
    rung__page_share(page->buffer, share, 7);
    rung__put_spaces(page->buffer, 2);
    rung__page_bar(page->buffer, share, 50);
    rung__page_end(page->buffer);
  }
}

static const char *level_name(const struct rung__sheet *sheet, size_t reading, int level)
{
  return rung_model_level_name(sheet->model, sheet->model->readings[reading].ladder, (size_t)level,
                               NULL, sheet->language);
}

static void tell_camps(struct rung__buffer *line, const struct rung__sheet *sheet, size_t row,
                       size_t reading)
{
  const int lower = rung__figure_level(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_CAMP_LOWER);
  const int upper = rung__figure_level(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_CAMP_UPPER);
  if (lower < 0) return;
  rung__put_text(line, "There are two camps: ");
  rung__tell_share(line,
                   rung__figure(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_CAMP_LOWER_SHARE));
  rung__put_format(line, " on level %s and ", rung__ladder_level(sheet, reading, lower));
  rung__tell_share(line,
                   rung__figure(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_CAMP_UPPER_SHARE));
  rung__put_format(line, " on level %s; what lies between describes few. ",
                   rung__ladder_level(sheet, reading, upper));
}

static void say_people(const struct rung__page *page, size_t reading)
{
  const struct rung__sheet *sheet = page->sheet;
  const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_READING, 0, reading, 0);
  const int typical = rung__figure_level(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_TYPICAL);
  const int peak = rung__figure_level(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_PEAK);
  const double coverage = rung__figure(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_COVERAGE);
  const double n = rung__figure(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_N);
  struct rung__buffer line = {0};
  if (typical >= 0)
    rung__put_format(&line, "The typical %s stands on level %s, %s. ", rung__one(sheet),
                     rung__ladder_level(sheet, reading, typical),
                     level_name(sheet, reading, typical));
  if (peak >= 0)
    rung__put_format(&line, "The highest level held by one in ten or more is %s, %s. ",
                     rung__ladder_level(sheet, reading, peak), level_name(sheet, reading, peak));
  tell_camps(&line, sheet, row, reading);
  if (n == n && coverage == coverage) {
    rung__put_text(&line, "It rests on ");
    rung__tell_number(&line, n, 0);
    rung__put_format(&line, " %s, with ", rung__who(sheet));
    rung__tell_share(&line, coverage);
    rung__put_text(&line, " of the answers it asks for.");
  }
  rung__page_say(page->buffer, 2, &line);
}

/* The signs that stand behind levels of a table. */
struct signs {
  bool on_threshold;
  uint32_t marks;
};

static void add_signs(struct signs *signs, const struct rung__told_level *level)
{
  if (level->stated < 0) return;
  signs->on_threshold |= level->state == RUNG_STATE_ON_THRESHOLD;
  signs->marks |= level->marks;
}

static void say_signs(const struct rung__page *page, const struct signs *signs)
{
  struct rung__buffer line = {0};
  rung__tell_signs(&line, signs->on_threshold, signs->marks);
  rung__page_say(page->buffer, 2, &line);
}

/* How sure the level is, and how near another. */
static void say_chances(const struct rung__page *page, size_t reading)
{
  struct rung__buffer line = {0};
  rung__tell_chances(&line, page->sheet, 0, reading);
  rung__page_say(page->buffer, 2, &line);
  rung__tell_flip(&line, page->sheet, 0, reading);
  rung__page_say(page->buffer, 2, &line);
}

static void put_lead(const struct rung__page *page)
{
  if (rung__reading_level(page->sheet, 0, page->lead).stated < 0) return;
  rung__page_heading(page->buffer, rung__part_text(page->sheet, RUNG_PART_READING, page->lead));
  put_distribution(page, page->lead);
  say_people(page, page->lead);
  say_chances(page, page->lead);
  rung__page_rules(page, page->lead);
  struct signs signs = {0};
  for (size_t i = 0; i < page->sheet->model->readings[page->lead].count; i++) {
    const struct rung__told_level level = rung__rule_level(page->sheet, 0, page->lead, i);
    add_signs(&signs, &level);
  }
  say_signs(page, &signs);
}

static void put_reading_shares(const struct rung__page *page, size_t reading)
{
  const struct rung__sheet *sheet = page->sheet;
  const size_t count = sheet->model->ladders[sheet->model->readings[reading].ladder].count;
  for (size_t i = 0; i < count && count <= SHARES_MOST; i++) {
    const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_LEVEL, 0, reading, i);
    rung__page_share(page->buffer, rung__figure(sheet, RUNG_TABLE_LEVEL, row, RUNG_FIGURE_SHARE),
                     6);
  }
}

static void put_reading_line(const struct rung__page *page, size_t reading)
{
  const struct rung__sheet *sheet = page->sheet;
  const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_READING, 0, reading, 0);
  const size_t measure = sheet->model->readings[reading].measure;
  const int typical = rung__figure_level(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_TYPICAL);
  const struct rung__told_level level = rung__reading_level(sheet, 0, reading);
  struct rung__buffer cell = {0};
  rung__put_level(&cell, &level);
  rung__put_spaces(page->buffer, 2);
  rung__page_left(page->buffer, rung__part_text(sheet, RUNG_PART_READING, reading), 26);
  rung__put_byte(page->buffer, ' ');
  if (cell.failed)
    page->buffer->failed = true;
  else
    rung__page_left(page->buffer, cell.data, 20);
  rung__buffer_free(&cell);
  const double n = rung__figure(sheet, RUNG_TABLE_MEASURE, measure, RUNG_FIGURE_N);
  rung__page_right(page->buffer, typical < 0 ? "–" : rung__ladder_level(sheet, reading, typical),
                   8);
  rung__page_number(page->buffer,
                    rung__figure(sheet, RUNG_TABLE_MEASURE, measure, RUNG_FIGURE_SCORE),
                    rung__mean_digits(sheet, n), 7);
  rung__put_spaces(page->buffer, 2);
  put_reading_shares(page, reading);
  rung__page_end(page->buffer);
}

static double mean_of(const struct rung__page *page, size_t reading)
{
  return rung__figure(page->sheet, RUNG_TABLE_MEASURE,
                      page->sheet->model->readings[reading].measure, RUNG_FIGURE_SCORE);
}

/* Which of the other readings on the lead's ladder stands highest and which lowest. */
static void say_ends(const struct rung__page *page)
{
  const rung_model *model = page->sheet->model;
  size_t low = SIZE_MAX, high = SIZE_MAX;
  for (size_t i = 0; i < model->reading_count; i++) {
    const double mean = mean_of(page, i);
    if (i == page->lead || mean != mean) continue;
    if (model->readings[i].ladder != model->readings[page->lead].ladder) continue;
    if (low == SIZE_MAX || mean < mean_of(page, low)) low = i;
    if (high == SIZE_MAX || mean > mean_of(page, high)) high = i;
  }
  if (low == high) return;
  const int digits = rung__mean_digits(
      page->sheet, rung__figure(page->sheet, RUNG_TABLE_GROUP, 0, RUNG_FIGURE_N));
  struct rung__buffer line = {0};
  rung__put_format(&line, "%s stands highest, with a mean of ",
                   rung__part_text(page->sheet, RUNG_PART_READING, high));
  rung__tell_number(&line, mean_of(page, high), digits);
  rung__put_format(&line, "; %s lowest, with ",
                   rung__part_text(page->sheet, RUNG_PART_READING, low));
  rung__tell_number(&line, mean_of(page, low), digits);
  rung__put_text(&line, ". A mean of levels is a convention.");
  rung__page_say(page->buffer, 2, &line);
}

static void put_others(const struct rung__page *page)
{
  if (page->sheet->model->reading_count < 2) return;
  rung__page_heading(page->buffer, "The other readings");
  say_ends(page);
  rung__put_text(page->buffer, "  reading                    level                typical   mean"
                               "  shares per level, lowest first\n");
  for (size_t i = 0; i < page->sheet->model->reading_count; i++)
    if (i != page->lead) put_reading_line(page, i);
  struct signs signs = {0};
  for (size_t i = 0; i < page->sheet->model->reading_count; i++) {
    const struct rung__told_level level = rung__reading_level(page->sheet, 0, i);
    if (i != page->lead) add_signs(&signs, &level);
  }
  say_signs(page, &signs);
}

/* "[3.1, 3.7]", with as many digits as the mean. */
static void put_limits(const struct rung__page *page, size_t measure)
{
  const struct rung__sheet *sheet = page->sheet;
  const double low = rung__figure(sheet, RUNG_TABLE_MEASURE, measure, RUNG_FIGURE_LOW);
  const double high = rung__figure(sheet, RUNG_TABLE_MEASURE, measure, RUNG_FIGURE_HIGH);
  struct rung__buffer cell = {0};
  if (low == low) {
    rung__put_text(&cell, "[");
    rung__tell_number(&cell, low, 2);
    rung__put_text(&cell, ", ");
    rung__tell_number(&cell, high, 2);
    rung__put_text(&cell, "]");
  } else {
    rung__put_text(&cell, "–");
  }
  if (cell.failed)
    page->buffer->failed = true;
  else
    rung__page_right(page->buffer, cell.data, 16);
  rung__buffer_free(&cell);
}

static void put_measure(const struct rung__page *page, size_t index)
{
  const struct rung__sheet *sheet = page->sheet;
  const struct rung__measure *measure = &sheet->model->measures[index];
  const rung_state state = rung_findings_state(sheet->findings, RUNG_TABLE_MEASURE, index);
  const double n = rung__figure(sheet, RUNG_TABLE_MEASURE, index, RUNG_FIGURE_N);
  rung__put_spaces(page->buffer, 2);
  rung__page_left(page->buffer, rung__part_text(sheet, RUNG_PART_MEASURE, index), TITLE);
  rung__page_number(page->buffer, rung__figure(sheet, RUNG_TABLE_MEASURE, index, RUNG_FIGURE_SCORE),
                    rung__mean_digits(sheet, n), 8);
  put_limits(page, index);
  rung__put_ends(page, measure->low, measure->high, 9);
  rung__page_number(page->buffer, n, 0, 8);
  rung__page_share(page->buffer,
                   rung__figure(sheet, RUNG_TABLE_MEASURE, index, RUNG_FIGURE_COVERAGE), 10);
  if (state != RUNG_STATE_SHOWN) rung__put_format(page->buffer, "  %s", rung__state_text(state));
  if (measure->ipsative) rung__put_text(page->buffer, "  ‡");
  rung__page_end(page->buffer);
}

/* Alpha of the reflective measures, in a sentence. */
static void say_reliability(const struct rung__page *page)
{
  const struct rung__sheet *sheet = page->sheet;
  struct rung__buffer line = {0};
  const char
      *before = "Reliability (alpha, with its limits) of the measures whose items indicate one "
                "thing: ";
  for (size_t i = 0; i < sheet->model->measure_count; i++) {
    const double alpha = rung__figure(sheet, RUNG_TABLE_MEASURE, i, RUNG_FIGURE_RELIABILITY);
    if (alpha != alpha) continue;
    rung__put_format(&line, "%s%s ", before, rung__part_text(sheet, RUNG_PART_MEASURE, i));
    rung__tell_number(&line, alpha, 2);
    rung__put_text(&line, " [");
    rung__tell_number(&line,
                      rung__figure(sheet, RUNG_TABLE_MEASURE, i, RUNG_FIGURE_RELIABILITY_LOW), 2);
    rung__put_text(&line, ", ");
    rung__tell_number(&line,
                      rung__figure(sheet, RUNG_TABLE_MEASURE, i, RUNG_FIGURE_RELIABILITY_HIGH), 2);
    rung__put_text(&line, "]");
    before = "; ";
  }
  if (line.length > 0) rung__put_text(&line, ".");
  rung__page_say(page->buffer, 2, &line);
}

static void put_measures(const struct rung__page *page)
{
  rung__page_heading(page->buffer, "Measures");
  rung__put_spaces(page->buffer, 2);
  rung__page_left(page->buffer, "measure", TITLE);
  rung__put_text(page->buffer, "    mean          limits    range       n  answered\n");
  for (size_t i = 0; i < page->sheet->model->measure_count; i++)
    put_measure(page, i);
  struct rung__buffer line = {0};
  rung__put_text(&line, "Limits: with a confidence of ");
  rung__tell_share(&line, page->sheet->confidence);
  rung__put_text(&line, " the mean of all who might have answered lies between them. They know "
                        "of chance, and of nobody who did not answer.");
  rung__page_say(page->buffer, 2, &line);
  say_reliability(page);
  rung__tell_ipsative(&line, page->sheet->model);
  rung__page_say(page->buffer, 2, &line);
}

void rung__page_total(const struct rung__page *page)
{
  if (page->lead != SIZE_MAX) {
    put_lead(page);
    put_others(page);
  }
  put_measures(page);
}
