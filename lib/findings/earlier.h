/* Earlier findings: groups that were shown before, of which nothing can be taken back.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What was shown was of the persons who had answered then. Those who came since, left, or answered
 * otherwise stand in for a difference: as many persons, one at least where any figure differs, whom the
 * earlier group has and no group of now. A difference of few persons is then found like any other. */
#ifndef RUNG_FINDINGS_EARLIER_H
#define RUNG_FINDINGS_EARLIER_H

#include "disclosure/ground.h"
#include "findings/frame.h"

struct rung__earlier_group {
  const json_t *shown;
  size_t count;
  size_t column[RUNG__COLUMNS_MAX];     /* of the tally's key */
  const char *value[RUNG__COLUMNS_MAX]; /* NULL: absent */
  uint32_t persons; /* by whom it differs most, of the grounds looked at so far */
  size_t unit;      /* the row of the unit that it is, with all below; SIZE_MAX: none */
};

struct rung__earlier {
  size_t count;
  struct rung__earlier_group *group; /* NULL where there is none */
  const rung_model *model;
};

/* Finds the groups whose number of persons was shown. RUNG_E_MISMATCH: another model; RUNG_E_UNKNOWN:
 * a column that is no key of the tally. Freed by the caller in any case. */
rung_status rung__earlier_make(struct rung__earlier *earlier, const rung_view *view,
                               const struct rung__frame *frame, const rung_tally *tally,
                               rung_error *error);
void rung__earlier_free(struct rung__earlier *earlier);

/* Whether persons of a key are of a group, as it is now; `unit` is the row of their unit. */
bool rung__earlier_holds(const struct rung__earlier *earlier, size_t index,
                         const struct rung__frame *frame, struct rung__slice key, size_t unit);
/* Whether a figure of a ground was shown of a group, and how many persons it differs by from what stands
 * behind it now. */
bool rung__earlier_differs(struct rung__earlier *earlier, size_t index,
                           const struct rung__ground *ground, const struct rung__stand *now,
                           uint32_t *persons);

#endif
