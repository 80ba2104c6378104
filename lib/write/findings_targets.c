/* Findings for people, targets: which units are how far from the level that they want to reach.
 * SPDX-License-Identifier: Apache-2.0
 *
 * By the distance, the widest first, and never by height: a higher level is no aim of itself. Units at
 * one distance stand in the order of the tree. */
#include "write/findings_page.h"
#include "write/page.h"

#define NAMED_MOST 12 /* units at one distance */

static double target(const struct rung__page *page, size_t group, size_t reading,
                     rung_figure figure)
{
  const size_t row = rung_findings_row(page->sheet->findings, RUNG_TABLE_READING, group, reading,
                                       0);
  return rung__figure(page->sheet, RUNG_TABLE_READING, row, figure);
}

/* The units that are just so far from their targets; nothing where there is none. */
static void say_distance(const struct rung__page *page, size_t reading, int distance)
{
  const struct rung__sheet *sheet = page->sheet;
  struct rung__buffer line = {0};
  size_t count = 0;
  for (size_t group = sheet->first_unit; group < sheet->groups; group++) {
    if (target(page, group, reading, RUNG_FIGURE_TO_TARGET) != distance) continue;
    if (count++ >= NAMED_MOST) continue;
    if (count == 1 && distance > 0)
      rung__put_format(&line, "%d level%s short of the target: ", distance,
                       distance == 1 ? "" : "s");
    else if (count == 1)
      rung__put_text(&line, "On the target: ");
    else
      rung__put_text(&line, ", ");
    rung__put_group(&line, sheet, group);
    rung__put_format(
        &line, " (%s)",
        rung__ladder_level(sheet, reading, (int)target(page, group, reading, RUNG_FIGURE_TARGET)));
  }
  if (count > NAMED_MOST) rung__put_format(&line, " and %zu more", count - NAMED_MOST);
  if (count > 0) rung__put_byte(&line, '.');
  rung__page_say(page->buffer, 4, &line);
}

/* Those beyond their target, and those of which it cannot be said. */
static void say_others(const struct rung__page *page, size_t reading)
{
  size_t beyond = 0, unknown = 0;
  for (size_t group = page->sheet->first_unit; group < page->sheet->groups; group++) {
    const double distance = target(page, group, reading, RUNG_FIGURE_TO_TARGET);
    const double level = target(page, group, reading, RUNG_FIGURE_TARGET);
    beyond += distance < 0;
    unknown += level == level && distance != distance;
  }
  struct rung__buffer line = {0};
  if (beyond > 0) rung__put_format(&line, "Beyond the target: %zu. ", beyond);
  if (unknown > 0)
    rung__put_format(&line, "With a target and no level that is shown: %zu.", unknown);
  rung__page_say(page->buffer, 4, &line);
}

static bool has_target(const struct rung__page *page, size_t reading)
{
  for (size_t group = page->sheet->first_unit; group < page->sheet->groups; group++) {
    const double level = target(page, group, reading, RUNG_FIGURE_TARGET);
    if (level == level) return true;
  }
  return false;
}

void rung__page_targets(const struct rung__page *page)
{
  const rung_model *model = page->sheet->model;
  bool headed = false;
  for (size_t reading = 0; reading < model->reading_count; reading++) {
    if (!has_target(page, reading)) continue;
    if (!headed) rung__page_heading(page->buffer, "How far it is to the targets");
    headed = true;
    struct rung__buffer line = {0};
    rung__put_text(&line, rung__part_text(page->sheet, RUNG_PART_READING, reading));
    rung__page_say(page->buffer, 2, &line);
    for (int distance = (int)model->ladders[model->readings[reading].ladder].count; distance >= 0;
         distance--)
      say_distance(page, reading, distance);
    say_others(page, reading);
  }
}
