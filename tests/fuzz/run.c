/* Fuzzing a whole run: answers, groups and weights, split anywhere, tally to the same.
 * SPDX-License-Identifier: Apache-2.0 */
#include "fuzz.h"

#include <math.h>

enum { ITEMS = 3, FIELDS = ITEMS + 2 };

/* The columns that rows of FIELDS bytes come to. */
struct table {
  size_t rows;
  int8_t *item[ITEMS];
  int16_t *group;
  double *weight;
};

static double weight_of(uint8_t byte)
{
  return byte == 255 ? NAN : byte < 4 ? 0 : ldexp(1 + byte % 16 / 16.0, byte / 16 - 7);
}

static struct table make_table(const uint8_t *data, size_t rows)
{
  static const int8_t CHOICES[] = {20, -7, 3, 4};
  struct table table = {.rows = rows};
  for (size_t item = 0; item < ITEMS; ++item)
    MUST((table.item[item] = malloc(rows + 1)) != NULL);
  MUST((table.group = malloc((rows + 1) * sizeof *table.group)) != NULL);
  MUST((table.weight = malloc((rows + 1) * sizeof *table.weight)) != NULL);
  for (size_t row = 0; row < rows; ++row) {
    const uint8_t *byte = data + row * FIELDS;
    table.item[0][row] = (int8_t)(byte[0] % 10);
    table.item[1][row] = (int8_t)(byte[1] % 10);
    table.item[2][row] = CHOICES[byte[2] % 4];
    table.group[row] = (int16_t)(byte[3] % 3);
    table.weight[row] = weight_of(byte[4]);
  }
  return table;
}

static void free_table(struct table *table)
{
  for (size_t item = 0; item < ITEMS; ++item)
    free(table->item[item]);
  free(table->group);
  free(table->weight);
}

static void bind(rung_answers *answers, rung_role role, const char *name, const void *data,
                 rung_type type, size_t rows)
{
  const rung_column column = {.data = data, .length = (int64_t)rows, .type = (int32_t)type};
  MUST(rung_answers_bind(answers, role, name, &column, NULL) == RUNG_OK);
}

static rung_answers *block(const struct table *table, size_t first, size_t rows, uint8_t choice)
{
  static const char *const IDS[ITEMS] = {"a", "b", "c"};
  rung_answers *answers = NULL;
  MUST(rung_answers_new(fixed_model(), &answers, NULL) == RUNG_OK);
  for (size_t item = 0; item < ITEMS; ++item)
    if (choice >> item & 1)
      bind(answers, RUNG_ROLE_ITEM, IDS[item], table->item[item] + first, RUNG_TYPE_INT8, rows);
  bind(answers, RUNG_ROLE_GROUP, "g", table->group + first, RUNG_TYPE_INT16, rows);
  if (choice & 8)
    bind(answers, RUNG_ROLE_WEIGHT, "w", table->weight + first, RUNG_TYPE_DOUBLE, rows);
  return answers;
}

/* The measures whose terms share one range: their scores lie within what is possible. */
static void look_at_measures(const rung_scores *scores, size_t rows)
{
  double *out = malloc((4 * rows + 1) * sizeof *out);
  MUST(out != NULL);
  for (size_t measure = 0; measure < 5; ++measure) {
    for (int which = RUNG_SCORE_VALUE; which <= RUNG_SCORE_COVERAGE; ++which)
      MUST(rung_scores_measure(scores, measure, (rung_score_figure)which,
                               out + (size_t)which * rows, rows) == RUNG_OK);
    for (size_t row = 0; row < rows; ++row) {
      const double value = out[row], low = out[rows + row], high = out[2 * rows + row];
      MUST(isnan(low) == isnan(high) && (isnan(low) || low <= high));
      if (measure != 3) MUST(isnan(value) || (low <= value && value <= high));
      MUST(isnan(out[3 * rows + row]) || (out[3 * rows + row] >= 0 && out[3 * rows + row] <= 1));
    }
  }
  free(out);
}

