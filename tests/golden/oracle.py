"""The oracle: scores and levels of one row, worked out slowly, in fractions, by doc/scoring.md."""
# SPDX-License-Identifier: Apache-2.0
from fractions import Fraction

from oracle_model import grid

LEAVES = ('not_asked', 'not_applicable')  # what leaves the count of what was asked


class Part:
    """What a term brings to a measure: `there`, a kind of absence, or `unmeasured`."""

    def __init__(self, weight, state, value=None, low=None, high=None, covered=None):
        self.weight, self.state, self.value = weight, state, value
        self.low, self.high, self.covered = low, high, covered


def weighted_median(pairs):
    """The value at which half of the weight is reached; where exactly half lies below, the mean
    of the two values in the middle."""
    pairs = sorted(pairs)
    half = sum(weight for _, weight in pairs) / Fraction(2)
    below = Fraction(0)
    for index, (value, weight) in enumerate(pairs):
        below += weight
        if below > half:
            return value
        if below == half:
            return (value + pairs[index + 1][0]) / 2
    raise AssertionError('no weight')


def join(by, pairs):
    """A mean, or a median, of (value, weight); a share is a mean of 100s and 0s."""
    if by == 'median':
        return weighted_median(pairs)
    return sum(value * weight for value, weight in pairs) / sum(weight for _, weight in pairs)


def worth(item, code, measure):
    """The value of an answer to an item inside a measure, on the grid."""
    if measure['by'] == 'share':
        return Fraction(100 if code in item.favourable else 0)
    value = item.value[code]
    if 'rescale' in measure:
        low, high = map(Fraction, measure['rescale'])
        value = grid(low + (value - item.low) / (item.high - item.low) * (high - low))
    return value


def item_part(item, answer, weight, measure):
    if item.unmeasured:
        return Part(weight, 'unmeasured', covered=Fraction(0))
    every = [worth(item, code, measure) for code in item.value]
    if isinstance(answer, str):
        covered = None if answer in LEAVES else Fraction(0)
        return Part(weight, answer, low=min(every), high=max(every), covered=covered)
    value = worth(item, answer, measure)
    return Part(weight, 'there', value, value, value, Fraction(1))


def measure_part(result, weight):
    """A measure inside a measure counts as one answer."""
    state = {'shown': 'there', 'not_collected': 'not_asked',
             'not_applicable': 'not_applicable'}.get(result['state'], 'skipped')
    return Part(weight, state, result['score'], result['lowest'], result['highest'],
                result['coverage'])


def enough(needs, answered, asked):
    """Whether what is answered meets the need; no share is ever rounded."""
    if 'share' in needs:
        return answered >= Fraction(needs['share']) * asked
    return answered >= needs.get('count', 1)


def combine(measure, parts):
    """The score, state, coverage and possible range of a measure from its parts."""
    measured = [part for part in parts if part.state != 'unmeasured']
    asked = [part for part in measured if part.state not in LEAVES]
    there = [part for part in asked if part.state == 'there']
    weighed = [part for part in parts if part.covered is not None]
    result = {'score': None, 'state': 'shown', 'coverage': None, 'lowest': None, 'highest': None}
    if weighed:
        result['coverage'] = (sum(part.weight * part.covered for part in weighed)
                              / sum(part.weight for part in weighed))
    needs = measure.get('needs', {'count': 1})
    by = measure['by']
    if asked and None not in [part.low for part in asked]:
        result['lowest'] = grid(join(by, [(part.low, part.weight) for part in asked]))
        result['highest'] = grid(join(by, [(part.high, part.weight) for part in asked]))
    if not asked:
        some = any(part.state == 'not_applicable' for part in measured)
        result['state'] = 'not_applicable' if some else 'not_collected'
    elif not there or not enough(needs, len(there), len(asked)):
        result['state'] = 'too_little_evidence'
    else:
        result['score'] = grid(join(by, [(part.value, part.weight) for part in there]))
    return result


def measures_of(model, answers):
    """Every measure of a row."""
    done = {}

    def work(name):
        if name not in done:
            measure = model.measures[name]
            parts = [item_part(model.items[part], answers[part], weight, measure)
                     if part in model.items else measure_part(work(part), weight)
                     for part, weight in model.terms(measure)]
            done[name] = combine(measure, parts)
        return done[name]

    return {name: work(name) for name in model.measures}


