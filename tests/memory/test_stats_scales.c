/* Statistics of scales with their n-th allocation failing, until they succeed.
 * SPDX-License-Identifier: Apache-2.0 */
#include "statistic.h"

#define ROWS 8
#define ITEMS 4

static const double values[ITEMS][ROWS] = {{1, 2, 3, 4, 5, 4, 3, 2},
                                           {2, 2, 3, 5, 5, 3, 4, 1},
                                           {1, 3, 2, 4, 4, 5, 3, 3},
                                           {2, 1, 4, 4, 5, 5, 2, 2}};
static const double marks[ITEMS][ROWS] = {{1, 0, 1, 1, 0, 1, 0, 1},
                                          {1, 0, 1, 1, 1, 0, 0, 1},
                                          {0, 0, 1, 0, 1, 1, 0, 1},
                                          {1, 1, 0, 1, 0, 1, 0, 1}};
static const double ones[ROWS] = {1, 1, 1, 1, 2, 1, 1, 1};
static const double matrix[ITEMS * ITEMS] = {1,   0.5, 0.4, 0.3, 0.5, 1,   0.4, 0.3,
                                             0.4, 0.4, 1,   0.5, 0.3, 0.3, 0.5, 1};
static const double cuts[2] = {2, 4};

static rung_column of(const double *data)
{
  return (rung_column){.data = data, .length = ROWS, .type = RUNG_TYPE_DOUBLE};
}

static void items_of(const double data[ITEMS][ROWS], rung_column columns[ITEMS])
{
  for (size_t item = 0; item < ITEMS; ++item)
    columns[item] = of(data[item]);
}

static rung_status alpha(struct stage *stage, rung_error *error)
{
  rung_column columns[ITEMS];
  const rung_column weight = of(ones);
  items_of(values, columns);
  return rung_stats_alpha(columns, ITEMS, &weight, RUNG_MISSING_LISTWISE, NULL, stage->out, ROOM,
                          error);
}

static rung_status alpha_of_a_matrix(struct stage *stage, rung_error *error)
{
  return rung_stats_alpha_from_matrix(matrix, ITEMS, 9, NULL, stage->out, ROOM, error);
}

static rung_status alpha_items(struct stage *stage, rung_error *error)
{
  rung_column columns[ITEMS];
  const rung_column weight = of(ones);
  items_of(values, columns);
  return rung_stats_alpha_items(columns, ITEMS, &weight, RUNG_MISSING_PAIRWISE, stage->out, ROOM,
                                error);
}

static rung_status covariances(struct stage *stage, rung_error *error)
{
  rung_column columns[ITEMS];
  const rung_column weight = of(ones);
  items_of(values, columns);
  return rung_stats_covariance_matrix(columns, ITEMS, &weight, RUNG_MISSING_FAIL, stage->out, ROOM,
                                      error);
}

static rung_status correlations(struct stage *stage, rung_error *error)
{
  return rung_stats_correlation_from_covariance(matrix, ITEMS, stage->out, ROOM, error);
}

static rung_status marks_of(struct stage *stage, rung_error *error)
{
  rung_column columns[ITEMS];
  items_of(marks, columns);
  return rung_stats_kuder_richardson(columns, ITEMS, RUNG_MISSING_FAIL, stage->out, ROOM, error);
}

static rung_status halves(struct stage *stage, rung_error *error)
{
  rung_column columns[ITEMS];
  const rung_column weight = of(ones);
  items_of(values, columns);
  return rung_stats_halves(columns, ITEMS, NULL, &weight, RUNG_MISSING_FAIL, stage->out, ROOM,
                           error);
}

static rung_status splits(struct stage *stage, rung_error *error)
{
  return rung_stats_splits(matrix, ITEMS, NULL, stage->out, ROOM, error);
}

static rung_status bounds(struct stage *stage, rung_error *error)
{
  return rung_stats_guttman(matrix, ITEMS, stage->out, ROOM, error);
}

static rung_status omega(struct stage *stage, rung_error *error)
{
  rung_column columns[ITEMS];
  items_of(values, columns);
  return rung_stats_omega(columns, ITEMS, NULL, RUNG_MISSING_FAIL, RUNG_FACTORING_LIKELIHOOD,
                          stage->out, ROOM, error);
}

