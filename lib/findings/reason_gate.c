/* Why a gate or a condition does not let a group pass: what is there, and what is asked.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/reason_rule.h"
#include "score/gate.h"

/* Comparisons as they are asked for, in the order of enum rung__test. */
static const char *const asked[] = {"at least", "at most", "more than", "less than"};

static const char *item_title(const struct rung__item *item)
{
  return rung__localised(&item->text, NULL, item->id);
}

static const char *reading_title(const struct rung__reading *reading)
{
  return rung__localised(&reading->title, NULL, reading->id);
}

static const char *title_of(const rung_model *model, enum rung__looks_at on, size_t index)
{
  switch (on) {
  case RUNG__ON_ITEM: return item_title(&model->items[index]);
  case RUNG__ON_READING: return reading_title(&model->readings[index]);
  case RUNG__ON_MEASURE: break;
  }
  return rung__measure_title(model, index);
}

/* `"PA 3.1" is 45, at least 50 is asked` */
static void put_test(struct rung__buffer *sentence, const char *title, int64_t value,
                     enum rung__test test, int64_t bound)
{
  const double number = rung__grid_double(value), other = rung__grid_double(bound);
  rung__put_format(sentence, "\"%s\" ", title);
  if (value == RUNG__NO_SCORE) {
    rung__put_text(sentence, "has no value");
  } else {
    rung__put_text(sentence, "is ");
    rung__put_short(sentence, number, other);
  }
  rung__put_format(sentence, ", %s ", asked[test]);
  rung__put_number(sentence, other);
  rung__put_text(sentence, " is asked");
}

static void put_reading(struct rung__buffer *sentence, const struct rung__case_of *of,
                        const struct rung__condition *condition, int64_t level)
{
  const struct rung__reading *reading = &of->model->readings[condition->index];
  const struct rung__ladder *ladder = &of->model->ladders[reading->ladder];
  rung__put_format(sentence, "\"%s\" ", title_of(of->model, RUNG__ON_READING, condition->index));
  if (level == RUNG__NO_SCORE) {
    rung__put_text(sentence, "has no level");
  } else {
    rung__put_format(sentence, "reaches level %s", ladder->level[level].id);
  }
  rung__put_format(sentence, ", %s level %s is asked", asked[condition->test],
                   ladder->level[condition->number].id);
}

static void say_test(struct rung__buffer *sentence, const struct rung__case_of *of,
                     const struct rung__condition *condition)
{
  static const char *const figures[] = {"", "the coverage of ", "what does not apply of "};
  const int64_t value = rung__looked_value(condition, &of->evidence, of->group);
  if (condition->on == RUNG__ON_READING) {
    put_reading(sentence, of, condition, value);
    return;
  }
  if (condition->on == RUNG__ON_MEASURE) rung__put_text(sentence, figures[condition->figure]);
  put_test(sentence, title_of(of->model, condition->on, condition->index), value, condition->test,
           condition->number);
}

void rung__say_condition(struct rung__buffer *sentence, const struct rung__case_of *of,
                         const struct rung__condition *condition)
{
  const struct rung__condition *part = condition->part;
  if (condition->count == 0) {
    say_test(sentence, of, condition);
  } else if (condition->test == RUNG__NOT) {
    rung__put_text(sentence, "something that must not be so is so, or cannot be said");
  } else if (condition->test == RUNG__ANY && condition->count > 1) {
    rung__put_format(sentence, "none of %zu alternatives is met", condition->count);
  } else {
    while (part + 1 < condition->part + condition->count &&
           rung__condition(part, &of->evidence, of->group) > 0)
      ++part;
    rung__say_condition(sentence, of, part);
  }
}

static void say_obstacle(struct rung__buffer *sentence, const struct rung__case_of *of,
                         const struct rung__obstacle *obstacle)
{
  if (obstacle->node != NULL) {
    const struct rung__node *node = obstacle->node;
    put_test(sentence,
             title_of(of->model, node->is_measure ? RUNG__ON_MEASURE : RUNG__ON_ITEM, node->index),
             rung__node_value(&of->evidence, node, of->group),
             obstacle->test->above ? RUNG__ABOVE : RUNG__AT_LEAST, obstacle->test->bound);
  } else if (obstacle->need != NULL) {
    rung__say_condition(sentence, of, obstacle->need);
  } else {
    rung__put_text(sentence, "nothing that it requires was asked or applies");
  }
}

void rung__say_gate(struct rung__buffer *sentence, const struct rung__case_of *of)
{
  const struct rung__rule *rule = of->rule;
  struct rung__standing below = {.remaining = 0};
  for (size_t index = 0; index < rule->level_count; ++index) {
    const struct rung__standing standing = rung__gate_standing(rule, index, &below, &of->evidence,
                                                               of->group);
    if (!standing.fails) continue;
    rung__put_format(sentence,
                     "level %s is not reached: ", rung__level_named(of, rule->level[index].to));
    say_obstacle(sentence, of, &standing.obstacle);
    return;
  }
  rung__put_format(sentence, "what is required up to level %s is met",
                   rung__level_named(of, (size_t)of->level));
}
