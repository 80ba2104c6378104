/* Tallies: exact whatever the order, and as they were when something fails.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally_support.h"

#include "tally/tally.h"

#define SEED 20240229

/* Cuts a survey into pieces of chance length, tallies each, and merges them in a chance order. */
static rung_tally *tally_in_pieces(const rung_model *model, const struct survey *survey,
                                   uint64_t *state)
{
  rung_tally *piece[4];
  size_t left = LENGTH(piece);
  for (size_t index = 0; index < left; ++index)
    piece[index] = new_tally(model, 2, RUNG_TALLY_PRODUCTS);
  for (size_t first = 0, count; first < survey->count; first += count) {
    count = 1 + next_random(state) % 700;
    if (count > survey->count - first) count = survey->count - first;
    add_rows(piece[next_random(state) % LENGTH(piece)], model, survey, first, count);
  }
  while (left > 1) {
    const size_t to = next_random(state) % left;
    const size_t from = (to + 1 + next_random(state) % (left - 1)) % left;
    assert_int_equal(rung_tally_merge(piece[to], piece[from], NULL), RUNG_OK);
    rung_tally_free(piece[from]);
    piece[from] = piece[--left];
  }
  return piece[0];
}

static void any_split_and_any_order_give_the_same_bytes(void **unused)
{
  (void)unused;
  uint64_t state = SEED;
  rung_model *model = base_model(NULL, NULL);
  for (int round = 0; round < 12; ++round) {
    struct survey *survey = chance_survey(next_random(&state), 2500, 7, round % 2 == 1);
    rung_tally *whole = tally_of(model, survey, 2);
    rung_tally *pieces = tally_in_pieces(model, survey, &state);
    assert_true(same_tally(whole, pieces));
    assert_int_equal(rung_tally_rows(pieces), survey->count);
    rung_tally_free(whole);
    rung_tally_free(pieces);
    free(survey);
  }
  rung_model_free(model);
}

static void rows_in_another_order_give_the_same_bytes(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = chance_survey(SEED, 1500, 5, true);
  rung_tally *forth = tally_of(model, survey, 2), *back = new_tally(model, 2, RUNG_TALLY_PRODUCTS);
  for (size_t row = survey->count; row > 0; --row)
    add_rows(back, model, survey, row - 1, 1);
  assert_true(same_tally(forth, back));
  rung_tally_free(forth);
  rung_tally_free(back);
  free(survey);
  rung_model_free(model);
}

static void scores_that_were_just_computed_are_taken(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  const double a[] = {1, 2, 3, NAN}, b[] = {5, 4, 9, 2};
  struct sheet sheet = new_sheet(model);
  rung_tally *own = new_tally(model, 0, RUNG_TALLY_PRODUCTS);
  rung_tally *given = new_tally(model, 0, RUNG_TALLY_PRODUCTS);
  answer(&sheet, "a", a, 4);
  answer(&sheet, "b", b, 4);
  assert_int_equal(rung_tally_add(given, sheet.answers, sheet.scores, NULL), RUNG_E_MISMATCH);
  compute(&sheet);
  assert_int_equal(rung_tally_add(given, sheet.answers, sheet.scores, NULL), RUNG_OK);
  assert_int_equal(rung_tally_add(own, sheet.answers, NULL, NULL), RUNG_OK);
  assert_true(same_tally(own, given));
  answer(&sheet, "a", a, 3);
  answer(&sheet, "b", b, 3);
  assert_int_equal(rung_tally_add(given, sheet.answers, sheet.scores, NULL), RUNG_E_MISMATCH);
  assert_int_equal(rung_tally_rows(given), 4);
  rung_tally_free(own);
  rung_tally_free(given);
  free_sheet(&sheet);
}

static void weights_of_one_are_no_weights(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = chance_survey(SEED, 400, 3, false);
  rung_tally *plain = tally_of(model, survey, 1);
  for (size_t row = 0; row < survey->count; ++row)
    survey->weight[row] = 1;
  survey->weighted = true;
  rung_tally *ones = tally_of(model, survey, 1);
  assert_true(same_tally(plain, ones));
  assert_false(ones->groups.weighted);
  survey->weight[7] = 2;
  rung_tally *other = tally_of(model, survey, 1);
  assert_true(other->groups.weighted);
  assert_false(same_tally(plain, other));
  rung_tally_free(plain);
  rung_tally_free(ones);
  rung_tally_free(other);
  free(survey);
  rung_model_free(model);
}

