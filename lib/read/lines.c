/* Lines of text: what lies whole in the pushed bytes is given where it lies, the rest waits.
 * SPDX-License-Identifier: Apache-2.0 */
#include "read/lines.h"

#include <string.h>

static const char MARK[] = "\xEF\xBB\xBF";

/* Begins the next line after a call that gave one. */
static void renew(struct rung__lines *lines)
{
  if (lines->given) lines->pending.length = 0;
  lines->given = false;
}

static void give(struct rung__lines *lines, struct rung__slice text, struct rung__slice *line)
{
  const bool cr = text.length > 0 && text.data[text.length - 1] == '\r';
  if (!lines->line_end) lines->line_end = cr ? "CRLF" : "LF";
  lines->given = true;
  text.length -= cr;
  if (++lines->number == 1 && text.length >= 3 && memcmp(text.data, MARK, 3) == 0) {
    lines->marked = true;
    text = (struct rung__slice){text.data + 3, text.length - 3};
  }
  *line = text;
}

rung_status rung__lines_push(struct rung__lines *lines, const char *bytes, size_t length,
                             size_t *taken, struct rung__slice *line, rung_error *error)
{
  *line = (struct rung__slice){NULL, 0};
  *taken = 0;
  renew(lines);
  if (length == 0) return RUNG_OK;
  const char *end = memchr(bytes, '\n', length);
  struct rung__slice text = {bytes, end ? (size_t)(end - bytes) : length};
  if (text.length > RUNG__LINE_LIMIT - lines->pending.length)
    return rung__fail_at(error, RUNG_E_LIMIT, NULL, lines->number + 1, 0,
                         "a line may have %zu bytes; is it one object per line?", RUNG__LINE_LIMIT);
  *taken = text.length + (end != NULL);
  if (!end || lines->pending.length > 0) {
    rung__put(&lines->pending, text.data, text.length);
    if (lines->pending.failed) return rung__fail_memory(error);
    text = (struct rung__slice){lines->pending.data, lines->pending.length};
  }
  if (end) give(lines, text, line);
  return RUNG_OK;
}

void rung__lines_finish(struct rung__lines *lines, struct rung__slice *line)
{
  const char *line_end = lines->line_end;
  *line = (struct rung__slice){NULL, 0};
  renew(lines);
  if (lines->pending.length == 0) return;
  give(lines, (struct rung__slice){lines->pending.data, lines->pending.length}, line);
  lines->line_end = line_end; /* the end of the text is none */
}

void rung__lines_free(struct rung__lines *lines)
{
  rung__buffer_free(&lines->pending);
}
