"""Where on a page a head begins, and what every page repeats around its own lines."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from core.ingest.heads.alike import with_one_of_alike
from core.ingest.heads.columns import find_header
from core.ingest.heads.evident import evident_header
from core.ingest.heads.of_classes import is_of_classes
from core.ingest.heads.reckoned import reckoned
from core.ingest.heads.second_heads import with_second_heads
from core.ingest.heads.two_periods import later_period
from core.ingest.heads.unheaded import with_symbols
from core.ingest.lexicon.dates import is_period
from core.ingest.lexicon.identifiers import labelled
from core.ingest.lexicon.registrations import PLAIN_NUMBER, account_number, are_years, registration_of
from core.ingest.lexicon.sections import is_section_heading
from core.ingest.lexicon.vocabulary import known_role
from core.ingest.lines.furniture import place_key
from core.ingest.lines.spoken import name_over
from core.ingest.lines.told_moves import with_doing
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, phrases, text_of

FEW_DIGITS = 3
FIGURES = re.compile(r"(?:\d[\d,]*\.\d+\b(?!%).*?){3}")
"""Units, price and value, as rows print: no foot of pages, however often two contracts hold the same."""
FROM = re.compile(r"^(?:for |the |from |statement |reporting |period:? )+", re.I)
PAGE = re.compile(r"[-–—] ?\d{1,3} ?[-–—]|\bpage \d{1,3}(?: of \d{1,3})?\b", re.I)
DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}", re.I)
REMARK = re.compile(r"\([^()]*\b(?:are|is|were|was)\b[^()]*\)$", re.I)
"""A sentence in brackets behind the title of a section, `Fixed Income (prices are per $100 of face)`."""
OF_ACCOUNT = re.compile(rf"[#(]?{PLAIN_NUMBER}\)?")


def header_at(lines: Sequence[Line], at: int) -> Header | None:
    """The head that begins here: by its words, else by the rows under it; the title of an account is none."""
    header = _header_at(lines, at)
    own = lines[at : header.last + 1] if header is not None else ()
    titled = len(own) > 1 and any(map(_is_title, own))
    named = any(_is_numbered(line) or _identifies(line) for line in own)
    return None if titled or named or any(REMARK.search(line.text) for line in own[:1]) else header


def _is_title(line: Line) -> bool:
    """Whether a line of one piece is the title of an account or numbers one, as stands in the middle over a table."""
    told = registration_of(line.text) is not None or account_number(line.text) is not None
    return told and len(line.words) > 1 and len(phrases(line.words, 1.0)) == 1 and known_role(line.text) is None


def is_period_of_page(line: Line) -> bool:
    """Whether a line tells the period of the statement and the page, `From 10/01/26 to 10/31/26 - 3 -`, and no name."""
    return _tells_period(line.text)


def heads_page(line: Line, above: Line | None) -> bool:
    """Whether a line is the first of its page and has the page, and no figures but those of a day or a period."""
    if (above is not None and above.page == line.page) or PAGE.search(line.text) is None:
        return False
    titles = (PAGE.sub("", text_of(run)) for run in phrases(line.words, 1.0))
    return all(_tells_period(title) or not re.search(r"\d", DAY.sub("", title)) for title in titles)


def _tells_period(text: str) -> bool:
    return is_period(FROM.sub("", PAGE.sub("", text).strip()))


def _identifies(line: Line) -> bool:
    """Whether a line prints the CUSIP or ISIN of a security behind its label, `CUSIP 123456789   Ticker QZAB`."""
    found = labelled(line.text)
    return any(sum(map(str.isdigit, found.get(name, ""))) >= FEW_DIGITS for name in ("cusip", "isin"))


def _is_numbered(line: Line) -> bool:
    """Whether a line holds the whole number of an account, as no line of heads does."""
    return any(OF_ACCOUNT.fullmatch(word.text) and not are_years(word.text) for word in line.words)


def _header_at(lines: Sequence[Line], at: int) -> Header | None:
    header = find_header(lines, at)
    if header is not None and is_of_classes(header):
        return replace(header, kind="other")
    if header is not None:
        below = lines[header.last + 1 :]
        header = with_doing(
            with_symbols(reckoned(with_one_of_alike(later_period(header, lines), below), below), below), below
        )
        header = with_second_heads(header, lines)
    if header is not None and header.kind != "other":
        return header
    evident = evident_header(lines, at)
    lower = find_header(lines, at + 1) if evident is not None and evident.last > at else None
    titled = lower is not None and lower.kind == "holdings" and name_over(lower, lines[at], lines[at + 1]) is not None
    doubled = lower is not None and lower.kind == "holdings" and _is_of_periods(lower, lines)
    return header if titled or doubled else evident or header


def _is_of_periods(header: Header, lines: Sequence[Line]) -> bool:
    """Whether a head is that of two periods, and the line over it tells which is the later."""
    later = later_period(header, lines)
    return later is not header and not later.guessed


def frame(lines: Sequence[Line], furniture: AbstractSet[tuple[str, int]]) -> tuple[int, int]:
    """The first and last line between what every page repeats at its head and foot."""
    first, last = 0, len(lines) - 1
    while first <= last and place_key(lines[first]) in furniture:
        if is_section_heading(lines[first].text) or header_at(lines, first) is not None:
            break
        first += 1
    while last >= first and place_key(lines[last]) in furniture and FIGURES.search(lines[last].text) is None:
        last -= 1
    return first, last
