"""The tables and the diagram of doc/coverage.md, from what the simulation wrote."""
# SPDX-License-Identifier: Apache-2.0
#
# coverage_page.py [--check] SOURCE_ROOT: writes the tables into doc/coverage.md, between their marks, and
# doc/coverage.svg, from tests/simulation/coverage.csv; --check finds where they are not up to date.
import csv
import re
import sys
from pathlib import Path

SIZES = (5, 10, 30, 100, 300, 1000, 5000)
WEIGHTS = {'none': 'none', '1.5': 'deff 1.5', '2.5': 'deff 2.5'}
MEANS = ('1 item', '4 items', '8 items')
JOINED = ('4 with gaps', 'across items', 'pair')
SHARES = ('favourable', 'level 3', 'level 4')
RULES = ('single', 'weakest', 'gate')
BLOCK = re.compile(r'(<!-- table: (\w+) -->\n).*?(<!-- end -->)', re.S)


def read(path):
    """{(part, figure, n, skew, weights, bin): row of numbers}."""
    rows = {}
    with open(path, encoding='utf-8', newline='') as stream:
        for row in csv.DictReader(line for line in stream if not line.startswith('#')):
            key = (row['part'], row['figure'], int(row['n']), float(row['skew']), row['weights'],
                   int(row['bin']))
            rows[key] = {name: float(row[name])
                         for name in ('count', 'held', 'under', 'over', 'mean', 'deviation')}
    return rows


def own_skew(figure, skew, row):
    """How skewed what is averaged is: for a share, what persons count as, 1 or 0."""
    share = row['deviation']
    return abs(1 - 2 * share) / (share * (1 - share)) ** .5 if figure in SHARES else abs(skew)


def promised(key, row):
    """Whether 93 % are promised of this cell: n of 30 or more, and a skewness under 1."""
    return key[0] == 'coverage' and key[2] >= 30 and own_skew(key[1], key[3], row) < 1


def held(row):
    return row['held'] / row['count']


def per_cent(share):
    return f'{100 * share:.1f}'


def table(head, rows):
    return '\n'.join('| ' + ' | '.join(map(str, row)) + ' |'
                     for row in [head, ['---'] * len(head), *rows]) + '\n'


def skews(rows):
    return sorted({key[3] for key in rows if key[0] == 'coverage'})


def means(rows):
    """Coverage of means by weights, items and skew, a column per n."""
    return table(['weights', 'score of', 'skew', *SIZES], [
        [WEIGHTS[weights], figure, f'{skew:g}',
         *(per_cent(held(rows['coverage', figure, n, skew, weights, -1])) for n in SIZES)]
        for weights in WEIGHTS for figure in MEANS for skew in skews(rows)])


def ends(values):
    values = list(values)
    return f'{per_cent(min(values))} - {per_cent(max(values))}' if values else ''


def others(rows):
    """The least and greatest coverage over skews, a column per n."""
    return table(['figure', 'weights', *SIZES], [
        [figure, WEIGHTS[weights],
         *(ends(held(rows['coverage', figure, n, skew, weights, -1]) for skew in skews(rows))
           for n in SIZES)]
        for figure in JOINED + SHARES for weights in WEIGHTS])


def promise(rows):
    """The least coverage where 93 % are promised."""
    lines = []
    for weights in WEIGHTS:
        for figure in MEANS + JOINED + SHARES:
            cells = [(held(row), key) for key, row in rows.items()
                     if promised(key, row) and key[1] == figure and key[4] == weights]
            if not cells:
                continue
            least, key = min(cells)
            lines.append([WEIGHTS[weights], figure, len(cells), per_cent(least), key[2],
                          f'{key[3]:g}'])
    return table(['weights', 'figure', 'cells', 'least', 'at n', 'skew of answers'], lines)


def headline(rows):
    """The promise in numbers."""
    cells = {key: held(row) for key, row in rows.items() if promised(key, row)}
    least = [min(share for key, share in cells.items() if (key[1] in SHARES) == of_shares)
             for of_shares in (False, True)]
    return (f'That covers {len(cells)} cells. The least coverage of a mean or gap among them is '
            f'{100 * least[0]:.2f} %, of a share {100 * least[1]:.2f} %.\n')


def low(rows):
    """How far the weakest link lies too low, in words."""
    off = [rows['levels', 'weakest/bias', n, 0, 'none', -1]['mean'] for n in (5, 10, 100)]
    bold = rows['levels', 'weakest', 5, 0, 'none', 8]
    return (f'The level that the weakest of four expects lies below the true one by {-off[0]:.2f} of a level at '
            f'five people, {-off[1]:.2f} at ten\nand {-off[2]:.2f} at a hundred. At five people it is surer '
            f'than it may be: what it states at {bold["mean"]:.2f} comes true in {held(bold):.2f}.\n')


def levels(rows):
    """How a rule's probabilities come true, by n."""
    sizes = sorted({key[2] for key in rows if key[0] == 'levels'})
    lines = []
    for rule in RULES:
        for n in sizes:
            reached, bias = (rows['levels', f'{rule}/{name}', n, 0, 'none', -1]
                             for name in ('reached', 'bias'))
            lines.append([rule, n, per_cent(reached['mean']), per_cent(held(reached)),
                          f"{bias['mean']:+.3f}"])
    return table(['rule', 'n', 'stated', 'true', 'expected level less the true one'], lines)


def bins(rows, part, figure, n):
    """(count, stated, true) of each bin that is not empty; n None: over all sizes."""
    out = []
    for place in range(10):
        cells = [row for key, row in rows.items()
                 if key[0] == part and key[1] == figure and key[5] == place and n in (None, key[2])]
        count = sum(row['count'] for row in cells)
        if count:
            out.append((count, sum(row['mean'] * row['count'] for row in cells) / count,
                        sum(row['held'] for row in cells) / count))
    return out


