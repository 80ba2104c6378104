/* The file of units: unit, parent, invited, targets.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TOOLS_UNITS_H
#define TOOLS_UNITS_H

#include <stdbool.h>

#include <rung/rung.h>

/* Reads a CSV file with the columns unit, parent and, if they are there, invited and target:READING,
 * in any order, into a view. False: it failed, and that has been said. */
bool read_units(const char *name, rung_view *view);

#endif
