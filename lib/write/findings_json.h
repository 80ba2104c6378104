/* What the parts of findings as JSON share.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_WRITE_FINDINGS_JSON_H
#define RUNG_WRITE_FINDINGS_JSON_H

#include "write/findings_sheet.h"
#include "write/json_out.h"

/* A figure of a row as a number; null where there is none. */
void rung__json_figure(struct rung__json_out *json, const char *key,
                       const struct rung__sheet *sheet, rung_table table, size_t row,
                       rung_figure figure);
/* A figure of a row as true or false; null where there is none. */
void rung__json_truth(struct rung__json_out *json, const char *key, const struct rung__sheet *sheet,
                      rung_table table, size_t row, rung_figure figure);
/* "state", "reason": what every row of every table has. */
void rung__json_state(struct rung__json_out *json, const struct rung__sheet *sheet,
                      rung_table table, size_t row);
/* "model": what the ids are called, the levels, the ranges of the measures. */
void rung__json_model(struct rung__json_out *json, const struct rung__sheet *sheet);
/* "readings": each with its level, what speaks for it, and its rules. */
void rung__json_readings(struct rung__json_out *json, const struct rung__sheet *sheet,
                         size_t group);

#endif
