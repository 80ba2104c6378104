/* Findings: asking for what is there.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>

#include "findings/findings.h"

/* The table, or NULL where there is none or no such row. */
static const struct rung__table *find(const rung_findings *findings, rung_table table, size_t row)
{
  if (findings == NULL || (unsigned)table >= RUNG__TABLES) return NULL;
  return row < findings->table[table].count ? &findings->table[table] : NULL;
}

size_t rung_findings_count(const rung_findings *findings, rung_table table)
{
  if (findings == NULL || (unsigned)table >= RUNG__TABLES) return 0;
  return findings->table[table].count;
}

size_t rung_findings_group(const rung_findings *findings, rung_table table, size_t row)
{
  const struct rung__table *found = find(findings, table, row);
  return found == NULL ? 0 : row / found->each;
}

size_t rung_findings_part(const rung_findings *findings, rung_table table, size_t row)
{
  const struct rung__table *found = find(findings, table, row);
  return found == NULL ? 0 : found->part[row % found->each];
}

size_t rung_findings_sub(const rung_findings *findings, rung_table table, size_t row)
{
  const struct rung__table *found = find(findings, table, row);
  return found == NULL ? 0 : row % found->each - found->first[found->part[row % found->each]];
}

size_t rung_findings_row(const rung_findings *findings, rung_table table, size_t group, size_t part,
                         size_t sub)
{
  if (findings == NULL || (unsigned)table >= RUNG__TABLES) return SIZE_MAX;
  const struct rung__table *found = &findings->table[table];
  if (group >= findings->group_count || part >= found->parts) return SIZE_MAX;
  if (sub >= found->first[part + 1] - found->first[part]) return SIZE_MAX;
  const size_t row = group * found->each + found->first[part] + sub;
  return row < found->count ? row : SIZE_MAX;
}

size_t rung_findings_parent(const rung_findings *findings, size_t group)
{
  return findings != NULL && group < findings->group_count ? findings->parent[group] : SIZE_MAX;
}

size_t rung_findings_key_count(const rung_findings *findings, size_t group)
{
  return findings != NULL && group < findings->group_count ? findings->key[group].count : 0;
}

const char *rung_findings_key_column(const rung_findings *findings, size_t group, size_t index)
{
  return index < rung_findings_key_count(findings, group) ? findings->key[group].column[index]
                                                          : NULL;
}

const char *rung_findings_key_value(const rung_findings *findings, size_t group, size_t index)
{
  return index < rung_findings_key_count(findings, group) ? findings->key[group].value[index]
                                                          : NULL;
}

double rung_findings_number(const rung_findings *findings, rung_table table, size_t row,
                            rung_figure figure)
{
  const struct rung__table *found = find(findings, table, row);
  if (found == NULL || (unsigned)figure >= RUNG__FIGURES) return NAN;
  return rung__table_number(found, row, figure);
}

rung_status rung_findings_column(const rung_findings *findings, rung_table table,
                                 rung_figure figure, double *out, size_t count)
{
  const size_t rows = rung_findings_count(findings, table);
  if (findings == NULL || (unsigned)table >= RUNG__TABLES || (unsigned)figure >= RUNG__FIGURES ||
      count < rows || (out == NULL && rows > 0))
    return RUNG_E_ARGUMENT;
  for (size_t row = 0; row < rows; ++row)
    out[row] = rung__table_number(&findings->table[table], row, figure);
  return RUNG_OK;
}

rung_state rung_findings_state(const rung_findings *findings, rung_table table, size_t row)
{
  const struct rung__table *found = find(findings, table, row);
  return found == NULL ? RUNG_STATE_NOT_COLLECTED : (rung_state)found->state[row];
}

uint32_t rung_findings_marks(const rung_findings *findings, rung_table table, size_t row)
{
  const struct rung__table *found = find(findings, table, row);
  return found == NULL ? 0 : found->marks[row];
}

const char *rung_findings_reason(const rung_findings *findings, rung_table table, size_t row)
{
  const struct rung__table *found = find(findings, table, row);
  return found == NULL ? NULL : found->reason[row];
}

/* The doubt of a figure in a row; RUNG__WITHHELD where it has none of its own. */
static enum rung__doubt doubt_of(const struct rung__table *table, size_t row, rung_figure figure)
{
  const enum rung__doubted doubted = rung__doubted_of(figure);
  if (doubted == RUNG__DOUBTED || table->doubt[doubted] == NULL) return RUNG__WITHHELD;
  return (enum rung__doubt)table->doubt[doubted][row];
}

rung_state rung_findings_figure_state(const rung_findings *findings, rung_table table, size_t row,
                                      rung_figure figure)
{
  const struct rung__table *found = find(findings, table, row);
  const enum rung__doubt doubt = found == NULL ? RUNG__WITHHELD : doubt_of(found, row, figure);
  if (doubt != RUNG__WITHHELD) return rung__doubt_state(doubt);
  const rung_state state = rung_findings_state(findings, table, row);
  const bool rounded = state == RUNG_STATE_SHOWN && rung__doubted_of(figure) != RUNG__DOUBTED;
  return rounded ? RUNG_STATE_TOO_FEW : state;
}

const char *rung_findings_figure_reason(const rung_findings *findings, rung_table table, size_t row,
                                        rung_figure figure)
{
  const struct rung__table *found = find(findings, table, row);
  const enum rung__doubt doubt = found == NULL ? RUNG__WITHHELD : doubt_of(found, row, figure);
  return doubt == RUNG__WITHHELD ? rung_findings_reason(findings, table, row)
                                 : rung__doubt_reason(doubt);
}

const char *rung_findings_relation_id(const rung_findings *findings, size_t relation)
{
  return findings != NULL && relation < findings->relation_count ? findings->relation[relation].id
                                                                 : NULL;
}

size_t rung_findings_relation_reading(const rung_findings *findings, size_t relation, size_t side)
{
  return rung_findings_relation_id(findings, relation) != NULL && side < 2
             ? findings->relation[relation].reading[side]
             : SIZE_MAX;
}
