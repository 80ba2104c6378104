"""Copy the cases of the reference whose data may be copied into tests/peers/golden/."""
# SPDX-License-Identifier: Apache-2.0
#
# make_golden.py SOURCE_ROOT LIBRARY REFERENCE: writes tests/peers/golden/{json,data} anew. A case is copied
# where its topic's function finds all files that it opens among DATA and KEYS; the README there says where
# they come from.
import importlib.util
import json
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from golden_copies import GOLDEN  # noqa: E402
from library import Library  # noqa: E402

DATA = ['synth360', 'synthlev_wave1', 'synthlev_wave2', 'synth360_d1_1_self_manager', 'edge_agreement',
        'lonely_psu', 'krippendorff2011', 'shrout_fleiss1979', 'anes96']
KEYS = ['synth360', 'synthlev']
TABLES_OF_OTHERS = ['mixed__interrater/mspatients', 'mixed__interrater/kappa_3x3_table']


def driver():
    """statistics.py as a module; by its path, since the standard library has one of that name."""
    spec = importlib.util.spec_from_file_location('peers', Path(__file__).with_name('statistics.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def dump(value):
    return json.dumps(value, separators=(',', ':'), ensure_ascii=False)


def copy_data(reference, place):
    """What any case may open."""
    for folder in ('json', 'data'):
        shutil.rmtree(place / folder, ignore_errors=True)
        (place / folder).mkdir(parents=True)
    for name in DATA:
        shutil.copyfile(reference / 'data' / f'{name}.csv', place / 'data' / f'{name}.csv')
    keys = json.loads((reference / 'json' / 'keys.json').read_text(encoding='utf-8'))
    (place / 'json' / 'keys.json').write_text(dump({name: keys[name] for name in KEYS}) + '\n',
                                              encoding='utf-8')


def finds_its_data(library, case, function):
    """Whether a case's function needs no file that is not there."""
    try:
        function(library, case)
    except FileNotFoundError:
        return False
    return True


def chosen(peers, library, reference, place):
    """{file: {name: content}} of the cases that can be copied, tried at `place`."""
    tables, out = peers.claims(peers.TOPICS), {}
    left_out = {pattern: True for pattern in tables['OUT_OF_SCOPE'] if ':' not in pattern}
    for case in peers.cases_of(reference):
        name = f'{case.file}/{case.name}'
        function = peers.match(tables['CASES'], name)
        case.place = place
        for sibling in case.siblings.values():
            sibling.place = place
        if not function or name in TABLES_OF_OTHERS or peers.match(left_out, name):
            continue
        if finds_its_data(library, case, function):
            out.setdefault(case.file, {})[case.name] = case.content
        library.keep.clear()
    return out


def write(reference, file, cases):
    """A file of the reference with some of its cases, a line each."""
    content = json.loads((reference / 'json' / f'{file}.json').read_text(encoding='utf-8'))
    head = ''.join(f'{dump(key)}:{dump(value)},\n' for key, value in content.items() if key != 'cases')
    body = ',\n'.join(f'{dump(name)}:{dump(case)}' for name, case in cases.items())
    (GOLDEN / 'json' / f'{file}.json').write_text(f'{{{head}"cases":{{\n{body}}}}}\n', encoding='utf-8')


def main(arguments):
    root, path, reference = (Path(argument).resolve() for argument in arguments[1:])
    peers, library = driver(), Library(root, path)
    with tempfile.TemporaryDirectory() as place:
        copy_data(reference, Path(place))
        cases = chosen(peers, library, reference, Path(place))
    copy_data(reference, GOLDEN)
    for file, some in cases.items():
        write(reference, file, some)
    print(f'{sum(map(len, cases.values()))} cases of {len(cases)} files')


if __name__ == '__main__':
    if len(sys.argv) != 4:
        raise SystemExit(f'usage: {sys.argv[0]} SOURCE_ROOT LIBRARY REFERENCE')
    main(sys.argv)
