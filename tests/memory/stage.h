/* Where a call is tried: the objects that it needs, what it makes, and what came of it as one number.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_STAGE_H
#define RUNG_TESTS_STAGE_H

#include "../api/api_support.h"

/* Objects that a trial needs, and what the call under trial makes. */
struct stage {
  struct world world;
  rung_tally *other;  /* read by merge */
  rung_bytes *before; /* the tally as it was, saved */
  rung_model *old;    /* another version of the model */
  rung_model *model;  /* what is made: one of these */
  rung_notes *notes;
  rung_answers *answers;
  rung_reader *reader;
  rung_scores *scores;
  rung_tally *tally;
  rung_bytes *bytes;
  rung_view *view;
  rung_findings *findings;
  rung_settings *settings;
};

static inline struct stage new_stage(void)
{
  struct stage stage = {.world = new_world()};
  stage.other = new_tally(stage.world.model);
  units[0] = 77; /* a group that the tally does not have yet */
  OK(rung_tally_add(stage.other, stage.world.answers, NULL, NULL));
  stage.before = saved(stage.world.tally);
  stage.old = base_model("'reverse':true", "'recode':{'1':0,'2':2,'3':4,'4':6,'5':8}");
  return stage;
}

static inline void free_stage(struct stage *stage)
{
  rung_settings_free(stage->settings);
  rung_findings_free(stage->findings);
  rung_view_free(stage->view);
  rung_bytes_free(stage->bytes);
  rung_tally_free(stage->tally);
  rung_scores_free(stage->scores);
  rung_reader_free(stage->reader);
  rung_answers_free(stage->answers);
  rung_notes_free(stage->notes);
  rung_model_free(stage->model);
  rung_bytes_free(stage->before);
  rung_model_free(stage->old);
  rung_tally_free(stage->other);
  free_world(&stage->world);
}

static inline uint64_t mix(uint64_t hash, const void *data, size_t length)
{
  const unsigned char *bytes = data;
  for (size_t index = 0; index < length; ++index)
    hash = (hash ^ bytes[index]) * UINT64_C(0x100000001B3);
  return hash;
}

static inline uint64_t mix_bytes(uint64_t hash, rung_bytes *bytes)
{
  hash = mix(hash, rung_bytes_data(bytes), rung_bytes_length(bytes));
  rung_bytes_free(bytes);
  return hash;
}

static inline uint64_t mix_notes(uint64_t hash, const rung_notes *notes)
{
  for (size_t index = 0; index < rung_notes_count(notes); ++index) {
    hash = mix(hash, rung_notes_where(notes, index), strlen(rung_notes_where(notes, index)) + 1);
    hash = mix(hash, rung_notes_text(notes, index), strlen(rung_notes_text(notes, index)) + 1);
  }
  return hash;
}

/* What came of a call, as one number. */
static inline uint64_t outcome(const struct stage *stage)
{
  uint64_t hash = mix_bytes(UINT64_C(0xCBF29CE484222325), saved(stage->world.tally));
  if (stage->tally != NULL) hash = mix_bytes(hash, saved(stage->tally));
  if (stage->model != NULL) hash = mix(hash, rung_model_digest(stage->model), 64);
  hash = mix_notes(hash, stage->notes);
  if (stage->reader != NULL) {
    rung_notes *notes = NULL;
    OK(rung_reader_notes(stage->reader, &notes, NULL));
    hash = mix_notes(hash, notes);
    rung_notes_free(notes);
  }
  if (stage->findings != NULL) {
    rung_bytes *text = NULL;
    OK(rung_findings_write(stage->findings, RUNG_FORMAT_JSON, NULL, &text, NULL));
    hash = mix_bytes(hash, text);
  }
  if (stage->bytes != NULL)
    hash = mix(hash, rung_bytes_data(stage->bytes), rung_bytes_length(stage->bytes));
  return hash;
}

#endif
