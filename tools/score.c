/* rung score: scores and levels of groups, or of rows.
 * SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"
#include "counting.h"
#include "rows.h"
#include "show.h"

static const char help[] =
    "usage: rung score MODEL ANSWERS [--by A] [--by B,C] [--unit COLUMN --units FILE]\n"
    "                  [--relation A,B] [--rows [--person-levels] [--sensitivity]\n"
    "                  [--population TALLY]]\n"
    "                  [--weight COLUMN] [--map FILE]\n"
    "                  [--form csv|jsonl|long] [--delimiter comma|semicolon|tab] [--strict]\n"
    "                  [--set-aside FILE]\n"
    "                  [--least-n N] [--merge-small] [--also FILE] [--audit] [--unsafe]\n"
    "                  [--confidence P] [--agreement R] [--everyone] [--language L]\n"
    "                  [--format table|csv|json] [-o FILE]\n"
    "\n"
    "Scores a file of answers, one row a person or an assessment, and says on which level groups\n"
    "stand. The total is always there.\n"
    "  --by A            show groups by a column; again for another cut\n" HELP_GROUPS
    "  --rows            scores of every row instead of groups\n"
    "  --person-levels   with --rows, of a model whose rows are people: their levels too\n"
    "  --sensitivity     with --rows: which smallest change of a cut or a weight changes the "
    "level;\n"
    "                    of assessments it is always said\n"
    "  --population T    with --rows: how probable each level is for one of the people that the\n"
    "                    saved tally T counts, in csv and json\n"
    "  --weight COLUMN   design weights\n"
    "  --form F          csv, a row a record (the start); jsonl, JSON Lines (by itself where "
    "ANSWERS\n"
    "                    ends in .jsonl or .ndjson); long, a CSV with an answer a record\n"
    "  --delimiter NAME  between the fields of a CSV; found by itself where it is not named\n"
    "  --map FILE        a rung-map/1 file: columns to items, labels to codes\n"
    "  --strict          an answer off its scale fails, instead of being counted as invalid\n"
    "  --set-aside FILE  write rows of another length than the header there, and go "
    "on\n" HELP_SHOWING;

static const struct option known[] = {OPTIONS_OF_SHOWING, OPTION_ROWS,       OPTION_PERSON_LEVELS,
                                      OPTION_SENSITIVITY, OPTION_POPULATION, OPTION_WEIGHT,
                                      OPTION_FORM,        OPTION_MAP,        OPTION_DELIMITER,
                                      OPTION_STRICT,      OPTION_SET_ASIDE,  {0}};

static int show_groups(const rung_model *model, const struct options *options)
{
  rung_tally *tally = count_answers(model, options->argument[1], options);
  if (!tally) return EXIT_CANNOT;
  const int result = show_findings(&tally, 1, options);
  rung_tally_free(tally);
  return result;
}

static int run(const struct options *options)
{
  if (options->count != 2) return misused("score", "expected 'rung score MODEL ANSWERS'");
  if (!options->unit != !options->units) return misused("score", "--unit and --units go together");
  if (options->rows && (options->cut_count > 0 || options->unit || options->weight))
    return misused("score",
                   "--rows has no groups and no weights: leave out --by, --unit, --weight");
  if (options->relation_count > 0 && !options->unit)
    return misused("score", "--relation is over units: give --unit and --units");
  if (options->person_levels && !options->rows)
    return misused("score", "--person-levels goes with --rows");
  if (options->population && !options->rows)
    return misused("score", "--population goes with --rows");
  if (options->sensitivity && !options->rows)
    return misused("score", "--sensitivity goes with --rows");
  rung_model *model = open_model(options->argument[0]);
  if (!model) return EXIT_CANNOT;
  if (options->rows && (options->sensitivity || rung_model_rows_are_people(model) == 0))
    rung_settings_set(options->settings, RUNG_SETTING_SENSITIVITY, 1, NULL);
  const int result = options->rows ? show_rows(model, options->argument[1], options)
                                   : show_groups(model, options);
  rung_model_free(model);
  return result;
}

int command_score(int count, char **arguments)
{
  struct options options;
  int result = options_read(&options, known, help, count, arguments);
  if (result == GO_ON) result = run(&options);
  options_free(&options);
  return result;
}
