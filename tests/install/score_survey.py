# Scores a survey with the installed package and the standard library, and says as JSON what took part.
# SPDX-License-Identifier: Apache-2.0
#
# score_survey.py MODEL ANSWERS
import csv
import json
import sys
from pathlib import Path

import rung

FOREIGN = ('numpy', 'pandas', 'polars', 'pyarrow', 'matplotlib', 'jinja2')


def main(model, answers):
    """Columns of text, as csv gives them, to findings."""
    with open(answers, encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file))
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    found = rung.Model.builtin(model).findings(columns, by='team')
    with open('/proc/self/maps', encoding='utf-8') as maps:
        mapped = {line.split()[5] for line in maps if 'librung' in line}
    package = Path(rung.__file__).resolve().parent
    print(json.dumps({
        'package': str(package), 'library': 'librung.so.' + rung.library_version().split('.')[0],
        'mapped': ' '.join(sorted(mapped)), 'findings': json.loads(found.to_json()),
        'foreign': [name for name in FOREIGN if name in sys.modules]}))


main(*sys.argv[1:])
