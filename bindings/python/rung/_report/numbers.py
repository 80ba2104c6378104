"""Numbers as a reader of the report sees them."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

MINUS = '\u2212'
SPACE = '\u00a0'
NONE = '\u2013'


def score(value: float | None, digits: int = 2) -> str:
    """Return a figure with a true minus sign.

    >>> score(2.6559), score(-0.004), score(None)
    ('2.66', '0.00', '–')
    """
    if value is None:
        return NONE
    text = f'{value:.{digits}f}'
    if float(text) == 0:
        text = text.lstrip('-')
    return text.replace('-', MINUS)


def signed(value: float | None) -> str:
    """Return a difference, its direction always said.

    >>> signed(1.5), signed(-20.8067)
    ('+1.50', '−20.81')
    """
    text = score(value)
    return f'+{text}' if value is not None and value > 0 else text


def share(value: float | None) -> str:
    """Return a share in whole percent, never rounded to all or nothing.

    >>> [share(x).replace(SPACE, ' ') for x in (0.348, 0.9999, 0.0001, 1, 0)]
    ['35 %', '>99 %', '<1 %', '100 %', '0 %']
    """
    if value is None:
        return NONE
    if 0 < value < 0.01:
        return f'<1{SPACE}%'
    if 0.99 < value < 1:
        return f'>99{SPACE}%'
    return f'{value * 100:.0f}{SPACE}%'


def probability(value: float | None) -> str:
    """Return a probability, which is never certain.

    >>> [probability(x).replace(SPACE, ' ') for x in (1, 0.42, 0)]
    ['>99 %', '42 %', '<1 %']
    """
    if value is None:
        return NONE
    return share(min(max(value, 1e-9), 1 - 1e-9))


def chance(value: float | None) -> str:
    """Return a p-value.

    >>> chance(0.0321), chance(1e-9)
    ('0.032', '<0.001')
    """
    if value is None:
        return NONE
    return '<0.001' if value < 0.001 else f'{value:.3f}'


def limits(low: float | None, high: float | None, digits: int = 2) -> str:
    """Return both ends of an interval; nothing where there is none.

    >>> limits(-2.0, 1.25)
    '−2.00 to 1.25'
    """
    if low is None or high is None:
        return ''
    return f'{score(low, digits)} to {score(high, digits)}'


def share_limits(low: float | None, high: float | None) -> str:
    """Return both ends of the interval of a share; nothing where there is none."""
    if low is None or high is None:
        return ''
    return f'{share(low)} to {share(high)}'


def count(value: int | None) -> str:
    """Return a whole number, its thousands apart.

    >>> count(12345).replace(SPACE, ' '), count(None)
    ('12 345', '–')
    """
    return NONE if value is None else f'{value:,}'.replace(',', SPACE)
