/* UTF-16 into UTF-8: units are put together from bytes, pairs from units.
 * SPDX-License-Identifier: Apache-2.0 */
#include "read/utf16.h"

#define UNIT_MOST 6 /* bytes that one unit may write: half a pair that waited, and its own */

static bool is_high(uint16_t unit)
{
  return (unit & 0xFC00) == 0xD800;
}

static bool is_low(uint16_t unit)
{
  return (unit & 0xFC00) == 0xDC00;
}

static size_t put(char *text, uint32_t point)
{
  static const uint8_t LEADS[] = {0, 0x00, 0xC0, 0xE0, 0xF0}; /* by length */
  const size_t length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  for (size_t at = length - 1; at > 0; --at, point >>= 6)
    text[at] = (char)(0x80 | (point & 0x3F));
  text[0] = (char)(LEADS[length] | point);
  return length;
}

static size_t add_unit(struct rung__utf16 *utf16, uint16_t unit, char *text)
{
  const uint16_t high = utf16->waits;
  size_t length = 0;
  utf16->waits = 0;
  if (high != 0 && is_low(unit))
    return put(text, 0x10000 + ((uint32_t)(high & 0x3FF) << 10) + (unit & 0x3FF));
  if (high != 0) length = put(text, high);
  if (is_high(unit))
    utf16->waits = unit;
  else
    length += put(text + length, unit);
  return length;
}

/* Whether a unit is whole with this byte. */
static bool add_byte(struct rung__utf16 *utf16, uint8_t byte, uint16_t *unit)
{
  utf16->cut = !utf16->cut;
  if (utf16->cut)
    utf16->byte = byte;
  else
    *unit = (uint16_t)(utf16->big ? utf16->byte << 8 | byte : byte << 8 | utf16->byte);
  return !utf16->cut;
}

size_t rung__utf16_read(struct rung__utf16 *utf16, const char *bytes, size_t length, size_t *taken,
                        char text[RUNG__UTF16_TEXT])
{
  size_t at = 0, written = 0;
  while (at < length && written <= RUNG__UTF16_TEXT - UNIT_MOST) {
    uint16_t unit;
    if (!add_byte(utf16, (uint8_t)bytes[at++], &unit)) continue;
    written += add_unit(utf16, unit, text + written);
    if (unit == '\n' || unit == '\r') break;
  }
  *taken = at;
  return written;
}

size_t rung__utf16_end(struct rung__utf16 *utf16, char text[RUNG__UTF16_REST])
{
  size_t length = 0;
  if (utf16->waits != 0) length = put(text, utf16->waits);
  if (utf16->cut) text[length++] = RUNG__UTF16_ODD;
  utf16->waits = 0;
  utf16->cut = false;
  return length;
}
