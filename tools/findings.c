/* rung findings: scores and levels of groups from tallies.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "commands.h"
#include "show.h"

#define WAVES_MOST 64

static const char help[] =
    "usage: rung findings MODEL TALLY... [--by A] [--by B,C] [--unit COLUMN --units FILE]\n"
    "                     [--relation A,B] [--least-n N] [--merge-small] [--also FILE] [--audit]\n"
    "                     [--unsafe] [--confidence P] [--agreement R] [--everyone]\n"
    "                     [--language L] [--format table|csv|json] [-o FILE]\n"
    "\n"
    "Finds scores and levels of groups from tallies of this model. Several tallies are waves "
    "of the\n"
    "same survey, the oldest first: figures are of the last one, and a threshold looks at "
    "them all.\n"
    "The total is always there.\n"
    "  --by A            show groups by a column of the tally; again for another cut\n" HELP_GROUPS
        HELP_SHOWING;

static const struct option known[] = {OPTIONS_OF_SHOWING, {0}};

static int find(const rung_model *model, const struct options *options)
{
  rung_tally *waves[WAVES_MOST] = {0};
  const size_t count = options->count - 1;
  struct loaded loaded = {0};
  bool fine = true;
  for (size_t i = 0; fine && i < count; i++) {
    waves[i] = load_tally(model, options->argument[i + 1], &loaded);
    fine = waves[i] != NULL;
  }
  loaded_free(&loaded);
  const int result = fine ? show_findings(waves, count, options) : EXIT_CANNOT;
  for (size_t i = 0; i < count; i++)
    rung_tally_free(waves[i]);
  return result;
}

static int run(const struct options *options)
{
  if (options->count < 2) return misused("findings", "expected 'rung findings MODEL TALLY...'");
  if (options->count - 1 > WAVES_MOST)
    return misused("findings", "there may be %d waves at most", WAVES_MOST);
  if (!options->unit != !options->units)
    return misused("findings", "--unit and --units go together");
  if (options->relation_count > 0 && !options->unit)
    return misused("findings", "--relation is over units: give --unit and --units");
  rung_model *model = open_model(options->argument[0]);
  if (!model) return EXIT_CANNOT;
  const int result = find(model, options);
  rung_model_free(model);
  return result;
}

int command_findings(int count, char **arguments)
{
  struct options options;
  int result = options_read(&options, known, help, count, arguments);
  if (result == GO_ON) result = run(&options);
  options_free(&options);
  return result;
}
