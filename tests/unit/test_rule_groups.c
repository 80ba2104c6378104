/* Rules over groups: what each says and why, what its conditions do, and how many stand behind it.
 * SPDX-License-Identifier: Apache-2.0 */
#include "rule_support.h"

#include <rung/findings.h>
#include <rung/tally.h>

#define PEOPLE 20

/* People who all answer alike, but for the first so many, whose answers to y and d are others. */
struct crowd {
  double x, y, z, d, e;
  size_t others;
  double other_y, other_d;
};

static void bind(const struct sheet *sheet, size_t item, const double *answers)
{
  answer(sheet, ITEM_IDS[item], answers, PEOPLE);
}

/* The findings of such people; takes the model over. */
static rung_findings *find_crowd(rung_model *model, const struct crowd *crowd)
{
  double answers[ITEMS][PEOPLE];
  struct sheet sheet = new_sheet(model);
  rung_tally *tally = NULL;
  rung_findings *findings = NULL;
  rung_error error = {.status = 0};
  for (size_t person = 0; person < PEOPLE; ++person) {
    const bool other = person < crowd->others;
    answers[X][person] = crowd->x;
    answers[Y][person] = other ? crowd->other_y : crowd->y;
    answers[Z][person] = crowd->z;
    answers[D][person] = other ? crowd->other_d : crowd->d;
    answers[E][person] = crowd->e;
  }
  for (size_t item = 0; item < ITEMS; ++item)
    bind(&sheet, item, answers[item]);
  assert_status(rung_tally_new(model, NULL, 0, RUNG_TALLY_SCORES, &tally, &error), RUNG_OK, &error);
  assert_status(rung_tally_add(tally, sheet.answers, NULL, &error), RUNG_OK, &error);
  const rung_tally *const waves[] = {tally};
  rung_settings *plain = NULL; /* they all agree, which would be hidden */
  assert_status(rung_settings_new(&plain, &error), RUNG_OK, &error);
  assert_status(rung_settings_set(plain, RUNG_SETTING_UNSAFE, 2, &error), RUNG_OK, &error);
  assert_status(rung_findings_new(waves, 1, NULL, plain, &findings, &error), RUNG_OK, &error);
  rung_settings_free(plain);
  rung_tally_free(tally);
  free_sheet(&sheet);
  return findings;
}

static const struct say {
  const char *label, *primary, *rules, *conditions;
  struct crowd crowd;
  int level;
  uint32_t marks;
  const char *reason;
} SAYS[] = {
    {"a gate names what is in the way",
     "gate",
     "{'id':'gate','by':'gate','empty':'fail','own':{'at_least':50},'levels':["
     "{'to':'l1','own':['x']},{'to':'l2','own':['my']}]}",
     "",
     {60, 45, 0, 1, 1, 0, 0, 0},
     1,
     0,
     "level l2 is not reached: \"my\" is 45, at least 50 is asked"},
    {"a gate at its top",
     "gate",
     "{'id':'gate','by':'gate','empty':'fail','own':{'above':50},'levels':[{'to':'l3','own':['x']}]"
     "}",
     "",
     {60, 45, 0, 1, 1, 0, 0, 0},
     3,
     0,
     "what is required up to level l3 is met"},
    {"a gate names the part of a condition",
     "gate",
     "{'id':'gate','by':'gate','empty':'fail','levels':[{'to':'l1','needs':[{'all':["
     "{'item':'x','above':10},{'item':'y','at_most':40.5}]}]}]}",
     "",
     {60, 45.25, 0, 1, 1, 0, 0, 0},
     0,
     0,
     "level l1 is not reached: \"y\" is 45.25, at most 40.5 is asked"},
    {"a share of the answers",
     "half",
     "{'id':'half','by':'share','over':'items','least':0.5,'of':['d','e']}",
     "",
     {60, 45, 0, 4, 2, 10, 45, 1},
     1,
     0,
     "75 % of the answers reach level l1 or above; 50 % are asked"},
    {"an ogive of the people",
     "ogive",
     CUTS ",{'id':'ogive','by':'ogive','from':'cut','at':[{'to':'l2','least':0.9},"
          "{'to':'l4','least':0.5}]}",
     "",
     {60, 45, 0, 1, 1, 0, 0, 0},
     2,
     0,
     "100 % of the people reach level l2 or above; 90 % are asked"},
    {"the level of most people",
     "mode",
     "{'id':'by_y','by':'first','cases':[{'when':{'item':'y','above':50},'level':'l4'}],"
     "'otherwise':'l1'},{'id':'mode','by':'mode','over':'people','from':'by_y','ties':'highest'}",
     "",
     {60, 45, 0, 1, 1, 8, 90, 1},
     1,
     0,
     "60 % of the people reach level l1, more than any other"},
    {"equals among the people",
     "mode",
     "{'id':'by_y','by':'first','cases':[{'when':{'item':'y','above':50},'level':'l4'}],"
     "'otherwise':'l1'},{'id':'mode','by':'mode','over':'people','from':'by_y','ties':'highest'}",
     "",
     {60, 45, 0, 1, 1, 10, 90, 1},
     4,
     0,
     "50 % of the people reach level l4; 2 are equal, and the highest of them is taken"},
    {"the greatest measure",
     "mode",
     "{'id':'mode','by':'mode','ties':'lowest','of':[{'level':'l1','measure':'mx'},"
     "{'level':'l2','measure':'my'}]}",
     "",
     {60, 75.5, 0, 1, 1, 0, 0, 0},
     2,
     0,
     "the greatest of 2 is \"my\", 75.5"},
    {"the first case",
     "first",
     "{'id':'first','by':'first','otherwise':'l1','cases':[{'when':{'item':'x','above':90},"
     "'level':'l4'},{'when':{'item':'y','above':40},'level':'l3'}]}",
     "",
     {60, 45, 0, 1, 1, 0, 0, 0},
     3,
     0,
     "case 2 of 2 is the first that is true"},
    {"nobody has a level by a rule over people",
     "first",
     "{'id':'first','by':'first','over':'people','cases':[{'when':{'measure':'mx','above':90},"
     "'level':'l4'}]}",
     ",'conditions':[{'when':{'item':'z','below':10},'withhold':true,'reason':{'en':'no plan'}}]",
     {60, 45, 0, 1, 1, 0, 0, 0},
     NONE,
     0,
     ""},
    {"a cap gives its reason",
     "cut",
     CUTS,
     ",'conditions':[{'when':{'item':'z','below':10},'cap':'l2','reason':{'en':'nothing is "
     "seen'}}]",
     {90, 45, 0, 1, 1, 0, 0, 0},
     2,
     RUNG_MARK_CAPPED,
     "held down to level l2: nothing is seen"},
    {"what withholds gives its reason",
     "cut",
     CUTS,
     ",'conditions':[{'when':{'item':'z','below':10},'withhold':true,'reason':{'en':'no plan'}}]",
     {90, 45, 0, 1, 1, 0, 0, 0},
     NONE,
     0,
     "no plan"},
    {"a mark gives its reason",
     "cut",
     CUTS,
     ",'conditions':[{'when':{'item':'z','below':10},'espoused':'l4','reason':{'en':'only said'}}]",
     {90, 45, 0, 1, 1, 0, 0, 0},
     4,
     RUNG_MARK_ESPOUSED,
     "the mean of \"mx\", 90.00, reaches the cut 80 for level l4; only said"},
};

