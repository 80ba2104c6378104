/* Gathering bases: elimination modulo a prime, atom by atom.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is independent modulo a prime is independent; that the rank modulo 2^61 - 1 is less than the
 * true one would take minors, of so few ones, that it divides. */
#include "disclosure/bases.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

#define PRIME ((UINT64_C(1) << 61) - 1)
#define WIDTH_MOST 4096

struct bases {
  const struct rung__lattice *lattice;
  uint32_t *left;   /* [place] persons who are in no base yet */
  uint64_t **pivot; /* [coordinate] a row that leads there, with 1; NULL: none */
  uint64_t *row;
  size_t rank;
  uint64_t work;
};

static uint64_t times(uint64_t a, uint64_t b)
{
  return (uint64_t)((rung__uwide)a * b % PRIME);
}

/* a^(p - 2): one over a. */
static uint64_t inverse(uint64_t a)
{
  uint64_t result = 1;
  for (uint64_t power = PRIME - 2; power > 0; power >>= 1) {
    if (power & 1) result = times(result, a);
    a = times(a, a);
  }
  return result;
}

static void subtract(uint64_t *row, const uint64_t *pivot, size_t first, size_t width)
{
  const uint64_t factor = PRIME - row[first];
  for (size_t at = first; at < width; ++at) {
    if (pivot[at] != 0) row[at] = (row[at] + times(factor, pivot[at])) % PRIME;
  }
}

static void spend(struct bases *bases, uint64_t steps)
{
  bases->work = bases->work > steps ? bases->work - steps : 0;
}

/* Reduces an atom's row; the coordinate where it leads, or the width where nothing is left. */
static size_t reduce(struct bases *bases, size_t place)
{
  const size_t width = bases->lattice->width, each = bases->lattice->each;
  memset(bases->row, 0, width * sizeof *bases->row);
  for (size_t index = 0; index < each; ++index) {
    const uint32_t at = bases->lattice->at[place * each + index];
    if (at != RUNG__NO_ROW) bases->row[at] = 1;
  }
  for (size_t at = 0; at < width; ++at) {
    if (bases->row[at] == 0) continue;
    if (bases->pivot[at] == NULL) return at;
    subtract(bases->row, bases->pivot[at], at, width);
    spend(bases, width - at);
  }
  spend(bases, width);
  return width;
}

static bool keep(struct bases *bases, size_t lead)
{
  const size_t width = bases->lattice->width;
  uint64_t *kept = rung__array_new(width, sizeof *kept);
  if (kept == NULL) return false;
  const uint64_t factor = inverse(bases->row[lead]);
  for (size_t at = lead; at < width; ++at)
    kept[at] = times(bases->row[at], factor);
  bases->pivot[lead] = kept;
  bases->rank++;
  spend(bases, width);
  return true;
}

static void clear(struct bases *bases)
{
  for (size_t at = 0; bases->pivot != NULL && at < bases->lattice->width; ++at) {
    free(bases->pivot[at]);
    bases->pivot[at] = NULL;
  }
  bases->rank = 0;
}

/* Gathers a base of `rank`, or one of all that is left where that is 0. */
static enum rung__proof gather(struct bases *bases, size_t rank)
{
  clear(bases);
  for (size_t place = 0; place < bases->lattice->atom_count; ++place) {
    if (bases->left[place] == 0) continue;
    const size_t lead = reduce(bases, place);
    if (bases->work == 0) return RUNG__TOO_MUCH;
    if (lead == bases->lattice->width) continue;
    if (!keep(bases, lead)) return RUNG__NO_ROOM;
    bases->left[place]--;
    if (bases->rank == rank) return RUNG__SAFE;
  }
  return rank == 0 ? RUNG__SAFE : RUNG__UNSAFE;
}

static enum rung__proof gather_all(struct bases *bases, size_t least)
{
  enum rung__proof proof = gather(bases, 0);
  const size_t rank = bases->rank;
  for (size_t base = 1; rank > 0 && proof == RUNG__SAFE && base < least; ++base)
    proof = gather(bases, rank);
  return proof;
}

enum rung__proof rung__hold_bases(struct rung__hearing *of, const struct rung__lattice *lattice,
                                  size_t least)
{
  if (lattice->width > WIDTH_MOST) return RUNG__TOO_MUCH;
  struct bases bases = {.lattice = lattice, .work = of->work};
  bases.left = rung__array_new(lattice->atom_count, sizeof *bases.left);
  bases.pivot = rung__array_new(lattice->width, sizeof *bases.pivot);
  bases.row = rung__array_new(lattice->width, sizeof *bases.row);
  enum rung__proof proof = RUNG__NO_ROOM;
  if (bases.left != NULL && bases.pivot != NULL && bases.row != NULL) {
    for (size_t place = 0; place < lattice->atom_count; ++place)
      bases.left[place] = of->atom[lattice->atom[place]].n;
    proof = gather_all(&bases, least);
  }
  clear(&bases);
  free(bases.left);
  free(bases.pivot);
  free(bases.row);
  of->work = bases.work;
  return proof;
}
