/* What the tests of models and scores share: a model with every part, and its editing.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Texts of models are written with ' for ". */
#ifndef RUNG_TESTS_MODEL_SUPPORT_H
#define RUNG_TESTS_MODEL_SUPPORT_H

#include "support.h"

#include <rung/scores.h>

/* Places in the model below. */
enum { ITEM_A, ITEM_B, ITEM_C, ITEM_T };
enum { MEASURE_AB, MEASURE_CC, MEASURE_ALL };
enum { RULE_CUT, RULE_BANDS, RULE_WEAK, RULE_MOST };
enum { LOW, MID, HIGH };

static const char *const HEAD_TEXT =
    "{'format':'rung-model/1','id':'base','version':'1.0.0','title':{'en':'Base'},"
    "'licence':'CC0-1.0','rows':'people','source':'own',"
    "'sources':{'own':{'kind':'assumed','text':'none','ref':'nowhere'}},"
    "'scales':{'agree':{'points':[1,2,3,4,5],'labels':{'en':['no','rather no','so so','rather yes',"
    "'yes']},'favourable':[4,5],'neutral':[3],'absent':{'9':'not_applicable','8':'dont_know'}},"
    "'rank':{'ladder':'three'}},";

static const char *const PARTS_TEXT =
    "'ladders':[{'id':'three','levels':[{'id':'low','names':{'neutral':{'en':'low'}}},"
    "{'id':'mid','names':{'neutral':{'en':'mid'}},'anchor':false},"
    "{'id':'high','names':{'neutral':{'en':'high'}}}],"
    "'regions':[{'id':'r','names':{'en':'R'},'levels':['low','mid']}]}],"
    "'items':[{'id':'a','text':{'en':'a'},'kind':'perception','about':'team','scale':'agree'},"
    "{'id':'b','text':{'en':'b'},'kind':'practice','about':'team','scale':'agree',"
    "'reverse':true},"
    "{'id':'c','text':{'en':'c'},'kind':'choice','scale':'rank','options':["
    "{'code':10,'level':'high','text':{'en':'most'}},"
    "{'code':20,'level':'low','text':{'en':'least'}}]},"
    "{'id':'t','text':{'en':'t'},'kind':'text'}],"
    "'measures':[{'id':'ab','of':['a',{'id':'b','weight':2}],'by':'mean','construct':'reflective',"
    "'needs':{'share':0.5}},"
    "{'id':'cc','of':['c'],'by':'median','construct':'formative'},"
    "{'id':'all','of':['ab'],'by':'mean','construct':'formative'}],";

static const char *const READINGS_TEXT =
    "'readings':[{'id':'main','ladder':'three','of':'ab','primary':'cut','rules':["
    "{'id':'cut','by':'cut','at':[{'to':'mid','cut':2.5},"
    "{'to':'high','up':4,'down':3.5,'waves':2}]},"
    "{'id':'bands','by':'bands','bands':[{'level':'low','to':3},{'level':'high','from':3}]},"
    "{'id':'weak','by':'weakest','from':'cut','of':['ab','all']},"
    "{'id':'most','by':'share','from':'cut','least':0.5}]}],"
    "'pairs':[{'id':'p','said':'ab','done':'cc'}],"
    "'flags':[{'id':'f','when':{'all':[{'measure':'ab','at_least':4},"
    "{'reading':'main','at_most':'mid'}]},'text':{'en':'F'}}],"
    "'disclosure':{'least_n':6},"
    "'examples':[{'title':'one','answers':{'a':4,'b':'rather no','c':10,'t':null},"
    "'expect':{'main':{'level':'high','state':'shown','marks':['not_yet_held','assumed'],"
    "'rules':{'bands':'high'}},'ab':4,'f':false}}]}";

/* Copies a text and frees what it was; ' becomes ". */
static inline char *quoted(const char *text)
{
  const size_t size = strlen(text) + 1;
  char *copy = malloc(size);
  assert_non_null(copy);
  for (size_t index = 0; index < size; ++index)
    copy[index] = text[index] == '\'' ? '"' : text[index];
  return copy;
}

