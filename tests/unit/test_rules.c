/* The rules, one verdict at a time: cuts, thresholds over waves, bands, weakest links, shares.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model_support.h"

#include "score/climb.h"
#include "score/rules.h"

#define TOO_LITTLE RUNG_STATE_TOO_LITTLE_EVIDENCE

struct verdict {
  int8_t level;
  uint8_t state, marks;
};

/* Scores in grid units of the measures ab, cc and all, and of levels for shares. */
struct facts {
  int64_t score[3];
  uint8_t state[3];
  int64_t reached[3];
};

static int64_t grid(double value)
{
  int64_t score;
  assert_true(rung__grid_of(value, &score));
  return score;
}

static struct verdict judge(const rung_model *model, size_t rule, const struct facts *facts,
                            struct rung__hold *hold)
{
  const int64_t *const score[] = {&facts->score[0], &facts->score[1], &facts->score[2]};
  const uint8_t *const states[] = {&facts->state[0], &facts->state[1], &facts->state[2]};
  const int64_t *const reached[] = {&facts->reached[0], &facts->reached[1], &facts->reached[2]};
  const struct rung__evidence evidence = {
      .count = 1, .groups = true, .measure = {score, states}, .share = reached, .hold = hold};
  struct verdict verdict = {99, 99, 0};
  const struct rung__verdict out = {&verdict.level, &verdict.state, &verdict.marks};
  rung__judge(model, &model->readings[0], rule, &evidence, NULL, &out);
  return verdict;
}

static void assert_verdict(const char *label, struct verdict found, struct verdict expected)
{
  if (found.level == expected.level && found.state == expected.state &&
      found.marks == expected.marks)
    return;
  fail_msg("%s: level %d, state %s, marks %d; not %d, %s, %d", label, found.level,
           rung_state_name(found.state), found.marks, expected.level,
           rung_state_name(expected.state), expected.marks);
}

static struct verdict judge_score(const rung_model *model, size_t rule, int64_t score,
                                  struct rung__hold *hold)
{
  const struct facts facts = {{score, score, score}, {0}, {0}};
  return judge(model, rule, &facts, hold);
}

/* The model without a source, so that no verdict is marked as assumed. */
static rung_model *plain_model(void)
{
  return base_model(",'source':'own'", "");
}

static void a_cut_is_reached_exactly_at_the_cut(void **state)
{
  (void)state;
  rung_model *model = plain_model();
  const struct verdict below = {LOW, RUNG_STATE_SHOWN, 0};
  const struct verdict at = {MID, RUNG_STATE_SHOWN, RUNG_MARK_VISITING};
  assert_verdict("below", judge_score(model, RULE_CUT, grid(2.5) - 1, NULL), below);
  assert_verdict("at", judge_score(model, RULE_CUT, grid(2.5), NULL), at);
  assert_verdict("least", judge_score(model, RULE_CUT, -RUNG__GRID_LIMIT, NULL), below);
  rung_model_free(model);
}

static const struct wave {
  const char *label;
  double score;
  struct verdict verdict;
} WAVES[] = {
    {"won and not yet held", 4, {HIGH, RUNG_STATE_SHOWN, RUNG_MARK_NOT_YET_HELD}},
    {"held in the second wave", 4, {HIGH, RUNG_STATE_SHOWN, 0}},
    {"held, it stays between", 3.7, {HIGH, RUNG_STATE_SHOWN, 0}},
    {"held, it stays at the lower end", 3.5, {HIGH, RUNG_STATE_SHOWN, 0}},
    {"lost below the lower end", 3.4999, {MID, RUNG_STATE_SHOWN, RUNG_MARK_VISITING}},
    {"lost, it is not won between", 3.7, {MID, RUNG_STATE_ON_THRESHOLD, RUNG_MARK_VISITING}},
    {"won again", 4.2, {HIGH, RUNG_STATE_SHOWN, RUNG_MARK_NOT_YET_HELD}},
    {"a wave between breaks the run", 3.6, {MID, RUNG_STATE_ON_THRESHOLD, RUNG_MARK_VISITING}},
    {"the run begins anew", 4, {HIGH, RUNG_STATE_SHOWN, RUNG_MARK_NOT_YET_HELD}},
    {"and is held", 4, {HIGH, RUNG_STATE_SHOWN, 0}},
    {"far below all steps", 1, {LOW, RUNG_STATE_SHOWN, 0}},
};

