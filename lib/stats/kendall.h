/* Kendall's tau-b and Goodman and Kruskal's gamma on plain arrays.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_KENDALL_H
#define RUNG_STATS_KENDALL_H

#include <stdbool.h>
#include <stddef.h>

struct rung__kendall {
  double concordant, discordant; /* pairs */
  double tau, tau_error;         /* NaN: one array is constant */
  double z;                      /* of no association, with ties */
  double gamma, gamma_error;     /* NaN: every pair is tied */
};

/* n log n steps; no NaN. False: no memory. */
bool rung__kendall(const double *x, const double *y, size_t count, struct rung__kendall *out);

#endif
