#!/usr/bin/env python3
# Makes a rung model of the YAML files of OWASP SAMM: functions, practices, streams, levels and questions.
# SPDX-License-Identifier: Apache-2.0
"""samm_yaml.py FOLDER [-o MODEL] [--gate SHARE] [--without-texts]

Reads every .yml file below FOLDER (the folder `model` of github.com/owaspsamm/core), sorted by its `type`, joined by
ids. A level is the mean of its questions, a practice the sum of its levels, a function the mean of its practices, and
what is blank is 0. With --gate, each practice also gets a level: reached where it and each level below has at least
SHARE; SAMM itself gives no such level, and the model says so. Needs PyYAML.
"""
import argparse
import sys
from pathlib import Path

try:
    import yaml
except ImportError:
    sys.exit('samm_yaml.py: needs PyYAML (pip install pyyaml)')

from model_file import MOST_BYTES, Refused, finish, name_id, number

TYPES = ('Function', 'Practice', 'Stream', 'MaturityLevel', 'PracticeLevel', 'Activity', 'Question', 'AnswerSet')
OPEN = {'absence': 'zero', 'needs': {'count': 0}}


class Part:
    """One YAML file: its path and its keys, all texts."""

    def __init__(self, path, keys):
        self.path, self.keys = path, keys

    def refuse(self, why):
        raise Refused(f'{self.path}: {why}')

    def get(self, key):
        value = self.keys.get(key)
        if value in (None, ''):
            self.refuse(f'has no {key}')
        return value

    def order(self):
        return number(self.keys.get('order') or 0, self.path)


def load(folder):
    """Every part by its type and its id."""
    parts = {kind: {} for kind in TYPES}
    paths = sorted(Path(folder).rglob('*.yml'))
    for path in paths:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(f'{path}: more than {MOST_BYTES} bytes')
        try:
            # every scalar stays a text: in YAML 1.1 the answer No would be false
            keys = yaml.load(path.read_text(encoding='utf-8'), Loader=yaml.BaseLoader)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise Refused(f'{path}: not YAML: {error}') from None
        if not isinstance(keys, dict):
            raise Refused(f'{path}: no keys')
        part = Part(path, keys)
        kind = keys.get('type')
        if kind not in parts:
            continue  # templates, images, the model's own description
        if part.get('id') in parts[kind]:
            part.refuse(f'the id {part.get("id")} stands in {parts[kind][part.get("id")].path} too')
        parts[kind][part.get('id')] = part
    for kind in TYPES:
        if not parts[kind]:
            raise Refused(f'{folder}: no file of type {kind}')
    return parts


def follow(part, key, parts, kind):
    """The part that a key leads to."""
    found = parts[kind].get(part.get(key))
    if not found:
        part.refuse(f'its {key} leads to no {kind}')
    return found


def scale(answers):
    """A scale from an answer set: values rising, with their texts."""
    values = answers.get('values')
    rows = sorted(((number(one.get('value'), answers.path), str(one.get('text'))) for one in values),
                  key=lambda row: row[0])
    points = [row[0] for row in rows]
    if len(points) < 2 or len(set(points)) != len(points):
        answers.refuse('needs two or more values that differ')
    return {'points': points, 'labels': {'en': [row[1] for row in rows]}}


