"""Dates as statements print them. US order (month first) unless the parts allow only the other."""

import re
from datetime import date, timedelta
from functools import lru_cache

from core.ingest.data import load

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
WORD_MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")"
PATTERNS = (
    re.compile(r"\b(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?:\b|(?=T\d\d:))"),
    re.compile(r"\b(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4}|\d{2})\b"),
    re.compile(r"\b(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}|\d{2})\b"),
    re.compile(r"\b(?P<m>\d{1,2})-(?P<d>\d{1,2})-(?P<y>\d{4}|\d{2})\b"),
    re.compile(
        rf"\b(?P<w>{WORD_MONTH})\.?[\s-]+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?[\s-]+(?P<y>\d{{4}}|(?<=,\s)\d{{2}})\b)",
        re.I,
    ),
    re.compile(rf"\b(?P<d>\d{{1,2}})[\s-]+(?P<w>{WORD_MONTH})\.?,?[\s-]+(?P<y>\d{{4}}|\d{{2}})\b", re.I),
    re.compile(rf"\b(?P<w>{WORD_MONTH}) (?P<d>\d{{1,2}}) \d\d:\d\d:\d\d(?: [A-Z]{{2,4}})? (?P<y>20\d\d)\b", re.I),
    re.compile(r"\b(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)\b"),
    re.compile(r"\b(?P<d>[0-3]\d)(?P<w>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?P<y>(?:19|20)?\d\d)\b", re.I),
)
ONE_WORD = re.compile(
    r"^(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}-[A-Za-z]{3}-\d{2,4})$"
)
SPOKEN = re.compile(
    rf"^(?:{WORD_MONTH}\.?\s+\d{{1,2}},?\s+\d{{2,4}}|\d{{1,2}}\s+{WORD_MONTH}\.?,?\s+(?:19|20)\d\d)$", re.I
)
AS_OF = re.compile(
    r"\b(?:as of|as at|stood on|valued|priced|(?:at )?(?:the )?close(?: of(?: business)?)?(?: on)?|"
    r"through|ending|ended|(?:(?P<other>\w+)\s+)?date(?: of (?P<event>\w+))?|"
    r"(?:valuation|statement|positions?|holdings|assets|investments|status|portfolio|report) (?:at|on|per|of))\b"
    r"(?=[\s:]*(?:\d{1,2}:\d\d(?::\d\d)? ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4}\b)?[\s,]*(?:on )?)?(?P<day>.{6,40}))",
    re.I,
)
TIME = r"\d{1,2}:\d\d(?::\d\d)? ?(?:[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}\)?(?![a-z]))?"
UPDATED = re.compile(
    r"^(?:(?:last|latest|prices?|data|quotes?|page|values?|balances?|positions?|holdings|account|information) ){0,3}"
    rf"(?:updated|refreshed|retrieved)\b(?: (?:on|at|as of))?[\s:]*(?:(?i:{TIME})[\s,]*(?:on )?)?(?P<day>.{{6,40}})",
    re.I,
)
"""When a page of a site was brought up to date: `Updated: 04:15 PM ET, 03/31/2026`."""
CLOCK = r"\d{1,2}:\d\d(?::\d\d)? ?(?i:[ap]\.?m\.?)? ?\(?[ECMP][SD]?T\)?(?!\w)"
OF_MARKET = re.compile(rf"[\s,]+(?:at )?{CLOCK}$|^{CLOCK}[\s,]+(?:on )?")
"""The time of a market beside a day, with its zone; one without a zone is that of a printer."""
LONGEST = 80
"""No day with such a time is longer."""
OTHER_DATES = frozenset(load("marks")["other_dates"])
TITLE_DATE = re.compile(r"\b(?:statement|report|summary)\s*[-–:,]\s*(?P<day>.{6,30})", re.I)
MONTH_ALONE = re.compile(
    r"(?:(?:monthly |quarterly |consolidated |combined |account |client |investment )*"
    rf"(?:statement|report|summary)(?: for| of)?[\s:,-]*)?"
    rf"(?:(?:month of )?(?P<w>{WORD_MONTH})|q(?P<q>[1-4])|(?P<n>[1-4])(?:st|nd|rd|th) quarter),?(?: of)? (?P<y>20\d\d)",
    re.I,
)
STATEMENT_ON = re.compile(
    r"(?:\b(?:statement|positions?|holdings|report|portfolio|balances?)\b.*\bon|"
    r"^(?:generated|produced|created) (?:at|on))"
    r" (?P<day>\S.{5,25})|^(?P<first>[A-Z][a-z]+ \d{1,2}, 20\d\d),.{0,30}\bstatement\b",
    re.I,
)
SHORT_DAY = re.compile(rf"(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})|(?P<w>{WORD_MONTH})\.?[ -](?P<e>\d{{1,2}})", re.I)
RANGE = re.compile(
    rf"\b(?:{WORD_MONTH}\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|"
    rf"20\d\d[-/.]\d\d[-/.]\d\d)\s*(?:-|–|—|to|through|thru|until)\s*(.{{4,30}})",
    re.I,
)
DAY = rf"(?:{WORD_MONTH}\.?\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|20\d\d-\d\d-\d\d)"
OTHER_STATEMENT = re.compile(
    r"\b(?:last|previous|prior|next)\s+(?:(?:monthly|quarterly|annual|reporting) )?(?:statement|report|period)\b"
    r"(?:\s+(?:statement|report|date[ds]?|period|end(?:ed|ing|s)?|closing|issued|mailed|as of|on|was|is|will be))*",
    re.I,
)
"""The words before the day of another statement than this, `Next statement date: March 31, 2026`."""
OF_ANOTHER = re.compile(rf"{OTHER_STATEMENT.pattern}[\s:,(-]*{DAY}(?:\s*(?:-|–|—|to|through)\s*{DAY})?", re.I)
ONE_DAY = re.compile(r"(?:(?:statement|report|reporting|account|activity) )?period\s*:?\s+(?P<day>\S.{5,20})", re.I)
"""A period of a single day behind its label."""
BETWEEN = re.compile(r"\bbetween (?P<first>\S.{5,18}?) and (?P<last>\S.{5,20})", re.I)
SHORT_RANGE = re.compile(
    rf"\b(?P<w>{WORD_MONTH})\.?\s+\d{{1,2}}\s*(?:-|–|to)\s*(?P<d>\d{{1,2}}),?\s+(?P<y>\d{{4}})\b", re.I
)


