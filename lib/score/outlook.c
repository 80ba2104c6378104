/* Gathering the outlooks of what is looked at.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/outlook.h"

#include "answers/answers.h"

static void see_item(const struct rung__horizon *horizon, const int8_t *code)
{
  for (size_t row = 0; row < horizon->count; row++) {
    if (rung__is_missing(code[row])) horizon->out[row] |= RUNG__OPEN;
  }
}

static void see_outlook(const struct rung__horizon *horizon, const uint8_t *outlook, bool ranges)
{
  for (size_t row = 0; row < horizon->count; row++) {
    const bool shifts = !ranges && (outlook[row] & RUNG__OPEN);
    horizon->out[row] |= (uint8_t)(outlook[row] | (shifts ? RUNG__UNSURE : 0));
  }
}

void rung__see_outlook(void *context, const struct rung__look *look)
{
  const struct rung__horizon *horizon = context;

  switch (look->on) {
  case RUNG__ON_ITEM: see_item(horizon, horizon->item[look->index]); break;
  case RUNG__ON_MEASURE:
    see_outlook(horizon, horizon->measure[look->index], look->figure == RUNG__LOOK_SCORE);
    break;
  case RUNG__ON_READING: see_outlook(horizon, horizon->reading[look->index], true); break;
  }
}
