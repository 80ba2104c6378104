/* The driver of every program here: each call of a table is a test of its own.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_SURVIVE_H
#define RUNG_TESTS_SURVIVE_H

#include "../unit/support.h"

#include "failing.h"

enum { TRIALS_MOST = 64 };

/* What a call needs and what it makes; each program has its own. */
struct stage;

typedef rung_status trial(struct stage *stage, rung_error *error);

struct named_trial {
  const char *name;
  trial *call;
};

/* The call that a test is about. */
static inline trial *trial_of(void **state)
{
  return ((const struct named_trial *)*state)->call;
}

/* Runs the test once for each call; the result is that of the program. */
static inline int run_trials(const struct named_trial *trials, size_t count,
                             CMUnitTestFunction survives, CMFixtureFunction begin,
                             CMFixtureFunction end)
{
  struct named_trial states[TRIALS_MOST];
  struct CMUnitTest tests[TRIALS_MOST];
  if (!is_in_use()) {
    puts("1..0 # SKIP a sanitizer or valgrind brings its own malloc");
    return 0;
  }
  if (count > TRIALS_MOST) {
    puts("Bail out! more trials than TRIALS_MOST");
    return 2;
  }
  for (size_t index = 0; index < count; ++index) {
    states[index] = trials[index];
    tests[index] = (struct CMUnitTest){trials[index].name, survives, NULL, NULL, &states[index]};
  }
  return _cmocka_run_group_tests("trials", tests, count, begin, end);
}

/* Fails unless as many allocations live as before. */
static inline void assert_live(size_t before, size_t n)
{
  const size_t live = count_live();
  if (live != before) fail_msg("%zu allocations live on, n = %zu", live - before, n);
}

#endif
