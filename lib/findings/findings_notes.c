/* Notes of findings: how small groups were treated, what is not measured or not to be ranked.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/findings_notes.h"

#include "base/notes.h"
#include "findings/response.h"

#define NAMED_MOST 3 /* measures that a sentence names */

const char *rung__tell_policy(const rung_findings *findings)
{
  if (findings->bare)
    return "Unsafe: nothing is hidden but small groups and what one person makes up. A hidden "
           "figure "
           "may follow from the others, and a group may show what all of its people answered.";
  return "Also hidden are answers on which all agree, and what would let answers of fewer be "
         "worked "
         "out, or narrowly bounded, from everything that is shown here. What was shown at other "
         "times counts only where it is given.";
}

static const char *who(const rung_findings *findings)
{
  return findings->model->people ? "people" : "assessments";
}

struct rung__hiding rung__count_hiding(const rung_findings *findings)
{
  const struct rung__table *groups = &findings->table[RUNG_TABLE_GROUP];
  struct rung__hiding hiding = {0};
  for (size_t group = 0; group < findings->group_count; ++group) {
    const double n = rung__table_number(groups, group, RUNG_FIGURE_N);
    hiding.few += groups->state[group] == RUNG_STATE_TOO_FEW;
    hiding.hidden += groups->state[group] == RUNG_STATE_HIDDEN;
    hiding.rounded += groups->state[group] == RUNG_STATE_SHOWN &&
                      n < (double)findings->least_n_spread;
  }
  return hiding;
}

void rung__tell_hiding(struct rung__buffer *sentence, const rung_findings *findings,
                       const struct rung__hiding *hiding)
{
  if (hiding->few > 0)
    rung__put_format(sentence,
                     "%zu of the %zu groups %s hidden because fewer than %lld %s answered.",
                     hiding->few, findings->group_count, hiding->few == 1 ? "is" : "are",
                     (long long)findings->least_n, who(findings));
  else if (hiding->hidden == 0)
    rung__put_text(sentence, "No group is hidden.");
  if (hiding->hidden > 0)
    rung__put_format(sentence, "%s%zu %s hidden because one person could be read out of %s.",
                     hiding->few > 0 ? " " : "", hiding->hidden, hiding->hidden == 1 ? "is" : "are",
                     hiding->hidden == 1 ? "it" : "them");
  if (hiding->rounded > 0)
    rung__put_format(sentence, " %zu of fewer than %lld %s %s only means rounded to 0.1.",
                     hiding->rounded, (long long)findings->least_n_spread, who(findings),
                     hiding->rounded == 1 ? "shows" : "show");
}

void rung__tell_ipsative(struct rung__buffer *sentence, const rung_model *model)
{
  size_t count = 0, named = 0;
  for (size_t measure = 0; measure < model->measure_count; ++measure)
    count += model->measures[measure].ipsative;
  if (count == 0) return;
  rung__put_text(sentence, count == 1 ? "The measure" : "The measures");
  for (size_t measure = 0; named < NAMED_MOST && measure < model->measure_count; ++measure) {
    if (!model->measures[measure].ipsative) continue;
    rung__put_format(sentence, "%s '%s'", named > 0 ? "," : "", model->measures[measure].id);
    ++named;
  }
  if (count > named) rung__put_format(sentence, " and %zu more", count - named);
  rung__put_text(sentence, count == 1 ? " compares within a row only: do not rank people or groups "
                                        "by it."
                                      : " compare within a row only: do not rank people or groups "
                                        "by them.");
}

void rung__tell_belief(struct rung__buffer *sentence, const struct rung__belief *belief,
                       const char *language)
{
  rung__put_format(sentence, "%s Why: %s", rung__localised(&belief->text, language, ""),
                   rung__localised(&belief->reason, language, ""));
  if (belief->owner != NULL) rung__put_format(sentence, " Answered for by: %s.", belief->owner);
  if (belief->review != NULL)
    rung__put_format(sentence, " To be looked at again: %s.", belief->review);
}

size_t rung__count_unasked(const rung_findings *findings)
{
  size_t unasked = 0;
  for (size_t item = 0; item < findings->model->item_count; ++item) {
    const struct rung__item *of = &findings->model->items[item];
    unasked += of->unmeasured == NULL && of->kind != RUNG__TEXT &&
               findings->table[RUNG_TABLE_ITEM].state[item] == RUNG_STATE_NOT_COLLECTED;
  }
  return unasked;
}

