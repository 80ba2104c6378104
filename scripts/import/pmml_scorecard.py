#!/usr/bin/env python3
# Makes a rung model of a PMML Scorecard: points by pieces and by words, and the points below each baseline.
# SPDX-License-Identifier: Apache-2.0
"""pmml_scorecard.py FILE [-o MODEL] [--licence TEXT] [--rows assessments|people]

Reads initialScore, the characteristics with constant partial scores, predicates on one field each (equal, <, <=, >,
>=, isMissing, isIn, two bounds joined by and, True), baselines and reason codes. Anything else is refused by name,
with its line. Standard library only. A document with a DTD or an entity is refused before anything of it is read.
"""
import argparse
import re
import sys
import xml.parsers.expat

from model_file import MOST, MOST_BYTES, Refused, finish, name_id, number

DEEPEST = 32
MISSING = ('skipped', 'not_asked', 'not_applicable', 'dont_know')  # PMML knows one kind of absence
FEATURES = ('predictedValue', 'reasonCode')
BOUNDS = {'greaterThan': ('from', 'high'), 'greaterOrEqual': ('from', 'low'),
          'lessThan': ('to', 'low'), 'lessOrEqual': ('to', 'high')}


class Element:
    """An element of the document, without its namespace."""

    def __init__(self, name, attributes, line):
        self.name, self.attributes, self.line = name, attributes, line
        self.children, self.text = [], ''

    def refuse(self, why):
        raise Refused(f'line {self.line}: {self.name}: {why}')

    def known(self, attributes, children):
        """Refuse attributes and children that are not read."""
        for key in self.attributes:
            if key not in attributes.split():
                self.refuse(f'the attribute {key} is not read here')
        for child in self.children:
            if child.name not in children.split():
                child.refuse('this element is not read here')
        return self

    def all(self, name):
        return [child for child in self.children if child.name == name]

    def one(self, name):
        found = self.all(name)
        if len(found) != 1:
            self.refuse(f'needs one {name}, has {len(found)}')
        return found[0]

    def get(self, key, otherwise=None):
        if key not in self.attributes and otherwise is None:
            self.refuse(f'needs the attribute {key}')
        return self.attributes.get(key, otherwise)

    def number(self, key):
        return number(self.get(key), f'line {self.line}: {self.name}: {key}')


def read(path):
    """The document as elements. No DTD, no entity, nothing from elsewhere."""
    with open(path, 'rb') as file:
        text = file.read(MOST_BYTES + 1)
    if len(text) > MOST_BYTES:
        raise Refused(f'more than {MOST_BYTES} bytes')
    top = Element('document', {}, 1)
    stack = [top]
    parser = xml.parsers.expat.ParserCreate(namespace_separator=' ')

    def refuse(*_):
        raise Refused(f'line {parser.CurrentLineNumber}: a DTD or an entity is not read')

    def start(name, attributes):
        if len(stack) > DEEPEST:
            raise Refused(f'line {parser.CurrentLineNumber}: nested more than {DEEPEST} deep')
        element = Element(name.rpartition(' ')[2], attributes, parser.CurrentLineNumber)
        stack[-1].children.append(element)
        stack.append(element)

    def letters(text):
        stack[-1].text += text

    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = parser.UnparsedEntityDeclHandler = refuse
    parser.StartElementHandler, parser.CharacterDataHandler = start, letters
    parser.EndElementHandler = lambda name: stack.pop()
    try:
        parser.Parse(text, True)
    except xml.parsers.expat.ExpatError as error:
        raise Refused(f'not XML: {error}') from None
    return top.one('PMML')


class Field:
    """A field of the data dictionary."""

    def __init__(self, element):
        self.element, self.name = element, element.get('name')
        element.known('name displayName optype dataType', 'Value Interval')
        self.continuous = element.get('optype') == 'continuous'
        self.numeric = element.get('dataType') in ('integer', 'float', 'double')
        if not self.numeric and (self.continuous or element.get('dataType') != 'string'):
            element.refuse(f'the dataType {element.get("dataType")} is not read here')
        self.values = [value.known('value displayValue property', '').get('value')
                       for value in element.all('Value') if value.get('property', 'valid') == 'valid']
        self.invalid_is_missing = False
        self.used = False

    def range(self):
        """The two ends of a continuous field."""
        intervals = self.element.all('Interval')
        if not intervals:
            return [-MOST, MOST]
        if len(intervals) > 1:
            self.element.refuse('more than one Interval is not read here')
        ends = intervals[0].known('closure leftMargin rightMargin', '')
        if ends.get('closure') != 'closedClosed':
            ends.refuse(f'the closure {ends.get("closure")} is not read here')
        return [ends.number('leftMargin'), ends.number('rightMargin')]


