/* The model reader: what it refuses, where and why; what it makes of what it takes.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model_support.h"

#include "model/model.h"

/* A mistake in the model of model_support.h, the place and words that tell of it. */
struct defect {
  const char *find, *replace, *where, *words;
};

static const struct defect HEAD[] = {
    {"'format':'rung-model/1',", "", "", "there is no \"format\""},
    {"rung-model/1", "rung-model/2", "/format", "rung-model/1"},
    {"'id':'base',", "", "", "\"id\" is missing"},
    {"'id':'base'", "'id':'-base'", "/id", "no id"},
    {"1.0.0", "1.0", "/version", "1.0.0"},
    {"1.0.0", "1.0.0-rc", "/version", "1.0.0"},
    {"'en':'Base'", "'e':'Base'", "/title/e", "language"},
    {"{'en':'Base'}", "{}", "/title", "by language"},
    {"'rows':'people'", "'rows':'persons'", "/rows", "assessments"},
    {"'source':'own'", "'source':'other'", "/source", "no source 'other'"},
    {"'licence'", "'license'", "/license", "no such key"},
    {"'kind':'assumed'", "'kind':'guess'", "/sources/own/kind", "published"},
    {"'text':'none'", "'text':''", "/sources/own/text", "1 to 4096"},
    {"'ref':'nowhere'", "'ref':'nowhere','comment':5", "/sources/own/comment", "string"},
};

static const struct defect SCALES[] = {
    {"[1,2,3,4,5]", "[1,2,2,4,5]", "/scales/agree/points/2", "rise"},
    {"[1,2,3,4,5]", "[5]", "/scales/agree/points", "2 to 120"},
    {"[1,2,3,4,5]", "[1,2,3,4,65537]", "/scales/agree/points/4", "65536"},
    {"[1,2,3,4,5]", "[1,2,3,'4',5]", "/scales/agree/points/3", "number"},
    {"['no','rather no',", "['no',", "/scales/agree/labels/en", "5 to 5"},
    {"'favourable':[4,5]", "'favourable':[6]", "/scales/agree/favourable/0", "none of the scale"},
    {"'neutral':[3]", "'neutral':[4]", "/scales/agree/neutral/0", "twice"},
    {"'favourable':[4,5],", "", "/scales/agree/neutral", "without favourable"},
    {"'9':'not_applicable'", "'9':'missing'", "/scales/agree/absent/9", "not_applicable"},
    {"'rank':{'ladder':'three'", "'rank':{'ladder':'four'", "/scales/rank/ladder", "no ladder"},
    {"'rank':{'ladder':'three'", "'rank':{'ladder':'three','points':[1,2]", "/scales/rank/points",
     "no such key"},
};

static const struct defect ITEMS[] = {
    {"'about':'team'", "'about':'boss'", "/items/0/about", "leader"},
    {"'kind':'perception'", "'kind':'opinion'", "/items/0/kind", "perception"},
    {"'kind':'perception','about':'team','scale':'agree'", "'kind':'perception'", "/items/0",
     "\"scale\""},
    {"'scale':'agree'", "'scale':'agreed'", "/items/0/scale", "no scale 'agreed'"},
    {"{'id':'b','text'", "{'id':'a','text'", "/items/1/id", "twice"},
    {"'reverse':true", "'reverse':1", "/items/1/reverse", "true or false"},
    {"'reverse':true", "'recode':{'1':2}", "/items/1/recode", "each of the 5"},
    {"'reverse':true", "'recode':{'1':2,'2':2,'3':2,'4':2,'6':2}", "/items/1/recode/6",
     "none of the scale"},
    {"'reverse':true", "'recode':{'1':2,'2':2,'3':2,'4':2,'4.0':2}", "/items/1/recode/4.0",
     "twice"},
    {"'reverse':true", "'options':[]", "/items/1/options", "choice"},
    {"'code':20", "'code':10", "/items/2/options/1/code", "two options"},
    {"'code':20", "'code':20.5", "/items/2/options/1/code", "whole number"},
    {"'code':20", "'code':10000", "/items/2/options/1/code", "9999"},
    {"'level':'low'", "'level':'lower'", "/items/2/options/1/level",
     "no level 'lower'; it has low, mid, high"},
    {"'level':'low'", "'value':1", "/items/2/options/1/value", "no such key"},
    {"'scale':'agree'", "'scale':'agree','tags':['x','x']", "/items/0/tags/1",
     "the tag 'x' stands twice; name it once"},
    {"'no','rather no'", "'no',' NO '", "/items/0", "stands for two answers"},
    {"'9':'not_applicable'", "' Yes':'not_applicable'", "/items/0", "stands for two answers"},
    {"'9':'not_applicable'", "'5.0':'not_applicable'", "/items/0", "a code of this item"},
    {"'en':'least'", "'en':'least','de':'MOST'", "/items/2", "stands for two answers"},
    {"'kind':'text'", "'kind':'text','scale':'agree'", "/items/3/scale", "no scale"},
    {"'kind':'text'", "'kind':'text','reverse':true", "/items/3/reverse", "without a scale"},
};

