/* rung inspect: what is in a file of answers and how it meets the model.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers.h"
#include "commands.h"
#include "output.h"

static const char help[] =
    "usage: rung inspect MODEL ANSWERS [--form csv|jsonl|long] [--map FILE]\n"
    "                    [--delimiter comma|semicolon|tab] [--set-aside FILE]\n"
    "\n"
    "Reads the whole file and says how it is written, which columns are which items, what is left\n"
    "over on either side, and which answers are not understood. Nothing is scored.\n"
    "  --form F          csv, a row a record (the start); jsonl, JSON Lines (by itself where "
    "ANSWERS\n"
    "                    ends in .jsonl or .ndjson); long, a CSV with an answer a record\n"
    "  --delimiter NAME  between the fields of a CSV; found by itself where it is not named\n"
    "  --map FILE        a rung-map/1 file: columns to items, labels to codes\n"
    "  --set-aside FILE  write rows of another length than the header there, and go on\n"
    "Exit code: 0 nothing odd, 1 an error or warning was found, 2 the file cannot be read.\n";

static const struct option known[] = {OPTION_FORM,      OPTION_MAP,  OPTION_DELIMITER,
                                      OPTION_SET_ASIDE, OPTION_HELP, {0}};

static int say(rung_reader *reader, const struct options *options)
{
  const char *name = options->argument[1];
  rung_error error = {0};
  rung_notes *notes = NULL;
  rung_bytes *aside = NULL;
  if (rung_reader_notes(reader, &notes, &error) != RUNG_OK) return tell(name, &error);
  const int result = print_notes(name, notes);
  rung_notes_free(notes);
  if (options->set_aside) {
    if (rung_reader_set_aside(reader, &aside, &error) != RUNG_OK) return tell(name, &error);
    if (!output_bytes(options->set_aside, aside, true)) return EXIT_CANNOT;
  }
  return result;
}

static int run(const struct options *options)
{
  if (options->count != 2) return misused("inspect", "expected 'rung inspect MODEL ANSWERS'");
  int result = EXIT_CANNOT;
  rung_model *model = open_model(options->argument[0]);
  rung_reader *reader = model ? answers_reader(model, options) : NULL;
  if (reader && answers_read(reader, options->argument[1], NULL, NULL))
    result = say(reader, options);
  rung_reader_free(reader);
  rung_model_free(model);
  return result;
}

int command_inspect(int count, char **arguments)
{
  struct options options;
  int result = options_read(&options, known, help, count, arguments);
  if (result == GO_ON) result = run(&options);
  options_free(&options);
  return result;
}
