/* The linter: every mistake of the arithmetic that it knows, its place, and what it leaves alone.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model_support.h"

#define INFORMATION RUNG_NOTE_INFORMATION
#define WARNING RUNG_NOTE_WARNING
#define ERROR RUNG_NOTE_ERROR

static rung_notes *check(rung_model *model)
{
  rung_notes *notes = NULL;
  rung_error error = {.status = 0};
  assert_status(rung_model_check(model, &notes, &error), RUNG_OK, &error);
  rung_model_free(model);
  return notes;
}

/* A change of the model of model_support.h and a note that it must bring, which was not there. */
static const struct lint {
  const char *find, *replace;
  rung_severity severity;
  const char *where, *words;
} LINTS[] = {
    {"'of':['ab'],'by':'mean'", "'of':['ab','c'],'by':'mean'", ERROR, "/measures/2/of/1",
     "intensity"},
    {"'of':['c'],'by':'median'", "'of':['c','a'],'by':'median'", ERROR, "/measures/1/of/1",
     "a level"},
    {"'reverse':true", "'recode':{'1':0,'2':2,'3':4,'4':6,'5':8}", WARNING, "/measures/0/of/1",
     "rescale"},
    {"'practice','about':'team'", "'practice','about':'leader'", WARNING, "/measures/0/of/1",
     "referents"},
    {",'construct':'reflective'", "", INFORMATION, "/measures/0", "construct"},
    {"'scale':'agree'", "'scale':'agree','describes':{'ladder':'three','level':'mid'}", ERROR,
     "/items/0/describes", "middle level"},
    {"'done':'cc'", "'done':'all'", INFORMATION, "/items/2", "beside"},
    {"'of':['c'],'by':'median'", "'of':['a'],'by':'median'", WARNING, "/items/2", "in no measure"},
    {"'from':3", "'from':3.5", ERROR, "/readings/0/rules/1/bands", "hole between 3 and 3.5"},
    {"'from':3", "'from':2.5", ERROR, "/readings/0/rules/1/bands", "overlap from 2.5"},
    {"'level':'low','to'", "'level':'low','from':1.5,'to'", ERROR, "/readings/0/rules/1/bands",
     "begin at 1"},
    {"'level':'high','from':3", "'level':'high','from':3,'to':5", ERROR,
     "/readings/0/rules/1/bands", "go up to 5"},
    {"'up':4,'down':3.5", "'up':5.5,'down':5.5", WARNING, "/readings/0/rules/0",
     "never give the level 'high'"},
    {"'cut':2.5", "'cut':1", WARNING, "/readings/0/rules/0", "never give the level 'low'"},
    {"'source':'own',", "", WARNING, "/readings/0/rules/0", "no source"},
    {"'source':'own',", "", WARNING, "/flags", "no source"},
    {"'level':'high','state'", "'level':'low','state'", ERROR, "/examples/0",
     "to be low, and it is high"},
    {"'state':'shown'", "'state':'hidden'", ERROR, "/examples/0", "to be hidden"},
    {"'not_yet_held','assumed'", "'assumed'", ERROR, "/examples/0", "not_yet_held"},
    {"{'bands':'high'}", "{'bands':null}", ERROR, "/examples/0", "'bands' to be none"},
    {"'ab':4", "'ab':3.999", ERROR, "/examples/0", "to be 3.999, and it is 4"},
    {"'ab':4", "'ab':null", ERROR, "/examples/0", "to be none"},
    {"'f':false", "'f':null", ERROR, "/examples/0", "to be open"},
};

static void every_mistake_brings_its_note_and_no_other_model_has_it(void **state)
{
  (void)state;
  rung_notes *clean = check(base_model(NULL, NULL));
  for (size_t index = 0; index < LENGTH(LINTS); ++index) {
    const struct lint *lint = &LINTS[index];
    rung_notes *notes = check(base_model(lint->find, lint->replace));
    if (!is_there(notes, lint->severity, lint->where, lint->words)) {
      print_notes(notes);
      fail_msg("no note '%s' at %s", lint->words, lint->where);
    }
    assert_case(lint->replace, !is_there(clean, lint->severity, lint->where, lint->words));
    rung_notes_free(notes);
  }
  rung_notes_free(clean);
}

