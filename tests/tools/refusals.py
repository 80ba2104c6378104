"""What the command refuses, and what it never lets out: files, terminals and shells stay whole."""
# SPDX-License-Identifier: Apache-2.0
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap


class Bench:
    """A folder with a survey, and the command run in it."""

    def __init__(self, report, root, rung, folder):
        self.report, self.root, self.rung, self.folder = report, root, rung, Path(folder)
        self.survey = self.folder / 'answers.csv'
        shutil.copy(root / 'examples/five-levels/answers.csv', self.survey)

    def run(self, *arguments):
        return tap.run(self.rung, *arguments)

    def refuses(self, sentence, *arguments, says=''):
        """Exit 2, one line that says so, and the survey as it was."""
        before = self.survey.read_bytes()
        result = self.run(*arguments)
        whole = self.survey.read_bytes() == before
        self.report.ok(result.returncode == 2 and says in result.stderr and whole, sentence,
                       result.returncode, result.stderr, 'changed' * (not whole))


def files(bench):
    """No input is written over, and no output by another."""
    survey = bench.survey
    link = bench.folder / 'link.csv'
    link.symlink_to(survey)
    bench.refuses('the answers are not written over', 'score', 'five-levels', survey, '-o', survey,
                  says='would be overwritten')
    bench.refuses('nor through a link', 'score', 'five-levels', survey, '-o', link,
                  says='would be overwritten')
    bench.refuses('nor by the rows set aside', 'score', 'five-levels', survey, '--set-aside', survey,
                  says='would be overwritten')
    bench.refuses('nor by their tally', 'tally', 'five-levels', survey, '-o', survey,
                  says='would be overwritten')
    both = bench.folder / 'both'
    bench.refuses('two outputs are two files', 'score', 'five-levels', survey, '-o', both,
                  '--set-aside', both, says='one file')


def tallies(bench):
    """The same answers do not count twice."""
    one, sum_ = bench.folder / 'one.tally', bench.folder / 'sum.tally'
    bench.run('tally', 'five-levels', bench.survey, '--by', 'team', '-o', one)
    bench.refuses('a tally is not merged with itself', 'merge', one, one, '-o', sum_,
                  says='would count twice')
    bench.refuses('one survey is not two waves', 'findings', 'five-levels', one, one,
                  says='would count twice')


def answers(bench):
    """What single persons said stays in the file."""
    bench.refuses('an item is no group', 'score', 'five-levels', bench.survey, '--by', 'team,T1',
                  says='groups by an answer')
    alien = bench.folder / 'alien.csv'
    alien.write_text('a,b\n1,2\n', encoding='ascii')
    bench.refuses('a file without a single item is not scored', 'score', 'five-levels', alien,
                  says='no column is an item')
    secret = bench.folder / 'secret.csv'
    secret.write_text('team,T1\nSolo,"My boss lies"\n', encoding='ascii')
    result = bench.run('score', 'five-levels', secret, '--by', 'team')
    said = result.stdout + result.stderr
    bench.report.ok(result.returncode == 0 and 'boss' not in said and 'rung inspect' in said,
                    'scoring never repeats an answer', said)
    header = bench.folder / 'header.csv'
    header.write_text('team,T1\n', encoding='ascii')
    result = bench.run('inspect', 'five-levels', header)
    bench.report.ok(result.returncode == 1 and 'no row' in result.stdout,
                    'a file without rows is remarked on', result.stdout)


def units(bench):
    """A file of units that is odd is refused with its place."""
    tree = bench.folder / 'units.csv'
    for sentence, text, says in (
            ('a column that is none of them', 'unit,parent,size\nA,,3\n', ':1: the header'),
            ('a column twice', 'unit,parent,unit\nA,,A\n', 'twice'),
            ('a target of no reading', 'unit,parent,target:none\nA,,3\n', 'none'),
            ('a target of no level', 'unit,parent,target:overall\nA,,nine\n', "'nine'"),
            ('two columns of one target',
             'unit,parent,target:overall,target:overall\nA,,3,4\n', 'two targets'),
            ('a row that is too short', 'unit,parent,target:overall\nA,\n', ':2: the row')):
        few = bench.folder / 'few.csv'
        few.write_text('team,T1\nA,3\n', encoding='ascii')
        tree.write_text(text, encoding='ascii')
        bench.refuses(f'units: {sentence} is refused', 'score', 'five-levels', few, '--unit', 'team',
                      '--units', tree, says=says)


