/* Conditions: three values, and what they do to the level of a reading.
 * SPDX-License-Identifier: Apache-2.0 */
#include "rule_support.h"

#include "score/evidence.h"

#define TOO_LITTLE RUNG_STATE_TOO_LITTLE_EVIDENCE

/* One part of all and any: true, false, or what cannot be said. */
static struct rung__condition part_of(int truth)
{
  const struct rung__condition part = {.test = RUNG__ABOVE,
                                       .on = RUNG__ON_MEASURE,
                                       .index = truth < 0 ? 0 : 1,
                                       .number = truth == 1 ? 0 : RUNG__GRID};
  return part;
}

static void conditions_are_true_false_or_cannot_be_said(void **state)
{
  static const struct {
    int a, b, all, any;
  } CASES[] = {{1, 1, 1, 1},   {1, 0, 0, 1},   {0, 0, 0, 0},
               {1, -1, -1, 1}, {0, -1, 0, -1}, {-1, -1, -1, -1}};
  static const int64_t none = RUNG__NO_SCORE, one = RUNG__GRID;
  static const uint8_t missing = TOO_LITTLE, shown = RUNG_STATE_SHOWN;
  const int64_t *const scores[] = {&none, &one};
  const uint8_t *const states[] = {&missing, &shown};
  const struct rung__evidence evidence = {.count = 1, .measure = {scores, states}};
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    struct rung__condition parts[] = {part_of(CASES[index].a), part_of(CASES[index].b)};
    struct rung__condition whole = {.test = RUNG__ALL, .count = 2, .part = parts};
    assert_int_equal(rung__condition(&whole, &evidence, 0), CASES[index].all);
    whole.test = RUNG__ANY;
    assert_int_equal(rung__condition(&whole, &evidence, 0), CASES[index].any);
    struct rung__condition turned = {.test = RUNG__NOT, .count = 1, .part = parts};
    const int a = CASES[index].a;
    assert_int_equal(rung__condition(&turned, &evidence, 0), a < 0 ? -1 : !a);
  }
}

static void conditions_compare_exactly_at_their_number(void **state)
{
  static const struct {
    enum rung__test test;
    int at, above;
  } CASES[] = {
      {RUNG__AT_LEAST, 1, 1}, {RUNG__AT_MOST, 1, 0}, {RUNG__ABOVE, 0, 1}, {RUNG__BELOW, 0, 0}};
  static const int64_t at = RUNG__GRID, above = RUNG__GRID + 1;
  static const int8_t second = 2, none = -1;
  static const uint8_t shown = RUNG_STATE_SHOWN;
  const int64_t *const scores[] = {&at, &above};
  const uint8_t *const states[] = {&shown, &shown};
  const int8_t *const levels[] = {&second, &none};
  const struct rung__evidence evidence = {
      .count = 1, .measure = {scores, states}, .reached = levels, .reading_state = states};
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    struct rung__condition condition = {
        .test = CASES[index].test, .on = RUNG__ON_MEASURE, .number = RUNG__GRID};
    assert_int_equal(rung__condition(&condition, &evidence, 0), CASES[index].at);
    condition.index = 1;
    assert_int_equal(rung__condition(&condition, &evidence, 0), CASES[index].above);
  }
  struct rung__condition on = {.test = RUNG__AT_LEAST, .on = RUNG__ON_READING, .number = 2};
  assert_int_equal(rung__condition(&on, &evidence, 0), 1);
  on.index = 1;
  assert_int_equal(rung__condition(&on, &evidence, 0), -1);
}

#define CONDITIONS(list) ",'conditions':[" list "]"
#define REASON "'reason':{'en':'why'}"

static void a_cap_holds_the_level_down_unless_it_is_known_not_to_act(void **state)
{
  static const struct row ROWS[] = {
      {"known not to act", {90, 50}, 4, RUNG_STATE_SHOWN, 0},
      {"it acts", {90, 10}, 2, RUNG_STATE_SHOWN, RUNG_MARK_CAPPED},
      {"what cannot be said acts", {90, SKIPPED}, 2, RUNG_STATE_SHOWN, RUNG_MARK_CAPPED},
      {"what was not asked acts too", {90, NOT_ASKED}, 2, RUNG_STATE_SHOWN, RUNG_MARK_CAPPED},
      {"below the cap nothing changes", {30, 10}, 1, RUNG_STATE_SHOWN, 0},
      {"without a level there is nothing to hold", {SKIPPED, 10}, NONE, TOO_LITTLE, 0},
  };
  (void)state;
  assert_rows(reading_model("cut", CUTS,
                            CONDITIONS("{'when':{'item':'y','below':20},'cap':'l2'," REASON "}")),
              0, ROWS, LENGTH(ROWS));
}

