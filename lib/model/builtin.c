/* Giving the models that come with the library.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/builtin.h"

#include <string.h>

#include "base/text.h"
#include "model/model.h"

const char *rung_model_builtin_id(size_t index)
{
  for (size_t i = 0; rung__builtins[i].id != NULL; i++) {
    if (i == index) return rung__builtins[i].id;
  }
  return NULL;
}

static rung_status fail_unknown(const char *id, rung_error *error)
{
  struct rung__buffer known = {0};

  for (size_t i = 0; rung__builtins[i].id != NULL; i++) {
    rung__put_format(&known, "%s%s", i == 0 ? "" : ", ", rung__builtins[i].id);
  }
  const rung_status status = rung__fail(
      error, RUNG_E_UNKNOWN,
      "there is no built-in model '%.60s'; there are %s; a file is named by a path", id,
      known.failed ? "others" : known.data);
  rung__buffer_free(&known);
  return status;
}

rung_status rung_model_builtin(const char *id, rung_model **out, rung_error *error)
{
  if (out == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (id == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "id is NULL");
  for (const struct rung__builtin *builtin = rung__builtins; builtin->id != NULL; builtin++) {
    if (strcmp(builtin->id, id) == 0) {
      return rung_model_parse((const char *)builtin->text, builtin->length, out, error);
    }
  }
  return fail_unknown(id, error);
}
