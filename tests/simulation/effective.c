/* Two ways to say how many persons of one weight would tell as much.
 * SPDX-License-Identifier: Apache-2.0
 *
 * By the variance of the mean alone, and no more than Kish's number, which findings take. */
#include <math.h>

#include "parts.h"
#include "survey.h"

#define DEFF 2.5
#define GO_TOGETHER 0.3 /* weights and answers; see coverage.c */
enum { ROWS_MOST = 300, WAYS = 2, FIGURES = 2 };

static const size_t SIZES[] = {10, 30, 100, 300};
static const double SKEWS[] = {0, 0.9};
static const char *const NAMES[FIGURES][WAYS] = {
    {"mean by its variance alone", "mean at most by Kish"},
    {"share by its variance alone", "share at most by Kish"}};

struct persons {
  size_t n;
  double weight[ROWS_MOST];
  int answer[ROWS_MOST];
};

static void draw(struct chance *chance, double shift, struct persons *persons)
{
  const double deviation = sqrt(log(DEFF));
  for (size_t row = 0; row < persons->n; ++row) {
    const double logarithm = normal(chance);
    const double latent = GO_TOGETHER * (logarithm - deviation) +
                          sqrt(1 - GO_TOGETHER * GO_TOGETHER) * normal(chance);
    persons->weight[row] = exp(deviation * logarithm);
    persons->answer[row] = answer_at(latent, shift);
  }
}

/* The value of an answer: itself, or whether it is 4 or 5. */
static double value_of(int answer, int figure)
{
  return figure == 0 ? answer : answer >= 4;
}

static void count_persons(const struct persons *persons, int figure, double n[WAYS],
                          double count[POINTS])
{
  double whole = 0, squares = 0, sum = 0, apart = 0, around = 0;
  for (int point = 0; point < POINTS; ++point)
    count[point] = 0;
  for (size_t row = 0; row < persons->n; ++row) {
    const double weight = persons->weight[row];
    const double value = value_of(persons->answer[row], figure);
    whole += weight;
    squares += weight * weight;
    sum += weight * value;
    count[(int)value - (figure == 0)] += weight;
  }
  for (size_t row = 0; row < persons->n; ++row) {
    const double weight = persons->weight[row];
    const double off = value_of(persons->answer[row], figure) - sum / whole;
    apart += weight * off * off / whole;
    around += weight * weight * off * off;
  }
  const double kish = whole * whole / squares;
  n[0] = fmin(around > 0 ? apart * whole * whole / around : kish, (double)persons->n);
  n[1] = fmin(n[0], kish);
}

static void hold(const struct persons *persons, int figure, double truth, struct row row[WAYS])
{
  static const double points[FIGURES][POINTS] = {{1, 2, 3, 4, 5}, {0, 1}};
  double n[WAYS], count[POINTS], out[RUNG_ANSWER_MEAN_HIGH + 1];
  count_persons(persons, figure, n, count);
  for (int way = 0; way < WAYS; ++way) {
    must(rung_stats_answer_mean(points[figure], count, figure == 0 ? POINTS : 2, n[way], NULL, out,
                                sizeof out / sizeof *out, NULL),
         "mean", &(rung_error){.status = 0});
    const double low = out[RUNG_ANSWER_MEAN_LOW], high = out[RUNG_ANSWER_MEAN_HIGH];
    ++row[way].count;
    row[way].held += low <= truth && truth <= high;
    row[way].under += truth < low;
    row[way].over += truth > high;
    row[way].mean += high - low;
  }
}

static void simulate_cell(struct chance *chance, size_t n, double skew, size_t samples)
{
  const double shift = shift_of_skew(skew);
  const double truth[FIGURES] = {mean_answer(shift), favourable_answer(shift)};
  struct persons persons = {.n = n};
  struct row row[FIGURES][WAYS];
  for (int figure = 0; figure < FIGURES; ++figure) {
    for (int way = 0; way < WAYS; ++way)
      row[figure][way] = (struct row){.part = "effective",
                                      .figure = NAMES[figure][way],
                                      .n = n,
                                      .skew = skew,
                                      .weights = "2.5",
                                      .bin = -1,
                                      .deviation = truth[figure]};
  }
  for (size_t sample = 0; sample < samples; ++sample) {
    draw(chance, shift, &persons);
    for (int figure = 0; figure < FIGURES; ++figure)
      hold(&persons, figure, truth[figure], row[figure]);
  }
  for (int figure = 0; figure < FIGURES; ++figure) {
    for (int way = 0; way < WAYS; ++way) {
      row[figure][way].mean /= (double)samples;
      row_write(&row[figure][way]);
    }
  }
}

void simulate_effective(const struct plan *plan)
{
  for (size_t size = 0; size < sizeof SIZES / sizeof *SIZES; ++size) {
    for (size_t skew = 0; skew < sizeof SKEWS / sizeof *SKEWS; ++skew) {
      struct chance chance = chance_of(plan->seed, 5000 + 10 * size + skew);
      simulate_cell(&chance, SIZES[size], SKEWS[skew], plan->quick ? 1000 : 10000);
    }
  }
}
