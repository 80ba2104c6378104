"""Fresh data sets on which the library is held beside R: drawn from a seed, of several shapes."""
# SPDX-License-Identifier: Apache-2.0
import csv
import math
import random

ITEMS = [f'i{number}' for number in range(1, 7)]
RATERS = ['r1', 'r2', 'r3', 'r4']


def point(dice, latent, cuts):
    """An answer on points from 1: how many cuts lie below what is behind it."""
    return 1 + sum(latent + dice.gauss(0, 1) > cut for cut in cuts)


def group_sizes(dice):
    """Groups of 2 to 25: uneven, but none without a variance."""
    return [2, 3, *(dice.randint(4, 25) for _ in range(23))]


def people(dice):
    """Skewed items of one factor with absent answers, in groups, with weights and what is behind scores."""
    rows = []
    for group, size in enumerate(group_sizes(dice), 1):
        level = dice.gauss(0, .5)
        for _ in range(size):
            factor = level + dice.gauss(0, 1)
            answers = [point(dice, .9 * factor, (-2.4, -1.4, -.5, .8)) for _ in ITEMS]
            rows.append({'group': group, **dict(zip(ITEMS, answers)),
                         'x': factor + dice.gauss(0, .6), 'y': .5 * factor + dice.gauss(0, 1),
                         'weight': round(math.exp(dice.gauss(0, .5)), 3),
                         'part': int(dice.random() < .4), 'right': int(factor + dice.gauss(0, 1) > 0)})
    dice.shuffle(rows)
    for row in rows:
        for item in ITEMS:
            if dice.random() < .07:
                row[item] = None
        if dice.random() < .05:
            row['x'] = None
    return rows


def right_and_wrong(dice):
    """Items of 0 and 1, all there."""
    rows = []
    for _ in range(150):
        factor = dice.gauss(0, 1)
        rows.append({f'k{number}': int(factor + dice.gauss(0, 1) > .3 * number - 1)
                     for number in range(1, 8)})
    return rows


def sample(dice):
    """A survey: strata of known size, schools in them, people in those, weights that differ."""
    rows = []
    for stratum, (population, clusters) in enumerate(((40, 7), (25, 5), (60, 9)), 1):
        for cluster in range(1, clusters + 1):
            level = dice.gauss(stratum / 2, 1)
            for _ in range(dice.randint(4, 12)):
                value = level + dice.gauss(0, 2)
                share = int(value > 1)
                rows.append({'stratum': stratum, 'cluster': stratum * 100 + cluster, 'population': population,
                             'weight': round(population / clusters * dice.uniform(1, 4), 3),
                             'value': round(value, 3), 'size': round(dice.uniform(1, 9), 2), 'yes': share,
                             'also': share if dice.random() < .7 else dice.randint(0, 1),
                             'side': dice.randint(0, 1), 'sex': dice.choice('fm'),
                             'age': dice.choice(('old', 'mid', 'new'))})
    return rows


def ratings(dice):
    """Four raters of units on five points, of whom the fourth sees less; `g` has gaps."""
    rows = []
    for _ in range(60):
        worth = dice.gauss(0, 1.4)
        row = {rater: point(dice, worth * (.4 if rater == 'r4' else 1), (-1.5, -.5, .5, 1.5))
               for rater in RATERS}
        rows.append({**row, **{'g' + rater: row[rater] if dice.random() > .2 else None
                               for rater in RATERS}})
    return rows


def waves(dice):
    """Two waves of scores and of levels, self and others, and a profile of three on each side."""
    rows = []  # the first nine move between every two levels: R divides 0 by 0 where nobody does
    for number in range(180):
        worth = dice.gauss(3, .6)
        before, after = (worth + shift + dice.gauss(0, .35) for shift in (0, .15))
        rows.append({'before': before if dice.random() > .05 else None,
                     'after': after if dice.random() > .1 else None,
                     'level': number // 3 + 1 if number < 9 else min(3, max(1, round(before - 1))),
                     'later': number % 3 + 1 if number < 9 else min(3, max(1, round(after - 1 + dice.gauss(0, .5)))),
                     **{f'{side}{number}': worth + dice.gauss(0, .5) for side in 'ab' for number in (1, 2, 3)}})
    return rows


def p_values(dice):
    """p-values, some absent, some equal."""
    values = [10 ** dice.uniform(-6, 0) for _ in range(30)]
    values[3] = values[4]
    return [{'p': None if number % 7 == 6 else value} for number, value in enumerate(values)]


TABLES = {'people': people, 'right': right_and_wrong, 'sample': sample, 'ratings': ratings, 'waves': waves,
          'p_values': p_values}


def make(seed):
    """{table: {column: values}}, of the seed alone."""
    made = {name: function(random.Random(f'{seed}-{name}')) for name, function in TABLES.items()}
    return {name: {key: [row[key] for row in rows] for key in rows[0]} for name, rows in made.items()}


def write(tables, folder):
    """A CSV per table; numbers to the last bit, NA where there is none."""
    for name, table in tables.items():
        with open(folder / f'{name}.csv', 'w', newline='', encoding='utf-8') as file:
            writer = csv.writer(file)
            writer.writerow(table)
            writer.writerows(['NA' if value is None else repr(value) if isinstance(value, float) else value
                              for value in row] for row in zip(*table.values()))
