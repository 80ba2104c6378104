/* Tables of findings: which figures each has, and how a row is set and erased.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/table.h"

#include <math.h>

#define HAS(figure) [RUNG_FIGURE_##figure] = true
#define LEVELS HAS(N), HAS(LEVEL), HAS(REACHED)
#define CHANCES                                                                                    \
  HAS(PROBABILITY), HAS(LEVEL_LOW), HAS(LEVEL_HIGH), HAS(FLIP_CUT), HAS(FLIP_LEVEL),               \
      HAS(FLIP_WEIGHT), HAS(FLIP_TERM), HAS(ACCURACY), HAS(CONSISTENCY)
#define FAMILY HAS(P), HAS(P_ADJUSTED), HAS(NOTABLE), HAS(FAMILY)
#define ABSENCES HAS(NOT_ASKED), HAS(SKIPPED), HAS(NOT_APPLICABLE), HAS(DONT_KNOW), HAS(INVALID)
#define INTERVAL HAS(LOW), HAS(HIGH)
#define FAVOURS                                                                                    \
  HAS(FAVOURABLE), HAS(FAVOURABLE_LOW), HAS(FAVOURABLE_HIGH), HAS(NEUTRAL), HAS(NEUTRAL_LOW),      \
      HAS(NEUTRAL_HIGH), HAS(UNFAVOURABLE), HAS(UNFAVOURABLE_LOW), HAS(UNFAVOURABLE_HIGH)
#define RELIABILITY                                                                                \
  HAS(RELIABILITY), HAS(RELIABILITY_LOW), HAS(RELIABILITY_HIGH), HAS(ICC1), HAS(ICC2),             \
      HAS(ICC2_LOW), HAS(ICC2_HIGH)
#define AGREEMENT HAS(AGREEMENT), HAS(AGREEMENT_SKEWED), HAS(AGREEMENT_LOW), HAS(AGREEMENT_HIGH)
#define CAMPS HAS(CAMP_LOWER), HAS(CAMP_LOWER_SHARE), HAS(CAMP_UPPER), HAS(CAMP_UPPER_SHARE)

static const bool figures_of[RUNG__TABLES][RUNG__FIGURES] = {
    [RUNG_TABLE_GROUP] = {HAS(N), HAS(INVITED), HAS(RESPONSE)},
    [RUNG_TABLE_MEASURE] = {HAS(N), HAS(SCORE), HAS(SD), HAS(COVERAGE), INTERVAL, HAS(N_EFFECTIVE),
                            RELIABILITY, AGREEMENT},
    [RUNG_TABLE_READING] = {LEVELS, HAS(COVERAGE), HAS(TYPICAL), HAS(PEAK), HAS(RULES_AGREE),
                            HAS(TARGET), HAS(TO_TARGET), CHANCES, CAMPS},
    [RUNG_TABLE_RULE] = {LEVELS},
    [RUNG_TABLE_LEVEL] = {HAS(N), HAS(SHARE), HAS(PROBABILITY), INTERVAL},
    [RUNG_TABLE_ITEM] = {HAS(N), HAS(SCORE), HAS(COVERAGE), ABSENCES, INTERVAL, HAS(N_EFFECTIVE),
                         FAVOURS, AGREEMENT},
    [RUNG_TABLE_FLAG] = {HAS(N), HAS(RAISED)},
    [RUNG_TABLE_PAIR] = {HAS(N), HAS(SCORE), HAS(SAID), HAS(DONE), FAMILY, INTERVAL},
    [RUNG_TABLE_COMPARISON] = {HAS(N), HAS(OTHER), HAS(OTHER_N), HAS(DIFFERENCE),
                               HAS(DIFFERENCE_LOW), HAS(DIFFERENCE_HIGH), FAMILY},
    [RUNG_TABLE_RELATION] = {HAS(N), HAS(SHARE), HAS(ASSOCIATION), HAS(ASSOCIATION_LOW),
                             HAS(ASSOCIATION_HIGH)},
    [RUNG_TABLE_CELL] = {HAS(N), HAS(DIAGONAL)},
    [RUNG_TABLE_RELATION_PERSONS] = {HAS(N), HAS(SHARE), HAS(ASSOCIATION), HAS(ASSOCIATION_LOW),
                                     HAS(ASSOCIATION_HIGH)},
    [RUNG_TABLE_CELL_PERSONS] = {HAS(N), HAS(SHARE), HAS(DIAGONAL)},
};

/* Rows that one part of the model has in a table. */
static size_t rows_of_part(rung_table which, const rung_model *model, size_t part)
{
  switch (which) {
  case RUNG_TABLE_RULE: return model->readings[part].count;
  case RUNG_TABLE_LEVEL: return model->ladders[model->readings[part].ladder].count;
  case RUNG_TABLE_COMPARISON: return RUNG__COMPARISONS;
  case RUNG_TABLE_GROUP:
  case RUNG_TABLE_MEASURE:
  case RUNG_TABLE_READING:
  case RUNG_TABLE_ITEM:
  case RUNG_TABLE_FLAG:
  case RUNG_TABLE_PAIR:
  case RUNG_TABLE_RELATION:
  case RUNG_TABLE_CELL:
  case RUNG_TABLE_RELATION_PERSONS:
  case RUNG_TABLE_CELL_PERSONS: break;
  }
  return 1;
}

