"""On which day the worth of private funds and of unlisted shares was told, where no column of their table says so.

A note of the page says it of all that is priced there, `NAV per share as of August 31, 2026`; the page of one fund says
it in a label under the name of the fund, `NAV Date  September 30, 2026`.
"""

import re
from collections.abc import Iterator, Sequence

from core.ingest.lexicon.dates import lone_date, read_date
from core.ingest.lexicon.vocabulary import known_role
from core.ingest.nouns.events import Cell, Event, Record
from core.ingest.nouns.words import Line, phrases, span, text_of

NOTE = re.compile(
    r"[\W¹²³⁴⁵]*(?:\d\W+)?(?:the )?(?:estimated )?(?:nav|net asset value)s? per (?:share|unit) "
    r"(?:is |are |was |were |shown )*(?:as of|as at|on) (?P<day>.{6,40})",
    re.I,
)
HEAD = re.compile(r"(?:estimated )?(?:nav|net asset value) per (?:share|unit)[\W¹²³⁴⁵]*", re.I)
PRIVATE = ("commitment", "called", "unfunded")


def with_days_of_values(events: Sequence[Event], pages: Sequence[Sequence[Line]]) -> None:
    """Gives holdings without a day of their own the one that their page, or the page of the fund, tells."""
    rows = [one for one in events if isinstance(one, Record) and one.kind == "holdings" and "nav_date" not in one.cells]
    for lines in pages if rows else ():
        _told_of_all(lines, rows)
        _told_of_one(lines, rows)


def _told_of_all(lines: Sequence[Line], rows: Sequence[Record]) -> None:
    """What a note tells of each row with a price on its page, where a head there calls prices net asset values."""
    noted = next((line for line in lines if (found := NOTE.match(line.text)) and read_date(found["day"])), None)
    if noted is None or not any(HEAD.fullmatch(text_of(run)) for line in lines for run in phrases(line.words, 1.0)):
        return
    found = NOTE.match(noted.text)
    for row in rows:
        if found is not None and row.where.page == noted.page and {"price", "value"} <= set(row.cells):
            row.cells.setdefault("nav_date", Cell(found["day"], span(noted.words)))


def _told_of_one(lines: Sequence[Line], rows: Sequence[Record]) -> None:
    """What a label tells of the one private fund whose name stands over it on a line of its own, on its own page."""
    days = list(_labelled(lines))
    names = {line.text: line for line in lines}
    own = [(row, name) for row in rows if set(PRIVATE) & set(row.cells) for name in _names(row) if name in names]
    if len(days) != 1 or len(own) != 1 or own[0][0].where.page == lines[0].page:
        return
    (row, name), (label, day) = own[0], days[0]
    if names[name].top < label.top:
        row.cells.setdefault("nav_date", day)


def _names(row: Record) -> Iterator[str]:
    """The name of a fund, and that with the rest of it on the next line of the row."""
    name = row.cells["description"].text if "description" in row.cells else ""
    yield from dict.fromkeys((name, " ".join([name, *row.details[:1]])))


def _labelled(lines: Sequence[Line]) -> Iterator[tuple[Line, Cell]]:
    """The lines that are a label of such a day and the day, and that day."""
    for line in lines:
        runs = phrases(line.words, 1.0)
        if len(runs) == 2 and known_role(text_of(runs[0])) == "nav_date" and lone_date(text_of(runs[1])):
            yield line, Cell(text_of(runs[1]), span(runs[1]))
