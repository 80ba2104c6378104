/* Settings: numbers that tune a call, each with a stated range and start.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @defgroup settings Settings
 *
 * A setting is a double with a range. Where a function takes settings, NULL means the starts.
 * Settings are read during the call only.
 * @{ */
#ifndef RUNG_SETTINGS_H
#define RUNG_SETTINGS_H

#include <rung/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The settings. New ones go last. */
typedef enum rung_setting {
  RUNG_SETTING_LEAST_N = 0,        /**< Persons under which a group is hidden: 0 (the model's own,
                                      which is 5 unless it says otherwise) or 3-1000, start 0. The
                                      larger of this and the model's own holds, unless
                                      #RUNG_SETTING_UNSAFE is 1. */
  RUNG_SETTING_LEAST_N_SPREAD = 1, /**< Persons under which only a rounded mean is shown: 0 (the
                                      model's own, which is 10 unless it says otherwise) or 3-1000,
                                      start 0; like #RUNG_SETTING_LEAST_N. */
  RUNG_SETTING_UNSAFE = 2,         /**< 1: the two sizes above may go below the model's; 2: and
                                        nothing else is hidden, neither unanimous answers nor what
                                        follows from other figures: 0, 1 or 2, start 0. */
  RUNG_SETTING_STRICT = 3,         /**< 1: an answer off its scale fails with its row instead of
                                        being counted as invalid: 0 or 1, start 0. */
  RUNG_SETTING_PERSON_LEVELS = 4,  /**< 1: levels of single persons may be read: 0 or 1, start 0. */
  RUNG_SETTING_DELIMITER = 5,      /**< The byte between fields of a CSV: 0 (found from the header:
                                        comma, semicolon or tab), 9, 44 or 59; start 0. */
  RUNG_SETTING_SET_ASIDE = 6,      /**< 1: a row of another length than the header is set aside and
                                        counted instead of failing: 0 or 1, start 0. */
  RUNG_SETTING_FORM = 7 /**< The form of a file of answers: 0 (CSV, a row a record), 1 (JSON
                                        Lines) or 2 (CSV, a long table: an answer a record); start 0. */
  ,
  RUNG_SETTING_CONFIDENCE = 8,  /**< The confidence of every interval: 0.5 to 0.9999, start 0.95. */
  RUNG_SETTING_SEED = 9,        /**< The seed of what is drawn by chance: a whole number, 0 to
                                  2^53 - 1, start 1. The same seed gives the same draws. */
  RUNG_SETTING_REPLICATES = 10, /**< How often is drawn where an answer is found by drawing: 100 to
                                   1,000,000, start 2,000. */
  RUNG_SETTING_WORK = 11,       /**< Steps that exponential work may take before it stops with
                            #RUNG_E_LIMIT: 1,000 to 10^12, start 10^8. */
  RUNG_SETTING_SENSITIVITY =
      12, /**< 1: scores tell which smallest change of a cut or a weight would
                            change a level, which takes longer: 0 or 1, start 0. */
  RUNG_SETTING_AGREEMENT =
      13,                     /**< The agreement (r_wg(j), even null) under which no level is stated
                                of what people share, once even its upper limit lies below: 0 (no
                                level is refused) to 1, start 0. */
  RUNG_SETTING_EVERYONE = 14, /**< 1: intervals are of what all who were invited would have answered
                               now (finite population correction), in units whose response is told;
                               never those of comparisons: 0 or 1, start 0. */
  RUNG_SETTING_MERGE_SMALL =
      15 /**< 1: groups of one cut, or units of one parent, that are too small
                            are merged into one, named "(others)", where that is large enough: 0
                            or 1, start 0. */
} rung_setting;

/** Make settings, each at its start.
 * @param out receives the settings
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MEMORY
 * @owner the caller: rung_settings_free(). */
RUNG_API rung_status rung_settings_new(rung_settings **out, rung_error *error);

/** Set one setting.
 * @param settings the settings
 * @param which a #rung_setting
 * @param value a number in its range
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT (no such setting, or out of range: nothing changes) */
RUNG_API rung_status rung_settings_set(rung_settings *settings, rung_setting which, double value,
                                       rung_error *error);

/** Read one setting.
 * @param settings the settings, or NULL for the starts
 * @param which a #rung_setting
 * @return its value; NaN where there is no such setting. */
RUNG_API double rung_settings_get(const rung_settings *settings, rung_setting which);

/** Free settings.
 * @param settings what rung_settings_new() gave, or NULL */
RUNG_API void rung_settings_free(rung_settings *settings);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
