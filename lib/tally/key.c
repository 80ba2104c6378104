/* Keys: writing, reading and ordering tuples of labels.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally/key.h"

void rung__key_put(struct rung__buffer *key, const struct rung__slice *label)
{
  rung__put_byte(key, label != NULL);
  if (label == NULL) return;
  rung__put_byte(key, (char)(label->length >> 8));
  rung__put_byte(key, (char)(label->length & 0xFF));
  rung__put(key, label->data, label->length);
}

bool rung__key_take(struct rung__slice *key, struct rung__slice *label)
{
  const unsigned char *byte = (const unsigned char *)key->data;
  const bool present = byte[0] != 0;
  const size_t head = present ? 3 : 1;
  label->data = key->data + head;
  label->length = present ? (size_t)byte[1] << 8 | byte[2] : 0;
  key->data += head + label->length;
  key->length -= head + label->length;
  return present;
}

int rung__key_compare(struct rung__slice a, struct rung__slice b)
{
  while (a.length > 0 && b.length > 0) {
    struct rung__slice first, second;
    const bool has_first = rung__key_take(&a, &first), has_second = rung__key_take(&b, &second);
    if (has_first != has_second) return has_first ? 1 : -1;
    const int order = rung__compare(first, second);
    if (order != 0) return order;
  }
  return 0;
}

static bool before(const struct rung__names *keys, uint32_t a, uint32_t b)
{
  return rung__key_compare(rung__names_get(keys, a), rung__names_get(keys, b)) < 0;
}

static void sink(const struct rung__names *keys, uint32_t *number, size_t place, size_t count)
{
  const uint32_t held = number[place];
  size_t child;
  while ((child = 2 * place + 1) < count) {
    if (child + 1 < count && before(keys, number[child], number[child + 1])) ++child;
    if (!before(keys, held, number[child])) break;
    number[place] = number[child];
    place = child;
  }
  number[place] = held;
}

/* Heapsort: in place and without luck; keys are never equal, so it need not be stable. */
void rung__key_sort(const struct rung__names *keys, uint32_t *number, size_t count)
{
  for (size_t place = count / 2; place > 0; --place)
    sink(keys, number, place - 1, count);
  for (size_t left = count; left > 1; --left) {
    const uint32_t last = number[0];
    number[0] = number[left - 1];
    number[left - 1] = last;
    sink(keys, number, 0, left - 1);
  }
}
