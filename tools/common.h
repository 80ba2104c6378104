/* What every subcommand of rung shares: exit codes, complaints, models and whole files.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TOOLS_COMMON_H
#define TOOLS_COMMON_H

#include <stdbool.h>

#include <rung/rung.h>

/* What the command ends with. */
enum exit_code {
  EXIT_FINE = 0,   /* done */
  EXIT_FOUND = 1,  /* check or inspect found an error or a warning */
  EXIT_CANNOT = 2, /* wrong usage, input that cannot be read, a failure */
  GO_ON = -1       /* the command line is read: the subcommand goes on */
};

#if defined(__GNUC__)
#define PRINTS(string, first) __attribute__((format(printf, string, first)))
#else
#define PRINTS(string, first)
#endif

/* Says on standard error what is wrong with the command line; gives EXIT_CANNOT. */
int misused(const char *command, const char *format, ...) PRINTS(2, 3);
/* Says on standard error what went wrong with a file; gives EXIT_CANNOT. */
int complain(const char *name, const char *format, ...) PRINTS(2, 3);
/* Says an error of the library as `rung: name:row:column: message`; gives EXIT_CANNOT. */
int tell(const char *name, const rung_error *error);

/* Opens a built-in model by id, or a file where the name has a slash or ends in .json. NULL: it
 * could not, and that has been said. */
rung_model *open_model(const char *name);

/* Reads a whole file, or standard input for "-", up to `limit` bytes, with a NUL behind. NULL: it
 * could not, and that has been said. The caller frees. */
char *read_whole(const char *name, size_t limit, size_t *length);

/* How many notes are of a severity. */
size_t count_notes(const rung_notes *notes, rung_severity severity);
/* Prints notes as `severity: place: text`, and how many there were of each; gives EXIT_FOUND where
 * there is an error or a warning, else EXIT_FINE. */
int print_notes(const char *name, const rung_notes *notes);
/* Says the warnings and errors among notes on standard error; what stands in single columns is
 * counted only, for it holds what single persons wrote. False: there was an error. */
bool warn_notes(const char *name, const rung_notes *notes);

#endif
