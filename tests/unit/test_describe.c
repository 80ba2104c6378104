/* Tests of write/describe: what a model asks and does, in sentences.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model_support.h"

static rung_bytes *describe(const rung_model *model)
{
  rung_bytes *text = NULL;
  rung_error error = {.status = 0};
  assert_status(rung_model_describe(model, "en", &text, &error), RUNG_OK, &error);
  return text;
}

/* Blanks and line ends are alike: a page is wrapped. */
static char *flat(const rung_bytes *text)
{
  char *out = malloc(strlen(rung_bytes_data(text)) + 1);
  size_t length = 0;
  assert_non_null(out);
  for (const char *at = rung_bytes_data(text); *at; ++at) {
    const bool blank = *at == ' ' || *at == '\n';
    if (blank && length > 0 && out[length - 1] == ' ') continue;
    out[length++] = blank ? ' ' : *at;
  }
  out[length] = '\0';
  return out;
}

static const char
    SCALES[] = "'hours':{'range':[0,24]},'days':{'dates':['2020-01-01','2030-12-31']},"
               "'tick':{'points':[0,1]},'rank':";

static const char ITEMS[] =
    "'kind':'text'},"
    "{'id':'h','text':{'en':'h'},'kind':'outcome','scale':'hours','rater':'customer','curve':"
    "{'closed':'high','pieces':[{'to':2,'value':0,'slope':5},{'from':2,'value':10,'slope':-0.5}]},"
    "'clip':[1,10]},"
    "{'id':'r','text':{'en':'r'},'kind':'outcome','scale':'hours','ratio':{'target':0.5,"
    "'better':'low','most':2},'reverse':true},"
    "{'id':'d','text':{'en':'d'},'kind':'outcome','scale':'days'},"
    "{'id':'e','text':{'en':'e'},'kind':'outcome','scale':'days','age':{'on':'d','bands':"
    "[{'within':'P1M','value':4},{'within':'P1Y2W','value':2},{'value':0}]}},"
    "{'id':'x','text':{'en':'x'},'kind':'practice','scale':'tick','recode':{'0':5,'1':7},"
    "'target':6,'absence':{'skipped':'target','not_asked':3}},"
    "{'id':'y','text':{'en':'y'},'kind':'practice','scale':'tick','tags':['t']},"
    "{'id':'z','text':{'en':'z'},'kind':'practice','scale':'tick','tags':['t']},"
    "{'id':'u','text':{'en':'What is left'},'kind':'outcome','unmeasured':'too dear'}],"
    "'blocks':[{'id':'b1','kind':'pick','of':['y','z'],'count':1}],"
    "'beliefs':[{'id':'paid','text':{'en':'It is paid.'},'reason':{'en':'Nobody counts it.'},"
    "'owner':'The head','review':'2027-03-31'}],"
    "'tiers':['lower','upper'],'unit_tiers':['team','house'],"
    "'measures':["
    "{'id':'m1','of':['h','r'],'by':'sum','base':5,'tier':'lower','clip':[0,20],"
    "'round':{'mode':'down','digits':1},'absence':'zero','across':'items'},"
    "{'id':'m2','of':['x'],'by':'count','at_least':6,'tier':'lower','recode':{'0':0,'1':9},"
    "'withhold':[{'when':{'item':'a','below':2},'reason':{'en':'For a reason.'}}],"
    "'across':'none'},"
    "{'id':'m3','of':['y','z'],'by':'votes','tag':'t','tier':'lower'},"
    "{'id':'m4','of':['x',{'id':'h','weight':0.5}],'by':'blend','floor':0.25,'tier':'lower'},"
    "{'id':'m5','of':['x','h'],'by':'share','at_least':2,'tier':'lower'},"
    "{'id':'m6','of':['x'],'by':'deduction','base':50,'tier':'lower','absence':"
    "{'skipped':'fail','dont_know':2}},"
    "{'id':'m7','of':['m1','m6'],'by':'difference','tier':'upper'},"
    "{'id':'m8','of':['c'],'by':'votes','level':'high','tier':'lower'},";

/* The base model with everything of the vocabulary that is told of items and measures. */
static rung_model *wide_model(void)
{
  char *text = base_text("'kind':'text'}],'measures':[", ITEMS);
  char *whole = calloc(1, 2 * 16384);
  assert_non_null(whole);
  const char *rank = strstr(text, "\"rank\":");
  char *scales = quoted(SCALES);
  snprintf(whole, 2 * 16384, "%.*s%s%s", (int)(rank - text), text, scales,
           rank + strlen("\"rank\":"));
  /* measures of the base model stand on a tier as well */
  static const char *const OWN[] = {"{\"id\":\"ab\",", "{\"id\":\"cc\",", "{\"id\":\"all\","};
  static const char *const TIERS[] = {"\"tier\":\"lower\",", "\"tier\":\"lower\",",
                                      "\"tier\":\"upper\","};
  for (size_t index = 0; index < LENGTH(OWN); ++index) {
    char *place = strstr(whole, OWN[index]);
    assert_non_null(place);
    place += strlen(OWN[index]);
    memmove(place + strlen(TIERS[index]), place, strlen(place) + 1);
    memcpy(place, TIERS[index], strlen(TIERS[index]));
  }
  rung_model *model = model_of(whole);
  free(scales);
  free(text);
  free(whole);
  return model;
}

