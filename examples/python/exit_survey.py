"""From the raw export of an exit survey to a report: the file as it came, a mapping, and one page."""
# SPDX-License-Identifier: Apache-2.0
import sys
from pathlib import Path

import rung

HERE = Path(__file__).resolve().parent.parent / 'exit-survey'
export = Path(sys.argv[1] if len(sys.argv) > 1 else HERE.parents[2] / 'shared/data/dete_survey.csv')
page = sys.argv[2] if len(sys.argv) > 2 else 'exit-survey.html'

model = rung.Model.open(HERE / 'exit-survey.json')
answers = rung.read_csv(export, mapping=HERE / 'exit-survey.map.json')
found = model.findings(answers, by=['Region', 'Position'])

measures = found.to_frame('measure', frame='dict')
for name, region, score, low, high, n in zip(*(measures[column] for column in (
        'id', 'Region', 'score', 'low', 'high', 'n'))):
    if region == 'Far North Queensland' and n == n:
        print(f'{name}: {score:.2f}, from {low:.2f} to {high:.2f}, n {n:.0f}')

print('written:', rung.report(found, page))
