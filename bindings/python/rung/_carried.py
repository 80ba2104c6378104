"""Files that a wheel carries beside the modules: the library and the command."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path


def carried(name: str) -> str | None:
    """The path of a file inside the package, where it has one.

    An editable installation leaves the modules in the source tree and what is compiled in a folder
    of its own; there importlib.resources knows the way, which is too slow to be asked first.
    """
    beside = Path(__file__).with_name(name)
    if beside.is_file():
        return str(beside)
    from importlib import resources
    elsewhere = resources.files(__package__) / name
    return str(elsewhere) if elsewhere.is_file() else None
