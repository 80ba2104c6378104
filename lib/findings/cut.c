/* Cuts: taking the columns of one out of a key.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/cut.h"

bool rung__cut_key(const struct rung__cut *cut, struct rung__slice whole, struct rung__buffer *key)
{
  struct rung__slice label[RUNG__COLUMNS_MAX];
  bool present[RUNG__COLUMNS_MAX];
  for (size_t column = 0; whole.length > 0; ++column)
    present[column] = rung__key_take(&whole, &label[column]);
  key->length = 0;
  for (size_t index = 0; index < cut->count; ++index) {
    const size_t column = cut->column[index];
    rung__key_put(key, present[column] ? &label[column] : NULL);
  }
  return !key->failed;
}
