"""A model of one's own in ten lines: two questions, two levels, and who stands on which."""
# SPDX-License-Identifier: Apache-2.0
import rung

model = rung.Model.from_dict({
    'id': 'talk', 'version': '1.0.0', 'licence': 'CC0-1.0', 'title': {'en': 'Talk'}, 'rows': 'people', 'source': 'own',
    'sources': {'own': {'kind': 'assumed', 'text': 'cut at the middle of the scale, no norm'}},
    'scales': {'often': {'points': [1, 2, 3, 4], 'labels': {'en': ['never', 'seldom', 'often', 'always']}}},
    'items': [{'id': 'Q1', 'kind': 'perception', 'about': 'team', 'scale': 'often', 'text': {'en': 'We say what went wrong.'}},
              {'id': 'Q2', 'kind': 'perception', 'about': 'team', 'scale': 'often', 'text': {'en': 'We ask before we decide.'}}],
    'measures': [{'id': 'open', 'of': ['Q1', 'Q2'], 'by': 'mean', 'construct': 'formative', 'title': {'en': 'Openness'}}],
    'ladders': [{'id': 'two', 'levels': [{'id': level, 'names': {'neutral': {'en': name}}} for level, name in [('1', 'Closed'), ('2', 'Open')]]}],
    'readings': [{'id': 'openness', 'ladder': 'two', 'of': 'open', 'primary': 'middle', 'rules': [
        {'id': 'middle', 'by': 'cut', 'over': 'group', 'at': [{'to': '2', 'cut': 2.5}]}]}]})

print('remarks of the linter:', len(model.check()))
found = model.findings({'Q1': ['often', 'always', 'seldom'] * 5, 'Q2': ['often', 'never', 'always'] * 5})
reading = found.to_dict()['groups'][0]['readings']['openness']
print(f'level {reading["level"]} by {" ".join(reading["marks"])} cuts, probability {reading["probability"]:.2f}')
print(reading['reason'])
