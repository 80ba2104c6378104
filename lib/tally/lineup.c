/* Lining up rows, and summing their products.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Rows of one group stand side by side first: the inner loops then run over neighbours, without a
 * branch, and a group's sums are touched once for each stretch of them. */
#include "tally/lineup.h"

#include <string.h>

#include "base/array.h"
#include "model/worth.h"

/* Rows of one group that stand side by side. */
struct stretch {
  uint32_t group;
  size_t first, count;
};

/* The values of an item on the rows in line; where there is none, both are 0. */
struct column {
  int16_t value[RUNG__BLOCK], there[RUNG__BLOCK];
};

struct rung__lineup {
  size_t count, stretches;
  uint16_t row[RUNG__BLOCK], spare[RUNG__BLOCK]; /* of the span, in line */
  struct stretch stretch[RUNG__BLOCK];
  uint64_t weight[RUNG__BLOCK]; /* in line, and its square */
  rung__uwide square[RUNG__BLOCK];
  struct column column[RUNG__COUPLED_ITEMS];
  int64_t first[RUNG__BLOCK], second[RUNG__BLOCK]; /* of a wide couple, in line */
};

/* What the stretches of a couple are added to. */
struct target {
  const struct rung__lineup *lineup;
  const struct rung__span *span;
  size_t couple;
};

bool rung__lineup_make(struct rung__lineup **lineup, const rung_model *model)
{
  (void)model;
  if (*lineup == NULL) *lineup = rung__array_new(1, sizeof **lineup);
  return *lineup != NULL;
}

void rung__sum_moments(const struct rung__span *span, size_t number, const int64_t *value)
{
  const struct rung__shape *shape = span->groups->shape;
  const size_t each = shape->number_count + shape->measure_count;
  for (size_t row = 0; row < span->count; ++row) {
    if (span->group[row] == RUNG__NO_NAME || value[row] == RUNG__NO_SCORE) continue;
    struct rung__sum *moment = span->groups->products.moment +
                               2 * (span->group[row] * each + number);
    const rung__uwide square = rung__weight_square(span->weight[row]);
    rung__sum_add_wide(&moment[0], square, value[row]);
    rung__sum_add_wide(&moment[1], square, (rung__wide)value[row] * value[row]);
  }
}

/* Puts rows in the order of a byte of their groups; equal ones stay in theirs. */
static void sort_by(struct rung__lineup *lineup, const uint32_t *group, int shift)
{
  size_t place[257] = {0};
  for (size_t index = 0; index < lineup->count; ++index)
    ++place[1 + (group[lineup->row[index]] >> shift & 0xFF)];
  for (size_t byte = 0; byte < 256; ++byte)
    place[byte + 1] += place[byte];
  for (size_t index = 0; index < lineup->count; ++index)
    lineup->spare[place[group[lineup->row[index]] >> shift & 0xFF]++] = lineup->row[index];
  memcpy(lineup->row, lineup->spare, lineup->count * sizeof *lineup->row);
}

static void line_up(struct rung__lineup *lineup, const struct rung__span *span)
{
  uint32_t differ = 0;
  lineup->count = lineup->stretches = 0;
  for (size_t row = 0; row < span->count; ++row) {
    if (span->group[row] == RUNG__NO_NAME) continue;
    lineup->row[lineup->count++] = (uint16_t)row;
    differ |= span->group[row] ^ span->group[lineup->row[0]];
  }
  for (int shift = 0; shift < 32 && differ >> shift != 0; shift += 8)
    sort_by(lineup, span->group, shift);
  for (size_t index = 0; index < lineup->count; ++index) {
    const uint32_t group = span->group[lineup->row[index]];
    lineup->weight[index] = span->weight[lineup->row[index]];
    lineup->square[index] = rung__weight_square(lineup->weight[index]);
    struct stretch *last = &lineup->stretch[lineup->stretches - (lineup->stretches > 0)];
    if (lineup->stretches > 0 && last->group == group)
      ++last->count;
    else
      lineup->stretch[lineup->stretches++] = (struct stretch){group, index, 1};
  }
}

