/* Findings for people, the cuts: one compact table each.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "write/chance_text.h"
#include "write/findings_lists.h"
#include "write/page.h"

#define MEASURES_MOST 12
#define WORD_MOST 10 /* a longer word of a heading is cut */
#define SURE 6       /* the width of a level's probability */
#define TYPICAL 8    /* that of the typical level */
#define DEPTH_MOST 8 /* units further down the tree stand as far in as those */

/* The columns of a cut's table, and the groups [first, end) that are its rows. */
struct cut {
  const struct rung__page *page;
  size_t first, end;
  bool tree; /* units, some below others: what is said of them all is said of the lowest */
  size_t label, people, level; /* widths; no level column: 0 */
  bool invited;
  size_t room; /* what is left of the width */
  size_t count, left_out;
  bool within_rows; /* some measures compare within a row only: groups are not put side by side */
  size_t measure[MEASURES_MOST], width[MEASURES_MOST];
  const char *heading[MEASURES_MOST];
};

/* A group's name; a unit stands two columns deeper than the one above it, as far as there is room. */
static void tell_label(struct rung__buffer *label, const struct rung__sheet *sheet, size_t group)
{
  size_t above = rung_findings_parent(sheet->findings, group);
  for (size_t depth = 0; depth < DEPTH_MOST && above != SIZE_MAX; depth++) {
    rung__put_spaces(label, 2);
    above = rung_findings_parent(sheet->findings, above);
  }
  rung__put_group(label, sheet, group);
}

static size_t label_width(const struct rung__page *page, size_t group)
{
  struct rung__buffer label = {0};
  tell_label(&label, page->sheet, group);
  if (label.failed) page->buffer->failed = true;
  const size_t width = label.failed ? 0 : rung__columns(label.data);
  rung__buffer_free(&label);
  return width;
}

/* The widest name of a level that a group of the cut has, and its number. */
static size_t level_width(const struct cut *cut)
{
  const struct rung__page *page = cut->page;
  size_t width = 8; /* "no level" */
  for (size_t group = cut->first; group < cut->end; group++) {
    const struct rung__told_level level = rung__reading_level(page->sheet, group, page->lead);
    struct rung__buffer cell = {0};
    rung__put_level(&cell, &level);
    if (cell.failed) page->buffer->failed = true;
    const size_t wide = cell.failed || level.stated < 0 ? 0 : rung__columns(cell.data);
    rung__buffer_free(&cell);
    if (wide > width) width = wide;
  }
  return width < 24 ? width : 24;
}

static void measure_widths(struct cut *cut)
{
  const struct rung__sheet *sheet = cut->page->sheet;
  cut->label = 8;
  for (size_t group = cut->first; group < cut->end; group++) {
    const size_t wide = label_width(cut->page, group);
    const double invited = rung__figure(sheet, RUNG_TABLE_GROUP, group, RUNG_FIGURE_INVITED);
    if (wide > cut->label) cut->label = wide;
    if (invited == invited) cut->invited = true;
  }
  if (cut->label > 30) cut->label = 30;
  cut->people = cut->invited ? 14 : 8;
  cut->level = cut->page->lead == SIZE_MAX ? 0 : level_width(cut);
  const size_t used = cut->label + cut->people + (cut->level ? 2 + cut->level + SURE + TYPICAL : 0);
  cut->room = used < RUNG__PAGE_WIDTH ? RUNG__PAGE_WIDTH - used : 0;
}

/* The width of a column: its heading's longest word, and a blank. */
static size_t heading_width(const char *heading)
{
  size_t width = 6;
  while (*heading) {
    size_t wide = 0;
    for (; *heading && *heading != ' '; heading++)
      wide += ((unsigned char)*heading & 0xc0) != 0x80;
    heading += strspn(heading, " ");
    if (wide > WORD_MOST) wide = WORD_MOST;
    if (wide + 1 > width) width = wide + 1;
  }
  return width;
}

