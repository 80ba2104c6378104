/* Reading answers: a file in pieces, handed on block by block.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TOOLS_ANSWERS_H
#define TOOLS_ANSWERS_H

#include "options.h"

/* What is done with a block; false ends the reading: it failed, and that has been said. */
typedef bool (*block_taker)(void *context, const rung_answers *block);

/* Makes a reader of options->argument[1] for the options: form, mapping, delimiter, group columns and weight. NULL: it failed,
 * and that has been said. */
rung_reader *answers_reader(const rung_model *model, const struct options *options);
/* Reads a file, or standard input for "-", to its end. `take` may be NULL: blocks are dropped. */
bool answers_read(rung_reader *reader, const char *name, block_taker take, void *context);
/* After reading: warns of what was odd, and writes the rows set aside where that was asked for. */
bool answers_finish(rung_reader *reader, const char *name, const struct options *options);

#endif
