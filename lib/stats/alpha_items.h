/* The items of a scale, and the scale without each, from a matrix.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_ALPHA_ITEMS_H
#define RUNG_STATS_ALPHA_ITEMS_H

#include "stats/covariance.h"

#define RUNG__ALPHA_ITEM_COUNT 17 /* values of rung_alpha_item */

/* Numbers of room that rung__alpha_items_from() needs. */
size_t rung__alpha_items_room(size_t items);
/* Fills out[which * items + item] with all that needs no rows: every rung_alpha_item but
 * RUNG_ALPHA_ITEM_TOTAL_R. */
void rung__alpha_items_from(const struct rung__covariance *covariance, double *room, double *out);

#endif
