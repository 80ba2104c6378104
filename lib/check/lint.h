/* The linter's parts: each looks at one thing and writes notes.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_CHECK_LINT_H
#define RUNG_CHECK_LINT_H

#include "base/notes.h"
#include "model/model.h"

/* Items: in no measure, a middle level told by agreement. */
void rung__lint_items(const rung_model *model, rung_notes *notes);
/* Measures: different kinds of scale under one mean, different referents, no stated construct. */
void rung__lint_measures(const rung_model *model, rung_notes *notes);
/* What joins terms: weights, floors and tests that never act. */
void rung__lint_terms(const rung_model *model, rung_notes *notes);
/* What shapes values and scores: curves with holes, pieces, cuts and rounding that never act. */
void rung__lint_shapes(const rung_model *model, rung_notes *notes);
/* What counts in place of answers. */
void rung__lint_absence(const rung_model *model, rung_notes *notes);
/* Pairs: stems, scales, raters and sides that do not go together. */
void rung__lint_pairs(const rung_model *model, rung_notes *notes);
/* Ladders: levels that nothing gives. */
void rung__lint_ladders(const rung_model *model, rung_notes *notes);
/* Scores: between which ends they lie, and the share of all patterns of answers that lies on a cut,
 * as information. */
void rung__lint_scores(const rung_model *model, rung_notes *notes);
/* Rules: holes and overlaps of bands, levels out of reach, numbers without a source. */
void rung__lint_rules(const rung_model *model, rung_notes *notes);
/* The model's own examples. */
rung_status rung__check_examples(const rung_model *model, rung_notes *notes, rung_error *error);

#endif