class Samm:
    """The parts, joined."""

    def __init__(self, parts, texts):
        self.parts, self.texts = parts, texts
        self.scales, self.items, self.levels = {}, [], {}
        for question in parts['Question'].values():
            self.add(question)
        self.items.sort(key=lambda row: row[0])

    def add(self, question):
        """A question: its item, and its place in practice and level."""
        parts = self.parts
        activity = follow(question, 'activity', parts, 'Activity')
        stream = follow(activity, 'stream', parts, 'Stream')
        level = follow(activity, 'level', parts, 'PracticeLevel')
        practice = follow(stream, 'practice', parts, 'Practice')
        if follow(level, 'practice', parts, 'Practice') is not practice:
            activity.refuse('its stream and its level belong to two practices')
        rank = number(follow(level, 'maturityLevel', parts, 'MaturityLevel').get('number'), level.path)
        answers = follow(question, 'answerSet', parts, 'AnswerSet')
        self.scales.setdefault(name_id(answers.get('id')), scale(answers))
        name = name_id(f'{practice.get("shortName")}.{stream.get("letter")}.{rank}')
        members = self.levels.setdefault((practice.get('id'), rank), [])
        if name in members:
            question.refuse(f'a second question of {name} is not read here')
        members.append(name)
        words = (str(question.get('text')) if self.texts else
                 f'{practice.get("name")}, stream {stream.get("letter")}, level {rank}')
        function = follow(practice, 'function', parts, 'Function')
        place = (function.order(), practice.order(), practice.get('id'), rank, stream.get('letter'))
        self.items.append((place, {'comment': f'SAMM question {question.get("id")}', 'id': name, 'kind': 'practice',
                                   'about': 'organisation', 'scale': name_id(answers.get('id')),
                                   'text': {'en': words}}))

    def ranks(self, practice):
        return sorted(rank for one, rank in self.levels if one == practice.get('id'))

    def practices(self):
        """The practices in the order of the model, each with its function."""
        found = [(follow(one, 'function', self.parts, 'Function'), one) for one in self.parts['Practice'].values()]
        for _, practice in found:
            if not self.ranks(practice):
                practice.refuse('has no question')
        return sorted(found, key=lambda pair: (pair[0].order(), pair[0].get('id'), pair[1].order()))

    def measures(self):
        """Levels, practices, functions, and the whole."""
        levels, practices, functions = [], [], {}
        for function, practice in self.practices():
            short, title = name_id(practice.get('shortName')), practice.get('name')
            for rank in self.ranks(practice):
                levels.append({'id': f'{short}.L{rank}', 'title': {'en': f'{title}, level {rank}'}, 'tier': 'level',
                               'of': sorted(self.levels[practice.get('id'), rank]), 'by': 'mean', **OPEN,
                               'construct': 'formative'})
            practices.append({'id': short, 'title': {'en': title}, 'tier': 'practice',
                              'of': [f'{short}.L{rank}' for rank in self.ranks(practice)], 'by': 'sum',
                              'construct': 'formative'})
            functions.setdefault(function.get('name'), []).append(short)
        whole = [{'id': name_id(name.lower()), 'title': {'en': name}, 'tier': 'function', 'of': of, 'by': 'mean',
                  'construct': 'formative'} for name, of in functions.items()]
        return levels + practices + whole + [
            {'id': 'overall', 'title': {'en': 'SAMM score'}, 'tier': 'root', 'of': [one['id'] for one in whole],
             'by': 'mean', 'construct': 'formative'}]

    def readings(self, least):
        """A level of each practice, by a gate that SAMM does not have."""
        for _, practice in self.practices():
            short = name_id(practice.get('shortName'))
            yield {'id': f'{short}.reached', 'title': {'en': practice.get('name')}, 'ladder': 'practice', 'of': short,
                   'primary': 'gate', 'rules': [
                       {'id': 'gate', 'by': 'gate', 'empty': 'fail', 'source': 'local', 'own': {'at_least': least},
                        'lower': {'at_least': least},
                        'levels': [{'to': str(rank), 'own': [f'{short}.L{rank}']} for rank in self.ranks(practice)]}]}


def make(arguments):
    """The model."""
    samm = Samm(load(arguments.folder), not arguments.without_texts)
    model = {
        'format': 'rung-model/1', 'id': 'samm', 'version': '2.0.0', 'title': {'en': 'OWASP SAMM'},
        'licence': 'CC-BY-SA-4.0 (OWASP SAMM)', 'rows': 'assessments', 'source': 'samm',
        'sources': {'samm': {'kind': 'published', 'text': 'A level is the mean of its answers, a practice the sum of '
                             'its levels, a function the mean of its practices; a blank is 0.',
                             'ref': 'OWASP SAMM, github.com/owaspsamm/core'}},
        'scales': samm.scales, 'items': [item for _, item in samm.items],
        'tiers': ['level', 'practice', 'function', 'root'], 'measures': samm.measures()}
    if arguments.gate is not None:
        ranks = sorted({rank for _, rank in samm.levels})
        model['sources']['local'] = {'kind': 'local', 'text': f'A level of a practice counts as reached where it and '
                                     f'each level below has at least {arguments.gate}. SAMM gives no such level.'}
        model['ladders'] = [{'id': 'practice', 'title': {'en': 'Level of a practice'}, 'levels': [
            {'id': str(rank), 'names': {'neutral': {'en': f'Level {rank}' if rank else 'None'}}}
            for rank in [0, *ranks]]}]
        model['readings'] = list(samm.readings(number(arguments.gate, '--gate')))
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[2])
    parser.add_argument('folder')
    parser.add_argument('-o', dest='output')
    parser.add_argument('--gate', metavar='SHARE')
    parser.add_argument('--without-texts', action='store_true', help='names and numbers in place of the questions')
    return finish(make, parser.parse_args())


if __name__ == '__main__':
    sys.exit(main())
