/* Pages of text for people: cells, bars and paragraphs within a width.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Control characters in a text become blanks and broken UTF-8 becomes "?", so that a label cannot
 * steer a terminal. Widths are in code points. */
#ifndef RUNG_WRITE_PAGE_H
#define RUNG_WRITE_PAGE_H

#include "base/text.h"

#define RUNG__PAGE_WIDTH 100

/* A cell, padded to its width or cut with an ellipsis. */
void rung__page_left(struct rung__buffer *page, const char *text, size_t width);
void rung__page_right(struct rung__buffer *page, const char *text, size_t width);
/* A number with so many digits, to the right; a dash where there is none. */
void rung__page_number(struct rung__buffer *page, double value, int digits, size_t width);
/* A share of 0 to 1 as whole per cent, to the right; a dash where there is none. */
void rung__page_share(struct rung__buffer *page, double share, size_t width);
/* A bar whose length is a share of the width, padded to it. */
void rung__page_bar(struct rung__buffer *page, double share, size_t width);

/* Ends a line of cells without the blanks of the last one. */
void rung__page_end(struct rung__buffer *page);
/* A heading with a line under it and an empty line above it. */
void rung__page_heading(struct rung__buffer *page, const char *text);
/* Headings of narrow columns, wrapped over a few lines and standing on the last of them. How many
 * lines one takes; one of its lines of `lines`, as a cell of that width to the right. */
size_t rung__page_heading_lines(const char *heading, size_t width);
void rung__page_heading_line(struct rung__buffer *page, const char *heading, size_t width,
                             size_t line, size_t lines);
/* Writes a paragraph wrapped to the page and frees it. Under an indent, further lines stand two
 * columns deeper. */
void rung__page_say(struct rung__buffer *page, size_t indent, struct rung__buffer *paragraph);

/* Appends to a sentence: a number, a share as whole per cent with its sign. */
void rung__tell_number(struct rung__buffer *sentence, double value, int digits);
void rung__tell_share(struct rung__buffer *sentence, double share);

#endif
