/* The figures of one wave: room for them, and what several of them share.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/figures.h"

#include "score/measures.h"

static bool make_measure(struct rung__figures *figures, size_t index)
{
  struct rung__arena *arena = &figures->arena;
  struct rung__measure_figures *out = &figures->measure[index];
  const size_t count = figures->count;
  out->score = rung__arena_take(arena, count, sizeof *out->score);
  out->state = rung__arena_take(arena, count, sizeof *out->state);
  out->n = rung__arena_take(arena, count, sizeof *out->n);
  out->fewest = rung__arena_take(arena, count, sizeof *out->fewest);
  out->mean = rung__arena_take(arena, count, sizeof *out->mean);
  out->sd = rung__arena_take(arena, count, sizeof *out->sd);
  out->coverage = rung__arena_take(arena, count, sizeof *out->coverage);
  out->dominated = rung__arena_take(arena, count, sizeof *out->dominated);
  out->exposed = rung__arena_take(arena, count, sizeof *out->exposed);
  figures->score[index] = out->score;
  figures->state[index] = out->state;
  return out->score != NULL && out->state != NULL && out->n != NULL && out->fewest != NULL &&
         out->mean != NULL && out->sd != NULL && out->coverage != NULL && out->dominated != NULL &&
         out->exposed != NULL;
}

static bool make_shares(struct rung__figures *figures, struct rung__rule_figures *out,
                        size_t levels)
{
  out->reached = rung__arena_take(&figures->arena, levels, sizeof *out->reached);
  for (size_t level = 0; out->reached != NULL && level < levels; ++level) {
    out->reached[level] = rung__arena_take(&figures->arena, figures->count, sizeof **out->reached);
    if (out->reached[level] == NULL) return false;
  }
  return out->reached != NULL;
}

static bool make_rule(struct rung__figures *figures, const struct rung__reading *reading,
                      const struct rung__rule *rule, struct rung__rule_figures *out)
{
  struct rung__arena *arena = &figures->arena;
  const size_t count = figures->count, holds = rung__hold_count(reading, rule);
  out->level = rung__arena_take(arena, count, sizeof *out->level);
  out->state = rung__arena_take(arena, count, sizeof *out->state);
  out->marks = rung__arena_take(arena, count, sizeof *out->marks);
  out->n = rung__arena_take(arena, count, sizeof *out->n);
  out->fewest = rung__arena_take(arena, count, sizeof *out->fewest);
  out->dominated = rung__arena_take(arena, count, sizeof *out->dominated);
  out->hold = rung__arena_take(arena, count, holds * sizeof *out->hold);
  if (out->level == NULL || out->state == NULL || out->marks == NULL || out->n == NULL ||
      out->fewest == NULL || out->dominated == NULL || out->hold == NULL)
    return false;
  if (rule->kind == RUNG__WEAKEST) {
    out->weakest = rung__arena_take(arena, count, sizeof *out->weakest);
    return out->weakest != NULL;
  }
  const size_t levels = figures->model->ladders[reading->ladder].count;
  return rule->kind != RUNG__SHARE_RULE || make_shares(figures, out, levels);
}

static bool make_reading(struct rung__figures *figures, size_t index)
{
  const struct rung__reading *reading = &figures->model->readings[index];
  figures->rule[index] = rung__arena_take(&figures->arena, reading->count, sizeof **figures->rule);
  if (figures->rule[index] == NULL) return false;
  for (size_t rule = 0; rule < reading->count; ++rule) {
    if (!make_rule(figures, reading, &reading->rule[rule], &figures->rule[index][rule]))
      return false;
  }
  return true;
}

bool rung__figures_make(struct rung__figures *figures, const rung_model *model,
                        const struct rung__shape *shape, size_t count)
{
  struct rung__arena *arena = &figures->arena;
  figures->model = model;
  figures->count = count;
  figures->cells.shape = shape;
  figures->measure = rung__arena_take(arena, model->measure_count, sizeof *figures->measure);
  figures->rule = rung__arena_take(arena, model->reading_count, sizeof *figures->rule);
  figures->score = rung__arena_take(arena, model->measure_count, sizeof *figures->score);
  figures->state = rung__arena_take(arena, model->measure_count, sizeof *figures->state);
  figures->vote = rung__arena_take(arena, RUNG__TERMS_MAX, sizeof *figures->vote);
  if (figures->measure == NULL || figures->rule == NULL || figures->score == NULL ||
      figures->state == NULL || figures->vote == NULL)
    return false;
  for (size_t index = 0; index < model->measure_count; ++index) {
    if (!make_measure(figures, index)) return false;
  }
  for (size_t index = 0; index < model->reading_count; ++index) {
    if (!make_reading(figures, index)) return false;
  }
  return true;
}

void rung__figures_clear(struct rung__figures *figures)
{
  const struct rung__shape *shape = figures->cells.shape;
  rung__groups_free(&figures->cells);
  figures->cells.shape = shape;
}

void rung__figures_free(struct rung__figures *figures)
{
  rung__groups_free(&figures->cells);
  rung__arena_free(&figures->arena);
}

int64_t rung__share_grid(rung__uwide part, rung__uwide whole)
{
  struct rung__sum product = {{0}}, divisor;
  rung__sum_add_product(&product, (rung__wide)part, (uint64_t)RUNG__GRID);
  rung__sum_set(&divisor, (rung__wide)whole);
  return rung__sum_ratio(&product, &divisor);
}

double rung__share(rung__uwide part, rung__uwide whole)
{
  struct rung__sum numerator, denominator;
  rung__sum_set(&numerator, (rung__wide)part);
  rung__sum_set(&denominator, (rung__wide)whole);
  return rung__sum_double(&numerator) / rung__sum_double(&denominator);
}

bool rung__dominates(uint64_t largest, rung__uwide whole)
{
  return (rung__uwide)largest * 2 > whole;
}

double rung__mean_shown(const struct rung__sum *sum, const struct rung__sum *weight,
                        int64_t rounded)
{
  struct rung__sum rest = *sum, factor, product;
  rung__sum_set(&factor, rounded);
  if (!rung__sum_multiply(&product, &factor, weight)) return rung__grid_double(rounded);
  rung__sum_subtract(&rest, &product);
  const double steps = rung__sum_double(&rest) / rung__sum_double(weight);
  return rung__grid_double(rounded) + steps / (double)RUNG__GRID;
}

int64_t rung__item_mean(const struct rung__groups *groups, size_t group, size_t item,
                        const int64_t *unit, int64_t quantum, double *shown)
{
  const struct rung__segment *segment = rung__shape_item(groups->shape, item);
  struct rung__sum sum = {{0}}, divisor;
  for (uint32_t answer = 0; answer < segment->active; ++answer) {
    const int64_t value = unit[answer] * quantum;
    const rung__wide weight = (rung__wide)rung__groups_weight(groups, group,
                                                              segment->first + answer, 1);
    rung__sum_add_product(&sum, value < 0 ? -weight : weight,
                          (uint64_t)(value < 0 ? -value : value));
  }
  rung__sum_set(&divisor,
                (rung__wide)rung__groups_weight(groups, group, segment->first, segment->active));
  const int64_t mean = rung__sum_ratio(&sum, &divisor);
  if (shown != NULL) *shown = rung__mean_shown(&sum, &divisor, mean);
  return mean;
}

rung__uwide rung__item_asked(const struct rung__groups *groups, size_t group, size_t item)
{
  const struct rung__segment *segment = rung__shape_item(groups->shape, item);
  const size_t absent = segment->first + segment->active;
  return rung__groups_weight(groups, group, segment->first, segment->length) -
         rung__groups_weight(groups, group, absent + RUNG_ABSENT_NOT_ASKED, 1) -
         rung__groups_weight(groups, group, absent + RUNG_ABSENT_NOT_APPLICABLE, 1);
}
