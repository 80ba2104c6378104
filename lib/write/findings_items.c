/* Findings for people, the questions: shares of favourable answers; means of numbers.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/array.h"
#include "write/findings_page.h"
#include "write/page.h"

#include <stdlib.h>

#define TEXT 52

static double favourable(const struct rung__sheet *sheet, size_t item)
{
  return rung__figure(sheet, RUNG_TABLE_ITEM, item, RUNG_FIGURE_FAVOURABLE);
}

/* The items that have a share of favourable answers, the greatest first, else in model order. */
static size_t sort_items(const struct rung__sheet *sheet, size_t *order)
{
  size_t count = 0;
  for (size_t item = 0; item < sheet->model->item_count; item++) {
    const double share = favourable(sheet, item);
    if (share != share) continue;
    size_t place = count++;
    for (; place > 0 && favourable(sheet, order[place - 1]) < share; place--)
      order[place] = order[place - 1];
    order[place] = item;
  }
  return count;
}

static void put_item(const struct rung__page *page, size_t item)
{
  const struct rung__sheet *sheet = page->sheet;
  rung__put_spaces(page->buffer, 2);
  rung__page_left(page->buffer, rung__part_text(sheet, RUNG_PART_ITEM, item), TEXT);
  rung__page_number(page->buffer, rung__figure(sheet, RUNG_TABLE_ITEM, item, RUNG_FIGURE_N), 0, 8);
  rung__page_share(page->buffer, favourable(sheet, item), 7);
  rung__page_share(page->buffer, rung__figure(sheet, RUNG_TABLE_ITEM, item, RUNG_FIGURE_NEUTRAL),
                   7);
  rung__page_share(page->buffer,
                   rung__figure(sheet, RUNG_TABLE_ITEM, item, RUNG_FIGURE_UNFAVOURABLE), 7);
  rung__put_spaces(page->buffer, 2);
  rung__page_bar(page->buffer, favourable(sheet, item), 14);
  rung__page_end(page->buffer);
}

static void say_ends(const struct rung__page *page, size_t first, size_t last)
{
  const struct rung__sheet *sheet = page->sheet;
  struct rung__buffer line = {0};
  rung__put_format(&line, "Most favourable: \"%s\" (",
                   rung__part_text(sheet, RUNG_PART_ITEM, first));
  rung__tell_share(&line, favourable(sheet, first));
  rung__put_format(&line, "). Least: \"%s\" (", rung__part_text(sheet, RUNG_PART_ITEM, last));
  rung__tell_share(&line, favourable(sheet, last));
  rung__put_text(&line, ").");
  rung__page_say(page->buffer, 2, &line);
}

/* A number or a day that was asked for: what answers are worth in the mean, where they are worth
 * anything. */
static void put_number_item(const struct rung__page *page, size_t item)
{
  const struct rung__sheet *sheet = page->sheet;
  const struct rung__item *of = &sheet->model->items[item];
  const rung_state state = rung_findings_state(sheet->findings, RUNG_TABLE_ITEM, item);
  const double n = rung__figure(sheet, RUNG_TABLE_ITEM, item, RUNG_FIGURE_N);
  rung__put_spaces(page->buffer, 2);
  rung__page_left(page->buffer, rung__part_text(sheet, RUNG_PART_ITEM, item), TEXT);
  rung__page_number(page->buffer, n, 0, 8);
  rung__page_number(page->buffer, rung__figure(sheet, RUNG_TABLE_ITEM, item, RUNG_FIGURE_SCORE),
                    rung__mean_digits(sheet, n), 9);
  if (of->answers == RUNG__DATES && of->age.count == 0)
    rung__page_right(page->buffer, "a day", 12);
  else
    rung__put_ends(page, of->low, of->high, 12);
  rung__page_share(page->buffer, rung__figure(sheet, RUNG_TABLE_ITEM, item, RUNG_FIGURE_COVERAGE),
                   10);
  if (state != RUNG_STATE_SHOWN) rung__put_format(page->buffer, "  %s", rung__state_text(state));
  rung__page_end(page->buffer);
}

static void put_numbers(const struct rung__page *page)
{
  const rung_model *model = page->sheet->model;
  if (model->number_count == 0) return;
  rung__page_heading(page->buffer, "Questions answered by a number or a day");
  rung__put_spaces(page->buffer, 2);
  rung__page_left(page->buffer, "question", TEXT);
  rung__put_text(page->buffer, "       n     mean    of values  answered\n");
  for (size_t i = 0; i < model->item_count; i++)
    if (model->items[i].scale != RUNG__NONE && model->items[i].answers != RUNG__POINTS)
      put_number_item(page, i);
}

void rung__page_items(const struct rung__page *page)
{
  size_t *order = rung__array_new(page->sheet->model->item_count, sizeof *order);
  if (!order) {
    page->buffer->failed = true;
    return;
  }
  const size_t count = sort_items(page->sheet, order);
  if (count > 0) {
    rung__page_heading(page->buffer, "Questions, by share of favourable answers");
    if (count > 1) say_ends(page, order[0], order[count - 1]);
    rung__put_spaces(page->buffer, 2);
    rung__page_left(page->buffer, "question", TEXT);
    rung__put_text(page->buffer, "       n  favo.  neut.  unfav.\n");
    for (size_t i = 0; i < count; i++)
      put_item(page, order[i]);
  }
  free(order);
  put_numbers(page);
}
