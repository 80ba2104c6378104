/* Comparing two versions of a model: what each part of the comparison needs.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_CHECK_COMPARE_H
#define RUNG_CHECK_COMPARE_H

#include "base/notes.h"
#include "check/place.h"

enum rung__sort {
  RUNG__SCALES,
  RUNG__ITEMS,
  RUNG__BLOCKS,
  RUNG__MEASURES,
  RUNG__LADDERS,
  RUNG__READINGS,
  RUNG__PAIRS,
  RUNG__RELATIONS,
  RUNG__FLAGS,
  RUNG__BELIEFS,
  RUNG__SORTS
};

#define RUNG__NO_TWIN SIZE_MAX

/* Two versions, with the parts of one that the other has under the same id. */
struct rung__comparison {
  const rung_model *model, *other; /* the new one and the old one */
  size_t *twin[RUNG__SORTS];       /* [part of the new]: its index in the old, or RUNG__NO_TWIN */
  size_t *heir[RUNG__SORTS];       /* [part of the old]: its index in the new */
  rung_notes *notes;
};

/* Something of both versions, and where it stands in the new one. */
struct rung__change {
  const struct rung__comparison *of;
  struct rung__where where;
  const char *word, *id; /* such as "the measure" and its id */
};

/* Of a part of the new version. */
struct rung__change rung__change_of(const struct rung__comparison *of, enum rung__sort sort,
                                    size_t index);
/* The same, at a place behind it. */
struct rung__change rung__change_at(const struct rung__change *change,
                                    const struct rung__where *where);

/* Warnings that something of a part changed, where it did; `what` is such as "the weight of". */
void rung__changed_number(const struct rung__change *change, const char *what, int64_t from,
                          int64_t to);
void rung__changed_word(const struct rung__change *change, const char *what, const char *from,
                        const char *to);
/* A number that need not be there. */
void rung__changed_optional(const struct rung__change *change, const char *what,
                            const int64_t *from, const int64_t *to);
void rung__changed(const struct rung__change *change, const char *what);
/* Warns that something changed if two canonical texts differ; releases both. */
void rung__changed_lines(const struct rung__change *change, const char *what,
                         struct rung__buffer *from, struct rung__buffer *to);
/* Two conditions: a number that moved, or that they are not the same. */
void rung__changed_condition(const struct rung__change *change, const char *what,
                             const struct rung__condition *from, const struct rung__condition *to);
/* What stands in for absences. */
void rung__changed_absence(const struct rung__change *change,
                           const struct rung__absence_rule from[RUNG__ABSENCE_KINDS],
                           const struct rung__absence_rule to[RUNG__ABSENCE_KINDS]);
/* Ends, a curve and a rounding. */
void rung__changed_ends(const struct rung__change *change, const char *what,
                        const struct rung__ends *from, const struct rung__ends *to);
void rung__changed_curve(const struct rung__change *change, const struct rung__curve *from,
                         const struct rung__curve *to);
void rung__changed_rounding(const struct rung__change *change, const struct rung__rounding *from,
                            const struct rung__rounding *to);

/* The parts of the comparison, in the order of their notes. */
void rung__compare_presence(const struct rung__comparison *of);
void rung__compare_scales(const struct rung__comparison *of);
void rung__compare_items(const struct rung__comparison *of);
void rung__compare_measures(const struct rung__comparison *of);
void rung__compare_ladders(const struct rung__comparison *of);
void rung__compare_readings(const struct rung__comparison *of);
/* A rule of a reading. */
void rung__compare_rule(const struct rung__change *change, const struct rung__reading *from_of,
                        const struct rung__reading *to_of, const struct rung__rule *from,
                        const struct rung__rule *to);
bool rung__same_levels(const struct rung__ladder *from, const struct rung__ladder *to);
/* Texts, and what is said of parts without changing a figure: as information. */
void rung__compare_texts(const struct rung__comparison *of);
/* The examples of the old version, worked with both. */
rung_status rung__compare_examples(const struct rung__comparison *of, rung_error *error);

/* Finds the twins. RUNG_E_MEMORY. */
rung_status rung__comparison_begin(struct rung__comparison *of, rung_error *error);
void rung__comparison_end(struct rung__comparison *of);

#endif
