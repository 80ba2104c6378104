/* Comparing two versions: every change brings its note, and nothing else does.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model_support.h"

#define INFORMATION RUNG_NOTE_INFORMATION
#define WARNING RUNG_NOTE_WARNING

static rung_notes *compare(rung_model *model, rung_model *other)
{
  rung_notes *notes = NULL;
  rung_error error = {.status = 0};
  assert_status(rung_model_compare(model, other, &notes, &error), RUNG_OK, &error);
  rung_model_free(model);
  rung_model_free(other);
  return notes;
}

static size_t count(const rung_notes *notes, rung_severity severity)
{
  size_t found = 0;
  for (size_t index = 0; index < rung_notes_count(notes); ++index)
    found += rung_notes_severity(notes, index) == severity;
  return found;
}

/* A change of the model of model_support.h, and what is said of the changed one against it. */
static const struct change {
  const char *find, *replace;
  rung_severity severity;
  const char *where, *words;
} CHANGES[] = {
    {"'id':'base'", "'id':'other'", WARNING, "/id", "was base and is other"},
    {"'reverse':true", "'reverse':false", WARNING, "/items/1",
     "what the answer 1 is worth of the item 'b' was 5 and is 1"},
    {"'favourable':[4,5]", "'favourable':[5]", WARNING, "/items/0",
     "how favourable the answer 4 is of the item 'a' was favourable and is unfavourable"},
    {"'code':20,'level':'low'", "'code':20,'level':'mid'", WARNING, "/items/2/options/1",
     "what the answer 20 is worth of the item 'c' was 1 and is 2"},
    {"'code':20,'level':'low'", "'code':30,'level':'low'", WARNING, "/items/2/options/1",
     "the answer 30 of the item 'c' is new; it is worth 1"},
    {"'code':20,'level':'low'", "'code':30,'level':'low'", WARNING, "/items/2",
     "the answer 20 of the item 'c' is gone; it was worth 1"},
    {"'9':'not_applicable'", "'9':'skipped'", WARNING, "/scales/agree",
     "was not_applicable and is skipped"},
    {"'weight':2", "'weight':3", WARNING, "/measures/0/of/1", "the weight of 'b' of the measure"},
    {"'of':['ab'],'by'", "'of':['ab','cc'],'by'", WARNING, "/measures/2/of/1",
     "the term 'cc' of the measure 'all' is new; it weighs 1"},
    {"'of':['a',{'id':'b','weight':2}]", "'of':['a']", WARNING, "/measures/0",
     "the term 'b' of the measure 'ab' is gone"},
    {"'by':'median'", "'by':'mean'", WARNING, "/measures/1", "was median and is mean"},
    {"'share':0.5", "'share':0.75", WARNING, "/measures/0", "was 0.5 and is 0.75"},
    {"'by':'median'", "'by':'median','absence':'zero'", WARNING, "/measures/1",
     "what counts for \"skipped\" of the measure 'cc' was not said and is zero"},
    {"'by':'median'", "'by':'median','round':{'mode':'down','digits':1}", WARNING, "/measures/1",
     "the step of the rounding of the measure 'cc' was not given and is 0.1"},
    {"'by':'median'", "'by':'median','clip':[0,3]", WARNING, "/measures/1",
     "the upper end of the clip of the measure 'cc' was not given and is 3"},
    {"'anchor':false", "'anchor':true", WARNING, "/ladders/0/levels/1", "is an anchor"},
    {"'cut':2.5", "'cut':2", WARNING, "/readings/0/rules/0/at/0",
     "the cut for the level 'mid' of the rule 'cut' was 2.5 and is 2"},
    {"'up':4", "'up':4.5", WARNING, "/readings/0/rules/0/at/1", "was 4 and is 4.5"},
    {"'waves':2", "'waves':3", WARNING, "/readings/0/rules/0/at/1", "was 2 and is 3"},
    {"'from':3", "'from':3.5", WARNING, "/readings/0/rules/1/bands/1", "was 3 and is 3.5"},
    {"'level':'low','to':3", "'level':'low'", WARNING, "/readings/0/rules/1/bands/0",
     "was 3 and is not given"},
    {"'least':0.5", "'least':0.6", WARNING, "/readings/0/rules/3", "was 0.5 and is 0.6"},
    {"'of':['ab','all']", "'of':['ab','cc']", WARNING, "/readings/0/rules/2", "the arithmetic"},
    {"'primary':'cut'", "'primary':'bands'", WARNING, "/readings/0", "was cut and is bands"},
    {",'done':'cc'", ",'done':'all'", WARNING, "/pairs/0", "was cc and is all"},
    {"'at_least':4", "'at_least':3", WARNING, "/flags/0", "(at_least of 'ab')"},
    {"'at_most':'mid'", "'at_most':'low'", WARNING, "/flags/0", "was mid and is low"},
    {"'least_n':6", "'least_n':7", WARNING, "/disclosure", "was 6 and is 7"},
    {"'at_least':4", "'at_least':3", WARNING, "", "do not merge, for their arithmetic differs"},
    {"'version':'1.0.0'", "'version':'1.0.1'", INFORMATION, "", "was 1.0.0 and is 1.0.1"},
    {"'text':{'en':'a'}", "'text':{'en':'A'}", INFORMATION, "/items/0", "'en' changed"},
    {"'text':{'en':'a'}", "'text':{'en':'a','de':'a'}", INFORMATION, "/items/0", "'de' is new"},
    {"'text':{'en':'a'}", "'text':{'de':'a'}", INFORMATION, "/items/0", "'en' is gone"},
    {"'neutral':{'en':'low'}", "'neutral':{'en':'Low'}", INFORMATION, "/ladders/0/levels/0",
     "the name of a level"},
    {"'so so'", "'so'", INFORMATION, "/scales/agree", "labels"},
    {"'kind':'assumed'", "'kind':'local'", INFORMATION, "/readings/0/rules/0",
     "was assumed and is local"},
    {"'about':'team'", "'about':'self'", INFORMATION, "/items/0", "was team and is self"},
};

