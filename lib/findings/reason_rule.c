/* Why a rule gives a group its level: the figure, the number that it is held against, the level.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "base/number.h"
#include "findings/reasons.h"

/* A group's level by one rule. */
struct case_of {
  const rung_model *model;
  const struct rung__reading *reading;
  const struct rung__rule *rule;
  const struct rung__ladder *ladder;
  const struct rung__rule_figures *figures;
  const struct rung__measure_figures *measure; /* that the reading is of */
  const struct rung__groups *cells;
  size_t group;
  int level;
};

/* A number with as many digits, from `digits` up, as it takes to look different from another. */
static void put_near(struct rung__buffer *sentence, double value, double other, int digits)
{
  char text[RUNG__NUMBER_SIZE], compared[RUNG__NUMBER_SIZE];
  size_t length;
  do {
    length = rung__number_fixed(value, digits, text);
    rung__number_fixed(other, digits, compared);
  } while (value != other && strcmp(text, compared) == 0 && ++digits <= 9);
  rung__put(sentence, text, length);
}

static const char *level_id(const struct case_of *of, size_t level)
{
  return of->ladder->level[level].id;
}

static const char *title_of(const rung_model *model, size_t measure)
{
  const struct rung__measure *found = &model->measures[measure];
  return rung__localised(&found->title, NULL, found->id);
}

/* Where people do not all count alike. */
static bool is_weighted(const struct case_of *of)
{
  return of->cells->weighted;
}

/* `the mean of "Thinking", 2.47,` with digits enough to tell it from the number that follows. */
static void put_score(struct rung__buffer *sentence, const struct case_of *of, double against)
{
  const struct rung__measure *measure = &of->model->measures[of->reading->measure];
  const bool median = measure->across_items && measure->by == RUNG__MEDIAN;
  rung__put_format(sentence, "the %s of \"%s\", ", median ? "median" : "mean",
                   title_of(of->model, of->reading->measure));
  put_near(sentence, rung__grid_double(of->measure->score[of->group]), against, 2);
  rung__put_text(sentence, is_weighted(of) ? " by weight, " : ", ");
}

static void put_held(struct rung__buffer *sentence, const struct case_of *of, const char *verb,
                     int64_t cut)
{
  put_score(sentence, of, rung__grid_double(cut));
  rung__put_format(sentence, "%s ", verb);
  rung__put_number(sentence, rung__grid_double(cut));
}

/* The step that led to the level; NULL for the lowest level, which none leads to. */
static const struct rung__step *taken(const struct case_of *of)
{
  const struct rung__step *found = NULL;
  for (size_t index = 0; index < of->rule->step_count; ++index) {
    if ((int)of->rule->step[index].to == of->level) found = &of->rule->step[index];
  }
  return found;
}

/* The first step that leads beyond the level; NULL at the top. */
static const struct rung__step *next(const struct case_of *of)
{
  for (size_t index = 0; index < of->rule->step_count; ++index) {
    if ((int)of->rule->step[index].to > of->level) return &of->rule->step[index];
  }
  return NULL;
}

static void say_cut(struct rung__buffer *sentence, const struct case_of *of)
{
  const struct rung__step *below = taken(of), *above = next(of);
  const int64_t score = of->measure->score[of->group];
  const bool fresh = (of->figures->marks[of->group] & RUNG_MARK_NOT_YET_HELD) != 0;
  if (fresh && below != NULL && below->waves > 1) {
    put_held(sentence, of, "reaches", below->up);
    rung__put_format(sentence, " for level %s, which is held after %lld waves",
                     level_id(of, below->to), (long long)below->waves);
  } else if (below != NULL && score < below->up) {
    put_held(sentence, of, "lies at or above", below->down);
    rung__put_format(sentence, ", so that level %s, once held, is kept", level_id(of, below->to));
  } else if (above != NULL && score >= above->down) {
    put_held(sentence, of, "lies between", above->down);
    rung__put_text(sentence, " and ");
    rung__put_number(sentence, rung__grid_double(above->up));
    rung__put_format(sentence, ", where level %s is not yet given", level_id(of, above->to));
  } else if (above != NULL) {
    put_held(sentence, of, "lies below the cut", above->up);
    rung__put_format(sentence, " for level %s", level_id(of, above->to));
  } else if (below != NULL) {
    put_held(sentence, of, "reaches the cut", below->up);
    rung__put_format(sentence, " for level %s", level_id(of, below->to));
  }
}

