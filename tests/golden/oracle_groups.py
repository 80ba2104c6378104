"""The oracle's findings of groups, worked out from the rows themselves."""
# SPDX-License-Identifier: Apache-2.0
# After doc/rules.md and doc/scoring.md.
import csv
from fractions import Fraction

from oracle import level_json, pair_ends
from oracle_agreement import add_agreement, add_icc
from oracle_comparison import tell_comparisons
from oracle_condition import Sight, holds
from oracle_disclosure import Access, people_level, people_rule, worst
from oracle_figures import Member, answered, is_exposed, items_over, measure_figures, told
from oracle_item import ABSENCES
from oracle_measure import LEAVES
from oracle_numbers import as_json, halves_even, mean
from oracle_plan import Plan
from oracle_rule import Found, chosen, highest_reached, level_by, stated
from oracle_sure import add_limits

TENTH = Fraction(1, 10)


class GroupSight(Sight):
    """What conditions and rules see of a group: thresholds see its earlier waves, too."""

    is_row = False

    def __init__(self, model, items, figures, members, earlier):
        super().__init__(model, items, lambda name: told(figures[name]), {})
        self.members, self.earlier = members, earlier

    def waves(self, name):
        return [wave[name] for wave in self.earlier] + super().waves(name)

    def values(self, name):
        return [(self.model.items[name].value(code), weight)
                for code, weight in answered(self.members, name)]


def typical_of(pairs):
    """The weighted median of levels: the lowest at which half of the weight is reached."""
    half, below = sum(weight for _, weight in pairs) / Fraction(2), Fraction(0)
    for reached, weight in sorted(pairs):
        below += weight
        if below >= half:
            return reached
    return None


def by_people(model, reading, rule, pairs):
    """The level of a group by the levels of its people: (place, weight)."""
    if not pairs:
        return Found(None, 'too_little_evidence')
    if rule['by'] in ('share', 'ogive'):
        return Found(highest_reached(model, reading, rule, pairs))
    if rule['by'] == 'mode' and 'from' in rule:
        return chosen(rule, {place: sum(weight for one, weight in pairs if one == place)
                             for place, _ in pairs})
    return Found(typical_of(pairs))


def group_rule(model, name, rule, sight, members):
    """The level of a group by one rule. (On people's levels conditions have acted already.)"""
    reading = model.readings[name]
    source = people_rule(reading, rule)
    if source is None:
        return level_by(model, reading, rule, sight)
    return stated(model, reading, rule,
                  by_people(model, reading, rule, people_level(name, source, members)))


def group_rules(model, sight, members):
    """Every reading by every rule, before anything is withheld; `sight` learns of the readings."""
    found = {}
    for name, reading in model.readings.items():
        found[name] = {rule['id']: group_rule(model, name, rule, sight, members)
                       for rule in reading['rules']}
        sight.readings[name] = found[name][reading['primary']]
    return found


def distribution(levels, pairs):
    """The share of the people on each level."""
    total = sum(weight for _, weight in pairs)
    return [sum((weight for level, weight in pairs if level == place), Fraction(0)) / total
            for place in range(len(levels))]


def typical_and_peak(levels, pairs, least):
    """The typical level, as an anchor, and the peak."""
    typical = typical_of(pairs)
    while not levels[typical].get('anchor', True):
        typical -= 1
    peaks = [place for place, part in enumerate(distribution(levels, pairs)) if part >= TENTH
             and sum(level == place for level, _ in pairs) >= least]
    return {'typical': levels[typical]['id'],
            'peak': levels[max(peaks)]['id'] if peaks else None}