static void every_change_brings_its_note(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(CHANGES); ++index) {
    const struct change *change = &CHANGES[index];
    rung_notes *notes = compare(base_model(change->find, change->replace), base_model(NULL, NULL));
    if (!is_there(notes, change->severity, change->where, change->words)) {
      print_notes(notes);
      fail_msg("no note '%s' at %s", change->words, change->where);
    }
    if (change->severity == INFORMATION) {
      assert_case(change->replace, count(notes, WARNING) == 0);
      assert_true(is_there(notes, INFORMATION, "", "tallies of the two versions merge"));
    }
    rung_notes_free(notes);
  }
}

static void a_model_against_itself_has_no_changes(void **state)
{
  (void)state;
  rung_notes *notes = compare(base_model(NULL, NULL), base_model(NULL, NULL));
  assert_int_equal(rung_notes_count(notes), 1);
  assert_true(is_there(notes, INFORMATION, "", "merge"));
  rung_notes_free(notes);
}

static void parts_are_matched_by_id_and_never_by_position(void **state)
{
  (void)state;
  static const char *const
      FIRST = "{'id':'a','text':{'en':'a'},'kind':'perception','about':'team','scale':'agree'},"
              "{'id':'b','text':{'en':'b'},'kind':'practice','about':'team','scale':'agree',"
              "'reverse':true}";
  static const char *const
      TURNED = "{'id':'b','text':{'en':'b'},'kind':'practice','about':'team','scale':'agree',"
               "'reverse':true},"
               "{'id':'a','text':{'en':'a'},'kind':'perception','about':'team','scale':'agree'}";
  rung_notes *notes = compare(base_model(FIRST, TURNED), base_model(NULL, NULL));
  if (rung_notes_count(notes) != 1) print_notes(notes);
  assert_int_equal(rung_notes_count(notes), 1);
  assert_true(is_there(notes, WARNING, "", "stand in another order"));
  rung_notes_free(notes);
}

/* A rule before it moves the place of what a rule rests on, and a level before it those of levels:
 * neither hides what else changed. */
static void what_comes_before_hides_no_change(void **state)
{
  static const char *const LINKS = "'of':['ab','all']", *const OTHERS = "'of':['ab','cc']";
  static const char *const RULES = "'rules':[{'id':'cut'",
                           *const MORE = "'rules':[{'id':'x','by':'cut','at':[{'to':'mid','cut':3}"
                                         "]},{'id':'cut'";
  static const char *const LOWEST = "'levels':[{'id':'low'",
                           *const LOWER = "'levels':[{'id':'none','names':{'neutral':{'en':'n'}}},"
                                          "{'id':'low'";
  const char *const before[][2] = {{RULES, MORE}, {LOWEST, LOWER}};
  (void)state;
  for (size_t index = 0; index < LENGTH(before); ++index) {
    for (size_t links = 0; links < 2; ++links) {
      char *text = base_text(before[index][0], before[index][1]);
      char *place = strstr(text, "\"of\":[\"ab\",\"all\"]");
      assert_non_null(place);
      assert_int_equal(strlen(LINKS), strlen(OTHERS) + 1);
      if (links) memcpy(place, "\"of\":[\"ab\",\"cc\"] ", strlen(LINKS));
      rung_notes *notes = compare(model_of(text), base_model(NULL, NULL));
      const char *where = index == 0 ? "/readings/0/rules/3" : "/readings/0/rules/2";
      if (is_there(notes, WARNING, where, "the arithmetic of the rule 'weak'") != links) {
        print_notes(notes);
        fail_msg("at %zu, %zu", index, links);
      }
      rung_notes_free(notes);
      free(text);
    }
  }
}

static void examples_are_worked_with_both(void **state)
{
  (void)state;
  rung_notes *notes = compare(base_model("'weight':2", "'weight':1"), base_model(NULL, NULL));
  assert_false(is_there(notes, WARNING, "/measures/0", "in example 0"));
  rung_notes_free(notes);
  notes = compare(base_model("'a':4,'b':'rather no'", "'a':1,'b':'rather no'"),
                  base_model("'reverse':true", "'reverse':false"));
  assert_true(is_there(notes, WARNING, "/measures/0", "was 2.6666666"));
  assert_true(is_there(notes, WARNING, "/readings/0", "was mid and is high"));
  rung_notes_free(notes);
}

static void an_example_whose_answer_is_gone_is_not_worked(void **state)
{
  (void)state;
  rung_notes *notes = compare(base_model("{'code':20", "{'code':30"),
                              base_model("'c':10", "'c':20"));
  assert_true(is_there(notes, INFORMATION, "/examples", "its answer to 'c'"));
  assert_false(is_there(notes, WARNING, "/measures/1", "in example"));
  rung_notes_free(notes);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_change_brings_its_note),
      cmocka_unit_test(a_model_against_itself_has_no_changes),
      cmocka_unit_test(parts_are_matched_by_id_and_never_by_position),
      cmocka_unit_test(what_comes_before_hides_no_change),
      cmocka_unit_test(examples_are_worked_with_both),
      cmocka_unit_test(an_example_whose_answer_is_gone_is_not_worked),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
