/* Intervals: from samples to the tables.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/intervals.h"

#include <math.h>

#include "findings/people.h"
#include "findings/sample.h"

/* Where the limits of a sample go. */
struct place {
  struct rung__table *table;
  size_t row;
  double confidence;
  double invited; /* 0: the sample is of any number of people */
};

/* Of so many people some are the sample: only the others are not known. */
static void narrow(struct rung__sample *sample, double invited)
{
  if (!(sample->persons <= invited)) return;
  if (sample->persons == invited) {
    sample->doubt = RUNG__EVERYONE;
  } else {
    sample->n /= 1 - sample->persons / invited;
  }
}

/* Whether limits are to be put: later on only where some are left. */
static bool is_open(const struct place *place)
{
  return place->invited == 0 || place->table->doubt[RUNG__OF_INTERVAL][place->row] == RUNG__SURE;
}

/* Puts limits, or why there are none; NaN where there are none. */
static void put(const struct place *place, struct rung__sample *sample, rung_figure low,
                rung_figure high)
{
  double limit[2] = {NAN, NAN};
  if (place->invited > 0 && sample->doubt == RUNG__SURE) narrow(sample, place->invited);
  if (sample->doubt == RUNG__SURE && !rung__sample_limits(sample, place->confidence, limit))
    sample->doubt = RUNG__NO_SPREAD;
  rung__table_put(place->table, place->row, low, limit[0]);
  rung__table_put(place->table, place->row, high, limit[1]);
  rung__table_doubt(place->table, place->row, RUNG__OF_INTERVAL, sample->doubt);
}

static void put_sample(const struct place *place, struct rung__sample *sample)
{
  if (!is_open(place)) return;
  put(place, sample, RUNG_FIGURE_LOW, RUNG_FIGURE_HIGH);
  if (sample->doubt == RUNG__SURE && place->invited == 0 &&
      place->table->number[RUNG_FIGURE_N_EFFECTIVE] != NULL)
    rung__table_put(place->table, place->row, RUNG_FIGURE_N_EFFECTIVE, sample->n);
}

static void put_favour(const struct place *place, const struct rung__figures *figures, size_t group,
                       size_t index)
{
  static const rung_figure ends[][2] = {
      [RUNG__UNFAVOURABLE] = {RUNG_FIGURE_UNFAVOURABLE_LOW, RUNG_FIGURE_UNFAVOURABLE_HIGH},
      [RUNG__NEUTRAL] = {RUNG_FIGURE_NEUTRAL_LOW, RUNG_FIGURE_NEUTRAL_HIGH},
      [RUNG__FAVOURABLE] = {RUNG_FIGURE_FAVOURABLE_LOW, RUNG_FIGURE_FAVOURABLE_HIGH}};
  const struct rung__item *item = &figures->model->items[index];
  const struct rung__segment *segment = rung__shape_item(figures->cells.shape, index);
  bool in[RUNG__ANSWERS_MAX];
  for (size_t favour = 0; favour < 3; ++favour) {
    for (size_t answer = 0; answer < segment->active; ++answer)
      in[answer] = item->favour[answer] == favour;
    struct rung__sample sample = rung__sample_share(&figures->cells, group, segment, in);
    put(place, &sample, ends[favour][0], ends[favour][1]);
  }
}

static void put_item(const struct place *place, const struct rung__figures *figures, size_t group,
                     size_t index)
{
  const struct rung__item *item = &figures->model->items[index];
  if (isnan(rung__table_number(place->table, place->row, RUNG_FIGURE_SCORE)) || !is_open(place))
    return;
  struct rung__sample sample = rung__sample_item(figures, index, group);
  put_sample(place, &sample);
  if (item->has_favour && item->answers == RUNG__POINTS) put_favour(place, figures, group, index);
}

/* The shares of people on each level of a reading. */
static void put_levels(struct place *place, const struct rung__figures *figures, size_t group,
                       size_t reading)
{
  const struct rung__reading *read = &figures->model->readings[reading];
  const struct rung__people people = rung__people_of(figures, group, reading, read->primary);
  const size_t levels = figures->model->ladders[read->ladder].count;
  bool in[RUNG__LEVELS_MAX] = {false};
  for (size_t level = 0; level < levels; ++level, ++place->row) {
    if (people.n == 0) continue;
    in[level] = true;
    struct rung__sample sample = rung__sample_share(&figures->cells, group, people.segment, in);
    put_sample(place, &sample);
    in[level] = false;
  }
}

static void fill_group(rung_findings *findings, const struct rung__figures *figures, size_t group,
                       double invited)
{
  const rung_model *model = figures->model;
  struct place place = {&findings->table[RUNG_TABLE_MEASURE], 0, findings->confidence, invited};
  for (size_t measure = 0; measure < model->measure_count; ++measure) {
    struct rung__sample sample = rung__sample_measure(figures, measure, group);
    place.row = group * place.table->each + measure;
    put_sample(&place, &sample);
  }
  place.table = &findings->table[RUNG_TABLE_ITEM];
  for (size_t item = 0; item < model->item_count; ++item) {
    place.row = group * place.table->each + item;
    put_item(&place, figures, group, item);
  }
  place.table = &findings->table[RUNG_TABLE_PAIR];
  for (size_t pair = 0; invited == 0 && pair < model->pair_count; ++pair) {
    struct rung__sample sample = rung__sample_gap(figures, &model->pairs[pair], group);
    place.row = group * place.table->each + pair;
    put_sample(&place, &sample);
  }
  place.table = &findings->table[RUNG_TABLE_LEVEL];
  place.row = group * place.table->each;
  for (size_t reading = 0; reading < model->reading_count; ++reading)
    put_levels(&place, figures, group, reading);
}

void rung__fill_intervals(rung_findings *findings, const struct rung__figures *figures)
{
  for (size_t group = 0; group < figures->count; ++group)
    fill_group(findings, figures, group, 0);
}

void rung__narrow_intervals(rung_findings *findings, const struct rung__figures *figures,
                            const struct rung__frame *frame)
{
  const struct rung__table *groups = &findings->table[RUNG_TABLE_GROUP];
  for (size_t group = 0; findings->everyone && group < figures->count; ++group) {
    const int64_t invited = frame->place[group].invited;
    const bool all = invited == (int64_t)rung__groups_count(&figures->cells, group, 0);
    if (invited > 0 && (all || !isnan(rung__table_number(groups, group, RUNG_FIGURE_RESPONSE))))
      fill_group(findings, figures, group, (double)invited);
  }
}