def reading_json(model, name, found, access):
    """A reading of a group."""
    reading, levels = model.readings[name], model.levels(model.readings[name])
    rules = {rule['id']: found[rule['id']] if access.rule(name, rule) == 'full' else None
             for rule in reading['rules']}
    primary = rules[reading['primary']]

    def shown(result):
        return {'level': None} if result is None else level_json(levels, result)
    out = {**shown(primary), 'typical': None, 'peak': None, 'coverage': None,
           'distribution': {level['id']: None for level in levels},
           'rules': {rule: shown(result) for rule, result in rules.items()}}
    if primary and access.measure(reading['of']) == 'full':  # else the measure withholds it
        out['coverage'] = coverage_json(access.figures[reading['of']])
    stated_levels = {one['level'] for one in rules.values() if one and one['level'] is not None}
    out['rules_agree'] = None if out['level'] is None else len(stated_levels) == 1
    by = people_rule(reading, model.rule(reading, reading['primary'])) or reading['primary']
    if access.people(name, by) == 'full':
        pairs = people_level(name, by, access.members)
        out['distribution'] = {level['id']: as_json(part)
                               for level, part in zip(levels, distribution(levels, pairs))}
        if primary:
            out.update(typical_and_peak(levels, pairs, access.least))
    return out


def item_json(item, access):
    """An item over a group: its answers, in full or not at all."""
    if not item.scored or access.item(item.id) != 'full':
        return {'score': None, 'favourable': None, 'neutral': None, 'unfavourable': None}
    members, there = access.members, answered(access.members, item.id)
    total = sum(weight for _, weight in there)
    rated = {'favourable': item.favourable, 'neutral': item.neutral,
             'unfavourable': set(item.raw) - item.favourable - item.neutral}
    asked = sum(member.weight for member in members if member.answers[item.id] not in LEAVES)
    return {'state': 'shown', 'n': len(there),
            'score': as_json(mean([(item.value(code), weight) for code, weight in there])),
            'coverage': None if is_exposed(access.model, item.id, members)
            else as_json(total / asked),
            'absent': {kind: sum(member.answers[item.id] == kind for member in members)
                       for kind in ABSENCES},
            **{key: as_json(Fraction(sum(w for code, w in there if code in codes)) / total)
               if item.rated else None for key, codes in rated.items()}}


def coverage_json(figure):
    """A measure's coverage, where it tells of nobody."""
    return None if figure['exposed'] else as_json(figure['coverage'])


def measure_json(figure, shown, group):
    """A measure as it is shown under a tier, in a group of a tier."""
    state = figure['state']
    if shown in ('too_few', 'hidden'):
        return {'score': None, 'state': shown, 'n': None, 'sd': None, 'coverage': None}
    if shown == 'none':
        told_why = group == 'full' or state == 'not_collected' or figure['never']
        return {'score': None, 'state': state if told_why else 'too_few', 'sd': None}
    if shown == 'rounded':  # the mean and nothing else, not even why there is none
        state = 'too_few' if figure['told'] is None else state
        score = None if figure['told'] is None else halves_even(figure['told'], TENTH)
        return {'score': as_json(score), 'state': state, 'sd': None, 'coverage': None,
                'n': None if state == 'too_few' else figure['n']}
    return {'score': as_json(figure['told']), 'state': figure['state'], 'n': figure['n'],
            'sd': figure['sd'], 'coverage': coverage_json(figure)}


def pair_json(pair, access):
    """A pair, each side by those scored on it: a second variant of the group, of those scored on
    both, would tell of single people."""
    keys, names = zip(*pair_ends(pair))
    figures = [access.figures[name] for name in names]
    if any(figure['score'] is None for figure in figures):
        return {'gap': None}
    shown = worst([access.measure(name) for name in names])
    if shown in ('too_few', 'hidden'):
        return {**dict.fromkeys(keys), 'gap': None}
    one, two = (halves_even(figure['told'], TENTH) if shown == 'rounded' else figure['told']
                for figure in figures)
    return {'state': 'shown', 'n': min(figure['n'] for figure in figures),
            keys[0]: as_json(one), keys[1]: as_json(two), 'gap': as_json(two - one)}


def flags_json(model, items, readings, access):
    """The flags of a group: they see what is shown in full."""
    def measure(name):
        figure = access.figures[name]
        return told(figure) if access.measure(name) == 'full' else {
            'score': None, 'coverage': None, 'excused': None, 'state': 'hidden'}
    seen = {name: one if access.item(name) == 'full' else (None, 'hidden')
            for name, one in items.items()}
    places = {}
    for name, one in readings.items():
        level = one.get('visits', one['level'])
        ids = model.level_ids(model.readings[name])
        places[name] = {'reached': None if level is None else ids.index(level), 'state': 'hidden'}
    sight = Sight(model, seen, measure, places)
    return {name: {'raised': holds(when, sight)} for name, when in model.flags.items()}