static void a_weighted_tally_takes_in_an_unweighted_one(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = chance_survey(SEED, 600, 3, true);
  for (size_t row = 0; row < 300; ++row)
    survey->weight[row] = 1;
  rung_tally *whole = tally_of(model, survey, 1);
  rung_tally *plain = new_tally(model, 1, RUNG_TALLY_PRODUCTS),
             *rest = new_tally(model, 1, RUNG_TALLY_PRODUCTS);
  add_rows(plain, model, survey, 0, 300);
  add_rows(rest, model, survey, 300, 300);
  assert_false(plain->groups.weighted);
  assert_int_equal(rung_tally_merge(plain, rest, NULL), RUNG_OK);
  assert_true(same_tally(plain, whole));
  rung_tally_free(whole);
  rung_tally_free(plain);
  rung_tally_free(rest);
  free(survey);
  rung_model_free(model);
}

static void rows_of_weight_zero_are_counted_and_leave_no_group(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = calloc(1, sizeof *survey);
  put_row(survey, 4, 2, 10, "x");
  put_row(survey, 5, 1, 20, "nobody");
  survey->weight[1] = 0;
  survey->weighted = true;
  rung_tally *tally = tally_of(model, survey, 1);
  assert_int_equal(rung_tally_rows(tally), 2);
  assert_int_equal(tally->zero_rows, 1);
  assert_int_equal(tally->groups.ready, 1);
  assert_false(tally->groups.weighted);
  rung_tally_free(tally);
  free(survey);
  rung_model_free(model);
}

static void groups_stand_by_bytes_with_the_absent_first(void **unused)
{
  (void)unused;
  static const char *const TEAMS[] = {"b", "", "a", "ab", "Z", "\xC3\xA4"};
  static const char *const ORDER[] = {"", "Z", "a", "ab", "b", "\xC3\xA4"};
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = calloc(1, sizeof *survey);
  for (size_t team = 0; team < LENGTH(TEAMS); ++team)
    put_row(survey, 1, 1, 10, TEAMS[team]);
  rung_tally *tally = tally_of(model, survey, 1);
  size_t count = 0;
  uint32_t *order = rung__groups_order(&tally->groups, &count);
  assert_int_equal(count, LENGTH(ORDER));
  for (size_t place = 0; place < count; ++place) {
    struct rung__slice key = rung__names_get(&tally->groups.keys, order[place]), label;
    rung__key_take(&key, &label);
    assert_true(rung__same(label, rung__slice(ORDER[place])));
  }
  free(order);
  rung_tally_free(tally);
  free(survey);
  rung_model_free(model);
}

static void sums_and_counts_are_exact(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = calloc(1, sizeof *survey);
  put_row(survey, 1, 4, 10, "x");  /* ab is (1 + 2 + 2) / 3 */
  put_row(survey, 5, 1, NAN, "x"); /* ab is 5 */
  survey->weight[0] = 3;
  survey->weight[1] = 0.5;
  survey->weighted = true;
  rung_tally *tally = tally_of(model, survey, 1);
  const struct rung__sum *sum = rung__groups_sum(&tally->groups, 0, MEASURE_AB);
  struct rung__sum expected = {{0}};
  const int64_t first = RUNG__GRID / 3 * 5, second = RUNG__GRID * 5;
  rung__sum_add_product(&expected, first, 3 * RUNG__WEIGHT_ONE);
  rung__sum_add_product(&expected, second, RUNG__WEIGHT_ONE / 2);
  assert_int_equal(rung__sum_compare(&sum[0], &expected), 0);
  const struct rung__segment *item = rung__shape_item(&tally->shape, ITEM_C);
  assert_int_equal(rung__groups_active(&tally->groups, 0, item), 1);
  assert_int_equal(
      rung__groups_count(&tally->groups, 0, item->first + item->active + RUNG_ABSENT_SKIPPED), 1);
  assert_true(rung__groups_weight(&tally->groups, 0, item->first, item->active) ==
              3 * (rung__uwide)RUNG__WEIGHT_ONE);
  assert_true(rung__groups_largest(&tally->groups, 0, item) == 3 * RUNG__WEIGHT_ONE);
  rung_tally_free(tally);
  free(survey);
  rung_model_free(model);
}

