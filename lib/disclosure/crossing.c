/* Settling crossing cuts: bases for what follows exactly, the program for bounds.
 * SPDX-License-Identifier: Apache-2.0 */
#include "disclosure/crossing.h"

#include "disclosure/nested.h"
#include "disclosure/variants.h"

/* A person whose range is 1: sums become whole numbers of 2^-16 of it. */
#define UNIT_BITS 16
/* Rows that are tried before the finest is taken. */
#define TRIES 64

static enum rung__proof check_bases(struct rung__hearing *of, struct rung__crossing *crossing,
                                    struct rung__lattice *lattice)
{
  if (rung__lattice_same(lattice, &crossing->safe)) return RUNG__SAFE;
  const enum rung__proof proof = rung__hold_bases(of, lattice, (size_t)of->system->least_n);
  if (proof != RUNG__SAFE) return proof;
  rung__lattice_free(&crossing->safe);
  crossing->safe = *lattice;
  *lattice = (struct rung__lattice){0};
  return proof;
}

/* The equations, those of the last ground where it had the same persons. */
static enum rung__proof set_up(struct rung__hearing *of, struct rung__crossing *crossing)
{
  struct rung__lattice lattice;
  if (!rung__lattice_make(&lattice, of)) return RUNG__NO_ROOM;
  if (rung__lattice_same(&lattice, &crossing->solved)) {
    rung__lattice_free(&lattice);
    crossing->program.work = of->work;
    return RUNG__SAFE;
  }
  rung__program_free(&crossing->program);
  rung__lattice_free(&crossing->solved);
  crossing->solved = lattice;
  const enum rung__proof proof = rung__program_make(&crossing->program, &crossing->solved,
                                                    of->work);
  if (proof != RUNG__SAFE) rung__lattice_free(&crossing->solved);
  return proof;
}

static int64_t whole_of(double share, int64_t most)
{
  const int64_t whole = (int64_t)(share * (double)most + 0.5);
  return whole < 0 ? 0 : whole > most ? most : whole;
}

/* The ends of an atom: as far as its sum is from either end of what it can be. */
static void put_ends(const struct rung__hearing *of, struct rung__program *program, size_t place,
                     uint32_t atom)
{
  const struct rung__stand *stand = &of->atom[atom];
  struct rung__sum above, below;
  rung__stand_room(of->ground, stand, &above, &below);
  const double up = rung__sum_double(&above), down = rung__sum_double(&below);
  const int64_t most = (int64_t)(stand->weight >> (40 - UNIT_BITS));
  const int64_t part = whole_of(up + down > 0 ? up / (up + down) : 0, most);
  program->least[place] = -part;
  program->most[place] = most - part;
  program->value[place] = rung__rational_of(0);
}

static bool is_in(const struct rung__system *system, uint32_t atom, uint32_t row)
{
  for (size_t forest = 0; forest < system->forest_count; ++forest) {
    uint32_t at = system->forest[forest].deepest[atom];
    while (at != RUNG__NO_ROW && at != row)
      at = system->forest[forest].above[at];
    if (at == row) return true;
  }
  return false;
}

/* Marks the atoms of a row, and gives a quarter of its range; 0 where it has no weight. */
static int64_t want(const struct rung__hearing *of, struct rung__crossing *crossing, uint32_t row)
{
  int64_t range = 0;
  for (size_t place = 0; place < crossing->solved.atom_count; ++place) {
    const bool in = is_in(of->system, crossing->solved.atom[place], row);
    crossing->program.wanted[place] = in;
    if (in) range += crossing->program.most[place] - crossing->program.least[place];
  }
  return range / 4;
}

/* Looks for a hidden row that everything together bounds tightly. */
static enum rung__proof check_bounds(struct rung__hearing *of, struct rung__crossing *crossing,
                                     uint32_t *tight)
{
  *tight = RUNG__NO_ROW;
  if (of->ground->low >= of->ground->high) return RUNG__SAFE;
  for (uint32_t row = 0; row < of->system->shown_count; ++row) {
    if (of->protected[row]) *tight = row;
  }
  if (*tight == RUNG__NO_ROW) return RUNG__SAFE;
  enum rung__proof proof = set_up(of, crossing);
  struct rung__program *program = &crossing->program;
  if (proof != RUNG__SAFE) return proof;
  for (size_t place = 0; place < crossing->solved.atom_count; ++place)
    put_ends(of, program, place, crossing->solved.atom[place]);
  for (uint32_t row = 0; proof == RUNG__SAFE && row < of->system->shown_count; ++row) {
    if (!of->protected[row]) continue;
    double found;
    *tight = row;
    proof = rung__program_varies(program, want(of, crossing, row), &found);
  }
  of->work = program->work;
  return proof;
}

/* Hides what does not lie in the first forest under the total, where there is not time to find out;
 * everything where something was shown earlier, which nobody can take back. */
static void withhold(struct rung__hearing *of)
{
  const struct rung__system *system = of->system;
  const bool all = system->row_count > system->shown_count;
  const struct rung__leak why = {.kind = RUNG__LEAK_WORK, .from = RUNG__NO_ROW, .of = RUNG__NO_ROW};
  for (uint32_t row = !all; row < system->shown_count; ++row) {
    if ((all || system->forest[0].above[row] == RUNG__NO_ROW) && of->access[row] > RUNG__CONCEALED)
      rung__hearing_hide(of, row, RUNG__CONCEALED, why);
  }
}

