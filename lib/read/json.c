/* Reading JSON: the cursor, and readers that fail with its place.
 * SPDX-License-Identifier: Apache-2.0 */
#include "read/json.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

#define POINTER_SIZE sizeof(((rung_error *)NULL)->where)
#define TWO_TO_63 0x1p63

/* ---- places ---- */

/* Text that grows to the left, from the leaf of a pointer to its root; what does not fit is lost.
 */
struct pointer {
  char *start;
  size_t room;
};

static void prepend(struct pointer *pointer, char byte)
{
  if (pointer->room == 0) return;
  *--pointer->start = byte;
  --pointer->room;
}

static void prepend_key(struct pointer *pointer, const char *key)
{
  for (size_t index = strlen(key); index > 0; --index) {
    const char byte = key[index - 1];
    const bool escaped = byte == '~' || byte == '/';
    prepend(pointer, byte == '~' ? '0' : byte == '/' ? '1' : byte);
    if (escaped) prepend(pointer, '~');
  }
}

static void prepend_index(struct pointer *pointer, size_t index)
{
  do {
    prepend(pointer, (char)('0' + index % 10));
    index /= 10;
  } while (index > 0);
}

void rung__json_pointer(const struct rung__json *at, char *out, size_t size)
{
  if (size == 0) return;
  struct pointer pointer = {out + size - 1, size - 1};
  *pointer.start = '\0';
  for (; at->parent != NULL; at = at->parent) {
    if (at->key != NULL) {
      prepend_key(&pointer, at->key);
    } else {
      prepend_index(&pointer, at->index);
    }
    prepend(&pointer, '/');
  }
  while (((unsigned char)*pointer.start & 0xC0) == 0x80)
    ++pointer.start; /* a character cut in two */
  memmove(out, pointer.start, strlen(pointer.start) + 1);
}

rung_status rung__json_fail(const struct rung__json *at, rung_error *error, const char *format, ...)
{
  if (error == NULL) return RUNG_E_MODEL;
  struct rung__buffer text = {0};
  va_list arguments;
  va_start(arguments, format);
  rung__put_arguments(&text, format, arguments);
  va_end(arguments);
  char where[POINTER_SIZE];
  rung__json_pointer(at, where, sizeof where);
  const rung_status status = text.failed
                                 ? rung__fail_memory(error)
                                 : rung__fail_at(error, RUNG_E_MODEL, where, 0, 0, "%s", text.data);
  rung__buffer_free(&text);
  return status;
}

const char *rung__json_kind(const struct rung__json *at)
{
  if (at->value == NULL) return "nothing";
  switch (json_typeof(at->value)) {
  case JSON_OBJECT: return "an object";
  case JSON_ARRAY: return "an array";
  case JSON_STRING: return "a string";
  case JSON_INTEGER: return "a whole number";
  case JSON_REAL: return "a number";
  case JSON_TRUE: return "true";
  case JSON_FALSE: return "false";
  case JSON_NULL: return "null";
  }
  return "nothing";
}

static rung_status fail_kind(const struct rung__json *at, rung_error *error, const char *wanted)
{
  return rung__json_fail(at, error, "%s expected, found %s", wanted, rung__json_kind(at));
}

/* ---- objects and arrays ---- */

/* A word of a space-separated list, without the '!' that makes it required. */
struct word {
  const char *text;
  size_t length;
  bool required;
};

/* The next word of the list; false: there is none left. */
static bool next_word(const char **list, struct word *word)
{
  while (**list == ' ')
    ++*list;
  word->text = *list;
  word->length = strcspn(*list, " ");
  *list += word->length;
  word->required = word->length > 0 && word->text[word->length - 1] == '!';
  if (word->required) --word->length;
  return word->length > 0;
}

static bool is_listed(const char *keys, const char *key)
{
  struct word word;
  while (next_word(&keys, &word)) {
    if (strlen(key) == word.length && memcmp(key, word.text, word.length) == 0) return true;
  }
  return strcmp(key, "comment") == 0;
}

