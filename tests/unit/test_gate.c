/* Gates: requirements per level, and what is missing, empty or does not apply.
 * SPDX-License-Identifier: Apache-2.0 */
#include "rule_support.h"

#define TOO_LITTLE RUNG_STATE_TOO_LITTLE_EVIDENCE

/* A gate with x for l1, y for l2 and z for l3, and some keys behind. */
#define THREE(keys)                                                                                \
  "{'id':'gate','by':'gate','levels':[{'to':'l1','own':['x']},{'to':'l2','own':['y']},"            \
  "{'to':'l3','own':['z']}]," keys "}"

static void levels_are_reached_one_after_the_other(void **state)
{
  static const struct row ROWS[] = {
      {"the first", {60, 0, 0}, 1, RUNG_STATE_SHOWN, 0},
      {"the second", {86, 51, 0}, 2, RUNG_STATE_SHOWN, 0},
      {"lower levels are held to more", {85, 51, 0}, 1, RUNG_STATE_SHOWN, 0},
      {"exactly at the bound", {50, 100, 100}, 0, RUNG_STATE_SHOWN, 0},
      {"all", {100, 100, 60}, 3, RUNG_STATE_SHOWN, 0},
      {"a gap below", {10, 100, 100}, 0, RUNG_STATE_SHOWN, 0},
      {"the second is no longer held", {100, 70, 60}, 2, RUNG_STATE_SHOWN, 0},
  };
  (void)state;
  assert_rows(
      reading_model("gate", THREE("'own':{'above':50},'lower':{'above':85},'empty':'fail'"), ""), 0,
      ROWS, LENGTH(ROWS));
}

static void at_least_includes_its_bound(void **state)
{
  static const struct row ROWS[] = {
      {"at", {50, 50, 50}, 3, RUNG_STATE_SHOWN, 0},
      {"below", {50, 49.9, 50}, 1, RUNG_STATE_SHOWN, 0},
  };
  (void)state;
  assert_rows(reading_model("gate", THREE("'own':{'at_least':50},'empty':'fail'"), ""), 0, ROWS,
              LENGTH(ROWS));
}

static void what_is_missing_fails_unless_it_is_said_otherwise(void **state)
{
  static const struct row FAIL[] = {
      {"missing", {60, SKIPPED, 60}, 1, RUNG_STATE_SHOWN, 0},
      {"all missing", {SKIPPED, SKIPPED, SKIPPED}, 0, RUNG_STATE_SHOWN, 0},
  };
  static const struct row SKIP[] = {
      {"left out, so empty", {60, SKIPPED, 60}, 3, RUNG_STATE_SHOWN, 0},
      {"left out at the top", {60, 60, SKIPPED}, 3, RUNG_STATE_SHOWN, 0},
      {"nothing remains", {SKIPPED, SKIPPED, SKIPPED}, NONE, TOO_LITTLE, 0},
  };
  static const struct row WITHHOLD[] = {
      {"it could decide", {60, SKIPPED, 60}, NONE, TOO_LITTLE, 0},
      {"something fails before", {40, SKIPPED, 60}, 0, RUNG_STATE_SHOWN, 0},
      {"it comes behind what fails", {60, 40, SKIPPED}, 1, RUNG_STATE_SHOWN, 0},
  };
  (void)state;
  assert_rows(reading_model("gate", THREE("'own':{'above':50},'empty':'pass'"), ""), 0, FAIL,
              LENGTH(FAIL));
  assert_rows(
      reading_model("gate", THREE("'own':{'above':50},'empty':'pass','missing':'skip'"), ""), 0,
      SKIP, LENGTH(SKIP));
  assert_rows(
      reading_model("gate", THREE("'own':{'above':50},'empty':'pass','missing':'withhold'"), ""), 0,
      WITHHOLD, LENGTH(WITHHOLD));
}

