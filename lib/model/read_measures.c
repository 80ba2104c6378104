/* Reading measures: their terms, how they are joined, and in which order they depend on each other.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "model/build.h"

#define WEIGHT_UNITS 1000000 /* weights of terms are whole millionths */
#define DEPTH_MAX 32

static rung_status read_weight(struct rung__build *build, const struct rung__json *at,
                               struct rung__term *term)
{
  double weight;

  TRY(rung__json_number(at, 0.000001, 1000000, &weight, build->error));
  const double units = weight * WEIGHT_UNITS;
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

  TRY(rung__json_id(at, &id, build->error));
  const uint32_t node = rung__names_find(&build->nodes, rung__slice(id));
  if (node == RUNG__NO_NAME) {
    return rung__json_fail(at, build->error, "there is no item or measure '%s'", id);
  }
  term->is_measure = node >= build->model->item_count;
  term->index = term->is_measure ? node - build->model->item_count : node;
  if (!term->is_measure && build->model->items[node].kind == RUNG__TEXT) {
    return rung__json_fail(at, build->error, "'%s' is a text item, which has no score", id);
  }
  return RUNG_OK;
}

static rung_status read_term(struct rung__build *build, const struct rung__json *at,
                             struct rung__term *term)
{
  const struct rung__json id = rung__json_member(at, "id");
  const struct rung__json weight = rung__json_member(at, "weight");

  term->weight = WEIGHT_UNITS;
  if (!json_is_object(at->value)) return find_node(build, at, term);
  TRY(rung__json_object(at, "id! weight!", build->error));
  TRY(find_node(build, &id, term));
  return read_weight(build, &weight, term);
}

static rung_status read_terms(struct rung__build *build, const struct rung__json *at,
                              struct rung__measure *measure)
{
  TRY(rung__json_array(at, 1, RUNG__TERMS_MAX, build->error));
  measure->count = rung__json_size(at);
  TRY(rung__build_take(build, measure->count, sizeof *measure->term, &measure->term));
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__json term = rung__json_element(at, i);
    TRY(read_term(build, &term, &measure->term[i]));
  }
  return RUNG_OK;
}

/* A term that stands twice would count twice without saying so. */
static rung_status refuse_repeats(struct rung__build *build, const struct rung__json *at,
                                  const struct rung__measure *measure)
{
  const size_t nodes = build->model->item_count + build->model->measure_count;
  bool *seen = rung__array_new(nodes, sizeof *seen);
  size_t twice = measure->count;

  if (seen == NULL) return rung__fail_memory(build->error);
  for (size_t i = 0; i < measure->count && twice == measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    const size_t node = term->index + (term->is_measure ? build->model->item_count : 0);
    if (seen[node]) twice = i;
    seen[node] = true;
  }
  free(seen);
  if (twice == measure->count) return RUNG_OK;
  const struct rung__json term = rung__json_element(at, twice);
  return rung__json_fail(&term, build->error,
                         "this stands twice in the measure; give it a weight instead");
}

static rung_status read_needs(struct rung__build *build, const struct rung__json *at,
                              struct rung__measure *measure)
{
  const struct rung__json count = rung__json_member(at, "count");
  const struct rung__json share = rung__json_member(at, "share");
  double value;

  measure->needs_count = 1;
  if (at->value == NULL) return RUNG_OK;
  if (count.value != NULL) {
    TRY(rung__json_object(at, "count!", build->error));
    return rung__json_integer(&count, 1, (int64_t)measure->count, &measure->needs_count,
                              build->error);
  }
  TRY(rung__json_object(at, "share!", build->error));
  TRY(rung__json_number(&share, 0, 1, &value, build->error));
  TRY(rung__build_grid(build, &share, &measure->needs_share));
  if (measure->needs_share <= 0) {
    return rung__json_fail(&share, build->error, "a share is above 0 and at most 1");
  }
  measure->needs_count = 0;
  return RUNG_OK;
}

static rung_status read_rescale(struct rung__build *build, const struct rung__json *at,
                                struct rung__measure *measure)
{
  if (at->value == NULL) return RUNG_OK;
  TRY(rung__json_array(at, 2, 2, build->error));
  const struct rung__json low = rung__json_element(at, 0), high = rung__json_element(at, 1);
  TRY(rung__build_grid(build, &low, &measure->to_low));
  TRY(rung__build_grid(build, &high, &measure->to_high));
  if (measure->to_low >= measure->to_high) {
    return rung__json_fail(at, build->error, "expected [low, high] with low below high");
  }
  measure->rescaled = true;
  return RUNG_OK;
}

/* What a way of joining asks of the terms. */
static rung_status check_terms(struct rung__build *build, const struct rung__json *at,
                               const struct rung__measure *measure)
{
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    const struct rung__json place = rung__json_element(at, i);
    if (term->is_measure && (measure->rescaled || measure->by == RUNG__SHARE)) {
      return rung__json_fail(&place, build->error, "only items can be %s here; this is a measure",
                             measure->rescaled ? "rescaled" : "counted as favourable");
    }
    if (measure->by != RUNG__SHARE || term->is_measure) continue;
    const struct rung__item *item = &build->model->items[term->index];
    if (item->unmeasured == NULL && !item->has_favour) {
      return rung__json_fail(&place, build->error,
                             "a share counts favourable answers, and the scale of '%s' does not "
                             "say which are; add \"favourable\" to it",
                             item->id);
    }
  }
  return RUNG_OK;
}