static const struct defect MEASURES[] = {
    {"'of':['a',", "'of':['z',", "/measures/0/of/0", "no item or measure 'z'; declare"},
    {"'of':['a',", "'of':['t',", "/measures/0/of/0", "text item"},
    {"{'id':'b','weight':2}", "'a'", "/measures/0/of/1", "twice"},
    {"'weight':2", "'weight':0", "/measures/0/of/1/weight", "from 1e-06"},
    {"'weight':2", "'weight':0.0000015", "/measures/0/of/1/weight", "multiple"},
    {"'by':'mean'", "'by':'average'", "/measures/0/by", "median"},
    {"'needs':{'share':0.5}", "'needs':{'share':0}", "/measures/0/needs/share", "above 0"},
    {"'needs':{'share':0.5}", "'needs':{'count':3}", "/measures/0/needs/count", "0 to 2"},
    {"'needs':{'share':0.5}", "'needs':{'share':0.5,'count':1}", "/measures/0/needs/share",
     "no such key"},
    {"'needs':{'share':0.5}", "'rescale':[5,5]", "/measures/0/rescale", "low below high"},
    {"'of':['c'],'by':'median'", "'of':['c'],'by':'share'", "/measures/1/of/0", "favourable"},
    {"'of':['c'],'by':'median'", "'of':['c'],'by':'net'", "/measures/1/of/0",
     "a net counts favourable"},
    {"'of':['ab'],'by':'mean'", "'of':['ab'],'by':'mean','rescale':[0,1]", "/measures/2/of/0",
     "rescaled"},
    {"'of':['ab'],'by':'mean'", "'of':['all'],'by':'mean'", "/measures/2", "itself"},
    {"{'id':'cc'", "{'id':'a'", "/measures/1/id", "twice"},
    {"'id':'all'", "'id':'all','title':'All'", "/measures/2/title", "by language"},
};

static const struct defect LADDERS[] = {
    {"'neutral':{'en':'low'}", "'culture':{'en':'low'}", "/ladders/0/levels/0/names", "neutral"},
    {"{'id':'mid'", "{'id':'low'", "/ladders/0/levels/1/id", "twice"},
    {"'names':{'neutral':{'en':'low'}}", "'names':{'neutral':{'en':'low'}},'anchor':false",
     "/ladders/0/levels/0", "nothing could be stated"},
    {"['low','mid']", "['low','high']", "/ladders/0/regions/0/levels/1", "side by side"},
};

