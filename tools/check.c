/* rung check: lints a model and runs its own examples.
 * SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"
#include "options.h"

static const char help[] = "usage: rung check MODEL\n"
                           "\n"
                           "Reads a model, lints its arithmetic and runs its own examples. Prints "
                           "one note a line: error,\n"
                           "warning or information, the place in the model, what is odd. Exit "
                           "code: 0 no error and no\n"
                           "warning, 1 some, 2 the model cannot be read.\n";

static const struct option known[] = {OPTION_HELP, {0}};

static int check(const char *name)
{
  rung_error error = {0};
  rung_notes *notes = NULL;
  rung_model *model = open_model(name);
  if (!model) return EXIT_CANNOT;
  int result = EXIT_CANNOT;
  if (rung_model_check(model, &notes, &error) != RUNG_OK) {
    tell(name, &error);
  } else {
    result = print_notes(name, notes);
  }
  rung_notes_free(notes);
  rung_model_free(model);
  return result;
}

int command_check(int count, char **arguments)
{
  struct options options;
  int result = options_read(&options, known, help, count, arguments);
  if (result == GO_ON)
    result = options.count == 1 ? check(options.argument[0])
                                : misused("check", "expected 'rung check MODEL'");
  options_free(&options);
  return result;
}
