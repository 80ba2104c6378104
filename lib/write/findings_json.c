/* Findings as JSON: rung-findings/1, one group a line.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>

#include "findings/findings_notes.h"
#include "findings/response.h"
#include "model/words.h"
#include "write/findings_json.h"
#include "write/findings_lists.h"
#include "write/findings_relations.h"
#include "write/marks.h"

void rung__json_figure(struct rung__json_out *json, const char *key,
                       const struct rung__sheet *sheet, rung_table table, size_t row,
                       rung_figure figure)
{
  rung__emit_number(json, key, rung__figure(sheet, table, row, figure));
}

void rung__json_state(struct rung__json_out *json, const struct rung__sheet *sheet,
                      rung_table table, size_t row)
{
  const rung_state state = rung_findings_state(sheet->findings, table, row);
  rung__emit_text(json, "state", rung_state_name((uint8_t)state));
  rung__emit_text(json, "reason", rung_findings_reason(sheet->findings, table, row));
}

void rung__json_truth(struct rung__json_out *json, const char *key, const struct rung__sheet *sheet,
                      rung_table table, size_t row, rung_figure figure)
{
  const double value = rung__figure(sheet, table, row, figure);
  rung__emit_truth(json, key, value == value ? value > 0 : -1);
}

/* p, p_adjusted, notable, family: what every comparison has. */
static void put_family(struct rung__json_out *json, const struct rung__sheet *sheet,
                       rung_table table, size_t row)
{
  rung__json_figure(json, "p", sheet, table, row, RUNG_FIGURE_P);
  rung__json_figure(json, "p_adjusted", sheet, table, row, RUNG_FIGURE_P_ADJUSTED);
  rung__json_truth(json, "notable", sheet, table, row, RUNG_FIGURE_NOTABLE);
  rung__json_figure(json, "family", sheet, table, row, RUNG_FIGURE_FAMILY);
}

static void put_comparison(struct rung__json_out *json, const char *key,
                           const struct rung__sheet *sheet, size_t row)
{
  rung__emit_open(json, key, '{');
  rung__json_state(json, sheet, RUNG_TABLE_COMPARISON, row);
  rung__json_figure(json, "other", sheet, RUNG_TABLE_COMPARISON, row, RUNG_FIGURE_OTHER);
  rung__json_figure(json, "other_n", sheet, RUNG_TABLE_COMPARISON, row, RUNG_FIGURE_OTHER_N);
  rung__json_figure(json, "difference", sheet, RUNG_TABLE_COMPARISON, row, RUNG_FIGURE_DIFFERENCE);
  rung__json_figure(json, "low", sheet, RUNG_TABLE_COMPARISON, row, RUNG_FIGURE_DIFFERENCE_LOW);
  rung__json_figure(json, "high", sheet, RUNG_TABLE_COMPARISON, row, RUNG_FIGURE_DIFFERENCE_HIGH);
  put_family(json, sheet, RUNG_TABLE_COMPARISON, row);
  rung__emit_close(json, '}');
}

/* A measure against the rest, and where there is an earlier wave against that. */
static void put_comparisons(struct rung__json_out *json, const struct rung__sheet *sheet,
                            size_t group, size_t measure)
{
  const size_t rest = rung_findings_row(sheet->findings, RUNG_TABLE_COMPARISON, group, measure,
                                        RUNG_COMPARISON_REST);
  if (group > 0) put_comparison(json, "rest", sheet, rest);
  if (sheet->waves > 1)
    put_comparison(json, "before", sheet, rest + RUNG_COMPARISON_BEFORE - RUNG_COMPARISON_REST);
}

/* The state and the reason of a figure of its own; ends its object. */
static void put_doubt(struct rung__json_out *json, const struct rung__sheet *sheet,
                      rung_table table, size_t row, rung_figure figure)
{
  const rung_findings *findings = sheet->findings;
  rung__emit_text(
      json, "state",
      rung_state_name((uint8_t)rung_findings_figure_state(findings, table, row, figure)));
  rung__emit_text(json, "reason", rung_findings_figure_reason(findings, table, row, figure));
  rung__emit_close(json, '}');
}

