#!/usr/bin/env python3
# Writes the table of the C interface for Python.
# SPDX-License-Identifier: Apache-2.0
"""Writes rung/_abi.py, the table of the C interface, from the public headers; --check compares.

generate.py [--check | --json]. Needs a C preprocessor and pycparser. Nothing in the table is
written by hand: types, enums and functions are those of include/rung/rung.h.
"""
from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PYTHON = Path(__file__).resolve().parent.parent
ROOT = PYTHON.parent.parent
TARGET = PYTHON / 'rung' / '_abi.py'

FAKES = {  # what the headers need of the C library, for a parser without compiler extensions
    'stddef.h': 'typedef unsigned long size_t; typedef long ptrdiff_t;',
    'stdint.h': 'typedef signed char int8_t; typedef short int16_t; typedef int int32_t;'
                'typedef long int64_t; typedef unsigned char uint8_t; typedef unsigned short uint16_t;'
                'typedef unsigned int uint32_t; typedef unsigned long uint64_t;'}
PLAIN = {'void': 'None', 'char': 'c_char', 'double': 'c_double', 'float': 'c_float',
         'size_t': 'c_size_t', 'ptrdiff_t': 'c_ssize_t',
         **{f'{sign}int{bits}_t': f'c_{sign}int{bits}' for sign in ('', 'u') for bits in (8, 16, 32, 64)}}

HEAD = '''"""The C interface of librung: made from include/rung by tools/generate.py, never by hand."""
# SPDX-License-Identifier: Apache-2.0
# pylint: skip-file
from __future__ import annotations

from ctypes import (POINTER, Structure, c_char, c_char_p, c_double, c_int32, c_int64, c_int8,
                    c_size_t, c_ssize_t, c_uint32, c_uint64, c_uint8, c_void_p)
from enum import IntEnum
from typing import Any
'''


