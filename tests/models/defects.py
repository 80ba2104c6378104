"""Defects of published calculators: each is refused, noted, or impossible to write in a model."""
# SPDX-License-Identifier: Apache-2.0
#
# defects.py SOURCE_ROOT RUNG: a TAP stream. A sub-test per defect, named by what it teaches.
import copy
import json
import os
import re
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

import tap  # noqa: E402
from refused import Checker, changed  # noqa: E402


def practice(name, scale='done', **more):
    return {'id': name, 'kind': 'practice', 'about': 'organisation', 'scale': scale,
            'text': {'en': name}, **more}


def measure(name, of, by='mean', **more):
    return {'id': name, 'of': of, 'by': by, 'construct': 'formative', **more}


def cut(*at):
    return {'id': 'cut', 'by': 'cut', 'at': [{'to': level, 'cut': value} for level, value in at]}


def gate(**more):
    return {'id': 'gate', 'by': 'gate', 'own': {'at_least': 1}, 'missing': 'skip', **more}


def bands(*ends):
    return {'id': 'bands', 'by': 'bands', 'bands': [
        {'level': level, **({'from': low} if low is not None else {}),
         **({'to': high} if high is not None else {})} for level, low, high in ends]}


def model(rule=None, **more):
    """A sound model of four practices, done or not, on a ladder of three levels."""
    return {
        'format': 'rung-model/1', 'id': 'sheet', 'version': '1.0.0', 'title': {'en': 'Sheet'},
        'licence': 'CC0-1.0', 'rows': 'assessments', 'source': 'own',
        'sources': {'own': {'kind': 'published', 'text': 'A sheet.'}},
        'scales': {'done': {'points': [0, 1]}, 'ten': {'points': list(range(11))},
                   'any': {'range': [0, 100]}},
        'items': [practice(name) for name in ('p1', 'p2', 'p3', 'p4')],
        'measures': [measure('score', ['p1', 'p2', 'p3', 'p4'], 'percent')],
        'ladders': [{'id': 'three', 'levels': [
            {'id': name, 'names': {'neutral': {'en': name}}} for name in '123']}],
        'readings': [{'id': 'level', 'ladder': 'three', 'of': 'score',
                      'primary': (rule or {'id': 'cut'})['id'],
                      'rules': [rule or cut(('2', 40), ('3', 80))]}],
        **more}


def example(expect, **answers):
    return {'answers': answers, 'expect': expect}


class Desk:
    """Where models are checked."""

    def __init__(self, report, rung, folder):
        self.report, self.rung, self.folder = report, rung, Path(folder)
        self.checker = Checker(rung, folder)

    def result(self, document, code, pattern, sentence):
        result = self.checker.check(document)
        said = result.stdout + result.stderr
        self.report.ok(result.returncode == code and re.search(pattern, said, re.MULTILINE),
                       sentence, f'exit {result.returncode}, wanted {code} and {pattern}', said)

    def refused(self, document, pattern, sentence):
        self.result(document, 2, pattern, sentence)

    def noted(self, document, pattern, sentence):
        self.result(document, 1, f'^(error|warning): {pattern}', sentence)

    def told(self, document, pattern, sentence):
        self.result(document, 0, f'^information: {pattern}', sentence)

    def proves(self, document, sentence):
        """Its examples are met, and nothing is odd."""
        self.result(document, 0, ': 0 errors, 0 warnings$', sentence)


def totals(desk):
    """FAIRplus, EBISC-pre and CARE-pre."""
    desk.proves(model(), 'the sound sheet is clean')
    desk.refused(changed(model(), ('measures', 0, 'total'), 21), '/measures/0.*total',
                 'EBISC: a total beside its parts cannot be written, so they cannot differ')
    desk.refused(changed(model(), ('measures', 0, 'divisor'), 41), '/measures/0.*divisor',
                 'CARE: a denominator is computed from what applies and cannot be written')


def weights(count, each):
    """Requirements that cost so much where they are not met."""
    return [practice(f'r{each}_{number}', recode={'0': each, '1': 0}) for number in range(count)]


def deductions(*classes):
    """Of which the published scores run from -203 to 110."""
    items = [item for count, each in classes for item in weights(count, each)]
    return model(items=items, readings=[], measures=[
        measure('score', [item['id'] for item in items], 'deduction', base=110,
                extremes=[-203, 110])])


def extremes(desk):
    """CMMC: two tables of one authority."""
    desk.proves(deductions((34, 5), (32, 3), (3, 2), (41, 1)),
                'CMMC: one table has the declared extremes')
    desk.noted(deductions((42, 5), (14, 3), (54, 1)),
               '/measures/0/extremes: .* declared to run from -203 to 110, and run from -196',
               'CMMC: that the other cannot reach them is an error')


