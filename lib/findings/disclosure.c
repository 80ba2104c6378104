/* What may be shown of a group and of each of its figures.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/disclosure.h"

#include <math.h>

#include "findings/people.h"

#define FLOOR 3

/* The findings under judgement, and the sentences that say why. */
struct judge {
  rung_findings *findings;
  const struct rung__figures *figures;
  const struct rung__plan *plan;
  const char *few, *between, *beside, *withheld;
};

/* What a row rests on. */
struct claim {
  rung_table table;
  size_t row;
  uint32_t n, fewest; /* of the figure, and of the least part of it */
  bool dominated;
  enum rung__access most; /* that the plan allows */
  bool mean;              /* of a table whose means may be shown rounded */
  bool never;             /* the model gives groups no such figure */
};

static int64_t size(const rung_settings *settings, rung_setting which, int64_t model)
{
  const int64_t wanted = (int64_t)rung_settings_get(settings, which);
  const bool unsafe = rung_settings_get(settings, RUNG_SETTING_UNSAFE) >= 1;
  const int64_t held = wanted != 0 && (unsafe || wanted > model) ? wanted : model;
  return held < FLOOR ? FLOOR : held;
}

void rung__disclosure_sizes(rung_findings *findings, const rung_settings *settings)
{
  const rung_model *model = findings->model;
  findings->least_n = size(settings, RUNG_SETTING_LEAST_N, model->least_n);
  findings->least_n_spread = size(settings, RUNG_SETTING_LEAST_N_SPREAD, model->least_n_spread);
  findings->bare = rung_settings_get(settings, RUNG_SETTING_UNSAFE) > 1;
  if (findings->least_n_spread < findings->least_n) findings->least_n_spread = findings->least_n;
}

static enum rung__access access_of(const struct judge *judge, uint32_t n)
{
  if (n < judge->findings->least_n) return RUNG__TOO_FEW;
  return n < judge->findings->least_n_spread ? RUNG__MEAN_ONLY : RUNG__IN_FULL;
}

/* A score rounded to 0.1, half to even, in tenths. */
static int64_t tenths(int64_t score)
{
  return rung__grid_divide(score, RUNG__GRID / 10);
}

/* Why only a rounded mean is shown. */
static const char *why_rounded(const struct judge *judge, const struct claim *claim, size_t group)
{
  const uint32_t n = rung__groups_count(&judge->figures->cells, group, 0);
  const int64_t spread = judge->findings->least_n_spread;
  return n < spread || claim->fewest < spread ? judge->between : judge->beside;
}

static void keep_rounded_mean(const struct judge *judge, const struct claim *claim)
{
  struct rung__table *table = &judge->findings->table[claim->table];
  const size_t group = claim->row / table->each, part = claim->row % table->each;
  rung__table_hide(table, claim->row, RUNG_STATE_SHOWN, why_rounded(judge, claim, group));
  rung__table_put(table, claim->row, RUNG_FIGURE_N, claim->n);
  if (claim->table == RUNG_TABLE_MEASURE) {
    const int64_t mean = tenths(judge->figures->measure[part].score[group]);
    rung__table_put(table, claim->row, RUNG_FIGURE_SCORE, (double)mean / 10);
    return;
  }
  const struct rung__pair *pair = &judge->figures->model->pairs[part];
  const int64_t said = tenths(judge->figures->measure[pair->said].score[group]);
  const int64_t done = tenths(judge->figures->measure[pair->done].score[group]);
  rung__table_put(table, claim->row, RUNG_FIGURE_SAID, (double)said / 10);
  rung__table_put(table, claim->row, RUNG_FIGURE_DONE, (double)done / 10);
  rung__table_put(table, claim->row, RUNG_FIGURE_SCORE, (double)(done - said) / 10);
}

/* Nobody contributes: why is told of a group that is shown in full, and of any where nobody was
 * asked or where nobody ever does. */
