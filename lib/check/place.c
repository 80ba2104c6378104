/* Places in a model's own file.
 * SPDX-License-Identifier: Apache-2.0 */
#include "check/place.h"

#include <string.h>

struct rung__where rung__where(const char *list, size_t index, size_t used)
{
  struct rung__where where = {"/uses"};

  if (index >= used) rung__print(where.text, sizeof where.text, "/%s/%zu", list, index - used);
  return where;
}

struct rung__where rung__behind(const struct rung__where *where, const char *format, ...)
{
  struct rung__where behind = *where;
  const size_t length = strlen(where->text);
  va_list arguments;

  if (strcmp(where->text, "/uses") == 0 || length + 1 >= sizeof behind.text) return behind;
  behind.text[length] = '/';
  va_start(arguments, format);
  rung__format(behind.text + length + 1, sizeof behind.text - length - 1, format, arguments);
  va_end(arguments);
  return behind;
}

struct rung__where rung__where_node(const rung_model *model, const struct rung__node *node)
{
  return node->is_measure ? rung__where("measures", node->index, model->used.measures)
                          : rung__where("items", node->index, model->used.items);
}

struct rung__digits rung__digits(int64_t grid)
{
  struct rung__digits digits;

  rung__number_write(rung__grid_double(grid), digits.text);
  return digits;
}
