/* rung merge: one tally of many.
 * SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"
#include "show.h"

static const char help[] = "usage: rung merge TALLY... -o FILE\n"
                           "\n"
                           "Adds tallies of the same model and columns into one. The order does "
                           "not matter: the bytes are\n"
                           "the same. A tally is as confidential as the answers: the file is "
                           "readable by its owner only.\n";

static const struct option known[] = {OPTION_OUTPUT, OPTION_HELP, {0}};

static bool add(rung_tally *sum, const char *name, struct loaded *loaded)
{
  rung_error error = {0};
  rung_tally *tally = load_tally(NULL, name, loaded);
  if (!tally) return false;
  const rung_status status = rung_tally_merge(sum, tally, &error);
  if (status != RUNG_OK) tell(name, &error);
  rung_tally_free(tally);
  return status == RUNG_OK;
}

static int run(const struct options *options)
{
  if (options->count == 0) return misused("merge", "expected 'rung merge TALLY... -o FILE'");
  if (!options->output) return misused("merge", "-o FILE is missing: a tally is no text");
  struct loaded loaded = {0};
  rung_tally *sum = load_tally(NULL, options->argument[0], &loaded);
  bool fine = sum != NULL;
  for (size_t i = 1; fine && i < options->count; i++)
    fine = add(sum, options->argument[i], &loaded);
  loaded_free(&loaded);
  const int result = fine ? save_tally(sum, options) : EXIT_CANNOT;
  rung_tally_free(sum);
  return result;
}

int command_merge(int count, char **arguments)
{
  struct options options;
  int result = options_read(&options, known, help, count, arguments);
  if (result == GO_ON) result = run(&options);
  options_free(&options);
  return result;
}
