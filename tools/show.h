/* Tallies into findings into text: what score and findings share; loading and saving tallies.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TOOLS_SHOW_H
#define TOOLS_SHOW_H

#include "options.h"

/* What showing findings takes, and says of it: shared by the subcommands that do. */
#define HELP_GROUPS                                                                                \
  "  --by B,C          cross two columns or more\n"                                                \
  "  --unit COLUMN     the column that names a person's unit\n"                                    \
  "  --units FILE      the tree: a CSV of unit, parent and, where known, invited and\n"            \
  "                    target:READING, the level that the unit wants to reach\n"                   \
  "  --relation A,B    put two readings beside each other over the units\n"
#define HELP_SHOWING                                                                               \
  "  --least-n N       hide groups under N people; the larger of N and the model's holds\n"        \
  "  --merge-small     merge siblings that are too small into one group, (others)\n"               \
  "  --also FILE       findings in JSON that were shown before of the same answers; again "        \
  "for more\n"                                                                                     \
  "  --audit           say what could have been learnt had only small groups been hidden, "        \
  "from what,\n"                                                                                   \
  "                    and what was withheld instead\n"                                            \
  "  --unsafe          hide nothing but small groups, whose size may be 3; for your eyes only\n"   \
  "  --confidence P    of intervals, 0.5 to 0.9999; 0.95 is the start\n"                           \
  "  --agreement R     state no level where even the upper limit of agreement, 0 to 1, lies "      \
  "below\n"                                                                                        \
  "  --everyone        limits of what all who were invited would have answered now\n"              \
  "  --language L      of the model's texts, such as en\n"                                         \
  "  --format F        table for people (the start), csv, json\n"                                  \
  "  -o FILE           write there instead of to standard output\n"
#define OPTIONS_OF_SHOWING                                                                         \
  OPTION_BY, OPTION_UNIT, OPTION_UNITS, OPTION_RELATION, OPTION_LEAST_N, OPTION_MERGE_SMALL,       \
      OPTION_ALSO, OPTION_AUDIT, OPTION_UNSAFE, OPTION_CONFIDENCE, OPTION_AGREEMENT,               \
      OPTION_EVERYONE, OPTION_LANGUAGE, OPTION_FORMAT, OPTION_OUTPUT, OPTION_HELP

/* The tallies loaded so far: a survey given twice would count twice. Zero-initialise. */
struct loaded {
  struct seal *seal;
  size_t count;
};

/* Loads a tally; `model` NULL where it is only merged. NULL: it failed, or its bytes were loaded
 * before, and that has been said. */
rung_tally *load_tally(const rung_model *model, const char *name, struct loaded *loaded);
void loaded_free(struct loaded *loaded);
/* Saves a tally to the output of the options; gives the exit code. */
int save_tally(const rung_tally *tally, const struct options *options);
/* Finds from waves and writes as the options say; gives the exit code. */
int show_findings(rung_tally *const *waves, size_t count, const struct options *options);

#endif
