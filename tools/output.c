/* Where results go: a temporary file beside the target, renamed when it is complete.
 * SPDX-License-Identifier: Apache-2.0 */
#define _XOPEN_SOURCE 700 /* realpath */
#include "output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common.h"

/* The file that a path leads to, through symbolic links; a copy of the path where there is none. */
static char *resolve(const char *path)
{
  char *real = realpath(path, NULL);
  if (real || errno != ENOENT) return real;
  return strdup(path);
}

static bool is_special(const char *path)
{
  struct stat found;
  return stat(path, &found) == 0 && !S_ISREG(found.st_mode);
}

bool is_same_file(const char *a, const char *b)
{
  struct stat first, second;
  if (strcmp(a, "-") == 0 || strcmp(b, "-") == 0) return false;
  if (stat(a, &first) != 0 || stat(b, &second) != 0) return strcmp(a, b) == 0;
  return S_ISREG(first.st_mode) && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

static bool open_temporary(struct output *output, bool confidential)
{
  const mode_t mask = umask(0);
  umask(mask);
  const size_t size = strlen(output->target) + sizeof ".XXXXXX";
  output->temporary = malloc(size);
  if (!output->temporary) return false;
  snprintf(output->temporary, size, "%s.XXXXXX", output->target);
  const int descriptor = mkstemp(output->temporary);
  if (descriptor < 0) {
    free(output->temporary);
    output->temporary = NULL;
    return false;
  }
  if (!confidential) fchmod(descriptor, 0666 & ~mask);
  output->file = fdopen(descriptor, "wb");
  if (!output->file) close(descriptor);
  return output->file != NULL;
}

bool output_open(struct output *output, const char *path, bool confidential)
{
  *output = (struct output){.name = path};
  if (!path || strcmp(path, "-") == 0) {
    output->file = stdout;
    output->name = "standard output";
    return true;
  }
  if (is_special(path)) {
    output->file = fopen(path, "wb");
  } else {
    output->target = resolve(path);
    if (output->target && !open_temporary(output, confidential)) output->file = NULL;
  }
  if (output->file) return true;
  complain(path, "cannot be written: %s", strerror(errno));
  output_discard(output);
  return false;
}

bool output_put(struct output *output, const char *bytes, size_t length)
{
  if (length == 0 || fwrite(bytes, 1, length, output->file) == length) return true;
  complain(output->name, "cannot be written: %s", strerror(errno));
  return false;
}

bool output_close(struct output *output)
{
  bool fine = fflush(output->file) == 0 && !ferror(output->file);
  if (output->file != stdout) fine = fclose(output->file) == 0 && fine;
  output->file = NULL;
  if (fine && output->temporary) fine = rename(output->temporary, output->target) == 0;
  if (!fine) complain(output->name, "cannot be written: %s", strerror(errno));
  if (fine) {
    free(output->temporary);
    output->temporary = NULL;
  }
  output_discard(output);
  return fine;
}

void output_discard(struct output *output)
{
  if (output->file && output->file != stdout) fclose(output->file);
  if (output->temporary) unlink(output->temporary);
  free(output->temporary);
  free(output->target);
  *output = (struct output){0};
}

bool output_bytes(const char *path, rung_bytes *bytes, bool confidential)
{
  struct output output;
  bool fine = output_open(&output, path, confidential);
  if (fine) {
    fine = output_put(&output, rung_bytes_data(bytes), rung_bytes_length(bytes));
    if (fine)
      fine = output_close(&output);
    else
      output_discard(&output);
  }
  rung_bytes_free(bytes);
  return fine;
}