static rung_status fail_unknown(const struct rung__json *member, rung_error *error,
                                const char *keys)
{
  struct rung__buffer list = {0};
  struct word word;
  while (next_word(&keys, &word)) {
    if (list.length > 0) rung__put_text(&list, ", ");
    rung__put(&list, word.text, word.length);
  }
  rung__put(&list, "", 0);
  const rung_status status = list.failed
                                 ? rung__fail_memory(error)
                                 : rung__json_fail(member, error,
                                                   "there is no such key here; the keys are %s",
                                                   list.data);
  rung__buffer_free(&list);
  return status;
}

static rung_status check_required(const struct rung__json *at, const char *keys, rung_error *error)
{
  struct word word;
  while (next_word(&keys, &word)) {
    if (!word.required || json_object_getn(at->value, word.text, word.length) != NULL) continue;
    return rung__json_fail(at, error, "the key \"%.*s\" is missing", (int)word.length, word.text);
  }
  return RUNG_OK;
}

/* jansson's iterators take what they do not write without const. */
static json_t *loose(const json_t *value)
{
  return (json_t *)(uintptr_t)value;
}

static struct rung__json member_at(const struct rung__json *at, void *iterator)
{
  return (struct rung__json){json_object_iter_value(iterator), at, json_object_iter_key(iterator),
                             0};
}

rung_status rung__json_object(const struct rung__json *at, const char *keys, rung_error *error)
{
  if (!json_is_object(at->value)) return fail_kind(at, error, "an object");
  json_t *object = loose(at->value);
  for (void *iterator = json_object_iter(object); iterator != NULL;
       iterator = json_object_iter_next(object, iterator)) {
    const struct rung__json member = member_at(at, iterator);
    if (!is_listed(keys, member.key)) return fail_unknown(&member, error, keys);
    if (strcmp(member.key, "comment") == 0 && !json_is_string(member.value))
      return fail_kind(&member, error, "a string");
  }
  return check_required(at, keys, error);
}

struct rung__json rung__json_member(const struct rung__json *at, const char *key)
{
  return (struct rung__json){json_object_get(at->value, key), at, key, 0};
}

rung_status rung__json_array(const struct rung__json *at, size_t min, size_t max, rung_error *error)
{
  if (!json_is_array(at->value)) return fail_kind(at, error, "an array");
  const size_t size = json_array_size(at->value);
  if (size >= min && size <= max) return RUNG_OK;
  return rung__json_fail(at, error, "an array of %zu to %zu elements expected, found %zu", min, max,
                         size);
}

rung_status rung__json_at_most(const struct rung__json *at, size_t max, const char *what,
                               rung_error *error)
{
  const size_t size = rung__json_size(at);
  if (size <= max) return RUNG_OK;
  return rung__json_fail(at, error, "found %zu %s; there may be at most %zu", size, what, max);
}

struct rung__json rung__json_element(const struct rung__json *at, size_t index)
{
  return (struct rung__json){json_array_get(at->value, index), at, NULL, index};
}

size_t rung__json_size(const struct rung__json *at)
{
  return json_is_array(at->value) ? json_array_size(at->value) : json_object_size(at->value);
}

static bool is_comment(const struct rung__json *member)
{
  return strcmp(member->key, "comment") == 0 && json_is_string(member->value);
}

bool rung__json_next(const struct rung__json *at, void **step, struct rung__json *member)
{
  json_t *object = loose(at->value);
  do {
    *step = *step == NULL ? json_object_iter(object) : json_object_iter_next(object, *step);
    if (*step != NULL) *member = member_at(at, *step);
  } while (*step != NULL && is_comment(member));
  return *step != NULL;
}

/* ---- values ---- */

rung_status rung__json_string(const struct rung__json *at, size_t max_bytes, const char **out,
                              rung_error *error)
{
  if (!json_is_string(at->value)) return fail_kind(at, error, "a string");
  const size_t length = json_string_length(at->value);
  if (length == 0 || length > max_bytes)
    return rung__json_fail(at, error, "a string of 1 to %zu bytes expected, found %zu", max_bytes,
                           length);
  *out = json_string_value(at->value);
  return RUNG_OK;
}