static const struct defect RULES[] = {
    {"'of':'ab','primary'", "'of':'a','primary'", "/readings/0/of", "that is an item"},
    {"'ladder':'three','of'", "'ladder':'two','of'", "/readings/0/ladder", "no ladder 'two'"},
    {"'primary':'cut'", "'primary':'cuts'", "/readings/0/primary", "no rule 'cuts'"},
    {"'primary':'cut'", "'primary':'cut','facet':'mood'", "/readings/0/facet", "mood"},
    {"'cut':2.5", "'cut':3.5", "/readings/0/rules/0/at/1", "rise"},
    {"'down':3.5", "'down':4.5", "/readings/0/rules/0/at/1/down", "above \"up\""},
    {"'waves':2", "'waves':13", "/readings/0/rules/0/at/1/waves", "1 to 12"},
    {"'to':'mid','cut'", "'to':'low','cut'", "/readings/0/rules/0/at/0/to", "lowest"},
    {"'to':'high'", "'to':'mid'", "/readings/0/rules/0/at/1/to", "rise"},
    {"'level':'low','to':3", "'level':'low','from':3,'to':3", "/readings/0/rules/1/bands/0",
     "empty"},
    {"{'id':'bands'", "{'id':'cut'", "/readings/0/rules/1/id", "'cut'"},
    {"'by':'bands'", "'by':'bands','closed':'left'", "/readings/0/rules/1/closed", "high"},
    {"'from':'cut','of':['ab','all']", "'from':'most','of':['ab','all']", "/readings/0/rules/2",
     "holds no score"},
    {"'from':'cut','of':['ab','all']", "'from':'weak','of':['ab','all']",
     "/readings/0/rules/2/from", "itself"},
    {"'of':['ab','all']", "'of':['ab']", "/readings/0/rules/2/of", "2 to"},
    {"'from':'cut','least':0.5", "'over':'group','least':0.5", "/readings/0/rules/3/over",
     "people"},
    {"'least':0.5", "'least':1.5", "/readings/0/rules/3/least", "0 to 1"},
};

static const struct defect SIDES[] = {
    {"'done':'cc'", "'done':'ab'", "/pairs/0/done", "two measures"},
    {"'at_least':4", "'at_least':4,'below':5", "/flags/0/when/all/0", "2 comparisons"},
    {"'at_most':'mid'", "'above':'mid'", "/flags/0/when/all/1/above", "no such key"},
    {"'id':'f'", "'id':'main'", "/flags/0/id", "twice"},
    {"'least_n':6", "'least_n':2", "/disclosure/least_n", "3 to 1000"},
    {"'c':10,", "'c':11,", "/examples/0/answers/c", "no answer of 'c'"},
    {"'c':10,", "'z':1,", "/examples/0/answers/z", "no item 'z'"},
    {"'ab':4,'f'", "'ba':4,'f'", "/examples/0/expect/ba", "no reading, measure or flag"},
    {"'f':false", "'f':'no'", "/examples/0/expect/f", "true or false"},
    {"'level':'high','state'", "'level':'top','state'", "/examples/0/expect/main/level", "top"},
};

static void refuse(const struct defect *defect)
{
  char *text = base_text(defect->find, defect->replace);
  rung_model *model = (rung_model *)text;
  rung_error error = {.status = 0};
  const rung_status status = rung_model_parse(text, strlen(text), &model, &error);
  free(text);
  if (status != RUNG_E_MODEL || strcmp(error.where, defect->where) != 0 ||
      strstr(error.message, defect->words) == NULL)
    fail_msg("%s for %s: %s at '%s' (not '%s'): %s (not '%s')", defect->replace, defect->find,
             rung_status_name(error.status), error.where, defect->where, error.message,
             defect->words);
  assert_null(model);
}

static void refuse_all(const struct defect *defects, size_t count)
{
  for (size_t index = 0; index < count; ++index)
    refuse(&defects[index]);
}

static void mistakes_of_the_head_are_told_with_their_place(void **state)
{
  (void)state;
  refuse_all(HEAD, LENGTH(HEAD));
}

static void mistakes_of_scales_are_told_with_their_place(void **state)
{
  (void)state;
  refuse_all(SCALES, LENGTH(SCALES));
}

static void mistakes_of_items_are_told_with_their_place(void **state)
{
  (void)state;
  refuse_all(ITEMS, LENGTH(ITEMS));
}

static void mistakes_of_measures_are_told_with_their_place(void **state)
{
  (void)state;
  refuse_all(MEASURES, LENGTH(MEASURES));
}

