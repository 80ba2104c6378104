"""The oracle's linear program: how far a sum of some unknowns may lie apart."""
# SPDX-License-Identifier: Apache-2.0
# The simplex method of the textbooks, in two phases, with a row for every upper end: slow and exact.
from fractions import Fraction


def pivot(table, basis, row, column):
    """Makes a column basic in a row."""
    factor = table[row][column]
    table[row] = [cell / factor for cell in table[row]]
    for other, cells in enumerate(table):
        if other != row and cells[column] != 0:
            by = cells[column]
            table[other] = [cell - by * one for cell, one in zip(cells, table[row])]
    basis[row] = column


def climb(table, basis, columns):
    """Maximises the last row over the first columns, by Bland's rule."""
    while True:
        column = next((one for one in range(columns) if table[-1][one] < 0), None)
        if column is None:
            return table[-1][-1]
        rows = [row for row in range(len(basis)) if table[row][column] > 0]
        row = min(rows, key=lambda row: (table[row][-1] / table[row][column], basis[row]))
        pivot(table, basis, row, column)


def greatest(equations, ends, wanted):
    """The greatest sum of the wanted unknowns, each between 0 and its end, under equations
    (set of unknowns, sum)."""
    count, rows = len(ends), []
    for inside, total in equations:
        rows.append([Fraction(one in inside) for one in range(count)] + [Fraction(0)] * count
                    + [total])
    for one, end in enumerate(ends):
        row = [Fraction(0)] * (2 * count) + [end]
        row[one] = row[count + one] = Fraction(1)
        rows.append(row)
    width, height = 2 * count, len(rows)
    table = [row[:-1] + [Fraction(place == one) for one in range(height)] + row[-1:]
             for place, row in enumerate(rows)]
    basis = list(range(width, width + height))
    table.append([-sum(column) for column in zip(*table)])
    table[-1][width:width + height] = [Fraction(0)] * height
    assert climb(table, basis, width) == 0, 'there is no solution'
    for row in range(height):  # an artificial unknown that is still basic is 0
        column = next((one for one in range(width) if table[row][one] != 0), None)
        if basis[row] >= width and column is not None:
            pivot(table, basis, row, column)
    table[-1] = [Fraction(-(one in wanted)) for one in range(width)] + [Fraction(0)] * (height + 1)
    for row, column in enumerate(basis):
        if table[-1][column] != 0:
            by = table[-1][column]
            table[-1] = [cell - by * one for cell, one in zip(table[-1], table[row])]
    return climb(table, basis, width)


def width_of(equations, ends, wanted):
    """The greatest minus the least sum of the wanted unknowns."""
    mirrored = [(inside, sum(ends[one] for one in inside) - total) for inside, total in equations]
    least = sum(ends[one] for one in wanted) - greatest(mirrored, ends, wanted)
    return greatest(equations, ends, wanted) - least
