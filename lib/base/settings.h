/* Settings as the library reads them.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_SETTINGS_H
#define RUNG_BASE_SETTINGS_H

#include <stdbool.h>
#include <rung/settings.h>

/* Whether a setting of 0 or 1 is on; `settings` may be NULL. */
bool rung__is_on(const rung_settings *settings, rung_setting which);

#endif
