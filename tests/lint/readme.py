# Finds a first C program in the README that is not, line by line, in examples/c/hello.c.
# SPDX-License-Identifier: Apache-2.0
import re
import sys
import textwrap

from source import end, line, read


def main(root):
    readme, hello = read(root, 'README.md'), read(root, 'examples/c/hello.c')
    block = re.search(r'^```c\n(.*?)^```', readme, re.M | re.S)
    if not block:
        end(['README.md:1: shows no C'])
    bare = '\n'.join(row.strip() for row in hello.split('\n'))
    wanted = '\n'.join(row.strip() for row in textwrap.dedent(block[1]).strip().split('\n'))
    end([] if wanted in bare else
        [f'README.md:{line(readme, block.start())}: this program is not in examples/c/hello.c'])


main(sys.argv[1])
