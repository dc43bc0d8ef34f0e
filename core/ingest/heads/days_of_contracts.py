"""The day beside the value of contracts, in a head with their section in its corner: `Annuities | Value | As of`.

Everywhere else `As of` is the day of the whole file.
"""

from dataclasses import replace

from core.ingest.lexicon.sections import kind_of_section
from core.ingest.lexicon.vocabulary import plain_label
from core.ingest.nouns.head import Column

AS_OF = frozenset({"as of", "as of date"})


def with_days_of_contracts(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, a bare `As of` as the day of the value where annuities stand in the corner and a value beside."""
    if not columns or kind_of_section(columns[0].label) != "annuity" or all(one.role != "value" for one in columns):
        return columns
    return tuple(
        replace(one, role="nav_date") if one.role in (None, "other") and plain_label(one.label) in AS_OF else one
        for one in columns
    )
