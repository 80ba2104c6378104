"""The oracle's relations of two readings over units."""
# SPDX-License-Identifier: Apache-2.0
# After "Relations" of doc/scoring.md; the error of tau-b as Brown & Benedetti (1977) give it for a
# table of counts.
import math

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


def relation_json(model, name, of, diagonal, groups):
    """One relation; `groups` are the units at the end of the tree."""
    ids = [model.level_ids(model.readings[reading]) for reading in of]
    if diagonal is None:
        diagonal = list(zip(*ids))
    diagonal = {tuple(pair) for pair in diagonal}
    units = [tuple(group['readings'][reading]['level'] for reading in of) for group in groups]
    units = [unit for unit in units if None not in unit]
    tau = error = None
    if len(units) >= 4:
        tau, error = tau_b([tuple(ids[side].index(unit[side]) for side in (0, 1))
                            for unit in units])
    on = sum(unit in diagonal for unit in units)
    return {'id': name, 'of': list(of), 'state': 'shown' if units else 'too_few',
            'units': len(units) or None, 'on_diagonal': on / len(units) if units else None,
            'association': tau,
            'low': max(tau - NORMAL * error, -1) if error else None,
            'high': min(tau + NORMAL * error, 1) if error else None,
            'cells': [{'first': one, 'second': two, 'diagonal': (one, two) in diagonal,
                       'units': units.count((one, two)) if units else None}
                      for one in ids[0] for two in ids[1]]}


def relations_json(model, document, asked, groups, unit, units):
    """The relations of the model's document, then those asked for."""
    above = {parent for parent, *_ in units.values()}
    lowest = [group for group in groups if unit in group['by'] and group['by'][unit] not in above]
    out = [relation_json(model, one['id'], one['of'], one.get('diagonal'), lowest)
           for one in document.get('relations', [])]
    return out + [relation_json(model, ','.join(of), of, None, lowest) for of in asked]
