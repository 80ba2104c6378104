"""The oracle's t distribution, by series in forty digits."""
# SPDX-License-Identifier: Apache-2.0
# Abramowitz & Stegun 1964: 26.5.27 (t by the incomplete beta function), 6.6.8 (that as a series),
# 6.1.40 (Stirling's series, after a shift).
from decimal import Decimal, getcontext

getcontext().prec = 40
BERNOULLI = [(1, 6), (-1, 30), (1, 42), (-1, 30), (5, 66), (-691, 2730), (7, 6), (-3617, 510)]
PI = Decimal('3.141592653589793238462643383279502884197169')


def log_gamma(x):
    """log Gamma(x), x > 0."""
    shift = Decimal(0)
    while x < 40:
        shift += x.ln()
        x += 1
    out = (x - Decimal('0.5')) * x.ln() - x + (2 * PI).ln() / 2 - shift
    for k, (over, under) in enumerate(BERNOULLI, 1):
        out += Decimal(over) / under / (2 * k * (2 * k - 1) * x ** (2 * k - 1))
    return out


def beta_part(x, a, b):
    """The incomplete beta function I_x(a, b)."""
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_part(1 - x, b, a)
    term = total = Decimal(1)
    k = 0
    while term > total * Decimal('1e-38'):
        term *= x * (a + b + k) / (a + 1 + k)
        total += term
        k += 1
    front = (a * x.ln() + b * (1 - x).ln() + log_gamma(a + b) - log_gamma(a) - log_gamma(b)).exp()
    return front * total / a


def two_sided(t, df):
    """The probability of a t at least as far from 0."""
    t, df = Decimal(t), Decimal(df)
    return beta_part(df / (df + t * t), df / 2, Decimal('0.5')) if t else Decimal(1)


def density(t, df):
    """The density of t."""
    front = log_gamma((df + 1) / 2) - log_gamma(df / 2) - (df * PI).ln() / 2
    return (front - (df + 1) / 2 * (1 + t * t / df).ln()).exp()


def quantile(tail, df):
    """The t > 0 that is passed, on both sides together, with probability `tail`: Newton's method
    from below, where the tail is convex."""
    t, step = Decimal(0), Decimal(1)
    while step > Decimal('1e-25'):
        step = (two_sided(t, df) - tail) / (2 * density(t, df))
        t += step
    return t
