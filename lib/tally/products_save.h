/* The saved form of products: see tally/tally_save.h.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TALLY_PRODUCTS_SAVE_H
#define RUNG_TALLY_PRODUCTS_SAVE_H

#include "base/text.h"
#include "tally/groups.h"
#include "tally/intake.h"

void rung__save_couples(const struct rung__couples *couples, struct rung__buffer *out);
void rung__load_couples(struct rung__couples *couples, struct rung__intake *source);
void rung__save_products(const struct rung__groups *groups, size_t group, struct rung__buffer *out);
void rung__load_products(struct rung__groups *groups, size_t group, struct rung__intake *source);

#endif
