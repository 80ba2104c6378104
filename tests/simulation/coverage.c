/* How often the limits that findings give hold the truth.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Nothing is hidden: groups that are shown because they are not unanimous are no fair sample.
 *
 * Weights go with answers: in the population the logarithm of the weight, normal, correlates with what a
 * person thinks, and a person is drawn the more seldom the more he weighs, so that only weighted means
 * are right. Tilted by that, what the drawn think lies lower by correlation x deviation. */
#include <math.h>
#include <stdlib.h>

#include "parts.h"
#include "survey.h"

#define GO_TOGETHER 0.3 /* weights and answers */
#define ABSENT 0.15     /* of the answers to each item b */
enum { ROWS_MOST = 20000, GROUPS_MOST = 200, OWN = 8, FIGURES = 9 };

static const char *const ITEMS[] = {"a1", "a2", "a3", "a4", "a5", "a6",
                                    "a7", "a8", "b1", "b2", "b3", "b4"};
static const double SKEWS[] = {0, 0.5, 0.9, 1.5, 2.5};
static const size_t SIZES[] = {5, 10, 30, 100, 300, 1000, 5000};
static const char *const WEIGHT_NAMES[WEIGHTS] = {"none", "1.5", "2.5"};
static const double DEFFS[WEIGHTS] = {1, 1.5, 2.5};
static const double CUTS[] = {-INFINITY, 2.5, 3.5, 4.5, INFINITY};

/* A figure with limits: where findings have it, and what is true. */
struct figure {
  const char *name;
  rung_table table;
  size_t part, sub;
  rung_figure low, high;
  double truth;
  double shown, held, under, over, width;
};

struct cell {
  size_t n;
  double skew, shift, other; /* the shifts of items a and b */
  int weights;
  double deviation; /* of the logarithm of a weight */
};

static void put_truths(const struct cell *cell, struct figure figure[FIGURES])
{
  const double mean = mean_answer(cell->shift), other = mean_answer(cell->other);
  const struct figure all[FIGURES] = {
      {"1 item", RUNG_TABLE_MEASURE, 0, 0, RUNG_FIGURE_LOW, RUNG_FIGURE_HIGH, .truth = mean},
      {"4 items", RUNG_TABLE_MEASURE, 1, 0, RUNG_FIGURE_LOW, RUNG_FIGURE_HIGH, .truth = mean},
      {"8 items", RUNG_TABLE_MEASURE, 2, 0, RUNG_FIGURE_LOW, RUNG_FIGURE_HIGH, .truth = mean},
      {"4 with gaps", RUNG_TABLE_MEASURE, 3, 0, RUNG_FIGURE_LOW, RUNG_FIGURE_HIGH, .truth = other},
      {"across items", RUNG_TABLE_MEASURE, 4, 0, RUNG_FIGURE_LOW, RUNG_FIGURE_HIGH, .truth = other},
      {"favourable", RUNG_TABLE_ITEM, 0, 0, RUNG_FIGURE_FAVOURABLE_LOW, RUNG_FIGURE_FAVOURABLE_HIGH,
       .truth = favourable_answer(cell->shift)},
      {"level 3", RUNG_TABLE_LEVEL, 0, 2, RUNG_FIGURE_LOW, RUNG_FIGURE_HIGH,
       .truth = share_between(cell->shift, SHARED, 4, CUTS[2], CUTS[3])},
      {"level 4", RUNG_TABLE_LEVEL, 0, 3, RUNG_FIGURE_LOW, RUNG_FIGURE_HIGH,
       .truth = share_between(cell->shift, SHARED, 4, CUTS[3], CUTS[4])},
      {"pair", RUNG_TABLE_PAIR, 0, 0, RUNG_FIGURE_LOW, RUNG_FIGURE_HIGH, .truth = other - mean},
  };
  for (int index = 0; index < FIGURES; ++index)
    figure[index] = all[index];
}

static void draw_person(const struct cell *cell, struct chance *chance, struct survey *survey,
                        size_t row)
{
  const double logarithm = normal(chance);
  const double own = sqrt(1 - GO_TOGETHER * GO_TOGETHER);
  const double weigh = cell->weights > 0 ? 1 : 0;
  const double common = weigh * GO_TOGETHER * (logarithm - cell->deviation) +
                        (weigh > 0 ? own : 1) * normal(chance);
  survey->weight[row] = fmax(exp(cell->deviation * logarithm), 1.0 / 128);
  for (size_t item = 0; item < survey->items; ++item) {
    const double latent = sqrt(SHARED) * common + sqrt(1 - SHARED) * normal(chance);
    const bool absent = item >= OWN && uniform(chance) < ABSENT;
    survey->answer[item][row] = absent ? NAN
                                       : (float)answer_at(latent,
                                                          item < OWN ? cell->shift : cell->other);
  }
}

