"""Sentences that stand in a report whatever its figures are."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from rung._records import Record

#: The models that come with the library. Another model that uses one has its id before a full stop.
BUILT_IN = ('five-levels', 'customer-centricity', 'customer-stages', 'humane-organisation')

NOT_VALIDATED = (
    'The items and the cuts of this model are our own and have not been validated: no study has '
    'shown that they measure what they describe, and no norm has been published for them.'
)
SOURCE_CLAIMS = (
    'The published source of the five levels claims that levels 1 to 3 harm performance; this '
    'survey does not show it.'
)
LEVEL_3_WANTED = (
    'The elements of level 3, such as plans, controls and procedures, are wanted where safety and '
    'compliance matter, and stay wanted on every higher level.'
)
NOT_FOR = (
    'Not for pay, promotion or dismissal, and not for rating named managers: neither the questions '
    'nor the figures were made or tested for it.'
)
TRANSLATION = (
    'Where people answered in different languages, differences between them may be differences of '
    'translation.'
)
OWN_MODEL = (
    'This model does not come with the library: what its items and cuts rest on is for its '
    'documentation to say, and nothing in this report shows that they have been validated.'
)


def uses_built_in(record: Record) -> bool:
    """Return whether the model comes with the library, or uses one that does."""
    ids = [record.model_id]
    for group in record.groups[:1]:
        ids += [id.partition('.')[0] for id in (*group.readings, *group.measures) if '.' in id]
    return any(id in BUILT_IN for id in ids)


def limits_of_use(record: Record) -> tuple[str, ...]:
    """Return what the report does not show, and what it is not for."""
    if uses_built_in(record):
        return NOT_VALIDATED, SOURCE_CLAIMS, LEVEL_3_WANTED, NOT_FOR, TRANSLATION
    return OWN_MODEL, NOT_FOR, TRANSLATION
