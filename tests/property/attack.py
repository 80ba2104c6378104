"""Attacks on disclosure: whether anything of fewer than least_n persons can be worked out from all that is shown."""
# SPDX-License-Identifier: Apache-2.0
#
# attack.py SOURCE_ROOT RUNG [COUNT [SEED]]: a TAP stream. COUNT random small organisations are scored by
# the command. The attacker knows who is in which group and who answered what question, everything but
# the answers, and takes every rounded mean for exact. Then: is there a sum of shown figures, with any factors,
# over fewer than five persons (linear algebra); do all answer sets that agree with what is shown of a
# group say what all but one of it answered (enumeration); is the mean of a hidden group bounded to within a
# quarter of its range (an exact linear program). The same attacks on the published rules of vendors, and on
# this command without suppression, have to succeed.
import json
import random
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from itertools import combinations, combinations_with_replacement
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / 'golden')]

import tap  # noqa: E402
from oracle_program import width_of  # noqa: E402

COUNT, SEED, LEAST, SPREAD = 2000, 20251106, 5, 10
PRIME = 2 ** 61 - 1
KINDS = ('tree', 'cut', 'cuts', 'crossed')
SETS_MOST = 700  # subsets of one size that are tried
EVERY_PROGRAM = 20  # organisations of which four are attacked by a linear program
MODEL = {
    'format': 'rung-model/1', 'id': 'attacked', 'version': '1.0.0', 'title': {'en': 'Attacked'}, 'licence': 'CC0-1.0',
    'rows': 'people', 'source': 'own', 'sources': {'own': {'kind': 'assumed', 'text': 'made up'}},
    'scales': {'five': {'points': [1, 2, 3, 4, 5], 'favourable': [4, 5], 'neutral': [3]}},
    'items': [{'id': name, 'kind': 'perception', 'scale': 'five', 'text': {'en': name}} for name in 'ab'],
    'measures': [{'id': 'm', 'of': ['a'], 'by': 'mean'},
                 {'id': 'ab', 'of': ['a', 'b'], 'by': 'mean', 'needs': {'share': 0.5}}],
    'ladders': [{'id': 'three', 'levels': [{'id': str(one), 'names': {'neutral': {'en': str(one)}}} for one in (1, 2, 3)]}],
    'readings': [{'id': 'r', 'ladder': 'three', 'of': 'ab', 'primary': 'centre',
                  'rules': [{'id': 'centre', 'by': 'cut', 'at': [{'to': '2', 'cut': 2.5}, {'to': '3', 'cut': 3.75}]}]}]}


