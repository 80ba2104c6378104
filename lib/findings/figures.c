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
  out->excused = rung__arena_take(arena, count, sizeof *out->excused);
  out->dominated = rung__arena_take(arena, count, sizeof *out->dominated);
  out->exposed = rung__arena_take(arena, count, sizeof *out->exposed);
  out->withheld = rung__arena_take(arena, count, sizeof *out->withheld);
  figures->score[index] = out->score;
  figures->state[index] = out->state;
  return out->score != NULL && out->state != NULL && out->n != NULL && out->fewest != NULL &&
         out->mean != NULL && out->sd != NULL && out->coverage != NULL && out->excused != NULL &&
         out->dominated != NULL && out->exposed != NULL && out->withheld != NULL;
}

static bool make_shares(struct rung__figures *figures, struct rung__rule_figures *out,
                        size_t levels)
{
  out->reached = rung__arena_take(&figures->arena, levels, sizeof *out->reached);
  for (size_t level = 0; out->reached != NULL && level < levels; ++level) {
    out->reached[level] = rung__arena_take(&figures->arena, figures->count, sizeof **out->reached);
    if (out->reached[level] == NULL) return false;
  }
  out->nobody = rung__arena_take(&figures->arena, figures->count, sizeof *out->nobody);
  return out->reached != NULL && out->nobody != NULL;
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
  return !rung__counts_levels(rule) || make_shares(figures, out, levels);
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

static bool make_items(struct rung__figures *figures)
{
  struct rung__arena *arena = &figures->arena;
  const rung_model *model = figures->model;
  figures->item_value = rung__arena_take(arena, model->item_count, sizeof *figures->item_value);
  figures->item_state = rung__arena_take(arena, model->item_count, sizeof *figures->item_state);
  if (figures->item_value == NULL || figures->item_state == NULL) return false;
  for (size_t item = 0; item < model->item_count; ++item) {
    if (!model->items[item].looked_at) continue;
    figures->item_value[item] = rung__arena_take(arena, figures->count, sizeof(int64_t));
    figures->item_state[item] = rung__arena_take(arena, figures->count, sizeof(uint8_t));
    if (figures->item_value[item] == NULL || figures->item_state[item] == NULL) return false;
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
  figures->part = rung__arena_take(arena, RUNG__TERMS_MAX, sizeof *figures->part);
  figures->vote = rung__arena_take(arena, RUNG__TERMS_MAX, sizeof *figures->vote);
  if (figures->measure == NULL || figures->rule == NULL || figures->score == NULL ||
      figures->state == NULL || figures->part == NULL || figures->vote == NULL ||
      !make_items(figures))
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

void rung__sum_add_weighted(struct rung__sum *sum, rung__uwide weight, int64_t value)
{
  const rung__wide signed_weight = value < 0 ? -(rung__wide)weight : (rung__wide)weight;
  rung__sum_add_product(sum, signed_weight, (uint64_t)(value < 0 ? -value : value));
}

void rung__item_sum(const struct rung__groups *groups, size_t group, size_t item,
                    const int64_t *unit, int64_t quantum, struct rung__sum *sum)
{
  const struct rung__segment *segment = rung__shape_item(groups->shape, item);
  *sum = (struct rung__sum){{0}};
  for (uint32_t answer = 0; answer < segment->active; ++answer)
    rung__sum_add_weighted(sum, rung__groups_weight(groups, group, segment->first + answer, 1),
                           unit[answer] * quantum);
}

int64_t rung__item_mean(const rung_model *model, const struct rung__groups *groups, size_t group,
                        size_t item, double *shown)
{
  const struct rung__segment *segment = rung__shape_item(groups->shape, item);
  const struct rung__item *of = &model->items[item];
  struct rung__sum sum, divisor;
  if (segment->number)
    sum = *rung__groups_number(groups, group, (size_t)of->number);
  else
    rung__item_sum(groups, group, item, of->value, 1, &sum);
  rung__sum_set(&divisor,
                (rung__wide)rung__groups_weight(groups, group, segment->first, segment->active));
  const int64_t mean = rung__sum_ratio(&sum, &divisor);
  if (shown != NULL) *shown = rung__mean_shown(&sum, &divisor, mean);
  return mean;
}

uint8_t rung__item_state(const struct rung__groups *groups, size_t group, size_t item)
{
  const struct rung__segment *segment = rung__shape_item(groups->shape, item);
  const size_t absent = segment->first + segment->active;
  if (rung__groups_active(groups, group, segment) > 0) return RUNG_STATE_SHOWN;
  if (rung__item_asked(groups, group, item) > 0) return RUNG_STATE_TOO_LITTLE_EVIDENCE;
  return rung__groups_count(groups, group, absent + RUNG_ABSENT_NOT_APPLICABLE) > 0
             ? RUNG_STATE_NOT_APPLICABLE
             : RUNG_STATE_NOT_COLLECTED;
}

rung__uwide rung__item_asked(const struct rung__groups *groups, size_t group, size_t item)
{
  const struct rung__segment *segment = rung__shape_item(groups->shape, item);
  const size_t absent = segment->first + segment->active;
  return rung__groups_weight(groups, group, segment->first, segment->length) -
         rung__groups_weight(groups, group, absent + RUNG_ABSENT_NOT_ASKED, 1) -
         rung__groups_weight(groups, group, absent + RUNG_ABSENT_NOT_APPLICABLE, 1);
}
