/* rung check: lints a model and runs its own examples, or holds it against another version.
 * SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"
#include "options.h"

static const char help[] = "usage: rung check MODEL [--against OTHER]\n"
                           "\n"
                           "Reads a model, lints its arithmetic and runs its own examples. Prints "
                           "one note a line: error,\n"
                           "warning or information, the place in the model, what is odd. Exit "
                           "code: 0 no error and no\n"
                           "warning, 1 some, 2 the model cannot be read.\n"
                           "\n"
                           "  --against OTHER  say instead what changed since another version of "
                           "the model: answers, weights\n"
                           "                   and thresholds as warnings, texts as information, "
                           "and whether saved tallies\n"
                           "                   still merge; 0 where every figure stays as it was\n";

static const struct option known[] = {OPTION_AGAINST, OPTION_HELP, {0}};

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

static int compare(const char *name, const char *against)
{
  rung_error error = {0};
  rung_notes *notes = NULL;
  rung_model *model = open_model(name);
  rung_model *other = model ? open_model(against) : NULL;
  int result = EXIT_CANNOT;
  if (other) {
    if (rung_model_compare(model, other, &notes, &error) != RUNG_OK) {
      tell(name, &error);
    } else {
      result = print_notes(name, notes);
    }
  }
  rung_notes_free(notes);
  rung_model_free(other);
  rung_model_free(model);
  return result;
}

/* One model; with --against, what changed since the other. */
static int run(const struct options *options)
{
  if (options->count != 1) return misused("check", "expected 'rung check MODEL'");
  if (options->against) return compare(options->argument[0], options->against);
  return check(options->argument[0]);
}

int command_check(int count, char **arguments)
{
  struct options options;
  int result = options_read(&options, known, help, count, arguments);
  if (result == GO_ON) result = run(&options);
  options_free(&options);
  return result;
}
