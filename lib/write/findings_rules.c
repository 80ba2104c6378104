/* Findings for people, the rules of a reading: how each comes to a level, and whether they agree.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/findings_page.h"
#include "write/page.h"

static void say_share(struct rung__buffer *cell, const struct rung__sheet *sheet,
                      const struct rung__rule *rule, const char *from)
{
  rung__put_text(cell, "the highest level that ");
  if (rule->kind == RUNG__SHARE_RULE)
    rung__tell_share(cell, rung__grid_double(rule->share->least));
  else
    rung__put_text(cell, "a share of its own");
  if (rule->over_items)
    rung__put_format(cell, " of the answers to %zu items reach", rule->vote_count);
  else
    rung__put_format(cell, " of %s reach by \"%s\"", rung__who(sheet), from);
}

static void say_mode(struct rung__buffer *cell, const struct rung__sheet *sheet,
                     const struct rung__rule *rule, const char *from)
{
  if (rule->from != RUNG__NONE)
    rung__put_format(cell, "the level that most %s reach by \"%s\"", rung__who(sheet), from);
  else
    rung__put_format(cell, "the level of the greatest of %zu measures%s", rule->mode_count,
                     rule->over_people ? ", median" : "");
}

/* How a rule comes to a level, in words. */
static void say_rule(struct rung__buffer *cell, const struct rung__sheet *sheet,
                     const struct rung__reading *reading, const struct rung__rule *rule)
{
  static const char *const numbers[] = {[RUNG__CUT] = "the cuts",
                                        [RUNG__BANDS] = "the bands",
                                        [RUNG__GATE] = "what each level requires",
                                        [RUNG__FIRST] = "its cases"};
  static const char *const held[] = {"the score of the group against ",
                                     "the median of what each reaches by "};
  const char *from = rule->from >= 0 ? reading->rule[rule->from].id : "";
  switch (rule->kind) {
  case RUNG__CUT:
  case RUNG__BANDS:
  case RUNG__GATE:
  case RUNG__FIRST:
    rung__put_format(cell, "%s%s", held[rule->over_people], numbers[rule->kind]);
    break;
  case RUNG__WEAKEST:
    rung__put_format(cell, "the lowest level of its %zu measures by \"%s\"%s", rule->of_count, from,
                     rule->over_people ? ", median" : "");
    break;
  case RUNG__SHARE_RULE:
  case RUNG__OGIVE: say_share(cell, sheet, rule, from); break;
  case RUNG__MODE: say_mode(cell, sheet, rule, from); break;
  }
}

static void put_rule(const struct rung__page *page, size_t index, size_t rule)
{
  const struct rung__sheet *sheet = page->sheet;
  const struct rung__reading *reading = &sheet->model->readings[index];
  const struct rung__told_level level = rung__rule_level(sheet, 0, index, rule);
  struct rung__buffer name = {0}, how = {0}, where = {0};
  rung__put_format(&name, "%s%s", reading->rule[rule].id,
                   rule == reading->primary ? " (primary)" : "");
  say_rule(&how, sheet, reading, &reading->rule[rule]);
  rung__put_level(&where, &level);
  if (name.failed || how.failed || where.failed) {
    page->buffer->failed = true;
  } else {
    rung__put_spaces(page->buffer, 2);
    rung__page_left(page->buffer, name.data, 18);
    rung__page_left(page->buffer, how.data, 60);
    rung__put_byte(page->buffer, ' ');
    rung__page_left(page->buffer, where.data, 19);
    rung__page_end(page->buffer);
  }
  rung__buffer_free(&name);
  rung__buffer_free(&how);
  rung__buffer_free(&where);
}

void rung__page_rules(const struct rung__page *page, size_t index)
{
  const struct rung__sheet *sheet = page->sheet;
  const size_t row = rung_findings_row(sheet->findings, RUNG_TABLE_READING, 0, index, 0);
  const double agree = rung__figure(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_RULES_AGREE);
  const char *reason = rung_findings_reason(sheet->findings, RUNG_TABLE_READING, row);
  for (size_t i = 0; i < sheet->model->readings[index].count; i++)
    put_rule(page, index, i);
  struct rung__buffer line = {0};
  if (agree > 0)
    rung__put_text(&line, "The rules agree. ");
  else if (agree == agree)
    rung__put_text(&line, "The rules do not agree. ");
  if (reason && *reason) rung__put_format(&line, "Why: %s.", reason);
  rung__page_say(page->buffer, 2, &line);
}
