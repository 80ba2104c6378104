/* A program of somebody else's: it compiles with `pkg-config --cflags --libs rung` and runs.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/rung.h>

#include <stdio.h>
#include <string.h>

int main(void)
{
  rung_error error;
  rung_model *model;

  if (rung_model_builtin(rung_model_builtin_id(0), &model, &error) != RUNG_OK) {
    fprintf(stderr, "%s\n", error.message);
    return 1;
  }
  printf("rung %s scores %s\n", rung_version(), rung_model_id(model));
  rung_model_free(model);
  return 0;
}