def withheld(model, figures, members, least):
    """An earlier wave as thresholds see it: what was not shown in full then is no figure."""
    access = Access(model, figures, members, least)
    return {name: figure['score'] if access.measure(name) == 'full' else None
            for name, figure in figures.items()}


def target_json(model, name, reading, target):
    """A reading's target, and how far it is to it."""
    if target is None:
        return {}
    ids = model.level_ids(model.readings[name])
    return {'target': target, 'to_target': None if reading['level'] is None
            else ids.index(target) - ids.index(reading['level'])}


def group_json(model, by, waves, least, planned, targets=None):
    """The findings of one group: its people in the last wave, thresholds over all waves."""
    earlier = [withheld(model, measure_figures(model, members), members, least)
               for members in waves[:-1]]
    members = waves[-1]
    figures, items = measure_figures(model, members), items_over(model, members)
    access = Access(model, figures, members, least, planned)
    sight = GroupSight(model, items, figures, members, earlier)
    found = group_rules(model, sight, members)
    readings = {name: reading_json(model, name, found[name], access) for name in model.readings}
    for name, reading in readings.items():
        reading.update(target_json(model, name, reading, (targets or {}).get(name)))
    group = access.group
    hidden = group in ('too_few', 'hidden')
    out = {'by': by, 'n': None if hidden else len(members), 'state': group if hidden else 'shown',
           'invited': None,
           'measures': {name: measure_json(figure, access.measure(name), group)
                        for name, figure in figures.items()},
           'readings': readings,
           'items': {item.id: item_json(item, access) for item in model.items.values()},
           'flags': flags_json(model, items, readings, access),
           'pairs': {name: pair_json(pair, access) for name, pair in model.pairs.items()}}
    if model.confidence:
        add_limits(model, out, access, model.confidence)
        add_agreement(model, out, access, model.confidence)
        out['access'] = access
    return out


def read_units(path):
    """The tree: unit -> (parent or '', invited or None, {reading: target})."""
    with open(path, encoding='utf-8', newline='') as file:
        return {record['unit']: (record['parent'], int(record['invited'])
                                 if record.get('invited') else None,
                                 {key.split(':', 1)[1]: value for key, value in record.items()
                                  if key.startswith('target:') and value})
                for record in csv.DictReader(file)}


def tree_order(units, parent=''):
    """The units from the top down, those of one parent in the order of their bytes."""
    for unit in sorted((one for one, (above, *_) in units.items() if above == parent),
                       key=str.encode):
        yield unit
        yield from tree_order(units, unit)


def below(units, unit):
    """A unit and all units under it."""
    return {unit}.union(*(below(units, child) for child, (parent, *_) in units.items()
                          if parent == unit))


def key_of(member, columns):
    """A person's key of a tally: absent labels first, then by bytes."""
    return tuple((bool(member.groups[one]), (member.groups[one] or '').encode())
                 for one in columns)


def list_groups(waves, cuts, unit, units):
    """The groups: (cut and key, what names it, its test of a person, the unit above, targets)."""
    yield (0, None), {}, lambda member: True, None, None
    for number, cut in enumerate(cuts, 1):
        for key, _ in cut_groups(cut, waves):
            yield ((number, key), dict(zip(cut, key)), lambda member, cut=cut, key=key: tuple(
                member.groups[column] or None for column in cut) == key, None, None)
    for name in tree_order(units or {}):
        inside = below(units, name)
        yield ((len(cuts) + 1, name), {unit: name},
               lambda member, inside=inside: member.groups[unit] in inside,
               units[name][0] or None, units[name][2])