class Organisation:
    """People with answers, and in which unit, team and tenure each is."""

    def __init__(self, dice, kind):
        self.kind = kind
        self.units = {}
        self.plant(dice)
        names = [*self.units] if kind == 'tree' else [f't{one}' for one in range(dice.randint(2, 6))]
        self.people = []
        mood = dice.choice(((1, 1, 1, 1, 1), (1, 2, 4, 5, 3), (0, 0, 1, 4, 9), (6, 1, 0, 1, 6)))
        for name in names:
            size = dice.choice((0, 1, 2, 3, 4, 5, 6, 8, 11, 14, 18, 25))
            for _ in range(size):
                self.people.append({'team': name, 'tenure': dice.choice('xyz'),
                                    **{item: self.answer(dice, mood) for item in 'ab'}})

    @staticmethod
    def answer(dice, mood):
        return '' if dice.random() < 0.08 else dice.choices((1, 2, 3, 4, 5), mood)[0]

    def plant(self, dice):
        """A tree of up to three levels."""
        for top in range(dice.randint(1, 3)):
            self.units[f'u{top}'] = ''
            for child in range(dice.randint(0, 3)):
                self.units[f'u{top}.{child}'] = f'u{top}'
                for leaf in range(dice.choice((0, 0, 2))):
                    self.units[f'u{top}.{child}.{leaf}'] = f'u{top}.{child}'

    def options(self, folder):
        if self.kind == 'tree':
            path = folder / 'units.csv'
            path.write_text('unit,parent\n' + ''.join(f'{one},{above}\n' for one, above in self.units.items()),
                            encoding='utf-8')
            return ['--unit', 'team', '--units', path]
        cuts = {'cut': ['team'], 'cuts': ['team', 'tenure'], 'crossed': ['team', 'tenure', 'team,tenure']}
        return [word for cut in cuts[self.kind] for word in ('--by', cut)]

    def members(self, by):
        """The persons of a group, by what names it."""
        if self.kind == 'tree' and by:
            return {place for place, one in enumerate(self.people)
                    if (one['team'] + '.').startswith(by['team'] + '.')}
        return {place for place, one in enumerate(self.people) if all(one[key] == value for key, value in by.items())}

    def write(self, folder):
        path = folder / 'answers.csv'
        path.write_text('team,tenure,a,b\n' + ''.join(
            f'{one["team"]},{one["tenure"]},{one["a"]},{one["b"]}\n' for one in self.people), encoding='utf-8')
        return path

    def contributors(self, ground):
        """Who contributes to a figure."""
        return {place for place, one in enumerate(self.people) if ground == 'n' or (
            one['a'] != '' if ground in ('a', 'm') else one['b'] != '' if ground == 'b'
            else one['a'] != '' or one['b'] != '')}

    def score(self, place, ground):
        answers = [self.people[place][item] for item in ('a' if ground == 'm' else 'ab')]
        answers = [one for one in answers if one != '']
        return Fraction(sum(answers), len(answers))


def is_shown(group, ground):
    """Whether a figure of a ground is shown of a group, at least rounded."""
    if ground == 'n':
        return group['n'] is not None
    if ground in 'ab' and len(ground) == 1:
        return group['items'][ground]['score'] is not None
    if ground == 'levels':
        return group['readings']['r']['distribution']['1'] is not None
    return group['measures'][ground]['score'] is not None


# Linear algebra: what is spanned by the groups that are shown.

def kernel(vectors, count):
    """A base of all x with v x = 0 for every vector, modulo a prime: its rows by unknown."""
    pivots, rows = [], [list(vector) for vector in vectors]
    rank = 0
    for column in range(count):
        lead = next((row for row in range(rank, len(rows)) if rows[row][column]), None)
        if lead is None:
            continue
        rows[rank], rows[lead] = rows[lead], rows[rank]
        factor = pow(rows[rank][column], -1, PRIME)
        rows[rank] = [cell * factor % PRIME for cell in rows[rank]]
        for row, cells in enumerate(rows):
            if row != rank and cells[column]:
                by = cells[column]
                rows[row] = [(cell - by * one) % PRIME for cell, one in zip(cells, rows[rank])]
        pivots.append(column)
        rank += 1
    free = [column for column in range(count) if column not in pivots]
    out = [[0] * len(free) for _ in range(count)]
    for place, column in enumerate(free):
        out[column][place] = 1
        for row, pivot in enumerate(pivots):
            out[pivot][place] = -rows[row][column] % PRIME
    return out


def rank_of(rows):
    """The rank of a few rows modulo the prime."""
    rows, rank = [row for row in map(list, rows)], 0
    for column in range(len(rows[0])):
        lead = next((row for row in range(rank, len(rows)) if rows[row][column]), None)
        if lead is None:
            continue
        rows[rank], rows[lead] = rows[lead], rows[rank]
        factor = pow(rows[rank][column], -1, PRIME)
        for row in range(rank + 1, len(rows)):
            by = rows[row][column] * factor % PRIME
            rows[row] = [(cell - by * one) % PRIME for cell, one in zip(rows[row], rows[rank])]
        rank += 1
    return rank