static void a_threshold_is_won_held_and_lost_over_waves(void **state)
{
  (void)state;
  rung_model *model = plain_model();
  struct rung__hold hold[2] = {{0, false}, {0, false}};
  for (size_t index = 0; index < LENGTH(WAVES); ++index)
    assert_verdict(WAVES[index].label, judge_score(model, RULE_CUT, grid(WAVES[index].score), hold),
                   WAVES[index].verdict);
  rung_model_free(model);
}

static void in_a_first_and_only_wave_nothing_is_held(void **state)
{
  (void)state;
  rung_model *model = plain_model();
  assert_verdict("won", judge_score(model, RULE_CUT, grid(4), NULL), WAVES[0].verdict);
  assert_verdict("between", judge_score(model, RULE_CUT, grid(3.7), NULL), WAVES[5].verdict);
  assert_verdict("just below", judge_score(model, RULE_CUT, grid(3.5) - 1, NULL), WAVES[4].verdict);
  rung_model_free(model);
}

static void a_threshold_of_one_wave_is_held_at_once(void **state)
{
  (void)state;
  rung_model *model = base_model(",'waves':2", "");
  struct rung__hold hold[2] = {{0, false}, {0, false}};
  const struct verdict won = {HIGH, RUNG_STATE_SHOWN, RUNG_MARK_ASSUMED};
  assert_verdict("won", judge_score(model, RULE_CUT, grid(4), NULL), won);
  assert_verdict("won", judge_score(model, RULE_CUT, grid(4), hold), won);
  assert_verdict("stays", judge_score(model, RULE_CUT, grid(3.5), hold), won);
  rung_model_free(model);
}

static void without_a_score_there_is_no_level_and_its_state_says_why(void **state)
{
  (void)state;
  rung_model *model = plain_model();
  const struct facts facts = {{RUNG__NO_SCORE, grid(4), grid(4)}, {TOO_LITTLE, 0, 0}, {0}};
  const struct verdict none = {-1, TOO_LITTLE, 0};
  assert_verdict("cut", judge(model, RULE_CUT, &facts, NULL), none);
  assert_verdict("bands", judge(model, RULE_BANDS, &facts, NULL), none);
  rung_model_free(model);
}

#define BANDS "'bands':[{'level':'low','to':3},{'level':'high','from':3}]"

static void bands_are_closed_low_unless_they_say_high(void **state)
{
  (void)state;
  rung_model *low = plain_model(), *high = base_model(BANDS, "'closed':'high'," BANDS);
  assert_int_equal(judge_score(low, RULE_BANDS, grid(3) - 1, NULL).level, LOW);
  assert_int_equal(judge_score(low, RULE_BANDS, grid(3), NULL).level, HIGH);
  assert_int_equal(judge_score(high, RULE_BANDS, grid(3), NULL).level, LOW);
  assert_int_equal(judge_score(high, RULE_BANDS, grid(3) + 1, NULL).level, HIGH);
  rung_model_free(low);
  rung_model_free(high);
}

static void a_score_in_a_hole_is_not_estimable_and_in_two_bands_is_of_the_first(void **state)
{
  (void)state;
  rung_model *hole = base_model("'from':3", "'from':3.5"),
             *both = base_model("'from':3", "'from':2");
  const struct verdict none = {-1, RUNG_STATE_NOT_ESTIMABLE, RUNG_MARK_ASSUMED};
  assert_verdict("hole", judge_score(hole, RULE_BANDS, grid(3.2), NULL), none);
  assert_int_equal(judge_score(hole, RULE_BANDS, grid(3.5), NULL).level, HIGH);
  assert_int_equal(judge_score(both, RULE_BANDS, grid(2.5), NULL).level, LOW);
  rung_model_free(hole);
  rung_model_free(both);
}

