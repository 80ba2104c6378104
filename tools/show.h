/* Tallies into findings into text: what score and findings share; loading and saving tallies.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TOOLS_SHOW_H
#define TOOLS_SHOW_H

#include "options.h"

/* The tallies loaded so far: a survey given twice would count twice. Zero-initialise. */
struct loaded {
  struct seal *seal;
  size_t count;
};

/* Loads a tally; `model` NULL where it is only merged. NULL: it failed, or its bytes were loaded
 * before, and that has been said. */
rung_tally *load_tally(const rung_model *model, const char *name, struct loaded *loaded);
void loaded_free(struct loaded *loaded);
/* Saves a tally to the output of the options; gives the exit code. */
int save_tally(const rung_tally *tally, const struct options *options);
/* Finds from waves and writes as the options say; gives the exit code. */
int show_findings(rung_tally *const *waves, size_t count, const struct options *options);

#endif
