/* The controlled lists, in JSON and for people: what is different, strong, changed, a gap.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_WRITE_FINDINGS_LISTS_H
#define RUNG_WRITE_FINDINGS_LISTS_H

#include "write/findings_page.h"
#include "write/json_out.h"

/* "lists": each with its families and its rows. */
void rung__json_lists(struct rung__json_out *json, const struct rung__sheet *sheet);
/* The lists of the groups [first, end) of one cut, under its table. */
void rung__page_lists(const struct rung__page *page, size_t first, size_t end);
/* How the lists come about, and why nothing is ranked. */
void rung__page_comparing(const struct rung__page *page);

#endif