/* Notes the sentence and frees it. */
static void note_sentence(rung_notes *notes, rung_severity severity, const char *where,
                          struct rung__buffer *sentence)
{
  if (sentence->failed)
    rung__notes_fail(notes);
  else if (sentence->length > 0)
    rung__note(notes, severity, where, "%s", sentence->data);
  rung__buffer_free(sentence);
}

static void note_disclosure(rung_notes *notes, const rung_findings *findings)
{
  const struct rung__hiding hiding = rung__count_hiding(findings);
  struct rung__buffer sentence = {0};
  rung__note(notes, RUNG_NOTE_INFORMATION, "",
             "A group of fewer than %lld %s is hidden (least_n); of one of fewer than %lld only "
             "means rounded to 0.1 are shown (least_n_spread).",
             (long long)findings->least_n, who(findings), (long long)findings->least_n_spread);
  rung__tell_hiding(&sentence, findings, &hiding);
  note_sentence(notes, RUNG_NOTE_INFORMATION, "", &sentence);
  rung__note(notes, findings->bare ? RUNG_NOTE_WARNING : RUNG_NOTE_INFORMATION, "", "%s",
             rung__tell_policy(findings));
}

static void note_unmeasured(rung_notes *notes, const rung_findings *findings)
{
  const rung_model *model = findings->model;
  const size_t unasked = rung__count_unasked(findings);
  for (size_t item = 0; item < model->item_count; ++item) {
    const char *why = model->items[item].unmeasured;
    if (why == NULL) continue;
    char where[32];
    rung__print(where, sizeof where, "/items/%zu", item);
    rung__note(notes, RUNG_NOTE_INFORMATION, where, "item '%s' is not measured: %s",
               model->items[item].id, why);
  }
  if (unasked > 0)
    rung__note(notes, RUNG_NOTE_INFORMATION, "", "%zu of the model's %zu items were not asked.",
               unasked, model->item_count);
}

static void note_beliefs(rung_notes *notes, const rung_model *model)
{
  for (size_t index = 0; index < model->belief_count; ++index) {
    struct rung__buffer sentence = {0};
    char where[32];
    rung__print(where, sizeof where, "/beliefs/%zu", index);
    rung__put_text(&sentence, "decided without a measurement, never scored: ");
    rung__tell_belief(&sentence, &model->beliefs[index], NULL);
    note_sentence(notes, RUNG_NOTE_INFORMATION, where, &sentence);
  }
}

static void note_ipsative(rung_notes *notes, const rung_model *model)
{
  struct rung__buffer sentence = {0};
  rung__tell_ipsative(&sentence, model);
  note_sentence(notes, RUNG_NOTE_WARNING, "", &sentence);
}

static void note_response(rung_notes *notes, const rung_findings *findings)
{
  for (size_t which = 0; which < RUNG__RESPONSE_WARNINGS; ++which) {
    struct rung__buffer sentence = {0};
    rung__tell_response(&sentence, findings, which);
    note_sentence(notes, RUNG_NOTE_WARNING, "", &sentence);
  }
}

static void note_limits(rung_notes *notes, const rung_findings *findings)
{
  if (!findings->model->people) return;
  rung__note(notes, RUNG_NOTE_INFORMATION, "",
             "limits and probabilities know of chance, and of nobody who did not answer.");
}

/* The least of several uncertain figures lies lower than each of them. */
static void note_least(rung_notes *notes, const rung_model *model)
{
  for (size_t reading = 0; reading < model->reading_count; ++reading) {
    const struct rung__reading *of = &model->readings[reading];
    const struct rung__rule *rule = &of->rule[of->primary];
    char where[32];
    if (rule->over_people || (rule->kind != RUNG__GATE && rule->kind != RUNG__WEAKEST)) continue;
    rung__print(where, sizeof where, "/readings/%zu", of->place);
    rung__note(notes, RUNG_NOTE_INFORMATION, where,
               "the level of '%s' asks several figures at once: in small groups its probabilities "
               "tend to low levels, for the least of several uncertain figures is lower than each",
               of->id);
  }
}

rung_status rung_findings_notes(const rung_findings *findings, rung_notes **out, rung_error *error)
{
  if (out == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (findings == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "findings is NULL");
  rung_notes *notes = rung__notes_new();
  note_response(notes, findings);
  note_disclosure(notes, findings);
  note_unmeasured(notes, findings);
  note_beliefs(notes, findings->model);
  note_ipsative(notes, findings->model);
  note_limits(notes, findings);
  note_least(notes, findings->model);
  return rung__notes_give(notes, out, error);
}
