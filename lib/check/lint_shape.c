/* Linting what shapes values and scores: curves with holes, pieces, cuts and rounding that never act.
 * SPDX-License-Identifier: Apache-2.0 */
#include "check/lint.h"
#include "check/place.h"

#define CLOSE (RUNG__GRID / 1000) /* a divisor nearer to 0 has no end: see model/extremes.c */

/* A curve over a range of values, or over the points of a scale where there are some. */
struct bend {
  const struct rung__curve *curve;
  int64_t low, high;
  const int64_t *point;
  size_t point_count;
};

/* The first piece that holds a value; the count of them where none does. */
static size_t first_piece(const struct rung__curve *curve, int64_t x)
{
  for (size_t i = 0; i < curve->count; i++) {
    if (rung__stretch_holds(&curve->piece[i].over, curve->closed_high, x)) return i;
  }
  return curve->count;
}

/* Where the pieces that hold can change: the lowest value, and the first value at or behind each end.
 * In order 0, 1, ...; false behind the last. */
static bool turning_point(const struct bend *bend, size_t index, int64_t *x)
{
  const struct rung__piece *piece;

  if (bend->point != NULL) {
    if (index < bend->point_count) *x = bend->point[index];
    return index < bend->point_count;
  }
  *x = bend->low;
  if (index == 0) return true;
  if (index > 2 * bend->curve->count) return false;
  piece = &bend->curve->piece[(index - 1) / 2];
  const bool is_end = index % 2 == 0;
  if (is_end ? piece->over.has_to : piece->over.has_from)
    *x = (is_end ? piece->over.to : piece->over.from) + bend->curve->closed_high;
  return true;
}

static void lint_holes(const struct bend *bend, const struct rung__where *where,
                       const char *consequence, rung_notes *notes)
{
  int64_t least = 0, x;
  bool found = false;

  for (size_t i = 0; turning_point(bend, i, &x); i++) {
    if (x < bend->low || x > bend->high || first_piece(bend->curve, x) < bend->curve->count)
      continue;
    if (!found || x < least) least = x;
    found = true;
  }
  if (!found) return;
  rung__note(notes, RUNG_NOTE_WARNING, where->text,
             "no piece of the curve holds %s%s, which lies in the range from %s to %s: %s",
             rung__digits(least).text, bend->curve->closed_high ? " and what is just above" : "",
             rung__digits(bend->low).text, rung__digits(bend->high).text, consequence);
}

/* A curve has at most 64 pieces, so that a set of them fits 64 bits. */
static void lint_pieces(const struct bend *bend, const struct rung__where *where, rung_notes *notes)
{
  uint64_t hold = 0;
  int64_t x;

  for (size_t i = 0; turning_point(bend, i, &x); i++) {
    const size_t piece = x < bend->low || x > bend->high ? bend->curve->count
                                                         : first_piece(bend->curve, x);
    if (piece < bend->curve->count) hold |= UINT64_C(1) << piece;
  }
  for (size_t piece = 0; piece < bend->curve->count; piece++) {
    const struct rung__where place = rung__behind(where, "pieces/%zu", piece);
    if ((hold >> piece & 1) != 0) continue;
    rung__note(notes, RUNG_NOTE_WARNING, place.text,
               "this piece never holds: what it holds comes into an earlier one, or lies outside "
               "the range from %s to %s",
               rung__digits(bend->low).text, rung__digits(bend->high).text);
  }
}

static void lint_curve(const struct bend *bend, const struct rung__where *where,
                       const char *consequence, rung_notes *notes)
{
  const struct rung__where place = rung__behind(where, "curve");

  if (bend->curve->count == 0) return;
  lint_holes(bend, &place, consequence, notes);
  lint_pieces(bend, &place, notes);
}

/* A cut between two ends of what lies in a range. */
static void lint_clip(const struct rung__ends *clip, int64_t low, int64_t high,
                      const struct rung__where *where, rung_notes *notes)
{
  const struct rung__where place = rung__behind(where, "clip");

  if (!clip->given) return;
  if (clip->low <= low && clip->high >= high) {
    rung__note(notes, RUNG_NOTE_WARNING, place.text,
               "what is cut runs from %s to %s, so that \"clip\" never acts",
               rung__digits(low).text, rung__digits(high).text);
  } else if (clip->high <= low || clip->low >= high) {
    rung__note(notes, RUNG_NOTE_WARNING, place.text,
               "what is cut runs from %s to %s, so that nothing is left but one value",
               rung__digits(low).text, rung__digits(high).text);
  }
}

