/* The types of Arrow by their format strings: which are read, and what to do about the others.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_ANSWERS_ARROW_FORMAT_H
#define RUNG_ANSWERS_ARROW_FORMAT_H

#include <stdbool.h>
#include <stdint.h>

struct rung__arrow_format {
  const char *format; /* all of it; of one that is not read, how it begins */
  const char *words;  /* such as "8-bit integers" */
  const char *advice; /* of one that is not read; else NULL */
  int32_t type;       /* of the elements; 0 where it is not read */
  int64_t buffers;    /* how many it has; of views, at least */
};

/* What a format string says; one that nobody knows is not read. */
const struct rung__arrow_format *rung__arrow_format(const char *format);
/* Whether it is of days. */
bool rung__arrow_is_days(const struct rung__arrow_format *format);
/* Whether rows may be numbers of a dictionary's values in it. */
bool rung__arrow_is_index(const struct rung__arrow_format *format);

#endif
