/* Words for messages: an answer as it was found, and the answers that were expected.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_ANSWERS_SAY_H
#define RUNG_ANSWERS_SAY_H

#include "model/model.h"

#define RUNG__CLIP 64 /* bytes of a found text that are shown */

/* Text that is written into a fixed place and cut where it does not fit. Zero-initialise. */
struct rung__said {
  char text[320];
  size_t length;
};

void rung__say(struct rung__said *said, const char *text);
/* In double quotes, on one line; a text longer than RUNG__CLIP ends in "...". */
void rung__say_text(struct rung__said *said, struct rung__slice text);
/* The same of what rung__clip() gave, and whether it took anything away. */
void rung__say_clipped(struct rung__said *said, struct rung__slice shown, bool more);
void rung__say_number(struct rung__said *said, double number);
/* What an item's answers are: `1, 2, 3, 4, 5, or a label such as "Agree"`. */
void rung__say_answers(struct rung__said *said, const struct rung__item *item);
/* The texts, quoted, with commas between; the first `most` of them, then how many more. */
void rung__say_list(struct rung__buffer *buffer, const struct rung__slice *text, size_t count,
                    size_t most);
/* The part of a text that is shown: at most RUNG__CLIP bytes, whole characters. */
struct rung__slice rung__clip(struct rung__slice text);

#endif
