/* Findings for people: what is not measured, the headline, what is hidden; then the sections.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/findings_notes.h"
#include "findings/response.h"
#include "write/findings_lists.h"
#include "write/chance_text.h"
#include "write/findings_relations.h"
#include "write/page.h"

struct rung__told_level rung__reading_level(const struct rung__sheet *sheet, size_t group,
                                            size_t reading)
{
  const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_READING, group, reading, 0);
  return (struct rung__told_level){
      .model = sheet->model,
      .language = sheet->language,
      .reading = reading,
      .stated = rung__figure_level(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_LEVEL),
      .reached = rung__figure_level(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_REACHED),
      .state = rung_findings_state(sheet->findings, RUNG_TABLE_READING, row),
      .marks = rung_findings_marks(sheet->findings, RUNG_TABLE_READING, row),
      .reason = rung_findings_reason(sheet->findings, RUNG_TABLE_READING, row)};
}

struct rung__told_level rung__rule_level(const struct rung__sheet *sheet, size_t group,
                                         size_t reading, size_t rule)
{
  const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_RULE, group, reading, rule);
  return (struct rung__told_level){
      .model = sheet->model,
      .language = sheet->language,
      .reading = reading,
      .stated = rung__figure_level(sheet, RUNG_TABLE_RULE, row, RUNG_FIGURE_LEVEL),
      .reached = rung__figure_level(sheet, RUNG_TABLE_RULE, row, RUNG_FIGURE_REACHED),
      .state = rung_findings_state(sheet->findings, RUNG_TABLE_RULE, row),
      .marks = rung_findings_marks(sheet->findings, RUNG_TABLE_RULE, row),
      .reason = rung_findings_reason(sheet->findings, RUNG_TABLE_RULE, row)};
}

const char *rung__part_text(const struct rung__sheet *sheet, rung_part part, size_t index)
{
  return rung_model_part_text(sheet->model, part, index, sheet->language);
}

const char *rung__who(const struct rung__sheet *sheet)
{
  return sheet->model->people ? "people" : "assessments";
}

const char *rung__one(const struct rung__sheet *sheet)
{
  return sheet->model->people ? "person" : "assessment";
}

void rung__put_group(struct rung__buffer *cell, const struct rung__sheet *sheet, size_t group)
{
  const size_t count = rung_findings_key_count(sheet->findings, group);
  if (count == 0) rung__put_text(cell, "All");
  for (size_t i = 0; i < count; i++) {
    const char *value = rung_findings_key_value(sheet->findings, group, i);
    if (i > 0) rung__put_text(cell, " × ");
    rung__put_text(cell, value ? value : "(none given)");
  }
}

int rung__mean_digits(const struct rung__sheet *sheet, double n)
{
  return n < (double)sheet->least_n_spread ? 1 : 2;
}

static void tell_end(struct rung__buffer *cell, int64_t end)
{
  rung__tell_number(cell, rung__grid_double(end), end % RUNG__GRID == 0 ? 0 : 2);
}

void rung__put_ends(const struct rung__page *page, int64_t low, int64_t high, size_t width)
{
  struct rung__buffer cell = {0};
  tell_end(&cell, low);
  rung__put_text(&cell, "–");
  tell_end(&cell, high);
  if (cell.failed)
    page->buffer->failed = true;
  else
    rung__page_right(page->buffer, cell.data, width);
  rung__buffer_free(&cell);
}

static void put_title(const struct rung__page *page)
{
  const struct rung__sheet *sheet = page->sheet;
  struct rung__buffer line = {0};
  rung__put_format(&line, "%s (%s %s)", rung__findings_title(sheet), sheet->model->id,
                   sheet->model->version);
  if (line.failed)
    page->buffer->failed = true;
  else
    rung__page_left(page->buffer, line.data, RUNG__PAGE_WIDTH);
  rung__buffer_free(&line);
  rung__page_end(page->buffer);
}

static void put_size(const struct rung__page *page)
{
  const struct rung__sheet *sheet = page->sheet;
  const double n = rung__figure(sheet, RUNG_TABLE_GROUP, 0, RUNG_FIGURE_N);
  const double invited = rung__figure(sheet, RUNG_TABLE_GROUP, 0, RUNG_FIGURE_INVITED);
  struct rung__buffer line = {0};
  if (n == n) {
    rung__tell_number(&line, n, 0);
    if (invited == invited) {
      rung__put_text(&line, " of ");
      rung__tell_number(&line, invited, 0);
    }
    rung__put_format(&line, " %s", rung__who(sheet));
    if (invited == invited) {
      rung__put_text(&line, " (");
      rung__tell_share(&line, n / invited);
      rung__put_byte(&line, ')');
    }
  } else if (rung_findings_state(sheet->findings, RUNG_TABLE_GROUP, 0) == RUNG_STATE_HIDDEN) {
    rung__put_format(&line, "How many %s there are is withheld", rung__who(sheet));
  } else {
    rung__put_format(&line, "Fewer than %lld %s", (long long)sheet->least_n, rung__who(sheet));
  }
  if (sheet->waves > 1) rung__put_format(&line, "; %zu waves, figures of the last", sheet->waves);
  if (sheet->weighted) rung__put_text(&line, "; weighted");
  if (sheet->rows_without_weight > 0)
    rung__put_format(&line, "; %llu more of weight 0 are not counted",
                     (unsigned long long)sheet->rows_without_weight);
  rung__put_text(&line, ".");
  rung__page_say(page->buffer, 0, &line);
  for (size_t i = 0; i < RUNG__RESPONSE_WARNINGS; i++) {
    rung__tell_response(&line, sheet->findings, i);
    rung__page_say(page->buffer, 0, &line);
  }
}

/* The level of the total in a sentence. */
static void put_headline(const struct rung__page *page, size_t reading)
{
  const struct rung__told_level level = rung__reading_level(page->sheet, 0, reading);
  struct rung__buffer line = {0};
  rung__put_format(&line, "%s: ", rung__part_text(page->sheet, RUNG_PART_READING, reading));
  rung__tell_level(&line, &level);
  rung__tell_inside(&line, page->sheet, 0, reading);
  rung__put_text(&line, ".");
  rung__page_say(page->buffer, 0, &line);
}

