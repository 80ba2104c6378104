"""Places at which the distributions are held beside R, drawn from a seed over wide ranges."""
# SPDX-License-Identifier: Apache-2.0
import random

PLACES = 150


def log_uniform(dice, low, high):
    return 10 ** dice.uniform(low, high)


def share(dice):
    """A probability: in the middle, or far out on either side."""
    return dice.choice((dice.random(), log_uniform(dice, -12, -1), 1 - log_uniform(dice, -8, -1)))


def gamma(dice, lowest=-1, highest=4):
    shape = log_uniform(dice, lowest, highest)
    return shape * log_uniform(dice, -1, .3), shape


def beta(dice):
    return log_uniform(dice, -4, 0), log_uniform(dice, -1, 3), log_uniform(dice, -1, 3)


def student(dice):
    return dice.choice((-1, 1)) * log_uniform(dice, -3, 1.5), log_uniform(dice, -.3, 4)


def f(dice):
    return log_uniform(dice, -2, 1.5), log_uniform(dice, 0, 3), log_uniform(dice, 0, 3)


def noncentral(dice):
    """Within what R's pt() reckons well: it loses digits where the tail is small."""
    delta, df = dice.uniform(0, 6), log_uniform(dice, .5, 3)
    return max(.1, delta + dice.uniform(-2, 3)), df, delta


def quantile(distribution):
    return lambda dice: (share(dice), *distribution(dice)[1:])


DRAWN = {
    'log_gamma': lambda dice: (log_uniform(dice, -5, 6),),
    'normal_density': lambda dice: (dice.uniform(-35, 35),),
    'normal_cdf': lambda dice: (dice.uniform(-35, 6),), 'normal_upper': lambda dice: (dice.uniform(-6, 35),),
    'normal_quantile': lambda dice: (share(dice),),
    'gamma_cdf': gamma, 'gamma_upper': gamma, 'gamma_quantile': quantile(gamma),
    'beta_cdf': beta, 'beta_upper': beta, 'beta_quantile': quantile(beta),
    'chi_square_cdf': lambda dice: gamma(dice, 0, 3), 'chi_square_upper': lambda dice: gamma(dice, 0, 3),
    'chi_square_quantile': quantile(lambda dice: gamma(dice, 0, 3)),
    't_cdf': student, 't_upper': student,
    't_quantile': lambda dice: (share(dice), log_uniform(dice, .3, 4)),  # below df 2 qt() has ten digits or fewer
    'f_cdf': f, 'f_upper': f, 'f_quantile': quantile(f),
    'noncentral_t_cdf': noncentral,
    # where t is not near 0: qt() searches to some 1e-11
    'noncentral_t_quantile': lambda dice: (dice.uniform(.02, .98), log_uniform(dice, .5, 3), dice.uniform(2.5, 6)),
    'noncentral_t_delta': lambda dice: (dice.uniform(.5, 6), log_uniform(dice, .7, 3), dice.uniform(.02, .98)),
    'bivariate_normal_cdf': lambda dice: (dice.uniform(-3, 3), dice.uniform(-3, 3), dice.uniform(-.98, .98)),
}


def draw(seed):
    """{function: places}."""
    return {name: [draw_one(random.Random(f'{seed}-{name}-{place}')) for place in range(PLACES)]
            for name, draw_one in DRAWN.items()}


def rows(places):
    """A row per place, for a CSV of three arguments."""
    return {'name': [name for name, some in places.items() for _ in some],
            **{column: [one[place] if place < len(one) else None for some in places.values() for one in some]
               for place, column in enumerate('abc')}}


def statistics(places):
    """Functions as those of beside_statistics.py."""
    return {name: lambda library, tables, name=name: [
        getattr(library.shared, 'rung_stats_' + name)(*one) for one in places[name]] for name in places}
