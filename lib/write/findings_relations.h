/* Relations of two readings, in JSON and for people.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_WRITE_FINDINGS_RELATIONS_H
#define RUNG_WRITE_FINDINGS_RELATIONS_H

#include "write/findings_page.h"
#include "write/json_out.h"

/* "relations": each with its table of units and of persons. */
void rung__json_relations(struct rung__json_out *json, const struct rung__sheet *sheet);
void rung__page_relations(const struct rung__page *page);

#endif
