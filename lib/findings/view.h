/* The view: which cuts and which units are to be shown.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_VIEW_H
#define RUNG_FINDINGS_VIEW_H

#include <rung/findings.h>

#include <jansson.h>

#include "base/arena.h"
#include "tally/tally.h"

struct rung__view_cut {
  size_t count;
  const char *column[RUNG__COLUMNS_MAX];
};

struct rung__unit {
  uint32_t parent; /* its number among `parents`; RUNG__NO_NAME: at the top */
  int64_t invited; /* in the unit itself; -1: not known */
};

/* The level that a unit wants to reach, by ids: the model is not known yet. */
struct rung__target {
  uint32_t unit; /* its number among `target_units` */
  const char *reading, *level;
};

#define RUNG__SHOWN_MOST 64
#define RUNG__SHOWN_GROUPS 4096 /* of one of them */

struct rung__related {
  const char *reading[2];
};

struct rung_view {
  struct rung__arena arena;
  struct rung__view_cut *cut;
  size_t cut_count, cut_room;
  const char *unit_column;    /* NULL: none */
  struct rung__names units;   /* ids as keys of one label; a unit's number is that of its id */
  struct rung__names parents; /* ids of parents, likewise */
  struct rung__unit *unit;
  size_t unit_room;
  struct rung__names target_units; /* ids of units, likewise */
  struct rung__target *target;
  size_t target_count, target_room;
  json_t *shown[RUNG__SHOWN_MOST]; /* findings that were shown before */
  size_t shown_count;
  struct rung__related *related;
  size_t related_count, related_room;
};

#endif
