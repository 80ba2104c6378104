/* Whole files into memory.
 * SPDX-License-Identifier: Apache-2.0 */
#include "read/file.h"

#include <errno.h>
#include <stdio.h>

#define CHUNK 65536

static const char *reason(int number)
{
  switch (number) {
  case ENOENT:
  case ENOTDIR: return "there is no such file";
  case EACCES:
  case EPERM: return "the file may not be read; see its permissions";
  case EISDIR: return "this is a folder; give a file";
  case EMFILE:
  case ENFILE: return "too many files are open";
  default: return "the file cannot be read";
  }
}

static rung_status read_all(FILE *file, const char *path, size_t limit, struct rung__buffer *buffer,
                            rung_error *error)
{
  char chunk[CHUNK];
  size_t total = 0;
  for (size_t got = sizeof chunk; got == sizeof chunk;) {
    errno = 0;
    got = fread(chunk, 1, sizeof chunk, file);
    if (ferror(file)) return rung__fail_at(error, RUNG_E_IO, path, 0, 0, "%s", reason(errno));
    if (got > limit - total)
      return rung__fail_at(error, RUNG_E_LIMIT, path, 0, 0, "the file has more than %zu bytes",
                           limit);
    total += got;
    rung__put(buffer, chunk, got);
    if (buffer->failed) return rung__fail_memory(error);
  }
  return RUNG_OK;
}

rung_status rung__file_read(const char *path, size_t limit, struct rung__buffer *buffer,
                            rung_error *error)
{
  errno = 0;
  FILE *file = fopen(path, "rb");
  if (file == NULL && (errno == ENOMEM || errno == 0)) return rung__fail_memory(error);
  if (file == NULL) return rung__fail_at(error, RUNG_E_IO, path, 0, 0, "%s", reason(errno));
  setvbuf(file, NULL, _IONBF, 0); /* the chunks are buffer enough */
  const size_t before = buffer->length;
  const rung_status status = read_all(file, path, limit, buffer, error);
  if (status != RUNG_OK) buffer->length = before;
  fclose(file);
  return status;
}
