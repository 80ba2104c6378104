/* Tallies into findings into text, and tallies to and from files.
 * SPDX-License-Identifier: Apache-2.0 */
#include "show.h"

#include <stdlib.h>

#include "output.h"

#define TALLY_MOST ((size_t)1 << 40)

rung_tally *load_tally(const rung_model *model, const char *name)
{
  rung_error error = {0};
  rung_tally *tally = NULL;
  size_t length = 0;
  char *bytes = read_whole(name, TALLY_MOST, &length);
  if (!bytes) return NULL;
  if (rung_tally_load(model, bytes, length, &tally, &error) != RUNG_OK) tell(name, &error);
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
  int result = EXIT_CANNOT;
  if (rung_findings_write(findings, options->format, options->language, &text, &error) != RUNG_OK)
    tell(options->command, &error);
  else if (output_bytes(options->output, text, false))
    result = EXIT_FINE;
  rung_findings_free(findings);
  return result;
}
