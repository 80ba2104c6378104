/* The simplex method with bounded variables and Bland's rule, in rationals.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Variables that are not basic may stand anywhere between their ends: each moves to an end or becomes
 * basic once it is of use (superbasic variables). */
#include "disclosure/program.h"

#include <stdlib.h>

#include "base/array.h"

#define NONE SIZE_MAX

static struct rung__rational *cell_of(const struct rung__program *program, size_t row,
                                      size_t column)
{
  return &program->cell[row * program->columns + column];
}

static bool spend(struct rung__program *program, uint64_t steps)
{
  program->work = program->work > steps ? program->work - steps : 0;
  return program->work > 0;
}

static bool scale_row(struct rung__program *program, size_t row, size_t column)
{
  const struct rung__rational pivot = *cell_of(program, row, column);
  bool fits = true;
  for (size_t other = 0; other < program->columns; ++other) {
    struct rung__rational *cell = cell_of(program, row, other);
    if (cell->above != 0) *cell = rung__rational_divide(*cell, pivot, &fits);
  }
  return fits;
}

/* Takes so much of a row from another that its cell in a column becomes 0. */
static bool clear_cell(struct rung__program *program, size_t row, size_t by, size_t column)
{
  const struct rung__rational factor = *cell_of(program, row, column);
  bool fits = true;
  for (size_t other = 0; other < program->columns; ++other) {
    const struct rung__rational *from = cell_of(program, by, other);
    struct rung__rational *to = cell_of(program, row, other);
    if (from->above == 0) continue;
    *to = rung__rational_subtract(*to, rung__rational_multiply(factor, *from, &fits), &fits);
  }
  return fits;
}

/* Makes a variable basic in a row. False: a number does not fit, or the work is used up. */
static bool pivot(struct rung__program *program, size_t row, size_t column, size_t rows)
{
  if (!scale_row(program, row, column)) return false;
  for (size_t other = 0; other < rows; ++other) {
    if (other == row || cell_of(program, other, column)->above == 0) continue;
    if (!clear_cell(program, other, row, column) || !spend(program, program->columns)) return false;
  }
  program->basic[row] = column;
  program->is_basic[column] = true;
  return spend(program, program->columns);
}

static void drop_row(struct rung__program *program, size_t row, size_t last)
{
  for (size_t column = 0; column < program->columns; ++column)
    *cell_of(program, row, column) = *cell_of(program, last, column);
}

/* Leaves equations that do not follow from others, each with a variable of its own. */
static enum rung__proof eliminate(struct rung__program *program, size_t rows)
{
  for (size_t row = 0; row < rows;) {
    size_t column = 0;
    while (column < program->columns && cell_of(program, row, column)->above == 0)
      ++column;
    if (column == program->columns) {
      drop_row(program, row, --rows);
      continue;
    }
    if (!pivot(program, row, column, rows)) return RUNG__TOO_MUCH;
    ++row;
  }
  program->rows = rows;
  return RUNG__SAFE;
}

static bool make_room(struct rung__program *program, size_t rows)
{
  const size_t columns = program->columns;
  program->cell = rung__array_new(rows * columns, sizeof *program->cell);
  program->value = rung__array_new(columns, sizeof *program->value);
  program->least = rung__array_new(columns, sizeof *program->least);
  program->most = rung__array_new(columns, sizeof *program->most);
  program->wanted = rung__array_new(columns, sizeof *program->wanted);
  program->basic = rung__array_new(rows, sizeof *program->basic);
  program->is_basic = rung__array_new(columns, sizeof *program->is_basic);
  return program->cell != NULL && program->value != NULL && program->least != NULL &&
         program->most != NULL && program->wanted != NULL && program->basic != NULL &&
         program->is_basic != NULL;
}

enum rung__proof rung__program_make(struct rung__program *program,
                                    const struct rung__lattice *lattice, uint64_t work)
{
  *program = (struct rung__program){.columns = lattice->atom_count, .work = work};
  if (lattice->atom_count == 0) return RUNG__SAFE;
  if (lattice->width > RUNG__PROGRAM_CELLS / lattice->atom_count) return RUNG__TOO_MUCH;
  if (!make_room(program, lattice->width)) return RUNG__NO_ROOM;
  for (size_t cell = 0; cell < lattice->width * program->columns; ++cell)
    program->cell[cell] = rung__rational_of(0);
  for (size_t place = 0; place < lattice->atom_count; ++place) {
    for (size_t index = 0; index < lattice->each; ++index) {
      const uint32_t at = lattice->at[place * lattice->each + index];
      if (at != RUNG__NO_ROW) *cell_of(program, at, place) = rung__rational_of(1);
    }
  }
  return eliminate(program, lattice->width);
}

