/* Tables of findings: which figures each has, and how a row is set and erased.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/table.h"

#include <math.h>

#define BIT(figure) (UINT64_C(1) << RUNG_FIGURE_##figure)
#define CHANCES                                                                                    \
  (BIT(PROBABILITY) | BIT(LEVEL_LOW) | BIT(LEVEL_HIGH) | BIT(FLIP_CUT) | BIT(FLIP_LEVEL) |         \
   BIT(FLIP_WEIGHT) | BIT(FLIP_TERM) | BIT(ACCURACY) | BIT(CONSISTENCY))
#define LEVELS (BIT(N) | BIT(LEVEL) | BIT(REACHED))
#define FAMILY (BIT(P) | BIT(P_ADJUSTED) | BIT(NOTABLE) | BIT(FAMILY))
#define ABSENCES                                                                                   \
  (BIT(NOT_ASKED) | BIT(SKIPPED) | BIT(NOT_APPLICABLE) | BIT(DONT_KNOW) | BIT(INVALID))

#define INTERVAL (BIT(LOW) | BIT(HIGH))
#define FAVOURS                                                                                    \
  (BIT(FAVOURABLE_LOW) | BIT(FAVOURABLE_HIGH) | BIT(NEUTRAL_LOW) | BIT(NEUTRAL_HIGH) |             \
   BIT(UNFAVOURABLE_LOW) | BIT(UNFAVOURABLE_HIGH))

static const uint64_t figures_of[RUNG__TABLES] = {
    [RUNG_TABLE_GROUP] = BIT(N) | BIT(INVITED) | BIT(RESPONSE),
    [RUNG_TABLE_MEASURE] = BIT(N) | BIT(SCORE) | BIT(SD) | BIT(COVERAGE) | INTERVAL |
                           BIT(N_EFFECTIVE),
    [RUNG_TABLE_READING] = LEVELS | BIT(COVERAGE) | BIT(TYPICAL) | BIT(PEAK) | BIT(RULES_AGREE) |
                           BIT(TARGET) | BIT(TO_TARGET) | CHANCES,
    [RUNG_TABLE_RULE] = LEVELS,
    [RUNG_TABLE_LEVEL] = BIT(N) | BIT(SHARE) | BIT(PROBABILITY) | INTERVAL,
    [RUNG_TABLE_ITEM] = BIT(N) | BIT(SCORE) | BIT(COVERAGE) | BIT(FAVOURABLE) | BIT(NEUTRAL) |
                        BIT(UNFAVOURABLE) | ABSENCES | INTERVAL | BIT(N_EFFECTIVE) | FAVOURS,
    [RUNG_TABLE_FLAG] = BIT(N) | BIT(RAISED),
    [RUNG_TABLE_PAIR] = BIT(N) | BIT(SCORE) | BIT(SAID) | BIT(DONE) | FAMILY | INTERVAL,
    [RUNG_TABLE_RELATION] = BIT(N) | BIT(SHARE) | BIT(ASSOCIATION) | BIT(ASSOCIATION_LOW) |
                            BIT(ASSOCIATION_HIGH),
    [RUNG_TABLE_CELL] = BIT(N) | BIT(DIAGONAL),
    [RUNG_TABLE_COMPARISON] = BIT(N) | BIT(OTHER) | BIT(OTHER_N) | BIT(DIFFERENCE) |
                              BIT(DIFFERENCE_LOW) | BIT(DIFFERENCE_HIGH) | FAMILY,
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
  case RUNG_TABLE_CELL: break;
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
  case RUNG_TABLE_CELL: break;
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
    if ((figures_of[which] >> figure & 1) == 0) continue;
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
