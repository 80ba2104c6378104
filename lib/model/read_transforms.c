/* Reading transforms: curves, tables, ratios, ages, ends and rounding.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "base/number.h"
#include "model/build.h"

#define PIECES_MAX 64
#define ENTRIES_MAX 1024
#define BANDS_MAX 32

rung_status rung__read_stretch(struct rung__build *build, const struct rung__json *at,
                               struct rung__stretch *out)
{
  const struct rung__json from = rung__json_member(at, "from");
  const struct rung__json to = rung__json_member(at, "to");

  out->has_from = from.value != NULL;
  out->has_to = to.value != NULL;
  if (out->has_from) TRY(rung__build_grid(build, &from, &out->from));
  if (out->has_to) TRY(rung__build_grid(build, &to, &out->to));
  if (out->has_from && out->has_to && out->from >= out->to) {
    return rung__json_fail(at, build->error, "the stretch is empty: \"from\" is not below \"to\"");
  }
  return RUNG_OK;
}

static rung_status read_piece(struct rung__build *build, const struct rung__json *at,
                              struct rung__piece *piece)
{
  const struct rung__json value = rung__json_member(at, "value");
  const struct rung__json slope = rung__json_member(at, "slope");

  TRY(rung__json_object(at, "value! slope from to", build->error));
  TRY(rung__read_stretch(build, at, &piece->over));
  TRY(rung__build_grid(build, &value, &piece->value));
  return slope.value == NULL ? RUNG_OK : rung__build_grid(build, &slope, &piece->slope);
}

rung_status rung__read_closed(struct rung__build *build, const struct rung__json *at,
                              bool *closed_high)
{
  static const char *const ends[] = {"low", "high", NULL};
  int word = 0;

  TRY(rung__build_word(build, at, ends, &word));
  *closed_high = word == 1;
  return RUNG_OK;
}

rung_status rung__read_curve(struct rung__build *build, const struct rung__json *at,
                             struct rung__curve *out)
{
  if (at->value == NULL) return RUNG_OK;
  const struct rung__json pieces = rung__json_member(at, "pieces");
  const struct rung__json closed = rung__json_member(at, "closed");
  TRY(rung__json_object(at, "pieces! closed", build->error));
  TRY(rung__read_closed(build, &closed, &out->closed_high));
  TRY(rung__json_array(&pieces, 1, PIECES_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(&pieces), sizeof *out->piece, &out->piece));
  for (; out->count < rung__json_size(&pieces); out->count++) {
    const struct rung__json piece = rung__json_element(&pieces, out->count);
    TRY(read_piece(build, &piece, &out->piece[out->count]));
  }
  return RUNG_OK;
}

rung_status rung__read_ends(struct rung__build *build, const struct rung__json *at,
                            struct rung__ends *out)
{
  if (at->value == NULL) return RUNG_OK;
  TRY(rung__json_array(at, 2, 2, build->error));
  const struct rung__json low = rung__json_element(at, 0), high = rung__json_element(at, 1);
  TRY(rung__build_grid(build, &low, &out->low));
  TRY(rung__build_grid(build, &high, &out->high));
  if (out->low >= out->high) {
    return rung__json_fail(at, build->error, "expected [low, high] with low below high");
  }
  out->given = true;
  return RUNG_OK;
}

static rung_status read_positive(struct rung__build *build, const struct rung__json *at,
                                 int64_t *out)
{
  TRY(rung__build_grid(build, at, out));
  return *out > 0 ? RUNG_OK : rung__json_fail(at, build->error, "expected a number above 0");
}

rung_status rung__read_ratio(struct rung__build *build, const struct rung__json *at,
                             struct rung__ratio *out)
{
  static const char *const directions[] = {"high", "low", NULL};
  int word = 0;

  if (at->value == NULL) return RUNG_OK;
  const struct rung__json target = rung__json_member(at, "target");
  const struct rung__json better = rung__json_member(at, "better");
  const struct rung__json most = rung__json_member(at, "most");
  TRY(rung__json_object(at, "target! better! most", build->error));
  TRY(read_positive(build, &target, &out->target));
  TRY(rung__json_word(&better, directions, &word, build->error));
  out->low_is_better = word == 1;
  out->most = RUNG__GRID;
  return most.value == NULL ? RUNG_OK : read_positive(build, &most, &out->most);
}

rung_status rung__read_rounding(struct rung__build *build, const struct rung__json *at,
                                struct rung__rounding *out)
{
  int word = 0;
  int64_t digits;

  if (at->value == NULL) return RUNG_OK;
  const struct rung__json mode = rung__json_member(at, "mode");
  const struct rung__json count = rung__json_member(at, "digits");
  TRY(rung__json_object(at, "mode! digits!", build->error));
  TRY(rung__json_word(&mode, rung__rounding_words, &word, build->error));
  TRY(rung__json_integer(&count, 0, 3, &digits, build->error));
  out->mode = (enum rung__rounding_mode)word;
  for (out->step = RUNG__GRID; digits > 0; digits--)
    out->step /= 10;
  return RUNG_OK;
}

rung_status rung__read_day(struct rung__build *build, const struct rung__json *at, int32_t *day)
{
  const char *text;

  TRY(rung__json_string(at, 64, &text, build->error));
  if (rung__date_read(rung__slice(text), day)) return RUNG_OK;
  return rung__json_fail(at, build->error,
                         "found '%.40s'; expected a day from 1970-01-01 to 2149-06-06, written "
                         "YYYY-MM-DD",
                         text);
}

static rung_status read_age_band(struct rung__build *build, const struct rung__json *at,
                                 struct rung__age_band *band)
{
  const struct rung__json within = rung__json_member(at, "within");
  const struct rung__json value = rung__json_member(at, "value");
  const char *text;

  TRY(rung__json_object(at, "value! within", build->error));
  TRY(rung__build_grid(build, &value, &band->value));
  band->has_within = within.value != NULL;
  if (!band->has_within) return RUNG_OK;
  TRY(rung__json_string(&within, 64, &text, build->error));
  if (rung__duration_read(rung__slice(text), &band->within)) return RUNG_OK;
  return rung__json_fail(&within, build->error,
                         "found '%.40s'; expected a duration by the calendar, such as P1Y6M or "
                         "P90D",
                         text);
}

/* A day, or an item on a scale of dates: items have their ids before any is read. */
static rung_status read_on(struct rung__build *build, const struct rung__json *at,
                           struct rung__age *age)
{
  const char *text;

