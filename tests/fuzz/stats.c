/* Fuzzing statistics on plain arrays: any function, with arguments good and bad, never harms.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats_calls.h"
#include "stats_numbers.h"

enum { ROOM = 512, CALL_COUNT = sizeof CALLS / sizeof *CALLS };
static const double UNTOUCHED = -7.0625e77;

/* Calls with exactly so much room, filled with a number that no statistic gives. */
static rung_status call_with(const struct call *call, const struct given *given, double *out,
                             size_t out_count)
{
  rung_error error = {0, 0, 0, 0, "", ""};
  for (size_t index = 0; index < out_count; ++index)
    out[index] = UNTOUCHED;
  const rung_status status = call->call(given, out, out_count, &error);
  must_tell(status, &error);
  MUST(call->call(given, NULL, 1, NULL) != RUNG_OK);
  return status;
}

/* What there was room for is written, or nothing is; and a first result is one. */
static void look_at(const struct call *call, rung_status status, const double *out,
                    size_t out_count)
{
  const bool written = status == RUNG_OK || status == RUNG_E_NOT_ESTIMABLE;
  for (size_t index = 0; index < out_count; ++index)
    MUST((out[index] == UNTOUCHED) != written);
  if (status == RUNG_OK && !call->first_may_be_absent) MUST(isfinite(out[0]));
}

/* With less room the results are the same as far as they go. */
static void compare(const double *less, const double *more, size_t count)
{
  for (size_t index = 0; index < count; ++index)
    MUST(memcmp(&less[index], &more[index], sizeof *less) == 0 ||
         (isnan(less[index]) && isnan(more[index])));
}

static void check_call(const struct call *call, const struct given *given, uint8_t choice)
{
  static const size_t COUNTS[] = {1, 2, 3, 5, 8, 16, 64, ROWS};
  const size_t count = COUNTS[choice % 8];
  const bool quantile = call->call == quantiles;
  const size_t most = quantile ? ROWS : ROOM;
  double *less = room(count, sizeof *less), *more = room(most, sizeof *more);
  const rung_status status = call_with(call, given, less, quantile && count > most ? 1 : count);
  const rung_status whole = call_with(call, given, more, most);
  look_at(call, status, less, quantile && count > most ? 1 : count);
  look_at(call, whole, more, most);
  if (status == RUNG_OK && whole == RUNG_OK && !quantile) compare(less, more, count);
  free(less);
  free(more);
}

/* The first byte chooses the function (0: those of numbers), the second the room; the others are
 * what it is given. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size < 2) return 0;
  struct bytes bytes = {data + 2, size - 2, 0};
  const size_t chosen = data[0] % (CALL_COUNT + 1);
  if (chosen == 0) {
    check_numbers(&bytes);
    return 0;
  }
  struct given *given = make_given(&bytes);
  check_call(&CALLS[chosen - 1], given, data[1]);
  free_given(given);
  return 0;
}
