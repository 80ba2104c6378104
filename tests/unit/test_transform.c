/* Tests of model/transform: curves, tables, ratios, ages, cuts and rounding, each worked out by hand.
 * SPDX-License-Identifier: Apache-2.0 */
#include "number_support.h"

/* From 0 to 10 the number itself, from 10 to 20 five less half of it: it falls at 10 from 10 to 0. */
static struct rung__piece PIECES[] = {
    {{true, true, 0, 10 * RUNG__GRID}, 0, RUNG__GRID},
    {{true, true, 10 * RUNG__GRID, 20 * RUNG__GRID}, 5 * RUNG__GRID, -RUNG__GRID / 2}};

static void a_piece_begins_where_the_one_before_ends(void **state)
{
  static const struct {
    const char *label;
    bool closed_high, met;
    double x, value;
  } CASES[] = {
      {"the low end is held", false, true, 0, 0},
      {"inside", false, true, 9.5, 9.5},
      {"the next piece has the end", false, true, 10, 0},
      {"5 - 19 / 2", false, true, 19, -4.5},
      {"the high end of the last is not held", false, false, 20, 0},
      {"below all", false, false, -1, 0},
      {"closed above: the low end is not held", true, false, 0, 0},
      {"closed above: the first piece has its end", true, true, 10, 10},
      {"closed above: 5 - 20 / 2", true, true, 20, -5},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    const struct rung__curve curve = {LENGTH(PIECES), CASES[index].closed_high, PIECES};
    int64_t value = 77;
    assert_case(CASES[index].label,
                rung__curve_at(&curve, G(CASES[index].x), &value) == CASES[index].met);
    assert_case(CASES[index].label, value == (CASES[index].met ? G(CASES[index].value) : 77));
  }
}

/* At 10 both ends count: the curve comes as near to 10 as one likes. */
static void the_extremes_of_a_curve_lie_at_the_ends_of_its_pieces(void **state)
{
  static const struct {
    double from, to, low, high;
  } CASES[] = {{4, 12, -1, 10}, {4, 6, 4, 6}, {12, 14, -2, -1}, {-5, 40, -5, 10}, {3, 3, 3, 3}};
  const struct rung__curve curve = {LENGTH(PIECES), false, PIECES};
  int64_t low, high;
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    assert_true(
        rung__curve_extremes(&curve, G(CASES[index].from), G(CASES[index].to), &low, &high));
    assert_int_equal(low, G(CASES[index].low));
    assert_int_equal(high, G(CASES[index].high));
  }
  assert_false(rung__curve_extremes(&curve, G(25), G(30), &low, &high));
  assert_false(rung__curve_extremes(&curve, G(20), G(20), &low, &high));
}

static void a_steep_piece_stops_beyond_the_limit_of_scores(void **state)
{
  const struct rung__piece steep = {{false, false, 0, 0}, 0, G(60000)};
  (void)state;
  assert_int_equal(rung__piece_at(&steep, G(1)), G(60000));
  assert_int_equal(rung__piece_at(&steep, G(60000)), RUNG__GRID_LIMIT * 2);
  assert_int_equal(rung__piece_at(&steep, -G(60000)), -RUNG__GRID_LIMIT * 2);
}

static void a_table_knows_its_entries_and_nothing_between(void **state)
{
  struct rung__entry entries[] = {{G(1), G(10)}, {G(3), G(30)}, {G(5), -G(2)}};
  const struct rung__lookup lookup = {LENGTH(entries), entries};
  int64_t value, low, high;
  (void)state;
  for (size_t index = 0; index < LENGTH(entries); ++index) {
    assert_true(rung__lookup_at(&lookup, entries[index].from, &value));
    assert_int_equal(value, entries[index].to);
    assert_false(rung__lookup_at(&lookup, entries[index].from - 1, &value));
    assert_false(rung__lookup_at(&lookup, entries[index].from + 1, &value));
  }
  assert_true(rung__lookup_extremes(&lookup, G(2), G(5), &low, &high));
  assert_int_equal(low, -G(2));
  assert_int_equal(high, G(30));
  assert_false(rung__lookup_extremes(&lookup, G(6), G(9), &low, &high));
}

