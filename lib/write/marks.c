/* Marks in words, in the order of their bits; the sides of pairs.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/marks.h"
#include "model/words.h"

#include <rung/scores.h>

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

uint32_t rung__measure_marks(const struct rung__measure *measure)
{
  return measure->ipsative ? RUNG_MARK_IPSATIVE : 0;
}

const char *rung__first_side(const struct rung__pair *pair)
{
  return pair->of_sides ? "inside" : "said";
}

const char *rung__second_side(const struct rung__pair *pair)
{
  return pair->of_sides ? "outside" : "done";
}
