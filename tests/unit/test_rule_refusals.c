/* What the reader of rules and conditions refuses, and where; what the linter says of them.
 * SPDX-License-Identifier: Apache-2.0 */
#include "rule_support.h"

#include <rung/model.h>

#define GATE(keys) "{'id':'g','by':'gate','empty':'fail','levels':[{'to':'l1'" keys "}]}"
#define FIRST(when) "{'id':'f','by':'first','cases':[{'when':" when ",'level':'l1'}]}"
#define BLOCKS "}],'blocks':[{'id':'b','kind':'sum','of':['x','y','z'],'total':100"

static const struct refusal {
  const char *label, *rules, *more, *where;
} REFUSALS[] = {
    {"own items without a test", GATE(",'own':['x']"), "", "/readings/0/rules/0/levels/0/own"},
    {"an item twice",
     "{'id':'g','by':'gate','empty':'fail','own':{'above':1},'levels':[{'to':'l1',"
     "'own':['x','x']}]}",
     "", "/readings/0/rules/0/levels/0/own/1"},
    {"two comparisons",
     "{'id':'g','by':'gate','empty':'fail','own':{'above':1,'at_least':1},"
     "'levels':[{'to':'l1'}]}",
     "", "/readings/0/rules/0/own"},
    {"levels that fall", "{'id':'g','by':'gate','empty':'fail','levels':[{'to':'l2'},{'to':'l1'}]}",
     "", "/readings/0/rules/0/levels/1/to"},
    {"the lowest level", "{'id':'g','by':'gate','empty':'fail','levels':[{'to':'l0'}]}", "",
     "/readings/0/rules/0/levels/0/to"},
    {"a condition without a test", FIRST("{'item':'x'}"), "", "/readings/0/rules/0/cases/0/when"},
    {"a condition with two", FIRST("{'item':'x','above':1,'below':3}"), "",
     "/readings/0/rules/0/cases/0/when"},
    {"a measure as an item", FIRST("{'item':'mx','above':1}"), "",
     "/readings/0/rules/0/cases/0/when/item"},
    {"its own reading", FIRST("{'reading':'r','at_least':'l1'}"), "",
     "/readings/0/rules/0/cases/0/when/reading"},
    {"joins too deep", FIRST("{'not':{'not':{'not':{'not':{'not':{'item':'x','above':1}}}}}}"), "",
     "/readings/0/rules/0/cases/0/when/not/not/not/not"},
    {"a level twice",
     "{'id':'m','by':'mode','ties':'lowest','of':[{'level':'l1','measure':'mx'},"
     "{'level':'l1','measure':'my'}]}",
     "", "/readings/0/rules/0/of/1/level"},
    {"people without saying so", CUTS ",{'id':'m','by':'mode','ties':'lowest','from':'cut'}", "",
     "/readings/0/rules/1/from"},
    {"a rule that rests on one that rests on people",
     CUTS ",{'id':'a','by':'ogive','from':'cut','at':[{'to':'l1','least':1}]},"
          "{'id':'b','by':'mode','over':'people','ties':'lowest','from':'a'}",
     "", "/readings/0/rules/2"},
    {"items that are no levels", "{'id':'s','by':'share','over':'items','least':1,'of':['x']}", "",
     "/readings/0/rules/0/of/0"},
    {"a share of items with a rule beneath",
     CUTS ",{'id':'s','by':'share','over':'items','from':'cut','least':1,'of':['d']}", "",
     "/readings/0/rules/1/from"},
    {"a critical link that is none",
     CUTS ",{'id':'w','by':'weakest','from':'cut','of':['mx','my'],'critical':['mz']}", "",
     "/readings/0/rules/1/critical/0"},
    {"two actions in one", CUTS,
     ",'conditions':[{'when':{'item':'x','above':1},'cap':'l1',"
     "'withhold':true,'reason':{'en':'w'}}]",
     "/readings/0/conditions/0"},
    {"an action that is not", CUTS,
     ",'conditions':[{'when':{'item':'x','above':1},"
     "'withhold':false,'reason':{'en':'w'}}]",
     "/readings/0/conditions/0/withhold"},
    {"persons by what is shared out",
     "{'id':'cut','by':'cut','over':'people','at':[{'to':'l1','cut':1}]}", BLOCKS,
     "/readings/0/rules/0"},
    {"a day that is none", CUTS,
     "}],'beliefs':[{'id':'b','text':{'en':'t'},'reason':{'en':'r'},"
     "'review':'2025-02-29'",
     "/beliefs/0/review"},
};

