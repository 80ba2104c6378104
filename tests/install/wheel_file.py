"""What a wheel's file says of itself, and whether that is true of what is inside."""
# SPDX-License-Identifier: Apache-2.0
import base64
import csv
import hashlib
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

NAME = re.compile(r'rung-(?P<version>[0-9.]+)-(?P<tag>py3-none-manylinux_(?P<glibc>2_[0-9]+)_[a-z0-9_]+)\.whl')
LICENCES = {'LICENSE': 'LICENSE', 'bindings/python/licences/jansson.txt': 'bindings/python/licences/jansson.txt'}


def project_version(root):
    """The version that meson.build states."""
    return re.search(r"version: '([0-9.]+)'", (root / 'meson.build').read_text(encoding='utf-8'))[1]


def contents(wheel):
    """The wheel's files as {name: bytes}; folders left out."""
    with zipfile.ZipFile(wheel) as held:
        return {item.filename: held.read(item) for item in held.infolist() if not item.is_dir()}


def metadata(wheel, name):
    """A file of the wheel's own folder, as text."""
    return next(data.decode() for path, data in contents(wheel).items() if path.endswith(f'.dist-info/{name}'))


def tags(wheel):
    """What the file WHEEL says of where it runs."""
    return [line[5:] for line in metadata(wheel, 'WHEEL').splitlines() if line.startswith('Tag: ')]


def installed(wheel):
    """What is put into site-packages, without metadata and the libraries that auditwheel adds."""
    return {name for name in contents(wheel) if not re.match(r'rung\.libs/libjansson[^/]*$|[^/]+\.dist-info/', name)}


def requirements(wheel):
    """Distributions that are needed without an extra being asked for."""
    lines = [line for line in metadata(wheel, 'METADATA').splitlines() if line.startswith('Requires-Dist:')]
    return [line for line in lines if 'extra ==' not in line]


def unvouched(wheel):
    """Files whose digest in RECORD is missing or wrong."""
    rows = {row[0]: row[1] for row in csv.reader(metadata(wheel, 'RECORD').splitlines())}
    files = contents(wheel)
    faults = [f'{name} is not there' for name in rows if name not in files]
    for name, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b'=').decode()
        if not name.endswith('.dist-info/RECORD') and rows.get(name) != f'sha256={digest}':
            faults.append(f'{name}: {rows.get(name)}')
    return faults


def missing_licences(wheel, root):
    """Licence texts that are not in the wheel word for word."""
    files = contents(wheel)
    inside = {name.split('.dist-info/licenses/')[1]: data for name, data in files.items() if '/licenses/' in name}
    faults = [name for name, source in LICENCES.items() if inside.get(name) != (root / source).read_bytes()]
    if 'Petri Lehtinen' not in inside.get('bindings/python/licences/jansson.txt', b'').decode():
        faults.append('the licence of jansson names nobody')
    return faults


def elf_files(wheel):
    """The compiled files, as pairs of a name and a function that asks readelf of it."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in contents(wheel).items():
            if data.startswith(b'\x7fELF'):
                place = Path(folder, 'file')
                place.write_bytes(data)
                yield name, lambda option, place=place: subprocess.run(
                    ['readelf', '--wide', option, str(place)], capture_output=True, text=True, check=True).stdout


def glibc(wheel):
    """The newest version 2.N of glibc's symbols that a compiled file asks for, as N."""
    return max(int(minor) for _, ask in elf_files(wheel)
               for minor in re.findall(r'Name: GLIBC_2\.([0-9]+)', ask('--version-info')))


def loose(wheel):
    """Compiled files with a symbol table or debugging, or that are led outside the wheel."""
    faults = []
    for name, ask in elf_files(wheel):
        faults += [f'{name} has {section}' for section in re.findall(r' (\.symtab|\.debug\S*)', ask('--sections'))]
        for path in re.findall(r'\(R(?:UN)?PATH\).*\[(.*)\]', ask('--dynamic')):
            faults += [f'{name} looks in {place}' for place in path.split(':') if not place.startswith('$ORIGIN')]
    return faults
