/* Notes: making the list that check, inspect and warnings return.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_NOTES_H
#define RUNG_BASE_NOTES_H

#include <stdbool.h>

#include "base/fail.h"

/* Kept of each severity, so that what a hostile file brings about has an end and never hides what
 * matters more. */
#define RUNG__NOTES_MAX 1000

/* NULL: no memory, which the calls below take for notes that failed. */
rung_notes *rung__notes_new(void);
/* Adds a note; a failed allocation is remembered and told by rung__notes_failed(). No %f %g %e. */
void rung__note(rung_notes *notes, rung_severity severity, const char *where, const char *format,
                ...) RUNG__FORMAT(4, 5);
bool rung__notes_failed(const rung_notes *notes);
/* Remembers that memory was short elsewhere. */
void rung__notes_fail(rung_notes *notes);
/* Hands over notes as a result, behind them how many more there would be, or frees them and fails when memory was short. */
rung_status rung__notes_give(rung_notes *notes, rung_notes **out, rung_error *error);

#endif
