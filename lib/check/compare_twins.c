/* Finding the parts that two versions of a model share, by their ids.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/names.h"
#include "check/compare.h"

/* One sort of part of a model: every part begins with its id. */
struct list {
  const char *word, *key;
  const void *part;
  size_t size, count, used;
  bool acts; /* a part more or less changes what comes out */
};

static struct list list_of(const rung_model *model, enum rung__sort sort)
{
  const struct rung__used *used = &model->used;

  switch (sort) {
  case RUNG__SCALES:
    return (struct list){
        "scale",      "scales", model->scales, sizeof *model->scales, model->scale_count,
        used->scales, false};
  case RUNG__ITEMS:
    return (struct list){
        "item", "items", model->items, sizeof *model->items, model->item_count, used->items, true};
  case RUNG__BLOCKS:
    return (struct list){
        "block",      "blocks", model->blocks, sizeof *model->blocks, model->block_count,
        used->blocks, true};
  case RUNG__MEASURES:
    return (struct list){
        "measure",      "measures", model->measures, sizeof *model->measures, model->measure_count,
        used->measures, true};
  case RUNG__LADDERS:
    return (struct list){
        "ladder",      "ladders", model->ladders, sizeof *model->ladders, model->ladder_count,
        used->ladders, true};
  case RUNG__READINGS:
    return (struct list){
        "reading",      "readings", model->readings, sizeof *model->readings, model->reading_count,
        used->readings, true};
  case RUNG__PAIRS:
    return (struct list){
        "pair", "pairs", model->pairs, sizeof *model->pairs, model->pair_count, used->pairs, true};
  case RUNG__RELATIONS:
    return (struct list){"relation",
                         "relations",
                         model->relations,
                         sizeof *model->relations,
                         model->relation_count,
                         used->relations,
                         true};
  case RUNG__FLAGS:
    return (struct list){
        "flag", "flags", model->flags, sizeof *model->flags, model->flag_count, used->flags, true};
  case RUNG__BELIEFS:
  case RUNG__SORTS: break;
  }
  return (struct list){
      "belief",      "beliefs", model->beliefs, sizeof *model->beliefs, model->belief_count,
      used->beliefs, false};
}

static const char *id_at(const struct list *list, size_t index)
{
  const char *id;

  memcpy(&id, (const char *)list->part + index * list->size, sizeof id);
  return id;
}

/* For each part of `list`, the one of `others` that has its id. */
static bool match(const struct list *list, const struct list *others, size_t *found)
{
  struct rung__names names = {0};
  bool fits = true;

  for (size_t i = 0; fits && i < others->count; i++)
    fits = rung__names_add(&names, rung__slice(id_at(others, i))) != RUNG__NO_NAME;
  for (size_t i = 0; fits && i < list->count; i++) {
    const uint32_t at = rung__names_find(&names, rung__slice(id_at(list, i)));
    found[i] = at == RUNG__NO_NAME ? RUNG__NO_TWIN : at;
  }
  rung__names_free(&names);
  return fits;
}

rung_status rung__comparison_begin(struct rung__comparison *of, rung_error *error)
{
  for (enum rung__sort sort = RUNG__SCALES; sort < RUNG__SORTS; sort++) {
    const struct list to = list_of(of->model, sort), from = list_of(of->other, sort);
    of->twin[sort] = rung__array_new(to.count, sizeof *of->twin[sort]);
    of->heir[sort] = rung__array_new(from.count, sizeof *of->heir[sort]);
    if (of->twin[sort] == NULL || of->heir[sort] == NULL) return rung__fail_memory(error);
    if (!match(&to, &from, of->twin[sort]) || !match(&from, &to, of->heir[sort]))
      return rung__fail_memory(error);
  }
  return RUNG_OK;
}

void rung__comparison_end(struct rung__comparison *of)
{
  for (size_t sort = 0; sort < RUNG__SORTS; sort++) {
    free(of->twin[sort]);
    free(of->heir[sort]);
  }
}

/* Scales are members of an object, by their id; the others elements of a list. */
static struct rung__where where_of(const struct list *list, size_t index)
{
  struct rung__where where = rung__where(list->key, index, list->used);

  if (index >= list->used && strcmp(list->key, "scales") == 0)
    rung__print(where.text, sizeof where.text, "/scales/%s", id_at(list, index));
  return where;
}

struct rung__change rung__change_of(const struct rung__comparison *of, enum rung__sort sort,
                                    size_t index)
{
  const struct list list = list_of(of->model, sort);

  return (struct rung__change){of, where_of(&list, index), list.word, id_at(&list, index)};
}

struct rung__change rung__change_at(const struct rung__change *change,
                                    const struct rung__where *where)
{
  return (struct rung__change){change->of, *where, change->word, change->id};
}

static void compare_sort(const struct rung__comparison *of, enum rung__sort sort)
{
  const struct list to = list_of(of->model, sort), from = list_of(of->other, sort);
  const rung_severity severity = to.acts ? RUNG_NOTE_WARNING : RUNG_NOTE_INFORMATION;
  char list[16];

  for (size_t i = 0; i < to.count; i++) {
    if (of->twin[sort][i] != RUNG__NO_TWIN) continue;
    rung__note(of->notes, severity, where_of(&to, i).text, "the %s '%s' is new", to.word,
               id_at(&to, i));
  }
  rung__print(list, sizeof list, "/%s", to.key);
  for (size_t i = 0; i < from.count; i++) {
    if (of->heir[sort][i] != RUNG__NO_TWIN) continue;
    rung__note(of->notes, severity, list, "the %s '%s' is gone", to.word, id_at(&from, i));
  }
}

void rung__compare_presence(const struct rung__comparison *of)
{
  for (enum rung__sort sort = RUNG__SCALES; sort < RUNG__SORTS; sort++)
    compare_sort(of, sort);
}
