/* The closed vocabulary: every word that a model file may use, in the order of its enum.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/model.h"

#include <rung/scores.h>

const char *const rung__about_words[] = {"self",         "team",     "leader",
                                         "organisation", "customer", NULL};
const char *const rung__rater_words[] = {"self", "leader", "employee", "customer", NULL};
const char *const rung__says_words[] = {"said", "done", NULL};
const char *const rung__evidence_words[] = {"leading", "lagging", "neither", NULL};
const char *const rung__absence_words[] = {"not_asked", "skipped", "not_applicable",
                                           "dont_know", "invalid", NULL};
const char *const rung__item_kind_words[] = {"perception", "practice", "choice",
                                             "outcome",    "text",     NULL};
const char *const rung__by_words[] = {"mean", "median", "share", NULL};
const char *const rung__rule_kind_words[] = {"cut", "bands", "weakest", "share", NULL};
const char *const rung__source_kind_words[] = {"published", "assumed", "local", NULL};
const char *const rung__test_words[] = {"at_least", "at_most", "above", "below",
                                        "all",      "any",     NULL};
const char *const rung__state_words[] = {
    "shown",  "too_few",       "too_little_evidence", "no_agreement",  "on_threshold",
    "hidden", "not_estimable", "not_applicable",      "not_collected", NULL};
const char *const rung__mark_words[] = {"espoused", "not_yet_held", "visiting",
                                        "assumed",  "ipsative",     NULL};

const char *rung_state_name(uint8_t state)
{
  return state <= RUNG_STATE_NOT_COLLECTED ? rung__state_words[state] : "unknown";
}