/* A block that cannot be added, each for another reason. */
struct broken {
  const char *label;
  rung_status status;
  int64_t row;
  double weight;
  const char *team;
  size_t teams;   /* rows of the group column */
  int32_t offset; /* of the last text answer */
  bool no_team;
};

static const struct broken BROKEN[] = {
    {"a negative weight", RUNG_E_ANSWERS, 3, -1, "x", 3, 3, false},
    {"a weight that is none", RUNG_E_ANSWERS, 3, NAN, "x", 3, 3, false},
    {"a label that is not UTF-8", RUNG_E_ANSWERS, 3, 1, "\xC3", 3, 3, false},
    {"columns of unequal length", RUNG_E_ANSWERS, 0, 1, "x", 2, 3, false},
    {"offsets that fall", RUNG_E_ANSWERS, 3, 1, "x", 3, 1, false},
    {"no key column", RUNG_E_ANSWERS, 0, 1, "x", 3, 3, true},
};

static rung_status add_broken(rung_tally *tally, rung_model *model, const struct broken *broken,
                              rung_error *error)
{
  char team[3][TEXT_MOST] = {"new", "newer", ""};
  const double a[] = {1, 2, 3}, weight[] = {1, 2, broken->weight};
  const int32_t offsets[] = {0, 1, 2, broken->offset};
  const rung_column b = {.data = "123", .offsets = offsets, .length = 3, .type = RUNG_TYPE_TEXT};
  struct labels *labels = malloc(sizeof *labels);
  rung_answers *answers = NULL;
  snprintf(team[2], TEXT_MOST, "%s", broken->team);
  assert_int_equal(rung_answers_new(model, &answers, NULL), RUNG_OK);
  bind(answers, RUNG_ROLE_ITEM, "a", doubles(a, 3));
  bind(answers, RUNG_ROLE_ITEM, "b", b);
  bind(answers, RUNG_ROLE_WEIGHT, "w", doubles(weight, 3));
  if (!broken->no_team)
    bind(answers, RUNG_ROLE_GROUP, "team",
         label_column((const char(*)[TEXT_MOST])team, broken->teams, labels));
  const rung_status status = rung_tally_add(tally, answers, NULL, error);
  rung_answers_free(answers);
  free(labels);
  return status;
}

static void a_failed_addition_changes_nothing(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = chance_survey(SEED, 100, 3, false);
  for (size_t index = 0; index < LENGTH(BROKEN); ++index) {
    rung_tally *tally = tally_of(model, survey, 1), *before = tally_of(model, survey, 1);
    rung_error error = {.status = 0};
    const rung_status status = add_broken(tally, model, &BROKEN[index], &error);
    assert_case(BROKEN[index].label, status == BROKEN[index].status);
    assert_case(BROKEN[index].label, error.row == BROKEN[index].row);
    assert_case(BROKEN[index].label, same_tally(tally, before));
    rung_tally_free(tally);
    rung_tally_free(before);
  }
  free(survey);
  rung_model_free(model);
}

static void more_rows_than_can_be_counted_are_refused(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  const double a[] = {1, 2};
  rung_answers *answers = NULL;
  rung_tally *tally = new_tally(model, 0, RUNG_TALLY_COUNTS),
             *other = new_tally(model, 0, RUNG_TALLY_COUNTS);
  assert_int_equal(rung_answers_new(model, &answers, NULL), RUNG_OK);
  bind(answers, RUNG_ROLE_ITEM, "a", doubles(a, 2));
  tally->rows = UINT32_MAX - 1;
  assert_int_equal(rung_tally_add(tally, answers, NULL, NULL), RUNG_E_LIMIT);
  assert_int_equal(rung_tally_add(other, answers, NULL, NULL), RUNG_OK);
  assert_int_equal(rung_tally_merge(tally, other, NULL), RUNG_E_LIMIT);
  tally->rows = UINT32_MAX - 2;
  assert_int_equal(rung_tally_merge(tally, other, NULL), RUNG_OK);
  rung_tally_free(tally);
  rung_tally_free(other);
  rung_answers_free(answers);
  rung_model_free(model);
}

