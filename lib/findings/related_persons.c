/* Relations over persons: shown as a whole or not at all.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The distributions of both readings are shown elsewhere, so a single cell that is left out could be
 * worked out from them, and the share on the diagonal and the association tell of the cells as well.
 * Those with a level on one reading only follow from the two, and count as cells. */
#include "findings/related_persons.h"

#include <math.h>

#include <rung/stats/distribution.h>

#include "findings/people.h"
#include "findings/related_before.h"
#include "findings/relations.h"
#include "stats/kendall_table.h"

static const char
    undeclared[] = "persons are counted by two readings only where the model declares "
                   "the relation";
static const char no_levels[] = "a reading gives persons no level, or the tally keeps no scores";
static const char too_few[] = "too few have a level on both readings";
static const char not_in_full[] = "the distribution of one of the readings is not shown in full";
static const char
    telling[] = "withheld as a whole: so few stand on some two levels that they could "
                "be told";

/* A relation in the total. */
struct related {
  const struct rung__figures *figures;
  const struct rung__segment *both, *side[2]; /* both NULL: nothing is kept */
  size_t down, across;                        /* levels */
  uint32_t n;                                 /* persons with both */
  rung__uwide weight;                         /* theirs */
};

static struct related find(const rung_findings *findings, const struct rung__figures *figures,
                           size_t relation)
{
  const rung_model *model = findings->model;
  const struct rung__relation *of = &findings->relation[relation];
  struct related related = {.figures = figures};
  if (relation >= model->relation_count) return related;
  related.both = rung__shape_relation(figures->cells.shape, relation);
  if (related.both == NULL) return related;
  for (size_t side = 0; side < 2; ++side) {
    const size_t primary = model->readings[of->reading[side]].primary;
    related.side[side] = rung__people_of(figures, 0, of->reading[side], primary).segment;
  }
  related.down = related.side[0]->active;
  related.across = related.side[1]->active;
  related.n = rung__groups_active(&figures->cells, 0, related.both);
  related.weight = rung__groups_weight(&figures->cells, 0, related.both->first,
                                       related.both->active);
  return related;
}

static uint32_t persons(const struct related *related, const struct rung__segment *segment,
                        size_t place)
{
  return rung__groups_count(&related->figures->cells, 0, segment->first + place);
}

/* The slots of those who have one level of a side: the first, and how far apart the others are. */
static uint32_t with_both(const struct related *related, size_t side, size_t level)
{
  const size_t count = side == 0 ? related->across : related->down;
  const size_t first = side == 0 ? level * related->across : level;
  const size_t step = side == 0 ? 1 : related->across;
  uint32_t sum = 0;
  for (size_t place = 0; place < count; ++place)
    sum += persons(related, related->both, first + place * step);
  return sum;
}

static bool is_few(uint32_t n, int64_t least)
{
  return n > 0 && n < least;
}

/* Whether a side tells of few: those on one level without the other, or that all are alike. */
static bool tells_by_side(const struct related *related, size_t side, int64_t least)
{
  size_t levels = 0;
  for (size_t level = 0; level < related->side[side]->active; ++level) {
    const uint32_t inside = with_both(related, side, level);
    if (is_few(persons(related, related->side[side], level) - inside, least)) return true;
    levels += inside > 0;
  }
  return levels < 2;
}

static bool tells(const struct related *related, int64_t least)
{
  for (size_t cell = 0; cell < related->both->active; ++cell) {
    if (is_few(persons(related, related->both, cell), least)) return true;
  }
  return tells_by_side(related, 0, least) || tells_by_side(related, 1, least);
}

/* Whether the distribution of a reading is shown in the total. */
static bool is_in_full(const rung_findings *findings, size_t reading)
{
  const struct rung__table *table = &findings->table[RUNG_TABLE_LEVEL];
  return !isnan(rung__table_number(table, table->first[reading], RUNG_FIGURE_SHARE));
}

/* Why the table is not shown; NULL: it is. */
static const char *why_not(const rung_findings *findings, size_t relation,
                           const struct related *related, rung_state *state)
{
  const struct rung__relation *of = &findings->relation[relation];
  *state = RUNG_STATE_NOT_COLLECTED;
  if (related->both == NULL)
    return relation < findings->model->relation_count ? no_levels : undeclared;
  *state = RUNG_STATE_TOO_FEW;
  if (related->n < findings->least_n_spread) return too_few;
  *state = RUNG_STATE_HIDDEN;
  if (!is_in_full(findings, of->reading[0]) || !is_in_full(findings, of->reading[1]))
    return not_in_full;
  const uint64_t largest = rung__groups_largest(&related->figures->cells, 0, related->both);
  if (rung__dominates(largest, related->weight) || tells(related, findings->least_n))
    return telling;
  *state = RUNG_STATE_SHOWN;
  return NULL;
}

/* The squared weights of a cell over the square of all weight. */
static double square_of(const struct related *related, size_t cell)
{
  const struct rung__groups *groups = &related->figures->cells;
  if (!groups->weighted)
    return persons(related, related->both, cell) / ((double)related->n * related->n);
  const double square = (double)rung__groups_square(groups, 0, related->both->first + cell, 1) /
                        (double)RUNG__SQUARE_ONE;
  const double weight = (double)related->weight / (double)RUNG__WEIGHT_ONE;
  return square / weight / weight;
}

