/* Statistics of columns and of surveys with their n-th allocation failing, until they succeed.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each failure is RUNG_E_MEMORY, leaves nothing behind, and leaves the results as they were. */
#include "../unit/support.h"

#include <rung/stats.h>

#include "failing.h"

#define ROWS 6
#define ROOM 40
#define UNTOUCHED 77.5

typedef rung_status trial(double out[ROOM], rung_error *error);

static const double values[ROWS] = {1, 3, NAN, 5, 8, 2};
static const double others[ROWS] = {2, 3, 1, 4, 9, 2};
static const double ones[ROWS] = {1, 1, 1, 1, 2, 1};
static const double halves[ROWS] = {1, 1, 1, 2, 2, 2};
static const double places[ROWS] = {1, 2, 3, 1, 2, 2};
static const double sizes[ROWS] = {9, 9, 9, 9, 9, 9};
static const double totals[2] = {20, 30};
static const double names[2] = {1, 2};

static rung_column of(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

/* A design with every place that there is. */
static void fill(rung_column design[9])
{
  const double *const data[] = {ones, halves, places, sizes, NULL, sizes, ones, NULL, halves};
  for (size_t place = 0; place < 9; ++place)
    design[place] = data[place] == NULL ? (rung_column){.type = 0} : of(data[place], ROWS);
}

static rung_status describe(double out[ROOM], rung_error *error)
{
  const rung_column column = of(values, ROWS);
  return rung_stats_describe(&column, 0.1, out, ROOM, error);
}

static rung_status describe_groups(double out[ROOM], rung_error *error)
{
  const rung_column column = of(values, ROWS), group = of(halves, ROWS);
  return rung_stats_describe_groups(&column, &group, 0.1, 18, NULL, out, ROOM, error);
}

static rung_status describe_weighted(double out[ROOM], rung_error *error)
{
  const rung_column column = of(values, ROWS), weight = of(ones, ROWS);
  return rung_stats_describe_weighted(&column, &weight, out, ROOM, error);
}

static rung_status quantiles(double out[ROOM], rung_error *error)
{
  static const double probability[ROOM] = {0.5};
  const rung_column column = of(values, ROWS), weight = of(ones, ROWS);
  return rung_stats_quantiles(&column, &weight, RUNG_QUANTILE_INVERSE, probability, out, ROOM,
                              error);
}

static rung_status frequencies(double out[ROOM], rung_error *error)
{
  const rung_column column = of(values, ROWS), weight = of(ones, ROWS);
  return rung_stats_frequencies(&column, &weight, names, 2, out, ROOM, error);
}

static rung_status item_exam(double out[ROOM], rung_error *error)
{
  const rung_column columns[] = {of(values, ROWS), of(others, ROWS)};
  return rung_stats_item_exam(columns, 2, RUNG_MISSING_LISTWISE, 8, out, ROOM, error);
}

static rung_status correlation(double out[ROOM], rung_error *error)
{
  const rung_column columns[] = {of(values, ROWS), of(others, ROWS)}, weight = of(ones, ROWS);
  return rung_stats_weighted_correlation(columns, 2, &weight, RUNG_MISSING_PAIRWISE, out, ROOM,
                                         error);
}

static rung_status recode(double out[ROOM], rung_error *error)
{
  const rung_column column = of(values, ROWS);
  return rung_stats_reverse(&column, 1, 9, out, ROOM, error);
}

static rung_status pomp(double out[ROOM], rung_error *error)
{
  const rung_column column = of(values, ROWS);
  return rung_stats_pomp(&column, 1, 9, out, ROOM, error);
}

static rung_status standardise(double out[ROOM], rung_error *error)
{
  const rung_column column = of(values, ROWS);
  return rung_stats_standardise(&column, 0, 1, out, ROOM, error);
}

static rung_status winsorise(double out[ROOM], rung_error *error)
{
  const rung_column column = of(values, ROWS);
  return rung_stats_winsorise(&column, 0.2, out, ROOM, error);
}

static rung_status row_means(double out[ROOM], rung_error *error)
{
  const rung_column columns[] = {of(values, ROWS), of(others, ROWS)};
  return rung_stats_row_means(columns, 2, 1, out, ROOM, error);
}

static rung_status careless(double out[ROOM], rung_error *error)
{
  const rung_column columns[] = {of(values, ROWS), of(others, ROWS)};
  return rung_stats_careless(columns, 2, 5, out, ROOM, error);
}

static rung_status even_odd(double out[ROOM], rung_error *error)
{
  static const uint32_t scale[] = {0, 0, 1, 1, 2, 2};
  rung_column columns[6];
  for (size_t item = 0; item < 6; ++item)
    columns[item] = of(item % 2 == 0 ? values : others, ROWS);
  return rung_stats_even_odd(columns, 6, scale, out, ROOM, error);
}

static rung_status pace(double out[ROOM], rung_error *error)
{
  const rung_column columns[] = {of(values, ROWS), of(others, ROWS)};
  return rung_stats_pace(columns, 2, NULL, 2, 2, out, ROOM, error);
}

static rung_status survey_mean(double out[ROOM], rung_error *error)
{
  const rung_column column = of(values, ROWS);
  rung_column design[9];
  fill(design);
  return rung_stats_survey_mean(&column, design, 9, RUNG_LONELY_ADJUST, NULL, out, ROOM, error);
}

static rung_status survey_covariance(double out[ROOM], rung_error *error)
{
  const rung_column columns[] = {of(values, ROWS), of(others, ROWS)};
  rung_column design[9];
  fill(design);
  return rung_stats_survey_covariance(columns, 2, design, 9, RUNG_LONELY_ADJUST, out, ROOM, error);
}

static rung_status survey_kappa(double out[ROOM], rung_error *error)
{
  const rung_column columns[] = {of(halves, ROWS), of(places, ROWS)};
  return rung_stats_survey_kappa(columns, NULL, 0, RUNG_LONELY_FAIL, NULL, out, ROOM, error);
}

static rung_status survey_share(double out[ROOM], rung_error *error)
{
  static const double value[ROWS] = {1, 0, 1, 0, 0, 1};
  const rung_column column = of(value, ROWS);
  return rung_stats_survey_share(&column, NULL, 0, RUNG_LONELY_FAIL, NULL, out, ROOM, error);
}

static rung_status survey_quantile(double out[ROOM], rung_error *error)
{
  const rung_column column = of(values, ROWS);
  return rung_stats_survey_quantile(&column, 0.5, NULL, 0, RUNG_LONELY_FAIL, NULL, out, ROOM,
                                    error);
}

static rung_status rake(double out[ROOM], rung_error *error)
{
  const rung_column weight = of(ones, ROWS), group = of(halves, ROWS);
  const rung_column label = of(names, 2), total = of(totals, 2);
  return rung_stats_rake(&weight, &group, &label, &total, 1, out, ROOM, error);
}

static rung_status trim(double out[ROOM], rung_error *error)
{
  const rung_column weight = of(ones, ROWS);
  return rung_stats_trim_weights(&weight, 0, 1.5, 1, out, ROOM, error);
}

static const struct {
  const char *name;
  trial *call;
} CALLS[] = {
    {"describing_survives", describe},
    {"describing_groups_survives", describe_groups},
    {"describing_with_weights_survives", describe_weighted},
    {"finding_quantiles_survives", quantiles},
    {"counting_shares_survives", frequencies},
    {"examining_items_survives", item_exam},
    {"correlating_survives", correlation},
    {"reversing_survives", recode},
    {"stretching_survives", pomp},
    {"standardising_survives", standardise},
    {"winsorising_survives", winsorise},
    {"averaging_rows_survives", row_means},
    {"looking_at_rows_survives", careless},
    {"comparing_halves_survives", even_odd},
    {"timing_rows_survives", pace},
    {"estimating_a_mean_survives", survey_mean},
    {"estimating_covariances_survives", survey_covariance},
    {"estimating_kappa_survives", survey_kappa},
    {"estimating_a_share_survives", survey_share},
    {"estimating_a_quantile_survives", survey_quantile},
    {"raking_survives", rake},
    {"trimming_survives", trim},
};

static void clear(double out[ROOM])
{
  for (size_t place = 0; place < ROOM; ++place)
    out[place] = UNTOUCHED;
}

/* One trial; false once nothing failed any more. */
static bool try_at(trial *call, size_t n, bool all)
{
  const size_t live = count_live();
  double out[ROOM];
  rung_error error = {.status = 0};
  clear(out);
  fail_at(n, all);
  const rung_status status = call(out, &error);
  const bool failed = stop_failing();
  assert_status(status, failed ? RUNG_E_MEMORY : RUNG_OK, &error);
  for (size_t place = 0; place < ROOM && failed; ++place)
    assert_true(out[place] == UNTOUCHED);
  if (count_live() != live) fail_msg("%zu allocations live on, n = %zu", count_live() - live, n);
  return failed;
}

static void the_call_survives(void **state)
{
  const size_t *index = *state;
  for (int all = 0; all < 2; ++all) {
    size_t n = 1;
    while (try_at(CALLS[*index].call, n, all))
      ++n;
    assert_true(n > 1);
  }
}

int main(void)
{
  if (!is_in_use()) {
    puts("1..0 # SKIP a sanitizer or valgrind brings its own malloc");
    return 0;
  }
  static size_t indices[LENGTH(CALLS)];
  struct CMUnitTest tests[LENGTH(CALLS)];
  for (size_t index = 0; index < LENGTH(CALLS); ++index) {
    indices[index] = index;
    tests[index] = (struct CMUnitTest){CALLS[index].name, the_call_survives, NULL, NULL,
                                       &indices[index]};
  }
  return cmocka_run_group_tests(tests, NULL, NULL);
}
