/* Answers into a tally: what score and tally share.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TOOLS_COUNTING_H
#define TOOLS_COUNTING_H

#include "options.h"

/* Counts a file of answers by the columns of the options. NULL: it failed, and that has been said.
 */
rung_tally *count_answers(const rung_model *model, const char *name, const struct options *options);

#endif
