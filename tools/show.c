/* Tallies into findings into text, and tallies to and from files.
 * SPDX-License-Identifier: Apache-2.0 */
#include "show.h"

#include <stdlib.h>
#include <string.h>

#include "output.h"

#define TALLY_MOST ((size_t)1 << 40)

/* A saved tally ends with the SHA-256 of its bytes. */
#define SEAL_SIZE 32

struct seal {
  const char *name;
  char bytes[SEAL_SIZE];
};

static bool remember(struct loaded *loaded, const char *name, const char *bytes, size_t length)
{
  const char *end = bytes + length - SEAL_SIZE; /* what loads is longer */
  for (size_t i = 0; i < loaded->count; i++) {
    if (memcmp(loaded->seal[i].bytes, end, SEAL_SIZE) != 0) continue;
    complain(name, "this is the same tally as '%s': its answers would count twice",
             loaded->seal[i].name);
    return false;
  }
  struct seal *grown = realloc(loaded->seal, (loaded->count + 1) * sizeof *grown);
  if (!grown) {
    complain(name, "no memory to read it");
    return false;
  }
  loaded->seal = grown;
  loaded->seal[loaded->count].name = name;
  memcpy(loaded->seal[loaded->count++].bytes, end, SEAL_SIZE);
  return true;
}

void loaded_free(struct loaded *loaded)
{
  free(loaded->seal);
  *loaded = (struct loaded){0};
}

rung_tally *load_tally(const rung_model *model, const char *name, struct loaded *loaded)
{
  rung_error error = {0};
  rung_tally *tally = NULL;
  size_t length = 0;
  char *bytes = read_whole(name, TALLY_MOST, &length);
  if (!bytes) return NULL;
  if (rung_tally_load(model, bytes, length, &tally, &error) != RUNG_OK) {
    tell(name, &error);
  } else if (!remember(loaded, name, bytes, length)) {
    rung_tally_free(tally);
    tally = NULL;
  }
  free(bytes);
  return tally;
}

int save_tally(const rung_tally *tally, const struct options *options)
{
  rung_error error = {0};
  rung_bytes *bytes = NULL;
  if (rung_tally_save(tally, &bytes, &error) != RUNG_OK) return tell(options->command, &error);
  return output_bytes(options->output, bytes, true) ? EXIT_FINE : EXIT_CANNOT;
}

/* Says what a CSV cannot carry beside its figures; the other formats do. */
static bool warn_findings(const rung_findings *findings, const struct options *options)
{
  rung_error error = {0};
  rung_notes *notes = NULL;
  if (rung_findings_notes(findings, &notes, &error) != RUNG_OK) {
    tell(options->command, &error);
    return false;
  }
  warn_notes(options->command, notes);
  rung_notes_free(notes);
  return true;
}

/* Prints what could have been learnt in place of the findings. */
static int show_audit(const rung_findings *findings, const struct options *options)
{
  rung_error error = {0};
  rung_notes *notes = NULL;
  if (rung_findings_audit(findings, &notes, &error) != RUNG_OK)
    return tell(options->command, &error);
  const int result = print_notes(options->command, notes);
  rung_notes_free(notes);
  return result;
}

int show_findings(rung_tally *const *waves, size_t count, const struct options *options)
{
  rung_error error = {0};
  rung_findings *findings = NULL;
  rung_bytes *text = NULL;
  rung_view *view = options_view(options);
  if (!view) return EXIT_CANNOT;
  const rung_status status = rung_findings_new((const rung_tally *const *)waves, count, view,
                                               options->settings, &findings, &error);
  rung_view_free(view);
  if (status != RUNG_OK) return tell(options->command, &error);
  if (options->audit) {
    const int audited = show_audit(findings, options);
    rung_findings_free(findings);
    return audited;
  }
  int result = EXIT_CANNOT;
  if (rung_findings_write(findings, options->format, options->language, &text, &error) != RUNG_OK)
    tell(options->command, &error);
  else if (output_bytes(options->output, text, false))
    result = EXIT_FINE;
  if (result == EXIT_FINE && options->format == RUNG_FORMAT_CSV &&
      !warn_findings(findings, options))
    result = EXIT_CANNOT;
  rung_findings_free(findings);
  return result;
}