static void mistakes_of_ladders_are_told_with_their_place(void **state)
{
  (void)state;
  refuse_all(LADDERS, LENGTH(LADDERS));
}

static void mistakes_of_rules_are_told_with_their_place(void **state)
{
  (void)state;
  refuse_all(RULES, LENGTH(RULES));
}

static void mistakes_beside_the_readings_are_told_with_their_place(void **state)
{
  (void)state;
  refuse_all(SIDES, LENGTH(SIDES));
}

static void a_good_model_reads_and_gives_back_its_text(void **state)
{
  (void)state;
  char *text = base_text(NULL, NULL);
  rung_model *model = base_model(NULL, NULL);
  assert_string_equal(rung_model_source(model), text);
  assert_string_equal(rung_model_id(model), "base");
  assert_string_equal(rung_model_version(model), "1.0.0");
  assert_int_equal(rung_model_rows_are_people(model), 1);
  assert_int_equal(rung_model_count(model, RUNG_PART_ITEM), 4);
  assert_int_equal(rung_model_count(model, RUNG_PART_MEASURE), 3);
  assert_int_equal(rung_model_count(model, RUNG_PART_FLAG), 1);
  assert_int_equal(rung_model_count(model, (rung_part)99), 0);
  assert_int_equal(model->least_n, 6);
  assert_int_equal(model->least_n_spread, 10);
  free(text);
  rung_model_free(model);
}

static void a_reversed_item_mirrors_its_values_and_its_favour(void **state)
{
  (void)state;
  rung_model *model = base_model(NULL, NULL);
  const struct rung__item *item = &model->items[ITEM_B];
  static const uint8_t FAVOUR[] = {RUNG__FAVOURABLE, RUNG__FAVOURABLE, RUNG__NEUTRAL,
                                   RUNG__UNFAVOURABLE, RUNG__UNFAVOURABLE};
  for (size_t index = 0; index < 5; ++index) {
    assert_true(item->code[index] == RUNG__GRID * (int64_t)(index + 1));
    assert_true(item->value[index] == RUNG__GRID * (int64_t)(5 - index));
    assert_int_equal(item->favour[index], FAVOUR[index]);
  }
  rung_model_free(model);
}

static void options_stand_in_print_order_and_are_worth_their_level(void **state)
{
  (void)state;
  rung_model *model = base_model(NULL, NULL);
  const struct rung__item *item = &model->items[ITEM_C];
  int64_t number = 0;
  assert_int_equal(item->count, 2);
  assert_true(item->value[0] == 3 * RUNG__GRID && item->value[1] == RUNG__GRID);
  assert_true(item->low == RUNG__GRID && item->high == 3 * RUNG__GRID);
  assert_int_equal(rung__item_code(item, 20 * RUNG__GRID), 1);
  assert_int_equal(rung__item_match(item, rung__slice(" MOST "), &number), 0);
  assert_int_equal(rung__item_match(item, rung__slice("more"), &number), RUNG__UNKNOWN_ANSWER);
  rung_model_free(model);
}

static void the_digest_is_of_the_arithmetic_alone(void **state)
{
  static const char *const same[][2] = {{"'en':'Base'", "'en':'Other'"},
                                        {"'title':'one'", "'title':'two'"},
                                        {"'cut':2.5", "'cut':2.50"},
                                        {"'licence'", "'comment':'x','licence'"}};
  static const char *const other[][2] = {{"'cut':2.5", "'cut':2.6"},
                                         {"'weight':2", "'weight':3"},
                                         {"'reverse':true", "'reverse':false"},
                                         {"'rows':'people'", "'rows':'assessments'"},
                                         {"'needs':{'share':0.5}", "'needs':{'share':0.6}"}};
  (void)state;
  rung_model *base = base_model(NULL, NULL);
  for (size_t index = 0; index < LENGTH(same); ++index) {
    rung_model *model = base_model(same[index][0], same[index][1]);
    assert_case(same[index][1], strcmp(rung_model_digest(model), rung_model_digest(base)) == 0);
    rung_model_free(model);
  }
  for (size_t index = 0; index < LENGTH(other); ++index) {
    rung_model *model = base_model(other[index][0], other[index][1]);
    assert_case(other[index][1], strcmp(rung_model_digest(model), rung_model_digest(base)) != 0);
    rung_model_free(model);
  }
  rung_model_free(base);
}

