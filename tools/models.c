/* rung models: the built-in models; what one says, asks, and is answered in.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "options.h"
#include "output.h"

static const char
    help[] = "usage: rung models\n"
             "       rung models show MODEL [--format table|json] [--language L] [-o FILE]\n"
             "       rung models questionnaire MODEL [--format md|csv] [--language L] [-o FILE]\n"
             "       rung models template MODEL [-o FILE]\n"
             "\n"
             "Lists the models that come with rung, or writes of one:\n"
             "  show           what it asks, how it scores, what its numbers rest on; as json, its "
             "own file\n"
             "  questionnaire  what a person is asked, with a consent text to complete, and never "
             "the\n"
             "                 level of an answer; as csv, a line per item and answer\n"
             "  template       the header of a file of answers, to be filled in with codes\n";

static const struct option known[] = {
    OPTION_FORMAT_OR_MARKDOWN, OPTION_LANGUAGE, OPTION_OUTPUT, OPTION_HELP, {0}};

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

/* Writes a text of a model's, or says why there is none; frees the text. */
static int write_text(const struct options *options, rung_status status, rung_bytes *text,
                      const rung_error *error)
{
  if (status != RUNG_OK) return tell(options->argument[1], error);
  return output_bytes(options->output, text, false) ? EXIT_FINE : EXIT_CANNOT;
}

static int show(const struct options *options, const rung_model *model)
{
  rung_error error = {0};
  rung_bytes *text = NULL;
  if (options->format == RUNG_FORMAT_JSON) return write_source(model, options->output);
  const rung_status status = rung_model_describe(model, options->language, &text, &error);
  return write_text(options, status, text, &error);
}

static int ask(const struct options *options, const rung_model *model)
{
  rung_error error = {0};
  rung_bytes *text = NULL;
  const rung_status status = rung_model_questionnaire(model, options->language, options->format,
                                                      &text, &error);
  return write_text(options, status, text, &error);
}

static int begin_answers(const struct options *options, const rung_model *model)
{
  rung_error error = {0};
  rung_bytes *text = NULL;
  const rung_status status = rung_model_template(model, &text, &error);
  return write_text(options, status, text, &error);
}

/* GO_ON, or it is said what does not fit. */
static int check_show(const struct options *options)
{
  if (options->format == RUNG_FORMAT_CSV) return misused(options->command, "a model is no csv");
  if (options->markdown) return misused(options->command, "'show' has --format table or json");
  return GO_ON;
}

static int check_ask(const struct options *options)
{
  if (!options->format_given || options->markdown || options->format == RUNG_FORMAT_CSV)
    return GO_ON;
  return misused(options->command, "'questionnaire' has --format md or csv");
}

static int check_begin(const struct options *options)
{
  if (!options->format_given && !options->language) return GO_ON;
  return misused(options->command, "'template' is a header of ids: no --format, no --language");
}

static const struct {
  const char *name;
  int (*check)(const struct options *options);
  int (*write)(const struct options *options, const rung_model *model);
} actions[] = {
    {"show", check_show, show},
    {"questionnaire", check_ask, ask},
    {"template", check_begin, begin_answers},
};

static int run(const struct options *options)
{
  if (options->count == 0) return list();
  for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
    if (strcmp(options->argument[0], actions[i].name) != 0 || options->count != 2) continue;
    int result = actions[i].check(options);
    if (result != GO_ON) return result;
    rung_model *model = open_model(options->argument[1]);
    if (!model) return EXIT_CANNOT;
    result = actions[i].write(options, model);
    rung_model_free(model);
    return result;
  }
  return misused(options->command, "expected 'rung models', or show, questionnaire or template and "
                                   "a MODEL");
}

int command_models(int count, char **arguments)
{
  struct options options;
  int result = options_read(&options, known, help, count, arguments);
  if (result == GO_ON) result = run(&options);
  options_free(&options);
  return result;
}
