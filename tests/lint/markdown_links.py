# Finds relative links of the Markdown pages that lead to no file.
# SPDX-License-Identifier: Apache-2.0
import os
import re
import sys

from source import end, files, line, read

LINK = re.compile(r'\]\(([^)\s#]+)(?:#[^)\s]*)?(?:\s+"[^"]*")?\)')
FENCED = re.compile(r'^```.*?^```|`[^`\n]*`', re.M | re.S)


def main(root):
    findings = []
    for path in files(root, '.md'):
        text = FENCED.sub(lambda match: '\n' * match.group().count('\n'), read(root, path))
        for match in LINK.finditer(text):
            if re.match(r'[a-z]+:', match[1]):
                continue
            if not os.path.exists(os.path.join(root, os.path.dirname(path), match[1])):
                findings.append(f'{path}:{line(text, match.start())}: no file {match[1]}')
    end(findings)


main(sys.argv[1])
