/* Judging draws: the evidence of a group, many times over.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/chances.h"

#include <math.h>
#include <string.h>

#include "findings/group_flips.h"
#include "findings/posterior.h"
#include "findings/shares.h"
#include "findings/sight.h"
#include "model/looks.h"
#include "score/rules.h"
#include "stats/symmetric.h"

/* A group and a reading at hand. */
struct scene {
  struct rung__figures *figures;
  struct rung__chances *chances;
  const struct rung__reading *reading;
  const struct rung__rule *rule;
  size_t index, group, levels;
};

static void add_measure(void *context, const struct rung__look *look)
{
  struct rung__chances *chances = context;
  if (look->on != RUNG__ON_MEASURE || look->figure != RUNG__LOOK_SCORE) return;
  for (size_t place = 0; place < chances->measure_count; ++place) {
    if (chances->measure[place] == look->index) return;
  }
  if (chances->measure_count == RUNG__TOGETHER_MAX)
    chances->too_many = true;
  else
    chances->measure[chances->measure_count++] = look->index;
}

static void list_measures(const struct scene *scene)
{
  struct rung__chances *chances = scene->chances;
  chances->measure_count = 0;
  chances->too_many = false;
  if (scene->rule->over_people) return;
  rung__rule_looks(scene->reading, scene->rule, add_measure, chances);
  rung__actions_look(scene->reading, add_measure, chances);
}

/* Means that are not there are not drawn. */
static void leave_out_absent(const struct scene *scene)
{
  struct rung__chances *chances = scene->chances;
  size_t kept = 0;
  for (size_t place = 0; place < chances->measure_count; ++place) {
    const size_t measure = chances->measure[place];
    if (scene->figures->score[measure][scene->group] != RUNG__NO_SCORE)
      chances->measure[kept++] = measure;
  }
  chances->measure_count = kept;
}

/* A matrix that is singular, or that sampling has made no correlation matrix, is drawn towards
 * independence, by as little as will do. */
static void factorise(double *factor, size_t size)
{
  double kept[RUNG__TOGETHER_MAX * RUNG__TOGETHER_MAX];
  memcpy(kept, factor, size * size * sizeof *factor);
  for (double less = 1e-6; !rung__cholesky(factor, size); less *= 4) {
    for (size_t cell = 0; cell < size * size; ++cell)
      factor[cell] = cell % (size + 1) == 0 ? 1 : kept[cell] * fmax(1 - less, 0);
  }
}

/* Draws the means that the rule looks at. False: one of them has no honest distribution. */
static bool draw_means(const struct scene *scene)
{
  struct rung__chances *chances = scene->chances;
  struct rung__spread_of_mean spread[RUNG__TOGETHER_MAX];
  double factor[RUNG__TOGETHER_MAX * RUNG__TOGETHER_MAX];
  const size_t size = chances->measure_count;
  for (size_t row = 0; row < size; ++row) {
    const size_t measure = chances->measure[row];
    if (!rung__posterior_of(scene->figures, measure, scene->group, &spread[row])) return false;
    factor[row * size + row] = 1;
    for (size_t cell = 0; cell < row; ++cell)
      factor[row * size + cell] = factor[cell * size + row] = rung__mean_correlation(
          scene->figures, measure, chances->measure[cell], scene->group);
  }
  factorise(factor, size);
  chances->drawn = rung__draw_means(&chances->draws, spread, factor, size, chances->mean);
  return true;
}

/* The lowest level with at least half of the weight at or below. */
static int8_t middle_of(const struct scene *scene, size_t draw)
{
  double below = 0;
  for (size_t level = 0; level < scene->levels; ++level) {
    below += scene->chances->share[level][draw];
    if (below >= 0.5) return (int8_t)level;
  }
  return (int8_t)(scene->levels - 1);
}

