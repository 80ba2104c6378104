/* Why a rule gives a group its level: the figure, the number that it is held against, the level.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "base/number.h"
#include "findings/reason_rule.h"
#include "findings/reasons.h"
#include "findings/sight.h"
#include "score/actions.h"

void rung__put_near(struct rung__buffer *sentence, double value, double other, int digits)
{
  char text[RUNG__NUMBER_SIZE], compared[RUNG__NUMBER_SIZE];
  size_t length;
  do {
    length = rung__number_fixed(value, digits, text);
    rung__number_fixed(other, digits, compared);
  } while (value != other && strcmp(text, compared) == 0 && ++digits <= 9);
  rung__put(sentence, text, length);
}

/* Without zeros at the end, nor the point that they leave. */
static void put_trimmed(struct rung__buffer *sentence, const char *text, size_t length)
{
  const bool decimal = memchr(text, '.', length) != NULL;
  while (decimal && text[length - 1] == '0')
    --length;
  if (text[length - 1] == '.') --length;
  rung__put(sentence, text, length);
}

void rung__put_short(struct rung__buffer *sentence, double value, double other)
{
  struct rung__buffer text = {0};
  rung__put_near(&text, value, other, 2);
  if (text.failed)
    sentence->failed = true;
  else
    put_trimmed(sentence, text.data, text.length);
  rung__buffer_free(&text);
}

void rung__put_percent(struct rung__buffer *sentence, double share)
{
  char text[RUNG__NUMBER_SIZE];
  put_trimmed(sentence, text, rung__number_fixed(100 * share, 6, text));
  rung__put_text(sentence, " %");
}

const char *rung__level_named(const struct rung__case_of *of, size_t level)
{
  return of->ladder->level[level].id;
}

const char *rung__measure_title(const rung_model *model, size_t measure)
{
  const struct rung__measure *found = &model->measures[measure];
  return rung__localised(&found->title, NULL, found->id);
}

/* Where people do not all count alike. */
static bool is_weighted(const struct rung__case_of *of)
{
  return of->cells->weighted;
}

/* What the score of a group is: across people the mean of theirs. */
static const char *figure_of(const struct rung__measure *measure)
{
  if (measure->across != RUNG__ACROSS_ITEMS || measure->by == RUNG__MEAN) return "mean";
  return measure->by == RUNG__MEDIAN ? "median" : "score";
}

/* The score after the rule's own rounding. */
static int64_t held_score(const struct rung__case_of *of)
{
  return rung__round_to(&of->rule->round, of->measure->score[of->group]);
}

/* `the mean of "Thinking", 2.47,` with digits enough to tell it from the number that follows. */
static void put_score(struct rung__buffer *sentence, const struct rung__case_of *of, double against)
{
  const int64_t score = of->measure->score[of->group], held = held_score(of);
  rung__put_format(sentence, "the %s of \"%s\", ",
                   figure_of(&of->model->measures[of->reading->measure]),
                   rung__measure_title(of->model, of->reading->measure));
  rung__put_near(sentence, rung__grid_double(score), against, 2);
  rung__put_text(sentence, is_weighted(of) ? " by weight, " : ", ");
  if (score == held) return;
  rung__put_text(sentence, "rounded to ");
  rung__put_number(sentence, rung__grid_double(held));
  rung__put_text(sentence, ", ");
}

static void put_held(struct rung__buffer *sentence, const struct rung__case_of *of,
                     const char *verb, int64_t cut)
{
  put_score(sentence, of, rung__grid_double(cut));
  rung__put_format(sentence, "%s ", verb);
  rung__put_number(sentence, rung__grid_double(cut));
}

/* The step that led to the level; NULL for the lowest level, which none leads to. */
static const struct rung__step *taken(const struct rung__case_of *of)
{
  const struct rung__step *found = NULL;
  for (size_t index = 0; index < of->rule->step_count; ++index) {
    if ((int)of->rule->step[index].to == of->level) found = &of->rule->step[index];
  }
  return found;
}

/* The first step that leads beyond the level; NULL at the top. */
static const struct rung__step *next(const struct rung__case_of *of)
{
  for (size_t index = 0; index < of->rule->step_count; ++index) {
    if ((int)of->rule->step[index].to > of->level) return &of->rule->step[index];
  }
  return NULL;
}