def relations(bench):
    """A relation that is none is refused."""
    few = bench.folder / 'few.csv'
    few.write_text('team,T1\nA,3\n', encoding='ascii')
    tree = bench.folder / 'units.csv'
    tree.write_text('unit,parent\nA,\n', encoding='ascii')
    units = ('--unit', 'team', '--units', tree)
    for sentence, options, says in (
            ('of one reading', ('--relation', 'overall', *units), 'two readings'),
            ('of three', ('--relation', 'a,b,c', *units), 'two readings'),
            ('of no reading', ('--relation', 'overall,none', *units), 'none'),
            ('without units', ('--relation', 'overall,thinking'), '--units')):
        bench.refuses(f'a relation {sentence} is refused', 'score', 'five-levels', few, *options,
                      says=says)


def terminals(bench):
    """Nothing of a stranger's steers a terminal."""
    for sentence, arguments in {
            'a file name': ['score', 'five-levels', 'x\x1b[31m\u202e.csv'],
            'a command': ['x\x1b[31m\u009b'],
            'an option': ['score', '--m\x1b[31m']}.items():
        result = bench.run(*arguments)
        clean = not any(sign in result.stderr for sign in '\x1b\u202e\u009b')
        bench.report.ok(result.returncode == 2 and clean, f'{sentence} is printed clean',
                        repr(result.stderr))
    evil = bench.folder / 'evil.csv'
    rows = ''.join(f'A\x1b[31m\u202e\u009bB,{1 + row % 5}\n' for row in range(12))
    evil.write_text('team,T1\n' + rows, encoding='utf-8')
    for form in ('table', 'csv'):
        text = bench.run('score', 'five-levels', evil, '--by', 'team', '--format', form).stdout
        bench.report.ok(not any(sign in text for sign in '\x1b\u202e\u009b'),
                        f'a group is printed clean as {form}', repr(text[:300]))
    text = bench.run('inspect', 'five-levels', evil).stdout
    bench.report.ok('\x1b' not in text and '\u202e' not in text, 'inspect prints clean', text[:300])


def ends(bench):
    """What could not be written is said."""
    for arguments in (['models'], ['--help'], ['--version'], ['check', 'five-levels']):
        with open('/dev/full', 'w', encoding='ascii') as full:
            result = subprocess.run([str(bench.rung), *arguments], stdout=full, text=True,
                                    stderr=subprocess.PIPE, check=False, timeout=60)
        bench.report.ok(result.returncode == 2 and 'written' in result.stderr,
                        f'a full disk is told after {" ".join(arguments)}', result.stderr)


def shells(bench):
    """Completion compares words and runs none."""
    if not shutil.which('bash'):
        bench.report.skip('a header is completed, not run', 'there is no bash')
        return
    mark = bench.folder / 'mark'
    hostile = bench.folder / 'hostile.csv'
    hostile.write_text(f'team,$(touch {mark}),`touch {mark}`,T1\nA,b,c,3\n', encoding='ascii')
    script = (f'source "{bench.root}/tools/completions/rung.bash"\n'
              f'COMP_WORDS=(rung score five-levels "{hostile}" --by "t"); COMP_CWORD=5; _rung\n'
              'printf "%s\\n" "${COMPREPLY[@]}"')
    result = subprocess.run(['bash', '-c', script], capture_output=True, text=True, timeout=60,
                            check=False)
    bench.report.ok(not mark.exists() and result.stdout.split() == ['team'],
                    'a header is completed, not run', result.stdout, result.stderr)


def main(arguments):
    root, rung = tap.places(arguments)
    report = tap.Tap()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(report, root, rung, folder)
        for part in (files, tallies, answers, units, relations, terminals, ends, shells):
            part(bench)
    report.done()


if __name__ == '__main__':
    main(sys.argv)