static void what_was_not_asked_or_does_not_apply_is_left_out(void **state)
{
  static const struct row PASS[] = {
      {"an empty level passes", {60, NOT_ASKED, 60}, 3, RUNG_STATE_SHOWN, 0},
      {"nothing was asked", {NOT_ASKED, NOT_ASKED, NOT_ASKED}, NONE, RUNG_STATE_NOT_COLLECTED, 0},
      {"something does not apply",
       {NOT_ASKED, NOT_APPLICABLE, NOT_ASKED},
       NONE,
       RUNG_STATE_NOT_APPLICABLE,
       0},
      {"one is enough to hold", {NOT_ASKED, NOT_ASKED, 40}, 2, RUNG_STATE_SHOWN, 0},
  };
  static const struct row FAIL[] = {
      {"an empty level fails", {60, NOT_APPLICABLE, 60}, 1, RUNG_STATE_SHOWN, 0},
      {"the first is empty", {NOT_ASKED, 60, 60}, 0, RUNG_STATE_SHOWN, 0},
  };
  (void)state;
  assert_rows(reading_model("gate", THREE("'own':{'above':50},'empty':'pass'"), ""), 0, PASS,
              LENGTH(PASS));
  assert_rows(reading_model("gate", THREE("'own':{'above':50},'empty':'fail'"), ""), 0, FAIL,
              LENGTH(FAIL));
}

static void a_level_says_for_itself_whether_it_may_be_empty(void **state)
{
  static const struct row ROWS[] = {
      {"it may", {60, 0, 0}, 2, RUNG_STATE_SHOWN, 0},
      {"not below one that fails", {40, 0, 0}, 0, RUNG_STATE_SHOWN, 0},
      {"the next may not", {60, 100, NOT_ASKED}, 2, RUNG_STATE_SHOWN, 0},
      {"an empty level still holds the lower ones", {60, 0, 60}, 2, RUNG_STATE_SHOWN, 0},
      {"and they hold", {90, 0, 60}, 3, RUNG_STATE_SHOWN, 0},
  };
  (void)state;
  assert_rows(reading_model("gate",
                            "{'id':'gate','by':'gate','own':{'above':50},'empty':'fail',"
                            "'levels':[{'to':'l1','own':['x']},{'to':'l2','empty':'pass'},"
                            "{'to':'l3','own':['z'],'needs':[{'item':'x','above':70}]}]}",
                            ""),
              0, ROWS, LENGTH(ROWS));
}

static void needs_are_conditions_on_anything(void **state)
{
  static const struct row ROWS[] = {
      {"both", {60, 30, 0}, 1, RUNG_STATE_SHOWN, 0},
      {"one of them fails", {60, 10, 0}, 0, RUNG_STATE_SHOWN, 0},
      {"an alternative in place of what is missing", {60, 30, SKIPPED, 5}, 2, RUNG_STATE_SHOWN, 0},
      {"no alternative", {60, 30, SKIPPED, 1}, 1, RUNG_STATE_SHOWN, 0},
      {"a need that was not asked is left out",
       {60, 30, NOT_ASKED, NOT_ASKED},
       2,
       RUNG_STATE_SHOWN,
       0},
      {"one that is partly missing is not", {60, 30, NOT_ASKED, SKIPPED}, 1, RUNG_STATE_SHOWN, 0},
  };
  (void)state;
  assert_rows(reading_model("gate",
                            "{'id':'gate','by':'gate','empty':'pass','levels':["
                            "{'to':'l1','needs':[{'measure':'mx','at_least':60},"
                            "{'measure':'my','at_least':30}]},"
                            "{'to':'l2','needs':[{'any':[{'item':'z','above':50},"
                            "{'item':'d','at_least':4}]}]}]}",
                            ""),
              0, ROWS, LENGTH(ROWS));
}

static void the_ends_of_what_is_missing_give_the_ends_of_the_level(void **state)
{
  static const double ANSWERS[] = {60, SKIPPED, 60, SKIPPED, SKIPPED};
  static const double ASKED[] = {60, NOT_ASKED, 60, SKIPPED, SKIPPED};
  (void)state;
  const char *rule = THREE("'own':{'above':50},'empty':'pass'");
  assert_ends(reading_model("gate", rule, ""), ANSWERS, 1, 3);
  assert_ends(reading_model("gate", rule, ""), ASKED, 3, 3);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(levels_are_reached_one_after_the_other),
      cmocka_unit_test(at_least_includes_its_bound),
      cmocka_unit_test(what_is_missing_fails_unless_it_is_said_otherwise),
      cmocka_unit_test(what_was_not_asked_or_does_not_apply_is_left_out),
      cmocka_unit_test(a_level_says_for_itself_whether_it_may_be_empty),
      cmocka_unit_test(needs_are_conditions_on_anything),
      cmocka_unit_test(the_ends_of_what_is_missing_give_the_ends_of_the_level),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