static void say_bands(struct rung__buffer *sentence, const struct case_of *of)
{
  const double score = rung__grid_double(of->measure->score[of->group]);
  put_score(sentence, of, score);
  rung__put_format(sentence, "lies in the band of level %s", level_id(of, (size_t)of->level));
}

static void say_weakest(struct rung__buffer *sentence, const struct case_of *of)
{
  rung__put_format(sentence, "the weakest measure is \"%s\", which reaches level %s",
                   title_of(of->model, of->figures->weakest[of->group]),
                   level_id(of, (size_t)of->level));
}

/* A percentage without zeros at its end. */
static void put_percent(struct rung__buffer *sentence, double share)
{
  char text[RUNG__NUMBER_SIZE];
  size_t length = rung__number_fixed(100 * share, 6, text);
  while (text[length - 1] == '0')
    --length;
  if (text[length - 1] == '.') --length;
  rung__put(sentence, text, length);
  rung__put_text(sentence, " %");
}

/* "people", or "people, by weight," before the verb. */
static void put_people(struct rung__buffer *sentence, const struct case_of *of)
{
  rung__put_text(sentence, of->model->people ? "people" : "assessments");
  if (is_weighted(of)) rung__put_text(sentence, ", by weight,");
}

/* Of the level reached, or of the lowest above the bottom, which everybody reaches. */
static void say_share(struct rung__buffer *sentence, const struct case_of *of)
{
  const size_t level = of->level > 0 ? (size_t)of->level : 1;
  const double share = rung__grid_double(of->figures->reached[level][of->group]);
  const double least = rung__grid_double(of->rule->least);
  put_near(sentence, 100 * share, 100 * least, 0);
  rung__put_text(sentence, " % of the ");
  put_people(sentence, of);
  rung__put_format(sentence, " reach level %s or above; ", level_id(of, level));
  put_percent(sentence, least);
  rung__put_text(sentence, " are asked");
}

static void say_people(struct rung__buffer *sentence, const struct case_of *of)
{
  rung__put_format(sentence, "the middle one of %u ", of->figures->n[of->group]);
  put_people(sentence, of);
  rung__put_format(sentence, " reaches level %s", level_id(of, (size_t)of->level));
}

static struct case_of look_at(const struct rung__figures *figures, size_t group, size_t reading,
                              size_t rule)
{
  const struct rung__reading *read = &figures->model->readings[reading];
  const struct rung__rule_figures *of = &figures->rule[reading][rule];
  return (struct case_of){.model = figures->model,
                          .reading = read,
                          .rule = &read->rule[rule],
                          .ladder = &figures->model->ladders[read->ladder],
                          .figures = of,
                          .measure = &figures->measure[read->measure],
                          .cells = &figures->cells,
                          .group = group,
                          .level = of->level[group]};
}

void rung__reason_rule(struct rung__buffer *sentence, const struct rung__figures *figures,
                       size_t group, size_t reading, size_t rule)
{
  static void (*const say[])(struct rung__buffer *, const struct case_of *) = {
      [RUNG__CUT] = say_cut,
      [RUNG__BANDS] = say_bands,
      [RUNG__WEAKEST] = say_weakest,
      [RUNG__SHARE_RULE] = say_share,
  };
  const struct case_of of = look_at(figures, group, reading, rule);
  if (of.level < 0) return;
  if (of.rule->over_people && of.rule->kind != RUNG__SHARE_RULE) {
    say_people(sentence, &of);
  } else {
    say[of.rule->kind](sentence, &of);
  }
}