static void add_measure(struct cut *cut, size_t measure, const char *heading)
{
  const size_t width = heading_width(heading);
  if (cut->page->sheet->model->measures[measure].ipsative) {
    cut->within_rows = true;
    return;
  }
  for (size_t i = 0; i < cut->count; i++)
    if (cut->measure[i] == measure) return;
  if (cut->left_out > 0 || cut->count == MEASURES_MOST || width > cut->room) {
    cut->left_out++;
    return;
  }
  cut->room -= width;
  cut->measure[cut->count] = measure;
  cut->width[cut->count] = width;
  cut->heading[cut->count++] = heading;
}

/* Measures in the order of what they tell: of the readings, shares, then the others. */
static void choose_measures(struct cut *cut)
{
  const struct rung__sheet *sheet = cut->page->sheet;
  const rung_model *model = sheet->model;
  if (cut->page->lead != SIZE_MAX)
    add_measure(cut, model->readings[cut->page->lead].measure, "mean");
  for (size_t i = 0; i < model->reading_count; i++)
    add_measure(cut, model->readings[i].measure, rung__part_text(sheet, RUNG_PART_READING, i));
  for (size_t i = 0; i < model->measure_count; i++)
    if (model->measures[i].by == RUNG__SHARE)
      add_measure(cut, i, rung__part_text(sheet, RUNG_PART_MEASURE, i));
  for (size_t i = 0; i < model->measure_count; i++)
    if (model->measures[i].by != RUNG__SHARE)
      add_measure(cut, i, rung__part_text(sheet, RUNG_PART_MEASURE, i));
}

static void put_header(const struct cut *cut)
{
  struct rung__buffer *page = cut->page->buffer;
  const char *heading = cut->page->sheet->model->people ? "people" : "n";
  size_t lines = 1;
  for (size_t i = 0; i < cut->count; i++) {
    const size_t own = rung__page_heading_lines(cut->heading[i], cut->width[i]);
    if (own > lines) lines = own;
  }
  for (size_t line = 0; line < lines; line++) {
    const bool last = line + 1 == lines;
    rung__page_left(page, last ? "group" : "", cut->label);
    rung__page_right(page, last ? heading : "", cut->people);
    if (cut->level) {
      rung__put_spaces(page, 2);
      rung__page_left(page, last ? "level" : "", cut->level);
      rung__page_right(page, last ? "sure" : "", SURE);
      rung__page_right(page, last ? "typical" : "", TYPICAL);
    }
    for (size_t i = 0; i < cut->count; i++)
      rung__page_heading_line(page, cut->heading[i], cut->width[i], line, lines);
    rung__page_end(page);
  }
}

static void put_level(const struct cut *cut, size_t group)
{
  const struct rung__page *page = cut->page;
  const size_t row = rung_findings_row(page->sheet->findings, RUNG_TABLE_READING, group, page->lead,
                                       0);
  const int typical = rung__figure_level(page->sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_TYPICAL);
  const struct rung__told_level level = rung__reading_level(page->sheet, group, page->lead);
  struct rung__buffer cell = {0};
  rung__put_level(&cell, &level);
  rung__put_spaces(page->buffer, 2);
  if (cell.failed)
    page->buffer->failed = true;
  else
    rung__page_left(page->buffer, cell.data, cut->level);
  rung__buffer_free(&cell);
  rung__page_chance(page->buffer,
                    rung__figure(page->sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_PROBABILITY),
                    SURE);
  rung__page_right(page->buffer,
                   typical < 0 ? "–" : rung__ladder_level(page->sheet, page->lead, typical),
                   TYPICAL);
}

static void put_measure(const struct cut *cut, size_t group, size_t column)
{
  const struct rung__sheet *sheet = cut->page->sheet;
  const size_t measure = cut->measure[column];
  const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_MEASURE, group, measure, 0);
  const double score = rung__figure(sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_SCORE);
  const double n = rung__figure(sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_N);
  if (sheet->model->measures[measure].by == RUNG__SHARE)
    rung__page_share(cut->page->buffer, score / 100, cut->width[column]);
  else
    rung__page_number(cut->page->buffer, score, rung__mean_digits(sheet, n), cut->width[column]);
}

