/* Relations: the lowest units that show both levels, how many are on the diagonal, and their ranks.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/relations.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "stats/kendall.h"

#define RANKED_LEAST 4 /* units; of fewer every interval is all there is */

const char rung__shared_style[] = "the same people answered both at the same time: a style of "
                                  "answering that they share makes readings go together";
static const char too_few[] = "no unit at the end of the tree shows both levels";
static const char no_units[] = "there is no tree of units";

static size_t levels_of(const rung_findings *findings, size_t relation, size_t side)
{
  const rung_model *model = findings->model;
  return model->ladders[model->readings[findings->relation[relation].reading[side]].ladder].count;
}

static rung_status find_reading(const rung_model *model, const char *id, size_t *reading,
                                rung_error *error)
{
  if (rung_model_find(model, RUNG_PART_READING, id, reading) == RUNG_OK) return RUNG_OK;
  return rung__fail_at(error, RUNG_E_UNKNOWN, id, 0, 0,
                       "is no reading of the model, and a relation is of it%s%s",
                       model->reading_count > 0 ? "; the model's first is " : "",
                       model->reading_count > 0 ? model->readings[0].id : "");
}

static rung_status name(rung_findings *findings, const struct rung__related *related,
                        struct rung__relation *out, rung_error *error)
{
  struct rung__buffer id = {0};
  rung__put_format(&id, "%s,%s", related->reading[0], related->reading[1]);
  out->id = id.failed ? NULL : rung__arena_text(&findings->arena, id.data, id.length);
  rung__buffer_free(&id);
  return out->id == NULL ? rung__fail_memory(error) : RUNG_OK;
}

static rung_status add_related(rung_findings *findings, const struct rung__related *related,
                               rung_error *error)
{
  struct rung__relation *out = &findings->relation[findings->relation_count];
  TRY(name(findings, related, out, error));
  for (size_t side = 0; side < 2; ++side)
    TRY(find_reading(findings->model, related->reading[side], &out->reading[side], error));
  ++findings->relation_count;
  const size_t count = levels_of(findings, findings->relation_count - 1, 0);
  if (count != levels_of(findings, findings->relation_count - 1, 1))
    return rung__fail_at(error, RUNG_E_ARGUMENT, out->id, 0, 0,
                         "their ladders differ in length: declare the relation in the model, with "
                         "the levels that belong together");
  for (size_t level = 0; level < count; ++level)
    out->diagonal[level] = UINT32_C(1) << level;
  return RUNG_OK;
}

static rung_status list_relations(rung_findings *findings, const rung_view *view, rung_error *error)
{
  const rung_model *model = findings->model;
  const size_t more = view == NULL ? 0 : view->related_count;
  findings->relation = rung__arena_take(&findings->arena, model->relation_count + more,
                                        sizeof *findings->relation);
  if (findings->relation == NULL) return rung__fail_memory(error);
  for (size_t index = 0; index < model->relation_count; ++index)
    findings->relation[findings->relation_count++] = model->relations[index];
  for (size_t index = 0; index < more; ++index)
    TRY(add_related(findings, &view->related[index], error));
  return RUNG_OK;
}

static bool make_table(rung_findings *findings, rung_table which, const size_t *rows)
{
  return rung__table_build(&findings->table[which], which, findings->relation_count, rows, 1,
                           &findings->arena);
}

static bool make_tables(rung_findings *findings)
{
  const size_t count = findings->relation_count;
  size_t *one = rung__arena_take(&findings->arena, count, sizeof *one);
  size_t *each = rung__arena_take(&findings->arena, count, sizeof *each);
  if (one == NULL || each == NULL) return false;
  for (size_t index = 0; index < count; ++index) {
    one[index] = 1;
    each[index] = levels_of(findings, index, 0) * levels_of(findings, index, 1);
  }
  return make_table(findings, RUNG_TABLE_RELATION, one) &&
         make_table(findings, RUNG_TABLE_CELL, each) &&
         make_table(findings, RUNG_TABLE_RELATION_PERSONS, one) &&
         make_table(findings, RUNG_TABLE_CELL_PERSONS, each);
}

static double level_of(const rung_findings *findings, size_t relation, size_t side, size_t group)
{
  const struct rung__table *table = &findings->table[RUNG_TABLE_READING];
  return rung__table_number(table, group * table->each + findings->relation[relation].reading[side],
                            RUNG_FIGURE_LEVEL);
}

