/* The controlled lists: groups in the order of the tables, never ranked.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/findings_lists.h"

#include "findings/family.h"
#include "write/page.h"

#define NAMED_MOST 6 /* measures of one group */

static const char *part_id(const struct rung__sheet *sheet, enum rung__list list, size_t row)
{
  const size_t part = rung_findings_part(sheet->findings, rung__list_table(list), row);
  return list == RUNG__GAP ? sheet->model->pairs[part].id : sheet->model->measures[part].id;
}

static double difference(const struct rung__sheet *sheet, enum rung__list list, size_t row)
{
  return rung__figure(sheet, rung__list_table(list), row,
                      list == RUNG__GAP ? RUNG_FIGURE_SCORE : RUNG_FIGURE_DIFFERENCE);
}

static void put_family(struct rung__json_out *json, const struct rung__sheet *sheet,
                       enum rung__list list, size_t first, size_t end)
{
  double size = 0;
  for (size_t group = first; size == 0 && group < end; group++)
    size = rung__family_size(sheet->findings, list, group);
  if (size == 0) return;
  rung__emit_open(json, NULL, '{');
  rung__emit_open(json, "by", '[');
  for (size_t i = 0; i < rung_findings_key_count(sheet->findings, first); i++)
    rung__emit_text(json, NULL, rung_findings_key_column(sheet->findings, first, i));
  rung__emit_close(json, ']');
  rung__emit_truth(json, "units", first >= sheet->first_unit);
  rung__emit_number(json, "comparisons", size);
  rung__emit_close(json, '}');
}

static void put_rows(struct rung__json_out *json, const struct rung__sheet *sheet,
                     enum rung__list list, size_t group)
{
  const rung_table table = rung__list_table(list);
  for (size_t place = 0, row;
       (row = rung__list_row(sheet->findings, list, group, place)) != SIZE_MAX; place++) {
    if (!rung__is_listed(sheet->findings, list, row)) continue;
    rung__emit_open(json, NULL, '{');
    rung__emit_number(json, "group", (double)group);
    rung__emit_text(json, list == RUNG__GAP ? "pair" : "measure", part_id(sheet, list, row));
    rung__emit_number(json, "difference", difference(sheet, list, row));
    rung__emit_number(json, "p_adjusted", rung__figure(sheet, table, row, RUNG_FIGURE_P_ADJUSTED));
    rung__emit_close(json, '}');
  }
}

static void put_list(struct rung__json_out *json, const struct rung__sheet *sheet,
                     enum rung__list list)
{
  rung__emit_open(json, rung__list_name(list), '{');
  rung__emit_open(json, "families", '[');
  for (size_t first = 0, end; first < sheet->groups; first = end) {
    for (end = first + 1; end < sheet->groups && rung__same_cut(sheet, first, end);)
      end++;
    put_family(json, sheet, list, first, end);
  }
  rung__emit_close(json, ']');
  rung__emit_open(json, "rows", '[');
  for (size_t group = 0; group < sheet->groups; group++)
    put_rows(json, sheet, list, group);
  rung__emit_close(json, ']');
  rung__emit_close(json, '}');
}

void rung__json_lists(struct rung__json_out *json, const struct rung__sheet *sheet)
{
  struct rung__buffer method = {0};
  rung__tell_method(&method, sheet->findings);
  if (method.failed) json->buffer->failed = true;
  rung__emit_open(json, "lists", '{');
  rung__emit_text(json, "method", method.failed ? NULL : method.data);
  rung__buffer_free(&method);
  for (int list = 0; list < RUNG__LISTS; list++)
    put_list(json, sheet, (enum rung__list)list);
  rung__emit_close(json, '}');
}

/* "Night Shift: Thinking −1.42, Language −1.38 and 3 more." Nothing where nothing is listed. */
static void say_group(const struct rung__page *page, enum rung__list list, size_t group)
{
  const struct rung__sheet *sheet = page->sheet;
  const rung_part part = list == RUNG__GAP ? RUNG_PART_PAIR : RUNG_PART_MEASURE;
  struct rung__buffer line = {0};
  size_t count = 0;
  for (size_t place = 0, row;
       (row = rung__list_row(sheet->findings, list, group, place)) != SIZE_MAX; place++) {
    if (!rung__is_listed(sheet->findings, list, row) || ++count > NAMED_MOST) continue;
    if (count == 1) rung__put_group(&line, sheet, group);
    rung__put_format(
        &line, "%s%s ", count == 1 ? ": " : ", ",
        rung__part_text(sheet, part,
                        rung_findings_part(sheet->findings, rung__list_table(list), row)));
    const double by = difference(sheet, list, row);
    rung__put_text(&line, by < 0 ? "−" : "+");
    rung__tell_number(&line, by < 0 ? -by : by, 2);
  }
  if (count > NAMED_MOST) rung__put_format(&line, " and %zu more", count - NAMED_MOST);
  if (count > 0) rung__put_byte(&line, '.');
  rung__page_say(page->buffer, 4, &line);
}

static void say_list(const struct rung__page *page, enum rung__list list, size_t first, size_t end,
                     const char *what)
{
  const struct rung__sheet *sheet = page->sheet;
  double size = 0;
  size_t listed = 0;
  for (size_t group = first; group < end; group++) {
    if (size == 0) size = rung__family_size(sheet->findings, list, group);
    for (size_t place = 0, row;
         (row = rung__list_row(sheet->findings, list, group, place)) != SIZE_MAX; place++)
      if (rung__is_listed(sheet->findings, list, row)) listed++;
  }
  if (size == 0) return;
  struct rung__buffer line = {0};
  rung__put_format(&line, "%s: %zu of a family of ", what, listed);
  rung__tell_number(&line, size, 0);
  rung__put_format(&line, " comparison%s%s", size == 1 ? "" : "s", listed > 0 ? "." : ": none.");
  rung__page_say(page->buffer, 2, &line);
  for (size_t group = first; listed > 0 && group < end; group++)
    say_group(page, list, group);
}

void rung__page_comparing(const struct rung__page *page)
{
  struct rung__buffer line = {0};
  if (page->sheet->groups < 2 && page->sheet->waves < 2) return;
  rung__page_heading(page->buffer, "How groups are compared");
  rung__put_text(&line, "Groups stand in the order of the tree and of their names, never of their "
                        "figures: the first and the last of many are mostly so by chance. What is "
                        "listed is controlled: ");
  rung__tell_method(&line, page->sheet->findings);
  rung__put_byte(&line, '.');
  rung__page_say(page->buffer, 2, &line);
}

void rung__page_lists(const struct rung__page *page, size_t first, size_t end)
{
  say_list(page, RUNG__DIFFERENT, first, end,
           "Different from the rest of the unit above, or of all");
  say_list(page, RUNG__CHANGED, first, end, "Changed since the wave before");
  say_list(page, RUNG__GAP, first, end, "Gaps");
}
