/* Tests of score/join and score/median: every way of joining, of three values worked out by hand.
 * SPDX-License-Identifier: Apache-2.0 */
#include "number_support.h"

#include "score/measures.h"

/* Weights 1, 2, 1; as a sum each counts half; what can be attained lies between 1 and 10. */
static struct rung__term TERMS[] = {
    {.weight = 1, .millionths = 500000, .least = RUNG__GRID, .most = 10 * RUNG__GRID},
    {.weight = 2, .millionths = 500000, .least = RUNG__GRID, .most = 10 * RUNG__GRID},
    {.weight = 1, .millionths = 500000, .least = RUNG__GRID, .most = 10 * RUNG__GRID}};

static int64_t joined(const struct rung__measure *measure, const double *values, size_t count)
{
  struct rung__part part[LENGTH(TERMS)];
  struct rung__vote vote[LENGTH(TERMS)];
  for (size_t index = 0; index < count; ++index)
    part[index] = (struct rung__part){&TERMS[index], G(values[index]), 0};
  return rung__join(measure, part, count, vote);
}

static void each_way_joins_2_and_4_and_9_in_its_own(void **state)
{
  static const struct {
    const char *label;
    struct rung__measure measure;
    double score;
  } CASES[] = {
      {"mean: (2 + 2 * 4 + 9) / 4", {.by = RUNG__MEAN}, 4.75},
      {"median: half of 4 is reached within the 4", {.by = RUNG__MEDIAN}, 4},
      {"share", {.by = RUNG__SHARE}, 4.75},
      {"net", {.by = RUNG__NET}, 4.75},
      {"min", {.by = RUNG__MIN}, 2},
      {"max", {.by = RUNG__MAX}, 9},
      {"sum: 10 + 15 / 2", {.by = RUNG__SUM, .base = 10 * RUNG__GRID}, 17.5},
      {"count: 15 / 2", {.by = RUNG__COUNT}, 7.5},
      {"deduction: 100 - 15 / 2", {.by = RUNG__DEDUCTION, .base = 100 * RUNG__GRID}, 92.5},
      {"attainable: 30 / 2", {.by = RUNG__ATTAINABLE}, 15},
      {"blend: 4.75 * 3 / 4 + 2 / 4", {.by = RUNG__BLEND, .floor = RUNG__GRID / 4}, 4.0625},
      {"product", {.by = RUNG__PRODUCT}, 72},
      {"difference", {.by = RUNG__DIFFERENCE}, -2},
      {"ratio", {.by = RUNG__RATIO_OF}, 0.5},
  };
  static const double VALUES[] = {2, 4, 9};
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index)
    assert_case(CASES[index].label,
                joined(&CASES[index].measure, VALUES, LENGTH(VALUES)) == G(CASES[index].score));
  /* percent: 100 (1 + 2 * 3 + 8) / (4 * 9) = 100 * 5 / 12 */
  const struct rung__measure percent = {.by = RUNG__PERCENT};
  assert_int_equal(joined(&percent, VALUES, LENGTH(VALUES)), RUNG__GRID / 12 * 500);
}

static void over_nothing_there_is_no_score(void **state)
{
  static const double OVER_ZERO[] = {2, 0}, NONE[] = {0, 0};
  const struct rung__measure ratio = {.by = RUNG__RATIO_OF}, votes = {.by = RUNG__VOTES},
                             percent = {.by = RUNG__PERCENT};
  struct rung__term fixed = {.weight = 1, .least = RUNG__GRID, .most = RUNG__GRID};
  const struct rung__part part = {&fixed, RUNG__GRID, 0};
  (void)state;
  assert_int_equal(joined(&ratio, OVER_ZERO, 2), RUNG__NO_SCORE);
  assert_int_equal(joined(&ratio, NONE, 2), RUNG__NO_SCORE);
  assert_int_equal(joined(&votes, NONE, 2), RUNG__NO_SCORE);
  assert_int_equal(rung__join(&percent, &part, 1, NULL), RUNG__NO_SCORE);
}

/* Of 1 + 2 * 2 + 1 votes by weight, 1 + 2 * 1 carry the tag. */
static void votes_are_the_share_of_those_that_carry_the_tag(void **state)
{
  const struct rung__measure votes = {.by = RUNG__VOTES};
  const struct rung__part part[] = {
      {&TERMS[0], G(1), G(1)}, {&TERMS[1], G(2), G(1)}, {&TERMS[2], G(1), 0}};
  (void)state;
  assert_int_equal(rung__join(&votes, part, LENGTH(part), NULL), G(50));
}

static void only_what_is_worked_out_of_all_terms_needs_them_all(void **state)
{
  (void)state;
  for (int by = RUNG__MEAN; by <= RUNG__RATIO_OF; ++by) {
    const struct rung__measure measure = {.by = (enum rung__by)by};
    assert_int_equal(rung__needs_all(&measure),
                     by == RUNG__DIFFERENCE || by == RUNG__PRODUCT || by == RUNG__RATIO_OF);
  }
}

