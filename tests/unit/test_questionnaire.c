/* Tests of write/questionnaire: what is asked and how it is answered, and never what it is worth.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model_support.h"

#include "write/questionnaire.h"

static rung_bytes *ask(const rung_model *model, const char *language, rung_format format)
{
  rung_bytes *text = NULL;
  rung_error error = {.status = 0};
  assert_status(rung_model_questionnaire(model, language, format, &text, &error), RUNG_OK, &error);
  return text;
}

static void assert_has(const rung_bytes *text, const char *part)
{
  if (strstr(rung_bytes_data(text), part) == NULL)
    fail_msg("no '%s' in:\n%s", part, rung_bytes_data(text));
}

static void assert_lacks(const rung_bytes *text, const char *part)
{
  if (strstr(rung_bytes_data(text), part) != NULL)
    fail_msg("'%s' is in:\n%s", part, rung_bytes_data(text));
}

/* The base model with an edit, asked; then it is freed. */
static rung_bytes *ask_edited(const char *find, const char *replace, const char *language,
                              rung_format format)
{
  rung_model *model = base_model(find, replace);
  rung_bytes *text = ask(model, language, format);
  rung_model_free(model);
  return text;
}

/* A line of options is its code and its text, whatever level it stands for. */
static void assert_option(const rung_bytes *text, const struct rung__item *item, size_t option)
{
  char line[4096];
  snprintf(line, sizeof line, "\n- %d = %s\n", (int)(item->code[option] / RUNG__GRID),
           item->option[option].text[0]);
  assert_has(text, line);
}

/* No name of a level stands in a line of an answer. */
static void assert_no_name(const rung_bytes *text, const struct rung__level *level)
{
  for (const char *line = rung_bytes_data(text); line; line = strchr(line, '\n')) {
    line += *line == '\n';
    if (strncmp(line, "- ", 2) != 0 || strncmp(line, "- **", 4) == 0) continue;
    char answer[4096];
    snprintf(answer, sizeof answer, "%.*s", (int)strcspn(line, "\n"), line);
    for (size_t i = 0; i < level->facet_count; ++i)
      assert_case(answer, strstr(answer, level->name[i].text[0]) == NULL);
  }
}

static void the_level_never_appears(void **unused)
{
  (void)unused;
  for (size_t which = 0; rung_model_builtin_id(which) != NULL; ++which) {
    rung_model *model = NULL;
    assert_int_equal(rung_model_builtin(rung_model_builtin_id(which), &model, NULL), RUNG_OK);
    rung_bytes *text = ask(model, "en", RUNG_FORMAT_TABLE);
    for (size_t i = 0; i < model->item_count; ++i)
      for (size_t k = 0; model->items[i].option != NULL && k < model->items[i].count; ++k)
        assert_option(text, &model->items[i], k);
    for (size_t i = 0; i < model->ladder_count; ++i)
      for (size_t k = 0; k < model->ladders[i].count; ++k)
        assert_no_name(text, &model->ladders[i].level[k]);
    rung_bytes_free(text);
    rung_model_free(model);
  }
}

static void levels_and_values_stay_out_of_both_formats(void **unused)
{
  (void)unused;
  for (int format = RUNG_FORMAT_TABLE; format <= RUNG_FORMAT_CSV; ++format) {
    rung_bytes *text = ask_edited(NULL, NULL, "en", (rung_format)format);
    assert_lacks(text, "high");
    assert_lacks(text, "mid");
    assert_lacks(text, "rank");
    rung_bytes_free(text);
  }
}

static void the_page_is_consent_items_and_what_is_not_asked(void **unused)
{
  (void)unused;
  rung_bytes *text = ask_edited("'id':'t','text':{'en':'t'},'kind':'text'}",
                                "'id':'t','text':{'en':'t?'},'kind':'text'},"
                                "{'id':'u','text':{'en':'left'},'kind':'outcome',"
                                "'unmeasured':'too dear'}",
                                "en", RUNG_FORMAT_TABLE);
  static const char *const PARTS[] = {
      "# Base\n\n## Before you begin\n\n[Name and organisation of who asks]",
      "A group of fewer than 6 people is not shown.",
      "Of a group of fewer than 10 people none of it is shown.",
      "pay, promotion or dismissal",
      "kept until [date]",
      "## Questions\n\nThe answers to what follows, one each:\n\n- 1 = no\n- 2 = rather no\n"
      "- 3 = so so\n- 4 = rather yes\n- 5 = yes\n- 9 = not applicable\n- 8 = don't know\n\n"
      "**a.** a\n\n**b.** b\n\n**c.** c\n\n- 10 = most\n- 20 = least\n\n"
      "**t.** t?\n\n(In your own words.)\n\n"
      "## Not asked here\n\n- **u.** left – too dear\n"};
  for (size_t i = 0; i < LENGTH(PARTS); ++i)
    assert_has(text, PARTS[i]);
  rung_bytes_free(text);
}