static void items_and_measures_are_told_with_all_their_keys(void **unused)
{
  (void)unused;
  static const char *const SENTENCES[] = {
      "The scale hours: any number from 0 to 24",
      "The scale days: any day from 2020-01-01 to 2030-12-31",
      "Answered: 1 by customer",
      " h: on the scale hours; by pieces, up to 2: 0 + 5 x, above 2: 10 - 0.5 x; never under 1 or "
      "over 10 ",
      " r: on the scale hours; 0.5 over the answer, at most 2; mirrored between 0.021 and 2 ",
      " d: on the scale days ",
      " e: on the scale days; by its age on the day of d: within 1 month counts 4, within 12 "
      "months "
      "and 14 days counts 2, older counts 0 ",
      " x: 0 counts 5, 1 counts 7; what is not asked counts 3; what is skipped counts as its "
      "target; its target is 6 ",
      " b: 1 counts 5, 2 counts 4, 3 counts 3, 4 counts 2, 5 counts 1 ",
      " y: votes under the tags t ",
      " b1: choose exactly 1 of y, z; what rests on it compares within a row only ",
      "Tiers of measures, the lowest first: lower, upper.",
      "Tiers of units, the lowest first, and no tree is deeper: team, house.",
      " m1: m1: the sum of h, r, from 5 up; what is missing counts 0; never under 0 or over 20; "
      "rounded to multiples of 0.1, always towards 0; lies between 5 and 17; needs 1 answered; "
      "across items; tier lower ",
      " m2: m2: how many are at least 6 of x; by a table, 0 becomes 0, 1 becomes 9; lies between 0 "
      "and 9; no score unless it is known to be false that a is below 2 (For a reason.); needs 1 "
      "answered; of rows only, not of groups; tier lower ",
      " m3: m3: the per cent of votes with the tag t in y, z; lies between 0 and 100; needs 1 "
      "answered; compares within a row only; tier lower ",
      " m4: m4: the mean, pulled down by the least, of x, h (weight 0.5), of which the least is "
      "25\u00a0%; ",
      " m5: m5: the per cent of those that are at least 2 among x, h; ",
      " m6: m6: what is left after the cost of x, from 50 down; what is skipped counts as failed; "
      "what is not known counts 2; ",
      " m7: m7: the difference, m1 less m6; ",
      "; needs all; tier upper ",
      " m8: m8: the per cent of votes for level high in c; ",
  };
  rung_model *model = wide_model();
  rung_bytes *text = describe(model);
  char *page = flat(text);
  for (size_t index = 0; index < LENGTH(SENTENCES); ++index)
    if (strstr(page, SENTENCES[index]) == NULL) fail_msg("no '%s' in:\n%s", SENTENCES[index], page);
  free(page);
  rung_bytes_free(text);
  rung_model_free(model);
}

static void what_is_not_measured_and_what_is_believed_come_first(void **unused)
{
  (void)unused;
  static const char *const ORDER[] = {
      " What is not measured ",
      "What is left: too dear",
      " What is decided without measuring ",
      "paid: It is paid. Why: Nobody counts it. Answered for by: The head. To be looked at again: "
      "2027-03-31. It is listed, and never scored.",
      " Ladder: three ",
      " Readings ",
      " Measures ",
      " Items ",
      " Blocks "};
  rung_model *model = wide_model();
  rung_bytes *text = describe(model);
  char *page = flat(text);
  const char *at = page;
  for (size_t index = 0; index < LENGTH(ORDER); ++index) {
    at = strstr(at, ORDER[index]);
    if (at == NULL) fail_msg("no '%s' in its place in:\n%s", ORDER[index], page);
  }
  free(page);
  rung_bytes_free(text);
  rung_model_free(model);
}

static void what_a_model_uses_is_told_by_its_prefix(void **unused)
{
  (void)unused;
  rung_model *model = NULL;
  assert_int_equal(rung_model_builtin("humane-organisation", &model, NULL), RUNG_OK);
  rung_bytes *text = describe(model);
  char *page = flat(text);
  assert_non_null(strstr(page, "What it takes from other models"));
  assert_non_null(strstr(page, " five-levels@1: 37 items, "));
  assert_non_null(
      strstr(page, " readings, as they stand there; their ids begin with five-levels. "));
  assert_non_null(strstr(page, " customer-centricity@1: 21 items, "));
  free(page);
  rung_bytes_free(text);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(items_and_measures_are_told_with_all_their_keys),
      cmocka_unit_test(what_is_not_measured_and_what_is_believed_come_first),
      cmocka_unit_test(what_a_model_uses_is_told_by_its_prefix),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
