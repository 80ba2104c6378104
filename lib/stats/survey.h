/* One estimate from a survey: what was given, its linearised values, its variance.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_SURVEY_H
#define RUNG_STATS_SURVEY_H

#include "stats/design.h"
#include "stats/moments.h"

/* What a call gives. */
struct rung__survey_call {
  const rung_column *columns;
  size_t count;
  const rung_column *design;
  size_t design_count;
  rung_lonely lonely;
  const rung_settings *settings;
};

struct rung__survey {
  struct rung__matrix matrix; /* absent values are 0, in rows of weight 0 */
  struct rung__design design; /* weights are 0 where a value is absent */
  double *value;              /* [row] linearised values: their total varies as the estimate */
  size_t count;               /* rows of positive weight */
  double weight, weight_squared;
  double df, confidence;
};

/* Reads a call. RUNG_E_NOT_ESTIMABLE where no row counts; on failure there is nothing to free. */
rung_status rung__survey_read(struct rung__survey *survey, const struct rung__survey_call *call,
                              rung_error *error);
/* Passes the status of reading on; where no row counts, writes that: n = 0, the rest NaN. */
rung_status rung__survey_none(rung_status status, size_t place_of_n, double *out, size_t out_count);
void rung__survey_free(struct rung__survey *survey);
/* The mean of column `index` where it counts, and its linearised values. */
double rung__survey_mean(struct rung__survey *survey, size_t index);
/* The variance of the estimate; RUNG_E_NOT_ESTIMABLE: a lonely unit, or values too large. */
rung_status rung__survey_variance(struct rung__survey *survey, double *variance, rung_error *error);
/* Cohen's kappa of the two columns, and its linearised values. */
rung_status rung__survey_kappa(struct rung__survey *survey, double *estimate, rung_error *error);
/* t at the confidence with so many degrees of freedom; NaN for 0 or fewer. */
double rung__survey_t(const struct rung__survey *survey, double df);

#endif