static void put_interval(struct rung__json_out *json, const struct rung__sheet *sheet,
                         rung_table table, size_t row)
{
  rung__emit_open(json, "interval", '{');
  rung__json_figure(json, "low", sheet, table, row, RUNG_FIGURE_LOW);
  rung__json_figure(json, "high", sheet, table, row, RUNG_FIGURE_HIGH);
  put_doubt(json, sheet, table, row, RUNG_FIGURE_LOW);
}

static void put_agreement(struct rung__json_out *json, const struct rung__sheet *sheet,
                          rung_table table, size_t row)
{
  rung__emit_open(json, "agreement", '{');
  rung__json_figure(json, "even", sheet, table, row, RUNG_FIGURE_AGREEMENT);
  rung__json_figure(json, "skewed", sheet, table, row, RUNG_FIGURE_AGREEMENT_SKEWED);
  rung__json_figure(json, "low", sheet, table, row, RUNG_FIGURE_AGREEMENT_LOW);
  rung__json_figure(json, "high", sheet, table, row, RUNG_FIGURE_AGREEMENT_HIGH);
  put_doubt(json, sheet, table, row, RUNG_FIGURE_AGREEMENT);
}

static void put_reliability(struct rung__json_out *json, const struct rung__sheet *sheet,
                            size_t row)
{
  rung__emit_open(json, "reliability", '{');
  rung__json_figure(json, "alpha", sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_RELIABILITY);
  rung__json_figure(json, "low", sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_RELIABILITY_LOW);
  rung__json_figure(json, "high", sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_RELIABILITY_HIGH);
  put_doubt(json, sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_RELIABILITY);
}

/* Of a group of a cut. */
static void put_icc(struct rung__json_out *json, const struct rung__sheet *sheet, size_t row)
{
  rung__emit_open(json, "icc", '{');
  rung__json_figure(json, "icc1", sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_ICC1);
  rung__json_figure(json, "icc2", sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_ICC2);
  rung__json_figure(json, "low", sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_ICC2_LOW);
  rung__json_figure(json, "high", sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_ICC2_HIGH);
  put_doubt(json, sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_ICC2);
}

static void put_measures(struct rung__json_out *json, const struct rung__sheet *sheet, size_t group)
{
  rung__emit_open(json, "measures", '{');
  for (size_t i = 0; i < sheet->model->measure_count; i++) {
    const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_MEASURE, group, i, 0);
    rung__emit_open(json, sheet->model->measures[i].id, '{');
    rung__json_figure(json, "score", sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_SCORE);
    rung__json_state(json, sheet, RUNG_TABLE_MEASURE, row);
    rung__json_figure(json, "n", sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_N);
    put_interval(json, sheet, RUNG_TABLE_MEASURE, row);
    rung__json_figure(json, "n_effective", sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_N_EFFECTIVE);
    put_reliability(json, sheet, row);
    if (group > 0) put_icc(json, sheet, row);
    put_agreement(json, sheet, RUNG_TABLE_MEASURE, row);
    rung__json_figure(json, "sd", sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_SD);
    rung__json_figure(json, "coverage", sheet, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_COVERAGE);
    rung__emit_marks(json, rung_findings_marks(sheet->findings, RUNG_TABLE_MEASURE, row));
    put_comparisons(json, sheet, group, i);
    rung__emit_close(json, '}');
  }
  rung__emit_close(json, '}');
}

/* Shares of the answers to an item, and their limits. */
static const struct {
  const char *key;
  rung_figure figure;
} favours[] = {{"favourable", RUNG_FIGURE_FAVOURABLE},
               {"favourable_low", RUNG_FIGURE_FAVOURABLE_LOW},
               {"favourable_high", RUNG_FIGURE_FAVOURABLE_HIGH},
               {"neutral", RUNG_FIGURE_NEUTRAL},
               {"neutral_low", RUNG_FIGURE_NEUTRAL_LOW},
               {"neutral_high", RUNG_FIGURE_NEUTRAL_HIGH},
               {"unfavourable", RUNG_FIGURE_UNFAVOURABLE},
               {"unfavourable_low", RUNG_FIGURE_UNFAVOURABLE_LOW},
               {"unfavourable_high", RUNG_FIGURE_UNFAVOURABLE_HIGH}};

