/* What the tests of numbers share: a model of numbers, days and blocks, and numbers of the grid.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_NUMBER_SUPPORT_H
#define RUNG_TESTS_NUMBER_SUPPORT_H

#include "model_support.h"

#include "model/model.h"

/* The number of the grid that is nearest. */
#define G(number) ((int64_t)llround((number) * (double)RUNG__GRID))

/* x, y and z are numbers from 0 to 100, z the other way round and only below 90; p and q are points
 * from 1 to 5; a, b and c are ticks; d is a day, and t the age of a day on d. */
static const char *const NUMBERS_HEAD =
    "{'format':'rung-model/1','id':'numbers','version':'1.0.0','title':{'en':'N'},"
    "'licence':'CC0-1.0','rows':'people','source':'own',"
    "'sources':{'own':{'kind':'local','text':'ours'}},"
    "'scales':{'part':{'range':[0,100],'absent':{'-1':'not_applicable'}},"
    "'agree':{'points':[1,2,3,4,5]},'tick':{'points':[0,1]},"
    "'day':{'dates':['2020-01-01','2024-12-31'],'absent':{'never':'not_applicable'}}},"
    "'items':[{'id':'x','text':{'en':'x'},'kind':'outcome','scale':'part'},"
    "{'id':'y','text':{'en':'y'},'kind':'outcome','scale':'part'},"
    "{'id':'z','text':{'en':'z'},'kind':'outcome','scale':'part','reverse':true,"
    "'curve':{'pieces':[{'to':90,'value':0,'slope':0.5}]}},"
    "{'id':'p','text':{'en':'p'},'kind':'practice','scale':'agree'},"
    "{'id':'q','text':{'en':'q'},'kind':'practice','scale':'agree'},"
    "{'id':'a','text':{'en':'a'},'kind':'practice','scale':'tick','tags':['k']},"
    "{'id':'b','text':{'en':'b'},'kind':'practice','scale':'tick'},"
    "{'id':'c','text':{'en':'c'},'kind':'practice','scale':'tick'},"
    "{'id':'d','text':{'en':'d'},'kind':'outcome','scale':'day'},"
    "{'id':'t','text':{'en':'t'},'kind':'outcome','scale':'day','age':{'on':'d',"
    "'bands':[{'within':'P1M','value':4},{'within':'P1Y','value':1}]}}],";

enum { ITEM_X, ITEM_Y, ITEM_Z, ITEM_P, ITEM_Q, TICK_A, TICK_B, TICK_C, DAY_D, DAY_T, ITEM_COUNT };

/* The text of the model with these measures, and what stands behind them. To be freed. */
static inline char *numbers_text(const char *measures, const char *more)
{
  char whole[8192];
  snprintf(whole, sizeof whole, "%s'measures':[%s]%s}", NUMBERS_HEAD, measures, more);
  return quoted(whole);
}

static inline rung_model *numbers_model(const char *measures, const char *more)
{
  char *text = numbers_text(measures, more);
  rung_model *model = model_of(text);
  free(text);
  return model;
}

/* What the reader says of the model with these measures. */
static inline rung_status read_numbers(const char *measures, rung_error *error)
{
  char *text = numbers_text(measures, "");
  rung_model *model = NULL;
  const rung_status status = rung_model_parse(text, strlen(text), &model, error);
  rung_model_free(model);
  free(text);
  return status;
}

#endif