def few_known(groups, contributors, least=LEAST):
    """A set of fewer than `least` contributors over whom some sum of the groups' figures is; None."""
    atoms = {}
    for place in contributors:
        inside = tuple(place in group for group in groups)
        if any(inside):
            atoms.setdefault(inside, []).append(place)
    signs, people = list(atoms), list(atoms.values())
    if not signs:
        return None
    left = kernel([[int(sign[row]) for sign in signs] for row in range(len(groups))], len(signs))
    small = [atom for atom in range(len(signs)) if len(people[atom]) < least]
    for size in range(1, least):
        some = [one for one in combinations(small, size) if sum(len(people[atom]) for atom in one) < least]
        for one in some[:SETS_MOST]:
            if not left[0] or rank_of([left[atom] for atom in one]) < size:
                return [place for atom in one for place in people[atom]]
    return None


# Enumeration: what answer sets agree with a group's figures.

def says_too_much(n, agrees):
    """Whether in every answer set that agrees all but one person give the same answer."""
    sets = [one for one in combinations_with_replacement(range(1, 6), n) if agrees(one)]
    return all(max(Counter(one).values()) >= n - 1 for one in sets)


def group_says_too_much(group):
    """What the figures of one group tell of its persons by themselves."""
    measure, item = group['measures']['m'], group['items']['a']
    n, score = measure['n'], measure['score']
    if score is not None and n < SPREAD and says_too_much(
            n, lambda one: abs(Fraction(sum(one), n) - Fraction(str(score))) <= Fraction(1, 20)):
        return 'the rounded mean'
    if score is not None and measure['sd'] is not None and n <= 15 and says_too_much(n, lambda one: abs(
            sum(one) / n - score) < 1e-9 and abs(sum((x - score) ** 2 for x in one) / (n - 1)
                                                 - measure['sd'] ** 2) < 1e-9):
        return 'mean and spread'
    if item['score'] is not None and item['n'] <= 15 and says_too_much(item['n'], lambda one: abs(
            sum(one) / item['n'] - item['score']) < 1e-9 and abs(
                sum(x >= 4 for x in one) / item['n'] - item['favourable']) < 1e-9):
        return 'the answers to an item'
    shares = [share for share in group['readings']['r']['distribution'].values() if share is not None]
    return 'the levels' if shares and max(shares) == 1 else None


def bounded(organisation, found, ground):
    """A hidden group of few whose mean is bounded to within a quarter of its range."""
    contributors = organisation.contributors(ground)
    groups = [organisation.members(one['by']) & contributors for one in found]
    shown = [row for row, one in enumerate(found) if is_shown(one, ground)]
    atoms = {}
    for place in contributors:
        atoms.setdefault(tuple(place in group for group in groups), []).append(place)
    ends = [Fraction(4 * len(people)) for people in atoms.values()]
    sums = [sum(organisation.score(place, ground) - 1 for place in people) for people in atoms.values()]
    equations = [({at for at, sign in enumerate(atoms) if sign[row]},
                  sum((sums[at] for at, sign in enumerate(atoms) if sign[row]), Fraction(0))) for row in shown]
    for row, group in enumerate(groups):
        if row not in shown and 0 < len(group) < LEAST:
            wanted = {at for at, sign in enumerate(atoms) if sign[row]}
            if 4 * width_of(equations, ends, wanted) < sum(ends[at] for at in wanted) * Fraction(999, 1000):
                return found[row]['by']
    return None


def attack(organisation, found, program):
    """All that is recovered: (attack, what)."""
    out = []
    for ground in ('n', 'a', 'b', 'm', 'ab', 'levels'):
        shown = [organisation.members(one['by']) for one in found if is_shown(one, ground)]
        known = few_known(shown, organisation.contributors(ground))
        if known:
            out.append(('algebra', f'{ground}: persons {known}'))
    out += [('enumeration', f'{group["by"]}: {what}') for group in found
            for what in [group_says_too_much(group)] if what]
    if program:
        out += [('program', f'{ground}: {by}') for ground in ('m', 'ab') for by in [bounded(organisation, found, ground)] if by]
    return out


