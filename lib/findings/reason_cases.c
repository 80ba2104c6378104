/* Why a level has most votes, or is that of the first true case.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/reason_rule.h"
#include "score/cases.h"

static const char *const preferred[] = {"the lowest of them is taken",
                                        "the highest of them is taken", "so no level is given"};

static int64_t votes_of(const struct rung__case_of *of, size_t index)
{
  if (of->rule->mode_count == 0) return of->figures->reached[index][of->group];
  return of->evidence.measure.value[of->rule->mode[index].measure][of->group];
}

static size_t choices(const struct rung__case_of *of)
{
  return of->rule->mode_count == 0 ? of->rule->highest + 1 : of->rule->mode_count;
}

/* The choice with most votes, and how many have as many. */
static size_t find_most(const struct rung__case_of *of, size_t *equals)
{
  size_t found = 0;
  *equals = 0;
  for (size_t index = 0; index < choices(of); ++index) {
    const int64_t votes = votes_of(of, index), most = votes_of(of, found);
    const size_t level = of->rule->mode_count == 0 ? index : of->rule->mode[index].level;
    if (votes > most) *equals = 0;
    if (votes >= most) ++*equals;
    if (votes > most || (votes == most && (int)level == of->level)) found = index;
  }
  return found;
}

void rung__say_mode(struct rung__buffer *sentence, const struct rung__case_of *of)
{
  size_t equals;
  const size_t most = find_most(of, &equals);
  const double votes = rung__grid_double(votes_of(of, most));
  if (votes_of(of, most) == RUNG__NO_SCORE) {
    rung__put_text(sentence, "nothing has votes");
    return;
  }
  if (of->rule->mode_count == 0) {
    rung__put_short(sentence, 100 * votes, 100 * votes);
    rung__put_text(sentence, " % of the ");
    rung__put_counted(sentence, of);
    rung__put_format(sentence, " reach level %s", rung__level_named(of, most));
  } else {
    rung__put_format(sentence, "the greatest of %zu is \"%s\", ", of->rule->mode_count,
                     rung__measure_title(of->model, of->rule->mode[most].measure));
    rung__put_short(sentence, votes, votes);
  }
  if (equals > 1) {
    rung__put_format(sentence, "; %zu are equal, and %s", equals, preferred[of->rule->ties]);
  } else if (of->rule->mode_count == 0) {
    rung__put_text(sentence, ", more than any other");
  }
}

void rung__say_first(struct rung__buffer *sentence, const struct rung__case_of *of)
{
  bool known;
  const size_t found = rung__first_case(of->rule, &of->evidence, of->group, &known);
  if (found < of->rule->case_count) {
    rung__put_format(sentence, "case %zu of %zu is the first that is true", found + 1,
                     of->rule->case_count);
  } else {
    rung__put_format(sentence, "none of %zu cases is true", of->rule->case_count);
  }
}
