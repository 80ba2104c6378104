/* The identity of a model's arithmetic: what can change a score, a count or a level.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The canonical form is a line of text per fact. Texts, names, sources, examples, comments and the
 * sizes of disclosure do not count; ids do, for results are kept under them. */
#include <inttypes.h>

#include "model/build.h"
#include "model/digest.h"

void rung__digest_numbers(struct rung__buffer *out, const char *name, const int64_t *number,
                          size_t count)
{
  rung__put_format(out, " %s", name);
  for (size_t i = 0; i < count; i++)
    rung__put_format(out, " %" PRId64, number[i]);
}

void rung__digest_curve(struct rung__buffer *out, const struct rung__curve *curve)
{
  for (size_t i = 0; i < curve->count; i++) {
    const struct rung__piece *piece = &curve->piece[i];
    const int64_t numbers[] = {curve->closed_high, piece->over.has_from, piece->over.from,
                               piece->over.has_to, piece->over.to,       piece->value,
                               piece->slope};
    rung__digest_numbers(out, "piece", numbers, sizeof numbers / sizeof *numbers);
  }
}

void rung__digest_ends(struct rung__buffer *out, const char *name, const struct rung__ends *ends)
{
  const int64_t numbers[] = {ends->low, ends->high};

  if (ends->given) rung__digest_numbers(out, name, numbers, 2);
}

void rung__digest_absence(struct rung__buffer *out,
                          const struct rung__absence_rule absence[RUNG__ABSENCE_KINDS])
{
  for (size_t kind = 0; kind < RUNG__ABSENCE_KINDS; kind++) {
    const int64_t numbers[] = {(int64_t)kind, absence[kind].policy, absence[kind].number};
    if (absence[kind].policy != RUNG__POLICY_UNSAID)
      rung__digest_numbers(out, "absent", numbers, 3);
  }
}

static void put_ladder(struct rung__buffer *out, const struct rung__ladder *ladder)
{
  rung__put_format(out, "ladder %s", ladder->id);
  for (size_t i = 0; i < ladder->count; i++) {
    rung__put_format(out, " %s%s", ladder->level[i].id, ladder->level[i].anchor ? "" : "~");
  }
  rung__put_byte(out, '\n');
}

void rung__digest_put(struct rung__buffer *out, const rung_model *model, bool named)
{
  rung__put_format(out, "model %s people %d\n", model->id, model->people);
  rung__digest_items(out, model);
  rung__digest_measures(out, model);
  for (size_t i = 0; i < model->ladder_count; i++)
    put_ladder(out, &model->ladders[i]);
  rung__digest_readings(out, model, named);
}

rung_status rung__digest_model(rung_model *model, rung_error *error)
{
  struct rung__buffer out = {0};

  rung__digest_put(&out, model, false);
  if (out.failed) {
    rung__buffer_free(&out);
    return rung__fail_memory(error);
  }
  rung__sha256(out.data, out.length, model->digest);
  rung__hex(model->digest, model->digest_text);
  rung__buffer_free(&out);
  return RUNG_OK;
}