static void look_at_levels(const rung_scores *scores, size_t rows)
{
  int8_t *out = malloc(4 * rows + 1);
  MUST(out != NULL);
  for (size_t rule = 0; rule < 4; ++rule) {
    for (int which = RUNG_LEVEL_STATED; which <= RUNG_LEVEL_HIGHEST; ++which)
      MUST(rung_scores_levels(scores, 0, rule, (rung_level_figure)which, out + (size_t)which * rows,
                              rows) == RUNG_OK);
    for (size_t row = 0; row < rows; ++row) {
      MUST(out[row] >= -1 && out[row] < 3 && out[row] != 1);
      MUST(out[rows + row] >= out[row] && out[rows + row] < 3);
    }
  }
  free(out);
}

static rung_scores *scored(const rung_answers *answers, uint8_t choice)
{
  rung_settings *settings = NULL;
  rung_scores *scores = NULL;
  rung_error error = {0, 0, 0, 0, "", ""};
  MUST(rung_settings_new(&settings, NULL) == RUNG_OK);
  MUST(rung_settings_set(settings, RUNG_SETTING_PERSON_LEVELS, 1, NULL) == RUNG_OK);
  MUST(rung_settings_set(settings, RUNG_SETTING_STRICT, choice >> 4 & 1, NULL) == RUNG_OK);
  MUST(rung_scores_new(fixed_model(), settings, &scores, NULL) == RUNG_OK);
  rung_settings_free(settings);
  const rung_status status = rung_scores_compute(scores, answers, &error);
  must_tell(status, &error);
  MUST(status == RUNG_OK || (status == RUNG_E_ANSWERS && choice >> 4 & 1 && error.row > 0));
  look_at_measures(scores, rung_scores_rows(scores));
  look_at_levels(scores, rung_scores_rows(scores));
  if (status == RUNG_OK) return scores;
  rung_scores_free(scores);
  return NULL;
}

static rung_tally *new_tally(void)
{
  static const char *const GROUP[] = {"g"};
  rung_tally *tally = NULL;
  MUST(rung_tally_new(fixed_model(), GROUP, 1, RUNG_TALLY_PRODUCTS, &tally, NULL) == RUNG_OK);
  return tally;
}

/* Adds rows from `first` on; false: a weight was bad. */
static int add(rung_tally *tally, const struct table *table, size_t first, size_t rows,
               uint8_t choice)
{
  rung_answers *answers = block(table, first, rows, choice);
  rung_scores *scores = scored(answers, choice);
  rung_error error = {0, 0, 0, 0, "", ""};
  const rung_status status = rung_tally_add(tally, answers, scores, &error);
  must_tell(status, &error);
  MUST(status == RUNG_OK || (status == RUNG_E_ANSWERS && choice & 8 && error.row > 0));
  rung_scores_free(scores);
  rung_answers_free(answers);
  return status == RUNG_OK;
}

static void compare(const rung_tally *whole, const rung_tally *parts)
{
  rung_bytes *a = saved(whole), *b = saved(parts);
  rung_tally *loaded = NULL;
  MUST(same_bytes(a, rung_bytes_data(b), rung_bytes_length(b)));
  MUST(rung_tally_load(fixed_model(), rung_bytes_data(a), rung_bytes_length(a), &loaded, NULL) ==
       RUNG_OK);
  rung_bytes_free(b);
  b = saved(loaded);
  MUST(same_bytes(a, rung_bytes_data(b), rung_bytes_length(b)));
  rung_tally_free(loaded);
  rung_bytes_free(a);
  rung_bytes_free(b);
}

/* The first byte chooses columns and strictness, the second where the rows are split. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size < 2) return 0;
  const size_t rows = (size - 2) / FIELDS, split = data[1] * rows / 255;
  struct table table = make_table(data + 2, rows);
  rung_tally *whole = new_tally(), *head = new_tally(), *tail = new_tally();
  if (add(whole, &table, 0, rows, data[0])) {
    MUST(add(head, &table, 0, split, data[0]) && add(tail, &table, split, rows - split, data[0]));
    MUST(rung_tally_merge(tail, head, NULL) == RUNG_OK);
    compare(whole, tail);
  } else {
    compare(whole, head);
  }
  rung_tally_free(whole);
  rung_tally_free(head);
  rung_tally_free(tail);
  free_table(&table);
  return 0;
}
