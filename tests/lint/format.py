# Finds C that clang-format would lay out otherwise.
# SPDX-License-Identifier: Apache-2.0
import shutil
import subprocess
import sys

from source import files

FOLDERS = ('lib/', 'include/', 'tools/', 'examples/', 'tests/', 'bench/', 'pkgconfig/')


def main(root):
    if not shutil.which('clang-format'):
        print('skipped: clang-format is not installed')
        sys.exit(77)
    paths = [path for path in files(root, '.c', '.h') if path.startswith(FOLDERS)]
    if paths:
        sys.exit(subprocess.run(['clang-format', '--dry-run', '--Werror', *paths], cwd=root).returncode != 0)


main(sys.argv[1])
