/* Scores: the evaluator's workspace and its results, row by row.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @defgroup scores Scores
 *
 * A row in, every measure, reading and flag out. A row is a row: a respondent or one assessment.
 * After the first block of a size the workspace allocates nothing.
 *
 * Of a model whose rows are people, levels are #RUNG_STATE_HIDDEN unless the workspace was made
 * with #RUNG_SETTING_PERSON_LEVELS. Every value has a state; NaN, or level -1, is "none", and the
 * state says why.
 * @{ */
#ifndef RUNG_SCORES_H
#define RUNG_SCORES_H

#include <rung/answers.h>
#include <rung/settings.h>
#include <rung/stats/true_score.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Why a figure is there or is not. */
typedef enum rung_state {
  RUNG_STATE_SHOWN = 0,               /**< There it is. */
  RUNG_STATE_TOO_FEW = 1,             /**< Fewer persons than may be shown. */
  RUNG_STATE_TOO_LITTLE_EVIDENCE = 2, /**< Fewer answers than the model needs. */
  RUNG_STATE_NO_AGREEMENT = 3,        /**< The raters do not agree enough. */
  RUNG_STATE_ON_THRESHOLD = 4,        /**< Between the two ends of a threshold not yet held. */
  RUNG_STATE_HIDDEN = 5,              /**< Withheld so that nobody can be read out of it. */
  RUNG_STATE_NOT_ESTIMABLE = 6,       /**< Not defined for these data. */
  RUNG_STATE_NOT_APPLICABLE = 7,      /**< Everything asked was not applicable. */
  RUNG_STATE_NOT_COLLECTED = 8        /**< Nothing was asked, or the tally lacks the part. */
} rung_state;

/** Marks beside a state: bits. */
typedef enum rung_mark {
  RUNG_MARK_ESPOUSED = 1, /**< Said, not yet seen: evidence that the model asks for is missing. */
  RUNG_MARK_NOT_YET_HELD = 2, /**< Above a threshold for fewer waves than it asks. */
  RUNG_MARK_VISITING = 4, /**< Reaches a level that cannot be an anchor; the one below is stated. */
  RUNG_MARK_ASSUMED = 8,  /**< By assumed numbers. */
  RUNG_MARK_IPSATIVE = 16,         /**< Comparable within the row only. */
  RUNG_MARK_CAPPED = 32,           /**< A condition of the reading holds the level down. */
  RUNG_MARK_AGREEMENT_UNCLEAR = 64 /**< Whether people agree enough to state it is not clear; of
                                      groups, where a cutoff was asked for. */
} rung_mark;

/** The figures of a measure on a row. */
typedef enum rung_score_figure {
  RUNG_SCORE_VALUE = 0,   /**< The score, in the measure's own unit. */
  RUNG_SCORE_LOWEST = 1,  /**< The least score that missing answers leave possible; a bound
                                where rung_model_range_is_exact() is 0. */
  RUNG_SCORE_HIGHEST = 2, /**< The greatest. */
  RUNG_SCORE_COVERAGE = 3 /**< Evidence present over evidence asked for, 0 to 1, weighted. */
} rung_score_figure;

/** The figures of a reading on a row. */
typedef enum rung_level_figure {
  RUNG_LEVEL_STATED = 0,  /**< The level that may be stated, 0 for the lowest. */
  RUNG_LEVEL_REACHED = 1, /**< The level reached, which may be one that cannot be an anchor. */
  RUNG_LEVEL_LOWEST = 2,  /**< No answers that are missing give a lower level; an outer bound, the
                                lowest of the ladder, where the rule may fall when a score rises:
                                first, mode of measures, bands with a hole, a gate that asks for
                                less or looks at what may turn out without a value. */
  RUNG_LEVEL_HIGHEST = 3  /**< None give a higher one; in those cases the highest of the ladder. */
} rung_level_figure;

