/* Parsing JSON (RFC 8259) into jansson's values.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Not by jansson's own parser: it drops bytes where an allocation fails, and then reads and writes
 * behind its buffers (2.14, load.c: what lex_save() comes to is not looked at), and its numbers
 * hang on the point of the locale. */
#include "read/json.h"

#include <string.h>

#include "base/number.h"

struct parser {
  const char *start, *at, *end;
  struct rung__buffer strings; /* a stack: the keys on the way down, and the string being read */
  rung_error *error;
};

static rung_status parse_value(struct parser *parser, int depth, json_t **out);

static rung_status fail_at(const struct parser *parser, const char *place, rung_status status,
                           const char *what, const char *detail)
{
  int64_t row = 1, column = 1;
  for (const char *at = parser->start; at < place; ++at) {
    row += *at == '\n';
    column = *at == '\n' ? 1 : column + (((unsigned char)*at & 0xC0) != 0x80);
  }
  return rung__fail_at(parser->error, status, NULL, row, column, "%s%s", what, detail);
}

static rung_status fail(const struct parser *parser, const char *what)
{
  return fail_at(parser, parser->at, RUNG_E_SYNTAX, what, "");
}

static rung_status expected(const struct parser *parser, const char *what)
{
  char found[] = " expected, 'x' found; see the comma, bracket or quote before this place";
  if (parser->at == parser->end)
    return fail_at(parser, parser->at, RUNG_E_SYNTAX, what,
                   " expected, the end of the text found; is it cut off?");
  const bool shown = *parser->at > ' ' && *parser->at < 0x7F;
  found[12] = shown ? *parser->at : '?';
  return fail_at(parser, parser->at, RUNG_E_SYNTAX, what, found);
}

static void skip_blanks(struct parser *parser)
{
  while (parser->at < parser->end && memchr(" \t\n\r", *parser->at, 4) != NULL)
    ++parser->at;
}

/* Whether the next byte that is no blank is this one; it is taken then. */
static bool takes(struct parser *parser, char byte)
{
  skip_blanks(parser);
  const bool is = parser->at < parser->end && *parser->at == byte;
  parser->at += is;
  return is;
}

/* ---- strings ---- */

