# Finds files of the Python package that bindings/python/meson.build does not list: no wheel would hold them.
# SPDX-License-Identifier: Apache-2.0
import re
import sys

from source import end, files, read

BUILD = 'bindings/python/meson.build'
PACKAGE = 'bindings/python/rung/'


def main(root):
    listed = set(re.findall(r"'(rung/[^']+)'", read(root, BUILD)))
    there = {path[len('bindings/python/'):] for path in files(root, '') if path.startswith(PACKAGE)}
    end([f'{BUILD}:1: does not list {path}' for path in sorted(there - listed)] +
        [f'{BUILD}:1: lists {path}, which is not there' for path in sorted(listed - there)])


main(sys.argv[1])