static void actions_come_one_after_the_other(void **state)
{
  static const struct row ROWS[] = {
      {"none acts", {90, 50, 50, 1}, 4, RUNG_STATE_SHOWN, 0},
      {"marked", {90, 5, 50, 1}, 4, RUNG_STATE_SHOWN, RUNG_MARK_ESPOUSED},
      {"marked, then held down",
       {90, 5, 10, 1},
       2,
       RUNG_STATE_SHOWN,
       RUNG_MARK_ESPOUSED | RUNG_MARK_CAPPED},
      {"below what is marked", {50, 5, 50, 1}, 2, RUNG_STATE_SHOWN, 0},
      {"withheld", {90, 50, 50, 2}, NONE, RUNG_STATE_NOT_ESTIMABLE, 0},
  };
  (void)state;
  assert_rows(
      reading_model("cut", CUTS,
                    CONDITIONS("{'when':{'item':'y','below':20},'espoused':'l3'," REASON
                               "},{'when':{'item':'z','below':20},'cap':'l2'," REASON
                               "},{'when':{'item':'d','above':1},'withhold':true," REASON "}")),
      0, ROWS, LENGTH(ROWS));
}

static void conditions_act_on_both_ends_of_the_possible_range(void **state)
{
  static const double ACTS[] = {SKIPPED, 10, 0, 0, 0}, DOES_NOT[] = {SKIPPED, 50, 0, 0, 0};
  (void)state;
  const char *cap = CONDITIONS("{'when':{'item':'y','below':20},'cap':'l2'," REASON "}");
  assert_ends(reading_model("cut", CUTS, cap), ACTS, 0, 2);
  assert_ends(reading_model("cut", CUTS, cap), DOES_NOT, 0, 4);
}

/* A first reading of my, which the second looks at. */
#define BEFORE                                                                                     \
  "{'id':'before','ladder':'five','of':'my','primary':'cut','rules':[{'id':'cut','by':'cut',"      \
  "'at':[{'to':'l2','cut':50}]}]},"

static void a_reading_sees_the_levels_of_readings_before_it(void **state)
{
  static const struct row ROWS[] = {
      {"the other is high", {90, 60}, 4, RUNG_STATE_SHOWN, 0},
      {"the other is low", {90, 40}, 1, RUNG_STATE_SHOWN, RUNG_MARK_CAPPED},
      {"the other has none", {90, SKIPPED}, 1, RUNG_STATE_SHOWN, RUNG_MARK_CAPPED},
  };
  (void)state;
  assert_rows(rule_model(BEFORE "{'id':'r','ladder':'five','of':'mx','primary':'cut','rules':[" CUTS
                                "],'conditions':[{'when':{'reading':'before','at_most':'l1'},"
                                "'cap':'l1'," REASON "}]}"),
              0, ROWS, LENGTH(ROWS));
}

static void coverage_and_what_does_not_apply_can_be_looked_at(void **state)
{
  static const struct row ROWS[] = {
      {"all there", {90, 50, 50}, 4, RUNG_STATE_SHOWN, 0},
      {"a third is missing", {90, 50, SKIPPED}, 3, RUNG_STATE_SHOWN, RUNG_MARK_CAPPED},
      {"a third does not apply", {90, 50, NOT_APPLICABLE}, 1, RUNG_STATE_SHOWN, RUNG_MARK_CAPPED},
  };
  (void)state;
  assert_rows(
      reading_model(
          "cut", CUTS,
          CONDITIONS("{'when':{'measure':'all','figure':'coverage','below':0.7},'cap':'l3'," REASON
                     "},{'when':{'measure':'all','figure':'excused','above':0.3},"
                     "'cap':'l1'," REASON "}")),
      0, ROWS, LENGTH(ROWS));
}

static void flags_see_items(void **state)
{
  static const struct {
    double x;
    int raised;
  } CASES[] = {{60, 1}, {40, 0}, {SKIPPED, -1}};
  (void)state;
  struct sheet sheet = new_sheet(reading_model("cut", CUTS,
                                               "}],'flags':[{'id':'f','when':{'not':"
                                               "{'item':'x','below':50}},'text':"
                                               "{'en':'F'}"));
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    const double answers[ITEMS] = {CASES[index].x};
    int8_t raised;
    compute_row(&sheet, answers);
    assert_int_equal(rung_scores_flag(sheet.scores, 0, &raised, 1), RUNG_OK);
    assert_int_equal(raised, CASES[index].raised);
  }
  free_sheet(&sheet);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(conditions_are_true_false_or_cannot_be_said),
      cmocka_unit_test(conditions_compare_exactly_at_their_number),
      cmocka_unit_test(a_cap_holds_the_level_down_unless_it_is_known_not_to_act),
      cmocka_unit_test(actions_come_one_after_the_other),
      cmocka_unit_test(conditions_act_on_both_ends_of_the_possible_range),
      cmocka_unit_test(a_reading_sees_the_levels_of_readings_before_it),
      cmocka_unit_test(coverage_and_what_does_not_apply_can_be_looked_at),
      cmocka_unit_test(flags_see_items),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
