/* What the writers of a questionnaire share: which absences there are, and who writes which format.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A questionnaire shows codes and texts. Levels, values and names of scales stay out of it: whoever
 * sees which answer is the high one no longer answers the question. */
#ifndef RUNG_WRITE_QUESTIONNAIRE_H
#define RUNG_WRITE_QUESTIONNAIRE_H

#include "model/model.h"

/* No questionnaire is longer: a legend is repeated, so that a small model may make a large one. */
#define RUNG__QUESTIONNAIRE_MOST ((size_t)64 << 20)

/* What the codes for absence mean, by rung_absence. */
extern const char *const rung__absence_labels[RUNG__ABSENCE_KINDS];

/* Whether an item is asked: it is not declared unmeasured. */
bool rung__is_asked(const struct rung__item *item);

/* A day or a number that an item's scale has. */
void rung__put_raw(struct rung__buffer *buffer, const struct rung__item *item, int64_t value);
/* "choose exactly 2", "share out 100 points": what is asked of a block as a whole. */
void rung__put_task(struct rung__buffer *buffer, const struct rung__block *block);

/* A questionnaire in the making. */
struct rung__paper {
  const rung_model *model;
  const char *language;
  struct rung__buffer *page;
  struct rung__buffer legend; /* that the last scaled item was asked under; empty: none */
};

/* A text of the model's, so that Markdown reads it as text. */
void rung__put_clean(struct rung__buffer *page, const char *text);
/* The answers of an item, a line each; points without labels share one. */
void rung__paper_answers(const struct rung__paper *to, const struct rung__item *item,
                         struct rung__buffer *lines);
/* The same over the item, once for a run of items whose answers look the same. */
void rung__paper_legend(struct rung__paper *to, const struct rung__item *item);

/* Appends it as Markdown; stops behind RUNG__QUESTIONNAIRE_MOST. */
void rung__questionnaire_page(const rung_model *model, const char *language,
                              struct rung__buffer *page);

#endif
