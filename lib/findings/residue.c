/* Residues: taking parts off a whole, and withholding one where too few are left.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/residue.h"

/* What is left of a row without the largest parts among [at, end) that are told; gives the told part
 * of the least amount, SIZE_MAX where there is none. */
static size_t leave(const struct rung__residue *of, size_t row, size_t at, size_t end,
                    struct rung__residue *left)
{
  size_t least = SIZE_MAX;
  *left = of[row];
  while (at < end) {
    if (!of[at].told) {
      ++at;
      continue;
    }
    left->amount -= of[at].amount;
    left->persons -= of[at].persons;
    if (least == SIZE_MAX || of[at].amount < of[least].amount) least = at;
    at = of[at].end;
  }
  return least;
}

static void settle(struct rung__residue *of, size_t row, size_t first, size_t end, int64_t least)
{
  struct rung__residue left;
  while (of[row].told) {
    const size_t part = leave(of, row, first, end, &left);
    if (part == SIZE_MAX || left.persons <= 0 || left.amount >= least) return;
    of[part].told = false;
  }
}

static void find_ends(struct rung__residue *of, const struct rung__frame *frame)
{
  for (size_t row = 0; row < frame->count; ++row)
    of[row].end = row + 1;
  for (size_t row = frame->count; row > 0; --row) {
    const size_t parent = frame->place[row - 1].parent;
    if (parent != SIZE_MAX && of[parent].end < of[row - 1].end) of[parent].end = of[row - 1].end;
  }
}

void rung__settle(struct rung__residue *of, const struct rung__frame *frame, int64_t least)
{
  find_ends(of, frame);
  for (size_t row = frame->count; row > 1; --row)
    settle(of, row - 1, row, of[row - 1].end, least);
  for (size_t first = 1, end; first < frame->count; first = end) {
    for (end = first + 1; end < frame->count && frame->place[end].cut == frame->place[first].cut;)
      ++end;
    settle(of, 0, first, end, least);
  }
}
