/* Listing answer sets: how many persons gave each answer, answer by answer.
 * SPDX-License-Identifier: Apache-2.0 */
#include "disclosure/answer_sets.h"

struct sets {
  const struct rung__known *known;
  uint32_t count[RUNG__SETS_ANSWERS];
  uint32_t left;           /* persons without an answer yet */
  uint32_t favoured[3];    /* persons still to come */
  rung__wide sum;          /* of those who have one */
  int64_t least, most;     /* the range of the values */
  int64_t lowest, highest; /* values that occur in any set */
  bool mixed;              /* in some set two persons differ from the others */
  uint64_t *work;
};

static bool is_settled(const struct sets *sets)
{
  return sets->mixed &&
         ((rung__wide)sets->highest - sets->lowest) * 2 >= (rung__wide)sets->most - sets->least;
}

static void note_set(struct sets *sets, size_t count)
{
  uint32_t most = 0;
  for (size_t answer = 0; answer < count; ++answer) {
    const int64_t value = sets->known->value[answer];
    if (sets->count[answer] == 0) continue;
    if (sets->count[answer] > most) most = sets->count[answer];
    if (value < sets->lowest) sets->lowest = value;
    if (value > sets->highest) sets->highest = value;
  }
  if (most + 2 <= sets->known->n) sets->mixed = true;
}

/* Whether the persons left can bring the sum to where it is. */
static bool can_reach(const struct sets *sets, size_t answer)
{
  const struct rung__known *known = sets->known;
  int64_t least = INT64_MAX, most = INT64_MIN;
  if (sets->left == 0) return sets->sum >= known->low && sets->sum <= known->high;
  for (size_t next = answer; next < known->count; ++next) {
    if (known->favour != NULL && sets->favoured[known->favour[next]] == 0) continue;
    if (known->value[next] < least) least = known->value[next];
    if (known->value[next] > most) most = known->value[next];
  }
  if (most < least) return false;
  return sets->sum + (rung__wide)least * sets->left <= known->high &&
         sets->sum + (rung__wide)most * sets->left >= known->low;
}

/* The most persons who can give an answer. */
static uint32_t most_of(const struct sets *sets, size_t answer)
{
  const uint8_t *favour = sets->known->favour;
  const uint32_t most = favour == NULL ? sets->left : sets->favoured[favour[answer]];
  return most < sets->left ? most : sets->left;
}

static void put(struct sets *sets, size_t answer, uint32_t persons, bool back)
{
  const rung__wide change = (rung__wide)sets->known->value[answer] * persons;
  uint32_t none = 0, *favoured = sets->known->favour == NULL
                                     ? &none
                                     : &sets->favoured[sets->known->favour[answer]];
  sets->count[answer] = back ? 0 : persons;
  sets->left = back ? sets->left + persons : sets->left - persons;
  *favoured = back ? *favoured + persons : *favoured - persons;
  sets->sum += back ? -change : change;
}

/* One step for each answer down to the first that can still have one person less. */
static enum rung__proof list(struct sets *sets)
{
  size_t answer = 0;
  for (bool down = true;;) {
    if (*sets->work == 0) return RUNG__TOO_MUCH;
    --*sets->work;
    if (down && can_reach(sets, answer)) {
      if (sets->left > 0) {
        put(sets, answer, most_of(sets, answer), false);
        ++answer;
        continue;
      }
      note_set(sets, answer);
      if (is_settled(sets)) return RUNG__SAFE;
    }
    if (answer == 0) return RUNG__UNSAFE;
    const uint32_t persons = sets->count[--answer];
    put(sets, answer, persons, true);
    down = persons > 0;
    if (persons == 0) continue;
    put(sets, answer++, persons - 1, false);
  }
}

enum rung__proof rung__answer_sets(const struct rung__known *known, uint64_t *work)
{
  struct sets sets = {.known = known,
                      .left = known->n,
                      .least = INT64_MAX,
                      .most = INT64_MIN,
                      .lowest = INT64_MAX,
                      .highest = INT64_MIN,
                      .work = work};
  if (known->count > RUNG__SETS_ANSWERS) return RUNG__TOO_MUCH;
  for (size_t answer = 0; answer < known->count; ++answer) {
    if (known->value[answer] < sets.least) sets.least = known->value[answer];
    if (known->value[answer] > sets.most) sets.most = known->value[answer];
  }
  for (int favour = 0; favour < 3; ++favour)
    sets.favoured[favour] = known->favoured[favour];
  const enum rung__proof proof = list(&sets);
  return proof == RUNG__UNSAFE && is_settled(&sets) ? RUNG__SAFE : proof;
}
