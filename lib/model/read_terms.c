/* Reading terms: the items and measures that something is made of, each with its weight.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "model/build.h"

static rung_status read_weight(struct rung__build *build, const struct rung__json *at,
                               struct rung__term *term)
{
  double weight;

  TRY(rung__json_number(at, 0.000001, 1000000, &weight, build->error));
  const double units = weight * RUNG__WEIGHT_UNITS;
  term->weight = (int64_t)(units + 0.5);
  const double distance = units - (double)term->weight;
  if (distance > 0.001 || distance < -0.001) {
    return rung__json_fail(at, build->error, "a weight is a multiple of 0.000001");
  }
  return RUNG_OK;
}

static rung_status find_node(struct rung__build *build, const struct rung__json *at,
                             struct rung__term *term)
{
  const char *id;

  TRY(rung__build_part_id(build, at, &id));
  const uint32_t node = rung__names_find(&build->nodes, rung__slice(id));
  if (node == RUNG__NO_NAME) {
    return rung__json_fail(at, build->error,
                           "there is no item or measure '%s'; declare it under /items or /measures",
                           id);
  }
  term->is_measure = node >= build->model->item_count;
  term->index = term->is_measure ? node - build->model->item_count : node;
  if (term->is_measure) return RUNG_OK;
  const struct rung__item *item = &build->model->items[node];
  if (item->kind == RUNG__TEXT) {
    return rung__json_fail(at, build->error, "'%s' is a text item, which has no score", id);
  }
  if (item->unmeasured == NULL && item->answers == RUNG__DATES && item->age.count == 0) {
    return rung__json_fail(at, build->error, "'%s' is a day, which has no value without an \"age\"",
                           id);
  }
  return RUNG_OK;
}

static rung_status read_term(struct rung__build *build, const struct rung__json *at,
                             struct rung__term *term)
{
  const struct rung__json id = rung__json_member(at, "id");
  const struct rung__json weight = rung__json_member(at, "weight");

  term->weight = RUNG__WEIGHT_UNITS;
  if (!json_is_object(at->value)) return find_node(build, at, term);
  TRY(rung__json_object(at, "id! weight!", build->error));
  TRY(find_node(build, &id, term));
  return read_weight(build, &weight, term);
}

rung_status rung__refuse_twice(struct rung__build *build, const struct rung__json *at,
                               const struct rung__node *node, size_t count, const char *message)
{
  bool *seen = rung__array_new(build->nodes.count, sizeof *seen);
  size_t twice = count;

  if (seen == NULL) return rung__fail_memory(build->error);
  for (size_t i = 0; i < count && twice == count; i++) {
    bool *place = &seen[node[i].index + (node[i].is_measure ? build->model->item_count : 0)];
    if (*place) twice = i;
    *place = true;
  }
  free(seen);
  if (twice == count) return RUNG_OK;
  const struct rung__json element = rung__json_element(at, twice);
  return rung__json_fail(&element, build->error, "%s", message);
}

/* A term that stands twice would count twice without saying so. */
static rung_status refuse_repeats(struct rung__build *build, const struct rung__json *at,
                                  const struct rung__term *terms, size_t count)
{
  struct rung__node *node = rung__array_new(count, sizeof *node);

  if (node == NULL) return rung__fail_memory(build->error);
  for (size_t i = 0; i < count; i++) {
    node[i].is_measure = terms[i].is_measure;
    node[i].index = terms[i].index;
  }
  const rung_status status = rung__refuse_twice(build, at, node, count,
                                                "this stands twice; give it a weight instead");
  free(node);
  return status;
}

rung_status rung__read_terms(struct rung__build *build, const struct rung__json *at,
                             struct rung__term **terms, size_t *count)
{
  TRY(rung__json_array(at, 1, RUNG__TERMS_MAX, build->error));
  *count = rung__json_size(at);
  TRY(rung__build_take(build, *count, sizeof **terms, terms));
  for (size_t i = 0; i < *count; i++) {
    const struct rung__json term = rung__json_element(at, i);
    TRY(read_term(build, &term, &(*terms)[i]));
  }
  return refuse_repeats(build, at, *terms, *count);
}