/* "12", or "12/15  80 %" where it is told how many were invited. */
static void put_people(const struct cut *cut, size_t group)
{
  const struct rung__sheet *sheet = cut->page->sheet;
  const double n = rung__figure(sheet, RUNG_TABLE_GROUP, group, RUNG_FIGURE_N);
  const double invited = rung__figure(sheet, RUNG_TABLE_GROUP, group, RUNG_FIGURE_INVITED);
  struct rung__buffer cell = {0};
  rung__tell_number(&cell, n, 0);
  if (invited == invited) {
    rung__put_byte(&cell, '/');
    rung__tell_number(&cell, invited, 0);
    rung__put_byte(&cell, ' ');
    rung__tell_share(&cell, n / invited);
  }
  if (cell.failed)
    cut->page->buffer->failed = true;
  else
    rung__page_right(cut->page->buffer, cell.data, cut->people);
  rung__buffer_free(&cell);
}

static void put_row(const struct cut *cut, size_t group)
{
  const struct rung__sheet *sheet = cut->page->sheet;
  struct rung__buffer *page = cut->page->buffer;
  const rung_state state = rung_findings_state(sheet->findings, RUNG_TABLE_GROUP, group);
  struct rung__buffer label = {0};
  tell_label(&label, sheet, group);
  if (label.failed)
    page->failed = true;
  else
    rung__page_left(page, label.data, cut->label);
  rung__buffer_free(&label);
  put_people(cut, group);
  if (state == RUNG_STATE_TOO_FEW) {
    rung__put_format(page, "  hidden: fewer than %lld %s\n", (long long)sheet->least_n,
                     rung__who(sheet));
    return;
  }
  if (state != RUNG_STATE_SHOWN) {
    rung__put_format(page, "  %s\n", rung__state_text(state));
    return;
  }
  if (cut->level) put_level(cut, group);
  for (size_t i = 0; i < cut->count; i++)
    put_measure(cut, group, i);
  rung__page_end(page);
}

/* Whether the sentences over a table speak of a group: in a tree only of units with none below, for
 * the others hold the same people again. A unit stands right before those below it. */
static bool is_spoken_of(const struct cut *cut, size_t group)
{
  return !cut->tree || rung_findings_parent(cut->page->sheet->findings, group + 1) != group;
}

/* How many of the groups shown stand on each level. */
static void say_levels(const struct cut *cut)
{
  const struct rung__page *page = cut->page;
  const struct rung__ladder
      *ladder = &page->sheet->model->ladders[page->sheet->model->readings[page->lead].ladder];
  size_t groups = 0, on[RUNG__LEVELS_MAX] = {0};
  for (size_t group = cut->first; group < cut->end; group++) {
    const int level = rung__reading_level(page->sheet, group, page->lead).stated;
    if (level < 0 || !is_spoken_of(cut, group)) continue;
    groups++;
    on[level]++;
  }
  if (groups == 0) return;
  struct rung__buffer line = {0};
  rung__put_format(
      &line, cut->tree ? "Of the %zu lowest unit%s with a level" : "Of %zu group%s with a level",
      groups, groups == 1 ? "" : "s");
  const char *separator = ": ";
  for (size_t i = 0; i < ladder->count; i++) {
    if (on[i] == 0) continue;
    rung__put_format(&line, "%s%zu on level %s", separator, on[i], ladder->level[i].id);
    separator = ", ";
  }
  rung__put_byte(&line, '.');
  rung__page_say(page->buffer, 2, &line);
}

/* The signs that stand in the column of levels. */
static void say_signs(const struct cut *cut)
{
  const struct rung__page *page = cut->page;
  bool on_threshold = false;
  uint32_t marks = 0;
  for (size_t group = cut->first; group < cut->end; group++) {
    const struct rung__told_level level = rung__reading_level(page->sheet, group, page->lead);
    if (level.stated < 0) continue;
    on_threshold |= level.state == RUNG_STATE_ON_THRESHOLD;
    marks |= level.marks;
  }
  struct rung__buffer line = {0};
  rung__tell_signs(&line, on_threshold, marks);
  rung__page_say(page->buffer, 2, &line);
  if (page->lead == SIZE_MAX) return;
  rung__put_text(&line, "sure: how probable the level is, had others of the same kind answered.");
  rung__page_say(page->buffer, 2, &line);
}