/* Finds two groups that differ by few, and which of them to hide. */
static enum rung__proof check_variants(struct rung__hearing *of, struct rung__crossing *crossing,
                                       struct rung__leak *why, uint32_t *row)
{
  (void)crossing;
  *why = (struct rung__leak){.kind = RUNG__LEAK_VARIANT, .from = RUNG__NO_ROW, .of = RUNG__NO_ROW};
  return rung__find_variants(of, row, &why->from);
}

/* Whether every sum would be over enough without a row. */
static bool helps(struct rung__hearing *of, uint32_t row)
{
  struct rung__lattice lattice;
  const uint8_t access = of->access[row];
  of->access[row] = RUNG__CONCEALED;
  const bool room = rung__lattice_make(&lattice, of);
  const bool safe = room &&
                    rung__hold_bases(of, &lattice, (size_t)of->system->least_n) == RUNG__SAFE;
  if (room) rung__lattice_free(&lattice);
  of->access[row] = access;
  return safe;
}

/* The finest row without which every sum is over enough, of the first so many; else the finest. */
static uint32_t choose(struct rung__hearing *of)
{
  const uint64_t work = of->work;
  const uint32_t first = rung__hearing_finest(of, RUNG__NO_ROW);
  uint32_t row = first, found = first;
  for (size_t tries = 0; tries < TRIES && row != RUNG__NO_ROW && of->work > 0; ++tries) {
    if (helps(of, row)) {
      found = row;
      break;
    }
    row = rung__hearing_finest(of, row);
  }
  if (of->work < work / 2) of->work = work / 2; /* looking ahead never takes it all */
  return found;
}

/* Finds a sum over few, and the group to hide for it. */
static enum rung__proof check_sums(struct rung__hearing *of, struct rung__crossing *crossing,
                                   struct rung__leak *why, uint32_t *row)
{
  struct rung__lattice lattice;
  *why = (struct rung__leak){
      .kind = RUNG__LEAK_DIFFERENCE, .from = RUNG__NO_ROW, .of = RUNG__NO_ROW};
  if (!rung__lattice_make(&lattice, of)) return RUNG__NO_ROOM;
  const enum rung__proof proof = check_bases(of, crossing, &lattice);
  rung__lattice_free(&lattice);
  if (proof == RUNG__UNSAFE) *row = choose(of);
  return proof;
}

typedef enum rung__proof (*checker)(struct rung__hearing *, struct rung__crossing *,
                                    struct rung__leak *, uint32_t *);

/* Checks the groups of now, then with each that was shown earlier of other persons: what several of
 * those tell together has been told. */
static enum rung__proof check_each(checker check, struct rung__hearing *of,
                                   struct rung__crossing *crossing, struct rung__leak *why,
                                   uint32_t *row)
{
  const struct rung__system *system = of->system;
  enum rung__proof proof = check(of, crossing, why, row);
  for (size_t earlier = system->shown_count; earlier < system->row_count; ++earlier) {
    if (proof != RUNG__SAFE) break;
    if (!of->changed[earlier]) continue;
    of->access[earlier] = RUNG__IN_FULL;
    proof = check(of, crossing, why, row);
    of->access[earlier] = RUNG__TOO_FEW;
  }
  return proof;
}

/* Finds what leaks first, and the row to hide for it. */
static enum rung__proof check(struct rung__hearing *of, struct rung__crossing *crossing,
                              struct rung__leak *why, uint32_t *row)
{
  enum rung__proof proof = check_each(check_variants, of, crossing, why, row);
  if (proof == RUNG__SAFE) proof = check_each(check_sums, of, crossing, why, row);
  if (proof != RUNG__SAFE) return proof;
  why->kind = RUNG__LEAK_PROGRAM;
  proof = check_bounds(of, crossing, &why->of);
  if (proof == RUNG__UNSAFE) *row = rung__hearing_finest(of, RUNG__NO_ROW);
  return proof;
}

void rung__settle_crossing(struct rung__hearing *of, struct rung__crossing *crossing)
{
  struct rung__leak why;
  while (!of->failed) {
    uint32_t row;
    const enum rung__proof proof = check(of, crossing, &why, &row);
    if (proof == RUNG__SAFE) return;
    if (proof == RUNG__NO_ROOM) of->failed = true;
    if (proof == RUNG__TOO_MUCH) withhold(of);
    if (proof == RUNG__TOO_MUCH) rung__settle_nested(of);
    if (proof != RUNG__UNSAFE) return;
    if (row == RUNG__NO_ROW && rung__hearing_shows(of, 0)) row = 0;
    if (row == RUNG__NO_ROW) return;
    rung__hearing_hide(of, row, RUNG__CONCEALED, why);
    rung__settle_nested(of);
  }
}

void rung__crossing_free(struct rung__crossing *crossing)
{
  rung__lattice_free(&crossing->safe);
  rung__lattice_free(&crossing->solved);
  rung__program_free(&crossing->program);
}
