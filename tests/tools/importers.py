"""The importers make models that score as their sources say, and refuse by name what they do not read."""
# SPDX-License-Identifier: Apache-2.0
#
# importers.py SOURCE_ROOT RUNG: a TAP stream. All inputs are made by hand, here.
import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap

CARD = '''<?xml version="1.0" encoding="UTF-8"?>
<PMML version="4.4" xmlns="http://www.dmg.org/PMML-4_4">
 <Header/>
 <DataDictionary numberOfFields="4">
  <DataField name="colour" optype="categorical" dataType="string">
   <Value value="red"/><Value value="green"/><Value value="dark blue"/></DataField>
  <DataField name="years" optype="continuous" dataType="integer">
   <Interval closure="closedClosed" leftMargin="0" rightMargin="90"/></DataField>
  <DataField name="rooms" optype="ordinal" dataType="integer"/>
  <DataField name="points" optype="continuous" dataType="double"/>
 </DataDictionary>
 <Scorecard modelName="House" functionName="regression" initialScore="10" reasonCodeAlgorithm="pointsBelow">
  <MiningSchema><MiningField name="colour" invalidValueTreatment="asMissing"/><MiningField name="years"/>
   <MiningField name="rooms"/><MiningField name="points" usageType="target"/></MiningSchema>
  <Characteristics>
   <Characteristic name="c" reasonCode="C1" baselineScore="5">
    <Attribute partialScore="-2"><SimplePredicate field="colour" operator="isMissing"/></Attribute>
    <Attribute partialScore="5"><SimplePredicate field="colour" operator="equal" value="red"/></Attribute>
    <Attribute partialScore="1"><SimpleSetPredicate field="colour" booleanOperator="isIn">
     <Array n="2" type="string">green "dark blue"</Array></SimpleSetPredicate></Attribute>
   </Characteristic>
   <Characteristic name="y" reasonCode="Y1" baselineScore="8">
    <Attribute partialScore="0"><SimplePredicate field="years" operator="lessOrEqual" value="10"/></Attribute>
    <Attribute partialScore="8"><CompoundPredicate booleanOperator="and">
     <SimplePredicate field="years" operator="greaterThan" value="10"/>
     <SimplePredicate field="years" operator="lessOrEqual" value="30"/></CompoundPredicate></Attribute>
    <Attribute partialScore="3.5"><True/></Attribute>
   </Characteristic>
   <Characteristic name="r" reasonCode="C1" baselineScore="4">
    <Attribute partialScore="4"><SimplePredicate field="rooms" operator="equal" value="2"/></Attribute>
    <Attribute partialScore="1"><SimplePredicate field="rooms" operator="equal" value="3"/></Attribute>
   </Characteristic>
  </Characteristics>
 </Scorecard>
</PMML>
'''
ROWS = 'colour,years,rooms\nred,10,2\ndark blue,30,3\n,31,2\nviolet,,2\nred,20,4\n'
SCORES = [[19, 0, 8], [20, 7, 0], [15.5, 7, 4.5], [15.5, 7, 4.5], [None, None, None]]  # score, below C1, below Y1

BOUND = '<SimplePredicate field="years" operator="lessOrEqual" value="10"/>'
REFUSED = (  # a sentence, what is replaced in the card, by what, what has to be said
    ('a DTD is refused', '<PMML ', '<!DOCTYPE PMML [<!ENTITY a "b">]><PMML ', 'a DTD or an entity'),
    ('what is not XML is refused', '</Scorecard>', '', 'not XML'),
    ('a partial score that is computed is refused', f'<Attribute partialScore="0">{BOUND}',
     '<Attribute><ComplexPartialScore/>' + BOUND, 'line 23: ComplexPartialScore: this element is not read'),
    ('an attribute without points is refused', '<Attribute partialScore="0">', '<Attribute>',
     'line 23: Attribute: needs the attribute partialScore'),
    ('points that are no number are refused', 'partialScore="0"', 'partialScore="many"', 'is no number'),
    ('points that are too large are refused', 'partialScore="0"', 'partialScore="1e9"', 'not from'),
    ('"or" is refused', 'booleanOperator="and"', 'booleanOperator="or"', 'line 24: CompoundPredicate: only two'),
    ('an operator that is not read is refused', 'operator="isMissing"', 'operator="notEqual" value="red"',
     'the operator notEqual'),
    ('two kinds of bounds are refused', 'operator="greaterThan"', 'operator="greaterOrEqual"',
     'line 24: Attribute: some bounds are closed below'),
    ('an empty interval is refused', 'operator="greaterThan" value="10"', 'operator="greaterThan" value="30"',
     'an empty interval'),
    ('two fields in one characteristic are refused', BOUND, BOUND.replace('years', 'points'),
     'SimplePredicate: a second field, years'),
    ('a field in two characteristics is refused', 'field="rooms"', 'field="colour"', 'is used by two'),
    ('a field that nobody declared is refused', BOUND, BOUND.replace('years', 'age'), 'no field age'),
    ('a value that nobody declared is refused', 'value="red"/></Attribute>', 'value="pink"/></Attribute>',
     "'pink' is no Value"),
    ('a reason of an attribute is refused', '<Attribute partialScore="0">',
     '<Attribute partialScore="0" reasonCode="Y2">', 'a reasonCode of its own'),
    ('a reason without a baseline is refused', ' baselineScore="8"', '', 'no baselineScore'),
    ('a replacement of what is missing is refused', '<MiningField name="years"/>',
     '<MiningField name="years" missingValueReplacement="3"/>', 'missingValueReplacement is not read'),
    ('a transformation is refused', '<Characteristics>', '<LocalTransformations/><Characteristics>',
     'LocalTransformations: this element is not read'),
    ('targets are refused', '<Characteristics>', '<Targets/><Characteristics>', 'Targets: this element'),
    ('an extension is refused', '<Header/>', '<Header/><Extension/>', 'Extension: this element'),
    ('another model is refused', 'Scorecard', 'TreeModel', 'TreeModel: this element'))


