/* rung: which rung of a ladder people, teams and organisations stand on, and how sure that is.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * The whole interface: include this one.
 *
 * model -> answers -> score -> tally -> findings -> write */
#ifndef RUNG_H
#define RUNG_H

#include <rung/api.h>
#include <rung/status.h>
#include <rung/settings.h>
#include <rung/column.h>
#include <rung/model.h>
#include <rung/answers.h>
#include <rung/reader.h>
#include <rung/scores.h>
#include <rung/tally.h>
#include <rung/findings.h>
#include <rung/stats.h>

#endif
