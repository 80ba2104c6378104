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

#define HALF 0.5
#define UNEVEN_TENTHS 3 /* units whose rates lie further apart are warned of */

/* A group's people; n is told only where the group is shown in full. */
struct reply {
  int64_t n, invited;
  size_t end; /* the first row behind the units below it */
  bool shown;
};

struct replies {
  struct reply *of; /* [group] */
  size_t first_unit, count;
  int64_t least;
};

static bool is_silent_enough(const struct replies *replies, int64_t n, int64_t invited)
{
  return invited - n >= replies->least;
}

static void begin(struct replies *replies, const rung_findings *findings,
                  const struct rung__frame *frame)
{
  const struct rung__table *groups = &findings->table[RUNG_TABLE_GROUP];
  for (size_t row = replies->count; row > 0; --row) {
    struct reply *reply = &replies->of[row - 1];
    const double n = rung__table_number(groups, row - 1, RUNG_FIGURE_N);
    const size_t parent = frame->place[row - 1].parent;
    reply->invited = frame->place[row - 1].invited;
    reply->n = n >= 0 ? (int64_t)n : 0;
    reply->shown = groups->state[row - 1] == RUNG_STATE_SHOWN &&
                   n >= (double)findings->least_n_spread && reply->invited >= 0 &&
                   is_silent_enough(replies, reply->n, reply->invited);
    if (reply->end < row) reply->end = row;
    if (parent != SIZE_MAX && replies->of[parent].end < reply->end)
      replies->of[parent].end = reply->end;
  }
}

/* What is left of a unit, or of all, without the largest parts below it whose rates are shown; gives
 * the part in which fewest are silent, SIZE_MAX where none is shown. */
static size_t leave(const struct replies *replies, size_t row, struct reply *left)
{
  const struct reply *of = replies->of;
  size_t fewest = SIZE_MAX, at = row == 0 ? replies->first_unit : row + 1;
  const size_t end = row == 0 ? replies->count : of[row].end;
  *left = of[row];
  while (at < end) {
    if (!of[at].shown) {
      ++at;
      continue;
    }
    left->n -= of[at].n;
    left->invited -= of[at].invited;
    if (fewest == SIZE_MAX || of[at].invited - of[at].n < of[fewest].invited - of[fewest].n)
      fewest = at;
    at = of[at].end;
  }
  return fewest;
}

/* Withholds parts until nothing that is left of a unit tells who is silent. */
static void settle(struct replies *replies, size_t row)
{
  struct reply left;
  while (replies->of[row].shown) {
    const size_t fewest = leave(replies, row, &left);
    if (fewest == SIZE_MAX || left.invited <= 0 || is_silent_enough(replies, left.n, left.invited))
      return;
    replies->of[fewest].shown = false;
  }
}

bool rung__fill_response(rung_findings *findings, const struct rung__frame *frame)
{
  struct rung__table *groups = &findings->table[RUNG_TABLE_GROUP];
  struct replies replies = {rung__array_new(findings->group_count, sizeof *replies.of),
                            findings->first_unit, findings->group_count, findings->least_n};
  if (replies.of == NULL) return false;
  begin(&replies, findings, frame);
  for (size_t row = replies.count; row > findings->first_unit; --row)
    settle(&replies, row - 1);
  settle(&replies, 0);
  for (size_t row = 0; row < replies.count; ++row) {
    const struct reply *reply = &replies.of[row];
    if (row >= findings->first_unit && reply->invited >= 0 && reply->n > reply->invited)
      ++findings->overfull;
    if (!reply->shown) continue;
    rung__table_put(groups, row, RUNG_FIGURE_INVITED, (double)reply->invited);
    rung__table_put(groups, row, RUNG_FIGURE_RESPONSE, (double)reply->n / (double)reply->invited);
  }
  free(replies.of);
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