static size_t parts_of(rung_table which, const rung_model *model)
{
  switch (which) {
  case RUNG_TABLE_GROUP: return 1;
  case RUNG_TABLE_MEASURE:
  case RUNG_TABLE_COMPARISON: return model->measure_count;
  case RUNG_TABLE_ITEM: return model->item_count;
  case RUNG_TABLE_FLAG: return model->flag_count;
  case RUNG_TABLE_PAIR: return model->pair_count;
  case RUNG_TABLE_READING:
  case RUNG_TABLE_RULE:
  case RUNG_TABLE_LEVEL: return model->reading_count;
  case RUNG_TABLE_RELATION:
  case RUNG_TABLE_CELL:
  case RUNG_TABLE_RELATION_PERSONS:
  case RUNG_TABLE_CELL_PERSONS: break;
  }
  return 0;
}

static bool number_parts(struct rung__table *table, const size_t *rows, struct rung__arena *arena)
{
  table->first = rung__arena_take(arena, table->parts + 1, sizeof *table->first);
  if (table->first == NULL) return false;
  for (size_t part = 0; part < table->parts; ++part) {
    table->first[part] = (uint32_t)table->each;
    table->each += rows[part];
  }
  table->first[table->parts] = (uint32_t)table->each;
  table->part = rung__arena_take(arena, table->each, sizeof *table->part);
  if (table->part == NULL) return false;
  for (size_t part = 0; part < table->parts; ++part) {
    for (size_t row = table->first[part]; row < table->first[part + 1]; ++row)
      table->part[row] = (uint32_t)part;
  }
  return true;
}

bool rung__table_build(struct rung__table *table, rung_table which, size_t parts,
                       const size_t *rows, size_t groups, struct rung__arena *arena)
{
  table->parts = parts;
  if (!number_parts(table, rows, arena)) return false;
  if (table->each > 0 && groups > SIZE_MAX / table->each) return false;
  table->count = groups * table->each;
  for (size_t figure = 0; figure < RUNG__FIGURES; ++figure) {
    if (!figures_of[which][figure]) continue;
    double *number = rung__arena_take(arena, table->count, sizeof *number);
    if (number == NULL) return false;
    for (size_t row = 0; row < table->count; ++row)
      number[row] = NAN;
    table->number[figure] = number;
    const enum rung__doubted doubted = rung__doubted_of((rung_figure)figure);
    if (doubted == RUNG__DOUBTED || table->doubt[doubted] != NULL) continue;
    table->doubt[doubted] = rung__arena_take(arena, table->count, sizeof **table->doubt);
    if (table->doubt[doubted] == NULL) return false;
  }
  table->state = rung__arena_take(arena, table->count, sizeof *table->state);
  table->marks = rung__arena_take(arena, table->count, sizeof *table->marks);
  table->reason = rung__arena_take(arena, table->count, sizeof *table->reason);
  return table->state != NULL && table->marks != NULL && table->reason != NULL;
}

bool rung__table_make(struct rung__table *table, rung_table which, const rung_model *model,
                      size_t groups, struct rung__arena *arena)
{
  const size_t parts = parts_of(which, model);
  size_t *rows = rung__arena_take(arena, parts, sizeof *rows);
  if (rows == NULL) return false;
  for (size_t part = 0; part < parts; ++part)
    rows[part] = rows_of_part(which, model, part);
  return rung__table_build(table, which, parts, rows, groups, arena);
}

void rung__table_put(struct rung__table *table, size_t row, rung_figure figure, double value)
{
  table->number[figure][row] = value;
}

void rung__table_put_level(struct rung__table *table, size_t row, rung_figure figure, int level)
{
  table->number[figure][row] = level < 0 ? (double)NAN : (double)level;
}

void rung__table_doubt(struct rung__table *table, size_t row, enum rung__doubted doubted,
                       enum rung__doubt doubt)
{
  table->doubt[doubted][row] = (uint8_t)doubt;
}

void rung__table_hide(struct rung__table *table, size_t row, rung_state state, const char *reason)
{
  for (size_t figure = 0; figure < RUNG__FIGURES; ++figure) {
    if (table->number[figure] != NULL) table->number[figure][row] = NAN;
  }
  for (size_t doubted = 0; doubted < RUNG__DOUBTED; ++doubted) {
    if (table->doubt[doubted] != NULL) table->doubt[doubted][row] = RUNG__WITHHELD;
  }
  table->marks[row] = 0;
  table->state[row] = (uint8_t)state;
  table->reason[row] = reason;
}

double rung__table_number(const struct rung__table *table, size_t row, rung_figure figure)
{
  const double *number = table->number[figure];
  return number == NULL || row >= table->count ? NAN : number[row];
}