def holes(desk):
    """New Relic and ENISA."""
    desk.noted(model(bands(('1', None, 25), ('2', 25, 50), ('3', 51, None))),
               '/readings/0/rules/0/bands: .* hole between 50 and 51',
               'New Relic: a hole between two whole numbers is an error')
    desk.noted(model(bands(('1', None, 2.5), ('2', 2.6, 3.9), ('3', 4, None))),
               '/readings/0/rules/0/bands: .* hole between 3.9 and 4',
               'ENISA: and so is one between two decimals')
    desk.noted(model(bands(('1', None, 2.5), ('2', 2.6, 3.9), ('3', 4, None))),
               '/readings/0/rules/0/bands: .* hole between 2.5 and 2.6',
               'ENISA: wherever it is')


def credit(desk):
    """SAMM set E."""
    desk.told(changed(model(), ('measures', 0, 'absence'), {'not_applicable': 'full'}),
              '/measures/0/absence: what does not apply counts in full',
              'SAMM: what does not apply gives full credit only where the model says so, and is named')
    desk.proves(model(examples=[example({'score': 50}, p1=1, p2=0, p3='not_applicable')]),
                'SAMM: and where nothing is said it leaves the denominator')


def order(desk):
    """SAMMwise."""
    old, new = desk.folder / 'old.json', desk.folder / 'new.json'
    document = model(examples=[example({'score': 25}, p1=1, p2=0, p3=0, p4=0)])
    old.write_text(json.dumps(document), encoding='utf-8')
    turned = copy.deepcopy(document)
    turned['items'].reverse()
    new.write_text(json.dumps(turned), encoding='utf-8')
    result = tap.run(desk.rung, 'check', new, '--against', old)
    desk.report.ok(': 0 errors, 1 warning' in result.stdout and 'another order' in result.stdout,
                   'SAMMwise: parts are known by id, so that another order changes no figure',
                   result.stdout, result.stderr)
    desk.told(model(items=[practice(name, 'five') for name in ('p1', 'p2', 'p3', 'p4')],
                    scales={'five': {'points': [1, 2, 3, 4, 5]}},
                    measures=[measure('score', ['p1', 'p2', 'p3', 'p4'], absence='zero',
                                      rescale=[20, 100])]),
              '/measures/0/absence: .* a missing answer counts 0, and the least answer',
              'SAMMwise: a zero for what is incomplete is declared, and named where no answer is as low')


def equals(desk):
    """OpenSSF Scorecard."""
    desk.proves(model(items=[practice(name, 'ten') for name in ('p1', 'p2', 'p3')],
                      measures=[measure('score', [{'id': 'p1', 'weight': 2}, 'p2', 'p3'])],
                      readings=[], examples=[example({'score': 7.5}, p1=10, p2=10, p3=0)]),
                'Scorecard: equal scores count each by itself')


def requirements(desk):
    """PRISM."""
    levels = [{'to': '2', 'own': ['p1', 'p2']}, {'to': '3', 'own': ['p3', 'p4']}]
    weighed = [{'to': '2', 'own': [{'id': 'p1', 'weight': 3}]}, {'to': '3', 'own': ['p3']}]
    desk.refused(model(gate(empty='fail', levels=weighed)), '/readings/0/rules/0/levels/0/own/0',
                 'PRISM: what a level requires has no weight that could make it optional')
    desk.refused(changed(model(), ('measures', 0, 'of', 0), {'id': 'p1', 'weight': 0}),
                 '/measures/0/of/0/weight', 'PRISM: and no weight is 0')
    desk.proves(model(gate(empty='fail', levels=levels),
                      examples=[example({'level': '1'}, p1=1, p2=0, p3=1, p4=1)]),
                'PRISM: each requirement is required')


def empties(desk):
    """CSET C2M2."""
    levels = [{'to': '2', 'own': ['p1']}, {'to': '3', 'own': ['p2']}]
    desk.refused(model(gate(levels=levels)), '/readings/0/rules/0.*empty',
                 'CSET: what becomes of an empty level has to be declared')
    for empty, level in (('pass', '3'), ('fail', '1')):
        desk.proves(model(gate(empty=empty, levels=levels), examples=[
            example({'level': level}, p1='not_applicable', p2=1)]),
            f'CSET: an empty level that should {empty} does')


def nothing_known(desk):
    """Flickit."""
    levels = [{'to': '2', 'own': ['p1', 'p2']}, {'to': '3', 'own': ['p3', 'p4']}]
    nothing = {name: 'not_applicable' for name in ('p1', 'p2', 'p3', 'p4')}
    desk.proves(model(gate(empty='pass', levels=levels), examples=[
        {'answers': nothing, 'expect': {'level': {'level': None, 'state': 'not_applicable'}}}]),
        'Flickit: where nothing applies there is no level, whatever an empty one does')
    desk.refused(model(gate(empty='pass', levels=levels, missing='ignore')),
                 '/readings/0/rules/0/missing', 'Flickit: what is missing has one of three policies')


