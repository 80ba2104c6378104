/* Loading a tally: nothing in the bytes is believed before it is checked.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "tally/products_save.h"
#include "tally/intake.h"
#include "tally/tally.h"
#include "tally/tally_save.h"
#include "tally/tally_sound.h"

/* Rules and relations together. */
#define RULES_MOST (RUNG__READINGS_MAX * RUNG__RULES_MAX + RUNG__RELATIONS_MAX)

_Static_assert(RUNG__TALLY_RELATION > RUNG__LEVELS_MAX,
               "a rule has fewer levels than say relation");

static struct rung__slice take_text(struct rung__intake *source, size_t length)
{
  const char *text = (const char *)rung__take(source, length);
  if (text != NULL && (!rung__is_utf8(text, length, NULL) || memchr(text, '\0', length) != NULL))
    source->bad = true;
  return source->bad ? (struct rung__slice){"", 0} : (struct rung__slice){text, length};
}

static rung_status corrupt(rung_error *error, const char *what)
{
  return rung__fail(error, RUNG_E_CORRUPT,
                    "%s: the saved tally was cut short or changed; save or copy it again", what);
}

static rung_status begin(struct rung__intake *source, rung_error *error)
{
  const unsigned char *start = source->at;
  const size_t length = source->left;
  const unsigned char *magic = rung__take(source, RUNG__TALLY_MAGIC_SIZE);
  if (magic == NULL || memcmp(magic, RUNG__TALLY_MAGIC, RUNG__TALLY_MAGIC_SIZE) != 0)
    return corrupt(error, "these bytes do not begin as a tally does");
  const unsigned format = (unsigned)rung__take_number(source, UINT32_MAX);
  const unsigned arithmetic = (unsigned)rung__take_number(source, UINT32_MAX);
  if (source->bad || source->left < RUNG__DIGEST_SIZE) return corrupt(error, "too short");
  if (format != RUNG__TALLY_FORMAT)
    return rung__fail(error, RUNG_E_MISMATCH, "saved in format %u, and this library reads %d",
                      format, RUNG__TALLY_FORMAT);
  uint8_t digest[RUNG__DIGEST_SIZE];
  rung__sha256(start, length - sizeof digest, digest);
  if (memcmp(digest, start + length - sizeof digest, sizeof digest) != 0)
    return corrupt(error, "the SHA-256 does not fit");
  source->left -= sizeof digest;
  if (arithmetic != RUNG__ARITHMETIC_VERSION)
    return rung__fail(error, RUNG_E_MISMATCH,
                      "made with arithmetic %u, and this library has %d: tally the answers again",
                      arithmetic, RUNG__ARITHMETIC_VERSION);
  return RUNG_OK;
}

static rung_status load_model(rung_tally *tally, const rung_model *model,
                              struct rung__intake *source, rung_error *error)
{
  const unsigned char *digest = rung__take(source, sizeof tally->digest);
  const struct rung__slice id = take_text(source, rung__take_count(source, SIZE_MAX));
  const struct rung__slice version = take_text(source, rung__take_count(source, SIZE_MAX));
  if (source->bad) return corrupt(error, "the model's identity");
  tally->model_id = rung__tally_text(tally, id);
  tally->model_version = rung__tally_text(tally, version);
  if (tally->model_id == NULL || tally->model_version == NULL) return rung__fail_memory(error);
  memcpy(tally->digest, digest, sizeof tally->digest);
  if (model == NULL) return RUNG_OK;
  if (memcmp(tally->digest, model->digest, sizeof tally->digest) != 0)
    return rung__fail(error, RUNG_E_MISMATCH,
                      "the tally is of model '%s' %s, not of '%s' %s: their arithmetic differs",
                      tally->model_id, tally->model_version, model->id, model->version);
  tally->model = rung__model_share(model);
  return RUNG_OK;
}

static rung_status load_columns(rung_tally *tally, struct rung__intake *source, rung_error *error)
{
  const size_t count = rung__take_count(source, RUNG__COLUMNS_MAX);
  for (size_t index = 0; index < count; ++index) {
    const struct rung__slice name = take_text(source, rung__take_count(source, RUNG__LABEL_MOST));
    if (name.length == 0) source->bad = true;
    for (size_t other = 0; other < index; ++other) {
      if (rung__same(rung__slice(tally->column[other]), name)) source->bad = true;
    }
    if (source->bad) break;
    tally->column[index] = rung__tally_text(tally, name);
    if (tally->column[index] == NULL) return rung__fail_memory(error);
    tally->column_count = index + 1;
  }
  return source->bad ? corrupt(error, "the key columns") : RUNG_OK;
}

