/* The questionnaire of a model as Markdown: a consent text, the items, and what is not asked.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A text of the model's stands on one line, however long, and what Markdown would read as a sign in
 * it is escaped: no label can become a heading, a link or a tag. */
#include <string.h>

#include "base/number.h"
#include "write/questionnaire.h"

/* What every section needs. */
struct paper {
  const rung_model *model;
  const char *language;
  struct rung__buffer *page;
  struct rung__buffer legend; /* that the last scaled item was asked under; empty: none */
};

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

static void put_clean(struct rung__buffer *page, const char *text)
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

static void put_consent(const struct paper *to)
{
  const rung_model *model = to->model;
  struct rung__buffer *page = to->page;
  bool has_text = false;
  for (size_t i = 0; i < model->item_count; i++)
    has_text |= model->items[i].kind == RUNG__TEXT && rung__is_asked(&model->items[i]);
  rung__put_text(
      page,
      "## Before you begin\n\n"
      "[Name and organisation of who asks] asks you the questions below. The purpose is [what the "
      "answers are for, and what is done with the results].\n\n"
      "- **It is voluntary.** You may leave out any question and stop at any moment, without "
      "giving a reason. It has no consequences for you whether you take part or not.\n"
      "- **Who sees what.** Your own answers are seen by nobody but [who handles the answers]. "
      "Results are about groups and are seen by [who receives the results]. ");
  rung__put_format(page, "A group of fewer than %lld %s is not shown.\n", (long long)model->least_n,
                   model->people ? "people" : "assessments");
  if (has_text)
    rung__put_format(page,
                     "- **What you write in your own words** is read by [who reads it]. Of a group "
                     "of fewer than %lld %s none of it is shown. Please name nobody in it.\n",
                     (long long)model->least_n_text, model->people ? "people" : "assessments");
  rung__put_text(
      page,
      "- **What it is not used for.** Nothing that you answer is used to decide on anybody's pay, "
      "promotion or dismissal.\n"
      "- **How long it is kept.** Your answers are kept until [date] and are deleted then.\n"
      "- **Whom to ask.** [Name and address] answers your questions about this survey, and tells "
      "you how to see your answers or take them back.\n\n"
      "Please go on only if you agree with this.\n\n");
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
      put_clean(lines, absent->text);
    rung__put_format(lines, " = %s\n", rung__absence_labels[absent->kind]);
  }
  rung__put_byte(lines, '\n');
}

/* The answers of an item, a line each; points without labels share one. */
static void put_answers(const struct paper *to, const struct rung__item *item,
                        struct rung__buffer *lines)
{
  const struct rung__scale *scale = &to->model->scales[item->scale];
  const bool bare = !item->option && scale->label_count == 0;
  for (size_t i = 0; i < item->count; i++) {
    rung__put_text(lines, bare && i > 0 ? ", " : "- ");
    rung__put_number(lines, rung__grid_double(item->code[i]));
    if (bare) continue;
    rung__put_text(lines, " = ");
    put_clean(lines, item->option ? rung__localised(&item->option[i], to->language, "")
                                  : rung__scale_label(scale, to->language, i));
    rung__put_byte(lines, '\n');
  }
  if (bare) rung__put_byte(lines, '\n');
  put_absent(scale, lines);
}

/* Once for a run of items whose answers look the same, whatever their scales are called. */
static void put_legend(struct paper *to, const struct rung__item *item)
{
  struct rung__buffer legend = {0};
  put_answers(to, item, &legend);
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

static void put_question(const struct paper *to, size_t index)
{
  rung__put_text(to->page, "**");
  put_clean(to->page, to->model->items[index].id);
  rung__put_text(to->page, ".** ");
  put_clean(to->page, rung_model_part_text(to->model, RUNG_PART_ITEM, index, to->language));
}

static void put_item(struct paper *to, size_t index)
{
  const struct rung__item *item = &to->model->items[index];
  if (item->scale != RUNG__NONE && !item->option)
    put_legend(to, item);
  else
    rung__buffer_free(&to->legend); /* the run ends */
  put_question(to, index);
  rung__put_text(to->page, "\n\n");
  if (item->option)
    put_answers(to, item, to->page);
  else if (item->scale == RUNG__NONE)
    rung__put_text(to->page, "(In your own words.)\n\n");
}

static void put_unasked(const struct paper *to)
{
  bool any = false;
  for (size_t i = 0; i < to->model->item_count; i++) {
    if (rung__is_asked(&to->model->items[i])) continue;
    if (!any) rung__put_text(to->page, "## Not asked here\n\n");
    any = true;
    rung__put_text(to->page, "- ");
    put_question(to, i);
    rung__put_text(to->page, " – ");
    put_clean(to->page, to->model->items[i].unmeasured);
    rung__put_byte(to->page, '\n');
  }
}

void rung__questionnaire_page(const rung_model *model, const char *language,
                              struct rung__buffer *page)
{
  struct paper to = {.model = model, .language = language, .page = page};
  rung__put_text(page, "# ");
  put_clean(page, rung__localised(&model->title, language, model->id));
  rung__put_text(page, "\n\n");
  put_consent(&to);
  rung__put_text(page, "## Questions\n\n");
  for (size_t i = 0; i < model->item_count && page->length <= RUNG__QUESTIONNAIRE_MOST; i++)
    if (rung__is_asked(&model->items[i])) put_item(&to, i);
  put_unasked(&to);
  rung__buffer_free(&to.legend);
  while (page->length > 1 && page->data[page->length - 1] == '\n' &&
         page->data[page->length - 2] == '\n')
    page->length--;
}