static const struct link {
  const char *label;
  double first, last; /* NaN: none */
  uint8_t first_state, last_state;
  struct verdict verdict;
} LINKS[] = {
    {"the lower of two", 4.5, 1, 0, 0, {LOW, RUNG_STATE_SHOWN, 0}},
    {"the marks of the lower", 4.5, 3, 0, 0, {MID, RUNG_STATE_SHOWN, RUNG_MARK_VISITING}},
    {"the state of the lower", 4.5, 3.7, 0, 0, {MID, RUNG_STATE_ON_THRESHOLD, RUNG_MARK_VISITING}},
    {"one without evidence", 4.5, NAN, 0, TOO_LITTLE, {-1, TOO_LITTLE, 0}},
    {"one without evidence and one lowest", 1, NAN, 0, TOO_LITTLE, {-1, TOO_LITTLE, 0}},
    {"one not asked", 4.5, NAN, 0, RUNG_STATE_NOT_COLLECTED, {-1, TOO_LITTLE, 0}},
    {"one not asked and one not applicable",
     NAN,
     NAN,
     RUNG_STATE_NOT_APPLICABLE,
     RUNG_STATE_NOT_COLLECTED,
     {-1, RUNG_STATE_NOT_COLLECTED, 0}},
    {"one not applicable", NAN, 1, RUNG_STATE_NOT_APPLICABLE, 0, {LOW, RUNG_STATE_SHOWN, 0}},
    {"none asked",
     NAN,
     NAN,
     RUNG_STATE_NOT_COLLECTED,
     RUNG_STATE_NOT_COLLECTED,
     {-1, RUNG_STATE_NOT_COLLECTED, 0}},
    {"none applicable",
     NAN,
     NAN,
     RUNG_STATE_NOT_APPLICABLE,
     RUNG_STATE_NOT_APPLICABLE,
     {-1, RUNG_STATE_NOT_APPLICABLE, 0}},
    {"none with evidence", NAN, NAN, TOO_LITTLE, RUNG_STATE_NOT_APPLICABLE, {-1, TOO_LITTLE, 0}},
};

static int64_t grid_or_none(double value)
{
  return isnan(value) ? RUNG__NO_SCORE : grid(value);
}

static void a_chain_is_as_strong_as_its_weakest_link(void **state)
{
  (void)state;
  rung_model *model = plain_model();
  for (size_t index = 0; index < LENGTH(LINKS); ++index) {
    const struct link *link = &LINKS[index];
    const struct facts facts = {{grid_or_none(link->first), grid(1), grid_or_none(link->last)},
                                {link->first_state, 0, link->last_state},
                                {0}};
    assert_verdict(link->label, judge(model, RULE_WEAK, &facts, NULL), link->verdict);
  }
  rung_model_free(model);
}

static void each_link_holds_its_own_thresholds(void **state)
{
  (void)state;
  rung_model *model = plain_model();
  const struct rung__reading *reading = &model->readings[0];
  assert_int_equal(rung__hold_count(reading, &reading->rule[RULE_WEAK]), 4);
  assert_int_equal(rung__hold_count(reading, &reading->rule[RULE_CUT]), 2);
  struct rung__hold hold[4] = {{0, false}};
  const struct facts first = {{grid(4), 0, grid(4)}, {0}, {0}};
  const struct facts second = {{grid(4), 0, grid(3.6)}, {0}, {0}};
  const struct facts third = {{grid(3.6), 0, grid(4)}, {0}, {0}};
  assert_int_equal(judge(model, RULE_WEAK, &first, hold).level, HIGH);
  assert_int_equal(judge(model, RULE_WEAK, &second, hold).level, MID);
  const struct verdict held = {HIGH, RUNG_STATE_SHOWN, RUNG_MARK_NOT_YET_HELD};
  const struct verdict found = judge(model, RULE_WEAK, &third, hold);
  assert_int_equal(found.level, held.level); /* the first is held by now, the other begins anew */
  rung_model_free(model);
}

