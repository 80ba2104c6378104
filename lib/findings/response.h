/* Response: how many of those invited answered, and whether that is enough to speak of all.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_RESPONSE_H
#define RUNG_FINDINGS_RESPONSE_H

#include "base/text.h"
#include "findings/findings.h"
#include "findings/frame.h"

/* Fills the persons invited and the response of groups, once what may not be shown is erased.
 * False: no memory. */
bool rung__fill_response(rung_findings *findings, const struct rung__frame *frame);

#define RUNG__RESPONSE_WARNINGS 3
/* What has to be said in the headline, a sentence each; nothing where there is nothing to warn of. */
void rung__tell_response(struct rung__buffer *sentence, const rung_findings *findings,
                         size_t which);

#endif
