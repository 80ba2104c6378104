#!/usr/bin/env python3
# Makes the synthetic answers of the five-levels example: answers.csv and units.csv.
# SPDX-License-Identifier: Apache-2.0
"""Nobody answered these questions. `generate.py` writes both files beside itself;
`generate.py --check` makes them in memory and fails if the stored files differ. Only
`random.random()` with an integer seed and plain sums are used (not `sum`, which adds otherwise from
Python 3.12 on), so every version of Python 3 makes the same files.
"""
import json
import random
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODEL = HERE.parent.parent / 'lib' / 'data' / 'five-levels.json'
SEED = 20240302

ROOT = 'Company'

# department: (team, invited, answering, level, spread of levels between people,
#              strain, short-term pressure, safety to speak)
# The level lies between 1 and 5, and so do the conditions, as agreement.
DEPARTMENTS = {
    'Operations': [
        ('Depot North', 58, 46, 2.1, 0.5, 3.0, 3.2, 2.6),
        ('Depot South', 52, 43, 2.7, 0.5, 2.9, 3.1, 2.9),
        ('Transport', 44, 33, 1.9, 0.6, 3.4, 3.3, 2.4),
        ('Night Shift', 23, 12, 1.2, 0.4, 3.7, 3.4, 1.9),
        ('Planning', 14, 13, 3.0, 0.4, 3.1, 3.6, 3.2),
        ('Repairs', 9, 7, 3.1, 0.4, 2.6, 2.7, 3.4)],
    'Sales': [
        ('Key Accounts', 19, 16, 3.2, 0.6, 3.8, 4.3, 2.8),
        ('Field Sales', 36, 27, 2.4, 0.6, 3.6, 4.4, 2.5),
        ('Shops', 79, 57, 2.3, 0.5, 3.1, 3.9, 2.6),
        ('Web Shop', 13, 12, 3.8, 0.5, 3.3, 3.5, 3.7),
        ('Partners', 6, 4, 2.8, 0.4, 3.0, 3.7, 3.0)],
    'Engineering': [
        ('Platform', 18, 17, 3.9, 0.4, 4.4, 3.0, 4.0),
        ('Tools', 15, 14, 4.1, 0.4, 2.4, 2.3, 4.3),
        ('Quality', 12, 10, 3.1, 0.4, 2.8, 2.9, 3.3),
        ('Prototypes', 8, 8, 4.8, 0.4, 3.5, 1.9, 4.5),
        ('Data', 16, 13, 3.3, 0.5, 3.0, 2.8, 3.6)],
    'Services': [
        ('Customer Desk', 56, 46, 2.6, 0.5, 3.7, 3.4, 2.8),
        ('Returns', 24, 19, 2.2, 0.5, 3.2, 3.3, 2.5),
        ('Installation', 33, 25, 2.9, 0.6, 3.1, 3.0, 3.1),
        ('Training', 7, 6, 3.9, 0.4, 2.7, 2.4, 4.0),
        ('Complaints', 13, 12, 2.8, 1.8, 3.6, 3.2, 2.7)],
    'Central': [
        ('Finance', 26, 22, 2.9, 0.4, 3.2, 3.8, 2.9),
        ('People', 14, 13, 3.4, 0.5, 3.0, 2.8, 3.6),
        ('Purchasing', 17, 14, 2.5, 0.5, 2.9, 3.7, 2.7),
        ('Legal', 4, 3, 3.1, 0.3, 3.3, 2.9, 3.2)],
}

# The characteristics do not move alike: leaders are seen a little lower, language a little higher.
SHIFT = {'T': 0.0, 'B': 0.0, 'G': 0.2, 'L': -0.2, 'O': 0.0}
# Agreement items by the condition they belong to.
CONDITION = {'S': 'strain', 'H': 'short', 'K': 'regard', 'V': 'voice', 'W': 'said', 'A': 'done'}
TENURES = (('under 1 year', 0.18), ('1 to 4 years', 0.42), ('5 years or more', 0.37), ('', 0.03))
# What is written in place of an answer, and how often.
ABSENT = (('', 0.014), ('8', 0.012), ('9', 0.006), ('0', 0.0006), ('7', 0.0006), ('33', 0.0004))


def noise(draw):
    """A number of mean 0 and standard deviation 1, bell-shaped enough: twelve uniform ones."""
    total = -6.0
    for _ in range(12):
        total += draw()
    return total


def point(value):
    """The nearest of 1 to 5."""
    return max(1, min(5, int(value + 0.5) if value > 0 else 1))


def pick(draw, table, otherwise=None):
    """The first entry whose cumulated share exceeds a draw."""
    left = draw()
    for entry, share in table:
        left -= share
        if left < 0:
            return entry
    return otherwise


def person(draw, items, team, shift):
    """One row: team, tenure and an answer to each item."""
    name, _, _, level, spread, strain, short, voice = team
    own = level + spread * noise(draw)
    lean = 0.5 * noise(draw)
    stand = {'strain': strain, 'short': short, 'voice': voice, 'regard': 6.2 - short,
             'said': 0.4 * own + 2.6, 'done': 0.6 * own + 1.2}
    row = [name, pick(draw, TENURES, '')]
    for item in items:
        absent = pick(draw, ABSENT)
        letter = item['id'][0]
        if 'options' in item:
            wanted = str(point(own + SHIFT[letter] + shift[letter] + 0.55 * noise(draw)))
            answer = next(option['code'] for option in item['options'] if option['level'] == wanted)
        else:
            answer = point(stand[CONDITION[letter]] + lean + 0.8 * noise(draw))
            answer = 6 - answer if item.get('reverse') else answer
        row.append(str(answer) if absent is None else absent)
    return row


def make():
    """The texts of both files by name."""
    items = json.loads(MODEL.read_text(encoding='utf-8'))['items']
    draw = random.Random(SEED).random
    answers = [['team', 'tenure'] + [item['id'] for item in items]]
    units = [['unit', 'parent', 'invited'], [ROOT, '', '0']]
    for department, teams in DEPARTMENTS.items():
        units.append([department, ROOT, '0'])
        for team in teams:
            units.append([team[0], department, str(team[1])])
            shift = {letter: 0.12 * noise(draw) for letter in SHIFT}
            answers.extend(person(draw, items, team, shift) for _ in range(team[2]))
    # Answers come in as people send them, not team by team.
    head, rows = answers[0], answers[1:]
    for last in range(len(rows) - 1, 0, -1):
        other = int(draw() * (last + 1))
        rows[last], rows[other] = rows[other], rows[last]
    text = {'answers.csv': [head] + rows, 'units.csv': units}
    return {name: ''.join(','.join(row) + '\n' for row in table) for name, table in text.items()}


def main(arguments):
    if arguments not in ([], ['--check']):
        print('usage: generate.py [--check]', file=sys.stderr)
        return 2
    stale = 0
    for name, text in make().items():
        path = HERE / name
        if not arguments:
            path.write_bytes(text.encode('ascii'))
        elif not path.exists() or path.read_bytes() != text.encode('ascii'):
            print(f'{path}: differs from what generate.py makes', file=sys.stderr)
            stale = 1
    return stale


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
