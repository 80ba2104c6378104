# Finds public functions and enum values that no documentation comment describes to the end.
# SPDX-License-Identifier: Apache-2.0
import re
import sys

from source import end, files, line, read

FUNCTION = re.compile(r'(/\*\*(?:(?!\*/).)*\*/)?\s*^RUNG_API\s+([^;(]*?)(\w+)\(([^;]*?)\)\s*;', re.M | re.S)
ENUM = re.compile(r'\benum\b[^;{]*\{(.*?)\}', re.S)
VALUE = re.compile(r'(/\*\*(?!<)(?:(?!\*/).)*\*/)?\s*\b(RUNG_\w+)\b[^,/]*,?\s*(/\*\*<(?:(?!\*/).)*\*/)?', re.S)


def parameters(text):
    names = [re.search(r'(\w+)\s*(?:\[\w*\])*$', part.strip())[1] for part in text.split(',')]
    return [] if names == ['void'] else names


def lacks(comment, result, names):
    """What the comment of one function does not say."""
    if not comment:
        return ['a comment before it']
    missing = [f'@param {name}' for name in names
               if not re.search(rf'[@\\]param(?:\[\w+(?:,\w+)*\])?\s+{name}\b', comment)]
    missing += [f'no parameter {name}' for name in re.findall(r'[@\\]param(?:\[[^]]*\])?\s+(\w+)', comment)
                if name not in names]
    if result.split() != ['void'] and not re.search(r'[@\\](return|retval)\b', comment):
        missing.append('@return')
    return missing


def main(root):
    findings = []
    for path in files(root, '.h'):
        if not path.startswith('include/'):
            continue
        text = read(root, path)
        for match in FUNCTION.finditer(text):
            for missing in lacks(match[1], match[2], parameters(match[4])):
                findings.append(f'{path}:{line(text, match.start(3))}: {match[3]} lacks {missing}')
        for enum in ENUM.finditer(text):
            for value in VALUE.finditer(enum[1]):
                if not (value[1] or value[3]):
                    place = line(text, enum.start(1) + value.start(2))
                    findings.append(f'{path}:{place}: {value[2]} is not documented')
    end(findings)


main(sys.argv[1])
