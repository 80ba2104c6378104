/* The options of the subcommands, read by getopt_long.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TOOLS_OPTIONS_H
#define TOOLS_OPTIONS_H

#include <getopt.h>

#include "common.h"

#define CUTS_MOST 64
#define RELATIONS_MOST 64
#define COLUMNS_MOST 16
#define ALSO_MOST 64

/* A cut: the columns that it crosses. */
struct cut {
  size_t count;
  const char *column[COLUMNS_MOST];
};

struct options {
  const char *command;
  const char *map, *unit, *units, *weight, *language, *output, *set_aside, *against, *population;
  bool rows, person_levels, sensitivity, format_given, form_given;
  bool markdown; /* the format is md: RUNG_FORMAT_TABLE as Markdown */
  rung_format format;
  rung_settings *settings;
  size_t cut_count;
  struct cut cut[CUTS_MOST];
  size_t also_count;
  const char *also[ALSO_MOST]; /* findings that were shown before */
  bool audit;
  long close; /* drop groups of fewer persons; 0: none */
  size_t relation_count;
  const char *relation[RELATIONS_MOST][2]; /* readings */
  size_t count;                            /* arguments that are no options */
  char **argument;
};

/* One entry of a subcommand's table each; the last one is {0}. */
#define OPTION_BY                                                                                  \
  {                                                                                                \
    "by", required_argument, NULL, 'b'                                                             \
  }
#define OPTION_UNIT                                                                                \
  {                                                                                                \
    "unit", required_argument, NULL, 'u'                                                           \
  }
#define OPTION_UNITS                                                                               \
  {                                                                                                \
    "units", required_argument, NULL, 'U'                                                          \
  }
#define OPTION_RELATION                                                                            \
  {                                                                                                \
    "relation", required_argument, NULL, 'R'                                                       \
  }
#define OPTION_WEIGHT                                                                              \
  {                                                                                                \
    "weight", required_argument, NULL, 'w'                                                         \
  }
#define OPTION_MAP                                                                                 \
  {                                                                                                \
    "map", required_argument, NULL, 'm'                                                            \
  }
#define OPTION_DELIMITER                                                                           \
  {                                                                                                \
    "delimiter", required_argument, NULL, 'd'                                                      \
  }
#define OPTION_FORM                                                                                \
  {                                                                                                \
    "form", required_argument, NULL, 'k'                                                           \
  }
#define OPTION_STRICT                                                                              \
  {                                                                                                \
    "strict", no_argument, NULL, 's'                                                               \
  }
#define OPTION_SET_ASIDE                                                                           \
  {                                                                                                \
    "set-aside", required_argument, NULL, 'a'                                                      \
  }
#define OPTION_LEAST_N                                                                             \
  {                                                                                                \
    "least-n", required_argument, NULL, 'n'                                                        \
  }
#define OPTION_UNSAFE                                                                              \
  {                                                                                                \
    "unsafe", no_argument, NULL, 'x'                                                               \
  }
#define OPTION_MERGE_SMALL                                                                         \
  {                                                                                                \
    "merge-small", no_argument, NULL, 'M'                                                          \
  }
#define OPTION_ALSO                                                                                \
  {                                                                                                \
    "also", required_argument, NULL, 'z'                                                           \
  }
#define OPTION_AUDIT                                                                               \
  {                                                                                                \
    "audit", no_argument, NULL, 'D'                                                                \
  }
#define OPTION_CLOSE                                                                               \
  {                                                                                                \
    "close", optional_argument, NULL, 'C'                                                          \
  }
#define OPTION_CONFIDENCE                                                                          \
  {                                                                                                \
    "confidence", required_argument, NULL, 'c'                                                     \
  }
#define OPTION_AGREEMENT                                                                           \
  {                                                                                                \
    "agreement", required_argument, NULL, 'A'                                                      \
  }
#define OPTION_EVERYONE                                                                            \
  {                                                                                                \
    "everyone", no_argument, NULL, 'v'                                                             \
  }
#define OPTION_LANGUAGE                                                                            \
  {                                                                                                \
    "language", required_argument, NULL, 'l'                                                       \
  }
#define OPTION_FORMAT                                                                              \
  {                                                                                                \
    "format", required_argument, NULL, 'f'                                                         \
  }
/* Markdown as well. */
#define OPTION_FORMAT_OR_MARKDOWN                                                                  \
  {                                                                                                \
    "format", required_argument, NULL, 'F'                                                         \
  }
#define OPTION_ROWS                                                                                \
  {                                                                                                \
    "rows", no_argument, NULL, 'r'                                                                 \
  }
#define OPTION_PERSON_LEVELS                                                                       \
  {                                                                                                \
    "person-levels", no_argument, NULL, 'p'                                                        \
  }
#define OPTION_SENSITIVITY                                                                         \
  {                                                                                                \
    "sensitivity", no_argument, NULL, 'e'                                                          \
  }
#define OPTION_POPULATION                                                                          \
  {                                                                                                \
    "population", required_argument, NULL, 'P'                                                     \
  }
#define OPTION_OUTPUT                                                                              \
  {                                                                                                \
    "output", required_argument, NULL, 'o'                                                         \
  }
#define OPTION_AGAINST                                                                             \
  {                                                                                                \
    "against", required_argument, NULL, 'g'                                                        \
  }
#define OPTION_HELP                                                                                \
  {                                                                                                \
    "help", no_argument, NULL, 'h'                                                                 \
  }

/* Reads the command line of a subcommand, whose name stands in arguments[0]. GO_ON, or the exit
 * code: after --help, and after a mistake that has been said. options_free() in any case. */
int options_read(struct options *options, const struct option *known, const char *help, int count,
                 char **arguments);
void options_free(struct options *options);

/* The names of every column that a cut or the unit names, each once. `columns` has room for
 * COLUMNS_MOST + 1. False: there are more than COLUMNS_MOST, and that has been said. */
bool options_columns(const struct options *options, const char **columns, size_t *count);
/* A view of the cuts and units; NULL: it failed, and that has been said. */
rung_view *options_view(const struct options *options);

#endif
