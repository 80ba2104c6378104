"""The shared library's statistics, called from Python with signatures read off the headers."""
# SPDX-License-Identifier: Apache-2.0
import ctypes
import math
import re

WHOLE = {'size_t': ctypes.c_size_t, 'int64_t': ctypes.c_int64, 'uint64_t': ctypes.c_uint64,
         'int32_t': ctypes.c_int32, 'uint32_t': ctypes.c_uint32}
COMMENT = re.compile(r'/\*.*?\*/', re.S)


class Column(ctypes.Structure):
    """rung_column."""
    _fields_ = [('data', ctypes.c_void_p), ('validity', ctypes.c_void_p),
                ('offsets', ctypes.c_void_p), ('length', ctypes.c_int64),
                ('validity_offset', ctypes.c_int64), ('stride', ctypes.c_ssize_t),
                ('type', ctypes.c_int32), ('reserved', ctypes.c_int32)]


class Error(ctypes.Structure):
    """rung_error."""
    _fields_ = [('status', ctypes.c_int32), ('reserved', ctypes.c_int32), ('row', ctypes.c_int64),
                ('column', ctypes.c_int64), ('where', ctypes.c_char * 240),
                ('message', ctypes.c_char * 512)]


class Refused(Exception):
    """A status that is not RUNG_OK; `out` holds what was written all the same."""

    def __init__(self, status, message, out):
        super().__init__(f'status {status}: {message}')
        self.status, self.out = status, out


def kind(parameter):
    """The ctypes type of a parameter or a result as the header writes it."""
    if '*' in parameter or '[' in parameter:
        return ctypes.c_char_p if re.match(r'const char \*\w*$', parameter) else ctypes.c_void_p
    words = parameter.replace('const ', '').split()
    if words[0] == 'double':
        return ctypes.c_double
    return WHOLE.get(words[0], ctypes.c_int)


class Library:
    """librung: enum values as attributes, functions by call()."""

    def __init__(self, root, path):
        self.shared = ctypes.CDLL(str(path))
        self.values, self.keep = {}, []
        for header in sorted((root / 'include' / 'rung').rglob('*.h')):
            self.read_header(COMMENT.sub('', header.read_text(encoding='utf-8')))
        self.settings_with = {}

    def read_header(self, text):
        self.values.update({name: int(number) for name, number in
                            re.findall(r'\b(RUNG_[A-Z0-9_]+)\s*=\s*(-?\d+)', text)})
        for result, name, parameters in re.findall(
                r'^RUNG_API\s+([^;(]*?)(\w+)\(([^;]*?)\)\s*;', text, re.M | re.S):
            function = getattr(self.shared, name)
            listed = [' '.join(part.split()) for part in parameters.split(',')]
            function.argtypes = [] if listed == ['void'] else [kind(part) for part in listed]
            result = ' '.join(result.split())
            function.restype = None if result == 'void' else kind(result)

    def __getattr__(self, name):
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(name) from None

    def members(self, prefix):
        """The values of an enum in order, by what stands behind the prefix."""
        return dict(sorted(((name[len(prefix):], number) for name, number in self.values.items()
                            if name.startswith(prefix)), key=lambda pair: pair[1]))

    def settings(self, **values):
        """Settings by the lower-case name behind RUNG_SETTING_; kept for the life of the library."""
        key = tuple(sorted(values.items()))
        if key not in self.settings_with:
            made = ctypes.c_void_p()
            assert self.shared.rung_settings_new(ctypes.byref(made), None) == 0
            for name, value in values.items():
                which = self.values['RUNG_SETTING_' + name.upper()]
                assert self.shared.rung_settings_set(made, which, value, None) == 0, name
            self.settings_with[key] = made
        return self.settings_with[key]

    def columns(self, *columns):
        """An array of columns; a column is a list of numbers and None, or of text and None."""
        out = (Column * len(columns))()
        for index, values in enumerate(columns):
            texts = any(isinstance(value, str) for value in values)
            out[index] = self.text(values) if texts else self.numbers(values)
        return out

    def numbers(self, values):
        data = (ctypes.c_double * max(len(values), 1))(
            *(math.nan if value is None else value for value in values))
        self.keep.append(data)
        return Column(ctypes.cast(data, ctypes.c_void_p), None, None, len(values), 0, 0,
                      self.RUNG_TYPE_DOUBLE, 0)

    def text(self, values):
        pieces = [(value or '').encode() for value in values]
        offsets = (ctypes.c_int32 * (len(values) + 1))()
        for index, piece in enumerate(pieces):
            offsets[index + 1] = offsets[index] + len(piece)
        data = ctypes.create_string_buffer(b''.join(pieces))
        self.keep += [data, offsets]
        return Column(ctypes.cast(data, ctypes.c_void_p), None,
                      ctypes.cast(offsets, ctypes.c_void_p), len(values), 0, 0,
                      self.RUNG_TYPE_TEXT, 0)

    def array(self, values):
        """A C array of doubles."""
        return (ctypes.c_double * max(len(values), 1))(*values)

    def call(self, name, *arguments, out=None):
        """Call; the status is checked. `out`: how many results, given before the error.

        The results come back as a list; where the function has none, None."""
        error = Error()
        results = (ctypes.c_double * out)(*[math.nan] * out) if out else None
        tail = [results, out] if out else []
        function = getattr(self.shared, name)
        status = function(*arguments, *tail, ctypes.byref(error))
        found = list(results) if out else None
        if status != 0:
            raise Refused(status, error.message.decode(), found)
        return found

    def by_name(self, name, *arguments, prefix):
        """Call a statistic whose results are indexed by the enum with this prefix: a dictionary."""
        members = self.members(prefix)
        found = self.call(name, *arguments, out=max(members.values()) + 1)
        return {key.lower(): found[index] for key, index in members.items()}
