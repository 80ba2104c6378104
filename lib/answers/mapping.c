/* The mapping of an export, asked: what a header is and what a text means.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/mapping.h"

#include <stdlib.h>

const struct rung__map_column *rung__mapping_header(const struct rung__mapping *mapping,
                                                    struct rung__slice header)
{
  if (!mapping) return NULL;
  const uint32_t index = rung__names_find(&mapping->headers, header);
  return index == RUNG__NO_NAME ? NULL : &mapping->column[index];
}

const struct rung__map_column *rung__mapping_group(const struct rung__mapping *mapping,
                                                   struct rung__slice name)
{
  for (size_t i = 0; mapping && i < mapping->count; i++) {
    const struct rung__map_column *column = &mapping->column[i];
    if (column->use == RUNG__MAP_GROUP && rung__same(rung__slice(column->group), name))
      return column;
  }
  return NULL;
}

const char *rung__mapping_table(const struct rung__mapping *mapping, int which)
{
  static const char *const STARTS[RUNG__TABLE_COLUMNS] = {"row", "item", "answer"};
  return mapping && mapping->table[which] ? mapping->table[which] : STARTS[which];
}

rung_absence rung__map_empty(const struct rung__mapping *mapping,
                             const struct rung__map_column *column, bool quoted)
{
  const struct rung__map_cells *own = column ? &column->cells : NULL;
  const struct rung__map_cells *all = mapping ? &mapping->cells : NULL;
  if (quoted && own && own->quoted_empty != RUNG__NONE) return (rung_absence)own->quoted_empty;
  if (quoted && all && all->quoted_empty != RUNG__NONE) return (rung_absence)all->quoted_empty;
  if (own && own->empty != RUNG__NONE) return (rung_absence)own->empty;
  if (all && all->empty != RUNG__NONE) return (rung_absence)all->empty;
  return RUNG_ABSENT_SKIPPED;
}

int8_t rung__map_match(const struct rung__map_cells *cells, const struct rung__item *item,
                       struct rung__slice text, int64_t *number)
{
  for (size_t i = 0; i < cells->count; i++) {
    const struct rung__map_label *label = &cells->label[i];
    if (!rung__same_folded(label->text, text)) continue;
    if (label->absent) return RUNG__ABSENT(label->kind);
    *number = label->code;
    return rung__item_code(item, label->code);
  }
  return RUNG__UNKNOWN_ANSWER;
}

bool rung__map_absent(const struct rung__map_column *column, struct rung__slice text)
{
  for (size_t i = 0; column && i < column->absent_count; i++)
    if (rung__same_folded(column->absent[i], text)) return true;
  return false;
}

void rung__mapping_free(struct rung__mapping *mapping)
{
  if (!mapping) return;
  rung__names_free(&mapping->headers);
  rung__arena_free(&mapping->arena);
  free(mapping);
}