static void a_model_without_mistakes_has_no_notes_of_errors(void **state)
{
  (void)state;
  rung_notes *notes = check(base_model(NULL, NULL));
  for (size_t index = 0; index < rung_notes_count(notes); ++index) {
    assert_int_not_equal(rung_notes_severity(notes, index), ERROR);
    if (rung_notes_severity(notes, index) != WARNING) continue;
    if (strstr(rung_notes_text(notes, index), "'bands' can never give") != NULL) continue;
    assert_string_equal(rung_notes_where(notes, index), "/pairs/0"); /* of different ranges */
  }
  rung_notes_free(notes);
}

static void descriptions_of_the_outer_levels_may_be_agreed_with(void **state)
{
  (void)state;
  static const char *const OUTER[] = {"'low'", "'high'"};
  for (size_t index = 0; index < LENGTH(OUTER); ++index) {
    char replace[128];
    snprintf(replace, sizeof replace, "'scale':'agree','describes':{'ladder':'three','level':%s}",
             OUTER[index]);
    rung_notes *notes = check(base_model("'scale':'agree'", replace));
    assert_false(is_there(notes, ERROR, "/items/0/describes", ""));
    rung_notes_free(notes);
  }
}

static void an_example_is_met_to_nine_digits(void **state)
{
  (void)state;
  rung_notes *notes = check(base_model("'a':4,'b':'rather no'", "'a':1,'b':'rather yes'"));
  assert_true(is_there(notes, ERROR, "/examples/0", "it is 1.66666666666666"));
  rung_notes_free(notes);
  rung_model *model = base_model("'ab':4,'f'", "'ab':4.0000000001,'f'");
  notes = check(model);
  assert_false(is_there(notes, ERROR, "/examples/0", ""));
  rung_notes_free(notes);
}

static void a_model_without_examples_is_told_so(void **state)
{
  (void)state;
  char *text = base_text(NULL, NULL);
  char *place = strstr(text, ",\"examples\"");
  assert_non_null(place);
  memcpy(place, "}", 2);
  rung_model *model = NULL;
  assert_int_equal(rung_model_parse(text, strlen(text), &model, NULL), RUNG_OK);
  rung_notes *notes = check(model);
  assert_true(is_there(notes, INFORMATION, "/examples", "no examples"));
  rung_notes_free(notes);
  free(text);
}

static void the_models_that_come_along_pass_their_own_check(void **state)
{
  (void)state;
  for (size_t index = 0; rung_model_builtin_id(index) != NULL; ++index) {
    rung_model *model = NULL;
    assert_int_equal(rung_model_builtin(rung_model_builtin_id(index), &model, NULL), RUNG_OK);
    rung_notes *notes = check(model);
    for (size_t note = 0; note < rung_notes_count(notes); ++note) {
      if (rung_notes_severity(notes, note) == ERROR) print_notes(notes);
      assert_int_not_equal(rung_notes_severity(notes, note), ERROR);
    }
    rung_notes_free(notes);
  }
}

static void notes_that_are_not_there_are_nothing(void **state)
{
  (void)state;
  assert_int_equal(rung_notes_count(NULL), 0);
  assert_int_equal(rung_notes_severity(NULL, 0), INFORMATION);
  assert_null(rung_notes_where(NULL, 0));
  assert_null(rung_notes_text(NULL, 0));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_mistake_brings_its_note_and_no_other_model_has_it),
      cmocka_unit_test(a_model_without_mistakes_has_no_notes_of_errors),
      cmocka_unit_test(descriptions_of_the_outer_levels_may_be_agreed_with),
      cmocka_unit_test(an_example_is_met_to_nine_digits),
      cmocka_unit_test(a_model_without_examples_is_told_so),
      cmocka_unit_test(the_models_that_come_along_pass_their_own_check),
      cmocka_unit_test(notes_that_are_not_there_are_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