def mine(card, fields):
    """What the mining schema says of the fields."""
    for field in card.one('MiningSchema').known('', 'MiningField').children:
        field.known('name usageType optype invalidValueTreatment importance', '')
        known = fields.get(field.get('name'))
        invalid = field.get('invalidValueTreatment', 'returnInvalid')
        if invalid not in ('returnInvalid', 'asMissing'):
            field.refuse(f'invalidValueTreatment {invalid} is not read here')
        if known:
            known.invalid_is_missing = invalid == 'asMissing'


def bound(predicate):
    """A comparison: the end of a piece, its number, and which side must be closed for it."""
    end, closed = BOUNDS[predicate.get('operator')]
    return end, predicate.number('value'), closed


def terms(predicate, field_of):
    """A predicate as a list of tests of one field: (kind, argument)."""
    if predicate.name == 'True':
        return [('true', None)]
    if predicate.name == 'CompoundPredicate':
        predicate.known('booleanOperator', 'SimplePredicate')
        if predicate.get('booleanOperator') != 'and' or len(predicate.children) != 2:
            predicate.refuse('only two bounds joined by "and" are read here')
        found = [one for child in predicate.children for one in terms(child, field_of)]
        if sorted(kind if kind != 'bound' else part[0] for kind, part in found) != ['from', 'to']:
            predicate.refuse('needs a lower and an upper bound')
        return found
    field_of(predicate, predicate.get('field'))
    if predicate.name == 'SimpleSetPredicate':
        predicate.known('field booleanOperator', 'Array')
        if predicate.get('booleanOperator') != 'isIn':
            predicate.refuse(f'{predicate.get("booleanOperator")} is not read here')
        words = predicate.one('Array').known('n type', '').text
        if not words.strip():
            predicate.refuse('an empty set')
        return [('equal', (quoted or bare).replace('\\"', '"'))
                for quoted, bare in re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', words)]
    predicate.known('field operator value', '')
    operator = predicate.get('operator')
    if operator == 'isMissing':
        return [('missing', None)]
    if operator == 'equal':
        return [('equal', predicate.get('value'))]
    if operator not in BOUNDS:
        predicate.refuse(f'the operator {operator} is not read here')
    return [('bound', bound(predicate))]


class Characteristic:
    """A characteristic: one field, and what its attributes give."""

    def __init__(self, element, fields, card):
        self.element = element
        element.known('name reasonCode baselineScore', 'Attribute')
        self.code = element.get('reasonCode', '')
        baseline = 'baselineScore'
        self.baseline = (element.number(baseline) if baseline in element.attributes else
                         card.number(baseline) if baseline in card.attributes else None)
        self.field, self.attributes = None, []
        for attribute in element.all('Attribute'):
            self.add(attribute, fields)
        if not self.field:
            element.refuse('names no field')
        if self.field.used:
            element.refuse(f'the field {self.field.name} is used by two characteristics, which is not read here')
        self.field.used = True

    def add(self, attribute, fields):
        attribute.known('partialScore reasonCode',
                        'SimplePredicate SimpleSetPredicate CompoundPredicate True')
        if attribute.get('reasonCode', self.code) != self.code:
            attribute.refuse('a reasonCode of its own is not read here, only that of the Characteristic')
        if len(attribute.children) != 1:
            attribute.refuse(f'needs one predicate, has {len(attribute.children)}')

        def field_of(predicate, name):
            if name not in fields:
                predicate.refuse(f'no field {name} in the DataDictionary')
            if self.field not in (None, fields[name]):
                predicate.refuse(f'a second field, {name}, in one characteristic is not read here')
            self.field = fields[name]

        self.attributes.append((attribute, terms(attribute.children[0], field_of), attribute.number('partialScore')))

    def missing(self):
        """The partial score where the field is missing: of the first attribute that is true then."""
        for _, tests, points in self.attributes:
            if tests[0][0] in ('missing', 'true'):
                return points
        return None

    def curve(self):
        """The pieces of a continuous field, first true first."""
        pieces, closed = [], None
        for attribute, tests, points in self.attributes:
            if tests[0][0] == 'missing':
                continue
            piece = {}
            for kind, part in tests:
                if kind == 'equal':
                    attribute.refuse('equal on a continuous field is not read here')
                if kind == 'bound':
                    if closed not in (None, part[2]):
                        attribute.refuse('some bounds are closed below and some above (< beside <=, or > beside '
                                         '>=): a curve has one kind')
                    closed, piece[part[0]] = part[2], part[1]
            if 'from' in piece and 'to' in piece and piece['from'] >= piece['to']:
                attribute.refuse('an empty interval')
            pieces.append({**piece, 'value': points})
        return {**({'closed': 'high'} if closed == 'high' else {}), 'pieces': pieces}

    def words(self):
        """The partial score of each word of a categorical field, first true first."""
        found = {}
        for attribute, tests, points in self.attributes:
            for kind, word in tests:
                if kind == 'bound':
                    attribute.refuse('a bound on a categorical field is not read here')
                if kind == 'equal' and self.field.values and word not in self.field.values:
                    attribute.refuse(f'{word!r} is no Value of the field {self.field.name}')
                if kind == 'equal':
                    found.setdefault(word, points)
                if kind == 'true':
                    for value in self.field.values:
                        found.setdefault(value, points)
        if len(found) < 2:
            self.element.refuse('fewer than two values have a partial score, which is not read here')
        return found

    def item(self, scales):
        """The item, and its scale put into `scales`."""
        name, missing = name_id(self.field.name), self.missing()
        item = {'id': name, 'kind': 'outcome', 'scale': name,
                'text': {'en': self.field.element.get('displayName', self.field.name)}}
        if name != self.field.name:
            item['comment'] = f'The field is named {self.field.name}.'
        if self.field.continuous:
            scales[name] = {'range': self.field.range()}
            item['curve'] = self.curve()
        elif self.field.numeric:
            words = {number(word, f'line {self.element.line}'): points for word, points in self.words().items()}
            scales[name] = {'points': sorted(words)}
            item['recode'] = {str(word): words[word] for word in sorted(words)}
        else:
            words = self.words()
            scales[name] = {'points': list(range(1, len(words) + 1)), 'labels': {'en': list(words)}}
            item['recode'] = {str(point): points for point, points in enumerate(words.values(), 1)}
        if missing is not None:
            kinds = MISSING + (('invalid',) if self.field.invalid_is_missing else ())
            item['absence'] = dict.fromkeys(kinds, missing)
        elif self.field.invalid_is_missing:
            self.element.refuse('invalid values are missing ones, and what is missing has no attribute')
        return item


def withhold(count):
    """An answer that no attribute holds makes a scorecard's whole result invalid."""
    return [{'when': {'measure': 'branches', 'below': count},
             'reason': {'en': 'An answer that no attribute holds makes the whole result invalid.'}}]


def reasons(card, found):
    """Measures of the points below, or above, the baselines: one a reason code."""
    below = card.get('reasonCodeAlgorithm', 'pointsBelow') == 'pointsBelow'
    codes = {}
    for one in found:
        if one.code and one.baseline is None:
            one.element.refuse('has a reasonCode and no baselineScore')
        if one.code:
            codes.setdefault(one.code, []).append(one)
    for code, group in codes.items():
        of, base = [name_id(one.field.name) for one in group], sum(one.baseline for one in group)
        way = 'below' if below else 'above'
        yield {'id': name_id(f'{way}.{code}'), 'title': {'en': f'{code}: points {way} the baseline'}, 'of': of,
               'by': 'deduction' if below else 'sum', 'base': base if below else -base, 'needs': {'count': 0},
               'construct': 'formative', 'withhold': withhold(len(found))}


def make(arguments):
    """The model."""
    document = read(arguments.file)
    document.known('version', 'Header DataDictionary Scorecard')
    fields = [Field(element) for element in
              document.one('DataDictionary').known('numberOfFields', 'DataField').children]
    fields = {field.name: field for field in fields}
    card = document.one('Scorecard').known(
        'modelName functionName algorithmName initialScore useReasonCodes reasonCodeAlgorithm baselineScore '
        'baselineMethod', 'MiningSchema Output Characteristics')
    mine(card, fields)
    for output in card.all('Output'):
        for field in output.known('', 'OutputField').children:
            if field.get('feature', 'predictedValue') not in FEATURES:
                field.refuse(f'the feature {field.get("feature")} is not read here')
    found = [Characteristic(element, fields, card) for element in
             card.one('Characteristics').known('', 'Characteristic').children]
    if not found:
        card.refuse('no Characteristic')
    scales = {}
    items = [one.item(scales) for one in found]
    of = [item['id'] for item in items]
    if len(set(of)) != len(of):
        card.refuse('the names of two fields become one id')
    title = card.get('modelName', 'scorecard')
    measures = [
        {'id': 'branches', 'title': {'en': 'Answers that some attribute holds'}, 'of': of, 'by': 'count',
         'at_least': -MOST, 'needs': {'count': 0}, 'construct': 'formative'},
        {'id': 'score', 'title': {'en': 'Score'}, 'of': of, 'by': 'sum',
         'base': number(card.get('initialScore', '0'), 'initialScore'), 'needs': {'count': 0},
         'construct': 'formative', 'withhold': withhold(len(of))}]
    if card.get('useReasonCodes', 'true') in ('true', '1'):
        measures += reasons(card, found)
    return {'format': 'rung-model/1', 'id': name_id(title), 'version': '1.0.0', 'title': {'en': title},
            'licence': arguments.licence, 'rows': arguments.rows, 'source': 'document',
            'sources': {'document': {'kind': 'local', 'text': f'Partial scores and baselines of the PMML scorecard '
                                                              f'{title}, version {document.get("version")}.'}},
            'scales': scales, 'items': items, 'measures': measures}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[2])
    parser.add_argument('file')
    parser.add_argument('-o', dest='output')
    parser.add_argument('--licence', default='unknown: see the PMML document')
    parser.add_argument('--rows', choices=('assessments', 'people'), default='assessments')
    return finish(make, parser.parse_args())


if __name__ == '__main__':
    sys.exit(main())
