/* The rules that choose among some: shares of items, ogives, modes, cases, links that may lag.
 * SPDX-License-Identifier: Apache-2.0 */
#include "rule_support.h"

#define TOO_LITTLE RUNG_STATE_TOO_LITTLE_EVIDENCE

static void a_share_of_items_counts_their_answers_by_weight(void **state)
{
  static const struct row ROWS[] = {
      {"both", {0, 0, 0, 3, 3}, 2, RUNG_STATE_SHOWN, 0},
      {"the heavier decides", {0, 0, 0, 4, 2}, 3, RUNG_STATE_SHOWN, 0},
      {"the lighter does not", {0, 0, 0, 2, 4}, 1, RUNG_STATE_SHOWN, 0},
      {"one is missing", {0, 0, 0, SKIPPED, 5}, 4, RUNG_STATE_SHOWN, 0},
      {"both are missing", {0, 0, 0, SKIPPED, NOT_ASKED}, NONE, TOO_LITTLE, 0},
      {"none applies", {0, 0, 0, NOT_ASKED, NOT_APPLICABLE}, NONE, RUNG_STATE_NOT_APPLICABLE, 0},
      {"none was asked", {0, 0, 0, NOT_ASKED, NOT_ASKED}, NONE, RUNG_STATE_NOT_COLLECTED, 0},
  };
  (void)state;
  assert_rows(reading_model("most",
                            "{'id':'most','by':'share','over':'items','least':0.6,"
                            "'of':[{'id':'d','weight':2},'e']}",
                            ""),
              0, ROWS, LENGTH(ROWS));
}

static void what_is_missing_counts_as_the_lowest_or_the_highest_level(void **state)
{
  static const double ANSWERS[] = {0, 0, 0, 3, SKIPPED};
  (void)state;
  assert_ends(reading_model("half",
                            "{'id':'half','by':'share','over':'items','least':0.5,"
                            "'of':['d','e']}",
                            ""),
              ANSWERS, 2, 4);
}

static void an_ogive_asks_for_a_share_of_its_own_at_each_level(void **state)
{
  static const struct row ROWS[] = {
      {"a third is enough for the second", {0, 0, 0, 1, 3}, 2, RUNG_STATE_SHOWN, 0},
      {"levels that are not listed are not given", {0, 0, 0, 4, 4}, 2, RUNG_STATE_SHOWN, 0},
      {"all for the last", {0, 0, 0, 5, 5}, 4, RUNG_STATE_SHOWN, 0},
      {"not all", {0, 0, 0, 5, 1}, 2, RUNG_STATE_SHOWN, 0},
      {"none is reached", {0, 0, 0, 2, 2}, 0, RUNG_STATE_SHOWN, 0},
  };
  (void)state;
  assert_rows(reading_model("ogive",
                            "{'id':'ogive','by':'ogive','over':'items','of':['d','e'],"
                            "'at':[{'to':'l2','least':0.5},{'to':'l4','least':1}]}",
                            ""),
              0, ROWS, LENGTH(ROWS));
}

static void on_one_row_an_ogive_of_people_is_the_level_of_the_rule_beneath(void **state)
{
  static const struct row ROWS[] = {
      {"listed", {65}, 3, RUNG_STATE_SHOWN, 0},
      {"the highest listed below", {85}, 3, RUNG_STATE_SHOWN, 0},
      {"none", {SKIPPED}, NONE, TOO_LITTLE, 0},
  };
  (void)state;
  assert_rows(reading_model("cut",
                            CUTS ",{'id':'ogive','by':'ogive','at':[{'to':'l1','least':0.9},"
                                 "{'to':'l3','least':0.2}]}",
                            ""),
              1, ROWS, LENGTH(ROWS));
}

#define MODE(ties)                                                                                 \
  "{'id':'mode','by':'mode','ties':'" ties "','of':[{'level':'l3','measure':'mx'},"                \
  "{'level':'l1','measure':'my'},{'level':'l2','measure':'mz'}]}"

static void the_level_with_most_votes_is_taken(void **state)
{
  static const struct row LOWEST[] = {
      {"one has most", {10, 20, 30}, 2, RUNG_STATE_SHOWN, 0},
      {"two are equal", {30, 20, 30}, 2, RUNG_STATE_SHOWN, 0},
      {"what is missing takes no part", {10, SKIPPED, SKIPPED}, 3, RUNG_STATE_SHOWN, 0},
      {"none has votes", {NOT_ASKED, SKIPPED, SKIPPED}, NONE, RUNG_STATE_NOT_COLLECTED, 0},
  };
  static const struct row HIGHEST[] = {{"two are equal", {30, 20, 30}, 3, RUNG_STATE_SHOWN, 0},
                                       {"three are", {30, 30, 30}, 3, RUNG_STATE_SHOWN, 0}};
  static const struct row WITHHOLD[] = {
      {"two are equal", {30, 20, 30}, NONE, RUNG_STATE_NOT_ESTIMABLE, 0},
      {"two are equal below", {20, 20, 30}, 2, RUNG_STATE_SHOWN, 0},
      {"two are equal before more", {10, 10, 30}, 2, RUNG_STATE_SHOWN, 0},
  };
  (void)state;
  assert_rows(reading_model("mode", MODE("lowest"), ""), 0, LOWEST, LENGTH(LOWEST));
  assert_rows(reading_model("mode", MODE("highest"), ""), 0, HIGHEST, LENGTH(HIGHEST));
  assert_rows(reading_model("mode", MODE("withhold"), ""), 0, WITHHOLD, LENGTH(WITHHOLD));
}

