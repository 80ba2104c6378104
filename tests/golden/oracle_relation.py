"""The oracle's relations of two readings over units and over persons."""
# SPDX-License-Identifier: Apache-2.0
# After "Relations" of doc/scoring.md; the error of tau-b as Brown & Benedetti (1977) give it for a
# table of counts.
import math

from oracle_disclosure import Access, people_rule
from oracle_figures import Member

NORMAL = 1.959963984540054  # the normal quantile at 0.975


def signed(a, b):
    return (a > b) - (a < b)


def tau_b(units):
    """Kendall's tau-b of (first, second) of each unit, pair by pair, and its standard error."""
    n = len(units)
    score = {one: sum(signed(one[0], other[0]) * signed(one[1], other[1]) for other in units)
             for one in set(units)}
    alike = [{value: sum(unit[side] == value for unit in units) for value in
              {unit[side] for unit in units}} for side in (0, 1)]
    rows, columns = (n ** 2 - sum(count ** 2 for count in side.values()) for side in alike)
    if not rows or not columns:
        return None, None
    w = math.sqrt(rows * columns)
    tau = sum(score[unit] for unit in units) / w
    spread = sum((2 * w * score[unit] + tau * (alike[0][unit[0]] * columns
                                               + alike[1][unit[1]] * rows)) ** 2
                 for unit in units) - n ** 3 * tau ** 2 * (rows + columns) ** 2
    return tau, math.sqrt(max(spread, 0)) / w ** 2


def weighted_tau_b(persons):
    """The same of (first, second, weight) of each person, weighted; its error is that of the sum of
    weight x derivative of tau by the weight. (Of degree 0: these need no centring.)"""
    whole = sum(weight for *_, weight in persons)
    alike = [{value: sum(one[2] for one in persons if one[side] == value) for value in
              {one[side] for one in persons}} for side in (0, 1)]
    rows, columns = (whole ** 2 - sum(part ** 2 for part in side.values()) for side in alike)
    if not rows or not columns:
        return None, None
    score = {pair: sum(weight * signed(pair[0], first) * signed(pair[1], second)
                       for first, second, weight in persons)
             for pair in {one[:2] for one in persons}}
    w = math.sqrt(rows * columns)
    tau = float(sum(weight * score[first, second] for first, second, weight in persons)) / w
    variance = 0.0
    for first, second, weight in persons:
        ties = (whole - alike[0][first]) * columns + (whole - alike[1][second]) * rows
        slope = 2 * float(score[first, second]) / w - tau * float(ties) / w ** 2
        variance += float(weight) ** 2 * slope ** 2
    return tau, math.sqrt(variance)


def person_rule_of(model, name):
    """The rule by which people have a level on a reading."""
    reading = model.readings[name]
    return people_rule(reading, model.rule(reading, reading['primary'])) or reading['primary']


def person_levels(model, name, members):
    rule = person_rule_of(model, name)
    return [member.row['readings'][name]['rules'][rule]['reached'] for member in members]


def tells(persons, pairs, least):
    """Whether so few stand on two levels, or on one of them alone, that they could be told, or
    whether all stand alike on a reading."""
    cells = [pairs.count(pair) for pair in set(pairs) if pair != (None, None)]
    both = [pair for pair in pairs if None not in pair]
    return (any(count < least for count in cells)
            or any(len({pair[side] for pair in both}) < 2 for side in (0, 1))
            or 2 * max(weight for *_, weight in persons) > sum(weight for *_, weight in persons))


def persons_json(model, of, diagonal, members, least):
    """One relation over the persons of the total; None: nothing is kept of them."""
    ids = [model.level_ids(model.readings[reading]) for reading in of]
    on = {tuple(pair) for pair in (diagonal or zip(*ids))}
    pairs = [] if members is None else list(zip(*(person_levels(model, name, members)
                                                  for name in of)))
    persons = [(*pair, member.weight) for pair, member in zip(pairs, members or [])
               if None not in pair]
    access = Access(model, {}, members or [], least)
    state = 'shown'
    if members is None:
        state = 'not_collected'
    elif len(persons) < model.least_n_spread:
        state = 'too_few'
    elif (any(access.people(name, person_rule_of(model, name)) != 'full' for name in of)
          or tells(persons, pairs, access.least)):
        state = 'hidden'
    shown = state == 'shown'
    tau, error = weighted_tau_b(persons) if shown else (None, None)
    whole = sum(weight for *_, weight in persons)

    def share(wanted):
        return float(sum(weight for *pair, weight in persons
                         if (ids[0][pair[0]], ids[1][pair[1]]) in wanted) / whole)
    return {'state': state, 'n': len(persons) if shown else None,
            'on_diagonal': share(on) if shown else None, 'association': tau,
            'interval': {'low': max(tau - NORMAL * error, -1) if error else None,
                         'high': min(tau + NORMAL * error, 1) if error else None},
            'cells': [{'first': one, 'second': two, 'diagonal': (one, two) in on,
                       'n': pairs.count((ids[0].index(one), ids[1].index(two))) if shown else None,
                       'share': share({(one, two)}) if shown else None}
                      for one in ids[0] for two in ids[1]]}


def relation_json(model, name, of, diagonal, groups):
    """One relation over units; `groups` are those at the end of the tree, None without one."""
    ids = [model.level_ids(model.readings[reading]) for reading in of]
    if diagonal is None:
        diagonal = list(zip(*ids))
    diagonal = {tuple(pair) for pair in diagonal}
    units = [tuple(group['readings'][reading]['level'] for reading in of)
             for group in groups or []]
    units = [unit for unit in units if None not in unit]
    tau = error = None
    if len(units) >= 4:
        tau, error = tau_b([tuple(ids[side].index(unit[side]) for side in (0, 1))
                            for unit in units])
    on = sum(unit in diagonal for unit in units)
    state = 'shown' if units else 'too_few' if groups is not None else 'not_collected'
    return {'id': name, 'of': list(of), 'state': state,
            'units': len(units) or None, 'on_diagonal': on / len(units) if units else None,
            'association': tau,
            'low': max(tau - NORMAL * error, -1) if error else None,
            'high': min(tau + NORMAL * error, 1) if error else None,
            'cells': [{'first': one, 'second': two, 'diagonal': (one, two) in diagonal,
                       'units': units.count((one, two)) if units else None}
                      for one in ids[0] for two in ids[1]]}


def relations_json(model, document, asked, groups, unit, units, people, least=0):
    """The relations of the model's document, then those asked for; `people` are those of the last
    wave, `units` those of the tree, None without one."""
    above = {parent for parent, *_ in (units or {}).values()}
    lowest = None if units is None else [
        group for group in groups if unit in group['by'] and group['by'][unit] not in above]
    members = [Member(model, person) for person in people if person.weight > 0]
    out = []
    for one in document.get('relations', []):
        out.append({**relation_json(model, one['id'], one['of'], one.get('diagonal'), lowest),
                    'persons': persons_json(model, one['of'], one.get('diagonal'), members, least)})
    return out + [{**relation_json(model, ','.join(of), of, None, lowest),
                   'persons': persons_json(model, of, None, None, least)} for of in asked]
