/* Names of the statuses, and the version.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/status.h>

static const char *const NAMES[] = {
    [RUNG_OK] = "RUNG_OK",
    [RUNG_E_MEMORY] = "RUNG_E_MEMORY",
    [RUNG_E_ARGUMENT] = "RUNG_E_ARGUMENT",
    [RUNG_E_SYNTAX] = "RUNG_E_SYNTAX",
    [RUNG_E_MODEL] = "RUNG_E_MODEL",
    [RUNG_E_ANSWERS] = "RUNG_E_ANSWERS",
    [RUNG_E_LIMIT] = "RUNG_E_LIMIT",
    [RUNG_E_IO] = "RUNG_E_IO",
    [RUNG_E_UNSUPPORTED] = "RUNG_E_UNSUPPORTED",
    [RUNG_E_MISMATCH] = "RUNG_E_MISMATCH",
    [RUNG_E_CORRUPT] = "RUNG_E_CORRUPT",
    [RUNG_E_UNKNOWN] = "RUNG_E_UNKNOWN",
    [RUNG_E_NOT_ESTIMABLE] = "RUNG_E_NOT_ESTIMABLE",
};

const char *rung_status_name(int32_t status)
{
  const int32_t count = (int32_t)(sizeof NAMES / sizeof *NAMES);
  return status >= 0 && status < count ? NAMES[status] : "unknown status";
}

const char *rung_version(void)
{
  return RUNG_VERSION;
}

uint32_t rung_version_number(void)
{
  return RUNG_VERSION_NUMBER;
}
