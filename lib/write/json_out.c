/* Writing JSON: keys, commas and escapes.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/json_out.h"

static bool is_plain(char byte)
{
  return (unsigned char)byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f;
}

static void escape(struct rung__buffer *buffer, char byte)
{
  switch (byte) {
  case '"': rung__put_text(buffer, "\\\""); break;
  case '\\': rung__put_text(buffer, "\\\\"); break;
  case '\n': rung__put_text(buffer, "\\n"); break;
  case '\r': rung__put_text(buffer, "\\r"); break;
  case '\t': rung__put_text(buffer, "\\t"); break;
  default: rung__put_format(buffer, "\\u%04x", (unsigned)(unsigned char)byte); break;
  }
}

static void quote(struct rung__buffer *buffer, const char *text)
{
  rung__put_byte(buffer, '"');
  while (*text) {
    size_t length = 0;
    while (text[length] && is_plain(text[length]))
      length++;
    rung__put(buffer, text, length);
    text += length;
    if (*text) escape(buffer, *text++);
  }
  rung__put_byte(buffer, '"');
}

static void begin(struct rung__json_out *json, const char *key)
{
  if (json->comma) rung__put_byte(json->buffer, ',');
  if (json->line) rung__put_byte(json->buffer, '\n');
  json->comma = true;
  json->line = false;
  if (!key) return;
  quote(json->buffer, key);
  rung__put_byte(json->buffer, ':');
}

void rung__emit_open(struct rung__json_out *json, const char *key, char bracket)
{
  begin(json, key);
  rung__put_byte(json->buffer, bracket);
  json->comma = false;
}

void rung__emit_close(struct rung__json_out *json, char bracket)
{
  if (json->line) rung__put_byte(json->buffer, '\n');
  rung__put_byte(json->buffer, bracket);
  json->comma = true;
  json->line = false;
}

void rung__emit_line(struct rung__json_out *json)
{
  json->line = true;
}

void rung__emit_text(struct rung__json_out *json, const char *key, const char *text)
{
  begin(json, key);
  if (text)
    quote(json->buffer, text);
  else
    rung__put_text(json->buffer, "null");
}

void rung__emit_number(struct rung__json_out *json, const char *key, double value)
{
  begin(json, key);
  rung__put_number(json->buffer, value);
}

void rung__emit_truth(struct rung__json_out *json, const char *key, int truth)
{
  begin(json, key);
  rung__put_text(json->buffer, truth < 0 ? "null" : truth ? "true" : "false");
}
