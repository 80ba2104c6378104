/* Adding a block: a first pass that may fail and changes nothing, a second that counts.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "base/array.h"
#include "score/scores.h"
#include "tally/lineup.h"
#include "tally/tally.h"

static rung_status belong(const rung_tally *tally, const rung_answers *answers, rung_error *error)
{
  if (tally->model == NULL)
    return rung__fail(
        error, RUNG_E_ARGUMENT,
        "the tally was loaded without its model: load it with the model to add to it");
  if (memcmp(answers->model->digest, tally->digest, sizeof tally->digest) != 0)
    return rung__fail(error, RUNG_E_MISMATCH,
                      "the answers are of model '%s' %s, the tally of '%s' %s", answers->model->id,
                      answers->model->version, tally->model_id, tally->model_version);
  return RUNG_OK;
}

static rung_status fit(const rung_tally *tally, size_t rows, rung_error *error)
{
  if (rows <= UINT32_MAX - tally->rows) return RUNG_OK;
  return rung__fail(error, RUNG_E_LIMIT,
                    "%zu rows more than %llu pass 4294967295: keep several tallies", rows,
                    (unsigned long long)tally->rows);
}

/* Whether given scores are of this block. Its own workspace computes a stretch at a time later, and
 * that cannot fail: it is not strict, and has room for a stretch from the first. */
static rung_status find_scores(rung_tally *tally, const rung_answers *answers, size_t rows,
                               const rung_scores *scores, rung_error *error)
{
  if ((tally->shape.parts & RUNG_TALLY_SCORES) == 0) return RUNG_OK;
  if (scores == NULL)
    return tally->scores != NULL ? RUNG_OK
                                 : rung_scores_new(tally->model, NULL, &tally->scores, error);
  const bool same = scores->answered == answers->model && scores->stamp == answers->stamp &&
                    scores->rows == rows;
  return same ? RUNG_OK
              : rung__fail(error, RUNG_E_MISMATCH,
                           "the scores are not of this block: compute it just before adding it");
}

static rung_status weigh(rung_tally *tally, const rung_answers *answers, size_t rows,
                         rung_error *error)
{
  if (!rung__array_reserve((void **)&tally->group, &tally->group_room, rows,
                           sizeof *tally->group) ||
      !rung__array_reserve((void **)&tally->weight, &tally->weight_room, rows,
                           sizeof *tally->weight))
    return rung__fail_memory(error);
  return rung__answers_weights(answers, 0, rows, tally->weight, error);
}

static rung_status refuse(const rung_tally *tally, const rung_answers *answers, size_t column,
                          size_t row, const char *why, rung_error *error)
{
  return rung__fail_at(
      error, RUNG_E_ANSWERS, tally->column[column], answers->first_row + (int64_t)row, 0,
      "the label of this row %s: a group needs a text of at most %d bytes of UTF-8", why,
      RUNG__LABEL_MOST);
}

static rung_status put_labels(rung_tally *tally, const rung_answers *answers,
                              const rung_column *const *values, size_t row, rung_error *error)
{
  char scratch[32];
  struct rung__slice label;
  tally->key.length = 0;
  tally->key.failed = false;
  for (size_t column = 0; column < tally->column_count; ++column) {
    const bool present = rung__answers_label(values[column], row, scratch, &label);
    if (present && label.length > RUNG__LABEL_MOST)
      return refuse(tally, answers, column, row, "is too long", error);
    rung__key_put(&tally->key, present ? &label : NULL);
  }
  return tally->key.failed ? rung__fail_memory(error) : RUNG_OK;
}

/* A label is read once more when its group is new. */
static rung_status check_labels(const rung_tally *tally, const rung_answers *answers, size_t row,
                                rung_error *error)
{
  struct rung__slice key = {tally->key.data, tally->key.length}, label;
  for (size_t column = 0; column < tally->column_count; ++column) {
    if (!rung__key_take(&key, &label)) continue;
    if (!rung__is_utf8(label.data, label.length, NULL))
      return refuse(tally, answers, column, row, "is not UTF-8", error);
    if (memchr(label.data, '\0', label.length) != NULL)
      return refuse(tally, answers, column, row, "holds a NUL", error);
  }
  return RUNG_OK;
}

