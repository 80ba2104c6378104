"""Arrays, read where they are: scores of rows, levels of teams, and a statistic of the same columns."""
# SPDX-License-Identifier: Apache-2.0
import numpy as np

import rung

model = rung.Model.builtin('five-levels')
chance = np.random.default_rng(2026)
people = 240
team = np.repeat(['East', 'North', 'South', 'West'], people // 4)
mood = np.repeat(np.array([0, 1, 1, 2], dtype=np.int8), people // 4) + chance.integers(0, 2, people, dtype=np.int8)
answers = {item.id: 1 + mood + chance.integers(0, 2, people, dtype=np.int8) for item in model.items}

scores = model.score(answers, frame='dict')
print(f'the first row: thinking {scores["thinking_median"][0]:.0f}, strain {scores["strain"][0]:.1f}')

found = model.findings({**answers, 'team': team}, by='team')
thinking = found.to_frame('reading', frame='dict')
for name, reading, level, sure in zip(*(thinking[column] for column in ('team', 'id', 'level', 'probability'))):
    if reading == 'thinking' and name:
        print(f'{name}: level {level}, probability {sure:.2f}')

alpha = rung.stats.alpha([answers[item] for item in ('W1', 'W2', 'W3')])
print(f'alpha of three questions: {alpha.raw:.2f}')
