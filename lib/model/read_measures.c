/* Reading measures: their terms, how they are joined, and what becomes of the score.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "model/build.h"
#include "model/worth.h"

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
    return rung__json_integer(&count, 0, (int64_t)measure->count, &measure->needs_count,
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

/* The ways of joining in which a key means something. */
struct key {
  const char *name;
  uint32_t ways; /* bits of enum rung__by */
  bool required;
};

#define WAY(by) (UINT32_C(1) << (by))
#define JOINS                                                                                      \
  (WAY(RUNG__MEAN) | WAY(RUNG__MEDIAN) | WAY(RUNG__SUM) | WAY(RUNG__MIN) | WAY(RUNG__MAX) |        \
   WAY(RUNG__PERCENT) | WAY(RUNG__ATTAINABLE) | WAY(RUNG__DEDUCTION) | WAY(RUNG__BLEND) |          \
   WAY(RUNG__DIFFERENCE) | WAY(RUNG__PRODUCT) | WAY(RUNG__RATIO_OF))
#define OF_PAIRS (WAY(RUNG__DIFFERENCE) | WAY(RUNG__RATIO_OF))
#define WITHOUT_WEIGHTS (OF_PAIRS | WAY(RUNG__PRODUCT))

static const struct key keys[] = {
    {"rescale", JOINS, false},
    {"at_least", WAY(RUNG__COUNT) | WAY(RUNG__SHARE), false},
    {"at_least", WAY(RUNG__COUNT), true},
    {"base", WAY(RUNG__SUM) | WAY(RUNG__DEDUCTION), false},
    {"floor", WAY(RUNG__BLEND), false},
    {"floor", WAY(RUNG__BLEND), true},
    {"tag", WAY(RUNG__VOTES), false},
    {"level", WAY(RUNG__VOTES), false},
};

static rung_status check_keys(struct rung__build *build, const struct rung__json *at,
                              const struct rung__measure *measure)
{
  const bool votes = measure->by == RUNG__VOTES;

  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    const struct rung__json member = rung__json_member(at, keys[i].name);
    const bool fits = (keys[i].ways & WAY(measure->by)) != 0;
    if (!keys[i].required && !fits && member.value != NULL) {
      return rung__json_fail(&member, build->error, "\"%s\" says nothing where terms join by %s",
                             keys[i].name, rung__by_words[measure->by]);
    }
    if (keys[i].required && fits && member.value == NULL) {
      return rung__json_fail(at, build->error, "there is no \"%s\", which %s needs", keys[i].name,
                             rung__by_words[measure->by]);
    }
  }
  const struct rung__json tag = rung__json_member(at, "tag");
  const struct rung__json level = rung__json_member(at, "level");
  const struct rung__json absence = rung__json_member(at, "absence");
  if (votes && (tag.value == NULL) == (level.value == NULL)) {
    return rung__json_fail(at, build->error, "votes are counted by a \"tag\" or by a \"level\"");
  }
  if (votes && absence.value != NULL) {
    return rung__json_fail(&absence, build->error, "nobody votes in place of another");
  }
  return RUNG_OK;
}

/* How many terms a way of joining takes, and that they are plain ids where weights mean nothing. */
static rung_status check_count(struct rung__build *build, const struct rung__json *at,
                               const struct rung__measure *measure)
{
  const size_t most = (WAY(measure->by) & OF_PAIRS) != 0 ? 2 : 8;

  if ((WAY(measure->by) & WITHOUT_WEIGHTS) == 0) return RUNG_OK;
  TRY(rung__json_array(at, 2, most, build->error));
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__json term = rung__json_element(at, i);
    if (json_is_string(term.value)) continue;
    return rung__json_fail(&term, build->error, "a weight means nothing in a %s; name the id alone",
                           rung__by_words[measure->by]);
  }
  return RUNG_OK;
}

/* What each term must be. */
static rung_status check_term(struct rung__build *build, const struct rung__json *at,
                              const struct rung__measure *measure, const struct rung__term *term)
{
  const bool favourable = rung__counts_favour(measure);

  if (term->is_measure) {
    const char *what = measure->rescaled            ? "rescaled"
                       : favourable                 ? "counted as favourable"
                       : measure->by == RUNG__VOTES ? "asked for votes"
                                                    : NULL;
    if (what == NULL) return RUNG_OK;
    return rung__json_fail(at, build->error, "only items can be %s here; this is a measure", what);
  }
  const struct rung__item *item = &build->model->items[term->index];
  if (item->unmeasured != NULL) {
    if ((WAY(measure->by) & WITHOUT_WEIGHTS) == 0) return RUNG_OK;
    return rung__json_fail(at, build->error, "'%s' is unmeasured, so that there is never a %s",
                           item->id, rung__by_words[measure->by]);
  }
  if (favourable && !item->has_favour) {
    return rung__json_fail(at, build->error,
                           "a %s counts favourable answers, and the scale of '%s' does not say "
                           "which are; add \"favourable\" to it",
                           rung__by_words[measure->by], item->id);
  }
  if (measure->by == RUNG__VOTES && measure->level != RUNG__NONE &&
      item->ladder != measure->level_ladder) {
    return rung__json_fail(at, build->error, "'%s' is not on the ladder of that level", item->id);
  }
  return RUNG_OK;
}

