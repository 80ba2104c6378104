/* Tallies: what must be remembered of any number of rows.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @defgroup tally Tallies
 *
 * A tally holds, for every tuple of its group columns, exact counts and sums. Split rows anywhere,
 * add them in any order on any number of threads (one tally each), merge in any order: the saved
 * bytes are identical. **A tally is as confidential as the answers**: only findings are safe to
 * show.
 *
 * Limits: 2^32 - 1 rows, 16 group columns, 65,535 bytes a group label.
 * @{ */
#ifndef RUNG_TALLY_H
#define RUNG_TALLY_H

#include <rung/scores.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a tally remembers: bits. Unequal parts refuse to merge. */
typedef enum rung_tally_part {
  RUNG_TALLY_COUNTS = 1, /**< Per group, item and answer: always there. */
  RUNG_TALLY_SCORES =
      2, /**< Sums per measure, level counts per reading and rule, and per relation of
                             the model counts of both levels. */
  RUNG_TALLY_PRODUCTS = 4 /**< What uncertainty needs: sums of products of the items of each measure
                             that is reflective or across items (2 to 64 items), of the scores of
                             the measures that one rule or pair looks at, and where weighted of
                             squares of weights. Brings #RUNG_TALLY_SCORES with it. */
} rung_tally_part;

/** Make an empty tally.
 * @param model the model
 * @param group_columns names of the key columns; NULL where `count` is 0
 * @param count how many, 0 to 16
 * @param parts #rung_tally_part bits; #RUNG_TALLY_COUNTS is always included
 * @param out receives the tally
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MEMORY, #RUNG_E_ARGUMENT, #RUNG_E_LIMIT
 * @owner the caller: rung_tally_free(). Names are copied. */
RUNG_API rung_status rung_tally_new(const rung_model *model, const char *const *group_columns,
                                    size_t count, uint32_t parts, rung_tally **out,
                                    rung_error *error);

/** Add a block.
 * @param tally the tally
 * @param answers a block of the same model, with every key column bound
 * @param scores a workspace that has just computed this block, or NULL: the tally computes it
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MISMATCH, #RUNG_E_ANSWERS (a bad weight with its row, a missing key
 * column, unequal lengths), #RUNG_E_LIMIT, #RUNG_E_MEMORY. On failure nothing was added. */
RUNG_API rung_status rung_tally_add(rung_tally *tally, const rung_answers *answers,
                                    rung_scores *scores, rung_error *error);

/** Add another tally to this one.
 * @param tally receives
 * @param other is read; same model arithmetic, parts and key columns
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MISMATCH, #RUNG_E_LIMIT, #RUNG_E_MEMORY. On failure nothing changed. */
RUNG_API rung_status rung_tally_merge(rung_tally *tally, const rung_tally *other,
                                      rung_error *error);

/** Drop the groups that are too small, for good: persons whose tuple of group columns fewer than so
 * many share. They count in nothing any more, not in totals either, so that no difference tells of
 * them; the bytes that are saved have neither their answers nor their names. Close what is complete:
 * what is added later is counted from nothing.
 * @param tally is changed
 * @param least_n persons, 3 to 1000
 * @param dropped receives how many persons were dropped, may be NULL; as confidential as the answers
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_MEMORY. On failure nothing changed. */
RUNG_API rung_status rung_tally_close(rung_tally *tally, int64_t least_n, uint64_t *dropped,
                                      rung_error *error);

/** Save a tally: the same content gives the same bytes everywhere. The last 32 are the SHA-256 of
 * those before.
 * @param tally the tally
 * @param out receives the bytes
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MEMORY, #RUNG_E_ARGUMENT
 * @owner the caller: rung_bytes_free(). */
RUNG_API rung_status rung_tally_save(const rung_tally *tally, rung_bytes **out, rung_error *error);

/** Load a saved tally.
 * @param model the model that it was made with; NULL gives a tally that can be merged and saved but
 * neither added to nor found from
 * @param bytes what rung_tally_save() gave
 * @param length how many
 * @param out receives the tally
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_CORRUPT, #RUNG_E_MISMATCH (another model or version), #RUNG_E_LIMIT,
 * #RUNG_E_MEMORY, #RUNG_E_ARGUMENT
 * @owner the caller: rung_tally_free(). */
RUNG_API rung_status rung_tally_load(const rung_model *model, const void *bytes, size_t length,
                                     rung_tally **out, rung_error *error);

/** Count the rows added, those of weight 0 included.
 * @param tally the tally
 * @return rows. */
RUNG_API uint64_t rung_tally_rows(const rung_tally *tally);

/** Give the parts of a tally.
 * @param tally the tally
 * @return #rung_tally_part bits, as rung_tally_new() was given them and what they bring; 0 for NULL. */
RUNG_API uint32_t rung_tally_parts(const rung_tally *tally);

/** Count the group columns that a tally is keyed by.
 * @param tally the tally
 * @return how many, 0 to 16. */
RUNG_API size_t rung_tally_key_count(const rung_tally *tally);

/** Give the name of a group column that a tally is keyed by.
 * @param tally the tally
 * @param index 0 to count - 1, as rung_tally_new() was given them
 * @return the column; NULL where there is none.
 * @owner the tally. */
RUNG_API const char *rung_tally_key_column(const rung_tally *tally, size_t index);

/** Free a tally.
 * @param tally what a maker gave, or NULL */
RUNG_API void rung_tally_free(rung_tally *tally);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
