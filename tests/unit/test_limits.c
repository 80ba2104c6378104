/* The limits of a model file: the last that is read, and the first that is refused.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model_support.h"

#include "base/text.h"

/* One part of a minimal model, which the others leave alone. */
struct parts {
  const char *scales, *ladders, *items, *measures, *readings, *more;
};

static const struct parts MINIMAL = {"'s':{'points':[0,1]}",
                                     "",
                                     "{'id':'i','text':{'en':'x'},'kind':'outcome','scale':'s'}",
                                     "{'id':'m','of':['i'],'by':'mean'}",
                                     "",
                                     ""};

#define LADDER                                                                                     \
  "{'id':'l','levels':[{'id':'x','names':{'neutral':{'en':'x'}}},"                                 \
  "{'id':'y','names':{'neutral':{'en':'x'}}}]}"
#define CUT "'by':'cut','at':[{'to':'y','cut':1}]"

static rung_status parse(const struct parts *parts, rung_error *error)
{
  struct rung__buffer text = {0};
  rung__put_format(&text,
                   "{'format':'rung-model/1','id':'x','version':'1.0.0','title':{'en':'x'},"
                   "'licence':'x','rows':'people','scales':{%s},'ladders':[%s],'items':[%s],"
                   "'measures':[%s],'readings':[%s]%s}",
                   parts->scales, parts->ladders, parts->items, parts->measures, parts->readings,
                   parts->more);
  assert_false(text.failed);
  char *json = quoted(text.data);
  rung_model *model = NULL;
  const rung_status status = rung_model_parse(json, text.length, &model, error);
  assert_true((status == RUNG_OK) == (model != NULL));
  rung_model_free(model);
  free(json);
  rung__buffer_free(&text);
  return status;
}

/* `count` repetitions, each # in them the number of the repetition, joined by commas. */
static char *repeat(const char *pattern, size_t count)
{
  struct rung__buffer text = {0};
  for (size_t index = 0; index < count; ++index) {
    if (index > 0) rung__put_byte(&text, ',');
    for (const char *at = pattern; *at != '\0'; ++at) {
      if (*at == '#')
        rung__put_format(&text, "%zu", index);
      else
        rung__put_byte(&text, *at);
    }
  }
  assert_false(text.failed);
  return text.data;
}

enum where { SCALES, LADDERS, ITEMS, MEASURES, READINGS, MORE };

static void place(struct parts *parts, enum where where, const char *text)
{
  const char **const fields[] = {&parts->scales,   &parts->ladders,  &parts->items,
                                 &parts->measures, &parts->readings, &parts->more};
  *fields[where] = text;
}

/* Puts `before`, so many of `pattern`, and `after` in a part of the minimal model. */
static rung_status try_count(enum where where, const char *const around[2], const char *pattern,
                             size_t count, rung_error *error)
{
  struct parts parts = MINIMAL;
  if (where >= READINGS) parts.ladders = LADDER;
  char *middle = repeat(pattern, count);
  struct rung__buffer text = {0};
  rung__put_format(&text, "%s%s%s", around[0], middle, around[1]);
  place(&parts, where, text.data);
  const rung_status status = parse(&parts, error);
  free(middle);
  rung__buffer_free(&text);
  return status;
}

static const struct limit {
  enum where part;
  const char *around[2], *pattern;
  size_t most;
  const char *where;
} LIMITS[] = {
    {SCALES, {"'s':{'points':[", "]}"}, "#", 120, "/scales/s/points"},
    {SCALES, {"'s':{'points':[0,1],'absent':{", "}}"}, "'x#':'skipped'", 256, "/scales/s/absent"},
    {SCALES,
     {"'s':{'points':[0,1],'labels':{", "}}"},
     "'en-#':['n#','y#']",
     64,
     "/scales/s/labels"},
    {ITEMS,
     {"{'id':'i','kind':'outcome','scale':'s','text':{", "}}"},
     "'en-#':'x'",
     64,
     "/items/0/text"},
    {LADDERS,
     {"", ""},
     "{'id':'l#','levels':[{'id':'x','names':{'neutral':{'en':'x'}}},"
     "{'id':'y','names':{'neutral':{'en':'x'}}}]}",
     64,
     "/ladders"},
    {LADDERS,
     {"{'id':'l','levels':[", "]}"},
     "{'id':'x#','names':{'neutral':{'en':'x'}}}",
     32,
     "/ladders/0/levels"},
    {ITEMS,
     {"{'id':'i','text':{'en':'x'},'kind':'outcome','scale':'s'},", ""},
     "{'id':'i#','text':{'en':'x'},'kind':'text'}",
     4095,
     "/items"},
    {MEASURES, {"", ""}, "{'id':'m#','of':['i'],'by':'mean'}", 1024, "/measures"},
    {READINGS,
     {"", ""},
     "{'id':'r#','ladder':'l','of':'m','primary':'c','rules':[{'id':'c'," CUT "}]}",
     256,
     "/readings"},
    {READINGS,
     {"{'id':'r','ladder':'l','of':'m','primary':'c0','rules':[", "]}"},
     "{'id':'c#'," CUT "}",
     16,
     "/readings/0/rules"},
    {READINGS,
     {"{'id':'r','ladder':'l','of':'m','primary':'b','rules':[{'id':'b','by':'bands',"
      "'bands':[",
      "]}]}"},
     "{'level':'x','from':#}",
     128,
     "/readings/0/rules/0/bands"},
    {MORE,
     {",'flags':[", "]"},
     "{'id':'f#','text':{'en':'x'},'when':{'measure':'m','above':0}}",
     256,
     "/flags"},
    {MORE,
     {",'flags':[{'id':'f','text':{'en':'x'},'when':{'any':[", "]}}]"},
     "{'measure':'m','above':0}",
     64,
     "/flags/0/when/any"},
    {MORE, {",'examples':[", "]"}, "{'answers':{'i':1},'expect':{'m':1}}", 1024, "/examples"},
};

