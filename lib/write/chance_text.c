/* Telling chances and flips.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/chance_text.h"

#include "write/page.h"

#define NEARLY_CERTAIN 0.995   /* what would be rounded to 100 % */
#define NEXT_TO_NOTHING 0.0005 /* a change of a cut that no digit shows */

static size_t row_of(const struct rung__sheet *sheet, size_t group, size_t reading)
{
  return rung_findings_row(sheet->findings, RUNG_TABLE_READING, group, reading, 0);
}

void rung__tell_chance(struct rung__buffer *sentence, double chance)
{
  if (chance >= NEARLY_CERTAIN) {
    rung__put_byte(sentence, '>');
    chance = 0.99;
  }
  rung__tell_share(sentence, chance);
}

void rung__page_chance(struct rung__buffer *page, double chance, size_t width)
{
  struct rung__buffer cell = {0};
  if (chance == chance)
    rung__tell_chance(&cell, chance);
  else
    rung__put_text(&cell, "–");
  if (cell.failed)
    page->failed = true;
  else
    rung__page_right(page, cell.data, width);
  rung__buffer_free(&cell);
}

void rung__tell_inside(struct rung__buffer *sentence, const struct rung__sheet *sheet, size_t group,
                       size_t reading)
{
  const size_t row = row_of(sheet, group, reading);
  const int low = rung__figure_level(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_LEVEL_LOW);
  const int high = rung__figure_level(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_LEVEL_HIGH);
  const int reached = rung__figure_level(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_REACHED);
  size_t told = 0;
  for (int level = low; low >= 0 && reached >= 0 && level <= high; level++) {
    if (level == reached) continue;
    rung__put_format(sentence, "%s%s", told++ > 0 ? ", " : ", and ",
                     rung__ladder_level(sheet, reading, level));
  }
  if (told > 0) rung__put_format(sentence, " %s inside the interval", told > 1 ? "are" : "is");
}

void rung__tell_chances(struct rung__buffer *sentence, const struct rung__sheet *sheet,
                        size_t group, size_t reading)
{
  const size_t count = sheet->model->ladders[sheet->model->readings[reading].ladder].count;
  for (size_t level = 0; level < count; level++) {
    const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_LEVEL, group, reading, level);
    const double chance = rung__figure(sheet, RUNG_TABLE_LEVEL, row, RUNG_FIGURE_PROBABILITY);
    if (!(chance >= 0.005)) continue;
    rung__put_format(sentence, "%s%s ", sentence->length > 0 ? ", " : "Probability of each level: ",
                     rung__ladder_level(sheet, reading, (int)level));
    rung__tell_chance(sentence, chance);
  }
  if (sentence->length > 0) rung__put_byte(sentence, '.');
}

static void tell_cut(struct rung__buffer *sentence, const struct rung__sheet *sheet, size_t row,
                     size_t reading)
{
  const double cut = rung__figure(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_FLIP_CUT);
  const int level = rung__figure_level(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_FLIP_LEVEL);
  const double size = cut < 0 ? -cut : cut;
  if (cut != cut || level < 0) return;
  rung__put_format(sentence, "It would be %s if one cut were ",
                   rung__ladder_level(sheet, reading, level));
  if (size < NEXT_TO_NOTHING)
    rung__put_text(sentence, "any");
  else
    rung__tell_number(sentence, size, 3);
  rung__put_text(sentence, cut < 0 ? " lower. " : " higher. ");
}

void rung__tell_flip(struct rung__buffer *sentence, const struct rung__sheet *sheet, size_t group,
                     size_t reading)
{
  const size_t row = row_of(sheet, group, reading);
  const double weight = rung__figure(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_FLIP_WEIGHT);
  tell_cut(sentence, sheet, row, reading);
  if (weight != weight) return;
  rung__put_format(sentence, "The score would come to a cut if %s weighed ",
                   rung__flip_term_of(sheet, row, reading));
  rung__tell_number(sentence, weight, 2);
  rung__put_text(sentence, " times as much.");
}