static bool is_empty(const struct claim *claim, rung_state state, enum rung__access group)
{
  return claim->n == 0 && state != RUNG_STATE_SHOWN && state != RUNG_STATE_ON_THRESHOLD &&
         (group == RUNG__IN_FULL ||
          (group == RUNG__MEAN_ONLY && (state == RUNG_STATE_NOT_COLLECTED || claim->never)));
}

/* The least of what its persons, the group and the plan allow. */
static enum rung__access access_of_claim(const struct judge *judge, const struct claim *claim,
                                         enum rung__access group)
{
  enum rung__access access = access_of(judge, claim->fewest);
  if (group <= RUNG__CONCEALED) return group;
  if (claim->most < access) access = claim->most;
  if (group < access) access = group;
  return access > RUNG__CONCEALED && claim->dominated ? RUNG__CONCEALED : access;
}

/* Judges a row; true where it stays as it is. */
static bool stays(const struct judge *judge, const struct claim *claim, enum rung__access group)
{
  struct rung__table *table = &judge->findings->table[claim->table];
  const rung_state state = (rung_state)table->state[claim->row];
  const enum rung__access access = access_of_claim(judge, claim, group);
  if (is_empty(claim, state, group)) {
    const uint8_t marks = table->marks[claim->row];
    rung__table_hide(table, claim->row, state, NULL);
    if (group == RUNG__IN_FULL) table->marks[claim->row] = marks;
    if (group == RUNG__IN_FULL) rung__table_put(table, claim->row, RUNG_FIGURE_N, 0);
  } else if (access == RUNG__TOO_FEW) {
    rung__table_hide(table, claim->row, RUNG_STATE_TOO_FEW, judge->few);
  } else if (access == RUNG__CONCEALED) {
    rung__table_hide(table, claim->row, RUNG_STATE_HIDDEN, judge->withheld);
  } else if (access == RUNG__MEAN_ONLY && (!claim->mean || state != RUNG_STATE_SHOWN)) {
    rung__table_hide(table, claim->row, RUNG_STATE_TOO_FEW,
                     why_rounded(judge, claim, claim->row / table->each));
  } else if (access == RUNG__MEAN_ONLY) {
    keep_rounded_mean(judge, claim);
  } else {
    return true;
  }
  return false;
}

static void judge_measures(const struct judge *judge, size_t group, enum rung__access access)
{
  struct rung__table *table = &judge->findings->table[RUNG_TABLE_MEASURE];
  for (size_t measure = 0; measure < table->each; ++measure) {
    const struct rung__measure_figures *of = &judge->figures->measure[measure];
    const struct claim claim = {.table = RUNG_TABLE_MEASURE,
                                .row = group * table->each + measure,
                                .n = of->n[group],
                                .fewest = of->fewest[group],
                                .dominated = of->dominated[group],
                                .most = rung__plan_measure(judge->plan, group, measure),
                                .mean = true,
                                .never = judge->findings->model->measures[measure].across ==
                                         RUNG__ACROSS_NONE};
    if (stays(judge, &claim, access) && of->exposed[group])
      rung__table_put(table, claim.row, RUNG_FIGURE_COVERAGE, NAN);
  }
}

static uint32_t lesser(uint32_t a, uint32_t b)
{
  return a < b ? a : b;
}

static enum rung__access pair_access(const struct judge *judge, const struct rung__pair *pair,
                                     size_t group)
{
  const enum rung__access said = rung__plan_measure(judge->plan, group, pair->said);
  const enum rung__access done = rung__plan_measure(judge->plan, group, pair->done);
  return said < done ? said : done;
}

static void judge_pairs(const struct judge *judge, size_t group, enum rung__access access)
{
  const struct rung__table *table = &judge->findings->table[RUNG_TABLE_PAIR];
  for (size_t index = 0; index < table->each; ++index) {
    const struct rung__pair *pair = &judge->figures->model->pairs[index];
    const struct rung__measure_figures *said = &judge->figures->measure[pair->said];
    const struct rung__measure_figures *done = &judge->figures->measure[pair->done];
    const struct claim claim = {RUNG_TABLE_PAIR,
                                group * table->each + index,
                                lesser(said->n[group], done->n[group]),
                                lesser(said->fewest[group], done->fewest[group]),
                                said->dominated[group] || done->dominated[group],
                                pair_access(judge, pair, group),
                                true,
                                false};
    stays(judge, &claim, access);
  }
}