def importer(root, name, *arguments):
    return subprocess.run([sys.executable, str(root / 'scripts/import' / name), *map(str, arguments)], timeout=60,
                          capture_output=True, encoding='utf-8', check=False)


def scored(rung, folder, model, answers):
    """The scores of rows, by measure."""
    (folder / 'answers.csv').write_text(answers, encoding='utf-8')
    result = tap.run_json(rung, 'score', model, folder / 'answers.csv', '--rows', '--format', 'json')
    return [{name: one['score'] for name, one in row['measures'].items()} for row in result['rows']]


def scorecard(stream, root, rung, folder):
    """A scorecard: what it makes, what that scores, and what is refused."""
    card, model = folder / 'card.pmml', folder / 'card.json'
    card.write_text(CARD, encoding='utf-8')
    result = importer(root, 'pmml_scorecard.py', card, '-o', model)
    if not stream.ok(result.returncode == 0, 'a scorecard becomes a model', result.stderr):
        return
    made = json.loads(model.read_text(encoding='utf-8'))
    years = next(item for item in made['items'] if item['id'] == 'years')
    stream.ok(years['curve'] == {'closed': 'high', 'pieces': [
        {'to': 10, 'value': 0}, {'from': 10, 'to': 30, 'value': 8}, {'value': 3.5}]},
        'intervals become pieces, closed as they were', years['curve'])
    stream.ok(years['absence']['skipped'] == 3.5 and 'invalid' not in years['absence'],
              'what is true of everything is the branch of what is missing', years['absence'])
    checked = tap.run(rung, 'check', model)
    stream.ok(checked.returncode == 0, 'rung check has nothing against it', checked.stdout, checked.stderr)
    try:
        rows = scored(rung, folder, model, ROWS)
        found = [[row[name] for name in ('score', 'below.C1', 'below.Y1')] for row in rows]
    except (RuntimeError, KeyError) as error:
        found = error
    stream.ok(found == SCORES, 'it scores as the scorecard says, on paper', SCORES, found)
    for sentence, old, new, says in REFUSED:
        card.write_text(CARD.replace(old, new), encoding='utf-8')
        result = importer(root, 'pmml_scorecard.py', card)
        stream.ok(CARD != CARD.replace(old, new) and result.returncode == 2 and says in result.stderr
                  and not result.stdout and result.stderr.count('\n') == 1, sentence, says, result.stderr)


def samm_files():
    """A small SAMM: two functions, two practices, two levels, two streams."""
    yield 'answer', 'AnswerSet', {'id': 'set', 'values': '\n- text: No\n  value: 0\n- text: Partly\n  value: 0.5\n'
                                                         '- text: Yes\n  value: 1'}
    for rank in (1, 2):
        yield f'level{rank}', 'MaturityLevel', {'id': f'l{rank}', 'number': rank}
    for order, (function, practice) in enumerate((('First', 'AB'), ('Second', 'CD')), 1):
        yield f'f{order}', 'Function', {'id': f'f{order}', 'name': function, 'order': order}
        yield f'p{practice}', 'Practice', {'id': practice.lower(), 'function': f'f{order}', 'name': f'Practice {practice}',
                                           'shortName': practice, 'order': 1}
        for letter in 'AB':
            yield f's{practice}{letter}', 'Stream', {'id': f'{practice}{letter}', 'practice': practice.lower(),
                                                     'letter': letter}
        for rank in (1, 2):
            yield f'pl{practice}{rank}', 'PracticeLevel', {'id': f'{practice}{rank}', 'practice': practice.lower(),
                                                           'maturityLevel': f'l{rank}'}
            for letter in 'AB':
                name = f'{practice}{rank}{letter}'
                yield f'a{name}', 'Activity', {'id': f'a{name}', 'stream': f'{practice}{letter}',
                                               'level': f'{practice}{rank}'}
                yield f'q{name}', 'Question', {'id': f'q{name}', 'activity': f'a{name}', 'answerSet': 'set',
                                               'text': f'Is it so with {name}?', 'order': 1}