/* The levels of the units below which there is none; gives how many show both. */
static size_t list_units(const rung_findings *findings, size_t relation, double *first,
                         double *second)
{
  size_t count = 0;
  for (size_t group = findings->first_unit; group < findings->group_count; ++group) {
    if (group + 1 < findings->group_count && findings->parent[group + 1] == group) continue;
    first[count] = level_of(findings, relation, 0, group);
    second[count] = level_of(findings, relation, 1, group);
    if (!isnan(first[count]) && !isnan(second[count])) ++count;
  }
  return count;
}

static bool put_association(rung_findings *findings, size_t relation, const double *first,
                            const double *second, size_t count)
{
  struct rung__table *table = &findings->table[RUNG_TABLE_RELATION];
  struct rung__kendall kendall;
  if (count < RANKED_LEAST) return true;
  if (!rung__kendall(first, second, count, &kendall)) return false;
  rung__table_doubt(table, relation, RUNG__OF_ASSOCIATION,
                    isnan(kendall.tau)      ? RUNG__NO_VARIANCE
                    : kendall.tau_error > 0 ? RUNG__SURE
                                            : RUNG__ONE_ORDER);
  const double half = rung_stats_normal_quantile((1 + findings->confidence) / 2) *
                      kendall.tau_error;
  rung__table_put(table, relation, RUNG_FIGURE_ASSOCIATION, kendall.tau);
  if (!(half > 0)) return true;
  rung__table_put(table, relation, RUNG_FIGURE_ASSOCIATION_LOW, fmax(kendall.tau - half, -1));
  rung__table_put(table, relation, RUNG_FIGURE_ASSOCIATION_HIGH, fmin(kendall.tau + half, 1));
  return true;
}

/* Gives how many units are on the diagonal. */
static size_t count_cells(rung_findings *findings, size_t relation, const double *first,
                          const double *second, size_t count)
{
  struct rung__table *table = &findings->table[RUNG_TABLE_CELL];
  const size_t levels = levels_of(findings, relation, 1), start = table->first[relation];
  const uint32_t *diagonal = findings->relation[relation].diagonal;
  size_t on = 0;
  for (size_t row = start; row < table->first[relation + 1]; ++row) {
    const size_t cell = row - start;
    rung__table_put(table, row, RUNG_FIGURE_N, 0);
    rung__table_put(table, row, RUNG_FIGURE_DIAGONAL, diagonal[cell / levels] >> cell % levels & 1);
  }
  for (size_t unit = 0; unit < count; ++unit) {
    const size_t row = start + (size_t)first[unit] * levels + (size_t)second[unit];
    ++table->number[RUNG_FIGURE_N][row];
    if (rung__table_number(table, row, RUNG_FIGURE_DIAGONAL) == 1) ++on;
  }
  return on;
}

static bool relate(rung_findings *findings, size_t relation, double *first, double *second)
{
  struct rung__table *table = &findings->table[RUNG_TABLE_RELATION];
  struct rung__table *cells = &findings->table[RUNG_TABLE_CELL];
  const size_t count = list_units(findings, relation, first, second);
  const size_t on = count_cells(findings, relation, first, second, count);
  const bool units = findings->first_unit < findings->group_count;
  const rung_state state = !units      ? RUNG_STATE_NOT_COLLECTED
                           : count > 0 ? RUNG_STATE_SHOWN
                                       : RUNG_STATE_TOO_FEW;
  const char *reason = !units ? no_units : count > 0 ? rung__shared_style : too_few;
  table->state[relation] = (uint8_t)state;
  table->reason[relation] = reason;
  for (size_t row = cells->first[relation]; row < cells->first[relation + 1]; ++row) {
    cells->state[row] = (uint8_t)state;
    cells->reason[row] = count > 0 ? "" : reason;
    if (count == 0) rung__table_put(cells, row, RUNG_FIGURE_N, NAN);
  }
  if (count == 0) return true;
  rung__table_put(table, relation, RUNG_FIGURE_N, (double)count);
  rung__table_put(table, relation, RUNG_FIGURE_SHARE, (double)on / (double)count);
  return put_association(findings, relation, first, second, count);
}

rung_status rung__relate(rung_findings *findings, const rung_view *view, rung_error *error)
{
  TRY(list_relations(findings, view, error));
  if (!make_tables(findings)) return rung__fail_memory(error);
  double *level = rung__array_new(findings->group_count, 2 * sizeof *level);
  bool done = level != NULL;
  for (size_t relation = 0; done && relation < findings->relation_count; ++relation)
    done = relate(findings, relation, level, level + findings->group_count);
  free(level);
  return done ? RUNG_OK : rung__fail_memory(error);
}
