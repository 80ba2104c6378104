/* Linting what never decides: cases, lags, conditions.
 * SPDX-License-Identifier: Apache-2.0 */
#include "check/lint_rule.h"
#include "check/ranges.h"

void rung__lint_first(const struct rung__rule_place *place, rung_notes *notes)
{
  const struct rung__rule *rule = place->rule;

  for (size_t i = 0; i < rule->case_count; i++) {
    const int truth = rung__by_range(place->model, rule->cases[i].when);
    const struct rung__where where = rung__behind(&place->where, "cases/%zu", i);
    if (truth == 0) {
      rung__note(notes, RUNG_NOTE_WARNING, where.text,
                 "this case is false whatever is answered, so it never gives the level '%s'",
                 rung__level_name_of(place, rule->cases[i].level));
    }
    if (truth != 1) continue;
    if (i + 1 < rule->case_count || rule->otherwise != RUNG__NONE) {
      rung__note(notes, RUNG_NOTE_WARNING, where.text,
                 "this case is true whatever is answered, so nothing behind it ever decides");
    }
    return;
  }
}

void rung__lint_weakest(const struct rung__rule_place *place, rung_notes *notes)
{
  const struct rung__rule *rule = place->rule;
  const struct rung__where where = rung__behind(&place->where, "critical");
  size_t critical = 0;

  if (rule->critical == NULL) return;
  for (size_t i = 0; i < rule->of_count; i++)
    critical += rule->critical[i] != 0;
  if (critical == rule->of_count) {
    rung__note(notes, RUNG_NOTE_WARNING, where.text,
               "every link of the rule '%s' is critical, so \"lag\" never acts; leave out "
               "\"critical\"",
               rule->id);
  } else if (rule->lag >= rule->highest) {
    rung__note(notes, RUNG_NOTE_WARNING, where.text,
               "a link of the rule '%s' that is not critical may lie %zu levels below the result, "
               "and there are no more, so it never acts; leave it out of \"of\"",
               rule->id, rule->lag);
  }
}

void rung__lint_actions(const rung_model *model, const struct rung__reading *reading,
                        const struct rung__where *where, rung_notes *notes)
{
  for (size_t i = 0; i < reading->action_count; i++) {
    const struct rung__where place = rung__behind(where, "conditions/%zu", i);
    const int truth = rung__by_range(model, reading->action[i].when);
    if (truth < 0) continue;
    rung__note(notes, truth == 1 ? RUNG_NOTE_WARNING : RUNG_NOTE_INFORMATION, place.text, "%s",
               truth == 1 ? "this condition is true whatever is answered, so it always acts"
                          : "this condition is false whatever is answered, so it acts only where "
                            "something is missing");
  }
}
