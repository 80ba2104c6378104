/* What the tests of UTF-16 share: UTF-8 written as UTF-16 behind its byte order mark.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_UNIT_RECODE_H
#define RUNG_TESTS_UNIT_RECODE_H

#include "support.h"

#include "base/text.h"

static inline void put_unit(struct rung__buffer *out, bool big, uint32_t unit)
{
  rung__put_byte(out, (char)(big ? unit >> 8 : unit));
  rung__put_byte(out, (char)(big ? unit : unit >> 8));
}

static inline void put_point(struct rung__buffer *out, bool big, uint32_t point)
{
  if (point < 0x10000) {
    put_unit(out, big, point);
    return;
  }
  put_unit(out, big, 0xD800 + ((point - 0x10000) >> 10));
  put_unit(out, big, 0xDC00 + ((point - 0x10000) & 0x3FF));
}

/* Of valid UTF-8; to be freed. */
static inline struct rung__buffer recode(const char *text, size_t length, bool big)
{
  struct rung__buffer out = {.data = NULL};
  put_unit(&out, big, 0xFEFF);
  for (size_t at = 0; at < length;) {
    const unsigned char lead = (unsigned char)text[at++];
    uint32_t point = lead < 0x80 ? lead : lead < 0xE0 ? lead & 0x1F : lead & (lead < 0xF0 ? 15 : 7);
    while (at < length && ((unsigned char)text[at] & 0xC0) == 0x80)
      point = point << 6 | ((unsigned char)text[at++] & 0x3F);
    put_point(&out, big, point);
  }
  assert_false(out.failed);
  return out;
}

#endif