  TRY(rung__json_string(at, 64, &text, build->error));
  age->item = RUNG__NONE;
  if (rung__date_read(rung__slice(text), &age->day)) return RUNG_OK;
  TRY(rung__build_part_id(build, at, &text));
  const uint32_t found = rung__names_find(&build->nodes, rung__slice(text));
  if (found == RUNG__NO_NAME || found >= build->model->item_count) {
    return rung__json_fail(at, build->error,
                           "'%.64s' is no day and no item; expected a day written YYYY-MM-DD, or "
                           "an item on a scale of dates",
                           text);
  }
  age->item = (int)found;
  return RUNG_OK;
}

rung_status rung__read_age(struct rung__build *build, const struct rung__json *at,
                           struct rung__age *out)
{
  if (at->value == NULL) return RUNG_OK;
  const struct rung__json on = rung__json_member(at, "on");
  const struct rung__json bands = rung__json_member(at, "bands");
  TRY(rung__json_object(at, "on! bands!", build->error));
  TRY(read_on(build, &on, out));
  TRY(rung__json_array(&bands, 1, BANDS_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(&bands), sizeof *out->band, &out->band));
  for (; out->count < rung__json_size(&bands); out->count++) {
    const struct rung__json band = rung__json_element(&bands, out->count);
    TRY(read_age_band(build, &band, &out->band[out->count]));
  }
  return RUNG_OK;
}

static int compare_entries(const struct rung__entry *a, const struct rung__entry *b)
{
  return (a->from > b->from) - (a->from < b->from);
}

/* Puts an entry into the table by its score; there are few. False: the score stands twice. */
static bool insert(struct rung__lookup *lookup, struct rung__entry entry)
{
  size_t place = lookup->count;

  for (; place > 0; place--) {
    const int order = compare_entries(&lookup->entry[place - 1], &entry);
    if (order == 0) return false;
    if (order < 0) break;
    lookup->entry[place] = lookup->entry[place - 1];
  }
  lookup->entry[place] = entry;
  lookup->count++;
  return true;
}

rung_status rung__read_lookup(struct rung__build *build, const struct rung__json *at,
                              struct rung__lookup *out)
{
  struct rung__json member;
  void *step = NULL;

  if (at->value == NULL) return RUNG_OK;
  if (!json_is_object(at->value) || rung__json_size(at) == 0) {
    return rung__json_fail(at, build->error, "found %s; expected a number for each score",
                           rung__json_kind(at));
  }
  if (rung__json_size(at) > ENTRIES_MAX) {
    return rung__json_fail(at, build->error, "found %zu entries; a table has at most %d",
                           rung__json_size(at), ENTRIES_MAX);
  }
  TRY(rung__build_take(build, rung__json_size(at), sizeof *out->entry, &out->entry));
  while (rung__json_next(at, &step, &member)) {
    struct rung__entry entry;
    double score;
    if (!rung__number_read(member.key, strlen(member.key), &score) ||
        !rung__grid_of(score, &entry.from)) {
      return rung__json_fail(&member, build->error, "'%.40s' is no score", member.key);
    }
    TRY(rung__build_grid(build, &member, &entry.to));
    if (!insert(out, entry)) {
      return rung__json_fail(&member, build->error, "this score stands twice in the table");
    }
  }
  return RUNG_OK;
}
