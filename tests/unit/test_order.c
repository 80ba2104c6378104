/* Tests of model/order: each measure behind what it is made of and looks at; circles; deep nests.
 * SPDX-License-Identifier: Apache-2.0 */
#include "number_support.h"

#include "base/text.h"

#define OF(id, parts) "{'id':'" id "','of':[" parts "],'by':'mean'}"
#define LOOKS_AT(id, other)                                                                        \
  "{'id':'" id "','of':['x'],'by':'mean','withhold':[{'when':{'measure':'" other "','below':3},"   \
  "'reason':{'en':'r'}}]}"

static size_t place_of(const rung_model *model, size_t measure)
{
  for (size_t place = 0; place < model->measure_count; ++place)
    if (model->order[place] == measure) return place;
  fail_msg("measure %zu has no place", measure);
  return 0;
}

static void a_measure_stands_behind_its_terms_and_what_it_looks_at(void **state)
{
  /* by place in the file: 0 of 1 and 2, 1 of 3, 2 looks at 3, 3 of items */
  rung_model *model = numbers_model(
      OF("top", "'left','right'") "," OF("left", "'low'") "," LOOKS_AT("right", "low") "," OF(
          "low", "'x','y'"),
      "");
  (void)state;
  assert_int_equal(place_of(model, 3), 0);
  assert_true(place_of(model, 0) == 3);
  assert_true(place_of(model, 1) == 1 && place_of(model, 2) == 2); /* else as in the file */
  rung_model_free(model);
}

static void a_measure_may_look_at_itself(void **state)
{
  rung_model *model = numbers_model(LOOKS_AT("m", "m"), "");
  (void)state;
  assert_int_equal(model->order[0], 0);
  rung_model_free(model);
}

static void circles_are_refused(void **state)
{
  static const char *const CIRCLES[] = {
      OF("m", "'m'"),
      OF("m", "'n'") "," OF("n", "'m'"),
      OF("m", "'x','n'") "," OF("n", "'y','o'") "," OF("o", "'m'"),
      LOOKS_AT("m", "n") "," LOOKS_AT("n", "m"),
      OF("m", "'n'") "," LOOKS_AT("n", "m"),
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CIRCLES); ++index) {
    rung_error error = {.status = 0};
    assert_status(read_numbers(CIRCLES[index], &error), RUNG_E_MODEL, &error);
    assert_non_null(strstr(error.where, "/measures"));
  }
}

/* m0 looks at m1, m1 at m2, and so on; the last looks at itself. */
static rung_status look_deep(size_t count, rung_error *error)
{
  struct rung__buffer text = {0};
  for (size_t index = 0; index < count; ++index)
    rung__put_format(&text,
                     "%s{'id':'m%zu','of':['x'],'by':'mean','withhold':[{'when':{'not':{'all':["
                     "{'measure':'m%zu','below':3},{'item':'x','above':1}]}},"
                     "'reason':{'en':'r'}}]}",
                     index == 0 ? "" : ",", index, index + 1 < count ? index + 1 : index);
  assert_false(text.failed);
  const rung_status status = read_numbers(text.data, error);
  rung__buffer_free(&text);
  return status;
}

static void measures_look_at_measures_32_deep(void **state)
{
  rung_error error = {.status = 0};
  (void)state;
  assert_status(look_deep(32, &error), RUNG_OK, &error);
  assert_status(look_deep(33, &error), RUNG_E_MODEL, &error);
  assert_non_null(strstr(error.message, "deeper than 32"));
}

/* 4^20 ways lead down from the top: each measure is placed once. */
static void a_mesh_is_ordered_as_fast_as_a_chain(void **state)
{
  struct rung__buffer text = {0};
  (void)state;
  for (int row = 20; row >= 0; --row)
    for (int place = 0; place < 4; ++place) {
      rung__put_format(&text, "%s{'id':'m%d_%d','by':'mean','of':[",
                       row == 20 && place == 0 ? "" : ",", row, place);
      if (row == 0)
        rung__put_text(&text, "'x']}");
      else
        rung__put_format(&text, "'m%d_0','m%d_1','m%d_2','m%d_3']}", row - 1, row - 1, row - 1,
                         row - 1);
    }
  rung_model *model = numbers_model(text.data, "");
  for (size_t measure = 0; measure < model->measure_count; ++measure)
    assert_true(place_of(model, measure) / 4 == 20 - measure / 4 || measure < 4);
  rung_model_free(model);
  rung__buffer_free(&text);
}

static void a_range_is_exact_where_no_item_acts_twice(void **state)
{
  static const char *const MEASURES = OF("m", "'x','y'") "," OF("once", "'m','p'") "," OF(
      "twice", "'m','x'") "," OF("above",
                                 "'twice','p'") ",{'id':'curved','of':['x'],'by':'mean',"
                                                "'curve':{'pieces':[{'value':0,'slope':1}]}},{'id':"
                                                "'filled','of':['p','q'],'by':'mean',"
                                                "'absence':7}";
  static const bool EXACT[] = {true, true, false, false, false, false};
  rung_model *model = numbers_model(MEASURES, "");
  (void)state;
  for (size_t index = 0; index < LENGTH(EXACT); ++index)
    assert_case(model->measures[index].id, model->measures[index].exact_range == EXACT[index]);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_measure_stands_behind_its_terms_and_what_it_looks_at),
      cmocka_unit_test(a_measure_may_look_at_itself),
      cmocka_unit_test(circles_are_refused),
      cmocka_unit_test(measures_look_at_measures_32_deep),
      cmocka_unit_test(a_mesh_is_ordered_as_fast_as_a_chain),
      cmocka_unit_test(a_range_is_exact_where_no_item_acts_twice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