static void put_interval(rung_findings *findings, size_t relation,
                         const struct rung__kendall_table *kendall, bool squared)
{
  struct rung__table *table = &findings->table[RUNG_TABLE_RELATION_PERSONS];
  const double half = rung_stats_normal_quantile((1 + findings->confidence) / 2) * kendall->error;
  rung__table_put(table, relation, RUNG_FIGURE_ASSOCIATION, kendall->tau);
  rung__table_doubt(table, relation, RUNG__OF_ASSOCIATION,
                    isnan(kendall->tau) ? RUNG__NO_VARIANCE
                    : !squared          ? RUNG__NO_PRODUCTS
                    : half > 0          ? RUNG__SURE
                                        : RUNG__ONE_ORDER);
  if (!(half > 0)) return;
  rung__table_put(table, relation, RUNG_FIGURE_ASSOCIATION_LOW, fmax(kendall->tau - half, -1));
  rung__table_put(table, relation, RUNG_FIGURE_ASSOCIATION_HIGH, fmin(kendall->tau + half, 1));
}

/* Fills the cells; gives the share on the diagonal. */
static double fill_cells(rung_findings *findings, size_t relation, const struct related *related)
{
  struct rung__table *table = &findings->table[RUNG_TABLE_CELL_PERSONS];
  rung__uwide on = 0;
  for (size_t cell = 0; cell < related->both->active; ++cell) {
    const size_t row = table->first[relation] + cell;
    const rung__uwide weight = rung__groups_weight(&related->figures->cells, 0,
                                                   related->both->first + cell, 1);
    rung__table_put(table, row, RUNG_FIGURE_N, persons(related, related->both, cell));
    rung__table_put(table, row, RUNG_FIGURE_SHARE, rung__share(weight, related->weight));
    if (rung__table_number(table, row, RUNG_FIGURE_DIAGONAL) == 1) on += weight;
  }
  return rung__share(on, related->weight);
}

/* `square` has room for the cells. */
static void show(rung_findings *findings, size_t relation, const struct related *related,
                 double *square)
{
  struct rung__table *table = &findings->table[RUNG_TABLE_RELATION_PERSONS];
  const struct rung__table *cells = &findings->table[RUNG_TABLE_CELL_PERSONS];
  const struct rung__groups *groups = &related->figures->cells;
  const bool squared = !groups->weighted || rung__shape_multiplies(groups->shape);
  struct rung__kendall_table kendall;
  rung__table_put(table, relation, RUNG_FIGURE_N, related->n);
  rung__table_put(table, relation, RUNG_FIGURE_SHARE, fill_cells(findings, relation, related));
  for (size_t cell = 0; squared && cell < related->both->active; ++cell)
    square[cell] = square_of(related, cell);
  rung__kendall_table(cells->number[RUNG_FIGURE_SHARE] + cells->first[relation],
                      squared ? square : NULL, related->down, related->across, &kendall);
  put_interval(findings, relation, &kendall, squared);
}

/* What the model says of the cells stands there whether they are shown or not. */
static void mark_cells(rung_findings *findings, size_t relation, rung_state state,
                       const char *reason)
{
  struct rung__table *table = &findings->table[RUNG_TABLE_CELL_PERSONS];
  const struct rung__table *units = &findings->table[RUNG_TABLE_CELL];
  for (size_t row = table->first[relation]; row < table->first[relation + 1]; ++row) {
    table->state[row] = (uint8_t)state;
    table->reason[row] = reason;
    rung__table_put(table, row, RUNG_FIGURE_DIAGONAL,
                    rung__table_number(units, row, RUNG_FIGURE_DIAGONAL));
  }
}

/* Takes the figures back. */
static void hide(rung_findings *findings, size_t relation)
{
  struct rung__table *cells = &findings->table[RUNG_TABLE_CELL_PERSONS];
  rung__table_hide(&findings->table[RUNG_TABLE_RELATION_PERSONS], relation, RUNG_STATE_HIDDEN,
                   telling);
  for (size_t row = cells->first[relation]; row < cells->first[relation + 1]; ++row)
    rung__table_hide(cells, row, RUNG_STATE_HIDDEN, telling);
  mark_cells(findings, relation, RUNG_STATE_HIDDEN, telling);
}

static void relate(rung_findings *findings, const struct rung__figures *figures, size_t relation,
                   double *square)
{
  struct rung__table *table = &findings->table[RUNG_TABLE_RELATION_PERSONS];
  const struct related related = find(findings, figures, relation);
  rung_state state;
  const char *reason = why_not(findings, relation, &related, &state);
  table->state[relation] = (uint8_t)state;
  table->reason[relation] = reason == NULL ? rung__shared_style : reason;
  mark_cells(findings, relation, state, reason == NULL ? "" : reason);
  if (reason == NULL) show(findings, relation, &related, square);
}

bool rung__relate_persons(rung_findings *findings, const struct rung__figures *figures,
                          const rung_view *view)
{
  double *square = rung__arena_take(&findings->arena, (size_t)RUNG__LEVELS_MAX * RUNG__LEVELS_MAX,
                                    sizeof *square);
  if (square == NULL) return false;
  for (size_t relation = 0; relation < findings->relation_count; ++relation) {
    relate(findings, figures, relation, square);
    if (!findings->bare && rung__related_differs(view, findings, relation) &&
        findings->table[RUNG_TABLE_RELATION_PERSONS].state[relation] == RUNG_STATE_SHOWN)
      hide(findings, relation);
  }
  return true;
}
