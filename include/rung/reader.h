/* The reader: bytes of a file in, blocks of answers out.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @defgroup reader Reader
 *
 * Push bytes in pieces of any size, take blocks as they fill, finish, take the rest. Answers are
 * matched by code, by the scale's labels or by the mapping's (exactly, after trimming blanks and
 * folding ASCII case); what matches nothing is #RUNG_ABSENT_INVALID, counted and reported, never
 * guessed. #RUNG_SETTING_FORM says which form the file has:
 *
 * **CSV, a row a record** (0). RFC 4180 with comma, semicolon or tab; LF, CRLF or CR; UTF-8 with or
 * without a byte order mark, or UTF-16 of either byte order behind its mark, which is decoded as it
 * comes. UTF-16 without a mark is refused, as are half a surrogate pair, an odd last byte and NUL:
 * #RUNG_E_SYNTAX with the row. The first record is the header: a column binds to the item whose id
 * it is, or as a mapping says.
 *
 * **JSON Lines** (1). An object a line, UTF-8, LF or CRLF; blank lines are skipped, a byte order
 * mark may begin the file. A member is a column, its name the header, which binds when the first
 * object has it; two names for one item fail where the second comes. An item that an object does
 * not have is #RUNG_ABSENT_NOT_ASKED; null is an empty field and "" a quoted empty one, so both are
 * #RUNG_ABSENT_SKIPPED unless the mapping says otherwise. A number is its shortest decimal (4.0 is
 * 4); a string is a field. true, false, lists and objects are no answers: invalid. As a group, true
 * and false are their words and a list or object fails; what nobody wants is ignored, whatever it
 * is. An object without a wanted group has none, one without the wanted weight fails, and a wanted
 * column that no object had fails when the file is finished. A name that stands twice in an object
 * is #RUNG_E_SYNTAX, as are numbers beyond 64 bits or a double.
 *
 * **CSV, a long table** (2). As the first form, but with an answer a record: the columns `row`,
 * `item` and `answer`, or those that `long` names in the mapping. The records of a row stand
 * together; items that they do not name are #RUNG_ABSENT_NOT_ASKED, and names that are no item's
 * are counted in the notes. Groups and the weight stand in every record, the same throughout a row.
 * #RUNG_E_ANSWERS with the record: an item named twice in a row, a group or weight that differs
 * within it, a record without a row or an item, and a row that returns after another has begun
 * (sort the file by its column).
 *
 * Memory does not grow with rows, except for rows set aside and, of a long table, for the names of
 * its rows, which are all kept.
 *
 * Limits: 1 MiB a record or line, and for the answers of a row of a long table; 16,384 columns,
 * members or names of items, of 1 MiB together; 4,096 bytes a group's label, 64 MiB of rows set
 * aside, a mapping of 8 MiB; of UTF-16 they count the bytes of its UTF-8.
 * @{ */
#ifndef RUNG_READER_H
#define RUNG_READER_H

#include <rung/answers.h>
#include <rung/settings.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Make a reader.
 * @param model the model
 * @param mapping text of a `rung-map/1` file, or NULL
 * @param mapping_length bytes of it
 * @param settings the form, the delimiter, strictness and what happens to ragged rows; NULL for the
 * starts
 * @param out receives the reader
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_SYNTAX, #RUNG_E_MODEL (the mapping), #RUNG_E_MEMORY, #RUNG_E_ARGUMENT
 * @owner the caller: rung_reader_free(). */
RUNG_API rung_status rung_reader_new(const rung_model *model, const char *mapping,
                                     size_t mapping_length, const rung_settings *settings,
                                     rung_reader **out, rung_error *error);

/** Ask for a column beside the items, before the first byte is pushed.
 * @param reader the reader
 * @param role #RUNG_ROLE_GROUP or #RUNG_ROLE_WEIGHT
 * @param name a group's name of the mapping, else the header of the column; not one that holds
 * answers to an item, which is refused when the header is read: such groups would tell who said what.
 * Of JSON Lines a group's name of the mapping stands for its column only
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_MEMORY. A column that the header does not have is
 * #RUNG_E_UNKNOWN when the header is read; of JSON Lines, when the file is finished. */
RUNG_API rung_status rung_reader_want(rung_reader *reader, rung_role role, const char *name,
                                      rung_error *error);

/** Push bytes of the file.
 * @param reader the reader
 * @param bytes any piece of the file; a cut may stand anywhere, also inside a character
 * @param length how many
 * @param taken receives how many were read: fewer than `length` when a block is full, which has to
 * be taken before the rest is pushed again
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_SYNTAX, #RUNG_E_ANSWERS, #RUNG_E_UNKNOWN, #RUNG_E_LIMIT,
 * #RUNG_E_MEMORY. After a failure nothing more can be pushed. Row is the record, the header being
 * record 1; of JSON Lines it is the line, and column that of a syntax error, else 0. */
RUNG_API rung_status rung_reader_push(rung_reader *reader, const char *bytes, size_t length,
                                      size_t *taken, rung_error *error);

/** Say that the file is at its end.
 * @param reader the reader
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_SYNTAX (an open quote, no header or no object, half a character),
 * #RUNG_E_ANSWERS, #RUNG_E_UNKNOWN (of JSON Lines: no object had a wanted column), #RUNG_E_LIMIT,
 * #RUNG_E_MEMORY */
RUNG_API rung_status rung_reader_finish(rung_reader *reader, rung_error *error);

/** Take the block that is ready.
 * @param reader the reader
 * @return a block, when it is full or the file is at its end; NULL otherwise.
 * @owner the reader; good until the next push, and of a long table until the file is finished. */
RUNG_API const rung_answers *rung_reader_take(rung_reader *reader);

/** Say what the file was and how it met the model.
 * @param reader the reader
 * @param out receives notes: how it is written (such as "UTF-16, little endian, decoded"), columns without an
 * item, items without a column,
 * answers by kind, unknown answers with counts (the first 20 of a column)
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MEMORY, #RUNG_E_ARGUMENT
 * @owner the caller: rung_notes_free(). */
RUNG_API rung_status rung_reader_notes(const rung_reader *reader, rung_notes **out,
                                       rung_error *error);

/** Give the rows set aside, under the header, as they were written, but in UTF-8 without a mark.
 * @param reader the reader
 * @param out receives CSV; empty where no row was set aside
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MEMORY, #RUNG_E_ARGUMENT
 * @owner the caller: rung_bytes_free(). */
RUNG_API rung_status rung_reader_set_aside(const rung_reader *reader, rung_bytes **out,
                                           rung_error *error);

/** Free a reader and the block it gave.
 * @param reader what rung_reader_new() gave, or NULL */
RUNG_API void rung_reader_free(rung_reader *reader);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
