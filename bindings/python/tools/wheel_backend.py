"""Builds the wheel with meson-python, and tags it by what it holds: a library, no extension module."""
# SPDX-License-Identifier: Apache-2.0
#
# meson-python takes every file beside a platform's library for an extension module and tags the wheel
# for one version of Python, `cp311-cp311-PLATFORM`. The package reaches its library by ctypes, so one
# wheel serves every Python 3: `py3-none-PLATFORM`. The other hooks (PEP 517, PEP 660) are its own.
from __future__ import annotations

import base64
import hashlib
import re
import zipfile
from pathlib import Path
from typing import Any

from mesonpy import (  # noqa: F401
    build_editable, build_sdist, get_requires_for_build_editable, get_requires_for_build_sdist,
    get_requires_for_build_wheel)
from mesonpy import build_wheel as build_tagged_for_one_python

TAG = re.compile(r'^Tag: \S+-\S+-(\S+)$', re.MULTILINE)


def record(name: str, data: bytes) -> str:
    """The line of RECORD that vouches for a file."""
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b'=').decode()
    return f'{name},sha256={digest},{len(data)}'


def retag(source: Path) -> Path:
    """The same wheel with the tag `py3-none-PLATFORM`; the first one is taken away."""
    with zipfile.ZipFile(source) as wheel:
        files = [(item, wheel.read(item)) for item in wheel.infolist()]
    name = next(item.filename for item, _ in files if item.filename.endswith('.dist-info/WHEEL'))
    old = next(data for item, data in files if item.filename == name)
    text = TAG.sub(r'Tag: py3-none-\1', old.decode())
    platform = TAG.search(text)
    if platform is None:
        raise RuntimeError(f'{source.name} says no tag that could be replaced')
    vouched = {record(name, old): record(name, text.encode())}
    stem = '-'.join(source.name.split('-')[:2])
    target = source.with_name(f'{stem}-py3-none-{platform[1]}.whl')
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as wheel:
        for item, data in files:
            if item.filename == name:
                data = text.encode()
            elif item.filename.endswith('.dist-info/RECORD'):
                lines = [vouched.get(line, line) for line in data.decode().splitlines()]
                data = ('\n'.join(lines) + '\n').encode()
            wheel.writestr(item, data, zipfile.ZIP_DEFLATED, 9)
    if target != source:
        source.unlink()
    return target


def build_wheel(wheel_directory: str, config_settings: dict[str, Any] | None = None,
                metadata_directory: str | None = None) -> str:
    """PEP 517: the name of the wheel that was written."""
    built = build_tagged_for_one_python(wheel_directory, config_settings, metadata_directory)
    return retag(Path(wheel_directory, built)).name
