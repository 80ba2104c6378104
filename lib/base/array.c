/* Growing arrays.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/array.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_CAPACITY 8
#define LARGEST ((size_t)PTRDIFF_MAX)

static size_t doubled(size_t capacity, size_t wanted)
{
  if (wanted < LEAST_CAPACITY) wanted = LEAST_CAPACITY;
  return capacity > SIZE_MAX / 2 || 2 * capacity < wanted ? wanted : 2 * capacity;
}

bool rung__array_reserve(void **array, size_t *capacity, size_t wanted, size_t size)
{
  if (wanted <= *capacity) return true;
  size_t next = doubled(*capacity, wanted);
  if (size != 0 && next > LARGEST / size) next = wanted;
  if (size == 0 || next > LARGEST / size) return false;
  void *place; /* copied byte by byte: *array is a pointer of the caller's own type */
  memcpy(&place, (const void *)array, sizeof place);
  place = realloc(place, next * size);
  if (place == NULL) return false;
  memcpy((void *)array, &place, sizeof place);
  *capacity = next;
  return true;
}

void *rung__array_new(size_t count, size_t size)
{
  if (count == 0 || size == 0) return calloc(1, 1);
  return count > LARGEST / size ? NULL : calloc(count, size);
}
