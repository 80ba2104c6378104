"""The worked cases of doc/statistics/design.md, computed."""
# SPDX-License-Identifier: Apache-2.0
from cases_design import Survey


def survey(name, columns=1, prefix='RUNG_SURVEY_'):
    """An estimate of the first columns, the design being the others."""
    def compute(library, given, parameters):
        places = [place.lower() for place in parameters.get('design', '').split()]
        design = dict(zip(places, given[columns:]))
        margins = [design.pop('margin')] if 'margin' in design else []
        # a design of weights of 1 stands for none
        design = design or {'weight': [1.0] * len(given[0])}
        before = [float(parameters['probability'])] if 'probability' in parameters else []
        found = Survey(library, design, parameters.get('lonely', 'fail'), margins).call(
            name, *given[:columns], prefix=prefix, before=before)
        return {prefix + key.upper(): number for key, number in found.items()}
    return compute


MEANS = ('a simple sample', 'the same in clusters', 'the same in two stages', 'a domain',
         'a lonely unit is left out', 'a lonely unit is set against all',
         'a lonely unit adds the average', 'weights cost rows', 'a margin explains a part')
WORKED = {
    **{title: survey('mean') for title in MEANS},
    'a total': survey('total'),
    'a ratio': survey('ratio', 2),
    'a variance': survey('variance'),
    'a difference': survey('difference', 2),
    'kappa': survey('kappa', 2),
    'a share': survey('share', prefix='RUNG_SURVEY_SHARE_'),
    'a median': survey('quantile', prefix='RUNG_SURVEY_QUANTILE_'),
}
