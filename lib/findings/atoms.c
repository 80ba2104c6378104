/* Making the system: a key of the tally after the other, in their order.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/atoms.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

/* What is gathered: for each atom its row in each cut, and whether it is in what was shown. */
struct gather {
  struct rung__system *system;
  const struct rung__frame *frame;
  const rung_tally *tally;
  const struct rung__earlier *earlier;
  struct rung__names atoms; /* a key: the rows, four bytes each */
  uint32_t *row;            /* room for one atom's: cuts, then what was shown earlier */
  size_t each;
};

static uint32_t row_in(const struct gather *gather, size_t index, struct rung__slice whole,
                       struct rung__buffer *key, bool *room)
{
  const struct rung__cut *cut = &gather->frame->cut[index];
  if (!rung__cut_key(cut, whole, key)) {
    *room = false;
    return RUNG__NO_ROW;
  }
  const size_t row = rung__frame_row(gather->frame, index,
                                     (struct rung__slice){key->data, key->length});
  return row == SIZE_MAX ? RUNG__NO_ROW : (uint32_t)row;
}

/* The number of the atom that a group of the tally is part of; RUNG__NO_NAME: no memory. */
static uint32_t place_group(struct gather *gather, uint32_t group, struct rung__buffer *key)
{
  const struct rung__slice whole = rung__names_get(&gather->tally->groups.keys, group);
  const size_t cuts = gather->frame->cut_count;
  bool room = true;
  for (size_t cut = 0; cut < cuts; ++cut)
    gather->row[cut] = row_in(gather, cut, whole, key, &room);
  const uint32_t last = gather->row[cuts - 1];
  const size_t unit = gather->frame->cut[cuts - 1].units && last != RUNG__NO_ROW ? last : SIZE_MAX;
  for (size_t index = cuts; index < gather->each; ++index)
    gather->row[index] = rung__earlier_holds(gather->earlier, index - cuts, gather->frame, whole,
                                             unit)
                             ? (uint32_t)(gather->frame->count + index - cuts)
                             : RUNG__NO_ROW;
  if (!room) return RUNG__NO_NAME;
  return rung__names_add(&gather->atoms, (struct rung__slice){(const char *)gather->row,
                                                              gather->each * sizeof(uint32_t)});
}

static bool gather_atoms(struct gather *gather)
{
  struct rung__groups *atoms = &gather->system->atoms;
  struct rung__buffer key = {0};
  size_t count = 0;
  uint32_t *order = rung__groups_order(&gather->tally->groups, &count);
  bool room = order != NULL;
  atoms->shape = &gather->tally->shape;
  atoms->weighted = gather->tally->groups.weighted;
  for (size_t index = 0; room && index < count; ++index) {
    const uint32_t atom = place_group(gather, order[index], &key);
    room = atom != RUNG__NO_NAME && rung__groups_reserve(atoms, gather->atoms.count);
    if (room) rung__groups_add(atoms, atom, &gather->tally->groups, order[index]);
  }
  free(order);
  rung__buffer_free(&key);
  gather->system->real_count = gather->atoms.count;
  gather->system->atom_count = gather->atoms.count + gather->earlier->count;
  return room && rung__groups_reserve(atoms, gather->system->atom_count);
}

static uint32_t atom_row(const struct gather *gather, size_t atom, size_t index)
{
  uint32_t row;
  memcpy(&row, rung__names_get(&gather->atoms, (uint32_t)atom).data + index * sizeof row,
         sizeof row);
  return row;
}

static struct rung__forest *begin_forest(struct rung__system *system, bool whole)
{
  struct rung__forest *forest = &system->forest[system->forest_count];
  forest->row = rung__array_new(system->row_count, sizeof *forest->row);
  forest->above = rung__array_new(system->row_count, sizeof *forest->above);
  forest->deepest = rung__array_new(system->atom_count, sizeof *forest->deepest);
  forest->whole = whole;
  system->forest_count++;
  system->whole_count += whole;
  if (forest->row == NULL || forest->above == NULL || forest->deepest == NULL) return NULL;
  for (size_t row = 0; row < system->row_count; ++row)
    forest->above[row] = RUNG__NO_ROW;
  for (size_t atom = 0; atom < system->atom_count; ++atom)
    forest->deepest[atom] = RUNG__NO_ROW;
  return forest;
}

/* Adds the rows of a cut, those below before those above. */
static void add_rows(const struct gather *gather, struct rung__forest *forest, size_t cut)
{
  for (size_t row = gather->frame->count; row > 0; --row) {
    if (gather->frame->place[row - 1].cut == cut) forest->row[forest->count++] = (uint32_t)row - 1;
  }
}

static void hang_units(const struct gather *gather, struct rung__forest *forest, size_t cut,
                       uint32_t top)
{
  for (size_t row = 0; row < gather->frame->count; ++row) {
    const struct rung__place *place = &gather->frame->place[row];
    if (place->cut == cut)
      forest->above[row] = place->parent == SIZE_MAX ? top : (uint32_t)place->parent;
  }
}