static rung_status find_group(rung_tally *tally, const rung_answers *answers, size_t row,
                              uint32_t *group, rung_error *error)
{
  struct rung__names *keys = &tally->groups.keys;
  const struct rung__slice key = {tally->key.data, tally->key.length};
  if (*group != RUNG__NO_NAME && rung__same(key, rung__names_get(keys, *group))) return RUNG_OK;
  *group = rung__names_find(keys, key);
  if (*group != RUNG__NO_NAME) return RUNG_OK;
  TRY(check_labels(tally, answers, row, error));
  *group = rung__names_add(keys, key);
  return *group == RUNG__NO_NAME ? rung__fail_memory(error) : RUNG_OK;
}

/* Finds or makes the group of every row; one like the group before is not searched for. */
static rung_status group(rung_tally *tally, const rung_answers *answers, size_t rows,
                         rung_error *error)
{
  const rung_column *values[RUNG__COLUMNS_MAX];
  uint32_t found = RUNG__NO_NAME;
  for (size_t index = 0; index < tally->column_count; ++index)
    TRY(rung__answers_group(answers, tally->column[index], &values[index], error));
  for (size_t row = 0; row < rows; ++row) {
    tally->group[row] = RUNG__NO_NAME;
    if (tally->weight[row] == 0) continue;
    TRY(put_labels(tally, answers, values, row, error));
    TRY(find_group(tally, answers, row, &found, error));
    tally->group[row] = found;
  }
  return RUNG_OK;
}

static bool differ(const rung_tally *tally, size_t rows)
{
  for (size_t row = 0; row < rows; ++row) {
    if (tally->weight[row] != 0 && tally->weight[row] != RUNG__WEIGHT_ONE) return true;
  }
  return false;
}

static bool make_room(rung_tally *tally, size_t rows)
{
  return rung__groups_reserve(&tally->groups, tally->groups.keys.count) &&
         (!differ(tally, rows) || rung__groups_weigh(&tally->groups)) &&
         (!rung__shape_multiplies(&tally->shape) ||
          rung__lineup_make(&tally->lineup, tally->model));
}

static bool make_cells(rung_tally *tally)
{
  if (tally->cells.model != NULL) return true;
  if (rung__cells_make(&tally->cells, tally->model)) return true;
  rung__cells_free(&tally->cells);
  return false;
}

static void count_weight(const struct rung__span *span, const struct rung__segment *segment,
                         const uint16_t *slot)
{
  struct rung__groups *groups = span->groups;
  const struct rung__shape *shape = groups->shape;
  const size_t index = (size_t)(segment - shape->segment);
  rung__uwide *squares = groups->products.slot; /* NULL where there are no products */
  for (size_t row = 0; row < span->count; ++row) {
    if (span->group[row] == RUNG__NO_NAME) continue;
    const size_t group = span->group[row];
    groups->weight[group * shape->slot_count + segment->first + slot[row]] += span->weight[row];
    uint64_t *largest = &groups->largest[group * shape->segment_count + index];
    if (slot[row] < segment->active && span->weight[row] > *largest) *largest = span->weight[row];
    if (squares != NULL)
      squares[group * shape->slot_count + segment->first + slot[row]] += rung__weight_square(
          span->weight[row]);
  }
}

static void count(const struct rung__span *span, const struct rung__segment *segment,
                  const uint16_t *slot)
{
  const size_t slots = span->groups->shape->slot_count, first = segment->first;
  uint32_t *counts = span->groups->count; /* NULL where everybody is left out */
  for (size_t row = 0; row < span->count; ++row) {
    if (span->group[row] != RUNG__NO_NAME) ++counts[span->group[row] * slots + first + slot[row]];
  }
  if (span->groups->weighted) count_weight(span, segment, slot);
}

