/* Gaps, change, association with every allocation failing: each says so, keeps the caller's room.
 * SPDX-License-Identifier: Apache-2.0 */
#include "../unit/support.h"

#include <rung/stats.h>

#include "failing.h"

#define ROWS 12
#define OUT 40

static const double FIRST[ROWS] = {4, 2, 5, 3, 3, 1, 4, 2, 5, 4, 3, 2};
static const double SECOND[ROWS] = {3, 2, 4, 4, 2, 1, 5, 3, 4, 2, 3, 1};
static const double PART[ROWS] = {1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0};
static const double WEIGHT[ROWS] = {1, 2, 1, 1, 1.5, 1, 1, 2, 1, 1, 1, 3};
static const double SHARES[ROWS] = {0.01, 0.2, 0.03, 0.5, 0.04, 0.6, 0.7, 0.8, 0.9, 1, 0.05, 0.3};
static const double RELIABILITY[] = {0.8, 0.9};

static rung_column column(const double *data)
{
  return (rung_column){.data = data, .length = ROWS, .type = RUNG_TYPE_DOUBLE};
}

typedef rung_status trial(const rung_column *columns, const rung_column *weight, double *out,
                          rung_error *error);

static rung_status adjust(const rung_column *columns, const rung_column *weight, double *out,
                          rung_error *error)
{
  (void)columns;
  (void)weight;
  const rung_column p = column(SHARES);
  return rung_stats_adjust(&p, RUNG_ADJUST_HOMMEL, NULL, out, OUT, error);
}

static rung_status paired(const rung_column *columns, const rung_column *weight, double *out,
                          rung_error *error)
{
  (void)weight;
  return rung_stats_paired(columns, NULL, RUNG_MISSING_LISTWISE, NULL, out, OUT, error);
}

static rung_status paired_weighted(const rung_column *columns, const rung_column *weight,
                                   double *out, rung_error *error)
{
  return rung_stats_paired(columns, weight, RUNG_MISSING_FAIL, NULL, out, OUT, error);
}

static rung_status independent(const rung_column *columns, const rung_column *weight, double *out,
                               rung_error *error)
{
  (void)weight;
  return rung_stats_independent(&columns[0], &columns[1], NULL, out, OUT, error);
}

static rung_status part(const rung_column *columns, const rung_column *weight, double *out,
                        rung_error *error)
{
  const rung_column both[] = {columns[0], column(PART)};
  return rung_stats_part(both, weight, RUNG_MISSING_LISTWISE, NULL, out, OUT, error);
}

static rung_status dominance(const rung_column *columns, const rung_column *weight, double *out,
                             rung_error *error)
{
  (void)weight;
  return rung_stats_dominance(&columns[0], &columns[1], NULL, out, OUT, error);
}

static rung_status concordance(const rung_column *columns, const rung_column *weight, double *out,
                               rung_error *error)
{
  (void)weight;
  return rung_stats_concordance(columns, RUNG_MISSING_LISTWISE, NULL, out, OUT, error);
}

static rung_status bland_altman(const rung_column *columns, const rung_column *weight, double *out,
                                rung_error *error)
{
  (void)weight;
  return rung_stats_bland_altman(columns, 1.96, RUNG_MISSING_LISTWISE, NULL, out, OUT, error);
}

static rung_status self_others(const rung_column *columns, const rung_column *weight, double *out,
                               rung_error *error)
{
  (void)weight;
  return rung_stats_self_others(columns, 0.5, RUNG_MISSING_LISTWISE, out, OUT, error);
}

static rung_status profiles(const rung_column *columns, const rung_column *weight, double *out,
                            rung_error *error)
{
  (void)weight;
  const rung_column four[] = {columns[0], columns[1], columns[1], columns[0]};
  return rung_stats_profiles(four, 2, RUNG_PROFILE_DISTANCE, out, OUT, error);
}

static rung_status change(const rung_column *columns, const rung_column *weight, double *out,
                          rung_error *error)
{
  (void)weight;
  return rung_stats_change(columns, RELIABILITY, 1.96, RUNG_MISSING_LISTWISE, out, OUT, error);
}

static rung_status change_rows(const rung_column *columns, const rung_column *weight, double *out,
                               rung_error *error)
{
  (void)weight;
  return rung_stats_change_rows(columns, 0.8, RUNG_CHANGE_ROW_RESIDUAL, out, OUT, error);
}

static rung_status transition(const rung_column *columns, const rung_column *weight, double *out,
                              rung_error *error)
{
  (void)weight;
  return rung_stats_transition(columns, 5, NULL, out, OUT, error);
}

static rung_status pearson(const rung_column *columns, const rung_column *weight, double *out,
                           rung_error *error)
{
  return rung_stats_pearson(columns, weight, RUNG_MISSING_LISTWISE, NULL, out, OUT, error);
}

static rung_status spearman(const rung_column *columns, const rung_column *weight, double *out,
                            rung_error *error)
{
  (void)weight;
  return rung_stats_spearman(columns, RUNG_MISSING_LISTWISE, NULL, out, OUT, error);
}

static rung_status kendall(const rung_column *columns, const rung_column *weight, double *out,
                           rung_error *error)
{
  (void)weight;
  return rung_stats_kendall(columns, RUNG_MISSING_LISTWISE, NULL, out, OUT, error);
}

static const struct {
  const char *name;
  trial *call;
} TRIALS[] = {
    {"adjust", adjust},
    {"paired", paired},
    {"paired, weighted", paired_weighted},
    {"independent", independent},
    {"part", part},
    {"dominance", dominance},
    {"concordance", concordance},
    {"bland_altman", bland_altman},
    {"self_others", self_others},
    {"profiles", profiles},
    {"change", change},
    {"change_rows", change_rows},
    {"transition", transition},
    {"pearson", pearson},
    {"spearman", spearman},
    {"kendall", kendall},
};

/* One statistic with its n-th allocation failing, and all behind it if `all`; false once none failed. */
static bool try_at(size_t index, size_t n, bool all, const double *expected)
{
  const rung_column columns[] = {column(FIRST), column(SECOND)}, weight = column(WEIGHT);
  double out[OUT];
  rung_error error;
  for (size_t place = 0; place < OUT; ++place)
    out[place] = -99;
  const size_t live = count_live();
  fail_at(n, all);
  const rung_status status = TRIALS[index].call(columns, &weight, out, &error);
  const bool failed = stop_failing();
  assert_case(TRIALS[index].name, count_live() == live);
  assert_status(status, failed ? RUNG_E_MEMORY : RUNG_OK, &error);
  for (size_t place = 0; place < OUT; ++place)
    assert_case(TRIALS[index].name, failed ? out[place] == -99
                                           : out[place] == expected[place] ||
                                                 (isnan(out[place]) && isnan(expected[place])));
  return failed;
}

static void a_statistic_that_gets_no_memory_says_so_and_changes_nothing(void **state)
{
  (void)state;
  if (!is_in_use()) skip();
  const rung_column columns[] = {column(FIRST), column(SECOND)}, weight = column(WEIGHT);
  for (size_t index = 0; index < LENGTH(TRIALS); ++index) {
    double expected[OUT];
    assert_status(TRIALS[index].call(columns, &weight, expected, NULL), RUNG_OK, NULL);
    for (int all = 0; all < 2; ++all) {
      size_t n = 1;
      while (try_at(index, n, all, expected))
        ++n;
      assert_case(TRIALS[index].name, n > 1);
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_statistic_that_gets_no_memory_says_so_and_changes_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