static void lint_item(const rung_model *model, size_t index, rung_notes *notes)
{
  const struct rung__item *item = &model->items[index];
  const struct rung__where where = rung__where("items", index, model->used.items);
  const struct rung__scale *scale = &model->scales[item->scale == RUNG__NONE ? 0 : item->scale];
  struct bend bend = {&item->curve, item->raw_low, item->raw_high, NULL, 0};
  int64_t low = item->raw_low, high = item->raw_high;

  if (item->scale == RUNG__NONE || item->kind == RUNG__CHOICE) return;
  if (item->answers == RUNG__POINTS) {
    bend = (struct bend){&item->curve, scale->point[0], scale->point[scale->count - 1],
                         scale->point, scale->count};
  }
  lint_curve(&bend, &where, "such an answer is invalid", notes);
  if (item->answers != RUNG__RANGE || item->ratio.target != 0) return;
  if (item->curve.count > 0) rung__curve_extremes(&item->curve, low, high, &low, &high);
  lint_clip(&item->clip, low, high, &where, notes);
}

static bool is_on(int64_t value, int64_t step)
{
  return value % step == 0;
}

/* Whether what a term brings is always a multiple of a step, weighed. */
static bool is_term_on(const rung_model *model, const struct rung__measure *measure,
                       const struct rung__term *term, int64_t step)
{
  const struct rung__item *item = &model->items[term->is_measure ? 0 : term->index];

  if (term->millionths % RUNG__WEIGHT_UNITS != 0) return false;
  for (size_t kind = 0; kind < RUNG__ABSENCE_KINDS; kind++) {
    if (term->averages[kind] || (term->stands[kind] && !is_on(term->stand[kind], step)))
      return false;
  }
  if (term->is_measure) {
    const struct rung__measure *part = &model->measures[term->index];
    return measure->has_at_least || (part->round.step != 0 && is_on(part->round.step, step));
  }
  if (item->unmeasured != NULL) return true;
  if (item->answers != RUNG__POINTS) return measure->has_at_least;
  for (size_t i = 0; i < item->count; i++) {
    if (!is_on(term->unit[i] * measure->quantum, step)) return false;
  }
  return true;
}

/* Whether every score has fewer digits than it is rounded to: known of sums of round values only. */
static bool never_rounds(const rung_model *model, const struct rung__measure *measure)
{
  const int64_t step = measure->round.step;
  const bool adds = measure->by == RUNG__SUM || measure->by == RUNG__COUNT ||
                    measure->by == RUNG__DEDUCTION || measure->by == RUNG__DIFFERENCE ||
                    measure->by == RUNG__MIN || measure->by == RUNG__MAX;

  if (step == 0 || !adds || measure->curve.count > 0 || measure->lookup.count > 0) return false;
  if (measure->across == RUNG__ACROSS_ITEMS || !is_on(measure->base, step)) return false;
  if (measure->clip.given && (!is_on(measure->clip.low, step) || !is_on(measure->clip.high, step)))
    return false;
  for (size_t i = 0; i < measure->count; i++) {
    if (!is_term_on(model, measure, &measure->term[i], step)) return false;
  }
  return true;
}

/* Of a ratio that would have no end, the clip makes one. */
static bool clip_is_needed(const struct rung__measure *measure)
{
  if (measure->by != RUNG__RATIO_OF) return false;
  return measure->term[1].low < CLOSE && measure->term[1].high > -CLOSE;
}

static void lint_measure(const rung_model *model, size_t index, rung_notes *notes)
{
  const struct rung__measure *measure = &model->measures[index];
  const struct rung__where where = rung__where("measures", index, model->used.measures);
  const struct bend bend = {&measure->curve, measure->joined_low, measure->joined_high, NULL, 0};

  lint_curve(&bend, &where, "of such a score nothing can be estimated", notes);
  if (!clip_is_needed(measure))
    lint_clip(&measure->clip, measure->uncut_low, measure->uncut_high, &where, notes);
  if (!never_rounds(model, measure)) return;
  const struct rung__where place = rung__behind(&where, "round");
  rung__note(notes, RUNG_NOTE_WARNING, place.text,
             "every score of '%s' has no more digits than this, so that \"round\" never acts",
             measure->id);
}

void rung__lint_shapes(const rung_model *model, rung_notes *notes)
{
  for (size_t i = model->used.items; i < model->item_count; i++)
    lint_item(model, i, notes);
  for (size_t i = model->used.measures; i < model->measure_count; i++)
    lint_measure(model, i, notes);
}
