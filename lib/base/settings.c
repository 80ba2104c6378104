/* Settings: a table of ranges and starts, and the values that were set.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/settings.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/number.h"

/* `others` are single values beside the range; whole numbers unless `real`. */
static const struct range {
  const char *name;
  double start, least, most;
  const char *others;
  const char *said;
  bool real;
} RANGES[] = {
    [RUNG_SETTING_LEAST_N] = {"RUNG_SETTING_LEAST_N", 0, 3, 1000, "", "0 or 3 to 1000"},
    [RUNG_SETTING_LEAST_N_SPREAD] = {"RUNG_SETTING_LEAST_N_SPREAD", 0, 3, 1000, "",
                                     "0 or 3 to 1000"},
    [RUNG_SETTING_UNSAFE] = {"RUNG_SETTING_UNSAFE", 0, 0, 2, "", "0, 1 or 2"},
    [RUNG_SETTING_STRICT] = {"RUNG_SETTING_STRICT", 0, 0, 1, "", "0 or 1"},
    [RUNG_SETTING_PERSON_LEVELS] = {"RUNG_SETTING_PERSON_LEVELS", 0, 0, 1, "", "0 or 1"},
    [RUNG_SETTING_DELIMITER] = {"RUNG_SETTING_DELIMITER", 0, 0, 0, "\t,;",
                                "0, 9 (tab), 44 (comma) or 59 (semicolon)"},
    [RUNG_SETTING_SET_ASIDE] = {"RUNG_SETTING_SET_ASIDE", 0, 0, 1, "", "0 or 1"},
    [RUNG_SETTING_FORM] = {"RUNG_SETTING_FORM", 0, 0, 2, "",
                           "0 (CSV), 1 (JSON Lines) or 2 (a long CSV table)"},
    [RUNG_SETTING_CONFIDENCE] = {"RUNG_SETTING_CONFIDENCE", 0.95, 0.5, 0.9999, "", "0.5 to 0.9999",
                                 true},
    [RUNG_SETTING_SEED] = {"RUNG_SETTING_SEED", 1, 0, 9007199254740991, "", "0 to 2^53 - 1"},
    [RUNG_SETTING_REPLICATES] = {"RUNG_SETTING_REPLICATES", 2000, 100, 1000000, "",
                                 "100 to 1,000,000"},
    [RUNG_SETTING_WORK] = {"RUNG_SETTING_WORK", 1e8, 1e3, 1e12, "", "1,000 to 10^12"},
    [RUNG_SETTING_SENSITIVITY] = {"RUNG_SETTING_SENSITIVITY", 0, 0, 1, "", "0 or 1"},
    [RUNG_SETTING_AGREEMENT] = {"RUNG_SETTING_AGREEMENT", 0, 0, 1, "", "0 to 1", true},
    [RUNG_SETTING_EVERYONE] = {"RUNG_SETTING_EVERYONE", 0, 0, 1, "", "0 or 1"},
    [RUNG_SETTING_MERGE_SMALL] = {"RUNG_SETTING_MERGE_SMALL", 0, 0, 1, "", "0 or 1"},
};

#define COUNT (sizeof RANGES / sizeof *RANGES)

struct rung_settings {
  double values[COUNT];
};

static bool is_allowed(const struct range *range, double value)
{
  if (!(value >= 0 && value <= 9007199254740991) || (!range->real && value != floor(value)))
    return false;
  if (value == range->start || (value >= range->least && value <= range->most)) return true;
  return value >= 1 && value < 128 && strchr(range->others, (int)value) != NULL;
}

bool rung__is_on(const rung_settings *settings, rung_setting which)
{
  return rung_settings_get(settings, which) == 1;
}

rung_status rung_settings_new(rung_settings **out, rung_error *error)
{
  if (out == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = malloc(sizeof **out);
  if (*out == NULL) return rung__fail_memory(error);
  for (size_t index = 0; index < COUNT; ++index)
    (*out)->values[index] = RANGES[index].start;
  return RUNG_OK;
}

rung_status rung_settings_set(rung_settings *settings, rung_setting which, double value,
                              rung_error *error)
{
  const size_t index = (size_t)which;
  if (settings == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "settings is NULL");
  if (index >= COUNT)
    return rung__fail(error, RUNG_E_ARGUMENT, "there is no setting %d; the last is %d", (int)which,
                      (int)COUNT - 1);
  if (!is_allowed(&RANGES[index], value)) {
    char text[RUNG__NUMBER_SIZE];
    rung__number_write(value, text);
    return rung__fail(error, RUNG_E_ARGUMENT, "%s cannot be %s; it is a %snumber: %s",
                      RANGES[index].name, text, RANGES[index].real ? "" : "whole ",
                      RANGES[index].said);
  }
  settings->values[index] = value == 0 ? 0 : value; /* no -0 */
  return RUNG_OK;
}

double rung_settings_get(const rung_settings *settings, rung_setting which)
{
  const size_t index = (size_t)which;
  if (index >= COUNT) return NAN;
  return settings == NULL ? RANGES[index].start : settings->values[index];
}

void rung_settings_free(rung_settings *settings)
{
  free(settings);
}
