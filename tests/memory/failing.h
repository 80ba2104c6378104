/* An allocator that fails when told to: the program's own malloc, calloc, realloc and free.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_FAILING_H
#define RUNG_TESTS_FAILING_H

#include <stdbool.h>
#include <stddef.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) ||                         \
    __has_feature(memory_sanitizer)
#define SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED
#endif

/* Not under a sanitizer, which brings its own malloc. */
#ifndef SANITIZED
#define FAILING_ALLOCATOR
#endif

/* Whether malloc() is this one: valgrind replaces it. */
bool is_in_use(void);
/* From now on the n-th allocation fails, counted from 1, and with `all` every one behind it too. */
void fail_at(size_t n, bool all);
/* No more failures. Whether one was met since fail_at(). */
bool stop_failing(void);
/* Allocations that were not freed. */
size_t count_live(void);

#endif
