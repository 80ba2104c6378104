# Finds external names of the static library that do not begin with rung_ (an archive has no map).
# SPDX-License-Identifier: Apache-2.0
import sys

from source import defined, end


def main(library):
    names = defined(library, '-g')
    end([f'{library}: {name} does not begin with rung_' for name in sorted(names)
         if not name.startswith('rung_')] or ([] if names else [f'{library}: has no external name']))


main(sys.argv[2])
