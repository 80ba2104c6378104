/* The ground of every rung header: linkage, version and the opaque nouns.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @defgroup api Ground
 *
 * Every noun is opaque, has one maker or more, and one `_free`, which accepts NULL. What a maker
 * gives belongs to the caller; a returned `const` pointer belongs to the object it was asked of.
 * A failed call leaves its object as it was and sets `*out` to NULL. A call that returns a status
 * answers NULL for an object with #RUNG_E_ARGUMENT; one that only asks answers as if there were
 * nothing: 0, NULL or NaN.
 *
 * Threads: the library has no globals and starts no thread. A model and findings may be shared
 * freely; answers, a reader, scores, a tally, a view and settings belong to one thread at a time.
 *
 * Everything made from a model holds it: objects may be freed in any order.
 * @{ */
#ifndef RUNG_API_H
#define RUNG_API_H

#include <stddef.h>
#include <stdint.h>

#if defined(RUNG_API)
/* given by the build of the library, or by a tool that reads the headers */
#elif defined(__GNUC__)
#define RUNG_API __attribute__((visibility("default")))
#else
#define RUNG_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** A level or stage model: immutable, shared by threads. */
typedef struct rung_model rung_model;
/** One block of answers: borrowed columns, or what a reader made. */
typedef struct rung_answers rung_answers;
/** Turns the bytes of a file of answers into blocks of them. */
typedef struct rung_reader rung_reader;
/** The evaluator's workspace: scores and levels of the rows of one block. */
typedef struct rung_scores rung_scores;
/** Mergeable exact counts and sums of any number of rows. */
typedef struct rung_tally rung_tally;
/** What is to be shown: cuts and the unit tree. */
typedef struct rung_view rung_view;
/** What a person wants to read of groups. */
typedef struct rung_findings rung_findings;
/** Numbers that tune a call, each with a stated range. */
typedef struct rung_settings rung_settings;
/** A list of remarks: severity, place, text. */
typedef struct rung_notes rung_notes;
/** Bytes that the library gives away. */
typedef struct rung_bytes rung_bytes;

/** Give the version of the library that is running.
 * @return text such as "0.1.0", never NULL.
 * @owner the library, for ever. */
RUNG_API const char *rung_version(void);

/** Give the version as one number: 10000 x major + 100 x minor + patch.
 * @return such as 100 for 0.1.0. */
RUNG_API uint32_t rung_version_number(void);

/** Give the first of some bytes.
 * @param bytes what a maker gave
 * @return the first byte; a NUL stands after the last, so that text may be read as a C string.
 * @owner the bytes. */
RUNG_API const char *rung_bytes_data(const rung_bytes *bytes);

/** Count some bytes.
 * @param bytes what a maker gave
 * @return how many there are, without the closing NUL. */
RUNG_API size_t rung_bytes_length(const rung_bytes *bytes);

/** Free some bytes.
 * @param bytes what a maker gave, or NULL */
RUNG_API void rung_bytes_free(rung_bytes *bytes);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
