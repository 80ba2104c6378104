/* Columns: the one shape in which a caller's arrays come in.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @defgroup column Columns
 *
 * A column is a view of an array of the caller's: nothing is copied, and nothing is freed. Answers
 * are bound from columns, and statistics read them.
 * @{ */
#ifndef RUNG_COLUMN_H
#define RUNG_COLUMN_H

#include <rung/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The type of a column's elements. */
typedef enum rung_type {
  RUNG_TYPE_INT8 = 1,    /**< int8_t */
  RUNG_TYPE_INT16 = 2,   /**< int16_t */
  RUNG_TYPE_INT32 = 3,   /**< int32_t */
  RUNG_TYPE_INT64 = 4,   /**< int64_t */
  RUNG_TYPE_FLOAT = 5,   /**< float */
  RUNG_TYPE_DOUBLE = 6,  /**< double */
  RUNG_TYPE_TEXT = 7,    /**< UTF-8 text: `data` holds the bytes, `offsets` length + 1 places */
  RUNG_TYPE_UINT8 = 8,   /**< uint8_t */
  RUNG_TYPE_UINT16 = 9,  /**< uint16_t */
  RUNG_TYPE_UINT32 = 10, /**< uint32_t */
  RUNG_TYPE_UINT64 = 11  /**< uint64_t */
} rung_type;

/** A column of the caller's, read in place. Frozen. */
typedef struct rung_column {
  const void *data;        /**< first element, or the bytes of a text column */
  const uint8_t *validity; /**< bit i (least significant first) is 1 where there is a value; NULL:
                              all */
  const int32_t *offsets;  /**< text only: element i is bytes offsets[i] up to offsets[i + 1] */
  int64_t length;          /**< elements */
  int64_t validity_offset; /**< the bit of element 0 */
  ptrdiff_t stride;        /**< bytes from one element to the next; 0: the type's size */
  int32_t type;            /**< a #rung_type */
  int32_t reserved;        /**< 0 */
} rung_column;

#ifdef __cplusplus
}
#endif
/** @} */
#endif
