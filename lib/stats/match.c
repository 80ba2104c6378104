/* Labels of rows found in a list.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/match.h"

#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/column.h"
#include "base/fail.h"
#include "base/names.h"

/* The bytes that tell one label from another; false: absent. */
static bool label_of(const rung_column *column, size_t row, double *room, struct rung__slice *label)
{
  if (!rung__column_has(column, row)) return false;
  if (column->type == RUNG_TYPE_TEXT)
    return rung__column_text(column, row, label) && label->length > 0;
  *room = rung__column_number(column, row);
  if (isnan(*room)) return false;
  if (*room == 0) *room = 0; /* no -0 */
  *label = (struct rung__slice){(const char *)room, sizeof *room};
  return true;
}

static rung_status check(const rung_column *labels, const rung_column *column, size_t rows,
                         rung_error *error)
{
  if (labels == NULL || column == NULL)
    return rung__fail(error, RUNG_E_ARGUMENT, "there is no column of groups, or none of labels");
  const char *why = rung__column_unreadable(labels);
  if (why == NULL) why = rung__column_unreadable(column);
  if (why != NULL) return rung__fail(error, RUNG_E_ARGUMENT, "a column cannot be read: %s", why);
  if ((labels->type == RUNG_TYPE_TEXT) != (column->type == RUNG_TYPE_TEXT))
    return rung__fail(error, RUNG_E_ARGUMENT, "labels and groups are not both of text or numbers");
  if ((uint64_t)column->length != rows)
    return rung__fail(error, RUNG_E_ARGUMENT, "there are %lld groups for %zu rows",
                      (long long)column->length, rows);
  if (labels->length == 0 || labels->length >= RUNG__NO_CODE)
    return rung__fail(error, RUNG_E_ARGUMENT, "there are %lld labels", (long long)labels->length);
  return RUNG_OK;
}

static rung_status read_list(struct rung__names *names, const rung_column *labels,
                             rung_error *error)
{
  for (size_t place = 0; place < (size_t)labels->length; ++place) {
    double number;
    struct rung__slice label;
    if (!label_of(labels, place, &number, &label) ||
        rung__names_find(names, label) != RUNG__NO_NAME)
      return rung__fail_at(error, RUNG_E_ARGUMENT, NULL, (int64_t)place + 1, 0,
                           "label %zu is absent, or stands there twice", place + 1);
    if (rung__names_add(names, label) == RUNG__NO_NAME) return rung__fail_memory(error);
  }
  return RUNG_OK;
}

static rung_status find_rows(uint32_t *code, const struct rung__names *names,
                             const rung_column *column, size_t rows, rung_error *error)
{
  for (size_t row = 0; row < rows; ++row) {
    double number;
    struct rung__slice label;
    code[row] = label_of(column, row, &number, &label) ? rung__names_find(names, label)
                                                       : RUNG__NO_NAME;
    if (code[row] == RUNG__NO_NAME)
      return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, 0,
                           "the group in row %zu is absent, or is not among the labels", row + 1);
  }
  return RUNG_OK;
}

rung_status rung__codes_match(struct rung__codes *codes, const rung_column *labels,
                              const rung_column *column, size_t rows, rung_error *error)
{
  struct rung__names names = {0};
  *codes = (struct rung__codes){0};
  TRY(check(labels, column, rows, error));
  uint32_t *code = rung__array_new(rows, sizeof *code);
  rung_status status = code == NULL ? rung__fail_memory(error) : read_list(&names, labels, error);
  if (status == RUNG_OK) status = find_rows(code, &names, column, rows, error);
  const size_t count = names.count;
  rung__names_free(&names);
  if (status != RUNG_OK) {
    free(code);
    return status;
  }
  *codes = (struct rung__codes){rows, count, code};
  return RUNG_OK;
}
