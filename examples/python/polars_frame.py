"""A frame of polars, counted in two halves that are merged, and findings as a frame of polars."""
# SPDX-License-Identifier: Apache-2.0
from pathlib import Path

import polars as pl

import rung

survey = Path(__file__).resolve().parent.parent / 'five-levels' / 'answers.csv'
model = rung.Model.builtin('five-levels')
frame = pl.read_csv(survey, infer_schema=False)

first = model.tally(frame.head(200), by='team')
rest = model.tally(frame.tail(-200), by='team')
whole = model.tally(frame, by='team')
print('halves and whole are the same bytes:', first.merge(rest) == whole)

levels = whole.findings(by='team').to_frame('reading', frame='polars')
shown = levels.filter((pl.col('id') == 'thinking') & pl.col('team').is_not_null() & pl.col('level').is_not_null())
print(shown.group_by('level').len().sort('level'))