def rounding(desk):
    """F-UJI and CISO Assistant."""
    desk.refused(changed(model(), ('measures', 0, 'round'), {'digits': 1}), '/measures/0/round.*mode',
                 'F-UJI: rounding says how a half goes')
    desk.refused(changed(model(), ('measures', 0, 'code'), 'if url: 3'), '/measures/0.*code',
                 'F-UJI: there is no code in a model')
    desk.proves(model(measures=[measure('score', ['p1', 'p2', 'p3', 'p4'])], readings=[],
                      examples=[example({'score': 0.5}, p1=1, p2=0)]),
                'F-UJI: what is absent leaves the divisor')
    for mode, score in (('down', 76.8), ('half_up', 76.9)):
        desk.proves(model(items=[practice('p1', 'any')], readings=[], measures=[
            measure('score', ['p1'], round={'mode': mode, 'digits': 1})],
            examples=[example({'score': 68.3}, p1=68.33), example({'score': score}, p1=76.85)]),
            f'CISO Assistant: 76.85 is {score} because the model says {mode}')


def open_gates(desk):
    """CISO Assistant: what cannot be said never opens a gate."""
    document = model(examples=[example({'level': '1'}, p1=1, p2=1, p3=1)])
    document['readings'][0]['conditions'] = [
        {'cap': '1', 'when': {'item': 'p4', 'below': 1}, 'reason': {'en': 'p4 is open'}}]
    desk.proves(document, 'CISO Assistant: a condition that cannot be said acts')


def scales(desk):
    """psych::scoreItems."""
    nameless = practice('p1', reverse=True)
    del nameless['scale']
    desk.refused(changed(model(), ('items', 0), nameless), '/items/0.*scale',
                 'psych: nothing is reversed without a scale')
    desk.proves(model(items=[practice('p1', 'ten', reverse=True)],
                      measures=[measure('score', ['p1'])], readings=[],
                      examples=[example({'score': 7}, p1=3), example({'score': 6}, p1=4)]),
                'psych: and always on the scale, never on the answers at hand')
    desk.refused(changed(model(), ('measures', 0, 'absence'), 'median_of_others'),
                 '/measures/0/absence', 'psych: no answer is taken from other people')


def groups_by_team(desk, *rows):
    """What is shown of (team, how many people, of whom so many do all four practices)."""
    document, answers = desk.folder / 'people.json', desk.folder / 'people.csv'
    document.write_text(json.dumps(model(rows='people')), encoding='utf-8')
    lines = [f'{team},{done},{done},{done},{1 - done}' for team, count, all_done in rows
             for done in [1] * all_done + [0] * (count - all_done)]
    answers.write_text('\n'.join(['team,p1,p2,p3,p4', *lines]) + '\n', encoding='utf-8')
    return tap.run_json(desk.rung, 'score', document, answers, '--by', 'team', '--format', 'json')


def by_chance(desk):
    """psychsyn, which gives another result in every run."""
    found = [groups_by_team(desk, ('a', 30, 17), ('b', 24, 9)) for _ in range(2)]
    drawn = found[0]['groups'][0]['readings']['level']['probability']
    desk.report.ok(found[0] == found[1] and 0 < drawn <= 1,
                   'psychsyn: what is drawn by chance is the same in every run', drawn)


def remainders(desk):
    """Glint, where a hidden group of four follows from its parent and the group beside it."""
    total, large, small = groups_by_team(desk, ('large', 26, 11), ('small', 4, 1))['groups']
    told = [group['measures']['score']['n'] for group in (total, large, small)]
    desk.report.ok(small['state'] == 'too_few' and None in told[:2] and total['n'] == 30,
                   'Glint: a hidden group does not follow from what stands beside it', told)
    alone = groups_by_team(desk, ('large', 26, 11), ('other', 24, 9))['groups'][1]
    desk.report.ok(alone['measures']['score']['n'] == 26,
                   'Glint: where no group is hidden, none is hidden for its sake', alone)


def main(arguments):
    _, rung = tap.places(arguments)
    report = tap.Tap()
    with tempfile.TemporaryDirectory(dir=os.environ.get('TMPDIR')) as folder:
        desk = Desk(report, rung, folder)
        for part in (totals, extremes, holes, credit, order, equals, requirements, empties,
                     nothing_known, rounding, open_gates, scales, by_chance, remainders):
            part(desk)
    report.done()


if __name__ == '__main__':
    main(sys.argv)