/* A model of one item, whose rows are assessments. */
static rung_bytes *ask_assessors(const char *scale)
{
  char source[1024];
  snprintf(source, sizeof source,
           "{'format':'rung-model/1','id':'one','version':'1.0.0','title':{'en':'One'},"
           "'licence':'CC0-1.0','rows':'assessments','scales':{'s':%s},"
           "'items':[{'id':'i','text':{'en':'How many?'},'kind':'outcome','scale':'s'}],"
           "'measures':[{'id':'m','of':['i'],'by':'mean'}]}",
           scale);
  rung_model *model = model_of(source);
  rung_bytes *text = ask(model, "en", RUNG_FORMAT_TABLE);
  rung_model_free(model);
  return text;
}

static void assessments_are_called_so_and_no_text_is_promised(void **unused)
{
  (void)unused;
  rung_bytes *text = ask_assessors("{'points':[0,1]}");
  assert_has(text, "A group of fewer than 5 assessments is not shown.");
  assert_lacks(text, "in your own words");
  assert_lacks(text, "Not asked here");
  rung_bytes_free(text);
}

static void csv_has_a_line_per_item_and_answer(void **unused)
{
  (void)unused;
  rung_bytes *text = ask_edited(NULL, NULL, NULL, RUNG_FORMAT_CSV);
  assert_string_equal(rung_bytes_data(text),
                      "item,kind,rater,block,text,code,label\n"
                      "a,perception,,,a,1,no\na,perception,,,a,2,rather no\n"
                      "a,perception,,,a,3,so so\na,perception,,,a,4,rather yes\n"
                      "a,perception,,,a,5,yes\na,perception,,,a,9,not applicable\n"
                      "a,perception,,,a,8,don't know\n"
                      "b,practice,,,b,1,no\nb,practice,,,b,2,rather no\nb,practice,,,b,3,so so\n"
                      "b,practice,,,b,4,rather yes\nb,practice,,,b,5,yes\n"
                      "b,practice,,,b,9,not applicable\nb,practice,,,b,8,don't know\n"
                      "c,choice,,,c,10,most\nc,choice,,,c,20,least\nt,text,,,t,,\n");
  rung_bytes_free(text);
}

static void labels_are_in_the_language_asked_for(void **unused)
{
  static const struct {
    const char *language, *label;
  } CASES[] = {
      {"nl", "- 5 = ja\n"}, {"en", "- 5 = yes\n"}, {"fr", "- 5 = yes\n"}, {NULL, "- 5 = yes\n"}};
  (void)unused;
  for (size_t i = 0; i < LENGTH(CASES); ++i) {
    rung_bytes *text = ask_edited("'labels':{'en'",
                                  "'labels':{'nl':['nee','eer nee','tja','eer ja','ja'],'en'",
                                  CASES[i].language, RUNG_FORMAT_TABLE);
    assert_has(text, CASES[i].label);
    rung_bytes_free(text);
  }
}

/* Of absences only what a person may choose is offered, one text each, a number before a word. */
static void absences_are_offered_once(void **unused)
{
  static const char FIND[] = "'absent':{'9':'not_applicable','8':'dont_know'}";
  static const char MANY[] = "'absent':{'-8':'not_asked','NA':'not_applicable',"
                             "'-9':'not_applicable','?':'invalid','-':'skipped','=1':'dont_know'}";
  (void)unused;
  rung_bytes *text = ask_edited(FIND, MANY, "en", RUNG_FORMAT_TABLE);
  assert_has(text, "- 5 = yes\n- -9 = not applicable\n- \\- = no answer\n- =1 = don't know\n\n");
  rung_bytes_free(text);
  text = ask_edited(FIND, MANY, "en", RUNG_FORMAT_CSV);
  assert_has(text, "a,perception,,,a,-8,not asked\na,perception,,,a,NA,not applicable\n"
                   "a,perception,,,a,-9,not applicable\na,perception,,,a,?,invalid\n"
                   "a,perception,,,a,'-,no answer\na,perception,,,a,'=1,don't know\n");
  rung_bytes_free(text);
}