static rung_status factor(struct stage *stage, rung_error *error)
{
  rung_column columns[ITEMS];
  items_of(values, columns);
  return rung_stats_one_factor(columns, ITEMS, NULL, RUNG_MISSING_FAIL, RUNG_FACTORING_MINRES,
                               stage->out, ROOM, error);
}

static rung_status scales(struct stage *stage, rung_error *error)
{
  static const int8_t keys[] = {1, 1, 0, 0, 0, 0, 1, -1};
  return rung_stats_scales(matrix, ITEMS, keys, 2, stage->out, ROOM, error);
}

static rung_status scale_items(struct stage *stage, rung_error *error)
{
  static const int8_t keys[] = {1, 1, 0, 0, 0, 0, 1, -1};
  return rung_stats_scale_items(matrix, ITEMS, keys, 2, stage->out, ROOM, error);
}

static rung_status chances(struct stage *stage, rung_error *error)
{
  return rung_stats_level_chances(3, 1, cuts, 2, stage->out, ROOM, error);
}

static rung_status certainty(struct stage *stage, rung_error *error)
{
  rung_column columns[ITEMS];
  const rung_column weight = of(ones);
  static const double population[] = {3, 1, 0.8};
  items_of(values, columns);
  return rung_stats_level_certainty(columns, &weight, cuts, 2, population, RUNG_AROUND_TRUE,
                                    stage->out, ROOM, error);
}

static rung_status polychoric(struct stage *stage, rung_error *error)
{
  rung_column columns[ITEMS];
  const rung_column weight = of(ones);
  items_of(values, columns);
  return rung_stats_polychoric(columns, ITEMS, &weight, RUNG_MISSING_PAIRWISE, RUNG_MARGINS_ITEM,
                               stage->out, ROOM, error);
}

static rung_status polychoric_pair(struct stage *stage, rung_error *error)
{
  rung_column columns[ITEMS];
  const rung_column weight = of(ones);
  items_of(values, columns);
  return rung_stats_polychoric_pair(columns, &weight, RUNG_MARGINS_PAIR, stage->out, ROOM, error);
}

static rung_status thresholds(struct stage *stage, rung_error *error)
{
  rung_column columns[ITEMS];
  const rung_column weight = of(ones);
  items_of(values, columns);
  return rung_stats_thresholds(columns, &weight, stage->out, ROOM, error);
}

static rung_status ordinal_alpha(struct stage *stage, rung_error *error)
{
  rung_column columns[ITEMS];
  items_of(values, columns);
  return rung_stats_ordinal_alpha(columns, ITEMS, NULL, RUNG_MISSING_LISTWISE, RUNG_MARGINS_PAIR,
                                  stage->out, ROOM, error);
}

static rung_status importance(struct stage *stage, rung_error *error)
{
  rung_column columns[ITEMS];
  const rung_column weight = of(ones);
  items_of(values, columns);
  return rung_stats_importance(columns, ITEMS, &weight, RUNG_MISSING_LISTWISE, NULL, stage->out,
                               ROOM, error);
}

static rung_status mahalanobis(struct stage *stage, rung_error *error)
{
  rung_column columns[ITEMS];
  items_of(values, columns);
  return rung_stats_mahalanobis(columns, ITEMS, RUNG_MISSING_LISTWISE, stage->out, ROOM, error);
}

static const struct named_trial CALLS[] = {
    {"alpha_survives", alpha},
    {"alpha_of_a_matrix_survives", alpha_of_a_matrix},
    {"describing_items_of_a_scale_survives", alpha_items},
    {"taking_covariances_survives", covariances},
    {"turning_covariances_survives", correlations},
    {"marking_survives", marks_of},
    {"halving_survives", halves},
    {"splitting_every_way_survives", splits},
    {"bounding_survives", bounds},
    {"omega_survives", omega},
    {"fitting_a_factor_survives", factor},
    {"correlating_scales_survives", scales},
    {"correlating_items_with_scales_survives", scale_items},
    {"giving_chances_of_levels_survives", chances},
    {"telling_how_sure_levels_are_survives", certainty},
    {"correlating_what_lies_behind_survives", polychoric},
    {"fitting_a_table_survives", polychoric_pair},
    {"finding_thresholds_survives", thresholds},
    {"ordinal_alpha_survives", ordinal_alpha},
    {"sharing_out_survives", importance},
    {"judging_rows_survives", mahalanobis},
};

int main(void)
{
  return run_statistics(CALLS, LENGTH(CALLS));
}
