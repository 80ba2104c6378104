/* Fuzzing saved tallies: what loads saves to the same bytes, merges and can be found from.
 * SPDX-License-Identifier: Apache-2.0 */
#include "fuzz.h"

#include <math.h>

#include "base/hash.h"
#include "model/model.h"

#define DIGEST_PLACE 11 /* behind magic, format, arithmetic version and parts */

static rung_tally *load(const rung_model *model, const void *bytes, size_t length)
{
  rung_tally *tally = NULL;
  rung_error error = {0, 0, 0, 0, "", ""};
  const rung_status status = rung_tally_load(model, bytes, length, &tally, &error);
  must_tell(status, &error);
  MUST((status == RUNG_OK) == (tally != NULL));
  return tally;
}

static void find(const rung_tally *tally)
{
  rung_findings *findings = NULL;
  rung_bytes *text = NULL;
  rung_error error = {0, 0, 0, 0, "", ""};
  const rung_tally *const waves[] = {tally, tally};
  const rung_status status = rung_findings_new(waves, 2, NULL, NULL, &findings, &error);
  must_tell(status, &error);
  if (findings == NULL) return;
  for (int format = RUNG_FORMAT_TABLE; format <= RUNG_FORMAT_JSON; ++format) {
    MUST(rung_findings_write(findings, (rung_format)format, NULL, &text, NULL) == RUNG_OK);
    rung_bytes_free(text);
  }
  const size_t count = rung_findings_count(findings, RUNG_TABLE_READING);
  for (size_t row = 0; row < count; ++row) {
    const double level = rung_findings_number(findings, RUNG_TABLE_READING, row, RUNG_FIGURE_LEVEL);
    MUST(isnan(level) || (level >= 0 && level < 3));
  }
  rung_findings_free(findings);
}

/* Twice the rows, unless that is more than a tally takes; a failure leaves both as they were. */
static void double_up(rung_tally *tally, const void *bytes, size_t length)
{
  rung_tally *other = load(NULL, bytes, length);
  MUST(other != NULL);
  const uint64_t rows = rung_tally_rows(tally);
  rung_error error = {0, 0, 0, 0, "", ""};
  const rung_status status = rung_tally_merge(tally, other, &error);
  must_tell(status, &error);
  MUST(status == RUNG_OK || status == RUNG_E_LIMIT);
  MUST(rung_tally_rows(tally) == (status == RUNG_OK ? 2 * rows : rows));
  rung_bytes *after = saved(tally);
  if (status != RUNG_OK) MUST(same_bytes(after, bytes, length));
  rung_tally *again = load(NULL, rung_bytes_data(after), rung_bytes_length(after));
  MUST(again != NULL);
  rung_tally_free(again);
  rung_bytes_free(after);
  rung_tally_free(other);
}

static void try_load(const rung_model *model, const uint8_t *bytes, size_t length)
{
  rung_tally *tally = load(model, bytes, length);
  if (tally == NULL) return;
  rung_bytes *same = saved(tally);
  MUST(same_bytes(same, bytes, length));
  rung_bytes_free(same);
  if (model != NULL) find(tally);
  double_up(tally, bytes, length);
  rung_tally_free(tally);
}

/* Makes both digests good, of the model and at the end, so that what stands between is reached. */
static void seal(uint8_t *bytes, size_t length)
{
  if (length >= DIGEST_PLACE + RUNG__DIGEST_SIZE)
    memcpy(bytes + DIGEST_PLACE, fixed_model()->digest, RUNG__DIGEST_SIZE);
  rung__sha256(bytes, length, bytes + length);
}

/* An odd first byte: the bytes lack their digest and are sealed. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size < 1) return 0;
  const size_t length = size - 1, room = length + RUNG__DIGEST_SIZE;
  uint8_t *bytes = malloc(room);
  MUST(bytes != NULL);
  memcpy(bytes, data + 1, length);
  if (data[0] & 1) seal(bytes, length);
  const size_t whole = data[0] & 1 ? room : length;
  try_load(fixed_model(), bytes, whole);
  try_load(NULL, bytes, whole);
  free(bytes);
  return 0;
}