/* The items of a measure on the rows in line. */
static void fill_columns(struct rung__lineup *lineup, const struct rung__cells *cells,
                         const struct rung__coupled *coupled)
{
  const struct rung__measure *measure = &cells->model->measures[coupled->measure];
  struct column *column = lineup->column;
  for (size_t index = 0; index < measure->count; ++index) {
    const struct rung__term *term = &measure->term[index];
    if (!rung__is_coupled(cells->model, term)) continue;
    const int8_t *code = cells->code[term->index];
    int16_t worth[RUNG__ANSWERS_MAX];
    for (size_t answer = 0; answer < cells->model->items[term->index].count; ++answer)
      worth[answer] = (int16_t)(term->unit[answer] * measure->quantum / coupled->step);
    for (size_t place = 0; place < lineup->count; ++place) {
      const int8_t byte = code[lineup->row[place]];
      column->there[place] = byte >= 0;
      column->value[place] = byte >= 0 ? worth[byte] : (int16_t)0;
    }
    ++column;
  }
}

/* Of persons of weight 1. */
static void add_plain(const struct target *target, const struct stretch *stretch,
                      const struct column *one, const struct column *other)
{
  struct rung__groups *groups = target->span->groups;
  const struct rung__couples *couples = &groups->shape->couples;
  const int16_t *a = one->value + stretch->first, *b = other->value + stretch->first;
  const int16_t *with_a = one->there + stretch->first, *with_b = other->there + stretch->first;
  int32_t count = 0, first = 0, second = 0, both = 0;
  for (size_t index = 0; index < stretch->count; ++index) {
    count += with_a[index] * with_b[index];
    first += a[index] * with_b[index];
    second += b[index] * with_a[index];
    both += a[index] * b[index];
  }
  rung__wide *sum = groups->products.narrow +
                    RUNG__NARROW_SUMS *
                        (stretch->group * (size_t)couples->narrow_count + target->couple);
  groups->products.count[stretch->group * rung__shape_couples(groups->shape) +
                         target->couple] += (uint32_t)count;
  sum[RUNG__OF_FIRST] += first * (rung__wide)RUNG__WEIGHT_ONE;
  sum[RUNG__OF_SECOND] += second * (rung__wide)RUNG__WEIGHT_ONE;
  sum[RUNG__OF_BOTH] += both * (rung__wide)RUNG__WEIGHT_ONE;
}

/* What rows of a group with both come to. */
struct batch {
  uint32_t count;
  rung__uwide weight, square;
};

static void add_batch(const struct target *target, uint32_t group, const struct batch *batch)
{
  struct rung__groups *groups = target->span->groups;
  const size_t place = group * rung__shape_couples(groups->shape) + target->couple;
  groups->products.count[place] += batch->count;
  if (!groups->weighted) return;
  groups->products.weight[place] += batch->weight;
  groups->products.square[place] += batch->square;
}

static void add_weighted(const struct target *target, const struct stretch *stretch,
                         const struct column *one, const struct column *other)
{
  struct rung__groups *groups = target->span->groups;
  const size_t couples = groups->shape->couples.narrow_count;
  struct batch batch = {.count = 0};
  rung__wide first = 0, second = 0, both = 0;
  for (size_t place = stretch->first; place < stretch->first + stretch->count; ++place) {
    if (one->there[place] == 0 || other->there[place] == 0) continue;
    const rung__wide weight = (rung__wide)target->lineup->weight[place];
    ++batch.count;
    batch.weight += (rung__uwide)weight;
    batch.square += target->lineup->square[place];
    first += weight * one->value[place];
    second += weight * other->value[place];
    both += weight * ((int32_t)one->value[place] * other->value[place]);
  }
  rung__wide *sum = groups->products.narrow +
                    RUNG__NARROW_SUMS * (stretch->group * couples + target->couple);
  sum[RUNG__OF_FIRST] += first;
  sum[RUNG__OF_SECOND] += second;
  sum[RUNG__OF_BOTH] += both;
  add_batch(target, stretch->group, &batch);
}

static void add_narrow(struct rung__lineup *lineup, const struct rung__span *span,
                       const struct rung__coupled *coupled)
{
  const struct column *column = lineup->column;
  for (size_t index = 0; index < lineup->stretches; ++index) {
    const struct stretch *stretch = &lineup->stretch[index];
    struct target target = {lineup, span, coupled->first};
    for (size_t a = 0; a < coupled->count; ++a) {
      for (size_t b = a + 1; b < coupled->count; ++b, ++target.couple) {
        if (span->groups->weighted)
          add_weighted(&target, stretch, &column[a], &column[b]);
        else
          add_plain(&target, stretch, &column[a], &column[b]);
      }
    }
  }
}

