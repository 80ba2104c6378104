/* Tests of tau-b of a table: against that of rows, by hand, and with weights.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "stats/kendall.h"
#include "stats/kendall_table.h"

#define ROWS_MOST 4
#define COLUMNS_MOST 5
#define CELLS_MOST (ROWS_MOST * COLUMNS_MOST)

/* Shares and squares of persons, each of one weight. */
static void weigh(const unsigned *count, const double *weight, size_t cells, double *share,
                  double *square)
{
  double all = 0;
  for (size_t cell = 0; cell < cells; ++cell)
    all += count[cell] * (weight == NULL ? 1 : weight[cell]);
  for (size_t cell = 0; cell < cells; ++cell) {
    const double one = weight == NULL ? 1 : weight[cell];
    share[cell] = count[cell] * one / all;
    square[cell] = count[cell] * one * one / (all * all);
  }
}

static struct rung__kendall_table of_counts(const unsigned *count, const double *weight,
                                            size_t rows, size_t columns)
{
  double share[CELLS_MOST], square[CELLS_MOST];
  struct rung__kendall_table found;
  weigh(count, weight, rows * columns, share, square);
  rung__kendall_table(share, square, rows, columns, &found);
  return found;
}

static void a_table_of_persons_is_what_its_rows_are(void **state)
{
  (void)state;
  uint64_t chance = 20260301;
  for (int round = 0; round < 300; ++round) {
    const size_t rows = 2 + next_random(&chance) % (ROWS_MOST - 1);
    const size_t columns = 2 + next_random(&chance) % (COLUMNS_MOST - 1);
    unsigned count[CELLS_MOST];
    double x[CELLS_MOST * 9], y[CELLS_MOST * 9];
    size_t persons = 0;
    for (size_t cell = 0; cell < rows * columns; ++cell) {
      count[cell] = (unsigned)(next_random(&chance) % 9);
      for (unsigned person = 0; person < count[cell]; ++person, ++persons) {
        x[persons] = (double)(cell / columns);
        y[persons] = (double)(cell % columns);
      }
    }
    struct rung__kendall whole;
    if (persons < 4) continue;
    assert_true(rung__kendall(x, y, persons, &whole));
    const struct rung__kendall_table found = of_counts(count, NULL, rows, columns);
    assert_int_equal(isnan(found.tau), isnan(whole.tau));
    if (isnan(whole.tau)) continue;
    assert_close(found.tau, whole.tau, 1e-12);
    assert_close(found.error, whole.tau_error, 1e-10);
  }
}

/* Two by two, tau-b is phi: (20 x 20 - 10 x 10) / (30 x 30). */
static void of_two_by_two_it_is_phi(void **state)
{
  (void)state;
  static const unsigned COUNT[] = {20, 10, 10, 20};
  assert_close(of_counts(COUNT, NULL, 2, 2).tau, 1.0 / 3, 1e-15);
}

static void order_without_exception_has_no_error(void **state)
{
  (void)state;
  static const unsigned SAME[] = {7, 0, 0, 0, 8, 0, 0, 0, 9},
                        TURNED[] = {0, 0, 7, 0, 8, 0, 9, 0, 0};
  const struct rung__kendall_table same = of_counts(SAME, NULL, 3, 3);
  const struct rung__kendall_table turned = of_counts(TURNED, NULL, 3, 3);
  assert_close(same.tau, 1, 1e-15);
  assert_close(turned.tau, -1, 1e-15);
  assert_close(same.error, 0, 0);
  assert_close(turned.error, 0, 0);
}

static void on_one_level_there_is_no_association(void **state)
{
  (void)state;
  static const unsigned ROW[] = {5, 6, 0, 0}, COLUMN[] = {5, 0, 6, 0}, NOBODY[] = {9, 0, 0, 0};
  assert_true(isnan(of_counts(ROW, NULL, 2, 2).tau));
  assert_true(isnan(of_counts(COLUMN, NULL, 2, 2).tau));
  assert_true(isnan(of_counts(NOBODY, NULL, 2, 2).tau));
  assert_true(isnan(of_counts(NOBODY, NULL, 2, 2).error));
}

/* Whoever is weighed twice moves the association as two do, and its error as one does. */
static void a_weight_of_two_is_two_for_tau_and_one_for_its_error(void **state)
{
  (void)state;
  static const unsigned ONE[] = {10, 5, 4, 12, 6, 9}, TWO[] = {20, 10, 8, 24, 12, 18};
  static const double DOUBLE[] = {2, 2, 2, 2, 2, 2};
  const struct rung__kendall_table one = of_counts(ONE, NULL, 2, 3);
  const struct rung__kendall_table weighed = of_counts(ONE, DOUBLE, 2, 3);
  const struct rung__kendall_table two = of_counts(TWO, NULL, 2, 3);
  assert_close(weighed.tau, two.tau, 1e-14);
  assert_close(weighed.error, one.error, 1e-14);
  assert_close(weighed.error, two.error * sqrt(2), 1e-12);
}

/* Against the difference that a little more weight of a cell makes. */
static void the_error_is_of_what_each_person_moves(void **state)
{
  (void)state;
  static const unsigned COUNT[] = {10, 5, 4, 12, 6, 9};
  static const double WEIGHT[] = {1, 3, 0.5, 2, 1, 0.25};
  const double step = 1e-6;
  double share[6], square[6], moved[6], variance = 0;
  const struct rung__kendall_table found = of_counts(COUNT, WEIGHT, 2, 3);
  weigh(COUNT, WEIGHT, 6, share, square);
  for (size_t cell = 0; cell < 6; ++cell) {
    double tau[2];
    for (int side = 0; side < 2; ++side) {
      const double more = side == 0 ? step : -step;
      struct rung__kendall_table near;
      for (size_t other = 0; other < 6; ++other)
        moved[other] = (share[other] + (other == cell ? more : 0)) / (1 + more);
      rung__kendall_table(moved, NULL, 2, 3, &near);
      assert_true(isnan(near.error));
      tau[side] = near.tau;
    }
    const double slope = (tau[0] - tau[1]) / (2 * step);
    variance += square[cell] * slope * slope;
  }
  assert_close(found.error, sqrt(variance), 1e-8);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_table_of_persons_is_what_its_rows_are),
      cmocka_unit_test(of_two_by_two_it_is_phi),
      cmocka_unit_test(order_without_exception_has_no_error),
      cmocka_unit_test(on_one_level_there_is_no_association),
      cmocka_unit_test(a_weight_of_two_is_two_for_tau_and_one_for_its_error),
      cmocka_unit_test(the_error_is_of_what_each_person_moves),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
