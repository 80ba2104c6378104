/* Hello: from answers to a level in five calls. Prints the level of a team of twelve.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>

#include <rung/rung.h>

/* What twelve people chose; 8 is "don't know". Which level an option describes, the model knows. */
static const int8_t chosen[3][12] = {{2, 2, 4, 2, 2, 1, 2, 2, 4, 2, 2, 2},
                                     {4, 4, 1, 4, 4, 4, 1, 4, 1, 4, 4, 8},
                                     {3, 3, 4, 3, 1, 3, 3, 3, 4, 3, 3, 3}};

static rung_status survey(const rung_model *model, rung_answers **answers)
{
  static const char *const items[3] = {"T1", "T2", "T3"};
  rung_status status = rung_answers_new(model, answers, NULL);
  for (int i = 0; status == RUNG_OK && i < 3; i++) {
    const rung_column column = {.data = chosen[i], .length = 12, .type = RUNG_TYPE_INT8};
    status = rung_answers_bind(*answers, RUNG_ROLE_ITEM, items[i], &column, NULL);
  }
  return status;
}

static void print_level(const rung_model *model, const rung_findings *findings)
{
  size_t thinking = 0;
  rung_model_find(model, RUNG_PART_READING, "thinking", &thinking);
  const double level = rung_findings_number(findings, RUNG_TABLE_READING, thinking,
                                            RUNG_FIGURE_LEVEL);
  if (level >= 0)
    printf("The team's thinking stands on level %s: %s.\n",
           rung_model_level_id(model, 0, (size_t)level),
           rung_model_level_name(model, 0, (size_t)level, NULL, "en"));
}

int main(void)
{
  rung_model *model = NULL;
  rung_answers *answers = NULL;
  rung_tally *tally = NULL;
  rung_findings *findings = NULL;
  rung_status status = rung_model_builtin("five-levels", &model, NULL);
  if (!status) status = survey(model, &answers);
  if (!status) status = rung_tally_new(model, NULL, 0, RUNG_TALLY_SCORES, &tally, NULL);
  if (!status) status = rung_tally_add(tally, answers, NULL, NULL);
  const rung_tally *const waves[] = {tally};
  if (!status) status = rung_findings_new(waves, 1, NULL, NULL, &findings, NULL);
  if (!status) print_level(model, findings);
  rung_findings_free(findings);
  rung_tally_free(tally);
  rung_answers_free(answers);
  rung_model_free(model);
  return status != RUNG_OK;
}
