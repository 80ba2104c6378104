/* Fuzzing Arrow columns: structs that say anything, over buffers as large as they have to be.
 * SPDX-License-Identifier: Apache-2.0 */
#include "fuzz.h"

#include "answers/arrow_abi.h"

enum { HEAD = 12, ROWS = 12, TEXT = 64, PLACES = 5 };

static const struct format {
  const char *name;
  size_t bits; /* of an element, or of an offset */
} FORMATS[] = {{"n", 0},  {"b", 1},  {"c", 8},    {"C", 8},    {"s", 16}, {"S", 16},
               {"i", 32}, {"I", 32}, {"l", 64},   {"L", 64},   {"f", 32}, {"g", 64},
               {"u", 32}, {"U", 64}, {"vu", 128}, {"tdD", 32}, {"+s", 0}, {"z", 32}};

/* A column, whose buffers are allocated so that a sanitizer sees what is read beyond them. */
struct column {
  struct ArrowSchema schema;
  struct ArrowArray array;
  const void *buffer[PLACES];
  int64_t size[2]; /* of the buffers of views */
};

static void release_schema(struct ArrowSchema *schema)
{
  MUST(schema == NULL); /* nobody but the owner may */
}

static void release_array(struct ArrowArray *array)
{
  MUST(array == NULL);
}

/* Bytes of the input again and again, exactly so many. */
static void *filled(const uint8_t *data, size_t size, size_t count)
{
  uint8_t *made = malloc(count == 0 ? 1 : count);
  MUST(made != NULL);
  for (size_t i = 0; i < count; i++)
    made[i] = size == 0 ? 0 : data[i % size];
  return made;
}

/* Bytes that the offsets may lead to, by what the last one says; -1: more than there shall be. */
static int64_t text_size(const char *format, const void *offsets, size_t rows)
{
  int64_t last = 0;
  int32_t near = 0;
  if (format[0] == 'U') memcpy(&last, (const char *)offsets + 8 * rows, 8);
  if (format[0] == 'u') memcpy(&near, (const char *)offsets + 4 * rows, 4);
  if (format[0] == 'u') last = near;
  return last > TEXT ? -1 : last < 0 ? 0 : last;
}

/* False: offsets that ask for more text than there shall be. */
static bool make_column(struct column *column, const uint8_t *head, const uint8_t *data,
                        size_t size)
{
  const struct format *which = &FORMATS[head[0] % (sizeof FORMATS / sizeof *FORMATS)];
  const char *format = which->name;
  const int64_t length = head[1] % ROWS, offset = head[2] % ROWS;
  const size_t rows = (size_t)(length + offset);
  const bool views = format[0] == 'v', text = format[0] == 'u' || format[0] == 'U';
  *column = (struct column){.schema = {.format = format, .release = release_schema}};
  column->array = (struct ArrowArray){.length = length,
                                      .offset = offset,
                                      .null_count = head[3] % 4 - 1,
                                      .n_buffers = views              ? 5
                                                   : text             ? 3
                                                   : format[0] == 'n' ? 0
                                                                      : 2,
                                      .buffers = column->buffer,
                                      .release = release_array};
  if (head[4] & 1) column->buffer[0] = filled(data, size, (rows + 7) / 8);
  column->buffer[1] = filled(data, size, ((rows + text) * which->bits + 7) / 8);
  if (text) {
    const int64_t last = text_size(format, column->buffer[1], rows);
    column->buffer[2] = filled(data, size, last < 0 ? 0 : (size_t)last);
    return last >= 0;
  }
  if (!views) return true;
  for (int i = 0; i < 2; i++) {
    column->size[i] = head[5 + i] % TEXT;
    column->buffer[2 + i] = filled(data, size, (size_t)column->size[i]);
  }
  column->buffer[4] = column->size;
  return true;
}

static void free_column(struct column *column)
{
  for (int i = 0; i < PLACES; i++)
    if (column->buffer[i] != column->size) free((void *)(uintptr_t)column->buffer[i]);
}

/* What is bound can be read: a computation that is not strict does not fail, and neither does a
 * tally but for a weight or a label. */
static void use(const rung_answers *answers)
{
  static const char *const GROUP[] = {"a"};
  rung_scores *scores = NULL;
  rung_tally *tally = NULL;
  rung_error error = {0, 0, 0, 0, "", ""};
  MUST(rung_scores_new(fixed_model(), NULL, &scores, NULL) == RUNG_OK);
  MUST(rung_scores_compute(scores, answers, NULL) == RUNG_OK);
  MUST(rung_tally_new(fixed_model(), GROUP, 1, RUNG_TALLY_SCORES, &tally, NULL) == RUNG_OK);
  const rung_status status = rung_tally_add(tally, answers, NULL, &error);
  must_tell(status, &error);
  MUST(status == RUNG_OK || status == RUNG_E_ANSWERS);
  rung_tally_free(tally);
  rung_scores_free(scores);
}

static void bind(const struct column *column, uint8_t role)
{
  rung_answers *answers = NULL;
  rung_error error = {0, 0, 0, 0, "", ""};
  MUST(rung_answers_new(fixed_model(), &answers, NULL) == RUNG_OK);
  const rung_status status = rung_answers_bind_arrow(answers, (rung_role)(role % 3), "a",
                                                     &column->schema, &column->array, &error);
  must_tell(status, &error);
  if (status == RUNG_OK) {
    MUST(rung_answers_rows(answers) == column->array.length);
    use(answers);
  } else {
    MUST(rung_answers_rows(answers) == 0);
  }
  rung_answers_free(answers);
}

/* Twelve bytes for a column, twelve for a dictionary or a batch that it is in, then buffers. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct column column, other;
  if (size < 2 * HEAD) return 0;
  const uint8_t *head = data + HEAD, *rest = data + 2 * HEAD;
  const size_t left = size - 2 * HEAD;
  const bool fits = make_column(&column, data, rest, left);
  const bool more = make_column(&other, head, rest + left / 2, left - left / 2);
  struct ArrowSchema *schemas[] = {&column.schema};
  struct ArrowArray *arrays[] = {&column.array};
  if (data[7] & 1) {
    column.schema.dictionary = &other.schema;
    column.array.dictionary = &other.array;
  }
  if (data[7] & 2) column.array.n_buffers = data[8] % 4;
  if (fits && (more || !(data[7] & 1))) bind(&column, data[9]);
  if (data[7] & 4) {
    column.schema.name = "a";
    other.schema = (struct ArrowSchema){
        .format = "+s", .n_children = 1, .children = schemas, .release = release_schema};
    other.array.n_buffers = other.array.n_children = 1;
    other.array.children = arrays;
    if (fits && !(data[7] & 1)) bind(&other, data[9]);
  }
  free_column(&column);
  free_column(&other);
  return 0;
}
