/* Findings as JSON, the readings of a group: levels, how probable they are, who stands where.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/findings_json.h"
#include "write/marks.h"

/* Two camps of people, or null. */
static void put_camps(struct rung__json_out *json, const struct rung__sheet *sheet, size_t row,
                      size_t reading)
{
  const int lower = rung__figure_level(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_CAMP_LOWER);
  const int upper = rung__figure_level(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_CAMP_UPPER);
  if (lower < 0) {
    rung__emit_text(json, "camps", NULL);
    return;
  }
  rung__emit_open(json, "camps", '{');
  rung__emit_text(json, "lower", rung__ladder_level(sheet, reading, lower));
  rung__json_figure(json, "lower_share", sheet, RUNG_TABLE_READING, row,
                    RUNG_FIGURE_CAMP_LOWER_SHARE);
  rung__emit_text(json, "upper", rung__ladder_level(sheet, reading, upper));
  rung__json_figure(json, "upper_share", sheet, RUNG_TABLE_READING, row,
                    RUNG_FIGURE_CAMP_UPPER_SHARE);
  rung__emit_close(json, '}');
}

/* level, state, reason, marks, visits: what a reading and a rule have in common. */
static void put_level(struct rung__json_out *json, const struct rung__sheet *sheet,
                      rung_table table, size_t row, size_t reading)
{
  const uint32_t marks = rung_findings_marks(sheet->findings, table, row);
  const int level = rung__figure_level(sheet, table, row, RUNG_FIGURE_LEVEL);
  const int reached = rung__figure_level(sheet, table, row, RUNG_FIGURE_REACHED);
  rung__emit_text(json, "level", rung__ladder_level(sheet, reading, level));
  rung__json_state(json, sheet, table, row);
  rung__emit_marks(json, marks);
  if (marks & RUNG_MARK_VISITING)
    rung__emit_text(json, "visits", rung__ladder_level(sheet, reading, reached));
}

static void put_level_figure(struct rung__json_out *json, const char *key,
                             const struct rung__sheet *sheet, size_t row, size_t reading,
                             rung_figure figure)
{
  const int level = rung__figure_level(sheet, RUNG_TABLE_READING, row, figure);
  rung__emit_text(json, key, rung__ladder_level(sheet, reading, level));
}

static void put_shares(struct rung__json_out *json, const struct rung__sheet *sheet, size_t group,
                       size_t reading, const char *key, rung_figure figure)
{
  const struct rung__ladder *ladder = &sheet->model
                                           ->ladders[sheet->model->readings[reading].ladder];
  rung__emit_open(json, key, '{');
  for (size_t i = 0; i < ladder->count; i++) {
    const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_LEVEL, group, reading, i);
    rung__json_figure(json, ladder->level[i].id, sheet, RUNG_TABLE_LEVEL, row, figure);
  }
  rung__emit_close(json, '}');
}

static void put_distribution(struct rung__json_out *json, const struct rung__sheet *sheet,
                             size_t group, size_t reading)
{
  put_shares(json, sheet, group, reading, "distribution", RUNG_FIGURE_SHARE);
  put_shares(json, sheet, group, reading, "distribution_low", RUNG_FIGURE_LOW);
  put_shares(json, sheet, group, reading, "distribution_high", RUNG_FIGURE_HIGH);
  const size_t first = rung_findings_row(sheet->findings, RUNG_TABLE_LEVEL, group, reading, 0);
  const rung_state state = rung_findings_state(sheet->findings, RUNG_TABLE_LEVEL, first);
  rung__emit_text(json, "distribution_state", rung_state_name((uint8_t)state));
}

static void put_rules(struct rung__json_out *json, const struct rung__sheet *sheet, size_t group,
                      size_t reading)
{
  const struct rung__reading *of = &sheet->model->readings[reading];
  rung__emit_open(json, "rules", '{');
  for (size_t i = 0; i < of->count; i++) {
    const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_RULE, group, reading, i);
    rung__emit_open(json, of->rule[i].id, '{');
    put_level(json, sheet, RUNG_TABLE_RULE, row, reading);
    rung__emit_close(json, '}');
  }
  rung__emit_close(json, '}');
}

/* How probable each level is. */
static void put_probabilities(struct rung__json_out *json, const struct rung__sheet *sheet,
                              size_t group, size_t index)
{
  const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_READING, group, index, 0);
  rung__json_figure(json, "probability", sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_PROBABILITY);
  put_level_figure(json, "level_low", sheet, row, index, RUNG_FIGURE_LEVEL_LOW);
  put_level_figure(json, "level_high", sheet, row, index, RUNG_FIGURE_LEVEL_HIGH);
  put_shares(json, sheet, group, index, "probabilities", RUNG_FIGURE_PROBABILITY);
}

/* Which smallest change gives another level. */
static void put_flip(struct rung__json_out *json, const struct rung__sheet *sheet, size_t row,
                     size_t index)
{
  rung__emit_open(json, "flip", '{');
  rung__json_figure(json, "cut", sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_FLIP_CUT);
  put_level_figure(json, "level", sheet, row, index, RUNG_FIGURE_FLIP_LEVEL);
  rung__json_figure(json, "weight", sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_FLIP_WEIGHT);
  rung__emit_text(json, "term", rung__flip_term_of(sheet, row, index));
  rung__emit_close(json, '}');
}

static void put_reading(struct rung__json_out *json, const struct rung__sheet *sheet, size_t group,
                        size_t index)
{
  const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_READING, group, index, 0);
  rung__emit_open(json, sheet->model->readings[index].id, '{');
  put_level(json, sheet, RUNG_TABLE_READING, row, index);
  rung__json_figure(json, "n", sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_N);
  rung__json_figure(json, "coverage", sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_COVERAGE);
  put_level_figure(json, "typical", sheet, row, index, RUNG_FIGURE_TYPICAL);
  put_level_figure(json, "peak", sheet, row, index, RUNG_FIGURE_PEAK);
  rung__json_truth(json, "rules_agree", sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_RULES_AGREE);
  put_level_figure(json, "target", sheet, row, index, RUNG_FIGURE_TARGET);
  rung__json_figure(json, "to_target", sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_TO_TARGET);
  put_probabilities(json, sheet, group, index);
  put_flip(json, sheet, row, index);
  rung__json_figure(json, "accuracy", sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_ACCURACY);
  rung__json_figure(json, "consistency", sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_CONSISTENCY);
  put_distribution(json, sheet, group, index);
  put_camps(json, sheet, row, index);
  put_rules(json, sheet, group, index);
  rung__emit_close(json, '}');
}

void rung__json_readings(struct rung__json_out *json, const struct rung__sheet *sheet, size_t group)
{
  rung__emit_open(json, "readings", '{');
  for (size_t i = 0; i < sheet->model->reading_count; i++)
    put_reading(json, sheet, group, i);
  rung__emit_close(json, '}');
}
