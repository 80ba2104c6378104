"""The oracle's measures on one row: terms, absence, needs, possible range, coverage."""
# SPDX-License-Identifier: Apache-2.0
# After section 2 of doc/rules.md.
from fractions import Fraction

from oracle_condition import acting, nodes_in, Sight
from oracle_item import MISSING
from oracle_join import (IN_ORDER, Value, finished, finished_between, held, joined, vote, votes_of,
                         worth)
from oracle_numbers import grid, mean
from oracle_range import (bounds, extremes, is_fragile, product_of, quotients_of, stand_in,
                          wide_bounds)

LEAVES = ('not_asked', 'not_applicable')  # what leaves the count of what was asked
KIND = {'shown': 'there', 'not_collected': 'not_asked', 'not_applicable': 'not_applicable'}


class Term:
    """A term of a measure: `there` or a kind of absence; its value or what stands in for it; whether
    an answer that is missing may change it, and may leave it without a value; the ends of its own
    possible range; what it brings to coverage and to excuses."""

    def __init__(self, model, measure, part, weight, state):
        self.part, self.weight, self.state = part, weight, state
        self.value = self.low = self.high = self.covered = self.excused = None
        if measure['by'] != 'votes':
            self.low, self.high = bounds(model, measure, part)
        self.ends, self.open, self.unsure = None, state in MISSING, False
        self.there, self.asked = state == 'there', state not in LEAVES

    def stands(self, mean_there):
        """The value with which it takes part, or None."""
        return mean_there if isinstance(self.value, str) else self.value

    def as_value(self, value):
        return Value(value, self.weight, self.low, self.high)


def item_term(model, measure, part, weight, answer):
    """An item on a row as a term."""
    item, state = model.items[part], answer if isinstance(answer, str) else 'there'
    term = Term(model, measure, part, weight, state)
    if measure['by'] == 'votes':
        term.value = vote(item, answer, item.value(answer), measure) if term.there else None
    else:
        term.value = (worth(item, answer, measure) if term.there
                      else stand_in(model, measure, part, state))
    term.covered, term.excused = covered(item, answer), excused(answer)
    return term


def measure_term(model, measure, part, weight, result):
    """A measure inside a measure: it counts as one answer."""
    term = Term(model, measure, part, weight, KIND.get(result['state'], 'skipped'))
    def taken(score):
        return held(measure, score) if 'at_least' in measure else score
    term.value = (taken(result['score']) if term.there
                  else stand_in(model, measure, part, term.state))
    term.open = result.get('open', False)  # (groups have no possible range)
    term.unsure = term.open and result['unsure']
    if result['lowest'] is not None:
        term.ends = taken(result['lowest']), taken(result['highest'])
    term.covered, term.excused = result['coverage'], result['excused']
    return term


def covered(item, answer):
    """What an answer brings to coverage: 1, 0, or None where it was not asked for."""
    if item.unmeasured:
        return Fraction(0)
    if isinstance(answer, str):
        return None if answer in LEAVES else Fraction(0)
    return Fraction(1)


def excused(answer):
    """1 for what does not apply, 0 for what was asked, None for what was not."""
    return {'not_applicable': Fraction(1), 'not_asked': None}.get(answer, Fraction(0))


def enough(needs, there, asked):
    """Whether what is there meets the need; no share is ever rounded."""
    if 'share' in needs:
        return there >= grid(needs['share']) * asked
    return there >= needs.get('count', 1)


def taking_part(measure, terms):
    """What takes part in the join; None where nothing does, or not all that must."""
    there = [(term.value, term.weight) for term in terms if term.there]
    mean_there = (grid(mean(there)) if there and measure['by'] != 'votes' else None)
    values = [(term, term.stands(mean_there)) for term in terms]
    return complete(measure, terms, [term.as_value(value) for term, value in values
                                     if value is not None])


def complete(measure, terms, parts):
    """The parts, where enough of them take part for the join."""
    if not parts or measure['by'] in IN_ORDER and len(parts) < len(terms):
        return None
    return parts


def ends_of_votes(model, measure, term):
    """What a missing item brings at the low end and at the high end: (votes, tagged votes)."""
    votes = votes_of(model.items[term.part], measure)
    plain = [vote for vote in votes if vote[1] == 0]
    tagged = [vote for vote in votes if vote[1] != 0]
    return (max(plain) if plain else min(tagged)), (max(tagged) if tagged else min(plain))


def ends_of(model, measure, term):
    """The values of a term at the low and the high end; what stands in for it, or None."""
    if not term.open:
        return term.value if isinstance(term.value, str) or term.value is None \
            else (term.value,) * 2
    if measure['by'] == 'votes':
        return ends_of_votes(model, measure, term)
    return term.ends or wide_bounds(model, measure, term.part)


def mean_at(measure, parts, end):
    """The mean of the terms that are there at an end: 0 the low one, 1 the high one."""
    own = [(ends[side_of(measure, place, end)], term.weight)
           for place, (term, ends) in enumerate(parts)
           if isinstance(ends, tuple) and (term.there or term.open)]
    return grid(mean(own)) if own and measure['by'] != 'votes' else None


def side_of(measure, place, end):
    """The end that a term is at, at an end of the measure."""
    flipped = measure['by'] == 'deduction' or measure['by'] == 'difference' and place == 1
    return 1 - end if flipped else end


