/* Fuzzing decimals: what is read is written so that it reads back, and so is every double.
 * SPDX-License-Identifier: Apache-2.0 */
#include "fuzz.h"

#include <math.h>

#include "base/number.h"

static void round_trip(double value)
{
  char text[RUNG__NUMBER_SIZE];
  double back;
  const size_t length = rung__number_write(value, text);
  MUST(length > 0 && length < sizeof text && text[length] == '\0');
  if (!isfinite(value)) return;
  MUST(rung__number_read(text, length, &back) && back == value);
}

static void write_fixed(double value, int digits)
{
  char text[RUNG__NUMBER_SIZE];
  double back;
  const size_t length = rung__number_fixed(value, digits, text);
  MUST(length > 0 && length < sizeof text && strlen(text) == length);
  if (!isfinite(value)) return;
  MUST(rung__number_read(text, length, &back));
  const double half = 0.5000001 * pow(10, -digits), reading = ldexp(fabs(value), -52);
  MUST(fabs(value) >= 1e15 ? back == value : fabs(back - value) <= half + reading);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  double value;
  if (rung__number_read((const char *)data, size, &value)) {
    MUST(isfinite(value));
    round_trip(value);
  }
  if (size < sizeof value + 1) return 0;
  memcpy(&value, data, sizeof value);
  round_trip(value);
  write_fixed(value, data[8] % 10);
  return 0;
}
