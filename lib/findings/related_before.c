/* Relations over persons that were shown before: two tables tell of whoever came between them.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/related_before.h"

#include <math.h>
#include <string.h>

/* Two figures that differ by less were the same: they went through text. */
#define SAME 1e-9

static bool is_text(const json_t *value, const char *text)
{
  return json_is_string(value) && strcmp(json_string_value(value), text) == 0;
}

/* The table of persons that a report shows of a relation; NULL: none. */
static const json_t *persons_of(const json_t *report, const char *id)
{
  const json_t *relations = json_object_get(report, "relations");
  for (size_t index = 0; index < json_array_size(relations); ++index) {
    const json_t *relation = json_array_get(relations, index);
    if (!is_text(json_object_get(relation, "id"), id)) continue;
    const json_t *persons = json_object_get(relation, "persons");
    return is_text(json_object_get(persons, "state"), "shown") ? persons : NULL;
  }
  return NULL;
}

static bool is_same(const json_t *cell, const char *key, const struct rung__table *table,
                    size_t row, rung_figure figure)
{
  const json_t *value = json_object_get(cell, key);
  return json_is_number(value) &&
         fabs(json_number_value(value) - rung__table_number(table, row, figure)) < SAME;
}

static bool differs(const json_t *persons, const rung_findings *findings, size_t relation)
{
  const struct rung__table *table = &findings->table[RUNG_TABLE_CELL_PERSONS];
  const json_t *cells = json_object_get(persons, "cells");
  const size_t first = table->first[relation], count = table->first[relation + 1] - first;
  if (json_array_size(cells) != count) return true;
  for (size_t cell = 0; cell < count; ++cell) {
    const json_t *before = json_array_get(cells, cell);
    if (!is_same(before, "n", table, first + cell, RUNG_FIGURE_N) ||
        !is_same(before, "share", table, first + cell, RUNG_FIGURE_SHARE))
      return true;
  }
  return false;
}

bool rung__related_differs(const rung_view *view, const rung_findings *findings, size_t relation)
{
  for (size_t index = 0; view != NULL && index < view->shown_count; ++index) {
    const json_t *persons = persons_of(view->shown[index], findings->relation[relation].id);
    if (persons != NULL && differs(persons, findings, relation)) return true;
  }
  return false;
}
