/* Tests of score/reshape: what curve, table, cut and rounding make of scores and possible ranges.
 * SPDX-License-Identifier: Apache-2.0 */
#include "number_support.h"

#include "score/measures.h"

/* Up to 10 twice the number, above it (and up to 20) 5. */
static struct rung__piece PIECES[] = {
    {{false, true, 0, 10 * RUNG__GRID}, 0, 2 * RUNG__GRID},
    {{true, true, 10 * RUNG__GRID, 20 * RUNG__GRID}, 5 * RUNG__GRID, 0}};
static struct rung__entry ENTRIES[] = {{2 * RUNG__GRID, 7 * RUNG__GRID},
                                       {4 * RUNG__GRID, RUNG__GRID}};

static const struct rung__measure CURVED = {.curve = {2, false, PIECES}},
                                  TABLED = {.lookup = {2, ENTRIES}},
                                  CUT = {.clip = {true, 0, 3 * RUNG__GRID},
                                         .round = {RUNG__HALF_UP, RUNG__GRID},
                                         .low = -9 * RUNG__GRID,
                                         .high = 9 * RUNG__GRID};

static void a_score_passes_curve_table_cut_and_rounding(void **state)
{
  static const struct {
    const char *label;
    const struct rung__measure *measure;
    double score, shaped; /* NAN: not estimable */
  } CASES[] = {
      {"in the first piece", &CURVED, 3, 6},    {"in the second", &CURVED, 10, 5},
      {"in no piece", &CURVED, 20, NAN},        {"in the table", &TABLED, 2, 7},
      {"not in the table", &TABLED, 3, NAN},    {"rounded", &CUT, 1.5, 2},
      {"cut before it is rounded", &CUT, 8, 3}, {"cut below", &CUT, -2, 0},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    int64_t score = G(CASES[index].score);
    const bool shaped = rung__reshape_score(CASES[index].measure, &score);
    assert_case(CASES[index].label, shaped == !isnan(CASES[index].shaped));
    if (shaped) assert_case(CASES[index].label, score == G(CASES[index].shaped));
  }
}

/* One row through the whole: a score with its range, and what is left of them. */
static void ranges_pass_as_far_as_anything_of_them_is_met(void **state)
{
  static const struct {
    const char *label;
    const struct rung__measure *measure;
    double score, lowest, highest, to_score, to_lowest, to_highest;
    bool unbounded;
  } CASES[] = {
      {"a point", &CURVED, 3, 3, 3, 6, 6, 6, false},
      {"over both pieces: as near to 20 as one likes", &CURVED, 12, 4, 12, 5, 5, 20, false},
      {"a point that nothing meets", &CURVED, 30, 30, 30, NAN, NAN, NAN, false},
      {"a range that nothing meets", &CURVED, 30, 25, 30, NAN, NAN, NAN, false},
      {"a range that ends beyond", &CURVED, 30, 1, 30, NAN, 2, 20, false},
      {"entries fall where numbers rise", &TABLED, 4, 1, 4, 1, 1, 7, false},
      {"a range without an entry", &TABLED, 3, 2.5, 3.5, NAN, NAN, NAN, false},
      {"both ends are cut and rounded", &CUT, 1.25, -2, 2.5, 1, 0, 3, false},
      {"without ends, those of the measure, not reshaped", &CUT, 2, 0, 0, 2, -9, 9, true},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    int64_t score = G(CASES[index].score);
    int64_t lowest = CASES[index].unbounded ? RUNG__UNBOUNDED : G(CASES[index].lowest);
    int64_t highest = CASES[index].unbounded ? RUNG__UNBOUNDED : G(CASES[index].highest);
    uint8_t known = RUNG_STATE_SHOWN;
    const struct rung__tile tile = {.count = 1};
    const struct rung__measure_column out = {
        .score = &score, .lowest = &lowest, .highest = &highest, .state = &known};
    rung__reshape(&tile, CASES[index].measure, &out);
    const double expected[] = {CASES[index].to_score, CASES[index].to_lowest,
                               CASES[index].to_highest};
    const int64_t found[] = {score, lowest, highest};
    for (size_t which = 0; which < LENGTH(found); ++which)
      assert_case(CASES[index].label, isnan(expected[which]) ? found[which] == RUNG__NO_SCORE
                                                             : found[which] == G(expected[which]));
    assert_case(CASES[index].label,
                known ==
                    (isnan(CASES[index].to_score) ? RUNG_STATE_NOT_ESTIMABLE : RUNG_STATE_SHOWN));
  }
}

/* A score that is not there for another reason keeps its state. */
static void what_has_no_score_stays_without_one(void **state)
{
  int64_t score = RUNG__NO_SCORE, lowest = G(2), highest = G(4);
  uint8_t known = RUNG_STATE_TOO_LITTLE_EVIDENCE;
  const struct rung__tile tile = {.count = 1};
  const struct rung__measure_column out = {
      .score = &score, .lowest = &lowest, .highest = &highest, .state = &known};
  (void)state;
  rung__reshape(&tile, &CURVED, &out);
  assert_int_equal(known, RUNG_STATE_TOO_LITTLE_EVIDENCE);
  assert_true(score == RUNG__NO_SCORE && lowest == G(4) && highest == G(8));
}

/* The condition is known to be false on the first row only: known to be true, and not known. */
static void a_condition_withholds_unless_it_is_known_to_be_false(void **state)
{
  static const double X[] = {50, 50, 50}, Y[] = {1, 3, NAN};
  struct sheet sheet = new_sheet(
      numbers_model("{'id':'m','of':['x'],'by':'mean','withhold':[{'when':{'item':'y','above':2},"
                    "'reason':{'en':'r'}}]}",
                    ""));
  double scores[3];
  uint8_t states[3];
  (void)state;
  answer(&sheet, "x", X, 3);
  answer(&sheet, "y", Y, 3);
  compute(&sheet);
  assert_int_equal(rung_scores_measure(sheet.scores, 0, RUNG_SCORE_VALUE, scores, 3), RUNG_OK);
  assert_int_equal(rung_scores_measure_state(sheet.scores, 0, states, 3), RUNG_OK);
  assert_true(scores[0] == 50 && isnan(scores[1]) && isnan(scores[2]));
  assert_int_equal(states[0], RUNG_STATE_SHOWN);
  assert_int_equal(states[1], RUNG_STATE_NOT_ESTIMABLE);
  assert_int_equal(states[2], RUNG_STATE_NOT_ESTIMABLE);
  free_sheet(&sheet);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_score_passes_curve_table_cut_and_rounding),
      cmocka_unit_test(ranges_pass_as_far_as_anything_of_them_is_met),
      cmocka_unit_test(what_has_no_score_stays_without_one),
      cmocka_unit_test(a_condition_withholds_unless_it_is_known_to_be_false),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