/* Without readings the shares lead: a bar per measure that is one. */
static void put_shares(const struct rung__page *page)
{
  const struct rung__sheet *sheet = page->sheet;
  rung__put_text(page->buffer, "Conditions only: this model reads no level.\n");
  const char *heading = "\nShare of favourable answers\n";
  for (size_t i = 0; i < sheet->model->measure_count; i++) {
    const double score = rung__figure(sheet, RUNG_TABLE_MEASURE, i, RUNG_FIGURE_SCORE);
    if (sheet->model->measures[i].by != RUNG__SHARE || score != score) continue;
    rung__put_text(page->buffer, heading);
    rung__put_spaces(page->buffer, 2);
    rung__page_left(page->buffer, rung__part_text(sheet, RUNG_PART_MEASURE, i), 52);
    rung__page_share(page->buffer, score / 100, 7);
    rung__put_spaces(page->buffer, 2);
    rung__page_bar(page->buffer, score / 100, 30);
    rung__page_end(page->buffer);
    heading = "";
  }
}

/* How many answers are missing, by kind, over all items of the total. */
static void put_missing(const struct rung__page *page)
{
  static const char *const words[RUNG__ABSENCE_KINDS] = {
      "not asked", "skipped", "not applicable", "\"don't know\"", "not an answer of the scale"};
  struct rung__buffer line = {0};
  for (unsigned kind = RUNG_ABSENT_SKIPPED; kind < RUNG__ABSENCE_KINDS; kind++) {
    double total = 0;
    for (size_t i = 0; i < page->sheet->model->item_count; i++) {
      const double count = rung__figure(page->sheet, RUNG_TABLE_ITEM, i,
                                        (rung_figure)(RUNG_FIGURE_NOT_ASKED + kind));
      if (count > 0) total += count;
    }
    if (total <= 0) continue;
    rung__put_text(&line, line.length > 0 ? ", " : "Missing answers, never read as neutral: ");
    rung__tell_number(&line, total, 0);
    rung__put_format(&line, " %s", words[kind]);
  }
  if (line.length > 0) rung__put_byte(&line, '.');
  rung__page_say(page->buffer, 2, &line);
}

