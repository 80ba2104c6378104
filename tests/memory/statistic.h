/* Statistics with their n-th allocation failing, until they succeed.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each failure is RUNG_E_MEMORY, leaves nothing behind, and leaves the results as they were. */
#ifndef RUNG_TESTS_STATISTIC_H
#define RUNG_TESTS_STATISTIC_H

#include <rung/stats.h>

#include "survive.h"

#define ROOM 80
#define UNTOUCHED 77.5

/* A column of a whole array, as an initialiser. */
#define COLUMN(array)                                                                              \
  {                                                                                                \
    .data = (array), .length = LENGTH(array), .type = RUNG_TYPE_DOUBLE                             \
  }

struct stage {
  rung_settings *settings; /* few replicates */
  double out[ROOM];
};

static inline void clear(struct stage *stage)
{
  for (size_t place = 0; place < ROOM; ++place)
    stage->out[place] = UNTOUCHED;
}

/* One trial; false once nothing failed any more. */
static inline bool try_at(trial *call, struct stage *stage, size_t n, bool all,
                          const struct stage *expected)
{
  const size_t live = count_live();
  struct stage untouched;
  rung_error error = {.status = 0};
  clear(stage);
  clear(&untouched);
  fail_at(n, all);
  const rung_status status = call(stage, &error);
  const bool failed = stop_failing();
  assert_status(status, failed ? RUNG_E_MEMORY : RUNG_OK, &error);
  assert_memory_equal(stage->out, failed ? untouched.out : expected->out, sizeof stage->out);
  assert_live(live, n);
  return failed;
}

static inline void the_statistic_survives(void **state)
{
  trial *call = trial_of(state);
  struct stage stage = {.settings = NULL};
  assert_int_equal(rung_settings_new(&stage.settings, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(stage.settings, RUNG_SETTING_REPLICATES, 100, NULL), RUNG_OK);
  clear(&stage);
  assert_int_equal(call(&stage, NULL), RUNG_OK);
  const struct stage expected = stage;
  for (int all = 0; all < 2; ++all) {
    size_t n = 1;
    while (try_at(call, &stage, n, all, &expected))
      ++n;
    assert_true(n > 1);
  }
  rung_settings_free(stage.settings);
}

static inline int run_statistics(const struct named_trial *trials, size_t count)
{
  return run_trials(trials, count, the_statistic_survives, NULL, NULL);
}

#endif
