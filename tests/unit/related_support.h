/* A model whose readings are put beside each other, one of them on a ladder of its own.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_RELATED_SUPPORT_H
#define RUNG_TESTS_RELATED_SUPPORT_H

#include "model_support.h"

enum { RELATION_BOTH, RELATION_TURNED };
enum { RELATED_MAIN, RELATED_TWO, RELATED_SECOND }; /* readings */
enum { TWO_MOST, TWO_CUT };                         /* rules of the second */

/* Behind the readings of the base model. */
static const char *const RELATED_TEXT =
    "}]}],'relations':[{'id':'both','of':['main','two'],'diagonal':[['low','no'],['mid','yes'],"
    "['high','yes']]},{'id':'turned','title':{'en':'Turned'},'of':['two','second'],"
    "'diagonal':[['no','low'],['yes','high']]}],'pairs':";

/* The base model, its readings "main" of three levels, "two" of two, which counts people by a cut, and
 * "second" of three. */
static inline rung_model *related_model(void)
{
  static const char *const
      LADDERS = "'ladders':[{'id':'yesno','levels':[{'id':'no','names':{'neutral':{'en':'no'}}},"
                "{'id':'yes','names':{'neutral':{'en':'yes'}}}]},";
  static const char *const
      READINGS = "'least':0.5}]},{'id':'two','ladder':'yesno','of':'cc','primary':'most','rules':["
                 "{'id':'most','by':'share','from':'cut','least':0.5},"
                 "{'id':'cut','by':'cut','at':[{'to':'yes','cut':2}]}]},"
                 "{'id':'second','ladder':'three','of':'all','primary':'cut','rules':["
                 "{'id':'cut','by':'cut','at':[{'to':'mid','cut':2},{'to':'high','cut':4}]";
  const char *const pairs = strstr(READINGS_TEXT, "'pairs':");
  const char *const least = strstr(READINGS_TEXT, "'least':0.5}]}],");
  const char *const levels = PARTS_TEXT + strlen("'ladders':[");
  char whole[16384];
  assert_non_null(pairs);
  assert_non_null(least);
  snprintf(whole, sizeof whole, "%s%s%s%.*s%s%s%s", HEAD_TEXT, LADDERS, levels,
           (int)(least - READINGS_TEXT), READINGS_TEXT, READINGS, RELATED_TEXT,
           pairs + strlen("'pairs':"));
  return model_of(whole);
}

#endif