/* A person who has a code is in the slot of the code; an absence stands behind the codes. */
static void slots_of_codes(const int8_t *code, size_t count, uint32_t codes, uint16_t *slot)
{
  for (size_t row = 0; row < count; ++row)
    slot[row] = (uint16_t)(code[row] >= 0 ? code[row] : (int)codes - 1 - code[row]);
}

static void flush(struct rung__sum *sum, rung__wide value, rung__wide square, uint64_t weight)
{
  rung__sum_add_product(&sum[0], value, weight);
  rung__sum_add_product(&sum[1], square, weight);
}

/* Neighbours of one group and weight are summed in 128 bits first: 1024 squares fit. */
static void sum_scores(const struct rung__span *span, size_t sum, const int64_t *score)
{
  size_t row = 0;
  if (span->groups->products.moment != NULL) rung__sum_moments(span, sum, score);
  while (row < span->count) {
    const uint32_t group = span->group[row];
    const uint64_t weight = span->weight[row];
    rung__wide value = 0, square = 0;
    for (; row < span->count && span->group[row] == group && span->weight[row] == weight; ++row) {
      if (score[row] == RUNG__NO_SCORE) continue;
      value += score[row];
      square += (rung__wide)score[row] * score[row];
    }
    if (group != RUNG__NO_NAME)
      flush(rung__groups_number(span->groups, group, sum), value, square, weight);
  }
}

/* The values of an item of numbers. */
static void sum_numbers(const struct rung__span *span, const struct rung__cells *cells, size_t item)
{
  int64_t value[RUNG__BLOCK];
  for (size_t row = 0; row < span->count; ++row)
    value[row] = cells->code[item][row] < 0 ? RUNG__NO_SCORE : cells->value[item][row];
  sum_scores(span, (size_t)cells->model->items[item].number, value);
}

/* Filling the cells cannot fail: the answers were checked before, and it is not strict. */
static void count_items(rung_tally *tally, const struct rung__span *span,
                        const rung_answers *answers, size_t first)
{
  const struct rung__shape *shape = span->groups->shape;
  uint16_t slot[RUNG__BLOCK];
  memset(slot, 0, sizeof slot);
  count(span, &shape->segment[0], slot);
  rung__cells_fill(&tally->cells, answers, first, span->count, false, NULL);
  for (size_t item = 0; item < shape->item_count; ++item) {
    const struct rung__segment *segment = rung__shape_item(shape, item);
    slots_of_codes(tally->cells.code[item], span->count, segment->active, slot);
    count(span, segment, slot);
    if (segment->number) sum_numbers(span, &tally->cells, item);
  }
}

static uint8_t slot_of_state(uint8_t state, bool some)
{
  if (state == RUNG_STATE_SHOWN) return some ? RUNG__SLOT_ANSWERED : RUNG__SLOT_STOOD_IN;
  if (some && state == RUNG_STATE_TOO_LITTLE_EVIDENCE) return RUNG__SLOT_SOME_EVIDENCE;
  if (some && state == RUNG_STATE_NOT_ESTIMABLE) return RUNG__SLOT_SOME_ESTIMATE;
  return (uint8_t)(RUNG__SLOT_STATE + state);
}

static void count_measures(const struct rung__span *span, const rung_scores *scores, size_t first)
{
  uint16_t slot[RUNG__BLOCK];
  for (size_t measure = 0; measure < scores->model->measure_count; ++measure) {
    const struct rung__measure_column *column = &scores->measure[measure];
    for (size_t row = 0; row < span->count; ++row)
      slot[row] = slot_of_state(column->state[first + row], column->present[first + row] > 0);
    count(span, rung__shape_measure(span->groups->shape, measure), slot);
    sum_scores(span, span->groups->shape->number_count + measure, column->score + first);
  }
}

