/* Planning: each ground by itself first, then with all the groups that are shown beside it.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/planning.h"

#include <stdlib.h>

#include "base/array.h"
#include "disclosure/crossing.h"
#include "disclosure/nested.h"
#include "findings/grounds.h"
#include "findings/plan_across.h"

static bool make_room(struct rung__plan *plan)
{
  plan->access = rung__array_new(plan->ground_count, sizeof *plan->access);
  for (size_t ground = 0; plan->access != NULL && ground < plan->ground_count; ++ground) {
    plan->access[ground] = rung__array_new(plan->row_count, sizeof **plan->access);
    if (plan->access[ground] == NULL) return false;
  }
  return plan->access != NULL;
}

/* Room for the case of one ground. False: no memory. */
static bool begin(struct rung__hearing *of)
{
  const size_t rows = of->system->row_count, atoms = of->system->atom_count;
  of->row = rung__array_new(rows, sizeof *of->row);
  of->atom = rung__array_new(atoms, sizeof *of->atom);
  of->own = rung__array_new(rows, (of->system->forest_count + 1) * sizeof *of->own);
  of->piece = rung__array_new(rows, sizeof *of->piece);
  of->protected = rung__array_new(rows, sizeof *of->protected);
  of->changed = rung__array_new(rows, sizeof *of->changed);
  return of->row != NULL && of->atom != NULL && of->own != NULL && of->piece != NULL &&
         of->protected != NULL && of->changed != NULL;
}

static void end(struct rung__hearing *of)
{
  free(of->row);
  free(of->atom);
  free(of->own);
  free(of->piece);
  free(of->protected);
  free(of->changed);
}

static void find_stands(struct rung__hearing *of, const struct rung__groups *rows)
{
  const struct rung__system *system = of->system;
  for (size_t row = 0; row < system->shown_count; ++row)
    of->row[row] = rung__stand_of(of->ground, rows, row);
  for (size_t row = system->shown_count; row < system->row_count; ++row)
    of->row[row] = (struct rung__stand){0};
  for (size_t place = 0; place < system->forest_count * system->row_count; ++place)
    of->own[place] = (struct rung__stand){0};
  for (size_t atom = 0; atom < system->atom_count; ++atom) {
    of->atom[atom] = rung__stand_of(of->ground, &system->atoms, atom);
    for (size_t index = 0; index < system->forest_count; ++index) {
      const uint32_t row = system->forest[index].deepest[atom];
      if (row != RUNG__NO_ROW)
        rung__stand_add(&of->own[index * system->row_count + row], &of->atom[atom]);
    }
  }
}

static bool tells(const struct rung__plan *plan, struct rung__hearing *of, size_t row)
{
  const struct rung__stand *stand = &of->row[row];
  if (rung__stand_tells(of->ground, stand)) return true;
  if (of->ground->kind == RUNG__GROUND_LEVELS) return stand->n <= 15 && stand->most + 1 >= stand->n;
  return rung__ground_tells(plan, of->ground, row, of->system->least_n_spread, &of->work);
}

/* What a figure may show by itself, and no better than its group. */
static void judge_alone(const struct rung__plan *plan, struct rung__hearing *of, size_t row)
{
  const struct rung__stand *stand = &of->row[row];
  const uint8_t group = of->number == 0 ? (uint8_t)RUNG__IN_FULL : plan->access[0][row];
  uint8_t access = RUNG__IN_FULL;
  if (stand->n > 0 && stand->n < of->system->least_n) {
    access = RUNG__TOO_FEW;
  } else if (stand->n > 0 && group > RUNG__CONCEALED && tells(plan, of, row)) {
    access = RUNG__CONCEALED;
    const struct rung__leak why = {
        .kind = RUNG__LEAK_SELF, .from = (uint32_t)row, .of = (uint32_t)row};
    rung__hearing_hide(of, (uint32_t)row, RUNG__CONCEALED, why);
  } else if (stand->n > 0 && stand->n < of->system->least_n_spread) {
    access = RUNG__MEAN_ONLY;
  }
  of->protected[row] = stand->n > 0 && access <= RUNG__CONCEALED;
  of->access[row] = access < group ? access : group;
}

/* What was shown of the ground earlier, and of how many other persons. */
static void recall(struct rung__hearing *of, struct rung__earlier *earlier)
{
  const struct rung__system *system = of->system;
  const size_t first = system->shown_count;
  for (size_t index = 0; index < earlier->count; ++index) {
    struct rung__stand *other = &of->atom[system->real_count + index];
    struct rung__stand now = {0};
    uint32_t persons;
    for (size_t atom = 0; atom < system->real_count; ++atom) {
      const struct rung__forest *forest = &system->forest[system->first_earlier + index];
      if (forest->deepest[atom] != RUNG__NO_ROW) rung__stand_add(&now, &of->atom[atom]);
    }
    const bool shown = rung__earlier_differs(earlier, index, of->ground, &now, &persons);
    of->access[first + index] = shown && persons == 0 ? RUNG__IN_FULL : RUNG__TOO_FEW;
    of->changed[first + index] = shown && persons > 0;
    of->protected[first + index] = false;
    other->n = persons;
    rung__stand_add(&of->own[(system->first_earlier + index) * system->row_count + first + index],
                    other);
  }
}

static void decide(struct rung__plan *plan, struct rung__hearing *of, size_t number,
                   struct rung__crossing *crossing, struct rung__earlier *earlier)
{
  of->ground = &plan->ground[number];
  of->number = number;
  of->access = plan->access[number];
  find_stands(of, &plan->figures->cells);
  for (size_t row = 0; row < of->system->shown_count; ++row)
    judge_alone(plan, of, row);
  recall(of, earlier);
  rung__settle_nested(of);
  if (of->system->whole_count > 1) rung__settle_crossing(of, crossing);
}

static bool decide_all(struct rung__plan *plan, const struct rung__system *system,
                       struct rung__earlier *earlier, uint64_t work)
{
  struct rung__hearing of = {.system = system};
  struct rung__crossing crossing = {0};
  of.failed = !begin(&of);
  for (size_t ground = 0; !of.failed && ground < plan->ground_count; ++ground) {
    of.work = work;
    decide(plan, &of, ground, &crossing, earlier);
  }
  plan->leak = of.leak;
  plan->leak_count = of.leak_count;
  plan->leak_room = of.leak_room;
  rung__crossing_free(&crossing);
  end(&of);
  return !of.failed;
}

bool rung__plan_make(struct rung__plan *plan, const rung_findings *findings,
                     const struct rung__figures *figures, struct rung__system *system,
                     struct rung__earlier *earlier, const rung_settings *settings)
{
  *plan = (struct rung__plan){.figures = figures, .row_count = system->row_count};
  plan->off = findings->bare;
  if (plan->off) return true;
  system->least_n = findings->least_n;
  system->least_n_spread = findings->least_n_spread;
  const uint64_t work = (uint64_t)rung_settings_get(settings, RUNG_SETTING_WORK);
  return rung__grounds_list(plan) && make_room(plan) && decide_all(plan, system, earlier, work) &&
         rung__plan_across(plan);
}