@lru_cache(maxsize=20_000)
def read_date(text: str) -> date | None:
    """The first date that the text prints, or None."""
    found = [(match.start(), made) for match in _matches(text) if (made := _made(match)) is not None]
    return min(found)[1] if found else None


@lru_cache(maxsize=20_000)
def is_date(text: str) -> bool:
    """Whether the text is a date with a year and nothing else, but for a comma before a time of day."""
    text = text.rstrip(",;")
    return bool(ONE_WORD.match(text) or SPOKEN.match(text)) and read_date(text) is not None


def read_day(text: str) -> tuple[int, int] | None:
    """Month and day of a date that is printed without a year: `06/12`, `Jun 12`."""
    found = SHORT_DAY.fullmatch(text.strip())
    if found is None:
        return None
    month = MONTHS[found["w"].lower()] if found["w"] else int(found["m"])
    day = int(found["d"] or found["e"])
    return (month, day) if _safe(2000, month, day) else None


def in_year_to(month: int, day: int, end: date) -> date | None:
    """That day in the year that ends on `end`."""
    made = _safe(end.year, month, day)
    return made if made is not None and made <= end else _safe(end.year - 1, month, day)


def read_as_of(text: str) -> date | None:
    """The day a statement speaks of: the end of a printed period, or a date after `as of` and its like.

    The day of the last statement or of the next is none.
    """
    text = OF_ANOTHER.sub(" ", text)
    if short := SHORT_RANGE.search(text):
        return _safe(int(short["y"]), MONTHS[short["w"].lower()], int(short["d"]))
    if (match := RANGE.search(text)) and (made := _end(match[1])):
        return made
    if (both := BETWEEN.search(text)) and read_date(both["first"]) and (made := read_date(both["last"])):
        return made
    for match in AS_OF.finditer(text):
        if OTHER_DATES.isdisjoint({(match["other"] or "").lower(), (match["event"] or "").lower()}) and (
            made := _end(match["day"])
        ):
            return made
    if found := UPDATED.match(text):
        return read_date(found["day"])
    if found := STATEMENT_ON.search(text):
        return read_date(found["day"] or found["first"])
    title = TITLE_DATE.search(text)
    return read_date(title["day"]) if title else None


def lone_date(text: str) -> date | None:
    """The date that a text is, with its year, and nothing else but the time of a market: `5 April 2026`."""
    plain = text.strip()
    plain = (OF_MARKET.sub("", plain) if len(plain) <= LONGEST else plain).strip(" .,")
    return next((_made(match) for match in _matches(plain) if match[0] == plain), None)


def day_of_period(text: str) -> date | None:
    """The one day that a period is, `Period: November 26, 2020`; None for any other text."""
    found = ONE_DAY.fullmatch(text.strip())
    return lone_date(found["day"]) if found is not None else None


def is_period(text: str) -> bool:
    """Whether the text is two days with `-` or `to` between them and nothing else: `10/01/26 - 10/31/26`."""
    found = RANGE.fullmatch(text.strip())
    return found is not None and lone_date(found[1]) is not None


def read_month(text: str) -> date | None:
    """The last day of a month that stands alone as a title, `September 2026`, or of a quarter, `3rd Quarter 2026`."""
    found = MONTH_ALONE.fullmatch(text.strip())
    if found is None:
        return None
    month = MONTHS[found["w"].lower()] if found["w"] else 3 * int(found["q"] or found["n"])
    year = int(found["y"])
    following = _safe(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1) if following else None


def _end(tail: str) -> date | None:
    return (read_as_of(tail) if RANGE.search(tail) else None) or read_date(tail)


def from_excel(serial: int) -> date:
    """The date of an Excel day number (day 1 is 1900-01-01, with Excel's extra day in 1900)."""
    return date(1899, 12, 30) + timedelta(days=serial)


def _matches(text: str) -> list[re.Match[str]]:
    return [match for pattern in PATTERNS for match in pattern.finditer(text)]


def _made(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year = int(parts["y"])
    year += (2000 if year < 70 else 1900) if year < 100 else 0
    month = MONTHS[parts["w"].lower()] if parts.get("w") else int(parts["m"])
    day = int(parts["d"])
    return _safe(year, month, day) or (_safe(year, day, month) if not parts.get("w") else None)


def _safe(year: int, month: int, day: int) -> date | None:
    if not 1900 <= year <= 2199 or not 1 <= month <= 12:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
