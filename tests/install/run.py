# What is installed works for others: headers alone, and a program found by pkg-config, shared and static.
# SPDX-License-Identifier: Apache-2.0
#
# run.py SOURCE_ROOT BUILD_ROOT: installs to a temporary folder; a TAP stream.
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import tap  # noqa: E402

STRICT = ['-Wall', '-Wextra', '-Wpedantic', '-Werror']


def run(*command, **options):
    """A command's result, standard error mixed into its output."""
    return subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, check=False,
                          stderr=subprocess.STDOUT, encoding='utf-8', timeout=300, **options)


def build_option(build, name):
    """What the build was configured with."""
    options = json.loads(run('meson', 'introspect', build, '--buildoptions').stdout)
    return next(option['value'] for option in options if option['name'] == name)


class Installed:
    """A build, installed below a folder of our own instead of into the system."""

    def __init__(self, build, folder):
        self.folder = folder
        self.said = run('meson', 'install', '--no-rebuild', '-C', build, '--destdir', folder)
        self.prefix = folder / build_option(build, 'prefix').lstrip('/')
        self.libraries = self.prefix / build_option(build, 'libdir')
        sanitize = build_option(build, 'b_sanitize')
        self.flags = [] if sanitize == 'none' else [f'-fsanitize={sanitize}']
        self.environment = {**os.environ, 'LD_LIBRARY_PATH': str(self.libraries),
                            'PKG_CONFIG_PATH': str(self.libraries / 'pkgconfig')}

    def pkg_config(self, *arguments):
        """What pkg-config says of rung, its prefix moved to where it is."""
        result = run('pkg-config', f'--define-variable=prefix={self.prefix}', *arguments, 'rung',
                     env=self.environment)
        return result.stdout.split() if result.returncode == 0 else None

    def compile_and_run(self, source, program, arguments):
        """The program's result; that of the compiler where it fails."""
        compiled = run(*os.environ.get('CC', 'cc').split(), '-std=c99', *STRICT, *self.flags,
                       source, '-o', program, *arguments)
        return compiled if compiled.returncode != 0 else run(program, env=self.environment)


def try_headers(report, installed):
    """Each installed header compiles alone, as C99 and as C++17."""
    languages = [('C99', os.environ.get('CC', 'cc'), ['-std=c99', '-x', 'c']),
                 ('C++17', os.environ.get('CXX', 'c++'), ['-std=c++17', '-x', 'c++'])]
    headers = sorted((installed.prefix / 'include' / 'rung').glob('*.h'))
    report.ok(len(headers) > 0, 'headers are installed')
    for name, compiler, arguments in languages:
        for header in headers:
            sentence = f'rung/{header.name} compiles alone as {name}'
            if shutil.which(compiler.split()[0]) is None:
                report.skip(sentence, f'there is no {compiler}')
                continue
            result = run(*compiler.split(), *arguments, *STRICT, '-fsyntax-only', '-I',
                         installed.prefix / 'include', '-', input=f'#include <rung/{header.name}>\n')
            report.ok(result.returncode == 0, sentence, result.stdout)


def try_consumer(report, installed, source, sentence, arguments):
    """The consumer compiles with the arguments, runs, and says which version it scores with."""
    if arguments is None:
        report.ok(False, sentence, 'pkg-config does not find rung')
        return
    result = installed.compile_and_run(source, installed.folder / 'consumer', arguments)
    version = (installed.pkg_config('--modversion') or ['none'])[0]
    report.ok(result.returncode == 0 and f'rung {version} scores ' in result.stdout, sentence,
              result.stdout, arguments)


def try_libraries(report, installed, source):
    """Both libraries, where both were built."""
    archive = installed.libraries / 'librung.a'
    if list(installed.libraries.glob('librung.so*')):
        try_consumer(report, installed, source, 'a program is linked to the shared library and runs',
                     installed.pkg_config('--cflags', '--libs'))
    else:
        report.skip('a program is linked to the shared library and runs', 'it was not built')
    if not archive.exists():
        report.skip('a program is linked to the static library and runs', 'it was not built')
        return
    arguments = installed.pkg_config('--cflags', '--libs', '--static')
    arguments = arguments and [str(archive) if word == '-lrung' else word for word in arguments]
    try_consumer(report, installed, source, 'a program is linked to the static library and runs',
                 arguments)


def main(arguments):
    """Install, then try everything."""
    if len(arguments) != 3:
        raise SystemExit(f'usage: {arguments[0]} SOURCE_ROOT BUILD_ROOT')
    source, build = (Path(argument).resolve() for argument in arguments[1:])
    report = tap.Tap()
    with tempfile.TemporaryDirectory() as folder:
        installed = Installed(build, Path(folder))
        if report.ok(installed.said.returncode == 0, 'the build is installed',
                     installed.said.stdout):
            try_headers(report, installed)
            try_libraries(report, installed, source / 'pkgconfig' / 'consumer.c')
    report.done()
    return report.failed > 0


if __name__ == '__main__':
    sys.exit(main(sys.argv))
