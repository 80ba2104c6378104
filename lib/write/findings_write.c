/* Writing findings: hands them to the writer of the format.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/findings.h"
#include "write/findings_sheet.h"

static struct rung__sheet sheet_of(const rung_findings *findings, const char *language)
{
  return (struct rung__sheet){.findings = findings,
                              .model = findings->model,
                              .language = language,
                              .groups = findings->group_count,
                              .first_unit = findings->first_unit,
                              .least_n = findings->least_n,
                              .least_n_spread = findings->least_n_spread,
                              .rows = findings->rows,
                              .rows_without_weight = findings->zero_rows,
                              .waves = findings->waves,
                              .weighted = findings->weighted,
                              .confidence = findings->confidence};
}

rung_status rung_findings_write(const rung_findings *findings, rung_format format,
                                const char *language, rung_bytes **out, rung_error *error)
{
  if (!out) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (!findings) return rung__fail(error, RUNG_E_ARGUMENT, "findings is NULL");
  void (*const writers[])(const struct rung__sheet *, struct rung__buffer *) = {
      rung__findings_table, rung__findings_csv, rung__findings_json};
  if ((unsigned)format >= sizeof writers / sizeof *writers)
    return rung__fail(error, RUNG_E_ARGUMENT, "format %d is none: table 0, CSV 1, JSON 2",
                      (int)format);
  const struct rung__sheet sheet = sheet_of(findings, language);
  struct rung__buffer buffer = {0};
  writers[format](&sheet, &buffer);
  return rung__bytes_of(&buffer, out, error);
}
