/* Draws surveys of known truth and writes, as CSV, how often what the library says of them holds.
 * SPDX-License-Identifier: Apache-2.0
 *
 * simulation FOLDER_OF_MODELS SEED quick|full|table [PART...] */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parts.h"

static const struct part {
  const char *name;
  void (*simulate)(const struct plan *plan);
} PARTS[] = {{"coverage", simulate_coverage},
             {"effective", simulate_effective},
             {"levels", simulate_levels},
             {"persons", simulate_persons},
             {"statistics", simulate_statistics}};

static int is_asked(int count, char **name, const char *part)
{
  int asked = count == 0;
  for (int index = 0; index < count; ++index)
    asked = asked || strcmp(name[index], part) == 0;
  return asked;
}

int main(int count, char **argument)
{
  if (count < 4) {
    fputs("usage: simulation FOLDER_OF_MODELS SEED quick|full|table [PART...]\n", stderr);
    return 2;
  }
  const struct plan plan = {argument[1], strtoull(argument[2], NULL, 10),
                            strcmp(argument[3], "quick") == 0, strcmp(argument[3], "table") == 0};
  puts("part,figure,n,skew,weights,bin,count,held,under,over,mean,deviation");
  for (size_t part = 0; part < sizeof PARTS / sizeof *PARTS; ++part) {
    if (is_asked(count - 4, argument + 4, PARTS[part].name)) PARTS[part].simulate(&plan);
    fflush(stdout);
  }
  return 0;
}