/* A step of the grid times a step of it is nothing; half a step goes to the even neighbour. */
static void a_product_is_rounded_after_every_factor(void **state)
{
  const struct rung__measure product = {.by = RUNG__PRODUCT};
  const struct rung__part tiny[] = {{&TERMS[0], 1, 0}, {&TERMS[1], 1, 0}};
  const struct rung__part half[] = {
      {&TERMS[0], 3, 0}, {&TERMS[1], G(0.5), 0}, {&TERMS[2], G(3), 0}};
  (void)state;
  assert_int_equal(rung__join(&product, tiny, 2, NULL), 0);
  assert_int_equal(rung__join(&product, half, 3, NULL), 6); /* 1.5 steps are 2, and not 4.5 */
}

static void ends_are(enum rung__by by, const double (*ends)[2], size_t count, int64_t lowest,
                     int64_t highest)
{
  const struct rung__measure measure = {.by = by, .count = count};
  struct rung__part low[3], high[3];
  int64_t found[2];
  for (size_t index = 0; index < count; ++index) {
    low[index] = (struct rung__part){&TERMS[index], G(ends[index][0]), 0};
    high[index] = (struct rung__part){&TERMS[index], G(ends[index][1]), 0};
  }
  rung__join_ends(&measure, low, high, &found[0], &found[1]);
  assert_int_equal(found[0], lowest);
  assert_int_equal(found[1], highest);
}

static void the_ends_of_products_and_ratios_come_of_both_ends_of_each_term(void **state)
{
  (void)state;
  ends_are(RUNG__PRODUCT, (const double[][2]){{-2, 3}, {4, 5}}, 2, -G(10), G(15));
  ends_are(RUNG__PRODUCT, (const double[][2]){{-2, 3}, {4, 5}, {-1, 2}}, 3, -G(20), G(30));
  ends_are(RUNG__PRODUCT, (const double[][2]){{-2, -1}, {-5, -4}}, 2, G(4), G(10));
  ends_are(RUNG__RATIO_OF, (const double[][2]){{1, 2}, {4, 5}}, 2, G(0.2), G(0.5));
  ends_are(RUNG__RATIO_OF, (const double[][2]){{1, 2}, {-4, -2}}, 2, -G(1), -G(0.25));
  ends_are(RUNG__RATIO_OF, (const double[][2]){{1, 2}, {-1, 1}}, 2, RUNG__UNBOUNDED,
           RUNG__UNBOUNDED);
  ends_are(RUNG__RATIO_OF, (const double[][2]){{1, 2}, {0, 1}}, 2, RUNG__UNBOUNDED,
           RUNG__UNBOUNDED);
  ends_are(RUNG__RATIO_OF, (const double[][2]){{1, 2}, {0, 0}}, 2, RUNG__NO_SCORE, RUNG__NO_SCORE);
}

static void the_median_is_where_half_of_the_weight_is_reached(void **state)
{
  static const struct {
    const char *label;
    size_t count;
    struct rung__vote vote[5];
    int64_t twice;
  } CASES[] = {
      {"one", 1, {{7, 3}}, 14},
      {"the middle of three", 3, {{5, 1}, {1, 1}, {3, 1}}, 6},
      {"between the two of four", 4, {{4, 1}, {1, 1}, {3, 1}, {2, 1}}, 5},
      {"below 0", 2, {{-2, 1}, {-5, 1}}, -7},
      {"most of the weight", 3, {{10, 1}, {9, 1}, {1, 5}}, 2},
      {"half of the weight at the lowest", 3, {{9, 1}, {5, 1}, {1, 2}}, 6},
      {"equal values", 4, {{2, 1}, {2, 1}, {2, 1}, {8, 3}}, 10},
      {"a large weight", 2, {{1, INT64_MAX / 2}, {3, INT64_MAX / 2 - 1}}, 2},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    struct rung__vote vote[5];
    memcpy(vote, CASES[index].vote, sizeof vote);
    assert_case(CASES[index].label,
                rung__median_twice(vote, CASES[index].count) == CASES[index].twice);
  }
}

/* Against the plain median of every vote written down as often as it weighs. */
static void the_median_is_that_of_votes_written_down_singly(void **state)
{
  uint64_t seed = 20240229;
  (void)state;
  for (int trial = 0; trial < 500; ++trial) {
    struct rung__vote vote[40];
    int64_t singly[40 * 5];
    size_t total = 0;
    const size_t count = 1 + next_random(&seed) % LENGTH(vote);
    for (size_t index = 0; index < count; ++index) {
      vote[index] = (struct rung__vote){(int64_t)(next_random(&seed) % 21) - 10,
                                        1 + (int64_t)(next_random(&seed) % 5)};
      for (int64_t one = 0; one < vote[index].weight; ++one) {
        size_t place = total++;
        for (; place > 0 && singly[place - 1] > vote[index].value; --place)
          singly[place] = singly[place - 1];
        singly[place] = vote[index].value;
      }
    }
    const int64_t twice = singly[(total - 1) / 2] + singly[total / 2];
    assert_true(rung__median_twice(vote, count) == twice);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_way_joins_2_and_4_and_9_in_its_own),
      cmocka_unit_test(over_nothing_there_is_no_score),
      cmocka_unit_test(votes_are_the_share_of_those_that_carry_the_tag),
      cmocka_unit_test(only_what_is_worked_out_of_all_terms_needs_them_all),
      cmocka_unit_test(a_product_is_rounded_after_every_factor),
      cmocka_unit_test(the_ends_of_products_and_ratios_come_of_both_ends_of_each_term),
      cmocka_unit_test(the_median_is_where_half_of_the_weight_is_reached),
      cmocka_unit_test(the_median_is_that_of_votes_written_down_singly),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
