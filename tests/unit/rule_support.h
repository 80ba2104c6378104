/* What the tests of the vocabulary of rules share: a model, and tables of rows with their levels.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_RULE_SUPPORT_H
#define RUNG_TESTS_RULE_SUPPORT_H

#include "model_support.h"

/* Codes of answers that are none. */
#define SKIPPED NAN
#define NOT_APPLICABLE (-1)
#define NOT_ASKED (-2)
#define NONE (-1)

enum { X, Y, Z, D, E, ITEMS };

/* Items x, y and z are numbers from 0 to 100, d and e levels; measures mx, my and mz are of one item
 * each, all of the three numbers. Levels are l0 to l4. */
static const char *const RULE_HEAD =
    "{'format':'rung-model/1','id':'rules','version':'1.0.0','title':{'en':'Rules'},"
    "'licence':'CC0-1.0','rows':'people','source':'own',"
    "'sources':{'own':{'kind':'local','text':'ours'},'guess':{'kind':'assumed','text':'guess'}},"
    "'scales':{'part':{'range':[0,100],'absent':{'-1':'not_applicable','-2':'not_asked'}},"
    "'rank':{'ladder':'five','absent':{'-1':'not_applicable','-2':'not_asked'}}},"
    "'items':[{'id':'x','text':{'en':'x'},'kind':'practice','scale':'part'},"
    "{'id':'y','text':{'en':'y'},'kind':'practice','scale':'part'},"
    "{'id':'z','text':{'en':'z'},'kind':'practice','scale':'part'},"
    "{'id':'d','text':{'en':'d'},'kind':'practice','scale':'rank'},"
    "{'id':'e','text':{'en':'e'},'kind':'practice','scale':'rank'}],"
    "'measures':[{'id':'mx','of':['x'],'by':'mean'},{'id':'my','of':['y'],'by':'mean'},"
    "{'id':'mz','of':['z'],'by':'mean'},{'id':'all','of':['x','y','z'],'by':'mean'}],"
    "'ladders':[{'id':'five','levels':[{'id':'l0','names':{'neutral':{'en':'0'}}},"
    "{'id':'l1','names':{'neutral':{'en':'1'}}},{'id':'l2','names':{'neutral':{'en':'2'}}},"
    "{'id':'l3','names':{'neutral':{'en':'3'}}},{'id':'l4','names':{'neutral':{'en':'4'}}}]}],";

/* Cuts of mx at 20, 40, 60 and 80. */
#define CUTS                                                                                       \
  "{'id':'cut','by':'cut','at':[{'to':'l1','cut':20},{'to':'l2','cut':40},{'to':'l3','cut':60},"   \
  "{'to':'l4','cut':80}]}"

/* The text of the model with some readings, of which each is `head` and its rules. To be freed. */
static inline char *rule_text(const char *readings)
{
  char whole[16384];
  snprintf(whole, sizeof whole, "%s'readings':[%s]}", RULE_HEAD, readings);
  return quoted(whole);
}

static inline rung_model *rule_model(const char *readings)
{
  char *text = rule_text(readings);
  rung_model *model = model_of(text);
  free(text);
  return model;
}

/* One reading r of mx with these rules, whose first is primary, and what stands behind them. */
static inline rung_model *reading_model(const char *primary, const char *rules, const char *more)
{
  char reading[8192];
  snprintf(reading, sizeof reading,
           "{'id':'r','ladder':'five','of':'mx','primary':'%s','rules':[%s]%s}", primary, rules,
           more);
  return rule_model(reading);
}

/* A row of answers and what a rule makes of it. */
struct row {
  const char *label;
  double answer[ITEMS];
  int level; /* or NONE */
  uint8_t state;
  uint32_t marks;
};

static const char *const ITEM_IDS[] = {"x", "y", "z", "d", "e"};

/* Computes one row of answers. */
static inline void compute_row(const struct sheet *sheet, const double *answers)
{
  for (size_t item = 0; item < ITEMS; ++item)
    answer(sheet, ITEM_IDS[item], &answers[item], 1);
  compute(sheet);
}

/* A level of the first row by a rule of a reading. */
static inline int level_by(const struct sheet *sheet, size_t reading, size_t rule,
                           rung_level_figure which)
{
  int8_t found;
  assert_int_equal(rung_scores_levels(sheet->scores, reading, rule, which, &found, 1), RUNG_OK);
  return found;
}

/* Holds every row against a rule of the last reading; takes the model over. */
static inline void assert_rows(rung_model *model, size_t rule, const struct row *rows, size_t count)
{
  struct sheet sheet = new_sheet(model);
  const size_t reading = rung_model_count(model, RUNG_PART_READING) - 1;
  for (size_t index = 0; index < count; ++index) {
    const struct row *row = &rows[index];
    uint8_t state, marks;
    compute_row(&sheet, row->answer);
    const int level = level_by(&sheet, reading, rule, RUNG_LEVEL_REACHED);
    assert_int_equal(rung_scores_level_state(sheet.scores, reading, rule, &state, &marks, 1),
                     RUNG_OK);
    if (level == row->level && state == row->state && marks == row->marks) continue;
    fail_msg("%s: level %d, state %s, marks %d; not %d, %s, %d", row->label, level,
             rung_state_name(state), marks, row->level, rung_state_name(row->state), row->marks);
  }
  free_sheet(&sheet);
}

/* Levels at the two ends of what is missing, of the first rule of the last reading. */
static inline void assert_ends(rung_model *model, const double *answers, int lowest, int highest)
{
  struct sheet sheet = new_sheet(model);
  const size_t reading = rung_model_count(model, RUNG_PART_READING) - 1;
  compute_row(&sheet, answers);
  assert_int_equal(level_by(&sheet, reading, 0, RUNG_LEVEL_LOWEST), lowest);
  assert_int_equal(level_by(&sheet, reading, 0, RUNG_LEVEL_HIGHEST), highest);
  free_sheet(&sheet);
}

#endif