static void the_last_of_each_sort_is_read_and_one_more_refused(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(LIMITS); ++index) {
    const struct limit *limit = &LIMITS[index];
    rung_error error = {.status = 0};
    rung_status status = try_count(limit->part, limit->around, limit->pattern, limit->most, &error);
    assert_status(status, RUNG_OK, &error);
    status = try_count(limit->part, limit->around, limit->pattern, limit->most + 1, &error);
    assert_status(status, RUNG_E_MODEL, &error);
    assert_string_equal(error.where, limit->where);
  }
}

/* customer-stages has a ladder, a reading, six flags, three pairs and three beliefs: a tally holds
 * no more of any of them than a model may have, wherever they were declared. */
static void what_is_used_counts_towards_a_limit(void **state)
{
  static const struct {
    const char *key, *pattern, *where;
    size_t most;
  } USED[] = {
      {"ladders",
       "{'id':'l#','levels':[{'id':'x','names':{'neutral':{'en':'x'}}},"
       "{'id':'y','names':{'neutral':{'en':'x'}}}]}",
       "/ladders", 63},
      {"readings", "{'id':'r#','ladder':'l','of':'m','primary':'c','rules':[{'id':'c'," CUT "}]}",
       "/readings", 255},
      {"pairs", "{'id':'p#','said':'m','done':'n'}", "/pairs", 253},
      {"flags", "{'id':'f#','text':{'en':'x'},'when':{'measure':'m','above':0}}", "/flags", 250},
      {"beliefs", "{'id':'b#','text':{'en':'x'},'reason':{'en':'x'}}", "/beliefs", 253},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(USED); ++index) {
    for (size_t over = 0; over < 2; ++over) {
      struct parts parts = MINIMAL;
      struct rung__buffer more = {0};
      char *text = repeat(USED[index].pattern, USED[index].most + over);
      rung_error error = {.status = 0};
      rung__put_text(&more, ",'uses':['customer-stages@1']");
      parts.measures = "{'id':'m','of':['i'],'by':'mean'},{'id':'n','of':['i'],'by':'sum'}";
      parts.ladders = LADDER;
      if (strcmp(USED[index].key, "ladders") == 0)
        parts.ladders = text;
      else if (strcmp(USED[index].key, "readings") == 0)
        parts.readings = text;
      else
        rung__put_format(&more, ",'%s':[%s]", USED[index].key, text);
      parts.more = more.data;
      assert_status(parse(&parts, &error), over ? RUNG_E_MODEL : RUNG_OK, &error);
      if (over) assert_string_equal(error.where, USED[index].where);
      rung__buffer_free(&more);
      free(text);
    }
  }
}

static void a_measure_has_4096_terms_at_most(void **state)
{
  static const char *const before[2] = {"{'id':'m','by':'mean','of':[", "]}"};
  (void)state;
  struct parts parts = MINIMAL;
  parts.items = repeat("{'id':'i#','text':{'en':'x'},'kind':'outcome','scale':'s'}", 4096);
  struct rung__buffer text = {0};
  char *terms = repeat("'i#'", 4096);
  rung__put_format(&text, "%s%s%s", before[0], terms, before[1]);
  parts.measures = text.data;
  rung_error error = {.status = 0};
  assert_status(parse(&parts, &error), RUNG_OK, &error);
  free((void *)(uintptr_t)parts.items);
  free(terms);
  rung__buffer_free(&text);
}

/* m0 is of the item, each further one of the one before. */
static rung_status nest_measures(size_t count, rung_error *error)
{
  struct parts parts = MINIMAL;
  struct rung__buffer text = {0};
  rung__put_text(&text, "{'id':'m0','of':['i'],'by':'mean'}");
  for (size_t index = 1; index < count; ++index)
    rung__put_format(&text, ",{'id':'m%zu','of':['m%zu'],'by':'mean'}", index, index - 1);
  parts.measures = text.data;
  /* the deepest first, so that the reader has to go all the way down */
  char *last = strrchr(text.data, '{');
  struct rung__buffer turned = {0};
  rung__put_format(&turned, "%s,%.*s", last, (int)(last - text.data - 1), text.data);
  parts.measures = turned.data;
  const rung_status status = parse(&parts, error);
  rung__buffer_free(&text);
  rung__buffer_free(&turned);
  return status;
}

