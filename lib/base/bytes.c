/* Bytes that the library gives away.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/bytes.h"

#include <stdlib.h>

const char *rung_bytes_data(const rung_bytes *bytes)
{
  return bytes == NULL ? NULL : bytes->data;
}

size_t rung_bytes_length(const rung_bytes *bytes)
{
  return bytes == NULL ? 0 : bytes->length;
}

void rung_bytes_free(rung_bytes *bytes)
{
  if (bytes != NULL) free(bytes->data);
  free(bytes);
}
