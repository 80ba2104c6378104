/* Finding variants: the persons whom each two groups have in common.
 * SPDX-License-Identifier: Apache-2.0 */
#include "disclosure/variants.h"

#include <stdlib.h>

#include "base/array.h"

#define ROWS_MOST 2048

/* Adds an atom to what each two rows of two forests that it is in have in common. */
static void add_atom(const struct rung__hearing *of, const struct rung__forest *one,
                     const struct rung__forest *two, size_t atom, uint32_t *common)
{
  const size_t rows = of->system->row_count;
  for (uint32_t a = one->deepest[atom]; a != RUNG__NO_ROW; a = one->above[a]) {
    for (uint32_t b = two->deepest[atom]; b != RUNG__NO_ROW; b = two->above[b]) {
      if (a == 0 || b == 0 || !rung__hearing_shows(of, a) || !rung__hearing_shows(of, b)) continue;
      common[a < b ? a * rows + b : b * rows + a] += of->atom[atom].n;
    }
  }
}

/* The persons of now whom a group has that was shown earlier. */
static uint32_t own_of(const struct rung__hearing *of, size_t row)
{
  const struct rung__system *system = of->system;
  const size_t index = row - system->shown_count;
  return of->own[(system->first_earlier + index) * system->row_count + row].n -
         of->atom[system->real_count + index].n;
}

static uint32_t persons_of(const struct rung__hearing *of, size_t row)
{
  const struct rung__system *system = of->system;
  if (row < system->shown_count) return of->row[row].n;
  return own_of(of, row) + of->atom[system->real_count + row - system->shown_count].n;
}

/* With the total only what was shown earlier is compared: all of its persons of now are in it, and other
 * groups lie in one forest with it. */
static uint32_t common_of(const struct rung__hearing *of, uint32_t a, uint32_t b,
                          const uint32_t *common)
{
  if (a > 0) return common[(size_t)a * of->system->row_count + b];
  const bool both = b >= of->system->shown_count && rung__hearing_shows(of, 0) &&
                    rung__hearing_shows(of, b);
  return both ? own_of(of, b) : 0;
}

static bool are_variants(const struct rung__hearing *of, size_t a, size_t b, uint32_t common)
{
  if (common == 0) return false;
  const uint64_t apart = (uint64_t)persons_of(of, a) + persons_of(of, b) - 2 * (uint64_t)common;
  return apart > 0 && apart < (uint64_t)of->system->least_n;
}

static uint32_t lesser(const struct rung__hearing *of, uint32_t a, uint32_t b)
{
  if (b >= of->system->shown_count || b == 0) return a;
  if (a == 0) return b;
  return of->row[a].n < of->row[b].n ? a : b;
}

static enum rung__proof find(const struct rung__hearing *of, const uint32_t *common, uint32_t *hide,
                             uint32_t *other)
{
  const uint32_t rows = (uint32_t)of->system->row_count;
  for (uint32_t a = 0; a < of->system->shown_count; ++a) {
    for (uint32_t b = a + 1; b < rows; ++b) {
      if (!are_variants(of, a, b, common_of(of, a, b, common))) continue;
      *hide = lesser(of, a, b);
      *other = *hide == a ? b : a;
      return RUNG__UNSAFE;
    }
  }
  return RUNG__SAFE;
}

enum rung__proof rung__find_variants(const struct rung__hearing *of, uint32_t *hide,
                                     uint32_t *other)
{
  const struct rung__system *system = of->system;
  if (system->row_count > ROWS_MOST) return RUNG__SAFE;
  uint32_t *common = rung__array_new(system->row_count * system->row_count, sizeof *common);
  if (common == NULL) return RUNG__NO_ROOM;
  for (size_t one = 0; one < system->forest_count; ++one) {
    for (size_t two = one + 1; two < system->forest_count; ++two) {
      if (!system->forest[one].whole || !system->forest[two].whole) continue;
      for (size_t atom = 0; atom < system->real_count; ++atom)
        add_atom(of, &system->forest[one], &system->forest[two], atom, common);
    }
  }
  const enum rung__proof proof = find(of, common, hide, other);
  free(common);
  return proof;
}