static int hex_of(char byte)
{
  if (byte >= '0' && byte <= '9') return byte - '0';
  if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
  return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

/* Four hexadecimal digits behind \u; -1: they are none. */
static int32_t take_unit(struct parser *parser)
{
  if (parser->end - parser->at < 6 || parser->at[0] != '\\' || parser->at[1] != 'u') return -1;
  int32_t unit = 0;
  for (int index = 2; index < 6; ++index) {
    const int digit = hex_of(parser->at[index]);
    if (digit < 0) return -1;
    unit = 16 * unit + digit;
  }
  parser->at += 6;
  return unit;
}

static void put_code_point(struct rung__buffer *buffer, uint32_t code)
{
  const int more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  static const unsigned char LEADS[] = {0x00, 0xC0, 0xE0, 0xF0};
  rung__put_byte(buffer, (char)(LEADS[more] | code >> (6 * more)));
  for (int index = more - 1; index >= 0; --index)
    rung__put_byte(buffer, (char)(0x80 | (code >> (6 * index) & 0x3F)));
}

static rung_status take_unicode(struct parser *parser)
{
  const char *start = parser->at;
  const int32_t unit = take_unit(parser);
  if (unit < 0) return fail(parser, "four hexadecimal digits belong behind \\u");
  if (unit == 0)
    return fail_at(parser, start, RUNG_E_SYNTAX, "a text cannot hold the NUL character", "");
  uint32_t code = (uint32_t)unit;
  if (unit >= 0xD800 && unit < 0xE000) {
    const int32_t low = unit < 0xDC00 ? take_unit(parser) : -1;
    if (low < 0xDC00 || low > 0xDFFF)
      return fail_at(parser, start, RUNG_E_SYNTAX, "this is half of a surrogate pair; ",
                     "write the character itself");
    code = 0x10000 + ((uint32_t)(unit - 0xD800) << 10) + (uint32_t)(low - 0xDC00);
  }
  put_code_point(&parser->strings, code);
  return RUNG_OK;
}

static rung_status take_escape(struct parser *parser)
{
  static const char NAMES[] = "\"\\/bfnrt", BYTES[] = "\"\\/\b\f\n\r\t";
  const char name = parser->end - parser->at < 2 ? '\0' : parser->at[1];
  if (name == 'u') return take_unicode(parser);
  const char *found = name == '\0' ? NULL : strchr(NAMES, name);
  if (found == NULL) return fail(parser, "there is no such escape; double a backslash to mean one");
  rung__put_byte(&parser->strings, BYTES[found - NAMES]);
  parser->at += 2;
  return RUNG_OK;
}

/* Reads a string onto the stack, with a NUL behind it. */
static rung_status take_string(struct parser *parser)
{
  const char *const open = parser->at++;
  for (;;) {
    const char *run = parser->at;
    while (parser->at < parser->end && (unsigned char)*parser->at >= 0x20 && *parser->at != '"' &&
           *parser->at != '\\')
      ++parser->at;
    rung__put(&parser->strings, run, (size_t)(parser->at - run));
    if (parser->at == parser->end)
      return fail_at(parser, open, RUNG_E_SYNTAX, "this quote is never closed", "");
    if (*parser->at == '"') break;
    if (*parser->at != '\\')
      return fail(parser, "a line end, tab or control byte in a string; write \\n, \\t or \\u");
    TRY(take_escape(parser));
  }
  ++parser->at;
  rung__put_byte(&parser->strings, '\0');
  return parser->strings.failed ? rung__fail_memory(parser->error) : RUNG_OK;
}

static rung_status give(const struct parser *parser, json_t *value, json_t **out)
{
  *out = value;
  return value == NULL ? rung__fail_memory(parser->error) : RUNG_OK;
}

static rung_status parse_string(struct parser *parser, json_t **out)
{
  const size_t start = parser->strings.length;
  TRY(take_string(parser));
  json_t *value = json_stringn_nocheck(parser->strings.data + start,
                                       parser->strings.length - start - 1);
  parser->strings.length = start;
  return give(parser, value, out);
}

/* ---- numbers and words ---- */

static const char *skip_digits(const char *at, const char *end)
{
  while (at < end && *at >= '0' && *at <= '9')
    ++at;
  return at;
}

/* The end of the number that begins here; NULL: it is none. */
static const char *end_of_number(const char *at, const char *end, bool *whole)
{
  at += *at == '-';
  const char *start = at;
  at = skip_digits(at, end);
  if (at == start || (*start == '0' && at > start + 1)) return NULL;
  *whole = true;
  if (at < end && *at == '.') {
    start = at + 1;
    at = skip_digits(start, end);
    if (at == start) return NULL;
    *whole = false;
  }
  if (at < end && (*at == 'e' || *at == 'E')) {
    ++at;
    at += at < end && (*at == '+' || *at == '-');
    start = at;
    at = skip_digits(start, end);
    if (at == start) return NULL;
    *whole = false;
  }
  return at;
}

static bool read_integer(const char *at, const char *end, json_int_t *value)
{
  const bool negative = *at == '-';
  const uint64_t most = (uint64_t)INT64_MAX + (negative ? 1 : 0);
  uint64_t magnitude = 0;
  for (at += negative; at < end; ++at) {
    const uint64_t digit = (uint64_t)(*at - '0');
    if (magnitude > (most - digit) / 10) return false;
    magnitude = 10 * magnitude + digit;
  }
  *value = negative ? (json_int_t)(0 - magnitude) : (json_int_t)magnitude;
  return true;
}

static rung_status parse_number(struct parser *parser, json_t **out)
{
  bool whole;
  json_int_t integer;
  double real;
  const char *start = parser->at, *end = end_of_number(start, parser->end, &whole);
  if (end == NULL) return fail(parser, "this is no JSON number; write such as 0.5, -3 or 1e6");
  const size_t length = (size_t)(end - start);
  if (whole ? !read_integer(start, end, &integer) : !rung__number_read(start, length, &real))
    return fail(parser, "this number is too large or too long");
  parser->at = end;
  return give(parser, whole ? json_integer(integer) : json_real(real), out);
}

static bool takes_word(struct parser *parser, const char *word)
{
  const size_t length = strlen(word);
  if ((size_t)(parser->end - parser->at) < length || memcmp(parser->at, word, length) != 0)
    return false;
  parser->at += length;
  return true;
}

/* ---- arrays and objects ---- */

static rung_status parse_elements(struct parser *parser, int depth, json_t *array)
{
  if (takes(parser, ']')) return RUNG_OK;
  do {
    json_t *element;
    TRY(parse_value(parser, depth, &element));
    if (json_array_append_new(array, element) != 0) return rung__fail_memory(parser->error);
  } while (takes(parser, ','));
  return takes(parser, ']') ? RUNG_OK : expected(parser, "a comma or ']'");
}

static rung_status parse_member(struct parser *parser, int depth, json_t *object)
{
  skip_blanks(parser);
  const char *place = parser->at;
  const size_t key = parser->strings.length;
  if (place == parser->end || *place != '"') return expected(parser, "a key in quotes");
  TRY(take_string(parser));
  if (json_object_get(object, parser->strings.data + key) != NULL)
    return fail_at(parser, place, RUNG_E_SYNTAX,
                   "this key stands twice in one object; keep one: ", parser->strings.data + key);
  if (!takes(parser, ':')) return expected(parser, "a colon");
  json_t *value;
  TRY(parse_value(parser, depth, &value));
  if (json_object_set_new_nocheck(object, parser->strings.data + key, value) != 0)
    return rung__fail_memory(parser->error);
  parser->strings.length = key;
  return RUNG_OK;
}

static rung_status parse_members(struct parser *parser, int depth, json_t *object)
{
  if (takes(parser, '}')) return RUNG_OK;
  do {
    TRY(parse_member(parser, depth, object));
  } while (takes(parser, ','));
  return takes(parser, '}') ? RUNG_OK : expected(parser, "a comma or '}'");
}

static rung_status parse_container(struct parser *parser, int depth, json_t **out)
{
  if (depth == RUNG__JSON_DEPTH)
    return fail_at(parser, parser->at, RUNG_E_LIMIT, "JSON may be nested 32 deep", "");
  const bool object = *parser->at++ == '{';
  TRY(give(parser, object ? json_object() : json_array(), out));
  const rung_status status = object ? parse_members(parser, depth + 1, *out)
                                    : parse_elements(parser, depth + 1, *out);
  if (status == RUNG_OK) return RUNG_OK;
  json_decref(*out);
  *out = NULL;
  return status;
}

static rung_status parse_value(struct parser *parser, int depth, json_t **out)
{
  *out = NULL;
  skip_blanks(parser);
  const char byte = parser->at < parser->end ? *parser->at : '\0';
  if (byte == '{' || byte == '[') return parse_container(parser, depth, out);
  if (byte == '"') return parse_string(parser, out);
  if (byte == '-' || (byte >= '0' && byte <= '9')) return parse_number(parser, out);
  if (takes_word(parser, "true")) return give(parser, json_true(), out);
  if (takes_word(parser, "false")) return give(parser, json_false(), out);
  if (takes_word(parser, "null")) return give(parser, json_null(), out);
  return expected(parser, "a value");
}

static rung_status parse_document(struct parser *parser, json_t **root)
{
  size_t bad;
  if (!rung__is_utf8(parser->at, (size_t)(parser->end - parser->at), &bad)) {
    parser->at += bad;
    return fail(parser, "the text is not UTF-8; save it as UTF-8");
  }
  skip_blanks(parser);
  if (parser->at == parser->end || (*parser->at != '{' && *parser->at != '['))
    return expected(parser, "'{' or '['");
  TRY(parse_value(parser, 0, root));
  skip_blanks(parser);
  if (parser->at == parser->end) return RUNG_OK;
  json_decref(*root);
  *root = NULL;
  return expected(parser, "the end");
}

rung_status rung__json_parse(const char *text, size_t length, size_t limit, json_t **root,
                             rung_error *error)
{
  *root = NULL;
  if (length > limit)
    return rung__fail(error, RUNG_E_LIMIT, "JSON of %zu bytes; at most %zu are read", length,
                      limit);
  const size_t mark = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  struct parser parser = {text + mark, text + mark, text + length, {0}, error};
  const rung_status status = parse_document(&parser, root);
  rung__buffer_free(&parser.strings);
  return status;
}
