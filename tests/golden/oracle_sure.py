"""The oracle's limits: how sure a mean or a share is."""
# SPDX-License-Identifier: Apache-2.0
# After "How sure" of doc/scoring.md. Moments are exact fractions; quantiles are found by halving,
# on incomplete beta functions summed to forty digits.
import decimal
import functools
import math
from decimal import Decimal
from fractions import Fraction

from oracle import pair_ends
from oracle_disclosure import people_level, people_rule
from oracle_figures import answered
from oracle_join import stretched, worth
from oracle_numbers import as_json, mean
from oracle_range import extremes, stand_ins

CONTEXT = decimal.Context(prec=50)
DIGITS = Decimal(10) ** -44
RATED = ('favourable', 'neutral', 'unfavourable')


def number(value):
    """A fraction with fifty digits."""
    value = Fraction(value)
    return CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))


def bernoulli(count):
    """The first Bernoulli numbers of even index."""
    rows, out = [Fraction(0)] * (2 * count + 1), []
    for m in range(2 * count + 1):
        rows[m] = Fraction(1, m + 1)
        for j in range(m, 0, -1):
            rows[j - 1] = j * (rows[j - 1] - rows[j])
        if m >= 2 and m % 2 == 0:
            out.append(rows[0])
    return out


BERNOULLI = bernoulli(25)


def log_gamma(x):
    """Stirling's series, where x is large enough for it."""
    shift = Decimal(1)
    while x < 40:
        shift *= x
        x += 1
    series = (x - Decimal('0.5')) * x.ln() - x + (2 * PI).ln() / 2
    for place, value in enumerate(BERNOULLI, 1):
        series += number(value) / (2 * place * (2 * place - 1) * x ** (2 * place - 1))
    return series - shift.ln()


def pi_of():
    """Machin's formula."""
    def arc(part):
        total, power, place = Decimal(0), Decimal(1) / part, 1
        while power > DIGITS / 1000:
            total += power / place * (1 if place % 4 == 1 else -1)
            power, place = power / (part * part), place + 2
        return total
    return 4 * (4 * arc(5) - arc(239))


with decimal.localcontext(CONTEXT):
    PI = pi_of()


def lower_tail(x, a, b, log_beta, least):
    """The incomplete beta function by its series, x on the left of the mean; of doubles or of
    decimals."""
    term = total = x / x
    place = 0
    while term > least * total:
        term *= (a + b + place) / (a + 1 + place) * x
        total += term
        place += 1
    power = a * log(x) + b * log(1 - x) - log_beta
    return exp(power) / a * total


def log(x):
    return x.ln() if isinstance(x, Decimal) else math.log(x)


def exp(x):
    return x.exp() if isinstance(x, Decimal) else math.exp(x)


def below(u, a, b, log_beta, least):
    """The beta distribution at x = exp(u): a tiny x is as exact as another."""
    x = exp(u)
    return lower_tail(x, a, b, log_beta, least) if x <= a / (a + b) \
        else 1 - lower_tail(1 - x, b, a, log_beta, least)


def halve(p, a, b, log_beta):
    """Where the distribution passes p, by doubles."""
    low, high = -700.0, -1e-15
    for _ in range(80):
        middle = (low + high) / 2
        if below(middle, a, b, log_beta, 1e-16) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


@functools.lru_cache(4096)
def beta_quantile(p, a, b):
    """By halving on doubles, and then by Newton's method on forty digits."""
    if a > b:  # so that it is in the lower half, away from where 1 - x is lost
        return 1 - upper_quantile(1 - p, b, a)
    return upper_quantile(p, a, b)


def upper_quantile(p, a, b):
    with decimal.localcontext(CONTEXT):
        p, a, b = number(p), number(a), number(b)
        log_beta = log_gamma(a) + log_gamma(b) - log_gamma(a + b)
        u = Decimal(halve(float(p), float(a), float(b), float(log_beta)))
        for _ in range(3):
            density = (a * u + (b - 1) * log(1 - exp(u)) - log_beta).exp()
            u -= (below(u, a, b, log_beta, DIGITS) - p) / density
        return Fraction(exp(u))


@functools.lru_cache(4096)
def t_quantile(p, degrees):
    """Student's t for p > 1/2, by way of the beta distribution of df / (df + t^2)."""
    x = beta_quantile(2 * (1 - p), Fraction(degrees, 2), Fraction(1, 2))
    with decimal.localcontext(CONTEXT):
        return Fraction((number(degrees) * (1 / number(x) - 1)).sqrt())


def root(value):
    with decimal.localcontext(CONTEXT):
        return Fraction(number(value).sqrt())


