/* What statistics give: as many results as the caller has room for.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_OUTPUT_H
#define RUNG_STATS_OUTPUT_H

#include <rung/settings.h>

/* RUNG_E_ARGUMENT where there is nowhere to write. */
rung_status rung__out_check(const double *out, size_t out_count, rung_error *error);
/* Copies `count` results into the caller's room, and NaN into what is left of it. */
void rung__out_put(double *out, size_t out_count, const double *result, size_t count);
/* Sets results to NaN. */
void rung__out_clear(double *result, size_t count);

#endif