def parts_at(measure, terms, parts, end):
    """What takes part at an end of the possible range, in the order of the terms."""
    mean_there = mean_at(measure, parts, end)
    values = [(term, mean_there if isinstance(ends, str) else ends and
               ends[side_of(measure, place, end)]) for place, (term, ends) in enumerate(parts)]
    return complete(measure, terms, [term.as_value(value) for term, value in values
                                     if value is not None])


def joined_between(measure, sides):
    """The join at the low and at the high end, from the parts at both."""
    if measure['by'] in ('product', 'ratio'):
        ends = [(low.value, high.value) for low, high in zip(*sides)]
        return product_of(ends) if measure['by'] == 'product' else quotients_of(*ends)
    ends = tuple(joined(measure, parts) for parts in sides)
    if measure['by'] == 'votes' and (ends[0] is None) != (ends[1] is None):
        return Fraction(0), Fraction(100)
    return ends


def possible(model, name, terms, alone):
    """The possible range; `alone` is the score as it would be without needs."""
    measure = model.measures[name]
    if any(term.unsure for term in terms):
        return extremes(model, name)
    if not any(term.open for term in terms):
        return None if alone is None else (alone, alone)
    parts = [(term, ends_of(model, measure, term)) for term in terms]
    sides = [parts_at(measure, terms, parts, end) for end in (0, 1)]
    if None in sides:
        return None
    ends = joined_between(measure, sides)
    if measure['by'] == 'ratio' and ends is None:
        zero = all(parts[1].value == 0 for parts in sides)
        return None if zero else extremes(model, name)
    return None if None in ends else finished_between(measure, *ends)


def share_of(pairs):
    """The weighted mean of what is there of (value, weight); None where nothing is."""
    pairs = [(value, weight) for value, weight in pairs if value is not None]
    return mean(pairs) if pairs else None


def unmeasured(model, measure):
    """The parts that are no terms: evidence that is always missing."""
    return [(Fraction(0), weight) for part, weight in model.parts(measure)
            if part in model.items and model.items[part].unmeasured]


def combine(model, name, terms):
    """The score, state and possible range of a measure from its terms, before `withhold`."""
    measure = model.measures[name]
    parts = taking_part(measure, terms)
    there, asked = sum(term.there for term in terms), sum(term.asked for term in terms)
    alone = None if parts is None else finished(measure, joined(measure, parts))
    result = {'score': None, 'state': 'shown'}
    if parts is not None and enough(measure.get('needs', {}), there, asked):
        result['score'] = alone
        result['state'] = 'shown' if alone is not None else 'not_estimable'
    elif asked:
        result['state'] = 'too_little_evidence'
    else:
        some = any(term.state == 'not_applicable' for term in terms)
        result['state'] = 'not_applicable' if some else 'not_collected'
    result['lowest'], result['highest'] = possible(model, name, terms, alone) or (None, None)
    ahead = sum(not term.unsure if term.open else term.there for term in terms)
    result['open'] = any(term.open for term in terms)
    result['unsure'] = (any(term.unsure for term in terms) or is_fragile(model, measure)
                        or not enough(measure.get('needs', {}), ahead, asked))
    return result


def shares(model, measure, terms):
    """Coverage and what is excused, of one row, on the grid."""
    covered = share_of([(term.covered, term.weight) for term in terms]
                       + unmeasured(model, measure))
    excused = share_of([(term.excused, term.weight) for term in terms])
    return {'coverage': None if covered is None else grid(covered),
            'excused': None if excused is None else grid(excused)}


def withhold(measure, sight, result):
    """A result after the measure's own conditions: where one acts there is no score, and, if no
    answer that is missing may change what they look at, no possible range."""
    conditions = measure.get('withhold', [])
    is_open = any(sight.is_open(*node) for one in conditions for node in nodes_in(one['when']))
    if acting(conditions, sight):
        state = result['state'] if result['score'] is None else 'not_estimable'
        result = {**result, 'score': None, 'state': state}
        if not is_open:
            result.update(lowest=None, highest=None)
    return with_outlook(result, is_open)


def with_outlook(result, is_open):
    """Whether a measure is open, and whether it may be without a score in spite of its range."""
    ranges = result['lowest'] is not None
    if ranges and is_open:
        return {**result, 'open': True, 'unsure': True}
    unsure = (not ranges or result['unsure']) if result['open'] \
        else ranges and result['score'] is None
    return {**result, 'unsure': unsure}


def measures_of(model, answers, items):
    """Every measure of a row; `items` is what conditions see of the items."""
    done, own = {}, {}

    def seen(name):  # a measure's own conditions see it as it is before them
        return own[name] if name in own else work(name)

    def work(name):
        if name in done:
            return done[name]
        measure = model.measures[name]
        terms = [measure_term(model, measure, part, weight, work(part))
                 if part in model.measures
                 else item_term(model, measure, part, weight, answers[part])
                 for part, weight in model.terms(measure)]
        own[name] = {**combine(model, name, terms), **shares(model, measure, terms)}
        done[name] = withhold(measure, Sight(model, items, seen, {}), own[name])
        own.pop(name)
        return done[name]

    return {name: work(name) for name in model.measures}