static void put_item(struct rung__json_out *json, const struct rung__sheet *sheet, size_t group,
                     size_t index)
{
  const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_ITEM, group, index, 0);
  rung__emit_open(json, sheet->model->items[index].id, '{');
  rung__json_state(json, sheet, RUNG_TABLE_ITEM, row);
  rung__json_figure(json, "n", sheet, RUNG_TABLE_ITEM, row, RUNG_FIGURE_N);
  rung__json_figure(json, "score", sheet, RUNG_TABLE_ITEM, row, RUNG_FIGURE_SCORE);
  put_interval(json, sheet, RUNG_TABLE_ITEM, row);
  rung__json_figure(json, "n_effective", sheet, RUNG_TABLE_ITEM, row, RUNG_FIGURE_N_EFFECTIVE);
  put_agreement(json, sheet, RUNG_TABLE_ITEM, row);
  rung__json_figure(json, "coverage", sheet, RUNG_TABLE_ITEM, row, RUNG_FIGURE_COVERAGE);
  for (size_t i = 0; i < sizeof favours / sizeof *favours; i++)
    rung__json_figure(json, favours[i].key, sheet, RUNG_TABLE_ITEM, row, favours[i].figure);
  rung__emit_open(json, "absent", '{');
  for (unsigned kind = 0; kind < RUNG__ABSENCE_KINDS; kind++)
    rung__json_figure(json, rung__absence_words[kind], sheet, RUNG_TABLE_ITEM, row,
                      (rung_figure)(RUNG_FIGURE_NOT_ASKED + kind));
  rung__emit_close(json, '}');
  rung__emit_close(json, '}');
}

static void put_flags(struct rung__json_out *json, const struct rung__sheet *sheet, size_t group)
{
  rung__emit_open(json, "flags", '{');
  for (size_t i = 0; i < sheet->model->flag_count; i++) {
    const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_FLAG, group, i, 0);
    rung__emit_open(json, sheet->model->flags[i].id, '{');
    rung__json_truth(json, "raised", sheet, RUNG_TABLE_FLAG, row, RUNG_FIGURE_RAISED);
    rung__json_state(json, sheet, RUNG_TABLE_FLAG, row);
    rung__emit_close(json, '}');
  }
  rung__emit_close(json, '}');
}

static void put_pairs(struct rung__json_out *json, const struct rung__sheet *sheet, size_t group)
{
  rung__emit_open(json, "pairs", '{');
  for (size_t i = 0; i < sheet->model->pair_count; i++) {
    const struct rung__pair *pair = &sheet->model->pairs[i];
    const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_PAIR, group, i, 0);
    rung__emit_open(json, pair->id, '{');
    rung__json_state(json, sheet, RUNG_TABLE_PAIR, row);
    rung__json_figure(json, "n", sheet, RUNG_TABLE_PAIR, row, RUNG_FIGURE_N);
    rung__json_figure(json, rung__first_side(pair), sheet, RUNG_TABLE_PAIR, row, RUNG_FIGURE_SAID);
    rung__json_figure(json, rung__second_side(pair), sheet, RUNG_TABLE_PAIR, row, RUNG_FIGURE_DONE);
    rung__json_figure(json, "gap", sheet, RUNG_TABLE_PAIR, row, RUNG_FIGURE_SCORE);
    put_family(json, sheet, RUNG_TABLE_PAIR, row);
    put_interval(json, sheet, RUNG_TABLE_PAIR, row);
    rung__emit_close(json, '}');
  }
  rung__emit_close(json, '}');
}

static void put_group(struct rung__json_out *json, const struct rung__sheet *sheet, size_t group)
{
  const rung_findings *findings = sheet->findings;
  rung__emit_open(json, NULL, '{');
  rung__emit_open(json, "by", '{');
  for (size_t i = 0; i < rung_findings_key_count(findings, group); i++)
    rung__emit_text(json, rung_findings_key_column(findings, group, i),
                    rung_findings_key_value(findings, group, i));
  rung__emit_close(json, '}');
  const size_t parent = rung_findings_parent(findings, group);
  rung__emit_number(json, "parent", parent == SIZE_MAX ? NAN : (double)parent);
  rung__json_figure(json, "n", sheet, RUNG_TABLE_GROUP, group, RUNG_FIGURE_N);
  rung__json_state(json, sheet, RUNG_TABLE_GROUP, group);
  rung__json_figure(json, "invited", sheet, RUNG_TABLE_GROUP, group, RUNG_FIGURE_INVITED);
  rung__json_figure(json, "response", sheet, RUNG_TABLE_GROUP, group, RUNG_FIGURE_RESPONSE);
  put_measures(json, sheet, group);
  rung__json_readings(json, sheet, group);
  rung__emit_open(json, "items", '{');
  for (size_t i = 0; i < sheet->model->item_count; i++)
    put_item(json, sheet, group, i);
  rung__emit_close(json, '}');
  put_flags(json, sheet, group);
  put_pairs(json, sheet, group);
  rung__emit_close(json, '}');
}

