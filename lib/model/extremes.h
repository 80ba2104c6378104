/* The extremes of a measure: between which its scores lie, whatever is answered.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_EXTREMES_H
#define RUNG_MODEL_EXTREMES_H

#include "model/build.h"

/* A quotient on the grid, cut where it leaves twice the limit of scores; under != 0. */
int64_t rung__quotient(int64_t over, int64_t under);
/* Finds measure->low and ->high from the ranges of the terms, which are compiled and still on the
 * grid. RUNG_E_MODEL where they leave -65536 to 65536. */
rung_status rung__find_extremes(struct rung__build *build, struct rung__measure *measure);

#endif