static void measures_of_measures_nest_32_deep(void **state)
{
  (void)state;
  rung_error error = {.status = 0};
  assert_status(nest_measures(32, &error), RUNG_OK, &error);
  assert_status(nest_measures(33, &error), RUNG_E_MODEL, &error);
  assert_non_null(strstr(error.message, "deeper"));
}

static rung_status nest_conditions(size_t depth, rung_error *error)
{
  struct parts parts = MINIMAL;
  struct rung__buffer text = {0};
  rung__put_text(&text, ",'flags':[{'id':'f','text':{'en':'x'},'when':");
  for (size_t index = 1; index < depth; ++index)
    rung__put_text(&text, "{'all':[");
  rung__put_text(&text, "{'measure':'m','above':0}");
  for (size_t index = 1; index < depth; ++index)
    rung__put_text(&text, "]}");
  rung__put_text(&text, "}]");
  parts.more = text.data;
  const rung_status status = parse(&parts, error);
  rung__buffer_free(&text);
  return status;
}

static void joins_of_conditions_nest_four_deep(void **state)
{
  (void)state;
  rung_error error = {.status = 0};
  assert_status(nest_conditions(5, &error), RUNG_OK, &error); /* four joins and a test */
  assert_status(nest_conditions(6, &error), RUNG_E_MODEL, &error);
}

static void a_text_has_4096_bytes_and_an_id_64(void **state)
{
  static const struct {
    const char *format;
    size_t most;
  } CASES[] = {{",'description':{'en':'%s'}", 4096},
               {",'flags':[{'id':'%s','text':{'en':'x'},'when':{'measure':'m','above':0}}]", 64}};
  char filler[4098];
  (void)state;
  memset(filler, 'x', sizeof filler);
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    for (size_t over = 0; over < 2; ++over) {
      struct parts parts = MINIMAL;
      struct rung__buffer text = {0};
      rung_error error = {.status = 0};
      char *const middle = strstr(CASES[index].format, "%s");
      rung__put(&text, CASES[index].format, (size_t)(middle - CASES[index].format));
      rung__put(&text, filler, CASES[index].most + over);
      rung__put_text(&text, middle + 2);
      parts.more = text.data;
      assert_status(parse(&parts, &error), over ? RUNG_E_MODEL : RUNG_OK, &error);
      rung__buffer_free(&text);
    }
  }
}

static void a_file_is_8_mib_at_most(void **state)
{
  const size_t most = (size_t)8 << 20;
  (void)state;
  char *base = base_text(NULL, NULL);
  char *text = malloc(most + 1);
  assert_non_null(text);
  memset(text, ' ', most + 1);
  memcpy(text, base, strlen(base));
  rung_model *model = NULL;
  rung_error error = {.status = 0};
  assert_status(rung_model_parse(text, most, &model, &error), RUNG_OK, &error);
  rung_model_free(model);
  assert_status(rung_model_parse(text, most + 1, &model, &error), RUNG_E_LIMIT, &error);
  assert_null(model);
  free(base);
  free(text);
}

static void json_nests_32_deep_wherever_it_stands(void **state)
{
  char text[200];
  rung_model *model = NULL;
  rung_error error = {.status = 0};
  (void)state;
  memset(text, '[', sizeof text);
  assert_int_equal(rung_model_parse(text, sizeof text, &model, &error), RUNG_E_LIMIT);
  assert_int_equal(error.column, 33);
  memset(text + 32, ']', 32);
  assert_status(rung_model_parse(text, 64, &model, &error), RUNG_E_MODEL, &error);
}

static void too_fine_weights_are_refused_before_a_sum_can_overflow(void **state)
{
  (void)state;
  struct parts parts = MINIMAL;
  rung_error error = {.status = 0};
  parts.scales = "'s':{'points':[0,65535.123]}";
  parts.measures = "{'id':'m','of':['i'],'by':'mean'},"
                   "{'id':'n','of':[{'id':'m','weight':0.000001},{'id':'i','weight':1000000}],"
                   "'by':'mean'}";
  assert_status(parse(&parts, &error), RUNG_E_MODEL, &error);
  assert_string_equal(error.where, "/measures/1");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_last_of_each_sort_is_read_and_one_more_refused),
      cmocka_unit_test(what_is_used_counts_towards_a_limit),
      cmocka_unit_test(a_measure_has_4096_terms_at_most),
      cmocka_unit_test(measures_of_measures_nest_32_deep),
      cmocka_unit_test(joins_of_conditions_nest_four_deep),
      cmocka_unit_test(a_text_has_4096_bytes_and_an_id_64),
      cmocka_unit_test(a_file_is_8_mib_at_most),
      cmocka_unit_test(json_nests_32_deep_wherever_it_stands),
      cmocka_unit_test(too_fine_weights_are_refused_before_a_sum_can_overflow),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
