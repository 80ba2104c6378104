/* Growing arrays: the only growth code, with checked multiplication.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_ARRAY_H
#define RUNG_BASE_ARRAY_H

#include <stdbool.h>
#include <stddef.h>

/* Makes room for `wanted` elements of `size` bytes in *array (capacity in *capacity), doubling.
 * New room is not cleared. False: no memory or the product overflows, nothing changed. */
bool rung__array_reserve(void **array, size_t *capacity, size_t wanted, size_t size);
/* calloc with a checked product that is never NULL for a product of 0. */
void *rung__array_new(size_t count, size_t size);

#endif
