/* Pages of text for people: padding, cutting and wrapping by code points.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/page.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

#define HEADING_LINES 4 /* of a narrow column */

/* The bytes of the sequence that a lead byte announces; 1 for what cannot lead. */
static size_t announced(unsigned char byte)
{
  return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
}

/* Writes one code point as it may stand on a page; gives the bytes it took. */
static size_t put_point(struct rung__buffer *page, const char *text, size_t length)
{
  size_t size = announced((unsigned char)text[0]);
  if (size > length || !rung__is_utf8(text, size, NULL)) {
    rung__put_byte(page, '?');
    return 1;
  }
  char point[5] = {0};
  memcpy(point, text, size);
  if (size == 1 && *text == '\0')
    rung__put_byte(page, ' ');
  else if (rung__steers(point) > 0)
    rung__put_byte(page, ' ');
  else
    rung__put(page, text, size);
  return size;
}

/* Code points of a text, as put_point() counts them. */
static size_t points(const char *text, size_t length)
{
  size_t count = 0;
  for (size_t at = 0; at < length; count++) {
    const size_t size = announced((unsigned char)text[at]);
    at += size > length - at || !rung__is_utf8(text + at, size, NULL) ? 1 : size;
  }
  return count;
}

static void put_points(struct rung__buffer *page, const char *text, size_t count)
{
  const size_t length = strlen(text);
  for (size_t at = 0; at < length && count > 0; count--)
    at += put_point(page, text + at, length - at);
}

static void put_cell(struct rung__buffer *page, const char *text, size_t width, bool right)
{
  const size_t wide = points(text, strlen(text));
  if (wide > width) {
    put_points(page, text, width - 1);
    rung__put_text(page, "…");
    return;
  }
  if (right) rung__put_spaces(page, width - wide);
  put_points(page, text, wide);
  if (!right) rung__put_spaces(page, width - wide);
}

void rung__page_left(struct rung__buffer *page, const char *text, size_t width)
{
  put_cell(page, text, width, false);
}

void rung__page_right(struct rung__buffer *page, const char *text, size_t width)
{
  put_cell(page, text, width, true);
}

void rung__page_number(struct rung__buffer *page, double value, int digits, size_t width)
{
  char text[RUNG__NUMBER_SIZE] = "–";
  if (isfinite(value)) rung__number_fixed(value, digits, text);
  put_cell(page, text, width, true);
}

void rung__page_share(struct rung__buffer *page, double share, size_t width)
{
  char text[RUNG__NUMBER_SIZE + 2] = "–";
  if (isfinite(share)) memcpy(text + rung__number_fixed(100 * share, 0, text), " %", 3);
  put_cell(page, text, width, true);
}

void rung__page_bar(struct rung__buffer *page, double share, size_t width)
{
  static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const double clipped = share > 1 ? 1 : share > 0 ? share : 0;
  const size_t parts = (size_t)floor(clipped * (double)width * 8 + 0.5);
  size_t used = 0;
  for (; used < parts / 8; used++)
    rung__put_text(page, "█");
  rung__put_text(page, eighths[parts % 8]);
  if (parts % 8) used++;
  rung__put_spaces(page, width - used);
}

void rung__page_end(struct rung__buffer *page)
{
  while (page->length > 0 && page->data[page->length - 1] == ' ')
    page->length--;
  rung__put_byte(page, '\n');
}

void rung__page_heading(struct rung__buffer *page, const char *text)
{
  const size_t wide = points(text, strlen(text));
  const size_t width = wide < RUNG__PAGE_WIDTH ? wide : RUNG__PAGE_WIDTH;
  rung__put_byte(page, '\n');
  put_cell(page, text, width, false);
  rung__put_byte(page, '\n');
  for (size_t i = 0; i < width; i++)
    rung__put_text(page, "─");
  rung__put_byte(page, '\n');
}

/* Gives the words that fit on one line, and steps over them. */
static struct rung__slice next_line(const char **text, size_t width)
{
  struct rung__slice line = {*text, 0};
  while (**text) {
    const size_t length = (size_t)(*text - line.data) + strcspn(*text, " ");
    if (line.length > 0 && points(line.data, length) > width) break;
    line.length = length;
    *text = line.data + length;
    *text += strspn(*text, " ");
  }
  return line;
}

size_t rung__page_heading_lines(const char *heading, size_t width)
{
  size_t count = 0;
  for (; *heading && count < HEADING_LINES; count++)
    next_line(&heading, width - 1);
  return count;
}

void rung__page_heading_line(struct rung__buffer *page, const char *heading, size_t width,
                             size_t line, size_t lines)
{
  const size_t blank = lines - rung__page_heading_lines(heading, width);
  struct rung__slice words = {"", 0};
  if (line >= blank)
    for (size_t i = blank; i <= line; i++)
      words = next_line(&heading, width - 1);
  struct rung__buffer cell = {0};
  rung__put(&cell, words.data, words.length);
  if (line + 1 == lines && *heading && line >= blank) rung__put_text(&cell, "…");
  rung__put_byte(page, ' ');
  if (cell.failed)
    page->failed = true;
  else
    rung__page_right(page, cell.data, width - 1);
  rung__buffer_free(&cell);
}

static void put_word(struct rung__buffer *page, const char *word, size_t length)
{
  for (size_t at = 0; at < length;)
    at += put_point(page, word + at, length - at);
}

static void wrap(struct rung__buffer *page, size_t indent, const char *text, size_t length)
{
  const size_t hang = indent > 0 ? indent + 2 : 0;
  size_t column = indent;
  bool first = true;
  rung__put_spaces(page, indent);
  for (size_t at = 0; at < length;) {
    size_t end = at;
    while (end < length && text[end] != ' ')
      end++;
    const size_t wide = points(text + at, end - at);
    if (!first && column + 1 + wide > RUNG__PAGE_WIDTH) {
      rung__put_byte(page, '\n');
      rung__put_spaces(page, hang);
      column = hang;
    } else if (!first) {
      rung__put_byte(page, ' ');
      column++;
    }
    put_word(page, text + at, end - at);
    column += wide;
    first = false;
    for (at = end; at < length && text[at] == ' ';)
      at++;
  }
  rung__put_byte(page, '\n');
}

void rung__page_say(struct rung__buffer *page, size_t indent, struct rung__buffer *paragraph)
{
  if (paragraph->failed)
    page->failed = true;
  else if (paragraph->length > 0)
    wrap(page, indent, paragraph->data, paragraph->length);
  rung__buffer_free(paragraph);
}

void rung__tell_number(struct rung__buffer *sentence, double value, int digits)
{
  char text[RUNG__NUMBER_SIZE];
  rung__number_fixed(value, digits, text);
  rung__put_text(sentence, isfinite(value) ? text : "–");
}

void rung__tell_share(struct rung__buffer *sentence, double share)
{
  rung__tell_number(sentence, 100 * share, 0);
  rung__put_text(sentence, "\u00a0%"); /* does not break */
}
