"""The day of a statement whose title tells only its month: the last day of it on which anything is said to be worth.

`October 2026` over `Value on Oct 30 ($)`: the month ends on the 31st, its last day of trading is the 30th.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.ingest.lexicon.dates import MONTHS, WORD_MONTH, read_date
from core.ingest.nouns.events import Event, Fact
from core.ingest.nouns.words import Line

WORTH_ON = re.compile(
    rf"\b(?:on|at|as of)\s+(?P<w>{WORD_MONTH})\.?\s+(?P<d>\d{{1,2}})\b(?!\W{{0,2}}\d)|"
    rf"(?<![\w/])(?P<v>{WORD_MONTH})\.?\s+(?P<e>\d{{1,2}})\s+\(\$\)",
    re.I,
)
"""A day without its year behind a word of time, or as the head of a column of dollars."""
OF_MONTH = re.compile(rf"\b{WORD_MONTH},?\s+20\d\d\b", re.I)
WEAK = 1
"""How sure a day is that only the name of a month tells."""


def with_days_of_months(events: Sequence[Event], pages: Sequence[Sequence[Line]]) -> Sequence[Event]:
    """The events, with the day that the pages tell in place of the end of a month that only a title names."""
    if not any(_is_of_month(event) for event in events):
        return events
    told = {day for lines in pages for line in lines for day in _days(line.text)}
    return [_on_its_day(event, told) if isinstance(event, Fact) and _is_of_month(event) else event for event in events]


def _is_of_month(event: Event) -> bool:
    if not isinstance(event, Fact) or event.kind != "as_of" or event.rank != WEAK:
        return False
    return OF_MONTH.search(event.text) is not None and read_date(event.text) is None


def _days(text: str) -> list[tuple[int, int]]:
    return [
        (MONTHS[(found["w"] or found["v"]).lower()], int(found["d"] or found["e"])) for found in WORTH_ON.finditer(text)
    ]


def _on_its_day(fact: Fact, told: set[tuple[int, int]]) -> Fact:
    end = fact.day or date.min
    days = [day for month, day in told if month == end.month and 1 <= day <= end.day]
    return replace(fact, day=end.replace(day=max(days))) if days else fact
