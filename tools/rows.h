/* Scores row by row: what `rung score --rows` does.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TOOLS_ROWS_H
#define TOOLS_ROWS_H

#include "options.h"

/* Scores a file of answers and writes every row as the options say; gives the exit code. */
int show_rows(const rung_model *model, const char *name, const struct options *options);

#endif
