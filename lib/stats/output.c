/* Results, cut or filled up to the caller's room.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/output.h"

#include <math.h>

#include "base/fail.h"

rung_status rung__out_check(const double *out, size_t out_count, rung_error *error)
{
  if (out == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  if (out_count == 0)
    return rung__fail(error, RUNG_E_ARGUMENT, "out_count is 0: give room for one result or more");
  return RUNG_OK;
}

void rung__out_put(double *out, size_t out_count, const double *result, size_t count)
{
  for (size_t index = 0; index < out_count; ++index)
    out[index] = index < count ? result[index] : NAN;
}

void rung__out_clear(double *result, size_t count)
{
  for (size_t index = 0; index < count; ++index)
    result[index] = NAN;
}
