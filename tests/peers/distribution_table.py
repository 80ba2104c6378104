"""Distribution functions agree with mpmath at 40 digits at places drawn at random, far tails included."""
# SPDX-License-Identifier: Apache-2.0
#
# distribution_table.py SOURCE_ROOT LIBRARY [PLACES]: a TAP stream, a sub-test per function; without mpmath
# it is skipped. The bounds are those of doc/statistics/distribution.md: a probability e^-L is held to 8e-16
# times L, and not closer than 4e-14 (1e-13 where both shapes of a beta are beyond 10^4) nor wider than 6e-13.
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import tap  # noqa: E402
from library import Library  # noqa: E402

LEAST = 1e-290


def uniform_log(low, high):
    return 10 ** random.uniform(low, high)


def bound(mp, probability, least):
    return min(6e-13, max(least, 8e-16 * float(-mp.log(probability))))


class Table:
    """Draws places and keeps, by function, how far the library is off in units of its bound."""

    def __init__(self, library, mp):
        self.library, self.mp, self.worst = library, mp, {}

    def find(self, name, *arguments):
        return getattr(self.library.shared, 'rung_stats_' + name)(*arguments)

    def hold(self, name, off, allowed, arguments):
        ratio = float(off) / allowed
        if not ratio <= self.worst.get(name, (0, None, 0))[0]:
            self.worst[name] = (ratio, arguments, self.worst.get(name, (0, 0, 0))[2])
        ratio, arguments, places = self.worst.get(name, (0, None, 0))
        self.worst[name] = (ratio, arguments, places + 1)

    def probability(self, name, expected, *arguments, least=4e-14):
        if LEAST < expected < 1:
            off = abs(self.find(name, *arguments) / expected - 1)
            self.hold(name, off, bound(self.mp, expected, least), arguments)

    def quantile(self, name, cdf, density, p, *shapes):
        """How far x is off, to first order: (cdf(x) - p) / density(x) / x."""
        x = self.mp.mpf(self.find(name, p, *shapes))
        if abs(x) > LEAST and (name != 'beta_quantile' or x < 1):
            self.hold(name, abs((cdf(x) - p) / density(x) / x), 1.2e-13, (p, *shapes))

    def log_gamma(self):
        x = uniform_log(-10, 10) if random.random() < .5 else random.uniform(.3, 12)
        true = self.mp.loggamma(self.mp.mpf(x))
        self.hold('log_gamma', abs(self.find('log_gamma', x) / true - 1), 1e-15, (x,))

    def normal(self):
        x, p = random.uniform(-37, 0), uniform_log(-300, -.31)
        self.hold('normal_cdf', abs(self.find('normal_cdf', x) / self.mp.ncdf(x) - 1), 1e-15, (x,))
        z = self.mp.mpf(self.find('normal_quantile', p))
        self.hold('normal_quantile', abs((self.mp.ncdf(z) - p) / self.mp.npdf(z) / z), 1e-15, (p,))

    def gamma(self):
        mp, shape = self.mp, uniform_log(-3, 5)
        near = shape > 1 and random.random() < .7
        x = shape + random.gauss(0, 4) * shape ** .5 if near else uniform_log(-6, 2) * max(shape, .1)
        if not 0 < x < 700 + 2 * shape:
            return
        a = mp.mpf(shape)
        lower = mp.gammainc(a, 0, x, regularized=True)
        upper = mp.gammainc(a, x, mp.inf, regularized=True)
        self.probability('gamma_cdf', lower, x, shape)
        self.probability('gamma_upper', upper, x, shape)
        if LEAST < lower and float(lower) < 1:
            self.quantile('gamma_quantile', lambda x: mp.gammainc(a, 0, x, regularized=True),
                          lambda x: mp.exp((a - 1) * mp.log(x) - x - mp.loggamma(a)), float(lower), shape)

    def beta(self):
        mp, first, second = self.mp, uniform_log(-2, 3), uniform_log(-2, 3)
        x = random.betavariate(first, second) if random.random() < .6 else uniform_log(-8, -.01)
        if not 1e-30 < x < 1:
            return
        a, b = mp.mpf(first), mp.mpf(second)
        lower = mp.betainc(a, b, 0, x, regularized=True)
        upper = 1 - lower if lower < .5 else mp.betainc(b, a, 0, 1 - mp.mpf(x), regularized=True)
        self.probability('beta_cdf', lower, x, first, second)
        self.probability('beta_upper', upper, x, first, second)
        if LEAST < lower and float(lower) < 1:
            self.quantile('beta_quantile', lambda x: mp.betainc(a, b, 0, x, regularized=True),
                          lambda x: mp.exp((a - 1) * mp.log(x) + (b - 1) * mp.log(1 - x) - mp.loggamma(a)
                                           - mp.loggamma(b) + mp.loggamma(a + b)), float(lower),
                          first, second)

    def large_beta(self):
        """Both shapes large: the density is integrated."""
        mp, first, second = self.mp, uniform_log(4, 6.7), uniform_log(4, 6.7)
        a, b = mp.mpf(first), mp.mpf(second)
        mean, sd = a / (a + b), mp.sqrt(a * b / (a + b + 1)) / (a + b)
        x = float(mean + random.uniform(-20, 0) * sd)
        top = (a - 1) * mp.log(x) + (b - 1) * mp.log(1 - mp.mpf(x))
        shape = lambda t: mp.exp((a - 1) * mp.log(t) + (b - 1) * mp.log(1 - t) - top)  # noqa: E731
        tail = mp.quad(shape, [x - 30 * sd, x - 8 * sd, x - 3 * sd, x - sd, x - sd / 4, x])
        lower = tail * mp.exp(top - mp.loggamma(a) - mp.loggamma(b) + mp.loggamma(a + b))
        self.probability('beta_cdf', lower, x, first, second, least=1e-13)

    def student(self):
        mp, df = self.mp, uniform_log(-.3, 4)
        t = -abs(random.gauss(0, 6)) if random.random() < .8 else -uniform_log(-6, 3)
        d = mp.mpf(df)
        cdf = lambda t: mp.betainc(d / 2, mp.mpf(.5), 0, d / (d + t * t), regularized=True) / 2  # noqa: E731
        lower = cdf(mp.mpf(t))
        self.probability('t_cdf', lower, t, df)
        if LEAST < lower < .499:
            self.quantile('t_quantile', cdf, lambda t: mp.exp(
                mp.loggamma((d + 1) / 2) - mp.loggamma(d / 2) - mp.log(d * mp.pi) / 2 -
                (d + 1) / 2 * mp.log(1 + t * t / d)), float(lower), df)

    def noncentral_t(self):
        """The mean of Phi(t s - delta), by a rule twelve times as fine."""
        mp, df, delta = self.mp, uniform_log(-.3, 4), random.gauss(0, 8)
        t = delta + random.gauss(0, 3) * (1 + abs(delta) / (2 * df) ** .5)
        d, step = mp.mpf(df), mp.mpf(1) / 6 / mp.sqrt(2 * df + (abs(delta) + 8) ** 2)
        low = -80 / df if df < 20 else -20 / (2 * df) ** .5 - 1
        high = min(4, 20 / (2 * df) ** .5 + 1)
        count = int((high - low) / step)
        if count > 3000:
            return
        constant = mp.log(2) + d / 2 * mp.log(d / 2) - mp.loggamma(d / 2)
        places = [low + step * index for index in range(count)]
        mean = lambda f: step * mp.fsum(  # noqa: E731
            mp.exp(constant + d * w - d * mp.exp(2 * w) / 2) * f(mp.exp(w)) for w in places)
        cdf = lambda t: mean(lambda s: mp.ncdf(t * s - delta))  # noqa: E731
        lower = cdf(t)
        self.probability('noncentral_t_cdf', lower, t, df, delta)
        if LEAST < lower < .999:
            self.quantile('noncentral_t_quantile', cdf, lambda t: mean(lambda s: s * mp.npdf(t * s - delta)),
                          float(lower), df, delta)

    def bivariate(self):
        mp, x, y = self.mp, random.gauss(0, 2), random.gauss(0, 2)
        rho = random.choice([random.uniform(-1, 1), 1 - uniform_log(-6, -1), uniform_log(-6, -1) - 1])
        root = mp.sqrt(1 - mp.mpf(rho) ** 2)
        turn = y / mp.mpf(rho)
        inner = sorted(place for place in (turn - 8 * root, turn - 2 * root, turn, turn + 2 * root,
                                           turn + 8 * root, -4, 0) if -12 < place < x)
        true = mp.quad(lambda u: mp.npdf(u) * mp.ncdf((y - rho * u) / root), [-12, *inner, x])
        self.hold('bivariate_normal_cdf', abs(self.find('bivariate_normal_cdf', x, y, rho) - true), 1e-15,
                  (x, y, rho))


def main(arguments):
    root, path = tap.places(arguments[:3])
    try:
        import mpmath
    except ImportError:
        print('1..0 # SKIP mpmath is not installed')
        return
    stream, places = tap.Tap(), int(arguments[3]) if arguments[3:] else 300
    mpmath.mp.dps = 40
    random.seed(20)
    table = Table(Library(root, path), mpmath.mp)
    for draw, share in ((table.log_gamma, 1), (table.normal, 1), (table.gamma, 1), (table.beta, 1),
                        (table.student, 1), (table.large_beta, .1), (table.noncentral_t, .3),
                        (table.bivariate, .2)):
        for _ in range(int(places * share)):
            try:
                draw()
            except mpmath.libmp.NoConvergence:  # mpmath's own series, at some places
                pass
    for name, (ratio, worst, count) in sorted(table.worst.items()):
        stream.ok(ratio <= 1 and count, f'{name} agrees at {count} places',
                  f'{ratio:.2f} times its bound at {worst}')
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
