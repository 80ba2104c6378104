/* rung models: the built-in models, and what one says.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "options.h"
#include "output.h"

static const char
    help[] = "usage: rung models [show MODEL [--format table|json] [--language L] [-o FILE]]\n"
             "\n"
             "Lists the models that come with rung, or describes one: what it asks, how it scores, "
             "what its\n"
             "numbers rest on. As json it is the model's own file.\n";

static const struct option known[] = {
    OPTION_FORMAT, OPTION_LANGUAGE, OPTION_OUTPUT, OPTION_HELP, {0}};

static int list(void)
{
  const char *id;
  for (size_t i = 0; (id = rung_model_builtin_id(i)); i++) {
    rung_error error = {0};
    rung_model *model = NULL;
    rung_bytes *text = NULL;
    if (rung_model_builtin(id, &model, &error) != RUNG_OK ||
        rung_model_describe(model, NULL, &text, &error) != RUNG_OK) {
      rung_model_free(model);
      return tell(id, &error);
    }
    const char *title = rung_bytes_data(text); /* its first line */
    printf("%-24s %-8s %.*s\n", id, rung_model_version(model), (int)strcspn(title, "\n"), title);
    rung_bytes_free(text);
    rung_model_free(model);
  }
  return EXIT_FINE;
}

static int write_source(const rung_model *model, const char *path)
{
  const char *source = rung_model_source(model);
  struct output output;
  if (!output_open(&output, path, false)) return EXIT_CANNOT;
  if (output_put(&output, source, strlen(source)))
    return output_close(&output) ? EXIT_FINE : EXIT_CANNOT;
  output_discard(&output);
  return EXIT_CANNOT;
}

static int show(const struct options *options)
{
  rung_error error = {0};
  rung_bytes *text = NULL;
  rung_model *model = open_model(options->argument[1]);
  if (!model) return EXIT_CANNOT;
  int result = EXIT_CANNOT;
  if (options->format == RUNG_FORMAT_JSON)
    result = write_source(model, options->output);
  else if (rung_model_describe(model, options->language, &text, &error) != RUNG_OK)
    tell(options->argument[1], &error);
  else if (output_bytes(options->output, text, false))
    result = EXIT_FINE;
  rung_model_free(model);
  return result;
}

static int run(const struct options *options)
{
  if (options->count == 0) return list();
  if (strcmp(options->argument[0], "show") != 0 || options->count != 2)
    return misused(options->command, "expected 'rung models' or 'rung models show MODEL'");
  if (options->format == RUNG_FORMAT_CSV) return misused(options->command, "a model is no csv");
  return show(options);
}

int command_models(int count, char **arguments)
{
  struct options options;
  int result = options_read(&options, known, help, count, arguments);
  if (result == GO_ON) result = run(&options);
  options_free(&options);
  return result;
}
