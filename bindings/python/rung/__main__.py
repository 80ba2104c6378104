"""Runs the command `rung` for `python -m rung`."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from pathlib import Path


def command() -> str | None:
    """The command: RUNG_COMMAND, the one installed with this package, or the first on the path."""
    named = os.environ.get('RUNG_COMMAND')
    scripts = [Path(sysconfig.get_path('scripts')), Path(sys.executable).parent]
    return named or next((str(folder / 'rung') for folder in scripts if (folder / 'rung').is_file()),
                         None) or shutil.which('rung')


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
