/* Checking a model: its arithmetic, then its own examples.
 * SPDX-License-Identifier: Apache-2.0 */
#include "check/lint.h"

rung_status rung_model_check(const rung_model *model, rung_notes **out, rung_error *error)
{
  if (out == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (model == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "model is NULL");
  rung_notes *notes = rung__notes_new();
  if (notes == NULL) return rung__fail_memory(error);
  rung__lint_items(model, notes);
  rung__lint_measures(model, notes);
  rung__lint_terms(model, notes);
  rung__lint_shapes(model, notes);
  rung__lint_absence(model, notes);
  rung__lint_ladders(model, notes);
  rung__lint_rules(model, notes);
  rung__lint_scores(model, notes);
  rung__lint_pairs(model, notes);
  if (model->least_n_spread < model->least_n) {
    rung__note(notes, RUNG_NOTE_WARNING, "/disclosure",
               "\"least_n_spread\" is below \"least_n\" and says nothing: spread asks for more "
               "persons than a mean");
  }
  const rung_status status = rung__check_examples(model, notes, error);
  if (status != RUNG_OK) {
    rung_notes_free(notes);
    return status;
  }
  return rung__notes_give(notes, out, error);
}
