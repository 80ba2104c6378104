/* Chances and flips in words.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_WRITE_CHANCE_TEXT_H
#define RUNG_WRITE_CHANCE_TEXT_H

#include "write/findings_sheet.h"

/* A probability as a share of a hundred; of draws none is certain: ">99 %". */
void rung__tell_chance(struct rung__buffer *sentence, double chance);
/* The same as a cell, to the right; a dash where there is none. */
void rung__page_chance(struct rung__buffer *page, double chance, size_t width);
/* ", and 4 is inside the interval": the other levels that the interval holds; nothing where there are
 * none. */
void rung__tell_inside(struct rung__buffer *sentence, const struct rung__sheet *sheet, size_t group,
                       size_t reading);
/* How probable each level is, as a sentence; nothing where it cannot be said. */
void rung__tell_chances(struct rung__buffer *sentence, const struct rung__sheet *sheet,
                        size_t group, size_t reading);
/* Which smallest change of a cut or a weight gives another level; nothing where none does. */
void rung__tell_flip(struct rung__buffer *sentence, const struct rung__sheet *sheet, size_t group,
                     size_t reading);

#endif