/** How near another level is: the figures of a flip. */
typedef enum rung_flip_figure {
  RUNG_FLIP_CUT = 0, /**< The smallest change, in the unit of what is held against it, of one cut
                                that changes the level: add it to the cut. A cut that a value must
                                pass is moved one step of the grid beyond it. */
  RUNG_FLIP_CUT_LEVEL = 1, /**< The level reached then, 0 for the lowest; -1: none, as in a hole. */
  RUNG_FLIP_WEIGHT = 2,    /**< What one weight of the reading's measure has to be multiplied by for
                                the score to come to a cut: the factor nearest to 1, 0 for leaving
                                the term out; 1 where the score lies on a cut. Only of a weighted
                                mean that nothing reshapes, under cuts or bands. */
  RUNG_FLIP_WEIGHT_TERM = 3 /**< Whose weight that is: the place of the term in the measure. */
} rung_flip_figure;

/** Make a workspace.
 * @param model the model
 * @param settings strictness and person levels; NULL for the starts
 * @param out receives the workspace
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MEMORY, #RUNG_E_ARGUMENT
 * @owner the caller: rung_scores_free(). */
RUNG_API rung_status rung_scores_new(const rung_model *model, const rung_settings *settings,
                                     rung_scores **out, rung_error *error);

/** Compute every measure, reading and flag of a block.
 * @param scores the workspace
 * @param answers the block, of the same model
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MISMATCH (another model), #RUNG_E_ANSWERS (columns of unequal length;
 * in strict mode an answer off its scale), #RUNG_E_MEMORY. On failure the earlier results stay. */
RUNG_API rung_status rung_scores_compute(rung_scores *scores, const rung_answers *answers,
                                         rung_error *error);

/** Count the rows of the last block.
 * @param scores the workspace
 * @return rows. */
RUNG_API size_t rung_scores_rows(const rung_scores *scores);

/** Copy a figure of a measure.
 * @param scores the workspace
 * @param measure its index in the model
 * @param figure a #rung_score_figure
 * @param out receives one number per row; NaN where there is none
 * @param count rows that `out` has room for: at least rung_scores_rows()
 * @return #RUNG_OK, #RUNG_E_ARGUMENT */
RUNG_API rung_status rung_scores_measure(const rung_scores *scores, size_t measure,
                                         rung_score_figure figure, double *out, size_t count);

/** Copy the states of a measure.
 * @param scores the workspace
 * @param measure its index in the model
 * @param out receives one #rung_state per row
 * @param count rows that `out` has room for
 * @return #RUNG_OK, #RUNG_E_ARGUMENT */
RUNG_API rung_status rung_scores_measure_state(const rung_scores *scores, size_t measure,
                                               uint8_t *out, size_t count);

/** Count the rules of a reading.
 * @param model the model
 * @param reading the reading's index
 * @return how many; 0 where there is no such reading. */
RUNG_API size_t rung_model_rule_count(const rung_model *model, size_t reading);

/** Name a rule of a reading.
 * @param model the model
 * @param reading the reading's index
 * @param rule 0 to count - 1
 * @return its id; NULL where there is none.
 * @owner the model. */
RUNG_API const char *rung_model_rule_id(const rung_model *model, size_t reading, size_t rule);

/** Give the primary rule of a reading.
 * @param model the model
 * @param reading the reading's index
 * @return its index; 0 where there is no such reading. */
RUNG_API size_t rung_model_primary_rule(const rung_model *model, size_t reading);

/** Give the ladder of a reading.
 * @param model the model
 * @param reading the reading's index
 * @return the ladder's index; 0 where there is no such reading. */
RUNG_API size_t rung_model_reading_ladder(const rung_model *model, size_t reading);

/** Give the measure that a reading is of.
 * @param model the model
 * @param reading the reading's index
 * @return the measure's index; 0 where there is no such reading. */
RUNG_API size_t rung_model_reading_measure(const rung_model *model, size_t reading);

/** Copy the levels of a reading by one rule.
 * @param scores the workspace
 * @param reading its index in the model
 * @param rule the rule's index
 * @param figure a #rung_level_figure
 * @param out receives one level per row, 0 for the lowest, -1 for none
 * @param count rows that `out` has room for
 * @return #RUNG_OK, #RUNG_E_ARGUMENT */
RUNG_API rung_status rung_scores_levels(const rung_scores *scores, size_t reading, size_t rule,
                                        rung_level_figure figure, int8_t *out, size_t count);

