/* The saved form of a tally: what its writer and its reader agree on.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Numbers are LEB128 in their shortest form; long ones (sums, weights) a byte of length, its
 * highest bit set below zero, and so many bytes, the lowest first, the last not 0. A text is its
 * length and its bytes; in a key the length plus 1, and 0 is an absent label. In order:
 *   magic, format, arithmetic version, parts, SHA-256 of the model's arithmetic, its id and version
 *   key columns: how many, names
 *   shape: items, their answers; with the part scores: measures; rules and relations together, of a
 *     rule its levels, of a relation #RUNG__TALLY_RELATION and the places of its two rules among the
 *     rules, all of which stand before; with the part products: narrow couples, wide couples
 *   weighted (0 or 1), rows, rows of weight 0, groups
 *   groups, rising by key: labels, a count per slot, two sums per item of numbers and per measure;
 *     where weighted: a weight per slot that has persons, the largest weight per segment that has
 *     contributors; with the part products: a count per couple, then per couple that has persons its
 *     sums (narrow ones in whole persons where nothing is weighted), and where weighted: the squares of
 *     weights per slot that has persons, two sums of them per item of numbers and per measure, the
 *     weight and its squares per couple that has persons
 *   SHA-256 of all before. */
#ifndef RUNG_TALLY_TALLY_SAVE_H
#define RUNG_TALLY_TALLY_SAVE_H

#define RUNG__TALLY_MAGIC "rungtaly"
#define RUNG__TALLY_MAGIC_SIZE 8
#define RUNG__TALLY_FORMAT 3
/* In place of how many answers an item has: it is answered by numbers. */
#define RUNG__TALLY_NUMBER 121
/* In place of how many levels a rule has: it is a relation. */
#define RUNG__TALLY_RELATION 33

#endif
