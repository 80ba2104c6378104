/* What can go wrong, where it is said, and remarks that are no failure.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @defgroup status Errors and notes
 *
 * A call that can fail returns a #rung_status. The last parameter, `error`, may be NULL; it is
 * written only on failure and says where, what was found, what was expected and what to do.
 * Nothing is printed and nothing is kept in a global.
 * @{ */
#ifndef RUNG_STATUS_H
#define RUNG_STATUS_H

#include <rung/api.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a call came to. Numbers are never reused or reordered. */
typedef enum rung_status {
  RUNG_OK = 0,         /**< Done. */
  RUNG_E_MEMORY = 1,   /**< An allocation failed; the object is as it was. */
  RUNG_E_ARGUMENT = 2, /**< An argument is out of its stated range: the caller's mistake. */
  RUNG_E_SYNTAX = 3,   /**< Text is not JSON, CSV or UTF-8; row and column say where. */
  RUNG_E_MODEL = 4,    /**< A model or mapping has a wrong meaning; `where` is a JSON pointer. */
  RUNG_E_ANSWERS = 5, /**< Answers cannot be taken: a ragged row, a bad weight, a missing column. */
  RUNG_E_LIMIT = 6,   /**< A documented limit is passed. */
  RUNG_E_IO = 7,      /**< A file cannot be read. */
  RUNG_E_UNSUPPORTED = 8,   /**< This build or version cannot do it. */
  RUNG_E_MISMATCH = 9,      /**< Two things do not belong together: models, parts or key columns. */
  RUNG_E_CORRUPT = 10,      /**< A saved tally is truncated or was changed. */
  RUNG_E_UNKNOWN = 11,      /**< No such id, column or name. */
  RUNG_E_NOT_ESTIMABLE = 12 /**< A statistic is not defined for these data: too few rows, no
                               variance, or numbers that contradict each other. */
} rung_status;

/** Where and why a call failed: the caller's own, filled on failure. Frozen. */
typedef struct rung_error {
  int32_t status;    /**< a #rung_status */
  int32_t reserved;  /**< 0 */
  int64_t row;       /**< line of a text or record of a table, 1-based; 0 = no place */
  int64_t column;    /**< column, 1-based; 0 = no place */
  char where[240];   /**< file, JSON pointer (RFC 6901), or column name; may be empty */
  char message[512]; /**< one line: what was found, what was expected, what to do */
} rung_error;

/** How much a note matters. */
typedef enum rung_severity {
  RUNG_NOTE_INFORMATION = 0, /**< Good to know. */
  RUNG_NOTE_WARNING = 1,     /**< Probably a mistake. */
  RUNG_NOTE_ERROR = 2        /**< A mistake: results would mislead. */
} rung_severity;

/** Name a status.
 * @param status any number
 * @return such as "RUNG_E_MODEL"; "unknown status" for a number that is none.
 * @owner the library, for ever. */
RUNG_API const char *rung_status_name(int32_t status);

/** Count notes. A maker gives at most 1,000 of each severity; where there would be more, the last of
 * the notes say how many, as "and 5 more warnings", each with its severity and without a place.
 * @param notes what a maker gave, or NULL
 * @return how many there are; 0 for NULL. */
RUNG_API size_t rung_notes_count(const rung_notes *notes);

/** Give the severity of a note.
 * @param notes what a maker gave
 * @param index 0 to count - 1
 * @return its severity; #RUNG_NOTE_INFORMATION where there is no such note. */
RUNG_API rung_severity rung_notes_severity(const rung_notes *notes, size_t index);

/** Give the place of a note.
 * @param notes what a maker gave
 * @param index 0 to count - 1
 * @return a JSON pointer or a column name, may be empty; NULL where there is no such note.
 * @owner the notes. */
RUNG_API const char *rung_notes_where(const rung_notes *notes, size_t index);

/** Give the text of a note.
 * @param notes what a maker gave
 * @param index 0 to count - 1
 * @return one line; NULL where there is no such note.
 * @owner the notes. */
RUNG_API const char *rung_notes_text(const rung_notes *notes, size_t index);

/** Free notes.
 * @param notes what a maker gave, or NULL */
RUNG_API void rung_notes_free(rung_notes *notes);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