/** Copy the states of a reading by one rule.
 * @param scores the workspace
 * @param reading its index in the model
 * @param rule the rule's index
 * @param states receives one #rung_state per row; may be NULL
 * @param marks receives #rung_mark bits per row; may be NULL
 * @param count rows that each has room for
 * @return #RUNG_OK, #RUNG_E_ARGUMENT */
RUNG_API rung_status rung_scores_level_state(const rung_scores *scores, size_t reading, size_t rule,
                                             uint8_t *states, uint8_t *marks, size_t count);

/** Copy a flip of a reading by its primary rule: the smallest change of one cut, or of one weight, that
 * would give another level, everything else as it is.
 * @param scores a workspace that was made with #RUNG_SETTING_SENSITIVITY
 * @param reading its index in the model
 * @param figure a #rung_flip_figure
 * @param out receives one number per row; NaN where there is none, where no single change can do it,
 * and where the level is hidden
 * @param count rows that `out` has room for: at least rung_scores_rows()
 * @return #RUNG_OK, #RUNG_E_ARGUMENT (also of a workspace made without the setting) */
RUNG_API rung_status rung_scores_flip(const rung_scores *scores, size_t reading,
                                      rung_flip_figure figure, double *out, size_t count);

/** Say of which population the rows are, for rung_scores_chances() and for what is written: it has to be
 * named, for another population gives other chances.
 * @param scores a workspace that tells levels: of assessments, or made with
 * #RUNG_SETTING_PERSON_LEVELS
 * @param reading its index in the model; its primary rule has to be one of plain cuts or bands, without
 * rounding and waves
 * @param population three numbers, by #rung_population, of the scores of the reading's measure
 * @param name what the population is called, in 1 to 200 bytes, such as "all of 2026, 492 people"
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_NOT_ESTIMABLE (another rule), #RUNG_E_MEMORY. On failure
 * the population before it holds. */
RUNG_API rung_status rung_scores_population(rung_scores *scores, size_t reading,
                                            const double *population, const char *name,
                                            rung_error *error);

/** Reckon how probable each level is for every row: its true score is normal around Kelley's regressed
 * score m + r (x - m), with the standard error of estimation s sqrt(r (1 - r)), m, s and r being the
 * mean, standard deviation and reliability of the population (Kelley 1947; Lord and Novick 1968,
 * section 3.7).
 * @param scores a workspace to which rung_scores_population() was told for this reading
 * @param reading its index in the model
 * @param out receives the probability of each level, lowest first, row after row; NaN where there is no
 * score
 * @param count numbers that `out` has room for: at least rung_scores_rows() x
 * rung_model_level_count() of the reading's ladder
 * @return #RUNG_OK, #RUNG_E_ARGUMENT */
RUNG_API rung_status rung_scores_chances(const rung_scores *scores, size_t reading, double *out,
                                         size_t count);

/** Copy a flag.
 * @param scores the workspace
 * @param flag its index in the model
 * @param out receives 1 (raised), 0 (not) or -1 (cannot be said, or rests on a level that is
 * withheld) per row
 * @param count rows that `out` has room for
 * @return #RUNG_OK, #RUNG_E_ARGUMENT */
RUNG_API rung_status rung_scores_flag(const rung_scores *scores, size_t flag, int8_t *out,
                                      size_t count);

/** Write the rows of the last block.
 * @param scores the workspace
 * @param format #RUNG_FORMAT_CSV (with a header when the block's first row is row 1) or
 * #RUNG_FORMAT_JSON (objects, a comma before each but row 1) or #RUNG_FORMAT_TABLE
 * @param out receives the text
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_MEMORY
 * @owner the caller: rung_bytes_free(). */
RUNG_API rung_status rung_scores_write(const rung_scores *scores, rung_format format,
                                       rung_bytes **out, rung_error *error);

/** Name a state.
 * @param state a #rung_state
 * @return such as "too_few"; "unknown" for a number that is none.
 * @owner the library, for ever. */
RUNG_API const char *rung_state_name(uint8_t state);

/** Free a workspace.
 * @param scores what rung_scores_new() gave, or NULL */
RUNG_API void rung_scores_free(rung_scores *scores);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