static void draw_groups(const struct cell *cell, struct chance *chance, size_t groups,
                        struct survey *survey)
{
  survey->rows = groups * cell->n;
  survey->weighted = cell->weights > 0;
  for (size_t row = 0; row < survey->rows; ++row) {
    survey->group[row] = (int32_t)(row / cell->n);
    draw_person(cell, chance, survey, row);
  }
}

static void hold(const rung_findings *findings, size_t group, struct figure *figure)
{
  const size_t row = rung_findings_row(findings, figure->table, group, figure->part, figure->sub);
  const double low = rung_findings_number(findings, figure->table, row, figure->low);
  const double high = rung_findings_number(findings, figure->table, row, figure->high);
  if (isnan(low) || isnan(high)) return;
  ++figure->shown;
  figure->held += low <= figure->truth && figure->truth <= high;
  figure->under += figure->truth < low;
  figure->over += figure->truth > high;
  figure->width += high - low;
}

static void write_cell(const struct cell *cell, const struct figure figure[FIGURES])
{
  for (int index = 0; index < FIGURES; ++index) {
    const struct figure *of = &figure[index];
    row_write(&(struct row){.part = "coverage",
                            .figure = of->name,
                            .n = cell->n,
                            .skew = cell->skew,
                            .weights = WEIGHT_NAMES[cell->weights],
                            .bin = -1,
                            .count = of->shown,
                            .held = of->held,
                            .under = of->under,
                            .over = of->over,
                            .mean = of->width / fmax(of->shown, 1),
                            .deviation = of->truth});
  }
}

static size_t samples_of(const struct plan *plan, size_t n)
{
  if (plan->quick) return n <= 100 ? 600 : 200;
  return n < 5000 || plan->table ? 2000 : 400;
}

static void simulate_cell(const struct plan *plan, const struct cell *cell, uint64_t stream,
                          const rung_model *model, struct survey *survey)
{
  struct figure figure[FIGURES];
  struct chance chance = chance_of(plan->seed, stream);
  rung_settings *settings = NULL;
  const size_t fit = ROWS_MOST / cell->n, samples = samples_of(plan, cell->n);
  const size_t batch = fit < GROUPS_MOST ? fit : GROUPS_MOST;
  must(rung_settings_new(&settings, NULL), "settings", NULL);
  must(rung_settings_set(settings, RUNG_SETTING_REPLICATES, 100, NULL), "replicates", NULL);
  must(rung_settings_set(settings, RUNG_SETTING_UNSAFE, 2, NULL), "unsafe", NULL);
  put_truths(cell, figure);
  for (size_t done = 0; done < samples; done += batch) {
    draw_groups(cell, &chance, batch, survey);
    rung_findings *findings = survey_find(model, survey, settings);
    for (size_t group = 1; group <= batch; ++group) {
      for (int index = 0; index < FIGURES; ++index)
        hold(findings, group, &figure[index]);
    }
    rung_findings_free(findings);
  }
  write_cell(cell, figure);
  rung_settings_free(settings);
}

/* The quick run leaves out the largest and the smallest groups, and of those with weights or strong skew
 * all but some. */
static bool left_out(const struct plan *plan, const struct cell *cell)
{
  if (!plan->quick) return false;
  if (cell->n > 300 || cell->n == 5) return true;
  return cell->weights > 0 ? cell->n != 30 || cell->skew > 1 : cell->n > 30 && cell->skew > 1;
}

void simulate_coverage(const struct plan *plan)
{
  rung_model *model = model_of(plan->folder, "coverage");
  struct survey survey = survey_make(ITEMS, sizeof ITEMS / sizeof *ITEMS, ROWS_MOST);
  uint64_t stream = 1000;
  for (int weights = 0; weights < WEIGHTS; ++weights) {
    for (size_t skew = 0; skew < sizeof SKEWS / sizeof *SKEWS; ++skew) {
      for (size_t size = 0; size < sizeof SIZES / sizeof *SIZES; ++size) {
        const struct cell cell = {SIZES[size],
                                  SKEWS[skew],
                                  shift_of_skew(SKEWS[skew]),
                                  shift_of_skew(SKEWS[skew] / 2),
                                  weights,
                                  sqrt(log(DEFFS[weights]))};
        if (!left_out(plan, &cell)) simulate_cell(plan, &cell, stream, model, &survey);
        ++stream;
      }
    }
  }
  survey_free(&survey);
  rung_model_free(model);
}