static void what_does_not_belong_together_is_not_merged(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL),
             *renamed = base_model("'version':'1.0.0'", "'version':'0.9.0'");
  rung_model *rescored = base_model("'cut':2.5", "'cut':2.75");
  rung_tally *tally = new_tally(model, 1, RUNG_TALLY_PRODUCTS),
             *again = new_tally(model, 1, RUNG_TALLY_PRODUCTS);
  rung_tally *coarse = new_tally(model, 0, RUNG_TALLY_PRODUCTS), *counts = new_tally(model, 1, 0);
  rung_tally *other = new_tally(rescored, 1, RUNG_TALLY_PRODUCTS),
             *same = new_tally(renamed, 1, RUNG_TALLY_PRODUCTS);
  rung_error error = {.status = 0};
  assert_int_equal(rung_tally_merge(tally, coarse, &error), RUNG_E_MISMATCH);
  assert_non_null(strstr(error.message, "key columns"));
  assert_int_equal(rung_tally_merge(tally, counts, NULL), RUNG_E_MISMATCH);
  assert_int_equal(rung_tally_merge(tally, other, NULL), RUNG_E_MISMATCH);
  assert_int_equal(rung_tally_merge(tally, same, NULL), RUNG_OK);
  assert_int_equal(rung_tally_merge(same, again, NULL), RUNG_OK);
  assert_true(same_tally(tally, same));
  rung_tally *const all[] = {tally, again, coarse, counts, other, same};
  for (size_t index = 0; index < LENGTH(all); ++index)
    rung_tally_free(all[index]);
  rung_model_free(model);
  rung_model_free(renamed);
  rung_model_free(rescored);
}

static void a_tally_is_made_of_named_columns_and_known_parts(void **unused)
{
  (void)unused;
  static const char *const TWICE[] = {"a", "a"}, *const UNNAMED[] = {""};
  const char *many[17];
  rung_model *model = base_model(NULL, NULL);
  rung_tally *tally = (rung_tally *)1;
  for (size_t index = 0; index < LENGTH(many); ++index)
    many[index] = "c";
  assert_int_equal(rung_tally_new(NULL, NULL, 0, 0, &tally, NULL), RUNG_E_ARGUMENT);
  assert_null(tally);
  assert_int_equal(rung_tally_new(model, NULL, 1, 0, &tally, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_tally_new(model, TWICE, 2, 0, &tally, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_tally_new(model, UNNAMED, 1, 0, &tally, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_tally_new(model, many, 17, 0, &tally, NULL), RUNG_E_LIMIT);
  assert_int_equal(rung_tally_new(model, NULL, 0, 8, &tally, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_tally_new(model, NULL, 0, 0, NULL, NULL), RUNG_E_ARGUMENT);
  rung_tally_free(NULL);
  rung_model_free(model);
}

static void a_tally_may_outlive_its_model_and_be_merged_with_itself(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = chance_survey(SEED, 50, 2, true);
  rung_tally *tally = tally_of(model, survey, 1), *twice = tally_of(model, survey, 1);
  add_rows(twice, model, survey, 0, survey->count);
  rung_model_free(model);
  assert_int_equal(rung_tally_merge(tally, tally, NULL), RUNG_OK);
  assert_true(same_tally(tally, twice));
  rung_tally_free(tally);
  rung_tally_free(twice);
  free(survey);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_split_and_any_order_give_the_same_bytes),
      cmocka_unit_test(rows_in_another_order_give_the_same_bytes),
      cmocka_unit_test(scores_that_were_just_computed_are_taken),
      cmocka_unit_test(weights_of_one_are_no_weights),
      cmocka_unit_test(a_weighted_tally_takes_in_an_unweighted_one),
      cmocka_unit_test(rows_of_weight_zero_are_counted_and_leave_no_group),
      cmocka_unit_test(groups_stand_by_bytes_with_the_absent_first),
      cmocka_unit_test(sums_and_counts_are_exact),
      cmocka_unit_test(a_failed_addition_changes_nothing),
      cmocka_unit_test(more_rows_than_can_be_counted_are_refused),
      cmocka_unit_test(what_does_not_belong_together_is_not_merged),
      cmocka_unit_test(a_tally_is_made_of_named_columns_and_known_parts),
      cmocka_unit_test(a_tally_may_outlive_its_model_and_be_merged_with_itself),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
