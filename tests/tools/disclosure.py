"""Disclosure by the command: the audit, what was shown before, merging small groups, closing a tally."""
# SPDX-License-Identifier: Apache-2.0
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

CASE = 'tests/golden/a_group_beside_a_small_one_is_hidden_with_it'


def states(groups):
    return {group['by'].get('team', ''): group['state'] for group in groups}


def main(arguments):
    root, command = tap.places(arguments)
    report, case = tap.Tap(), root / CASE
    model, answers = case / 'model.json', case / 'answers.csv'
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def score(path, *options):
            return tap.run_json(command, 'score', model, path, '--by', 'team', '--format', 'json', *options)

        found = score(answers)
        report.ok(states(found['groups']) == {'': 'shown', 'A': 'shown', 'B': 'hidden', 'C': 'too_few'} and
                  found['disclosure']['complementary'] is True, 'B is hidden beside C', states(found['groups']))
        bare = score(answers, '--unsafe')
        report.ok(states(bare['groups'])['B'] == 'shown' and bare['disclosure']['complementary'] is False,
                  '--unsafe shows it, and says so', bare['disclosure'])
        audit = tap.run(command, 'score', model, answers, '--by', 'team', '--audit')
        report.ok(audit.returncode == 0 and 'team B: all figures would tell exactly, of team C, from the total' in
                  audit.stdout and 'what remains: nothing' in audit.stdout, 'the audit says what C would follow from',
                  audit.stdout)
        report.ok(str(next(group['measures']['ma']['score'] for group in bare['groups'] if group['by'] == {'team': 'B'}))
                  not in audit.stdout, 'and tells no figure')
        shown, more = folder / 'shown.json', folder / 'more.csv'
        lines = answers.read_text(encoding='utf-8')
        more.write_text(lines + 'A,5,4,3\nA,1,2,3\n', encoding='utf-8')
        shown.write_text(json.dumps(found), encoding='utf-8')
        report.ok(states(score(answers, '--also', shown)['groups']) == states(found['groups']),
                  'what was shown may be shown again')
        report.ok(states(score(more)['groups'])['A'] == 'shown' and states(score(more, '--also', shown)['groups']) ==
                  {'': 'hidden', 'A': 'hidden', 'B': 'hidden', 'C': 'too_few'}, 'two who came are not told of',
                  states(score(more, '--also', shown)['groups']))
        said = tap.run(command, 'score', model, answers, '--also', model)
        report.ok(said.returncode == 2 and '/format' in said.stderr, 'what is no report is refused', said.stderr)
        small = folder / 'small.csv'
        small.write_text(lines + ''.join(f'D,{1 + one},3,2\n' for one in range(4)), encoding='utf-8')
        merged = score(small, '--merge-small')['groups']
        report.ok({group['by'].get('team') for group in merged} == {None, 'A', 'B', '(others)'} and
                  next(group['n'] for group in merged if group['by'].get('team') == '(others)') == 6,
                  'small teams become one', states(merged))
        closed, kept = folder / 'closed.tally', folder / 'kept.tally'
        for options, path in ((['--close'], closed), ([], kept)):
            result = tap.run(command, 'tally', model, small, '--by', 'team', *options, '-o', path)
            report.ok(result.returncode == 0, f'a tally is made {options}', result.stderr)
        report.ok(b'\x02D' in kept.read_bytes() and b'\x02D' not in closed.read_bytes() and
                  b'\x02C' not in closed.read_bytes(), 'a closed one has nothing of small groups')
        after = tap.run_json(command, 'findings', model, closed, '--by', 'team', '--format', 'json')['groups']
        report.ok(after[0]['n'] == 20 and set(states(after)) == {'', 'A', 'B'}, 'not in the total either', after[0]['n'])
        for words in (['--close=2'], ['--close=many']):
            said = tap.run(command, 'tally', model, small, *words, '-o', closed)
            report.ok(said.returncode == 2 and '--close' in said.stderr, f'{words[0]} is refused', said.stderr)
    report.done()


if __name__ == '__main__':
    main(sys.argv)