/* The model with the first `find` (with ' for ") replaced; both NULL: as it is. To be freed. */
static inline char *base_text(const char *find, const char *replace)
{
  char whole[8192];
  snprintf(whole, sizeof whole, "%s%s%s", HEAD_TEXT, PARTS_TEXT, READINGS_TEXT);
  if (find == NULL) return quoted(whole);
  const char *place = strstr(whole, find);
  if (place == NULL) fail_msg("the model has no %s", find);
  char edited[16384];
  snprintf(edited, sizeof edited, "%.*s%s%s", (int)(place - whole), whole, replace,
           place + strlen(find));
  return quoted(edited);
}

/* A model from text with ' for ". */
static inline rung_model *model_of(const char *text)
{
  char *json = quoted(text);
  rung_model *model = NULL;
  rung_error error = {.status = 0};
  const rung_status status = rung_model_parse(json, strlen(json), &model, &error);
  free(json);
  assert_status(status, RUNG_OK, &error);
  return model;
}

static inline rung_model *base_model(const char *find, const char *replace)
{
  char *text = base_text(find, replace);
  rung_model *model = model_of(text);
  free(text);
  return model;
}

/* A model, a block of answers to it, and its scores. */
struct sheet {
  rung_model *model;
  rung_answers *answers;
  rung_scores *scores;
  rung_settings *settings;
};

/* Takes the model over. */
static inline struct sheet new_sheet(rung_model *model)
{
  struct sheet sheet = {.model = model};
  assert_int_equal(rung_settings_new(&sheet.settings, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(sheet.settings, RUNG_SETTING_PERSON_LEVELS, 1, NULL), RUNG_OK);
  assert_int_equal(rung_answers_new(model, &sheet.answers, NULL), RUNG_OK);
  assert_int_equal(rung_scores_new(model, sheet.settings, &sheet.scores, NULL), RUNG_OK);
  return sheet;
}

static inline void free_sheet(struct sheet *sheet)
{
  rung_model_free(sheet->model);
  rung_answers_free(sheet->answers);
  rung_scores_free(sheet->scores);
  rung_settings_free(sheet->settings);
}

/* Binds codes of an item; they are borrowed. */
static inline void answer(const struct sheet *sheet, const char *item, const double *codes,
                          size_t count)
{
  const rung_column column = {.data = codes, .length = (int64_t)count, .type = RUNG_TYPE_DOUBLE};
  rung_error error = {.status = 0};
  assert_status(rung_answers_bind(sheet->answers, RUNG_ROLE_ITEM, item, &column, &error), RUNG_OK,
                &error);
}

static inline void compute(const struct sheet *sheet)
{
  rung_error error = {.status = 0};
  assert_status(rung_scores_compute(sheet->scores, sheet->answers, &error), RUNG_OK, &error);
}

/* A figure of a measure on the first row. */
static inline double figure(const struct sheet *sheet, size_t measure, rung_score_figure which)
{
  double found[4096];
  assert_int_equal(rung_scores_measure(sheet->scores, measure, which, found, LENGTH(found)),
                   RUNG_OK);
  return found[0];
}

static inline uint8_t state_of(const struct sheet *sheet, size_t measure)
{
  uint8_t found[4096];
  assert_int_equal(rung_scores_measure_state(sheet->scores, measure, found, LENGTH(found)),
                   RUNG_OK);
  return found[0];
}

/* A level of the first reading on the first row. */
static inline int level(const struct sheet *sheet, size_t rule, rung_level_figure which)
{
  int8_t found[4096];
  assert_int_equal(rung_scores_levels(sheet->scores, 0, rule, which, found, LENGTH(found)),
                   RUNG_OK);
  return found[0];
}

/* Whether a note of this severity and place has these words. */
static inline bool is_there(const rung_notes *notes, rung_severity severity, const char *where,
                            const char *words)
{
  for (size_t index = 0; index < rung_notes_count(notes); ++index) {
    if (rung_notes_severity(notes, index) == severity &&
        strcmp(rung_notes_where(notes, index), where) == 0 &&
        strstr(rung_notes_text(notes, index), words) != NULL)
      return true;
  }
  return false;
}

static inline void print_notes(const rung_notes *notes)
{
  for (size_t index = 0; index < rung_notes_count(notes); ++index)
    print_error("  %d %s: %s\n", (int)rung_notes_severity(notes, index),
                rung_notes_where(notes, index), rung_notes_text(notes, index));
}

#endif
