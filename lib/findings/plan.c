/* The plan: looking up what was decided.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/plan.h"

#include <stdlib.h>

void rung__plan_free(struct rung__plan *plan)
{
  for (size_t ground = 0; plan->access != NULL && ground < plan->ground_count; ++ground)
    free(plan->access[ground]);
  for (size_t measure = 0; plan->across != NULL && measure < plan->figures->model->measure_count;
       ++measure)
    free(plan->across[measure]);
  free(plan->access);
  free(plan->across);
  free(plan->ground);
  free(plan->measure);
  free(plan->people);
  free(plan->leak);
  *plan = (struct rung__plan){0};
}

enum rung__access rung__plan_group(const struct rung__plan *plan, size_t group)
{
  return plan->off ? RUNG__IN_FULL : (enum rung__access)plan->access[0][group];
}

enum rung__access rung__plan_item(const struct rung__plan *plan, size_t group, size_t item)
{
  return plan->off ? RUNG__IN_FULL : (enum rung__access)plan->access[1 + item][group];
}

enum rung__access rung__plan_people(const struct rung__plan *plan, size_t group, size_t reading,
                                    size_t rule)
{
  if (plan->off) return RUNG__IN_FULL;
  const size_t person_rule = rung__person_rule(&plan->figures->model->readings[reading], rule);
  const size_t ground = plan->people[reading * RUNG__RULES_MAX + person_rule];
  return ground == 0 ? rung__plan_group(plan, group)
                     : (enum rung__access)plan->access[ground][group];
}
