/* What the fuzz targets share: the one thing each defines, and what must hold or it stops.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_FUZZ_H
#define RUNG_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rung/rung.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Stops, also where assert() is switched off. */
#define MUST(condition)                                                                            \
  do {                                                                                             \
    if (!(condition)) {                                                                            \
      fprintf(stderr, "%s:%d: not %s\n", __FILE__, __LINE__, #condition);                          \
      abort();                                                                                     \
    }                                                                                              \
  } while (0)

/* A failure is told in the error too, in one line; success leaves it alone. */
static inline void must_tell(rung_status status, const rung_error *error)
{
  MUST(error->status == (int32_t)status);
  if (status == RUNG_OK) return;
  MUST(error->message[0] != '\0' && memchr(error->message, '\0', sizeof error->message) != NULL);
  MUST(memchr(error->where, '\0', sizeof error->where) != NULL);
  MUST(strpbrk(error->message, "\r\n") == NULL);
  MUST(error->row >= 0 && error->column >= 0 && error->reserved == 0);
}

static inline int same_bytes(const rung_bytes *bytes, const void *data, size_t length)
{
  return rung_bytes_length(bytes) == length &&
         (length == 0 || memcmp(rung_bytes_data(bytes), data, length) == 0);
}

static inline rung_bytes *saved(const rung_tally *tally)
{
  rung_bytes *bytes = NULL;
  MUST(rung_tally_save(tally, &bytes, NULL) == RUNG_OK);
  return bytes;
}

/* The model of the targets that need one: two agreement items, a choice, text; every kind of rule.
 */
static inline const rung_model *fixed_model(void)
{
  static const char *const TEXT =
      "{\"format\":\"rung-model/1\",\"id\":\"fuzz\",\"version\":\"1.0.0\",\"title\":{\"en\":\"f\"},"
      "\"licence\":\"CC0-1.0\",\"rows\":\"people\",\"scales\":{\"s\":{\"points\":[1,2,3,4,5],"
      "\"labels\":{\"en\":[\"no\",\"rather no\",\"so so\",\"rather yes\",\"yes\"]},"
      "\"favourable\":[4,5],\"absent\":{\"9\":\"not_applicable\",\"8\":\"dont_know\"}},"
      "\"r\":{\"ladder\":\"l\"}},\"ladders\":[{\"id\":\"l\",\"levels\":["
      "{\"id\":\"1\",\"names\":{\"neutral\":{\"en\":\"one\"}}},"
      "{\"id\":\"2\",\"names\":{\"neutral\":{\"en\":\"two\"}},\"anchor\":false},"
      "{\"id\":\"3\",\"names\":{\"neutral\":{\"en\":\"three\"}}}]}],"
      "\"items\":[{\"id\":\"a\",\"kind\":\"perception\",\"scale\":\"s\",\"text\":{\"en\":\"a\"}},"
      "{\"id\":\"b\",\"kind\":\"perception\",\"scale\":\"s\",\"reverse\":true,\"text\":{\"en\":"
      "\"b\"}},"
      "{\"id\":\"c\",\"kind\":\"choice\",\"scale\":\"r\",\"text\":{\"en\":\"c\"},\"options\":["
      "{\"code\":20,\"level\":\"3\",\"text\":{\"en\":\"most\"}},"
      "{\"code\":-7,\"level\":\"1\",\"text\":{\"en\":\"least\"}},"
      "{\"code\":3,\"level\":\"2\",\"text\":{\"en\":\"some, or so\"}}]},"
      "{\"id\":\"t\",\"kind\":\"text\",\"text\":{\"en\":\"t\"}}],"
      "\"measures\":[{\"id\":\"m\",\"of\":[\"a\",{\"id\":\"b\",\"weight\":2}],\"by\":\"mean\","
      "\"needs\":{\"share\":0.5}},{\"id\":\"c3\",\"of\":[\"c\"],\"by\":\"median\"},"
      "{\"id\":\"f\",\"of\":[\"a\",\"b\"],\"by\":\"share\",\"across\":\"items\"},"
      "{\"id\":\"both\",\"of\":[\"m\",\"c3\"],\"by\":\"mean\"},"
      "{\"id\":\"mid\",\"of\":[\"a\",\"b\"],\"by\":\"median\"}],"
      "\"readings\":[{\"id\":\"r\",\"ladder\":\"l\",\"of\":\"m\",\"primary\":\"cut\",\"rules\":["
      "{\"id\":\"cut\",\"by\":\"cut\",\"at\":[{\"to\":\"2\",\"cut\":2.5},"
      "{\"to\":\"3\",\"up\":4,\"down\":3.5,\"waves\":2}]},"
      "{\"id\":\"bands\",\"by\":\"bands\",\"over\":\"people\",\"closed\":\"high\",\"bands\":["
      "{\"level\":\"1\",\"to\":2},{\"level\":\"3\",\"from\":3}]},"
      "{\"id\":\"weak\",\"by\":\"weakest\",\"from\":\"cut\",\"of\":[\"m\",\"c3\"]},"
      "{\"id\":\"most\",\"by\":\"share\",\"from\":\"cut\",\"least\":0.5}]}],"
      "\"pairs\":[{\"id\":\"p\",\"said\":\"m\",\"done\":\"mid\"}],"
      "\"flags\":[{\"id\":\"low\",\"text\":{\"en\":\"low\"},\"when\":{\"any\":["
      "{\"measure\":\"f\",\"below\":20},{\"reading\":\"r\",\"at_most\":\"1\"}]}}]}";
  static rung_model *model;
  rung_error error = {0, 0, 0, 0, "", ""};
  if (model == NULL && rung_model_parse(TEXT, strlen(TEXT), &model, &error) != RUNG_OK) {
    fprintf(stderr, "%s: %s\n", error.where, error.message);
    abort();
  }
  return model;
}

#endif
