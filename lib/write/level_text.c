/* A level in words, and states in words.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/level_text.h"

static const char *const state_texts[] = {
    "shown",          "too few people", "too few answers",     "the raters do not agree",
    "on a threshold", "hidden",         "cannot be estimated", "not applicable",
    "not asked",
};

const char *rung__state_text(rung_state state)
{
  const size_t index = (size_t)state;
  return index < sizeof state_texts / sizeof *state_texts ? state_texts[index] : "unknown";
}

static const struct rung__ladder *ladder_of(const struct rung__told_level *level)
{
  return &level->model->ladders[level->model->readings[level->reading].ladder];
}

static const char *name_of(const struct rung__told_level *level)
{
  return rung_model_level_name(level->model, level->model->readings[level->reading].ladder,
                               (size_t)level->stated, NULL, level->language);
}

void rung__tell_level(struct rung__buffer *sentence, const struct rung__told_level *level)
{
  const struct rung__ladder *ladder = ladder_of(level);
  if (level->stated < 0) {
    rung__put_format(sentence, "no level: %s",
                     level->reason && *level->reason ? level->reason
                                                     : rung__state_text(level->state));
    return;
  }
  rung__put_format(sentence, "level %s of %zu, %s", ladder->level[level->stated].id, ladder->count,
                   name_of(level));
  if (level->marks & RUNG_MARK_VISITING && level->reached >= 0)
    rung__put_format(sentence, ", visiting %s", ladder->level[level->reached].id);
  if (level->state == RUNG_STATE_ON_THRESHOLD)
    rung__put_text(sentence, ", on the threshold of the next");
  if (level->marks & RUNG_MARK_NOT_YET_HELD) rung__put_text(sentence, ", not yet held");
  if (level->marks & RUNG_MARK_CAPPED) rung__put_text(sentence, ", held down by a condition");
  if (level->marks & RUNG_MARK_AGREEMENT_UNCLEAR) rung__put_text(sentence, ", agreement unclear");
  if (level->marks & RUNG_MARK_ESPOUSED) rung__put_text(sentence, ", espoused: said, not seen");
  if (level->marks & RUNG_MARK_IPSATIVE) rung__put_text(sentence, ", within the row only");
  if (level->marks & RUNG_MARK_ASSUMED) rung__put_text(sentence, ", by assumed cuts");
}

void rung__put_level(struct rung__buffer *cell, const struct rung__told_level *level)
{
  const struct rung__ladder *ladder = ladder_of(level);
  if (level->stated < 0) {
    rung__put_text(cell, level->state == RUNG_STATE_TOO_FEW ? "no level"
                                                            : rung__state_text(level->state));
    return;
  }
  rung__put_format(cell, "%s %s", ladder->level[level->stated].id, name_of(level));
  if (level->state == RUNG_STATE_ON_THRESHOLD) rung__put_text(cell, " ↗");
  if (level->marks & RUNG_MARK_NOT_YET_HELD) rung__put_text(cell, "*");
  if (level->marks & RUNG_MARK_VISITING && level->reached >= 0)
    rung__put_format(cell, " →%s", ladder->level[level->reached].id);
  if (level->marks & RUNG_MARK_AGREEMENT_UNCLEAR) rung__put_text(cell, " ?");
  if (level->marks & RUNG_MARK_CAPPED) rung__put_text(cell, " ↓");
  if (level->marks & RUNG_MARK_ESPOUSED) rung__put_text(cell, " †");
  if (level->marks & RUNG_MARK_IPSATIVE) rung__put_text(cell, " ‡");
}

/* The signs of marks, in the order in which they are told. */
static const struct {
  uint32_t mark;
  const char *text;
} signs[] = {
    {RUNG_MARK_NOT_YET_HELD, "* not yet held: for fewer waves than the model asks"},
    {RUNG_MARK_VISITING, "→ visiting that level, which cannot be stated"},
    {RUNG_MARK_AGREEMENT_UNCLEAR, "? whether people agree enough is unclear"},
    {RUNG_MARK_CAPPED, "↓ held down by a condition of the model"},
    {RUNG_MARK_ESPOUSED, "† espoused: said, not seen"},
    {RUNG_MARK_IPSATIVE, "‡ compares within a row only: no ranking"},
};

void rung__tell_signs(struct rung__buffer *sentence, bool on_threshold, uint32_t marks)
{
  const char *comma = "";
  if (on_threshold) {
    rung__put_text(sentence, "↗ on the threshold of the next level");
    comma = "; ";
  }
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    if (!(marks & signs[i].mark)) continue;
    rung__put_format(sentence, "%s%s", comma, signs[i].text);
    comma = "; ";
  }
}
