"""The oracle's plan: what may be shown of groups once all of them are looked at together."""
# SPDX-License-Identifier: Apache-2.0
# After "What else is hidden" of doc/scoring.md, on sets of persons.
from fractions import Fraction
from itertools import combinations, combinations_with_replacement

from oracle_join import worth
from oracle_numbers import halves_even
from oracle_program import width_of
from oracle_range import extremes

TIERS = ('too_few', 'hidden', 'rounded', 'full')
TENTH = Fraction(1, 10)


def least(*tiers):
    """The strictest of some tiers."""
    return min(tiers, key=TIERS.index)


class Ground:
    """The persons who contribute to a figure: person -> (weight, what they said, its value)."""

    def __init__(self, kind, name, said, ends=None, rounds=False):
        self.kind, self.name, self.said, self.ends = kind, name, said, ends
        self.rounds = rounds  # a rounded mean is shown of small groups
        self.level = 'rounded' if rounds else 'full'

    def of(self, persons):
        return [self.said[person] for person in persons if person in self.said]

    def set(self, persons):
        return {person for person in persons if person in self.said}

    def count(self, persons):
        return sum(person in self.said for person in persons)


def answer_of(item, person):
    """(weight, what is said, its value): of numbers and days, what they come to is what is said."""
    code = person.answers[item.id]
    value = item.value(code) if item.scored else None
    return person.weight, code if item.raw or value is None else value, value


def grounds_of(model, persons):
    """All grounds, in the order: the groups, items, measures across people, people's levels."""
    yield Ground('group', None, {place: (one.weight, None, None)
                                 for place, one in enumerate(persons)}, rounds=True)
    across = any(one.get('across') == 'items' for one in model.measures.values())
    for item in model.items.values():
        said = {place: answer_of(item, one) for place, one in enumerate(persons)
                if not isinstance(one.answers[item.id], str)}
        values = [item.value(code) for code in item.raw] if item.raw and item.scored else []
        yield Ground('item' if item.raw else 'number', item.id, said,
                     (min(values), max(values)) if values else None, across)
    for name, measure in model.measures.items():
        if measure.get('across', 'people') == 'people':
            scores = {place: one.row['measures'][name]['score'] for place, one in enumerate(persons)}
            yield Ground('measure', name,
                         {place: (persons[place].weight, score, score)
                          for place, score in scores.items() if score is not None},
                         extremes(model, name), True)
    for name, reading in model.readings.items():
        for rule in reading['rules']:
            reached = {place: one.row['readings'][name]['rules'][rule['id']]['reached']
                       for place, one in enumerate(persons)}
            yield Ground('levels', (name, rule['id']),
                         {place: (persons[place].weight, level, None)
                          for place, level in reached.items() if level is not None})


def sets_tell(values, count, agrees):
    """Whether all answer sets that agree with what is shown tell of single persons: in each all but
    one say the same, or what occurs in any lies within less than half of the range."""
    sets = [one for one in combinations_with_replacement(sorted(values), count) if agrees(one)]
    mixed = any(max(one.count(value) for value in one) <= count - 2 for one in sets)
    met = {value for one in sets for value in one}
    return not mixed or 2 * (max(met) - min(met)) < max(values) - min(values)


