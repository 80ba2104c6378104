/* Norms, bootstrap, shrinkage with every allocation failing: each says so, keeps the caller's room.
 * SPDX-License-Identifier: Apache-2.0 */
#include "../unit/support.h"

#include <rung/stats.h>

#include "failing.h"

#define ROWS 8
#define OUT (ROWS * 10)

static const double FIRST[ROWS] = {4, 2, 5, 3, 3, 1, 4, 2};
static const double SECOND[ROWS] = {1, 2, .5, 1, .7, 1, 1, 3};

static rung_column column(const double *data)
{
  return (rung_column){.data = data, .length = ROWS, .type = RUNG_TYPE_DOUBLE};
}

typedef rung_status trial(const rung_column *first, const rung_column *second,
                          const rung_settings *settings, double *out, rung_error *error);

static rung_status norms(const rung_column *first, const rung_column *second,
                         const rung_settings *settings, double *out, rung_error *error)
{
  (void)settings;
  return rung_stats_norms(first, second, FIRST, ROWS, 10, out, OUT, error);
}

static rung_status ranks(const rung_column *first, const rung_column *second,
                         const rung_settings *settings, double *out, rung_error *error)
{
  (void)second;
  (void)settings;
  return rung_stats_ranks(first, RUNG_RANKS_BLOM, out, OUT, error);
}

static rung_status interval(const rung_column *first, const rung_column *second,
                            const rung_settings *settings, double *out, rung_error *error)
{
  (void)first;
  (void)second;
  return rung_stats_bootstrap_interval(2.5, FIRST, ROWS, SECOND, ROWS, settings, out, OUT, error);
}

static rung_status bootstrap(const rung_column *first, const rung_column *second,
                             const rung_settings *settings, double *out, rung_error *error)
{
  (void)second;
  return rung_stats_bootstrap(first, RUNG_REPLICATED_SD, settings, out, OUT, error);
}

static rung_status heterogeneity(const rung_column *first, const rung_column *second,
                                 const rung_settings *settings, double *out, rung_error *error)
{
  (void)settings;
  return rung_stats_heterogeneity(first, second, out, OUT, error);
}

static rung_status shrinkage(const rung_column *first, const rung_column *second,
                             const rung_settings *settings, double *out, rung_error *error)
{
  return rung_stats_shrinkage(first, second, settings, 8, out, OUT, error);
}

static const struct {
  const char *name;
  trial *call;
} TRIALS[] = {{"norms", norms},
              {"ranks", ranks},
              {"interval", interval},
              {"bootstrap", bootstrap},
              {"heterogeneity", heterogeneity},
              {"shrinkage", shrinkage}};

/* One statistic with its n-th allocation failing, and all behind it if `all`; false once none failed. */
static bool try_at(size_t index, size_t n, bool all, const rung_settings *settings,
                   const double *expected)
{
  const rung_column first = column(FIRST), second = column(SECOND);
  double out[OUT];
  rung_error error;
  for (size_t place = 0; place < OUT; ++place)
    out[place] = -99;
  const size_t live = count_live();
  fail_at(n, all);
  const rung_status status = TRIALS[index].call(&first, &second, settings, out, &error);
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
  const rung_column first = column(FIRST), second = column(SECOND);
  rung_settings *settings;
  assert_status(rung_settings_new(&settings, NULL), RUNG_OK, NULL);
  assert_status(rung_settings_set(settings, RUNG_SETTING_REPLICATES, 100, NULL), RUNG_OK, NULL);
  for (size_t index = 0; index < LENGTH(TRIALS); ++index) {
    double expected[OUT];
    assert_status(TRIALS[index].call(&first, &second, settings, expected, NULL), RUNG_OK, NULL);
    for (int all = 0; all < 2; ++all) {
      size_t n = 1;
      while (try_at(index, n, all, settings, expected))
        ++n;
      assert_case(TRIALS[index].name, n > 1);
    }
  }
  rung_settings_free(settings);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_statistic_that_gets_no_memory_says_so_and_changes_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
