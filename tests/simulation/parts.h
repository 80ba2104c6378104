/* The parts of the simulation, and how much of each is run.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_PARTS_H
#define RUNG_TESTS_PARTS_H

#include <stdbool.h>
#include <stdint.h>

struct plan {
  const char *folder; /* of the models */
  uint64_t seed;
  bool quick; /* some cells, and few samples of each */
  bool table; /* as many samples of the largest groups as of the others */
};

/* The correlation of two answers of a person before they are cut into points. */
#define SHARED 0.3
/* Kinds of weights: none, and two design effects. */
#define WEIGHTS 3

void simulate_coverage(const struct plan *plan);
void simulate_effective(const struct plan *plan);
void simulate_levels(const struct plan *plan);
void simulate_persons(const struct plan *plan);
void simulate_statistics(const struct plan *plan);

#endif
