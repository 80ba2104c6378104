/* The subcommands: each reads its own command line, whose first word is its name.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TOOLS_COMMANDS_H
#define TOOLS_COMMANDS_H

/* Each gives the exit code. */
int command_models(int count, char **arguments);
int command_check(int count, char **arguments);
int command_inspect(int count, char **arguments);
int command_score(int count, char **arguments);
int command_tally(int count, char **arguments);
int command_merge(int count, char **arguments);
int command_findings(int count, char **arguments);

#endif