static void say_cut(struct rung__buffer *sentence, const struct rung__case_of *of)
{
  const struct rung__step *below = taken(of), *above = next(of);
  const int64_t score = held_score(of);
  const bool fresh = (of->figures->marks[of->group] & RUNG_MARK_NOT_YET_HELD) != 0;
  if (fresh && below != NULL && below->waves > 1) {
    put_held(sentence, of, "reaches", below->up);
    rung__put_format(sentence, " for level %s, which is held after %lld waves",
                     rung__level_named(of, below->to), (long long)below->waves);
  } else if (below != NULL && score < below->up) {
    put_held(sentence, of, "lies at or above", below->down);
    rung__put_format(sentence, ", so that level %s, once held, is kept",
                     rung__level_named(of, below->to));
  } else if (above != NULL && score >= above->down) {
    put_held(sentence, of, "lies between", above->down);
    rung__put_text(sentence, " and ");
    rung__put_number(sentence, rung__grid_double(above->up));
    rung__put_format(sentence, ", where level %s is not yet given",
                     rung__level_named(of, above->to));
  } else if (above != NULL) {
    put_held(sentence, of, "lies below the cut", above->up);
    rung__put_format(sentence, " for level %s", rung__level_named(of, above->to));
  } else if (below != NULL) {
    put_held(sentence, of, "reaches the cut", below->up);
    rung__put_format(sentence, " for level %s", rung__level_named(of, below->to));
  }
}

static void say_bands(struct rung__buffer *sentence, const struct rung__case_of *of)
{
  const double score = rung__grid_double(of->measure->score[of->group]);
  put_score(sentence, of, score);
  rung__put_format(sentence, "lies in the band of level %s",
                   rung__level_named(of, (size_t)of->level));
}

static void say_weakest(struct rung__buffer *sentence, const struct rung__case_of *of)
{
  rung__put_format(sentence, "the weakest measure is \"%s\", which reaches level %s",
                   rung__measure_title(of->model, of->figures->weakest[of->group]),
                   rung__level_named(of, (size_t)of->level));
}

void rung__put_counted(struct rung__buffer *sentence, const struct rung__case_of *of)
{
  const char *rows = of->model->people ? "people" : "assessments";
  rung__put_text(sentence, of->rule->over_items ? "answers" : rows);
  if (is_weighted(of)) rung__put_text(sentence, ", by weight,");
}

/* The step of the level reached, or the first: the lowest level has none, and everybody reaches it. */
static void say_share(struct rung__buffer *sentence, const struct rung__case_of *of)
{
  const struct rung__ogive_step *step = of->rule->share;
  for (size_t index = 0; index < of->rule->share_count; ++index) {
    if ((int)of->rule->share[index].to == of->level) step = &of->rule->share[index];
  }
  const double share = rung__grid_double(of->figures->reached[step->to][of->group]);
  const double least = rung__grid_double(step->least);
  rung__put_near(sentence, 100 * share, 100 * least, 0);
  rung__put_text(sentence, " % of the ");
  rung__put_counted(sentence, of);
  rung__put_format(sentence, " reach level %s or above; ", rung__level_named(of, step->to));
  rung__put_percent(sentence, least);
  rung__put_text(sentence, " are asked");
}

static void say_people(struct rung__buffer *sentence, const struct rung__case_of *of)
{
  rung__put_format(sentence, "the middle one of %u ", of->figures->n[of->group]);
  rung__put_counted(sentence, of);
  rung__put_format(sentence, " reaches level %s", rung__level_named(of, (size_t)of->level));
}

static struct rung__case_of look_at(const struct rung__figures *figures, size_t group,
                                    size_t reading, size_t rule)
{
  const struct rung__reading *read = &figures->model->readings[reading];
  const struct rung__rule_figures *of = &figures->rule[reading][rule];
  return (struct rung__case_of){.model = figures->model,
                                .reading = read,
                                .rule = &read->rule[rule],
                                .ladder = &figures->model->ladders[read->ladder],
                                .figures = of,
                                .measure = &figures->measure[read->measure],
                                .cells = &figures->cells,
                                .evidence = rung__sight_of(figures),
                                .group = group,
                                .level = of->level[group]};
}

