# Walks the project's own files for the lint scripts, and strips comments from C.
# SPDX-License-Identifier: Apache-2.0
import os
import re
import shutil
import subprocess
import sys

SKIPPED = re.compile(r'^(build.*|\..*|__pycache__|subprojects|.*\.egg-info)$')
INSTRUMENTS = ('__asan', '__odr_asan', '__ubsan', '__gcov', '__llvm', '__sanitizer', '__start_', '__stop_')
TOKENS = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def files(root, *suffixes):
    """The project's files that end so, as paths relative to root, in order."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not SKIPPED.match(name))
        for name in sorted(names):
            if name.endswith(suffixes):
                yield os.path.relpath(os.path.join(folder, name), root)


def read(root, path):
    with open(os.path.join(root, path), encoding='utf-8') as file:
        return file.read()


def code(text, strings=False):
    """C without comments (and strings, unless kept); every line stays where it was."""
    def blank(match):
        token = match.group()
        return token if strings and token[0] in '"\'' else '\n' * token.count('\n') or ' '
    return TOKENS.sub(blank, text)


def line(text, offset):
    return text.count('\n', 0, offset) + 1


def end(findings):
    """Print what was found, and end the script: 1 if there was anything."""
    for finding in findings:
        print(finding)
    sys.exit(1 if findings else 0)


def defined(library, *options):
    """The names that a library defines, without those of sanitizers; skips where nm is missing."""
    if not shutil.which('nm'):
        print('skipped: nm is not installed')
        sys.exit(77)
    run = subprocess.run(['nm', '--defined-only', *options, library],
                         capture_output=True, text=True, check=True)
    rows = [row.split() for row in run.stdout.split('\n')]
    return {row[2].split('@')[0] for row in rows
            if len(row) == 3 and row[1] != 'A' and not row[2].startswith(INSTRUMENTS)}
