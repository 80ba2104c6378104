# Proves that each lint script finds what it is for, in a small tree of wrong files.
# SPDX-License-Identifier: Apache-2.0
import os
import subprocess
import sys
import tempfile

HEAD = '/* Holds one small thing. */\n/* SPDX-License-Identifier: Apache-2.0 */\n'
LINE = ('doc/rules.md', 'Case [a](../tests/golden/a/why.md): `/b` = **1**\n')
CASES = [  # script, file, its text (or several files), what has to be found
    ('layers', 'lib/base/a.c', '#include "score/b.h"\n', 'goes upward'),
    ('layers', 'lib/base/a.c', '#include "a.h"\n', 'by bare name'),
    ('layers', 'lib/base/a.h', '#include "base/b.h"\n/* "base/a.h" */', None),
    ('layers', 'lib/wild/a.c', '', 'in no layer'),
    ('layers', 'tools/a.c', '#include "base/b.h"\n', 'inside the library'),
    ('layers', 'lib/base/b.h', '#include "base/c.h"\n', 'in a circle'),
    ('sizes', 'lib/base/a.c', 'int f(void)\n{\n' + ';\n' * 121 + '}\n', 'f has 121 lines'),
    ('sizes', 'lib/base/a.c', '\n' * 801, '801 lines'),
    ('sizes', 'lib/base/a.c', '\n' * 401, None),
    ('banned', 'lib/score/a.c', 'int f(void) { return atoi("1"); }\n', 'atoi is banned'),
    ('banned', 'lib/score/a.c', 'int f(void) { g("%5.2f"); }\n', 'written by base/number'),
    ('banned', 'lib/score/a.c', '/* atoi */ int f(void) { g("exit"); }\n', None),
    ('banned', 'lib/base/number.c', 'int f(void) { strtod(); }\n', None),
    ('documented', 'include/rung/a.h', '/** Do.\n * @return x */\nRUNG_API int rung_f(int a);\n', '@param a'),
    ('documented', 'include/rung/a.h', '/** Do.\n * @param a x */\nRUNG_API int rung_f(int a);\n', '@return'),
    ('documented', 'include/rung/a.h', 'RUNG_API void rung_f(void);\n', 'a comment before it'),
    ('documented', 'include/rung/a.h', 'enum rung_e {\n  RUNG_A,\n  RUNG_B /**< B. */\n};\n', 'RUNG_A is not'),
    ('headers_first_line', 'lib/base/a.c', None, 'second line'),
    ('markdown_links', 'a.md', 'See [b](b.md) and `[c](c.md)`.\n', 'no file b.md'),
    ('rules_numbers', 'doc/rules.md', 'Case [a](../tests/golden/a/why.md): `/b` = **1**\n', 'no case'),
    ('rules_numbers', 'doc/rules.md', [LINE, ('tests/golden/a/model.json', '{}'),
                                       ('tests/golden/a/expected.json', '{"b": 2}')], '/b is 2, not 1'),
    ('rules_numbers', 'doc/rules.md', [LINE, ('tests/golden/a/model.json', '{}'),
                                       ('tests/golden/a/expected.json', '{"b": 1}')], None),
    ('rules_numbers', 'schema/rung-model-1.schema.json',
     '{"$defs": {"measure": {"properties": {"by": {"enum": ["net"]}}}}}\n', 'by net: not mentioned'),
    ('rules_numbers', 'schema/rung-model-1.schema.json',
     [('schema/rung-model-1.schema.json', '{"$defs": {"policy": {"oneOf": [{"enum": ["full"]}]}}}'),
      ('doc/rules.md', 'This is `full`.')], 'absence full: no case'),
    ('python_listed', 'bindings/python/rung/a.py',
     [('bindings/python/meson.build', "'rung/b.py'"), ('bindings/python/rung/a.py', '')], 'does not list rung/a.py'),
    ('python_listed', 'bindings/python/rung/a.py',
     [('bindings/python/meson.build', "'rung/a.py'"), ('bindings/python/rung/a.py', '')], None),
]


def run(script, name, text):
    with tempfile.TemporaryDirectory() as root:
        layers = {'lib/LAYERS': 'base\nscore\n', 'lib/base/c.h': HEAD + '#include "base/b.h"\n'}
        tree = text if isinstance(text, list) else [(name, '/* Only this. */\n' if text is None else text)]
        for path, content in {**layers, **dict(tree)}.items():
            os.makedirs(os.path.join(root, os.path.dirname(path)), exist_ok=True)
            with open(os.path.join(root, path), 'w', encoding='utf-8') as file:
                file.write(content)
        here = os.path.join(os.path.dirname(os.path.abspath(__file__)), script + '.py')
        return subprocess.run([sys.executable, here, root], capture_output=True, text=True)


def main():
    failed = 0
    for script, name, text, expected in CASES:
        result = run(script, name, text)
        right = result.returncode == (expected is not None) and (expected or '') in result.stdout
        if not right:
            print(f'tests/lint/{script}.py:1: of {name} said {result.stdout!r}{result.stderr!r}, not {expected!r}')
            failed = 1
    sys.exit(failed)


main()
