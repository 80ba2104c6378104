/* Findings: made in one call, from the waves to tables in which nothing hidden is left.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/settings.h"
#include "findings/atoms.h"
#include "findings/audit.h"
#include "findings/chances.h"
#include "findings/comparison.h"
#include "findings/consensus.h"
#include "findings/disclosure.h"
#include "findings/fill.h"
#include "findings/frame.h"
#include "findings/intervals.h"
#include "findings/measures.h"
#include "findings/planning.h"
#include "findings/readings.h"
#include "findings/reliability.h"
#include "findings/reasons.h"
#include "findings/related_persons.h"
#include "findings/relations.h"
#include "findings/response.h"
#include "findings/sample.h"
#include "findings/sight.h"
#include "findings/targets.h"

#define WAVES_MAX 64

/* What one call works with. */
struct work {
  const rung_tally *const *wave;
  size_t count;
  struct rung__frame frame;
  struct rung__figures figures;
  struct rung__shown shown; /* room for flags: of one group */
  struct rung__earlier earlier;
  struct rung__system system;
  struct rung__plan plan;
  struct rung__before before;
};

static const rung_tally *last_of(const struct work *work)
{
  return work->wave[work->count - 1];
}

static rung_status check_wave(const rung_tally *wave, const rung_tally *last, size_t index,
                              rung_error *error)
{
  if (wave == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "wave %zu is NULL", index + 1);
  if (wave->model == NULL)
    return rung__fail(
        error, RUNG_E_ARGUMENT,
        "wave %zu was loaded without its model: load it with the model to find from it", index + 1);
  if (memcmp(wave->digest, last->digest, sizeof wave->digest) != 0)
    return rung__fail(error, RUNG_E_MISMATCH,
                      "wave %zu is of model '%s' %s and the last of '%s' %s, which score otherwise",
                      index + 1, wave->model_id, wave->model_version, last->model_id,
                      last->model_version);
  return rung__tally_match(wave, last, error);
}

static rung_status check_waves(const rung_tally *const *waves, size_t count, rung_error *error)
{
  if (waves == NULL || count == 0 || count > WAVES_MAX)
    return rung__fail(error, RUNG_E_ARGUMENT, "findings want 1 to %d waves, not %zu", WAVES_MAX,
                      waves == NULL ? 0 : count);
  if (waves[count - 1] == NULL)
    return rung__fail(error, RUNG_E_ARGUMENT, "wave %zu is NULL", count);
  for (size_t index = 0; index < count; ++index)
    TRY(check_wave(waves[index], waves[count - 1], index, error));
  return RUNG_OK;
}

/* Names of key columns are kept once and shared by all groups. */
static bool name_columns(rung_findings *findings, const rung_tally *tally, const char **column)
{
  for (size_t index = 0; index < tally->column_count; ++index) {
    column[index] = rung__arena_text(&findings->arena, tally->column[index],
                                     strlen(tally->column[index]));
    if (column[index] == NULL) return false;
  }
  return true;
}

static bool name_group(rung_findings *findings, const struct rung__cut *cut, uint32_t number,
                       const char *const *column, struct rung__group_key *key)
{
  struct rung__slice bytes = rung__names_get(&cut->keys, number), label;
  key->count = cut->count;
  key->column = rung__arena_take(&findings->arena, cut->count, sizeof *key->column);
  key->value = rung__arena_take(&findings->arena, cut->count, sizeof *key->value);
  if (key->column == NULL || key->value == NULL) return false;
  for (size_t index = 0; index < cut->count; ++index) {
    key->column[index] = column[cut->column[index]];
    if (!rung__key_take(&bytes, &label)) continue;
    key->value[index] = rung__arena_text(&findings->arena, label.data, label.length);
    if (key->value[index] == NULL) return false;
  }
  return true;
}

static bool name_groups(rung_findings *findings, const struct work *work)
{
  const char *column[RUNG__COLUMNS_MAX];
  findings->group_count = findings->first_unit = work->frame.count;
  findings->key = rung__arena_take(&findings->arena, findings->group_count, sizeof *findings->key);
  findings->parent = rung__arena_take(&findings->arena, findings->group_count,
                                      sizeof *findings->parent);
  if (findings->key == NULL || findings->parent == NULL) return false;
  if (!name_columns(findings, last_of(work), column)) return false;
  for (size_t row = 0; row < findings->group_count; ++row) {
    const struct rung__place *place = &work->frame.place[row];
    const bool is_unit = work->frame.cut[place->cut].units;
    findings->parent[row] = place->parent;
    if (is_unit && row < findings->first_unit) findings->first_unit = row;
    if (!name_group(findings, &work->frame.cut[place->cut], place->key, column,
                    &findings->key[row]))
      return false;
  }
  return true;
}

static bool make_tables(rung_findings *findings)
{
  for (int which = 0; which <= RUNG_TABLE_COMPARISON; ++which) {
    if (!rung__table_make(&findings->table[which], (rung_table)which, findings->model,
                          findings->group_count, &findings->arena))
      return false;
  }
  return true;
}