static void put_beliefs(const struct rung__page *page)
{
  const struct rung__sheet *sheet = page->sheet;
  for (size_t i = 0; i < sheet->model->belief_count; i++) {
    struct rung__buffer line = {0};
    rung__put_text(&line, "Decided without a measurement: ");
    rung__tell_belief(&line, &sheet->model->beliefs[i], sheet->language);
    rung__page_say(page->buffer, 2, &line);
  }
}

static void put_unmeasured(const struct rung__page *page)
{
  const struct rung__sheet *sheet = page->sheet;
  const size_t unasked = rung__count_unasked(sheet->findings);
  size_t declared = 0;
  rung__page_heading(page->buffer, "What is not measured");
  for (size_t i = 0; i < sheet->model->item_count; i++) {
    const char *why = sheet->model->items[i].unmeasured;
    if (!why) continue;
    struct rung__buffer line = {0};
    rung__put_format(&line, "%s: %s", rung__part_text(sheet, RUNG_PART_ITEM, i), why);
    rung__page_say(page->buffer, 2, &line);
    declared++;
  }
  put_beliefs(page);
  struct rung__buffer line = {0};
  if (declared == 0) rung__put_text(&line, "The model declares nothing as unmeasured. ");
  if (unasked > 0)
    rung__put_format(&line, "%zu of its %zu questions were not asked here. ", unasked,
                     sheet->model->item_count);
  rung__put_text(&line, "No limits know of those who did not answer.");
  rung__page_say(page->buffer, 2, &line);
  put_missing(page);
}

static void put_hidden(const struct rung__page *page)
{
  const struct rung__sheet *sheet = page->sheet;
  const struct rung__hiding hiding = rung__count_hiding(sheet->findings);
  if (!sheet->model->people && hiding.few + hiding.hidden + hiding.rounded == 0) return;
  rung__page_heading(page->buffer, "What is hidden, and why");
  struct rung__buffer line = {0};
  rung__tell_hiding(&line, sheet->findings, &hiding);
  rung__page_say(page->buffer, 2, &line);
  rung__put_text(&line, rung__tell_policy(sheet->findings));
  rung__page_say(page->buffer, 2, &line);
}

static size_t lead_reading(const rung_model *model)
{
  size_t lead = SIZE_MAX;
  if (rung_model_find(model, RUNG_PART_READING, "overall", &lead) == RUNG_OK) return lead;
  return model->reading_count > 0 ? 0 : SIZE_MAX;
}

void rung__findings_table(const struct rung__sheet *sheet, struct rung__buffer *buffer)
{
  const struct rung__page page = {sheet, buffer, lead_reading(sheet->model)};
  put_title(&page);
  put_unmeasured(&page);
  rung__put_byte(buffer, '\n');
  put_size(&page);
  if (page.lead != SIZE_MAX)
    put_headline(&page, page.lead);
  else
    put_shares(&page);
  put_hidden(&page);
  if (rung_findings_state(sheet->findings, RUNG_TABLE_GROUP, 0) == RUNG_STATE_SHOWN) {
    rung__page_total(&page);
    rung__page_alerts(&page);
    rung__page_lists(&page, 0, 1);
    rung__page_items(&page);
  }
  rung__page_cuts(&page);
  rung__page_targets(&page);
  rung__page_relations(&page);
  rung__page_comparing(&page);
}
