/* The words that a model file may use, and that results are written with.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_WORDS_H
#define RUNG_MODEL_WORDS_H

/* Lists of words, NULL behind the last, in the order of their enums; marks in the order
 * of their bits. */
extern const char *const rung__rows_words[];
extern const char *const rung__about_words[];
extern const char *const rung__rater_words[];
extern const char *const rung__says_words[];
extern const char *const rung__evidence_words[];
extern const char *const rung__absence_words[];
extern const char *const rung__item_kind_words[];
extern const char *const rung__by_words[];
extern const char *const rung__rule_kind_words[];
extern const char *const rung__source_kind_words[];
extern const char *const rung__test_words[];
extern const char *const rung__state_words[];
extern const char *const rung__mark_words[];
extern const char *const rung__policy_words[];
extern const char *const rung__rounding_words[];
extern const char *const rung__block_kind_words[];

#endif