static void judge_items(const struct judge *judge, size_t group, enum rung__access access)
{
  struct rung__table *table = &judge->findings->table[RUNG_TABLE_ITEM];
  const struct rung__groups *cells = &judge->figures->cells;
  const uint64_t largest = rung__groups_largest(cells, group, &cells->shape->segment[0]);
  for (size_t item = 0; item < table->each; ++item) {
    const struct rung__segment *segment = rung__shape_item(cells->shape, item);
    const rung__uwide weight = rung__groups_weight(cells, group, segment->first, segment->active);
    const uint32_t n = rung__groups_active(cells, group, segment);
    const struct claim claim = {
        RUNG_TABLE_ITEM,
        group * table->each + item,
        n,
        n,
        rung__dominates(rung__groups_largest(cells, group, segment), weight),
        rung__plan_item(judge->plan, group, item),
        false,
        false};
    if (stays(judge, &claim, access) &&
        rung__dominates(largest, rung__item_asked(cells, group, item)))
      rung__table_put(table, claim.row, RUNG_FIGURE_COVERAGE, NAN);
  }
}

/* Typical and peak level rest on the persons who have a level of their own; coverage is that of the
 * measure, and withheld with it. */
static void judge_reading(const struct judge *judge, size_t group, enum rung__access access,
                          size_t reading, const struct rung__people *people)
{
  const struct rung__reading *read = &judge->figures->model->readings[reading];
  const struct rung__rule_figures *of = &judge->figures->rule[reading][read->primary];
  const struct rung__table *measures = &judge->findings->table[RUNG_TABLE_MEASURE];
  struct rung__table *table = &judge->findings->table[RUNG_TABLE_READING];
  const struct claim claim = {RUNG_TABLE_READING,
                              group * table->each + reading,
                              of->n[group],
                              of->fewest[group],
                              of->dominated[group],
                              rung__plan_rule(judge->plan, group, reading, read->primary),
                              false,
                              false};
  if (!stays(judge, &claim, access)) return;
  rung__table_put(
      table, claim.row, RUNG_FIGURE_COVERAGE,
      rung__table_number(measures, group * measures->each + read->measure, RUNG_FIGURE_COVERAGE));
  if (access_of(judge, people->n) == RUNG__IN_FULL && !people->dominated &&
      rung__plan_people(judge->plan, group, reading, read->primary) == RUNG__IN_FULL)
    return;
  rung__table_put(table, claim.row, RUNG_FIGURE_TYPICAL, NAN);
  rung__table_put(table, claim.row, RUNG_FIGURE_PEAK, NAN);
}

static void judge_readings(const struct judge *judge, size_t group, enum rung__access access)
{
  const rung_model *model = judge->figures->model;
  size_t rule_row = group * judge->findings->table[RUNG_TABLE_RULE].each;
  size_t level_row = group * judge->findings->table[RUNG_TABLE_LEVEL].each;
  for (size_t reading = 0; reading < model->reading_count; ++reading) {
    const struct rung__reading *read = &model->readings[reading];
    const struct rung__people people = rung__people_of(judge->figures, group, reading,
                                                       read->primary);
    judge_reading(judge, group, access, reading, &people);
    for (size_t rule = 0; rule < read->count; ++rule) {
      const struct rung__rule_figures *of = &judge->figures->rule[reading][rule];
      const struct claim claim = {RUNG_TABLE_RULE,
                                  rule_row++,
                                  of->n[group],
                                  of->fewest[group],
                                  of->dominated[group],
                                  rung__plan_rule(judge->plan, group, reading, rule),
                                  false,
                                  false};
      stays(judge, &claim, access);
    }
    for (size_t level = 0; level < model->ladders[read->ladder].count; ++level) {
      const struct claim claim = {RUNG_TABLE_LEVEL,
                                  level_row++,
                                  people.n,
                                  people.n,
                                  people.dominated,
                                  rung__plan_people(judge->plan, group, reading, read->primary),
                                  false,
                                  false};
      stays(judge, &claim, access);
    }
  }
}