/* The total with a cut or the tree of units; of the total alone the cut is itself. */
static bool plant_whole(const struct gather *gather, size_t index)
{
  struct rung__forest *forest = begin_forest(gather->system, true);
  if (forest == NULL) return false;
  if (index > 0) add_rows(gather, forest, index);
  if (index > 0) hang_units(gather, forest, index, 0);
  forest->row[forest->count++] = 0;
  for (size_t atom = 0; atom < gather->system->real_count; ++atom) {
    const uint32_t row = atom_row(gather, atom, index);
    forest->deepest[atom] = row == RUNG__NO_ROW ? 0 : row;
  }
  return true;
}

/* A group that was shown earlier: by itself, and with those by whom it differs. */
static bool plant_earlier(const struct gather *gather, size_t index)
{
  const size_t cuts = gather->frame->cut_count, real = gather->system->real_count;
  struct rung__forest *forest = begin_forest(gather->system, true);
  if (forest == NULL) return false;
  const uint32_t row = (uint32_t)(gather->frame->count + index - cuts);
  forest->row[forest->count++] = row;
  for (size_t atom = 0; atom < real; ++atom)
    forest->deepest[atom] = atom_row(gather, atom, index);
  forest->deepest[real + index - cuts] = row;
  return true;
}

/* A cut with a finer one: whoever is in a group of the finer is in one of the other. */
static bool plant_pair(const struct gather *gather, size_t coarse, size_t fine)
{
  struct rung__forest *forest = begin_forest(gather->system, false);
  if (forest == NULL) return false;
  add_rows(gather, forest, fine);
  add_rows(gather, forest, coarse);
  if (gather->frame->cut[coarse].units) hang_units(gather, forest, coarse, RUNG__NO_ROW);
  for (size_t atom = 0; atom < gather->system->real_count; ++atom) {
    const uint32_t below = atom_row(gather, atom, fine), above = atom_row(gather, atom, coarse);
    forest->deepest[atom] = below;
    if (below != RUNG__NO_ROW) forest->above[below] = above;
  }
  return true;
}

static bool is_finer(const struct rung__cut *fine, const struct rung__cut *coarse)
{
  if (fine->units || coarse->count == 0 || fine->count <= coarse->count) return false;
  for (size_t index = 0; index < coarse->count; ++index) {
    size_t other = 0;
    while (other < fine->count && fine->column[other] != coarse->column[index])
      ++other;
    if (other == fine->count) return false;
  }
  return true;
}

static bool plant(const struct gather *gather)
{
  struct rung__system *system = gather->system;
  const size_t cuts = gather->frame->cut_count;
  system->forest = rung__array_new(gather->each + cuts * cuts, sizeof *system->forest);
  if (system->forest == NULL) return false;
  for (size_t index = cuts > 1 ? 1 : 0; index < cuts; ++index) {
    if (!plant_whole(gather, index)) return false;
  }
  system->first_earlier = system->forest_count;
  for (size_t index = cuts; index < gather->each; ++index) {
    if (!plant_earlier(gather, index)) return false;
  }
  for (size_t fine = 1; fine < cuts; ++fine) {
    for (size_t coarse = 1; coarse < cuts; ++coarse) {
      if (is_finer(&gather->frame->cut[fine], &gather->frame->cut[coarse]) &&
          !plant_pair(gather, coarse, fine))
        return false;
    }
  }
  return true;
}

static bool count_columns(const struct gather *gather)
{
  struct rung__system *system = gather->system;
  system->columns = rung__array_new(system->row_count, sizeof *system->columns);
  for (size_t row = 0; system->columns != NULL && row < gather->frame->count; ++row)
    system->columns[row] = (uint8_t)gather->frame->cut[gather->frame->place[row].cut].count;
  return system->columns != NULL;
}

bool rung__system_make(struct rung__system *system, const struct rung__frame *frame,
                       const rung_tally *tally, const struct rung__earlier *earlier)
{
  const size_t shown = earlier->count;
  *system = (struct rung__system){.row_count = frame->count + shown, .shown_count = frame->count};
  struct gather gather = {.system = system,
                          .frame = frame,
                          .tally = tally,
                          .earlier = earlier,
                          .each = frame->cut_count + shown};
  gather.row = rung__array_new(gather.each, sizeof *gather.row);
  const bool room = gather.row != NULL && count_columns(&gather) && gather_atoms(&gather) &&
                    plant(&gather);
  rung__names_free(&gather.atoms);
  free(gather.row);
  return room;
}

void rung__system_free(struct rung__system *system)
{
  for (size_t index = 0; index < system->forest_count; ++index) {
    free(system->forest[index].row);
    free(system->forest[index].above);
    free(system->forest[index].deepest);
  }
  free(system->forest);
  free(system->columns);
  rung__groups_free(&system->atoms);
  *system = (struct rung__system){0};
}
