/* rung tally: counts answers, to be merged and found from later.
 * SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"
#include "counting.h"
#include "show.h"

static const char help[] =
    "usage: rung tally MODEL ANSWERS [--by A] [--by B,C] [--unit COLUMN] [--weight COLUMN]\n"
    "                  [--map FILE] [--form csv|jsonl|long] [--delimiter comma|semicolon|tab]\n"
    "                  [--strict] [--set-aside FILE] [--close[=N]] -o FILE\n"
    "\n"
    "Counts answers by every column named, so that findings of any of them can follow. Tallies of\n"
    "parts of a survey merge into the tally of the whole, bit for bit. A tally is as confidential\n"
    "as the answers: the file is readable by its owner only.\n"
    "  --close[=N]       drop groups under N people (5) for good: the tally has nothing of them, "
    "and\n"
    "                    they count in no total\n"
    "  --by A, --by B,C  columns to count by\n"
    "  --unit COLUMN     one more: the column that names a person's unit\n"
    "  --weight COLUMN   design weights\n"
    "  --form F          csv, a row a record (the start); jsonl, JSON Lines (by itself where "
    "ANSWERS\n"
    "                    ends in .jsonl or .ndjson); long, a CSV with an answer a record\n"
    "  --delimiter NAME  between the fields of a CSV; found by itself where it is not named\n"
    "  --map FILE        a rung-map/1 file: columns to items, labels to codes\n"
    "  --strict          an answer off its scale fails, instead of being counted as invalid\n"
    "  --set-aside FILE  write rows of another length than the header there, and go on\n";

static const struct option known[] = {
    OPTION_BY,     OPTION_UNIT,      OPTION_WEIGHT, OPTION_FORM,   OPTION_MAP,  OPTION_DELIMITER,
    OPTION_STRICT, OPTION_SET_ASIDE, OPTION_CLOSE,  OPTION_OUTPUT, OPTION_HELP, {0}};

/* Drops what is too small. How many persons that were is as confidential as their answers. */
static bool close_tally(rung_tally *tally, const struct options *options)
{
  rung_error error = {0};
  if (options->close == 0 || rung_tally_close(tally, options->close, NULL, &error) == RUNG_OK)
    return true;
  tell("tally", &error);
  return false;
}

static int run(const struct options *options)
{
  if (options->count != 2) return misused("tally", "expected 'rung tally MODEL ANSWERS -o FILE'");
  if (!options->output) return misused("tally", "-o FILE is missing: a tally is no text");
  int result = EXIT_CANNOT;
  rung_model *model = open_model(options->argument[0]);
  rung_tally *tally = model ? count_answers(model, options->argument[1], options) : NULL;
  if (tally && close_tally(tally, options)) result = save_tally(tally, options);
  rung_tally_free(tally);
  rung_model_free(model);
  return result;
}

int command_tally(int count, char **arguments)
{
  struct options options;
  int result = options_read(&options, known, help, count, arguments);
  if (result == GO_ON) result = run(&options);
  options_free(&options);
  return result;
}