static void points_without_labels_share_a_line(void **unused)
{
  (void)unused;
  rung_bytes *text = ask_assessors("{'points':[-1,0.5,20],'absent':{'99':'dont_know'}}");
  assert_has(text, "one each:\n\n- -1, 0.5, 20\n- 99 = don't know\n\n**i.** How many?\n");
  rung_bytes_free(text);
}

/* The base model with numbers, days and blocks: what is put behind its items. */
static rung_model *asking_model(const char *items, const char *blocks)
{
  char more[2048];
  snprintf(more, sizeof more, "'kind':'text'},%s],%s", items, blocks);
  char *text = base_text("'kind':'text'}],", more);
  char *scales = strstr(text, "\"rank\":");
  static const char MORE[] = "\"hours\":{\"range\":[0,24.5],\"absent\":{\"?\":\"dont_know\"}},"
                             "\"days\":{\"dates\":[\"2024-02-29\",\"2025-12-31\"]},"
                             "\"tick\":{\"points\":[0,1]},";
  char whole[16384];
  snprintf(whole, sizeof whole, "%.*s%s%s", (int)(scales - text), text, MORE, scales);
  free(text);
  rung_model *model = model_of(whole);
  return model;
}

static void numbers_and_days_are_asked_for_by_their_ends(void **unused)
{
  (void)unused;
  rung_model *model = asking_model(
      "{'id':'h','text':{'en':'h'},'kind':'outcome','scale':'hours','clip':[1,9]},"
      "{'id':'d','text':{'en':'d'},'kind':'outcome','scale':'days'},"
      "{'id':'e','text':{'en':'e'},'kind':'outcome','scale':'days',"
      "'age':{'on':'d','bands':[{'value':0}]}}",
      "'comment':'',");
  rung_bytes *text = ask(model, "en", RUNG_FORMAT_TABLE);
  assert_has(text, "one each:\n\n- a number from 0 to 24.5\n- ? = don't know\n\n**h.** h\n\n"
                   "The answers to what follows, one each:\n\n"
                   "- a day from 2024-02-29 to 2025-12-31, as YYYY-MM-DD\n\n"
                   "**d.** d\n\n**e.** e\n");
  rung_bytes_free(text);
  text = ask(model, "en", RUNG_FORMAT_CSV);
  assert_has(text, "h,outcome,,,h,0 to 24.5,a number\nh,outcome,,,h,?,don't know\n"
                   "d,outcome,,,d,2024-02-29 to 2025-12-31,a day as YYYY-MM-DD\n");
  rung_bytes_free(text);
  rung_model_free(model);
}

static void a_block_is_asked_as_a_whole_where_its_first_item_stands(void **unused)
{
  (void)unused;
  rung_model *model = asking_model("{'id':'x','text':{'en':'x'},'kind':'practice','scale':'tick'},"
                                   "{'id':'h','text':{'en':'h'},'kind':'outcome','scale':'hours'},"
                                   "{'id':'y','text':{'en':'y'},'kind':'practice','scale':'tick'},"
                                   "{'id':'i','text':{'en':'i'},'kind':'outcome','scale':'hours'}",
                                   "'blocks':[{'id':'p','kind':'pick','of':['x','y'],'count':1},"
                                   "{'id':'s','kind':'sum','of':['h','i'],'total':24}],");
  rung_bytes *text = ask(model, "en", RUNG_FORMAT_TABLE);
  assert_has(text, "Choose exactly 1 of the following 2, and write 1 beside each of them:\n\n"
                   "- **x.** x\n- **y.** y\n\n"
                   "Share out 24 points over the following 2, a number beside each, 0 where it "
                   "gets none:\n\n- **h.** h\n- **i.** i\n");
  rung_bytes_free(text);
  text = ask(model, "en", RUNG_FORMAT_CSV);
  assert_has(text, "x,practice,,p: choose exactly 1,x,0,\nx,practice,,p: choose exactly 1,x,1,\n"
                   "h,outcome,,s: share out 24 points,h,0 to 24.5,a number\n");
  rung_bytes_free(text);
  rung_model_free(model);
}