/* Puts the shares of a draw where a rule that counts levels sees them. */
static void see_shares(const struct scene *scene, size_t draw, int64_t seen[RUNG__LEVELS_MAX])
{
  double above = 0;
  for (size_t level = scene->levels; level-- > 0;) {
    const double share = scene->chances->share[level][draw];
    above += share;
    if (!rung__grid_of(scene->rule->kind == RUNG__MODE ? share : above, &seen[level]))
      seen[level] = RUNG__NO_SCORE;
  }
}

/* The evidence of the group alone, whose means and shares point at `mean` and `share`. */
static struct rung__evidence evidence_of(const struct scene *scene, int64_t *share)
{
  struct rung__chances *chances = scene->chances;
  const struct rung__rule_figures *out = &scene->figures
                                              ->rule[scene->index][scene->reading->primary];
  struct rung__trial *trial = &chances->trial[scene->index];
  struct rung__evidence all = rung__sight_of(scene->figures);
  all.share = (const int64_t *const *)out->reached;
  all.nobody = out->nobody;
  struct rung__evidence one = rung__trial_row(trial, &all, scene->group);
  for (size_t level = 0; share != NULL && level < scene->levels; ++level)
    trial->share[level] = share + level;
  return one;
}

static int8_t judge_draw(const struct scene *scene, struct rung__evidence *evidence, size_t draw,
                         int64_t *share)
{
  struct rung__chances *chances = scene->chances;
  const rung_model *model = scene->figures->model;
  const size_t holds = rung__hold_count(scene->reading, scene->rule);
  const struct rung__hold *before = scene->figures->rule[scene->index][scene->reading->primary]
                                        .hold +
                                    scene->group * holds;
  int8_t level;
  uint8_t state, marks;
  const struct rung__verdict verdict = {&level, &state, &marks};
  for (size_t place = 0; place < chances->measure_count; ++place)
    chances->trial[scene->index].measure[chances->measure[place]] = &chances->mean[place][draw];
  if (share != NULL) see_shares(scene, draw, share);
  if (holds > 0) {
    memcpy(chances->hold, before, holds * sizeof *before);
    evidence->hold = chances->hold;
  }
  const uint16_t acts = rung__actions_on(scene->reading, evidence, 0);
  rung__judge(model, scene->reading, scene->reading->primary, evidence,
              scene->rule->over_people ? NULL : &acts, &verdict);
  return level;
}

/* Shares of people, or of answers, on levels: each person, or each one's answers, is one voice. */
static bool draw_levels(const struct scene *scene)
{
  struct rung__chances *chances = scene->chances;
  double parameter[RUNG__LEVELS_MAX];
  if (!rung__level_parameters(scene->figures, scene->index, scene->group, parameter)) return false;
  rung__draw_shares(&chances->draws, parameter, scene->levels, chances->share);
  chances->drawn = chances->draws.count;
  return true;
}

static bool counts_or_halves(const struct scene *scene)
{
  return scene->rule->over_people || scene->rule->over_items;
}

/* Judges every draw. False: something that the rule looks at cannot be drawn. */
static bool count_draws(const struct scene *scene)
{
  struct rung__chances *chances = scene->chances;
  const bool shares = rung__counts_levels(scene->rule);
  const bool middle = scene->rule->over_people && !shares;
  int64_t seen[RUNG__LEVELS_MAX];
  if (counts_or_halves(scene) ? !draw_levels(scene) : !draw_means(scene)) return false;
  struct rung__evidence evidence = evidence_of(scene, shares ? seen : NULL);
  memset(chances->tally, 0, scene->levels * sizeof *chances->tally);
  for (size_t draw = 0; draw < chances->drawn; ++draw) {
    const int8_t level = middle ? middle_of(scene, draw)
                                : judge_draw(scene, &evidence, draw, shares ? seen : NULL);
    if (level >= 0) ++chances->tally[level];
  }
  return true;
}

