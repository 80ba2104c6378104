/* Finding what the persons' own levels say of a group.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/people.h"

struct rung__people rung__people_of(const struct rung__figures *figures, size_t group,
                                    size_t reading, size_t rule)
{
  const struct rung__groups *groups = &figures->cells;
  const size_t person_rule = rung__person_rule(&figures->model->readings[reading], rule);
  struct rung__people people = {.segment = rung__shape_rule(groups->shape, reading, person_rule)};
  const struct rung__segment *segment = people.segment;
  if (segment == NULL) return people;
  people.n = rung__groups_active(groups, group, segment);
  people.weight = rung__groups_weight(groups, group, segment->first, segment->active);
  people.dominated = rung__dominates(rung__groups_largest(groups, group, segment), people.weight);
  return people;
}

int rung__people_median(const struct rung__figures *figures, size_t group,
                        const struct rung__people *people)
{
  rung__uwide below = 0;
  for (uint32_t level = 0; people->n > 0 && level < people->segment->active; ++level) {
    below += rung__groups_weight(&figures->cells, group, people->segment->first + level, 1);
    if (below * 2 >= people->weight) return (int)level;
  }
  return RUNG__NONE;
}

/* Why nobody has a level: the reason of the measure, else that no rule gave one. */
uint8_t rung__why_no_people(const struct rung__figures *figures, size_t reading, size_t group,
                            const struct rung__people *people)
{
  const uint8_t state = figures->measure[figures->model->readings[reading].measure].state[group];
  if (people->segment == NULL) return RUNG_STATE_NOT_COLLECTED;
  return state != RUNG_STATE_SHOWN ? state : (uint8_t)RUNG_STATE_TOO_LITTLE_EVIDENCE;
}
