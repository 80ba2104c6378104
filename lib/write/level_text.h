/* A level in words: its place, its name, and what is to be said beside it.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_WRITE_LEVEL_TEXT_H
#define RUNG_WRITE_LEVEL_TEXT_H

#include <rung/scores.h>

#include "model/model.h"

/* A level as a writer has fetched it; levels are -1 for none. */
struct rung__told_level {
  const rung_model *model;
  const char *language;
  size_t reading;
  int stated, reached;
  rung_state state;
  uint32_t marks;
  const char *reason; /* why it reads so; NULL where nothing is known */
};

/* "level 3 of 5, Name, visiting 4, by assumed cuts", or "no level" and why. */
void rung__tell_level(struct rung__buffer *sentence, const struct rung__told_level *level);
/* "3 Name", shorter, for a cell; a state where there is none. Behind it " ↗" on a threshold, "*"
 * not yet held, " →5" visiting 5, " ↓" held down, " †" espoused, " ‡" within the row only. */
void rung__put_level(struct rung__buffer *cell, const struct rung__told_level *level);
/* Says what the signs mean that rung__put_level() put into a table: states and marks that occur. */
void rung__tell_signs(struct rung__buffer *sentence, bool on_threshold, uint32_t marks);
/* Why there is no figure, in words for people. */
const char *rung__state_text(rung_state state);

#endif
