/* The questionnaire of a model as Markdown: a consent text, the items, and what is not asked.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A text of the model's stands on one line, however long, and what Markdown would read as a sign in
 * it is escaped: no label can become a heading, a link or a tag. */
#include "write/questionnaire.h"
#include "model/words.h"

static void put_consent(const struct rung__paper *to)
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

static void put_question(const struct rung__paper *to, size_t index)
{
  rung__put_text(to->page, "**");
  rung__put_clean(to->page, to->model->items[index].id);
  rung__put_text(to->page, ".** ");
  rung__put_clean(to->page, rung_model_part_text(to->model, RUNG_PART_ITEM, index, to->language));
}

static void put_item(struct rung__paper *to, size_t index)
{
  const struct rung__item *item = &to->model->items[index];
  if (item->scale != RUNG__NONE && !item->option)
    rung__paper_legend(to, item);
  else
    rung__buffer_free(&to->legend); /* the run ends */
  put_question(to, index);
  rung__put_text(to->page, "\n\n");
  if (item->option)
    rung__paper_answers(to, item, to->page);
  else if (item->scale == RUNG__NONE)
    rung__put_text(to->page, "(In your own words.)\n\n");
}

/* The items of a block under what is asked of them together; no kind of absence is offered, for a
 * block is answered as a whole or left out. */
static void put_block(struct rung__paper *to, const struct rung__block *block)
{
  const bool pick = block->kind == RUNG__PICK_BLOCK;
  struct rung__buffer task = {0};
  rung__buffer_free(&to->legend);
  rung__put_task(&task, block);
  if (task.failed)
    to->page->failed = true;
  else
    rung__put_format(to->page, "%s%s %s the following %zu%s:\n\n", pick ? "C" : "S", task.data + 1,
                     pick ? "of" : "over", block->count,
                     pick ? ", and write 1 beside each of them"
                          : ", a number beside each, 0 where it gets none");
  rung__buffer_free(&task);
  for (size_t i = 0; i < block->count; i++) {
    if (!rung__is_asked(&to->model->items[block->item[i]])) continue;
    rung__put_text(to->page, "- ");
    put_question(to, block->item[i]);
    rung__put_byte(to->page, '\n');
  }
  rung__put_byte(to->page, '\n');
}

/* Where an item stands: a block stands where the first of its items does. */
static size_t place_of(const rung_model *model, size_t index)
{
  const int block = model->items[index].block;
  return block == RUNG__NONE ? index : model->blocks[block].item[0];
}

/* The items of one rater, or of all; a block with all of its items. */
static void put_items(struct rung__paper *to, bool all, int rater)
{
  const rung_model *model = to->model;
  rung__buffer_free(&to->legend);
  for (size_t i = 0; i < model->item_count && to->page->length <= RUNG__QUESTIONNAIRE_MOST; i++) {
    const struct rung__item *item = &model->items[i];
    if (!rung__is_asked(item) || place_of(model, i) != i) continue;
    if (!all && item->rater != rater) continue;
    if (item->block == RUNG__NONE)
      put_item(to, i);
    else
      put_block(to, &model->blocks[item->block]);
  }
}

/* Who answers, in the order of rung__rater_words; last whoever is not named. */
static const char *const raters[] = {"the person the questions are about", "leaders", "employees",
                                     "customers", "everybody"};

enum { RATERS = sizeof raters / sizeof *raters };

/* The questions; where several kinds of people answer, those of each under who they are, in the
 * order in which they first come up. */
static void put_questions(struct rung__paper *to)
{
  const rung_model *model = to->model;
  int order[RATERS], count = 0, named = 0;
  bool met[RATERS] = {false};
  for (size_t i = 0; i < model->item_count; i++) {
    const int rater = model->items[i].rater, place = rater < 0 ? RATERS - 1 : rater;
    if (!rung__is_asked(&model->items[i]) || place_of(model, i) != i || met[place]) continue;
    met[place] = true;
    named += rater >= 0;
    order[count++] = rater;
  }
  if (named < 2) {
    rung__put_text(to->page, "## Questions\n\n");
    put_items(to, true, RUNG__NONE);
    return;
  }
  for (int i = 0; i < count; i++) {
    const char *who = raters[order[i] < 0 ? RATERS - 1 : order[i]];
    rung__put_format(to->page, "## Questions for %s\n\nTo be answered by %s%s.\n\n", who, who,
                     order[i] < 0 ? "" : " only");
    put_items(to, false, order[i]);
  }
}

static void put_unasked(const struct rung__paper *to)
{
  bool any = false;
  for (size_t i = 0; i < to->model->item_count; i++) {
    if (rung__is_asked(&to->model->items[i])) continue;
    if (!any) rung__put_text(to->page, "## Not asked here\n\n");
    any = true;
    rung__put_text(to->page, "- ");
    put_question(to, i);
    rung__put_text(to->page, " – ");
    rung__put_clean(to->page, to->model->items[i].unmeasured);
    rung__put_byte(to->page, '\n');
  }
}

void rung__questionnaire_page(const rung_model *model, const char *language,
                              struct rung__buffer *page)
{
  struct rung__paper to = {.model = model, .language = language, .page = page};
  rung__put_text(page, "# ");
  rung__put_clean(page, rung__localised(&model->title, language, model->id));
  rung__put_text(page, "\n\n");
  put_consent(&to);
  put_questions(&to);
  put_unasked(&to);
  rung__buffer_free(&to.legend);
  while (page->length > 1 && page->data[page->length - 1] == '\n' &&
         page->data[page->length - 2] == '\n')
    page->length--;
}
