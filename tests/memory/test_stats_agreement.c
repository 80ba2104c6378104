/* Agreement, intraclass correlations and raters with every allocation failing once: nothing is lost.
 * SPDX-License-Identifier: Apache-2.0 */
#include "../unit/support.h"

#include <rung/stats.h>

#include "failing.h"

#define ROWS 9
#define OUT 60

static const double FIRST[ROWS] = {4, 2, 5, 3, 3, 1, 4, 2, 5};
static const double SECOND[ROWS] = {3, 2, 4, 4, 2, NAN, 5, 3, 4};
static const double GROUP[ROWS] = {1, 1, 1, 1, 2, 2, 2, 2, 2};
static const double LEVEL[ROWS] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
static const double COUNT[ROWS] = {2, 2, 2, 2, 2, 2, 2, 2, 2};

struct given {
  rung_column raters[2], groups, levels, counts;
  rung_settings *settings;
};

typedef rung_status trial(const struct given *given, double *out, rung_error *error);

static rung_status agreement(const struct given *given, double *out, rung_error *error)
{
  return rung_stats_agreement(given->raters, 1, &given->groups, 1, 5, RUNG_MISSING_LISTWISE,
                              given->settings, RUNG_AGREEMENT_HIGH + 1, out, OUT, error);
}

static rung_status chance(const struct given *given, double *out, rung_error *error)
{
  return rung_stats_agreement_chance(&given->counts, 5, 2, given->settings, out, OUT, error);
}

static rung_status camps(const struct given *given, double *out, rung_error *error)
{
  return rung_stats_camps(&given->counts, 0.1, out, OUT, error);
}

static rung_status groups(const struct given *given, double *out, rung_error *error)
{
  return rung_stats_groups(&given->groups, NULL, out, OUT, error);
}

static rung_status icc_groups(const struct given *given, double *out, rung_error *error)
{
  return rung_stats_icc_groups(given->raters, &given->groups, NULL, out, OUT, error);
}

static rung_status icc_means(const struct given *given, double *out, rung_error *error)
{
  return rung_stats_icc_mean_reliability(0.2, &given->counts, out, OUT, error);
}

static rung_status icc_raters(const struct given *given, double *out, rung_error *error)
{
  return rung_stats_icc_raters(given->raters, 2, RUNG_MISSING_LISTWISE, NULL, out, OUT, error);
}

static rung_status between_within(const struct given *given, double *out, rung_error *error)
{
  return rung_stats_between_within(&given->raters[0], &given->raters[1], &given->groups,
                                   RUNG_MISSING_PAIRWISE, out, OUT, error);
}

static rung_status kappa(const struct given *given, double *out, rung_error *error)
{
  return rung_stats_kappa(given->raters, &given->levels, RUNG_RATER_WEIGHTS_LINEAR, NULL, out, OUT,
                          error);
}

static rung_status kappa_table(const struct given *given, double *out, rung_error *error)
{
  rung_column table[ROWS];
  for (size_t index = 0; index < ROWS; ++index)
    table[index] = given->counts;
  return rung_stats_kappa_table(table, ROWS, RUNG_RATER_WEIGHTS_NONE, table, NULL, out, OUT, error);
}

static rung_status light(const struct given *given, double *out, rung_error *error)
{
  return rung_stats_kappa_light(given->raters, 2, NULL, RUNG_RATER_WEIGHTS_NONE,
                                RUNG_MISSING_PAIRWISE, out, OUT, error);
}

static rung_status fleiss(const struct given *given, double *out, rung_error *error)
{
  return rung_stats_kappa_fleiss(given->raters, 2, RUNG_MISSING_LISTWISE, out, OUT, error);
}

static rung_status fleiss_counts(const struct given *given, double *out, rung_error *error)
{
  const rung_column counts[] = {given->counts, given->counts};
  return rung_stats_kappa_fleiss_counts(counts, 2, out, OUT, error);
}

static rung_status krippendorff(const struct given *given, double *out, rung_error *error)
{
  return rung_stats_krippendorff(given->raters, 2, RUNG_RATER_METRIC_ORDINAL, NULL, out, OUT,
                                 error);
}

static rung_status gwet(const struct given *given, double *out, rung_error *error)
{
  return rung_stats_gwet(given->raters, 2, NULL, RUNG_RATER_WEIGHTS_QUADRATIC, NULL, out, OUT,
                         error);
}

static rung_status kendall_w(const struct given *given, double *out, rung_error *error)
{
  return rung_stats_kendall_w(given->raters, 2, RUNG_MISSING_LISTWISE, out, OUT, error);
}

static const struct {
  const char *name;
  trial *call;
} TRIALS[] = {
    {"agreement", agreement},
    {"agreement by chance", chance},
    {"camps", camps},
    {"groups", groups},
    {"icc of groups", icc_groups},
    {"icc of means", icc_means},
    {"icc of raters", icc_raters},
    {"between and within", between_within},
    {"kappa", kappa},
    {"kappa of a table", kappa_table},
    {"light", light},
    {"fleiss", fleiss},
    {"fleiss of counts", fleiss_counts},
    {"krippendorff", krippendorff},
    {"gwet", gwet},
    {"kendall", kendall_w},
};

static void fill(double out[OUT])
{
  for (size_t index = 0; index < OUT; ++index)
    out[index] = -7;
}

static bool same(const double *a, const double *b)
{
  return memcmp(a, b, OUT * sizeof *a) == 0;
}

/* One trial; false once nothing failed any more. */
static bool try_at(trial *call, const struct given *given, size_t n, bool all,
                   const double expected[OUT])
{
  double out[OUT], untouched[OUT];
  rung_error error = {.status = 0};
  fill(out);
  fill(untouched);
  const size_t live = count_live();
  fail_at(n, all);
  const rung_status status = call(given, out, &error);
  const bool failed = stop_failing();
  assert_status(status, failed ? RUNG_E_MEMORY : RUNG_OK, &error);
  assert_true(same(out, failed ? untouched : expected));
  if (count_live() != live) fail_msg("%zu allocations live on, n = %zu", count_live() - live, n);
  return failed;
}

static rung_column column(const double *data)
{
  return (rung_column){.data = data, .length = ROWS, .type = RUNG_TYPE_DOUBLE};
}

static void the_trial_survives(void **state)
{
  trial *call = TRIALS[*(const size_t *)*state].call;
  struct given given = {
      {column(FIRST), column(SECOND)}, column(GROUP), column(LEVEL), column(COUNT), NULL};
  double expected[OUT];
  assert_status(rung_settings_new(&given.settings, NULL), RUNG_OK, NULL);
  assert_status(rung_settings_set(given.settings, RUNG_SETTING_REPLICATES, 100, NULL), RUNG_OK,
                NULL);
  fill(expected);
  assert_status(call(&given, expected, NULL), RUNG_OK, NULL);
  for (int all = 0; all < 2; ++all) {
    size_t n = 1;
    while (try_at(call, &given, n, all, expected))
      ++n;
    assert_true(n > 1);
  }
  rung_settings_free(given.settings);
}

int main(void)
{
  if (!is_in_use()) {
    puts("1..0 # SKIP a sanitizer or valgrind brings its own malloc");
    return 0;
  }
  static size_t indices[LENGTH(TRIALS)];
  struct CMUnitTest tests[LENGTH(TRIALS)];
  for (size_t index = 0; index < LENGTH(TRIALS); ++index) {
    indices[index] = index;
    tests[index] = (struct CMUnitTest){TRIALS[index].name, the_trial_survives, NULL, NULL,
                                       &indices[index]};
  }
  return cmocka_run_group_tests(tests, NULL, NULL);
}