/* A rule by its levels, or behind all of them a relation by its rules. */
static void load_rule(struct rung__shape *shape, struct rung__intake *source)
{
  const uint32_t levels = (uint32_t)rung__take_number(source, RUNG__TALLY_RELATION);
  if (levels < RUNG__TALLY_RELATION) {
    if (shape->relation_count > 0) source->bad = true;
    rung__shape_put_rule(shape, levels);
    return;
  }
  const uint64_t first = rung__take_number(source, UINT32_MAX);
  const uint64_t second = rung__take_number(source, UINT32_MAX);
  if (first >= shape->rule_count || second >= shape->rule_count) source->bad = true;
  if (!source->bad) rung__shape_put_relation(shape, (size_t)first, (size_t)second);
}

/* What a shape is made of stands in the bytes twice: counts first, to make room, then each. */
static bool load_shape(struct rung__shape *shape, struct rung__intake source, uint32_t parts,
                       struct rung__intake *rest)
{
  const bool scores = (parts & RUNG_TALLY_SCORES) != 0;
  const size_t items = rung__take_count(&source, RUNG__ITEMS_MAX);
  struct rung__intake each = source;
  for (size_t item = 0; item < items; ++item)
    rung__take_number(&source, RUNG__TALLY_NUMBER);
  const size_t measures = scores ? rung__take_count(&source, RUNG__MEASURES_MAX) : 0;
  const size_t rules = scores ? rung__take_count(&source, RULES_MOST) : 0;
  rest->bad = source.bad;
  if (source.bad) return true;
  if (!rung__shape_begin(shape, parts, items, measures, rules, rules)) return false;
  for (size_t item = 0; item < items; ++item) {
    const uint32_t answers = (uint32_t)rung__take_number(&each, RUNG__TALLY_NUMBER);
    if (answers == RUNG__TALLY_NUMBER)
      rung__shape_put_number(shape);
    else
      rung__shape_put(shape, answers, RUNG__ABSENCE_KINDS);
  }
  for (size_t measure = 0; measure < measures; ++measure)
    rung__shape_put_measure(shape);
  for (size_t rule = 0; rule < rules && !source.bad; ++rule)
    load_rule(shape, &source);
  if (rung__shape_multiplies(shape)) rung__load_couples(&shape->couples, &source);
  *rest = source;
  return true;
}

/* With a model its own shape is kept, which also knows the rules, once the two are the same. */
static rung_status load_layout(rung_tally *tally, uint32_t parts, struct rung__intake *source,
                               rung_error *error)
{
  struct rung__shape saved = {0};
  if (!load_shape(&saved, *source, parts, source)) return rung__fail_memory(error);
  if (source->bad) {
    rung__shape_free(&saved);
    return corrupt(error, "the shape");
  }
  if (tally->model == NULL) {
    tally->shape = saved;
    return RUNG_OK;
  }
  const bool made = rung__shape_of(&tally->shape, tally->model, parts);
  const bool same = made && rung__shape_same(&tally->shape, &saved);
  rung__shape_free(&saved);
  if (!made) return rung__fail_memory(error);
  return same ? RUNG_OK : corrupt(error, "the shape is not the model's");
}

static void load_key(rung_tally *tally, struct rung__intake *source)
{
  tally->key.length = 0;
  for (size_t index = 0; index < tally->column_count && !source->bad; ++index) {
    const size_t length = (size_t)rung__take_number(source, RUNG__LABEL_MOST + 1);
    const struct rung__slice label = take_text(source, length > 0 ? length - 1 : 0);
    if (length == 1) source->bad = true; /* an empty label is an absent one */
    rung__key_put(&tally->key, length > 0 ? &label : NULL);
  }
}

static void load_weights(struct rung__groups *groups, size_t group, struct rung__intake *source)
{
  const struct rung__shape *shape = groups->shape;
  for (size_t slot = 0; slot < shape->slot_count; ++slot) {
    uint64_t limb[2];
    if (rung__groups_count(groups, group, slot) == 0) continue;
    if (rung__take_long(source, limb, 2)) source->bad = true;
    groups->weight[group * shape->slot_count + slot] = (rung__uwide)limb[1] << 64 | limb[0];
  }
  for (size_t index = 0; index < shape->segment_count; ++index) {
    uint64_t *largest = &groups->largest[group * shape->segment_count + index];
    if (rung__groups_active(groups, group, &shape->segment[index]) == 0) continue;
    if (rung__take_long(source, largest, 1)) source->bad = true;
  }
}

