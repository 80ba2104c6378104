/* Words for messages: quoted, clipped, on one line.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/say.h"

#include <string.h>

#include "base/number.h"

#define CODES_SHOWN 12

static void put(struct rung__said *said, const char *data, size_t length)
{
  const size_t room = sizeof said->text - 1 - said->length;
  if (length > room) length = room;
  memcpy(said->text + said->length, data, length);
  said->length += length;
  said->text[said->length] = '\0';
}

static const char *first_label(const struct rung__item *item)
{
  for (size_t i = 0; i < item->label_count; i++)
    if (item->label[i].answer >= 0) return item->label[i].text;
  return NULL;
}

void rung__say(struct rung__said *said, const char *text)
{
  put(said, text, strlen(text));
}

struct rung__slice rung__clip(struct rung__slice text)
{
  if (text.length <= RUNG__CLIP) return text;
  text.length = RUNG__CLIP;
  while (text.length > 0 && ((unsigned char)text.data[text.length] & 0xC0) == 0x80)
    text.length--;
  return text;
}

void rung__say_clipped(struct rung__said *said, struct rung__slice shown, bool more)
{
  put(said, "\"", 1);
  for (size_t i = 0; i < shown.length; i++) {
    const unsigned char byte = (unsigned char)shown.data[i];
    put(said, byte < ' ' || byte == 127 ? " " : shown.data + i, 1);
  }
  rung__say(said, more ? "...\"" : "\"");
}

void rung__say_text(struct rung__said *said, struct rung__slice text)
{
  const struct rung__slice shown = rung__clip(text);
  rung__say_clipped(said, shown, shown.length < text.length);
}

void rung__say_number(struct rung__said *said, double number)
{
  char digits[RUNG__NUMBER_SIZE];
  put(said, digits, rung__number_write(number, digits));
}

static void say_codes(struct rung__said *said, const struct rung__item *item)
{
  for (size_t i = 0; i < item->count && i < CODES_SHOWN; i++) {
    if (i > 0) rung__say(said, ", ");
    rung__say_number(said, rung__grid_double(item->code[i]));
  }
  if (item->count > CODES_SHOWN) rung__say(said, ", ...");
  if (item->count == 0) rung__say(said, "no answer: the item has no scale");
}

void rung__say_answers(struct rung__said *said, const struct rung__item *item)
{
  const char *label = first_label(item);
  if (item->answers == RUNG__DATES && item->count > 0) {
    rung__say(said, "a day of its scale, as YYYY-MM-DD");
  } else if (item->answers == RUNG__RANGE && item->count > 0) {
    rung__say(said, "a number from ");
    rung__say_number(said, rung__grid_double(item->raw_low));
    rung__say(said, " to ");
    rung__say_number(said, rung__grid_double(item->raw_high));
  } else {
    say_codes(said, item);
  }
  if (!label) return;
  rung__say(said, ", or a label such as ");
  rung__say_text(said, rung__slice(label));
}

void rung__say_list(struct rung__buffer *buffer, const struct rung__slice *text, size_t count,
                    size_t most)
{
  for (size_t i = 0; i < count && i < most; i++) {
    struct rung__said said = {.length = 0};
    rung__say_text(&said, text[i]);
    if (i > 0) rung__put_text(buffer, ", ");
    rung__put_text(buffer, said.text);
  }
  if (count > most) rung__put_format(buffer, " and %zu more", count - most);
}
