/* Tests of model/extremes: between which scores lie, worked out by hand from the ends of the terms.
 * SPDX-License-Identifier: Apache-2.0 */
#include "number_support.h"

#include "model/extremes.h"

/* x and y run from 0 to 100, z from 0 to 45, p and q from 1 to 5; w is x - y, from -100 to 100. */
#define DIFFERENCE "{'id':'w','of':['x','y'],'by':'difference'},"

static void scores_lie_between_the_ends_of_their_terms(void **state)
{
  static const struct {
    const char *label, *measure; /* the last one */
    double low, high;
  } CASES[] = {
      {"mean", "{'id':'m','of':['x','p'],'by':'mean'}", 0, 100},
      {"mean of points", "{'id':'m','of':['p','q'],'by':'mean'}", 1, 5},
      {"stretched", "{'id':'m','of':['p','q'],'by':'mean','rescale':[0,10]}", 0, 10},
      {"zero stands in", "{'id':'m','of':['p','q'],'by':'mean','absence':'zero'}", 0, 5},
      {"a number stands in", "{'id':'m','of':['p','q'],'by':'mean','absence':7}", 1, 7},
      {"turned round", "{'id':'m','of':['z'],'by':'max'}", 0, 45},
      {"sum: what is absent adds nothing", "{'id':'m','of':['x','p'],'by':'sum','base':3}", 3, 108},
      {"sum: what is not asked adds nothing, though the rest may fail",
       "{'id':'m','of':['x','p'],'by':'sum','absence':'fail'}", 0, 105},
      {"sum by weight: 0 + 2 * 100 + 5 / 2",
       "{'id':'m','of':[{'id':'x','weight':2},{'id':'p','weight':0.5}],'by':'sum'}", 0, 202.5},
      {"deduction: 100 - 105", "{'id':'m','of':['x','p'],'by':'deduction'}", -5, 100},
      {"attainable", "{'id':'m','of':['p','q'],'by':'attainable'}", 0, 10},
      {"percent", "{'id':'m','of':['x','p'],'by':'percent'}", 0, 100},
      {"votes", "{'id':'m','of':['a','b'],'by':'votes','tag':'k'}", 0, 100},
      {"difference", "{'id':'m','of':['x','p'],'by':'difference'}", -5, 99},
      {"product", "{'id':'m','of':['p','q'],'by':'product'}", 1, 25},
      {"product of what may be negative", DIFFERENCE "{'id':'m','of':['w','p'],'by':'product'}",
       -500, 500},
      {"ratio", "{'id':'m','of':['p','q'],'by':'ratio'}", 0.2, 5},
      {"a ratio that only its clip bounds", "{'id':'m','of':['x','y'],'by':'ratio','clip':[0,10]}",
       0, 10},
      {"clip and then round",
       "{'id':'m','of':['x'],'by':'mean','clip':[10,60.5],'round':{'mode':'half_up','digits':0}}",
       10, 61},
      {"a curve that rises to 50 and falls to 0",
       "{'id':'m','of':['x'],'by':'mean','curve':{'pieces':[{'to':50,'value':0,'slope':1},"
       "{'from':50,'value':100,'slope':-1}]}}",
       0, 50},
      {"a table", "{'id':'m','of':['p'],'by':'min','recode':{'1':-3,'2':8,'5':4,'9':50}}", -3, 8},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    rung_model *model = numbers_model(CASES[index].measure, "");
    const struct rung__measure *measure = &model->measures[model->measure_count - 1];
    if (measure->low != G(CASES[index].low) || measure->high != G(CASES[index].high))
      fail_msg("%s: %g to %g", CASES[index].label, rung__grid_double(measure->low),
               rung__grid_double(measure->high));
    rung_model_free(model);
  }
}

static void scores_without_an_end_are_refused(void **state)
{
  static const struct {
    const char *measure, *where, *message;
  } CASES[] = {
      {"{'id':'m','of':['x','y'],'by':'ratio'}", "/measures/0", "come near 0"},
      {DIFFERENCE "{'id':'m','of':['p','w'],'by':'ratio'}", "/measures/1", "come near 0"},
      {"{'id':'m','of':[{'id':'x','weight':1000}],'by':'sum'}", "/measures/0", "65536"},
      {"{'id':'s','of':[{'id':'x','weight':600}],'by':'sum'},"
       "{'id':'m','of':['s','p'],'by':'product'}",
       "/measures/1", "65536"},
      /* 60000 x 60000 leaves them, though x 0.00001 comes back */
      {"{'id':'s','of':[{'id':'x','weight':600}],'by':'sum'},"
       "{'id':'t2','of':[{'id':'y','weight':600}],'by':'sum'},"
       "{'id':'tiny','of':['p'],'by':'mean','rescale':[0,0.00001]},"
       "{'id':'m','of':['s','t2','tiny'],'by':'product'}",
       "/measures/3", "65536"},
      /* 3833 of at most 0.000000001 */
      {"{'id':'tiny','of':['p'],'by':'mean','rescale':[0,0.000000001]},"
       "{'id':'m','of':['tiny'],'by':'percent','absence':3833}",
       "/measures/1", "65536"},
      {"{'id':'m','of':['x'],'by':'mean','curve':{'pieces':[{'from':200,'value':1}]}}",
       "/measures/0", "no piece"},
      {"{'id':'m','of':['x'],'by':'mean','recode':{'200':1}}", "/measures/0", "no entry"},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    rung_error error = {.status = 0};
    assert_status(read_numbers(CASES[index].measure, &error), RUNG_E_MODEL, &error);
    assert_string_equal(error.where, CASES[index].where);
    if (strstr(error.message, CASES[index].message) == NULL) fail_msg("%s", error.message);
  }
}

static void a_quotient_is_rounded_and_stops_at_twice_the_limit(void **state)
{
  (void)state;
  assert_int_equal(rung__quotient(G(1), -G(4)), -G(0.25));
  assert_int_equal(rung__quotient(-G(1), -G(4)), G(0.25));
  assert_int_equal(rung__quotient(G(1), G(23)), 1012141565); /* 1012141565.2 */
  assert_int_equal(rung__quotient(-G(1), G(23)), -1012141565);
  assert_int_equal(rung__quotient(0, G(3)), 0);
  assert_int_equal(rung__quotient(RUNG__GRID_LIMIT, 1), RUNG__GRID_LIMIT * 2);
  assert_int_equal(rung__quotient(RUNG__GRID_LIMIT, -1), -RUNG__GRID_LIMIT * 2);
  assert_int_equal(rung__quotient(-RUNG__GRID_LIMIT, 1), -RUNG__GRID_LIMIT * 2);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(scores_lie_between_the_ends_of_their_terms),
      cmocka_unit_test(scores_without_an_end_are_refused),
      cmocka_unit_test(a_quotient_is_rounded_and_stops_at_twice_the_limit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
