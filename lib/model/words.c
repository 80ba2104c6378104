/* The closed vocabulary: every word that a model file may use, in the order of its enum.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/words.h"

#include <stddef.h>

#include <rung/scores.h>

const char *const rung__rows_words[] = {"people", "assessments", NULL};
const char *const rung__about_words[] = {"self",         "team",     "leader",
                                         "organisation", "customer", NULL};
const char *const rung__rater_words[] = {"self", "leader", "employee", "customer", NULL};
const char *const rung__says_words[] = {"said", "done", NULL};
const char *const rung__evidence_words[] = {"leading", "lagging", "neither", NULL};
const char *const rung__absence_words[] = {"not_asked", "skipped", "not_applicable",
                                           "dont_know", "invalid", NULL};
const char *const rung__item_kind_words[] = {"perception", "practice", "choice",
                                             "outcome",    "text",     NULL};
const char *const rung__by_words[] = {"mean",       "median",    "share", "sum",        "min",
                                      "max",        "net",       "count", "votes",      "percent",
                                      "attainable", "deduction", "blend", "difference", "product",
                                      "ratio",      NULL};
const char *const rung__rule_kind_words[] = {"cut",  "bands", "weakest", "share", "ogive",
                                             "gate", "mode",  "first",   NULL};
const char *const rung__policy_words[] = {"exclude", "zero",        "full", "fail",
                                          "target",  "person_mean", NULL};
const char *const rung__rounding_words[] = {"half_up", "half_even", "half_away", "down", NULL};
const char *const rung__block_kind_words[] = {"sum", "pick", NULL};
const char *const rung__source_kind_words[] = {"published", "assumed", "local", NULL};
const char *const rung__test_words[] = {"at_least", "at_most", "above", "below",
                                        "all",      "any",     "not",   NULL};
const char *const rung__state_words[] = {
    "shown",  "too_few",       "too_little_evidence", "no_agreement",  "on_threshold",
    "hidden", "not_estimable", "not_applicable",      "not_collected", NULL};
const char *const rung__mark_words[] = {"espoused", "not_yet_held", "visiting",          "assumed",
                                        "ipsative", "capped",       "agreement_unclear", NULL};

const char *rung_state_name(uint8_t state)
{
  return state <= RUNG_STATE_NOT_COLLECTED ? rung__state_words[state] : "unknown";
}