def passed(step, scores):
    """How a step stands after waves of scores: 'yes', 'new' (not yet held), 'between', or 'no'."""
    if 'cut' in step:
        return 'yes' if scores[-1] >= grid(step['cut']) else 'no'
    up, down = grid(step['up']), grid(step['down'])
    held, running, state = False, 0, 'no'
    for score in scores:
        if score is None:  # breaks the run; what is held stays held
            running = 0
        elif score >= up:
            running += 1
            held = held or running >= step.get('waves', 1)
            state = 'yes' if held else 'new'
        elif score >= down:
            running, state = 0, 'yes' if held else 'between'
        else:
            held, running, state = False, 0, 'no'
    return state


def by_score(rule, levels, scores):
    """The level reached, its state and marks, by a rule of cuts or bands; 0 is the lowest."""
    index = {level['id']: place for place, level in enumerate(levels)}
    if rule['by'] == 'cut':
        reached, state, marks = 0, 'shown', set()
        for step in rule['at']:
            stands = passed(step, scores)
            if stands in ('no', 'between'):
                state = 'on_threshold' if stands == 'between' else 'shown'
                break
            reached = index[step['to']]
            marks |= {'not_yet_held'} if stands == 'new' else set()
        return reached, state, marks
    for band in rule['bands']:
        low = grid(band['from']) if 'from' in band else None
        high = grid(band['to']) if 'to' in band else None
        score = scores[-1]
        if rule.get('closed', 'low') == 'low':
            inside = (low is None or low <= score) and (high is None or score < high)
        else:
            inside = (low is None or low < score) and (high is None or score <= high)
        if inside:
            return index[band['level']], 'shown', set()
    return None, 'not_estimable', set()


def assumed(model, reading, rule):
    """Whether a level rests on numbers of the author's choice: the rule's, or those under it."""
    rules = {one['id']: one for one in reading['rules']}
    under = rule.get('from', reading['primary'] if rule['by'] == 'share' else None)
    return model.assumed(rule) or under is not None and assumed(model, reading, rules[under])


def state_level(model, reading, rule, reached, state, marks=frozenset()):
    """A level as it may be stated: anchors and assumed numbers."""
    levels = model.levels(reading)
    if assumed(model, reading, rule):
        marks = marks | {'assumed'}
    if reached is None:
        return {'level': None, 'state': state, 'marks': marks, 'reached': None}
    stated = reached
    while not levels[stated].get('anchor', True):
        stated -= 1
    if stated != reached:
        marks = marks | {'visiting'}
    return {'level': stated, 'state': state, 'marks': marks, 'reached': reached}


def rule_on_scores(model, reading, rule, history, key='score'):
    """The level by a rule on the scores of one row, or of a group: measure -> results, by wave."""
    rules = {one['id']: one for one in reading['rules']}
    levels = model.levels(reading)
    if rule['by'] == 'share':  # of one: all of them reach the level, and nobody holds a threshold
        source = rules[rule.get('from', reading['primary'])]
        got = rule_on_scores(model, reading, source, history, key)
        state = 'shown' if got['state'] == 'on_threshold' else got['state']
        return state_level(model, reading, rule, got['reached'], state)
    scale, links = rule, [reading['of']]
    if rule['by'] == 'weakest':  # what does not apply is no link of the chain
        scale = rules[rule['from']]
        links = [name for name in rule['of'] if history[-1][name]['state'] != 'not_applicable']
        if not links:
            return state_level(model, reading, rule, None, 'not_applicable')
    found = []
    for name in links:
        scores = [wave[name][key] for wave in history]
        if scores[-1] is None:
            states = {history[-1][one]['state'] for one in links}
            state = states.pop() if len(states) == 1 else 'too_little_evidence'
            return state_level(model, reading, rule, None, state)
        found.append(by_score(scale, levels, scores))
    if any(reached is None for reached, _, _ in found):
        return state_level(model, reading, rule, None, 'not_estimable')
    lowest = min(reached for reached, _, _ in found)
    at_it = [one for one in found if one[0] == lowest]
    state = 'on_threshold' if all(one[1] == 'on_threshold' for one in at_it) else 'shown'
    return state_level(model, reading, rule, lowest, state, set().union(*(one[2] for one in at_it)))