static void count_rules(const struct rung__span *span, const rung_scores *scores, size_t first)
{
  const struct rung__shape *shape = span->groups->shape;
  uint16_t slot[RUNG__BLOCK];
  for (size_t reading = 0; reading < scores->model->reading_count; ++reading) {
    for (size_t rule = 0; rule < scores->model->readings[reading].count; ++rule) {
      const struct rung__segment *segment = rung__shape_rule(shape, reading, rule);
      if (segment == NULL) continue;
      slots_of_codes(scores->rule[reading][rule].level + first, span->count, segment->active, slot);
      count(span, segment, slot);
    }
  }
}

/* The levels of persons on a reading, by the rule that gives each of them one. */
static const int8_t *levels_of(const rung_scores *scores, size_t reading)
{
  const struct rung__reading *read = &scores->model->readings[reading];
  return scores->rule[reading][rung__person_rule(read, read->primary)].level;
}

/* A person with both levels is in the slot of the two; the others stand behind. */
static void count_relations(const struct rung__span *span, const rung_scores *scores, size_t first)
{
  uint16_t slot[RUNG__BLOCK];
  for (size_t index = 0; index < scores->model->relation_count; ++index) {
    const struct rung__relation *relation = &scores->model->relations[index];
    const struct rung__segment *segment = rung__shape_relation(span->groups->shape, index);
    if (segment == NULL) continue;
    const int8_t *down = levels_of(scores, relation->reading[0]) + first;
    const int8_t *across = levels_of(scores, relation->reading[1]) + first;
    const struct rung__reading *second = &scores->model->readings[relation->reading[1]];
    const uint32_t levels = (uint32_t)scores->model->ladders[second->ladder].count;
    for (size_t row = 0; row < span->count; ++row)
      slot[row] = (uint16_t)(down[row] < 0 || across[row] < 0
                                 ? segment->active
                                 : (uint32_t)down[row] * levels + (uint32_t)across[row]);
    count(span, segment, slot);
  }
}

static void count_scores(rung_tally *tally, const struct rung__span *span,
                         const rung_answers *answers, const rung_scores *given, size_t first)
{
  if (given == NULL) rung__scores_range(tally->scores, answers, first, span->count, NULL);
  const rung_scores *scores = given == NULL ? tally->scores : given;
  const size_t place = given == NULL ? 0 : first;
  count_measures(span, scores, place);
  count_rules(span, scores, place);
  count_relations(span, scores, place);
  if (rung__shape_multiplies(&tally->shape))
    rung__count_products(tally->lineup, span, &tally->cells, scores, place);
}

static void count_all(rung_tally *tally, const rung_answers *answers, const rung_scores *scores,
                      size_t rows)
{
  for (size_t first = 0; first < rows; first += RUNG__BLOCK) {
    const size_t left = rows - first;
    const struct rung__span span = {&tally->groups, tally->group + first, tally->weight + first,
                                    left < RUNG__BLOCK ? left : RUNG__BLOCK};
    count_items(tally, &span, answers, first);
    if ((tally->shape.parts & RUNG_TALLY_SCORES) != 0)
      count_scores(tally, &span, answers, scores, first);
  }
  tally->rows += rows;
  for (size_t row = 0; row < rows; ++row)
    tally->zero_rows += tally->weight[row] == 0;
}

rung_status rung_tally_add(rung_tally *tally, const rung_answers *answers, rung_scores *scores,
                           rung_error *error)
{
  size_t rows;
  if (tally == NULL || answers == NULL)
    return rung__fail(error, RUNG_E_ARGUMENT, "%s is NULL", tally == NULL ? "tally" : "answers");
  TRY(belong(tally, answers, error));
  TRY(rung__answers_length(answers, &rows, error));
  TRY(fit(tally, rows, error));
  TRY(find_scores(tally, answers, rows, scores, error));
  TRY(rung__answers_check(answers, rows, error));
  TRY(weigh(tally, answers, rows, error));
  TRY(group(tally, answers, rows, error));
  if (!make_room(tally, rows) || !make_cells(tally)) return rung__fail_memory(error);
  count_all(tally, answers, scores, rows);
  return RUNG_OK;
}
