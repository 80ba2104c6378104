# Warns of files, functions and parameter lists that are too large, and fails where one is far too large.
# SPDX-License-Identifier: Apache-2.0
import re
import sys

from source import code, files, line, read

FILE, FUNCTION, PARAMETERS = 400, 50, 6      # a warning
FILE_MOST, FUNCTION_MOST = 800, 120          # a failure
DEFINITION = re.compile(r'^(?!typedef|struct|enum|union|#)\w[^;{}=#]*?\b(\w+)\(([^;{}]*)\)\s*\n\{.*?^\}',
                        re.M | re.S)


def main(root):
    failed = False
    for path in files(root, '.c', '.h'):
        text = code(read(root, path))
        length = text.count('\n')
        large = [(1, f'{length} lines', length > FILE, length > FILE_MOST)]
        for match in DEFINITION.finditer(text):
            body = match.group().count('\n', match.group().index('\n{')) - 2
            count = match[2].count(',') + 1
            where = line(text, match.start())
            large.append((where, f'{match[1]} has {body} lines', body > FUNCTION, body > FUNCTION_MOST))
            large.append((where, f'{match[1]} has {count} parameters', count > PARAMETERS, False))
        for where, what, warn, fail in large:
            if warn or fail:
                print(f"{path}:{where}: {what}{'' if fail else ' (a warning)'}")
                failed = failed or fail
    sys.exit(failed)


main(sys.argv[1])
