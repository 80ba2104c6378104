/* The audit in words: which figures, of whom, from what; never what they are.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/audit.h"

#include "base/notes.h"
#include "base/text.h"

bool rung__audit_keep(rung_findings *findings, const struct rung__plan *plan)
{
  struct rung__arena *arena = &findings->arena;
  findings->leak_count = plan->leak_count;
  findings->leak = rung__arena_take(arena, plan->leak_count, sizeof *findings->leak);
  findings->leak_of = rung__arena_take(arena, plan->leak_count, sizeof *findings->leak_of);
  if (findings->leak == NULL || findings->leak_of == NULL) return false;
  for (size_t index = 0; index < plan->leak_count; ++index) {
    const struct rung__leak *leak = &plan->leak[index];
    findings->leak[index] = *leak;
    findings->leak_of[index] = plan->ground[leak->ground];
  }
  return true;
}

static void tell_group(struct rung__buffer *text, const rung_findings *findings, uint32_t row)
{
  const size_t count = rung_findings_key_count(findings, row);
  if (count == 0) rung__put_text(text, "the total");
  for (size_t index = 0; index < count; ++index) {
    const char *value = rung_findings_key_value(findings, row, index);
    rung__put_format(text, "%s%s %s", index > 0 ? ", " : "",
                     rung_findings_key_column(findings, row, index),
                     value == NULL ? "(none given)" : value);
  }
}

/* A group that something could be learnt of, or persons of no group's name. */
static void tell_learnt(struct rung__buffer *text, const rung_findings *findings,
                        const struct rung__leak *leak)
{
  if (leak->of == RUNG__NO_ROW || leak->of >= findings->group_count)
    rung__put_text(text, "some persons who are too few, or agree");
  else
    tell_group(text, findings, leak->of);
}

static void tell_figure(struct rung__buffer *text, const rung_findings *findings,
                        const struct rung__ground *ground)
{
  const rung_model *model = findings->model;
  switch (ground->kind) {
  case RUNG__GROUND_GROUP: rung__put_text(text, "all figures"); return;
  case RUNG__GROUND_ITEM:
    rung__put_format(text, "item '%s'", model->items[ground->index].id);
    return;
  case RUNG__GROUND_MEASURE:
    rung__put_format(text, "measure '%s'", model->measures[ground->index].id);
    return;
  case RUNG__GROUND_LEVELS: break;
  }
  rung__put_format(text, "levels of reading '%s'", model->readings[ground->index].id);
}

static void tell_leak(struct rung__buffer *text, const rung_findings *findings,
                      const struct rung__leak *leak)
{
  switch (leak->kind) {
  case RUNG__LEAK_SELF:
    rung__put_text(text,
                   "what would be shown can only come of answers that tell of single persons");
    return;
  case RUNG__LEAK_REST:
    rung__put_text(text, "exactly, of ");
    tell_learnt(text, findings, leak);
    rung__put_text(text, ", from ");
    tell_group(text, findings, leak->from);
    rung__put_text(text, " less the groups in it that are shown");
    return;
  case RUNG__LEAK_BOUNDS:
    rung__put_text(text, "to within a quarter of its range, of ");
    tell_learnt(text, findings, leak);
    rung__put_text(text, ", from ");
    tell_group(text, findings, leak->from);
    rung__put_text(text, " less the groups in it that are shown");
    return;
  case RUNG__LEAK_VARIANT:
    rung__put_format(text, "exactly, of the fewer than %lld persons by whom it differs from ",
                     (long long)findings->least_n);
    if (leak->from < findings->group_count)
      tell_group(text, findings, leak->from);
    else
      rung__put_text(text, "what was shown before");
    return;
  case RUNG__LEAK_DIFFERENCE:
    rung__put_format(
        text,
        "exactly, of fewer than %lld persons, from sums and differences of groups that "
        "overlap",
        (long long)findings->least_n);
    return;
  case RUNG__LEAK_PROGRAM:
    rung__put_text(text, "to within a quarter of its range, of ");
    tell_learnt(text, findings, leak);
    rung__put_text(text, ", from all groups together");
    return;
  case RUNG__LEAK_WORK: break;
  }
  rung__put_text(text, "unknown: to find out takes more steps than the work that is allowed");
}

static void note_leak(rung_notes *notes, const rung_findings *findings, size_t index)
{
  const struct rung__leak *leak = &findings->leak[index];
  struct rung__buffer where = {0}, text = {0};
  tell_group(&where, findings, leak->hidden);
  tell_figure(&text, findings, &findings->leak_of[index]);
  rung__put_text(&text, " would tell ");
  if (leak->kind == RUNG__LEAK_SELF) rung__put_text(&text, "by itself: ");
  tell_leak(&text, findings, leak);
  rung__put_text(&text, "; withheld here");
  if (where.failed || text.failed)
    rung__notes_fail(notes);
  else
    rung__note(notes, RUNG_NOTE_INFORMATION, where.data, "%s", text.data);
  rung__buffer_free(&where);
  rung__buffer_free(&text);
}

static void note_rest(rung_notes *notes, const rung_findings *findings)
{
  if (findings->bare)
    rung__note(notes, RUNG_NOTE_WARNING, "",
               "nothing was looked for: what could be learnt is not known (unsafe)");
  else
    rung__note(notes, RUNG_NOTE_INFORMATION, "",
               "what remains: nothing of what is looked for; %zu times a figure of a group was "
               "withheld that would have been shown by its size",
               findings->leak_count);
}

rung_status rung_findings_audit(const rung_findings *findings, rung_notes **out, rung_error *error)
{
  if (out == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (findings == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "findings is NULL");
  rung_notes *notes = rung__notes_new();
  for (size_t index = 0; index < findings->leak_count; ++index)
    note_leak(notes, findings, index);
  note_rest(notes, findings);
  return rung__notes_give(notes, out, error);
}
