# Finds functions that touch globals, the locale or the process, and locale-bound formats.
# SPDX-License-Identifier: Apache-2.0
import re
import sys

from source import code, end, files, line, read

FORMATTING = 'snprintf vsnprintf strtod strtof strtold strtol strtoul strtoll strtoull'
BANNED = ('atof atoi atol atoll scanf sscanf fscanf sprintf vsprintf strcpy strcat strtok setlocale '
          'getenv exit abort printf vprintf fprintf vfprintf puts fputs perror rand srand time lgamma '
          'tgamma strerror localtime gmtime qsort')
EXEMPT = ('lib/base/number.c', 'lib/base/fail.c')  # they format, proof against any locale
ATTRIBUTE = re.compile(r'\bformat\s*\(\s*_*printf_*')  # asks the compiler to check formats
FLOAT_FORMAT = re.compile(r'"(?:\\.|[^"\\\n])*?%[-+#0-9.*]*l?[fFgGeEaA]')


def words(names):
    return re.compile(r'\b(' + '|'.join(names.split()) + r')\b')


def main(root):
    findings = []
    for path in files(root, '.c', '.h'):
        if not path.startswith(('lib/', 'include/')):
            continue
        text = ATTRIBUTE.sub('', read(root, path))
        bare, formats = code(text), code(text, strings=True)
        names = BANNED if path in EXEMPT else BANNED + ' ' + FORMATTING
        findings += [f'{path}:{line(bare, match.start())}: {match[1]} is banned'
                     for match in words(names).finditer(bare)]
        if path not in EXEMPT:
            findings += [f'{path}:{line(formats, match.start())}: numbers are written by base/number'
                         for match in FLOAT_FORMAT.finditer(formats)]
    end(findings)


main(sys.argv[1])
