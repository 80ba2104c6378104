/* Marks in words, in the order of their bits.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/marks.h"

#include <rung/scores.h>

#include "model/model.h"

void rung__emit_marks(struct rung__json_out *json, uint32_t marks)
{
  rung__emit_open(json, "marks", '[');
  for (unsigned i = 0; rung__mark_words[i]; i++)
    if (marks >> i & 1) rung__emit_text(json, NULL, rung__mark_words[i]);
  rung__emit_close(json, ']');
}

void rung__put_marks(struct rung__buffer *buffer, uint32_t marks)
{
  const char *blank = "";
  for (unsigned i = 0; rung__mark_words[i]; i++) {
    if (!(marks >> i & 1)) continue;
    rung__put_text(buffer, blank);
    rung__put_text(buffer, rung__mark_words[i]);
    blank = " ";
  }
}
