/* Answer sets: what a few persons can have answered.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "disclosure/answer_sets.h"

static const int64_t FIVE[] = {1, 2, 3, 4, 5};
static const uint8_t FAVOUR[] = {0, 0, 1, 2, 2};

/* By hand: the sum of n persons lies between the two. */
static const struct sets_case {
  const char *label;
  uint32_t n;
  int64_t low, high;
  bool favour;
  uint32_t favoured[3];
  enum rung__proof proof;
} CASES[] = {
    {"all at the top", 6, 30, 30, false, {0}, RUNG__UNSAFE},
    {"one below the top is one answer or one person", 6, 29, 29, false, {0}, RUNG__UNSAFE},
    {"two below the top lie in the upper half", 6, 28, 28, false, {0}, RUNG__SAFE},
    {"the middle comes of many sets", 6, 18, 18, false, {0}, RUNG__SAFE},
    {"a rounded mean of 4.9 of five persons", 5, 25, 25, false, {0}, RUNG__UNSAFE},
    {"two sums together may still tell", 5, 24, 25, false, {0}, RUNG__UNSAFE},
    {"shares tell that one of six gave 3", 6, 28, 28, true, {0, 1, 5}, RUNG__UNSAFE},
    {"and that nobody did", 6, 28, 28, true, {0, 0, 6}, RUNG__UNSAFE},
    {"shares leave two who differ", 6, 22, 22, true, {1, 2, 3}, RUNG__SAFE},
};

static void each_case_is_as_by_hand(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    const struct sets_case *one = &CASES[index];
    struct rung__known known = {one->n, 5, FIVE, one->low, one->high, NULL, {0}};
    uint64_t work = 1000000;
    if (one->favour) known.favour = FAVOUR;
    memcpy(known.favoured, one->favoured, sizeof known.favoured);
    assert_case(one->label, rung__answer_sets(&known, &work) == one->proof);
  }
}

static void too_much_work_is_no_answer(void **state)
{
  const struct rung__known known = {15, 5, FIVE, 75, 75, NULL, {0}};
  uint64_t work = 3;
  (void)state;
  assert_int_equal(rung__answer_sets(&known, &work), RUNG__TOO_MUCH);
  assert_int_equal(work, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_case_is_as_by_hand),
      cmocka_unit_test(too_much_work_is_no_answer),
  };
  return cmocka_run_group_tests_name("answer sets", tests, NULL, NULL);
}
