/* Families: adjusted by Benjamini and Hochberg (1995), and the lists that come of them.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/family.h"

#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/number.h"
#include "stats/adjust.h"

/* Where the rows of a list are. */
static const struct {
  const char *name;
  rung_table table;
  size_t first, step; /* among the rows of a group */
} lists[RUNG__LISTS] = {
    [RUNG__DIFFERENT] = {"different", RUNG_TABLE_COMPARISON, RUNG_COMPARISON_REST,
                         RUNG__COMPARISONS},
    [RUNG__STRENGTH] = {"strength", RUNG_TABLE_COMPARISON, RUNG_COMPARISON_REST, RUNG__COMPARISONS},
    [RUNG__CHANGED] = {"changed", RUNG_TABLE_COMPARISON, RUNG_COMPARISON_BEFORE, RUNG__COMPARISONS},
    [RUNG__GAP] = {"gap", RUNG_TABLE_PAIR, 0, 1},
};

const char *rung__list_name(enum rung__list list)
{
  return lists[list].name;
}

rung_table rung__list_table(enum rung__list list)
{
  return lists[list].table;
}

size_t rung__list_row(const rung_findings *findings, enum rung__list list, size_t group,
                      size_t place)
{
  const struct rung__table *table = &findings->table[lists[list].table];
  const size_t row = lists[list].first + place * lists[list].step;
  return row < table->each ? group * table->each + row : SIZE_MAX;
}

/* One kind of comparison in the groups [first, end). False: no memory. */
static bool adjust(rung_findings *findings, enum rung__list list, size_t first, size_t end)
{
  struct rung__table *table = &findings->table[lists[list].table];
  const size_t each = table->each / lists[list].step;
  double size = 0, *p = rung__array_new((end - first) * each, sizeof *p);
  if (p == NULL) return false;
  for (size_t index = 0; index < (end - first) * each; ++index) {
    p[index] = rung__table_number(
        table, rung__list_row(findings, list, first + index / each, index % each), RUNG_FIGURE_P);
    if (!isnan(p[index])) ++size;
  }
  const bool room = rung__adjust(p, (end - first) * each, RUNG_ADJUST_BENJAMINI_HOCHBERG, p);
  for (size_t index = 0; room && index < (end - first) * each; ++index) {
    const size_t row = rung__list_row(findings, list, first + index / each, index % each);
    if (isnan(p[index])) continue;
    rung__table_put(table, row, RUNG_FIGURE_P_ADJUSTED, p[index]);
    rung__table_put(table, row, RUNG_FIGURE_NOTABLE, p[index] <= 1 - findings->confidence);
    rung__table_put(table, row, RUNG_FIGURE_FAMILY, size);
  }
  free(p);
  return room;
}

bool rung__adjust_families(rung_findings *findings, const struct rung__frame *frame)
{
  for (size_t first = 0, end; first < frame->count; first = end) {
    for (end = first + 1; end < frame->count && frame->place[end].cut == frame->place[first].cut;)
      ++end;
    if (!adjust(findings, RUNG__DIFFERENT, first, end) ||
        !adjust(findings, RUNG__CHANGED, first, end) || !adjust(findings, RUNG__GAP, first, end))
      return false;
  }
  return true;
}

/* Whether height means something: a reading holds it against a ladder. */
static bool has_ladder(const rung_model *model, size_t measure)
{
  for (size_t reading = 0; reading < model->reading_count; ++reading) {
    if (model->readings[reading].measure == measure) return true;
  }
  return false;
}

bool rung__is_listed(const rung_findings *findings, enum rung__list list, size_t row)
{
  const struct rung__table *table = &findings->table[lists[list].table];
  if (rung__table_number(table, row, RUNG_FIGURE_NOTABLE) != 1) return false;
  return list != RUNG__STRENGTH || (rung__table_number(table, row, RUNG_FIGURE_DIFFERENCE) > 0 &&
                                    has_ladder(findings->model, table->part[row % table->each]));
}

double rung__family_size(const rung_findings *findings, enum rung__list list, size_t group)
{
  const struct rung__table *table = &findings->table[lists[list].table];
  for (size_t place = 0, row; (row = rung__list_row(findings, list, group, place)) != SIZE_MAX;
       ++place) {
    const double size = rung__table_number(table, row, RUNG_FIGURE_FAMILY);
    if (!isnan(size)) return size;
  }
  return 0;
}

void rung__tell_method(struct rung__buffer *sentence, const rung_findings *findings)
{
  char text[RUNG__NUMBER_SIZE];
  rung__number_fixed(100 * findings->confidence, 0, text);
  rung__put_format(
      sentence,
      "Benjamini and Hochberg over all comparisons of one kind in one table, intervals "
      "of each by itself at %s\u00a0%%; rest and wave before count as different people",
      text);
}
