/* Places in a model's own file, as JSON pointers.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_CHECK_PLACE_H
#define RUNG_CHECK_PLACE_H

#include "base/number.h"
#include "model/model.h"

struct rung__where {
  char text[128];
};

/* Of a part in a list, such as "items", of which the first `used` come from other models; of such a
 * one, "/uses". */
struct rung__where rung__where(const char *list, size_t index, size_t used);
/* Something behind a place, such as "at/%zu"; "/uses" has nothing behind it. */
struct rung__where rung__behind(const struct rung__where *where, const char *format, ...)
    RUNG__FORMAT(2, 3);
/* Of an item or measure. */
struct rung__where rung__where_node(const rung_model *model, const struct rung__node *node);

/* A number on the grid as text. */
struct rung__digits {
  char text[RUNG__NUMBER_SIZE];
};

struct rung__digits rung__digits(int64_t grid);

#endif
