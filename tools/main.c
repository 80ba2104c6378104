/* The command `rung`: finds the subcommand.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "common.h"

static const struct {
  const char *name;
  int (*run)(int count, char **arguments);
} commands[] = {
    {"models", command_models},     {"check", command_check}, {"inspect", command_inspect},
    {"score", command_score},       {"tally", command_tally}, {"merge", command_merge},
    {"findings", command_findings},
};

static const char help
    [] = "usage: rung COMMAND [ARGUMENTS]\n"
         "\n"
         "Says on which rung of a ladder people, teams and organisations stand, how sure that is,\n"
         "and what is not known.\n"
         "\n"
         "  rung models [show MODEL]      the models that come with rung; what one of them says\n"
         "  rung models questionnaire MODEL\n"
         "                                what a person is asked, to print or to set up a survey\n"
         "  rung models template MODEL    the header of a file of answers, to be filled in\n"
         "  rung check MODEL              lint a model's arithmetic and run its own examples\n"
         "  rung check MODEL --against OTHER\n"
         "                                what changed since another version of a model\n"
         "  rung inspect MODEL ANSWERS    what is in a file of answers and how it meets the model\n"
         "  rung score MODEL ANSWERS      scores and levels of groups, or of rows\n"
         "  rung tally MODEL ANSWERS      count answers, to be merged and found from later\n"
         "  rung merge TALLY...           one tally of many\n"
         "  rung findings MODEL TALLY...  scores and levels of groups from tallies\n"
         "\n"
         "MODEL is the id of a built-in model, or a file whose name has a / or ends in .json.\n"
         "ANSWERS is a file of CSV or JSON Lines, or - for standard input.\n"
         "`rung COMMAND --help` says more.\n"
         "\n"
         "Exit codes: 0 done; 1 check or inspect found an error or a warning; 2 it could not.\n";

/* What was printed has arrived, or that is said. */
static int flush(int result)
{
  if (fflush(stdout) == 0 && !ferror(stdout)) return result;
  return complain("standard output", "cannot be written");
}

static int run(int count, char **arguments)
{
  const char *name = count > 1 ? arguments[1] : "";
  if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0) {
    fputs(help, stdout);
    return EXIT_FINE;
  }
  if (strcmp(name, "--version") == 0) {
    printf("rung %s\n", rung_version());
    return EXIT_FINE;
  }
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
    if (strcmp(name, commands[i].name) == 0) return commands[i].run(count - 1, arguments + 1);
  if (*name != '\0') return complain(name, "there is no such command (rung --help)");
  fputs(help, stderr);
  return EXIT_CANNOT;
}

int main(int count, char **arguments)
{
  return flush(run(count, arguments));
}
