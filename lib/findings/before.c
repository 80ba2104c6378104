/* The wave before the last: what of it may be held against the last one.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Its own findings may have been shown: a group is kept where it was shown in full, and where what was
 * left of the unit above without the groups kept is nobody, or enough. */
#include <stdlib.h>

#include "base/array.h"
#include "findings/comparison.h"
#include "findings/residue.h"

static bool was_full(const struct rung__figures *figures, const struct rung__side *side,
                     size_t group)
{
  const int64_t least = figures->least_n_spread;
  return rung__groups_count(&figures->cells, group, 0) >= least && side->n >= least &&
         !side->dominated;
}

static void take(struct rung__side *side, const struct rung__figures *figures, size_t measure,
                 const struct rung__frame *frame, struct rung__residue *of)
{
  for (size_t group = 0; group < figures->count; ++group) {
    side[group] = rung__side_of(figures, measure, group);
    const bool full = was_full(figures, &side[group], group);
    of[group] = (struct rung__residue){side[group].n, side[group].n, 0, full};
  }
  rung__settle(of, frame, figures->least_n_spread);
  for (size_t group = 0; group < figures->count; ++group) {
    if (!of[group].told) side[group].n = 0;
  }
}

bool rung__before_take(struct rung__before *before, struct rung__figures *figures,
                       const struct rung__frame *frame)
{
  const size_t measures = figures->model->measure_count;
  struct rung__residue *of = rung__array_new(figures->count, sizeof *of);
  before->side = rung__arena_take(&figures->arena, measures, sizeof *before->side);
  bool room = of != NULL && before->side != NULL;
  for (size_t measure = 0; room && measure < measures; ++measure) {
    if (figures->model->measures[measure].across != RUNG__ACROSS_PEOPLE) continue;
    before->side[measure] = rung__arena_take(&figures->arena, figures->count,
                                             sizeof **before->side);
    room = before->side[measure] != NULL;
    if (room) take(before->side[measure], figures, measure, frame, of);
  }
  free(of);
  return room;
}