static rung_status read_flavour(struct rung__build *build, const struct rung__json *at,
                                struct rung__measure *measure)
{
  static const char *const constructs[] = {"reflective", "formative", NULL};
  static const char *const across[] = {"people", "items", NULL};
  const struct rung__json construct = rung__json_member(at, "construct");
  const struct rung__json order = rung__json_member(at, "across");
  int word = 1;

  TRY(rung__build_word(build, &construct, constructs, &word));
  measure->reflective = word == 0;
  measure->construct_said = construct.value != NULL;
  word = 0;
  TRY(rung__build_word(build, &order, across, &word));
  measure->across_items = word == 1;
  return RUNG_OK;
}

static rung_status read_measure(struct rung__build *build, const struct rung__json *at,
                                struct rung__measure *measure)
{
  const struct rung__json title = rung__json_member(at, "title");
  const struct rung__json of = rung__json_member(at, "of");
  const struct rung__json by = rung__json_member(at, "by");
  const struct rung__json rescale = rung__json_member(at, "rescale");
  const struct rung__json needs = rung__json_member(at, "needs");
  const struct rung__json source = rung__json_member(at, "source");
  int word = 0;

  TRY(rung__build_localised(build, &title, &measure->title));
  TRY(rung__json_word(&by, rung__by_words, &word, build->error));
  measure->by = (enum rung__by)word;
  measure->source = build->model->source;
  TRY(rung__build_source(build, &source, &measure->source));
  TRY(read_terms(build, &of, measure));
  TRY(refuse_repeats(build, &of, measure));
  TRY(read_rescale(build, &rescale, measure));
  if (measure->rescaled && measure->by == RUNG__SHARE) {
    return rung__json_fail(&rescale, build->error, "a share is always 0 to 100; drop \"rescale\"");
  }
  TRY(check_terms(build, &of, measure));
  TRY(read_needs(build, &needs, measure));
  return read_flavour(build, at, measure);
}

/* Ids first, so that a measure may name one that stands below it. */
static rung_status read_ids(struct rung__build *build, const struct rung__json *at)
{
  rung_model *model = build->model;

  for (size_t i = 0; i < rung__json_size(at); i++) {
    const struct rung__json measure = rung__json_element(at, i);
    const struct rung__json id = rung__json_member(&measure, "id");
    TRY(rung__json_object(&measure, "id! of! by! title rescale construct across needs source",
                          build->error));
    TRY(rung__build_id(build, &id, &model->measures[i].id));
    TRY(rung__build_name(build, &build->nodes, &id, model->measures[i].id));
    model->measures[i].place = i;
    model->measure_count++;
  }
  return RUNG_OK;
}

enum colour { NEW, OPEN, PLACED };

struct ordering {
  struct rung__build *build;
  const struct rung__json *at;
  uint8_t *colour;
  size_t placed;
};

/* Places a measure behind the measures it is made of; depth is bounded by DEPTH_MAX. */
static rung_status place(struct ordering *ordering, size_t index, size_t depth)
{
  rung_model *model = ordering->build->model;
  struct rung__measure *measure = &model->measures[index];
  const struct rung__json at = rung__json_element(ordering->at, index);

  if (ordering->colour[index] == PLACED) return RUNG_OK;
  if (ordering->colour[index] == OPEN) {
    return rung__json_fail(&at, ordering->build->error,
                           "the measure '%s' is made of itself; break the circle", measure->id);
  }
  if (depth == DEPTH_MAX) {
    return rung__json_fail(&at, ordering->build->error, "measures of measures nest deeper than %d",
                           DEPTH_MAX);
  }
  ordering->colour[index] = OPEN;
  for (size_t i = 0; i < measure->count; i++) {
    if (measure->term[i].is_measure) TRY(place(ordering, measure->term[i].index, depth + 1));
  }
  ordering->colour[index] = PLACED;
  model->order[ordering->placed++] = index;
  return RUNG_OK;
}

static rung_status order_measures(struct rung__build *build, const struct rung__json *at)
{
  const size_t count = build->model->measure_count;
  struct ordering ordering = {build, at, NULL, 0};

  TRY(rung__build_take(build, count, sizeof *build->model->order, &build->model->order));
  TRY(rung__build_take(build, count, sizeof *ordering.colour, &ordering.colour));
  for (size_t i = 0; i < count; i++)
    TRY(place(&ordering, i, 0));
  return RUNG_OK;
}

rung_status rung__read_measures(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "measures");
  rung_model *model = build->model;

  TRY(rung__json_array(&at, 1, RUNG__MEASURES_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(&at), sizeof *model->measures, &model->measures));
  TRY(read_ids(build, &at));
  for (size_t i = 0; i < model->measure_count; i++) {
    const struct rung__json measure = rung__json_element(&at, i);
    TRY(read_measure(build, &measure, &model->measures[i]));
  }
  TRY(order_measures(build, &at));
  for (size_t i = 0; i < model->measure_count; i++) {
    const size_t index = model->order[i];
    const struct rung__json measure = rung__json_element(&at, index);
    TRY(rung__compile_measure(build, &measure, &model->measures[index]));
  }
  return rung__find_exact_ranges(build);
}
