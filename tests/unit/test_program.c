/* The program: how far sums can lie apart, in rationals.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "disclosure/program.h"

/* A table of two cuts, each combination from 0 to 100 and at `value`; the sums of rows and columns are
 * known. */
static struct rung__lattice table(size_t rows, size_t columns)
{
  const size_t count = rows * columns;
  struct rung__lattice lattice = {rows + columns, 2, count, calloc(count, sizeof(uint32_t)),
                                  calloc(2 * count, sizeof(uint32_t))};
  for (size_t cell = 0; cell < count; ++cell) {
    lattice.at[2 * cell] = (uint32_t)(cell / columns);
    lattice.at[2 * cell + 1] = (uint32_t)(rows + cell % columns);
  }
  return lattice;
}

static void put_value(struct rung__program *program, size_t cell, int64_t value)
{
  program->least[cell] = -value;
  program->most[cell] = 100 - value;
}

static enum rung__proof varies(struct rung__program *program, size_t cell, int64_t width,
                               double *found)
{
  for (size_t other = 0; other < program->columns; ++other) {
    program->value[other] = rung__rational_of(0);
    program->wanted[other] = other == cell;
  }
  return rung__program_varies(program, width, found);
}

/* The least of a cell is where its row or column cannot take more: by hand, of a 2 x 2 table, whose
 * cells all move by the same. */
static void a_cell_moves_as_far_as_its_cycle(void **state)
{
  static const int64_t VALUES[] = {100, 97, 40, 50};
  struct rung__lattice lattice = table(2, 2);
  struct rung__program program;
  double found;
  (void)state;
  assert_int_equal(rung__program_make(&program, &lattice, 1000000), RUNG__SAFE);
  assert_int_equal(program.rows, 3); /* of four, one follows from the others */
  for (size_t cell = 0; cell < 4; ++cell)
    put_value(&program, cell, VALUES[cell]);
  assert_int_equal(varies(&program, 0, 3, &found), RUNG__SAFE);
  assert_int_equal(varies(&program, 0, 4, &found), RUNG__UNSAFE);
  assert_true(found == 3);
  assert_int_equal(varies(&program, 3, 4, &found), RUNG__UNSAFE);
  assert_true(found == 3);
  rung__program_free(&program);
  rung__lattice_free(&lattice);
}

static void more_cells_have_more_ways(void **state)
{
  static const int64_t VALUES[] = {100, 97, 97, 40, 50, 60};
  struct rung__lattice lattice = table(2, 3);
  struct rung__program program;
  double found;
  (void)state;
  assert_int_equal(rung__program_make(&program, &lattice, 1000000), RUNG__SAFE);
  for (size_t cell = 0; cell < 6; ++cell)
    put_value(&program, cell, VALUES[cell]);
  assert_int_equal(varies(&program, 0, 7, &found), RUNG__UNSAFE);
  assert_true(found == 6);
  rung__program_free(&program);
  rung__lattice_free(&lattice);
}

/* The size that is promised: more than 300 hidden cells, each looked for both ways. */
static void four_hundred_hidden_cells_are_no_matter(void **state)
{
  struct rung__lattice lattice = table(20, 20);
  struct rung__program program;
  double found;
  uint64_t chance = 4711;
  (void)state;
  assert_int_equal(rung__program_make(&program, &lattice, UINT64_C(1000000000)), RUNG__SAFE);
  for (size_t cell = 0; cell < 400; ++cell)
    put_value(&program, cell, (int64_t)(next_random(&chance) % 101));
  for (size_t cell = 0; cell < 400; ++cell)
    assert_int_equal(varies(&program, cell, 101, &found), RUNG__UNSAFE);
  assert_true(found <= 100 && found > 0);
  assert_true(program.work > 0);
  rung__program_free(&program);
  rung__lattice_free(&lattice);
}

static void too_many_cells_are_too_much(void **state)
{
  struct rung__lattice lattice = table(1200, 2);
  struct rung__program program;
  (void)state;
  assert_int_equal(rung__program_make(&program, &lattice, UINT64_C(1000000000)), RUNG__TOO_MUCH);
  rung__program_free(&program);
  rung__lattice_free(&lattice);
}

static void what_does_not_fit_says_so(void **state)
{
  const struct rung__rational big = {INT64_MAX, 1}, small = {1, INT64_MAX};
  bool fits = true;
  (void)state;
  assert_int_equal(rung__rational_multiply(big, small, &fits).above, 1);
  assert_true(fits);
  rung__rational_add(big, big, &fits);
  assert_false(fits);
  fits = true;
  assert_int_equal(rung__rational_compare(small, rung__rational_of(0)), 1);
  const struct rung__rational third = rung__rational_divide(rung__rational_of(2),
                                                            rung__rational_of(-6), &fits);
  assert_int_equal(third.above, -1);
  assert_int_equal(third.below, 3);
  assert_true(fits);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_cell_moves_as_far_as_its_cycle),
      cmocka_unit_test(more_cells_have_more_ways),
      cmocka_unit_test(four_hundred_hidden_cells_are_no_matter),
      cmocka_unit_test(too_many_cells_are_too_much),
      cmocka_unit_test(what_does_not_fit_says_so),
  };
  return cmocka_run_group_tests_name("program", tests, NULL, NULL);
}