/* A clip makes two levels worth the same; but a vote is for one of them. */
static void the_digest_knows_the_level_of_an_option(void **state)
{
  static const char OPTION[] = "{'code':10,'level':'high','text':{'en':'most'}},"
                               "{'code':20,'level':'low','text':{'en':'least'}}]}";
  (void)state;
  rung_model *high = base_model(OPTION, "{'code':10,'level':'high','text':{'en':'most'}},"
                                        "{'code':20,'level':'low','text':{'en':'least'}}],"
                                        "'clip':[1,2]}");
  rung_model *mid = base_model(OPTION, "{'code':10,'level':'mid','text':{'en':'most'}},"
                                       "{'code':20,'level':'low','text':{'en':'least'}}],"
                                       "'clip':[1,2]}");
  assert_int_equal(high->items[ITEM_C].value[0], mid->items[ITEM_C].value[0]);
  assert_true(strcmp(rung_model_digest(high), rung_model_digest(mid)) != 0);
  rung_model_free(high);
  rung_model_free(mid);
}

static void texts_fall_back_to_english_then_to_the_first_then_to_the_id(void **state)
{
  (void)state;
  rung_model *model = base_model("'title':{'en':'Base'}", "'title':{'de':'Basis','en':'Base'}");
  assert_string_equal(rung_model_part_text(model, RUNG_PART_ITEM, ITEM_A, "fr"), "a");
  assert_string_equal(rung_model_part_text(model, RUNG_PART_MEASURE, MEASURE_AB, NULL), "ab");
  assert_null(rung_model_part_text(model, RUNG_PART_ITEM, 4, NULL));
  assert_string_equal(rung__localised(&model->title, "de", ""), "Basis");
  assert_string_equal(rung__localised(&model->title, "fr", ""), "Base");
  assert_string_equal(rung_model_level_name(model, 0, LOW, "mood", "de"), "low");
  assert_null(rung_model_level_name(model, 0, 3, NULL, NULL));
  rung_model_free(model);
}

static void finding_a_part_writes_nothing_when_there_is_none(void **state)
{
  (void)state;
  rung_model *model = base_model(NULL, NULL);
  size_t index = 7;
  assert_int_equal(rung_model_find(model, RUNG_PART_ITEM, "z", &index), RUNG_E_UNKNOWN);
  assert_int_equal(index, 7);
  assert_int_equal(rung_model_find(model, RUNG_PART_MEASURE, "all", &index), RUNG_OK);
  assert_int_equal(index, MEASURE_ALL);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(mistakes_of_the_head_are_told_with_their_place),
      cmocka_unit_test(mistakes_of_scales_are_told_with_their_place),
      cmocka_unit_test(mistakes_of_items_are_told_with_their_place),
      cmocka_unit_test(mistakes_of_measures_are_told_with_their_place),
      cmocka_unit_test(mistakes_of_ladders_are_told_with_their_place),
      cmocka_unit_test(mistakes_of_rules_are_told_with_their_place),
      cmocka_unit_test(mistakes_beside_the_readings_are_told_with_their_place),
      cmocka_unit_test(a_good_model_reads_and_gives_back_its_text),
      cmocka_unit_test(a_reversed_item_mirrors_its_values_and_its_favour),
      cmocka_unit_test(options_stand_in_print_order_and_are_worth_their_level),
      cmocka_unit_test(the_digest_is_of_the_arithmetic_alone),
      cmocka_unit_test(the_digest_knows_the_level_of_an_option),
      cmocka_unit_test(texts_fall_back_to_english_then_to_the_first_then_to_the_id),
      cmocka_unit_test(finding_a_part_writes_nothing_when_there_is_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
