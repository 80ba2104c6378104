#!/usr/bin/env python3
# Counts one run of `meson test` from its logs, the sub-tests of TAP programs included.
# SPDX-License-Identifier: Apache-2.0
"""count_tests.py LOG: LOG.json and LOG.junit.xml are what Meson wrote.

Prints "passed failed skipped" on standard output; names what failed or was skipped on standard error.
"""
import json
import sys
import xml.etree.ElementTree as xml

PASSED, FAILED, SKIPPED = range(3)


def subtests(path):
    """The suites of TAP programs, as {test name: [(sub-test, outcome)]}."""
    try:
        suites = xml.parse(path).getroot()
    except (OSError, xml.ParseError):
        return {}
    found = {}
    for suite in suites:
        if '.' in suite.get('name', ''):  # "project.test"; plain tests share the suite "project"
            name = suite.get('name').split('.', 1)[1]
            found[name] = [(case.get('name'), outcome(case)) for case in suite.iter('testcase')]
    return found


def outcome(case):
    kinds = {child.tag for child in case}
    return FAILED if kinds & {'failure', 'error'} else SKIPPED if 'skipped' in kinds else PASSED


def results(log):
    """Each counted test with its outcome. A program that fails beside its sub-tests counts as one."""
    inner = subtests(log + '.junit.xml')
    with open(log + '.json', encoding='utf-8', errors='replace') as lines:
        for line in lines:
            run = json.loads(line)
            whole = {'OK': PASSED, 'EXPECTEDFAIL': PASSED, 'SKIP': SKIPPED}.get(run['result'], FAILED)
            cases = inner.get(run['name'], [])
            yield from ((f"{run['name']}: {name}", kind) for name, kind in cases)
            if not cases or whole == FAILED and all(kind != FAILED for _, kind in cases):
                yield f"{run['name']} ({run['result']})", whole


def main():
    counts = [0, 0, 0]
    try:
        for name, kind in results(sys.argv[1]):
            counts[kind] += 1
            if kind != PASSED:
                print(f"{'FAILED ' if kind == FAILED else 'skipped'}  {name}", file=sys.stderr)
    except (OSError, ValueError) as problem:
        print(f'FAILED   no results: {problem}', file=sys.stderr)
        counts[FAILED] += 1
    print(*counts)


main()
