/* Tests of model/read_uses: built-in models under a prefix are what they are by themselves.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model_support.h"

#include "model/model.h"

static const char *const HEAD = "{'format':'rung-model/1','id':'both','version':'1.0.0',"
                                "'title':{'en':'B'},'licence':'CC0-1.0','rows':'%s','uses':[%s]}";

static char *using_text(const char *rows, const char *uses)
{
  char whole[1024];
  snprintf(whole, sizeof whole, HEAD, rows, uses);
  return quoted(whole);
}

static rung_model *builtin(const char *id)
{
  rung_model *model = NULL;
  assert_int_equal(rung_model_builtin(id, &model, NULL), RUNG_OK);
  return model;
}

static const rung_part PARTS[] = {RUNG_PART_ITEM,    RUNG_PART_MEASURE, RUNG_PART_LADDER,
                                  RUNG_PART_READING, RUNG_PART_PAIR,    RUNG_PART_FLAG};

/* The parts of the one, then the parts of the other, each under its model's name. */
static void the_parts_of_all_stand_side_by_side(void **state)
{
  static const char *const USED[] = {"five-levels", "customer-stages"};
  char *text = using_text("people", "'five-levels@1','customer-stages@1'");
  rung_model *both = model_of(text);
  size_t place[LENGTH(PARTS)] = {0};
  (void)state;
  for (size_t model = 0; model < LENGTH(USED); ++model) {
    rung_model *alone = builtin(USED[model]);
    for (size_t part = 0; part < LENGTH(PARTS); ++part)
      for (size_t index = 0; index < rung_model_count(alone, PARTS[part]); ++index) {
        char id[256];
        snprintf(id, sizeof id, "%s.%s", USED[model],
                 rung_model_part_id(alone, PARTS[part], index));
        assert_string_equal(rung_model_part_id(both, PARTS[part], place[part]++), id);
      }
    rung_model_free(alone);
  }
  for (size_t part = 0; part < LENGTH(PARTS); ++part)
    assert_int_equal(rung_model_count(both, PARTS[part]), place[part]);
  rung_model_free(both);
  free(text);
}

/* Answers by chance to every item of the one, under a prefix or not. */
static struct sheet answered(rung_model *model, const rung_model *alone, const char *prefix)
{
  static double codes[64][50];
  struct sheet sheet = new_sheet(model);
  uint64_t seed = 20240229;
  assert_true(alone->item_count <= LENGTH(codes));
  for (size_t item = 0; item < alone->item_count; ++item) {
    const struct rung__item *of = &alone->items[item];
    if (of->count == 0) continue;
    for (size_t row = 0; row < LENGTH(codes[item]); ++row) {
      const size_t chosen = next_random(&seed) % (of->count + 1);
      codes[item][row] = chosen < of->count ? rung__grid_double(of->code[chosen]) : NAN;
    }
    char id[256];
    snprintf(id, sizeof id, "%s%s", prefix, of->id);
    answer(&sheet, id, codes[item], LENGTH(codes[item]));
  }
  compute(&sheet);
  return sheet;
}

static void a_model_scores_under_its_prefix_as_it_does_alone(void **state)
{
  char *text = using_text("people", "'customer-stages@1','five-levels@1'");
  rung_model *alone = builtin("five-levels"), *both = model_of(text);
  const size_t measures = both->measure_count - alone->measure_count;
  const size_t readings = both->reading_count - alone->reading_count;
  struct sheet one = answered(alone, alone, ""), other = answered(both, alone, "five-levels.");
  double scores[50], again[50];
  int8_t levels[50], levels_again[50];
  (void)state;
  for (size_t index = 0; index < alone->measure_count; ++index) {
    assert_int_equal(rung_scores_measure(one.scores, index, RUNG_SCORE_VALUE, scores, 50), RUNG_OK);
    assert_int_equal(
        rung_scores_measure(other.scores, measures + index, RUNG_SCORE_VALUE, again, 50), RUNG_OK);
    assert_memory_equal(scores, again, sizeof scores);
  }
  for (size_t index = 0; index < alone->reading_count; ++index)
    for (size_t rule = 0; rule < alone->readings[index].count; ++rule) {
      assert_int_equal(rung_scores_levels(one.scores, index, rule, RUNG_LEVEL_REACHED, levels, 50),
                       RUNG_OK);
      assert_int_equal(rung_scores_levels(other.scores, readings + index, rule, RUNG_LEVEL_REACHED,
                                          levels_again, 50),
                       RUNG_OK);
      assert_memory_equal(levels, levels_again, sizeof levels);
    }
  free_sheet(&one);
  free_sheet(&other);
  free(text);
}

static void what_cannot_be_used_is_refused_at_its_place(void **state)
{
  static const struct {
    const char *rows, *uses, *where, *message;
  } CASES[] = {
      {"people", "'five-levels'", "/uses/0", "major version"},
      {"people", "'five-levels@'", "/uses/0", "major version"},
      {"people", "'five-levels@1.0.0'", "/uses/0", "major version"},
      {"people", "'five-levels@x'", "/uses/0", "major version"},
      {"people", "'five-level@1'", "/uses/0", "built-in model"},
      {"people", "'@1'", "/uses/0", "built-in model"},
      {"people", "'five-levels@2'", "/uses/0", "this library has version 1."},
      {"people", "'five-levels@01'", "/uses/0", "this library has version 1."},
      {"people", "'customer-stages@1','five-levels@1','customer-stages@1'", "/uses/2", "twice"},
      {"people", "'humane-organisation@1'", "/uses/0", "cannot be used itself"},
      {"assessments", "'five-levels@1'", "/uses/0", "set \"rows\" to \"people\""},
      {"people", "", "/uses", ""},
      {"people", "7", "/uses/0", ""},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    char *text = using_text(CASES[index].rows, CASES[index].uses);
    rung_model *model = NULL;
    rung_error error = {.status = 0};
    assert_status(rung_model_parse(text, strlen(text), &model, &error), RUNG_E_MODEL, &error);
    assert_null(model);
    assert_string_equal(error.where, CASES[index].where);
    if (strstr(error.message, CASES[index].message) == NULL) fail_msg("%s", error.message);
    free(text);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_parts_of_all_stand_side_by_side),
      cmocka_unit_test(a_model_scores_under_its_prefix_as_it_does_alone),
      cmocka_unit_test(what_cannot_be_used_is_refused_at_its_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
