/* Answers: columns bound without copying.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @defgroup answers Answers
 *
 * A block of answers is a view of the caller's columns. Item columns hold answer codes, or the text
 * of a label; group columns hold text or whole numbers; a weight column holds numbers. A whole
 * number is a group's label in decimal digits.
 *
 * Absence has five kinds, kept apart, counted and reported; none is ever zero unless the model's
 * rule says so. NaN, a cleared validity bit and an empty text are #RUNG_ABSENT_SKIPPED; an item
 * without a column is #RUNG_ABSENT_NOT_ASKED; an answer off its scale, fractional or infinite is
 * #RUNG_ABSENT_INVALID. A bad weight (negative, NaN, infinite, 2^24 or more, or between 0 and 2^-7)
 * always fails with its row.
 * @{ */
#ifndef RUNG_ANSWERS_H
#define RUNG_ANSWERS_H

#include <rung/column.h>
#include <rung/model.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The kinds of absence. */
typedef enum rung_absence {
  RUNG_ABSENT_NOT_ASKED = 0,      /**< The question was not put. */
  RUNG_ABSENT_SKIPPED = 1,        /**< Put and left empty. */
  RUNG_ABSENT_NOT_APPLICABLE = 2, /**< Said to be not applicable. */
  RUNG_ABSENT_DONT_KNOW = 3,      /**< Said not to know. */
  RUNG_ABSENT_INVALID = 4         /**< Not an answer of the scale. */
} rung_absence;

/** What a column is to the model. */
typedef enum rung_role {
  RUNG_ROLE_ITEM = 0,  /**< Answers to the item of that id. */
  RUNG_ROLE_GROUP = 1, /**< Groups, under the column's own name. */
  RUNG_ROLE_WEIGHT = 2 /**< Design weights: 0, or 2^-7 up to, not including, 2^24. The name is for
                          messages. */
} rung_role;

/** Make an empty block.
 * @param model the model that it answers
 * @param out receives the answers
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MEMORY, #RUNG_E_ARGUMENT
 * @owner the caller: rung_answers_free(). */
RUNG_API rung_status rung_answers_new(const rung_model *model, rung_answers **out,
                                      rung_error *error);

/** Bind a column; a second binding of the same name and role replaces the first.
 * @param answers the block
 * @param role a #rung_role
 * @param name an item's id, or the group column's name
 * @param column the column; NULL takes the binding away
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_UNKNOWN (no such item), #RUNG_E_ARGUMENT (a column that cannot be),
 * #RUNG_E_MEMORY
 * @owner the arrays stay the caller's and are borrowed until rebound or rung_answers_free(); the
 * struct itself is copied.
 * @shape columns of unequal length fail when the block is computed or added. */
RUNG_API rung_status rung_answers_bind(rung_answers *answers, rung_role role, const char *name,
                                       const rung_column *column, rung_error *error);

struct ArrowSchema;
struct ArrowArray;

/** Bind a column of the Arrow C data interface, as rung_answers_bind() does others. Elements are
 * read where they are: of integers, floats, booleans and text of every layout (utf8, large_utf8,
 * utf8_view), nulls, and dictionaries of these; days (date32) are for items of dates. Offsets are
 * respected everywhere. Of a record batch (a struct), the column of that name is bound, without the
 * rows that are null in the batch.
 * @param answers the block
 * @param role a #rung_role
 * @param name an item's id, or the group column's name
 * @param schema the type of the column, or of a batch that has it
 * @param array its data
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_UNKNOWN (no such item, or no such column in the batch),
 * #RUNG_E_ARGUMENT (structs that are NULL or released or contradict each other, two columns of that
 * name, rows that lead beyond a buffer, a column that the role cannot be), #RUNG_E_UNSUPPORTED (a
 * type that cannot be read), #RUNG_E_MEMORY
 * @owner the caller, who alone releases the two structs: neither is released here. The schema may
 * be released after the call; the array's buffers are borrowed until rebound or
 * rung_answers_free(), and may be moved, but not released or changed, before that.
 * @shape of a buffer, only what length and offset ask for is read, and of text, what offsets, views
 * and the sizes beside them say. The interface does not say how large the buffers are: that they
 * are that large is the caller's word.
 * @missing a null is #RUNG_ABSENT_SKIPPED, also one in a dictionary. False is 0 and true is 1. */
RUNG_API rung_status rung_answers_bind_arrow(rung_answers *answers, rung_role role,
                                             const char *name, const struct ArrowSchema *schema,
                                             const struct ArrowArray *array, rung_error *error);

/** Count the rows.
 * @param answers the block
 * @return the length of the columns; 0 where none is bound. */
RUNG_API int64_t rung_answers_rows(const rung_answers *answers);

/** Free a block; the caller's columns are untouched.
 * @param answers what rung_answers_new() gave, or NULL */
RUNG_API void rung_answers_free(rung_answers *answers);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