def write_samm(folder, change=lambda name, keys: keys):
    folder.mkdir()
    for name, kind, keys in samm_files():
        keys = change(name, {**keys, 'type': kind})
        if keys:
            text = ''.join(f'{key}: {value}\n' for key, value in keys.items())
            (folder / f'{name}.yml').write_text('---\n# a file\n' + text, encoding='utf-8')
    (folder / 'template.yml').write_text('type: Template\n', encoding='utf-8')
    return folder


def samm(stream, root, rung, folder):
    """A folder of YAML: what it makes, what that scores, and what is refused."""
    model = folder / 'samm.json'
    result = importer(root, 'samm_yaml.py', write_samm(folder / 'whole'), '--gate', '0.5', '-o', model)
    if not stream.ok(result.returncode == 0, 'a folder of SAMM becomes a model', result.stderr):
        return
    made = json.loads(model.read_text(encoding='utf-8'))
    stream.ok([item['id'] for item in made['items']] == ['AB.A.1', 'AB.B.1', 'AB.A.2', 'AB.B.2',
                                                         'CD.A.1', 'CD.B.1', 'CD.A.2', 'CD.B.2'],
              'items are named by practice, stream and level', [item['id'] for item in made['items']])
    stream.ok(made['scales']['set']['labels']['en'] == ['No', 'Partly', 'Yes'], 'the answer No is no boolean',
              made['scales'])
    checked = tap.run(rung, 'check', model)
    stream.ok(checked.returncode == 0, 'rung check has nothing against it', checked.stdout, checked.stderr)
    answers = 'AB.A.1,AB.B.1,AB.A.2,AB.B.2,CD.A.1,CD.B.1,CD.A.2,CD.B.2\nYes,Partly,1,,No,No,Yes,Yes\n'
    want = {'AB.L1': .75, 'AB.L2': .5, 'AB': 1.25, 'CD': 1, 'first': 1.25, 'second': 1, 'overall': 1.125}
    try:
        found = {name: score for name, score in scored(rung, folder, model, answers)[0].items() if name in want}
    except (RuntimeError, KeyError) as error:
        found = error
    stream.ok(found == want, 'it scores as SAMM does, on paper', want, found)
    bare = importer(root, 'samm_yaml.py', folder / 'whole', '--without-texts')
    stream.ok(bare.returncode == 0 and 'Is it so' not in bare.stdout and 'readings' not in bare.stdout,
              'without texts and without a gate, neither is there', bare.stderr)
    for sentence, change, says in (
            ('a question without an activity is refused', lambda name, keys: {**keys, 'activity': 'x'}
             if name == 'qAB1A' else keys, 'leads to no Activity'),
            ('an answer set without values is refused', lambda name, keys: {**keys, 'values': ''}
             if name == 'answer' else keys, 'has no values'),
            ('an id that stands twice is refused', lambda name, keys: {**keys, 'id': 'qAB1A'}
             if name == 'qAB1B' else keys, 'stands in'),
            ('a folder without streams is refused', lambda name, keys: None if keys['type'] == 'Stream' else keys,
             'no file of type Stream'),
            ('what is not YAML is refused', lambda name, keys: {**keys, 'id': '[1'} if name == 'f1' else keys,
             'not YAML')):
        result = importer(root, 'samm_yaml.py', write_samm(folder / sentence.replace(' ', '_'), change))
        stream.ok(result.returncode == 2 and says in result.stderr and not result.stdout, sentence, result.stderr)


def main(arguments):
    root, rung = tap.places(arguments)
    stream = tap.Tap()
    with tempfile.TemporaryDirectory() as folder:
        scorecard(stream, root, rung, Path(folder))
        if importlib.util.find_spec('yaml'):
            samm(stream, root, rung, Path(folder))
        else:
            stream.skip('a folder of SAMM becomes a model', 'PyYAML is not installed')
    stream.done()


if __name__ == '__main__':
    main(sys.argv)
