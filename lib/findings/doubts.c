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
    [RUNG__EVERYONE] = {RUNG_STATE_NOT_APPLICABLE,
                        "everyone answered; what remains is measurement uncertainty"},
    [RUNG__FORMATIVE] = {RUNG_STATE_NOT_APPLICABLE,
                         "the measure is formative: its items make it up and need not go together"},
    [RUNG__WITHIN_ROWS] = {RUNG_STATE_NOT_APPLICABLE,
                           "it compares within a row only: answers are bound to differ"},
    [RUNG__OF_MEASURES] = {RUNG_STATE_NOT_APPLICABLE,
                           "it is made of measures, which have their own"},
    [RUNG__ONE_ITEM] = {RUNG_STATE_NOT_APPLICABLE, "a single item goes together with no other"},
    [RUNG__NO_VARIANCE] = {RUNG_STATE_NOT_ESTIMABLE, "nothing varies, or too few answered"},
    [RUNG__WEIGHTED] = {RUNG_STATE_NOT_ESTIMABLE, "it is not defined for weighted groups"},
    [RUNG__FEW_GROUPS] = {RUNG_STATE_NOT_ESTIMABLE,
                          "fewer than two groups of the cut are shown in full"},
    [RUNG__HOLDS_OTHERS] = {RUNG_STATE_NOT_APPLICABLE,
                            "it holds other groups: those that hold none are compared"},
    [RUNG__NO_PERSON_SCORES] = {RUNG_STATE_NOT_APPLICABLE, "persons have no score of their own"},
    [RUNG__NOT_EVEN] = {RUNG_STATE_NOT_APPLICABLE,
                        "the answers do not lie on one scale of evenly spaced points"},
    [RUNG__OF_SELF] = {RUNG_STATE_NOT_APPLICABLE,
                       "each was asked about themselves: there is nothing to agree on"},
    [RUNG__ONE_ORDER] = {RUNG_STATE_NOT_ESTIMABLE,
                         "all stand in one order: nothing shows how far others may stand apart"},
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
  case RUNG_FIGURE_RELIABILITY:
  case RUNG_FIGURE_RELIABILITY_LOW:
  case RUNG_FIGURE_RELIABILITY_HIGH: return RUNG__OF_RELIABILITY;
  case RUNG_FIGURE_ICC1:
  case RUNG_FIGURE_ICC2:
  case RUNG_FIGURE_ICC2_LOW:
  case RUNG_FIGURE_ICC2_HIGH: return RUNG__OF_ICC;
  case RUNG_FIGURE_AGREEMENT:
  case RUNG_FIGURE_AGREEMENT_SKEWED:
  case RUNG_FIGURE_AGREEMENT_LOW:
  case RUNG_FIGURE_AGREEMENT_HIGH: return RUNG__OF_AGREEMENT;
  case RUNG_FIGURE_ASSOCIATION_LOW:
  case RUNG_FIGURE_ASSOCIATION_HIGH: return RUNG__OF_ASSOCIATION;
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