def tell_response(units, found, model, least):
    """Puts invited and response into the units found and the total (None), where they may be told:
    "Response" of doc/scoring.md."""
    least, counts = max(model.least_n, least), {}
    for name, group in found.items():
        inside = units if name is None else below(units, name)
        asked = [units[one][1] for one in inside]
        if group['n'] is not None and group['n'] >= model.least_n_spread and None not in asked:
            counts[name] = group['n'], sum(asked)
    told = {name for name, (n, invited) in counts.items() if invited - n >= least}

    def parts(name):
        """The largest parts below a unit whose responses are told."""
        for child in tree_order(units, name or ''):
            if units[child][0] == (name or ''):
                yield from [child] if child in told else parts(child)

    for name in [*reversed(list(tree_order(units))), None]:
        while name in told:
            of = list(parts(name))
            n, invited = (whole - sum(counts[part][at] for part in of)
                          for at, whole in enumerate(counts[name]))
            if not of or invited <= 0 or invited - n >= least:
                break
            told.remove(min(of, key=lambda part: counts[part][1] - counts[part][0]))
    for group in found.values():
        group['response'] = None
    for name in told:
        n, invited = counts[name]
        found[name].update(invited=invited, response=as_json(Fraction(n, invited)))


def cut_groups(cut, waves):
    """The groups of a cut, in byte order of their values: (key, people by wave)."""
    keys = {tuple(member.groups[column] or None for column in cut) for member in waves[-1]}
    for key in sorted(keys, key=lambda key: [(one is not None, (one or '').encode())
                                             for one in key]):
        yield key, [[member for member in members
                     if tuple(member.groups[column] or None for column in cut) == key]
                    for members in waves]


def parts_below(found, cuts, units):
    """A function: the groups right below one, of a cut; the units are the last cut."""
    def parts(key, cut):
        place, name = key
        if place > 0 and (cut != place or place <= cuts):
            return []
        if cut <= cuts:
            return [other for other in found if other[0] == cut > 0]
        return [(cut, child) for child in tree_order(units) if units[child][0] == (name or '')]
    return parts


def groups_json(model, waves, cuts=(), unit=None, units=None, least=0, also=()):
    """All groups: the total, each cut in byte order of its values, then the units of the tree.

    `waves` are lists of people, the oldest first, and the last one has the groups; `cuts` are
    tuples of columns; `also` names what is told besides: `comparisons`.
    """
    waves = [[Member(model, person) for person in people if person.weight > 0]
             for people in waves]
    columns = list(dict.fromkeys([column for cut in cuts for column in cut]
                                 + ([unit] if unit else [])))
    for member in waves[-1]:
        member.key = key_of(member, columns)
    groups = list(list_groups(waves, cuts, unit, units))
    rows = {key: row for row, (key, *_) in enumerate(groups)}
    plan = Plan(model, waves[-1], [
        {'in': {place for place, member in enumerate(waves[-1]) if test(member)}, 'cut': key[0],
         'keys': len(by), 'above': rows.get((key[0], above))} for key, by, test, above, _ in groups],
        [(), *cuts, *([(unit,)] if units else [])], len(cuts) + 1 if units else None, least)
    found, planned = {}, {}
    for row, (key, by, test, _, targets) in enumerate(groups):
        planned[key] = lambda kind, name, row=row: plan.tiers[kind, name][row]
        chosen_ones = [[member for member in members if test(member)] for members in waves]
        found[key] = (group_json(model, by, chosen_ones, least,
                                 planned[key], targets), chosen_ones)
    if units:
        tell_response(units, {key[1]: group for key, (group, _) in found.items()
                              if key[0] in (0, len(cuts) + 1)}, model, least)
    if 'comparisons' in also:
        tell_comparisons(model, found, len(waves), parts_below(found, len(cuts), units or {}),
                         least, planned)
    if model.confidence:
        for (place, key), (group, chosen_ones) in found.items():
            access = group.pop('access')
            whole = place > len(cuts) and len(chosen_ones[-1]) == sum(
                units[one][1] or 0 for one in below(units, key))
            if model.everyone and (whole or group.get('response') is not None):
                add_limits(model, group, access, model.confidence,
                           len(chosen_ones[-1]) if whole else group['invited'])
        above = {parent for parent, *_ in (units or {}).values()}
        cut_of = [[(group, place > len(cuts) and key in above) for (place, key), (group, _)
                   in found.items() if place == one] for one in range(1, len(cuts) + 2)]
        add_icc(cut_of, model.confidence, any(member.weight != 1 for member in waves[-1]))
        for measure in found[0, None][0]['measures'].values():
            del measure['icc']
    return [group for group, _ in found.values()]