static bool is_letter(char byte)
{
  return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static bool is_alphanumeric(char byte)
{
  return is_letter(byte) || (byte >= '0' && byte <= '9');
}

static bool is_id(const char *text)
{
  size_t length = 0;
  for (; text[length] != '\0'; ++length) {
    const bool marked = length > 0 && strchr("_.-", text[length]) != NULL;
    if (length == 64 || (!is_alphanumeric(text[length]) && !marked)) return false;
  }
  return length > 0;
}

static bool is_language(const char *text)
{
  if (!is_letter(text[0]) || !is_letter(text[1])) return false;
  size_t length = 2;
  while (is_alphanumeric(text[length]) || text[length] == '-')
    ++length;
  return text[length] == '\0' && length <= 35;
}

static rung_status check_id(const struct rung__json *at, const char *text, rung_error *error)
{
  if (is_id(text)) return RUNG_OK;
  return rung__json_fail(at, error,
                         "\"%s\" is no id; it has 1 to 64 letters, digits, '_', '.' or '-' and "
                         "begins with a letter or digit",
                         text);
}

rung_status rung__json_key_id(const struct rung__json *at, rung_error *error)
{
  return check_id(at, at->key, error);
}

rung_status rung__json_key_language(const struct rung__json *at, rung_error *error)
{
  if (is_language(at->key)) return RUNG_OK;
  return rung__json_fail(at, error, "\"%s\" is no language tag; write such as \"en\" or \"pt-BR\"",
                         at->key);
}

rung_status rung__json_id(const struct rung__json *at, const char **out, rung_error *error)
{
  if (!json_is_string(at->value)) return fail_kind(at, error, "an id in quotes");
  TRY(check_id(at, json_string_value(at->value), error));
  *out = json_string_value(at->value);
  return RUNG_OK;
}

rung_status rung__json_number(const struct rung__json *at, double min, double max, double *out,
                              rung_error *error)
{
  if (!json_is_number(at->value)) return fail_kind(at, error, "a number");
  const double value = json_number_value(at->value);
  if (value >= min && value <= max) {
    *out = value;
    return RUNG_OK;
  }
  char least[RUNG__NUMBER_SIZE], most[RUNG__NUMBER_SIZE], found[RUNG__NUMBER_SIZE];
  rung__number_write(min, least);
  rung__number_write(max, most);
  rung__number_write(value, found);
  return rung__json_fail(at, error, "a number from %s to %s expected, found %s", least, most,
                         found);
}

/* A whole number, written as 3 or as 3.0. */
static bool whole_of(const json_t *value, int64_t *out)
{
  if (json_is_integer(value)) {
    *out = (int64_t)json_integer_value(value);
    return true;
  }
  const double real = json_real_value(value);
  if (!json_is_real(value) || real != floor(real) || real < -TWO_TO_63 || real >= TWO_TO_63)
    return false;
  *out = (int64_t)real;
  return true;
}

rung_status rung__json_integer(const struct rung__json *at, int64_t min, int64_t max, int64_t *out,
                               rung_error *error)
{
  int64_t value;
  if (!whole_of(at->value, &value)) return fail_kind(at, error, "a whole number");
  if (value < min || value > max)
    return rung__json_fail(at, error, "a whole number from %lld to %lld expected, found %lld",
                           (long long)min, (long long)max, (long long)value);
  *out = value;
  return RUNG_OK;
}

rung_status rung__json_boolean(const struct rung__json *at, bool *out, rung_error *error)
{
  if (!json_is_boolean(at->value)) return fail_kind(at, error, "true or false");
  *out = json_is_true(at->value);
  return RUNG_OK;
}

static rung_status fail_word(const struct rung__json *at, rung_error *error,
                             const char *const *words)
{
  struct rung__buffer list = {0};
  for (size_t index = 0; words[index] != NULL; ++index)
    rung__put_format(&list, "%s\"%s\"", index == 0 ? "" : ", ", words[index]);
  rung__put(&list, "", 0);
  const rung_status status = list.failed
                                 ? rung__fail_memory(error)
                                 : rung__json_fail(at, error, "one of %s expected, found \"%s\"",
                                                   list.data, json_string_value(at->value));
  rung__buffer_free(&list);
  return status;
}

rung_status rung__json_word(const struct rung__json *at, const char *const *words, int *out,
                            rung_error *error)
{
  if (!json_is_string(at->value)) return fail_kind(at, error, "a word in quotes");
  for (int index = 0; words[index] != NULL; ++index) {
    if (strcmp(words[index], json_string_value(at->value)) != 0) continue;
    *out = index;
    return RUNG_OK;
  }
  return fail_word(at, error, words);
}
