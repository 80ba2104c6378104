/* What rung_bytes is made of; rung__bytes_of() in base/text.h makes it.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_BYTES_H
#define RUNG_BASE_BYTES_H

#include <rung/api.h>

struct rung_bytes {
  char *data; /* a NUL stands behind */
  size_t length;
};

#endif