class Plan:
    """Tiers by ground and group. A group is {'in': persons, 'cut': number, 'keys': how many
    columns, 'above': the group above in the tree or None}; the first is the total."""

    def __init__(self, model, persons, groups, cuts, unit_cut, least_n):
        self.model, self.persons, self.groups = model, persons, groups
        self.least, self.spread = max(model.least_n, least_n), model.least_n_spread
        self.spread = max(self.spread, self.least)
        self.cuts, self.unit_cut = cuts, unit_cut
        self.weighted = any(one.weight != 1 for one in persons)
        self.forests, self.whole = [], 0
        self.plant()
        self.atoms = self.list_atoms()
        self.tiers = {}
        for ground in grounds_of(model, persons):
            self.tiers[ground.kind if ground.kind != 'number' else 'item', ground.name] = \
                self.decide(ground)

    def cut_of(self, row):
        return self.groups[row]['cut']

    def rows(self, cut):
        return [place for place, one in enumerate(self.groups) if one['cut'] == cut]

    def plant(self):
        """Forests: (groups, those below before those above; group -> the one above)."""
        for cut in range(1, len(self.cuts)):
            rows = self.rows(cut)
            above = {row: self.groups[row]['above'] or 0 for row in rows}
            self.forests.append(([*reversed(rows), 0], above))
        self.whole = len(self.forests)
        for fine in range(1, len(self.cuts)):
            for coarse in range(1, len(self.cuts)):
                if fine != self.unit_cut and set(self.cuts[coarse]) < set(self.cuts[fine]):
                    self.plant_pair(coarse, fine)

    def plant_pair(self, coarse, fine):
        above = {row: self.groups[row]['above'] for row in self.rows(coarse)
                 if self.groups[row]['above'] is not None}
        for row in self.rows(fine):
            over = [one for one in self.rows(coarse)
                    if self.groups[row]['in'] <= self.groups[one]['in']]
            deepest = [one for one in over if not any(above.get(other) == one for other in over)]
            above.update({row: one for one in deepest})
        self.forests.append(([*reversed(self.rows(fine)), *reversed(self.rows(coarse))], above))

    def list_atoms(self):
        """The persons who are in the same groups, in the order of their keys."""
        atoms = {}
        for place in sorted(range(len(self.persons)), key=lambda one: self.persons[one].key):
            inside = tuple(row for row, one in enumerate(self.groups) if place in one['in'])
            atoms.setdefault(inside, set()).add(place)
        return list(atoms.values())

    # One ground.

    def alone(self, ground, row, cap):
        """(what a figure may show by itself, whether it is hidden for its own sake)."""
        there = ground.of(self.groups[row]['in'])
        if not there:
            return cap, False
        if len(there) < self.least:
            return 'too_few', True
        if cap not in ('too_few', 'hidden') and self.tells(ground, there, row):
            return 'hidden', True
        return least(cap, 'full' if len(there) >= self.spread else 'rounded'), False

    def tells(self, ground, there, row=None):
        """Whether some persons' figure would tell of single ones; of a group also by its sets."""
        if ground.kind == 'group':
            return False
        weight = sum(one for one, _, _ in there)
        largest = max(one for one, _, _ in there)
        said = {one for _, one, _ in there}
        if 2 * largest > weight or len(said) == 1 and self.may_differ(ground):
            return True
        if ground.ends and ground.ends[0] < ground.ends[1]:
            low, high = ground.ends
            up = sum(one * (value - low) for one, _, value in there)
            down = sum(one * (high - value) for one, _, value in there)
            if 2 * min(up, down) < largest * (high - low):
                return True
        return row is not None and len(there) <= 15 and self.tells_by_sets(ground, there, row)

    def may_differ(self, ground):
        if ground.kind == 'levels':
            return len(self.model.levels(self.model.readings[ground.name[0]])) > 1
        return ground.kind != 'item' or len(self.model.items[ground.name].raw) > 1

    def tells_by_sets(self, ground, there, row):
        said = [one for _, one, _ in there]
        if ground.kind == 'levels':
            return max(said.count(one) for one in said) >= len(said) - 1
        if self.weighted:
            return False
        if ground.kind == 'item' and ground.ends and len(there) >= self.spread:
            return self.item_tells(self.model.items[ground.name], there)
        if ground.kind == 'measure' and self.is_one_item(self.model.measures[ground.name]):
            if len(there) >= self.spread:  # mean and spread give the answers
                return max(said.count(one) for one in said) >= len(said) - 1
            return self.measure_tells(self.model.measures[ground.name], there)
        return False

    def item_tells(self, item, there):
        def rating(code):
            return ('favourable' if code in item.favourable else
                    'neutral' if code in item.neutral else 'unfavourable') if item.rated else ''

        def shown(codes):
            return (sum(item.value(code) for code in codes),
                    sorted(map(rating, codes)))
        truth = shown([code for _, code, _ in there])
        values = [(item.value(code), code) for code in item.raw]
        if len(values) < 2:
            return False
        sets = [one for one in combinations_with_replacement(sorted(values), len(there))
                if shown([code for _, code in one]) == truth]
        mixed = any(max(one.count(value) for value in one) <= len(there) - 2 for one in sets)
        met = {value for one in sets for value, _ in one}
        ends = [value for value, _ in values]
        return not mixed or 2 * (max(met) - min(met)) < max(ends) - min(ends)

    def is_one_item(self, measure):
        """Whether a measure is one item of points as it stands."""
        parts = self.model.terms(measure)
        if len(parts) != 1 or parts[0][0] in self.model.measures or measure['by'] != 'mean' or \
                any(key in measure for key in ('rescale', 'curve', 'recode', 'clip', 'round',
                                               'withhold', 'absence')):
            return False
        item = self.model.items[parts[0][0]]
        return len(item.raw) > 1 and not item.absence

    def measure_tells(self, measure, there):
        """Of a measure that is one item: whether its rounded mean tells."""
        item = self.model.items[self.model.terms(measure)[0][0]]
        values = [worth(item, code, measure) for code in item.raw]
        tenth = halves_even(sum(value for _, _, value in there) / len(there), TENTH)
        return sets_tell(values, len(there), lambda one: abs(
            sum(one) / Fraction(len(one)) - tenth) <= TENTH / 2)

    def decide(self, ground):
        groups = self.tiers.get(('group', None)) or ['full'] * len(self.groups)
        found = [self.alone(ground, row, groups[row]) for row in range(len(self.groups))]
        work = Hearing(self, ground, [tier for tier, _ in found], [one for _, one in found])
        work.settle_nested()
        if self.whole > 1:
            work.settle_crossing()
        return work.tiers