static void raters_have_a_section_each_where_there_are_several(void **unused)
{
  (void)unused;
  static const char TWO[] = "'id':'a','rater':'customer','text':{'en':'a'}";
  rung_model *model = base_model("'id':'a','text':{'en':'a'}", TWO);
  rung_bytes *text = ask(model, "en", RUNG_FORMAT_TABLE);
  assert_has(text, "\n## Questions\n\n");
  assert_lacks(text, "To be answered by");
  rung_bytes_free(text);
  rung_model_free(model);
  model = asking_model("{'id':'g','text':{'en':'g'},'kind':'text','rater':'self'},"
                       "{'id':'h','text':{'en':'h'},'kind':'text','rater':'leader'},"
                       "{'id':'i','text':{'en':'i'},'kind':'text','rater':'self'}",
                       "'comment':'',");
  text = ask(model, "en", RUNG_FORMAT_TABLE);
  assert_has(text, "## Questions for everybody\n\nTo be answered by everybody.\n\n");
  assert_has(text, "**c.** c\n");
  assert_has(text, "## Questions for the person the questions are about\n\nTo be answered by the "
                   "person the questions are about only.\n\n**g.** g\n\n(In your own words.)\n\n"
                   "**i.** i\n\n(In your own words.)\n\n## Questions for leaders\n\n");
  rung_bytes_free(text);
  text = ask(model, "en", RUNG_FORMAT_CSV);
  assert_has(text, "h,text,leader,,h,,\n");
  rung_bytes_free(text);
  rung_model_free(model);
}

static void no_text_steers_a_terminal_or_becomes_markup(void **unused)
{
  static const char EVIL[] = "{'en':'=1+1 <b>[x](y) a_b _c_ \\u001b[31m\\u202e\\n# \\u009b, z'}";
  (void)unused;
  char item[512];
  snprintf(item, sizeof item, "'id':'a','text':%s", EVIL);
  rung_bytes *text = ask_edited("'id':'a','text':{'en':'a'}", item, "en", RUNG_FORMAT_TABLE);
  assert_has(text, "**a.** =1+1 \\<b\\>\\[x\\](y) a_b \\_c\\_  \\[31m  \\#  , z\n");
  rung_bytes_free(text);
  text = ask_edited("'id':'a','text':{'en':'a'}", item, "en", RUNG_FORMAT_CSV);
  assert_has(text, "a,perception,,,\"'=1+1 <b>[x](y) a_b _c_ ?[31m??# ?, z\",1,no\n");
  rung_bytes_free(text);
}

static void a_template_is_the_ids_that_are_asked(void **unused)
{
  (void)unused;
  rung_model *model = base_model("'id':'t','text':{'en':'t'},'kind':'text'}",
                                 "'id':'u','text':{'en':'u'},'kind':'outcome','unmeasured':'w'},"
                                 "{'id':'t','text':{'en':'t'},'kind':'text'}");
  rung_bytes *text = NULL;
  assert_int_equal(rung_model_template(model, &text, NULL), RUNG_OK);
  assert_string_equal(rung_bytes_data(text), "a,b,c,t\n");
  rung_bytes_free(text);
  rung_model_free(model);
}

static void other_formats_are_refused(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  rung_bytes *text = NULL;
  rung_error error = {.status = 0};
  assert_status(rung_model_questionnaire(model, "en", RUNG_FORMAT_JSON, &text, &error),
                RUNG_E_UNSUPPORTED, &error);
  assert_null(text);
  assert_status(rung_model_questionnaire(model, "en", (rung_format)3, &text, &error),
                RUNG_E_ARGUMENT, &error);
  assert_null(text);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_level_never_appears),
      cmocka_unit_test(levels_and_values_stay_out_of_both_formats),
      cmocka_unit_test(the_page_is_consent_items_and_what_is_not_asked),
      cmocka_unit_test(assessments_are_called_so_and_no_text_is_promised),
      cmocka_unit_test(csv_has_a_line_per_item_and_answer),
      cmocka_unit_test(labels_are_in_the_language_asked_for),
      cmocka_unit_test(absences_are_offered_once),
      cmocka_unit_test(points_without_labels_share_a_line),
      cmocka_unit_test(numbers_and_days_are_asked_for_by_their_ends),
      cmocka_unit_test(a_block_is_asked_as_a_whole_where_its_first_item_stands),
      cmocka_unit_test(raters_have_a_section_each_where_there_are_several),
      cmocka_unit_test(no_text_steers_a_terminal_or_becomes_markup),
      cmocka_unit_test(a_template_is_the_ids_that_are_asked),
      cmocka_unit_test(other_formats_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
