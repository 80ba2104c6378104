/* Numbers, transforms and absences in words.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/describe_parts.h"

#include "write/page.h"

void rung__say_grid(struct rung__buffer *line, int64_t value)
{
  if (value % (RUNG__GRID / 1000) == 0)
    rung__put_number(line, rung__grid_double(value));
  else
    rung__tell_number(line, rung__grid_double(value), 3);
}

static void say_piece(struct rung__buffer *line, const struct rung__piece *piece, bool closed_high)
{
  if (piece->over.has_from) {
    rung__put_text(line, closed_high ? " above " : " from ");
    rung__say_grid(line, piece->over.from);
  }
  if (piece->over.has_to) {
    rung__put_text(line, closed_high ? " up to " : " below ");
    rung__say_grid(line, piece->over.to);
  }
  if (!piece->over.has_from && !piece->over.has_to) rung__put_text(line, " everywhere");
  rung__put_text(line, ": ");
  rung__say_grid(line, piece->value);
  if (piece->slope == 0) return;
  rung__put_text(line, piece->slope < 0 ? " - " : " + ");
  rung__say_grid(line, piece->slope < 0 ? -piece->slope : piece->slope);
  rung__put_text(line, " x");
}

void rung__say_curve(struct rung__buffer *line, const struct rung__curve *curve)
{
  for (size_t i = 0; i < curve->count; i++) {
    rung__put_text(line, i > 0 ? "," : "; by pieces,");
    say_piece(line, &curve->piece[i], curve->closed_high);
  }
}

void rung__say_lookup(struct rung__buffer *line, const struct rung__lookup *lookup)
{
  for (size_t i = 0; i < lookup->count; i++) {
    rung__put_text(line, i > 0 ? ", " : "; by a table, ");
    rung__say_grid(line, lookup->entry[i].from);
    rung__put_text(line, " becomes ");
    rung__say_grid(line, lookup->entry[i].to);
  }
}

void rung__say_clip(struct rung__buffer *line, const struct rung__ends *ends)
{
  if (!ends->given) return;
  rung__put_text(line, "; never under ");
  rung__say_grid(line, ends->low);
  rung__put_text(line, " or over ");
  rung__say_grid(line, ends->high);
}

void rung__say_rounding(struct rung__buffer *line, const struct rung__rounding *rounding)
{
  static const char *const modes[] = {"a half goes up", "a half goes to the even one",
                                      "a half goes away from 0", "always towards 0"};
  if (rounding->step == 0) return;
  rung__put_text(line, "; rounded to multiples of ");
  rung__say_grid(line, rounding->step);
  rung__put_format(line, ", %s", modes[rounding->mode]);
}

static bool same_rule(const struct rung__absence_rule *a, const struct rung__absence_rule *b)
{
  return a->policy == b->policy && (a->policy != RUNG__THIS_NUMBER || a->number == b->number);
}

static void say_policy(struct rung__buffer *line, const char *what,
                       const struct rung__absence_rule *rule)
{
  static const char *const policies[] = {
      "is left out",          "counts 0",
      "counts in full",       "counts as failed",
      "counts as its target", "counts as the mean of the others"};
  rung__put_format(line, "; what is %s ", what);
  if (rule->policy != RUNG__THIS_NUMBER) {
    rung__put_text(line, policies[rule->policy]);
    return;
  }
  rung__put_text(line, "counts ");
  rung__say_grid(line, rule->number);
}

void rung__say_absence(struct rung__buffer *line,
                       const struct rung__absence_rule absence[RUNG__ABSENCE_KINDS])
{
  static const char *const kinds[] = {"not asked", "skipped", "not applicable", "not known",
                                      "invalid"};
  const struct rung__absence_rule *skipped = &absence[RUNG_ABSENT_SKIPPED];
  const bool alike = same_rule(skipped, &absence[RUNG_ABSENT_DONT_KNOW]) &&
                     same_rule(skipped, &absence[RUNG_ABSENT_INVALID]);
  for (unsigned kind = 0; kind < RUNG__ABSENCE_KINDS; kind++) {
    const enum rung__policy policy = absence[kind].policy;
    if (policy == RUNG__EXCLUDE || policy == RUNG__POLICY_UNSAID) continue;
    if (alike && kind == RUNG_ABSENT_SKIPPED)
      say_policy(line, "missing", skipped);
    else if (!alike || (kind != RUNG_ABSENT_DONT_KNOW && kind != RUNG_ABSENT_INVALID))
      say_policy(line, kinds[kind], &absence[kind]);
  }
}
