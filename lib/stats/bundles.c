/* Rows brought together by their group, by counting.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/bundles.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <rung/stats/groups.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/output.h"

bool rung__bundles_make(struct rung__bundles *groups, const struct rung__codes *codes)
{
  size_t *start = rung__array_new(codes->count + 2, sizeof *start);
  size_t *row = rung__array_new(codes->rows, sizeof *row);
  if (start == NULL || row == NULL) {
    free(start);
    free(row);
    return false;
  }
  for (size_t index = 0; index < codes->rows; ++index)
    if (codes->code[index] != RUNG__NO_CODE) ++start[codes->code[index] + 2];
  for (size_t group = 2; group < codes->count + 2; ++group)
    start[group] += start[group - 1];
  /* start[g + 1] is where the next row of g goes, and ends as where g + 1 begins */
  for (size_t index = 0; index < codes->rows; ++index)
    if (codes->code[index] != RUNG__NO_CODE) row[start[codes->code[index] + 1]++] = index;
  *groups = (struct rung__bundles){codes->count, start, row};
  return true;
}

rung_status rung__bundles_read(struct rung__bundles *groups, const rung_column *column, size_t rows,
                               rung_error *error)
{
  struct rung__codes codes;
  *groups = (struct rung__bundles){0};
  TRY(rung__codes_read(&codes, column, rows, error));
  const bool made = rung__bundles_make(groups, &codes);
  rung__codes_free(&codes);
  return made ? RUNG_OK : rung__fail_memory(error);
}

size_t rung__bundles_size(const struct rung__bundles *groups, size_t group)
{
  return groups->start[group + 1] - groups->start[group];
}

void rung__bundles_free(struct rung__bundles *groups)
{
  free(groups->start);
  free(groups->row);
  *groups = (struct rung__bundles){0};
}

rung_status rung_stats_groups(const rung_column *groups, size_t *count, double *out,
                              size_t out_count, rung_error *error)
{
  struct rung__bundles made;
  if (out != NULL || out_count > 0) TRY(rung__out_check(out, out_count, error));
  if (groups == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "there is no column of groups");
  if (groups->length < 0)
    return rung__fail(error, RUNG_E_ARGUMENT, "the column of groups has a negative length");
  TRY(rung__bundles_read(&made, groups, (size_t)groups->length, error));
  if (count != NULL) *count = made.count;
  for (size_t group = 0; group < out_count; ++group)
    out[group] = group < made.count ? (double)made.row[made.start[group]] : NAN;
  rung__bundles_free(&made);
  return RUNG_OK;
}