static const struct share {
  const char *label;
  double reached[3]; /* NaN: nobody has a level */
  uint8_t state;
  struct verdict verdict;
} SHARES[] = {
    {"exactly enough", {1, 0.5, 0.25}, 0, {MID, RUNG_STATE_SHOWN, RUNG_MARK_VISITING}},
    {"all", {1, 1, 1}, 0, {HIGH, RUNG_STATE_SHOWN, 0}},
    {"only the lowest", {1, 0.4999, 0}, 0, {LOW, RUNG_STATE_SHOWN, 0}},
    {"nobody, and why",
     {NAN, NAN, NAN},
     RUNG_STATE_NOT_APPLICABLE,
     {-1, RUNG_STATE_NOT_APPLICABLE, 0}},
    {"nobody in spite of a score", {NAN, NAN, NAN}, 0, {-1, TOO_LITTLE, 0}},
};

static void a_share_is_the_highest_level_that_enough_people_reach(void **state)
{
  (void)state;
  rung_model *model = plain_model();
  for (size_t index = 0; index < LENGTH(SHARES); ++index) {
    const struct share *share = &SHARES[index];
    const struct facts facts = {{0},
                                {share->state},
                                {grid_or_none(share->reached[0]), grid_or_none(share->reached[1]),
                                 grid_or_none(share->reached[2])}};
    assert_verdict(share->label, judge(model, RULE_MOST, &facts, NULL), share->verdict);
  }
  rung_model_free(model);
}

static void a_rule_is_assumed_when_its_source_or_that_of_what_it_rests_on_is(void **state)
{
  (void)state;
  rung_model *own = base_model(NULL, NULL);
  rung_model *published = base_model("'kind':'assumed'", "'kind':'published'");
  rung_model *beneath = base_model(",'source':'own'", "");
  beneath->readings[0].rule[RULE_CUT].source = 0; /* only the cut has one, and it is assumed */
  const struct facts facts = {{grid(1), grid(1), grid(1)}, {0}, {RUNG__GRID, 0, 0}};
  for (size_t rule = RULE_CUT; rule <= RULE_MOST; ++rule) {
    assert_int_equal(judge(own, rule, &facts, NULL).marks, RUNG_MARK_ASSUMED);
    assert_int_equal(judge(published, rule, &facts, NULL).marks, 0);
    assert_int_equal(judge(beneath, rule, &facts, NULL).marks,
                     rule == RULE_BANDS ? 0 : RUNG_MARK_ASSUMED);
  }
  rung_model_free(own);
  rung_model_free(published);
  rung_model_free(beneath);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_cut_is_reached_exactly_at_the_cut),
      cmocka_unit_test(a_threshold_is_won_held_and_lost_over_waves),
      cmocka_unit_test(in_a_first_and_only_wave_nothing_is_held),
      cmocka_unit_test(a_threshold_of_one_wave_is_held_at_once),
      cmocka_unit_test(without_a_score_there_is_no_level_and_its_state_says_why),
      cmocka_unit_test(bands_are_closed_low_unless_they_say_high),
      cmocka_unit_test(a_score_in_a_hole_is_not_estimable_and_in_two_bands_is_of_the_first),
      cmocka_unit_test(a_chain_is_as_strong_as_its_weakest_link),
      cmocka_unit_test(each_link_holds_its_own_thresholds),
      cmocka_unit_test(a_share_is_the_highest_level_that_enough_people_reach),
      cmocka_unit_test(a_rule_is_assumed_when_its_source_or_that_of_what_it_rests_on_is),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
