/* Couples: finding in a model what stands together.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally/couples.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

/* Measures that one rule looks at, each once. */
struct seen {
  uint32_t count;
  uint32_t measure[RUNG__COUPLED_MEASURES];
};

/* Pairs of measures, rising. */
struct pairs {
  uint32_t *pair;
  size_t count, room;
};

bool rung__is_coupled(const rung_model *model, const struct rung__term *term)
{
  return !term->is_measure && model->items[term->index].unmeasured == NULL;
}

/* Whether the scores add up over items, or are their median: then their items go together. */
static bool is_of_items(const rung_model *model, const struct rung__measure *measure,
                        uint32_t *count)
{
  const bool adds = measure->by == RUNG__MEAN || measure->by == RUNG__SUM ||
                    measure->by == RUNG__SHARE || measure->by == RUNG__NET ||
                    measure->by == RUNG__MEDIAN;
  *count = 0;
  for (size_t index = 0; index < measure->count; ++index) {
    if (measure->term[index].is_measure) return false;
    *count += rung__is_coupled(model, &measure->term[index]);
  }
  return adds && (measure->reflective || measure->across == RUNG__ACROSS_ITEMS) && *count >= 2 &&
         *count <= RUNG__COUPLED_ITEMS;
}

/* The step of a measure's values, and whether they are many steps. */
static void find_step(const rung_model *model, const struct rung__measure *measure,
                      struct rung__coupled *coupled)
{
  int64_t most = 0, step = 0;
  for (size_t index = 0; index < measure->count; ++index) {
    const struct rung__term *term = &measure->term[index];
    if (!rung__is_coupled(model, term)) continue;
    const struct rung__item *item = &model->items[term->index];
    if (item->answers != RUNG__POINTS) {
      coupled->step = 1;
      coupled->wide = true;
      return;
    }
    for (size_t answer = 0; answer < item->count; ++answer) {
      const int64_t unit = term->unit[answer], size = unit < 0 ? -unit : unit;
      step = (int64_t)rung__common_divisor(step, size);
      if (size > most) most = size;
    }
  }
  if (step == 0) step = 1;
  coupled->step = step * measure->quantum;
  coupled->wide = most / step > RUNG__NARROW_MOST;
}

static bool list_measures(struct rung__couples *couples, const rung_model *model)
{
  couples->measure = rung__array_new(model->measure_count, sizeof *couples->measure);
  if (couples->measure == NULL) return false;
  for (int wide = 0; wide < 2; ++wide) {
    for (size_t index = 0; index < model->measure_count; ++index) {
      struct rung__coupled coupled = {.measure = (uint32_t)index};
      if (!is_of_items(model, &model->measures[index], &coupled.count)) continue;
      find_step(model, &model->measures[index], &coupled);
      if (coupled.wide != (wide == 1)) continue;
      const uint32_t pairs = coupled.count * (coupled.count - 1) / 2;
      if (pairs > RUNG__COUPLES_MAX / 2 - couples->narrow_count - couples->wide_count) continue;
      coupled.first = couples->narrow_count + couples->wide_count;
      *(coupled.wide ? &couples->wide_count : &couples->narrow_count) += pairs;
      couples->measure[couples->measure_count++] = coupled;
    }
  }
  return true;
}

static void see(struct seen *seen, size_t measure)
{
  for (uint32_t index = 0; index < seen->count; ++index) {
    if (seen->measure[index] == measure) return;
  }
  if (seen->count < RUNG__COUPLED_MEASURES) seen->measure[seen->count++] = (uint32_t)measure;
}

/* Conditions are as deep as a model may nest them. */
static void see_condition(struct seen *seen, const struct rung__condition *condition)
{
  for (size_t part = 0; part < condition->count; ++part)
    see_condition(seen, &condition->part[part]);
  if (condition->count == 0 && condition->on == RUNG__ON_MEASURE &&
      condition->figure == RUNG__LOOK_SCORE)
    see(seen, condition->index);
}

