/* Findings for people, what is to be looked at: pairs of measures held against each other, and flags.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/findings_page.h"
#include "write/page.h"

static void put_pair(const struct rung__page *page, size_t pair)
{
  static const char *const compared[2][2] = {
      {"; less is done than said, by ", "; more is done than said, by "},
      {"; it is lower from outside, by ", "; it is higher from outside, by "}};
  const struct rung__sheet *sheet = page->sheet;
  const bool sides = sheet->model->pairs[pair].of_sides;
  const double said = rung__figure(sheet, RUNG_TABLE_PAIR, pair, RUNG_FIGURE_SAID);
  const double done = rung__figure(sheet, RUNG_TABLE_PAIR, pair, RUNG_FIGURE_DONE);
  const double gap = rung__figure(sheet, RUNG_TABLE_PAIR, pair, RUNG_FIGURE_SCORE);
  const int digits = rung__mean_digits(sheet,
                                       rung__figure(sheet, RUNG_TABLE_PAIR, pair, RUNG_FIGURE_N));
  if (gap != gap) return;
  struct rung__buffer line = {0};
  rung__put_format(&line, "%s: %s stands at ", rung__part_text(sheet, RUNG_PART_PAIR, pair),
                   sides ? "the view from inside" : "what is said");
  rung__tell_number(&line, said, digits);
  rung__put_format(&line, ", %s at ", sides ? "that from outside" : "what is done");
  rung__tell_number(&line, done, digits);
  rung__put_text(&line, gap == 0 ? "; they are equal, gap " : compared[sides][gap > 0]);
  rung__tell_number(&line, gap < 0 ? -gap : gap, digits);
  rung__put_byte(&line, '.');
  rung__page_say(page->buffer, 2, &line);
}

static void put_flags(const struct rung__page *page)
{
  const struct rung__sheet *sheet = page->sheet;
  size_t raised = 0, unknown = 0;
  for (size_t i = 0; i < sheet->model->flag_count; i++) {
    const double flag = rung__figure(sheet, RUNG_TABLE_FLAG, i, RUNG_FIGURE_RAISED);
    if (flag != flag) unknown++;
    if (!(flag > 0)) continue;
    struct rung__buffer line = {0};
    rung__put_format(&line, "! %s", rung__part_text(sheet, RUNG_PART_FLAG, i));
    rung__page_say(page->buffer, 2, &line);
    raised++;
  }
  struct rung__buffer line = {0};
  if (unknown == sheet->model->flag_count)
    rung__put_text(&line, "Whether a flag is raised cannot be said.");
  else if (raised == 0)
    rung__put_text(&line, "No flag is raised.");
  if (unknown > 0 && unknown < sheet->model->flag_count)
    rung__put_format(&line, " Of %zu of %zu flags it cannot be said.", unknown,
                     sheet->model->flag_count);
  rung__page_say(page->buffer, 2, &line);
}

void rung__page_alerts(const struct rung__page *page)
{
  const rung_model *model = page->sheet->model;
  if (model->pair_count + model->flag_count == 0) return;
  rung__page_heading(page->buffer, "To be looked at");
  for (size_t i = 0; i < model->pair_count; i++)
    put_pair(page, i);
  if (model->flag_count > 0) put_flags(page);
}
