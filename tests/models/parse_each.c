/* Reads many models, one after the other, and says of each what the library says.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Standard input: for each model the number of its bytes, a line feed, the bytes. Standard output:
 * for each model a line of STATUS, WHERE and MESSAGE, between tabs. One process for thousands of models: to start
 * one for each takes longer than all that they do. */
#include <rung/rung.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { LONGEST = 32 << 20 };

/* The number that a line of digits gives; false at the end of the input, or where there is none. */
static bool read_length(size_t *length)
{
  int mark = getchar();
  if (mark == EOF) return false;
  *length = 0;
  for (; mark >= '0' && mark <= '9' && *length <= LONGEST; mark = getchar())
    *length = *length * 10 + (size_t)(mark - '0');
  return mark == '\n' && *length <= LONGEST;
}

/* Text without what ends a field or a line. */
static void put(const char *text)
{
  for (; *text != '\0'; ++text)
    putchar(*text == '\n' || *text == '\t' ? ' ' : *text);
}

static void say(rung_status status, const rung_error *error)
{
  printf("%d\t", (int)status);
  put(error->where);
  putchar('\t');
  put(error->message);
  putchar('\n');
}

/* The text stands in a block of its own size, so that a sanitizer sees a step beyond its end. */
static bool parse_one(size_t length)
{
  char *text = malloc(length > 0 ? length : 1);
  if (text == NULL) return false;
  const bool whole = fread(text, 1, length, stdin) == length;
  if (whole) {
    rung_error error = {.status = RUNG_OK};
    rung_model *model = NULL;
    say(rung_model_parse(text, length, &model, &error), &error);
    rung_model_free(model);
  }
  free(text);
  return whole;
}

int main(void)
{
  size_t length;
  while (read_length(&length))
    if (!parse_one(length)) return EXIT_FAILURE;
  return feof(stdin) ? EXIT_SUCCESS : EXIT_FAILURE;
}
