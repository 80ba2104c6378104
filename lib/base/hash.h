/* SHA-256, for identity: which model, which bytes.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_HASH_H
#define RUNG_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define RUNG__DIGEST_SIZE 32

/* FIPS 180-4. */
void rung__sha256(const void *data, size_t length, uint8_t digest[RUNG__DIGEST_SIZE]);
/* 64 lower-case hexadecimal digits and a NUL. */
void rung__hex(const uint8_t digest[RUNG__DIGEST_SIZE], char out[2 * RUNG__DIGEST_SIZE + 1]);

#endif
