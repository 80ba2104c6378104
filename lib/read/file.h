/* Whole files into memory, up to a limit.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_READ_FILE_H
#define RUNG_READ_FILE_H

#include "base/text.h"

/* Appends a file to the buffer. RUNG_E_IO, RUNG_E_LIMIT (larger than `limit`), RUNG_E_MEMORY. */
rung_status rung__file_read(const char *path, size_t limit, struct rung__buffer *buffer,
                            rung_error *error);

#endif
