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
    "  --by A            show groups by a column of the tally; again for another cut\n"
    "  --by B,C          cross two columns or more\n"
    "  --unit COLUMN     the column that names a person's unit\n"
    "  --units FILE      the tree: a CSV of unit, parent and, where known, invited and\n"
    "                    target:READING, the level that the unit wants to reach\n"
    "  --relation A,B    put two readings beside each other over the units\n"
    "  --least-n N       hide groups under N people; the larger of N and the model's holds\n"
    "  --merge-small     merge siblings that are too small into one group, (others)\n"
    "  --also FILE       findings in JSON that were shown before of the same answers; again "
    "for more\n"
    "  --audit           say what could have been learnt had only small groups been hidden, "
    "from what,\n"
    "                    and what was withheld instead\n"
    "  --unsafe          hide nothing but small groups, whose size may be 3; for your eyes only\n"
    "  --confidence P    of intervals, 0.5 to 0.9999; 0.95 is the start\n"
    "  --agreement R     state no level where even the upper limit of agreement, 0 to 1, lies "
    "below\n"
    "  --everyone        limits of what all who were invited would have answered now\n"
    "  --language L      of the model's texts, such as en\n"
    "  --format F        table for people (the start), csv, json\n"
    "  -o FILE           write there instead of to standard output\n";

static const struct option known[] = {OPTION_BY,
                                      OPTION_UNIT,
                                      OPTION_UNITS,
                                      OPTION_RELATION,
                                      OPTION_LEAST_N,
                                      OPTION_MERGE_SMALL,
                                      OPTION_ALSO,
                                      OPTION_AUDIT,
                                      OPTION_UNSAFE,
                                      OPTION_CONFIDENCE,
                                      OPTION_AGREEMENT,
                                      OPTION_EVERYONE,
                                      OPTION_LANGUAGE,
                                      OPTION_FORMAT,
                                      OPTION_OUTPUT,
                                      OPTION_HELP,
                                      {0}};

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