/* The level at which so many draws lie at or below. */
static int8_t level_at(const struct scene *scene, double share)
{
  size_t all = 0, below = 0;
  for (size_t level = 0; level < scene->levels; ++level)
    all += scene->chances->tally[level];
  for (size_t level = 0; all > 0 && level < scene->levels; ++level) {
    below += scene->chances->tally[level];
    if ((double)below > share * (double)all) return (int8_t)level;
  }
  return all > 0 ? (int8_t)(scene->levels - 1) : (int8_t)RUNG__NONE;
}

static void put_chances(const struct scene *scene)
{
  const struct rung__chances *chances = scene->chances;
  struct rung__chance_figures *out = &scene->chances->reading[scene->index];
  const double outside = (1 - chances->confidence) / 2;
  for (size_t level = 0; level < scene->levels; ++level)
    out->probability[level][scene->group] = (double)chances->tally[level] / (double)chances->drawn;
  out->low[scene->group] = level_at(scene, outside);
  out->high[scene->group] = level_at(scene, 1 - outside);
}

static void put_none(const struct scene *scene)
{
  struct rung__chance_figures *out = &scene->chances->reading[scene->index];
  for (size_t level = 0; level < scene->levels; ++level)
    out->probability[level][scene->group] = NAN;
  out->low[scene->group] = out->high[scene->group] = RUNG__NONE;
}

/* Without a score there is nothing to draw. */
static void find_chances(const struct scene *scene)
{
  list_measures(scene);
  leave_out_absent(scene);
  const bool there = counts_or_halves(scene) || scene->chances->measure_count > 0;
  if (there && !scene->chances->too_many && count_draws(scene))
    put_chances(scene);
  else
    put_none(scene);
}

static void find_flips(const struct scene *scene)
{
  const size_t group = scene->group;
  const bool middle = scene->rule->over_people && !rung__counts_levels(scene->rule);
  struct rung__chance_figures *out = &scene->chances->reading[scene->index];
  const struct rung__rule_figures *of = &scene->figures
                                             ->rule[scene->index][scene->reading->primary];
  struct rung__evidence all = rung__sight_of(scene->figures);
  struct rung__flip flip = {RUNG__NO_SCORE, RUNG__NONE};
  struct rung__reweight weight = {NAN, 0};
  all.share = (const int64_t *const *)of->reached;
  all.nobody = of->nobody;
  if (!middle) {
    const uint16_t acts = rung__actions_on(scene->reading, &all, group);
    flip = rung__flip_cut(&scene->chances->trial[scene->index], &all,
                          scene->rule->over_people ? 0 : acts, group);
    weight = rung__flip_group_weight(scene->figures, scene->index, group, scene->chances->part);
  }
  out->cut[group] = flip.change;
  out->cut_level[group] = flip.level;
  out->weight[group] = weight.factor;
  out->term[group] = (uint32_t)weight.part;
}

static bool may_be_shown(const struct rung__figures *figures, size_t group)
{
  return rung__groups_count(&figures->cells, group, 0) >= figures->least_n_spread;
}

void rung__find_chances(struct rung__figures *figures, size_t reading)
{
  const struct rung__reading *read = &figures->model->readings[reading];
  struct scene scene = {.figures = figures,
                        .chances = figures->chances,
                        .reading = read,
                        .rule = &read->rule[read->primary],
                        .index = reading,
                        .levels = figures->model->ladders[read->ladder].count};
  for (scene.group = 0; scene.group < figures->count; ++scene.group) {
    struct rung__chance_figures *out = &figures->chances->reading[reading];
    out->cut[scene.group] = RUNG__NO_SCORE;
    out->weight[scene.group] = NAN;
    put_none(&scene);
    if (!may_be_shown(figures, scene.group)) continue;
    if (rung__counts_levels(scene.rule))
      rung__find_shares(figures, reading, read->primary, scene.group);
    find_chances(&scene);
    find_flips(&scene);
  }
}
