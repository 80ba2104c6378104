/* Where results go: standard output, or a file that appears only when it is complete.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TOOLS_OUTPUT_H
#define TOOLS_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include <rung/rung.h>

/* Zero-initialise. */
struct output {
  FILE *file;
  const char *name;         /* for messages */
  char *target, *temporary; /* NULL for standard output and for what is no regular file */
};

/* Opens. NULL or "-": standard output. `confidential`: a new file is for its owner only, because it
 * says what single persons answered. False: it could not, and that has been said; so below. */
bool output_open(struct output *output, const char *path, bool confidential);
bool output_put(struct output *output, const char *bytes, size_t length);
/* Completes: a file takes its name only here. */
bool output_close(struct output *output);
/* Gives up: nothing appears. Does nothing after output_close(). */
void output_discard(struct output *output);

/* Whether two names lead to one regular file. */
bool is_same_file(const char *a, const char *b);

/* All of it in one go; frees the bytes. */
bool output_bytes(const char *path, rung_bytes *bytes, bool confidential);

#endif
