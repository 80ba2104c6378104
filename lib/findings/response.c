/* Response: n over the persons invited, withheld where few did not answer.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Who did not answer is told of as little as who did: a rate is shown where at least least_n persons
 * did not. 100 % is none of those, for it says of everybody that they answered. And because a unit
 * less the units below it is a group as well, as many have to be silent in what is left of it. */
#include "findings/response.h"

#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/number.h"
#include "findings/residue.h"

#define HALF 0.5
#define UNEVEN_TENTHS 3 /* units whose rates lie further apart are warned of */

/* Those who did not answer, of a group whose n is told; the invited only of what is told. */
static struct rung__residue silent_of(const rung_findings *findings,
                                      const struct rung__frame *frame, size_t row)
{
  const struct rung__table *groups = &findings->table[RUNG_TABLE_GROUP];
  const double n = rung__table_number(groups, row, RUNG_FIGURE_N);
  const int64_t invited = frame->place[row].invited;
  const bool full = groups->state[row] == RUNG_STATE_SHOWN &&
                    n >= (double)findings->least_n_spread && invited >= 0;
  const int64_t silent = full ? invited - (int64_t)n : 0;
  return (struct rung__residue){silent, invited, 0, full && silent >= findings->least_n};
}

static void count_overfull(rung_findings *findings, const struct rung__residue *of)
{
  for (size_t row = findings->first_unit; row < findings->group_count; ++row) {
    if (of[row].amount < 0) ++findings->overfull;
  }
}

bool rung__fill_response(rung_findings *findings, const struct rung__frame *frame)
{
  struct rung__table *groups = &findings->table[RUNG_TABLE_GROUP];
  struct rung__residue *of = rung__array_new(findings->group_count, sizeof *of);
  if (of == NULL) return false;
  for (size_t row = 0; row < findings->group_count; ++row)
    of[row] = silent_of(findings, frame, row);
  count_overfull(findings, of);
  rung__settle(of, frame, findings->least_n);
  for (size_t row = 0; row < findings->group_count; ++row) {
    if (!of[row].told) continue;
    const double invited = (double)of[row].persons;
    rung__table_put(groups, row, RUNG_FIGURE_INVITED, invited);
    rung__table_put(groups, row, RUNG_FIGURE_RESPONSE,
                    rung__table_number(groups, row, RUNG_FIGURE_N) / invited);
  }
  free(of);
  return true;
}

static double response(const rung_findings *findings, size_t group)
{
  return rung__table_number(&findings->table[RUNG_TABLE_GROUP], group, RUNG_FIGURE_RESPONSE);
}

/* One digit behind the point, so that 49.6 % does not read as half. */
static void put_rate(struct rung__buffer *sentence, double rate)
{
  char text[RUNG__NUMBER_SIZE];
  rung__number_fixed(100 * rate, 1, text);
  rung__put_format(sentence, "%s\u00a0%%", text);
}

static void tell_low(struct rung__buffer *sentence, const rung_findings *findings)
{
  size_t low = 0, shown = 0;
  for (size_t group = findings->first_unit; group < findings->group_count; ++group) {
    const double rate = response(findings, group);
    if (!isnan(rate)) ++shown;
    if (rate < HALF) ++low;
  }
  if (response(findings, 0) < HALF) {
    rung__put_text(sentence, "Only ");
    put_rate(sentence, response(findings, 0));
    rung__put_text(sentence, " of those invited answered, fewer than half");
  }
  if (low > 0)
    rung__put_format(sentence, "%s %zu of the %zu units with a rate fewer than half answered",
                     sentence->length > 0 ? "; in" : "In", low, shown);
  if (sentence->length > 0)
    rung__put_text(sentence,
                   ": those who did not may think otherwise, and no interval covers that.");
}

/* Rates as whole numbers: a difference of exactly 30 points is none of more. */
static bool is_uneven(const rung_findings *findings, size_t low, size_t high)
{
  const struct rung__table *groups = &findings->table[RUNG_TABLE_GROUP];
  const rung__wide few = (rung__wide)rung__table_number(groups, low, RUNG_FIGURE_N);
  const rung__wide many = (rung__wide)rung__table_number(groups, high, RUNG_FIGURE_N);
  const rung__wide of_few = (rung__wide)rung__table_number(groups, low, RUNG_FIGURE_INVITED);
  const rung__wide of_many = (rung__wide)rung__table_number(groups, high, RUNG_FIGURE_INVITED);
  return 10 * (many * of_few - few * of_many) > UNEVEN_TENTHS * of_few * of_many;
}

static void tell_uneven(struct rung__buffer *sentence, const rung_findings *findings)
{
  size_t low = SIZE_MAX, high = SIZE_MAX;
  for (size_t group = findings->first_unit; group < findings->group_count; ++group) {
    const double rate = response(findings, group);
    if (isnan(rate)) continue;
    if (low == SIZE_MAX || rate < response(findings, low)) low = group;
    if (high == SIZE_MAX || rate > response(findings, high)) high = group;
  }
  if (low == high || !is_uneven(findings, low, high)) return;
  rung__put_text(sentence, "Response runs from ");
  put_rate(sentence, response(findings, low));
  rung__put_text(sentence, " to ");
  put_rate(sentence, response(findings, high));
  rung__put_text(sentence, " over the units: what differs between them may be who answered.");
}

static void tell_overfull(struct rung__buffer *sentence, const rung_findings *findings)
{
  if (findings->overfull > 0)
    rung__put_format(sentence,
                     "In %zu of the units that are shown more answered than were invited: the "
                     "numbers of the invited are wrong, or people stand in a unit not theirs.",
                     findings->overfull);
}

void rung__tell_response(struct rung__buffer *sentence, const rung_findings *findings, size_t which)
{
  static void (*const tell[RUNG__RESPONSE_WARNINGS])(
      struct rung__buffer *, const rung_findings *) = {tell_low, tell_uneven, tell_overfull};
  tell[which](sentence, findings);
}
