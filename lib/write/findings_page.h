/* The sections of the page of findings for people, and what they share.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_WRITE_FINDINGS_PAGE_H
#define RUNG_WRITE_FINDINGS_PAGE_H

#include "write/findings_sheet.h"
#include "write/level_text.h"

struct rung__page {
  const struct rung__sheet *sheet;
  struct rung__buffer *buffer;
  size_t lead; /* the reading that stands first: "overall", else the first one; none: SIZE_MAX */
};

/* The level of a reading in a group, by its primary rule. */
struct rung__told_level rung__reading_level(const struct rung__sheet *sheet, size_t group,
                                            size_t reading);
/* The level by one rule. */
struct rung__told_level rung__rule_level(const struct rung__sheet *sheet, size_t group,
                                         size_t reading, size_t rule);
/* The text of a part of the model in the language asked for. */
const char *rung__part_text(const struct rung__sheet *sheet, rung_part part, size_t index);
/* What a row is to the model: "people" or "assessments", "person" or "assessment". */
const char *rung__who(const struct rung__sheet *sheet);
const char *rung__one(const struct rung__sheet *sheet);
/* A group's name: its values joined; blanks stand for an absent one. */
void rung__put_group(struct rung__buffer *cell, const struct rung__sheet *sheet, size_t group);
/* Digits of a mean of so many people: one where only a rounded mean may be shown, else two. */
int rung__mean_digits(const struct rung__sheet *sheet, double n);

/* The ends of a range as a cell, "0–100": whole numbers where they are, else with two digits. */
void rung__put_ends(const struct rung__page *page, int64_t low, int64_t high, size_t width);

/* The level by each rule of a reading in the total, and why it is that one. */
void rung__page_rules(const struct rung__page *page, size_t index);

/* The sections, in the order of the page. */
void rung__page_total(const struct rung__page *page);
void rung__page_alerts(const struct rung__page *page);
void rung__page_items(const struct rung__page *page);
void rung__page_cuts(const struct rung__page *page);
void rung__page_targets(const struct rung__page *page);

#endif
