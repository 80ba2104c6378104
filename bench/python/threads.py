"""Measures how much faster two threads with a tally each count than one: the same rows, interleaved."""
# SPDX-License-Identifier: Apache-2.0
import statistics
import threading
import time

import numpy as np

import rung

ROWS, ROUNDS = 400_000, 11
model = rung.Model.builtin('five-levels')
chance = np.random.default_rng(1)
whole = {item.id: chance.integers(1, 6, ROWS, dtype=np.int8) for item in model.items}
halves = [{name: values[part] for name, values in whole.items()}
          for part in (slice(None, ROWS // 2), slice(ROWS // 2, None))]


def count(parts):
    """Seconds to count parts on a thread each and to merge; and the tally."""
    start = time.perf_counter()
    tallies = [rung.Tally(model) for _ in parts]
    threads = [threading.Thread(target=tally.add, args=(part,)) for tally, part in zip(tallies, parts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for tally in tallies[1:]:
        tallies[0].merge(tally)
    return time.perf_counter() - start, tallies[0]


def main():
    """Print the ratio with its spread, and the time of one thread."""
    ratios, single = [], []
    for _ in range(ROUNDS):
        (one, first), (two, second) = count([whole]), count(halves)
        if first != second:
            raise SystemExit('threads.py: one thread and two count otherwise')
        ratios.append(one / two)
        single.append(one)
    print(f'one thread: {statistics.median(single) / ROWS * 1e9:.0f} ns a row of {len(whole)} items; two threads: '
          f'{statistics.median(ratios):.2f} times as fast ({min(ratios):.2f} to {max(ratios):.2f}, {ROUNDS} rounds)')


if __name__ == '__main__':
    main()