static void see_gate(struct seen *seen, const struct rung__rule *rule)
{
  for (size_t level = 0; level < rule->level_count; ++level) {
    const struct rung__gate_level *gate = &rule->level[level];
    for (size_t index = 0; index < gate->own_count; ++index) {
      if (gate->own[index].is_measure) see(seen, gate->own[index].index);
    }
    for (size_t index = 0; index < gate->need_count; ++index)
      see_condition(seen, &gate->need[index]);
  }
}

/* Where it stands, or would have to. */
static size_t place_of(const uint32_t *pair, size_t count, uint32_t wanted)
{
  size_t first = 0;
  while (first < count) {
    const size_t middle = first + (count - first) / 2;
    if (pair[middle] < wanted) {
      first = middle + 1;
    } else {
      count = middle;
    }
  }
  return first;
}

static bool put_pair(struct pairs *pairs, size_t a, size_t b)
{
  const uint32_t pair = (uint32_t)(a < b ? a * RUNG__MEASURES_MAX + b : b * RUNG__MEASURES_MAX + a);
  const size_t place = place_of(pairs->pair, pairs->count, pair);
  if (a == b || (place < pairs->count && pairs->pair[place] == pair)) return true;
  if (!rung__array_reserve((void **)&pairs->pair, &pairs->room, pairs->count + 1,
                           sizeof *pairs->pair))
    return false;
  memmove(pairs->pair + place + 1, pairs->pair + place,
          (pairs->count - place) * sizeof *pairs->pair);
  pairs->pair[place] = pair;
  pairs->count++;
  return true;
}

static bool put_rule(struct pairs *pairs, const struct rung__rule *rule)
{
  struct seen seen = {.count = 0};
  for (size_t index = 0; index < rule->of_count; ++index)
    see(&seen, rule->of[index]);
  see_gate(&seen, rule);
  for (uint32_t first = 0; first < seen.count; ++first) {
    for (uint32_t second = 0; second < first; ++second) {
      if (!put_pair(pairs, seen.measure[first], seen.measure[second])) return false;
    }
  }
  return true;
}

static bool list_scores(struct pairs *pairs, const rung_model *model)
{
  for (size_t index = 0; index < model->pair_count; ++index) {
    if (!put_pair(pairs, model->pairs[index].said, model->pairs[index].done)) return false;
  }
  for (size_t reading = 0; reading < model->reading_count; ++reading) {
    for (size_t rule = 0; rule < model->readings[reading].count; ++rule) {
      if (!put_rule(pairs, &model->readings[reading].rule[rule])) return false;
    }
  }
  return true;
}

bool rung__couples_of(struct rung__couples *couples, const rung_model *model)
{
  struct pairs pairs = {.pair = NULL};
  *couples = (struct rung__couples){0};
  const bool done = list_measures(couples, model) && list_scores(&pairs, model);
  couples->score = pairs.pair;
  couples->score_count = (uint32_t)pairs.count;
  couples->first_score = couples->narrow_count + couples->wide_count;
  couples->wide_count += (uint32_t)pairs.count;
  return done;
}

void rung__couples_free(struct rung__couples *couples)
{
  free(couples->measure);
  free(couples->score);
  *couples = (struct rung__couples){0};
}

const struct rung__coupled *rung__coupled_items(const struct rung__couples *couples, size_t measure)
{
  for (uint32_t index = 0; index < couples->measure_count; ++index) {
    if (couples->measure[index].measure == measure) return &couples->measure[index];
  }
  return NULL;
}

size_t rung__couple_of_items(const struct rung__coupled *coupled, size_t first, size_t second)
{
  return coupled->first + first * (2 * (size_t)coupled->count - first - 1) / 2 + second - first - 1;
}

size_t rung__couple_of_scores(const struct rung__couples *couples, size_t first, size_t second)
{
  const uint32_t pair = (uint32_t)(first * RUNG__MEASURES_MAX + second);
  const size_t place = place_of(couples->score, couples->score_count, pair);
  if (place == couples->score_count || couples->score[place] != pair) return SIZE_MAX;
  return couples->first_score + place;
}