static rung_status check_terms(struct rung__build *build, const struct rung__json *at,
                               const struct rung__measure *measure)
{
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__json place = rung__json_element(at, i);
    TRY(check_term(build, &place, measure, &measure->term[i]));
  }
  return RUNG_OK;
}

/* The level whose votes are counted: of the ladder of the first measured term. */
static rung_status read_level(struct rung__build *build, const struct rung__json *at,
                              struct rung__measure *measure)
{
  size_t level;

  measure->level = measure->level_ladder = RUNG__NONE;
  if (at->value == NULL) return RUNG_OK;
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    if (term->is_measure || build->model->items[term->index].ladder == RUNG__NONE) continue;
    measure->level_ladder = build->model->items[term->index].ladder;
    TRY(rung__build_level(build, at, &build->model->ladders[measure->level_ladder], &level));
    measure->level = (int)level;
    return RUNG_OK;
  }
  return rung__json_fail(at, build->error, "no item of the measure is on a ladder");
}

static rung_status read_joining(struct rung__build *build, const struct rung__json *at,
                                struct rung__measure *measure)
{
  const struct rung__json at_least = rung__json_member(at, "at_least");
  const struct rung__json base = rung__json_member(at, "base");
  const struct rung__json floor = rung__json_member(at, "floor");
  const struct rung__json tag = rung__json_member(at, "tag");
  const struct rung__json level = rung__json_member(at, "level");
  const struct rung__json rescale = rung__json_member(at, "rescale");
  struct rung__ends ends = {false, 0, 0};
  double share;

  measure->has_at_least = at_least.value != NULL;
  if (measure->has_at_least) TRY(rung__build_grid(build, &at_least, &measure->at_least));
  measure->base = measure->by == RUNG__DEDUCTION ? 100 * RUNG__GRID : 0;
  if (base.value != NULL) TRY(rung__build_grid(build, &base, &measure->base));
  if (floor.value != NULL) {
    TRY(rung__json_number(&floor, 0, 1, &share, build->error));
    TRY(rung__build_grid(build, &floor, &measure->floor));
  }
  measure->tag = RUNG__NONE;
  if (tag.value != NULL) TRY(rung__read_tag(build, &tag, &measure->tag));
  TRY(read_level(build, &level, measure));
  TRY(rung__read_ends(build, &rescale, &ends));
  measure->rescaled = ends.given;
  measure->to_low = ends.low;
  measure->to_high = ends.high;
  return RUNG_OK;
}

static rung_status read_withheld(struct rung__build *build, const struct rung__json *at,
                                 struct rung__measure *measure)
{
  if (at->value == NULL) return RUNG_OK;
  TRY(rung__json_array(at, 1, 16, build->error));
  TRY(rung__build_take(build, rung__json_size(at), sizeof *measure->withheld, &measure->withheld));
  for (; measure->withheld_count < rung__json_size(at); measure->withheld_count++) {
    struct rung__withheld *withheld = &measure->withheld[measure->withheld_count];
    const struct rung__json element = rung__json_element(at, measure->withheld_count);
    const struct rung__json when = rung__json_member(&element, "when");
    const struct rung__json reason = rung__json_member(&element, "reason");
    TRY(rung__json_object(&element, "when! reason!", build->error));
    TRY(rung__build_take(build, 1, sizeof *withheld->when, &withheld->when));
    TRY(rung__read_condition(build, &when, 0, withheld->when));
    TRY(rung__build_localised(build, &reason, &withheld->reason));
  }
  return RUNG_OK;
}

/* What becomes of the joined score. */
static rung_status read_shape(struct rung__build *build, const struct rung__json *at,
                              struct rung__measure *measure)
{
  const struct rung__json curve = rung__json_member(at, "curve");
  const struct rung__json recode = rung__json_member(at, "recode");
  const struct rung__json clip = rung__json_member(at, "clip");
  const struct rung__json round = rung__json_member(at, "round");
  const struct rung__json withhold = rung__json_member(at, "withhold");

  if (curve.value != NULL && recode.value != NULL) {
    return rung__json_fail(&recode, build->error, "a measure has a \"curve\" or a table, not both");
  }
  TRY(rung__read_curve(build, &curve, &measure->curve));
  TRY(rung__read_lookup(build, &recode, &measure->lookup));
  TRY(rung__read_ends(build, &clip, &measure->clip));
  TRY(rung__read_rounding(build, &round, &measure->round));
  TRY(read_withheld(build, &withhold, measure));
  measure->reshaped = measure->curve.count > 0 || measure->lookup.count > 0 ||
                      measure->clip.given || measure->round.step != 0 ||
                      measure->withheld_count > 0;
  return RUNG_OK;
}

