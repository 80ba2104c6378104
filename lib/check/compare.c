/* Comparing two versions of a model: what changes a figure, and what only a text.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/names.h"
#include "check/compare.h"
#include "model/digest.h"

static bool has_warnings(const rung_notes *notes)
{
  for (size_t i = 0; i < rung_notes_count(notes); i++) {
    if (rung_notes_severity(notes, i) == RUNG_NOTE_WARNING) return true;
  }
  return false;
}

static void compare_heads(const struct rung__comparison *of)
{
  static const char *const rows[] = {"assessments", "people"};
  const struct rung__change id = {of, {"/id"}, "model", of->model->id};
  const struct rung__change row = {of, {"/rows"}, "model", of->model->id};

  rung__changed_word(&id, "the id", of->other->id, of->model->id);
  rung__changed_word(&row, "what a row is", rows[of->other->people], rows[of->model->people]);
}

static size_t lines_of(const struct rung__buffer *text)
{
  size_t count = 0;

  for (size_t i = 0; i < text->length; i++)
    count += text->data[i] == '\n';
  return count;
}

/* Adds a number to the count of each line of a text; false where memory is short. */
static bool count_lines(const struct rung__buffer *text, struct rung__names *lines, int64_t *counts,
                        int64_t number)
{
  size_t first = 0;

  for (size_t i = 0; i < text->length; i++) {
    if (text->data[i] != '\n') continue;
    const uint32_t line = rung__names_add(lines,
                                          (struct rung__slice){text->data + first, i - first});
    if (line == RUNG__NO_NAME) return false;
    counts[line] += number;
    first = i + 1;
  }
  return true;
}

/* Whether two texts have the same lines, in whatever order. */
static bool same_lines(const struct rung__buffer *from, const struct rung__buffer *to, bool *failed)
{
  struct rung__names lines = {0};
  int64_t *counts = rung__array_new(lines_of(from) + lines_of(to), sizeof *counts);
  bool same = true;

  *failed = from->failed || to->failed || counts == NULL || !count_lines(from, &lines, counts, 1) ||
            !count_lines(to, &lines, counts, -1);
  for (size_t i = 0; !*failed && i < lines.count; i++)
    same = same && counts[i] == 0;
  rung__names_free(&lines);
  free(counts);
  return same;
}

/* Whether the two versions differ by nothing but the order of their parts. */
static bool is_only_order(const struct rung__comparison *of)
{
  struct rung__buffer from = {0}, to = {0};
  bool failed;

  rung__digest_put(&from, of->other, true);
  rung__digest_put(&to, of->model, true);
  const bool same = same_lines(&from, &to, &failed);
  if (failed) rung__notes_fail(of->notes);
  rung__buffer_free(&from);
  rung__buffer_free(&to);
  return same;
}

/* The digest decides; it knows the order of the parts too, which no other note does. */
static void compare_digests(const struct rung__comparison *of)
{
  const bool same = strcmp(of->model->digest_text, of->other->digest_text) == 0;

  if (same) {
    rung__note(of->notes, RUNG_NOTE_INFORMATION, "",
               "the arithmetic is the same, so saved tallies of the two versions merge");
  } else if (has_warnings(of->notes)) {
    rung__note(of->notes, RUNG_NOTE_WARNING, "",
               "saved tallies of the two versions do not merge, for their arithmetic differs");
  } else if (is_only_order(of)) {
    rung__note(of->notes, RUNG_NOTE_WARNING, "",
               "saved tallies of the two versions do not merge: they count the same, but their "
               "parts stand in another order");
  } else {
    rung__note(of->notes, RUNG_NOTE_WARNING, "",
               "saved tallies of the two versions do not merge: they differ in a way that is not "
               "told here");
  }
}

static rung_status compare_all(const struct rung__comparison *of, rung_error *error)
{
  compare_heads(of);
  rung__compare_presence(of);
  rung__compare_scales(of);
  rung__compare_items(of);
  rung__compare_measures(of);
  rung__compare_ladders(of);
  rung__compare_readings(of);
  compare_digests(of);
  rung__compare_texts(of);
  return rung__compare_examples(of, error);
}

static rung_status compare(struct rung__comparison *of, rung_error *error)
{
  TRY(rung__comparison_begin(of, error));
  of->notes = rung__notes_new();
  if (of->notes == NULL) return rung__fail_memory(error);
  const rung_status status = compare_all(of, error);
  if (status != RUNG_OK) rung_notes_free(of->notes);
  return status;
}

rung_status rung_model_compare(const rung_model *model, const rung_model *other, rung_notes **out,
                               rung_error *error)
{
  struct rung__comparison of = {.model = model, .other = other};

  if (out == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (model == NULL || other == NULL) {
    return rung__fail(error, RUNG_E_ARGUMENT, "%s is NULL", model == NULL ? "model" : "other");
  }
  const rung_status status = compare(&of, error);
  rung__comparison_end(&of);
  return status == RUNG_OK ? rung__notes_give(of.notes, out, error) : status;
}
