/* Decimal numbers to and from text, whatever the locale.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_NUMBER_H
#define RUNG_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#define RUNG__NUMBER_SIZE 40

/* Reads the whole of a text as a decimal: [+-] digits [. digits] [e [+-] digits], nothing else (no
 * blanks, hex, inf, nan); correctly rounded. At most 400 bytes. False: it is none or overflows. */
bool rung__number_read(const char *text, size_t length, double *value);
/* Writes the shortest of 15, 16 or 17 digits that reads back, "." as the point, plain notation for
 * 1e-5 <= |x| < 1e15, else 1.5e-07 or 1e+15, no "-0"; "nan", "inf", "-inf". Returns the length. */
size_t rung__number_write(double value, char out[RUNG__NUMBER_SIZE]);
/* Writes with exactly `digits` (0 to 9) digits behind the point, half to even on the exact binary
 * value; never "-0.0". From 1e15 on, and for what is not finite, like rung__number_write. */
size_t rung__number_fixed(double value, int digits, char out[RUNG__NUMBER_SIZE]);

#endif
