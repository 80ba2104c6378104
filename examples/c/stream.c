/* Streaming: two readers count half a survey each; merged in any order, the bytes are the same.
 * SPDX-License-Identifier: Apache-2.0
 *
 * usage: stream examples/five-levels/answers.csv */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rung/rung.h>

/* One of those who count: a thread, a process, a site. */
struct counter {
  rung_reader *reader;
  rung_tally *tally;
};

/* Ends the program where a call failed. */
static void need(rung_status status, const rung_error *error)
{
  if (status == RUNG_OK) return;
  fprintf(stderr, "%s, row %lld: %s\n", rung_status_name((int32_t)status), (long long)error->row,
          error->message);
  exit(1);
}

static void start(struct counter *counter, const rung_model *model)
{
  static const char *const columns[] = {"team"};
  rung_error error = {0};
  need(rung_reader_new(model, NULL, 0, NULL, &counter->reader, &error), &error);
  need(rung_reader_want(counter->reader, RUNG_ROLE_GROUP, columns[0], &error), &error);
  need(rung_tally_new(model, columns, 1, RUNG_TALLY_SCORES, &counter->tally, &error), &error);
}

/* Adds the blocks that are full; after the end of the file, the rest. */
static void add_blocks(struct counter *counter)
{
  rung_error error = {0};
  for (const rung_answers *block; (block = rung_reader_take(counter->reader));)
    need(rung_tally_add(counter->tally, block, NULL, &error), &error);
}

static void push(struct counter *counter, const char *bytes, size_t length)
{
  rung_error error = {0};
  for (size_t taken = 0; length > 0; bytes += taken, length -= taken) {
    need(rung_reader_push(counter->reader, bytes, length, &taken, &error), &error);
    add_blocks(counter);
  }
}

/* Deals the lines out in turn; both get the header. Pieces may as well break anywhere. */
static void deal(struct counter counters[2], FILE *file)
{
  rung_error error = {0};
  char line[4096];
  for (size_t number = 0; fgets(line, sizeof line, file); number++) {
    push(&counters[number % 2], line, strlen(line));
    if (number == 0) push(&counters[1], line, strlen(line));
  }
  for (int i = 0; i < 2; i++) {
    need(rung_reader_finish(counters[i].reader, &error), &error);
    add_blocks(&counters[i]);
    rung_reader_free(counters[i].reader);
  }
}

/* What one counter would send, with the other's tally added to it. */
static rung_bytes *merged(rung_tally *into, const rung_tally *from)
{
  rung_error error = {0};
  rung_bytes *bytes = NULL;
  need(rung_tally_merge(into, from, &error), &error);
  need(rung_tally_save(into, &bytes, &error), &error);
  return bytes;
}

static void print_findings(const rung_model *model, const rung_tally *tally)
{
  rung_error error = {0};
  rung_findings *findings = NULL;
  const rung_tally *const waves[] = {tally};
  need(rung_findings_new(waves, 1, NULL, NULL, &findings, &error), &error);
  const double level = rung_findings_number(findings, RUNG_TABLE_READING, 0, RUNG_FIGURE_LEVEL);
  printf("%.0f people stand on level %s, %s\n",
         rung_findings_number(findings, RUNG_TABLE_GROUP, 0, RUNG_FIGURE_N),
         rung_model_level_id(model, 0, (size_t)level),
         rung_model_level_name(model, 0, (size_t)level, NULL, NULL));
  rung_findings_free(findings);
}

int main(int count, char **arguments)
{
  rung_error error = {0};
  rung_model *model = NULL;
  rung_tally *copy = NULL;
  struct counter counters[2] = {{0}};
  FILE *file = count == 2 ? fopen(arguments[1], "r") : NULL;
  if (!file) {
    fputs("usage: stream ANSWERS.csv, a file that can be read\n", stderr);
    return 2;
  }
  need(rung_model_builtin("five-levels", &model, &error), &error);
  for (int i = 0; i < 2; i++)
    start(&counters[i], model);
  deal(counters, file);
  fclose(file);
  printf("rows: %llu and %llu\n", (unsigned long long)rung_tally_rows(counters[0].tally),
         (unsigned long long)rung_tally_rows(counters[1].tally));

  rung_bytes *own = NULL;
  need(rung_tally_save(counters[0].tally, &own, &error), &error);
  need(rung_tally_load(model, rung_bytes_data(own), rung_bytes_length(own), &copy, &error), &error);
  rung_bytes *one = merged(counters[0].tally, counters[1].tally);
  rung_bytes *other = merged(counters[1].tally, copy);
  const int same = rung_bytes_length(one) == rung_bytes_length(other) &&
                   memcmp(rung_bytes_data(one), rung_bytes_data(other), rung_bytes_length(one)) ==
                       0;
  printf("merged in either order: %s\n", same ? "the same bytes" : "different bytes");
  print_findings(model, counters[0].tally);

  rung_bytes_free(own);
  rung_bytes_free(one);
  rung_bytes_free(other);
  rung_tally_free(copy);
  for (int i = 0; i < 2; i++)
    rung_tally_free(counters[i].tally);
  rung_model_free(model);
  return same ? 0 : 1;
}