/* Why a group shows less than everything. */
static const char *why_less(const struct judge *judge, size_t group, enum rung__access access)
{
  const uint32_t n = rung__groups_count(&judge->figures->cells, group, 0);
  if (access == RUNG__TOO_FEW) return judge->few;
  if (access == RUNG__CONCEALED) return judge->withheld;
  return n < judge->findings->least_n_spread ? judge->between : judge->beside;
}

/* Flags are raised later, and only of groups that are shown in full. */
static void judge_flags(const struct judge *judge, size_t group, enum rung__access access)
{
  struct rung__table *table = &judge->findings->table[RUNG_TABLE_FLAG];
  for (size_t flag = 0; access != RUNG__IN_FULL && flag < table->each; ++flag)
    rung__table_hide(table, group * table->each + flag,
                     access == RUNG__CONCEALED ? RUNG_STATE_HIDDEN : RUNG_STATE_TOO_FEW,
                     why_less(judge, group, access));
}

static void judge_group(const struct judge *judge, size_t group)
{
  static const rung_state STATES[] = {[RUNG__TOO_FEW] = RUNG_STATE_TOO_FEW,
                                      [RUNG__CONCEALED] = RUNG_STATE_HIDDEN,
                                      [RUNG__MEAN_ONLY] = RUNG_STATE_SHOWN};
  struct rung__table *table = &judge->findings->table[RUNG_TABLE_GROUP];
  const uint32_t n = rung__groups_count(&judge->figures->cells, group, 0);
  enum rung__access access = access_of(judge, n);
  if (rung__plan_group(judge->plan, group) < access) access = rung__plan_group(judge->plan, group);
  judge_measures(judge, group, access);
  judge_pairs(judge, group, access);
  judge_items(judge, group, access);
  judge_readings(judge, group, access);
  judge_flags(judge, group, access);
  if (access == RUNG__IN_FULL) return;
  rung__table_hide(table, group, STATES[access], why_less(judge, group, access));
  if (access == RUNG__MEAN_ONLY) rung__table_put(table, group, RUNG_FIGURE_N, n);
}

static const char *say(struct rung__arena *arena, struct rung__buffer *sentence)
{
  const char *text = sentence->failed ? NULL
                                      : rung__arena_text(arena, sentence->data, sentence->length);
  sentence->length = 0;
  return text;
}

static bool say_all(struct judge *judge)
{
  rung_findings *findings = judge->findings;
  const char *who = findings->model->people ? "persons" : "assessments";
  struct rung__buffer sentence = {0};
  rung__put_format(&sentence, "fewer than %lld %s", (long long)findings->least_n, who);
  judge->few = say(&findings->arena, &sentence);
  rung__put_format(&sentence, "between %lld and %lld %s: only the rounded mean is shown",
                   (long long)findings->least_n, (long long)findings->least_n_spread - 1, who);
  judge->between = say(&findings->arena, &sentence);
  rung__put_format(&sentence, "only the rounded mean is shown: the rest would tell of fewer %s",
                   who);
  judge->beside = say(&findings->arena, &sentence);
  rung__put_format(&sentence, "withheld: single %s could be read out of it", who);
  judge->withheld = say(&findings->arena, &sentence);
  rung__buffer_free(&sentence);
  return judge->few != NULL && judge->between != NULL && judge->beside != NULL &&
         judge->withheld != NULL;
}

bool rung__disclose(rung_findings *findings, const struct rung__figures *figures,
                    const struct rung__plan *plan)
{
  struct judge judge = {.findings = findings, .figures = figures, .plan = plan};
  if (!say_all(&judge)) return false;
  for (size_t group = 0; group < figures->count; ++group)
    judge_group(&judge, group);
  if (isnan(rung__table_number(&findings->table[RUNG_TABLE_GROUP], 0, RUNG_FIGURE_N)))
    findings->rows = findings->zero_rows = 0;
  return true;
}