static bool has_no_value(const struct cut *cut, size_t group)
{
  const rung_findings *findings = cut->page->sheet->findings;
  for (size_t i = 0; i < rung_findings_key_count(findings, group); i++)
    if (!rung_findings_key_value(findings, group, i)) return true;
  return false;
}

static double first_score(const struct cut *cut, size_t group)
{
  const size_t row = rung_findings_row(cut->page->sheet->findings, RUNG_TABLE_MEASURE, group,
                                       cut->measure[0], 0);
  return rung__figure(cut->page->sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_SCORE);
}

/* From where to where the first measure runs, small groups left aside; who stands where is for the
 * table, in the order of names. */
static void say_range(const struct cut *cut)
{
  const struct rung__sheet *sheet = cut->page->sheet;
  size_t least = SIZE_MAX, most = SIZE_MAX;
  for (size_t group = cut->first; cut->count > 0 && group < cut->end; group++) {
    const double score = first_score(cut, group);
    const double n = rung__figure(sheet, RUNG_TABLE_GROUP, group, RUNG_FIGURE_N);
    if (score != score || n < (double)sheet->least_n_spread || has_no_value(cut, group)) continue;
    if (!is_spoken_of(cut, group)) continue;
    if (least == SIZE_MAX || score < first_score(cut, least)) least = group;
    if (most == SIZE_MAX || score > first_score(cut, most)) most = group;
  }
  if (least == most) return;
  const bool share = sheet->model->measures[cut->measure[0]].by == RUNG__SHARE;
  struct rung__buffer line = {0};
  rung__put_format(&line, "%s runs from ",
                   rung__part_text(sheet, RUNG_PART_MEASURE, cut->measure[0]));
  rung__tell_number(&line, first_score(cut, least), share ? 0 : 2);
  if (share) rung__put_text(&line, "\u00a0%");
  rung__put_text(&line, " to ");
  rung__tell_number(&line, first_score(cut, most), share ? 0 : 2);
  if (share) rung__put_text(&line, "\u00a0%");
  rung__put_format(&line, " over the %s; it is no ranking, for small differences may be chance.",
                   cut->tree ? "lowest units" : "groups");
  rung__page_say(cut->page->buffer, 2, &line);
}

static void put_cut_heading(const struct cut *cut)
{
  const rung_findings *findings = cut->page->sheet->findings;
  struct rung__buffer heading = {0};
  for (size_t i = 0; i < rung_findings_key_count(findings, cut->first); i++)
    rung__put_format(&heading, "%s%s", i > 0 ? " × " : "By ",
                     rung_findings_key_column(findings, cut->first, i));
  if (heading.failed)
    cut->page->buffer->failed = true;
  else
    rung__page_heading(cut->page->buffer, heading.data);
  rung__buffer_free(&heading);
}

static void say_left_out(const struct cut *cut)
{
  struct rung__buffer line = {0};
  if (cut->left_out > 0)
    rung__put_format(&line, "%zu more measures do not fit the page: csv and json have them. ",
                     cut->left_out);
  if (cut->within_rows)
    rung__put_text(&line, "Measures that compare within a row only are left out.");
  rung__page_say(cut->page->buffer, 2, &line);
}

static void put_cut(struct cut *cut)
{
  measure_widths(cut);
  choose_measures(cut);
  put_cut_heading(cut);
  if (cut->level) say_levels(cut);
  say_range(cut);
  put_header(cut);
  for (size_t group = cut->first; group < cut->end; group++)
    put_row(cut, group);
  if (cut->level) say_signs(cut);
  say_left_out(cut);
}

void rung__page_cuts(const struct rung__page *page)
{
  const struct rung__sheet *sheet = page->sheet;
  for (size_t first = 0, end; first < sheet->groups; first = end) {
    for (end = first + 1; end < sheet->groups && rung__same_cut(sheet, first, end);)
      end++;
    if (rung_findings_key_count(sheet->findings, first) == 0) continue;
    struct cut cut = {.page = page, .first = first, .end = end};
    for (size_t group = first; group < end; group++)
      cut.tree |= rung_findings_parent(sheet->findings, group) != SIZE_MAX;
    put_cut(&cut);
    rung__page_lists(page, first, end);
  }
}
