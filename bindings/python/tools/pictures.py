# Makes the pictures of the documentation, and the same of a survey of one's own to look at.
# SPDX-License-Identifier: Apache-2.0
"""Makes the pictures of the documentation, and the same of a survey of one's own to look at.

pictures.py                    writes doc/pictures/*.svg from the synthetic survey
pictures.py --check            fails where a stored picture is not what would be written
pictures.py --exit CSV DIR     writes pictures of the exit survey, which is not part of the project
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Callable, Dict

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / 'bindings' / 'python'))

import rung  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402
from rung import plot  # noqa: E402

Draw = Callable[[], Axes]

MOST_BYTES = 60_000
MEASURES = ('overall_mean', 'strain', 'short_term', 'voice', 'said', 'done')
CONDITIONS = ('opinion', 'growth', 'supervision', 'climate', 'voice', 'wellbeing')


def pictures_of_five_levels() -> Dict[str, Draw]:
    """What is drawn of the synthetic survey, by the name of its file."""
    survey = ROOT / 'examples' / 'five-levels'
    found = rung.Model.builtin('five-levels').findings(
        rung.read_csv(survey / 'answers.csv'),
        unit='team',
        units=survey / 'units.csv',
        relations=[('thinking', 'outcomes')],
    )
    return {
        'levels': lambda: plot.levels(found, 'overall'),
        'heatmap': lambda: plot.heatmap(found, measures=MEASURES),
        'ladder': lambda: plot.ladder(found, 'overall', 'Data'),
        'said_done': lambda: plot.said_done(found),
        'profile': lambda: plot.profile(found, MEASURES, ['Platform', 'Depot North']),
        'relation': lambda: plot.relation(found),
    }


def pictures_of_exit_survey(answers: Path) -> Dict[str, Draw]:
    """What is drawn of the exit survey: it has no level."""
    folder = ROOT / 'examples' / 'exit-survey'
    found = rung.Model.open(folder / 'exit-survey.json').findings(
        rung.read_csv(answers, folder / 'exit-survey.map.json'), by=['Region', 'Position']
    )
    groups = ['Teacher', 'Teacher Aide', 'Cleaner']
    return {
        'exit_region': lambda: plot.heatmap(found, 'Region'),
        'exit_position': lambda: plot.heatmap(found, 'Position', CONDITIONS),
        'exit_profile': lambda: plot.profile(found, CONDITIONS, groups),
    }


def written(draw: Draw, name: str) -> str:
    """A picture as the text of its file."""
    with plot.detached():
        text = plot.to_svg(draw(), title=f'rung.plot.{name}', prefix=f'{name}-') + '\n'
    if len(text.encode()) > MOST_BYTES:
        raise SystemExit(f'{name}: {len(text.encode())} bytes are more than {MOST_BYTES}')
    return text


def check(pictures: Dict[str, Draw], folder: Path) -> int:
    """Tell which stored pictures differ from what would be written."""
    stale = []
    for name, draw in pictures.items():
        path = folder / f'{name}.svg'
        if not path.exists() or path.read_text(encoding='utf-8') != written(draw, name):
            stale.append(name)
            print(f'{path}: is not what pictures.py writes')
    return 1 if stale else 0


def write(pictures: Dict[str, Draw], folder: Path) -> int:
    """Write the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in pictures.items():
        text = written(draw, name)
        (folder / f'{name}.svg').write_text(text, encoding='utf-8')
        print(f'{folder / name}.svg: {len(text.encode())} bytes')
    return 0


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description='Makes the pictures of the documentation.')
    parser.add_argument('--check', action='store_true')
    parser.add_argument('--exit', nargs=2, type=Path, metavar=('CSV', 'DIR'))
    given = parser.parse_args()
    if given.exit:
        return write(pictures_of_exit_survey(given.exit[0]), given.exit[1])
    stored = ROOT / 'doc' / 'pictures'
    five = pictures_of_five_levels()
    return check(five, stored) if given.check else write(five, stored)


if __name__ == '__main__':
    sys.exit(main())
