"""Possible ranges: whatever the open answers turn out to be, scores and levels lie within them."""
# SPDX-License-Identifier: Apache-2.0
#
# ranges.py SOURCE_ROOT RUNG [COUNT [SEED]]: a TAP stream. COUNT random models, of each some rows
# with one or two open items and others that were not asked or do not apply. The open items are
# filled in with every answer, or with 40 at random, and the rows scored again by the command.
import itertools
import json
import random
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / 'golden')]

import tap  # noqa: E402
from oracle_item import MISSING  # noqa: E402
from oracle_model import Model, read_answers  # noqa: E402
from random_models import answer_to, as_csv, model_of, row_of  # noqa: E402

COUNT, SEED, ROWS, FILLED, SAID = 300, 20240301, 6, 40, 12
NOT_OPEN = ('-', 'n/a')  # not asked, does not apply


def draw_model(dice, number):
    """A model without blocks: in those, an answer makes others invalid."""
    while True:
        made = model_of(dice, number)
        if 'blocks' not in made and any('scale' in one for one in made['items']):
            return made


def every_answer(model, one):
    """All answers to an item as cells; None where they are too many to be tried."""
    if 'options' in one:
        return [option['code'] for option in one['options']]
    scale = model['scales'][one['scale']]
    if 'points' in scale:
        return scale['points']
    if 'ladder' in scale:
        return list(range(1, len(model['ladders'][0]['levels']) + 1))
    return None


def fillings(dice, model, row, open_items):
    """(rows in which the open items are filled in, whether these are all)."""
    answers = [every_answer(model, one) for one in open_items]
    names = [one['id'] for one in open_items]
    if None not in answers and len(list(itertools.product(*answers))) <= FILLED:
        return [{**row, **dict(zip(names, some))} for some in itertools.product(*answers)], True
    return [{**row, **{one['id']: answer_to(dice, model, one) for one in open_items}}
            for _ in range(FILLED)], False


def trials_of(dice, document):
    """Per trial: a row with open items, the same rows filled in, and whether these are all."""
    items = [one for one in document['items'] if 'unmeasured' not in one]
    asked = [one for one in items if dice.random() < 0.85] or items
    for _ in range(ROWS):
        row = row_of(dice, document, asked, NOT_OPEN)
        open_items = dice.sample(asked, min(len(asked), dice.randint(1, 2)))
        row.update((one['id'], '') for one in open_items)
        yield row, *fillings(dice, document, row, open_items)


def is_answer_to(filled, before):
    """Whether all that was open has an answer. (An age has none without its day.)"""
    was_open = [name for name, answer in before.items() if answer in MISSING]
    return not any(isinstance(filled[name], str) for name in was_open)


def outside_score(range_of, score):
    """Whether a score lies outside a possible range."""
    if score is None:
        return False
    return range_of['lowest'] is None or not range_of['lowest'] <= score <= range_of['highest']


def not_reached(range_of, scores):
    """Whether an exact range has an end that no score reaches, every answer having been tried."""
    return (range_of['exact'] and range_of['lowest'] is not None and None not in scores
            and [min(scores), max(scores)] != [range_of['lowest'], range_of['highest']])


def wrong_scores(found, filled, every):
    """What is wrong with the possible ranges of the measures of a row."""
    for name, one in found['measures'].items():
        scores = [row['measures'][name]['score'] for row in filled]
        beyond = [score for score in scores if outside_score(one, score)]
        if beyond:
            yield f'{name}: {beyond[0]} is not from {one["lowest"]} to {one["highest"]}'
        elif every and scores and not_reached(one, scores):
            yield (f'{name}: {one["lowest"]} to {one["highest"]} is said to be exact, and is '
                   f'{min(scores)} to {max(scores)}')


def wrong_levels(found, filled, places):
    """What is wrong with the possible ranges of the readings of a row."""
    for name, one in found['readings'].items():
        low, high = places.get(one['lowest']), places.get(one['highest'])
        for row in filled:
            level = places.get(row['readings'][name]['level'])
            if level is not None and (low is None or high is None or not low <= level <= high):
                yield (f'{name}: {row["readings"][name]["level"]} is not from {one["lowest"]} to '
                       f'{one["highest"]}')
                break


def check_model(rung, folder, seed, number, counts):
    """What is wrong with the possible ranges of one random model."""
    dice = random.Random(f'{seed}-{number}')
    document = draw_model(dice, number)
    path, rows = folder / 'model.json', folder / 'rows.csv'
    path.write_text(json.dumps(document), encoding='utf-8')
    trials = list(trials_of(dice, document))
    rows.write_text(as_csv([row for one, some, _ in trials for row in (one, *some)]),
                    encoding='utf-8')
    answers = [person.answers for person in read_answers(Model.open(path), rows)]
    found = tap.run_json(rung, 'score', path, rows, '--rows', '--person-levels', '--format',
                         'json')['rows']
    places = {level['id']: place for place, level in enumerate(document['ladders'][0]['levels'])}
    at, wrong = 0, []
    for _, some, every in trials:
        place = slice(at + 1, at + 1 + len(some))
        filled = [row for row, given in zip(found[place], answers[place])
                  if is_answer_to(given, answers[at])]
        wrong += wrong_scores(found[at], filled, every and len(filled) == len(some))
        wrong += wrong_levels(found[at], filled, places)
        counts.update(rows=1, filled=len(filled))
        at += 1 + len(some)
    counts['models'] += 1
    return [f'model {number}: {line}' for line in wrong]


def check(rung, seed, numbers):
    """What is wrong with some models, and how much was tried."""
    counts, wrong = Counter(), []
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            wrong += check_model(rung, Path(folder), seed, number, counts)
    return wrong, counts


def main(arguments):
    root, rung = tap.places(arguments[:3])
    count, seed = [int(given) for given in arguments[3:5]] + [COUNT, SEED][len(arguments[3:5]):]
    stream = tap.Tap()
    print(f'# seed {seed}, {count} models of {root.name}')
    with ProcessPoolExecutor(2) as pool:
        results = list(pool.map(check, [rung] * 2, [seed] * 2,
                                [range(0, count, 2), range(1, count, 2)]))
    wrong = [line for lines, _ in results for line in lines]
    counts = sum((some for _, some in results), Counter())
    print('# tried: ' + ', '.join(f'{counts[key]} {key}' for key in ('models', 'rows', 'filled')))
    stream.ok(counts['models'] == count and counts['filled'] > 10 * count,
              'rows of all models were filled in', dict(counts))
    stream.ok(not wrong, 'scores and levels lie within the possible ranges; exact ends are reached',
              f'{len(wrong)} do not', *wrong[:SAID])
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