static void a_ratio_to_a_target_ends_at_its_most(void **state)
{
  static const struct {
    double target, most, value;
    bool low_is_better;
    double ratio;
  } CASES[] = {
      {4, 1.5, 2, false, 0.5}, {4, 1.5, 6, false, 1.5}, {4, 1.5, 8, false, 1.5},
      {4, 1.5, 0, false, 0},   {4, 1.5, -1, false, 0},  {4, 1.5, 8, true, 0.5},
      {4, 1.5, 4, true, 1},    {4, 1.5, 2, true, 1.5},  {4, 1.5, 0, true, 1.5},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    const struct rung__ratio ratio = {G(CASES[index].target), G(CASES[index].most),
                                      CASES[index].low_is_better};
    assert_int_equal(rung__ratio_to(&ratio, G(CASES[index].value)), G(CASES[index].ratio));
  }
  /* 23279256000 / 23 = 1012141565.2: rounded to a step of the grid */
  const struct rung__ratio odd = {G(23), G(1), false};
  assert_int_equal(rung__ratio_to(&odd, G(1)), 1012141565);
}

static int64_t day_of(const char *text)
{
  int32_t day;
  assert_true(rung__date_read(rung__slice(text), &day));
  return day * RUNG__GRID;
}

/* On 31 March 2024. A month after 29 February is 29 March, and has passed. */
static void the_first_band_that_has_not_passed_decides(void **state)
{
  static const struct {
    const char *day;
    int value; /* or -1: none */
  } CASES[] = {{"2024-03-31", 4}, {"2024-03-01", 4}, {"2024-02-29", 2},  {"2022-10-01", 2},
               {"2022-09-30", 2}, {"2022-09-29", 0}, {"2024-04-01", -1}, {"1970-01-01", 0}};
  struct rung__age_band bands[] = {{true, {1, 0}, G(4)}, {true, {18, 1}, G(2)}, {false, {0, 0}, 0}};
  struct rung__age age = {.count = 3, .item = RUNG__NONE, .band = bands};
  int64_t value;
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    const bool met = rung__age_at(&age, day_of(CASES[index].day), day_of("2024-03-31"), &value);
    assert_case(CASES[index].day, met == (CASES[index].value >= 0));
    if (met) assert_case(CASES[index].day, value == G(CASES[index].value));
  }
  age.count = 2; /* and no band for the rest */
  assert_false(rung__age_at(&age, day_of("2022-09-29"), day_of("2024-03-31"), &value));
}

static void a_cut_moves_what_lies_beyond_its_ends(void **state)
{
  const struct rung__ends ends = {true, -G(1), G(2)}, none = {false, 0, 0};
  (void)state;
  assert_int_equal(rung__clip_to(&ends, -G(1) - 1), -G(1));
  assert_int_equal(rung__clip_to(&ends, G(1.5)), G(1.5));
  assert_int_equal(rung__clip_to(&ends, G(3)), G(2));
  assert_int_equal(rung__clip_to(&none, G(3)), G(3));
}

/* To halves: each column is a way, and each value lies just between two of them. */
static void what_lies_between_two_steps_goes_as_the_mode_says(void **state)
{
  static const double VALUES[] = {-0.75, -0.25, 0.25, 0.75, 1.25, 0.5};
  static const double ROUNDED[][4] = {/* half up, half even, half away, down */
                                      {-0.5, -1, -1, -0.5}, {0, 0, -0.5, 0},  {0.5, 0, 0.5, 0},
                                      {1, 1, 1, 0.5},       {1.5, 1, 1.5, 1}, {0.5, 0.5, 0.5, 0.5}};
  (void)state;
  for (size_t mode = 0; mode < 4; ++mode) {
    const struct rung__rounding rounding = {(enum rung__rounding_mode)mode, RUNG__GRID / 2};
    for (size_t index = 0; index < LENGTH(VALUES); ++index)
      assert_int_equal(rung__round_to(&rounding, G(VALUES[index])), G(ROUNDED[index][mode]));
    /* one step of the grid beside the middle is nearer to one side */
    if (mode == RUNG__DOWN) continue;
    assert_int_equal(rung__round_to(&rounding, G(0.25) - 1), 0);
    assert_int_equal(rung__round_to(&rounding, G(0.25) + 1), G(0.5));
    assert_int_equal(rung__round_to(&rounding, -G(0.25) - 1), -G(0.5));
  }
  const struct rung__rounding none = {RUNG__HALF_UP, 0};
  assert_int_equal(rung__round_to(&none, 7), 7);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_piece_begins_where_the_one_before_ends),
      cmocka_unit_test(the_extremes_of_a_curve_lie_at_the_ends_of_its_pieces),
      cmocka_unit_test(a_steep_piece_stops_beyond_the_limit_of_scores),
      cmocka_unit_test(a_table_knows_its_entries_and_nothing_between),
      cmocka_unit_test(a_ratio_to_a_target_ends_at_its_most),
      cmocka_unit_test(the_first_band_that_has_not_passed_decides),
      cmocka_unit_test(a_cut_moves_what_lies_beyond_its_ends),
      cmocka_unit_test(what_lies_between_two_steps_goes_as_the_mode_says),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
