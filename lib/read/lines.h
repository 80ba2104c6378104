/* Lines of UTF-8 text: pushed bytes, however they are cut, become lines.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_READ_LINES_H
#define RUNG_READ_LINES_H

#include "base/text.h"

#define RUNG__LINE_LIMIT ((size_t)1 << 20)

/* Zero-initialise. */
struct rung__lines {
  struct rung__buffer pending; /* the beginning of a line, from earlier pushes */
  bool given;                  /* the line in `pending` was given away */
  bool marked;                 /* the text begins with a byte order mark, which is skipped */
  const char *line_end;        /* "LF" or "CRLF" of the first line; NULL before */
  int64_t number;              /* of the line given last, from 1; blank ones count */
};

/* Reads bytes until a line is complete or they are used up. *taken: how many were read. *line: the
 * line without its LF or CRLF; its data are NULL when more bytes are needed; good until the next
 * call; it may point into `bytes`, which must stay until then. RUNG_E_LIMIT, RUNG_E_MEMORY. */
rung_status rung__lines_push(struct rung__lines *lines, const char *bytes, size_t length,
                             size_t *taken, struct rung__slice *line, rung_error *error);
/* The last line when the text does not end in a line end; its data are NULL where there is none. */
void rung__lines_finish(struct rung__lines *lines, struct rung__slice *line);
void rung__lines_free(struct rung__lines *lines);

#endif