static rung_status read_flavour(struct rung__build *build, const struct rung__json *at,
                                struct rung__measure *measure)
{
  static const char *const constructs[] = {"reflective", "formative", NULL};
  static const char *const across[] = {"people", "items", "none", NULL};
  const struct rung__json construct = rung__json_member(at, "construct");
  const struct rung__json order = rung__json_member(at, "across");
  int word = 1;

  TRY(rung__build_word(build, &construct, constructs, &word));
  measure->reflective = word == 0;
  measure->construct_said = construct.value != NULL;
  word = 0;
  TRY(rung__build_word(build, &order, across, &word));
  measure->across = (enum rung__across)word;
  return RUNG_OK;
}

static rung_status read_tier(struct rung__build *build, const struct rung__json *at,
                             struct rung__measure *measure)
{
  const rung_model *model = build->model;
  const struct rung__json tier = rung__json_member(at, "tier");

  measure->tier = RUNG__NONE;
  if (tier.value == NULL) {
    if (model->tier_count == 0 || build->prefix[0] != '\0') return RUNG_OK;
    return rung__json_fail(at, build->error, "there is no \"tier\"; name one of the model's tiers");
  }
  const char *id;
  TRY(rung__json_id(&tier, &id, build->error));
  for (size_t i = 0; i < model->tier_count && build->prefix[0] == '\0'; i++) {
    if (strcmp(model->tiers[i], id) == 0) measure->tier = (int)i;
  }
  if (measure->tier != RUNG__NONE || build->prefix[0] != '\0') return RUNG_OK;
  return rung__json_fail(&tier, build->error, "the model has no tier '%s'; name it in \"tiers\"",
                         id);
}

static rung_status read_measure(struct rung__build *build, const struct rung__json *at,
                                struct rung__measure *measure)
{
  const struct rung__json title = rung__json_member(at, "title");
  const struct rung__json of = rung__json_member(at, "of");
  const struct rung__json by = rung__json_member(at, "by");
  const struct rung__json needs = rung__json_member(at, "needs");
  const struct rung__json absence = rung__json_member(at, "absence");
  const struct rung__json extremes = rung__json_member(at, "extremes");
  const struct rung__json source = rung__json_member(at, "source");
  int word = 0;

  TRY(rung__build_localised(build, &title, &measure->title));
  TRY(rung__json_word(&by, rung__by_words, &word, build->error));
  measure->by = (enum rung__by)word;
  measure->source = build->source;
  TRY(rung__build_source(build, &source, &measure->source));
  TRY(rung__read_terms(build, &of, &measure->term, &measure->count));
  TRY(check_keys(build, at, measure));
  TRY(check_count(build, &of, measure));
  TRY(read_joining(build, at, measure));
  TRY(check_terms(build, &of, measure));
  TRY(read_needs(build, &needs, measure));
  TRY(rung__read_absence(build, &absence, measure->absence));
  TRY(read_shape(build, at, measure));
  TRY(rung__read_ends(build, &extremes, &measure->extremes));
  TRY(read_tier(build, at, measure));
  return read_flavour(build, at, measure);
}

/* Ids first, so that a measure may name one that stands below it. */
static rung_status read_ids(struct rung__build *build, const struct rung__json *at, size_t first)
{
  rung_model *model = build->model;

  for (size_t i = 0; i < rung__json_size(at); i++) {
    struct rung__measure *read = &model->measures[first + i];
    const struct rung__json measure = rung__json_element(at, i);
    const struct rung__json id = rung__json_member(&measure, "id");
    TRY(rung__json_object(&measure,
                          "id! of! by! title tier rescale at_least base floor tag level absence "
                          "needs curve recode clip round extremes withhold construct across source",
                          build->error));
    TRY(rung__build_part_id(build, &id, &read->id));
    TRY(rung__build_name(build, &build->nodes, &id, read->id));
    read->place = first + i;
    model->measure_count++;
  }
  return RUNG_OK;
}

rung_status rung__read_measures(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "measures");
  rung_model *model = build->model;
  const size_t first = model->measure_count;

  if (at.value == NULL) return RUNG_OK;
  TRY(rung__json_array(&at, 0, RUNG__MEASURES_MAX - first, build->error));
  TRY(read_ids(build, &at, first));
  for (size_t i = 0; i < rung__json_size(&at); i++) {
    const struct rung__json measure = rung__json_element(&at, i);
    TRY(read_measure(build, &measure, &model->measures[first + i]));
  }
  return RUNG_OK;
}