class Sample:
    """What persons tell of a mean: (x, weight) of each who contributes."""

    def __init__(self, pairs, ends, points):
        pairs = held(pairs)
        self.ends, self.points, self.n = ends, points, len(pairs)
        self.mean = mean(pairs)
        self.variance = mean([((x - self.mean) ** 2, weight) for x, weight in pairs])
        self.e = effective(pairs, self.mean, self.variance)

    def prior(self):
        """The mean and variance of an answer on any point alike."""
        first = Fraction(sum(self.points)) / len(self.points)
        return first, Fraction(sum((point - first) ** 2 for point in self.points)) \
            / len(self.points)

    def limits(self, confidence, population=None):
        """The two limits; None: there are none. Of a population only those outside the sample are not
        known."""
        low, high = self.ends
        if self.n == population:
            return None
        e = self.e if population is None or self.n > population \
            else self.e / (1 - Fraction(self.n, population))
        if self.points is None:
            reach = root(self.variance / e * Fraction(self.n, self.n - 1)) \
                * t_quantile((1 + confidence) / 2, self.n - 1)
            return (max(self.mean - reach, low), min(self.mean + reach, high)) if reach else None
        p, q = self.prior()
        span = high - low
        middle = (e * self.mean + p) / (e + 1)
        spread = ((e * self.variance + q) / (e + 1) + e * (self.mean - p) ** 2 / (e + 1) ** 2) \
            / (e + 2)
        middle, spread = (middle - low) / span, spread / span ** 2
        c = middle * (1 - middle) / spread - 1
        tail = (1 - confidence) / 2
        return (min(low + span * beta_quantile(tail, middle * c, (1 - middle) * c), self.mean),
                max(high - span * beta_quantile(tail, (1 - middle) * c, middle * c), self.mean))


def held(pairs):
    """Weights as they are held: whole multiples of 2^-40."""
    return [(x, Fraction(round(Fraction(weight) * 2 ** 40), 2 ** 40)) for x, weight in pairs]


def square(weight):
    """A squared weight, rounded once."""
    return Fraction(round(weight * weight * 2 ** 48), 2 ** 48)


def kish(weights):
    return Fraction(sum(weights)) ** 2 / sum(square(weight) for weight in weights)


def effective(pairs, middle, variance):
    """Persons of one weight who would tell as much."""
    weights = [weight for _, weight in pairs]
    if all(weight == 1 for weight in weights):
        return Fraction(len(pairs))
    around = sum(square(weight) * (x - middle) ** 2 for x, weight in pairs)
    e = variance * sum(weights) ** 2 / around if variance else kish(weights)
    return min(e, kish(weights), Fraction(len(pairs)))


def evenly(ends, count):
    """So many points from one end to the other."""
    low, high = ends
    return [low + (high - low) * Fraction(place, count - 1) for place in range(count)]


def fewest_points(model, name):
    """On how many points an answer under a measure can lie; None: on any number."""
    measure, counts = model.measures[name], []
    if 'at_least' in measure or measure['by'] == 'share':
        return 2
    for part, _ in model.terms(measure):
        if part in model.measures:
            counts.append(fewest_points(model, part))
        else:
            counts.append(len(model.items[part].raw) or None)
    return None if None in counts else min(counts)


def share_limits(pairs, confidence, population=None):
    """Limits of a share: (True or False, weight)."""
    return Sample([(Fraction(bool(x)), weight) for x, weight in pairs], (0, 1), [0, 1]) \
        .limits(confidence, population) or (None, None)


class Joined(Sample):
    """A mean that is made of several, by its variance and effective persons."""

    def __init__(self, middle, variance, e, n, ends):
        self.mean, self.variance, self.e, self.n, self.ends = middle, variance * e, e, n, ends
        self.points = None


def covariance(one, other, weights):
    """C of two means: values by person, and weights by person."""
    both = [person for person in one if person in other]
    if not both:
        return Fraction(0)
    means = [mean([(values[p], weights[p]) for p in values]) for values in (one, other)]
    whole = [sum(weights[p] for p in values) for values in (one, other)]
    apart = sum(weights[p] * (one[p] - means[0]) * (other[p] - means[1]) for p in both)
    ratio = sum(square(weights[p]) for p in both) / Fraction(sum(weights[p] for p in both))
    return ratio * apart / (whole[0] * whole[1])


def items_sample(model, name, members, figure, ends):
    """A measure across items, where its score is a mean of means; None: there is no method."""
    measure = model.measures[name]
    terms = model.terms(measure)
    bent = set(measure) & {'curve', 'recode', 'clip', 'round', 'withhold'} or any(
        one is not None for part, _ in terms for one in stand_ins(model, measure, part))
    if measure['by'] not in ('mean', 'share', 'net') or bent or \
            any(part in model.measures for part, _ in terms):
        return None
    weights = dict(held((index, member.weight) for index, member in enumerate(members)))
    columns = []
    for part, weight in terms:
        item = model.items[part]
        values = {index: worth(item, member.answers[part], measure) if item.raw
                  else stretched(item, item.value(member.answers[part]), measure)
                  for index, member in enumerate(members)
                  if not isinstance(member.answers[part], str)}
        if values:
            columns.append((values, Fraction(weight)))
    total = sum(weight for _, weight in columns)
    variance = sum(a * b / total ** 2 * covariance(one, other, weights)
                   for one, a in columns for other, b in columns)
    any_of = [weights[p] for p in weights if any(p in values for values, _ in columns)]
    e = min(kish(any_of), Fraction(len(any_of)))
    return Joined(figure['told'], variance, e, len(any_of), ends)


