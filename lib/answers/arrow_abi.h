/* The two structs of the Arrow C data interface, as its specification lays them out.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_ANSWERS_ARROW_ABI_H
#define RUNG_ANSWERS_ARROW_ABI_H

#include <stdint.h>

/* The guard that every program shares that brings these structs. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char *format, *name, *metadata;
  int64_t flags, n_children;
  struct ArrowSchema **children, *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};

struct ArrowArray {
  int64_t length, null_count, offset, n_buffers, n_children;
  const void **buffers;
  struct ArrowArray **children, *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};

#endif
#endif
