/* Text: UTF-8, trimming, folding, and the buffer that text is written into.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/bytes.h"
#include "base/number.h"

static unsigned char folded(char byte)
{
  const unsigned char letter = (unsigned char)byte;
  return letter >= 'A' && letter <= 'Z' ? (unsigned char)(letter + 32) : letter;
}

static bool is_blank(char byte)
{
  return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static bool is_hard_space(const char *data)
{
  return (unsigned char)data[0] == 0xC2 && (unsigned char)data[1] == 0xA0;
}

static size_t blanks_before(struct rung__slice text)
{
  size_t at = 0;
  while (at < text.length) {
    if (is_blank(text.data[at])) {
      ++at;
    } else if (text.length - at >= 2 && is_hard_space(text.data + at)) {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

static size_t length_without_blanks_behind(struct rung__slice text)
{
  size_t length = text.length;
  while (length > 0) {
    if (is_blank(text.data[length - 1])) {
      --length;
    } else if (length >= 2 && is_hard_space(text.data + length - 2)) {
      length -= 2;
    } else {
      break;
    }
  }
  return length;
}

struct rung__slice rung__slice(const char *text)
{
  return (struct rung__slice){text == NULL ? "" : text, text == NULL ? 0 : strlen(text)};
}

struct rung__slice rung__trim(struct rung__slice text)
{
  text.length = length_without_blanks_behind(text);
  const size_t before = blanks_before(text);
  if (before == 0) return text;
  return (struct rung__slice){text.data + before, text.length - before};
}

bool rung__same(struct rung__slice a, struct rung__slice b)
{
  return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

bool rung__same_folded(struct rung__slice a, struct rung__slice b)
{
  if (a.length != b.length) return false;
  for (size_t index = 0; index < a.length; ++index) {
    if (folded(a.data[index]) != folded(b.data[index])) return false;
  }
  return true;
}

int rung__compare(struct rung__slice a, struct rung__slice b)
{
  const size_t common = a.length < b.length ? a.length : b.length;
  const int order = common == 0 ? 0 : memcmp(a.data, b.data, common);
  return order != 0 ? order : (a.length > b.length) - (a.length < b.length);
}

/* The length of the sequence that begins here, 0 if it is none (Unicode 15, table 3-7). */
static size_t sequence(const unsigned char *byte, size_t length)
{
  const unsigned char lead = byte[0];
  if (lead < 0x80) return 1;
  const size_t count = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (count == 0 || count > length) return 0;
  const unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte[1] < least || byte[1] > most) return 0;
  for (size_t index = 2; index < count; ++index) {
    if ((byte[index] & 0xC0) != 0x80) return 0;
  }
  return count;
}

static bool is_ascii_word(const char *data)
{
  uint64_t word;
  memcpy(&word, data, sizeof word);
  return (word & UINT64_C(0x8080808080808080)) == 0;
}

bool rung__is_utf8(const char *data, size_t length, size_t *bad)
{
  size_t at = 0;
  while (at < length) {
    if (length - at >= 8 && is_ascii_word(data + at)) {
      at += 8;
      continue;
    }
    const size_t count = sequence((const unsigned char *)data + at, length - at);
    if (count == 0) break;
    at += count;
  }
  if (at < length && bad != NULL) *bad = at;
  return at >= length;
}

size_t rung__columns(const char *text)
{
  size_t count = 0;
  for (; *text != '\0'; ++text)
    count += ((unsigned char)*text & 0xC0) != 0x80;
  return count;
}

/* Room for `length` more bytes and a NUL. */
static bool grow(struct rung__buffer *buffer, size_t length)
{
  if (buffer->failed) return false;
  const size_t wanted = buffer->length + length + 1;
  buffer->failed = wanted <= length ||
                   !rung__array_reserve((void **)&buffer->data, &buffer->capacity, wanted, 1);
  return !buffer->failed;
}

void rung__put(struct rung__buffer *buffer, const char *data, size_t length)
{
  if (!grow(buffer, length)) return;
  if (length > 0) memcpy(buffer->data + buffer->length, data, length);
  buffer->length += length;
  buffer->data[buffer->length] = '\0';
}

void rung__put_text(struct rung__buffer *buffer, const char *text)
{
  rung__put(buffer, text, strlen(text));
}

void rung__put_byte(struct rung__buffer *buffer, char byte)
{
  rung__put(buffer, &byte, 1);
}

void rung__put_arguments(struct rung__buffer *buffer, const char *format, va_list arguments)
{
  va_list again;
  va_copy(again, arguments);
  const size_t length = rung__format(NULL, 0, format, arguments);
  if (grow(buffer, length)) {
    rung__format(buffer->data + buffer->length, length + 1, format, again);
    buffer->length += length;
  }
  va_end(again);
}

void rung__put_format(struct rung__buffer *buffer, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  rung__put_arguments(buffer, format, arguments);
  va_end(arguments);
}

void rung__put_number(struct rung__buffer *buffer, double value)
{
  char text[RUNG__NUMBER_SIZE] = "null";
  const size_t length = isfinite(value) ? rung__number_write(value, text) : strlen(text);
  rung__put(buffer, text, length);
}

void rung__put_folded(struct rung__buffer *buffer, struct rung__slice text)
{
  for (size_t index = 0; index < text.length; ++index)
    rung__put_byte(buffer, (char)folded(text.data[index]));
}

void rung__put_spaces(struct rung__buffer *buffer, size_t count)
{
  if (!grow(buffer, count)) return;
  memset(buffer->data + buffer->length, ' ', count);
  buffer->length += count;
  buffer->data[buffer->length] = '\0';
}

void rung__buffer_free(struct rung__buffer *buffer)
{
  free(buffer->data);
  *buffer = (struct rung__buffer){0};
}

rung_status rung__bytes_of(struct rung__buffer *buffer, rung_bytes **out, rung_error *error)
{
  *out = NULL;
  rung__put(buffer, "", 0);
  rung_bytes *bytes = buffer->failed ? NULL : malloc(sizeof *bytes);
  if (bytes == NULL) {
    rung__buffer_free(buffer);
    return rung__fail_memory(error);
  }
  *bytes = (rung_bytes){buffer->data, buffer->length};
  *buffer = (struct rung__buffer){0};
  *out = bytes;
  return RUNG_OK;
}

/* U+200B to 200F, 2028 to 202E, 2060 to 206F and FEFF. */
static bool is_mark(const unsigned char *byte)
{
  if (byte[0] == 0xEF) return byte[1] == 0xBB && byte[2] == 0xBF;
  if (byte[0] != 0xE2) return false;
  if (byte[1] == 0x81) return byte[2] >= 0xA0 && byte[2] <= 0xAF;
  return byte[1] == 0x80 &&
         ((byte[2] >= 0x8B && byte[2] <= 0x8F) || (byte[2] >= 0xA8 && byte[2] <= 0xAE));
}

size_t rung__steers(const char *text)
{
  const unsigned char *byte = (const unsigned char *)text;

  if (byte[0] == '\0') return 0;
  if (byte[0] < 0x20 || byte[0] == 0x7F) return 1;
  if (byte[0] == 0xC2 && byte[1] >= 0x80 && byte[1] < 0xA0) return 2;
  return is_mark(byte) ? 3 : 0;
}