static void every_rule_says_why(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(SAYS); ++index) {
    const struct say *say = &SAYS[index];
    rung_findings *findings = find_crowd(reading_model(say->primary, say->rules, say->conditions),
                                         &say->crowd);
    const double level = rung_findings_number(findings, RUNG_TABLE_READING, 0, RUNG_FIGURE_REACHED);
    assert_case(say->label, say->level < 0 ? isnan(level) : level == say->level);
    assert_case(say->label, rung_findings_marks(findings, RUNG_TABLE_READING, 0) == say->marks);
    const char *reason = rung_findings_reason(findings, RUNG_TABLE_READING, 0);
    if (strncmp(reason, say->reason, strlen(say->reason)) != 0) /* others may differ */
      fail_msg("%s: %s", say->label, reason);
    rung_findings_free(findings);
  }
}

static void a_level_is_shown_no_better_than_what_its_conditions_look_at(void **state)
{
  static const struct crowd FEW = {90, SKIPPED, 50, 1, 1, 4, 50, 1};
  static const struct crowd NOBODY = {90, SKIPPED, 50, 1, 1, 0, 0, 0};
  const char *cap = ",'conditions':[{'when':{'item':'y','below':10},'cap':'l2','reason':"
                    "{'en':'why'}}]";
  (void)state;
  rung_findings *plain = find_crowd(reading_model("cut", CUTS, ""), &FEW);
  rung_findings *few = find_crowd(reading_model("cut", CUTS, cap), &FEW);
  rung_findings *nobody = find_crowd(reading_model("cut", CUTS, cap), &NOBODY);
  assert_int_equal(rung_findings_state(plain, RUNG_TABLE_READING, 0), RUNG_STATE_SHOWN);
  assert_int_equal(rung_findings_state(few, RUNG_TABLE_READING, 0), RUNG_STATE_TOO_FEW);
  assert_int_equal(rung_findings_state(nobody, RUNG_TABLE_READING, 0), RUNG_STATE_SHOWN);
  assert_int_equal(rung_findings_marks(nobody, RUNG_TABLE_READING, 0), RUNG_MARK_CAPPED);
  rung_findings_free(plain);
  rung_findings_free(few);
  rung_findings_free(nobody);
}

static void flags_see_items_only_where_they_are_shown_in_full(void **state)
{
  static const struct crowd FULL = {90, 50, 50, 1, 1, 0, 0, 0};
  static const struct crowd FEW = {90, SKIPPED, 50, 1, 1, 4, 50, 1};
  const char *flag = "}],'flags':[{'id':'f','when':{'item':'y','above':40},'text':{'en':'F'}";
  (void)state;
  rung_findings *full = find_crowd(reading_model("cut", CUTS, flag), &FULL);
  rung_findings *few = find_crowd(reading_model("cut", CUTS, flag), &FEW);
  assert_true(rung_findings_number(full, RUNG_TABLE_FLAG, 0, RUNG_FIGURE_RAISED) == 1);
  assert_true(isnan(rung_findings_number(few, RUNG_TABLE_FLAG, 0, RUNG_FIGURE_RAISED)));
  rung_findings_free(full);
  rung_findings_free(few);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_rule_says_why),
      cmocka_unit_test(a_level_is_shown_no_better_than_what_its_conditions_look_at),
      cmocka_unit_test(flags_see_items_only_where_they_are_shown_in_full),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
