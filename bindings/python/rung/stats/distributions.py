"""Distribution functions; NaN for what is out of range (doc/statistics/distribution.md)."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from ._call import number


def log_gamma(x: float) -> float:
    """The logarithm of the gamma function."""
    return number('rung_stats_log_gamma', x)


def normal_density(x: float) -> float:
    """The density of the standard normal distribution (R's dnorm)."""
    return number('rung_stats_normal_density', x)


def normal_cdf(x: float) -> float:
    """P(Z <= x) of a standard normal value (pnorm).

    >>> round(normal_cdf(1.96), 6)
    0.975002
    """
    return number('rung_stats_normal_cdf', x)


def normal_upper(x: float) -> float:
    """P(Z > x), accurate in the tail."""
    return number('rung_stats_normal_upper', x)


def normal_quantile(p: float) -> float:
    """The standard normal value up to which there is the probability p (qnorm)."""
    return number('rung_stats_normal_quantile', p)


def gamma_cdf(x: float, shape: float) -> float:
    """P(X <= x) of a gamma value of scale 1 (pgamma)."""
    return number('rung_stats_gamma_cdf', x, shape)


def gamma_upper(x: float, shape: float) -> float:
    """P(X > x) of a gamma value of scale 1."""
    return number('rung_stats_gamma_upper', x, shape)


def gamma_quantile(p: float, shape: float) -> float:
    """The gamma value, of scale 1, of a probability (qgamma)."""
    return number('rung_stats_gamma_quantile', p, shape)


def beta_cdf(x: float, a: float, b: float) -> float:
    """P(X <= x) of a beta value (pbeta)."""
    return number('rung_stats_beta_cdf', x, a, b)


def beta_upper(x: float, a: float, b: float) -> float:
    """P(X > x) of a beta value."""
    return number('rung_stats_beta_upper', x, a, b)


def beta_quantile(p: float, a: float, b: float) -> float:
    """The beta value of a probability (qbeta)."""
    return number('rung_stats_beta_quantile', p, a, b)


def chi_square_cdf(x: float, df: float) -> float:
    """P(X <= x) of a chi-square value (pchisq)."""
    return number('rung_stats_chi_square_cdf', x, df)


def chi_square_upper(x: float, df: float) -> float:
    """P(X > x) of a chi-square value."""
    return number('rung_stats_chi_square_upper', x, df)


def chi_square_quantile(p: float, df: float) -> float:
    """The chi-square value of a probability (qchisq)."""
    return number('rung_stats_chi_square_quantile', p, df)


def t_cdf(t: float, df: float) -> float:
    """P(T <= t) of Student's t (pt)."""
    return number('rung_stats_t_cdf', t, df)


def t_upper(t: float, df: float) -> float:
    """P(T > t) of Student's t."""
    return number('rung_stats_t_upper', t, df)


def t_quantile(p: float, df: float) -> float:
    """The value of Student's t of a probability (qt).

    >>> round(t_quantile(0.975, 10), 6)
    2.228139
    """
    return number('rung_stats_t_quantile', p, df)


def f_cdf(x: float, df1: float, df2: float) -> float:
    """P(X <= x) of F (pf)."""
    return number('rung_stats_f_cdf', x, df1, df2)


def f_upper(x: float, df1: float, df2: float) -> float:
    """P(X > x) of F."""
    return number('rung_stats_f_upper', x, df1, df2)


def f_quantile(p: float, df1: float, df2: float) -> float:
    """The value of F of a probability (qf)."""
    return number('rung_stats_f_quantile', p, df1, df2)


def noncentral_t_cdf(t: float, df: float, delta: float) -> float:
    """P(T <= t) of noncentral t (pt with ncp)."""
    return number('rung_stats_noncentral_t_cdf', t, df, delta)


def noncentral_t_quantile(p: float, df: float, delta: float) -> float:
    """The noncentral t value of a probability (qt with ncp)."""
    return number('rung_stats_noncentral_t_quantile', p, df, delta)


def noncentral_t_delta(t: float, df: float, p: float) -> float:
    """The noncentrality at which a probability lies below t: a limit of an effect size."""
    return number('rung_stats_noncentral_t_delta', t, df, p)


def bivariate_normal_cdf(x: float, y: float, rho: float) -> float:
    """P(X <= x, Y <= y) of two standard normal values with a correlation."""
    return number('rung_stats_bivariate_normal_cdf', x, y, rho)