def one_organisation(task):
    """Scores and attacks one: what is recovered with suppression and without, and how much is shown."""
    command, number, seed = task
    dice = random.Random(f'{seed}/{number}')
    organisation = Organisation(dice, KINDS[number % len(KINDS)])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        model, answers = folder / 'model.json', organisation.write(folder)
        model.write_text(json.dumps(MODEL), encoding='utf-8')
        options = ['--format', 'json', *organisation.options(folder)]
        found = tap.run_json(command, 'score', model, answers, *options)['groups']
        bare = tap.run_json(command, 'score', model, answers, '--unsafe', *options)['groups'] if number % 5 == 0 else None
    shown = sum(is_shown(one, 'm') for one in found)
    return (number, attack(organisation, found, number % EVERY_PROGRAM < len(KINDS)), shown, len(found),
            None if bare is None else attack(organisation, bare, False))


# The published rules of vendors, on one cut into teams beside the total.

def glint(sizes):
    """Hide under 5, then the next smallest until the hidden responses reach 2."""
    hidden = {name for name, size in sizes.items() if size < 5}
    while 0 < sum(sizes[name] for name in hidden) < 2 and len(hidden) < len(sizes):
        hidden.add(min(sizes.keys() - hidden, key=sizes.get))
    return hidden


def peoplecues(sizes):
    """Hide under 3, and the next smallest beside."""
    hidden = {name for name, size in sizes.items() if size < 3}
    rest = sizes.keys() - hidden
    return hidden | {min(rest, key=sizes.get)} if hidden and rest else hidden


def culture_amp(sizes):
    """A filter is off where the group, or all others, are under 5."""
    everybody = sum(sizes.values())
    return {name for name, size in sizes.items() if size < 5 or everybody - size < 5}


def officevibe(sizes):
    """Three responses for a figure, and nothing else."""
    return {name for name, size in sizes.items() if size < 3}


VENDORS = {'Glint': glint, 'PeopleCues': peoplecues, 'Culture Amp': culture_amp, 'Officevibe': officevibe}


def vendors(report, seed, count):
    """Each vendor's rule leaves something to the same attacker."""
    broken, told = Counter(), Counter()
    for number in range(count):
        organisation = Organisation(random.Random(f'{seed}/vendor/{number}'), 'cut')
        teams = {one['team'] for one in organisation.people}
        groups = {name: organisation.members({'team': name}) for name in teams}
        everybody = organisation.members({})
        for vendor, rule in VENDORS.items():
            hidden = rule({name: len(group) for name, group in groups.items()})
            shown = [everybody, *(groups[name] for name in sorted(teams - hidden))]
            told[vendor] += len(shown)
            broken[vendor] += few_known(shown, everybody) is not None
    for vendor in VENDORS:
        report.ok(broken[vendor] > 0, f'the rule of {vendor} leaves something: in {broken[vendor]} of {count} organisations')


def main(arguments):
    count = int(arguments[3]) if len(arguments) > 3 else COUNT
    seed = int(arguments[4]) if len(arguments) > 4 else SEED
    _, command = tap.places(arguments[:3])
    report = tap.Tap()
    print(f'# seed {seed}, {count} organisations')
    recovered, bare, shown, groups, bare_count = [], 0, 0, 0, 0
    with ProcessPoolExecutor(max_workers=2) as pool:
        for number, one, told, of, off in pool.map(one_organisation, ((command, number, seed) for number in range(count)),
                                                   chunksize=20):
            recovered += [f'organisation {number}: {name}, {what}' for name, what in one]
            shown, groups = shown + told, groups + of
            if off is not None:
                bare, bare_count = bare + bool(off), bare_count + 1
    report.ok(not recovered, f'nothing is recovered of {count} organisations', *recovered)
    report.ok(shown > groups / 3, f'and of {groups} groups {shown} show a mean')
    report.ok(bare > bare_count / 10, f'without suppression {bare} of {bare_count} organisations tell something')
    vendors(report, seed, 200)
    report.done()


if __name__ == '__main__':
    main(sys.argv)
