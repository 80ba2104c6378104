/* Answers numbered as categories in order, and pairs of them fitted.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/ordinal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/sort.h"

static double weight_of(const struct rung__ordinal *ordinal, size_t row)
{
  return ordinal->weight == NULL ? 1 : ordinal->weight[row];
}

/* The different values of a column in order, into `list`, at most one more than may be; how many. */
static size_t list_values(const double *value, size_t rows, double *sorted, double *list)
{
  size_t count = 0;
  memcpy(sorted, value, rows * sizeof *sorted);
  rung__sort(sorted, rows);
  for (size_t row = 0; row < rows && !isnan(sorted[row]); ++row) {
    if (count > 0 && list[count - 1] == sorted[row]) continue;
    if (count > RUNG__CATEGORIES_MAX) break;
    list[count++] = sorted[row];
  }
  return count;
}

/* The place of a value in a list in order. */
static size_t place_of(const double *list, size_t count, double value)
{
  size_t low = 0, high = count;
  while (high - low > 1) {
    const size_t middle = (low + high) / 2;
    if (list[middle] <= value)
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* Turns the values of an item into numbers of categories and counts them. */
static rung_status number_item(struct rung__ordinal *ordinal, size_t item, double *sorted,
                               rung_error *error)
{
  double list[RUNG__CATEGORIES_MAX + 1];
  double *value = rung__matrix_column(&ordinal->code, item);
  for (size_t row = 0; row < ordinal->code.rows; ++row) {
    if (!(weight_of(ordinal, row) > 0)) value[row] = (double)NAN;
  }
  const size_t count = list_values(value, ordinal->code.rows, sorted, list);
  if (count > RUNG__CATEGORIES_MAX)
    return rung__fail_at(error, RUNG_E_LIMIT, NULL, 0, (int64_t)item + 1,
                         "column %zu has more than %d different answers", item + 1,
                         RUNG__CATEGORIES_MAX);
  ordinal->categories[item] = count;
  for (size_t row = 0; row < ordinal->code.rows; ++row) {
    if (isnan(value[row])) continue;
    const size_t category = place_of(list, count, value[row]);
    value[row] = (double)category;
    ordinal->margin[item * RUNG__CATEGORIES_MAX + category] += weight_of(ordinal, row);
  }
  return RUNG_OK;
}

static rung_status number_items(struct rung__ordinal *ordinal, rung_error *error)
{
  const size_t items = ordinal->code.columns;
  double *sorted = rung__array_new(ordinal->code.rows, sizeof *sorted);
  ordinal->categories = rung__array_new(items, sizeof *ordinal->categories);
  ordinal->margin = items > SIZE_MAX / 1024
                        ? NULL
                        : rung__array_new(items * RUNG__CATEGORIES_MAX, sizeof *ordinal->margin);
  rung_status status = RUNG_OK;
  if (sorted == NULL || ordinal->categories == NULL || ordinal->margin == NULL)
    status = rung__fail_memory(error);
  for (size_t item = 0; item < items && status == RUNG_OK; ++item)
    status = number_item(ordinal, item, sorted, error);
  free(sorted);
  return status;
}

rung_status rung__ordinal_read(struct rung__ordinal *ordinal, const rung_column *columns,
                               size_t count, const rung_column *weight, rung_missing missing,
                               rung_error *error)
{
  *ordinal = (struct rung__ordinal){0};
  TRY(rung__matrix_read(&ordinal->code, columns, count, error));
  rung_status status = rung__weights_read(&ordinal->weight, weight, ordinal->code.rows, error);
  if (status == RUNG_OK)
    status = rung__matrix_settle(&ordinal->code, ordinal->weight, missing, error);
  if (status == RUNG_OK) status = number_items(ordinal, error);
  if (status != RUNG_OK) rung__ordinal_free(ordinal);
  return status;
}

void rung__ordinal_free(struct rung__ordinal *ordinal)
{
  rung__matrix_free(&ordinal->code);
  free(ordinal->weight);
  free(ordinal->categories);
  free(ordinal->margin);
  *ordinal = (struct rung__ordinal){0};
}

/* The table of a pair; gives the rows that it has. */
static double fill_table(const struct rung__ordinal *ordinal, size_t a, size_t b, double *count)
{
  const double *first = rung__matrix_column(&ordinal->code, a);
  const double *second = rung__matrix_column(&ordinal->code, b);
  const size_t columns = ordinal->categories[b];
  double rows = 0;
  memset(count, 0, ordinal->categories[a] * columns * sizeof *count);
  for (size_t row = 0; row < ordinal->code.rows; ++row) {
    if (isnan(first[row]) || isnan(second[row])) continue;
    count[(size_t)first[row] * columns + (size_t)second[row]] += weight_of(ordinal, row);
    ++rows;
  }
  return rows;
}

/* Thresholds from the margins of the table itself. */
static bool cut_by_table(struct rung__polychoric_table *table)
{
  double row_sum[RUNG__CATEGORIES_MAX] = {0}, column_sum[RUNG__CATEGORIES_MAX] = {0};
  for (size_t row = 0; row < table->rows; ++row) {
    for (size_t column = 0; column < table->columns; ++column) {
      row_sum[row] += table->count[row * table->columns + column];
      column_sum[column] += table->count[row * table->columns + column];
    }
  }
  return rung__thresholds_from(row_sum, table->rows, table->row_cut) &&
         rung__thresholds_from(column_sum, table->columns, table->column_cut);
}

/* Thresholds from every answer to each of the items. */
static bool cut_by_items(const struct rung__ordinal *ordinal, size_t a, size_t b,
                         struct rung__polychoric_table *table)
{
  const double *rows = ordinal->margin + a * RUNG__CATEGORIES_MAX;
  const double *columns = ordinal->margin + b * RUNG__CATEGORIES_MAX;
  return rung__thresholds_from(rows, table->rows, table->row_cut) &&
         rung__thresholds_from(columns, table->columns, table->column_cut);
}

/* 2 sum n log(n/(N p)), as sum n log p is known. */
static double against_table(const struct rung__polychoric_table *table, double log_likelihood)
{
  double sum = 0, logs = 0;
  for (size_t cell = 0; cell < table->rows * table->columns; ++cell) {
    if (!(table->count[cell] > 0)) continue;
    sum += table->count[cell];
    logs += table->count[cell] * log(table->count[cell]);
  }
  return 2 * (logs - sum * log(sum) - log_likelihood);
}

void rung__ordinal_fit(const struct rung__ordinal *ordinal, size_t a, size_t b,
                       rung_margins margins, double *room, struct rung__ordinal_pair *pair)
{
  struct rung__polychoric_table table = {
      ordinal->categories[a], ordinal->categories[b], room, {0}, {0}};
  *pair = (struct rung__ordinal_pair){(double)NAN, fill_table(ordinal, a, b, room), {0, 0, 0}, 0};
  if (table.rows < 2 || table.columns < 2 || pair->n == 0) return;
  if (!(margins == RUNG_MARGINS_PAIR ? cut_by_table(&table) : cut_by_items(ordinal, a, b, &table)))
    return;
  pair->r = rung__polychoric_root(&table);
  if (isnan(pair->r)) return;
  rung__polychoric_at(&table, pair->r, &pair->point);
  pair->chi_square = against_table(&table, pair->point.log_likelihood);
}
