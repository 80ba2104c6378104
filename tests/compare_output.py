#!/usr/bin/env python3
"""Runs a program and compares what it prints: compare_output.py EXPECTED PROGRAM [ARGUMENTS]."""
# SPDX-License-Identifier: Apache-2.0
import difflib
import subprocess
import sys


def main(expected_path, *command):
    expected = open(expected_path, encoding='utf-8').read()
    run = subprocess.run(command, capture_output=True, encoding='utf-8', check=False)
    sys.stderr.write(run.stderr)
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), run.stdout.splitlines(True),
                                               'expected', 'printed'))
    return run.returncode != 0 or run.stdout != expected


sys.exit(main(*sys.argv[1:]))