static void put_disclosure(struct rung__json_out *json, const struct rung__sheet *sheet)
{
  rung__emit_open(json, "disclosure", '{');
  rung__emit_number(json, "least_n", (double)sheet->least_n);
  rung__emit_number(json, "least_n_spread", (double)sheet->least_n_spread);
  rung__emit_truth(json, "complementary", !sheet->findings->bare);
  rung__emit_text(json, "note", rung__tell_policy(sheet->findings));
  rung__emit_close(json, '}');
}

/* What has to be said in the headline. */
static void put_warnings(struct rung__json_out *json, const struct rung__sheet *sheet)
{
  rung__emit_open(json, "warnings", '[');
  for (size_t i = 0; i < RUNG__RESPONSE_WARNINGS; i++) {
    struct rung__buffer sentence = {0};
    rung__tell_response(&sentence, sheet->findings, i);
    if (sentence.failed) json->buffer->failed = true;
    if (!sentence.failed && sentence.length > 0) rung__emit_text(json, NULL, sentence.data);
    rung__buffer_free(&sentence);
  }
  rung__emit_close(json, ']');
}

static void put_unmeasured(struct rung__json_out *json, const struct rung__sheet *sheet)
{
  rung__emit_open(json, "unmeasured", '[');
  for (size_t i = 0; i < sheet->model->item_count; i++) {
    if (!sheet->model->items[i].unmeasured) continue;
    rung__emit_open(json, NULL, '{');
    rung__emit_text(json, "item", sheet->model->items[i].id);
    rung__emit_text(json, "reason", sheet->model->items[i].unmeasured);
    rung__emit_close(json, '}');
  }
  rung__emit_close(json, ']');
}

static void put_beliefs(struct rung__json_out *json, const struct rung__sheet *sheet)
{
  rung__emit_open(json, "beliefs", '[');
  for (size_t i = 0; i < sheet->model->belief_count; i++) {
    const struct rung__belief *belief = &sheet->model->beliefs[i];
    rung__emit_open(json, NULL, '{');
    rung__emit_text(json, "id", belief->id);
    rung__emit_text(json, "text", rung__localised(&belief->text, sheet->language, ""));
    rung__emit_text(json, "reason", rung__localised(&belief->reason, sheet->language, ""));
    rung__emit_text(json, "owner", belief->owner);
    rung__emit_text(json, "review", belief->review);
    rung__emit_close(json, '}');
  }
  rung__emit_close(json, ']');
}

void rung__findings_json(const struct rung__sheet *sheet, struct rung__buffer *buffer)
{
  struct rung__json_out json = {.buffer = buffer};
  const bool total_hidden = rung_findings_state(sheet->findings, RUNG_TABLE_GROUP, 0) !=
                            RUNG_STATE_SHOWN;
  rung__emit_open(&json, NULL, '{');
  rung__emit_text(&json, "format", "rung-findings/1");
  rung__emit_text(&json, "library", rung_version());
  rung__json_model(&json, sheet);
  rung__emit_number(&json, "waves", (double)sheet->waves);
  rung__emit_number(&json, "rows", total_hidden && sheet->rows == 0 ? NAN : (double)sheet->rows);
  rung__emit_truth(&json, "weighted", sheet->weighted);
  rung__emit_number(&json, "confidence", sheet->confidence);
  put_warnings(&json, sheet);
  put_disclosure(&json, sheet);
  put_unmeasured(&json, sheet);
  put_beliefs(&json, sheet);
  rung__emit_open(&json, "groups", '[');
  for (size_t group = 0; group < sheet->groups; group++) {
    rung__emit_line(&json);
    put_group(&json, sheet, group);
  }
  rung__emit_line(&json);
  rung__emit_close(&json, ']');
  rung__json_lists(&json, sheet);
  rung__json_relations(&json, sheet);
  rung__emit_close(&json, '}');
  rung__put_byte(buffer, '\n');
}
