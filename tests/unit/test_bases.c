/* Bases: whether every sum of what is shown is over enough persons.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "disclosure/bases.h"

/* A table of two cuts: the persons of each combination, each cut shown in whole. */
static enum rung__proof prove(size_t rows, size_t columns, const uint32_t *persons, uint64_t work)
{
  const size_t count = rows * columns;
  uint32_t *at = calloc(2 * count, sizeof *at), *atom = calloc(count, sizeof *atom);
  struct rung__stand *stand = calloc(count, sizeof *stand);
  struct rung__hearing hearing = {.atom = stand, .work = work};
  struct rung__lattice lattice = {rows + columns, 2, 0, atom, at};
  for (size_t cell = 0; cell < count; ++cell)
    stand[cell].n = persons[cell];
  for (uint32_t size = 9; size > 0; --size) { /* those of many persons first */
    for (size_t cell = 0; cell < count; ++cell) {
      if (persons[cell] != size) continue;
      at[2 * lattice.atom_count] = (uint32_t)(cell / columns);
      at[2 * lattice.atom_count + 1] = (uint32_t)(rows + cell % columns);
      atom[lattice.atom_count++] = (uint32_t)cell;
    }
  }
  const enum rung__proof proof = rung__hold_bases(&hearing, &lattice, 5);
  free(at);
  free(atom);
  free(stand);
  return proof;
}

/* By hand: the first row less the first column is the 1 and the cells below it. */
static const struct table {
  const char *label;
  uint32_t persons[6];
  enum rung__proof proof;
} TABLES[] = {
    {"every combination has enough", {5, 5, 5, 5, 5, 5}, RUNG__SAFE},
    {"a combination of one is one of many paths", {1, 9, 9, 9, 9, 9}, RUNG__SAFE},
    {"a row and a column differ by one", {9, 0, 1, 0, 9, 9}, RUNG__UNSAFE},
    {"they differ by four", {9, 0, 2, 2, 9, 9}, RUNG__UNSAFE},
    {"they differ by five", {9, 0, 3, 2, 9, 9}, RUNG__SAFE},
    {"a row of four in all", {2, 1, 1, 9, 9, 9}, RUNG__UNSAFE},
};

static void sums_over_few_are_found(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(TABLES); ++index)
    assert_case(TABLES[index].label,
                prove(2, 3, TABLES[index].persons, 1000000) == TABLES[index].proof);
}

static void too_much_work_is_no_proof(void **state)
{
  (void)state;
  assert_int_equal(prove(2, 3, TABLES[0].persons, 5), RUNG__TOO_MUCH);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sums_over_few_are_found),
      cmocka_unit_test(too_much_work_is_no_proof),
  };
  return cmocka_run_group_tests_name("bases", tests, NULL, NULL);
}
