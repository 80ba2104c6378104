/* Variants: two groups that overlap and differ by fewer persons than may be shown.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_DISCLOSURE_VARIANTS_H
#define RUNG_DISCLOSURE_VARIANTS_H

#include "disclosure/bases.h"

/* Looks for two groups that are shown, of different forests, and differ by fewer than least_n persons.
 * RUNG__UNSAFE: *hide is the one of them to hide, the smaller or the later, never what was shown
 * earlier, and *other the other. Where there are too many groups it finds none: the bases do. */
enum rung__proof rung__find_variants(const struct rung__hearing *of, uint32_t *hide,
                                     uint32_t *other);

#endif