def with_points(sample, count):
    sample.points = evenly(sample.ends, count) if count else None
    return sample


def scores(name, members):
    """Each person's score, by person."""
    return {index: member.row['measures'][name]['score'] for index, member in enumerate(members)
            if member.row['measures'][name]['score'] is not None}


def measure_sample(model, name, members, figure):
    """A measure of a group; None: no method."""
    ends = extremes(model, name)
    count = fewest_points(model, name)
    if model.measures[name].get('across', 'people') == 'items':
        sample = items_sample(model, name, members, figure, ends)
        return sample and with_points(sample, count)
    own = scores(name, members)
    return Sample([(own[p], members[p].weight) for p in own], ends,
                  evenly(ends, count) if count else None)


def gap_sample(model, names, members, figures):
    """The second measure of a pair minus the first."""
    said, done = (measure_sample(model, name, members, figures[name]) for name in names)
    if said is None or done is None or any(
            model.measures[name].get('across', 'people') != 'people' for name in names):
        return None
    weights = dict(held((index, member.weight) for index, member in enumerate(members)))
    together = covariance(*(scores(name, members) for name in names), weights)
    variance = said.variance / said.e + done.variance / done.e - 2 * together
    gap = Joined(done.mean - said.mean, variance, min(said.e, done.e), min(said.n, done.n),
                 (done.ends[0] - said.ends[1], done.ends[1] - said.ends[0]))
    if said.points and done.points:
        gap.points = [one - other for one in done.points for other in said.points]
    return gap


NOTHING = {'low': None, 'high': None}


def interval_json(sample, confidence, population=None):
    """Limits as they are written, and why there are none."""
    if sample is None or sample.n < 2:
        return {**NOTHING, 'state': 'not_estimable'}
    limits = sample.limits(confidence, population)
    if sample.n == population:
        return {**NOTHING, 'state': 'not_applicable'}
    if limits is None:
        return {**NOTHING, 'state': 'not_estimable'}
    return {'low': as_json(limits[0]), 'high': as_json(limits[1]), 'state': 'shown'}


def sure_item(item, access, confidence, population):
    """What is added to an item of a group."""
    out = {'interval': NOTHING, 'n_effective': None,
           **{f'{key}_{end}': None for key in RATED for end in ('low', 'high')}}
    if not item.scored or access.item(item.id) != 'full':
        return out
    there = answered(access.members, item.id)
    values = item.ends_of_values()
    sample = Sample([(item.value(code), weight) for code, weight in there],
                    (min(values), max(values)),
                    [item.value(code) for code in item.raw] if item.raw else None)
    out['interval'] = interval_json(sample, confidence, population)
    if out['interval']['state'] != 'not_estimable':
        out['n_effective'] = as_json(sample.e)
    rated = {'favourable': item.favourable, 'neutral': item.neutral,
             'unfavourable': set(item.raw) - item.favourable - item.neutral} if item.rated else {}
    for key, codes in rated.items():
        limits = share_limits([(code in codes, weight) for code, weight in there], confidence,
                              population)
        out[f'{key}_low'], out[f'{key}_high'] = (as_json(limit) for limit in limits)
    return out


def sure_measure(model, name, access, confidence, population):
    figure = access.figures[name]
    if access.measure(name) != 'full' or figure['told'] is None:
        return {'interval': NOTHING, 'n_effective': None}
    sample = measure_sample(model, name, access.members, figure)
    found = interval_json(sample, confidence, population)
    return {'interval': found,
            'n_effective': None if found['state'] == 'not_estimable' else as_json(sample.e)}


def sure_pair(model, pair, access, confidence):
    _, names = zip(*pair_ends(pair))
    if any(access.measure(name) != 'full' or access.figures[name]['told'] is None
           for name in names):
        return {'interval': NOTHING}
    return {'interval': interval_json(gap_sample(model, names, access.members, access.figures),
                                      confidence)}


def sure_reading(model, name, access, confidence, population):
    """Limits of the shares of people on each level."""
    reading, levels = model.readings[name], model.levels(model.readings[name])
    low, high = ({level['id']: None for level in levels} for _ in 'lh')
    by = people_rule(reading, model.rule(reading, reading['primary'])) or reading['primary']
    if access.people(name, by) == 'full':
        pairs = people_level(name, by, access.members)
        for place, level in enumerate(levels):
            limits = share_limits([(one == place, weight) for one, weight in pairs], confidence,
                                  population)
            low[level['id']], high[level['id']] = (as_json(limit) for limit in limits)
    return {'distribution_low': low, 'distribution_high': high}


def add_limits(model, group, access, confidence, population=None):
    """Puts limits beside every mean and share of a group; of a population, or of anybody."""
    for name, found in group['measures'].items():
        found.update(sure_measure(model, name, access, confidence, population))
    for name, found in group['readings'].items():
        found.update(sure_reading(model, name, access, confidence, population))
    for name, found in group['items'].items():
        found.update(sure_item(model.items[name], access, confidence, population))
    for name, found in group['pairs'].items():
        found.update(sure_pair(model, model.pairs[name], access, confidence))
