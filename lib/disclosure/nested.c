/* Settling forests: from below, the smallest neighbour is hidden with what is too small.
 * SPDX-License-Identifier: Apache-2.0 */
#include "disclosure/nested.h"

#include <string.h>

/* One forest at one access. */
struct walk {
  struct rung__hearing *of;
  const struct rung__forest *forest;
  struct rung__stand *piece; /* [row] of a shown one its rest, of a hidden one what it adds above */
  enum rung__access level;
  bool changed;
};

static bool is_shown(const struct walk *walk, uint32_t row)
{
  return walk->of->access[row] >= walk->level;
}

/* The nearest row above that is shown; RUNG__NO_ROW: none. */
static uint32_t shown_above(const struct walk *walk, uint32_t row)
{
  do
    row = walk->forest->above[row];
  while (row != RUNG__NO_ROW && !is_shown(walk, row));
  return row;
}

/* Whether a group is hidden rather than another: one that has a rest, which is of use at once; then the
 * smaller; then the later. */
static bool is_before(const struct walk *walk, uint32_t row, uint32_t other)
{
  const bool rest = walk->piece[row].n > 0, others = walk->piece[other].n > 0;
  const uint32_t n = walk->of->row[row].n, theirs = walk->of->row[other].n;
  if (rest != others) return rest;
  return n != theirs ? n < theirs : row > other;
}

/* Of the shown groups next below a row the one to hide; RUNG__NO_ROW: there is none. */
static uint32_t first_below(const struct walk *walk, uint32_t row)
{
  uint32_t best = RUNG__NO_ROW;
  for (size_t place = 0; place < walk->forest->count; ++place) {
    const uint32_t other = walk->forest->row[place];
    if (other >= walk->of->system->shown_count || !is_shown(walk, other) ||
        walk->of->row[other].n == 0 || shown_above(walk, other) != row)
      continue;
    if (best == RUNG__NO_ROW || is_before(walk, other, best)) best = other;
  }
  return best;
}

static bool is_bad(const struct walk *walk, const struct rung__stand *rest)
{
  const struct rung__system *system = walk->of->system;
  if (rest->n == 0) return false;
  if (walk->level == RUNG__IN_FULL && rest->n < system->least_n_spread) return true;
  return rest->n < system->least_n || (walk->level == rung__hearing_level(walk->of) &&
                                       rung__stand_tells(walk->of->ground, rest));
}

/* Hides a group next below into the rest of a row. False: there is none. */
static bool hide_below(struct walk *walk, uint32_t row, struct rung__leak why)
{
  const uint32_t other = first_below(walk, row);
  if (other == RUNG__NO_ROW) return false;
  const bool lowers = walk->level > rung__hearing_level(walk->of);
  rung__hearing_hide(walk->of, other, lowers ? RUNG__MEAN_ONLY : RUNG__CONCEALED, why);
  rung__stand_add(&walk->piece[row], &walk->piece[other]);
  walk->changed = true;
  return true;
}

/* A hidden group that a rest consists of, by which to name it; RUNG__NO_ROW: it is no group's. */
static uint32_t hidden_below(const struct walk *walk, uint32_t row)
{
  for (size_t place = 0; place < walk->forest->count; ++place) {
    const uint32_t other = walk->forest->row[place];
    if (walk->of->protected[other] && shown_above(walk, other) == row) return other;
  }
  return RUNG__NO_ROW;
}

static void settle_rests(struct walk *walk)
{
  const struct rung__forest *forest = walk->forest;
  for (size_t place = 0; place < forest->count; ++place) {
    const uint32_t row = forest->row[place], above = forest->above[row];
    if (!is_shown(walk, row)) {
      if (above != RUNG__NO_ROW) rung__stand_add(&walk->piece[above], &walk->piece[row]);
      continue;
    }
    while (is_bad(walk, &walk->piece[row])) {
      const struct rung__leak why = {
          .kind = RUNG__LEAK_REST, .from = row, .of = hidden_below(walk, row)};
      if (!hide_below(walk, row, why)) break;
    }
  }
}

/* 4 x (the width between the least and the largest sum of a part) < its range. */
static bool is_tight(const struct walk *walk, const struct rung__stand *part,
                     const struct rung__stand *rest)
{
  const struct rung__ground *ground = walk->of->ground;
  struct rung__sum above, below, most, reach = {{0}}, width;
  if (ground->low >= ground->high || part->n == 0) return false;
  rung__stand_room(ground, rest, &above, &below);
  rung__sum_set(&most, (rung__wide)part->weight);
  rung__sum_set(&width, ground->high - ground->low);
  if (!rung__sum_multiply(&reach, &most, &width)) return false;
  width = rung__sum_compare(&above, &reach) < 0 ? above : reach;
  if (rung__sum_compare(&below, &reach) < 0) {
    rung__sum_add(&width, &below);
    rung__sum_subtract(&width, &reach);
  }
  for (int twice = 0; twice < 2; ++twice) {
    const struct rung__sum once = width;
    rung__sum_add(&width, &once);
  }
  return rung__sum_compare(&width, &reach) < 0;
}

static void settle_bounds(struct walk *walk)
{
  for (size_t place = 0; place < walk->forest->count; ++place) {
    const uint32_t row = walk->forest->row[place];
    if (!walk->of->protected[row]) continue;
    for (;;) {
      const uint32_t above = shown_above(walk, row);
      if (above == RUNG__NO_ROW || !is_tight(walk, &walk->piece[row], &walk->piece[above])) break;
      const struct rung__leak why = {.kind = RUNG__LEAK_BOUNDS, .from = above, .of = row};
      if (hide_below(walk, above, why)) continue;
      if (above >= walk->of->system->shown_count) break;
      rung__hearing_hide(walk->of, above, RUNG__CONCEALED, why);
      walk->changed = true;
      return; /* the rests are others now */
    }
  }
}

static bool settle_forest(struct rung__hearing *of, size_t forest, enum rung__access level)
{
  const size_t rows = of->system->row_count;
  struct walk walk = {of, &of->system->forest[forest], of->piece, level, false};
  memcpy(walk.piece, of->own + forest * rows, rows * sizeof *walk.piece);
  settle_rests(&walk);
  if (level == rung__hearing_level(of) && !walk.changed) settle_bounds(&walk);
  return walk.changed;
}

void rung__settle_nested(struct rung__hearing *of)
{
  for (bool changed = true; changed && !of->failed;) {
    changed = false;
    for (size_t forest = 0; forest < of->system->forest_count; ++forest) {
      changed = settle_forest(of, forest, RUNG__IN_FULL) || changed;
      if (of->ground->rounds) changed = settle_forest(of, forest, RUNG__MEAN_ONLY) || changed;
    }
  }
}