def reliability(rows):
    """Stated chance and what came true, of each bin."""
    lines = []
    for part, names in (('levels', RULES), ('persons', ('regressed', 'observed'))):
        for name in names:
            for count, stated, true in bins(rows, part, name, None):
                lines.append([f'{part}, {name}', int(count), per_cent(stated), per_cent(true)])
    return table(['who, rule', 'chances', 'stated', 'true'], lines)


def persons(rows):
    lines = []
    for name in ('regressed', 'observed'):
        reached, bias = (rows['persons', f'{name}/{kind}', 8, 0, 'none', -1]
                         for kind in ('reached', 'bias'))
        apart = max(abs(true - stated) for _, stated, true in bins(rows, 'persons', name, None))
        lines.append([name, per_cent(reached['mean']), per_cent(held(reached)),
                      f"{bias['mean']:+.3f}", per_cent(apart)])
    return table(['chances', 'likeliest level: stated', 'true', 'expected level less the true one',
                  'widest gap of a bin'], lines)


def statistics(rows):
    sizes = sorted({key[2] for key in rows if key[0] == 'statistics'})
    names = sorted({(key[0], key[1], key[3]) for key in rows if key[0] in ('statistics', 'exact')},
                   key=lambda one: (one[0] == 'exact', one[1], one[2]))
    lines = []
    for part, figure, skew in names:
        what = f'share {skew:g}' if part == 'exact' else f'skew {skew:g}'
        cells = [rows.get((part, figure, n, skew, 'none', -1)) for n in sizes]
        lines.append([figure, what, *(per_cent(held(row)) if row else '' for row in cells)])
    return table(['limits of', 'of', *sizes], lines)


def effective(rows):
    """Two ways to say how many persons count, a column per n."""
    cells = [key for key in rows if key[0] == 'effective']
    sizes = sorted({key[2] for key in cells})
    return table(['effective persons of a', 'skew of answers', *sizes], [
        [figure, f'{skew:g}',
         *(per_cent(held(rows['effective', figure, n, skew, '2.5', -1])) for n in sizes)]
        for figure, skew in sorted({(key[1], key[3]) for key in cells},
                                   key=lambda one: (one[0].split()[0], one[1], 'Kish' in one[0]))])


PANELS = ((('levels', 'single'), 'one measure, cuts'), (('levels', 'weakest'), 'weakest of four'),
          (('levels', 'gate'), 'gate'), (('persons', 'regressed'), 'persons, regressed'),
          (('persons', 'observed'), 'persons, observed: not used'))
SIDE, GAP, TOP = 150, 50, 40


def panel(rows, part, figure, title, left):
    """A square with the diagonal, and a circle per bin whose area goes with the number of chances."""
    def place(stated, true):
        return f'cx="{left + SIDE * stated:.1f}" cy="{TOP + SIDE * (1 - true):.1f}"'
    out = [f'<text x="{left}" y="{TOP - 10}">{title}</text>',
           f'<rect x="{left}" y="{TOP}" width="{SIDE}" height="{SIDE}" class="frame"/>',
           f'<line x1="{left}" y1="{TOP + SIDE}" x2="{left + SIDE}" y2="{TOP}" class="ideal"/>',
           f'<text x="{left}" y="{TOP + SIDE + 16}">0</text>',
           f'<text x="{left + SIDE - 6}" y="{TOP + SIDE + 16}">1</text>']
    found = bins(rows, part, figure, None)
    most = max(count for count, _, _ in found)
    for count, stated, true in found:
        out.append(f'<circle {place(stated, true)} r="{2 + 5 * (count / most) ** .5:.1f}"/>')
    return out


def diagram(rows):
    width = GAP + len(PANELS) * (SIDE + GAP)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{TOP + SIDE + 60}" '
           'font-family="sans-serif" font-size="12">',
           '<title>How often levels that are held for probable are true</title>',
           '<style>.frame{fill:none;stroke:#888}.ideal{stroke:#aaa;stroke-dasharray:4}'
           'circle{fill:#1b6ca8;fill-opacity:.8}</style>',
           f'<rect width="{width}" height="{TOP + SIDE + 60}" fill="white"/>']
    for place, ((part, figure), title) in enumerate(PANELS):
        out += panel(rows, part, figure, title, GAP + place * (SIDE + GAP))
    out.append(f'<text x="{GAP}" y="{TOP + SIDE + 45}">across: the chance that was stated; up: how often '
               'it came true; a circle per tenth, its area by how many chances</text>')
    return '\n'.join([*out, '</svg>']) + '\n'


TABLES = {'headline': headline, 'low': low, 'promise': promise, 'means': means, 'others': others, 'effective': effective, 'levels': levels,
          'reliability': reliability, 'persons': persons, 'statistics': statistics}


def pages(root):
    """{path: what it should hold}."""
    rows = read(root / 'tests' / 'simulation' / 'coverage.csv')
    page = root / 'doc' / 'coverage.md'
    text = BLOCK.sub(lambda match: match[1] + TABLES[match[2]](rows) + match[3],
                     page.read_text(encoding='utf-8'))
    return {page: text, root / 'doc' / 'coverage.svg': diagram(rows)}


def stale(root):
    """The pages that are not what the results say."""
    return [str(path) for path, text in pages(root).items()
            if not path.exists() or path.read_text(encoding='utf-8') != text]


def main(arguments):
    root = Path(arguments[-1]).resolve()
    if '--check' in arguments:
        found = stale(root)
        sys.exit(f'not up to date: {", ".join(found)}' if found else 0)
    for path, text in pages(root).items():
        path.write_text(text, encoding='utf-8')


if __name__ == '__main__':
    main(sys.argv)
