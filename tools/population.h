/* The population that rows are taken to be of: the total of a saved tally.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TOOLS_POPULATION_H
#define TOOLS_POPULATION_H

#include "common.h"

/* Tells a workspace of every reading for which the tally has a mean, a spread and a reliability, and
 * says of the others why they have no chances. False: said why. */
bool tell_population(rung_scores *scores, const rung_model *model, const char *path,
                     const rung_settings *settings);

#endif
