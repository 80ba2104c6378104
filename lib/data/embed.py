#!/usr/bin/env python3
"""Embeds the built-in models: embed.py OUT.c MODEL.json... ; a missing or broken file is an error."""
# SPDX-License-Identifier: Apache-2.0
import json
import sys


def embed(number, path):
    data = open(path, "rb").read()
    model_id = json.loads(data)["id"]
    lines = [", ".join(str(byte) for byte in data[i:i + 24]) for i in range(0, len(data), 24)]
    text = "static const unsigned char model_%d[] = {\n%s};\n" % (number, ",\n".join(lines))
    return text, '    {"%s", model_%d, sizeof model_%d},\n' % (model_id, number, number)


def main(out, paths):
    parts = [embed(number, path) for number, path in enumerate(paths)]
    with open(out, "w") as file:
        file.write("/* Made by lib/data/embed.py from the files in lib/data. */\n")
        file.write('#include "model/builtin.h"\n\n')
        file.write("\n".join(text for text, _ in parts))
        file.write("\nconst struct rung__builtin rung__builtins[] = {\n")
        file.write("".join(row for _, row in parts))
        file.write("    {0, 0, 0},\n};\n")


main(sys.argv[1], sys.argv[2:])
