"""Runs the command `rung` for `python -m rung`."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import os
import shutil
import sys

from ._carried import carried


def command() -> str | None:
    """The command: RUNG_COMMAND, the one that this package carries, or the first on the path."""
    return os.environ.get('RUNG_COMMAND') or carried('rung') or shutil.which('rung')


def main() -> int:
    """Become the command, with the arguments of this program."""
    path = command()
    if path is None:
        print('python -m rung: no command `rung` here: install a wheel of rung, which carries it, or '
              'build rung and set RUNG_COMMAND to build/tools/rung', file=sys.stderr)
        return 127
    os.execv(path, ['rung', *sys.argv[1:]])


if __name__ == '__main__':
    sys.exit(main())