static bool make_room(rung_findings *findings, struct work *work, const rung_settings *settings)
{
  const rung_model *model = findings->model;
  work->figures.least_n_spread = findings->least_n_spread;
  return name_groups(findings, work) && make_tables(findings) &&
         rung__shown_make(&work->shown, model, &work->figures.arena) &&
         rung__figures_make(&work->figures, model, &last_of(work)->shape, work->frame.count) &&
         rung__sight_make(&work->figures) && rung__count_points(&work->figures) &&
         rung__chances_make(&work->figures, settings);
}

/* The waves one after the other, because thresholds remember. */
static rung_status find_figures(struct work *work, rung_error *error)
{
  for (size_t index = 0; index < work->count; ++index) {
    const bool last = index + 1 == work->count;
    TRY(rung__frame_fill(&work->frame, work->wave[index], &work->figures.cells, error));
    rung__measure_groups(&work->figures);
    rung__read_groups(&work->figures, last);
    if (index + 2 == work->count && !rung__before_take(&work->before, &work->figures, &work->frame))
      return rung__fail_memory(error);
    if (!last) rung__figures_clear(&work->figures);
  }
  return RUNG_OK;
}

/* Decides over all groups together, and erases what may not be shown. */
static bool disclose(rung_findings *findings, struct work *work, const rung_settings *settings)
{
  return rung__system_make(&work->system, &work->frame, last_of(work), &work->earlier) &&
         rung__plan_make(&work->plan, findings, &work->figures, &work->system, &work->earlier,
                         settings) &&
         rung__audit_keep(findings, &work->plan) &&
         rung__disclose(findings, &work->figures, &work->plan);
}

static rung_status find(rung_findings *findings, struct work *work, const rung_view *view,
                        const rung_settings *settings, rung_error *error)
{
  const bool merges = rung__is_on(settings, RUNG_SETTING_MERGE_SMALL);
  TRY(rung__frame_make(&work->frame, view, last_of(work), merges ? findings->least_n : 0, error));
  TRY(rung__earlier_make(&work->earlier, view, &work->frame, last_of(work), error));
  if (!make_room(findings, work, settings)) return rung__fail_memory(error);
  TRY(find_figures(work, error));
  rung__fill(findings, &work->figures);
  rung__fill_items(findings, &work->figures);
  rung__fill_intervals(findings, &work->figures);
  rung__fill_reliability(findings, &work->figures);
  rung__fill_consensus(findings, &work->figures);
  rung__refuse_levels(findings, &work->figures);
  if (!disclose(findings, work, settings)) return rung__fail_memory(error);
  if (!rung__fill_last(findings, &work->figures, &work->shown)) return rung__fail_memory(error);
  rung__fill_icc(findings, &work->frame);
  rung__find_camps(findings);
  rung__reason_consensus(findings);
  if (!rung__fill_response(findings, &work->frame) ||
      !rung__compare_groups(findings, &work->figures, &work->frame, &work->before))
    return rung__fail_memory(error);
  rung__narrow_intervals(findings, &work->figures, &work->frame);
  TRY(rung__fill_targets(findings, view, &work->frame, error));
  TRY(rung__relate(findings, view, error));
  if (!rung__relate_persons(findings, &work->figures, view)) return rung__fail_memory(error);
  return rung__reason(findings, &work->figures) ? RUNG_OK : rung__fail_memory(error);
}

static rung_findings *begin(const struct work *work, const rung_settings *settings)
{
  const rung_tally *last = last_of(work);
  rung_findings *findings = rung__array_new(1, sizeof *findings);
  if (findings == NULL) return NULL;
  findings->model = rung__model_share(last->model);
  findings->waves = work->count;
  findings->confidence = rung_settings_get(settings, RUNG_SETTING_CONFIDENCE);
  findings->rows = last->rows;
  findings->zero_rows = last->zero_rows;
  findings->weighted = last->groups.weighted;
  findings->agreement = rung_settings_get(settings, RUNG_SETTING_AGREEMENT);
  findings->everyone = rung_settings_get(settings, RUNG_SETTING_EVERYONE) == 1;
  rung__disclosure_sizes(findings, settings);
  return findings;
}

rung_status rung_findings_new(const rung_tally *const *waves, size_t count, const rung_view *view,
                              const rung_settings *settings, rung_findings **out, rung_error *error)
{
  if (out == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  TRY(check_waves(waves, count, error));
  struct work work = {.wave = waves, .count = count};
  rung_findings *findings = begin(&work, settings);
  if (findings == NULL) return rung__fail_memory(error);
  const rung_status status = find(findings, &work, view, settings, error);
  rung__plan_free(&work.plan);
  rung__earlier_free(&work.earlier);
  rung__system_free(&work.system);
  rung__figures_free(&work.figures);
  rung__frame_free(&work.frame);
  if (status == RUNG_OK) {
    *out = findings;
  } else {
    rung_findings_free(findings);
  }
  return status;
}

void rung_findings_free(rung_findings *findings)
{
  if (findings == NULL) return;
  rung__arena_free(&findings->arena);
  rung__model_release(findings->model);
  free(findings);
}
