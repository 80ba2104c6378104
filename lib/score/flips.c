/* Finding the flips of rows, after their levels.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/flips.h"

#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "score/judge_rows.h"
#include "score/parts.h"
#include "score/room.h"
#include "score/rules.h"
#include "score/shares.h"

static bool make_trials(struct rung__flips *flips, const rung_model *model)
{
  flips->trial = rung__arena_take(&flips->arena, model->reading_count, sizeof *flips->trial);
  flips->part = rung__arena_take(&flips->arena, RUNG__TERMS_MAX, sizeof *flips->part);
  flips->column = rung__arena_take(&flips->arena, model->reading_count, sizeof *flips->column);
  if (flips->trial == NULL || flips->part == NULL || flips->column == NULL) return false;
  for (size_t index = 0; index < model->reading_count; ++index) {
    if (!rung__trial_make(&flips->trial[index], model, index, model->readings[index].primary,
                          &flips->arena))
      return false;
  }
  return true;
}

struct rung__flips *rung__flips_new(const rung_model *model)
{
  struct rung__flips *flips = rung__array_new(1, sizeof *flips);
  if (flips == NULL) return NULL;
  if (!make_trials(flips, model)) {
    rung__arena_free(&flips->arena);
    free(flips);
    return NULL;
  }
  return flips;
}

static void free_column(struct rung__flip_column *column)
{
  free(column->cut);
  free(column->level);
  free(column->weight);
  free(column->term);
}

static bool new_column(struct rung__flip_column *column, size_t rows)
{
  *column = (struct rung__flip_column){
      rung__array_new(rows, sizeof *column->cut), rung__array_new(rows, sizeof *column->level),
      rung__array_new(rows, sizeof *column->weight), rung__array_new(rows, sizeof *column->term)};
  if (column->cut != NULL && column->level != NULL && column->weight != NULL &&
      column->term != NULL)
    return true;
  free_column(column);
  return false;
}

bool rung__flips_reserve(struct rung__flips *flips, size_t readings, size_t rows)
{
  struct rung__flip_column *grown = rung__array_new(readings, sizeof *grown);
  size_t made = 0;
  while (grown != NULL && made < readings && new_column(&grown[made], rows))
    ++made;
  const bool room = grown != NULL && made == readings;
  for (size_t index = 0; index < made; ++index) {
    if (room) {
      const struct rung__flip_column old = flips->column[index];
      flips->column[index] = grown[index];
      grown[index] = old;
    }
    free_column(&grown[index]);
  }
  free(grown);
  return room;
}

void rung__flips_free(struct rung__flips *flips, size_t readings)
{
  if (flips == NULL) return;
  for (size_t index = 0; index < readings; ++index)
    free_column(&flips->column[index]);
  rung__arena_free(&flips->arena);
  free(flips);
}

bool rung__weights_tell(const rung_model *model, const struct rung__reading *reading)
{
  const struct rung__measure *measure = &model->measures[reading->measure];
  const struct rung__rule *rule = &reading->rule[reading->primary];
  return measure->by == RUNG__MEAN && !measure->reshaped && measure->count > 1 &&
         (rule->kind == RUNG__CUT || rule->kind == RUNG__BANDS);
}

/* Keeps the nearer of two changes. */
static void keep_nearer(struct rung__reweight *best, struct rung__reweight other)
{
  if (isnan(other.factor)) return;
  if (isnan(best->factor) || fabs(other.factor - 1) < fabs(best->factor - 1)) *best = other;
}

/* A cut matters where a score on this side of it and one on the other have different levels. */
static bool divides(const struct rung__rule *rule, int64_t score, int64_t cut)
{
  const int8_t here = rung__climb(rule, score, NULL).level;
  const int64_t low = cut - 1, high = cut + 1;
  return rung__climb(rule, score < cut ? high : low, NULL).level != here ||
         rung__climb(rule, cut, NULL).level != here;
}

struct rung__reweight rung__reweigh(const struct rung__reading *reading,
                                    const struct rung__share_of_mean *part, size_t count,
                                    int64_t score)
{
  const struct rung__rule *rule = &reading->rule[reading->primary];
  struct rung__reweight best = {NAN, 0};
  for (size_t index = 0; index < rule->step_count; ++index) {
    const int64_t cut = rule->step[index].up;
    if (divides(rule, score, cut))
      keep_nearer(&best, rung__flip_weight(part, count, rung__grid_double(cut)));
  }
  for (size_t index = 0; index < rule->band_count; ++index) {
    const struct rung__stretch *over = &rule->band[index].over;
    if (over->has_from && divides(rule, score, over->from))
      keep_nearer(&best, rung__flip_weight(part, count, rung__grid_double(over->from)));
  }
  return best;
}

/* The weight that tells on one row; terms that are absent weigh nothing. */
static void find_weight(rung_scores *scores, const struct rung__tile *tile, size_t index,
                        size_t row, size_t to)
{
  const struct rung__reading *reading = &scores->model->readings[index];
  struct rung__flip_column *column = &scores->flips->column[index];
  const int64_t score = tile->at[reading->measure].score[row];
  column->weight[to] = NAN;
  column->term[to] = 0;
  if (score == RUNG__NO_SCORE || !rung__weights_tell(scores->model, reading)) return;
  struct rung__one one = {
      .tile = tile, .measure = &scores->model->measures[reading->measure], .row = row};
  const size_t count = rung__find_parts(&one, RUNG__END_SCORE, tile->part);
  for (size_t part = 0; part < count; ++part) {
    const double quantum = (double)one.measure->quantum / (double)RUNG__GRID;
    scores->flips->part[part] = (struct rung__share_of_mean){
        (double)tile->part[part].value * quantum, (double)tile->part[part].term->weight};
  }
  const struct rung__reweight found = rung__reweigh(reading, scores->flips->part, count, score);
  column->weight[to] = found.factor;
  if (!isnan(found.factor))
    column->term[to] = (uint32_t)(tile->part[found.part].term - one.measure->term);
}

/* Of one person's own level there is no share to move a cut along. */
static bool has_cuts(const struct rung__reading *reading)
{
  const struct rung__rule *rule = &reading->rule[reading->primary];
  return !rung__counts_levels(rule) || rule->over_items;
}

static void find_cuts(rung_scores *scores, struct rung__evidence *evidence, size_t index,
                      size_t first)
{
  const struct rung__reading *reading = &scores->model->readings[index];
  struct rung__flip_column *column = &scores->flips->column[index];
  struct rung__trial *trial = &scores->flips->trial[index];
  struct rung__bench *bench = scores->room->bench;
  evidence->share = NULL;
  evidence->nobody = NULL;
  if (reading->rule[reading->primary].over_items) {
    rung__share_of_items(bench, &reading->rule[reading->primary], evidence);
    evidence->share = bench->share;
    evidence->nobody = bench->nobody;
  }
  for (size_t row = 0; row < evidence->count; ++row) {
    struct rung__flip flip = {RUNG__NO_SCORE, RUNG__NONE};
    if (has_cuts(reading))
      flip = rung__flip_cut(trial, evidence, rung__actions_on(reading, evidence, row), row);
    column->cut[first + row] = flip.change;
    column->level[first + row] = flip.level;
  }
}

void rung__find_flips(rung_scores *scores, const struct rung__tile *tile, size_t first)
{
  for (size_t index = 0; index < scores->model->reading_count; ++index) {
    struct rung__evidence evidence = rung__evidence_of_rows(scores, tile->count);
    find_cuts(scores, &evidence, index, first);
    for (size_t row = 0; row < tile->count; ++row)
      find_weight(scores, tile, index, row, first + row);
  }
}