static void what_is_no_rule_is_refused_at_its_place(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(REFUSALS); ++index) {
    const struct refusal *refusal = &REFUSALS[index];
    char reading[4096], primary[64] = "";
    sscanf(refusal->rules, "{'id':'%63[a-z]'", primary);
    snprintf(reading, sizeof reading,
             "{'id':'r','ladder':'five','of':'mx','primary':'%s','rules':[%s]%s}", primary,
             refusal->rules, refusal->more);
    char *text = rule_text(reading);
    rung_model *model = NULL;
    rung_error error = {.status = 0};
    const rung_status status = rung_model_parse(text, strlen(text), &model, &error);
    free(text);
    rung_model_free(model);
    if (status == RUNG_E_MODEL && strcmp(error.where, refusal->where) == 0) continue;
    fail_msg("%s: %s at %s: %s", refusal->label, rung_status_name((int32_t)status), error.where,
             error.message);
  }
}

static const struct remark {
  const char *label, *rules, *more, *where, *words;
  rung_severity severity;
} REMARKS[] = {
    {"a level that requires nothing",
     "{'id':'g','by':'gate','empty':'pass','levels':[{'to':'l1'}]}", "",
     "/readings/0/rules/0/levels/0", "requires nothing of its own", RUNG_NOTE_INFORMATION},
    {"one that then fails", GATE(""), "", "/readings/0/rules/0/levels/0", "can never give",
     RUNG_NOTE_WARNING},
    {"more than there can be",
     "{'id':'g','by':'gate','empty':'fail','own':{'above':100},"
     "'levels':[{'to':'l1','own':['x']}]}",
     "", "/readings/0/rules/0/levels/0/own/0", "'x' goes up to 100, and more than 100 is asked",
     RUNG_NOTE_WARNING},
    {"a need that nothing meets", GATE(",'needs':[{'item':'x','below':0}]"), "",
     "/readings/0/rules/0/levels/0/needs/0", "false whatever is answered", RUNG_NOTE_WARNING},
    {"less of lower levels",
     "{'id':'g','by':'gate','empty':'fail','own':{'above':50},"
     "'lower':{'above':40},'levels':[{'to':'l1','own':['x']},"
     "{'to':'l2','own':['y']}]}",
     "", "/readings/0/rules/0/lower", "never acts", RUNG_NOTE_WARNING},
    {"a case that is always true",
     "{'id':'f','by':'first','otherwise':'l2','cases':[{'when':"
     "{'item':'x','at_least':0},'level':'l1'}]}",
     "", "/readings/0/rules/0/cases/0", "nothing behind it ever decides", RUNG_NOTE_WARNING},
    {"a case that never is", FIRST("{'not':{'item':'x','at_least':0}}"), "",
     "/readings/0/rules/0/cases/0", "never gives the level 'l1'", RUNG_NOTE_WARNING},
    {"every link is critical",
     CUTS ",{'id':'w','by':'weakest','from':'cut','of':['mx','my'],'critical':['mx','my']}", "",
     "/readings/0/rules/1/critical", "never acts", RUNG_NOTE_WARNING},
    {"a condition that always acts", CUTS,
     ",'conditions':[{'when':{'item':'x','at_most':100},"
     "'cap':'l1','reason':{'en':'w'}}]",
     "/readings/0/conditions/0", "always acts", RUNG_NOTE_WARNING},
};

static bool is_noted(const rung_notes *notes, const struct remark *remark)
{
  for (size_t index = 0; index < rung_notes_count(notes); ++index) {
    if (rung_notes_severity(notes, index) == remark->severity &&
        strcmp(rung_notes_where(notes, index), remark->where) == 0 &&
        strstr(rung_notes_text(notes, index), remark->words) != NULL)
      return true;
  }
  return false;
}

static void what_never_decides_is_noted(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(REMARKS); ++index) {
    const struct remark *remark = &REMARKS[index];
    char primary[64] = "";
    sscanf(remark->rules, "{'id':'%63[a-z]'", primary);
    rung_model *model = reading_model(primary, remark->rules, remark->more);
    rung_notes *notes = NULL;
    assert_int_equal(rung_model_check(model, &notes, NULL), RUNG_OK);
    assert_case(remark->label, is_noted(notes, remark));
    rung_notes_free(notes);
    rung_model_free(model);
  }
}

/* Told of each level above once more, notes would grow with the square of the levels. */
static void what_lower_levels_never_meet_is_told_once(void **state)
{
  rung_model *model = reading_model("g",
                                    "{'id':'g','by':'gate','empty':'fail','lower':{'above':100},"
                                    "'own':{'above':1},'levels':[{'to':'l1','own':['x','y']},"
                                    "{'to':'l2','own':['z']},{'to':'l3','own':['z']},"
                                    "{'to':'l4','own':['z']}]}",
                                    "");
  rung_notes *notes = NULL;
  size_t count = 0;
  (void)state;
  assert_int_equal(rung_model_check(model, &notes, NULL), RUNG_OK);
  for (size_t index = 0; index < rung_notes_count(notes); ++index)
    count += strstr(rung_notes_text(notes, index), "more than 100 is asked") != NULL;
  assert_int_equal(count, 4); /* x and y at l2, z at l3 and at l4 */
  rung_notes_free(notes);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_no_rule_is_refused_at_its_place),
      cmocka_unit_test(what_never_decides_is_noted),
      cmocka_unit_test(what_lower_levels_never_meet_is_told_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
