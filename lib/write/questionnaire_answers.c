/* What a questionnaire as Markdown says of answers: codes, labels, numbers, days and absences.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A text of the model's stands on one line, however long, and what Markdown would read as a sign in
 * it is escaped: no label can become a heading, a link or a tag. */
#include <string.h>

#include "base/number.h"
#include "write/questionnaire.h"

static bool is_alphanumeric(char byte)
{
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z');
}

/* Within a word an underscore is no sign, and an id reads better without a backslash. */
static bool is_sign(const char *text, size_t at)
{
  if (text[at] == '_' && at > 0)
    return !is_alphanumeric(text[at - 1]) || !is_alphanumeric(text[at + 1]);
  return strchr(at == 0 ? "+-\\`*_[]<>#|~&" : "\\`*_[]<>#|~&", text[at]) != NULL;
}

void rung__put_clean(struct rung__buffer *page, const char *text)
{
  for (size_t at = 0; text[at] != '\0';) {
    const size_t size = rung__steers(text + at);
    if (size > 0) {
      rung__put_byte(page, ' ');
      at += size;
      continue;
    }
    if (is_sign(text, at)) rung__put_byte(page, '\\');
    rung__put_byte(page, text[at++]);
  }
}

static bool is_number(const char *text)
{
  double number;
  return rung__number_read(text, strlen(text), &number);
}

/* Of each kind that a person may choose one text: the first number, else the first text. What was
 * not asked or is invalid is nobody's to choose. */
static void put_absent(const struct rung__scale *scale, struct rung__buffer *lines)
{
  const struct rung__absent_text *offered[RUNG__ABSENCE_KINDS] = {NULL};
  for (size_t i = 0; i < scale->absent_count; i++) {
    const struct rung__absent_text *absent = &scale->absent[i], **place = &offered[absent->kind];
    if (absent->kind == RUNG_ABSENT_NOT_ASKED || absent->kind == RUNG_ABSENT_INVALID) continue;
    if (!*place || (is_number(absent->text) && !is_number((*place)->text))) *place = absent;
  }
  for (size_t i = 0; i < scale->absent_count; i++) {
    const struct rung__absent_text *absent = &scale->absent[i];
    if (offered[absent->kind] != absent) continue;
    rung__put_text(lines, "- ");
    if (is_number(absent->text))
      rung__put_text(lines, absent->text);
    else
      rung__put_clean(lines, absent->text);
    rung__put_format(lines, " = %s\n", rung__absence_labels[absent->kind]);
  }
  rung__put_byte(lines, '\n');
}

/* "from 0 to 24" */
static void put_ends(struct rung__buffer *lines, const struct rung__item *item)
{
  rung__put_text(lines, "from ");
  rung__put_raw(lines, item, item->raw_low);
  rung__put_text(lines, " to ");
  rung__put_raw(lines, item, item->raw_high);
}

void rung__paper_answers(const struct rung__paper *to, const struct rung__item *item,
                         struct rung__buffer *lines)
{
  const struct rung__scale *scale = &to->model->scales[item->scale];
  if (item->answers != RUNG__POINTS) {
    rung__put_text(lines, item->answers == RUNG__DATES ? "- a day " : "- a number ");
    put_ends(lines, item);
    rung__put_text(lines, item->answers == RUNG__DATES ? ", as YYYY-MM-DD\n" : "\n");
    put_absent(scale, lines);
    return;
  }
  const bool bare = !item->option && scale->label_count == 0;
  for (size_t i = 0; i < item->count; i++) {
    rung__put_text(lines, bare && i > 0 ? ", " : "- ");
    rung__put_number(lines, rung__grid_double(item->code[i]));
    if (bare) continue;
    rung__put_text(lines, " = ");
    rung__put_clean(lines, item->option ? rung__localised(&item->option[i], to->language, "")
                                        : rung__scale_label(scale, to->language, i));
    rung__put_byte(lines, '\n');
  }
  if (bare) rung__put_byte(lines, '\n');
  put_absent(scale, lines);
}

/* Once for a run of items whose answers look the same, whatever their scales are called. */
void rung__paper_legend(struct rung__paper *to, const struct rung__item *item)
{
  struct rung__buffer legend = {0};
  rung__paper_answers(to, item, &legend);
  const bool same = legend.length == to->legend.length && legend.length > 0 &&
                    memcmp(legend.data, to->legend.data, legend.length) == 0;
  if (legend.failed) to->page->failed = true;
  if (!same && !legend.failed) {
    rung__put_text(to->page, "The answers to what follows, one each:\n\n");
    rung__put(to->page, legend.data, legend.length);
  }
  rung__buffer_free(&to->legend);
  to->legend = legend;
}
