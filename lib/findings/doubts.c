/* Doubts: their states and sentences.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/doubts.h"

static const struct {
  rung_state state;
  const char *reason;
} DOUBTS[RUNG__DOUBTS] = {
    [RUNG__WITHHELD] = {RUNG_STATE_HIDDEN, ""},
    [RUNG__SURE] = {RUNG_STATE_SHOWN, ""},
    [RUNG__ONE_ROW] = {RUNG_STATE_NOT_ESTIMABLE,
                       "one row tells nothing of how others would have answered"},
    [RUNG__NO_METHOD] = {RUNG_STATE_NOT_ESTIMABLE,
                         "for a score that is joined over the group in this way no honest interval "
                         "is known"},
    [RUNG__UNBOUNDED_RANGE] = {RUNG_STATE_NOT_ESTIMABLE,
                               "a ratio that only its clip bounds may lie anywhere"},
    [RUNG__NO_SPREAD] = {RUNG_STATE_NOT_ESTIMABLE,
                         "all numbers are the same: nothing shows how far others may lie"},
    [RUNG__NO_PRODUCTS] = {RUNG_STATE_NOT_COLLECTED,
                           "the tally lacks the part products: tally the answers with it"},
    [RUNG__NOT_COUPLED] = {RUNG_STATE_NOT_COLLECTED, "no products are kept of this many items"},
};

enum rung__doubted rung__doubted_of(rung_figure figure)
{
  switch (figure) {
  case RUNG_FIGURE_LOW:
  case RUNG_FIGURE_HIGH:
  case RUNG_FIGURE_N_EFFECTIVE:
  case RUNG_FIGURE_FAVOURABLE_LOW:
  case RUNG_FIGURE_FAVOURABLE_HIGH:
  case RUNG_FIGURE_NEUTRAL_LOW:
  case RUNG_FIGURE_NEUTRAL_HIGH:
  case RUNG_FIGURE_UNFAVOURABLE_LOW:
  case RUNG_FIGURE_UNFAVOURABLE_HIGH: return RUNG__OF_INTERVAL;
  default: return RUNG__DOUBTED;
  }
}

rung_state rung__doubt_state(enum rung__doubt doubt)
{
  return DOUBTS[doubt].state;
}

const char *rung__doubt_reason(enum rung__doubt doubt)
{
  return DOUBTS[doubt].reason;
}