static void load_numbers(struct rung__groups *groups, size_t group, struct rung__intake *source)
{
  const struct rung__shape *shape = groups->shape;
  uint32_t *count = groups->count + group * shape->slot_count;
  for (size_t slot = 0; slot < shape->slot_count; ++slot)
    count[slot] = (uint32_t)rung__take_number(source, UINT32_MAX);
  for (size_t index = 0; index < shape->number_count + shape->measure_count; ++index) {
    struct rung__sum *sum = rung__groups_number(groups, group, index);
    rung__take_sum(source, &sum[0]);
    rung__take_sum(source, &sum[1]);
  }
  if (groups->weighted) load_weights(groups, group, source);
  if (rung__shape_multiplies(shape)) rung__load_products(groups, group, source);
}

static rung_status load_group(rung_tally *tally, struct rung__intake *source, rung_error *error)
{
  struct rung__groups *groups = &tally->groups;
  const uint32_t group = (uint32_t)groups->keys.count;
  load_key(tally, source);
  if (tally->key.failed) return rung__fail_memory(error);
  const struct rung__slice key = {tally->key.data, tally->key.length};
  const bool rises = group == 0 ||
                     rung__key_compare(rung__names_get(&groups->keys, group - 1), key) < 0;
  if (source->bad || !rises ||
      tally->shape.slot_count + rung__shape_couples(&tally->shape) > source->left)
    return corrupt(error, "the groups");
  if (rung__names_add(&groups->keys, key) == RUNG__NO_NAME ||
      !rung__groups_reserve(groups, groups->keys.count))
    return rung__fail_memory(error);
  load_numbers(groups, group, source);
  if (source->bad || !rung__group_is_sound(groups, group) ||
      !rung__products_are_sound(groups, group))
    return corrupt(error, "the counts");
  return RUNG_OK;
}

static rung_status load_groups(rung_tally *tally, struct rung__intake *source, rung_error *error)
{
  uint64_t persons = 0;
  tally->groups.weighted = rung__take_number(source, 1) != 0;
  tally->rows = rung__take_number(source, UINT32_MAX);
  tally->zero_rows = rung__take_number(source, UINT32_MAX);
  const size_t count = rung__take_count(source, UINT32_MAX);
  if (source->bad) return corrupt(error, "the number of groups");
  for (size_t group = 0; group < count; ++group) {
    TRY(load_group(tally, source, error));
    persons += rung__groups_count(&tally->groups, group, 0);
  }
  if (source->left != 0 || persons + tally->zero_rows != tally->rows)
    return corrupt(error, "the number of rows");
  return RUNG_OK;
}

static rung_status load(rung_tally *tally, const rung_model *model, struct rung__intake source,
                        rung_error *error)
{
  TRY(begin(&source, error));
  const uint32_t all = RUNG_TALLY_COUNTS | RUNG_TALLY_SCORES | RUNG_TALLY_PRODUCTS;
  const uint32_t parts = (uint32_t)rung__take_number(&source, all);
  if ((parts & RUNG_TALLY_COUNTS) == 0 ||
      (parts & (RUNG_TALLY_SCORES | RUNG_TALLY_PRODUCTS)) == RUNG_TALLY_PRODUCTS)
    return corrupt(error, "the parts");
  TRY(load_model(tally, model, &source, error));
  TRY(load_columns(tally, &source, error));
  TRY(load_layout(tally, parts, &source, error));
  return load_groups(tally, &source, error);
}

rung_status rung_tally_load(const rung_model *model, const void *bytes, size_t length,
                            rung_tally **out, rung_error *error)
{
  if (out == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (bytes == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "bytes is NULL");
  rung_tally *tally = rung__tally_blank();
  if (tally == NULL) return rung__fail_memory(error);
  const rung_status status = load(tally, model, (struct rung__intake){bytes, length, false}, error);
  if (status == RUNG_OK) {
    *out = tally;
  } else {
    rung_tally_free(tally);
  }
  return status;
}