/* A couple whose values are in the line-up's first and second. */
static void add_wide(const struct target *target)
{
  const struct rung__lineup *lineup = target->lineup;
  struct rung__groups *groups = target->span->groups;
  const struct rung__couples *couples = &groups->shape->couples;
  for (size_t place = 0; place < lineup->count; ++place) {
    const int64_t a = lineup->first[place], b = lineup->second[place];
    if (a == RUNG__NO_SCORE || b == RUNG__NO_SCORE) continue;
    const uint32_t group = target->span->group[lineup->row[place]];
    const uint64_t weight = lineup->weight[place];
    const struct batch one = {1, weight, lineup->square[place]};
    struct rung__sum *sum = groups->products.wide +
                            RUNG__WIDE_SUMS * (group * (size_t)couples->wide_count +
                                               target->couple - couples->narrow_count);
    add_batch(target, group, &one);
    rung__sum_add_product(&sum[RUNG__OF_FIRST], a, weight);
    rung__sum_add_product(&sum[RUNG__OF_SECOND], b, weight);
    rung__sum_add_product(&sum[RUNG__OF_BOTH], (rung__wide)a * b, weight);
    rung__sum_add_product(&sum[RUNG__FIRST_SQUARE], (rung__wide)a * a, weight);
    rung__sum_add_product(&sum[RUNG__SECOND_SQUARE], (rung__wide)b * b, weight);
  }
}

/* What an item is worth under a measure, on the rows in line. */
static void fill_item(const struct rung__lineup *lineup, const struct rung__cells *cells,
                      const struct rung__coupled *coupled, size_t wanted, int64_t *out)
{
  const struct rung__measure *measure = &cells->model->measures[coupled->measure];
  const struct rung__term *term = measure->term;
  for (size_t seen = 0; !rung__is_coupled(cells->model, term) || seen++ < wanted;)
    ++term;
  const struct rung__item *item = &cells->model->items[term->index];
  for (size_t place = 0; place < lineup->count; ++place) {
    const size_t row = lineup->row[place];
    const int8_t code = cells->code[term->index][row];
    if (code < 0)
      out[place] = RUNG__NO_SCORE;
    else if (item->answers == RUNG__POINTS)
      out[place] = term->unit[code] * measure->quantum / coupled->step;
    else
      out[place] = rung__worth_value(measure, item, cells->value[term->index][row]);
  }
}

static void add_wide_items(struct rung__lineup *lineup, const struct rung__span *span,
                           const struct rung__cells *cells, const struct rung__coupled *coupled)
{
  struct target target = {lineup, span, coupled->first};
  for (size_t a = 0; a < coupled->count; ++a) {
    fill_item(lineup, cells, coupled, a, lineup->first);
    for (size_t b = a + 1; b < coupled->count; ++b, ++target.couple) {
      fill_item(lineup, cells, coupled, b, lineup->second);
      add_wide(&target);
    }
  }
}

static void fill_score(const struct rung__lineup *lineup, const int64_t *score, int64_t *out)
{
  for (size_t place = 0; place < lineup->count; ++place)
    out[place] = score[lineup->row[place]];
}

void rung__count_products(struct rung__lineup *lineup, const struct rung__span *span,
                          const struct rung__cells *cells, const rung_scores *scores, size_t first)
{
  const struct rung__couples *couples = &span->groups->shape->couples;
  line_up(lineup, span);
  for (uint32_t index = 0; index < couples->measure_count; ++index) {
    const struct rung__coupled *coupled = &couples->measure[index];
    if (coupled->wide) {
      add_wide_items(lineup, span, cells, coupled);
      continue;
    }
    fill_columns(lineup, cells, coupled);
    add_narrow(lineup, span, coupled);
  }
  for (uint32_t index = 0; index < couples->score_count; ++index) {
    const uint32_t pair = couples->score[index];
    fill_score(lineup, scores->measure[pair / RUNG__MEASURES_MAX].score + first, lineup->first);
    fill_score(lineup, scores->measure[pair % RUNG__MEASURES_MAX].score + first, lineup->second);
    add_wide(&(struct target){lineup, span, couples->first_score + index});
  }
}
