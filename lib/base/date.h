/* Days of the Gregorian calendar, counted from 1970-01-01, and durations by the calendar.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_DATE_H
#define RUNG_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

#define RUNG__DAY_LAST 65535 /* 2149-06-06: a day is a number of the grid */

struct rung__duration {
  int32_t months, days;
};

/* YYYY-MM-DD from 1970-01-01 to 2149-06-06 as days since then. False: no such day. */
bool rung__date_read(struct rung__slice text, int32_t *day);
/* Appends a day as YYYY-MM-DD. */
void rung__put_date(struct rung__buffer *buffer, int64_t day);
/* P[nY][nM][nW][nD], at least one part, each number of at most five digits. */
bool rung__duration_read(struct rung__slice text, struct rung__duration *duration);
/* A day so much later: months first, the last of the month for a day that it does not have. */
int64_t rung__date_after(int32_t day, struct rung__duration duration);

#endif
