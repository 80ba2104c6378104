/* Arrow: a record batch is scored where it is. Prints what each of five people sees done, 0 to 100.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The batch is made by hand, as another library would hand it over: a column of labels that are
 * numbered, a column of whole numbers, and a column of labels one behind the other. The library
 * borrows it and never releases it: whoever has it does, once the answers are freed. */
#include <stdio.h>

#include <rung/rung.h>

/* The two structs of the Arrow C data interface, under the guard that all share. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
struct ArrowSchema {
  const char *format, *name, *metadata;
  int64_t flags, n_children;
  struct ArrowSchema **children, *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};
struct ArrowArray {
  int64_t length, null_count, offset, n_buffers, n_children;
  const void **buffers;
  struct ArrowArray **children, *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};
#endif

#define PEOPLE 5

/* Nothing was allocated: a struct is released by saying so, of its parts and of itself. */
static void release_schema(struct ArrowSchema *schema)
{
  for (int64_t i = 0; i < schema->n_children; i++)
    schema->children[i]->release(schema->children[i]);
  if (schema->dictionary) schema->dictionary->release(schema->dictionary);
  schema->release = NULL;
}

static void release_array(struct ArrowArray *array)
{
  for (int64_t i = 0; i < array->n_children; i++)
    array->children[i]->release(array->children[i]);
  if (array->dictionary) array->dictionary->release(array->dictionary);
  array->release = NULL;
}

/* A1: "Agree", "Disagree", "Agree", "Strongly agree", "Disagree". */
static const char words[] = "DisagreeAgreeStrongly agree";
static const int32_t word_offsets[] = {0, 8, 13, 27};
static const int8_t numbers[PEOPLE] = {1, 0, 1, 2, 0};
/* A2: 4, 2, no answer, 5, 3. */
static const int64_t codes[PEOPLE] = {4, 2, 0, 5, 3};
static const uint8_t there[] = {0x1B};
/* A3: "Agree", "Disagree", "Strongly agree", "Agree", "". */
static const char texts[] = "AgreeDisagreeStrongly agreeAgree";
static const int32_t text_offsets[PEOPLE + 1] = {0, 5, 13, 27, 32, 32};

static const void *word_buffers[] = {NULL, word_offsets, words};
static const void *number_buffers[] = {NULL, numbers};
static const void *code_buffers[] = {there, codes};
static const void *text_buffers[] = {NULL, text_offsets, texts};
static const void *batch_buffers[] = {NULL};

static struct ArrowSchema word_type = {.format = "u", .release = release_schema};
static struct ArrowSchema types[] = {
    {.format = "c", .name = "A1", .dictionary = &word_type, .release = release_schema},
    {.format = "l", .name = "A2", .release = release_schema},
    {.format = "u", .name = "A3", .release = release_schema}};
static struct ArrowSchema *type_list[] = {&types[0], &types[1], &types[2]};

static struct ArrowArray word_array = {
    .length = 3, .n_buffers = 3, .buffers = word_buffers, .release = release_array};
static struct ArrowArray arrays[] = {
    {.length = PEOPLE,
     .n_buffers = 2,
     .buffers = number_buffers,
     .dictionary = &word_array,
     .release = release_array},
    {.length = PEOPLE,
     .null_count = 1,
     .n_buffers = 2,
     .buffers = code_buffers,
     .release = release_array},
    {.length = PEOPLE, .n_buffers = 3, .buffers = text_buffers, .release = release_array}};
static struct ArrowArray *array_list[] = {&arrays[0], &arrays[1], &arrays[2]};

static rung_status bind(rung_answers *answers, const struct ArrowSchema *schema,
                        const struct ArrowArray *batch, rung_error *error)
{
  static const char *const items[] = {"A1", "A2", "A3"};
  rung_status status = RUNG_OK;
  for (int i = 0; status == RUNG_OK && i < 3; i++)
    status = rung_answers_bind_arrow(answers, RUNG_ROLE_ITEM, items[i], schema, batch, error);
  return status;
}

static void print_people(const rung_model *model, const rung_scores *scores)
{
  size_t done = 0;
  double score[PEOPLE], coverage[PEOPLE];
  rung_model_find(model, RUNG_PART_MEASURE, "done", &done);
  rung_scores_measure(scores, done, RUNG_SCORE_VALUE, score, PEOPLE);
  rung_scores_measure(scores, done, RUNG_SCORE_COVERAGE, coverage, PEOPLE);
  for (int i = 0; i < PEOPLE; i++)
    printf("person %d: %.2f from %.0f %% of the answers\n", i + 1, score[i], 100 * coverage[i]);
}

int main(void)
{
  struct ArrowSchema schema = {
      .format = "+s", .n_children = 3, .children = type_list, .release = release_schema};
  struct ArrowArray batch = {.length = PEOPLE,
                             .n_buffers = 1,
                             .n_children = 3,
                             .buffers = batch_buffers,
                             .children = array_list,
                             .release = release_array};
  rung_error error = {0};
  rung_model *model = NULL;
  rung_answers *answers = NULL;
  rung_scores *scores = NULL;
  const int failed = rung_model_builtin("five-levels", &model, &error) ||
                     rung_answers_new(model, &answers, &error) ||
                     bind(answers, &schema, &batch, &error) ||
                     rung_scores_new(model, NULL, &scores, &error) ||
                     rung_scores_compute(scores, answers, &error);
  schema.release(&schema); /* only the array's buffers are borrowed */
  if (failed)
    fprintf(stderr, "%s: %s\n", rung_status_name(error.status), error.message);
  else
    print_people(model, scores);
  rung_scores_free(scores);
  rung_answers_free(answers);
  rung_model_free(model);
  batch.release(&batch);
  if (!arrays[1].release) puts("and the batch is released by its owner");
  return failed;
}
