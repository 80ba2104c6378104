/* What the tests of findings share: views, and looking figures up.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_FINDINGS_SUPPORT_H
#define RUNG_TESTS_FINDINGS_SUPPORT_H

#include "tally_support.h"

#include <rung/findings.h>

static inline rung_view *new_view(void)
{
  rung_view *view = NULL;
  assert_int_equal(rung_view_new(&view, NULL), RUNG_OK);
  return view;
}

static inline void cut_by(rung_view *view, const char *first, const char *second)
{
  const char *const columns[] = {first, second};
  rung_error error = {.status = 0};
  assert_status(rung_view_cut(view, columns, second == NULL ? 1 : 2, &error), RUNG_OK, &error);
}

static inline void put_unit(rung_view *view, const char *id, const char *parent, int64_t invited)
{
  rung_error error = {.status = 0};
  assert_status(rung_view_unit(view, id, parent, invited, &error), RUNG_OK, &error);
}

/* Settings under which sizes and weights alone hide: the made-up people of a test often agree. */
static inline rung_settings *plain_settings(void)
{
  rung_settings *settings = NULL;
  assert_int_equal(rung_settings_new(&settings, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(settings, RUNG_SETTING_UNSAFE, 2, NULL), RUNG_OK);
  return settings;
}

/* Findings of some waves; the view may be NULL, and no settings are plain ones. */
static inline rung_findings *find_waves(rung_tally *const *waves, size_t count,
                                        const rung_view *view, const rung_settings *settings)
{
  rung_findings *findings = NULL;
  rung_error error = {.status = 0};
  rung_settings *plain = settings == NULL ? plain_settings() : NULL;
  const rung_status status = rung_findings_new((const rung_tally *const *)waves, count, view,
                                               settings == NULL ? plain : settings, &findings,
                                               &error);
  assert_status(status, RUNG_OK, &error);
  rung_settings_free(plain);
  return findings;
}

/* Findings of a survey, cut by team where asked for. */
static inline rung_findings *find_survey(const rung_model *model, const struct survey *survey,
                                         bool by_team, const rung_settings *settings)
{
  rung_tally *tally = tally_of(model, survey, 2);
  rung_view *view = by_team ? new_view() : NULL;
  if (by_team) cut_by(view, "team", NULL);
  rung_findings *findings = find_waves(&tally, 1, view, settings);
  rung_view_free(view);
  rung_tally_free(tally);
  return findings;
}

static inline bool has_key(const rung_findings *findings, size_t group, size_t index,
                           const char *column, const char *value)
{
  const char *found = rung_findings_key_value(findings, group, index);
  return strcmp(rung_findings_key_column(findings, group, index), column) == 0 &&
         strcmp(found == NULL ? "" : found, value) == 0;
}

/* The group of one key; "" stands for none. */
static inline size_t group_of(const rung_findings *findings, const char *column, const char *value)
{
  for (size_t group = 0; group < rung_findings_count(findings, RUNG_TABLE_GROUP); ++group) {
    if (rung_findings_key_count(findings, group) == 1 && has_key(findings, group, 0, column, value))
      return group;
  }
  fail_msg("no group '%s'", value);
  return 0;
}

/* The first row of a group's part in a table. */
static inline size_t row_of(const rung_findings *findings, rung_table table, size_t group,
                            size_t part)
{
  for (size_t row = 0; row < rung_findings_count(findings, table); ++row) {
    if (rung_findings_group(findings, table, row) == group &&
        rung_findings_part(findings, table, row) == part)
      return row;
  }
  fail_msg("no part %zu of group %zu", part, group);
  return 0;
}

static inline double number(const rung_findings *findings, rung_table table, size_t group,
                            size_t part, rung_figure which)
{
  return rung_findings_number(findings, table, row_of(findings, table, group, part), which);
}

static inline rung_state found_state(const rung_findings *findings, rung_table table, size_t group,
                                     size_t part)
{
  return rung_findings_state(findings, table, row_of(findings, table, group, part));
}

static inline const char *reason(const rung_findings *findings, rung_table table, size_t group,
                                 size_t part, size_t index)
{
  return rung_findings_reason(findings, table, row_of(findings, table, group, part) + index);
}

/* So many people of one team with these answers. */
static inline void put_people(struct survey *survey, size_t count, double a, double b, double c,
                              const char *team)
{
  for (size_t person = 0; person < count; ++person)
    put_row(survey, a, b, c, team);
}

static inline struct survey *new_survey(void)
{
  struct survey *survey = calloc(1, sizeof *survey);
  assert_non_null(survey);
  return survey;
}

/* Whether two findings have the same figures, but for those of a mask, and the same states. */
static inline bool same_findings(const rung_findings *a, const rung_findings *b, uint64_t but)
{
  for (int table = RUNG_TABLE_GROUP; table <= RUNG_TABLE_PAIR; ++table) {
    const size_t count = rung_findings_count(a, (rung_table)table);
    if (rung_findings_count(b, (rung_table)table) != count) return false;
    for (size_t row = 0; row < count; ++row) {
      if (rung_findings_state(a, (rung_table)table, row) !=
          rung_findings_state(b, (rung_table)table, row))
        return false;
      for (int which = 0; which <= RUNG_FIGURE_FAMILY; ++which) {
        const double x = rung_findings_number(a, (rung_table)table, row, (rung_figure)which);
        const double y = rung_findings_number(b, (rung_table)table, row, (rung_figure)which);
        if ((but >> which & 1) == 0 && x != y && !(isnan(x) && isnan(y))) return false;
      }
    }
  }
  return true;
}

#endif