static void the_first_case_that_is_true_decides(void **state)
{
  static const struct row ROWS[] = {
      {"the first", {60, 60}, 4, RUNG_STATE_SHOWN, 0},
      {"the second", {60, 40}, 2, RUNG_STATE_SHOWN, 0},
      {"none", {40, 40}, 1, RUNG_STATE_SHOWN, 0},
      {"one before cannot be said", {60, SKIPPED}, NONE, TOO_LITTLE, 0},
      {"one before is false all the same", {40, SKIPPED}, 1, RUNG_STATE_SHOWN, 0},
  };
  static const struct row OPEN[] = {{"none", {40}, NONE, RUNG_STATE_NOT_ESTIMABLE, 0}};
  (void)state;
  assert_rows(reading_model("first",
                            "{'id':'first','by':'first','otherwise':'l1','cases':[{'when':{'all':["
                            "{'item':'x','above':50},{'item':'y','above':50}]},'level':'l4'},"
                            "{'when':{'item':'x','above':50},'level':'l2'}]}",
                            ""),
              0, ROWS, LENGTH(ROWS));
  assert_rows(reading_model("first",
                            "{'id':'first','by':'first','cases':[{'when':{'item':'x','above':50},"
                            "'level':'l4'}]}",
                            ""),
              0, OPEN, LENGTH(OPEN));
}

static void a_rule_that_falls_may_give_any_level(void **state)
{
  static const double ANSWERS[] = {SKIPPED, 0, 0, 0, 0};
  (void)state;
  assert_ends(reading_model("first",
                            "{'id':'first','by':'first','otherwise':'l3','cases':[{'when':"
                            "{'item':'x','above':50},'level':'l1'}]}",
                            ""),
              ANSWERS, 0, 4);
}

static void a_gate_that_asks_for_less_may_give_any_level(void **state)
{
  static const double OPEN[] = {SKIPPED, SKIPPED, 0, 0, 0}, SETTLED[] = {60, 20, SKIPPED, 0, 0};
  static const char
      GATE[] = "{'id':'gate','by':'gate','empty':'fail','levels':[{'to':'l2','needs':["
               "{'item':'x','at_least':50},{'item':'y','at_most':30}]}]}";
  (void)state;
  assert_ends(reading_model("gate", GATE, ""), OPEN, 0, 4);
  assert_ends(reading_model("gate", GATE, ""), SETTLED, 2, 2);
}

static void links_that_are_not_critical_may_lag(void **state)
{
  static const struct row ROWS[] = {
      {"the critical one decides", {50, 50, 90}, 2, RUNG_STATE_SHOWN, 0},
      {"another may lie one below", {50, 30, 90}, 2, RUNG_STATE_SHOWN, 0},
      {"but no more", {50, 10, 90}, 1, RUNG_STATE_SHOWN, 0},
      {"at most the highest", {90, 90, 90}, 4, RUNG_STATE_SHOWN, 0},
      {"one without evidence", {50, SKIPPED, 90}, NONE, TOO_LITTLE, 0},
  };
  (void)state;
  assert_rows(reading_model("cut",
                            CUTS ",{'id':'weak','by':'weakest','from':'cut','of':['mx','my','mz'],"
                                 "'critical':['mx']}",
                            ""),
              1, ROWS, LENGTH(ROWS));
}

static void a_rule_rounds_the_score_before_it_is_held(void **state)
{
  static const struct row ROWS[] = {
      {"up", {59.5}, 3, RUNG_STATE_SHOWN, 0},
      {"down", {59.4}, 2, RUNG_STATE_SHOWN, 0},
  };
  (void)state;
  assert_rows(reading_model("cut",
                            "{'id':'cut','by':'cut','round':{'mode':'half_up','digits':0},"
                            "'at':[{'to':'l2','cut':20},{'to':'l3','cut':60}]}",
                            ""),
              0, ROWS, LENGTH(ROWS));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_share_of_items_counts_their_answers_by_weight),
      cmocka_unit_test(what_is_missing_counts_as_the_lowest_or_the_highest_level),
      cmocka_unit_test(an_ogive_asks_for_a_share_of_its_own_at_each_level),
      cmocka_unit_test(on_one_row_an_ogive_of_people_is_the_level_of_the_rule_beneath),
      cmocka_unit_test(the_level_with_most_votes_is_taken),
      cmocka_unit_test(the_first_case_that_is_true_decides),
      cmocka_unit_test(a_rule_that_falls_may_give_any_level),
      cmocka_unit_test(a_gate_that_asks_for_less_may_give_any_level),
      cmocka_unit_test(links_that_are_not_critical_may_lag),
      cmocka_unit_test(a_rule_rounds_the_score_before_it_is_held),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