def preprocessed() -> str:
    """The text of rung.h and all that it includes."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in FAKES.items():
            Path(folder, name).write_text(text + '\n', encoding='utf-8')
        compiler = os.environ.get('CC', 'cc').split()
        run = subprocess.run([*compiler, '-E', '-nostdinc', '-DRUNG_API=', '-U__GNUC__', '-I', folder,
                              '-I', str(ROOT / 'include'), str(ROOT / 'include/rung/rung.h')],
                             capture_output=True, encoding='utf-8', check=True)
    return run.stdout


def version_number() -> int:
    """The version of the project as rung_version_number() gives it."""
    text = (ROOT / 'meson.build').read_text(encoding='utf-8')
    found = re.search(r"version: '(\d+)\.(\d+)\.(\d+)'", text)
    if found is None:
        raise SystemExit('generate.py: meson.build has no version')
    major, minor, patch = map(int, found.groups())
    return 10000 * major + 100 * minor + patch


class Table:
    """What the headers declare: enums, structs, opaque nouns and functions, in their order."""

    def __init__(self, text: str) -> None:
        from pycparser import c_ast, c_parser
        self.ast = c_ast
        self.enums: dict[str, dict[str, int]] = {}
        self.structs: dict[str, list[tuple[str, str]]] = {}
        self.opaque: list[str] = []
        self.functions: dict[str, tuple[str, list[str]]] = {}
        for node in c_parser.CParser().parse(text, 'rung.h').ext:
            if isinstance(node, c_ast.Typedef):
                self.read_type(node)
            elif isinstance(node, c_ast.Decl) and isinstance(node.type, c_ast.FuncDecl):
                self.read_function(node)

    def read_type(self, node):  # type: ignore[no-untyped-def]
        """Read an enum, a struct with its members, or a noun."""
        inner = node.type.type
        if isinstance(inner, self.ast.Enum):
            self.enums[node.name] = {item.name: number(item.value) for item in inner.values.enumerators}
        elif isinstance(inner, self.ast.Struct) and inner.decls:
            self.structs[node.name] = [(member.name, self.kind(member.type)) for member in inner.decls]
        elif isinstance(inner, self.ast.Struct):
            self.opaque.append(node.name)

    def read_function(self, node):  # type: ignore[no-untyped-def]
        """Read a declaration; bytes that have a length beside them are no C string."""
        parameters = [self.kind(part.type) for part in node.type.args.params]
        result = self.kind(node.type.type)
        if node.name.endswith('_data') and result == 'c_char_p':
            result = 'POINTER(c_char)'
        self.functions[node.name] = (result, [part for part in parameters if part != 'None'])

    def kind(self, node) -> str:  # type: ignore[no-untyped-def]
        """The ctypes type of a declaration."""
        if isinstance(node, self.ast.ArrayDecl):
            inner = self.kind(node.type)
            return f'{inner} * {node.dim.value}' if inner == 'c_char' else f'POINTER({inner})'
        if not isinstance(node, self.ast.PtrDecl):
            return self.named(node.type)
        inner = self.kind(node.type)
        if inner == 'None':
            return 'c_void_p'
        return 'c_char_p' if inner == 'c_char' else f'POINTER({inner})' if inner != 'foreign' else 'c_void_p'

    def named(self, node) -> str:  # type: ignore[no-untyped-def]
        """The ctypes type of a name; enums cross as int32, structs of others as bare addresses."""
        if isinstance(node, self.ast.Struct):
            return 'foreign'
        name = node.names[0]
        if name in self.enums:
            return 'c_int32'
        return class_name(name) if name in self.structs or name in self.opaque else PLAIN[name]


def number(node) -> int:  # type: ignore[no-untyped-def]
    """The value of an enumerator."""
    return int(node.value) if hasattr(node, 'value') else -int(node.expr.value)


def class_name(name: str) -> str:
    """rung_score_figure as a class: ScoreFigure."""
    return ''.join(word.capitalize() for word in name.split('_')[1:])


def members(values: dict[str, int]) -> dict[str, int]:
    """An enum's values under what follows the words that all of them share."""
    split = [name.split('_') for name in values]
    shared = 1
    while all(len(words) > shared + 1 and words[shared] == split[0][shared] for words in split):
        shared += 1
    short = {'_'.join(words[shared:]): value for words, value in zip(split, values.values())}
    return {name if name.isidentifier() else f'_{name}': value for name, value in short.items()}


def python(table: Table) -> str:
    """The table as a module."""
    out = [HEAD, f'VERSION_NUMBER = {version_number()}', '']
    for name, values in table.enums.items():
        out += ['', f'class {class_name(name)}(IntEnum):', f'    """{name}."""', '']
        out += [f'    {member} = {value}' for member, value in members(values).items()] + ['']
    for name in table.opaque:
        out += ['', f'class {class_name(name)}(Structure):', f'    """{name}, opaque."""', '']
    for name, fields in table.structs.items():
        out += ['', f'class {class_name(name)}(Structure):', f'    """{name}."""', '', '    _fields_ = [']
        out += [f"        ('{member}', {kind})," for member, kind in fields] + ['    ]', '']
    out += ['', 'FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {']
    for name, (result, parameters) in table.functions.items():
        out += [f"    '{name}': (", f'        {result},', f'        [{", ".join(parameters)}]),']
    return '\n'.join([*out, '}', ''])


def main(arguments: list[str]) -> int:
    """Write, compare or print."""
    if importlib.util.find_spec('pycparser') is None:
        print('skipped: pycparser is not installed')
        return 77
    table = Table(preprocessed())
    if arguments == ['--json']:
        print(json.dumps({'version_number': version_number(), 'enums': table.enums,
                          'structs': table.structs, 'opaque': table.opaque,
                          'functions': table.functions}, indent=1))
    elif arguments == ['--check']:
        if python(table) != TARGET.read_text(encoding='utf-8'):
            print(f'{TARGET}: differs from the headers: run bindings/python/tools/generate.py')
            return 1
    else:
        TARGET.write_text(python(table), encoding='utf-8')
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
