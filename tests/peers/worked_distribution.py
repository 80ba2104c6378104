"""The worked cases of doc/statistics/distribution.md, computed."""
# SPDX-License-Identifier: Apache-2.0


def tables(library, columns, parameters):
    """The lower tail of each distribution that is named."""
    return {name.upper(): getattr(library.shared, f'rung_stats_{name}_cdf')(*map(float, text.split()))
            for name, text in parameters.items()}


def limits(library, columns, parameters):
    """The noncentralities at which 97.5 % and 2.5 % lie below t."""
    find = library.shared.rung_stats_noncentral_t_delta
    t, df = float(parameters['t']), float(parameters['df'])
    return {'LOW': find(t, df, .975), 'HIGH': find(t, df, .025)}


def quantiles(library, columns, parameters):
    """The places below which 2.5 %, half and 97.5 % of noncentral t lie."""
    find, given = library.shared.rung_stats_noncentral_t_quantile, (float(parameters['df']), float(parameters['delta']))
    return {'LOW': find(.025, *given), 'MEDIAN': find(.5, *given), 'HIGH': find(.975, *given)}


WORKED = {'tables of every textbook': tables, 'limits of an effect size': limits,
          'what t comes out where there is an effect': quantiles}
