/* The models that come with the library, as bytes in it.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_BUILTIN_H
#define RUNG_MODEL_BUILTIN_H

#include <stddef.h>

struct rung__builtin {
  const char *id;
  const unsigned char *text;
  size_t length;
};

/* Made from lib/data by lib/data/embed.py; the last has a NULL id. */
extern const struct rung__builtin rung__builtins[];

#endif
