/* Numbering rests, and ordering forests and atoms.
 * SPDX-License-Identifier: Apache-2.0 */
#include "disclosure/lattice.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

/* Stable, and the persons of atoms are few different numbers: a count per size would do as well. */
static void order_atoms(struct rung__lattice *lattice, const struct rung__hearing *of,
                        uint32_t *room)
{
  uint32_t *from = lattice->atom, *to = room;
  for (size_t run = 1; run < lattice->atom_count; run *= 2) {
    for (size_t start = 0; start < lattice->atom_count; start += 2 * run) {
      size_t a = start, b = start + run < lattice->atom_count ? start + run : lattice->atom_count;
      const size_t middle = b;
      const size_t end = middle + run < lattice->atom_count ? middle + run : lattice->atom_count;
      for (size_t place = start; place < end; ++place) {
        const bool first = b >= end || (a < middle && of->atom[from[a]].n >= of->atom[from[b]].n);
        to[place] = first ? from[a++] : from[b++];
      }
    }
    uint32_t *const swap = from;
    from = to;
    to = swap;
  }
  if (from != lattice->atom)
    memcpy(lattice->atom, from, lattice->atom_count * sizeof *lattice->atom);
}

/* The deepest row that is shown; RUNG__NO_ROW: none is. */
static uint32_t rest_of(const struct rung__hearing *of, const struct rung__forest *forest,
                        uint32_t atom)
{
  uint32_t row = forest->deepest[atom];
  while (row != RUNG__NO_ROW && !rung__hearing_shows(of, row))
    row = forest->above[row];
  return row;
}

/* Numbers the rests that have contributors. */
static size_t count_rests(const struct rung__lattice *lattice, const struct rung__hearing *of,
                          const struct rung__forest *forest, uint32_t *number)
{
  size_t count = 0;
  memset(number, 0xFF, of->system->row_count * sizeof *number);
  for (size_t place = 0; place < lattice->atom_count; ++place) {
    const uint32_t row = rest_of(of, forest, lattice->atom[place]);
    if (row != RUNG__NO_ROW && number[row] == RUNG__NO_ROW) number[row] = (uint32_t)count++;
  }
  return count;
}

/* The whole forests, those of most rests first. */
static void order_forests(const struct rung__lattice *lattice, const struct rung__hearing *of,
                          size_t *forest, size_t *rests, uint32_t *number)
{
  size_t count = 0;
  for (size_t index = 0; index < of->system->forest_count; ++index) {
    if (!of->system->forest[index].whole) continue;
    const size_t have = count_rests(lattice, of, &of->system->forest[index], number);
    size_t place = count++;
    for (; place > 0 && rests[place - 1] < have; --place) {
      rests[place] = rests[place - 1];
      forest[place] = forest[place - 1];
    }
    rests[place] = have;
    forest[place] = index;
  }
}

static void put_coordinates(struct rung__lattice *lattice, const struct rung__hearing *of,
                            const size_t *forest, const size_t *rests, uint32_t *number)
{
  for (size_t index = 0; index < lattice->each; ++index) {
    const struct rung__forest *in = &of->system->forest[forest[index]];
    count_rests(lattice, of, in, number);
    for (size_t place = 0; place < lattice->atom_count; ++place) {
      const uint32_t row = rest_of(of, in, lattice->atom[place]);
      lattice->at[place * lattice->each + index] = row == RUNG__NO_ROW
                                                       ? RUNG__NO_ROW
                                                       : (uint32_t)lattice->width + number[row];
    }
    lattice->width += rests[index];
  }
}

static void fill(struct rung__lattice *lattice, const struct rung__hearing *of, uint32_t *room)
{
  for (uint32_t atom = 0; atom < of->system->atom_count; ++atom) {
    if (of->atom[atom].n > 0) lattice->atom[lattice->atom_count++] = atom;
  }
  order_atoms(lattice, of, room);
}

bool rung__lattice_make(struct rung__lattice *lattice, const struct rung__hearing *of)
{
  const size_t atoms = of->system->atom_count, rows = of->system->row_count;
  *lattice = (struct rung__lattice){.each = of->system->whole_count};
  lattice->atom = rung__array_new(atoms, sizeof *lattice->atom);
  lattice->at = rung__array_new(atoms, lattice->each * sizeof *lattice->at);
  uint32_t *number = rung__array_new(rows > atoms ? rows : atoms, sizeof *number);
  size_t *forest = rung__array_new(lattice->each, sizeof *forest);
  size_t *rests = rung__array_new(lattice->each, sizeof *rests);
  const bool room = lattice->atom != NULL && lattice->at != NULL && number != NULL &&
                    forest != NULL && rests != NULL;
  if (room) {
    fill(lattice, of, number);
    order_forests(lattice, of, forest, rests, number);
    put_coordinates(lattice, of, forest, rests, number);
  }
  free(number);
  free(forest);
  free(rests);
  if (!room) rung__lattice_free(lattice);
  return room;
}

bool rung__lattice_same(const struct rung__lattice *lattice, const struct rung__lattice *other)
{
  return lattice->width == other->width && lattice->each == other->each &&
         lattice->atom_count == other->atom_count && other->atom != NULL &&
         memcmp(lattice->atom, other->atom, lattice->atom_count * sizeof *lattice->atom) == 0 &&
         memcmp(lattice->at, other->at,
                lattice->atom_count * lattice->each * sizeof *lattice->at) == 0;
}

void rung__lattice_free(struct rung__lattice *lattice)
{
  free(lattice->atom);
  free(lattice->at);
  *lattice = (struct rung__lattice){0};
}
