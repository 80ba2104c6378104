/* Consensus: how far the members of a group agree, and whether they are two camps.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_CONSENSUS_H
#define RUNG_FINDINGS_CONSENSUS_H

#include "findings/figures.h"
#include "findings/findings.h"

/* Fills agreement of measures and items, before anything is hidden. */
void rung__fill_consensus(rung_findings *findings, const struct rung__figures *figures);
/* Fills two camps of people on the levels of a reading, from the shares that are shown. */
void rung__find_camps(rung_findings *findings);
/* Takes levels away where people do not agree: those of rules that hold a centre of answers about
 * something that they share, where even the upper limit of agreement lies below the caller's cutoff;
 * and marks those whose limits are on both sides of it. */
void rung__refuse_levels(rung_findings *findings, const struct rung__figures *figures);
/* Says so, of the rows from which a level was taken, once what may not be shown is erased. */
void rung__reason_consensus(rung_findings *findings);

#endif