/* The actions on the level: none where it is made of those of people. */
static uint16_t acts_of(const struct rung__case_of *of)
{
  if (of->rule->over_people) return 0;
  return rung__actions_on(of->reading, &of->evidence, of->group);
}

/* What the conditions of the reading did to the level; true where it explains the level by itself. */
static bool say_actions(struct rung__buffer *sentence, const struct rung__case_of *of)
{
  const uint16_t acts = acts_of(of);
  const struct rung__action *cap = rung__acting(of->reading, acts, RUNG__CAP);
  const struct rung__action *none = rung__acting(of->reading, acts, RUNG__WITHHOLD);
  if (of->level < 0 && none != NULL) {
    rung__put_text(sentence, rung__localised(&none->reason, NULL, ""));
    return true;
  }
  if (of->level < 0 || cap == NULL || !(of->figures->marks[of->group] & RUNG_MARK_CAPPED))
    return false;
  for (size_t index = 0; index < of->reading->action_count; ++index) {
    const struct rung__action *action = &of->reading->action[index];
    const bool acted = ((unsigned)acts >> index & 1u) != 0 && action->kind == RUNG__CAP;
    if (acted && (int)action->level == of->level) cap = action;
  }
  rung__put_format(sentence, "held down to level %s: %s", rung__level_named(of, cap->level),
                   rung__localised(&cap->reason, NULL, ""));
  return true;
}

static void say_espoused(struct rung__buffer *sentence, const struct rung__case_of *of)
{
  const uint16_t acts = acts_of(of);
  const struct rung__action *said = rung__acting(of->reading, acts, RUNG__ESPOUSED);
  if (said == NULL || !(of->figures->marks[of->group] & RUNG_MARK_ESPOUSED)) return;
  rung__put_format(sentence, "; %s", rung__localised(&said->reason, NULL, ""));
}

/* Whether the level is that of the one in the middle. */
static bool takes_the_middle(const struct rung__rule *rule)
{
  return rule->over_people && !rung__counts_levels(rule);
}

static void say_level(struct rung__buffer *sentence, const struct rung__case_of *of)
{
  static void (*const say[])(struct rung__buffer *, const struct rung__case_of *) = {
      [RUNG__CUT] = say_cut,         [RUNG__BANDS] = say_bands,
      [RUNG__WEAKEST] = say_weakest, [RUNG__SHARE_RULE] = say_share,
      [RUNG__OGIVE] = say_share,     [RUNG__GATE] = rung__say_gate,
      [RUNG__MODE] = rung__say_mode, [RUNG__FIRST] = rung__say_first,
  };
  if (takes_the_middle(of->rule))
    say_people(sentence, of);
  else
    say[of->rule->kind](sentence, of);
}

/* Why a rule that sees what it needs gives no level. */
static void say_none(struct rung__buffer *sentence, const struct rung__case_of *of)
{
  if (takes_the_middle(of->rule)) {
    rung__put_text(sentence, "nobody has a level");
    return;
  }
  switch (of->rule->kind) {
  case RUNG__MODE: rung__say_mode(sentence, of); break;
  case RUNG__FIRST: rung__say_first(sentence, of); break;
  case RUNG__CUT:
  case RUNG__BANDS:
  case RUNG__WEAKEST:
    rung__put_text(sentence, of->measure->state[of->group] == RUNG_STATE_NOT_ESTIMABLE
                                 ? "what it looks at is not defined for these data"
                                 : "the score lies in no band of the rule");
    break;
  case RUNG__SHARE_RULE:
  case RUNG__OGIVE:
  case RUNG__GATE: rung__put_text(sentence, "nobody has a level"); break;
  }
}

void rung__reason_rule(struct rung__buffer *sentence, const struct rung__figures *figures,
                       size_t group, size_t reading, size_t rule)
{
  const struct rung__case_of of = look_at(figures, group, reading, rule);
  if (say_actions(sentence, &of)) return;
  if (of.level < 0) {
    say_none(sentence, &of);
    return;
  }
  say_level(sentence, &of);
  say_espoused(sentence, &of);
}
