/* Statistics of columns and of surveys with their n-th allocation failing, until they succeed.
 * SPDX-License-Identifier: Apache-2.0 */
#include "statistic.h"

#define ROWS 6

static const double values[ROWS] = {1, 3, NAN, 5, 8, 2};
static const double others[ROWS] = {2, 3, 1, 4, 9, 2};
static const double ones[ROWS] = {1, 1, 1, 1, 2, 1};
static const double halves[ROWS] = {1, 1, 1, 2, 2, 2};
static const double places[ROWS] = {1, 2, 3, 1, 2, 2};
static const double sizes[ROWS] = {9, 9, 9, 9, 9, 9};
static const double totals[2] = {20, 30};
static const double names[2] = {1, 2};

static rung_column of(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

/* A design with every place that there is. */
static void fill(rung_column design[9])
{
  const double *const data[] = {ones, halves, places, sizes, NULL, sizes, ones, NULL, halves};
  for (size_t place = 0; place < 9; ++place)
    design[place] = data[place] == NULL ? (rung_column){.type = 0} : of(data[place], ROWS);
}

static rung_status describe(struct stage *stage, rung_error *error)
{
  const rung_column column = of(values, ROWS);
  return rung_stats_describe(&column, 0.1, stage->out, ROOM, error);
}

static rung_status describe_groups(struct stage *stage, rung_error *error)
{
  const rung_column column = of(values, ROWS), group = of(halves, ROWS);
  return rung_stats_describe_groups(&column, &group, 0.1, 18, NULL, stage->out, ROOM, error);
}

static rung_status describe_weighted(struct stage *stage, rung_error *error)
{
  const rung_column column = of(values, ROWS), weight = of(ones, ROWS);
  return rung_stats_describe_weighted(&column, &weight, stage->out, ROOM, error);
}

static rung_status quantiles(struct stage *stage, rung_error *error)
{
  static const double probability[ROOM] = {0.5};
  const rung_column column = of(values, ROWS), weight = of(ones, ROWS);
  return rung_stats_quantiles(&column, &weight, RUNG_QUANTILE_INVERSE, probability, stage->out,
                              ROOM, error);
}

static rung_status frequencies(struct stage *stage, rung_error *error)
{
  const rung_column column = of(values, ROWS), weight = of(ones, ROWS);
  return rung_stats_frequencies(&column, &weight, names, 2, stage->out, ROOM, error);
}

static rung_status item_exam(struct stage *stage, rung_error *error)
{
  const rung_column columns[] = {of(values, ROWS), of(others, ROWS)};
  return rung_stats_item_exam(columns, 2, RUNG_MISSING_LISTWISE, 8, stage->out, ROOM, error);
}

static rung_status correlation(struct stage *stage, rung_error *error)
{
  const rung_column columns[] = {of(values, ROWS), of(others, ROWS)}, weight = of(ones, ROWS);
  return rung_stats_weighted_correlation(columns, 2, &weight, RUNG_MISSING_PAIRWISE, stage->out,
                                         ROOM, error);
}

static rung_status recode(struct stage *stage, rung_error *error)
{
  const rung_column column = of(values, ROWS);
  return rung_stats_reverse(&column, 1, 9, stage->out, ROOM, error);
}

static rung_status pomp(struct stage *stage, rung_error *error)
{
  const rung_column column = of(values, ROWS);
  return rung_stats_pomp(&column, 1, 9, stage->out, ROOM, error);
}

static rung_status standardise(struct stage *stage, rung_error *error)
{
  const rung_column column = of(values, ROWS);
  return rung_stats_standardise(&column, 0, 1, stage->out, ROOM, error);
}

static rung_status winsorise(struct stage *stage, rung_error *error)
{
  const rung_column column = of(values, ROWS);
  return rung_stats_winsorise(&column, 0.2, stage->out, ROOM, error);
}

static rung_status row_means(struct stage *stage, rung_error *error)
{
  const rung_column columns[] = {of(values, ROWS), of(others, ROWS)};
  return rung_stats_row_means(columns, 2, 1, stage->out, ROOM, error);
}

static rung_status careless(struct stage *stage, rung_error *error)
{
  const rung_column columns[] = {of(values, ROWS), of(others, ROWS)};
  return rung_stats_careless(columns, 2, 5, stage->out, ROOM, error);
}

static rung_status even_odd(struct stage *stage, rung_error *error)
{
  static const uint32_t scale[] = {0, 0, 1, 1, 2, 2};
  rung_column columns[6];
  for (size_t item = 0; item < 6; ++item)
    columns[item] = of(item % 2 == 0 ? values : others, ROWS);
  return rung_stats_even_odd(columns, 6, scale, stage->out, ROOM, error);
}

static rung_status pace(struct stage *stage, rung_error *error)
{
  const rung_column columns[] = {of(values, ROWS), of(others, ROWS)};
  return rung_stats_pace(columns, 2, NULL, 2, 2, stage->out, ROOM, error);
}

static rung_status survey_mean(struct stage *stage, rung_error *error)
{
  const rung_column column = of(values, ROWS);
  rung_column design[9];
  fill(design);
  return rung_stats_survey_mean(&column, design, 9, RUNG_LONELY_ADJUST, NULL, stage->out, ROOM,
                                error);
}

static rung_status survey_covariance(struct stage *stage, rung_error *error)
{
  const rung_column columns[] = {of(values, ROWS), of(others, ROWS)};
  rung_column design[9];
  fill(design);
  return rung_stats_survey_covariance(columns, 2, design, 9, RUNG_LONELY_ADJUST, stage->out, ROOM,
                                      error);
}

static rung_status survey_kappa(struct stage *stage, rung_error *error)
{
  const rung_column columns[] = {of(halves, ROWS), of(places, ROWS)};
  return rung_stats_survey_kappa(columns, NULL, 0, RUNG_LONELY_FAIL, NULL, stage->out, ROOM, error);
}

static rung_status survey_share(struct stage *stage, rung_error *error)
{
  static const double value[ROWS] = {1, 0, 1, 0, 0, 1};
  const rung_column column = of(value, ROWS);
  return rung_stats_survey_share(&column, NULL, 0, RUNG_LONELY_FAIL, NULL, stage->out, ROOM, error);
}

static rung_status survey_quantile(struct stage *stage, rung_error *error)
{
  const rung_column column = of(values, ROWS);
  return rung_stats_survey_quantile(&column, 0.5, NULL, 0, RUNG_LONELY_FAIL, NULL, stage->out, ROOM,
                                    error);
}

static rung_status rake(struct stage *stage, rung_error *error)
{
  const rung_column weight = of(ones, ROWS), group = of(halves, ROWS);
  const rung_column label = of(names, 2), total = of(totals, 2);
  return rung_stats_rake(&weight, &group, &label, &total, 1, stage->out, ROOM, error);
}

static rung_status trim(struct stage *stage, rung_error *error)
{
  const rung_column weight = of(ones, ROWS);
  return rung_stats_trim_weights(&weight, 0, 1.5, 1, stage->out, ROOM, error);
}

static const struct named_trial CALLS[] = {
    {"describing_survives", describe},
    {"describing_groups_survives", describe_groups},
    {"describing_with_weights_survives", describe_weighted},
    {"finding_quantiles_survives", quantiles},
    {"counting_shares_survives", frequencies},
    {"examining_items_survives", item_exam},
    {"correlating_survives", correlation},
    {"reversing_survives", recode},
    {"stretching_survives", pomp},
    {"standardising_survives", standardise},
    {"winsorising_survives", winsorise},
    {"averaging_rows_survives", row_means},
    {"looking_at_rows_survives", careless},
    {"comparing_halves_survives", even_odd},
    {"timing_rows_survives", pace},
    {"estimating_a_mean_survives", survey_mean},
    {"estimating_covariances_survives", survey_covariance},
    {"estimating_kappa_survives", survey_kappa},
    {"estimating_a_share_survives", survey_share},
    {"estimating_a_quantile_survives", survey_quantile},
    {"raking_survives", rake},
    {"trimming_survives", trim},
};

int main(void)
{
  return run_statistics(CALLS, LENGTH(CALLS));
}