def holds(condition, measures, levels, ladders):
    """Whether a flag is raised: True, False, or None where it cannot be said."""
    if 'all' in condition or 'any' in condition:
        every = 'all' in condition
        parts = [holds(part, measures, levels, ladders)
                 for part in condition['all' if every else 'any']]
        if (not every) in parts:
            return not every
        return None if None in parts else every
    if 'measure' in condition:
        one, to = measures[condition['measure']]['score'], grid
    else:  # the level reached, be it one that may be stated or not
        one = levels[condition['reading']]['reached']
        to = ladders[condition['reading']].index
    if one is None:
        return None
    tests = {'at_least': lambda a, b: a >= b, 'at_most': lambda a, b: a <= b,
             'above': lambda a, b: a > b, 'below': lambda a, b: a < b}
    return next(test(one, to(condition[key])) for key, test in tests.items() if key in condition)


def flags_of(model, measures, levels):
    """Every flag, from the measures' results and the readings' primary levels."""
    ladders = {name: [level['id'] for level in model.levels(reading)]
               for name, reading in model.readings.items()}
    return {name: holds(condition, measures, levels, ladders)
            for name, condition in model.flags.items()}


def evaluate(model, answers):
    """Everything that is said of one row."""
    measures = measures_of(model, answers)
    readings = {}
    for name, reading in model.readings.items():
        rules = {rule['id']: rule_on_scores(model, reading, rule, [measures])
                 for rule in reading['rules']}
        ends = {}
        for key in ('lowest', 'highest'):
            primary = next(one for one in reading['rules'] if one['id'] == reading['primary'])
            ends[key] = rule_on_scores(model, reading, primary, [measures], key)['level']
        readings[name] = {**rules[reading['primary']], **ends, 'rules': rules,
                          'coverage': measures[reading['of']]['coverage']}
    pairs = {}
    for name, pair in model.pairs.items():
        said, done = (measures[pair[key]]['score'] for key in ('said', 'done'))
        gap = None if said is None or done is None else done - said
        pairs[name] = {'said': said, 'done': done, 'gap': gap}
    return {'measures': measures, 'readings': readings, 'pairs': pairs,
            'flags': flags_of(model, measures, readings)}


def number(value):
    """A fraction as JSON: a whole number, or the double nearest to it."""
    if value is None:
        return None
    value = Fraction(value)
    return int(value) if value.denominator == 1 else value.numerator / value.denominator


def marks_in_order(marks):
    return [mark for mark in ('espoused', 'not_yet_held', 'visiting', 'assumed', 'ipsative')
            if mark in marks]


def level_json(levels, result):
    """A level as the command prints it."""
    def name(place):
        return None if place is None else levels[place]['id']
    out = {'level': name(result['level']), 'state': result['state'],
           'marks': marks_in_order(result['marks'])}
    if 'visiting' in result['marks']:
        out['visits'] = name(result['reached'])
    return out


def row_json(model, place, person):
    """One row as `rung score --rows --person-levels --format json` prints it."""
    result = evaluate(model, person.answers)
    readings = {}
    for name, reading in result['readings'].items():
        levels = model.levels(model.readings[name])
        readings[name] = {**level_json(levels, reading), 'coverage': number(reading['coverage']),
                          **{key: None if reading[key] is None else levels[reading[key]]['id']
                             for key in ('lowest', 'highest')},
                          'rules': {rule: level_json(levels, one)
                                    for rule, one in reading['rules'].items()}}
    return {'row': place,
            'measures': {name: {key: one if isinstance(one, str) else number(one)
                                for key, one in measure.items()}
                         for name, measure in result['measures'].items()},
            'readings': readings, 'flags': result['flags'],
            'pairs': {name: {key: number(one) for key, one in pair.items()}
                      for name, pair in result['pairs'].items()}}


def rows_json(model, people):
    return [row_json(model, place, person) for place, person in enumerate(people, 1)]
