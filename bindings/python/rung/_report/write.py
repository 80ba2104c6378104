"""Writing a file whole or not at all."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write a file beside its place and move it there: what is read is the old one or all of it."""
    handle, beside = tempfile.mkstemp(
        dir=path.parent, prefix=f'.{path.name[:40]}.', suffix='.part'
    )
    try:
        with os.fdopen(handle, 'wb') as file:
            file.write(text.encode('utf-8'))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, _mode(path))
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise


def _mode(path: Path) -> int:
    """Return the rights of the file that is there; of a new one, the usual ones."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