class Hearing:
    """One ground while it is decided."""

    def __init__(self, plan, ground, tiers, protected):
        self.plan, self.ground, self.tiers, self.protected = plan, ground, tiers, protected

    def persons(self, row):
        return self.plan.groups[row]['in']

    def shows(self, row, level=None):
        return TIERS.index(self.tiers[row]) >= TIERS.index(level or self.ground.level)

    def shown_above(self, above, row, level):
        row = above.get(row)
        while row is not None and not self.shows(row, level):
            row = above.get(row)
        return row

    def rest(self, forest, row, level):
        """The persons of a group who are in no shown group below it."""
        order, above = forest
        out = set(self.persons(row))
        for other in order:
            over = above.get(other)
            while over is not None and over != row:
                over = above.get(over)
            if over == row and self.shows(other, level):
                out -= self.persons(other)
        return out

    def first_below(self, forest, row, level):
        """The group next below that is hidden first: one with a rest, the smallest, the last."""
        order, above = forest
        found = [other for other in order if self.shows(other, level)
                 and self.shown_above(above, other, level) == row
                 and self.ground.count(self.persons(other))]
        return min(found, default=None, key=lambda one: (
            not self.ground.count(self.rest(forest, one, level)),
            self.ground.count(self.persons(one)), -one))

    def hide_below(self, forest, row, level):
        other = self.first_below(forest, row, level)
        if other is not None:
            self.tiers[other] = 'hidden' if level == self.ground.level else 'rounded'
        return other is not None

    def is_bad(self, rest, level):
        there, plan = self.ground.of(rest), self.plan
        if not there:
            return False
        if level == 'full' and len(there) < plan.spread:
            return True
        return len(there) < plan.least or (
            level == self.ground.level and plan.tells(self.ground, there))

    def settle_rests(self, forest, level):
        changed = False
        for row in forest[0]:
            while self.shows(row, level) and self.is_bad(self.rest(forest, row, level), level):
                if not self.hide_below(forest, row, level):
                    break
                changed = True
        return changed

    def is_tight(self, part, rest):
        """Whether the sums of a part, given that of the rest, lie within a quarter of its range."""
        if not self.ground.ends or self.ground.ends[0] >= self.ground.ends[1]:
            return False
        low, high = self.ground.ends
        reach = sum(one for one, _, _ in self.ground.of(part)) * (high - low)
        up = sum(one * (value - low) for one, _, value in self.ground.of(rest))
        down = sum(one * (high - value) for one, _, value in self.ground.of(rest))
        return bool(self.ground.of(part)) and \
            4 * (min(up, reach) - max(0, reach - down)) < reach

    def settle_bounds(self, forest, level):
        changed = False
        for row in forest[0]:
            while self.protected[row]:
                above = self.shown_above(forest[1], row, level)
                if above is None or not self.is_tight(self.rest(forest, row, level),
                                                      self.rest(forest, above, level)):
                    break
                changed = True
                if not self.hide_below(forest, above, level):
                    self.tiers[above] = 'hidden'
                    return True
        return changed

    def settle_nested(self):
        again = True
        while again:
            again = False
            for forest in self.plan.forests:
                for level in ('full', 'rounded') if self.ground.rounds else ('full',):
                    changed = self.settle_rests(forest, level)
                    if level == self.ground.level and not changed:
                        changed = self.settle_bounds(forest, level)
                    again = again or changed

    # Crossing cuts.

    def coordinates(self, atom):
        """In which rest of each forest under the total an atom lies."""
        out, person = [], next(iter(atom))
        for number, (order, above) in enumerate(self.plan.forests[:self.plan.whole]):
            inside = [row for row in order if person in self.persons(row) and self.shows(row)]
            deepest = [row for row in inside if not any(
                self.is_above(above, row, other) for other in inside)]
            out += [(number, row) for row in deepest]
        return out

    @staticmethod
    def is_above(above, row, other):
        over = above.get(other)
        while over is not None and over != row:
            over = above.get(over)
        return over == row

    def holds_bases(self, atoms):
        left = [self.ground.count(atom) for atom in atoms]
        rows = [self.coordinates(atom) for atom in atoms]
        ranks = []
        for _ in range(self.plan.least):
            base = Base()
            for place, row in enumerate(rows):
                if left[place] and not (ranks and base.rank == ranks[0]) and base.add(row):
                    left[place] -= 1
            ranks.append(base.rank)
        return min(ranks) == ranks[0]

    def tight_row(self, atoms):
        """A hidden group that everything together bounds within a quarter of its range."""
        if not self.ground.ends or self.ground.ends[0] >= self.ground.ends[1]:
            return None
        low, high = self.ground.ends
        rows = [self.coordinates(atom) for atom in atoms]
        there = [self.ground.of(atom) for atom in atoms]
        ends = [sum(one for one, _, _ in some) * (high - low) for some in there]
        sums = [sum(one * (value - low) for one, _, value in some) for some in there]
        equations = [({place for place, row in enumerate(rows) if at in row},
                      sum(sums[place] for place, row in enumerate(rows) if at in row))
                     for at in {at for row in rows for at in row}]
        for row, protected in enumerate(self.protected):
            if protected:
                wanted = {place for place, atom in enumerate(atoms) if atom <= self.persons(row)}
                if 4 * width_of(equations, ends, wanted) < sum(ends[one] for one in wanted):
                    return row
        return None

    def finest(self):
        """The shown groups by most columns, with fewest people, the last first."""
        rows = [row for row in range(1, len(self.tiers))
                if self.shows(row) and self.ground.count(self.persons(row))]
        return sorted(rows, key=lambda row: (
            -self.plan.groups[row]['keys'], self.ground.count(self.persons(row)), -row))

    def to_hide(self, atoms):
        """The finest group without which every sum is over enough, of 64; else the finest."""
        rows = self.finest()
        for row in rows[:64]:
            tier, self.tiers[row] = self.tiers[row], 'hidden'
            helps = self.holds_bases(atoms)
            self.tiers[row] = tier
            if helps:
                return row
        return rows[0] if rows else 0

    def variant(self):
        """Of two shown groups that overlap and differ by few, the smaller, or the later; the first
        two in order."""
        for row, other in combinations(range(len(self.tiers)), 2):
            one, two = self.ground.set(self.persons(row)), self.ground.set(self.persons(other))
            if self.shows(row) and self.shows(other) and one & two and row and \
                    self.plan.cut_of(row) != self.plan.cut_of(other) and \
                    0 < len(one ^ two) < self.plan.least:
                return row if len(one) < len(two) else other
        return None

    def settle_crossing(self):
        atoms = sorted((atom for atom in self.plan.atoms if self.ground.count(atom)),
                       key=lambda atom: -self.ground.count(atom))
        while True:
            row = self.variant()
            if row is None and not self.holds_bases(atoms):
                row = self.to_hide(atoms)
            if row is None:
                if self.tight_row(atoms) is None:
                    return
                row = next(iter(self.finest()), 0)
            if not self.shows(row):
                return
            self.tiers[row] = 'hidden'
            self.settle_nested()


class Base:
    """Independent rows, by elimination in fractions."""

    def __init__(self):
        self.rows, self.rank = {}, 0

    def add(self, keys):
        row = {key: Fraction(1) for key in keys}
        while row:
            lead = min(row)
            if lead not in self.rows:
                self.rows[lead] = {key: value / row[lead] for key, value in row.items()}
                self.rank += 1
                return True
            factor = row[lead]
            for key, value in self.rows[lead].items():
                row[key] = row.get(key, 0) - factor * value
                if row[key] == 0:
                    del row[key]
        return False
