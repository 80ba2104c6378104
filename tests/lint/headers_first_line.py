# Finds files that do not say in line 1 what they are and in line 2 under which licence.
# SPDX-License-Identifier: Apache-2.0
import re
import sys

from source import end, files, read

SAYS = re.compile(r'^(/\*+|//|#|""")\s*(?!SPDX|Copyright)\w.{5,}')
LICENCE = 'SPDX-License-Identifier: Apache-2.0'


def main(root):
    findings = []
    for path in files(root, '.c', '.h', '.py'):
        lines = read(root, path).split('\n')
        lines = lines[lines[0].startswith('#!'):] + ['', '']
        if not SAYS.match(lines[0]):
            findings.append(f'{path}:1: the first line has to say what the file is')
        if LICENCE not in lines[1]:
            findings.append(f'{path}:2: the second line has to be {LICENCE}')
    end(findings)


main(sys.argv[1])