/* What the sum gains where a variable that is not basic rises by 1. */
static struct rung__rational gain_of(const struct rung__program *program, size_t column, bool *fits)
{
  struct rung__rational gain = rung__rational_of(program->wanted[column]);
  for (size_t row = 0; row < program->rows; ++row) {
    if (program->wanted[program->basic[row]])
      gain = rung__rational_subtract(gain, *cell_of(program, row, column), fits);
  }
  return gain;
}

/* The first variable that can move the sum in a direction, and the direction in which it moves. */
static size_t choose(const struct rung__program *program, int way, int *moves,
                     struct rung__rational *gain, bool *fits)
{
  for (size_t column = 0; *fits && column < program->columns; ++column) {
    if (program->is_basic[column]) continue;
    *gain = gain_of(program, column, fits);
    *moves = rung__rational_sign(*gain) * way;
    const struct rung__rational end = rung__rational_of(*moves > 0 ? program->most[column]
                                                                   : program->least[column]);
    if (*moves != 0 && rung__rational_compare(program->value[column], end) != 0) return column;
  }
  return NONE;
}

static struct rung__rational room_of(const struct rung__program *program, size_t column, int moves,
                                     bool *fits)
{
  const struct rung__rational value = program->value[column];
  return moves > 0
             ? rung__rational_subtract(rung__rational_of(program->most[column]), value, fits)
             : rung__rational_subtract(value, rung__rational_of(program->least[column]), fits);
}

/* How far a variable may move until it, or a basic one, is at an end; the row of that, or NONE. */
static struct rung__rational reach(const struct rung__program *program, size_t column, int moves,
                                   size_t *blocks, bool *fits)
{
  struct rung__rational step = room_of(program, column, moves, fits);
  *blocks = NONE;
  for (size_t row = 0; row < program->rows; ++row) {
    const struct rung__rational cell = *cell_of(program, row, column);
    if (cell.above == 0) continue;
    const int way = -moves * rung__rational_sign(cell);
    const struct rung__rational size = {cell.above < 0 ? -cell.above : cell.above, cell.below};
    const struct rung__rational room = rung__rational_divide(
        room_of(program, program->basic[row], way, fits), size, fits);
    const int order = rung__rational_compare(room, step);
    if (order > 0 ||
        (order == 0 && (*blocks == NONE || program->basic[row] > program->basic[*blocks])))
      continue;
    step = room;
    *blocks = row;
  }
  return step;
}

static void move(struct rung__program *program, size_t column, int moves,
                 struct rung__rational step, bool *fits)
{
  const struct rung__rational change = {moves * step.above, step.below};
  program->value[column] = rung__rational_add(program->value[column], change, fits);
  for (size_t row = 0; row < program->rows; ++row) {
    const struct rung__rational cell = *cell_of(program, row, column);
    struct rung__rational *value = &program->value[program->basic[row]];
    if (cell.above != 0)
      *value = rung__rational_subtract(*value, rung__rational_multiply(cell, change, fits), fits);
  }
}

/* Moves the sum up (1) or down (-1) as far as it goes, or by `enough`. */
static enum rung__proof search(struct rung__program *program, int way, struct rung__rational enough,
                               struct rung__rational *moved)
{
  bool fits = true;
  *moved = rung__rational_of(0);
  while (rung__rational_compare(*moved, enough) < 0) {
    struct rung__rational gain;
    int moves;
    size_t blocks;
    const size_t column = choose(program, way, &moves, &gain, &fits);
    if (!fits || !spend(program, program->columns + program->rows)) return RUNG__TOO_MUCH;
    if (column == NONE) return RUNG__UNSAFE;
    const struct rung__rational step = reach(program, column, moves, &blocks, &fits);
    move(program, column, moves, step, &fits);
    if (gain.above < 0) gain.above = -gain.above;
    *moved = rung__rational_add(*moved, rung__rational_multiply(gain, step, &fits), &fits);
    if (!fits) return RUNG__TOO_MUCH;
    if (blocks == NONE) continue;
    program->is_basic[program->basic[blocks]] = false;
    if (!pivot(program, blocks, column, program->rows)) return RUNG__TOO_MUCH;
  }
  return RUNG__SAFE;
}

enum rung__proof rung__program_varies(struct rung__program *program, int64_t width, double *found)
{
  struct rung__rational moved;
  const struct rung__rational enough = rung__rational_of(width);
  enum rung__proof proof = search(program, 1, enough, &moved);
  if (proof == RUNG__UNSAFE) proof = search(program, -1, enough, &moved);
  *found = (double)moved.above / (double)moved.below;
  return proof;
}

void rung__program_free(struct rung__program *program)
{
  free(program->cell);
  free(program->value);
  free(program->least);
  free(program->most);
  free(program->wanted);
  free(program->basic);
  free(program->is_basic);
  *program = (struct rung__program){0};
}
