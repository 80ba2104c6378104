/* What the tests of answers share: a small model with every sort of item.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_ANSWERS_SUPPORT_H
#define RUNG_TESTS_ANSWERS_SUPPORT_H

#include "support.h"

#include "model/model.h"

#define NOT_ASKED RUNG__ABSENT(RUNG_ABSENT_NOT_ASKED)
#define SKIPPED RUNG__ABSENT(RUNG_ABSENT_SKIPPED)
#define NOT_APPLICABLE RUNG__ABSENT(RUNG_ABSENT_NOT_APPLICABLE)
#define DONT_KNOW RUNG__ABSENT(RUNG_ABSENT_DONT_KNOW)
#define INVALID RUNG__ABSENT(RUNG_ABSENT_INVALID)

/* Places of the items below. */
enum { Q1, Q2, PART, CHOSEN, REMARK, ITEMS };

static const char *const MODEL_TEXT =
    "{\"format\": \"rung-model/1\", \"id\": \"small\", \"version\": \"1.0.0\","
    " \"title\": {\"en\": \"Small\"}, \"licence\": \"Apache-2.0\", \"rows\": \"people\","
    " \"scales\": {"
    "  \"five\": {\"points\": [1, 2, 3, 4, 5], \"labels\": {\"en\": [\"Strongly disagree\","
    "   \"Disagree\", \"Neither\", \"Agree\", \"Strongly agree\"]},"
    "   \"absent\": {\"N/A\": \"not_applicable\", \"-99\": \"dont_know\", \"999\": \"skipped\"}},"
    "  \"parts\": {\"points\": [0, 0.1, 0.25, 1, 300]}},"
    " \"items\": ["
    "  {\"id\": \"q1\", \"kind\": \"perception\", \"scale\": \"five\", \"text\": {\"en\": \"1\"}},"
    "  {\"id\": \"q2\", \"kind\": \"perception\", \"scale\": \"five\", \"text\": {\"en\": \"2\"}},"
    "  {\"id\": \"part\", \"kind\": \"practice\", \"scale\": \"parts\", \"text\": {\"en\": \"3\"}},"
    "  {\"id\": \"chosen\", \"kind\": \"choice\", \"scale\": \"parts\", \"text\": {\"en\": \"4\"},"
    "   \"options\": [{\"code\": 20, \"value\": 1, \"text\": {\"en\": \"all of it\"}},"
    "    {\"code\": -10, \"value\": 0, \"text\": {\"en\": \"none of it\"}},"
    "    {\"code\": 3000, \"value\": 0.25, \"text\": {\"en\": \"a quarter, or \\\"so\\\"\"}}]},"
    "  {\"id\": \"remark\", \"kind\": \"text\", \"text\": {\"en\": \"5\"}}],"
    " \"measures\": [{\"id\": \"all\", \"of\": [\"q1\", \"q2\"], \"by\": \"mean\"}]}";

static inline rung_model *make_model(void)
{
  rung_model *model = NULL;
  rung_error error = {.status = 0};
  assert_status(rung_model_parse(MODEL_TEXT, strlen(MODEL_TEXT), &model, &error), RUNG_OK, &error);
  return model;
}

/* The error says this status, and each of the words somewhere in its message. */
static inline void assert_says(const rung_error *error, rung_status status, const char *words)
{
  if (error->status != (int32_t)status || !strstr(error->message, words))
    fail_msg("expected %s with '%s', found %s at '%s': %s", rung_status_name((int32_t)status),
             words, rung_status_name(error->status), error->where, error->message);
}

#endif
