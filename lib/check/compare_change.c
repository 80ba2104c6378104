/* Saying what changed: from one value to another.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "check/compare.h"
#include "model/digest.h"
#include "model/words.h"

static void tell(const struct rung__change *change, const char *what, const char *from,
                 const char *to)
{
  rung__note(change->of->notes, RUNG_NOTE_WARNING, change->where.text,
             "%s of the %s '%s' was %s and is %s", what, change->word, change->id, from, to);
}

void rung__changed(const struct rung__change *change, const char *what)
{
  rung__note(change->of->notes, RUNG_NOTE_WARNING, change->where.text, "%s of the %s '%s' changed",
             what, change->word, change->id);
}

void rung__changed_number(const struct rung__change *change, const char *what, int64_t from,
                          int64_t to)
{
  if (from != to) tell(change, what, rung__digits(from).text, rung__digits(to).text);
}

void rung__changed_word(const struct rung__change *change, const char *what, const char *from,
                        const char *to)
{
  if (strcmp(from, to) != 0) tell(change, what, from, to);
}

void rung__changed_optional(const struct rung__change *change, const char *what,
                            const int64_t *from, const int64_t *to)
{
  const struct rung__digits none = {"not given"};
  const struct rung__digits old = from == NULL ? none : rung__digits(*from);
  const struct rung__digits new = to == NULL ? none : rung__digits(*to);

  if ((from == NULL) != (to == NULL) || (from != NULL && *from != *to))
    tell(change, what, old.text, new.text);
}

void rung__changed_lines(const struct rung__change *change, const char *what,
                         struct rung__buffer *from, struct rung__buffer *to)
{
  if (from->failed || to->failed) {
    rung__notes_fail(change->of->notes);
  } else if (from->length != to->length ||
             (from->length > 0 && memcmp(from->data, to->data, from->length) != 0)) {
    rung__changed(change, what);
  }
  rung__buffer_free(from);
  rung__buffer_free(to);
}

static const char *looked_at(const rung_model *model, const struct rung__condition *test)
{
  switch (test->on) {
  case RUNG__ON_ITEM: return model->items[test->index].id;
  case RUNG__ON_MEASURE: return model->measures[test->index].id;
  case RUNG__ON_READING: break;
  }
  return model->readings[test->index].id;
}

/* Whether two conditions look at the same things in the same way, whatever their numbers. */
static bool is_same_form(const struct rung__comparison *of, const struct rung__condition *from,
                         const struct rung__condition *to)
{
  if (from->test != to->test || from->count != to->count) return false;
  for (size_t i = 0; i < from->count; i++) {
    if (!is_same_form(of, &from->part[i], &to->part[i])) return false;
  }
  return from->count > 0 || (from->on == to->on && from->figure == to->figure &&
                             strcmp(looked_at(of->other, from), looked_at(of->model, to)) == 0);
}

static const char *level_of(const rung_model *model, const struct rung__condition *test)
{
  const size_t ladder = model->readings[test->index].ladder;

  return model->ladders[ladder].level[test->number].id;
}

static void compare_numbers(const struct rung__change *change, const char *what,
                            const struct rung__condition *from, const struct rung__condition *to)
{
  const struct rung__comparison *of = change->of;
  char text[160];

  for (size_t i = 0; i < from->count; i++)
    compare_numbers(change, what, &from->part[i], &to->part[i]);
  if (from->count > 0) return;
  rung__print(text, sizeof text, "%s (%s of '%s')", what, rung__test_words[to->test],
              looked_at(of->model, to));
  if (from->on == RUNG__ON_READING)
    rung__changed_word(change, text, level_of(of->other, from), level_of(of->model, to));
  else
    rung__changed_number(change, text, from->number, to->number);
}

void rung__changed_condition(const struct rung__change *change, const char *what,
                             const struct rung__condition *from, const struct rung__condition *to)
{
  if (is_same_form(change->of, from, to))
    compare_numbers(change, what, from, to);
  else
    rung__changed(change, what);
}

static struct rung__digits policy(const struct rung__absence_rule *rule)
{
  struct rung__digits text = {"not said"};

  if (rule->policy == RUNG__THIS_NUMBER) return rung__digits(rule->number);
  if (rule->policy != RUNG__POLICY_UNSAID)
    rung__print(text.text, sizeof text.text, "%s", rung__policy_words[rule->policy]);
  return text;
}

void rung__changed_absence(const struct rung__change *change,
                           const struct rung__absence_rule from[RUNG__ABSENCE_KINDS],
                           const struct rung__absence_rule to[RUNG__ABSENCE_KINDS])
{
  for (size_t kind = 0; kind < RUNG__ABSENCE_KINDS; kind++) {
    char what[64];
    rung__print(what, sizeof what, "what counts for \"%s\"", rung__absence_words[kind]);
    rung__changed_word(change, what, policy(&from[kind]).text, policy(&to[kind]).text);
  }
}

void rung__changed_ends(const struct rung__change *change, const char *what,
                        const struct rung__ends *from, const struct rung__ends *to)
{
  char lowest[64], highest[64];

  rung__print(lowest, sizeof lowest, "the lower end of the %s", what);
  rung__print(highest, sizeof highest, "the upper end of the %s", what);
  rung__changed_optional(change, lowest, from->given ? &from->low : NULL,
                         to->given ? &to->low : NULL);
  rung__changed_optional(change, highest, from->given ? &from->high : NULL,
                         to->given ? &to->high : NULL);
}

void rung__changed_curve(const struct rung__change *change, const struct rung__curve *from,
                         const struct rung__curve *to)
{
  struct rung__buffer lines[2] = {{0}, {0}};

  rung__digest_curve(&lines[0], from);
  rung__digest_curve(&lines[1], to);
  rung__changed_lines(change, "the curve", &lines[0], &lines[1]);
}

void rung__changed_rounding(const struct rung__change *change, const struct rung__rounding *from,
                            const struct rung__rounding *to)
{
  rung__changed_optional(change, "the step of the rounding", from->step == 0 ? NULL : &from->step,
                         to->step == 0 ? NULL : &to->step);
  if (from->step != 0 && to->step != 0) {
    rung__changed_word(change, "the way of rounding", rung__rounding_words[from->mode],
                       rung__rounding_words[to->mode]);
  }
}
